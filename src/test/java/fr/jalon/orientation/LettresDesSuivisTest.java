package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courriers.application.AbandonnerDesMessages;
import fr.jalon.courriers.application.PosterUnLot;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AccepterReorientation;
import fr.jalon.orientation.application.AnnulerDecision;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.application.DemanderReorientation;
import fr.jalon.orientation.application.NotificationParCourrier;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.parametres.Horloge;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter leaves while what it tells is true, once counts, and whoever awaits it sees when none will leave. Today is 20 October 2025. */
@EssaiArdeche
class LettresDesSuivisTest {
  private static final LocalDate AUJOURDHUI = LaPoste.AUJOURDHUI;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  LaPoste poste;
  @Autowired
  Dossiers dossiers;
  @Autowired
  CloreSuivi clore;
  @Autowired
  PosterUnLot poster;
  @Autowired
  NotificationParCourrier notification;
  @Autowired
  DemanderReorientation demander;
  @Autowired
  AccepterReorientation accepter;
  @Autowired
  AnnulerDecision annulerLaDecision;
  @Autowired
  AbandonnerDesMessages abandonner;
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
  void le_suivi_clos_par_un_agent_avant_le_depart_de_sa_lettre_ne_la_laisse_pas_partir() {
    Personne p = poste.entrante("CLOSAGENT", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long lot = poste.lotPret("CLOSAGENT");
    LaPoste.en(() -> {
      clore.executer(suivi, AUJOURDHUI, "A quitté le Département");
      return null;
    });
    assertThat(lettres(p)).containsExactly("ABANDONNE");
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    assertThat(LaPoste.en(() -> poster.executer(lot, plusTard))).as("elle est sortie du lot").isZero();
    balayer.executer("essai");
    assertThat(orientation(p)).startsWith("CADUQUE");
    assertThat(aPoster(suivi)).as("elle n'a jamais été notifiée").isTrue();
  }

  @Test
  void le_suivi_clos_par_un_fichier_rend_sa_lettre_et_l_ecrit_de_nouveau_s_il_reprend_le_meme_mois() {
    Personne p = poste.entrante("CLOSFICHIER", "07100", "ANNONAY");
    // known since September: her right did not begin this month
    base.sql("insert into allocataires.droit (foyer_id, depuis, jusqua, connu_le, jusqua_connu_le, import_id, etat, type_foyer, adultes, enfants, territoire_id) "
        + "values (?, '2025-09-01', '2025-10-02', now(), now(), 1, '2', 'FEMME_SEULE', 1, 0, 2)").param(p.foyerId()).update();
    base.sql("insert into allocataires.membre (foyer_id, personne_id, personne_origine_id, depuis, jusqua, connu_le, jusqua_connu_le, import_id, role, adulte, a_charge, sdd, territoire_id) "
        + "values (?, ?, ?, '2025-09-01', '2025-10-02', now(), now(), 1, 'DEM', true, true, false, 2)").params(p.foyerId(), p.id(), p.id()).update();
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    Personne close = dossiers.fichier(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22), p, "5", false).personne();
    assertThat(lettres(p)).containsExactly("ABANDONNE");
    dossiers.fichier(LocalDate.of(2025, 10, 22), LocalDate.of(2025, 10, 23), close, "2", true);
    assertThat(base.sql("select etat from orientation.suivi where id = ?").param(suivi).query(String.class).single()).isEqualTo("EN_COURS");
    assertThat(lettres(p)).containsExactly("ABANDONNE", "A_ENVOYER");
    poste.posterPlusTard("CLOSFICHIER");
    assertThat(poste.notifieLe(suivi)).isEqualTo(AUJOURDHUI.plusDays(2));
  }

  @Test
  void la_nuit_rattrape_la_lettre_d_un_suivi_clos_et_laisse_les_autres() {
    Personne close = poste.entrante("NUITCLOSE", "07100", "ANNONAY");
    Personne suivie = poste.entrante("NUITSUIVIE", "07100", "ANNONAY");
    long suivi = poste.orienter(close, AUJOURDHUI, Parcours.SOCIAL);
    poste.orienter(suivie, AUJOURDHUI, Parcours.SOCIAL);
    base.sql("update orientation.suivi set etat = 'CLOS', motif_fin = 'La pause a duré trop longtemps : tout recommence.', fin_le = ? where id = ?")
        .params(AUJOURDHUI, suivi).update();
    balayer.executer("essai");
    assertThat(lettres(close)).containsExactly("ABANDONNE");
    assertThat(lettres(suivie)).containsExactly("A_ENVOYER");
  }

  @Test
  void une_seconde_lettre_ne_change_ni_le_jour_de_la_notification_ni_ce_qu_elle_a_tenu() {
    Personne p = poste.entrante("PERDUE", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    poste.posterPlusTard("PERDUE");
    String avant = echeances(p);
    LocalDate unMoisApres = AUJOURDHUI.plusDays(32);
    horloge.regler(unMoisApres.atTime(9, 0));
    LaPoste.en(() -> {
      notification.ecrire(suivi);
      return null;
    });
    long lot = poste.lotPret("PERDUE");
    poste.poster(lot, unMoisApres);
    assertThat(poste.notifieLe(suivi)).isEqualTo(AUJOURDHUI.plusDays(2));
    assertThat(echeances(p)).isEqualTo(avant);
  }

  @Test
  void la_reorientation_acceptee_avant_le_depart_de_la_premiere_lettre_part_seule_et_repond_a_l_entree() {
    Personne p = poste.entrante("SEULELETTRE", "07100", "ANNONAY");
    long premier = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    LocalDate ensuite = AUJOURDHUI.plusDays(3);
    horloge.regler(ensuite.atTime(9, 0));
    long demande = demander(p);
    long second = LaPoste.en(() -> accepter.executer(demande,
        new NouvelleOrientation(p.id(), Parcours.PROFESSIONNEL, poste.lAutre(), null, ensuite)));
    assertThat(lettresDites(p)).containsExactly("NOTIFICATION_ORIENTATION ABANDONNE", "DECISION_REORIENTATION A_ENVOYER");
    assertThat(orientation(p)).startsWith("OUVERTE");
    assertThat(ligneAPoster("seulelettre")).singleElement().satisfies(l -> assertThat(l.sansLettre()).isFalse());
    long lot = poste.lotPret("SEULELETTRE");
    LocalDate jour = AUJOURDHUI.plusDays(5);
    horloge.regler(jour.atTime(9, 0));
    poste.poster(lot, jour);
    assertThat(orientation(p)).isEqualTo("TENUE 2025-10-25");
    assertThat(aPoster(second)).isFalse();
    balayer.executer("essai");
    assertThat(orientation(p)).isEqualTo("TENUE 2025-10-25");
    LaPoste.en(() -> {
      annulerLaDecision.executer(demande, "Mauvaise personne");
      return null;
    });
    assertThat(orientation(p)).as("la première, jamais notifiée, est de nouveau celle qui vaut").startsWith("OUVERTE");
    assertThat(base.sql("select etat from orientation.suivi where id = ?").param(premier).query(String.class).single()).isEqualTo("EN_COURS");
    assertThat(lettresDites(p)).as("sa lettre attend de nouveau").endsWith("NOTIFICATION_ORIENTATION A_ENVOYER");
  }

  @Test
  void la_reorientation_deja_dite_a_la_personne_repond_a_l_entree_ce_jour_la() {
    Personne p = poste.entrante("DITEDEJA", "07100", "ANNONAY");
    poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    horloge.regler(AUJOURDHUI.plusDays(4).atTime(9, 0));
    long demande = demander(p);
    LaPoste.en(() -> accepter.executer(demande,
        new NouvelleOrientation(p.id(), Parcours.PROFESSIONNEL, poste.lAutre(), null, AUJOURDHUI.plusDays(3))));
    balayer.executer("essai");
    assertThat(orientation(p)).isEqualTo("TENUE 2025-10-23");
  }

  @Test
  void l_orientation_qui_suit_un_suivi_jamais_notifie_repond_a_l_entree() {
    Personne p = poste.entrante("SECONDE", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    LaPoste.en(() -> {
      clore.executer(suivi, AUJOURDHUI, "Organisation fermée");
      return null;
    });
    balayer.executer("essai");
    assertThat(orientation(p)).startsWith("CADUQUE");
    poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    assertThat(orientation(p)).startsWith("OUVERTE");
    poste.posterPlusTard("SECONDE");
    balayer.executer("essai");
    assertThat(orientation(p)).isEqualTo("TENUE 2025-10-22");
  }

  @Test
  void une_lettre_de_notification_abandonnee_se_dit_dans_la_liste_avec_de_quoi_la_reecrire() {
    Personne p = poste.entrante("FANTOME", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    assertThat(ligneAPoster("fantome")).singleElement().satisfies(l -> assertThat(l.sansLettre()).isFalse());
    LaPoste.en(() -> {
      abandonner.un(poste.lettre(p), "Adresse fausse");
      return null;
    });
    assertThat(ligneAPoster("fantome")).singleElement().satisfies(l -> assertThat(l.sansLettre()).isTrue());
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent("SECRETARIAT", List.of(2), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/nouveaux-entrants?file=a-poster&nom=fantome").body()).contains("sa lettre a été abandonnée")
        .contains("Réécrire la lettre")
        .contains("/dossier/" + p.id() + "/parcours");
    LaPoste.en(() -> {
      notification.ecrire(suivi);
      return null;
    });
    assertThat(ligneAPoster("fantome")).singleElement().satisfies(l -> assertThat(l.sansLettre()).isFalse());
  }

  /** The day after her orientation. */
  private long demander(Personne p) {
    dossiers.reevaluer(p, "PROFESSIONNEL");
    return LaPoste.en(() -> demander.executer(new NouvelleDemande(p.id(), OrigineDeReorientation.PERSONNE,
        List.of(RaisonDeReorientation.PROJET_CHANGE), null, Parcours.PROFESSIONNEL,
        null, AUJOURDHUI.plusDays(1))));
  }

  private List<LigneDEntree> ligneAPoster(String nom) {
    return LaPoste.en(() -> entrees.toutes(new FiltresDEntrees(FiltresDEntrees.File.A_POSTER, 2, null, null, nom, 1)));
  }

  private List<String> lettres(Personne p) {
    return base.sql("select etat from courriers.message where personne_id = ? and canal = 'LETTRE' order by id").param(p.id())
        .query(String.class).list();
  }

  private List<String> lettresDites(Personne p) {
    return base.sql("select modele || ' ' || etat from courriers.message where personne_id = ? and canal = 'LETTRE' order by id").param(p.id())
        .query(String.class).list();
  }

  private boolean aPoster(long suivi) {
    return base.sql("select a_poster from orientation.suivi where id = ?").param(suivi).query(Boolean.class).single();
  }

  private String orientation(Personne p) {
    return poste.texte("select etat || ' ' || etat_depuis from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p);
  }

  private String echeances(Personne p) {
    return poste.texte("select string_agg(to_jsonb(x)::text, ' ' order by x.id) from echeances.echeance x where personne_id = ?", p);
  }
}
