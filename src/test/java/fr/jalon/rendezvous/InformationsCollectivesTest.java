package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.habilitations.Ordres;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.ChangerUneSession;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.Repondre;
import fr.jalon.rendezvous.application.SaisirLaPresence;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.Piece;
import fr.jalon.rendezvous.lecture.FeuilleDePresence;
import fr.jalon.rendezvous.lecture.LigneDePresence;
import fr.jalon.rendezvous.domaine.Rythme;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a session opened to who came. Today is 20 October 2025. */
@EssaiArdeche
class InformationsCollectivesTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final int TERRITOIRE = 2;
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS");
  private static final Perimetre AILLEURS = EnTantQue.territoire(3, "DOSSIERS", "ENTREES", "RENDEZ_VOUS");
  private static int essai;
  @Autowired
  TenirLesLieux tenir;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  ChangerUneSession changer;
  @Autowired
  Convoquer convoquer;
  @Autowired
  Repondre repondre;
  @Autowired
  SaisirLaPresence saisir;
  @Autowired
  FeuilleDePresence feuille;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int lieu;
  private long session;

  @BeforeEach
  void une_session_de_deux_places() {
    essai++;
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    lieu = en(() -> tenir.executer(new LieuDeRendezVous(null, "Salle " + essai, "1 rue du Lac", "07100", "07010", "", TERRITOIRE, true, 2,
        "04 00 00 00 00", true)));
    session = ouvrir(MARDI);
  }

  @AfterEach
  void le_temps_revient() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    base.sql("update rendezvous.session set etat = 'ANNULEE' where lieu_id = ? and etat = 'PREVUE'").param(lieu).update();
  }

  @Test
  void ouvrir_deux_fois_la_meme_serie_n_ouvre_rien_de_plus_et_un_jour_ferie_est_refuse() {
    assertThat(en(() -> ouvrir.executer(saisie(), List.of(MARDI, MARDI.plusWeeks(1).plusDays(1))))).satisfies(b -> {
      assertThat(b.ouvertes()).hasSize(1);
      assertThat(b.deja()).isEqualTo(1);
    });
    refuse("JOUR_FERIE", () -> ouvrir.executer(saisie(), List.of(LocalDate.of(2025, 11, 11))));
    refuse("SESSION_PASSEE", () -> ouvrir.executer(saisie(), List.of(AUJOURDHUI.minusDays(1))));
    refuse("SERIE_TROP_LONGUE", () -> ouvrir.prevoir(saisie(), Rythme.SEMAINE, MARDI, MARDI.plusYears(2)));
  }

  @Test
  void le_lundi_de_pentecote_s_ouvre_par_choix_et_une_session_s_y_deplace_de_meme() {
    LocalDate pentecote = LocalDate.of(2026, 5, 25);
    refuse("JOUR_FERIE", () -> ouvrir.executer(saisie(), List.of(pentecote), java.util.Set.of(LocalDate.of(2026, 5, 14))));
    assertThat(en(() -> ouvrir.executer(saisie(), List.of(pentecote), java.util.Set.of(pentecote))).ouvertes()).hasSize(1);
    refuse("JOUR_FERIE", () -> changer.modifier(session, saisie(), LocalDate.of(2026, 5, 14)));
    assertThat(en(() -> changer.modifier(session, saisie(), LocalDate.of(2026, 5, 14), java.util.Set.of(LocalDate.of(2026, 5, 14))))).isZero();
  }

  @Test
  void la_secretaire_d_un_autre_territoire_n_ouvre_ni_ne_change_rien_ici() {
    assertThatThrownBy(() -> EnTantQue.agir(AILLEURS, () -> ouvrir.executer(saisie(), List.of(MARDI.plusDays(1))))).isInstanceOf(RefusMetier.class);
    assertThatThrownBy(() -> EnTantQue.agir(AILLEURS, () -> changer.annuler(session, "essai"))).isInstanceOf(RefusMetier.class);
    assertThatThrownBy(() -> EnTantQue.agir(AILLEURS,
        () -> tenir.executer(new LieuDeRendezVous(lieu, "Pris", "x", "07100", "07010", "", 3, true, 2, "0", true))))
        .isInstanceOf(RefusMetier.class);
  }

  @Test
  void convoque_et_un_second_clic_ne_fait_rien() {
    Personne ana = entrante();
    Convoquer.Bilan fait = convoquer(ana);
    assertThat(fait).isEqualTo(new Convoquer.Bilan(1, 0, 1, java.util.Map.of(), false, fait.convocations()));
    assertThat(convoquer(ana).convocations()).as("un second clic retrouve la même convocation").isEqualTo(fait.convocations()).hasSize(1);
    assertThat(convoquer(ana).deja()).isTrue();
    assertThat(etat(ana)).isEqualTo(EtatConvocation.CONVOQUEE);
    assertThat(base.sql("select code_empreinte is not null and code_expire_le = ? from rendezvous.convocation where personne_id = ?")
        .params(MARDI, ana.id())
        .query(Boolean.class).single()).isTrue();
  }

  @Test
  void refuse_une_session_complete_un_droit_ferme_une_session_passee_une_personne_deja_convoquee_et_n_ecrit_rien() {
    Personne une = entrante();
    Personne deux = entrante();
    Personne trois = entrante();
    convoquer(une);
    Personne close = dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), entrante(), "5", false).personne();
    Convoquer.Bilan bilan = en(() -> convoquer.executer(List.of(a(deux, session, false), a(trois, session, false), a(close, session, false))));
    assertThat(bilan.refus()).containsOnlyKeys(trois.id(), close.id());
    assertThat(bilan.refus().get(trois.id())).contains("complète (2 places)").contains("liste d'attente");
    assertThat(bilan.refus().get(close.id())).contains("fermé").contains("L. 262-29 CASF");
    assertThat(base.sql("select count(*) from rendezvous.convocation where personne_id = ?").param(deux.id()).query(Integer.class).single()).isZero();
    long autre = ouvrir(MARDI.plusDays(1));
    assertThat(en(() -> convoquer.executer(List.of(a(une, autre, false)))).refus().get(une.id()))
        .contains("déjà convoquée à la session du 04/11/2025");
    horloge.regler(MARDI.plusDays(3).atTime(9, 0));
    assertThat(en(() -> convoquer.executer(List.of(a(deux, autre, false)))).refus().get(deux.id())).contains("est passée");
  }

  @Test
  void qui_ne_peut_pas_laisse_sa_place_a_celle_qui_doit_etre_recue_le_plus_tot() {
    Personne une = entrante();
    Personne deux = entrante();
    Personne tard = entrante();
    Personne tot = entrante();
    convoquer(une);
    convoquer(deux);
    en(() -> convoquer.executer(List.of(new AConvoquer(tard.id(), session, true, LocalDate.of(2025, 12, 1)),
        new AConvoquer(tot.id(), session, true, LocalDate.of(2025, 11, 10)))));
    assertThat(etat(tot)).isEqualTo(EtatConvocation.EN_ATTENTE);
    refuse("MOTIF_ABSENT", () -> {
      repondre.nePeutPas(convocation(une), null, "");
      return null;
    });
    en(() -> {
      repondre.nePeutPas(convocation(une), Empechement.EMPLOI, "");
      return null;
    });
    assertThat(etat(une)).isEqualTo(EtatConvocation.DECLINEE);
    assertThat(etat(tot)).isEqualTo(EtatConvocation.CONVOQUEE);
    assertThat(etat(tard)).isEqualTo(EtatConvocation.EN_ATTENTE);
    assertThat(base.sql("select par from rendezvous.passage where objet_id = ? order by id desc limit 1").param(convocation(tot))
        .query(String.class).single())
        .isEqualTo("liste-d-attente");
  }

  @Test
  void une_session_deplacee_redemande_les_reponses_et_une_session_annulee_rend_les_personnes_a_convoquer() {
    Personne ana = entrante();
    convoquer(ana);
    en(() -> {
      repondre.vient(convocation(ana));
      return null;
    });
    byte[] code = base.sql("select code_empreinte from rendezvous.convocation where personne_id = ?").param(ana.id()).query(byte[].class).single();
    assertThat(en(() -> changer.modifier(session, saisie(), MARDI.plusDays(2)))).isEqualTo(1);
    assertThat(etat(ana)).isEqualTo(EtatConvocation.CONVOQUEE);
    assertThat(base.sql("select code_empreinte from rendezvous.convocation where personne_id = ?").param(ana.id()).query(byte[].class).single())
        .isNotEqualTo(code);
    assertThat(en(() -> changer.annuler(session, "animatrice malade"))).isEqualTo(1);
    assertThat(en(() -> changer.annuler(session, "animatrice malade"))).as("un second clic").isZero();
    assertThat(etat(ana)).isEqualTo(EtatConvocation.ANNULEE);
    long autre = ouvrir(MARDI.plusDays(8));
    assertThat(en(() -> convoquer.executer(List.of(a(ana, autre, false)))).convoquees()).isEqualTo(1);
  }

  @Test
  void la_presence_laisse_des_faits_qu_une_correction_retire() {
    Personne ana = entrante();
    Personne bea = entrante();
    convoquer(ana);
    convoquer(bea);
    refuse("SESSION_A_VENIR", () -> {
      saisir.noter(convocation(ana), EtatConvocation.PRESENTE, null, null);
      return null;
    });
    horloge.regler(MARDI.atTime(10, 0));
    assertThat(en(() -> saisir.tousPresents(session))).isEqualTo(2);
    noter(ana, EtatConvocation.ABSENTE, null);
    assertThat(faits(ana)).containsExactly("ABSENCE_NON_EXCUSEE:");
    noter(ana, EtatConvocation.EXCUSEE, Empechement.SANTE);
    assertThat(faits(ana)).containsExactly("ABSENCE_EXCUSEE:SANTE");
    en(() -> {
      saisir.pieces(convocation(bea), List.of(Piece.ADRESSE));
      return null;
    });
    assertThat(faits(bea)).containsExactly("PIECE_MANQUANTE:ADRESSE");
    en(() -> {
      saisir.pieces(convocation(bea), List.of());
      return null;
    });
    assertThat(faits(bea)).isEmpty();
    assertThat(base.sql("select count(*) from rendezvous.fait where personne_id in (?, ?) and retire_le is not null").params(ana.id(), bea.id())
        .query(Integer.class).single())
        .as("ce qui a été retiré se lit encore").isEqualTo(2);
    assertThat(base.sql("select count(*) from rendezvous.passage where objet_id = ?").param(convocation(ana)).query(Integer.class).single())
        .isEqualTo(4);
  }

  @Test
  void le_second_agent_apprend_ce_que_le_premier_vient_de_saisir() {
    Personne ana = entrante();
    convoquer(ana);
    horloge.regler(MARDI.atTime(10, 0));
    noter(ana, EtatConvocation.ABSENTE, null);
    refuse("DEJA_SAISIE", () -> {
      saisir.noter(convocation(ana), EtatConvocation.PRESENTE, null, EtatConvocation.CONVOQUEE);
      return null;
    });
    assertThat(etat(ana)).isEqualTo(EtatConvocation.ABSENTE);
  }

  @Test
  void qui_vient_sans_etre_sur_la_liste_est_ajoutee_et_sa_convocation_d_ailleurs_tombe() {
    Personne ana = entrante();
    long autre = ouvrir(MARDI.plusDays(8));
    en(() -> convoquer.executer(List.of(a(ana, autre, false))));
    horloge.regler(MARDI.atTime(10, 0));
    long ajoutee = en(() -> saisir.ajouter(session, ana.id()));
    assertThat(en(() -> saisir.ajouter(session, ana.id()))).as("un second clic").isEqualTo(ajoutee);
    List<LigneDePresence> lignes = en(() -> feuille.appel(session));
    assertThat(lignes).singleElement().satisfies(l -> {
      assertThat(l.horsListe()).isTrue();
      assertThat(l.etat()).isEqualTo(EtatConvocation.PRESENTE);
    });
    assertThat(base.sql("select etat from rendezvous.convocation where personne_id = ? and session_id = ?").params(ana.id(), autre)
        .query(String.class).single()).isEqualTo("ANNULEE");
  }

  @Test
  void un_autre_territoire_ne_voit_pas_qui_est_convoque_mais_compte_les_places() {
    Personne ana = entrante();
    convoquer(ana);
    assertThat(EnTantQue.agir(AILLEURS, () -> feuille.toutes(session))).isEmpty();
    assertThat(EnTantQue.agir(AILLEURS, () -> convoquer.ouvertes()).stream().filter(s -> s.id() == session)).singleElement()
        .satisfies(s -> assertThat(s.places()).isEqualTo(1));
    assertThatThrownBy(() -> EnTantQue.agir(AILLEURS, () -> {
      repondre.vient(convocation(ana));
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("CONVOCATION_INCONNUE"));
  }

  @Test
  void deux_agents_ne_prennent_pas_la_meme_derniere_place() throws Exception {
    convoquer(entrante());
    List<Personne> deux = List.of(entrante(), entrante());
    try (ExecutorService agents = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> essais = deux.stream().<Callable<Integer>>map(p -> () -> convoquer(p).convoquees()).toList();
      int reussis = 0;
      for (Future<Integer> f : agents.invokeAll(essais)) {
        reussis += f.get();
      }
      assertThat(reussis).isEqualTo(1);
    }
  }

  @Test
  void trois_cents_personnes_sont_convoquees_en_quelques_secondes() {
    en(() -> changer.modifier(session, new SaisieDeSession(lieu, LocalTime.of(9, 30), LocalTime.of(11, 30), 300, null, null, null), MARDI));
    List<AConvoquer> liste = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      liste.add(a(dossiers.inconnue("FOULE" + essai + "X" + i, TERRITOIRE, LocalDate.of(2025, 9, 10)), session, false));
    }
    long debut = System.nanoTime();
    assertThat(en(() -> convoquer.executer(liste)).convoquees()).isEqualTo(300);
    assertThat((System.nanoTime() - debut) / 1_000_000_000L).as("secondes").isLessThan(10);
  }

  @Test
  void nul_ne_perd_sa_place_ni_n_a_de_piece_notee_quand_il_n_est_pas_venu() {
    Personne ana = entrante();
    convoquer(ana);
    convoquer(entrante());
    refuse("CAPACITE_TROP_PETITE", () -> changer.modifier(session,
        new SaisieDeSession(lieu, LocalTime.of(9, 30), LocalTime.of(11, 30), 1, "Mme Roux", null, null), MARDI));
    refuse("SESSION_INCONNUE", () -> saisir.tousPresents(987_654_321));
    horloge.regler(MARDI.atTime(10, 0));
    refuse("PAS_PRESENTE", () -> {
      saisir.pieces(convocation(ana), List.of(Piece.ADRESSE));
      return null;
    });
    assertThat(etat(ana)).isEqualTo(EtatConvocation.CONVOQUEE);
    assertThat(faits(ana)).isEmpty();
  }

  @Test
  void convoquer_cent_personnes_demande_a_la_base_autant_qu_en_convoquer_une() {
    long grande = en(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(14, 0), LocalTime.of(16, 0), 101, "Mme Roux", null, null),
        List.of(MARDI))).ouvertes().getFirst();
    List<Personne> toutes = Stream.generate(this::entrante).limit(101).toList();
    // each is told by SMS too, and reminded
    base.sql("update allocataires.personne set telephone = '+33612345678' where nom like ?").param("CONVOQ" + essai + "%").update();
    int une = Ordres.donnes(() -> en(() -> convoquer.executer(List.of(a(toutes.getFirst(), grande, false)))));
    int cent = Ordres.donnes(() -> assertThat(en(() -> convoquer.executer(toutes.stream().skip(1).map(p -> a(p, grande, false)).toList()))
        .convoquees())
        .isEqualTo(100));
    assertThat(une).isBetween(5, 60);
    assertThat(cent).isEqualTo(une);
  }

  private Personne entrante() {
    return dossiers.fichier(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 3),
        dossiers.inconnue("CONVOQ" + essai, TERRITOIRE, LocalDate.of(2025, 9, 10)), "2", true).personne();
  }

  private long ouvrir(LocalDate jour) {
    return en(() -> ouvrir.executer(saisie(), List.of(jour))).ouvertes().getFirst();
  }

  private SaisieDeSession saisie() {
    return new SaisieDeSession(lieu, LocalTime.of(9, 30), LocalTime.of(11, 30), null, "Mme Roux", null, null);
  }

  private AConvoquer a(Personne p, long laquelle, boolean enAttente) {
    return new AConvoquer(p.id(), laquelle, enAttente, null);
  }

  private Convoquer.Bilan convoquer(Personne p) {
    return en(() -> convoquer.executer(List.of(a(p, session, false))));
  }

  private void noter(Personne p, EtatConvocation etat, Empechement motif) {
    en(() -> {
      saisir.noter(convocation(p), etat, motif, null);
      return null;
    });
  }

  private long convocation(Personne p) {
    return base.sql("select id from rendezvous.convocation where personne_id = ? order by id desc limit 1").param(p.id()).query(Long.class).single();
  }

  private EtatConvocation etat(Personne p) {
    return EtatConvocation.valueOf(base.sql("select etat from rendezvous.convocation where personne_id = ? order by id desc limit 1").param(p.id())
        .query(String.class).single());
  }

  private List<String> faits(Personne p) {
    return base.sql("select nature || ':' || detail from rendezvous.fait where personne_id = ? and retire_le is null order by 1").param(p.id())
        .query(String.class).list();
  }

  private void refuse(String code, Supplier<Object> acte) {
    assertThatThrownBy(() -> en(acte)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(SECRETAIRE, acte);
  }
}
