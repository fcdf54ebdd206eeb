package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The themes of the global diagnostic, with what this Département adds. Read once. */
@Component
public class ThemesDuDiagnostic {
  private final Structures structures;
  private volatile List<Themes> lus;

  ThemesDuDiagnostic(Structures structures) {
    this.structures = structures;
  }

  /** Those of a day; before the first ones, the first ones. */
  public Themes au(LocalDate jour) {
    List<Themes> tous = tous();
    return tous.reversed().stream().filter(t -> !t.depuis().isAfter(jour)).findFirst().orElse(tous.getFirst());
  }

  private List<Themes> tous() {
    if (lus != null) {
      return lus;
    }
    String code = structures.departementConnu().map(Departement::code).orElse(null);
    ClassPathResource propre = new ClassPathResource("departements/" + code + "/themes.yaml");
    List<Themes> tous = Themes.lire(texte(new ClassPathResource("diagnostic/themes.yaml")), propre.exists() ? texte(propre) : null);
    if (code != null) {
      lus = tous;
    }
    return tous;
  }

  private static String texte(ClassPathResource fichier) {
    try {
      return fichier.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
