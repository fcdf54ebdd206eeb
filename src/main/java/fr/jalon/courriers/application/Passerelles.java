package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.Destination;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where e-mails and SMS leave from. None is set at first: messages then stay in the outbox of the application, and the pages say so. */
@Service
public class Passerelles {
  /** How a SMTP server is talked to. */
  public static final Set<String> SECURITES = Set.of("STARTTLS", "TLS", "AUCUNE");
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;
  private final boolean locales;

  /** @param locales true when a SMS gateway may be on the machine of Jalon itself */
  Passerelles(JdbcClient base, Chiffrement chiffrement, AgentCourant agentCourant, Journal journal, Clock horloge,
      @Value("${jalon.passerelles.locales:${jalon.demonstration:false}}") boolean locales) {
    this.locales = locales;
    this.base = base;
    this.chiffrement = chiffrement;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * A gateway.
   *
   * @param adresse    SMTP server, or URL of the SMS gateway
   * @param port       of the SMTP server, or {@code null}
   * @param securite   see {@link #SECURITES}, or {@code null} for SMS
   * @param avecSecret true when a password or a token is kept
   * @param expediteur address or name shown to whoever receives
   * @param reponse    reply address, or {@code null}
   */
  public record Passerelle(Canal canal, String adresse, Integer port, String securite, String identifiant, boolean avecSecret,
      String expediteur, String reponse) {

    /** Where its secret goes; empty when the address says nothing. */
    public Optional<Destination> destination() {
      if (canal == Canal.SMS) {
        return Destination.web(adresse);
      }
      String schema = securite == null ? "" : switch (securite) {
        case "STARTTLS" -> "smtp+starttls";
        case "TLS" -> "smtps";
        default -> "smtp+clair";
      };
      return adresse.isEmpty() ? Optional.empty() : Optional.of(Destination.serveur(schema, adresse, port == null ? 0 : port));
    }
  }

  /** The one of a channel, when it is set. */
  @Transactional(readOnly = true)
  public Optional<Passerelle> de(Canal canal) {
    return base.sql("select * from courriers.passerelle where canal = ? and adresse <> ''").param(canal.name())
        .query((l, _) -> new Passerelle(canal, l.getString("adresse"),
        (Integer) l.getObject("port"), l.getString("securite"), l.getString("identifiant"), l.getBytes("secret") != null, l.getString("expediteur"),
        l.getString("reponse")))
        .optional();
  }

  /** The same, that nobody else changes until the transaction ends. */
  @Transactional
  public Optional<Passerelle> pourChanger(Canal canal) {
    base.sql("select pg_advisory_xact_lock(hashtext(?))").param("courriers.passerelle " + canal).query((_, _) -> 0).list();
    return de(canal);
  }

  /** Its password or token, in clear; empty when there is none. */
  String secret(Canal canal) {
    return base.sql("select secret from courriers.passerelle where canal = ?").param(canal.name()).query((l, _) -> l.getBytes(1) == null ? ""
        : new String(chiffrement.dechiffrer(l.getBytes(1)), StandardCharsets.UTF_8)).optional().orElse("");
  }

  /**
   * What is wrong, by field; empty when it can be kept. A gateway without address is removed. A secret that would go to another server than the
   * one it was typed for must be typed again.
   *
   * @param secret password or token typed, empty to keep the one there is
   */
  @Transactional(readOnly = true)
  public Map<String, String> erreurs(Passerelle p, String secret) {
    Map<String, String> erreurs = erreurs(p);
    Optional<Passerelle> avant = p.adresse().isEmpty() || !secret.isEmpty() ? Optional.empty() : de(p.canal()).filter(Passerelle::avecSecret);
    if (sertUnSecret(p) && avant.isPresent() && !avant.get().destination().equals(p.destination())) {
      erreurs.put("secret", Destination.A_RETAPER);
    } else if (p.canal() == Canal.SMS && !p.adresse().isEmpty() && secret.isEmpty() && avant.isEmpty()) {
      erreurs.put("secret", "Donnez le jeton que votre prestataire vous a remis.");
    }
    return erreurs;
  }

  /** What is wrong without looking at the secret. */
  Map<String, String> erreurs(Passerelle p) {
    Map<String, String> erreurs = new LinkedHashMap<>();
    if (p.adresse().isEmpty()) {
      return erreurs;
    }
    if (p.canal() == Canal.SMS) {
      if (p.destination().filter(Destination::sure).isEmpty()) {
        erreurs.put("adresse", "Donnez une adresse qui commence par https://, sans nom d'utilisateur ni « # » : le jeton ne part pas en clair.");
      } else if (p.destination().filter(Destination::ici).isPresent() && !locales) {
        erreurs.put("adresse",
            "Cette adresse est celle du serveur de Jalon. Si une passerelle y tourne vraiment, l'informatique l'autorise par JALON_PASSERELLES_LOCALES=true.");
      }
      if (!p.expediteur().matches("[A-Za-z0-9 ]{3,11}|\\+?\\d{5,15}")) {
        erreurs.put("expediteur", "L'expéditeur d'un SMS compte 3 à 11 lettres sans accent ou chiffres, ou c'est un numéro.");
      }
    } else {
      if (!p.adresse().matches("[A-Za-z0-9.-]{1,200}")) {
        erreurs.put("adresse", "Donnez le nom du serveur SMTP, par exemple smtp.departement.fr.");
      }
      if (p.port() == null || p.port() < 1 || p.port() > 65_535) {
        erreurs.put("port", "Donnez le port du serveur : 587 le plus souvent.");
      }
      if (p.securite() == null || !SECURITES.contains(p.securite())) {
        erreurs.put("securite", "Choisissez dans la liste.");
      } else if (sertUnSecret(p) && p.destination().filter(Destination::sure).isEmpty()) {
        erreurs.put("securite", "Un mot de passe ne part pas en clair : choisissez STARTTLS ou TLS, ou laissez le compte vide.");
      }
      if (!courriel(p.expediteur())) {
        erreurs.put("expediteur", "Donnez l'adresse électronique qui envoie, par exemple rsa@departement.fr.");
      }
      if (p.reponse() != null && !courriel(p.reponse())) {
        erreurs.put("reponse", "Cette adresse électronique n'a pas la bonne forme.");
      }
    }
    return erreurs;
  }

  /**
   * Keeps it. The secret there is stays only when the server is the same; the database refuses anything else.
   *
   * @param secret new password or token; empty keeps the one there is
   */
  @Transactional
  public void regler(Passerelle p, String secret) {
    boolean garder = de(p.canal()).filter(a -> a.destination().equals(p.destination())).isPresent();
    byte[] chiffre = secret == null || secret.isEmpty() ? null : chiffrement.chiffrer(secret.getBytes(StandardCharsets.UTF_8));
    base.sql("""
        insert into courriers.passerelle as x (canal, adresse, port, securite, identifiant, secret, expediteur, reponse, ecrite_par, ecrite_le)
        values (:canal, :adresse, :port, :securite, :identifiant, :secret, :expediteur, :reponse, :par, :le)
        on conflict (canal) do update set adresse = excluded.adresse, port = excluded.port, securite = excluded.securite, identifiant = excluded.identifiant,
          secret = case when excluded.secret is null and :garder then x.secret else excluded.secret end, expediteur = excluded.expediteur,
          reponse = excluded.reponse, ecrite_par = excluded.ecrite_par, ecrite_le = excluded.ecrite_le""")
        .param("canal", p.canal().name()).param("adresse", p.adresse()).param("port", p.port()).param("securite", p.securite())
        .param("identifiant", p.identifiant())
        .param("secret", chiffre).param("garder", garder).param("expediteur", p.expediteur()).param("reponse", p.reponse())
        .param("par", agentCourant.perimetre().agent())
        .param("le", OffsetDateTime.now(horloge)).update();
    journal.tracer("PASSERELLE", null, null, "Envoi des " + (p.canal() == Canal.SMS ? "SMS" : "courriels") + " : "
        + (p.adresse().isEmpty() ? "retiré" : p.adresse()));
  }

  /** True when a secret would be sent: always for SMS, with an account for e-mails. */
  private static boolean sertUnSecret(Passerelle p) {
    return !p.adresse().isEmpty() && (p.canal() == Canal.SMS || p.identifiant() != null && !p.identifiant().isBlank());
  }

  private static boolean courriel(String adresse) {
    return adresse.matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");
  }
}
