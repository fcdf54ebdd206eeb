package fr.jalon.engagement.application;

import fr.jalon.engagement.domaine.Activites;
import fr.jalon.engagement.domaine.Modeles;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The kinds of activity at a day, and what a contract proposes in this Département. Read once. */
@Component
public class LeReferentiel {
  private final Structures structures;
  private final List<Activites> activites = Activites.lire(texte(new ClassPathResource("engagement/activites.yaml")));
  private volatile Modeles modeles;

  LeReferentiel(Structures structures) {
    this.structures = structures;
  }

  /** The kinds of a day; before the first ones, the first ones. */
  public Activites activites(LocalDate jour) {
    return activites.reversed().stream().filter(a -> !a.depuis().isAfter(jour)).findFirst().orElse(activites.getFirst());
  }

  /** What a contract proposes. */
  public Modeles modeles() {
    if (modeles != null) {
      return modeles;
    }
    String code = structures.departementConnu().map(Departement::code).orElse(null);
    ClassPathResource propre = new ClassPathResource("departements/" + code + "/engagement.yaml");
    Modeles lus = Modeles.lire(texte(new ClassPathResource("engagement/modeles.yaml")), propre.exists() ? texte(propre) : null);
    if (code != null) {
      modeles = lus;
    }
    return lus;
  }

  private static String texte(ClassPathResource fichier) {
    try {
      return fichier.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
