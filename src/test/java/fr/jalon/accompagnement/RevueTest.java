package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.accompagnement.application.TenirUneRevue;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The responsable of Centre looks at the file of Rose with her, one person after another. Today is 20 October 2025. */
@EssaiArdeche
class RevueTest {
  private static final int CENTRE = 1;
  private static final int AILLEURS = 2;
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
  TenirUneRevue tenir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Referent rose;
  private Navigateur elle;
  private Navigateur responsable;

  @BeforeEach
  void rose_a_une_fiche_un_compte_et_une_responsable() {
    essai++;
    Navigateur administration = connecter(comptoir.agent("ADMINISTRATION"));
    rose = FicheDeReferent.creer(administration, structures, "Maison de Rose " + essai, "Rose Chapuis " + (char) ('A' + essai),
        CENTRE + "," + AILLEURS, "SOCIAL");
    Agent compte = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    administration.poster("/habilitations/" + compte.id() + "/referent", Map.of("referent", "" + rose.id()));
    elle = connecter(compte);
    responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
  }

  @Test
  void une_personne_apres_l_autre_dit_ce_qui_bloque_et_ce_qui_a_change_la_decision_se_garde_et_la_suivante_vient() {
    Personne ana = suivie("ANA", LocalDate.of(2025, 3, 3));
    Personne bea = suivie("BEA", LocalDate.of(2025, 9, 22));
    contact(bea, LocalDate.of(2025, 10, 13), "Cherche un mode de garde");
    String revue = ouvrir(responsable);
    String page = responsable.ouvrir(revue).body();
    assertThat(page).contains("REVANA" + essai).contains("1 sur 2").contains("Jamais rencontrée, aucun rendez-vous")
        .contains("Rien n'a changé depuis le 3 mars 2025 (7 mois)").contains("Première revue de cette file").contains("Rien ne s'est passé");
    HttpResponse<String> suite = decider(responsable, revue, ana, "CHANGER_D_ACTION", "Une formation courte");
    assertThat(suite.headers().firstValue("Location").orElse("")).endsWith(revue + "?personne=" + bea.id());
    assertThat(responsable.suivre(suite).body()).contains("REVBEA" + essai).contains("Contact par téléphone : présence")
        .contains("Cherche un mode de garde")
        .doesNotContain("Ce qui bloque");
    suite = decider(responsable, revue, bea, "CONTINUER", "");
    assertThat(suite.headers().firstValue("Location").orElse("")).endsWith(revue + "/compte-rendu");
    assertThat(responsable.suivre(suite).body()).contains("Une formation courte").contains("Changer d'action : 1").contains("Continuer : 1");
    assertThat(responsable.ouvrir(revue + "?personne=" + ana.id()).body()).as("reprise, elle montre ce qui est gardé")
        .contains("value=\"Une formation courte\"");
    assertThat(responsable.ouvrir(revue + "?bloquees=oui").body()).contains("1 sur 1").contains("REVANA" + essai);
  }

  @Test
  void close_elle_ne_change_plus_et_ce_qui_est_decide_est_un_pas_du_referent_jusqu_a_ce_que_ce_soit_fait() {
    Personne ana = suivie("CLOSE", LocalDate.of(2025, 9, 1));
    String revue = ouvrir(responsable);
    String vue = responsable.ouvrir(revue).body();
    decider(responsable, revue, ana, "COMMISSION", "Trois absences");
    assertThat(elle.ouvrir("/dossier/" + ana.id() + "/parcours").body()).as("tant qu'elle est ouverte, rien n'est dit")
        .doesNotContain("Trois absences");
    assertThat(responsable.suivre(responsable.poster(revue + "/clore", Map.of())).body()).contains("La revue est close").contains("Close");
    assertThat(responsable.suivre(responsable.poster(revue + "/clore", Map.of())).body()).as("REVUE_CLOSE").contains("a clos cette revue");
    PageRefusee.dit(responsable.poster(revue, FormulaireLu.de(vue, revue, "").avec("decision", "SORTIE").avec("pourquoi", "Trop tard").champs()),
        "REVUE_CLOSE", "ce qui y est décidé ne change plus");
    assertThat(elle.ouvrir("/ma-journee").body()).contains("Décidé en revue : commission");
    String parcours = elle.ouvrir("/dossier/" + ana.id() + "/parcours").body();
    assertThat(parcours).contains("Revue de file active : commission").contains("Trois absences")
        .contains("C'est fait");
    long decision = base.sql("select id from accompagnement.revue_decision where personne_id = ?").param(ana.id()).query(Long.class).single();
    Map<String, String> personne = Map.of("personne", "" + ana.id());
    assertThat(elle.suivre(elle.poster("/revue/decisions/" + decision + "/faite", personne)).body()).contains("ce qui était décidé est fait")
        .doesNotContain("Décidé en revue");
    assertThat(elle.suivre(elle.poster("/revue/decisions/" + decision + "/faite", personne)).body()).as("DECISION_DEJA_FAITE")
        .contains("C'était déjà dit");
    String suivante = ouvrir(responsable);
    assertThat(responsable.ouvrir(suivante).body()).contains("Depuis la revue du 20 octobre 2025").contains("avait décidé")
        .contains("Trois absences");
  }

  @Test
  void une_revue_preparee_en_avance_ne_se_clot_qu_a_son_jour_et_un_double_envoi_n_est_pas_un_conflit() {
    Personne ana = suivie("AVANCE", LocalDate.of(2025, 9, 1));
    String revue = ouvrir(responsable, "2025-10-27");
    List<Map.Entry<String, String>> memes = FormulaireLu.de(responsable.ouvrir(revue + "?personne=" + ana.id()).body(), revue, "")
        .avec("decision", "CONTINUER").avec("pourquoi", "").champs();
    assertThat(responsable.poster(revue, memes).statusCode()).isEqualTo(302);
    HttpResponse<String> second = responsable.poster(revue, memes);
    assertThat(second.statusCode()).as("le second clic").isEqualTo(302);
    responsable.suivre(second);
    responsable.ouvrir(revue + "/compte-rendu");
    assertThat(responsable.suivre(responsable.poster(revue + "/clore", Map.of())).body()).as("REVUE_A_VENIR")
        .contains("Cette revue est du 27/10/2025");
  }

  @Test
  void la_file_d_une_equipe_qui_ne_travaille_pas_ici_ne_se_revoit_pas_d_ici() {
    int ailleurs = base.sql("select max(id) from structures.territoire").query(Integer.class).single();
    Navigateur loin = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(ailleurs), List.of()));
    loin.ouvrir("/revue");
    PageRefusee.dit(loin.poster("/revue/ouvrir", Map.of("referent", "" + rose.id(), "le", "2025-10-20")), "REVUE_HORS_PERIMETRE",
        "ne travaille pas sur vos territoires");
  }

  @Test
  void une_reorientation_decidee_s_offre_et_n_est_plus_a_faire_quand_elle_est_demandee() {
    Personne ana = suivie("REO", LocalDate.of(2025, 9, 1));
    String revue = ouvrir(responsable);
    assertThat(responsable.ouvrir(revue).body()).contains("/reorientations/nouvelle?");
    decider(responsable, revue, ana, "REORIENTATION", "Prête à l'emploi");
    responsable.suivre(responsable.poster(revue + "/clore", Map.of()));
    assertThat(elle.ouvrir("/ma-journee").body()).contains("Décidé en revue : réorientation")
        .contains("/reorientations/nouvelle?personne=" + ana.id());
    base.sql("""
        insert into orientation.reorientation (personne_id, suivi_id, origine, raisons, demandee_le, demandee_par, etat, etat_depuis, saisie_le)
        select personne_id, id, 'REFERENT', '{PRETE_A_L_EMPLOI}', '2025-10-20', 'essai', 'DEMANDEE', '2025-10-20', now() from orientation.suivi
        where personne_id = ?""").param(ana.id()).update();
    assertThat(elle.ouvrir("/ma-journee").body()).doesNotContain("Décidé en revue");
  }

  @Test
  void ce_qui_manque_est_dit_a_cote_du_champ_et_rien_n_est_perdu() {
    Personne ana = suivie("FAUTES", LocalDate.of(2025, 9, 1));
    String revue = ouvrir(responsable);
    FormulaireLu f = FormulaireLu.de(responsable.ouvrir(revue).body(), revue, "");
    PageRefusee.dit(responsable.poster(revue, f.avec("pourquoi", "Un mot gardé").champs()), "DECISION_DE_REVUE", "decision",
        "Choisissez ce qui est décidé.");
    HttpResponse<String> sans = responsable.poster(revue, f.avec("decision", "SORTIE").champs());
    PageRefusee.dit(sans, "DECISION_SANS_RAISON", "pourquoi", "Dites pourquoi, en un mot.");
    PageRefusee.dit(responsable.poster(revue, f.avec("decision", "SORTIE").avec("pourquoi", "a".repeat(501)).champs()), "DECISION_BAVARDE",
        "pourquoi",
        "C'est trop long");
    HttpResponse<String> personneChoisie = responsable.poster("/revue/ouvrir", Map.of("referent", "", "le", "2024-01-01"));
    PageRefusee.dit(personneChoisie, "REVUE_DE_QUI", "referent", "Choisissez le référent");
    PageRefusee.dit(personneChoisie, "JOUR_DE_LA_REVUE", "le", "Choisissez un jour à moins d'un mois");
    PageRefusee.dit(responsable.poster("/revue/ouvrir", Map.of("referent", "" + rose.id(), "le", "2025-10-20")), "REVUE_DEJA_OUVERTE",
        "Une revue de cette file est déjà ouverte");
    base.sql("update orientation.suivi set etat = 'CLOS', etat_depuis = '2025-10-20', fin_le = '2025-10-20' where personne_id = ?")
        .param(ana.id()).update();
    PageRefusee.dit(responsable.poster(revue, f.avec("decision", "SORTIE").avec("pourquoi", "Partie").champs()), "PLUS_DANS_LA_FILE",
        "n'est plus dans cette file");
    assertThat(base.sql("select count(*) from accompagnement.revue_decision where personne_id = ?").param(ana.id()).query(Long.class).single())
        .isZero();
  }

  @Test
  void la_decision_qu_un_collegue_vient_de_noter_est_dite_avant_d_etre_remplacee() {
    Personne ana = suivie("DEUX", LocalDate.of(2025, 9, 1));
    String revue = ouvrir(responsable);
    FormulaireLu vieille = FormulaireLu.de(responsable.ouvrir(revue).body(), revue, "");
    decider(elle, revue, ana, "SORTIE", "A trouvé un emploi");
    HttpResponse<String> refus = responsable.poster(revue, vieille.avec("decision", "CONTINUER").champs());
    PageRefusee.dit(refus, "DECISION_ENTRE_TEMPS", " a noté entre-temps « ");
    assertThat(refus.body()).contains("A trouvé un emploi");
    responsable.suivre(responsable.poster(revue, FormulaireLu.de(refus.body(), revue, "").champs()));
    assertThat(base.sql("select decision from accompagnement.revue_decision where personne_id = ?").param(ana.id()).query(String.class).single())
        .isEqualTo("CONTINUER");
  }

  @Test
  void un_collegue_lit_sans_decider_une_partenaire_n_y_entre_pas_et_la_personne_d_un_autre_territoire_n_y_est_pas() {
    Personne ana = suivie("DROITS", LocalDate.of(2025, 9, 1));
    orientee("LOIN", LocalDate.of(2025, 9, 1), AILLEURS);
    String revue = ouvrir(elle);
    assertThat(responsable.ouvrir(revue).body()).contains("1 sur 1").doesNotContain("REVLOIN");
    Agent autre = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    Referent collegue = structures.referents().stream().filter(r -> r.actif() && r.id() != rose.id()).findFirst().orElseThrow();
    base.sql("delete from structures.compte_de_referent where referent_id = ?").param(collegue.id()).update();
    base.sql("insert into structures.compte_de_referent (agent_id, referent_id, lie_par, lie_le) values (?, ?, 'essai', now())")
        .params(autre.id(), collegue.id()).update();
    Navigateur nav = connecter(autre);
    String lue = nav.ouvrir(revue).body();
    assertThat(lue).contains("Vous lisez cette revue").doesNotContain("name=\"decision\"");
    PageRefusee.dit(nav.poster(revue, Map.of("personne", "" + ana.id(), "decision", "CONTINUER")), "REVUE_D_UN_AUTRE", "celle d'un collègue");
    PageRefusee.dit(nav.poster("/revue/ouvrir", Map.of("referent", "" + rose.id(), "le", "2025-10-20")), "REVUE_D_UN_AUTRE", "celle d'un collègue");
    assertThat(responsable.suivre(responsable.poster("/revue/987654321/clore", Map.of())).statusCode()).isEqualTo(404);
    assertThat(responsable.poster("/revue/987654321", Map.of("personne", "1", "decision", "CONTINUER")).statusCode()).isEqualTo(404);
    assertThatThrownBy(() -> EnTantQue.agir(EnTantQue.territoire(CENTRE, "REVUES"), () -> {
      tenir.clore(987654321);
      return 0;
    })).as("REVUE_INCONNUE").hasMessageContaining("n'est pas dans ce que vous pouvez consulter");
    Navigateur partenaire = connecter(comptoir.agent("PARTENAIRE", List.of(), List.of(rose.organisationId())));
    assertThat(partenaire.lire(revue).statusCode()).isEqualTo(403);
    base.sql("delete from structures.compte_de_referent where agent_id = ?").param(autre.id()).update();
  }

  private String ouvrir(Navigateur nav) {
    return ouvrir(nav, "2025-10-20");
  }

  private String ouvrir(Navigateur nav, String le) {
    HttpResponse<String> r = nav.poster("/revue/ouvrir", Map.of("referent", "" + rose.id(), "le", le));
    assertThat(r.statusCode()).as(r.body()).isEqualTo(302);
    return java.net.URI.create(r.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private HttpResponse<String> decider(Navigateur nav, String revue, Personne p, String decision, String pourquoi) {
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(revue + "?personne=" + p.id()).body(), revue, "");
    HttpResponse<String> r = nav.poster(revue, f.avec("decision", decision).avec("pourquoi", pourquoi).champs());
    assertThat(r.statusCode()).as(r.body()).isEqualTo(302);
    nav.suivre(r);
    return r;
  }

  private Personne suivie(String nom, LocalDate notifieLe) {
    return orientee(nom, notifieLe, CENTRE);
  }

  private Personne orientee(String nom, LocalDate notifieLe, int territoire) {
    Personne p = dossiers.entrante("REV" + nom + essai, territoire, notifieLe.minusDays(10));
    EnTantQue.agir(EnTantQue.territoire(territoire, "DOSSIERS", "ENTREES", "ORIENTATIONS", "COURRIERS"), () -> orienter.executer(
        new NouvelleOrientation(p.id(), Parcours.SOCIAL, rose.organisationId(), rose.id(), notifieLe)));
    base.sql("update orientation.suivi set saisi_le = notifie_le where personne_id = ?").param(p.id()).update();
    return p;
  }

  private void contact(Personne p, LocalDate le, String dit) {
    base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, dit, cle, saisi_par, saisi_le)
        values (?, ?, 'TELEPHONE', 'PRESENTE', ?, gen_random_uuid(), 'essai', ?::date)""").params(p.id(), le, dit, le).update();
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
