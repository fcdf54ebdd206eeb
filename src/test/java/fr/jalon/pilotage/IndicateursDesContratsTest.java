package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Contracts counted. Ana is notified on 6 January 2025 and signs on 20 January for six months, then renews; Bea is notified on 10 January and
 * signs late, on 3
 * March, for a year; Carl, notified on 3 February, refuses; Dina's was noted by mistake; France Travail follows Eve.
 */
class IndicateursDesContratsTest extends EssaiDIndicateurs {
  private static final int FRANCE_TRAVAIL = 2;
  private Peuplement.Personne ana;
  private long contrat;

  @BeforeEach
  void cinq_personnes() {
    for (String fin : new String[] {"2025-01-31", "2025-02-28", "2025-03-31", "2025-07-31", "2025-12-31"}) {
      p.fichier(fin);
    }
    ana = suivie("Ana", 1, 1, "2025-01-06");
    contrat = signe(ana, "2025-01-20", "2025-01-20", "2025-07-19");
    signe(suivie("Bea", 2, 1, "2025-01-10"), "2025-03-03", "2025-03-03", "2026-03-02");
    contrat(suivie("Carl", 1, 1, "2025-02-03"), "REFUSE", "2025-02-20");
    Peuplement.Personne dina = suivie("Dina", 1, 1, "2025-02-10");
    long erreur = signe(dina, "2025-02-12", "2025-02-12", "2025-08-11");
    chargement.sql("update engagement.contrat set etat = 'ECARTE' where id = ?").param(erreur).update();
    suivie("Eve", 1, FRANCE_TRAVAIL, "2025-01-06");
    p.perimetres();
  }

  private Peuplement.Personne suivie(String prenom, int territoire, int organisation, String notifieLe) {
    Peuplement.Personne personne = p.personne(prenom, "1985-01-01", 2);
    p.foyer("2024-01-01").droit("2", "2024-01-01", null, "FEMME_SEULE").adresse(territoire, "2024-01-01", null)
        .membre(personne, "DEM", "2024-01-01", null, true, false);
    p.suivi(personne, null, "SOCIAL", organisation, notifieLe, null);
    chargement.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, etat, etat_depuis)
        select 'CONTRAT_ENGAGEMENT', s.personne_id, s.id, s.notifie_le, (s.notifie_le + interval '1 month')::date, 'OUVERTE', s.notifie_le
        from orientation.suivi s where s.personne_id = ? and s.organisation_id <> ?""").params(personne.id(), FRANCE_TRAVAIL).update();
    return personne;
  }

  private long contrat(Peuplement.Personne qui, String etat, String le) {
    long c = chargement.sql("""
        insert into engagement.contrat (personne_id, suivi_id, etat, etat_depuis, depuis, jusqu_au, signe_le, cle, ecrit_par, ecrit_le)
        select ?, s.id, 'SIGNE', ?::date, ?::date, ?::date + 1, ?::date, gen_random_uuid(), 'essai', now() from orientation.suivi s where s.personne_id = ? returning id""")
        .params(qui.id(), le, le, le, le, qui.id()).query(Long.class).single();
    chargement.sql("update engagement.contrat set etat = ? where id = ? and etat <> ?").params(etat, c, etat).update();
    chargement.sql("insert into engagement.passage (objet, objet_id, personne_id, vers, le, fait_le, par) values ('CONTRAT', ?, ?, ?, ?::date, now(), 'essai')")
        .params(c, qui.id(), etat, le).update();
    return c;
  }

  private long signe(Peuplement.Personne qui, String le, String depuis, String jusquAu) {
    long c = contrat(qui, "SIGNE", le);
    version(c, 1, "PREMIER", le, depuis, jusquAu);
    chargement.sql("update echeances.echeance set etat = 'TENUE', etat_depuis = ?::date where nature = 'CONTRAT_ENGAGEMENT' and personne_id = ?")
        .params(le, qui.id()).update();
    return c;
  }

  private void version(long c, int numero, String cause, String le, String depuis, String jusquAu) {
    long v = chargement.sql("""
        insert into engagement.version (personne_id, contrat_id, suivi_id, numero, etat, cause, depuis, jusqu_au, intensite, engagements_personne,
          engagements_referent, signee_le, ecrite_par, ecrite_le)
        select personne_id, id, suivi_id, ?, 'SIGNEE', ?, ?::date, ?::date, 'ORDINAIRE', 'Essai', 'Essai', ?::date, 'essai', now() from engagement.contrat where id = ?
        returning id""").params(numero, cause, depuis, jusquAu, le, c).query(Long.class).single();
    long o = chargement.sql("""
        insert into engagement.objectif (personne_id, version_id, rang, theme, sante, texte) select personne_id, id, 1, 'LOGEMENT', false, 'Essai'
        from engagement.version where id = ? returning id""").param(v).query(Long.class).single();
    for (String activite : new String[] {"DEMARCHES", "RECHERCHE", "RECHERCHE"}) {
      chargement.sql("""
          insert into engagement.action (personne_id, version_id, objectif_id, rang, sante, libelle, activite, qui, depuis, jusqu_au, heures)
          select personne_id, id, ?, 1, false, 'Essai', ?, 'PERSONNE', depuis, jusqu_au, 2 from engagement.version where id = ?""").params(o, activite, v).update();
    }
  }

  @Test
  void la_part_signee_dans_le_mois_ne_compte_que_qui_a_fini_son_mois() {
    assertThat(valeur("CON-1-MOIS", "2025-01-31")).as("tous les mois courent encore").isNull();
    assertThat(valeur("CON-1-MOIS", "2025-02-15")).as("Ana oui, Bea non").isEqualTo("50");
    assertThat(valeur("CON-1-MOIS", "2025-03-31")).as("ni Carl, ni Dina dont le contrat est une erreur").isEqualTo("25");
    assertThat(par("CON-1-MOIS", "2025-02-15", Dimension.TERRITOIRE)).isEqualTo(Map.of("Centre", "100"));
  }

  @Test
  void le_delai_va_de_la_notification_a_la_signature() {
    assertThat(valeur("CON-DELAI", "2025-02-28")).isEqualTo("14");
    assertThat(valeur("CON-DELAI", "2025-03-31")).as("14 et 52 jours").isEqualTo("33");
    assertThat(valeur("CON-DELAI-MEDIAN", "2025-03-31")).isEqualTo("33");
  }

  @Test
  void en_vigueur_ce_jour_la_parmi_les_personnes_suivies_hors_france_travail() {
    assertThat(valeur("CON-EN-VIGUEUR", "2025-01-31")).as("Ana, de deux suivies").isEqualTo("50");
    assertThat(valeur("CON-EN-VIGUEUR", "2025-03-31")).as("Ana et Bea, de quatre").isEqualTo("50");
    assertThat(valeur("CON-EN-VIGUEUR", "2025-07-31")).as("celui d'Ana est fini").isEqualTo("25");
    assertThat(valeur("CON-REFUS", "2025-02-19")).isEqualTo("0");
    assertThat(valeur("CON-REFUS", "2025-03-31")).isEqualTo("1");
  }

  @Test
  void un_contrat_fini_est_renouvele_quand_sa_suite_est_signee() {
    assertThat(valeur("CON-RENOUVELES", "2025-07-31")).isEqualTo("0");
    version(contrat, 2, "RENOUVELLEMENT", "2025-07-25", "2025-07-25", "2026-01-24");
    assertThat(valeur("CON-RENOUVELES", "2025-07-31")).isEqualTo("100");
    assertThat(valeur("CON-RENOUVELES", "2025-07-24")).as("ce jour-là, pas encore").isEqualTo("0");
    assertThat(valeur("CON-EN-VIGUEUR", "2025-07-31")).isEqualTo("50");
  }

  @Test
  void les_objectifs_se_comptent_par_resultat_le_jour_ou_il_est_dit() {
    chargement.sql("""
        update engagement.objectif set resultat = 'EN_PARTIE', resultat_le = '2025-03-10', resultat_par = 'essai' where personne_id = ?""").param(ana.id()).update();
    assertThat(valeur("CON-OBJECTIFS", "2025-03-09")).isEqualTo("0");
    assertThat(par("CON-OBJECTIFS", "2025-03-31", Dimension.valueOf("RESULTAT_D_OBJECTIF"))).isEqualTo(Map.of("EN_PARTIE", "1"));
  }

  @Test
  void l_oarsa_compte_les_contrats_valides_par_organisme_par_duree_et_par_type_d_action() {
    assertThat(valeur("OARSA-T2", "2025-03-31")).isEqualTo("2");
    assertThat(par("OARSA-T3", "2025-03-31", Dimension.valueOf("DUREE_DE_CONTRAT"))).isEqualTo(Map.of("6-11", "1", "12+", "1"));
    assertThat(par("OARSA-T4", "2025-03-31", Dimension.valueOf("ACTION_OARSA"))).as("un type compte une fois par contrat")
        .containsEntry("LOGEMENT", "2").containsEntry("RECHERCHE_EMPLOI", "2").doesNotContainKey("FORMATION");
    assertThat(valeur("OARSA-T2", "2025-12-31")).as("celui de Bea").isEqualTo("1");
  }

  @Test
  void qui_ne_lit_pas_les_contrats_en_lit_le_nombre_pas_les_noms() {
    assertThat(par(DIRECTION, null, () -> indicateurs.personnes("CON-REFUS", LocalDate.parse("2025-03-31"), null, null, 1)).personnes()).isEmpty();
    assertThat(valeur("CON-REFUS", "2025-03-31")).isEqualTo("1");
  }
}
