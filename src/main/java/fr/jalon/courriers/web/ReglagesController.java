package fr.jalon.courriers.web;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.EnregistrerEntete;
import fr.jalon.courriers.application.Entetes;
import fr.jalon.courriers.application.Passerelles;
import fr.jalon.courriers.application.Passerelles.Passerelle;
import fr.jalon.courriers.domaine.Entete;
import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.habilitations.EnvoiPermis;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What every letter bears, and where SMS and e-mails leave from. */
@Controller
@PreAuthorize("hasAuthority('MODELES_DE_COURRIER')")
class ReglagesController {
  private static final String UNIQUE = "departement";
  private static final Fiche ENTETE = Fiche.de("ENTETE", "cet en-tête").champ("expediteur", "Qui écrit").champ("adresse", "Adresse")
      .champ("contact", "Qui joindre")
      .champ("telephone", "Numéro à appeler").champ("recours", "Où écrire pour contester").champ("signature", "Signature").champ("logo", "Logo")
      .champ("logoTexte", "Ce que dit le logo");
  private static final Fiche PASSERELLE = Fiche.de("PASSERELLE", "cet envoi").champ("adresse", "Adresse").champ("port", "Port")
      .champ("securite", "Chiffrement").champ("identifiant", "Compte")
      .champ("expediteur", "Expéditeur").champ("reponse", "Adresse de réponse").secret("secret");
  private final Entetes entetes;
  private final EnregistrerEntete enregistrer;
  private final Passerelles passerelles;
  private final Versions versions;

  ReglagesController(Entetes entetes, EnregistrerEntete enregistrer, Passerelles passerelles, Versions versions) {
    this.entetes = entetes;
    this.enregistrer = enregistrer;
    this.passerelles = passerelles;
    this.versions = versions;
  }

  @GetMapping("/modeles-de-courrier/entete")
  String entete(Model modele) {
    return afficher(entetes.enVigueur(), Map.of(), modele);
  }

  @PostMapping("/modeles-de-courrier/entete")
  Object entete(@RequestParam Map<String, String> champs, @RequestParam(required = false) MultipartFile logo, Model modele, RedirectAttributes suite)
      throws IOException {
    Entete avant = entetes.enVigueur();
    Map<String, String> fautes = new LinkedHashMap<>();
    byte[] image = champs.containsKey("sansLogo") ? null : avant.logo();
    String type = image == null ? null : avant.logoType();
    if (logo != null && !logo.isEmpty()) {
      Optional<String> lu = logo.getSize() > EnregistrerEntete.LOGO_AU_PLUS ? Optional.empty() : EnregistrerEntete.typeDImage(logo.getBytes());
      if (lu.isPresent()) {
        image = logo.getBytes();
        type = lu.get();
      } else {
        fautes.put("logo", "Ce fichier n'est pas une image PNG ou JPEG de 300 Ko au plus (3 000 points de côté).");
      }
    }
    Entete saisie = new Entete(avant.id(), texte(champs, "expediteur"), texte(champs, "adresse"), texte(champs, "contact"),
        texte(champs, "telephone"), texte(champs, "signature"),
        texte(champs, "recours"), image, type, texte(champs, "logoTexte"));
    enregistrer.erreurs(saisie).forEach(fautes::putIfAbsent);
    if (!fautes.isEmpty()) {
      modele.addAttribute("sansLogo", champs.containsKey("sansLogo"));
      return Refus.page(afficher(EnteteVue.de(saisie).avecLogo(avant), fautes, modele), modele);
    }
    try {
      versions.ecrire(ENTETE, UNIQUE, EnteteVue.de(saisie), () -> Optional.of(EnteteVue.de(enregistrer.pourChanger())),
          v -> enregistrer.executer(v.entete(saisie, entetes.enVigueur())));
    } catch (ChangeEntreTemps change) {
      if (logo != null && !logo.isEmpty()) {
        fautes.put("logo", "Choisissez de nouveau votre image : elle n'est pas enregistrée.");
      }
      modele.addAttribute("sansLogo", champs.containsKey("sansLogo"));
      return change.page(afficher(change.formulaire(EnteteVue.class).avecLogo(entetes.enVigueur()), fautes, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("L'en-tête sert dès maintenant. Les lettres déjà écrites gardent le leur."));
    return "redirect:/modeles-de-courrier/entete";
  }

  @GetMapping("/modeles-de-courrier/envoi")
  String envoi(Model modele) {
    return afficher(connue(Canal.COURRIEL), connue(Canal.SMS), null, Map.of(), modele);
  }

  @PostMapping("/modeles-de-courrier/envoi")
  Object envoi(@RequestParam Canal canal, @RequestParam Map<String, String> champs, Model modele, RedirectAttributes suite) {
    boolean courriel = canal == Canal.COURRIEL;
    boolean garde = passerelles.de(canal).map(Passerelle::avecSecret).orElse(false);
    Passerelle saisie = new Passerelle(canal, texte(champs, "adresse"), courriel && texte(champs, "port")
        .matches("\\d{1,5}") ? Integer.valueOf(texte(champs, "port")) : null,
        courriel ? texte(champs, "securite") : null, courriel ? texte(champs, "identifiant") : null, garde, texte(champs, "expediteur"),
        courriel && !texte(champs, "reponse").isEmpty() ? texte(champs, "reponse") : null);
    String secret = texte(champs, "secret");
    Map<String, String> fautes = passerelles.erreurs(saisie, secret);
    if (!fautes.isEmpty()) {
      Passerelle autre = connue(courriel ? Canal.SMS : Canal.COURRIEL);
      return Refus.page(afficher(courriel ? saisie : autre, courriel ? autre : saisie, canal, fautes, modele), modele);
    }
    try {
      versions.ecrire(PASSERELLE, canal, PasserelleVue.de(saisie, secret),
          () -> Optional.of(PasserelleVue.de(passerelles.pourChanger(canal).orElse(vide(canal)), null)),
          v -> passerelles.regler(v.passerelle(canal, garde), v.secret()));
    } catch (ChangeEntreTemps change) {
      Passerelle voulue = change.formulaire(PasserelleVue.class).passerelle(canal, garde);
      fautes.putAll(secret.isEmpty() ? Map.of() : Map.of("secret", "Tapez-le de nouveau : il n'est pas enregistré."));
      return change.page(afficher(courriel ? voulue : connue(Canal.COURRIEL), courriel ? connue(Canal.SMS) : voulue, canal, fautes, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait(saisie.adresse()
        .isEmpty() ? "C'est retiré : ces messages resteront dans la boîte d'envoi de Jalon."
        : "C'est enregistré : les prochains messages partiront par là."));
    return "redirect:/modeles-de-courrier/envoi";
  }

  private Passerelle connue(Canal canal) {
    return passerelles.de(canal).orElse(vide(canal));
  }

  private static Passerelle vide(Canal canal) {
    return canal == Canal.COURRIEL ? new Passerelle(canal, "", 587, "STARTTLS", "", false, "", "")
        : new Passerelle(canal, "", null, null, null, false, "", null);
  }

  private String afficher(Entete entete, Map<String, String> fautes, Model modele) {
    modele.addAttribute("entete", entete);
    modele.addAttribute("version", versions.enFormulaire(ENTETE, UNIQUE, EnteteVue.de(entetes.enVigueur())));
    modele.addAttribute(Refus.CLE, Refus.de(fautes));
    return "courriers/entete";
  }

  private String afficher(Passerelle courriel, Passerelle sms, Canal faux, Map<String, String> fautes, Model modele) {
    modele.addAttribute("versionCourriel", versions.enFormulaire(PASSERELLE, Canal.COURRIEL, PasserelleVue.de(connue(Canal.COURRIEL), null)));
    modele.addAttribute("versionSms", versions.enFormulaire(PASSERELLE, Canal.SMS, PasserelleVue.de(connue(Canal.SMS), null)));
    modele.addAttribute("courriel", courriel);
    modele.addAttribute("sms", sms);
    Map<String, String> parId = new LinkedHashMap<>();
    fautes.forEach((champ, faute) -> parId.put((faux == Canal.COURRIEL ? "c-" : "s-") + champ, faute));
    modele.addAttribute(Refus.CLE, Refus.de(parId));
    return "courriers/passerelles";
  }

  private static String texte(Map<String, String> champs, String nom) {
    return champs.getOrDefault(nom, "").replace("\r\n", "\n").strip();
  }

  /** The logo and the texts around it. */
  @Configuration
  static class Envois {
    @Bean
    EnvoiPermis envoiDuLogo() {
      return new EnvoiPermis("/modeles-de-courrier/entete", "MODELES_DE_COURRIER", DataSize.ofMegabytes(2));
    }
  }
}
