package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.ExpliquerSansSuivi;
import fr.jalon.orientation.domaine.CauseSansSuivi;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.RaisonSansSuivi;
import fr.jalon.orientation.lecture.PersonneSansSuivi;
import fr.jalon.orientation.lecture.PersonnesSansSuivi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody falls out: each person soumise with an open right waits, is followed, is suspended, or has a reason written. Today is 20 October 2025. */
@EssaiArdeche
class SansSuiviTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(1, "DOSSIERS", "ENTREES", "ORIENTATIONS");
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  PersonnesSansSuivi liste;
  @Autowired
  ExpliquerSansSuivi expliquer;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  CloreSuivi clore;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  Structures structures;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void qui_attend_est_suivie_ou_est_suspendue_n_est_pas_dans_la_liste() {
    Personne attend = dossiers.entrante("ATTEND", 1, LocalDate.of(2025, 10, 3));
    Personne suivie = dossiers.entrante("TENUE", 1, LocalDate.of(2025, 10, 3));
    orienter(suivie);
    Personne suspendue = dossiers.fichier(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 3), stock("SUSPENDUE"), "4", true,
        LocalDate.of(2025, 9, 1), false).personne();
    assertThat(ligne(attend)).isEmpty();
    assertThat(ligne(suivie)).isEmpty();
    assertThat(ligne(suspendue)).isEmpty();
  }

  @Test
  void le_suivi_clos_par_un_agent_alors_que_le_droit_est_ouvert_la_montre_avec_la_raison_donnee() {
    Personne p = dossiers.entrante("LACHEE", 1, LocalDate.of(2025, 10, 3));
    long suivi = orienter(p);
    EnTantQue.agir(SECRETAIRE, () -> {
      clore.executer(suivi, AUJOURDHUI, "Ne vient plus");
      return null;
    });
    assertThat(ligne(p)).hasValueSatisfying(l -> {
      assertThat(l.cause()).isEqualTo(CauseSansSuivi.SUIVI_CLOS);
      assertThat(l.depuis()).isEqualTo(AUJOURDHUI);
      assertThat(l.detail()).isEqualTo("Ne vient plus");
    });
    orienter(p);
    assertThat(ligne(p)).isEmpty();
  }

  @Test
  void qui_etait_deja_la_sans_suivi_connu_y_est_aussi_et_une_raison_ecrite_l_en_sort_jusqu_au_jour_dit() {
    Personne p = stock("STOCKEE");
    assertThat(ligne(p)).map(PersonneSansSuivi::cause).contains(CauseSansSuivi.STOCK);
    EnTantQue.agir(SECRETAIRE, () -> {
      expliquer.executer(new RaisonSansSuivi(p.id(), "Hospitalisée jusqu'à la fin du mois", AUJOURDHUI.plusDays(11)));
      return null;
    });
    assertThat(ligne(p)).isEmpty();
    assertThatThrownBy(() -> EnTantQue.agir(SECRETAIRE, () -> {
      expliquer.executer(new RaisonSansSuivi(p.id(), "Encore", AUJOURDHUI.plusDays(11)));
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("PAS_DANS_LA_LISTE"));
    base.sql("update orientation.raison_sans_suivi set ecrite_le = date '2025-09-01', a_revoir_le = date '2025-10-20' where personne_id = ?")
        .param(p.id()).update();
    assertThat(ligne(p)).map(PersonneSansSuivi::detail).contains("Hospitalisée jusqu'à la fin du mois");
  }

  @Test
  void une_raison_ne_couvre_pas_un_suivi_clos_depuis_et_n_est_jamais_sans_fin() {
    Personne p = stock("REVENUE");
    EnTantQue.agir(SECRETAIRE, () -> {
      expliquer.executer(new RaisonSansSuivi(p.id(), "Part en formation", AUJOURDHUI.plusMonths(6)));
      return null;
    });
    base.sql("update orientation.raison_sans_suivi set ecrite_le = date '2025-10-01' where personne_id = ?").param(p.id()).update();
    long suivi = orienter(p);
    EnTantQue.agir(SECRETAIRE, () -> {
      clore.executer(suivi, AUJOURDHUI, "Formation finie");
      return null;
    });
    assertThat(ligne(p)).isPresent();
    for (RaisonSansSuivi r : List.of(new RaisonSansSuivi(p.id(), " ", AUJOURDHUI.plusDays(2)), new RaisonSansSuivi(p.id(), "Plus tard", AUJOURDHUI),
        new RaisonSansSuivi(p.id(), "Jamais", AUJOURDHUI.plusYears(3)), new RaisonSansSuivi(p.id(), "Un jour", null))) {
      assertThatThrownBy(() -> r.verifier(AUJOURDHUI)).isInstanceOf(RefusMetier.class);
    }
  }

  @Test
  void la_nuit_compte_la_liste_par_territoire() {
    stock("COMPTEE");
    assertThat(balayer.executer("essai").comptes()).anySatisfy(c -> {
      assertThat(c.nature()).isEqualTo("SANS_SUIVI");
      assertThat(c.situation()).isEqualTo("EN_RETARD");
      assertThat(c.nombre()).isEqualTo(EnTantQue.agir(EnTantQue.partout("DOSSIERS", "ORIENTATIONS"), () -> liste.compter(null)));
    });
    assertThat(base.sql("select nombre from echeances.releve where nature = 'SANS_SUIVI' and jour = date '2025-10-20' and territoire_id = 1")
        .query(Integer.class).single())
        .isEqualTo(EnTantQue.agir(SECRETAIRE, () -> liste.compter(1)));
  }

  @Test
  void la_secretaire_ecrit_la_raison_sur_la_page_et_ce_qu_elle_a_tape_reste_quand_il_manque_le_jour() {
    Personne p = stock("AEXPLIQUER");
    Agent agent = comptoir.agent("SECRETARIAT", List.of(1), List.of());
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/sans-suivi").body()).contains("AEXPLIQUER Ana").contains("aucun suivi connu")
        .contains("/orientations/nouvelle?personne=" + p.id());
    assertThat(nav.poster("/sans-suivi", Map.of("personne", "" + p.id(), "raison", "Suivie par l'hôpital", "revoir", "")).body())
        .contains("Indiquez quand la situation est à revoir").contains("Suivie par l&#39;hôpital");
    assertThat(nav.suivre(nav.poster("/sans-suivi", Map.of("personne", "" + p.id(), "raison", "Suivie par l'hôpital", "revoir", "2025-12-01")))
        .body())
        .contains("revient dans la liste le 01/12/2025").doesNotContain("AEXPLIQUER");
  }

  @Test
  void la_liste_des_allocataires_se_filtre_sur_ceux_que_personne_ne_suit() {
    Personne suivie = dossiers.entrante("FILTREE", 1, LocalDate.of(2025, 10, 3));
    Personne libre = dossiers.entrante("FILTREELIBRE", 1, LocalDate.of(2025, 10, 3));
    orienter(suivie);
    base.sql("select allocataires.situer(?::bigint[])").param(new Long[] {suivie.foyerId(), libre.foyerId()}).query((l, _) -> 0).list();
    Agent agent = comptoir.agent("SECRETARIAT", List.of(1), List.of());
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/allocataires?q=filtree&suivi=sans").body()).contains("/dossier/" + libre.id()).doesNotContain("/dossier/" + suivie.id());
    assertThat(nav.ouvrir("/allocataires?q=filtree&suivi=avec").body()).contains("/dossier/" + suivie.id()).doesNotContain("/dossier/" + libre.id());
    assertThat(nav.ouvrir("/allocataires?q=filtree").body()).contains("/dossier/" + suivie.id()).contains("/dossier/" + libre.id());
  }

  private Personne stock(String nom) {
    return dossiers.fichier(LocalDate.of(2025, 8, 31), LocalDate.of(2025, 9, 3), dossiers.inconnue(nom, 1, LocalDate.of(2024, 1, 10)), "2", true,
        null, true).personne();
  }

  private long orienter(Personne p) {
    int organisation = structures.organisations().stream().filter(o -> o.territoires().contains(1)).findFirst().orElseThrow().id();
    return EnTantQue.agir(SECRETAIRE, () -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation, null, AUJOURDHUI)));
  }

  private Optional<PersonneSansSuivi> ligne(Personne p) {
    return EnTantQue.agir(SECRETAIRE, () -> liste.toutes(null)).stream().filter(l -> l.personneId() == p.id()).findFirst();
  }
}
