package fr.jalon.echanges.registre.web;

import fr.jalon.ecran.Message;
import fr.jalon.echanges.caf.application.DeposerFichier;
import fr.jalon.echanges.caf.application.DeposerFichier.Depot;
import fr.jalon.habilitations.EnvoiPermis;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Receives files: from the drop zone, one request a file and its bytes as they are; from the plain form when there is no script. */
@Controller
@PreAuthorize("hasAuthority('IMPORTS')")
class DepotController {
  private final DeposerFichier deposer;

  DepotController(DeposerFichier deposer) {
    this.deposer = deposer;
  }

  @PostMapping(path = "/imports/depot", consumes = "application/octet-stream")
  ResponseEntity<Map<String, Object>> recevoir(@RequestParam String nom,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate recuLe,
      HttpServletRequest requete) throws IOException {
    try {
      Depot depot = deposer.executer(nom, recuLe, requete.getInputStream(), requete.getContentLengthLong());
      return ResponseEntity.ok(Map.of("adresse", "/imports/" + depot.importId(), "phrase", depot.phrase(), "nouveau", depot.nouveau()));
    } catch (RefusMetier refus) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of("phrase", refus.getMessage()));
    }
  }

  @PostMapping(path = "/imports", consumes = "multipart/form-data")
  String recevoirSansScript(@RequestParam List<MultipartFile> fichiers,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate recuLe, RedirectAttributes suite) throws IOException {
    List<Depot> depots = new ArrayList<>();
    try {
      for (MultipartFile fichier : fichiers) {
        try (InputStream contenu = fichier.getInputStream()) {
          depots.add(deposer.executer(fichier.getOriginalFilename(), recuLe, contenu, fichier.getSize()));
        }
      }
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return "redirect:/imports";
    }
    depots.stream().filter(d -> !d.nouveau()).map(Depot::phrase).reduce((a, b) -> a + " " + b)
        .ifPresent(phrase -> suite.addFlashAttribute(Message.CLE, Message.information(phrase)));
    return depots.size() == 1 ? "redirect:/imports/" + depots.getFirst().importId() : "redirect:/imports";
  }

  /** A monthly file of a large Département. */
  @Configuration
  static class Envois {
    @Bean
    EnvoiPermis depotDeFichier() {
      return new EnvoiPermis("/imports/depot", "IMPORTS", DataSize.ofGigabytes(4));
    }

    @Bean
    EnvoiPermis depotSansScript() {
      return new EnvoiPermis("/imports", "IMPORTS", DataSize.ofGigabytes(4));
    }
  }
}
