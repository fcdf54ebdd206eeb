package fr.jalon.orientation.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.allocataires.constat.Mouvement.Situation;
import fr.jalon.orientation.domaine.Antecedents.EntreeConnue;
import fr.jalon.orientation.domaine.Decision.NouvelEntrant;
import fr.jalon.orientation.domaine.Decision.PasNouvelEntrant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Annexe 4 §4, each inclusion and each exclusion. The file is the monthly one of March 2026, received on 1 April. */
class DetectionNouvelEntrantTest {
  private static final LocalDate MARS = LocalDate.of(2026, 3, 31);
  private static final Constat FICHIER = constat(false);
  private static final Constat PREMIER_FICHIER = constat(true);
  private static final long FOYER = 1;
  private static final long AUTRE_FOYER = 2;
  private static final Situation SOUMISE = new Situation("2", true, null, FOYER);
  private static final Situation AU_DESSUS_DE_500_EUROS = new Situation("2", false, null, FOYER);
  private static final Situation RADIEE = new Situation("5", false, null, FOYER);
  private static final Antecedents DEJA_VENUE = new Antecedents(null, null, null, true, false);

  @Test
  void une_premiere_demande_de_rsa_est_un_nouvel_entrant() {
    assertThat(examiner(null, null, SOUMISE, Antecedents.AUCUN)).isEqualTo(entre(MotifEntree.PRIMO_DEMANDEUR));
  }

  @Test
  void une_demande_en_attente_puis_accordee_est_une_premiere_demande() {
    Situation enAttente = new Situation("0", true, null, FOYER);
    assertThat(examiner(enAttente, enAttente, SOUMISE, new Antecedents(null, null, null, false, false)))
        .isEqualTo(entre(MotifEntree.PRIMO_DEMANDEUR));
  }

  @Test
  void une_demande_refusee_puis_accordee_est_une_premiere_demande() {
    Situation refusee = new Situation("1", false, null, FOYER);
    assertThat(examiner(refusee, refusee, SOUMISE, new Antecedents(null, null, null, false, false))).isEqualTo(entre(MotifEntree.PRIMO_DEMANDEUR));
  }

  @Test
  void un_premier_droit_suspendu_des_l_ouverture_puis_verse_est_une_premiere_demande() {
    Situation suspendu = new Situation("4", true, LocalDate.of(2026, 2, 1), FOYER);
    Antecedents jamaisPayee = new Antecedents(null, null, LocalDate.of(2026, 2, 1), false, false);
    assertThat(examiner(suspendu, suspendu, SOUMISE, jamaisPayee)).isEqualTo(entre(MotifEntree.PRIMO_DEMANDEUR));
  }

  @Test
  void une_personne_radiee_qui_revient_est_un_nouvel_entrant() {
    assertThat(examiner(RADIEE, RADIEE, SOUMISE, DEJA_VENUE)).isEqualTo(entre(MotifEntree.RETOUR_APRES_RADIATION));
  }

  @Test
  void une_personne_radiee_qui_revient_par_une_nouvelle_demande_est_un_nouvel_entrant() {
    Situation radieeAilleurs = new Situation("6", false, null, AUTRE_FOYER);
    Antecedents nouvelleDemande = new Antecedents(null, null, null, true, true);
    assertThat(examiner(radieeAilleurs, radieeAilleurs, SOUMISE, nouvelleDemande)).isEqualTo(entre(MotifEntree.RETOUR_APRES_RADIATION));
  }

  @Test
  void une_personne_absente_du_fichier_complet_puis_revenue_est_un_nouvel_entrant() {
    Situation absente = new Situation("ABSENT", true, null, FOYER);
    assertThat(examiner(absente, absente, SOUMISE, DEJA_VENUE)).isEqualTo(entre(MotifEntree.RETOUR_APRES_RADIATION));
  }

  @Test
  void une_personne_qui_emmenage_dans_le_departement_est_un_nouvel_entrant() {
    Mouvement m = new Mouvement(1, FOYER, null, null, SOUMISE, LocalDate.of(2021, 5, 1), LocalDate.of(2026, 3, 1));
    assertThat(regle().examiner(m, Antecedents.AUCUN, FICHIER)).isEqualTo(entre(MotifEntree.ARRIVEE_AUTRE_DEPARTEMENT));
  }

  @Test
  void une_personne_sans_rsa_qui_rejoint_un_foyer_au_rsa_est_un_nouvel_entrant() {
    Antecedents foyerConnu = new Antecedents(null, null, null, false, false);
    assertThat(examiner(null, null, SOUMISE, foyerConnu)).isEqualTo(entre(MotifEntree.REJOINT_UN_FOYER));
  }

  @Test
  void rejoindre_un_foyer_arrive_il_y_a_des_annees_n_est_pas_arriver_d_un_autre_departement() {
    Mouvement m = new Mouvement(1, FOYER, null, null, SOUMISE, LocalDate.of(2021, 5, 1), LocalDate.of(2022, 3, 1));
    assertThat(regle().examiner(m, new Antecedents(null, null, null, false, false), FICHIER)).isEqualTo(entre(MotifEntree.REJOINT_UN_FOYER));
  }

  @Test
  void une_personne_de_nouveau_sous_500_euros_sans_suivi_est_un_nouvel_entrant() {
    assertThat(examiner(AU_DESSUS_DE_500_EUROS, AU_DESSUS_DE_500_EUROS, SOUMISE, DEJA_VENUE)).isEqualTo(entre(MotifEntree.DE_NOUVEAU_SOUS_500_EUROS));
  }

  @Test
  void une_personne_suspendue_depuis_12_mois_ou_plus_qui_revient_est_un_nouvel_entrant_meme_si_son_suivi_dormait() {
    LocalDate debut = MARS.minusMonths(12);
    Situation suspendue = new Situation("3", true, debut, FOYER);
    Antecedents enVeille = new Antecedents(EtatSuivi.EN_VEILLE, null, debut, true, false);
    assertThat(examiner(suspendue, suspendue, SOUMISE, enVeille)).isEqualTo(entre(MotifEntree.RETOUR_APRES_SUSPENSION_LONGUE));
  }

  @Test
  void une_personne_suspendue_depuis_12_mois_ou_plus_sans_orientation_recommence() {
    LocalDate debut = MARS.minusMonths(14);
    Situation suspendue = new Situation("4", true, debut, FOYER);
    Antecedents attendait = new Antecedents(null, entree(EtatEntree.SUSPENDUE, debut), debut, true, false);
    assertThat(examiner(suspendue, suspendue, SOUMISE, attendait)).isEqualTo(entre(MotifEntree.RETOUR_APRES_SUSPENSION_LONGUE));
  }

  @Test
  void n_entre_pas_deux_fois_quand_deux_fichiers_du_meme_jour_montrent_son_retour_de_suspension_longue() {
    LocalDate debut = MARS.minusMonths(14);
    Situation suspendue = new Situation("4", true, debut, FOYER);
    Antecedents attend = new Antecedents(null, entree(EtatEntree.EN_ATTENTE, MARS), debut, true, false);
    assertThat(examiner(suspendue, suspendue, SOUMISE, attend)).isEqualTo(non(RaisonExclusion.DEJA_EN_ATTENTE));
  }

  @Test
  void n_entre_pas_quand_le_droit_est_suspendu() {
    assertThat(examiner(null, null, new Situation("3", true, MARS, FOYER), Antecedents.AUCUN)).isEqualTo(non(RaisonExclusion.DROIT_NON_VERSABLE));
  }

  @Test
  void n_entre_pas_quand_le_droit_est_clos() {
    assertThat(examiner(SOUMISE, SOUMISE, RADIEE, DEJA_VENUE)).isEqualTo(non(RaisonExclusion.DROIT_NON_VERSABLE));
  }

  @Test
  void n_entre_pas_quand_la_personne_a_quitte_tout_foyer() {
    assertThat(examiner(SOUMISE, SOUMISE, null, DEJA_VENUE)).isEqualTo(non(RaisonExclusion.DROIT_NON_VERSABLE));
  }

  @Test
  void n_entre_pas_quand_elle_passe_au_dessus_de_500_euros() {
    assertThat(examiner(SOUMISE, SOUMISE, AU_DESSUS_DE_500_EUROS, DEJA_VENUE)).isEqualTo(non(RaisonExclusion.NON_SOUMIS));
  }

  @Test
  void n_entre_pas_quand_elle_etait_deja_soumise_le_mois_precedent() {
    assertThat(examiner(SOUMISE, SOUMISE, SOUMISE, DEJA_VENUE)).isEqualTo(non(RaisonExclusion.DEJA_SOUMIS_MOIS_PRECEDENT));
  }

  @Test
  void n_entre_pas_quand_un_suivi_est_en_cours() {
    Antecedents suivie = new Antecedents(EtatSuivi.EN_COURS, null, null, true, false);
    assertThat(examiner(AU_DESSUS_DE_500_EUROS, AU_DESSUS_DE_500_EUROS, SOUMISE, suivie)).isEqualTo(non(RaisonExclusion.SUIVI_EN_COURS));
  }

  @Test
  void n_entre_pas_quand_elle_va_et_vient_autour_de_500_euros_et_que_son_suivi_est_en_veille() {
    Antecedents enVeille = new Antecedents(EtatSuivi.EN_VEILLE, null, null, true, false);
    assertThat(examiner(AU_DESSUS_DE_500_EUROS, AU_DESSUS_DE_500_EUROS, SOUMISE, enVeille)).isEqualTo(non(RaisonExclusion.SUIVI_EN_VEILLE));
  }

  @Test
  void n_entre_pas_quand_elle_revient_apres_moins_de_12_mois_de_suspension() {
    LocalDate debut = MARS.minusMonths(12).plusDays(1);
    Situation suspendue = new Situation("3", true, debut, FOYER);
    assertThat(examiner(suspendue, suspendue, SOUMISE, new Antecedents(null, null, debut, true, false)))
        .isEqualTo(non(RaisonExclusion.SUSPENSION_COURTE));
  }

  @Test
  void n_entre_pas_deux_fois_quand_son_entree_suspendue_depuis_moins_de_12_mois_reprend() {
    LocalDate debut = MARS.minusMonths(3);
    Situation suspendue = new Situation("4", true, debut, FOYER);
    Antecedents attendait = new Antecedents(null, entree(EtatEntree.SUSPENDUE, debut), debut, true, false);
    assertThat(examiner(suspendue, suspendue, SOUMISE, attendait)).isEqualTo(non(RaisonExclusion.SUSPENSION_COURTE));
  }

  @Test
  void n_entre_pas_deux_fois_quand_elle_attend_deja_son_orientation() {
    Antecedents attend = new Antecedents(null, entree(EtatEntree.EN_ATTENTE, LocalDate.of(2026, 3, 10)), null, false, false);
    assertThat(examiner(SOUMISE, null, SOUMISE, attend)).isEqualTo(non(RaisonExclusion.DEJA_EN_ATTENTE));
  }

  @Test
  void n_entre_pas_deux_fois_quand_elle_sort_et_revient_dans_le_meme_mois() {
    Antecedents sortie = new Antecedents(null, entree(EtatEntree.SORTIE, LocalDate.of(2026, 3, 20)), null, true, false);
    assertThat(examiner(AU_DESSUS_DE_500_EUROS, null, SOUMISE, sortie)).isEqualTo(non(RaisonExclusion.DEJA_EN_ATTENTE));
  }

  @Test
  void entre_de_nouveau_quand_elle_etait_sortie_un_mois_precedent_sans_avoir_ete_orientee() {
    Antecedents sortie = new Antecedents(null, entree(EtatEntree.SORTIE, LocalDate.of(2026, 1, 20)), null, true, false);
    assertThat(examiner(AU_DESSUS_DE_500_EUROS, AU_DESSUS_DE_500_EUROS, SOUMISE, sortie)).isEqualTo(entre(MotifEntree.DE_NOUVEAU_SOUS_500_EUROS));
  }

  @Test
  void n_entre_pas_de_nouveau_chaque_mois_ou_elle_repasse_sous_500_euros() {
    Antecedents enPause = new Antecedents(null, entree(EtatEntree.SUSPENDUE, LocalDate.of(2026, 2, 28)), null, true, false);
    assertThat(examiner(AU_DESSUS_DE_500_EUROS, AU_DESSUS_DE_500_EUROS, SOUMISE, enPause)).isEqualTo(non(RaisonExclusion.DEJA_EN_ATTENTE));
  }

  @Test
  void entre_de_nouveau_quand_elle_est_restee_douze_mois_au_dessus_de_500_euros() {
    Antecedents enPause = new Antecedents(null, entree(EtatEntree.SUSPENDUE, MARS.minusMonths(12)), null, true, false);
    assertThat(examiner(AU_DESSUS_DE_500_EUROS, AU_DESSUS_DE_500_EUROS, SOUMISE, enPause)).isEqualTo(entre(MotifEntree.DE_NOUVEAU_SOUS_500_EUROS));
  }

  @Test
  void n_entre_pas_quand_elle_etait_deja_dans_le_premier_fichier_recu() {
    Mouvement m = new Mouvement(1, FOYER, null, null, SOUMISE, LocalDate.of(2024, 6, 1), null);
    assertThat(regle().examiner(m, Antecedents.AUCUN, PREMIER_FICHIER)).isEqualTo(non(RaisonExclusion.STOCK_INITIAL));
  }

  @Test
  void n_entre_pas_quand_elle_etait_deja_soumise_plus_tot_dans_le_mois_du_premier_fichier() {
    Mouvement m = new Mouvement(1, FOYER, SOUMISE, null, SOUMISE, LocalDate.of(2024, 6, 1), null);
    assertThat(regle().examiner(m, DEJA_VENUE, FICHIER)).isEqualTo(non(RaisonExclusion.STOCK_INITIAL));
  }

  @Test
  void entre_dans_le_premier_fichier_quand_sa_demande_est_du_mois() {
    Mouvement m = new Mouvement(1, FOYER, null, null, SOUMISE, LocalDate.of(2026, 3, 12), null);
    assertThat(regle().examiner(m, Antecedents.AUCUN, PREMIER_FICHIER)).isEqualTo(entre(MotifEntree.PRIMO_DEMANDEUR));
  }

  @Test
  void entre_dans_le_premier_fichier_quand_elle_arrive_d_un_autre_departement_dans_le_mois() {
    Mouvement m = new Mouvement(1, FOYER, null, null, SOUMISE, LocalDate.of(2020, 1, 1), LocalDate.of(2026, 3, 2));
    assertThat(regle().examiner(m, Antecedents.AUCUN, PREMIER_FICHIER)).isEqualTo(entre(MotifEntree.ARRIVEE_AUTRE_DEPARTEMENT));
  }

  @Test
  void ne_recommence_pas_a_chaque_fichier_du_mois_de_son_retour() {
    Situation suspendue = new Situation("3", true, MARS.minusMonths(4), FOYER);
    assertThat(examiner(SOUMISE, suspendue, SOUMISE, DEJA_VENUE)).isEqualTo(non(RaisonExclusion.DEJA_EXAMINEE_CE_MOIS));
  }

  private static DetectionNouvelEntrant regle() {
    return new DetectionNouvelEntrant(12);
  }

  private static Decision examiner(Situation avant, Situation finMoisPrecedent, Situation apres, Antecedents connu) {
    return regle().examiner(new Mouvement(1, FOYER, avant, finMoisPrecedent, apres, LocalDate.of(2026, 1, 15), null), connu, FICHIER);
  }

  private static EntreeConnue entree(EtatEntree etat, LocalDate depuis) {
    return new EntreeConnue(etat, depuis.withDayOfMonth(1), depuis);
  }

  private static Decision entre(MotifEntree motif) {
    return new NouvelEntrant(motif);
  }

  private static Decision non(RaisonExclusion raison) {
    return new PasNouvelEntrant(raison);
  }

  private static Constat constat(boolean initial) {
    LocalDate recuLe = MARS.plusDays(1);
    return new Constat(1, MARS, true, recuLe, recuLe.atTime(8, 0).atOffset(ZoneOffset.UTC), initial);
  }
}
