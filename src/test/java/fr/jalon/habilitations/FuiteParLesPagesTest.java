package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The leak test at the door of the pages. It finds every page by itself, so that a page added tomorrow is walked too: each role opens each
 * page, with the numbers of persons who are not hers in the address and their names in the search; none answers with what she may not see. A page
 * that her role closes before a number is read, and that answers so, is asked once.
 */
@EssaiWeb
class FuiteParLesPagesTest {
  /** 401: the API asks for a token, whatever the session. */
  private static final Set<Integer> REFUS = Set.of(400, 401, 403, 404, 405, 422);
  /** What most acts ask for. */
  private static final Map<String, String> CHAMPS = Map.of("motif", "essai", "raison", "essai", "le", "2025-08-10", "jour",
      "2025-08-10", "retour", "/");
  /** No row of any table has it: a page that reads it answers that there is none. */
  private static final long PERSONNE = 987_654_321L;
  @LocalServerPort
  int port;
  @Autowired
  Voisinage voisinage;
  @Autowired
  Semis semis;
  @Autowired
  PagesTrouvees trouvees;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Photo photo;
  @Autowired
  Visiteur.Tous visiteurs;
  @Autowired
  Roles roles;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping pages;

  private final Map<List<Object>, Set<String>> lignes = new HashMap<>();

  @BeforeEach
  void installer() {
    voisinage.installer();
    semis.semer(List.of(voisinage.voisin("FUITEALPHA"), voisinage.voisin("FUITEBRAVO")));
  }

  @Test
  void aucune_page_ne_montre_a_un_role_une_personne_hors_de_son_perimetre() {
    List<String> fuites = new ArrayList<>();
    Map<String, Set<String>> ouvertes = new LinkedHashMap<>();
    Set<String> lectures = chemins(RequestMethod.GET);
    assertThat(lectures).contains("/allocataires", "/dossier/{id}", "/journal", "/habilitations");
    for (Visiteur v : visiteurs.chacun(port)) {
      for (String chemin : lectures) {
        boolean ferme = chemin.contains("{") && v.navigateur().lire(remplir(chemin, PERSONNE)).statusCode() == 403;
        if (ferme && trouvees.fermee(RequestMethod.GET, chemin, v.perimetre())) {
          continue;
        }
        List<String> adresses = chemin.contains("{") ? numeros(chemin, v, ferme).stream().map(n -> remplir(chemin, n)).toList() : requetes(chemin, v);
        for (String adresse : adresses) {
          HttpResponse<String> r = v.navigateur().lire(adresse);
          examiner(v, "GET " + adresse, r, chemin.contains("{"), fuites);
          if (r.statusCode() == 200) {
            ouvertes.computeIfAbsent(chemin, _ -> new TreeSet<>()).add(v.perimetre().role());
          }
        }
      }
    }
    assertThat(fuites).isEmpty();
    assertThat(ouvertes.get("/allocataires")).contains("REFERENT", "PARTENAIRE", "DIRECTION").doesNotContain("ADMINISTRATION");
    assertThat(ouvertes.get("/journal")).containsExactly("ADMINISTRATION");
  }

  @Test
  void aucun_formulaire_n_agit_sur_une_personne_hors_du_perimetre() {
    List<String> fuites = new ArrayList<>();
    for (Visiteur v : visiteurs.chacun(port)) {
      v.navigateur().ouvrir("/mon-compte");
      Map<String, String> avant = photo.de(v.exclus());
      for (String chemin : chemins(RequestMethod.POST)) {
        if (chemin.contains("{")) {
          boolean ferme = v.navigateur().poster(remplir(chemin, PERSONNE), CHAMPS).statusCode() == 403;
          if (ferme && trouvees.fermee(RequestMethod.POST, chemin, v.perimetre())) {
            continue;
          }
          for (String numero : numeros(chemin, v, ferme)) {
            HttpResponse<String> r = v.navigateur().poster(remplir(chemin, numero), CHAMPS);
            examiner(v, "POST " + remplir(chemin, numero), r, false, fuites);
          }
        }
      }
      comparer(v, avant, fuites);
    }
    assertThat(fuites).isEmpty();
  }

  /** Whom an act is about may also be said by the form: one number under every name that may hold one, or a list of them. */
  @Test
  void aucun_formulaire_n_agit_sur_une_personne_d_ailleurs_nommee_dans_ses_champs() {
    List<String> fuites = new ArrayList<>();
    Map<String, Set<String>> formulaires = trouvees.parVerbe(RequestMethod.POST);
    for (Visiteur v : visiteurs.chacun(port)) {
      Set<Voisinage.Voisin> exclus = v.exclus();
      v.navigateur().ouvrir("/mon-compte");
      Map<String, String> avant = photo.de(exclus);
      formulaires.forEach((chemin, noms) -> {
        // would end her session, or lock her out
        if (!chemin.contains("{") && !chemin.startsWith("/connexion") && !chemin.startsWith("/mon-compte") && !chemin.startsWith("/deconnexion")
            && !exclus.isEmpty()) {
          for (String numero : quelques(chemin, v)) {
            Map<String, String> champs = new LinkedHashMap<>(CHAMPS);
            noms.stream().filter(n -> !CHAMPS.containsKey(n)).forEach(n -> champs.put(n, numero));
            examiner(v, "POST " + chemin + " " + numero, v.navigateur().poster(chemin, champs), false, fuites);
          }
        }
      });
      comparer(v, avant, fuites);
    }
    assertThat(fuites).isEmpty();
  }

  @Test
  void chacun_ouvre_le_dossier_des_siens_et_seul_qui_a_droit_aux_montants_les_lit() {
    for (Visiteur v : visiteurs.chacun(port)) {
      for (Voisinage.Voisin voisin : voisinage.tous()) {
        if (voisin.nom().equals("FUITEFUSION")) {
          continue;
        }
        HttpResponse<String> r = v.navigateur().lire("/dossier/" + voisin.id() + "/droits");
        boolean permis = v.perimetre().peut("DOSSIERS") && voisin.visible(v.perimetre());
        assertThat(r.statusCode()).as(v + " ouvre " + voisin.nom()).isEqualTo(permis ? 200 : v.perimetre().peut("DOSSIERS") ? 404 : 403);
        if (permis && voisin.nom().equals("FUITEALPHA")) {
          assertThat(r.body().contains(Voisinage.MONTANT)).as(v + " lit les montants").isEqualTo(v.perimetre().peut("MONTANTS"));
          assertThat(r.body().contains("Afficher le NIR")).as(v + " peut demander le NIR").isEqualTo(v.perimetre().peut("NIR"));
        }
      }
    }
  }

  @Test
  void le_nir_n_est_ni_dans_une_page_ni_dans_une_adresse_ni_dans_un_export_ni_dans_le_journal_technique() {
    Queue<String> lignes = new ConcurrentLinkedQueue<>();
    AppenderBase<ILoggingEvent> oreille = new AppenderBase<>() {
      @Override
      protected void append(ILoggingEvent e) {
        lignes.add(e.getFormattedMessage() + (e.getThrowableProxy() == null ? ""
            : ch.qos.logback.classic.spi.ThrowableProxyUtil.asString(e.getThrowableProxy())));
      }
    };
    Logger racine = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level avant = racine.getLevel();
    oreille.start();
    racine.addAppender(oreille);
    racine.setLevel(Level.DEBUG);
    Voisinage.Voisin agathe = voisinage.voisin("FUITEALPHA");
    try {
      Visiteur allocation = visiteurs.un(port, "ALLOCATION", List.of(), List.of());
      List<String> fuites = new ArrayList<>();
      for (String chemin : chemins(RequestMethod.GET)) {
        String adresse = remplir(chemin, agathe.id());
        HttpResponse<String> r = allocation.navigateur().lire(adresse);
        if (Contenu.texte(r).contains(agathe.nir()) || r.headers().map().toString().contains(agathe.nir())) {
          fuites.add(adresse);
        }
      }
      // typed in the search box by an agent: the address holds it, the log and the page do not repeat it as a fact
      assertThat(fuites).isEmpty();
      allocation.navigateur().ouvrir("/mon-compte");
      HttpResponse<String> affiche = allocation.navigateur().poster("/dossier/" + agathe.id() + "/nir", Map.of());
      assertThat(affiche.body()).contains("2 80 02 07 186 011 clé ");
      assertThat(affiche.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    } finally {
      racine.setLevel(avant);
      racine.detachAppender(oreille);
    }
    assertThat(lignes).isNotEmpty();
    assertThat(lignes.stream().filter(l -> voisinage.tous().stream().anyMatch(v -> v.nir() != null && l.replace(" ", "").contains(v.nir()))))
        .isEmpty();
    assertThat(comptoir.derniereTrace("NIR_AFFICHE")).containsEntry("personne_id", agathe.id()).containsEntry("role", "ALLOCATION");
    assertThat(comptoir.derniereTrace("NIR_AFFICHE").toString()).doesNotContain("2800207");
  }

  @Test
  void le_nir_est_refuse_a_qui_n_y_a_pas_droit_et_rien_n_est_trace() {
    Voisinage.Voisin agathe = voisinage.voisin("FUITEALPHA");
    for (Visiteur v : visiteurs.chacun(port)) {
      v.navigateur().ouvrir("/mon-compte");
      HttpResponse<String> r = v.navigateur().poster("/dossier/" + agathe.id() + "/nir", Map.of());
      assertThat(r.statusCode()).as(v.toString()).isEqualTo(v.perimetre().peut("NIR") ? 200 : 403);
      assertThat(comptoir.actes(v.perimetre().agent()).contains("NIR_AFFICHE")).isEqualTo(v.perimetre().peut("NIR"));
    }
  }

  @Test
  void chaque_page_dit_quelle_ressource_l_ouvre() {
    Set<String> connues = new HashSet<>(roles.pourTous());
    roles.ressources().forEach(r -> connues.addAll(r.pages()));
    List<String> sansMaitre = chemins(RequestMethod.GET).stream()
        // the API is opened by the scope of a token, not by a role; /r is the page of a person who has a code and no account (LienPublicTest);
        // /calendrier is opened by a secret (FluxDAgendaTest)
        .filter(c -> !c.startsWith("/connexion") && !c.startsWith("/error") && !c.startsWith("/api/") && !c.equals("/r") && !c.startsWith("/r/")
            && !c.startsWith("/calendrier/"))
        .filter(c -> connues.stream().noneMatch(p -> c.equals(p) || !p.equals("/") && c.startsWith(p + "/"))).toList();
    assertThat(sansMaitre).as("pages à inscrire dans habilitations.yaml : sous une ressource, ou dans pour_tous").isEmpty();
  }

  private void examiner(Visiteur v, String demande, HttpResponse<String> r, boolean doitRefuser, List<String> fuites) {
    String texte = Contenu.texte(r);
    if (r.statusCode() >= 500) {
      fuites.add(v + " " + demande + " : erreur " + r.statusCode());
    }
    // the number of a person is nobody's code there: any leads to the same sentence (LienPublicTest)
    if (doitRefuser && !demande.contains(" /r/") && !REFUS.contains(r.statusCode()) && !versUneListe(v, r)) {
      fuites.add(v + " " + demande + " : répond " + r.statusCode() + " pour une personne qui n'est pas à elle");
    }
    for (Voisinage.Voisin voisin : v.exclus()) {
      for (String marque : voisin.marques()) {
        // what was typed may be repeated in the search box
        if (texte.contains(marque) && !demande.contains(marque)) {
          fuites.add(v + " " + demande + " montre " + marque);
        }
      }
    }
    if (!v.perimetre().peut("MONTANTS") && texte.contains(Voisinage.MONTANT)) {
      fuites.add(v + " " + demande + " montre un montant");
    }
  }

  /** An address that only receives forms leads to its list, whoever the number is of, or to a page that is refused in its turn. */
  private static boolean versUneListe(Visiteur v, HttpResponse<String> r) {
    return r.statusCode() == 302 && r.headers().firstValue("Location")
        .filter(ou -> !ou.matches(".*\\d.*") || REFUS.contains(v.navigateur().lire(ou).statusCode())).isPresent();
  }

  /** Whatever she was answered, nothing is written, changed nor erased of whom she may not see, but what the journal says of her trying. */
  private void comparer(Visiteur v, Map<String, String> avant, List<String> fuites) {
    photo.changements(avant, v.exclus()).forEach(c -> fuites.add(v + " a changé " + c));
  }

  /**
   * Numbers of whom she may not see: the persons, their foyers, and what the tables of the module that answers there hold of one of them (of
   * each, at the door of the database: {@link FuiteParLaBaseTest}).
   *
   * @param ferme the path is refused to her for a number that is nobody's: her role closes it before a number is read, and some of each kind are
   *     enough
   */
  private Set<String> numeros(String chemin, Visiteur v, boolean ferme) {
    if (v.exclus().isEmpty()) {
      return Set.of();
    }
    if (ferme) {
      return quelques(chemin, v);
    }
    Set<String> numeros = new LinkedHashSet<>();
    v.exclus().forEach(x -> numeros.addAll(List.of(String.valueOf(x.id()), String.valueOf(x.foyer()))));
    numeros.addAll(lignes(trouvees.module(chemin), Set.of(une(v))));
    return numeros;
  }

  /** One person, her foyer, and one row of each table of the module. */
  private Set<String> quelques(String chemin, Visiteur v) {
    Voisinage.Voisin une = une(v);
    Set<String> numeros = new LinkedHashSet<>(List.of(String.valueOf(une.id()), String.valueOf(une.foyer())));
    numeros.addAll(lignes(trouvees.module(chemin), Set.of(une)));
    return numeros;
  }

  /** One whom she may not see and of whom every table holds a row, if there is one. */
  private static Voisinage.Voisin une(Visiteur v) {
    return v.exclus().stream().filter(x -> x.nom().equals("FUITEBRAVO") || x.nom().equals("FUITEALPHA")).findFirst()
        .orElse(v.exclus().iterator().next());
  }

  /** Read once: nothing that is done here may change them. */
  private Set<String> lignes(String module, Set<Voisinage.Voisin> qui) {
    return qui.isEmpty() ? Set.of() : lignes.computeIfAbsent(List.of(module, qui), _ -> semis.numeros(module, qui));
  }

  /** The page alone, and with all that may make it speak: every filter at once, and each search alone. */
  private List<String> requetes(String chemin, Visiteur v) {
    List<String> requetes = new ArrayList<>(List.of(chemin));
    Set<Voisinage.Voisin> exclus = v.exclus();
    String tout = exclus.isEmpty() ? "" : String.valueOf(exclus.iterator().next().id());
    requetes.add(chemin + "?q=fuite&nom=fuite&tous=true&territoire=" + voisinage.nord() + "&page=1&taille=1000");
    requetes.add(chemin + "?q=FUIT&etat=&personne=" + tout + "&personneId=" + tout + "&id=" + tout + "&entree=" + tout + "&foyer=" + tout);
    requetes.add(chemin + "?q=07199000");
    return requetes;
  }

  private static String remplir(String chemin, Object numero) {
    return PagesTrouvees.remplir(chemin, numero);
  }

  private Set<String> chemins(RequestMethod verbe) {
    Set<String> chemins = new TreeSet<>();
    pages.getHandlerMethods().forEach((info, methode) -> {
      if (methode.getBeanType().getName().startsWith("fr.jalon") && (info.getMethodsCondition().getMethods().contains(verbe))) {
        chemins.addAll(motifs(info));
      }
    });
    return chemins;
  }

  private static Set<String> motifs(RequestMappingInfo info) {
    return info.getPathPatternsCondition() == null ? Set.of() : info.getPathPatternsCondition().getPatternValues();
  }
}
