package fr.jalon.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.jalon.diagnostic.DiagnosticTest;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.PagesTrouvees;
import fr.jalon.journal.Passants;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.LaPoste;
import fr.jalon.personnages.Ardeche;
import fr.jalon.personnages.Caisse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * No text is cut, squeezed, or laid over another, at any width, when every name is among the longest: what axe does not see. The pages are found by
 * themselves, so that a page added tomorrow is looked at too. A database of its own: its names would be in everyone's way.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"jalon.premier-compte=false", "jalon.departement=51", "jalon.courriers.envoi=-",
    "jalon.horloge=2025-10-20", "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "jalon.connexion.essais-par-adresse=1000000"})
@Import({Comptoir.class, Caisse.class, Ardeche.class, Dossiers.class, LaPoste.class, Passants.class, LongsNoms.class, PagesTrouvees.class})
@ExtendWith(Navigation.Fournisseur.class)
class TextesQuiTiennentParcours {
  /** Together they open every resource. */
  private static final List<String> ROLES = List.of("RESPONSABLE_TERRITOIRE", "ALLOCATION", "DIRECTION", "ADMINISTRATION");
  /** A telephone, a tablet, a small screen, the screen of an office. */
  private static final List<Integer> LARGEURS = List.of(390, 768, 1024, 1280);
  /** What answers no page to these roles with these persons, and why; anything else must be looked at. */
  private static final Map<String, String> SANS_PAGE = Map.ofEntries(Map.entry("/connexion/inconnu", "après le fournisseur d'identité"),
      Map.entry("/aide-au-poste/export", "un fichier"), Map.entry("/carnet/documents/{document}", "un fichier"),
      Map.entry("/contrats/personnes/{personne}/versions/{version}/apercu", "un fichier"),
      Map.entry("/r/rappel/{code}", "la page d'une personne sans compte, que SortiesParcours regarde"),
      Map.entry("/contrats/personnes/{personne}/documents/{document}", "un fichier"),
      Map.entry("/calendrier/{secret}.ics", "un agenda"), Map.entry("/papiers/copies/{copie}", "un fichier"),
      Map.entry("/dossiers-mdph/personnes/{personne}/{dossier}/feuille", "un fichier"), Map.entry("/indicateurs/{code}/export", "un fichier"),
      Map.entry("/imports/tableur/reprises/{genre:[a-z-]+}.xlsx", "un fichier"), Map.entry("/imports/{id:\\d+}/original", "un fichier"),
      Map.entry("/orientations/affectation/longue/{id}", "pendant le calcul d'une longue liste"),
      Map.entry("/orientations/affectation/longue/{id}/avancement", "pendant le calcul d'une longue liste"));
  @LocalServerPort
  int port;
  @Autowired
  Passants passants;
  @Autowired
  LongsNoms longsNoms;
  @Autowired
  PagesTrouvees pages;
  /** What does not fit, with the addresses where it shows. */
  private final Map<String, List<String>> defauts = new LinkedHashMap<>();
  private final Set<String> vues = new TreeSet<>();
  /** Files and fragments: answers that are no page. */
  private final Set<String> autres = new TreeSet<>();
  /** Those that lead elsewhere. */
  private final Set<String> redirigees = new TreeSet<>();

  @Test
  void tout_texte_tient_a_toutes_les_largeurs_quand_les_noms_sont_les_plus_longs(Navigation n) {
    passants.installer();
    List<Agent> agents = ROLES.stream().map(passants::agent).toList();
    Navigateur responsable = connecter(agents.getFirst());
    passants.diagnostiquer(responsable, DiagnosticTest.reponses());
    passants.faireUnLot(responsable);
    longsNoms.partout();
    Map<String, Set<String>> toutes = pages.parVerbe(RequestMethod.GET);
    Navigateur personne = new Navigateur(port);
    toutes.forEach((chemin, parametres) -> {
      if (chemin.startsWith("/connexion") || chemin.equals("/r") || chemin.startsWith("/r/")) {
        regarder(n, personne, chemin, parametres);
      }
    });
    for (Agent agent : agents) {
      Navigateur nav = connecter(agent);
      n.page.context().clearCookies();
      n.connecter(agent);
      deposer(n, nav);
      toutes.forEach((chemin, parametres) -> regarder(n, nav, chemin, parametres));
    }
    assertThat(defauts.entrySet().stream().map(d -> d.getKey() + " sur " + d.getValue())).as("ce qui ne tient pas").isEmpty();
    Set<String> fermees = new TreeSet<>(toutes.keySet());
    fermees.removeAll(vues);
    fermees.removeAll(autres);
    fermees.removeAll(redirigees);
    assertThat(fermees).as("pages que personne n'a pu ouvrir").isSubsetOf(SANS_PAGE.keySet());
    assertThat(vues).hasSizeGreaterThan(80);
  }

  @Test
  void la_mesure_voit_ce_qui_est_coupe_serre_superpose_ou_dehors_et_rien_d_autre(Navigation n) {
    n.largeur(390).page.setContent("""
        <html lang="fr"><body style="margin:0;font:16px/1.5 sans-serif"><main>
        <p>Une phrase ordinaire, qui va à la ligne quand elle n'a plus de place, comme toutes les autres phrases.</p>
        <p id="coupe" style="width:90px;overflow:hidden;white-space:nowrap">Un nom coupé au bord</p>
        <p id="points" style="width:90px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">Un nom qui finit en points</p>
        <label id="serre" style="display:block;width:25px">Une réponse de vingt-cinq pixels de large</label>
        <p id="mot" style="width:60px;overflow-wrap:anywhere">anticonstitution</p>
        <div style="width:80px"><span id="bouton" style="display:inline-block;white-space:nowrap;width:80px">Un bouton sans retour</span></div>
        <p id="dessous">Ce qui est dessous</p><p id="dessus" style="margin-top:-36px">Ce qui est dessus</p>
        <p id="dehors" style="position:relative;left:300px;width:200px">Ce qui sort de la fenêtre</p>
        <select id="choix" style="width:80px"><option>Réponse de vingt lettres</option></select>
        <div id="defile" style="overflow-x:auto;width:200px"><p style="width:600px">Un tableau large, que le clavier ne peut pas faire défiler</p></div>
        <p style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">Dit à la seule synthèse vocale</p>
        </main></body></html>""");
    List<String> dits = mesurer(n);
    for (String id : List.of("coupé : main > p#coupe", "coupé : main > p#points", "serré : main > label#serre",
        "mot coupé (anticonstitution) : main > p#mot",
        "sort de sa boîte : main > div > span#bouton", "par-dessus « Ce qui est dessus » : main > p#dessous", "sort de la fenêtre : main > p#dehors",
        "choix coupé : main > select#choix",
        "défile sans clavier : main > div#defile", "la page dépasse de 110 px")) {
      assertThat(dits).as(id).anyMatch(d -> d.contains(id.replace("", "")));
    }
    assertThat(dits).noneMatch(d -> d.contains("Une phrase ordinaire") || d.contains("synthèse vocale"));
  }

  private Navigateur connecter(Agent agent) {
    Navigateur nav = new Navigateur(port);
    assertThat(nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).statusCode()).isEqualTo(200);
    return nav;
  }

  /** A spreadsheet of persons and one of structures, as the application gives them to fill in, under a long name: their pages show. */
  private void deposer(Navigation n, Navigateur nav) {
    for (String accueil : List.of("/imports/tableur", "/structures/reprise")) {
      if (nav.lire(accueil).statusCode() == 200) {
        byte[] modele = nav.lire(accueil + "/modele.csv").body().getBytes(StandardCharsets.UTF_8);
        n.ouvrir(accueil).page.setInputFiles("#fichier",
            new FilePayload("Tableau_de_suivi_de_la_circonscription_de_Vitry-le-Francois_version_corrigee_2025-10-17.csv", "text/csv", modele));
        n.page.click("form[action='" + accueil + "'] button[type=submit]");
        if (n.page.url().endsWith("/colonnes")) {
          n.page.click("form[action$='/colonnes'] button[type=submit]");
        }
      }
    }
  }

  /** Opens a path nobody opened yet: at its first number that answers, or plain then with what makes it speak. */
  private void regarder(Navigation n, Navigateur nav, String chemin, Set<String> parametres) {
    if (vues.contains(chemin) || autres.contains(chemin)) {
      return;
    }
    int ouvertes = 0;
    for (String adresse : adresses(chemin, parametres)) {
      HttpResponse<String> r = nav.lire(adresse);
      if (r.statusCode() == 403 || ouvertes == (chemin.contains("{") ? 1 : 2)) {
        return;
      }
      if (estUnePage(r)) {
        ouvertes++;
        vues.add(chemin);
        n.ouvrir(adresse);
        for (String defaut : mesurer(n)) {
          defauts.computeIfAbsent(defaut, _ -> new ArrayList<>()).add(adresse);
        }
      } else if (r.statusCode() < 300) {
        autres.add(chemin);
        return;
      } else if (r.statusCode() < 400) {
        redirigees.add(chemin);
      }
    }
  }

  /** What does not fit in the page that is open, width by width: one load, four sizes of the window. */
  private static List<String> mesurer(Navigation n) {
    n.page.evaluate(mesures());
    n.page.evaluate("() => textes.preparer()");
    List<String> tous = new ArrayList<>();
    for (int largeur : LARGEURS) {
      n.largeur(largeur);
      for (Object d : (List<?>) n.page.evaluate("() => textes.mesurer()")) {
        tous.add(largeur + " px, " + d);
      }
    }
    return tous;
  }

  private static boolean estUnePage(HttpResponse<String> r) {
    return r.statusCode() == 200 && r.headers().firstValue("Content-Type").orElse("").startsWith("text/html") && r.body().contains("<html");
  }

  /** With each number that may be meant, and with those of its parameters that make it speak. */
  private List<String> adresses(String chemin, Set<String> parametres) {
    if (chemin.startsWith("/portefeuilles-intensifs/membres") || chemin.equals("/portefeuilles-intensifs/entree")) {
      return List.of(chemin + "?referent=" + passants.referent() + "&personnes=" + passants.demandeuse());
    }
    Map<String, String> connus = new LinkedHashMap<>(Map.of("personne", String.valueOf(passants.demandeuse()), "file", "TOUTES", "etat", "DEMANDEE",
        "tous", "true", "semaine", "2025-11-03",
        "organisation", "1", "mouvement", "ENTRANTS"));
    connus.keySet().retainAll(parametres);
    String demande = connus.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("&", "?", ""));
    if (!chemin.contains("{")) {
      List<String> adresses = new ArrayList<>(List.of(chemin));
      if (!connus.isEmpty()) {
        adresses.add(chemin + demande);
      }
      if (connus.containsKey("personne")) {
        adresses.add(chemin + "?personne=" + passants.entrante());
      }
      return adresses;
    }
    Set<String> numeros = new LinkedHashSet<>(passants.numeros());
    numeros.addAll(longsNoms.numeros());
    return numeros.stream().map(v -> PagesTrouvees.remplir(chemin, v) + (connus.isEmpty() ? "" : demande)).toList();
  }

  private static String mesures() {
    try {
      return new ClassPathResource("parcours/textes.js").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
