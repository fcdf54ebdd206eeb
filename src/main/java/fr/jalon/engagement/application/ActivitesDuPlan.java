package fr.jalon.engagement.application;

import fr.jalon.engagement.domaine.Activites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The kinds of activity of the weekly plan, as they are at a date. Read once. */
@Component
public class ActivitesDuPlan {
  private final List<Activites> referentiels;

  ActivitesDuPlan() {
    try {
      referentiels = Activites.lire(new ClassPathResource("engagement/activites.yaml").getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those in force that day; before the first set, the first. */
  public Activites au(LocalDate jour) {
    return referentiels.reversed().stream().filter(r -> !r.depuis().isAfter(jour)).findFirst().orElse(referentiels.getFirst());
  }
}
