package fr.jalon.habilitations.clients;

import fr.jalon.habilitations.ActeSurCompte;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.ClientApi;
import fr.jalon.habilitations.Portee;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the administration does on the clients of the API: declare, change, give another secret, withdraw. Under row-level security (resource
 * {@code HABILITATIONS}, or the system); each act leaves its trace in the same transaction. Refusals are {@link RefusMetier}.
 */
@Component
public class TenirLesClients {
  private static final Pattern IDENTIFIANT = Pattern.compile("[a-z0-9][a-z0-9.-]{2,59}");
  private static final Pattern COURRIEL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final int SECRET_LE_PLUS_COURT = 24;
  private final JdbcClient base;
  private final Secrets secrets;
  private final AgentCourant agentCourant;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;
  private final Duration releve;

  TenirLesClients(JdbcClient base, Secrets secrets, AgentCourant agentCourant, ApplicationEventPublisher evenements, Clock horloge,
      @Value("${jalon.api.releve-du-secret:24h}") Duration releve) {
    this.base = base;
    this.secrets = secrets;
    this.agentCourant = agentCourant;
    this.evenements = evenements;
    this.horloge = horloge;
    this.releve = releve;
  }

  /** The clients, those in use first, by name. */
  @Transactional(readOnly = true)
  public List<ClientApi> tous() {
    return base.sql(ClientsConnus.COLONNES + "from habilitations.client order by actif desc, lower(nom), id").query(ClientsConnus::client).list();
  }

  /** One client, or empty when it does not exist for this agent. */
  @Transactional(readOnly = true)
  public Optional<ClientApi> un(long id) {
    return base.sql(ClientsConnus.COLONNES + "from habilitations.client where id = ?").param(id).query(ClientsConnus::client).optional();
  }

  /** The same, that nobody else changes until the transaction ends. */
  @Transactional
  public Optional<ClientApi> pourChanger(long id) {
    base.sql("select id from habilitations.client where id = ? for no key update").param(id).query(Long.class).optional();
    return un(id);
  }

  /** A client just declared. @param secret to be shown once */
  public record Declare(long id, String secret) {}

  /** Declares a client with a new secret. */
  @Transactional
  public Declare declarer(SaisieClient saisie) {
    return declarer(saisie, secrets.nouveau());
  }

  /** Declares a client whose secret is already known (demonstration). @param secret 24 characters at least */
  @Transactional
  public Declare declarer(SaisieClient saisie, String secret) {
    verifier(saisie, new Fautes().exiger(IDENTIFIANT.matcher(saisie.identifiant()).matches(), "identifiant", "IDENTIFIANT",
        "L'identifiant compte 3 à 60 lettres minuscules sans accent, chiffres, points ou tirets."));
    if (secret.length() < SECRET_LE_PLUS_COURT) {
      throw new RefusMetier("SECRET_COURT", "Un secret compte au moins %d caractères.".formatted(SECRET_LE_PLUS_COURT));
    }
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    try {
      long id = base.sql("""
          insert into habilitations.client (identifiant, nom, contact, portees, partout, territoires, organisations, secret, secret_depuis, jetons_depuis,
            cree_le, cree_par) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
          .params(saisie.identifiant(), saisie.nom(), saisie.contact(), textes(saisie.portees()), saisie.partout(), entiers(saisie.territoires()),
              entiers(saisie.organisations()), secrets.empreinte(secret), maintenant, maintenant, maintenant, agentCourant.perimetre().agent())
          .query(Long.class).single();
      tracer("CLIENT_API_CREE", saisie.identifiant(), " : " + portee(saisie));
      return new Declare(id, secret);
    } catch (DuplicateKeyException e) {
      throw new SaisieRefusee("identifiant", new RefusMetier("DEJA_PRIS",
          "Une application a déjà l'identifiant « " + saisie.identifiant() + " » : choisissez-en un autre."));
    }
  }

  /** Changes name, contact, scopes and perimeter; when scopes or perimeter change, the tokens given before are refused from the next call. */
  @Transactional
  public void modifier(long id, SaisieClient saisie) {
    ClientApi avant = lire(id);
    verifier(saisie, new Fautes());
    base.sql("update habilitations.client set nom = ?, contact = ?, portees = ?, partout = ?, territoires = ?, organisations = ? where id = ?")
        .params(saisie.nom(), saisie.contact(), textes(saisie.portees()), saisie.partout(), entiers(saisie.territoires()),
        entiers(saisie.organisations()), id).update();
    tracer("CLIENT_API_MODIFIE", avant.identifiant(), " : " + portee(saisie));
  }

  /**
   * Gives another secret.
   *
   * @param couper true when the one before was stolen: it is refused at once, and so are the tokens it gave; else it is accepted one more day
   * @return the new secret, to be shown once
   */
  @Transactional
  public String remplacerLeSecret(long id, boolean couper) {
    ClientApi client = lire(id);
    String secret = secrets.nouveau();
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    if (couper) {
      base.sql("update habilitations.client set secret = ?, secret_depuis = ?, secret_precedent = null, secret_precedent_jusqua = null, jetons_depuis = ? where id = ?")
          .params(secrets.empreinte(secret), maintenant, maintenant, id).update();
    } else {
      // the agents' door cannot read the hash it keeps: the database moves it
      base.sql("select habilitations.relever_le_secret(?, ?, ?, ?)").params(id, secrets.empreinte(secret), maintenant, maintenant.plus(releve))
          .query((_, _) -> 0).list();
    }
    tracer("CLIENT_API_SECRET", client.identifiant(), couper ? ", l'ancien est coupé" : ", l'ancien vaut jusqu'à la fin de la relève");
    return secret;
  }

  /** Withdraws the access; every token is refused from the next call. */
  @Transactional
  public void revoquer(long id) {
    ClientApi client = lire(id);
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("update habilitations.client set actif = false, revoque_le = ?, jetons_depuis = ? where id = ?")
        .params(maintenant, maintenant, id).update();
    tracer("CLIENT_API_REVOQUE", client.identifiant(), "");
  }

  /** Gives the access back, with the secret it had; tokens given before stay refused. */
  @Transactional
  public void retablir(long id) {
    ClientApi client = lire(id);
    base.sql("update habilitations.client set actif = true, revoque_le = null where id = ?").param(id).update();
    tracer("CLIENT_API_RETABLI", client.identifiant(), "");
  }

  private static void verifier(SaisieClient s, Fautes fautes) {
    fautes.exiger(!s.nom().isEmpty() && s.nom().length() <= 120, "nom", "NOM", "Donnez le nom de l'application (120 caractères au plus).")
        .exiger(COURRIEL.matcher(s.contact()).matches(), "contact", "COURRIEL",
        "Donnez l'adresse électronique de qui tient cette application : c'est à elle qu'on écrit en cas de panne.")
        .exiger(!s.portees().isEmpty() && s.portees().stream().allMatch(p -> Portee.de(p).isPresent()), "portees", "PORTEES",
            "Choisissez au moins une chose que l'application a le droit de demander.")
        .exiger(s.partout() || !s.territoires().isEmpty() || !s.organisations().isEmpty(), "perimetre", "PERIMETRE",
            "Choisissez au moins un territoire ou une organisation, ou tout le Département.").lever();
  }

  private ClientApi lire(long id) {
    return un(id).orElseThrow(() -> new RefusMetier("CLIENT_INCONNU", "Cette application n'existe pas, ou vous ne pouvez pas la modifier."));
  }

  private void tracer(String acte, String identifiant, String suite) {
    evenements.publishEvent(new ActeSurCompte(acte, "Application " + identifiant + suite));
  }

  private static String portee(SaisieClient s) {
    return String.join(", ", s.portees()) + (s.partout() ? " ; tout le Département"
        : " ; territoires %s, organisations %s".formatted(s.territoires(), s.organisations()));
  }

  private static Integer[] entiers(List<Integer> valeurs) {
    return valeurs.toArray(Integer[]::new);
  }

  private static String[] textes(List<String> valeurs) {
    return valeurs.toArray(String[]::new);
  }
}
