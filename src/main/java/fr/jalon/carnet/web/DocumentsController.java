package fr.jalon.carnet.web;

import fr.jalon.carnet.application.JoindreUnDocument;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Telechargement;
import fr.jalon.habilitations.EnvoiPermis;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents attached to what is written in a notebook. */
@Controller
@PreAuthorize("hasAuthority('CARNET')")
class DocumentsController {
  private static final String ADRESSE = "/carnet/documents";
  private final JoindreUnDocument joindre;

  DocumentsController(JoindreUnDocument joindre) {
    this.joindre = joindre;
  }

  @PostMapping(ADRESSE)
  String joindre(@RequestParam long entree, @RequestParam long personne, @RequestParam(required = false) MultipartFile fichier,
      RedirectAttributes suite)
      throws IOException {
    byte[] contenu = fichier == null ? new byte[0] : fichier.getBytes();
    Message.dire(suite, () -> {
      joindre.executer(entree, fichier == null ? null : fichier.getOriginalFilename(), contenu);
      return "Le document est joint : le lisent ceux qui lisent cet écrit.";
    });
    return "redirect:/carnet/" + personne + "?ecrit=" + entree;
  }

  @GetMapping(ADRESSE + "/{document}")
  ResponseEntity<byte[]> lire(@PathVariable long document) {
    return Telechargement.de(joindre.lire(document).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  /** The documents. */
  @Configuration("envoisDuCarnet")
  static class Envois {
    private static final int PLAFOND = 21;

    @Bean
    EnvoiPermis envoiDUnDocumentDeCarnet() {
      return new EnvoiPermis(ADRESSE, "CARNET", DataSize.ofMegabytes(PLAFOND));
    }
  }
}
