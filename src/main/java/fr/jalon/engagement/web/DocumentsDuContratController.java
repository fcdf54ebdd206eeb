package fr.jalon.engagement.web;

import fr.jalon.ecran.Telechargement;
import fr.jalon.ecran.Temoin;
import fr.jalon.engagement.application.PresenterLeContrat;
import fr.jalon.engagement.application.SignerLeContrat;
import fr.jalon.habilitations.EnvoiPermis;
import fr.jalon.socle.DocumentGarde;
import fr.jalon.socle.NatureDeDocument;
import fr.jalon.socle.PersonneMontree;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The documents of a contract: read over, presented, signed on paper. */
@Controller
@PreAuthorize("hasAuthority('ENGAGEMENTS')")
class DocumentsDuContratController {
  private static final String PAPIER = "/contrats/papier";
  private final PresenterLeContrat presenter;
  private final SignerLeContrat signer;
  private final ComposerLaPageDuContrat page;
  private final Temoin temoin;

  DocumentsDuContratController(PresenterLeContrat presenter, SignerLeContrat signer, ComposerLaPageDuContrat page, Temoin temoin) {
    this.presenter = presenter;
    this.signer = signer;
    this.page = page;
    this.temoin = temoin;
  }

  /** Who is shown. */
  record Apercu(@PersonneMontree long personneId) {}

  @GetMapping(ContratController.ADRESSE + "/versions/{version}/apercu")
  ResponseEntity<byte[]> apercu(@PathVariable long personne, @PathVariable long version) {
    byte[] pdf = presenter.apercu(personne, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    temoin.exporter("Contrat d'engagement à relire", new Apercu(personne));
    return Telechargement.de(new DocumentGarde("contrat-a-relire.pdf", NatureDeDocument.PDF, pdf));
  }

  @GetMapping(ContratController.ADRESSE + "/documents/{document}")
  ResponseEntity<byte[]> document(@PathVariable long personne, @PathVariable long document) {
    return Telechargement.de(presenter.lire(personne, document).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  @PostMapping(PAPIER)
  Object papier(@RequestParam long personne, @RequestParam long contrat, @RequestParam(required = false) MultipartFile fichier,
      @ModelAttribute FormulaireDeContrat f, Model modele, RedirectAttributes suite) throws IOException {
    byte[] contenu = fichier == null ? new byte[0] : fichier.getBytes();
    String nom = fichier == null ? null : fichier.getOriginalFilename();
    return page.faire(personne, "papier-" + contrat, f, modele, suite, () -> {
      signer.surPapier(personne, contrat, f.jour(), nom, contenu);
      return "Le contrat signé sur papier est gardé, chiffré : il est en vigueur à sa date.";
    });
  }

  /** The paper signed. */
  @Configuration("envoisDesContrats")
  static class Envois {
    private static final int PLAFOND = 21;

    @Bean
    EnvoiPermis envoiDuContratSigne() {
      return new EnvoiPermis(PAPIER, "ENGAGEMENTS", DataSize.ofMegabytes(PLAFOND));
    }
  }
}
