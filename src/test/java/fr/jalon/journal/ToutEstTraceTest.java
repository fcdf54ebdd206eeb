package fr.jalon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.DiagnosticTest;
import fr.jalon.echanges.api.Application;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Contenu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.orientation.EssaiArdeche;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every consultation is traced. The pages are found by themselves: each role opens each page, export and fragment with real numbers, the API is
 * called; whoever's name is read in the answer must be in the trace of that answer, by her number. No page is excepted.
 */
@EssaiArdeche
@Import(Passants.class)
class ToutEstTraceTest {
  /** Together they open every resource. */
  private static final List<String> ROLES = List.of("RESPONSABLE_TERRITOIRE", "ALLOCATION", "DIRECTION", "ADMINISTRATION");
  /** Beginnings of the screens that name nobody, or where this test sends nobody: files, amounts, links and long lists have their own tests. */
  private static final List<String> SANS_PASSANTE = List.of("/acces-api", "/habilitations", "/imports", "/journal", "/modeles-de-courrier",
      "/mon-compte", "/parametres", "/structures", "/indicateurs", "/courriers/retours", "/informations-collectives", "/simuler", "/verifier",
      "/aide-au-poste", "/orientations/referents", "/orientations/affectation/longue", "/hors-rsa/inscrire", "/r/", "/calendrier/",
      "/carnet/{personne}/lecteurs", "/carnet/documents", "/carnet/faites", "/carnet/rouvertes", "/carnet/demandes",
      "/carnet/ecrits/{entree}/reponse", "/carnet/{personne}/oppositions", "/lecteurs-des-carnets",
      "/papiers/copies", "/contrats/personnes/{personne}/documents", "/contrats/personnes/{personne}/versions", "/portefeuilles-intensifs/entree");
  private static final Pattern LIEN = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
  @LocalServerPort
  int port;
  @Autowired
  Passants passants;
  @Autowired
  Comptoir comptoir;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  TenirLesClients clients;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  NomsDuJournal noms;
  @Autowired
  List<NomsAuJournal> nommes;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping pages;

  @BeforeEach
  void des_personnes_passent_partout() {
    passants.installer();
  }

  @Test
  void toute_page_qui_montre_une_personne_a_un_agent_laisse_sa_trace() {
    List<String> oublis = new ArrayList<>();
    List<String> fermes = new ArrayList<>();
    Map<String, Set<String>> montrees = new LinkedHashMap<>();
    Set<String> sansNom = new TreeSet<>();
    for (String role : ROLES) {
      Agent agent = passants.agent(role);
      Navigateur nav = connecter(agent);
      Map<String, String> offerts = new LinkedHashMap<>();
      if (role.equals("RESPONSABLE_TERRITOIRE")) {
        passants.diagnostiquer(nav, DiagnosticTest.reponses());
        passants.faireUnLot(nav);
      }
      Consumer<String> passer = chemin -> {
        for (String adresse : adresses(chemin)) {
          long avant = derniere();
          HttpResponse<String> r = nav.lire(adresse);
          if (r.statusCode() == 403) {
            return;
          }
          liens(r).forEach(lien -> offerts.putIfAbsent(lien.replaceAll("\\d+", "N"), lien + " offert par " + adresse));
          Set<String> vues = r.statusCode() == 200 ? nommees(Contenu.texte(r)) : Set.of();
          Set<Long> tracees = tracees(avant, agent.identifiant());
          for (String nom : vues) {
            montrees.computeIfAbsent(chemin, _ -> new TreeSet<>()).add(nom);
            if (passants.noms().get(nom).stream().noneMatch(tracees::contains)) {
              oublis.add(role + " " + adresse + " montre " + nom);
            }
          }
        }
      };
      lectures().forEach(passer);
      // who is awaited shows on the day only
      passants.pendantLaSession(() -> List.of("/informations-collectives/{id}/presence", "/agenda/a-noter").forEach(passer));
      offerts.values().stream().filter(l -> nav.lire(l.split(" ")[0]).statusCode() == 403).map(l -> role + " : " + l).forEach(fermes::add);
      sansNom.addAll(base.sql("select distinct ecran from journal.trace where agent = ? and ecran is not null and acte in ('CONSULTATION', 'LISTE', 'EXPORT')").param(agent.identifiant())
          .query(String.class).list());
    }
    assertThat(oublis).isEmpty();
    assertThat(fermes).as("liens offerts à qui ne peut pas les suivre").isEmpty();
    Set<String> nommesEtVides = nommes();
    nommesEtVides.retainAll(lectures());
    nommesEtVides.removeAll(montrees.keySet());
    nommesEtVides.removeIf(e -> SANS_PASSANTE.stream().anyMatch(e::startsWith));
    assertThat(nommesEtVides).as("écrans nommés au journal où les passants de l'essai n'ont montré personne : les y faire passer").isEmpty();
    sansNom.removeIf(e -> !noms.ecran(e).equals(e));
    assertThat(sansNom).as("écrans à nommer dans le NomsAuJournal de leur pièce").isEmpty();
  }

  /** The screens that the rooms name, but for those of the API, which another test calls. */
  private Set<String> nommes() {
    NomsAuJournal.Noms tous = new NomsAuJournal.Noms();
    nommes.forEach(n -> n.dire(tous));
    return tous.ecrans().keySet().stream().filter(e -> !e.startsWith("/api/")).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void un_ecran_est_nomme_par_la_piece_qui_le_montre() {
    Map<String, Set<String>> montresPar = new LinkedHashMap<>();
    pages.getHandlerMethods().forEach((demande, methode) -> demande.getPatternValues()
        .forEach(adresse -> montresPar.computeIfAbsent(adresse, _ -> new TreeSet<>()).add(piece(methode.getBeanType()))));
    List<String> egares = new ArrayList<>();
    for (NomsAuJournal dits : nommes) {
      NomsAuJournal.Noms siens = new NomsAuJournal.Noms();
      dits.dire(siens);
      String piece = piece(dits.getClass());
      siens.ecrans().keySet().stream().filter(a -> montresPar.getOrDefault(a, Set.of()).stream()
          .noneMatch(p -> p.equals(piece) || piece.equals("journal") && Set.of("habilitations", "parametres").contains(p)))
          .forEach(a -> egares.add(piece + " nomme " + a + ", montré par " + montresPar.get(a)));
    }
    assertThat(egares).isEmpty();
  }

  private static String piece(Class<?> type) {
    return type.getName().split("\\.")[2];
  }

  private static Set<String> liens(HttpResponse<String> page) {
    if (page.statusCode() != 200 || !page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
      return Set.of();
    }
    return LIEN.matcher(page.body()).results().map(m -> m.group(1).replace("&amp;", "&")).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Test
  void une_application_qui_lit_des_personnes_par_l_api_laisse_leur_trace() {
    String portees = "entrants:lire orientations:lire presences:ecrire webhooks";
    TenirLesClients.Declare d = systeme.agir("essai",
        () -> clients.declarer(new SaisieClient("trace-" + derniere(), "Application d'essai", "informatique@exemple.fr",
        List.of(portees.split(" ")), true, List.of(), List.of())));
    String identifiant = base.sql("select identifiant from habilitations.client where id = ?").param(d.id()).query(String.class).single();
    Application a = new Application(port, identifiant, d.secret()).avec(portees);
    List<String> oublis = new ArrayList<>();
    Set<String> montrees = new TreeSet<>();
    for (String chemin : lectures()) {
      if (!chemin.startsWith("/api/v1/") || chemin.contains("**")) {
        continue;
      }
      for (String adresse : adresses(chemin)) {
        long avant = derniere();
        Application.Reponse r = a.lire(adresse.equals("/api/v1/nouveaux-entrants") ? adresse + "?taille=200&etat=TOUTES"
            : adresse.replaceAll("\\?.*", ""));
        Set<Long> tracees = tracees(avant, "api:" + identifiant);
        for (String nom : r.statut() == 200 ? nommees(r.texte()) : Set.<String>of()) {
          montrees.add(chemin);
          if (passants.noms().get(nom).stream().noneMatch(tracees::contains)) {
            oublis.add(adresse + " montre " + nom);
          }
        }
      }
    }
    assertThat(oublis).isEmpty();
    assertThat(montrees).contains("/api/v1/nouveaux-entrants", "/api/v1/personnes/{id}/orientation", "/api/v1/sessions/{id}/presences");
  }

  @Test
  void la_trace_d_un_export_nomme_exactement_les_personnes_du_fichier() {
    Agent agent = passants.agent("RESPONSABLE_TERRITOIRE");
    Navigateur nav = connecter(agent);
    for (String adresse : List.of("/nouveaux-entrants/export?nom=TRACE", "/courriers/export?nom=TRACE", "/reorientations/export?nom=TRACE")) {
      long avant = derniere();
      Set<Long> dansLeFichier = nommees(Contenu.texte(nav.lire(adresse))).stream().flatMap(n -> passants.noms().get(n).stream())
          .collect(Collectors.toSet());
      assertThat(dansLeFichier).as(adresse).isNotEmpty();
      assertThat(tracees(avant, agent.identifiant())).as(adresse).isEqualTo(dansLeFichier);
      assertThat(base.sql("select distinct acte, filtre from journal.trace where agent = ? and id > ?").params(agent.identifiant(), avant).query()
          .listOfRows()).as(adresse)
          .containsExactly(Map.of("acte", "EXPORT", "filtre", "nom=TRACE"));
    }
  }

  @Test
  void une_page_dont_la_trace_ne_peut_pas_s_ecrire_ne_montre_personne() {
    Agent agent = passants.agent("RESPONSABLE_TERRITOIRE");
    Navigateur nav = connecter(agent);
    base.sql("alter table journal.trace add constraint essai_ferme check (agent <> '" + agent.identifiant() + "') not valid").update();
    try {
      for (String adresse : List.of("/dossier/" + passants.entrante(), "/nouveaux-entrants?nom=TRACE", "/nouveaux-entrants/export?nom=TRACE",
          "/courriers/apercu?nom=TRACE")) {
        HttpResponse<String> r = nav.lire(adresse);
        assertThat(r.statusCode()).as(adresse).isEqualTo(500);
        assertThat(r.body()).as(adresse).doesNotContain("TRACEE").doesNotContain("TRACED");
      }
    } finally {
      base.sql("alter table journal.trace drop constraint essai_ferme").update();
    }
  }

  @Test
  void la_lecture_d_un_diagnostic_se_distingue_et_un_nir_cherche_n_est_pas_garde() {
    Agent agent = passants.agent("RESPONSABLE_TERRITOIRE");
    Navigateur nav = connecter(agent);
    nav.lire("/diagnostic/" + passants.entrante());
    assertThat(comptoir.derniereTrace("CONSULTATION")).containsEntry("personne_id", passants.entrante()).containsEntry("sante", true)
        .containsEntry("ecran", "/diagnostic/{personne}");
    nav.lire("/dossier/" + passants.demandeuse() + "?q=2%2080%2002%2007%20186%20011");
    assertThat(comptoir.derniereTrace("CONSULTATION")).containsEntry("sante", false).containsEntry("filtre", "q=(NIR)");
  }

  @Test
  void le_journal_dit_qui_a_vu_une_personne_sur_quel_ecran_et_dans_quelle_liste() {
    Agent agent = passants.agent("RESPONSABLE_TERRITOIRE");
    Navigateur nav = connecter(agent);
    nav.lire("/dossier/" + passants.entrante());
    nav.lire("/nouveaux-entrants?nom=TRACEENTRANTE");
    nav.lire("/informations-collectives/" + passants.session() + "/feuille");
    Navigateur administratrice = connecter(passants.agent("ADMINISTRATION"));
    String page = administratrice.lire("/journal?personne=" + passants.entrante() + "&qui=" + agent.identifiant()).body();
    assertThat(page).contains("Dossier consulté", "Nouveaux entrants", "Filtre : nom=TRACEENTRANTE", "Feuille d'émargement", "Liste affichée");
    assertThat(administratrice.lire("/journal?qui=" + agent.identifiant() + "&ecran=Feuille d'émargement".replace("é", "%C3%A9").replace("'", "%27"))
        .body()).contains("personnes</a>")
        .doesNotContain("Filtre : nom=TRACEENTRANTE");
    long liste = base.sql("select max(id) from journal.trace where agent = ? and ecran = '/informations-collectives/{id}/feuille'")
        .param(agent.identifiant()).query(Long.class).single();
    assertThat(administratrice.lire("/journal/" + liste).body()).contains("/journal?personne=" + passants.entrante());
    assertThat(base.sql("select count(*) from journal.trace where ecran like '/journal%' and filtre like ?")
        .param("%personne=" + passants.entrante() + "%").query(Long.class).single())
        .as("lire le journal est tracé").isPositive();
  }

  @Test
  void le_lien_de_la_personne_laisse_une_trace_sans_agent() {
    new Navigateur(port).lire("/r/" + Passants.CODE);
    assertThat(comptoir.derniereTrace("LIEN_CONSULTE")).containsEntry("personne_id", passants.entrante()).containsEntry("agent", "")
        .containsEntry("ecran", "/r/{code}");
    assertThat(comptoir.derniereTrace("LIEN_CONSULTE").toString()).doesNotContain(Passants.CODE);
  }

  private Navigateur connecter(Agent agent) {
    Navigateur nav = new Navigateur(port);
    assertThat(nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).statusCode()).isEqualTo(200);
    return nav;
  }

  private Set<String> nommees(String texte) {
    return passants.noms().keySet().stream().filter(texte::contains).collect(Collectors.toSet());
  }

  private long derniere() {
    return base.sql("select coalesce(max(id), 0) from journal.trace").query(Long.class).single();
  }

  private Set<Long> tracees(long apres, String agent) {
    Set<Long> ids = new HashSet<>();
    base.sql("select personne_id, personnes from journal.trace where id > ? and agent = ?").params(apres, agent).query((l, _) -> {
      ids.add((Long) l.getObject(1));
      if (l.getArray(2) != null) {
        ids.addAll(Arrays.asList((Long[]) l.getArray(2).getArray()));
      }
      return 0;
    }).list();
    ids.remove(null);
    return ids;
  }

  /** With each number that may be meant, or with all that may make the page speak. */
  private List<String> adresses(String chemin) {
    if (chemin.contains("{")) {
      Set<String> valeurs = new LinkedHashSet<>(passants.numeros());
      return valeurs.stream().map(v -> chemin.replaceAll("\\{[^}]+}", v)
          + (chemin.endsWith("/personnes") ? "?mouvement=ENTRANTS" : chemin.contains("presence") || chemin.contains("creneaux")
          ? "?q=TRACE&nom=TRACE" : "")).toList();
    }
    return List.of(chemin, chemin + "?referent=" + passants.referent(), chemin + "?nom=TRACE&q=trace&tous=true&semaine=2025-11-03",
        chemin + "?personne=" + passants.entrante(),
        chemin + "?personne=" + passants.demandeuse()
        + "&file=TOUTES&etat=DEMANDEE");
  }

  private Set<String> lectures() {
    Map<String, Boolean> chemins = new HashMap<>();
    pages.getHandlerMethods().forEach((info, methode) -> {
      if (methode.getBeanType().getName().startsWith("fr.jalon") && info.getPathPatternsCondition() != null
          && (info.getMethodsCondition().getMethods().isEmpty() || info.getMethodsCondition().getMethods().contains(RequestMethod.GET))) {
        info.getPathPatternsCondition().getPatternValues().stream()
            .filter(c -> !c.startsWith("/connexion") && !c.startsWith("/error") && !c.startsWith("/guide")).forEach(c -> chemins.put(c, true));
      }
    });
    return new TreeSet<>(chemins.keySet());
  }
}
