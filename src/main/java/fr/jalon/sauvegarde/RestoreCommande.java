package fr.jalon.sauvegarde;

import fr.jalon.demarrage.BaseDuHome;
import fr.jalon.demarrage.CommandeServeur;
import fr.jalon.demarrage.DemarrageImpossible;
import fr.jalon.demarrage.JalonHome;
import fr.jalon.demarrage.Lancement;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.FichierChiffre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./jalon restore}: a backup put back on an empty machine, or in the place of the data of a home. The server must not run. The whole file
 * is read and checked first, then everything is made beside: what was there goes at the end, once what replaces it is whole.
 */
@Command(name = "restore", description = "Remet une sauvegarde dans un Jalon vide.",
    footer = {"",
        "Base embarquée : un dossier qui contient déjà des données est refusé, sauf avec --remplacer ; elles ne s'effacent qu'une fois la sauvegarde remise en entier.",
        "Base externe (JALON_DB_URL) : elle doit être vide, Jalon n'y efface jamais rien."})
final class RestoreCommande implements CommandeServeur {
  @Parameters(paramLabel = "FICHIER", description = "Sauvegarde faite par ./jalon backup.")
  private Path fichier;
  @Option(names = "--cle", paramLabel = "FICHIER", description = "Fichier de la clé de l'instance (sinon JALON_CLE, sinon « cle » dans JALON_HOME).")
  private Path fichierDeCle;
  @Option(names = "--remplacer", description = "Mettre la sauvegarde à la place des données de ce dossier, qui sont effacées.")
  private boolean remplacer;

  @Override
  public void avantDemarrage(Lancement lancement) {
    lancement.seulement(() -> restaurer(lancement.home(), new StandardEnvironment()));
  }

  @Override
  public int apresDemarrage(ApplicationContext contexte) {
    throw new IllegalStateException("rien n'est démarré");
  }

  int restaurer(JalonHome home, ConfigurableEnvironment reglages) throws SQLException {
    long debut = System.nanoTime();
    // one sentence at the end is enough
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(ch.qos.logback.classic.Level.WARN);
    boolean cleAilleurs = !reglages.getProperty("jalon.cle", "").isBlank();
    String cle = cle(home, reglages.getProperty("jalon.cle", "").strip());
    if (!Files.isRegularFile(fichier)) {
      throw new DemarrageImpossible("« " + fichier + " » n'existe pas : donnez le fichier écrit par ./jalon backup.");
    }
    LectureDeSauvegarde sauvegarde = new LectureDeSauvegarde(new FichierChiffre(new Chiffrement(decoder(cle))), fichier);
    FichiersDuHome fichiers = new FichiersDuHome(home.dossier(), reglages::getProperty);
    Manifeste m = verifier(sauvegarde, fichiers);
    Optional<Path> cleRemplacee;
    try (BaseDuHome base = BaseDuHome.pourRestaurer(home, reglages, remplacer)) {
      refuserCeQuiSertDeja(base, home, m, cleAilleurs ? null : cle);
      boolean dansLaBase = false;
      try {
        new Restaurer(base.nouvelle(), fichiers).depuis(sauvegarde, m);
        base.remplacer();
        dansLaBase = true;
        cleRemplacee = home.garderLaCle(cleAilleurs ? null : cle);
        fichiers.mettreEnPlace(remplacer);
      } catch (IOException | SQLException | FlywayException e) {
        throw new DemarrageImpossible("La restauration s'est arrêtée (" + String.valueOf(e.getMessage()).strip().lines().findFirst()
            .orElse("") + ") : " + (dansLaBase
            ? "les tables sont remises, mais ni la clé ni les fichiers (" + m.fichiers()
            .size() + ") ne le sont tous. Vérifiez la place et vos droits sur « " + home.dossier() + " », puis recommencez avec --remplacer."
            : base.externe() ? "la base externe est restée sans données ; donnez la même commande encore une fois."
            : "rien n'a été changé. Vérifiez la place sur le disque, puis recommencez."), e);
      } finally {
        fichiers.abandonner();
      }
    }
    System.out.printf(Locale.FRENCH, "Restauré : %,d lignes de %d tables et %d fichiers, tels qu'ils étaient le %s, en %.0f s.%n", m.lignes(),
        m.tables().size(), m.fichiers().size(),
        m.faiteLe().atZoneSameInstant(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("dd/MM/uuuu 'à' HH:mm")),
        (System.nanoTime() - debut) / 1e9);
    cleRemplacee.ifPresent(ou -> System.out.println("Ce dossier avait une autre clé : elle est gardée dans « " + ou + " »."));
    System.out.println("Démarrez-le : JALON_DEPARTEMENT=" + (m.departement() == null ? "NN" : m.departement()) + " ./jalon serve");
    return 0;
  }

  private Manifeste verifier(LectureDeSauvegarde sauvegarde, FichiersDuHome fichiers) {
    try {
      if (remplacer && fichiers.effacerait(fichier)) {
        throw new DemarrageImpossible("« " + fichier + " » est parmi les fichiers que --remplacer efface : mettez-la ailleurs. Rien n'a été changé.");
      }
      return sauvegarde.verifier();
    } catch (IOException e) {
      throw new DemarrageImpossible("« " + fichier + " » ne se lit pas : " + e.getMessage() + " Rien n'a été changé.", e);
    }
  }

  /** @param cle the one that would be written in the home, or {@code null} when it stays elsewhere */
  private void refuserCeQuiSertDeja(BaseDuHome base, JalonHome home, Manifeste m, String cle) throws SQLException {
    String autrui = base.externe() ? Restaurer.tableDAutrui(base.presente(), m) : null;
    if (autrui != null) {
      throw new DemarrageImpossible("La base externe (JALON_DB_URL) contient « " + autrui
          + " », qui n'est pas dans cette sauvegarde : créez une base vide, pour Jalon seul. Rien n'a été changé.");
    }
    if (!remplacer && Restaurer.pleine(base.presente())) {
      throw new DemarrageImpossible(base.externe()
          ? "La base externe (JALON_DB_URL) contient déjà des données : Jalon n'y efface rien. Créez une base vide et donnez-la dans JALON_DB_URL. Rien n'a été changé."
          : "« " + home.dossier()
          + " » contient déjà des données : donnez un autre dossier (JALON_HOME), ou ajoutez --remplacer pour les effacer. Rien n'a été changé.");
    }
    try {
      if (base.externe() && cle != null && home.cle().filter(autre -> !autre.equals(cle)).isPresent()) {
        throw new DemarrageImpossible("« " + home.dossier()
            + " » garde une autre clé, celle d'une autre instance, dont les NIR ne se liraient plus : donnez un autre dossier (JALON_HOME), ou la clé dans JALON_CLE. "
            + "Rien n'a été changé.");
      }
    } catch (IOException e) {
      throw new DemarrageImpossible("La clé de « " + home.dossier() + " » ne peut pas être lue (" + e.getMessage()
          + ") : vérifiez vos droits. Rien n'a été changé.", e);
    }
  }

  /** From the option, else the environment, else the home. */
  private String cle(JalonHome home, String environnement) {
    try {
      if (fichierDeCle != null) {
        return Files.readString(fichierDeCle).strip();
      }
      if (!environnement.isEmpty()) {
        return environnement;
      }
      Optional<String> duHome = home.cle();
      if (duHome.isPresent()) {
        return duHome.get();
      }
    } catch (IOException e) {
      throw new DemarrageImpossible("La clé ne peut pas être lue (" + e.getMessage() + ") : vérifiez le fichier donné à --cle.", e);
    }
    throw new DemarrageImpossible("Il manque la clé de cette sauvegarde : donnez-la par --cle FICHIER (le fichier « cle » de l'instance sauvegardée) ou dans JALON_CLE.");
  }

  private static byte[] decoder(String cle) {
    try {
      byte[] secret = Base64.getDecoder().decode(cle);
      if (secret.length >= 32) {
        return secret;
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw new DemarrageImpossible("La clé donnée n'est pas une clé de Jalon : c'est une ligne en base64 d'au moins 32 octets.");
  }
}
