package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.application.EntrerEnIntensif;
import fr.jalon.accompagnement.application.SortirDIntensif;
import fr.jalon.accompagnement.domaine.MotifDeSortie;
import fr.jalon.accompagnement.domaine.SortieIntensive;
import fr.jalon.accompagnement.lecture.FiltresDuPortefeuille;
import fr.jalon.accompagnement.lecture.MembreDuPortefeuille;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Rubrique;
import fr.jalon.ecran.Temoin;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The intensive portfolios: which there are, who is in one, who enters it, who leaves it. */
@Controller
@PreAuthorize("hasAuthority('INTENSIF')")
class PortefeuillesController {
  private static final String ECRIRE = "hasAuthority('INTENSIF') and hasAuthority('ACCOMPAGNEMENT')";
  private final ComposerUnPortefeuille composer;
  private final EntrerEnIntensif entrer;
  private final SortirDIntensif sortir;
  private final Temoin temoin;
  private final Clock horloge;

  PortefeuillesController(ComposerUnPortefeuille composer, EntrerEnIntensif entrer, SortirDIntensif sortir, Temoin temoin, Clock horloge) {
    this.composer = composer;
    this.entrer = entrer;
    this.sortir = sortir;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/portefeuilles-intensifs")
  String tous(Model modele) {
    modele.addAttribute("page", composer.tous());
    return "accompagnement/portefeuilles";
  }

  @GetMapping("/portefeuilles-intensifs/membres")
  String membres(FiltresDuPortefeuille filtres, Model modele) {
    return afficher(filtres, new PageDuPortefeuille.Saisie(null, null, LocalDate.now(horloge).toString(), null), Map.of(), Refus.AUCUN, modele);
  }

  @GetMapping("/portefeuilles-intensifs/membres/export")
  void export(FiltresDuPortefeuille filtres, HttpServletResponse reponse) {
    ComposerUnPortefeuille.Export export = composer.export(filtres);
    if (!export.permis()) {
      throw new AccessDeniedException("EXPORTS");
    }
    List<MembreDuPortefeuille> lignes = export.lignes();
    Classeur.telecharger(reponse, "portefeuille-intensif-" + LocalDate.now(horloge), "Portefeuille intensif", List.of(
        new Colonne<>("Nom", 22, MembreDuPortefeuille::nom),
        new Colonne<>("Prénom", 18, MembreDuPortefeuille::prenom),
        new Colonne<>("Date de naissance", 12, MembreDuPortefeuille::naissance),
        new Colonne<>("Commune", 22, MembreDuPortefeuille::commune),
        new Colonne<>("Parcours", 20, l -> l.parcours() == null ? null : l.parcours().libelle()),
        new Colonne<>("Entrée le", 12, MembreDuPortefeuille::entreLe),
        new Colonne<>("Pourquoi", 44, MembreDuPortefeuille::raison),
        new Colonne<>("Dernier contact", 12, MembreDuPortefeuille::dernier),
        new Colonne<>("À voir avant le", 12, l -> l.sortiLe() == null ? l.aVoirAvant() : null),
        new Colonne<>("Prochain rendez-vous", 12, MembreDuPortefeuille::prevuLe),
        new Colonne<>("Freins levés", 10, l -> export.freins() ? l.freinsLeves() : null),
        new Colonne<>("Au RSA", 8, l -> l.auRsa() ? "oui" : "non"),
        new Colonne<>("À régler", 30, MembreDuPortefeuille::pourquoiEnClair),
        new Colonne<>("Sortie le", 12, MembreDuPortefeuille::sortiLe),
        new Colonne<>("Pourquoi elle est sortie", 40, MembreDuPortefeuille::sortieEnClair)),
        temoin.lignes("Portefeuille intensif de %s (%s) : %d personnes".formatted(export.qui(), filtres.onglet().libelle(), lignes.size()),
            lignes.stream()));
  }

  @GetMapping("/portefeuilles-intensifs/entree")
  @PreAuthorize(ECRIRE)
  String entree(FormulaireDEntree f, Model modele) {
    FormulaireDEntree debut = new FormulaireDEntree(f.referent(), f.personnes(), LocalDate.now(horloge).toString(), "", "", "");
    modele.addAttribute("page", composer.entree(debut, Map.of(), Refus.AUCUN));
    return "accompagnement/entree-intensive";
  }

  @PostMapping("/portefeuilles-intensifs/entree")
  @PreAuthorize(ECRIRE)
  Object entrer(FormulaireDEntree f, Model modele, RedirectAttributes suite) {
    Map<Long, String> refus;
    try {
      f.exigerLisible();
      refus = entrer.executer(f.entree());
    } catch (RefusMetier non) {
      modele.addAttribute("page", composer.entree(f, Map.of(), Refus.de(non).dansLOrdre("personnes", "le", "raison", "acceptePar", "accepteRaison")));
      return Refus.page("accompagnement/entree-intensive", modele);
    }
    if (!refus.isEmpty()) {
      modele.addAttribute("page", composer.entree(f, refus, Refus.de(rien(refus))));
      return Refus.page("accompagnement/entree-intensive", modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("%s dans le portefeuille. Le rythme part du jour de l'entrée."
        .formatted(Francais.compte(f.personnes().size(), "personne est entrée", "personnes sont entrées"))));
    return "redirect:" + new FiltresDuPortefeuille(null, f.referent(), null, 1).adresse();
  }

  @PostMapping("/portefeuilles-intensifs/sortie")
  @PreAuthorize(ECRIRE)
  Object sortir(FiltresDuPortefeuille filtres, PageDuPortefeuille.Saisie f, Model modele, RedirectAttributes suite) {
    Map<Long, String> refus;
    try {
      refus = sortir.executer(new SortieIntensive(f.entrees(), DatesPlausibles.lireOuRien(f.sortieLe()), MotifDeSortie.de(f.motif()).orElse(null),
          f.precision()));
    } catch (RefusMetier non) {
      return Refus.page(afficher(filtres, f, Map.of(), Refus.de(non).dansLOrdre("entrees", "motif", "sortieLe", "precision"), modele), modele);
    }
    if (!refus.isEmpty()) {
      return Refus.page(afficher(filtres, f, refus, Refus.de(rien(refus)), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("%s du portefeuille, avec la raison. L'onglet « Sorties » les garde ; une erreur se retire dans "
        .formatted(Francais.compte(f.entrees().size(), "personne est sortie", "personnes sont sorties")) + "leur dossier."));
    return "redirect:" + filtres.ici();
  }

  @PostMapping("/portefeuilles-intensifs/entrees/{entree}/annuler")
  @PreAuthorize(ECRIRE)
  String annuler(@PathVariable long entree, @RequestParam long personne, @RequestParam(defaultValue = "") String motif, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      sortir.annuler(entree, personne, motif);
      return "Cette entrée ne compte plus. Elle reste lisible, avec la raison.";
    });
    return "redirect:" + PartieDuDossier.PARCOURS.adresse(personne);
  }

  @PostMapping("/portefeuilles-intensifs/entrees/{entree}/revenir")
  @PreAuthorize(ECRIRE)
  String revenir(@PathVariable long entree, @RequestParam long personne, @RequestParam(defaultValue = "") String motif, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      sortir.revenir(entree, personne, motif);
      return "La sortie est retirée : elle est dans le portefeuille comme si elle n'en était pas sortie.";
    });
    return "redirect:" + PartieDuDossier.PARCOURS.adresse(personne);
  }

  private String afficher(FiltresDuPortefeuille filtres, PageDuPortefeuille.Saisie saisie, Map<Long, String> refus, Refus erreur, Model modele) {
    modele.addAttribute("page", composer.un(filtres, saisie, refus, erreur));
    return "accompagnement/portefeuille";
  }

  /** The reason itself when all have the same: their rows are not always shown. */
  private static String rien(Map<Long, String> refus) {
    List<String> raisons = refus.values().stream().distinct().toList();
    return "Rien n'est enregistré : " + (raisons.size() == 1 ? raisons.getFirst()
        : Francais.compte(refus.size(), "ligne ne peut pas l'être", "lignes ne peuvent pas l'être") + ".");
  }

  /** After the reviews. */
  @Configuration("menuDesPortefeuilles")
  static class Menu {
    @Bean
    EntreeDeMenu menuPortefeuilles() {
      return new EntreeDeMenu(Rubrique.SUIVI, 18, "Portefeuilles intensifs", "/portefeuilles-intensifs", "speedometer2", "INTENSIF");
    }
  }
}
