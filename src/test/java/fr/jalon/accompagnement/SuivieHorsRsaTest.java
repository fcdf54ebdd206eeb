package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Contenu;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jade, 22, has no RSA: Hugo follows her with the same pages as the others. Today is 20 October 2025. */
@EssaiArdeche
class SuivieHorsRsaTest {
  private static final int CENTRE = 1;
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Structures structures;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Navigateur nav;
  private Referent hugo;
  private String suffixe;

  @BeforeEach
  void hugo_a_une_fiche_et_un_compte() {
    essai++;
    suffixe = "" + (char) ('A' + essai);
    Navigateur administration = connecter(comptoir.agent("ADMINISTRATION"));
    hugo = FicheDeReferent.creer(administration, structures, "Mission de Hugo " + suffixe, "Hugo Hors " + suffixe, "" + CENTRE, "SOCIAL");
    Agent compte = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    administration.poster("/habilitations/" + compte.id() + "/referent", Map.of("referent", "" + hugo.id()));
    nav = connecter(compte);
  }

  @Test
  void jade_est_dans_sa_file_dans_sa_journee_et_son_entretien_se_note() {
    long jade = inscrire("JADE", "2025-08-01");
    base.sql("update allocataires.suivi_hors_rsa set ecrit_le = depuis where personne_id = ?").param(jade).update();
    assertThat(texte("/mes-personnes?onglet=hors-rsa")).contains("JADE" + suffixe).contains("Hors RSA").contains("Jamais rencontrée");
    assertThat(texte("/ma-journee")).contains("JADE" + suffixe).contains("Suivie hors RSA depuis le 1er août 2025, jamais rencontrée");
    assertThat(texte("/contacts/" + jade + "/nouveau"))
        .contains("Suivie hors RSA, " + structures.organisation(hugo.organisationId()).orElseThrow().nom());

    assertThat(nav.poster("/contacts/" + jade, contact(jade).avec("le", "2025-10-17").champs()).statusCode()).isEqualTo(302);
    assertThat(texte("/mes-personnes?onglet=hors-rsa")).contains("17/10/2025").doesNotContain("Jamais rencontrée");
    assertThat(texte("/ma-journee")).doesNotContain("jamais rencontrée");
    assertThat(texte("/dossier/" + jade + "/echanges")).contains("Mot de Jade");
  }

  @Test
  void un_contact_d_avant_son_suivi_ou_apres_qu_il_a_fini_n_en_est_pas() {
    long jade = inscrire("FINIE", "2025-09-01");
    PageRefusee.dit(nav.poster("/contacts/" + jade, contact(jade).avec("le", "2025-08-31").champs()), "CONTACT_AVANT_ORIENTATION", "le",
        "Son suivi a commencé le");
    FormulaireLu f = contact(jade);
    base.sql("update allocataires.suivi_hors_rsa set fin_le = '2025-10-15', fin_motif = 'AUTRE', fini_par = 'essai', fini_le = now() where personne_id = ?")
        .param(jade).update();
    PageRefusee.dit(nav.poster("/contacts/" + jade, f.champs()), "PLUS_SUIVIE", "Personne ne suit plus cette personne");
    assertThat(texte("/mes-personnes")).doesNotContain("FINIE" + suffixe);
  }

  @Test
  void suivie_pour_deux_publics_elle_n_est_qu_une_fois_dans_la_file() {
    long jade = inscrire("DEUXFOIS", "2025-09-01");
    base.sql("""
        insert into allocataires.suivi_hors_rsa (personne_id, public, depuis, informee_le, cle, ecrit_par, ecrit_le, territoire_id, organisation_ids)
        select personne_id, 'SPIE', depuis, informee_le, gen_random_uuid(), 'essai', now(), territoire_id, organisation_ids
        from allocataires.suivi_hors_rsa where personne_id = ?""").param(jade).update();
    String page = texte("/mes-personnes");
    assertThat(page.split("data-ligne href=\"/dossier/" + jade + "\"", -1)).hasSize(2);
  }

  private FormulaireLu contact(long personne) {
    return FormulaireLu.de(nav.ouvrir("/contacts/" + personne + "/nouveau").body(), "/contacts/" + personne, "name=\"cle\"")
        .avec("presence", "PRESENTE").avec("genre", "BUREAU").avec("dit", "Mot de Jade");
  }

  private long inscrire(String nom, String depuis) {
    HttpResponse<String> r = nav.poster("/hors-rsa/inscrire", FormulaireLu.de(nav.ouvrir("/hors-rsa/inscrire").body(), "/hors-rsa/inscrire", "")
        .avec("civilite", "MME").avec("prenom", List.of("Jade", "Lou", "Mia").get(essai - 1)).avec("nom", nom + suffixe)
        .avec("naissance", "2003-0" + essai + "-05").avec("lignes", "4 rue du Lac")
        .avec("commune", "07186").avec("publicSuivi", "JEUNE").avec("depuis", depuis).avec("informee", "true")
        .avec("destination", hugo.organisationId() + "-" + hugo.id()).champs());
    Matcher m = Pattern.compile("/dossier/(\\d+)").matcher(r.headers().firstValue("location").orElseThrow());
    assertThat(m.find()).isTrue();
    return Long.parseLong(m.group(1));
  }

  private String texte(String adresse) {
    return Contenu.texte(nav.ouvrir(adresse));
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
