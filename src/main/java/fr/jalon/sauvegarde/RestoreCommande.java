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
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jalon restore}: a backup put back on an empty machine. The server must not run; nothing is touched before the whole file was read and checked. */
@Command(name = "restore", description = "Remet une sauvegarde dans un Jalon vide.",
    footer = {"", "Base embarquée : un dossier qui contient déjà des données est refusé, sauf avec --remplacer, qui les efface.",
        "Base externe (JALON_DB_URL) : elle doit être vide, Jalon n'y efface jamais rien."})
final class RestoreCommande implements CommandeServeur {
  @Parameters(paramLabel = "FICHIER", description = "Sauvegarde faite par ./jalon backup.")
  private Path fichier;
  @Option(names = "--cle", paramLabel = "FICHIER", description = "Fichier de la clé de l'instance (sinon JALON_CLE, sinon « cle » dans JALON_HOME).")
  private Path fichierDeCle;
  @Option(names = "--remplacer", description = "Effacer d'abord les données de ce dossier.")
  private boolean remplacer;

  @Override
  public void avantDemarrage(Lancement lancement) {
    lancement.seulement(() -> restaurer(lancement.home()));
  }

  @Override
  public int apresDemarrage(ApplicationContext contexte) {
    throw new IllegalStateException("rien n'est démarré");
  }

  private int restaurer(JalonHome home) throws SQLException {
    long debut = System.nanoTime();
    // one sentence at the end is enough
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(ch.qos.logback.classic.Level.WARN);
    StandardEnvironment reglages = new StandardEnvironment();
    String cle = cle(home, reglages.getProperty("jalon.cle", "").strip());
    if (!Files.isRegularFile(fichier)) {
      throw new DemarrageImpossible("« " + fichier + " » n'existe pas : donnez le fichier écrit par ./jalon backup.");
    }
    LectureDeSauvegarde sauvegarde = new LectureDeSauvegarde(new FichierChiffre(new Chiffrement(decoder(cle))), fichier);
    Manifeste m;
    try {
      m = sauvegarde.verifier();
    } catch (IOException e) {
      throw new DemarrageImpossible("« " + fichier + " » ne se lit pas : " + e.getMessage() + " Rien n'a été changé.", e);
    }
    try (BaseDuHome base = BaseDuHome.pourRestaurer(home, reglages, remplacer)) {
      Restaurer restaurer = new Restaurer(base.connexion(), new FichiersDuHome(home.dossier(), reglages::getProperty));
      if (restaurer.pleine()) {
        throw new DemarrageImpossible(base.externe() ? "La base externe (JALON_DB_URL) contient déjà des données : Jalon n'y efface rien. Créez une base vide et donnez-la dans JALON_DB_URL."
            : "« " + home.dossier() + " » contient déjà des données : donnez un autre dossier (JALON_HOME), ou ajoutez --remplacer pour les effacer. Rien n'a été changé.");
      }
      home.garderLaCle(reglages.getProperty("jalon.cle", "").isBlank() ? cle : null);
      restaurer.depuis(sauvegarde, m);
    } catch (IOException e) {
      throw new DemarrageImpossible("La restauration s'est arrêtée (" + e.getMessage() + ") : la base est restée sans données, donnez la même commande encore une fois.", e);
    }
    System.out.printf(Locale.FRENCH, "Restauré : %,d lignes de %d tables et %d fichiers, tels qu'ils étaient le %s, en %.0f s.%n", m.lignes(), m.tables().size(), m.fichiers().size(),
        m.faiteLe().atZoneSameInstant(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("dd/MM/uuuu 'à' HH:mm")), (System.nanoTime() - debut) / 1e9);
    System.out.println("Démarrez-le : JALON_DEPARTEMENT=" + (m.departement() == null ? "NN" : m.departement()) + " ./jalon serve");
    return 0;
  }

  /** From the option, else the environment, else the home. Read before anything is erased. */
  private String cle(JalonHome home, String environnement) {
    try {
      Path duHome = home.dossier().resolve("cle");
      if (fichierDeCle != null && !(remplacer && fichierDeCle.toAbsolutePath().normalize().startsWith(home.dossier()))) {
        return Files.readString(fichierDeCle).strip();
      }
      if (!environnement.isEmpty()) {
        return environnement;
      }
      if (remplacer) {
        throw new DemarrageImpossible("Avec --remplacer, le dossier est effacé, sa clé aussi : donnez par --cle la copie que vous gardez ailleurs, ou JALON_CLE. Rien n'a été changé.");
      }
      if (Files.exists(duHome)) {
        return Files.readString(duHome).strip();
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
