package fr.jalon.parametres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock of the instance: the system's, or one that starts at the day a demonstration is set in ({@code jalon.horloge=2025-09-08}). Its hour is that of
 * the Département ({@code departements/fuseaux.properties}), or of {@code TZ}.
 */
@Configuration
class HorlogeConfiguration {
  private static final String FUSEAUX = "/departements/fuseaux.properties";
  private static final int NEUF_HEURES = 9;

  @Bean
  Horloge horloge(@Value("${jalon.horloge:}") String depart, @Value("${jalon.fuseau:${TZ:}}") String fuseau, @Value("${jalon.departement:}") String departement) {
    Horloge horloge = new Horloge(fuseau(fuseau.strip()).orElseGet(() -> du(departement)));
    if (!depart.isBlank()) {
      horloge.regler(LocalDate.parse(depart).atTime(NEUF_HEURES, 0));
    }
    return horloge;
  }

  /** What the machine says, unless it is the UTC of a server that nobody set: no Département lives there. */
  private static Optional<ZoneId> fuseau(String fuseau) {
    return fuseau.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(fuseau)).filter(z -> !z.normalized().equals(ZoneOffset.UTC));
  }

  private static ZoneId du(String departement) {
    Properties fuseaux = new Properties();
    try (InputStream lu = HorlogeConfiguration.class.getResourceAsStream(FUSEAUX)) {
      fuseaux.load(lu);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ZoneId.of(fuseaux.getProperty(departement.strip(), fuseaux.getProperty("defaut")));
  }
}
