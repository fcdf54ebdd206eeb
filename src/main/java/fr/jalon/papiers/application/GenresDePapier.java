package fr.jalon.papiers.application;

import fr.jalon.papiers.domaine.GenreDePapier;
import fr.jalon.papiers.domaine.LectureDesGenres;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The kinds of paper, as this Département refines them. Read once. */
@Component
public class GenresDePapier {
  private final Structures structures;
  private volatile List<GenreDePapier> lus;

  GenresDePapier(Structures structures) {
    this.structures = structures;
  }

  /** All of them, in the order shown. */
  public List<GenreDePapier> tous() {
    if (lus == null) {
      String code = structures.departementConnu().map(Departement::code).orElse(null);
      ClassPathResource propre = new ClassPathResource("departements/" + code + "/papiers.yaml");
      List<GenreDePapier> genres = LectureDesGenres.lire(texte(new ClassPathResource("papiers/genres.yaml")), propre.exists() ? texte(propre) : null);
      if (code == null) {
        return genres;
      }
      lus = genres;
    }
    return lus;
  }

  /** One of them. @param code may be {@code null} or come from outside */
  public Optional<GenreDePapier> genre(String code) {
    return tous().stream().filter(g -> g.code().equals(code)).findFirst();
  }

  /** As shown; the code itself for a kind that is no more. */
  public String libelle(String code) {
    return genre(code).map(GenreDePapier::libelle).orElse(code);
  }

  private static String texte(ClassPathResource fichier) {
    try {
      return fichier.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
