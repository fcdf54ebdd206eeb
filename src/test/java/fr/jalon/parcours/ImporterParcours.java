package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import fr.jalon.echanges.FichierDEssai;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@Parcours
@org.springframework.test.context.TestPropertySource(properties = "jalon.parcours=imports")
class ImporterParcours {
  @Autowired
  @Qualifier("chargement")
  private JdbcClient base;

  private static FilePayload fichier(String nom, FichierDEssai contenu) {
    return new FilePayload(nom, "application/xml", contenu.octets());
  }

  private static void deposer(Navigation n, FilePayload... fichiers) {
    n.ouvrir("/imports");
    n.page.setInputFiles("#fichiers", fichiers);
    n.page.click("text=Charger");
  }

  @Test
  void une_agente_depose_un_fichier_lit_son_rapport_et_corrige_le_rejet(Navigation n) {
    n.connecter("ALLOCATION");
    deposer(n, fichier("RSABEJ-2025-09-04.xml", FichierDEssai.journalier("2025-09-04").foyer("07100090001", "ROSE", "SAVARY", "1980-01-01", "2")
        .foyer("07100090002", "LILA", "TAVERNIER", "1981-02-30", "2")));
    assertThat(n.page.locator("h1")).hasText("RSABEJ-2025-09-04.xml");
    assertThat(n.page.locator("main")).containsText("les totaux concordent");
    assertThat(n.page.locator("main")).containsText("1 dossier rejeté");
    n.regarder("import-rapport");
    n.page.click("text=Corriger les rejets");
    assertThat(n.page.locator("tbody tr")).containsText("La date « 1981-02-30 » n'existe pas");
    n.regarder("import-rejets");
    Locator ligne = n.page.locator("tbody tr");
    ligne.locator("input[name=valeur]").fill("30/02/1981");
    ligne.getByText("Corriger et rejouer").click();
    assertThat(ligne.locator("[role=alert]")).containsText("Encore rejeté");
    ligne.locator("input[name=valeur]").fill("28/02/1981");
    ligne.getByText("Corriger et rejouer").click();
    assertThat(ligne.locator("[role=status]")).containsText("est enregistré");
    assertThat(ligne).containsText("Corrigé et enregistré");
    n.regarder("import-rejet-corrige");
    n.ouvrir("/allocataires?q=tavernier");
    assertThat(n.page.locator("table caption")).containsText("1 personne");
  }

  @Test
  void le_meme_fichier_deux_fois_est_dit_et_ne_change_rien(Navigation n) {
    n.connecter("ALLOCATION");
    FilePayload fichier = fichier("RSABEJ-2025-09-03.xml", FichierDEssai.journalier("2025-09-03")
        .foyer("07100090003", "NINA", "URBAIN", "1980-01-01", "2"));
    deposer(n, fichier);
    assertThat(n.page.locator("main")).containsText("les totaux concordent");
    deposer(n, fichier);
    assertThat(n.page.locator(".alert-info")).containsText("a déjà été chargé");
  }

  @Test
  void un_ecart_de_totaux_s_accepte_avec_une_raison(Navigation n) {
    n.connecter("ALLOCATION");
    deposer(n, fichier("RSABEJ-2025-09-02.xml", FichierDEssai.journalier("2025-09-02")
        .foyer("07100090004", "ODE", "VASSEUR", "1980-01-01", "2").annonce(2)));
    assertThat(n.page.locator(".alert-danger")).containsText("rien n'a été chargé");
    n.regarder("import-refuse");
    n.page.fill("#raison", "La CAF confirme un dossier de moins.");
    n.page.click("text=Accepter l'écart et charger");
    assertThat(n.page.locator("main")).containsText("Écart accepté par");
    assertThat(n.page.locator("main")).containsText("La CAF confirme un dossier de moins.");
  }

  @Test
  void un_mois_de_cinq_dossiers_est_retenu_l_agente_lit_pourquoi_et_decide(Navigation n) {
    n.connecter("ALLOCATION");
    deposer(n, fichier("RSABEM-Z11-2025-06-30.xml", FichierDEssai.mois("Z11", "2025-06-30", 40)));
    assertThat(n.page.locator("main")).containsText("les totaux concordent");
    deposer(n, fichier("RSABEM-Z11-2025-07-31.xml", FichierDEssai.mois("Z11", "2025-07-31", 5)));
    assertThat(n.page.locator(".alert-warning")).containsText("Fichier retenu : rien n'est encore chargé");
    Locator dossiers = n.page.locator("tbody tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText("moins de dossiers"));
    assertThat(dossiers).containsText("40");
    n.regarder("import-retenu");
    String adresse = n.page.url().replaceAll("^https?://[^/]+", "");
    n.ouvrir("/imports");
    assertThat(n.page.locator("main")).containsText("1 fichier est retenu");
    n.regarder("imports-avec-un-retenu");
    n.ouvrir(adresse);
    n.page.fill("#raison", "La CAF confirme : trente-cinq foyers ont changé de caisse.");
    n.page.click("text=Accepter l'écart et charger");
    assertThat(n.page.locator("main")).containsText("trente-cinq foyers ont changé de caisse");
    n.regarder("import-retenu-accepte");
  }

  @Test
  void un_fichier_retenu_s_ecarte(Navigation n) {
    n.connecter("ALLOCATION");
    deposer(n, fichier("RSABEM-Z12-2025-06-30.xml", FichierDEssai.mois("Z12", "2025-06-30", 30)));
    assertThat(n.page.locator("main")).containsText("les totaux concordent");
    deposer(n, fichier("RSABEM-Z12-2025-07-31.xml", FichierDEssai.mois("Z12", "2025-07-31", 4)));
    n.page.click("text=Écarter ce fichier");
    assertThat(n.page.locator(".alert-info")).containsText("Écarté par");
    n.regarder("import-ecarte");
  }

  @Test
  void un_fichier_qui_n_en_est_pas_un_est_refuse_avec_une_phrase(Navigation n) {
    n.connecter("ALLOCATION");
    deposer(n, new FilePayload("photo.xml", "application/xml", "bonjour".getBytes(StandardCharsets.UTF_8)));
    assertThat(n.page.locator(".alert-danger")).containsText("n'est pas un fichier XML");
    assertThat(n.page.locator("main")).not().containsText("Accepter l'écart");
  }

  @Test
  void plusieurs_fichiers_se_deposent_ensemble_et_la_liste_se_filtre(Navigation n) {
    n.connecter("ALLOCATION");
    deposer(n, fichier("RSABEM-2025-06-30.xml", FichierDEssai.beneficiaires("2025-06-30").foyer("07100090005", "PIA", "WEBER", "1980-01-01", "2")),
        fichier("RSABEM-2025-08-31.xml", FichierDEssai.beneficiaires("2025-08-31").foyer("07100090005", "PIA", "WEBER", "1980-01-01", "4")),
        fichier("RSAFIN-2025-08-31.xml", FichierDEssai.financier("2025-08-31").allocation("07100090005", "646.52").totalDesAllocations("646.52")),
        // a payer of its own: no other test sends its July
        fichier("RSABEM-Z18-2025-06-30.xml", FichierDEssai.mois("Z18", "2025-06-30", 3)),
            fichier("RSABEM-Z18-2025-08-31.xml", FichierDEssai.mois("Z18", "2025-08-31", 3)));
    n.page.waitForURL("**/imports");
    assertThat(n.page.locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText("RSAFIN-2025-08-31.xml")).locator(".etat-ouvert"))
        .isVisible();
    assertThat(n.page.locator("#en-cours")).hasCount(0);
    n.regarder("imports");
    n.page.selectOption("#famille", "FINANCIER");
    n.page.click("text=Filtrer");
    assertThat(n.page.locator("tbody tr")).hasCount(1);
    n.page.click("text=RSAFIN-2025-08-31.xml");
    assertThat(n.page.locator("main")).containsText("concorde");
    n.regarder("import-financier");
    n.ouvrir("/imports/suite");
    assertThat(n.page.locator("main")).containsText("Il manque le fichier mensuel des bénéficiaires de juillet 2025 (CAF Z18)");
    n.regarder("imports-suite");
    n.ouvrir("/imports/rejets?statut=tous").regarder("imports-rejets");
  }

  @Test
  void un_tableur_se_depose_s_associe_se_confirme_et_se_corrige(Navigation n) {
    n.connecter("ALLOCATION").ouvrir("/imports/tableur").regarder("tableur");
    n.page.setInputFiles("#fichier", new FilePayload("reprise.csv", "text/csv", """
        Export du logiciel du 01/09/2025
        Civilité;Prénom bénéficiaire;Nom bénéficiaire;N° Téléphones;Date de Naissance;CP Ville;N° CAF;Ouverture des droits;Remarque
        Mme;Yasmine;Zidane;0611223344;12/04/1980;07000 Privas;7654321;01/08/2025;à rappeler
        M.;Xavier;Yvon;0611223355;31/04/1981;07000 Privas;7654322;01/08/2025;
        """.getBytes(StandardCharsets.UTF_8)));
    n.page.click("button:has-text('Déposer')");
    assertThat(n.page.locator("h1")).hasText("Associer les colonnes");
    assertThat(n.page.locator("#champ-2")).hasValue("NOM");
    assertThat(n.page.locator("#champ-8")).hasValue("-");
    assertThat(n.page.locator(".inventaire"))
        .containsText("4 lignes dans le fichier, toutes comptées : 1 ligne au-dessus des titres, 1 ligne de titres, 2 lignes de personnes");
    n.regarder("tableur-colonnes");
    n.page.click("text=Voir ce que cela donne");
    assertThat(n.page.locator("main")).containsText("La date « 31/04/1981 » n'existe pas.");
    n.regarder("tableur-apercu");
    n.page.click("text=Enregistrer 1");
    assertThat(n.page.locator(".bilan")).containsText("Créée : 1");
    assertThat(n.page.locator(".bilan")).containsText("En erreur : 1");
    assertThat(n.page.locator(".inventaire")).containsText("2 lignes de personnes");
    Locator ligne = n.page.locator("#ligne-4");
    ligne.getByText("Corriger", new Locator.GetByTextOptions().setExact(true)).click();
    ligne.locator("input:not([type=hidden])").first().fill("30/04/1981");
    n.regarder("tableur-resultat");
    ligne.getByText("Corriger et enregistrer").click();
    assertThat(ligne.locator("[role=status]")).containsText("enregistrée");
    n.ouvrir("/allocataires?q=zidane");
    assertThat(n.page.locator("table caption")).containsText("1 personne");
  }

  @Test
  void une_referente_reprend_ses_personnes_hors_rsa_de_son_ancien_tableur_puis_les_defait(Navigation n) {
    int centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    n.connecter("REFERENT", List.of(centre), List.of()).ouvrir("/imports/tableur/reprises").regarder("reprises");
    n.page.check("#genre-HORS_RSA");
    n.page.setInputFiles("#fichier", new FilePayload("jeunes-2025.csv", "text/csv", """
        NOM;Prénom;DDN;Ville;CP;Public;Cohorte;Depuis;Informée
        Reprisjeune;Lina;02/02/2004;Privas;07000;Jeune;SPIE 2025;01/09/2024;oui
        Reprisjeune;Marc;03/03/2005;Privas;07000;Jeune;;01/09/2024;
        """.getBytes(StandardCharsets.UTF_8)));
    n.page.click("button:has-text('Déposer')");
    assertThat(n.page.locator("#champ-2")).hasValue("NAISSANCE");
    n.regarder("reprise-colonnes");
    n.page.click("text=Voir ce que cela donne");
    assertThat(n.page.locator("main")).containsText("1 ligne peut être enregistrée sur 2");
    assertThat(n.page.locator("main")).containsText("Dites-lui d'abord ce qui est gardé d'elle");
    n.regarder("reprise-apercu");
    n.largeur(390).regarder("reprise-apercu-390");
    n.largeur(1280);
    n.page.click("text=Enregistrer 1");
    assertThat(n.page.locator(".bilan")).containsText("Créée : 1");
    Locator ligne = n.page.locator("#ligne-3");
    ligne.getByText("Corriger", new Locator.GetByTextOptions().setExact(true)).click();
    ligne.locator("input:not([type=hidden])").first().fill("oui");
    ligne.getByText("Corriger et enregistrer").click();
    assertThat(ligne.locator("[role=status]")).containsText("enregistrée");
    n.regarder("reprise-resultat");
    n.page.reload();
    n.page.click("text=Annuler ce tableur");
    n.page.click("text=Annuler ce que ce tableur a enregistré");
    assertThat(n.page.locator("main")).containsText("Annulée : 2");
  }

  @Test
  void l_administration_depose_un_fichier_mais_n_en_lit_ni_les_noms_ni_l_original(Navigation n) {
    n.connecter("ADMINISTRATION");
    deposer(n, fichier("RSABEJ-2025-09-01.xml", FichierDEssai.journalier("2025-09-01")
        .foyer("07100090006", "QUITTERIE", "XAVIER", "1980-01-01", "2")));
    assertThat(n.page.locator("main")).containsText("les totaux concordent");
    assertThat(n.page.locator("main")).not().containsText("XAVIER");
    assertThat(n.page.locator("a:has-text(\"Fichier d'origine\")")).hasCount(0);
    String adresse = n.page.url().replaceAll("^https?://[^/]+", "");
    assertThat(n.statut(adresse + "/original")).isEqualTo(422);
    assertThat(n.statut(adresse + "/personnes?mouvement=ENTRANTS")).isEqualTo(404);
  }

  @Test
  void un_referent_n_ouvre_pas_les_imports(Navigation n) {
    n.connecter("REFERENT");
    assertThat(n.statut("/imports")).isEqualTo(403);
    assertThat(n.statut("/imports/tableur")).isEqualTo(403);
  }
}
