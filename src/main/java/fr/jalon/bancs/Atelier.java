package fr.jalon.bancs;

import fr.jalon.echanges.caf.application.Avancement;
import fr.jalon.echanges.caf.application.ChargerFichier;
import fr.jalon.echanges.caf.application.ChargerFichier.Demande;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.habilitations.AgentSysteme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the benches work on: a home that is theirs, emptied before each measure, and the loader everyone uses. */
@Component
class Atelier {
  static final String DEPARTEMENT = "07";
  private static final String A_VIDER =
      "allocataires.fusion_suite, allocataires.fusion, allocataires.doublon, allocataires.situation, allocataires.paiement,"
      + " allocataires.creance, allocataires.ressource, allocataires.membre, allocataires.adresse, allocataires.montant, allocataires.droit,"
      + " allocataires.identite_precedente, allocataires.foyer, allocataires.personne, orientation.passage, orientation.suivi, orientation.entree,"
      + " echeances.echeance, echanges.rejet, echanges.anomalie, echanges.presence_journaliere, echanges.import_organisme, echanges.morceau, echanges.import";
  private final ChargerFichier chargement;
  private final AgentSysteme systeme;
  private final JdbcClient base;
  private final Path home;

  Atelier(ChargerFichier chargement, AgentSysteme systeme, @Qualifier("chargement") JdbcClient base, @Value("${jalon.home}") Path home) {
    this.chargement = chargement;
    this.systeme = systeme;
    this.base = base;
    this.home = home;
  }

  /** A bench empties what it finds: only in a home made for it. */
  void verifierLeDossier() {
    if (!Files.exists(home.resolve("banc-d-essai"))) {
      throw new IllegalStateException("Un banc d'essai efface les données qu'il trouve. Lancez-le par ./jalon bench, qui lui donne un dossier à lui.");
    }
  }

  Path dossier() {
    try {
      return Files.createDirectories(home.resolve("fichiers-du-banc"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void vider() {
    base.sql("truncate " + A_VIDER + " restart identity cascade").update();
  }

  /** Removes a folder made for a bench, with all it holds. */
  static void effacer(Path dossier) throws IOException {
    try (Stream<Path> tout = Files.walk(dossier)) {
      for (Path p : tout.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(p);
      }
    }
  }

  /** Loads a file; the bench has no sense if it is refused. */
  Rapport charger(Path fichier) {
    Rapport r = systeme.agir("banc", () -> chargement.charger(new Demande(fichier, fichier.getFileName().toString(), null, "Fichier du banc"),
        Avancement.AUCUN));
    if (!"CHARGE".equals(r.statut()) || !r.rejets().isEmpty()) {
      throw new IllegalStateException("Le fichier du banc n'est pas chargé : " + r.statut() + " " + r.motif() + " " + r.rejets().stream()
          .findFirst());
    }
    return r;
  }
}
