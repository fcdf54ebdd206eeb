package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.LectureDuReferentiel;
import fr.jalon.diagnostic.domaine.Referentiel;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The criteria and rules in force, as this Département refines them. Read once. */
@Component
public class Referentiels {
  private final Structures structures;
  private final Clock horloge;
  private volatile List<Referentiel> lus;

  Referentiels(Structures structures, Clock horloge) {
    this.structures = structures;
    this.horloge = horloge;
  }

  /** Those of today; before the first one, the first one. */
  public Referentiel aujourdhui() {
    return au(LocalDate.now(horloge));
  }

  /** Those of a day; before the first one, the first one. */
  public Referentiel au(LocalDate jour) {
    List<Referentiel> tous = tous();
    return tous.reversed().stream().filter(r -> !r.depuis().isAfter(jour)).findFirst().orElse(tous.getFirst());
  }

  private List<Referentiel> tous() {
    if (lus == null) {
      String code = structures.departementConnu().map(Departement::code).orElse(null);
      ClassPathResource propre = new ClassPathResource("departements/" + code + "/diagnostic.yaml");
      List<Referentiel> tous = LectureDuReferentiel.lire(texte(new ClassPathResource("diagnostic/referentiel.yaml")),
          propre.exists() ? texte(propre) : null);
      if (code == null) {
        return tous;
      }
      lus = tous;
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
