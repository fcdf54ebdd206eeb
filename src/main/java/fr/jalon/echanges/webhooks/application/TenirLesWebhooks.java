package fr.jalon.echanges.webhooks.application;

import fr.jalon.echanges.webhooks.domaine.AdresseDeWebhook;
import fr.jalon.echanges.webhooks.domaine.EtatLivraison;
import fr.jalon.echanges.webhooks.domaine.Evenement;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.ClientApi;
import fr.jalon.habilitations.Portee;
import fr.jalon.habilitations.clients.Secrets;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an application, or the administration for it, does on its webhooks: declare one, stop it, try it, send again a delivery given up. Under
 * row-level security: an application touches its own only.
 */
@Service
public class TenirLesWebhooks {
  /** Webhooks in use an application may have. */
  public static final int LIMITE = 10;
  private static final String EVENEMENTS = "evenements";
  private final JdbcClient base;
  private final AdresseDeWebhook adresses;
  private final Secrets secrets;
  private final Chiffrement chiffrement;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final JsonMapper json;
  private final Clock horloge;

  TenirLesWebhooks(JdbcClient base, AdresseDeWebhook adresses, Secrets secrets, Chiffrement chiffrement, AgentCourant agentCourant,
      Journal journal, JsonMapper json,
      Clock horloge) {
    this.base = base;
    this.adresses = adresses;
    this.secrets = secrets;
    this.chiffrement = chiffrement;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.json = json;
    this.horloge = horloge;
  }

  /** A webhook just declared. @param secret signs what is sent; to be shown once */
  public record Declare(long id, String secret) {}

  /**
   * Declares where to send what.
   *
   * @param evenements codes
   * @throws RefusMetier EVENEMENTS, PORTEE_ABSENTE, TROP_DE_WEBHOOKS, or those of {@link AdresseDeWebhook}
   */
  @Transactional
  public Declare declarer(ClientApi client, String adresse, List<String> evenements) {
    if (!client.portees().contains(Portee.WEBHOOKS.code())) {
      throw new RefusMetier("PORTEE_ABSENTE", "Cette application n'a pas la portée « webhooks » : ajoutez-la d'abord.");
    }
    Fautes fautes = new Fautes();
    URI verifiee = fautes.lire("adresse", () -> adresses.verifier(adresse));
    List<Evenement> voulus = fautes.lire(EVENEMENTS, () -> voulus(client, evenements));
    fautes.lever();
    if (base.sql("select count(*) from echanges.webhook where client_id = ? and actif").param(client.id()).query(Integer.class).single() >= LIMITE) {
      throw new RefusMetier("TROP_DE_WEBHOOKS", "Une application a au plus %d webhooks : arrêtez-en un.".formatted(LIMITE));
    }
    String secret = secrets.nouveau();
    long id =
        base.sql("insert into echanges.webhook (client_id, client, adresse, evenements, secret, cree_le, cree_par) values (?, ?, ?, ?, ?, ?, ?) returning id")
        .params(client.id(), client.agent(), verifiee.toString(), voulus.stream().map(Evenement::code).toArray(String[]::new),
            chiffrement.chiffrer(secret.getBytes(StandardCharsets.UTF_8)), OffsetDateTime.now(horloge), agentCourant.perimetre().agent())
        .query(Long.class).single();
    journal.tracer("WEBHOOK", null, null, "Webhook %d de l'application %s déclaré : %s".formatted(id, client.identifiant(),
        String.join(", ", evenements)));
    return new Declare(id, secret);
  }

  /** Nothing is sent any more; what was still to send is given up by the next sending. @throws RefusMetier WEBHOOK_INCONNU */
  @Transactional
  public void arreter(long id) {
    if (base.sql("update echanges.webhook set actif = false, arrete_le = ? where id = ? and actif")
        .params(OffsetDateTime.now(horloge), id).update() == 0) {
      throw webhookInconnu();
    }
    journal.tracer("WEBHOOK", null, null, "Webhook %d arrêté".formatted(id));
  }

  /** Writes a delivery that speaks of nobody, to try the address. @return its number, to be sent at once */
  @Transactional
  public UUID essayer(long id) {
    String client = base.sql("select client from echanges.webhook where id = ? and actif").param(id).query(String.class).optional()
        .orElseThrow(TenirLesWebhooks::webhookInconnu);
    UUID numero = UUID.randomUUID();
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    String corps = json.writeValueAsString(Map.of("id", numero, "evenement", Evenement.ESSAI, "emisLe", maintenant.toInstant().toString()));
    base.sql("insert into echanges.livraison (id, webhook_id, client, evenement, corps, prochaine_le, creee_le) values (?, ?, ?, ?, ?, ?, ?)")
        .params(numero, id, client, Evenement.ESSAI, corps, maintenant, maintenant).update();
    return numero;
  }

  /** Puts a delivery given up back among those to send, with all its tries. @throws RefusMetier LIVRAISON_INCONNUE or PASSAGE_IMPOSSIBLE */
  @Transactional
  public void relancer(UUID id) {
    EtatLivraison etat = base.sql("select etat from echanges.livraison where id = ?").param(id).query(String.class).optional()
        .map(EtatLivraison::valueOf)
        .orElseThrow(() -> new RefusMetier("LIVRAISON_INCONNUE", "Cette livraison n'existe pas, ou elle n'est pas à vous."));
    if (!etat.suivants().contains(EtatLivraison.A_ENVOYER)) {
      throw new RefusMetier("PASSAGE_IMPOSSIBLE",
          etat == EtatLivraison.LIVREE ? "Cette livraison a déjà été reçue." : "Cette livraison est déjà à envoyer.");
    }
    base.sql("update echanges.livraison set etat = 'A_ENVOYER', tentatives = 0, prochaine_le = ?, prise_jusqua = null, finie_le = null where id = ? and etat = ?")
        .params(OffsetDateTime.now(horloge), id, etat.name()).update();
    journal.tracer("WEBHOOK", null, null, "Livraison %s relancée".formatted(id));
  }

  private static List<Evenement> voulus(ClientApi client, List<String> codes) {
    List<Evenement> voulus = codes == null ? List.of() : codes.stream().distinct().map(e -> Evenement.de(e).orElseThrow(() -> inconnu(e))).toList();
    if (voulus.isEmpty()) {
      throw new RefusMetier("EVENEMENTS", "Choisissez au moins un événement.");
    }
    voulus.stream().filter(e -> !client.portees().contains(e.portee().code())).findFirst().ifPresent(e -> {
      throw new RefusMetier("PORTEE_ABSENTE", "Pour l'événement « %s », l'application doit avoir la portée « %s ».".formatted(e.code(), e.portee()
          .code()));
    });
    return voulus;
  }

  private static RefusMetier inconnu(String code) {
    return new RefusMetier("EVENEMENTS", "L'événement « %s » n'existe pas. Événements : %s.".formatted(code,
        String.join(", ", java.util.Arrays.stream(Evenement.values()).map(Evenement::code).toList())));
  }

  private static RefusMetier webhookInconnu() {
    return new RefusMetier("WEBHOOK_INCONNU", "Ce webhook n'existe pas, il est arrêté, ou il n'est pas à vous.");
  }
}
