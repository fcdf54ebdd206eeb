package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.personnages.Ardeche;
import fr.jalon.personnages.Caisse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Parcours
class ChercherUnePersonneParcours {
  @Autowired
  Ardeche ardeche;
  @Autowired
  Caisse caisse;

  @Test
  void une_agente_trouve_sophie_par_une_partie_de_son_nom_depuis_n_importe_ou_et_lit_son_dossier_au_clavier(Navigation n) {
    n.connecter("ALLOCATION").ouvrir("/mon-compte");
    n.page.keyboard().press("/");
    assertThat(n.page.locator("#recherche")).isFocused();
    n.page.keyboard().type("tifou 1977");
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("table caption")).containsText("1 personne");
    n.page.waitForLoadState();
    n.page.keyboard().press("ArrowDown");
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("h1")).hasText("Sophie TIFOUR");
    assertThat(n.page.locator(".identite")).containsText("Droit ouvert et versé");
    n.page.locator(".onglets-du-dossier a:has-text('Droits et montants')").focus();
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator(".panneau-droit")).containsText("Droit ouvert et versé");
  }

  @Test
  void un_numero_de_securite_sociale_tape_dans_une_recherche_ne_va_dans_aucune_adresse(Navigation n) {
    List<String> adresses = new java.util.ArrayList<>();
    n.page.onRequest(r -> adresses.add(r.url()));
    n.connecter("ALLOCATION").ouvrir("/mon-compte");
    for (String nir : List.of("tifour 277032510803012", "2 77 03 25 108 030 12 tifour", "tifour 2770325108030")) {
      n.page.fill("#recherche", nir);
      n.page.locator("#recherche").press("Enter");
      assertThat(n.page.locator("main .alert-info")).containsText("ne cherche pas par numéro de sécurité sociale");
      assertThat(n.page.locator("#recherche")).hasValue("tifour");
      assertThat(n.page.locator("h1")).hasText("Allocataires");
    }
    n.page.fill("#q", "277032510803012");
    n.page.locator("#q").press("Enter");
    assertThat(n.page.locator("main .alert-info")).containsText("ne cherche pas par numéro de sécurité sociale");
    n.page.fill("#q", "9410005");
    n.page.locator("#q").press("Enter");
    assertThat(n.page.locator("#q")).hasValue("9410005");
    assertThat(n.page.locator("main .alert-info")).hasCount(0);
    assertThat(adresses).anyMatch(a -> a.contains("q=tifour")).anyMatch(a -> a.contains("q=9410005"))
        .noneMatch(a -> a.replaceAll("\\W|%20", "").contains("2770325"));
    n.regarder("recherche-sans-nir");
  }

  @Test
  void dans_le_filtre_d_une_liste_non_plus(Navigation n) {
    List<String> adresses = new java.util.ArrayList<>();
    n.page.onRequest(r -> adresses.add(r.url()));
    n.connecter("SECRETARIAT").ouvrir("/nouveaux-entrants");
    n.page.fill("#nom", "tifour 2 77 03 2A 108 030 12");
    n.page.locator("#nom").press("Enter");
    assertThat(n.page.locator("#nom:invalid")).hasValue("tifour 2 77 03 2A 108 030 12");
    assertThat((String) n.page.locator("#nom").evaluate("c => c.validationMessage"))
        .startsWith("Un numéro de sécurité sociale ne s’écrit pas dans un filtre");
    n.page.fill("#nom", "tifour");
    n.page.locator("#nom").press("Enter");
    n.page.waitForURL(u -> u.contains("nom=tifour"));
    assertThat(adresses).noneMatch(a -> a.replaceAll("\\W|%20", "").contains("27703"));
  }

  @Test
  void celle_qui_est_trouvee_par_son_nom_de_naissance_le_dit(Navigation n) {
    n.connecter("ALLOCATION").ouvrir("/allocataires?q=bernard sophie");
    assertThat(n.page.locator("tbody th").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("TIFOUR")))
        .containsText("nom de naissance : BERNARD");
    n.regarder("allocataires-nom-de-naissance");
    n.ouvrir("/allocataires?q=tifour");
    assertThat(n.page.locator("tbody")).not().containsText("nom de naissance");
  }

  @Test
  void la_liste_se_lit_a_toutes_les_largeurs(Navigation n) {
    n.connecter("ALLOCATION").ouvrir("/allocataires").regarder("allocataires");
    n.ouvrir("/allocataires?q=zzzz").regarder("allocataires-vide");
    n.ouvrir("/allocataires?etat=SUSPENDU&organisme=CAF&territoire=" + caisse.territoire("NORD")).regarder("allocataires-filtres");
  }

  @Test
  void le_dossier_se_lit_a_toutes_les_largeurs(Navigation n) {
    n.connecter("ALLOCATION").ouvrir("/dossier/" + caisse.numero(ardeche.sophie)).regarder("dossier");
    partie(n, "Droits et montants").regarder("dossier-droits");
    partie(n, "Rendez-vous et échanges").regarder("dossier-echanges");
    n.page.locator("a:has-text('Tout le dossier')").click();
    assertThat(n.page.locator("main h2")).containsText(new String[] {"Adresse", "Droit au RSA", "Le fil du dossier"});
    n.regarder("dossier-entier");
    n.ouvrir("/dossier/" + caisse.numero(ardeche.jean)).regarder("dossier-doublon");
  }

  @Test
  void le_dossier_se_lit_a_une_date_passee_telle_qu_on_la_savait(Navigation n) {
    String dossier = "/dossier/" + caisse.numero(ardeche.sophie) + "/droits";
    n.connecter("ALLOCATION").ouvrir(dossier + "?au=2025-06-30");
    assertThat(n.page.locator(".panneau-droit")).containsText("Droit suspendu");
    assertThat(n.page.locator(".panneau-droit")).containsText("Déclaration trimestrielle manquante");
    assertThat(n.page.locator(".panneau-droit")).containsText("RSABEM-2025-06-30.xml");
    assertThat(n.page.locator("main")).containsText("Aubenas");
    n.ouvrir(dossier + "?au=2025-06-30&connu=2025-06-15");
    assertThat(n.page.locator(".panneau-droit")).containsText("Droit ouvert et versé");
    n.regarder("dossier-passe");
    partie(n, "Aujourd'hui");
    assertThat(n.page.locator("main")).containsText("Vous lisez le dossier au 30 juin 2025, tel qu'on le savait le 15 juin 2025");
    n.page.locator("text=Revenir à aujourd'hui").click();
    assertThat(n.page.locator("main")).containsText("Privas");
  }

  private static Navigation partie(Navigation n, String nom) {
    n.page.locator(".onglets-du-dossier a:has-text(\"" + nom + "\")").click();
    assertThat(n.page.locator(".onglets-du-dossier a[aria-current=page]")).containsText(nom);
    return n;
  }

  @Test
  void un_referent_ne_sait_pas_qu_une_personne_hors_de_son_territoire_existe(Navigation n) {
    n.connecter("REFERENT", List.of(caisse.territoire("NORD")), List.of());
    assertThat(n.statut("/dossier/" + caisse.numero(ardeche.sophie))).isEqualTo(404);
    assertThat(n.statut("/dossier/" + caisse.numero(ardeche.paul))).isEqualTo(200);
    n.ouvrir("/dossier/" + caisse.numero(ardeche.sophie)).regarder("introuvable");
    assertThat(n.page.locator("h1")).hasText("Page introuvable");
  }

  @Test
  void le_secretariat_ne_voit_pas_les_montants(Navigation n) {
    n.connecter("SECRETARIAT", List.of(caisse.territoire("CENTRE")), List.of()).ouvrir("/dossier/" + caisse.numero(ardeche.sophie));
    assertThat(n.page.locator("h1")).hasText("Sophie TIFOUR");
    assertThat(n.page.locator("main")).not().containsText("€");
  }
}
