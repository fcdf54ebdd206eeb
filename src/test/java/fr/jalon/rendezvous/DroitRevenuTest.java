package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.application.DemanderReorientation;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.rendezvous.lecture.RendezVousARevoir;
import fr.jalon.rendezvous.lecture.RendezVousARevoir.Quoi;
import fr.jalon.structures.Structures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One payer's file closes her right, the other's opens it the same month: what was planned for her is given back. Today is 20 October 2025. */
@EssaiArdeche
class DroitRevenuTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final int TERRITOIRE = 4;
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS", "COURRIERS",
      "ORIENTATIONS", "REORIENTATIONS");
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  TenirLesPermanences permanences;
  @Autowired
  Convoquer convoquer;
  @Autowired
  DonnerUnRendezVous donner;
  @Autowired
  RendezVousARevoir aRevoir;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  DemanderReorientation demander;
  @Autowired
  Structures structures;
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
  void une_session_d_une_place() {
    essai++;
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    String commune = base.sql("select min(code) from structures.commune where territoire_id = ? and departement = '07'").param(TERRITOIRE)
        .query(String.class).single();
    lieu = en(() -> lieux.executer(new LieuDeRendezVous(null, "Salle du retour " + essai, "1 rue du Lac", "07100", commune, "", TERRITOIRE, true, 1,
        "04 00 00 00 08", true)));
    session = en(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(9, 30), LocalTime.of(11, 30), null, null, null, null), List.of(MARDI)))
        .ouvertes().getFirst();
  }

  @AfterEach
  void le_temps_revient() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    base.sql("update rendezvous.session set etat = 'ANNULEE' where lieu_id = ? and etat = 'PREVUE'").param(lieu).update();
  }

  @Test
  void la_convocation_annulee_par_le_premier_fichier_est_rendue_par_le_second_et_elle_est_prevenue() {
    Personne ana = personne("RENDUE");
    convoquer(ana, false);
    revenir(ana);
    assertThat(convocations(ana)).containsExactly("ANNULEE", "CONVOQUEE");
    assertThat(base.sql("""
        select m.etat from courriers.message m join rendezvous.convocation c on c.id = m.objet_id
        where m.modele = 'CONVOCATION_INFORMATION_COLLECTIVE' and c.etat = 'CONVOQUEE' and m.personne_id = ?""").param(ana.id()).query(String.class).list())
        .isNotEmpty().doesNotContain("ABANDONNE");
    assertThat(revoir(ana)).as("il n'y a plus rien à revoir").isEmpty();
    balayer.executer("essai");
    assertThat(convocations(ana)).as("une seule fois").hasSize(2);
  }

  @Test
  void l_entretien_et_l_invitation_sont_rendus_aussi_la_nuit_au_plus_tard() {
    Personne bea = personne("CRENEAU");
    Personne cleo = personne("CHOISIR");
    int permanence = en(() -> permanences.ouvrir(new SaisieDePermanence(lieu, "Mme Retour " + essai, null,
        new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(14, 0), LocalTime.of(16, 0), 45, MARDI, MARDI)))).id();
    long creneau = base.sql("select min(id) from rendezvous.creneau where permanence_id = ?").param(permanence).query(Long.class).single();
    en(() -> donner.donner(bea.id(), creneau));
    en(() -> donner.inviter(cleo.id()));
    for (Personne p : List.of(bea, cleo)) {
      dossiers.fichier(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22), p, "5", false);
      // the right is open again without any movement that this room hears of
      base.sql("update allocataires.droit set jusqua = '2025-10-23', jusqua_connu_le = now() where foyer_id = ? and jusqua = 'infinity'")
          .param(p.foyerId()).update();
      base.sql("""
          insert into allocataires.droit (foyer_id, depuis, connu_le, import_id, etat, type_foyer, adultes, enfants, territoire_id)
          values (?, '2025-10-23', now(), 1, '2', 'FEMME_SEULE', 1, 0, ?)""").params(p.foyerId(), TERRITOIRE).update();
    }
    assertThat(entretiens(bea)).containsExactly("ANNULEE");
    balayer.executer("essai");
    balayer.executer("essai");
    assertThat(entretiens(bea)).containsExactly("ANNULEE", "CONVOQUEE");
    assertThat(entretiens(cleo)).containsExactly("ANNULEE", "INVITEE");
  }

  @Test
  void quand_la_place_est_prise_les_agents_lisent_qu_une_date_est_a_redonner() {
    Personne ana = personne("PRISE");
    Personne bea = personne("ATTENDAIT");
    convoquer(ana, false);
    convoquer(bea, true);
    Personne revenue = revenir(ana);
    base.sql("select allocataires.situer(array[?::bigint])").param(revenue.foyerId()).query((l, _) -> 0).list();
    assertThat(convocations(bea)).containsExactly("CONVOQUEE");
    assertThat(convocations(ana)).containsExactly("ANNULEE");
    assertThat(revoir(ana)).containsExactly(Quoi.A_REDONNER);
  }

  @Test
  void la_liste_a_revoir_dit_combien_ils_sont_et_se_lit_par_pages() {
    for (String nom : List.of("UNE", "DEUX", "TROIS")) {
      Personne p = personne("PAGE" + nom);
      en(() -> donner.inviter(p.id()));
      dossiers.fichier(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22), p, "4", true);
      base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
    }
    int total = en(() -> aRevoir.page(1, 1000)).lignes().size();
    assertThat(total).isGreaterThanOrEqualTo(3);
    assertThat(en(() -> aRevoir.page(1, 2))).satisfies(p -> assertThat(p.lignes()).hasSize(2)).satisfies(p -> assertThat(p.total()).isEqualTo(total));
    assertThat(en(() -> aRevoir.page(2, 2)).lignes()).doesNotContainAnyElementsOf(en(() -> aRevoir.page(1, 2)).lignes()).isNotEmpty();
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent("SECRETARIAT", List.of(TERRITOIRE), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/agenda").body()).contains("La situation a changé : " + total + "\u00a0rendez-vous à revoir");
    assertThat(nav.ouvrir("/agenda/a-revoir").body()).contains("PAGEUNE").contains(total + "\u00a0rendez-vous");
  }

  @Test
  void ce_qu_un_agent_a_annule_depuis_ne_revient_pas() {
    Personne ana = personne("AGENT");
    long invitation = en(() -> donner.inviter(ana.id()));
    revenir(ana);
    long rendue = base.sql("select max(id) from rendezvous.entretien where personne_id = ?").param(ana.id()).query(Long.class).single();
    assertThat(rendue).isGreaterThan(invitation);
    en(() -> {
      donner.annuler(rendue, "reçue au guichet");
      return null;
    });
    balayer.executer("essai");
    assertThat(entretiens(ana)).containsExactly("ANNULEE", "ANNULEE");
  }

  @Test
  void la_demande_de_reorientation_retiree_par_le_fichier_attend_de_nouveau_avec_le_suivi() {
    Personne ana = dossiers.fichier(LocalDate.of(2025, 8, 31), LocalDate.of(2025, 9, 3),
        dossiers.inconnue("RETOURDEMANDE" + essai, TERRITOIRE, LocalDate.of(2025, 8, 10)), "2", true).personne();
    int organisation = structures.organisations().stream().filter(o -> o.sert(TERRITOIRE) && o.prend("SOCIAL")).findFirst().orElseThrow().id();
    en(() -> enregistrer.executer(new NouvelleOrientation(ana.id(), Parcours.SOCIAL, organisation, null, LocalDate.of(2025, 9, 20))));
    dossiers.reevaluer(ana, "PROFESSIONNEL");
    long demande = en(() -> demander.executer(new NouvelleDemande(ana.id(), OrigineDeReorientation.PERSONNE,
        List.of(RaisonDeReorientation.PROJET_CHANGE), null, Parcours.PROFESSIONNEL,
        null, LocalDate.of(2025, 10, 13))));
    Personne close = dossiers.fichier(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22), ana, "5", false).personne();
    assertThat(demande(demande)).isEqualTo("RETIREE CADUQUE");
    dossiers.fichier(LocalDate.of(2025, 10, 22), LocalDate.of(2025, 10, 23), close, "2", true);
    assertThat(base.sql("select etat from orientation.suivi where personne_id = ?").param(ana.id()).query(String.class).single())
        .isEqualTo("EN_COURS");
    assertThat(demande(demande)).isEqualTo("DEMANDEE OUVERTE");
  }

  private String demande(long id) {
    return base.sql("select r.etat || ' ' || x.etat from orientation.reorientation r join echeances.echeance x on x.nature = 'REORIENTATION' and x.objet_id = r.id where r.id = ?")
        .param(id).query(String.class).single();
  }

  /** The CAF closes her right, the MSA opens it. */
  private Personne revenir(Personne p) {
    Personne close = dossiers.fichier(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22), p, "5", false).personne();
    return dossiers.fichier(LocalDate.of(2025, 10, 22), LocalDate.of(2025, 10, 23), close, "2", true).personne();
  }

  private Personne personne(String nom) {
    return dossiers.fichier(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 3),
        dossiers.inconnue("RETOUR" + nom + essai, TERRITOIRE, LocalDate.of(2025, 9, 10)), "2", true)
        .personne();
  }

  private void convoquer(Personne p, boolean enAttente) {
    assertThat(en(() -> convoquer.executer(List.of(new AConvoquer(p.id(), session, enAttente, null)))).refus()).isEmpty();
  }

  private List<String> convocations(Personne p) {
    return base.sql("select etat from rendezvous.convocation where personne_id = ? order by id").param(p.id()).query(String.class).list();
  }

  private List<String> entretiens(Personne p) {
    return base.sql("select etat from rendezvous.entretien where personne_id = ? order by id").param(p.id()).query(String.class).list();
  }

  private List<Quoi> revoir(Personne p) {
    return en(() -> aRevoir.page(1, 1000)).lignes().stream().filter(r -> r.personneId() == p.id()).map(RendezVousARevoir.ARevoir::quoi).toList();
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(SECRETAIRE, acte);
  }
}
