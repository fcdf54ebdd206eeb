package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Chiffrement;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  Passerelles(JdbcClient base, Chiffrement chiffrement, AgentCourant agentCourant, Journal journal, Clock horloge) {
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
  public record Passerelle(Canal canal, String adresse, Integer port, String securite, String identifiant, boolean avecSecret, String expediteur, String reponse) {}

  /** The one of a channel, when it is set. */
  @Transactional(readOnly = true)
  public Optional<Passerelle> de(Canal canal) {
    return base.sql("select * from courriers.passerelle where canal = ? and adresse <> ''").param(canal.name()).query((l, _) -> new Passerelle(canal, l.getString("adresse"),
        (Integer) l.getObject("port"), l.getString("securite"), l.getString("identifiant"), l.getBytes("secret") != null, l.getString("expediteur"), l.getString("reponse")))
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

  /** What is wrong, by field; empty when it can be kept. A gateway without address is removed. */
  public Map<String, String> erreurs(Passerelle p) {
    Map<String, String> erreurs = new LinkedHashMap<>();
    if (p.adresse().isEmpty()) {
      return erreurs;
    }
    if (p.canal() == Canal.SMS) {
      if (!adresseDePasserelle(p.adresse())) {
        erreurs.put("adresse", "Donnez une adresse qui commence par https:// (http:// seulement pour ce serveur-ci).");
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

  /** Keeps it. @param secret new password or token; empty keeps the one there is */
  @Transactional
  public void regler(Passerelle p, String secret) {
    byte[] chiffre = secret == null || secret.isEmpty() ? null : chiffrement.chiffrer(secret.getBytes(StandardCharsets.UTF_8));
    base.sql("""
        insert into courriers.passerelle as x (canal, adresse, port, securite, identifiant, secret, expediteur, reponse, ecrite_par, ecrite_le)
        values (:canal, :adresse, :port, :securite, :identifiant, :secret, :expediteur, :reponse, :par, :le)
        on conflict (canal) do update set adresse = excluded.adresse, port = excluded.port, securite = excluded.securite, identifiant = excluded.identifiant,
          secret = case when excluded.adresse = '' then null else coalesce(excluded.secret, x.secret) end, expediteur = excluded.expediteur,
          reponse = excluded.reponse, ecrite_par = excluded.ecrite_par, ecrite_le = excluded.ecrite_le""")
        .param("canal", p.canal().name()).param("adresse", p.adresse()).param("port", p.port()).param("securite", p.securite()).param("identifiant", p.identifiant())
        .param("secret", chiffre).param("expediteur", p.expediteur()).param("reponse", p.reponse()).param("par", agentCourant.perimetre().agent())
        .param("le", OffsetDateTime.now(horloge)).update();
    journal.tracer("PASSERELLE", null, null, "Envoi des " + (p.canal() == Canal.SMS ? "SMS" : "courriels") + " : " + (p.adresse().isEmpty() ? "retiré" : p.adresse()));
  }

  private static boolean adresseDePasserelle(String adresse) {
    try {
      URI u = URI.create(adresse);
      boolean ici = "localhost".equals(u.getHost()) || "127.0.0.1".equals(u.getHost());
      return u.getHost() != null && ("https".equals(u.getScheme()) || "http".equals(u.getScheme()) && ici);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean courriel(String adresse) {
    return adresse.matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");
  }
}
