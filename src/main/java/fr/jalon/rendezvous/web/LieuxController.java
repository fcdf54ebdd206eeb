package fr.jalon.rendezvous.web;

import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.application.PrevenirDuLieu;
import fr.jalon.rendezvous.application.TenirLesLieux.Tenu;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.lecture.LieuxConnus;
import fr.jalon.rendezvous.lecture.PrevenuesDeLAncienLieu;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The places where the Département receives. */
@Controller
@PreAuthorize("hasAuthority('RENDEZ_VOUS')")
class LieuxController {
  private final LieuxConnus lieux;
  private final PrevenuesDeLAncienLieu prevenues;
  private final TenirLesLieux tenir;
  private final PrevenirDuLieu prevenir;
  private final Structures structures;
  private final Versions versions;
  private final Fiche fiche;

  LieuxController(LieuxConnus lieux, PrevenuesDeLAncienLieu prevenues, TenirLesLieux tenir, PrevenirDuLieu prevenir,
      Structures structures, Versions versions) {
    this.lieux = lieux;
    this.prevenues = prevenues;
    this.tenir = tenir;
    this.prevenir = prevenir;
    this.structures = structures;
    this.versions = versions;
    this.fiche = Fiche.de("LIEU", "ce lieu").champ("nom", "Nom").champ("adresse", "Numéro et voie").champ("codePostal", "Code postal")
        .champ("commune", "Commune", structures::nomDeCommune)
        .champ("territoire", "Territoire", structures::nomDeTerritoire).champ("capacite", "Personnes que la salle reçoit")
        .champ("telephone", "Téléphone")
        .coche("accessible", "Accessible en fauteuil roulant").coche("actif", "On y reçoit encore");
  }

  @GetMapping("/informations-collectives/lieux")
  String liste(Model modele) {
    modele.addAttribute("lieux", lieux.tous()).addAttribute("territoires", structures.territoires());
    return "rendezvous/lieux";
  }

  @GetMapping("/informations-collectives/lieux/nouveau")
  String nouveau(Model modele) {
    return formulaire(FormulaireDeLieu.nouveau(), null, modele);
  }

  @GetMapping("/informations-collectives/lieux/{id}")
  String un(@PathVariable int id, Model modele) {
    return formulaire(FormulaireDeLieu.de(lieux.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))), null, modele);
  }

  @PostMapping("/informations-collectives/lieux")
  Object enregistrer(@ModelAttribute FormulaireDeLieu f, BindingResult lecture, Model modele, RedirectAttributes suite) {
    AtomicReference<Tenu> tenu = new AtomicReference<>(new Tenu(f.id() == null ? 0 : f.id(), 0));
    try {
      Refus.exigerLisible(lecture);
      versions.ecrire(fiche, f.id(), f, () -> lieux.pourChanger(f.id()).map(FormulaireDeLieu::de), g -> tenu.set(tenir.tenir(g.lieu())));
    } catch (ChangeEntreTemps change) {
      return change.page(formulaire(change.formulaire(FormulaireDeLieu.class), null, modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(formulaire(f, Refus.de(refus), modele), modele);
    }
    return enregistre(f.nom(), tenu.get(), suite);
  }

  /** Tells those who were told the place as it was. */
  @PostMapping("/informations-collectives/lieux/{id}/prevenir")
  Object prevenir(@PathVariable int id, Model modele, RedirectAttributes suite) {
    AtomicInteger dites = new AtomicInteger();
    try {
      versions.agir(fiche, id, () -> lieux.pourChanger(id).map(FormulaireDeLieu::de), _ -> false, () -> dites.set(prevenir.executer(id)));
    } catch (ChangeEntreTemps change) {
      String page = un(id, modele);
      // nothing was typed: the page says what changed, its form has nothing to choose from
      modele.addAttribute(Refus.CLE, Refus.de(change))
          .addAttribute("version", new Versions.EnFormulaire(((Versions.EnFormulaire) modele.getAttribute("version")).texte(), null));
      return change.page(page, modele);
    }
    suite.addFlashAttribute(Message.CLE, dites.get() == 0 ? Message.information("Tout le monde est déjà prévenu : rien n'est écrit une seconde fois.")
        : Message.fait("%s : lettres, SMS et courriels sont écrits, et attendent dans Courriers. Qui avait confirmé n'a pas à confirmer de nouveau."
            .formatted(Francais.compte(dites.get(), "personne est prévenue du changement", "personnes sont prévenues du changement"))));
    return "redirect:/informations-collectives/lieux/" + id;
  }

  /** What the save did to what was told and planned; the page of the place shows it, the list when there is nothing to see. */
  private String enregistre(String nom, Tenu tenu, RedirectAttributes suite) {
    LieuDeRendezVous lieu = lieux.un(tenu.id()).orElse(null);
    PrevenuesDeLAncienLieu.Part anciennes = lieu == null ? PrevenuesDeLAncienLieu.Part.VIDE : prevenues.montrer(lieu);
    boolean aVoir = anciennes.total() > 0 || lieu != null && !lieu.actif() && lieux.prevu(lieu.id()).quelqueChose();
    suite.addFlashAttribute(Message.CLE, Message.fait("%s est enregistré.%s%s".formatted(nom, tenu.recrits() == 0 ? ""
        : " %s avec le nouveau lieu.".formatted(Francais.compte(tenu.recrits(), "message pas encore parti est récrit",
        "messages pas encore partis sont récrits")),
        anciennes.total() == 0 ? "" : " %s : voyez plus bas pour les prévenir.".formatted(anciennes.phrase()))));
    return "redirect:/informations-collectives/lieux" + (aVoir ? "/" + tenu.id() : "");
  }

  private String formulaire(FormulaireDeLieu f, Refus refus, Model modele) {
    Optional<LieuDeRendezVous> lieu = Optional.ofNullable(f.id()).flatMap(lieux::un);
    lieu.ifPresent(l -> modele.addAttribute("prevenues", prevenues.montrer(l)));
    lieu.filter(l -> !l.actif()).ifPresent(l -> modele.addAttribute("prevu", lieux.prevu(l.id())));
    modele.addAttribute("f", f).addAttribute("version", versions.enFormulaire(fiche, f.id(), f)).addAttribute("communes", structures.communes())
        .addAttribute("territoires", structures.territoires());
    if (refus != null) {
      modele.addAttribute(Refus.CLE, refus);
    }
    return "rendezvous/lieu";
  }
}
