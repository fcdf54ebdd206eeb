package fr.jalon.orientation;

import static fr.jalon.orientation.LaPoste.AUJOURDHUI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.courriers.application.PosterUnLot;
import fr.jalon.courriers.application.RevenirSurLePoste;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AnnulerOrientation;
import fr.jalon.orientation.application.MettreEnVeille;
import fr.jalon.orientation.application.NotificationParCourrier;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.parametres.Horloge;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A batch said to be posted by mistake. Today is 20 October 2025. */
@EssaiArdeche
class RepriseDUnLotTest {
  @Autowired
  LaPoste poste;
  @Autowired
  PosterUnLot poster;
  @Autowired
  RevenirSurLePoste revenir;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  ListeDesEntrees entrees;
  @Autowired
  NotificationParCourrier notification;
  @Autowired
  MettreEnVeille veille;
  @Autowired
  AnnulerOrientation annuler;
  @Autowired
  Horloge horloge;

  @AfterEach
  void remettre_l_horloge() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
  }

  @Test
  void un_lot_dit_poste_par_erreur_se_reprend_le_jour_meme_avec_une_raison_et_la_date_de_notification_revient() {
    Personne p = poste.entrante("REPRIS", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long lot = poste.lotPret("REPRIS");
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    LaPoste.en(() -> poster.executer(lot, plusTard));
    assertThat(poste.notifieLe(suivi)).isEqualTo(plusTard);
    assertThatThrownBy(() -> LaPoste.en(() -> revenir.executer(lot, " "))).isInstanceOf(RefusMetier.class).hasMessageContaining("Dites pourquoi");
    assertThat(LaPoste.en(() -> revenir.executer(lot, "Le sac est resté au bureau"))).isOne();
    assertThat(poste.notifieLe(suivi)).isEqualTo(AUJOURDHUI);
    assertThat(poste.texte("select m.etat || ' ' || l.etat from courriers.message m join courriers.lot l on l.id = m.lot_id where m.personne_id = ?",
        p)).isEqualTo("EN_COURS PRET");
    LaPoste.en(() -> poster.executer(lot, plusTard));
    assertThat(poste.notifieLe(suivi)).isEqualTo(plusTard);
    horloge.regler(plusTard.plusDays(1).atTime(9, 0));
    assertThatThrownBy(() -> LaPoste.en(() -> revenir.executer(lot, "Oubli")))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("TROP_TARD"))
        .hasMessageContaining("que le jour même");
    assertThat(poste.texte("select m.etat || ' ' || l.etat from courriers.message m join courriers.lot l on l.id = m.lot_id where m.personne_id = ?",
        p)).isEqualTo("ENVOYE POSTE");
  }

  @Test
  void apres_poste_puis_pas_poste_la_personne_est_exactement_comme_avant_et_un_nouvel_envoi_compte_de_sa_date() {
    Personne p = poste.entrante("COMMEAVANT", "07100", "ANNONAY");
    poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long lot = poste.lotPret("COMMEAVANT");
    String avant = toutDe(p);
    assertThat(aPoster("commeavant")).isOne();
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    poste.poster(lot, plusTard);
    assertThat(aPoster("commeavant")).isZero();
    revenir(lot);
    assertThat(toutDe(p)).isEqualTo(avant);
    assertThat(aPoster("commeavant")).isOne();
    balayer.executer("essai");
    assertThat(orientation(p)).as("le balayage de la nuit ne la dit pas notifiée").startsWith("OUVERTE");
    horloge.regler(AUJOURDHUI.plusDays(5).atTime(9, 0));
    poste.poster(lot, AUJOURDHUI.plusDays(5));
    assertThat(orientation(p)).isEqualTo("TENUE 2025-10-25");
  }

  @Test
  void un_lot_poste_le_jour_ou_la_lettre_est_ecrite_se_reprend_aussi() {
    Personne p = poste.entrante("MEMEJOUR", "07100", "ANNONAY");
    poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long lot = poste.lotPret("MEMEJOUR");
    String avant = toutDe(p);
    poste.poster(lot, AUJOURDHUI);
    assertThat(orientation(p)).isEqualTo("TENUE 2025-10-20");
    revenir(lot);
    assertThat(toutDe(p)).isEqualTo(avant);
  }

  @Test
  void une_lettre_demandee_pour_une_orientation_deja_notifiee_rend_le_jour_d_avant_et_pas_celui_qu_elle_porte() {
    Personne p = poste.entrante("REDEMANDEE", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI.minusDays(4), Parcours.SOCIAL);
    LaPoste.en(() -> {
      notification.ecrire(suivi);
      return null;
    });
    long lot = poste.lotPret("REDEMANDEE");
    String avant = toutDe(p);
    LocalDate plusTard = AUJOURDHUI.plusDays(1);
    horloge.regler(plusTard.atTime(9, 0));
    poste.poster(lot, plusTard);
    assertThat(poste.notifieLe(suivi)).as("elle était notifiée").isEqualTo(AUJOURDHUI.minusDays(4));
    revenir(lot);
    assertThat(toutDe(p)).isEqualTo(avant);
    assertThat(orientation(p)).isEqualTo("TENUE 2025-10-16");
  }

  @Test
  void un_suivi_en_veille_reste_en_veille_et_son_delai_suspendu() {
    Personne p = poste.entrante("ENDORMIE", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    LaPoste.en(() -> {
      veille.executer(suivi, AUJOURDHUI, "Hospitalisée");
      return null;
    });
    balayer.executer("essai");
    long lot = poste.lotPret("ENDORMIE");
    String avant = toutDe(p);
    assertThat(orientation(p)).startsWith("SUSPENDUE");
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    poste.poster(lot, plusTard);
    revenir(lot);
    assertThat(toutDe(p)).isEqualTo(avant);
  }

  @Test
  void une_lettre_qui_part_pendant_que_le_suivi_dort_rend_ses_jours_au_delai_qu_elle_tient() {
    Personne p = poste.entrante("ENDORMIEPOSTEE", "07100", "ANNONAY");
    endormir(p);
    String limite = "select limite_legale from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?";
    LocalDate avant = LocalDate.parse(poste.texte(limite, p));
    poste.posterPlusTard("ENDORMIEPOSTEE");
    assertThat(orientation(p)).isEqualTo("TENUE 2025-10-22");
    assertThat(poste.texte(limite, p)).isEqualTo(avant.plusDays(2).toString());
  }

  @Test
  void une_orientation_annulee_pendant_que_son_suivi_dort_rend_ses_jours_au_delai_qui_attend() {
    Personne p = poste.entrante("ENDORMIEANNULEE", "07100", "ANNONAY");
    long suivi = endormir(p);
    String limite = "select limite_legale from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?";
    LocalDate avant = LocalDate.parse(poste.texte(limite, p));
    horloge.regler(AUJOURDHUI.plusDays(5).atTime(9, 0));
    LaPoste.en(() -> {
      annuler.executer(suivi, "Mauvaise personne");
      return null;
    });
    assertThat(orientation(p)).startsWith("OUVERTE");
    assertThat(poste.texte(limite, p)).isEqualTo(avant.plusDays(5).toString());
  }

  /** Oriented today by a letter that waits, and asleep. @return her follow-up */
  private long endormir(Personne p) {
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    LaPoste.en(() -> {
      veille.executer(suivi, AUJOURDHUI, "Hospitalisée");
      return null;
    });
    balayer.executer("essai");
    assertThat(orientation(p)).startsWith("SUSPENDUE");
    return suivi;
  }

  @Test
  void une_reorientation_dite_postee_par_erreur_reprend_sa_date_et_rend_la_sienne_au_suivi_qu_elle_remplace() {
    Personne p = poste.entrante("REORIENTATIONREPRISE", "07100", "ANNONAY");
    poste.orienter(p, AUJOURDHUI.minusDays(10), Parcours.SOCIAL);
    poste.reorienter(p, AUJOURDHUI);
    long lot = poste.lotPret("REORIENTATIONREPRISE");
    String avant = toutDe(p);
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    poste.poster(lot, plusTard);
    assertThat(poste.suivis(p)).containsExactly("SOCIAL du 2025-10-10 au 2025-10-21", "PROFESSIONNEL du 2025-10-22 au infini");
    revenir(lot);
    assertThat(poste.suivis(p)).containsExactly("SOCIAL du 2025-10-10 au 2025-10-19", "PROFESSIONNEL du 2025-10-20 au infini");
    assertThat(toutDe(p)).isEqualTo(avant);
    horloge.regler(AUJOURDHUI.plusDays(6).atTime(9, 0));
    poste.poster(lot, AUJOURDHUI.plusDays(6));
    assertThat(poste.suivis(p)).containsExactly("SOCIAL du 2025-10-10 au 2025-10-25", "PROFESSIONNEL du 2025-10-26 au infini");
  }

  @Test
  void ce_qu_une_autre_lettre_partie_a_notifie_reste_notifie() {
    Personne p = poste.entrante("DEUXLETTRES", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long premier = poste.lotPret("DEUXLETTRES");
    poste.poster(premier, AUJOURDHUI);
    LaPoste.en(() -> {
      notification.ecrire(suivi);
      return null;
    });
    long second = poste.lotPret("DEUXLETTRES");
    poste.poster(second, AUJOURDHUI);
    revenir(premier);
    assertThat(orientation(p)).isEqualTo("TENUE 2025-10-20");
    revenir(second);
    assertThat(orientation(p)).startsWith("OUVERTE");
  }

  private void revenir(long lot) {
    assertThat(LaPoste.en(() -> revenir.executer(lot, "Le sac est resté au bureau"))).isOne();
  }

  private long aPoster(String nom) {
    return LaPoste.en(() -> entrees.comptes(new FiltresDEntrees(null, 2, null, null, nom, 1))).getOrDefault(FiltresDEntrees.File.A_POSTER, 0L);
  }

  private String orientation(Personne p) {
    return poste.texte("select etat || ' ' || etat_depuis from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p);
  }

  /** All that the list, the deadlines, their history and the indicators read of her. */
  private String toutDe(Personne p) {
    return poste.texte("""
        with elle as (select ?::bigint as id)
        select concat_ws(E'\n', (select string_agg(to_jsonb(s)::text, E'\n' order by s.id) from orientation.suivi s, elle where s.personne_id = elle.id),
          (select string_agg(to_jsonb(e)::text, E'\n' order by e.id) from orientation.entree e, elle where e.personne_id = elle.id),
          (select string_agg(to_jsonb(r)::text, E'\n' order by r.id) from orientation.reorientation r, elle where r.personne_id = elle.id),
          (select string_agg(to_jsonb(x)::text, E'\n' order by x.id) from echeances.echeance x, elle
            where x.personne_id = elle.id and x.nature <> 'CONTRAT_ENGAGEMENT'),
          (select string_agg(to_jsonb(h)::text, E'\n' order by h.id) from (select i.*, row_number() over (partition by i.echeance_id order by i.id) as rang
            from echeances.histoire i) h join echeances.echeance x on x.id = h.echeance_id join elle on x.personne_id = elle.id
            and x.nature <> 'CONTRAT_ENGAGEMENT'))""", p);
  }
}
