package fr.jalon.echanges.acces.web;

import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Rubrique;
import fr.jalon.ecran.Versions;
import fr.jalon.echanges.acces.web.PageDUneApplication.SaisieDeWebhook;
import fr.jalon.echanges.webhooks.application.EnvoyerLesLivraisons;
import fr.jalon.echanges.webhooks.application.TenirLesWebhooks;
import fr.jalon.echanges.webhooks.lecture.ListeDesLivraisons;
import fr.jalon.echanges.webhooks.lecture.ListeDesLivraisons.Ligne;
import fr.jalon.echanges.webhooks.lecture.WebhooksConnus;
import fr.jalon.habilitations.ClientApi;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** "Accès par API": the applications of the partners and their webhooks, for whoever holds the habilitations. */
@Controller
@RequestMapping("/acces-api")
@PreAuthorize("hasAuthority('HABILITATIONS')")
class AccesApiController {
  private static final String PAGE = "redirect:/acces-api/";
  private static final SaisieDeWebhook RIEN = new SaisieDeWebhook("", List.of());
  private final TenirLesClients clients;
  private final TenirLesWebhooks tenir;
  private final EnvoyerLesLivraisons envoyer;
  private final WebhooksConnus webhooks;
  private final ListeDesLivraisons livraisons;
  private final Structures structures;
  private final Versions versions;
  private final Clock horloge;
  private final Fiche fiche;

  AccesApiController(TenirLesClients clients, TenirLesWebhooks tenir, EnvoyerLesLivraisons envoyer, WebhooksConnus webhooks,
      ListeDesLivraisons livraisons, Structures structures,
      Versions versions, Clock horloge) {
    this.clients = clients;
    this.tenir = tenir;
    this.envoyer = envoyer;
    this.webhooks = webhooks;
    this.livraisons = livraisons;
    this.structures = structures;
    this.versions = versions;
    this.horloge = horloge;
    this.fiche = Fiche.de("APPLICATION", "cette application").champ("nom", "Nom").champ("contact", "Adresse électronique de qui la tient")
        .champ("portees", "Ce qu'elle a le droit de demander")
        .coche("partout", "Tout le Département").champ("territoires", "Territoires", structures::nomDeTerritoire)
        .champ("organisations", "Organisations", structures::nomDOrganisation)
        .etat("acces", "Accès").etat("secret", "Secret", s -> s.isEmpty() ? "" : "donné le " + Francais.instant(OffsetDateTime.parse(s)));
  }

  /** The entry of the menu. */
  @Configuration
  static class Menu {
    @Bean
    EntreeDeMenu menuAccesApi() {
      return new EntreeDeMenu(Rubrique.ADMINISTRATION, 85, "Accès par API", "/acces-api", "plug", "HABILITATIONS");
    }
  }

  @GetMapping
  String liste(Model modele) {
    modele.addAttribute("page", PageDesApplications.de(clients.tous(), structures.territoires(), structures.organisations(),
        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
    return "acces/applications";
  }

  @GetMapping("/nouvelle")
  Object nouvelle(Model modele) {
    return formulaire(null, new SaisieClient("", "", "", List.of(), false, List.of(), List.of()), RIEN, null, modele);
  }

  @PostMapping
  Object declarer(@ModelAttribute FormulaireDApplication f, BindingResult lecture, Model modele, RedirectAttributes suite) {
    try {
      Refus.exigerLisible(lecture);
      TenirLesClients.Declare d = clients.declarer(f.saisie(f.identifiant()));
      suite.addFlashAttribute("secret", d.secret());
      suite.addFlashAttribute(Message.CLE, Message.fait("L'application est déclarée."));
      return PAGE + d.id();
    } catch (RefusMetier refus) {
      return formulaire(null, f.saisie(f.identifiant()), RIEN, refus, modele);
    }
  }

  @GetMapping("/{id}")
  Object fiche(@PathVariable long id, Model modele) {
    ClientApi client = lire(id);
    return formulaire(client, client.saisie(), RIEN, null, modele);
  }

  @PostMapping("/{id}")
  Object modifier(@PathVariable long id, @ModelAttribute FormulaireDApplication f, BindingResult lecture, Model modele, RedirectAttributes suite) {
    ClientApi client = lire(id);
    SaisieClient saisie = f.saisie(client.identifiant());
    try {
      Refus.exigerLisible(lecture);
      versions.ecrire(fiche, id, ApplicationVue.de(saisie), () -> pourChanger(id), a -> clients.modifier(id, a.saisie(client.identifiant())));
    } catch (ChangeEntreTemps change) {
      formulaire(lire(id), change.formulaire(ApplicationVue.class).saisie(client.identifiant()), RIEN, null, modele);
      return change.page("acces/application", modele);
    } catch (RefusMetier refus) {
      return formulaire(client, saisie, RIEN, refus, modele);
    }
    suite.addFlashAttribute(Message.CLE,
        Message.fait("L'application est modifiée. Si ses droits ou son périmètre ont changé, les jetons d'avant sont refusés : elle en demande un autre."));
    return PAGE + id;
  }

  @PostMapping("/{id}/secret")
  String secret(@PathVariable long id, @RequestParam(defaultValue = "false") boolean couper, RedirectAttributes suite) {
    return dire(id, suite, () -> {
      agir(id, _ -> false, () -> suite.addFlashAttribute("secret", clients.remplacerLeSecret(id, couper)));
      return couper ? "Le secret est remplacé ; l'ancien et ses jetons sont refusés."
          : "Un nouveau secret est donné ; l'ancien vaut encore le temps de la relève.";
    });
  }

  @PostMapping("/{id}/revoquer")
  String revoquer(@PathVariable long id, RedirectAttributes suite) {
    return dire(id, suite, () -> {
      agir(id, a -> a.acces().equals("retiré"), () -> clients.revoquer(id));
      return "L'accès est retiré ; ses jetons sont refusés dès maintenant.";
    });
  }

  @PostMapping("/{id}/retablir")
  String retablir(@PathVariable long id, RedirectAttributes suite) {
    return dire(id, suite, () -> {
      agir(id, a -> a.acces().equals("ouvert"), () -> clients.retablir(id));
      return "L'accès est rendu, avec le secret d'avant.";
    });
  }

  @PostMapping("/{id}/webhooks")
  Object declarerWebhook(@PathVariable long id, @RequestParam(required = false) String adresse,
      @RequestParam(required = false) List<String> evenements, Model modele,
      RedirectAttributes suite) {
    ClientApi client = lire(id);
    SaisieDeWebhook saisie = new SaisieDeWebhook(adresse, evenements);
    try {
      suite.addFlashAttribute("secretDeWebhook", tenir.declarer(client, saisie.adresse(), saisie.evenements()).secret());
    } catch (RefusMetier refus) {
      return formulaire(client, client.saisie(), saisie, refus, modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("Le webhook est déclaré. Essayez-le."));
    return PAGE + id;
  }

  @PostMapping("/{id}/webhooks/{webhook}/arreter")
  String arreterWebhook(@PathVariable long id, @PathVariable long webhook, RedirectAttributes suite) {
    return dire(id, suite, () -> {
      exiger(id, webhook);
      tenir.arreter(webhook);
      return "Le webhook est arrêté ; ce qui restait à envoyer est abandonné.";
    });
  }

  @PostMapping("/{id}/webhooks/{webhook}/essai")
  String essayerWebhook(@PathVariable long id, @PathVariable long webhook, RedirectAttributes suite) {
    return dire(id, suite, () -> {
      exiger(id, webhook);
      UUID essai = tenir.essayer(webhook);
      envoyer.maintenant(essai);
      Ligne resultat = livraisons.une(essai).orElseThrow();
      if (resultat.erreur() != null) {
        throw new RefusMetier("ESSAI", "L'essai n'a pas été reçu : %s. Il sera refait, comme toute livraison.".formatted(resultat.erreur()));
      }
      return "L'essai est reçu : l'adresse a répondu " + resultat.reponse() + ".";
    });
  }

  /** An act of a button: never from a page that a colleague's change made old. */
  private void agir(long id, Predicate<ApplicationVue> deja, Runnable acte) {
    versions.agir(fiche, id, () -> pourChanger(id), deja, acte);
  }

  private Optional<ApplicationVue> pourChanger(long id) {
    return clients.pourChanger(id).map(ApplicationVue::de);
  }

  private void exiger(long id, long webhook) {
    if (webhooks.de(lire(id).id()).stream().noneMatch(w -> w.id() == webhook)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private ClientApi lire(long id) {
    return clients.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Object formulaire(ClientApi client, SaisieClient saisie, SaisieDeWebhook webhook, RefusMetier refus, Model modele) {
    modele.addAttribute("page", new PageDUneApplication(client, saisie, structures.territoires(), structures.organisations(),
        client == null ? List.of() : webhooks.de(client.id()),
        OffsetDateTime.now(horloge), webhook));
    if (client != null) {
      modele.addAttribute("version", versions.enFormulaire(fiche, client.id(), ApplicationVue.de(client)));
    }
    if (refus == null) {
      return "acces/application";
    }
    modele.addAttribute(Refus.CLE, Refus.de(refus));
    return Refus.page("acces/application", modele);
  }

  private static String dire(long id, RedirectAttributes suite, Supplier<String> acte) {
    Message.dire(suite, acte);
    return PAGE + id;
  }
}
