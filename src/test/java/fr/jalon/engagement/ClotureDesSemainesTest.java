package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.Navigateur;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A week counted: what was asked, planned, done, by the days the contract ran. See {@link EssaiDHeures}. */
class ClotureDesSemainesTest extends EssaiDHeures {
  private static final LocalDate S42 = LocalDate.of(2025, 10, 13);

  @Test
  void une_formation_un_emploi_une_insertion_comptent_seuls_d_apres_leurs_dates() {
    contrat().avec("FORMATION", "14", LocalDate.of(2025, 10, 15), LocalDate.of(2025, 12, 19), false).avec("DEMARCHES", "5");
    assertThat(compter(S42)).as("cinq jours de formation sur sept").isEqualTo("QUINZE 900/900/600");
    assertThat(compter(LUNDI)).isEqualTo("QUINZE 900/1140/840");
    assertThat(compter(LocalDate.of(2025, 10, 6))).as("pas encore commencée").isEqualTo("SOUS_QUINZE 900/300/0");
  }

  @Test
  void la_semaine_ou_le_contrat_commence_ne_demande_que_ses_jours() {
    ContratSigne.de(base, ana.id(), suivi, LocalDate.of(2025, 10, 16), LocalDate.of(2026, 4, 15)).avec("DEMARCHES", "15");
    assertThat(compter(S42)).as("quatre jours sur sept").isEqualTo("QUINZE 514/514/0");
    assertThat(compter(LocalDate.of(2025, 10, 6))).isEqualTo("SANS_CONTRAT -/0/0");
    assertThat(compter(LUNDI)).isEqualTo("QUINZE 900/900/0");
  }

  @Test
  void un_contrat_suspendu_ou_ecarte_ne_demande_rien() {
    contrat().avec("DEMARCHES", "15");
    long contrat = base.sql("select id from engagement.contrat where personne_id = ?").param(ana.id()).query(Long.class).single();
    base.sql("update engagement.contrat set etat = 'SUSPENDU', etat_depuis = '2025-10-15' where id = ?").param(contrat).update();
    base.sql("insert into engagement.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par) values ('CONTRAT', ?, ?, 'SIGNE', 'SUSPENDU', '2025-10-15', now(), 'essai')")
        .params(contrat, ana.id()).update();
    assertThat(compter(LUNDI)).isEqualTo("SANS_CONTRAT -/0/0");
    base.sql("update engagement.contrat set etat = 'SIGNE' where id = ?").param(contrat).update();
    base.sql("insert into engagement.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par) values ('CONTRAT', ?, ?, 'SUSPENDU', 'SIGNE', '2025-10-20', now(), 'essai')")
        .params(contrat, ana.id()).update();
    assertThat(compter(LUNDI)).isEqualTo("QUINZE 900/900/0");
    assertThat(compter(S42)).as("elle l'était cette semaine-là").isEqualTo("SANS_CONTRAT -/0/0");
    base.sql("update engagement.contrat set etat = 'ECARTE' where id = ?").param(contrat).update();
    assertThat(compter(LUNDI)).isEqualTo("SANS_CONTRAT -/0/0");
  }

  @Test
  void le_lundi_clot_la_semaine_d_avant_une_saisie_tardive_la_recompte() {
    contrat().avec("DEMARCHES", "15");
    clore.executer();
    assertThat(semaine(S42)).isEqualTo("QUINZE 900/900/0");
    assertThat(semaine(LUNDI)).as("celle qui court se montre déjà").isEqualTo("QUINZE 900/900/0");
    horloge.regler(LocalDate.of(2025, 10, 27).atTime(0, 30));
    base.sql("""
        insert into engagement.heure (personne_id, lundi, activite, minutes, sante, source, saisie_par, saisie_le)
        values (?, '2025-10-13', 'DEMARCHES', 120, false, 'API', 'essai', '2025-10-27 00:10+01'), (?, '2025-10-20', 'DEMARCHES', 60, false, 'API', 'essai', '2025-10-20 10:00+02')""")
        .params(ana.id(), ana.id()).update();
    clore.executer();
    assertThat(semaine(S42)).isEqualTo("QUINZE 900/900/120");
    assertThat(semaine(LUNDI)).as("close une fois finie").isEqualTo("QUINZE 900/900/60");
    String avant = base.sql("select string_agg(w::text, ' ' order by lundi) from engagement.semaine w where personne_id = ?").param(ana.id())
        .query(String.class).single();
    clore.executer();
    assertThat(base.sql("select string_agg(w::text, ' ' order by lundi) from engagement.semaine w where personne_id = ?").param(ana.id())
        .query(String.class).single()).as("deux fois, rien ne change").isEqualTo(avant);
  }

  @Test
  void la_liste_d_une_semaine_montre_chacune_ce_qui_lui_manque_et_pourquoi() {
    contrat().avec("DEMARCHES", "10");
    compter(S42);
    Navigateur nav = connecter(noura);
    nav.suivre(noter(nav, "2025-W42", "h-DEMARCHES-0", "2"));
    String nom = "HEURESANA" + essai;
    String liste = nav.ouvrir("/heures?semaine=2025-W42&nom=" + nom).body();
    assertThat(liste).contains(nom).contains("Sous quinze heures sans raison notée").contains("13\u00a0h")
        .contains("Démarches administratives, logement, mobilité 2\u00a0h");
    assertThat(nav.ouvrir("/heures?semaine=2025-W42&vue=SANS_RAISON&nom=" + nom).body()).contains(nom + " Ana");
    assertThat(nav.ouvrir("/heures?semaine=2025-W42&vue=ADAPTEES&nom=" + nom).body()).doesNotContain(nom + " Ana");
    assertThat(nav.ouvrir("/heures?semaine=2025-W42&vue=MANQUANTES&nom=" + nom).body()).contains(nom + " Ana");
    assertThat(nav.ouvrir("/heures?semaine=n-importe-quoi").statusCode()).isEqualTo(200);
    assertThat(connecter(comptoir.agent("REFERENT", List.of(3), List.of())).ouvrir("/heures?semaine=2025-W42&nom=" + nom).body())
        .doesNotContain(nom + " Ana");
  }
}
