package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Demande;
import fr.jalon.courriers.application.ApercuDeModele;
import fr.jalon.courriers.application.EnregistrerEntete;
import fr.jalon.courriers.application.Modeles;
import fr.jalon.courriers.domaine.Entete;
import fr.jalon.courriers.domaine.Modele;
import fr.jalon.courriers.impression.Lettre;
import fr.jalon.courriers.impression.LettresEnPdf;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the letters, as agents use them. Today is 20 October 2025. */
@EssaiArdeche
class PagesDesCourriersTest {
  private static final String MODELE = "/modeles-de-courrier/NOTIFICATION_ORIENTATION";
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Courriers courriers;
  @Autowired
  ApercuDeModele apercu;
  @Autowired
  Modeles modeles;
  @Autowired
  LettresEnPdf pdf;
  @Autowired
  EnregistrerEntete enregistrerEntete;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void un_texte_faux_est_refuse_a_cote_du_champ_et_rien_de_tape_ne_se_perd() {
    Navigateur nav = connecter("ADMINISTRATION");
    String page = nav.ouvrir(MODELE).body();
    assertThat(page).contains("${organisation}").doesNotContain("Voir l&#39;aperçu pour une personne")
        .doesNotContain("Voir l'aperçu pour une personne");
    HttpResponse<String> reponse = nav.poster(MODELE,
        Map.of("objet", "Objet", "lettre", "Bonjour ${prenon} <b>", "courriel", "", "sms", "Oui ${nom"));
    assertThat(reponse.statusCode()).isEqualTo(422);
    assertThat(reponse.body()).contains("id=\"erreur-lettre\"").contains("${prenon} n").contains("balises HTML").contains("id=\"erreur-sms\"")
        .contains("Bonjour ${prenon} &lt;b&gt;");
    assertThat(base.sql("select count(*) from courriers.version where lettre like '%prenon%'").query(Long.class).single()).isZero();
  }

  @Test
  void un_texte_faux_ne_s_imprime_pas_et_une_lettre_qui_n_attend_plus_non_plus() {
    Navigateur administration = connecter("ADMINISTRATION");
    administration.ouvrir(MODELE);
    HttpResponse<String> faux = administration.poster(MODELE + "/pdf",
        Map.of("objet", "Objet", "lettre", "Bonjour ${prenon}", "courriel", "", "sms", ""));
    assertThat(faux.statusCode()).isEqualTo(422);
    PageRefusee.dit(faux, "MODELE_FAUX", "Ce texte ne peut pas encore être imprimé");
    Navigateur nav = connecter("SECRETARIAT");
    HttpResponse<String> apercu = nav.lire("/courriers/apercu?nom=personnenesappelleainsi");
    assertThat(apercu.statusCode()).isEqualTo(422);
    PageRefusee.dit(apercu, "RIEN_A_IMPRIMER", "Aucune lettre n'attend avec ces filtres.");
    nav.ouvrir("/courriers");
    PageRefusee.dit(nav.suivre(nav.poster("/courriers/lots/acte", Map.of("modele", "NOTIFICATION_ORIENTATION", "objets", "987654321"))),
        "RIEN_A_IMPRIMER", "Aucune de ces lettres n'attend");
  }

  @Test
  void deux_agents_sur_le_meme_modele_le_second_est_prevenu() {
    Navigateur nav = connecter("ADMINISTRATION");
    nav.ouvrir(MODELE);
    Map<String, String> premier = Map.of("objet", "Objet", "lettre", "Premier", "courriel", "", "sms", "");
    HttpResponse<String> enregistre = nav.poster(MODELE, premier);
    // from the page opened before: another window of hers
    HttpResponse<String> second = nav.poster(MODELE, Map.of("objet", "Objet", "lettre", "Second", "courriel", "", "sms", ""));
    assertThat(enregistre.statusCode()).isEqualTo(302);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("Vous avez vous-même changé ce modèle à ").contains("«\u00a0Premier\u00a0»").contains(">Second</textarea>");
    base.sql("delete from courriers.version").update();
  }

  @Test
  void l_administration_ne_lit_pas_les_courriers_et_la_secretaire_ne_change_pas_les_modeles() {
    assertThat(connecter("ADMINISTRATION").ouvrir("/courriers").statusCode()).isEqualTo(403);
    assertThat(connecter("SECRETARIAT").ouvrir("/modeles-de-courrier").statusCode()).isEqualTo(403);
  }

  @Test
  void un_courrier_d_un_autre_territoire_ne_s_ouvre_pas() {
    long id = lettre("VOISINE", 4);
    Navigateur nav = connecter("SECRETARIAT");
    assertThat(nav.ouvrir("/courriers/messages/" + id).statusCode()).isEqualTo(404);
    assertThat(nav.ouvrir("/courriers/messages/" + id + "/pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void la_lettre_d_une_personne_se_lit_et_s_imprime_seule() {
    long id = lettre("LUE", 3);
    Navigateur nav = connecter("SECRETARIAT");
    assertThat(nav.ouvrir("/courriers/messages/" + id).body()).contains("Ana LUE").contains("Ce que nous avons décidé")
        .contains("12 Rue des Tilleuls".toLowerCase().replace("tilleuls", "Tilleuls"));
    assertThat(nav.ouvrir("/courriers/messages/" + id + "/pdf").headers().firstValue("content-type")).hasValue("application/pdf");
    assertThat(nav.ouvrir("/courriers?nom=lue").body()).contains("LUE Ana");
  }

  @Test
  void chaque_modele_livre_tient_sur_une_page() throws Exception {
    List<String> longues = new java.util.ArrayList<>();
    for (Modele m : modeles.tous()) {
      Lettre lettre = EnTantQue.agir(EnTantQue.partout("DOSSIERS", "MODELES_DE_COURRIER"), () -> apercu.lettre(m.code(), m.textes(), null));
      ByteArrayOutputStream sortie = new ByteArrayOutputStream();
      pdf.ecrire(m.libelle(), List.of(lettre), sortie);
      try (PDDocument document = Loader.loadPDF(sortie.toByteArray())) {
        if (document.getNumberOfPages() > 1) {
          org.apache.pdfbox.text.PDFTextStripper suite = new org.apache.pdfbox.text.PDFTextStripper();
          suite.setStartPage(2);
          longues.add(m.code() + " : " + suite.getText(document));
        }
      }
    }
    assertThat(longues).isEmpty();
  }

  @Test
  void ce_qui_n_est_pas_une_image_n_est_pas_un_logo() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(20, 10, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", png);
    assertThat(EnregistrerEntete.typeDImage(png.toByteArray())).contains("image/png");
    assertThat(EnregistrerEntete.typeDImage("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(EnregistrerEntete.typeDImage("\u0089PNG faux".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    assertThat(EnregistrerEntete.typeDImage(new byte[0])).isEmpty();
    assertThat(EnregistrerEntete.typeDImage(new byte[EnregistrerEntete.LOGO_AU_PLUS + 1])).isEmpty();
    assertThat(enregistrerEntete.erreurs(new Entete(null, "", "", "", "", "", "", png.toByteArray(), "image/png", " ")))
        .containsOnlyKeys("expediteur", "contact", "telephone", "signature", "recours", "logoTexte");
  }

  private long lettre(String nom, int territoire) {
    Dossiers.Personne p = dossiers.fichier(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 3),
        dossiers.inconnue(nom, territoire, LocalDate.of(2025, 9, 15)), "2", true).personne();
    base.sql("insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, lignes, code_postal, nom_commune, territoire_id) values (?, '2025-10-02', now(), 1, '12 RUE DES TILLEULS', '07000', 'PRIVAS', ?)")
        .params(p.foyerId(), territoire).update();
    base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
    return EnTantQue.agir(EnTantQue.partout("DOSSIERS", "ORIENTATIONS"),
        () -> courriers.ecrire(List.of(new Demande("NOTIFICATION_ORIENTATION", p.id(), 800_000_000 + p.id(), LocalDate.of(2025, 10, 20),
        Map.of("parcours", "x", "organisation", "CMS", "lieu", "", "referent", "C", "delai_recours", "2 mois"), Set.of(Canal.LETTRE))))).getFirst();
  }

  private Navigateur connecter(String role) {
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent(role, List.of(3), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }
}
