package fr.jalon.demo.generation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes every file of a demonstration Département in a folder, with a manifest of what must happen to each. */
public final class FabriqueDeFichiers {
  private static final int TAMPON = 1 << 16;

  private FabriqueDeFichiers() {}

  /**
   * Invents the Département and writes its files. Same Département, same bytes.
   *
   * @param demo        the Département
   * @param dossier     folder, created when missing; files of the same names are replaced
   * @param progression told in French, one line per file; several threads may call it
   * @return the files in the order of reception, the deliberate defects, and the follow-ups to play
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static JeuDeFichiers ecrire(DepartementDemo demo, Path dossier, Consumer<String> progression) {
    progression.accept("Invention des personnes : " + demo.nom());
    Population population = Simulation.jouer(demo);
    progression.accept(population.dossiers().size() + " dossiers inventés");
    Defauts defauts = new Defauts(population);
    // files do not depend on each other: as many at once as there are processors
    try (EcritureDesFichiers ecriture = commencer(population, defauts, dossier, progression, Runtime.getRuntime().availableProcessors())) {
      JeuDeFichiers jeu = ecriture.jeu();
      jeu.fichiers().forEach(f -> ecriture.attendre(f.chemin()));
      JeuDeFichiers complet = new JeuDeFichiers(jeu.fichiers(), defauts.liste(), jeu.orientations(), jeu.attendent());
      manifestes(complet, dossier);
      return complet;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same for whoever reads the first files while the others are written.
   *
   * @return the files, each to be waited for before it is read; to be closed
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static EcritureDesFichiers commencer(DepartementDemo demo, Path dossier) {
    Population population = Simulation.jouer(demo);
    try {
      return commencer(population, new Defauts(population), dossier, _ -> { }, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EcritureDesFichiers commencer(Population population, Defauts defauts, Path dossier, Consumer<String> progression, int ouvriers)
      throws IOException {
    List<Envoi> envois = new PlanDEnvoi(population, defauts).envois();
    Orientations orientations = new Orientations(population, envois);
    List<FichierEcrit> fichiers = envois.stream()
        .map(e -> new FichierEcrit(dossier.resolve(e.nom()), e.recuLe(), e.nature(), e.attendu(), e.accepterEcart(), e.raison())).toList();
    Files.createDirectories(dossier);
    EcritureDesFichiers ecriture = new EcritureDesFichiers(new JeuDeFichiers(fichiers, List.of(), orientations.liste(), orientations.attendent()),
        ouvriers);
    long nombre = envois.stream().filter(e -> e.contenu() != null).count();
    AtomicInteger ecrits = new AtomicInteger();
    for (Envoi envoi : envois) {
      Path chemin = dossier.resolve(envoi.nom());
      if (envoi.contenu() != null) {
        ecriture.ajouter(chemin, () -> {
          ecrire(envoi, chemin);
          progression.accept("%d/%d %s".formatted(ecrits.incrementAndGet(), nombre, envoi.nom()));
          return null;
        });
      } else if (envoi.copieDe() != null) {
        Path source = dossier.resolve(envoi.copieDe());
        ecriture.ajouter(chemin, () -> {
          ecriture.attendre(source);
          Files.copy(source, chemin, StandardCopyOption.REPLACE_EXISTING);
          return null;
        });
      }
    }
    return ecriture;
  }

  private static void ecrire(Envoi envoi, Path chemin) throws IOException {
    OutputStream sortie = new BufferedOutputStream(Files.newOutputStream(chemin), TAMPON);
    if (envoi.nom().endsWith(".gz")) {
      sortie = new GZIPOutputStream(sortie, TAMPON) {
        {
          def.setLevel(Deflater.BEST_SPEED);
        }
      };
    } else if (envoi.nom().endsWith(".zip")) {
      ZipOutputStream zip = new ZipOutputStream(sortie);
      zip.setLevel(Deflater.BEST_SPEED);
      ZipEntry entree = new ZipEntry(envoi.nom().replace(".zip", ""));
      entree.setTimeLocal(LocalDateTime.of(envoi.enTete().creation(), java.time.LocalTime.NOON));
      zip.putNextEntry(entree);
      sortie = zip;
    }
    envoi.contenu().ecrire(sortie);
    if (envoi.tronque()) {
      try (FileChannel canal = FileChannel.open(chemin, StandardOpenOption.WRITE)) {
        canal.truncate(canal.size() * 3 / 5);
      }
    }
  }

  private static void manifestes(JeuDeFichiers jeu, Path dossier) throws IOException {
    StringBuilder fichiers = new StringBuilder("fichier;recu_le;nature;attendu;accepter_ecart;raison\n");
    for (FichierEcrit f : jeu.fichiers()) {
      fichiers.append(String.join(";", f.chemin().getFileName().toString(), f.recuLe().toString(), f.nature(), f.attendu(),
          f.accepterEcart() ? "oui" : "non", f.raison())).append('\n');
    }
    Files.writeString(dossier.resolve("manifeste.csv"), fichiers, StandardCharsets.UTF_8);
    StringBuilder defauts = new StringBuilder("fichier;numero_demande;balise;valeur;attendu;raison\n");
    for (Defaut d : jeu.defauts()) {
      defauts.append(String.join(";", d.fichier(), d.numeroDemande(), d.balise(), d.valeur(), d.attendu(), d.raison().replace(';', ',')))
          .append('\n');
    }
    Files.writeString(dossier.resolve("defauts.csv"), defauts, StandardCharsets.UTF_8);
  }
}
