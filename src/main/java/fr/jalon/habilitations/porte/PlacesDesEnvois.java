package fr.jalon.habilitations.porte;

import fr.jalon.habilitations.porte.ReglesDesEnvois.Refus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How many files may arrive at the same time, from everyone and from one agent, and the room that is kept on the disk for the rest of the service.
 */
@Component
class PlacesDesEnvois {
  private final int auTotal;
  private final int parAgent;
  private final DataSize reserve;
  private final Path[] disques;
  private final Map<Long, Integer> enCours = new HashMap<>();
  private long octetsAttendus;

  PlacesDesEnvois(@Value("${jalon.porte.envois-ensemble:6}") int auTotal, @Value("${jalon.porte.envois-par-agent:2}") int parAgent,
      @Value("${jalon.porte.reserve-du-disque:1GB}") DataSize reserve, @Value("${jalon.home:.jalon}") String home) {
    this.auTotal = auTotal;
    this.parAgent = parAgent;
    this.reserve = reserve;
    // a form is first kept by the web server among the temporary files, then in the home
    this.disques = new Path[] {Path.of(System.getProperty("java.io.tmpdir")), Path.of(home).toAbsolutePath()};
  }

  /** Takes a place; empty when it is taken, and must then be given back with {@link #rendre}. */
  synchronized Optional<Refus> prendre(long agent, long octets) {
    int siens = enCours.getOrDefault(agent, 0);
    if (siens >= parAgent) {
      return Optional.of(new Refus(503, "Vous envoyez déjà %d fichiers : attendez que l'un d'eux soit arrivé, puis recommencez.".formatted(siens)));
    }
    if (enCours.values().stream().mapToInt(Integer::intValue).sum() >= auTotal) {
      return Optional.of(new Refus(503, "Trop de fichiers arrivent en même temps : recommencez dans quelques minutes."));
    }
    // each byte may be there twice: as it arrives, and kept
    long voulus = reserve.toBytes() + 2 * (octetsAttendus + octets);
    for (Path disque : disques) {
      if (libre(disque) < voulus) {
        return Optional.of(new Refus(507,
            "Il n'y a plus assez de place sur le disque du serveur pour recevoir ce fichier. Prévenez l'administrateur."));
      }
    }
    enCours.put(agent, siens + 1);
    octetsAttendus += octets;
    return Optional.empty();
  }

  synchronized void rendre(long agent, long octets) {
    enCours.computeIfPresent(agent, (_, n) -> n == 1 ? null : n - 1);
    octetsAttendus -= octets;
  }

  private static long libre(Path disque) {
    try {
      Path existe = disque;
      while (Files.notExists(existe)) {
        existe = existe.getParent();
      }
      return Files.getFileStore(existe).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
