package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.Dossiers.Suite;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pause that lasted too long ends an entry only to open another one: who is soumise with a paid right is never left with nothing. */
@EssaiArdeche
class PausesLonguesTest {
  private static final LocalDate JANVIER = LocalDate.of(2023, 1, 31);
  @Autowired
  Dossiers dossiers;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void huit_mois_non_soumise_puis_cinq_mois_suspendue_puis_de_retour_elle_attend_de_nouveau_avec_une_echeance() {
    Personne p = mois(0, dossiers.inconnue("MELEE", 1, LocalDate.of(2023, 1, 10)), "2", true);
    for (int m = 1; m <= 8; m++) {
      p = mois(m, p, "2", false);
    }
    for (int m = 9; m <= 13; m++) {
      p = mois(m, p, "4", true);
    }
    p = mois(14, p, "2", true);
    assertThat(entrees(p)).containsExactly("SORTIE PRIMO_DEMANDEUR CADUQUE", "EN_ATTENTE RETOUR_APRES_SUSPENSION_LONGUE OUVERTE");
  }

  @Test
  void qui_revient_d_une_suspension_apres_une_fin_de_droit_est_de_nouveau_a_orienter() {
    Personne p = mois(0, dossiers.inconnue("CLOSEPUIS", 1, LocalDate.of(2023, 1, 10)), "2", true);
    p = mois(1, p, "5", false);
    p = mois(2, p, "4", true);
    p = mois(4, p, "2", true);
    assertThat(entrees(p)).containsExactly("SORTIE PRIMO_DEMANDEUR CADUQUE", "EN_ATTENTE RETOUR_APRES_RADIATION OUVERTE");
  }

  @Test
  void un_mois_verse_appris_apres_coup_reprend_l_entree_en_pause_au_lieu_de_la_finir_sans_suite() {
    Personne p = mois(0, dossiers.inconnue("APRESCOUP", 1, LocalDate.of(2023, 1, 10)), "2", true);
    p = mois(1, p, "2", false);
    // the end of the month before her return, as a late file told it, shows her soumise
    base.sql("update allocataires.membre set jusqua = '2024-03-15', jusqua_connu_le = now() where personne_id = ? and jusqua = 'infinity'")
        .param(p.id()).update();
    base.sql("""
        insert into allocataires.membre (foyer_id, personne_id, personne_origine_id, depuis, connu_le, import_id, role, adulte, a_charge, sdd, territoire_id)
        values (?, ?, ?, '2024-03-15', now(), 1, 'DEM', true, true, true, 1)""").params(p.foyerId(), p.id(), p.id()).update();
    mois(15, p, "2", true);
    assertThat(entrees(p)).containsExactly("EN_ATTENTE PRIMO_DEMANDEUR OUVERTE");
  }

  @Test
  void quels_que_soient_ses_mois_qui_est_soumise_attend_toujours() {
    List<String> oubliees = new ArrayList<>();
    int recommencees = 0;
    for (int i = 0; i < 10; i++) {
      Random hasard = new Random(i * 7_919L);
      Personne p = mois(0, dossiers.inconnue("MARCHE" + i, 1, LocalDate.of(2023, 1, 10)), "2", true);
      int position = 0;
      StringBuilder chemin = new StringBuilder("2s");
      for (int m = 1; m <= 26; m++) {
        // long stays: most months repeat the one before
        position = hasard.nextInt(6) == 0 ? hasard.nextInt(5) : position;
        String etat = List.of("2", "2", "3", "4", "5").get(position);
        boolean sdd = position == 0 || position == 2 || position == 3;
        p = mois(m, p, etat, sdd);
        chemin.append(' ').append(etat).append(sdd ? "s" : "");
        if (position == 0 && !attend(p)) {
          oubliees.add(i + " : " + chemin);
        }
      }
      recommencees += entrees(p).size() - 1;
    }
    assertThat(oubliees).isEmpty();
    assertThat(recommencees).as("le parcours des mois finit et rouvre des entrées").isGreaterThan(2);
  }

  private Personne mois(int m, Personne p, String etat, boolean sdd) {
    LocalDate fin = JANVIER.withDayOfMonth(1).plusMonths(m + 1L).minusDays(1);
    Suite suite = dossiers.fichier(fin, fin.plusDays(3), p, etat, sdd);
    return suite.personne();
  }

  private boolean attend(Personne p) {
    return base.sql("select exists (select from orientation.entree where personne_id = ? and etat = 'EN_ATTENTE')").param(p.id())
        .query(Boolean.class).single();
  }

  private List<String> entrees(Personne p) {
    return base.sql("""
        select e.etat || ' ' || e.motif || ' ' || x.etat from orientation.entree e join echeances.echeance x on x.nature = 'ORIENTATION' and x.objet_id = e.id
        where e.personne_id = ? order by e.mois""").param(p.id()).query(String.class).list();
  }
}
