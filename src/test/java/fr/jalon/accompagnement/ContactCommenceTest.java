package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accompagnement.application.ContactsCommences;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Noura dictates her note to herself, is called away, and finds it again. Today is 20 October 2025. */
@EssaiArdeche
class ContactCommenceTest {
  private static final int CENTRE = 1;
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  EnregistrerOrientation orienter;
  @Autowired
  ContactsCommences commences;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;
  private Agent compte;
  private Navigateur nav;
  private Personne ana;

  @BeforeEach
  void noura_suit_ana() {
    essai++;
    Navigateur administration = connecter(comptoir.agent("ADMINISTRATION"));
    Referent noura = FicheDeReferent.creer(administration, structures, "Maison du brouillon " + essai, "Noura Note " + (char) ('A' + essai),
        "" + CENTRE, "SOCIAL");
    compte = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    administration.poster("/habilitations/" + compte.id() + "/referent", Map.of("referent", "" + noura.id()));
    nav = connecter(compte);
    ana = dossiers.entrante("BROUILLON" + essai, CENTRE, LocalDate.of(2025, 7, 1));
    EnTantQue.agir(EnTantQue.territoire(CENTRE, "DOSSIERS", "ENTREES", "ORIENTATIONS", "COURRIERS"), () -> orienter.executer(
        new NouvelleOrientation(ana.id(), Parcours.SOCIAL, noura.organisationId(), noura.id(), LocalDate.of(2025, 8, 1))));
  }

  @Test
  void la_note_commencee_est_gardee_a_chaque_pause_et_retrouvee_par_elle_seule() {
    HttpResponse<String> garde = pause(formulaire(nav).avec("presence", "PRESENTE").avec("dit", "Cherche une garde\nle matin").avec("duree", "45"));
    assertThat(garde.body()).contains("est gardée").doesNotContain("<html");
    pause(formulaire(nav).avec("dit", "Cherche une garde\nle matin et le mercredi"));
    String reprise = connecter(compte).ouvrir(adresse("/nouveau")).body();
    assertThat(reprise).contains("Vous aviez commencé cette note").contains("Effacer le brouillon");
    FormulaireLu relu = FormulaireLu.de(reprise, adresse(""), "");
    assertThat(relu.valeurs("dit")).containsExactly("Cherche une garde\nle matin et le mercredi");
    assertThat(relu.valeurs("presence")).containsExactly("PRESENTE");
    assertThat(relu.valeurs("duree")).containsExactly("45");
    Agent collegue = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    assertThat(connecter(collegue).ouvrir(adresse("/nouveau")).body()).as("le brouillon d'une autre").doesNotContain("Vous aviez commencé")
        .doesNotContain("mercredi");
    Set<String> ressources = Set.of("DOSSIERS", "ACCOMPAGNEMENT");
    assertThat(lus(new Perimetre(compte.identifiant(), "", "REFERENT", ressources, false, List.of(CENTRE), List.of()))).as("à elle").isEqualTo(1);
    assertThat(lus(new Perimetre(collegue.identifiant(), "", "REFERENT", ressources, false, List.of(CENTRE), List.of())))
        .as("PostgreSQL ne le donne à personne d'autre").isZero();
  }

  @Test
  void enregistree_elle_n_est_plus_a_reprendre_et_la_pause_partie_juste_avant_ne_la_ramene_pas() {
    FormulaireLu f = formulaire(nav).avec("presence", "PRESENTE").avec("genre", "TELEPHONE").avec("le", "2025-10-17").avec("dit", "Appelée.");
    pause(f);
    assertThat(nav.poster(adresse(""), f.champs()).statusCode()).isEqualTo(302);
    pause(f);
    assertThat(nav.ouvrir(adresse("/nouveau")).body()).doesNotContain("Vous aviez commencé").doesNotContain("Appelée.");
  }

  @Test
  void un_refus_garde_la_note_commencee() {
    FormulaireLu f = formulaire(nav).avec("presence", "PRESENTE").avec("genre", "TELEPHONE").avec("le", "2025-12-24").avec("dit", "Trop tôt");
    pause(f);
    assertThat(nav.poster(adresse(""), f.champs()).statusCode()).isEqualTo(422);
    assertThat(nav.ouvrir(adresse("/nouveau")).body()).contains("Trop tôt");
  }

  @Test
  void elle_l_efface_d_un_bouton_et_une_page_ou_rien_n_est_dit_n_est_pas_un_brouillon() {
    pause(formulaire(nav));
    assertThat(nav.ouvrir(adresse("/nouveau")).body()).doesNotContain("Vous aviez commencé");
    pause(formulaire(nav).avec("decide", "Rappeler lundi"));
    FormulaireLu effacer = FormulaireLu.de(nav.ouvrir(adresse("/nouveau")).body(), adresse("/brouillon/effacer"), "");
    assertThat(nav.suivre(nav.poster(effacer.action(), effacer.champs())).body()).contains("Le brouillon est effacé").doesNotContain("Rappeler lundi")
        .doesNotContain("Vous aviez commencé");
  }

  @Test
  void deux_mois_apres_la_derniere_frappe_elle_est_effacee() {
    pause(formulaire(nav).avec("dit", "Vieille note"));
    commences.balayer(LocalDate.of(2025, 12, 19));
    assertThat(restes()).isEqualTo(1);
    commences.balayer(LocalDate.of(2025, 12, 22));
    assertThat(restes()).isZero();
  }

  @Test
  void qui_ne_voit_pas_ana_ne_garde_rien_d_elle() {
    Navigateur ailleurs = connecter(comptoir.agent("REFERENT", List.of(3), List.of()));
    ailleurs.ouvrir("/mon-compte");
    assertThat(ailleurs.poster(adresse("/saisie"), Map.of("dit", "Indiscrète")).statusCode()).isEqualTo(404);
    assertThat(restes()).isZero();
  }

  private int lus(Perimetre qui) {
    return EnTantQue.agir(qui, () -> transaction.execute(_ ->
        agents.sql("select count(*) from accompagnement.brouillon_contact where personne_id = ?").param(ana.id()).query(Integer.class).single()));
  }

  private int restes() {
    return base.sql("select count(*) from accompagnement.brouillon_contact where personne_id = ?").param(ana.id()).query(Integer.class).single();
  }

  private String adresse(String suite) {
    return "/contacts/" + ana.id() + suite;
  }

  private FormulaireLu formulaire(Navigateur n) {
    return FormulaireLu.de(n.ouvrir(adresse("/nouveau")).body(), adresse(""), "");
  }

  private HttpResponse<String> pause(FormulaireLu f) {
    HttpResponse<String> r = nav.poster(adresse("/saisie"), f.champs());
    assertThat(r.statusCode()).isEqualTo(200);
    return r;
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
