package fr.jalon.carnet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.carnet.application.EcrireDansLeCarnet;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Roles;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sophie, who administers the instance, chooses who reads each theme; Lina lives in Centre and takes part in the workshop of an operator. */
@EssaiArdeche
class LecteursDesThemesTest {
  private static final int CENTRE = 1;
  private static final LocalDate LE = LocalDate.of(2025, 10, 20);
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
  Roles roles;
  @Autowired
  ThemesDuCarnet themes;
  @Autowired
  EcrireDansLeCarnet ecrire;
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @AfterEach
  void chaque_theme_retrouve_ses_lecteurs() {
    if (base.sql("delete from carnet.lecteurs_du_theme").update() > 0) {
      Navigateur sophie = connecter(comptoir.agent("ADMINISTRATION"));
      // a choice made and refused reads the themes again for the tests that follow
      poster(sophie, "NUMERIQUE", List.of("REFERENT", "TRAVAILLEUR_SOCIAL", "RESPONSABLE", "FRANCE_TRAVAIL", "PARTENAIRE"), "Retour");
      base.sql("delete from carnet.lecteurs_du_theme").update();
      poster(sophie, "NUMERIQUE", List.of("REFERENT", "TRAVAILLEUR_SOCIAL", "RESPONSABLE", "FRANCE_TRAVAIL", "PARTENAIRE", "OPERATEUR"), "Retour");
      base.sql("delete from carnet.lecteurs_du_theme").update();
    }
  }

  @Test
  void un_operateur_d_actions_se_cree_lit_ce_que_son_action_demande_et_n_est_pas_propose_pour_suivre() {
    Navigateur sophie = connecter(comptoir.agent("ADMINISTRATION"));
    int atelier = operateur(sophie);
    Organisation o = structures.organisation(atelier).orElseThrow();
    assertThat(o.nature()).isEqualTo("OPERATEUR");
    assertThat(o.suit()).isFalse();
    assertThat(o.prend("SOCIAL")).isFalse();
    assertThat(sophie.ouvrir("/structures").body()).contains("Opérateur d'actions");
    Personne lina = lina(atelier);
    Agent animatrice = comptoir.agent("PARTENAIRE", List.of(), List.of(atelier));
    ecrireEnTantQueReferent(lina, "EMPLOI", "Libre le matin");
    ecrireEnTantQueReferent(lina, "LOGEMENT", "Le bail finit");
    assertThat(lus(animatrice, lina)).containsExactly("Libre le matin");
    assertThat(connecter(animatrice).ouvrir("/carnet/" + lina.id()).body()).contains("Libre le matin").doesNotContain("Le bail finit");
  }

  @Test
  void sophie_ferme_un_theme_aux_operateurs_tout_se_ferme_a_l_instant_et_rouvert_l_ancien_reste_ferme() {
    Navigateur sophie = connecter(comptoir.agent("ADMINISTRATION"));
    int atelier = operateur(sophie);
    Personne lina = lina(atelier);
    Agent animatrice = comptoir.agent("PARTENAIRE", List.of(), List.of(atelier));
    ecrireEnTantQueReferent(lina, "NUMERIQUE", "Écrit avant");
    assertThat(lus(animatrice, lina)).containsExactly("Écrit avant");
    assertThat(sophie.ouvrir("/lecteurs-des-carnets").body()).contains("Les opérateurs d'actions").contains("Qui lit ce thème");
    String suite = sophie.suivre(poster(sophie, "NUMERIQUE", List.of("REFERENT", "RESPONSABLE"), "Délibération du 3 octobre")).body();
    assertThat(suite).contains("C'est enregistré").contains("Délibération du 3 octobre").contains("changement<");
    assertThat(themes.theme("NUMERIQUE").orElseThrow().lecteurs()).containsExactlyInAnyOrder(Sorte.REFERENT, Sorte.RESPONSABLE);
    assertThat(lus(animatrice, lina)).as("fermé à l'instant, l'ancien compris").isEmpty();
    Navigateur noura = connecter(referent());
    assertThat(noura.lire("/carnet/" + lina.id() + "/lecteurs?theme=NUMERIQUE").body()).contains("Pas par : les travailleurs sociaux");
    poster(sophie, "NUMERIQUE", List.of("REFERENT", "RESPONSABLE", "OPERATEUR"), "Convention signée");
    ecrireEnTantQueReferent(lina, "NUMERIQUE", "Écrit après");
    assertThat(lus(animatrice, lina)).containsExactly("Écrit après");
    assertThat(base.sql("select count(*) from journal.trace where acte = 'CARNET_LECTEURS' and objet = 'Numérique'").query(Long.class).single())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void ferme_depuis_un_autre_serveur_le_theme_ne_s_ecrit_plus_ouvert_a_l_operateur_et_sophie_le_rouvre_vraiment() {
    Navigateur sophie = connecter(comptoir.agent("ADMINISTRATION"));
    int atelier = operateur(sophie);
    Personne lina = lina(atelier);
    Agent animatrice = comptoir.agent("PARTENAIRE", List.of(), List.of(atelier));
    ecrireEnTantQueReferent(lina, "NUMERIQUE", "Écrit avant");
    List<String> tous = themes.theme("NUMERIQUE").orElseThrow().lecteurs().stream().map(Enum::name).toList();
    assertThat(tous).contains("OPERATEUR");
    // another server: this one keeps the readers that it read
    base.sql("insert into carnet.lecteurs_du_theme (theme, lecteurs, motif, saisi_par, saisi_le) values ('NUMERIQUE', '{REFERENT}', 'Ailleurs', 'x', now())")
        .update();
    assertThat(themes.theme("NUMERIQUE").orElseThrow().lecteurs()).as("ce serveur ne le sait pas encore").contains(Sorte.OPERATEUR);
    ecrireEnTantQueReferent(lina, "NUMERIQUE", "Écrit après la fermeture");
    long ecrit = base.sql("select max(id) from carnet.entree where personne_id = ?").param(lina.id()).query(Long.class).single();
    assertThat(lecteurs(ecrit)).containsExactly("REFERENT");
    long avant = base.sql("select min(id) from carnet.entree where personne_id = ?").param(lina.id()).query(Long.class).single();
    en(referent(), () -> ecrire.repondre(avant, "Réponse à un ancien", UUID.randomUUID()));
    assertThat(lus(animatrice, lina)).as("ni un écrit, ni une réponse à ce que l'autre serveur n'a pas fini de fermer")
        .doesNotContain("Écrit après la fermeture", "Réponse à un ancien");
    poster(sophie, "NUMERIQUE", tous, "Réouverture");
    assertThat(base.sql("select motif from carnet.lecteurs_du_theme where theme = 'NUMERIQUE' order by id desc limit 1").query(String.class).single())
        .as("comparé au dernier choix, pas à ce que ce serveur avait lu").isEqualTo("Réouverture");
    ecrireEnTantQueReferent(lina, "NUMERIQUE", "Écrit après la réouverture");
    assertThat(lus(animatrice, lina)).contains("Écrit après la réouverture").doesNotContain("Écrit après la fermeture");
  }

  private List<String> lecteurs(long ecrit) {
    return base.sql("select unnest(lecteurs) from carnet.entree where id = ?").param(ecrit).query(String.class).list();
  }

  @Test
  void un_choix_sans_lecteur_ou_sans_raison_ou_fait_en_meme_temps_qu_un_collegue_est_refuse_a_sa_place() {
    Navigateur sophie = connecter(comptoir.agent("ADMINISTRATION"));
    HttpResponse<String> rien = poster(sophie, "EMPLOI", List.of(), "");
    PageRefusee.dit(rien, "THEME_SANS_LECTEUR", "lecteurs-EMPLOI", "Cochez au moins une sorte de professionnels");
    PageRefusee.dit(rien, "LECTEURS_SANS_RAISON", "motif-EMPLOI", "Dites pourquoi");
    PageRefusee.dit(sophie.poster("/lecteurs-des-carnets", formulaire(sophie, "EMPLOI", List.of("REFERENT"), "Pour voir")
        .avec("theme", "VOISINAGE").champs()), "THEME_INCONNU", "Ce thème n'existe plus");
    FormulaireLu vu = formulaire(sophie, "FORMATION", List.of("REFERENT"), "Mon choix");
    poster(sophie, "FORMATION", List.of("REFERENT", "PARTENAIRE"), "Celui du collègue");
    HttpResponse<String> trop = sophie.poster("/lecteurs-des-carnets", vu.champs());
    PageRefusee.dit(trop, "LECTEURS_CHANGES", "Un collègue a changé qui lit ce thème");
    assertThat(trop.body()).contains("Celui du collègue").contains("Mon choix");
    assertThat(connecter(referent()).lire("/lecteurs-des-carnets").statusCode()).as("un référent ne choisit pas").isEqualTo(403);
  }

  @Test
  void sophie_ne_change_pas_qui_lit_la_sante_sans_avoir_relu_la_liste() {
    Navigateur sophie = connecter(comptoir.agent("ADMINISTRATION"));
    List<String> avant = themes.theme("SANTE").orElseThrow().lecteurs().stream().map(Enum::name).toList();
    List<String> apres = Stream.concat(avant.stream(), Stream.of("RESPONSABLE")).distinct().toList();
    PageRefusee.dit(poster(sophie, "SANTE", apres, "Essai"), "SANTE_A_VERIFIER", "verifie-SANTE", "Ce thème parle de la santé");
    assertThat(base.sql("select count(*) from carnet.lecteurs_du_theme where theme = 'SANTE'").query(Long.class).single()).isZero();
    for (List<String> lecteurs : List.of(apres, avant)) {
      FormulaireLu f = formulaire(sophie, "SANTE", lecteurs, "Délibération du 3 octobre").avec("verifie", "true");
      assertThat(sophie.suivre(sophie.poster("/lecteurs-des-carnets", f.champs())).body()).contains("C'est enregistré");
    }
    assertThat(themes.theme("SANTE").orElseThrow().lecteurs().stream().map(Enum::name).toList()).containsExactlyInAnyOrderElementsOf(avant);
  }

  @Test
  void les_lecteurs_annonces_a_noura_ont_change_pendant_qu_elle_ecrivait_elle_les_relit_avant_d_ecrire() {
    Navigateur sophie = connecter(comptoir.agent("ADMINISTRATION"));
    Personne lina = lina(operateur(sophie));
    Navigateur noura = connecter(referent());
    String adresse = "/carnet/" + lina.id() + "/nouveau";
    FormulaireLu f = FormulaireLu.de(noura.ouvrir(adresse).body(), adresse, "").avec("theme", "MOBILITE").avec("texte", "Sans voiture");
    FormulaireLu annonce = FormulaireLu.de(noura.poster(adresse, f.champs()).body(), adresse, "");
    poster(sophie, "MOBILITE", List.of("REFERENT"), "Essai");
    HttpResponse<String> refus = noura.poster(adresse, annonce.champs());
    PageRefusee.dit(refus, "LECTEURS_AUTRES", "Le Département vient de changer qui lit ce thème");
    assertThat(refus.body()).contains("Sans voiture").contains("Pas par : les travailleurs sociaux");
    assertThat(noura.suivre(noura.poster(adresse, FormulaireLu.de(refus.body(), adresse, "").champs())).body()).contains("C'est écrit");
  }

  private FormulaireLu formulaire(Navigateur sophie, String theme, List<String> lecteurs, String motif) {
    FormulaireLu f = FormulaireLu.de(sophie.ouvrir("/lecteurs-des-carnets").body(), "/lecteurs-des-carnets", "name=\"theme\" value=\"" + theme + "\"")
        .avec("motif", motif);
    List<Map.Entry<String, String>> champs = new ArrayList<>(f.champs().stream().filter(c -> !c.getKey().equals("lecteurs")).toList());
    lecteurs.forEach(l -> champs.add(Map.entry("lecteurs", l)));
    return new FormulaireLu(f.action(), champs);
  }

  private HttpResponse<String> poster(Navigateur sophie, String theme, List<String> lecteurs, String motif) {
    return sophie.poster("/lecteurs-des-carnets", formulaire(sophie, theme, lecteurs, motif).champs());
  }

  private int operateur(Navigateur sophie) {
    String nom = "Atelier du carnet " + ++essai;
    sophie.poster("/structures/organisations", Map.of("nom", nom, "nature", "OPERATEUR", "cadre", "CONVENTION", "territoires", "" + CENTRE,
        "active", "true"));
    return structures.organisations().stream().filter(o -> o.nom().equals(nom)).findFirst().orElseThrow().id();
  }

  private Personne lina(int atelier) {
    Personne lina = dossiers.entrante("LECTEURSLINA" + essai, CENTRE, LocalDate.of(2025, 8, 4));
    base.sql("update allocataires.personne set organisation_ids = array[?::int] where id = ?").params(atelier, lina.id()).update();
    return lina;
  }

  private Agent referent() {
    return comptoir.agent("REFERENT", List.of(CENTRE), List.of());
  }

  private void ecrireEnTantQueReferent(Personne p, String theme, String texte) {
    en(referent(), () -> ecrire.executer(new NouvelEcrit(p.id(), themes.theme(theme).orElseThrow(), LE, texte, null, null, UUID.randomUUID()),
        false));
  }

  private List<String> lus(Agent compte, Personne p) {
    return en(compte, () -> agents.sql("select texte from carnet.entree where personne_id = ?").param(p.id()).query(String.class).list());
  }

  private <T> T en(Agent compte, java.util.function.Supplier<T> acte) {
    return EnTantQue.agir(roles.perimetre(compte), () -> transaction.execute(_ -> acte.get()));
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
