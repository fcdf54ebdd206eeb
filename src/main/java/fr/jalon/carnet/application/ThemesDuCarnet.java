package fr.jalon.carnet.application;

import fr.jalon.carnet.domaine.LectureDesThemes;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The themes of the notebook, as this Département refines them. Read once. */
@Component
public class ThemesDuCarnet {
  private final Structures structures;
  private volatile List<Theme> lus;

  ThemesDuCarnet(Structures structures) {
    this.structures = structures;
  }

  /** All of them, in the order shown. */
  public List<Theme> tous() {
    if (lus == null) {
      String code = structures.departementConnu().map(Departement::code).orElse(null);
      ClassPathResource propre = new ClassPathResource("departements/" + code + "/carnet.yaml");
      List<Theme> themes = LectureDesThemes.lire(texte(new ClassPathResource("carnet/themes.yaml")), propre.exists() ? texte(propre) : null);
      if (code == null) {
        return themes;
      }
      lus = themes;
    }
    return lus;
  }

  /** One of them. @param code may be {@code null} or come from outside */
  public Optional<Theme> theme(String code) {
    return tous().stream().filter(t -> t.code().equals(code)).findFirst();
  }

  /** As shown; the code itself for a theme that is no more. */
  public String libelle(String code) {
    return theme(code).map(Theme::libelle).orElse(code);
  }

  private static String texte(ClassPathResource fichier) {
    try {
      return fichier.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
