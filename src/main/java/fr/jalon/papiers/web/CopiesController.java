package fr.jalon.papiers.web;

import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Telechargement;
import fr.jalon.habilitations.EnvoiPermis;
import fr.jalon.papiers.application.GarderUneCopie;
import fr.jalon.socle.RefusMetier;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The copies of papers: kept, given back, erased. */
@Controller
@PreAuthorize("hasAuthority('PAPIERS')")
class CopiesController {
  private static final String ADRESSE = "/papiers/copies";
  private final GarderUneCopie copies;
  private final ComposerLaPage page;

  CopiesController(GarderUneCopie copies, ComposerLaPage page) {
    this.copies = copies;
    this.page = page;
  }

  @PostMapping(ADRESSE)
  Object garder(@RequestParam long papier, @RequestParam long personne, @RequestParam(required = false) MultipartFile fichier, Model modele,
      RedirectAttributes suite) throws IOException {
    byte[] contenu = fichier == null ? new byte[0] : fichier.getBytes();
    try {
      copies.executer(personne, papier, fichier == null ? null : fichier.getOriginalFilename(), contenu);
    } catch (RefusMetier refus) {
      return Refus.page(page.refuser(personne, "copie-" + papier, FormulaireDePapier.vide(null, null), refus, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("La copie est gardée, chiffrée."));
    return "redirect:/papiers/" + personne;
  }

  @GetMapping(ADRESSE + "/{copie}")
  ResponseEntity<byte[]> lire(@PathVariable long copie) {
    return Telechargement.de(copies.lire(copie).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  @PostMapping("/papiers/{personne}/{papier}/effacement")
  String effacer(@PathVariable long personne, @PathVariable long papier, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      copies.effacer(personne, papier);
      return "La copie est effacée. Il reste que le papier a été vu.";
    });
    return "redirect:/papiers/" + personne;
  }

  /** The copies. */
  @Configuration("envoisDesPapiers")
  static class Envois {
    private static final int PLAFOND = 21;

    @Bean
    EnvoiPermis envoiDeLaCopieDUnPapier() {
      return new EnvoiPermis(ADRESSE, "PAPIERS", DataSize.ofMegabytes(PLAFOND));
    }
  }
}
