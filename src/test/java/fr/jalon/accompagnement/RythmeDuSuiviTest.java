package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accompagnement.domaine.FaitsDuSuivi;
import fr.jalon.accompagnement.domaine.RythmeDuSuivi;
import fr.jalon.accompagnement.domaine.RythmeDuSuivi.Genre;
import fr.jalon.accompagnement.domaine.RythmeDuSuivi.Pas;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When somebody must be in contact with Ana again: 30 days in the social pathway, 21 in the professional one, 7 in an intensive portfolio. */
class RythmeDuSuiviTest {
  private static final LocalDate MARS = LocalDate.of(2025, 3, 3);
  private static final RythmeDuSuivi RYTHME =
      new RythmeDuSuivi(Map.of(Parcours.SOCIAL, 30, Parcours.SOCIOPROFESSIONNEL, 30, Parcours.PROFESSIONNEL, 21),
      45, 7, 5, 15, 14);

  @Test
  void hors_rsa_bea_se_revoit_au_rythme_que_le_departement_donne_a_ces_publics() {
    assertThat(RYTHME.pas(vue(null, false, null), MARS)).contains(new Pas(Genre.SANS_CONTACT, MARS, MARS.plusDays(45)));
    assertThat(RYTHME.pas(vue(null, true, null), MARS)).contains(new Pas(Genre.SANS_CONTACT, MARS, MARS.plusDays(7)));
  }

  @Test
  void ana_vue_le_3_mars_est_a_revoir_trente_jours_apres_et_sept_dans_un_portefeuille_intensif() {
    assertThat(RYTHME.pas(vue(Parcours.SOCIAL, false, null), MARS)).contains(new Pas(Genre.SANS_CONTACT, MARS, LocalDate.of(2025, 4, 2)));
    assertThat(RYTHME.pas(vue(Parcours.PROFESSIONNEL, false, null), MARS)).contains(new Pas(Genre.SANS_CONTACT, MARS, LocalDate.of(2025, 3, 24)));
    assertThat(RYTHME.pas(vue(Parcours.PROFESSIONNEL, true, null), MARS)).contains(new Pas(Genre.SANS_CONTACT, MARS, LocalDate.of(2025, 3, 10)));
  }

  @Test
  void entree_dans_le_portefeuille_trois_semaines_apres_son_dernier_contact_elle_n_est_pas_en_retard_le_jour_meme() {
    LocalDate entree = LocalDate.of(2025, 3, 24);
    assertThat(RYTHME.pas(new FaitsDuSuivi(1, Parcours.SOCIAL, entree, MARS, MARS, EtatEntretien.PRESENTE, null, null, null, null), MARS))
        .contains(new Pas(Genre.SANS_CONTACT, MARS, LocalDate.of(2025, 3, 31)));
  }

  @Test
  void un_rendez_vous_donne_dans_le_rythme_repond_a_tout() {
    assertThat(RYTHME.pas(vue(Parcours.SOCIAL, false, MARS.plusDays(30)), MARS)).isEmpty();
    assertThat(RYTHME.pas(vue(Parcours.SOCIAL, true, MARS.plusDays(7)), MARS)).isEmpty();
    assertThat(RYTHME.pas(absente(MARS.plusDays(23)), MARS.plusDays(9))).as("rappelée : son rendez-vous est dans les deux semaines").isEmpty();
  }

  @Test
  void un_rendez_vous_dans_trois_mois_ne_dispense_pas_de_joindre_ana_d_ici_la() {
    LocalDate loin = MARS.plusDays(90);
    assertThat(RYTHME.pas(vue(Parcours.SOCIAL, false, loin), MARS)).contains(new Pas(Genre.SANS_CONTACT, MARS, MARS.plusDays(30)));
    assertThat(RYTHME.pas(absente(loin), MARS.plusDays(9)).map(Pas::genre)).contains(Genre.ABSENCE_A_SUIVRE);
    assertThat(RYTHME.pas(vue(Parcours.SOCIAL, true, MARS.plusDays(8)), MARS)).as("au rythme d'un portefeuille intensif").isPresent();
  }

  @Test
  void en_retard_ana_n_a_plus_rien_a_attendre_d_ici_son_rendez_vous_quand_il_est_dans_les_deux_semaines() {
    LocalDate avril = MARS.plusDays(40);
    assertThat(RYTHME.pas(vue(Parcours.SOCIAL, false, avril.plusDays(14)), avril)).isEmpty();
    assertThat(RYTHME.pas(vue(Parcours.SOCIAL, false, avril.plusDays(15)), avril)).contains(new Pas(Genre.SANS_CONTACT, MARS, MARS.plusDays(30)));
    assertThat(RYTHME.pas(vue(Parcours.SOCIAL, true, avril.plusDays(8)), avril)).as("sept jours dans un portefeuille intensif").isPresent();
  }

  @Test
  void absente_ou_excusee_le_12_mars_elle_est_a_rappeler_dans_les_cinq_jours_meme_si_personne_ne_l_a_encore_vue() {
    Pas suite = new Pas(Genre.ABSENCE_A_SUIVRE, LocalDate.of(2025, 3, 12), LocalDate.of(2025, 3, 17));
    for (EtatEntretien etat : new EtatEntretien[] {EtatEntretien.ABSENTE, EtatEntretien.EXCUSEE}) {
      assertThat(RYTHME.pas(new FaitsDuSuivi(1, Parcours.SOCIAL, null, MARS, LocalDate.of(2025, 3, 12), etat, null, null, null, null), MARS))
          .contains(suite);
      assertThat(RYTHME.pas(new FaitsDuSuivi(1, Parcours.SOCIAL, null, null, LocalDate.of(2025, 3, 12), etat, null, null, null, null), MARS))
          .contains(suite);
    }
  }

  @Test
  void vue_depuis_son_absence_elle_n_est_plus_a_rappeler() {
    LocalDate apres = LocalDate.of(2025, 3, 14);
    assertThat(RYTHME.pas(new FaitsDuSuivi(1, Parcours.SOCIAL, null, apres, apres, EtatEntretien.PRESENTE, null, null, null, null), MARS))
        .contains(new Pas(Genre.SANS_CONTACT, apres, apres.plusDays(30)));
  }

  @Test
  void confiee_le_10_mars_a_un_autre_referent_elle_attend_son_appel_jusqu_a_ce_qu_il_l_ait_vue() {
    LocalDate confiee = LocalDate.of(2025, 3, 10);
    assertThat(RYTHME.pas(new FaitsDuSuivi(1, Parcours.SOCIAL, null, MARS, MARS, EtatEntretien.PRESENTE, null, confiee, null, null), MARS))
        .contains(new Pas(Genre.NOUVEAU_DOSSIER, confiee, LocalDate.of(2025, 3, 25)));
    assertThat(RYTHME.pas(new FaitsDuSuivi(1, Parcours.SOCIAL, null, confiee, confiee, EtatEntretien.PRESENTE, null, confiee, null, null), MARS)
        .map(Pas::genre))
        .contains(Genre.SANS_CONTACT);
  }

  @Test
  void jamais_rencontree_c_est_sa_premiere_rencontre_qu_elle_attend_et_rien_d_autre() {
    assertThat(RYTHME.pas(new FaitsDuSuivi(1, Parcours.SOCIAL, MARS.minusDays(9), null, null, null, null, MARS, null, null), MARS)).isEmpty();
  }

  @Test
  void suivie_depuis_longtemps_ailleurs_et_reprise_le_3_mars_elle_est_a_contacter_dans_le_rythme_de_son_parcours() {
    FaitsDuSuivi reprise = new FaitsDuSuivi(1, Parcours.SOCIAL, null, null, null, null, null, null, MARS, null);
    assertThat(RYTHME.pas(reprise, MARS)).contains(new Pas(Genre.JAMAIS_VUE_ICI, MARS, LocalDate.of(2025, 4, 2)));
  }

  private static FaitsDuSuivi absente(LocalDate prevu) {
    return new FaitsDuSuivi(1, Parcours.SOCIAL, null, MARS, MARS.plusDays(9), EtatEntretien.ABSENTE, prevu, MARS.plusDays(1), null, null);
  }

  private static FaitsDuSuivi vue(Parcours parcours, boolean intensif, LocalDate prevu) {
    return new FaitsDuSuivi(1, parcours, intensif ? MARS.minusDays(20) : null, MARS, MARS, EtatEntretien.PRESENTE, prevu, null, null, null);
  }
}
