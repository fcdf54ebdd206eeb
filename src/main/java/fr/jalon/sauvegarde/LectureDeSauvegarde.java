package fr.jalon.sauvegarde;

import fr.jalon.demarrage.DemarrageImpossible;
import fr.jalon.socle.FichierChiffre;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup: first whole, to know that nothing is missing or altered, then entry by entry. */
final class LectureDeSauvegarde {
  private static final JsonMapper JSON = new JsonMapper();
  private final FichierChiffre chiffre;
  private final Path fichier;

  LectureDeSauvegarde(FichierChiffre chiffre, Path fichier) {
    this.chiffre = chiffre;
    this.fichier = fichier;
  }

  /** What is done with an entry. */
  @FunctionalInterface
  interface Entree {
    void lire(String nom, InputStream contenu) throws IOException;
  }

  /**
   * Reads it whole, and compares each entry with what was written of it.
   *
   * @throws IOException when the file is cut short, altered, or encrypted with another key
   * @throws DemarrageImpossible when an entry is missing or is not what was written, or when this Jalon is older than the backup
   */
  Manifeste verifier() throws IOException {
    Map<String, String> vues = new HashMap<>();
    Manifeste[] lu = new Manifeste[1];
    parcourir((nom, contenu) -> {
      if (nom.equals(Manifeste.ENTREE)) {
        lu[0] = JSON.readValue(contenu.readAllBytes(), Manifeste.class);
      } else {
        Comptage comptage = new Comptage(OutputStream.nullOutputStream());
        contenu.transferTo(comptage);
        vues.put(nom, comptage.octets() + " " + comptage.sha256());
      }
    });
    Manifeste m = lu[0];
    if (m == null) {
      throw new DemarrageImpossible("Cette sauvegarde est incomplète : il manque sa fin. Prenez-en une autre.");
    }
    if (m.format() > Manifeste.FORMAT || !migrationConnue(m.migration())) {
      throw new DemarrageImpossible("Cette sauvegarde vient d'une version plus récente de Jalon : mettez Jalon à jour, puis recommencez. Rien n'a été changé.");
    }
    m.tables().forEach(t -> comparer(t.entree(), t.octets() + " " + t.sha256(), vues));
    m.fichiers().forEach(f -> comparer(f.entree(), f.octets() + " " + f.sha256(), vues));
    if (!vues.isEmpty()) {
      throw new DemarrageImpossible("Cette sauvegarde contient ce que son manifeste ne dit pas (" + vues.keySet().iterator()
          .next() + ") : prenez-en une autre.");
    }
    return m;
  }

  /** Gives each entry in the order of the file. */
  void parcourir(Entree entree) throws IOException {
    try (InputStream clair = chiffre.lire(fichier); ZipInputStream zip = new ZipInputStream(clair, StandardCharsets.UTF_8)) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        entree.lire(e.getName(), new SansFermer(zip));
      }
      // to the very end of the file: its last piece says that it is the last
      clair.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** True when this Jalon knows how to make tables as they were then. */
  private static boolean migrationConnue(String version) throws IOException {
    return new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V" + version + "__*.sql").length > 0;
  }

  private static void comparer(String entree, String attendu, Map<String, String> vues) {
    if (!attendu.equals(vues.remove(entree))) {
      throw new DemarrageImpossible("Dans cette sauvegarde, « " + entree + " » manque ou n'est pas ce qui avait été écrit : prenez-en une autre.");
    }
  }

  /** An entry: closing it leaves the file open. */
  private static final class SansFermer extends FilterInputStream {
    SansFermer(InputStream entree) {
      super(entree);
    }

    @Override
    public void close() {
      // the next entry is behind
    }
  }
}
