package fr.jalon.orientation;

import static fr.jalon.orientation.LaPoste.AUJOURDHUI;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courriers.application.PosterUnLot;
import fr.jalon.courriers.application.RenvoyerUnMessage;
import fr.jalon.courriers.application.SuivreUnMessage;
import fr.jalon.courriers.domaine.MotifDeRetour;
import fr.jalon.courriers.domaine.NumeroDeLettre;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AccepterReorientation;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.application.RefuserReorientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.parametres.Horloge;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day that counts is the one the letter leaves. Today is 20 October 2025. */
@EssaiArdeche
class JourDeNotificationTest {
  @Autowired
  LaPoste poste;
  @Autowired
  PosterUnLot poster;
  @Autowired
  SuivreUnMessage suivre;
  @Autowired
  RenvoyerUnMessage renvoyer;
  @Autowired
  AccepterReorientation accepter;
  @Autowired
  RefuserReorientation refuser;
  @Autowired
  CloreSuivi clore;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  ListeDesEntrees entrees;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @AfterEach
  void remettre_l_horloge() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
  }

  @Test
  void le_jour_ou_le_lot_est_poste_devient_celui_de_la_notification_partout() {
    Personne p = poste.entrante("POSTEE", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long lot = poste.lotPret("POSTEE");
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    assertThat(LaPoste.en(() -> poster.executer(lot, plusTard))).isOne();
    assertThat(poste.texte("select etat || ' ' || envoye_le from courriers.message where personne_id = ?", p)).isEqualTo("ENVOYE 2025-10-22");
    assertThat(base.sql("select notifie_le from orientation.suivi where id = ?").param(suivi).query(LocalDate.class).single()).isEqualTo(plusTard);
    assertThat(poste.texte("select etat_depuis from orientation.entree where personne_id = ?", p)).isEqualTo("2025-10-22");
    assertThat(poste.texte("select string_agg(nature || ' ' || etat || ' ' || case etat when 'TENUE' then etat_depuis else limite_legale end, ', ' order by nature) "
        + "from echeances.echeance where personne_id = ?", p)).isEqualTo("CONTRAT_ENGAGEMENT OUVERTE 2025-11-22, ORIENTATION TENUE 2025-10-22, REEXAMEN_SOCIAL OUVERTE 2026-04-22");
    assertThat(poste.texte("select motif from orientation.passage where personne_id = ? order by id desc limit 1", p))
        .contains("posté le 22/10/2025");
  }

  @Test
  void tant_que_la_lettre_attend_rien_n_est_notifie_et_l_echeance_passee_reste_en_retard() {
    Personne p = poste.entrante("ENRETARD", "07100", "ANNONAY");
    base.sql("update echeances.echeance set depart = date '2025-08-01', limite_legale = date '2025-09-12' where nature = 'ORIENTATION' and personne_id = ?").param(p.id()).update();
    String enRetard =
        "select sum(nombre) from echeances.releve where nature = 'ORIENTATION' and situation = 'EN_RETARD' and jour = date '2025-10-20'";
    balayer.executer("essai");
    int avant = base.sql(enRetard).query(Integer.class).single();
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    assertThat(poste.texte("select etat from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p)).isEqualTo("OUVERTE");
    balayer.executer("essai");
    assertThat(base.sql(enRetard).query(Integer.class).single()).isEqualTo(avant);
    LigneDEntree ligne = LaPoste.en(() -> entrees.toutes(new FiltresDEntrees(FiltresDEntrees.File.RETARD, 2, null, null, "enretard", 1))).getFirst();
    assertThat(ligne.aPoster()).isTrue();
    assertThat(ligne.aOrienter()).isFalse();
    assertThat(LaPoste.en(() -> entrees.toutes(new FiltresDEntrees(FiltresDEntrees.File.ATTENTE, 2, null, null, "enretard", 1)))).isEmpty();
    assertThat(LaPoste.en(() -> entrees.comptes(new FiltresDEntrees(null, 2, null, null, "enretard", 1))))
        .containsEntry(FiltresDEntrees.File.RETARD, 1L).containsEntry(FiltresDEntrees.File.A_POSTER, 1L)
        .containsEntry(FiltresDEntrees.File.ATTENTE, 0L);
    poste.posterPlusTard("ENRETARD");
    assertThat(poste.notifieLe(suivi)).isEqualTo(AUJOURDHUI.plusDays(2));
    assertThat(poste.texte("select etat || ' ' || etat_depuis from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p))
        .isEqualTo("TENUE 2025-10-22");
    assertThat(LaPoste.en(() -> entrees.toutes(new FiltresDEntrees(FiltresDEntrees.File.A_POSTER, 2, null, null, "enretard", 1)))).isEmpty();
  }

  @Test
  void la_lettre_postee_le_jour_meme_notifie_ce_jour_la() {
    Personne p = poste.entrante("LEJOURMEME", "07100", "ANNONAY");
    poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long lot = poste.lotPret("LEJOURMEME");
    assertThat(LaPoste.en(() -> poster.executer(lot, AUJOURDHUI))).isOne();
    assertThat(poste.texte("select etat || ' ' || etat_depuis from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p))
        .isEqualTo("TENUE 2025-10-20");
    assertThat(poste.texte("select a_poster::text from orientation.suivi where personne_id = ?", p)).isEqualTo("false");
  }

  @Test
  void un_suivi_clos_avant_que_sa_lettre_parte_n_est_plus_attendu_a_la_poste() {
    Personne p = poste.entrante("CLOSEAVANT", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    LaPoste.en(() -> {
      clore.executer(suivi, AUJOURDHUI, "A quitté le Département");
      return null;
    });
    balayer.executer("essai");
    assertThat(poste.texte("select etat from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p)).isEqualTo("CADUQUE");
  }

  @Test
  void le_jour_ou_la_reorientation_acceptee_est_postee_ouvre_le_nouveau_suivi_et_l_ancien_finit_la_veille() {
    Personne p = poste.entrante("REORIENTEE", "07100", "ANNONAY");
    poste.orienter(p, AUJOURDHUI.minusDays(10), Parcours.SOCIAL);
    long demande = poste.demanderUneReorientation(p);
    LaPoste.en(() -> accepter.executer(demande, new NouvelleOrientation(p.id(), Parcours.PROFESSIONNEL, poste.lAutre(), null, AUJOURDHUI)));
    assertThat(poste.suivis(p)).containsExactly("SOCIAL du 2025-10-10 au 2025-10-19", "PROFESSIONNEL du 2025-10-20 au infini");
    poste.posterPlusTard("REORIENTEE");
    assertThat(poste.suivis(p)).containsExactly("SOCIAL du 2025-10-10 au 2025-10-21", "PROFESSIONNEL du 2025-10-22 au infini");
    assertThat(poste.texte("select jusqua from orientation.suivi where personne_id = ? and parcours = 'SOCIAL'", p)).isEqualTo("2025-10-22");
    assertThat(poste.texte("select etat || ' ' || etat_depuis from echeances.echeance where nature = 'REEXAMEN_SOCIAL' and personne_id = ?", p))
        .isEqualTo("TENUE 2025-10-21");
    assertThat(poste.texte("select string_agg(motif, ' / ' order by id) from orientation.passage where personne_id = ?", p))
        .contains("Courrier posté le 22/10/2025").contains("La réorientation qui le remplace a été postée le 22/10/2025.");
  }

  @Test
  void le_jour_ou_la_reorientation_refusee_est_postee_ne_change_rien_au_suivi() {
    Personne p = poste.entrante("NONREORIENTEE", "07100", "ANNONAY");
    poste.orienter(p, AUJOURDHUI.minusDays(10), Parcours.SOCIAL);
    long demande = poste.demanderUneReorientation(p);
    LaPoste.en(() -> {
      refuser.executer(demande, AUJOURDHUI, "Le projet n'est pas prêt", true);
      return null;
    });
    poste.posterPlusTard("NONREORIENTEE");
    assertThat(poste.texte("select etat || ' ' || envoye_le from courriers.message where personne_id = ?", p)).isEqualTo("ENVOYE 2025-10-22");
    assertThat(poste.suivis(p)).containsExactly("SOCIAL du 2025-10-10 au infini");
  }

  @Test
  void la_remise_en_main_propre_d_une_lettre_jamais_postee_est_la_notification() {
    Personne p = poste.entrante("ENMAINPROPRE", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    poste.remettre(poste.lettre(p), plusTard);
    assertThat(poste.notifieLe(suivi)).isEqualTo(plusTard);
  }

  @Test
  void un_renvoi_poste_ou_remis_ne_change_pas_la_notification() {
    Personne p = poste.entrante("RENVOYEE", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long premiere = poste.lettre(p);
    poste.posterPlusTard("RENVOYEE");
    LaPoste.en(() -> suivre.revenue(NumeroDeLettre.de(premiere), MotifDeRetour.INCONNU));
    LaPoste.en(() -> renvoyer.executer(premiere, new RenvoyerUnMessage.Vers("3 place Neuve", "07200", "Aubenas", null),
        "Adresse vérifiée par téléphone"));
    long lot = poste.lotPret("RENVOYEE");
    LocalDate ensuite = AUJOURDHUI.plusDays(9);
    horloge.regler(ensuite.atTime(9, 0));
    assertThat(LaPoste.en(() -> poster.executer(lot, ensuite))).isOne();
    assertThat(poste.notifieLe(suivi)).isEqualTo(AUJOURDHUI.plusDays(2));
    poste.remettre(poste.lettre(p), ensuite);
    assertThat(poste.notifieLe(suivi)).isEqualTo(AUJOURDHUI.plusDays(2));
  }
}
