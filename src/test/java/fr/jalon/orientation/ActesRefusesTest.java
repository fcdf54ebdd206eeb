package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.application.ChangerLesCoordonnees;
import fr.jalon.diagnostic.application.EnregistrerDiagnostic;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.justedroit.application.NoterVerifie;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AccepterReorientation;
import fr.jalon.orientation.application.AnnulerDecision;
import fr.jalon.orientation.application.AnnulerOrientation;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.application.DemanderReorientation;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.NoterLaRencontre;
import fr.jalon.orientation.application.NotificationParCourrier;
import fr.jalon.orientation.application.RefuserReorientation;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.personnages.EnMemeTemps;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.RefusMetier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What nobody writes in the dossier of a person: out of the perimeter, without the role, or with an answer that means nothing. */
@EssaiArdeche
class ActesRefusesTest {
  private static final int TERRITOIRE = 2;
  private static final LocalDate ORIENTEE = LocalDate.of(2025, 10, 10);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS",
      "RENDEZ_VOUS", "COURRIERS");
  private static int essai;
  @Autowired
  ChangerLesCoordonnees changer;
  @Autowired
  EnregistrerDiagnostic diagnostiquer;
  @Autowired
  NoterVerifie verifier;
  @Autowired
  EnregistrerOrientation orienter;
  @Autowired
  CloreSuivi clore;
  @Autowired
  AnnulerOrientation annulerLOrientation;
  @Autowired
  NotificationParCourrier notifier;
  @Autowired
  DemanderReorientation demander;
  @Autowired
  AccepterReorientation accepter;
  @Autowired
  RefuserReorientation refuser;
  @Autowired
  AnnulerDecision annulerLaDecision;
  @Autowired
  NoterLaRencontre noterLaRencontre;
  @Autowired
  Dossiers dossiers;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transaction;
  private Personne ana;

  @BeforeEach
  void ana_est_connue() {
    ana = dossiers.entrante("PROTEGEE" + ++essai, TERRITOIRE, LocalDate.of(2025, 10, 3));
  }

  @Test
  void le_telephone_d_ana_n_est_change_ni_d_un_autre_territoire_ni_sans_le_role_ni_apres_sa_fusion() {
    Perimetre secretaire = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "RENDEZ_VOUS");
    EnTantQue.agir(secretaire, () -> telephone("+33639980001"));
    refuse("HABILITATION", EnTantQue.territoire(TERRITOIRE, "DOSSIERS"), () -> telephone("+33639980002"));
    refuse("PERSONNE_FERMEE", EnTantQue.territoire(TERRITOIRE + 1, "DOSSIERS", "RENDEZ_VOUS"), () -> telephone("+33639980003"));
    Personne autre = dossiers.entrante("CONSERVEE" + essai, TERRITOIRE, LocalDate.of(2025, 10, 3));
    base.sql("update allocataires.personne set fusionnee_dans = ? where id = ?").params(autre.id(), ana.id()).update();
    refuse("PERSONNE_FERMEE", secretaire, () -> telephone("+33639980004"));
    assertThat(base.sql("select telephone from allocataires.personne where id = ?").param(ana.id()).query(String.class).single())
        .isEqualTo("+33639980001");
  }

  @Test
  void le_diagnostic_d_ana_ne_garde_que_des_reponses_proposees() {
    Perimetre referente = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "DIAGNOSTICS");
    refuse("DIAGNOSTIC_VIDE", referente, () -> diagnostiquer.executer(ana.id(), null, Reponses.AUCUNE));
    refuse("CRITERE_INCONNU", referente, () -> diagnostiquer.executer(ana.id(), null, new Reponses(Map.of("religion", "OUI"))));
    refuse("REPONSE_INCONNUE", referente, () ->
        diagnostiquer.executer(ana.id(), null, new Reponses(Map.of("contrainte_sante", "MALADIE_ECRITE_EN_CLAIR"))));
    assertThat(base.sql("select count(*) from diagnostic.diagnostic where personne_id = ?").param(ana.id()).query(Integer.class).single()).isZero();
  }

  @Test
  void l_ecart_du_foyer_d_ana_se_note_verifie_par_qui_le_voit_et_s_annule_une_fois() {
    Perimetre controle = EnTantQue.partout("DOSSIERS", "MONTANTS", "VERIFICATIONS");
    YearMonth mois = YearMonth.of(2025, 9);
    refuse("ECART_ABSENT", controle, () -> noter(mois, null, ""));
    refuse("NOTE_LONGUE", controle, () -> noter(mois, BigDecimal.TEN, "a".repeat(10_000)));
    refuse("FOYER_INCONNU", EnTantQue.territoire(TERRITOIRE + 1, "DOSSIERS", "MONTANTS", "VERIFICATIONS"), () -> noter(mois, BigDecimal.TEN, "vu"));
    assertThat(notes()).isZero();
    EnTantQue.agir(controle, () -> noter(mois, BigDecimal.TEN, "vu avec la CAF"));
    assertThat(notes()).isEqualTo(1);
    long note = base.sql("select id from justedroit.verifie where foyer_id = ?").param(ana.foyerId()).query(Long.class).single();
    refuse("DEJA_ANNULE", EnTantQue.territoire(TERRITOIRE + 1, "DOSSIERS", "MONTANTS", "VERIFICATIONS"), () -> annuler(note));
    EnTantQue.agir(controle, () -> annuler(note));
    refuse("DEJA_ANNULE", controle, () -> annuler(note));
  }

  @Test
  void la_rencontre_d_ana_n_est_ni_d_avant_son_orientation_ni_de_demain_et_deux_collegues_la_notent_une_fois() {
    orienter(ORIENTEE);
    refuse("AVANT_L_ORIENTATION", SECRETAIRE, () -> rencontre(ORIENTEE.minusDays(1)));
    refuse("JOUR", SECRETAIRE, () -> rencontre(null));
    refuse("JOUR", SECRETAIRE, () -> rencontre(LocalDate.of(2025, 10, 21)));
    assertThat(rencontres()).isEmpty();
    assertThat(EnMemeTemps.refus(base, transaction, () -> base.sql("""
        insert into rendezvous.entretien (personne_id, le, etat, etat_depuis, saisi_par, saisi_le, territoire_id) values (?, '2025-10-15', 'PRESENTE', now(), 'karim', now(), ?)""")
        .params(ana.id(), TERRITOIRE).update(), () -> EnTantQue.agir(SECRETAIRE, () -> rencontre(LocalDate.of(2025, 10, 15)))))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("DEJA_NOTEE"));
    assertThat(rencontres()).containsExactly("PRESENTE karim");
    long notee = base.sql("select id from rendezvous.entretien where personne_id = ?").param(ana.id()).query(Long.class).single();
    EnTantQue.agir(SECRETAIRE, () -> effacer(notee));
    refuse("PAS_HORS_PERMANENCE", SECRETAIRE, () -> effacer(notee));
    assertThat(rencontres()).containsExactly("ANNULEE karim");
  }

  @Test
  void le_suivi_d_ana_qui_a_pris_fin_ne_se_notifie_plus_et_la_decision_qui_en_parlait_ne_se_reprend_plus() {
    long premier = orienter(ORIENTEE);
    long refusee = reorienter();
    EnTantQue.agir(SECRETAIRE, () -> {
      refuser.executer(refusee, ORIENTEE.plusDays(2), "Le projet n'est pas prêt", false);
      return null;
    });
    long acceptee = reorienter();
    dossiers.reevaluer(ana, "PROFESSIONNEL");
    long second = EnTantQue.agir(SECRETAIRE, () -> accepter.executer(acceptee, vers("FT-PRIVAS", Parcours.PROFESSIONNEL, ORIENTEE.plusDays(3))));
    EnTantQue.agir(SECRETAIRE, () -> clore(second));
    refuse("SUIVI_CLOS", SECRETAIRE, () -> reprendre(refusee));
    refuse("SUIVI_CLOS", SECRETAIRE, () -> reprendre(acceptee));
    refuse("SUIVI_CLOS", SECRETAIRE, () -> notifier(premier));
    assertThat(base.sql("select etat from orientation.reorientation where personne_id = ? order by id").param(ana.id()).query(String.class).list())
        .containsExactly("REFUSEE", "ACCEPTEE");
    assertThat(base.sql("select count(*) from courriers.message where personne_id = ? and modele = 'NOTIFICATION_ORIENTATION'").param(ana.id())
        .query(Integer.class).single()).isZero();
  }

  @Test
  void l_orientation_d_ana_s_annule_une_fois_avec_sa_liste() {
    long suivi = orienter(ORIENTEE);
    assertThat(EnTantQue.agir(SECRETAIRE, () -> annulerLOrientation.executer(List.of(suivi), "Mauvaise liste"))).containsExactly(ana.id());
    refuse("RIEN_A_ANNULER", SECRETAIRE, () -> annulerLOrientation.executer(List.of(suivi), "Mauvaise liste"));
    assertThat(base.sql("select count(*) from journal.trace where personne_id = ? and acte = 'ORIENTATION_ANNULEE'").param(ana.id())
        .query(Integer.class).single()).isOne();
  }

  @Test
  void ce_qui_change_pour_ana_pendant_qu_on_agit_sur_elle_est_dit_et_rien_ne_s_ecrit_par_dessus() {
    assertThat(EnMemeTemps.refus(base, transaction, () -> base.sql("update orientation.entree set etat = 'SORTIE' where personne_id = ?")
        .param(ana.id()).update(), () -> orienter(ORIENTEE)))
        .as("le fichier a fermé son entrée").isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("ENTREE_CHANGEE"));
    assertThat(base.sql("select count(*) from orientation.suivi where personne_id = ?").param(ana.id()).query(Integer.class).single()).isZero();
    base.sql("update orientation.entree set etat = 'EN_ATTENTE' where personne_id = ?").param(ana.id()).update();
    long suivi = orienter(ORIENTEE);
    assertThat(EnMemeTemps.refus(base, transaction,
        () -> base.sql("update orientation.suivi set etat = 'EN_VEILLE' where id = ?").param(suivi).update(),
        () -> EnTantQue.agir(SECRETAIRE, () -> clore(suivi))))
            .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("SUIVI_CHANGE"));
    assertThat(base.sql("select etat || ' ' || jusqua from orientation.suivi where id = ?").param(suivi).query(String.class).single())
        .isEqualTo("EN_VEILLE infinity");
  }

  private long orienter(LocalDate le) {
    return EnTantQue.agir(SECRETAIRE, () -> orienter.executer(vers("CMS-PRIVAS", Parcours.SOCIAL, le)));
  }

  private NouvelleOrientation vers(String organisation, Parcours parcours, LocalDate le) {
    return new NouvelleOrientation(ana.id(), parcours, base.sql("select id from structures.organisation where code = ?").param(organisation)
        .query(Integer.class).single(), null, le);
  }

  private long reorienter() {
    return EnTantQue.agir(SECRETAIRE, () -> demander.executer(new NouvelleDemande(ana.id(), OrigineDeReorientation.PERSONNE,
        List.of(RaisonDeReorientation.PROJET_CHANGE), null,
        Parcours.PROFESSIONNEL, null, ORIENTEE.plusDays(1))));
  }

  private Object clore(long suivi) {
    clore.executer(suivi, LocalDate.of(2025, 10, 17), "Emploi durable");
    return null;
  }

  private Object reprendre(long demande) {
    annulerLaDecision.executer(demande, "Mauvaise personne");
    return null;
  }

  private Object notifier(long suivi) {
    notifier.ecrire(suivi);
    return null;
  }

  private Object rencontre(LocalDate le) {
    noterLaRencontre.executer(ana.id(), le, EtatEntretien.PRESENTE, null);
    return null;
  }

  private Object effacer(long entretien) {
    noterLaRencontre.effacer(entretien);
    return null;
  }

  private List<String> rencontres() {
    return base.sql("select etat || ' ' || saisi_par from rendezvous.entretien where personne_id = ?").param(ana.id()).query(String.class).list();
  }

  private Object telephone(String numero) {
    changer.executer(ana.id(), numero, null);
    return null;
  }

  private Object noter(YearMonth mois, BigDecimal ecart, String note) {
    verifier.executer(ana.foyerId(), mois, ecart, note);
    return null;
  }

  private Object annuler(long note) {
    verifier.annuler(note);
    return null;
  }

  private int notes() {
    return base.sql("select count(*) from justedroit.verifie where foyer_id = ?").param(ana.foyerId()).query(Integer.class).single();
  }

  private static void refuse(String code, Perimetre qui, Supplier<Object> acte) {
    assertThatThrownBy(() -> EnTantQue.agir(qui, acte)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
