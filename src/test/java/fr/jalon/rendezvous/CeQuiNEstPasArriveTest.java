package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.ChoisirParLeLien;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.RepondreParLeLien;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.rendezvous.lecture.CeQuiEstPrevu;
import fr.jalon.rendezvous.lecture.EntretiensANoter;
import fr.jalon.rendezvous.lecture.RendezVousARevoir;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What nobody answered and what nobody noted holds no one: she is again to be convoked, and agents see what is left to note. Today is 20 October
 * 2025.
 */
@EssaiArdeche
class CeQuiNEstPasArriveTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final LocalDate MARDI_SUIVANT = LocalDate.of(2025, 11, 18);
  private static final int TERRITOIRE = 4;
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS", "COURRIERS");
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
  ChoisirParLeLien choisir;
  @Autowired
  RepondreParLeLien repondre;
  @Autowired
  ListeDesEntrees entrees;
  @Autowired
  PersonnesEnAttente attente;
  @Autowired
  CeQuiEstPrevu prevu;
  @Autowired
  EntretiensANoter aNoter;
  @Autowired
  RendezVousARevoir aRevoir;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transaction;
  private int lieu;
  private List<Long> creneaux;

  @BeforeEach
  void une_salle_d_une_place_et_une_permanence() {
    essai++;
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    String commune = base.sql("select min(code) from structures.commune where territoire_id = ? and departement = '07'").param(TERRITOIRE)
        .query(String.class).single();
    lieu = en(() -> lieux.executer(new LieuDeRendezVous(null, "Salle passée " + essai, "1 rue du Lac", "07100", commune, "", TERRITOIRE, true, 1,
        "04 00 00 00 07", true)));
    int permanence = en(() -> permanences.ouvrir(new SaisieDePermanence(lieu, "Mme Passé " + essai, null,
        new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 30), 45, MARDI, MARDI_SUIVANT)))).id();
    creneaux = base.sql("select id from rendezvous.creneau where permanence_id = ? order by jour, debut").param(permanence).query(Long.class).list();
  }

  @AfterEach
  void le_temps_revient() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    base.sql("update rendezvous.session set etat = 'ANNULEE' where lieu_id = ? and etat = 'PREVUE'").param(lieu).update();
  }

  @Test
  void l_invitation_que_personne_n_a_suivie_s_arrete_avec_son_code_et_se_refait() {
    Personne ana = personne("INVITEE");
    int avant = enAttente();
    long id = en(() -> donner.inviter(ana.id()));
    assertThat(ligne(ana).aConvoquer()).isFalse();
    assertThat(enAttente()).isEqualTo(avant - 1);
    LocalDate expire = base.sql("select code_expire_le from rendezvous.entretien where id = ?").param(id).query(LocalDate.class).single();
    horloge.regler(expire.atTime(9, 0));
    assertThat(ligne(ana).aConvoquer()).as("le dernier jour, elle peut encore choisir").isFalse();

    horloge.regler(expire.plusDays(1).atTime(9, 0));
    assertThat(ligne(ana).aConvoquer()).isTrue();
    assertThat(dansLaListeAConvoquer(ana)).isTrue();
    assertThat(enAttente()).isEqualTo(avant);
    assertThat(prevu(ana)).isEmpty();
    long nouvelle = en(() -> donner.inviter(ana.id()));
    assertThat(nouvelle).isNotEqualTo(id);
    assertThat(etat(id)).isEqualTo("ANNULEE N'a pas choisi de rendez-vous avant la date limite");
    assertThat(base.sql("select count(*) from courriers.message where modele = 'INVITATION_ENTRETIEN' and objet_id = ? and etat <> 'ABANDONNE'")
        .param(nouvelle).query(Integer.class)
        .single()).isPositive();
    assertThat(en(() -> donner.inviter(ana.id()))).as("celle qui court n'est pas refaite").isEqualTo(nouvelle);
  }

  @Test
  void la_nuit_ferme_les_invitations_mortes_et_les_listes_d_attente_des_sessions_passees() {
    Personne ana = personne("NUIT");
    Personne bea = personne("PLACE");
    Personne cleo = personne("FILE");
    long session = session(MARDI);
    en(() -> convoquer.executer(List.of(new AConvoquer(bea.id(), session, false, null))));
    en(() -> convoquer.executer(List.of(new AConvoquer(cleo.id(), session, true, null))));
    long invitation = en(() -> donner.inviter(ana.id()));
    horloge.regler(MARDI_SUIVANT.atTime(0, 10));
    balayer.executer("essai");
    assertThat(etat(invitation)).startsWith("ANNULEE N'a pas choisi");
    assertThat(base.sql("select etat || ' ' || motif from rendezvous.convocation where personne_id = ?").param(cleo.id())
        .query(String.class).single())
        .isEqualTo("ANNULEE Aucune place ne s'est libérée");
    assertThat(dansLaListeAConvoquer(cleo)).isTrue();
    assertThat(base.sql("select etat from rendezvous.convocation where personne_id = ?").param(bea.id()).query(String.class).single())
        .as("sa présence reste à saisir").isEqualTo("CONVOQUEE");
    assertThat(en(() -> aRevoir.page(1, 50)).lignes()).as("ce n'est pas un fichier qui l'a dit")
        .noneMatch(r -> r.personneId() == ana.id() || r.personneId() == cleo.id());
  }

  @Test
  void l_entretien_passe_que_personne_n_a_note_se_lit_dans_une_liste_et_n_empeche_pas_de_convoquer() {
    Personne ana = personne("NONNOTE");
    long id = en(() -> donner.donner(ana.id(), creneaux.getFirst()));
    assertThat(ligne(ana).aConvoquer()).isFalse();
    horloge.regler(MARDI.plusDays(1).atTime(9, 0));
    assertThat(ligne(ana).aConvoquer()).isTrue();
    assertThat(dansLaListeAConvoquer(ana)).isTrue();
    assertThat(prevu(ana)).isEmpty();
    assertThat(en(() -> aNoter.page(1, 50))).filteredOn(a -> a.id() == id).singleElement().satisfies(a -> assertThat(a.nom()).contains("NONNOTE"));
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent("SECRETARIAT", List.of(TERRITOIRE), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/agenda").body()).contains("/agenda/a-noter");
    assertThat(nav.ouvrir("/agenda/a-noter").body()).contains("NONNOTE").contains("/agenda/entretiens/" + id);
    assertThat(nav.ouvrir("/agenda/personnes/" + ana.id()).body()).contains("Il est passé : dites d'abord si la personne est venue");
    long session = session(MARDI_SUIVANT);
    assertThat(en(() -> convoquer.executer(List.of(new AConvoquer(ana.id(), session, false, null)))).refus()).isEmpty();
    en(() -> {
      donner.noter(id, EtatEntretien.ABSENTE, null);
      return null;
    });
    assertThat(en(() -> aNoter.page(1, 50))).noneMatch(a -> a.id() == id);
  }

  @Test
  void qui_a_un_entretien_passe_non_note_choisit_encore_une_autre_session_par_son_lien() {
    Personne ana = personne("LIEN");
    long session = session(MARDI_SUIVANT);
    session(MARDI_SUIVANT.plusDays(1));
    en(() -> convoquer.executer(List.of(new AConvoquer(ana.id(), session, false, null))));
    String code = codeDe(ana);
    en(() -> donner.donner(ana.id(), creneaux.getFirst(), true));
    repondre.repondre(code, false, Empechement.values()[0]);
    assertThat(repondre.autres(code)).as("un rendez-vous est prévu").isEmpty();
    horloge.regler(MARDI.plusDays(1).atTime(9, 0));
    assertThat(repondre.autres(code)).as("il est passé").hasSize(1);
  }

  @Test
  void qui_a_annule_ne_choisit_pas_un_creneau_que_l_on_ferme_au_meme_moment() {
    Personne ana = personne("FERMETURE");
    en(() -> donner.donner(ana.id(), creneaux.getFirst()));
    String code = codeDe(ana);
    choisir.renoncer(code, Empechement.values()[0]);
    long voulu = creneaux.getLast();
    assertThat(choisir.libres(code)).anyMatch(l -> l.id() == voulu);
    try (ExecutorService autre = Executors.newSingleThreadExecutor()) {
      Future<?> elle = transaction.execute(_ -> {
        base.sql("update rendezvous.creneau set ferme = 'congé' where id = ?").param(voulu).update();
        Future<?> choix = autre.submit(() -> choisir.choisir(code, voulu));
        Awaitility.await().until(() -> choix.isDone()
            || base.sql("select exists (select from pg_locks where not granted and locktype = 'transactionid')")
            .query(Boolean.class).single());
        return choix;
      });
      assertThatThrownBy(elle::get).hasMessageContaining("Ce créneau n'est plus libre");
    }
  }

  private Personne personne(String nom) {
    return dossiers.fichier(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 3),
        dossiers.inconnue("PASSE" + nom + essai, TERRITOIRE, LocalDate.of(2025, 9, 10)), "2", true)
        .personne();
  }

  private long session(LocalDate jour) {
    return en(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(14, 0), LocalTime.of(16, 0), null, null, null, null), List.of(jour)))
        .ouvertes().getFirst();
  }

  private LigneDEntree ligne(Personne p) {
    return en(() -> entrees.dePersonne(p.id())).orElseThrow();
  }

  private boolean dansLaListeAConvoquer(Personne p) {
    String nom = base.sql("select nom from allocataires.personne where id = ?").param(p.id()).query(String.class).single();
    return en(() -> entrees.toutes(new FiltresDEntrees(null, TERRITOIRE, null, null, nom, 1, FiltresDEntrees.Convocation.A_CONVOQUER, null))).stream()
        .anyMatch(l -> l.personneId() == p.id());
  }

  private int enAttente() {
    return en(() -> attente.aConvoquer()).getOrDefault(TERRITOIRE, 0);
  }

  private List<CeQuiEstPrevu.Prevu> prevu(Personne p) {
    return en(() -> prevu.pour(p.id()));
  }

  private String etat(long entretien) {
    return base.sql("select etat || ' ' || coalesce(motif, '') from rendezvous.entretien where id = ?").param(entretien).query(String.class).single();
  }

  /** The code of her last message. */
  private String codeDe(Personne p) {
    return base.sql("select valeurs ->> 'code' from courriers.message where personne_id = ? and coalesce(valeurs ->> 'code', '') <> '' order by id desc limit 1").param(p.id())
        .query(String.class).single();
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(SECRETAIRE, acte);
  }
}
