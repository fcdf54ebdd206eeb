package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Whatever is written in an address or a form of the application, Jalon answers with a page in French: never with a failure. Pages and
 * parameters are found by themselves, as in {@link FuiteParLesPagesTest}.
 */
@EssaiWeb
class MauvaisesValeursTest {
  private static final List<String> PIRES = List.of("+999999999-12-31", "99999999999999999999", "{x}");
  private static final List<String> AUTRES = List.of("\0", "-999999999-01-01", "9999-12-31", "0000-00-00", "-1", "9223372036854775807",
      "2147483647", "1e400", "NaN",
      "\uFFFF\uD83D\uDE00", "%", "'\"\\;--", "a\u0000b", "/\\hote", "//hote", "/a\r\nX: y", "a".repeat(2500), " ", "\u2028");
  private static final List<String> NUMEROS = List.of("99999999999999999999", "-1", "0", "x", "%7Bx%7D", "%C0%80", "2147483648");
  private static final boolean TOUTES = Boolean.getBoolean("jalon.valeurs.toutes");
  @LocalServerPort
  int port;
  @Autowired
  Voisinage voisinage;
  @Autowired
  Comptoir comptoir;
  @Autowired
  PagesTrouvees pages;
  @Autowired
  Roles roles;
  private final List<String> pannes = new ArrayList<>();
  private int demandes;

  @BeforeEach
  void installer() {
    voisinage.installer();
  }

  @Test
  void aucune_adresse_ne_tombe_en_panne_sur_une_valeur_impossible() {
    pages.parVerbe(RequestMethod.GET).forEach((chemin, noms) -> {
      Navigateur n = quiOuvre(chemin);
      Set<String> tous = avec(noms, "q", "page", "suite", "refus");
      String adresse = PagesTrouvees.remplir(chemin, connu());
      for (String valeur : AUTRES) {
        essayer(n, adresse + "?" + requete(tous, valeur));
      }
      for (String nom : tous) {
        pires(chemin, nom).forEach(v -> essayer(n, adresse + "?" + requete(Set.of(nom), v)));
      }
      for (String brute : List.of("%zz", "%", "q=%C3%28", "q=%00", "%00=1", "q=" + "a&q=".repeat(1100))) {
        essayer(n, adresse + "?" + brute);
      }
      if (chemin.contains("{")) {
        NUMEROS.forEach(v -> essayer(n, PagesTrouvees.remplir(chemin, v)));
      }
    });
    rendreCompte();
  }

  @Test
  void aucun_formulaire_ne_tombe_en_panne_sur_une_valeur_impossible() {
    pages.parVerbe(RequestMethod.POST).forEach((chemin, noms) -> {
      // with a number that is nobody's: values are tried, nothing is changed for the tests that come after
      String adresse = PagesTrouvees.remplir(chemin, 987_654_321L);
      if (adresse.equals("/connexion/trop-d-essais")) {
        return;
      }
      Navigateur n = quiOuvre(chemin);
      n.ouvrir("/mon-compte");
      Set<String> tous = avec(noms, "retour", "nom", "jour", "raison");
      for (String valeur : PIRES) {
        poster(n, adresse, champs(tous, valeur));
      }
      for (String valeur : AUTRES) {
        poster(n, adresse, champs(tous, valeur));
      }
      for (String nom : noms) {
        Map<String, String> champs = champs(noms, "1");
        pires(chemin, nom).forEach(v -> poster(n, adresse, avec(champs, nom, v)));
      }
    });
    rendreCompte();
  }

  @Test
  void un_envoi_mal_forme_est_refuse_avec_une_phrase() {
    Navigateur n = quiOuvre("/imports");
    n.ouvrir("/mon-compte");
    String jeton = URLEncoder.encode(n.jeton(), StandardCharsets.UTF_8);
    for (String genre : List.of("multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x",
        "multipart/mixed; boundary=x", "multipart/",
        "application/x-www-form-urlencoded; charset=UTF-16", "application/x-www-form-urlencoded; charset=inconnu", "text/plain", "application/json",
        "image", ";;;", "a/b/c")) {
      for (String adresse : List.of("/imports", "/imports/tableur", "/modeles-de-courrier/entete", "/connexion", "/mon-compte/mot-de-passe", "/r",
          "/imports/depot?nom=a")) {
        String corps = "--x\r\nContent-Disposition: form-data; name=\"fichier\"\r\n\r\n\0";
        String reponse = Prise.envoyer(port, corps, "POST " + adresse + (adresse.contains("?") ? "&" : "?") + "_csrf=" + jeton + " HTTP/1.1",
            "Host: localhost:" + port, "Accept: text/html",
            "Cookie: jalon-session=" + n.session(), "Content-Type: " + genre, "Content-Length: " + corps.length());
        if (!reponse.matches("(?s)HTTP/1.1 [2-4].*")) {
          pannes.add("POST " + adresse + " " + genre + " : " + reponse.lines().findFirst().orElse("rien"));
        }
        demandes++;
      }
    }
    rendreCompte();
  }

  /** The worst values of one field alone: one of them, another for each field of each page, in the ordinary suite. */
  private static List<String> pires(String chemin, String nom) {
    return TOUTES ? PIRES : List.of(PIRES.get(Math.floorMod((chemin + nom).hashCode(), PIRES.size())));
  }

  private void essayer(Navigateur n, String adresse) {
    demandes++;
    String ligne = Prise.envoyer(port, "", "GET " + adresse.replace(" ", "%20") + " HTTP/1.1", "Host: localhost:" + port, "Accept: text/html",
        "Cookie: jalon-session=" + n.session());
    noter("GET " + adresse, ligne);
  }

  private void noter(String demande, String reponse) {
    String premiere = reponse.lines().findFirst().orElse("rien");
    if (!premiere.matches("HTTP/1.1 [234].*")) {
      pannes.add(demande.substring(0, Math.min(demande.length(), 160)) + " : " + premiere);
    } else if (premiere.startsWith("HTTP/1.1 400 ") && reponse.contains("text/html") && !reponse.contains("lang=\"fr\"")) {
      pannes.add(demande.substring(0, Math.min(demande.length(), 160)) + " : 400 sans page");
    }
  }

  private void poster(Navigateur n, String adresse, Map<String, String> champs) {
    demandes++;
    HttpResponse<String> r = n.poster(adresse, champs);
    if (r.statusCode() >= 500) {
      pannes.add("POST " + adresse + " " + champs.toString().substring(0, Math.min(200, champs.toString().length())) + " : " + r.statusCode());
    }
    String suite = r.headers().firstValue("Location").orElse("/");
    if (!suite.startsWith("/") || suite.startsWith("//") || suite.startsWith("/\\")) {
      pannes.add("POST " + adresse + " mène à " + suite);
    }
  }

  private void rendreCompte() {
    assertThat(pannes).as("sur %d demandes", demandes).isEmpty();
    assertThat(demandes).isGreaterThan(50);
    System.out.println(getClass().getSimpleName() + " : " + demandes + " demandes");
  }

  private final Map<String, Navigateur> connectes = new LinkedHashMap<>();

  /** An agent of the first role that opens this page, else any agent. */
  private Navigateur quiOuvre(String chemin) {
    String role = roles.ressources().stream()
        .filter(r -> r.pages().stream().anyMatch(p -> chemin.equals(p) || chemin.startsWith(p + "/"))).findFirst()
        .flatMap(r -> roles.tous().stream().filter(x -> x.ressources().contains(r.code())).findFirst()).orElse(roles.tous().iterator().next()).code();
    return connectes.computeIfAbsent(role, r -> {
      Navigateur n = new Navigateur(port);
      assertThat(n.connecter(comptoir.agent(r, List.of(voisinage.centre()), List.of(voisinage.organisation())).identifiant(), Comptoir.MOT_DE_PASSE)
          .statusCode()).isEqualTo(200);
      return n;
    });
  }

  private long connu() {
    return voisinage.voisin("FUITEALPHA").id();
  }

  private static Set<String> avec(Set<String> noms, String... autres) {
    Set<String> tous = new TreeSet<>(noms);
    tous.addAll(List.of(autres));
    return tous;
  }

  private static Map<String, String> avec(Map<String, String> champs, String nom, String valeur) {
    Map<String, String> tous = new LinkedHashMap<>(champs);
    tous.put(nom, valeur);
    return tous;
  }

  private static Map<String, String> champs(Set<String> noms, String valeur) {
    Map<String, String> champs = new LinkedHashMap<>();
    noms.forEach(n -> champs.put(n, valeur));
    return champs;
  }

  private static String requete(Set<String> noms, String valeur) {
    return String.join("&", noms.stream().map(n -> n + "=" + URLEncoder.encode(valeur, StandardCharsets.UTF_8)).toList());
  }
}
