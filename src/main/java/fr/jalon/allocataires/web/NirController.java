package fr.jalon.allocataires.web;

import fr.jalon.journal.Journal;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.Nir;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/**
 * Unmasks a NIR: only when asked (POST, never in an address), only for the resource {@code NIR} and a person of the perimeter, and traced
 * in the transaction that reads it.
 */
@Controller
class NirController {
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private final Journal journal;
  private final TransactionTemplate transaction;

  NirController(JdbcClient base, Chiffrement chiffrement, Journal journal, TransactionTemplate transaction) {
    this.base = base;
    this.chiffrement = chiffrement;
    this.journal = journal;
    this.transaction = transaction;
  }

  @PostMapping("/dossier/{id}/nir")
  @PreAuthorize("hasAuthority('NIR') and hasAuthority('DOSSIERS')")
  String afficher(@PathVariable long id, @RequestHeader(name = "HX-Request", required = false) String fragment, Model modele) {
    Optional<Nir> nir = transaction.execute(_ -> {
      String nom = base.sql("select prenom || ' ' || nom from allocataires.personne where id = ?").param(id).query(String.class).optional()
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
      modele.addAttribute("nom", nom);
      journal.tracer("NIR_AFFICHE", id, null, "NIR affiché à l'écran");
      return base.sql("select allocataires.nir_chiffre_de(?)").param(id)
          .query((l, _) -> Optional.ofNullable(l.getBytes(1))).single()
          .map(chiffre -> new Nir(new String(chiffrement.dechiffrer(chiffre), StandardCharsets.US_ASCII)));
    });
    modele.addAttribute("id", id);
    modele.addAttribute("nir", nir.map(NirController::espace).orElse("Inconnu"));
    return fragment == null ? "allocataires/nir-page" : "allocataires/nir-affiche";
  }

  /** As on a card: 1 84 12 07 019 042 and the key. */
  private static String espace(Nir nir) {
    String v = nir.valeur();
    return String.join(" ", v.substring(0, 1), v.substring(1, 3), v.substring(3, 5), v.substring(5, 7), v.substring(7, 10), v.substring(10),
        "clé " + nir.cle());
  }
}
