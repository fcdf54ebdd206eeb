package fr.jalon.habilitations.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Contenus;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Rubrique;
import fr.jalon.ecran.Versions;
import fr.jalon.habilitations.Habilitations;
import fr.jalon.habilitations.PanneauDeCompte;
import fr.jalon.habilitations.Roles;
import fr.jalon.habilitations.SaisieAgent;
import fr.jalon.habilitations.comptes.MotsDePasse;
import fr.jalon.habilitations.lecture.ListeDesAgents;
import fr.jalon.socle.RefusMetier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Habilitations": the accounts of the agents, for whoever holds the resource. */
@Controller
@RequestMapping("/habilitations")
@PreAuthorize("hasAuthority('HABILITATIONS')")
class AgentsController {
  private static final String PAGE = "redirect:/habilitations/";
  private final Habilitations habilitations;
  private final ListeDesAgents agents;
  private final Roles roles;
  private final Versions versions;
  private final Contenus contenus;
  private final ObjectProvider<PanneauDeCompte> panneaux;
  private final Fiche fiche;

  AgentsController(Habilitations habilitations, ListeDesAgents agents, Roles roles, Versions versions, Contenus contenus,
      ObjectProvider<PanneauDeCompte> panneaux) {
    this.contenus = contenus;
    this.panneaux = panneaux;
    this.habilitations = habilitations;
    this.agents = agents;
    this.roles = roles;
    this.versions = versions;
    this.fiche = Fiche.de("COMPTE", "ce compte").champ("nom", "Nom affiché").champ("courriel", "Adresse électronique")
        .champ("role", "Rôle", roles::libelle).coche("partout", "Tout le Département")
        .champ("territoires", "Territoires", agents::nomDeTerritoire).champ("organisations", "Organisations", agents::nomDOrganisation)
        .etat("acces", "Accès").etat("motDePasse", "Mot de passe")
        .etat("secondFacteur", "Second facteur");
  }

  /** The entry of the menu. */
  @org.springframework.context.annotation.Configuration
  static class Menu {
    @Bean
    EntreeDeMenu menuHabilitations() {
      return new EntreeDeMenu(Rubrique.ADMINISTRATION, 80, "Habilitations", "/habilitations", "person-lock", "HABILITATIONS");
    }
  }

  @GetMapping
  String liste(@RequestParam(defaultValue = "") String nom, @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String etat, @RequestParam(defaultValue = "1") int page, Model modele) {
    ListeDesAgents.Filtre filtre = new ListeDesAgents.Filtre(nom.strip(), role, etat);
    Map<String, String> parametres = new LinkedHashMap<>(Map.of("nom", nom, "role", role, "etat", etat));
    modele.addAttribute("filtre", filtre);
    modele.addAttribute("agents", agents.page(filtre, Math.max(1, page)));
    modele.addAttribute("pages", new Pagination(agents.nombre(filtre), Math.max(1, page), Pagination.TAILLE,
        new AdresseDePage("/habilitations", parametres)));
    modele.addAttribute("roles", roles);
    return "habilitations/agents";
  }

  /** The matrix: what each role opens. */
  @GetMapping("/roles")
  String matrice(Model modele) {
    modele.addAttribute("roles", roles);
    return "habilitations/roles";
  }

  @GetMapping("/nouveau")
  String nouveau(Model modele) {
    return formulaire(modele, null, new SaisieAgent("", "", null, "", false, List.of(), List.of()));
  }

  @PostMapping
  Object creer(@RequestParam(defaultValue = "") String identifiant, @RequestParam(defaultValue = "") String nom,
      @RequestParam(required = false) String courriel,
      @RequestParam(defaultValue = "") String role, @RequestParam(defaultValue = "false") boolean partout,
      @RequestParam(required = false) List<Integer> territoires,
      @RequestParam(required = false) List<Integer> organisations, Model modele, RedirectAttributes suite) {
    SaisieAgent saisie = new SaisieAgent(identifiant, nom, courriel, role, partout, territoires, organisations);
    try {
      agents.exigerConnus(saisie);
      String motDePasse = habilitations.creer(saisie);
      remettre(suite, motDePasse, "Le compte est créé.");
      return PAGE + agents.numero(saisie.identifiant());
    } catch (RefusMetier refus) {
      return Refus.page(refus, formulaire(modele, null, saisie), modele);
    }
  }

  @GetMapping("/{id}")
  String fiche(@PathVariable long id, Model modele) {
    ListeDesAgents.Ligne agent = lire(id);
    return formulaire(modele, agent, agent.saisie());
  }

  @PostMapping("/{id}")
  Object modifier(@PathVariable long id, @RequestParam(defaultValue = "") String nom, @RequestParam(required = false) String courriel,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "false") boolean partout, @RequestParam(required = false) List<Integer> territoires,
      @RequestParam(required = false) List<Integer> organisations, Model modele, RedirectAttributes suite) {
    ListeDesAgents.Ligne agent = lire(id);
    SaisieAgent saisie = new SaisieAgent(agent.identifiant(), nom, courriel, role, partout, territoires, organisations);
    try {
      agents.exigerConnus(saisie);
      versions.ecrire(fiche, id, CompteVu.de(saisie), () -> pourChanger(id), c -> habilitations.modifier(id, c.saisie(agent.identifiant())));
    } catch (ChangeEntreTemps change) {
      return change.page(formulaire(modele, lire(id), change.formulaire(CompteVu.class).saisie(agent.identifiant())), modele);
    } catch (RefusMetier refus) {
      return Refus.page(refus, formulaire(modele, agent, saisie), modele);
    }
    suite.addFlashAttribute(Message.CLE,
        Message.fait("Le compte est modifié. Si son rôle ou son périmètre a changé, ses sessions ouvertes sont fermées."));
    return PAGE + id;
  }

  @PostMapping("/{id}/desactiver")
  String desactiver(@PathVariable long id, RedirectAttributes suite) {
    return dire(id, suite, () -> {
      agir(id, c -> c.acces().equals("retiré"), () -> habilitations.desactiver(id));
      return "L'accès est retiré ; les sessions ouvertes sont fermées.";
    });
  }

  @PostMapping("/{id}/reactiver")
  String reactiver(@PathVariable long id, RedirectAttributes suite) {
    return dire(id, suite, () -> {
      agir(id, c -> c.acces().equals("ouvert"), () -> habilitations.reactiver(id));
      return "L'accès est rendu, comme avant.";
    });
  }

  @PostMapping("/{id}/mot-de-passe")
  String reinitialiser(@PathVariable long id, RedirectAttributes suite) {
    return dire(id, suite, () -> {
      MotsDePasse.Tire tire = habilitations.tirerUnMotDePasse();
      agir(id, _ -> false, () -> {
        habilitations.reinitialiser(id, tire);
        suite.addFlashAttribute("motDePasse", tire.enClair());
      });
      return "Le mot de passe est remplacé ; les sessions ouvertes sont fermées.";
    });
  }

  @PostMapping("/{id}/second-facteur")
  String retirerSecondFacteur(@PathVariable long id, RedirectAttributes suite) {
    return dire(id, suite, () -> {
      agir(id, c -> c.secondFacteur().equals("aucun"), () -> habilitations.retirerSecondFacteur(id));
      return "Le code à usage unique et les clés d'accès sont retirés : le mot de passe suffit de nouveau. Les sessions ouvertes sont fermées.";
    });
  }

  /** An act of a button: never from a page that a colleague's change made old. */
  private void agir(long id, Predicate<CompteVu> deja, Runnable acte) {
    versions.agir(fiche, id, () -> pourChanger(id), deja, acte);
  }

  private Optional<CompteVu> pourChanger(long id) {
    return agents.pourChanger(id).map(CompteVu::de);
  }

  private ListeDesAgents.Ligne lire(long id) {
    return agents.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String formulaire(Model modele, ListeDesAgents.Ligne agent, SaisieAgent saisie) {
    modele.addAttribute("agent", agent);
    if (agent != null) {
      modele.addAttribute("version", versions.enFormulaire(fiche, agent.id(), CompteVu.de(agent)));
      modele.addAttribute("contenus", contenus).addAttribute("panneaux", panneaux.stream().flatMap(p -> p.panneau(agent.id()).stream()).toList());
    }
    modele.addAttribute("saisie", saisie);
    modele.addAttribute("roles", roles);
    modele.addAttribute("territoires", agents.territoires());
    modele.addAttribute("organisations", agents.organisations());
    return "habilitations/agent";
  }

  /** Kept in the session until the next page, then gone: shown once. */
  private static void remettre(RedirectAttributes suite, String motDePasse, String phrase) {
    suite.addFlashAttribute("motDePasse", motDePasse);
    suite.addFlashAttribute(Message.CLE, Message.fait(phrase));
  }

  private static String dire(long id, RedirectAttributes suite, Supplier<String> acte) {
    Message.dire(suite, acte);
    return PAGE + id;
  }
}
