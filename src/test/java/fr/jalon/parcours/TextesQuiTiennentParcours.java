package fr.jalon.parcours;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"jalon.premier-compte=false", "jalon.departement=51", "jalon.courriers.envoi=-",
    "jalon.horloge=2025-10-20", "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "jalon.connexion.essais-par-adresse=1000000"})
@Import({Comptoir.class, Caisse.class, Ardeche.class, Dossiers.class, LaPoste.class, Passants.class, LongsNoms.class, PagesTrouvees.class})
@ExtendWith(Navigation.Fournisseur.class)
class TextesQuiTiennentParcours {
  /** Together they open every resource. */
  private static final List<String> ROLES = List.of("RESPONSABLE_TERRITOIRE", "ALLOCATION", "DIRECTION", "ADMINISTRATION");
  /** A telephone, a tablet, a small screen, the screen of an office. */
  private static final List<Integer> LARGEURS = List.of(390, 768, 1024, 1280);
  /** What may be cut, and why. */
  private static final Map<String, String> PERMIS = Map.of();
  @LocalServerPort
  int port;
  @Autowired
  Passants passants;
  @Autowired
  LongsNoms longsNoms;
  @Autowired
  PagesTrouvees pages;

  @Test
  void tout_texte_tient_a_toutes_les_largeurs_quand_les_noms_sont_les_plus_longs(Navigation n) {
    passants.installer();
    Map<String, List<String>> defauts = new LinkedHashMap<>();
    Set<String> vues = new TreeSet<>();
    regarderSansCompte(n, vues, defauts);
    List<Agent> agents = ROLES.stream().map(passants::agent).toList();
    Navigateur secretaire = connecter(agents.getFirst());
    passants.diagnostiquer(secretaire, DiagnosticTest.reponses());
    passants.faireUnLot(secretaire);
    longsNoms.partout();
    for (Agent agent : agents) {
      Navigateur nav = connecter(agent);
      n.page.context().clearCookies();
      n.connecter(agent);
      for (String chemin : pages.parVerbe(RequestMethod.GET).keySet()) {
        if (!vues.contains(chemin)) {
          adresses(chemin).stream().filter(a -> estUnePage(nav.lire(a))).limit(chemin.contains("{") ? 1 : 2).forEach(a -> {
            vues.add(chemin);
            mesurer(n.ouvrir(a), a, defauts);
          });
        }
      }
    }
    Set<String> fermees = new TreeSet<>(pages.parVerbe(RequestMethod.GET).keySet());
    fermees.removeAll(vues);
    System.out.println("PAS VUES " + fermees);
    assertThat(defauts.entrySet().stream().map(d -> d.getKey() + " sur " + d.getValue())).isEmpty();
  }

  private Navigateur connecter(Agent agent) {
    Navigateur nav = new Navigateur(port);
    assertThat(nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).statusCode()).isEqualTo(200);
    return nav;
  }

  /** The pages of a visitor without an account. */
  private void regarderSansCompte(Navigation n, Set<String> vues, Map<String, List<String>> defauts) {
    Navigateur personne = new Navigateur(port);
    pages.parVerbe(RequestMethod.GET).keySet().stream().filter(c -> c.startsWith("/connexion") || c.equals("/r") || c.startsWith("/r/")).forEach(chemin ->
        adresses(chemin).stream().filter(a -> estUnePage(personne.lire(a))).limit(1).forEach(a -> {
          vues.add(chemin);
          mesurer(n.ouvrir(a), a, defauts);
        }));
  }

  private static void mesurer(Navigation n, String adresse, Map<String, List<String>> defauts) {
    n.page.evaluate(mesures());
    n.page.evaluate("() => textes.preparer()");
    for (int largeur : LARGEURS) {
      n.largeur(largeur);
      for (Object d : (List<?>) n.page.evaluate("permis => textes.mesurer(permis)", List.copyOf(PERMIS.keySet()))) {
        defauts.computeIfAbsent(largeur + " px, " + d, _ -> new ArrayList<>()).add(adresse);
      }
    }
  }

  private static boolean estUnePage(HttpResponse<String> r) {
    return r.statusCode() == 200 && r.headers().firstValue("Content-Type").orElse("").startsWith("text/html") && r.body().contains("<html");
  }

  /** With each number that may be meant, or with what makes the page speak. */
  private List<String> adresses(String chemin) {
    if (chemin.contains("{")) {
      Set<String> numeros = new LinkedHashSet<>(passants.numeros());
      numeros.addAll(longsNoms.numeros());
      return numeros.stream().map(v -> PagesTrouvees.remplir(chemin, v)).toList();
    }
    return List.of(chemin, chemin + "?personne=" + passants.demandeuse() + "&file=TOUTES&etat=DEMANDEE&tous=true&semaine=2025-11-03", chemin + "?personne=" + passants.entrante());
  }

  private static String mesures() {
    try {
      return new ClassPathResource("parcours/textes.js").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
