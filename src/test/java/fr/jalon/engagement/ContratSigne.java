package fr.jalon.engagement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A follow-up by an organisation and a contract signed on it, written as the owner: for tests of what comes after the signature. */
public final class ContratSigne {
  private final JdbcClient base;
  private final long personne;
  private final long version;
  private final long objectif;
  private final LocalDate depuis;
  private final LocalDate jusquAu;

  private ContratSigne(JdbcClient base, long personne, long version, long objectif, LocalDate depuis, LocalDate jusquAu) {
    this.base = base;
    this.personne = personne;
    this.version = version;
    this.objectif = objectif;
    this.depuis = depuis;
    this.jusquAu = jusquAu;
  }

  /** She is followed by that organisation from that day. @return the follow-up */
  public static long suivie(JdbcClient base, long personne, int organisation, LocalDate notifieLe) {
    return base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat, etat_depuis, saisi_par, saisi_le)
        values (?, 'SOCIAL', ?, ?, 'EN_COURS', ?, 'essai', now()) returning id""").params(personne, organisation, notifieLe, notifieLe)
        .query(Long.class).single();
  }

  /** Signed by both its first day, without any action yet. */
  public static ContratSigne de(JdbcClient base, long personne, long suivi, LocalDate depuis, LocalDate jusquAu) {
    long contrat = base.sql("""
        insert into engagement.contrat (personne_id, suivi_id, etat, etat_depuis, cle, ecrit_par, ecrit_le) values (?, ?, 'A_ELABORER', ?, ?, 'essai', now()) returning id""")
        .params(personne, suivi, depuis, UUID.randomUUID()).query(Long.class).single();
    base.sql("update engagement.contrat set etat = 'A_SIGNER' where id = ?").param(contrat).update();
    base.sql("update engagement.contrat set etat = 'SIGNE', depuis = ?, jusqu_au = ?, signe_le = ? where id = ?").params(depuis, jusquAu, depuis,
        contrat)
        .update();
    base.sql("insert into engagement.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par) values ('CONTRAT', ?, ?, 'A_SIGNER', 'SIGNE', ?, now(), 'essai')")
        .params(contrat, personne, depuis).update();
    long version = base.sql("""
        insert into engagement.version (personne_id, contrat_id, suivi_id, numero, etat, cause, depuis, jusqu_au, intensite, engagements_personne,
          engagements_referent, ecrite_par, ecrite_le) values (?, ?, ?, 1, 'PREPAREE', 'PREMIER', ?, ?, 'ORDINAIRE', 'Venir', 'Aider', 'essai', now()) returning id""")
        .params(personne, contrat, suivi, depuis, jusquAu).query(Long.class).single();
    base.sql("update engagement.version set etat = 'SIGNEE', presentee_le = ?, signee_le = ? where id = ?").params(depuis, depuis,
        version).update();
    long objectif = base.sql("""
        insert into engagement.objectif (personne_id, version_id, rang, sante, texte) values (?, ?, 1, false, 'Avancer') returning id""")
        .params(personne, version).query(Long.class).single();
    return new ContratSigne(base, personne, version, objectif, depuis, jusquAu);
  }

  /** An action over the whole contract. */
  public ContratSigne avec(String activite, String heures) {
    return avec(activite, heures, depuis, jusquAu, false);
  }

  /** An action. @param sante true when its objective is about health */
  public ContratSigne avec(String activite, String heures, LocalDate du, LocalDate au, boolean sante) {
    base.sql("""
        insert into engagement.action (personne_id, version_id, objectif_id, rang, sante, libelle, activite, qui, depuis, jusqu_au, heures)
        values (?, ?, ?, 1, ?, ?, ?, 'PERSONNE', ?, ?, ?)""").params(personne, version, objectif, sante, "Action " + activite.toLowerCase(
        java.util.Locale.FRENCH), activite, du, au, new BigDecimal(heures)).update();
    return this;
  }
}
