package fr.jalon.courriers.web;

import fr.jalon.courriers.application.ApercuDeModele;
import fr.jalon.courriers.application.EnregistrerModele;
import fr.jalon.courriers.application.Entetes;
import fr.jalon.courriers.application.Modeles;
import fr.jalon.courriers.domaine.Textes;
import fr.jalon.courriers.impression.Lettre;
import fr.jalon.courriers.impression.LettresEnPdf;
import fr.jalon.courriers.web.PageDUnModele.Apercu;
import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Temoin;
import fr.jalon.ecran.Versions;
import fr.jalon.socle.RefusMetier;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The models, their texts, how they read. */
@Controller
@PreAuthorize("hasAuthority('MODELES_DE_COURRIER')")
class ModelesController {
  private static final Fiche FICHE = Fiche.de("MODELE", "ce modèle").champ("objet", "Objet").champ("lettre", "Lettre").champ("sms", "SMS")
      .champ("courriel", "Courriel");
  private final Modeles modeles;
  private final Entetes entetes;
  private final EnregistrerModele enregistrer;
  private final ApercuDeModele apercu;
  private final LettresEnPdf pdf;
  private final Temoin temoin;
  private final Regard regard;
  private final Versions versions;

  ModelesController(Modeles modeles, Entetes entetes, EnregistrerModele enregistrer, ApercuDeModele apercu, LettresEnPdf pdf,
      Temoin temoin, Regard regard,
      Versions versions) {
    this.modeles = modeles;
    this.entetes = entetes;
    this.enregistrer = enregistrer;
    this.apercu = apercu;
    this.pdf = pdf;
    this.temoin = temoin;
    this.regard = regard;
    this.versions = versions;
  }

  /** The fields of the form. */
  record Saisie(String objet, String lettre, String courriel, String sms, String raison, String q, Long personne) {
    static Saisie de(Textes t) {
      return new Saisie(t.objet(), t.lettre(), t.courriel(), t.sms(), "", "", null);
    }

    Textes textes() {
      return new Textes(objet, lettre, courriel, sms);
    }
  }

  @GetMapping("/modeles-de-courrier")
  String liste(Model modele) {
    modele.addAttribute("modeles", modeles.tous().stream().map(m -> modeles.enVigueur(m.code())).toList());
    modele.addAttribute("entete", entetes.enVigueur());
    return "courriers/modeles";
  }

  @GetMapping("/modeles-de-courrier/{code}")
  String modele(@PathVariable String code, @RequestParam(required = false) Long version,
      @RequestParam(defaultValue = "false") boolean origine, Model modele) {
    Modeles.EnVigueur enVigueur = enVigueur(code);
    Textes textes = origine ? enVigueur.modele().textes() : version == null ? enVigueur.textes()
        : enregistrer.textes(code, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return afficher(code, new Saisie(textes.objet(), textes.lettre(), textes.courriel(), textes.sms(),
        origine ? "Retour au texte d'origine" : version == null ? "" : "Retour à une version d'avant", "", null),
        Refus.AUCUN, modele);
  }

  @PostMapping("/modeles-de-courrier/{code}")
  Object enregistrer(@PathVariable String code, Saisie saisie, Model modele, RedirectAttributes suite) {
    Modeles.EnVigueur avant = enVigueur(code);
    Map<String, List<String>> erreurs = avant.modele().erreurs(saisie.textes());
    if (!erreurs.isEmpty()) {
      Map<String, String> fautes = new LinkedHashMap<>();
      erreurs.forEach((champ, phrases) -> fautes.put(champ, String.join(" ", phrases)));
      return Refus.page(afficher(code, saisie, Refus.de(fautes), modele), modele);
    }
    try {
      AtomicBoolean change = new AtomicBoolean();
      versions.ecrire(FICHE, code, saisie, () -> Optional.of(Saisie.de(enregistrer.pourChanger(code))),
          s -> change.set(enregistrer.executer(code, s.textes(), s.raison())));
      suite.addFlashAttribute(Message.CLE, change.get()
          ? Message.fait("Le nouveau texte sert dès maintenant. Les courriers déjà écrits ne changent pas.")
          : Message.information("Rien n'a changé."));
      return "redirect:/modeles-de-courrier/" + code;
    } catch (ChangeEntreTemps entreTemps) {
      return entreTemps.page(afficher(code, entreTemps.formulaire(Saisie.class), Refus.AUCUN, modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(code, saisie, Refus.de(refus), modele), modele);
    }
  }

  /** At each pause of the typing. */
  @PostMapping("/modeles-de-courrier/{code}/apercu")
  String apercu(@PathVariable String code, Saisie saisie, Model modele) {
    enVigueur(code);
    modele.addAttribute("apercu", voir(code, saisie));
    return "courriers/apercu";
  }

  /** The letter being typed, as it would be printed. */
  @PostMapping("/modeles-de-courrier/{code}/pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String code, Saisie saisie) {
    if (!enVigueur(code).modele().erreurs(saisie.textes()).isEmpty()) {
      throw new RefusMetier("MODELE_FAUX", "Ce texte ne peut pas encore être imprimé : revenez à la page et corrigez ce qui y est signalé.");
    }
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    Lettre lettre = apercu.lettre(code, saisie.textes(), personne(saisie));
    pdf.ecrire("Aperçu", List.of(lettre), sortie);
    temoin.exporter("Aperçu d'un modèle de courrier", lettre);
    return CourriersController.enPdf(sortie.toByteArray(), "apercu.pdf");
  }

  private String afficher(String code, Saisie saisie, Refus refus, Model modele) {
    Modeles.EnVigueur v = enVigueur(code);
    modele.addAttribute("page", new PageDUnModele(v.modele(), saisie.textes(), versions.enFormulaire(FICHE, code, Saisie.de(v.textes())),
        saisie.raison() == null ? "" : saisie.raison(),
        refus, voir(code, saisie), enregistrer.versions(code), regard.peut("DOSSIERS")));
    return "courriers/modele";
  }

  private Apercu voir(String code, Saisie saisie) {
    Map<String, List<String>> erreurs = modeles.modele(code).erreurs(saisie.textes());
    List<ApercuDeModele.Trouvee> trouvees = regard.peut("DOSSIERS") && saisie.q() != null ? apercu.chercher(saisie.q()) : List.of();
    Long choisie = trouvees.stream().map(ApercuDeModele.Trouvee::id).filter(id -> id.equals(saisie.personne())).findFirst()
        .orElse(trouvees.isEmpty() ? null : trouvees.getFirst().id());
    return new Apercu(erreurs, erreurs.isEmpty() ? apercu.voir(code, saisie.textes(), choisie) : null, saisie.q() == null ? "" : saisie.q(), trouvees,
        choisie, regard.peut("DOSSIERS"));
  }

  private Long personne(Saisie saisie) {
    return regard.peut("DOSSIERS") ? saisie.personne() : null;
  }

  private Modeles.EnVigueur enVigueur(String code) {
    if (!modeles.existe(code)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return modeles.enVigueur(code);
  }
}
