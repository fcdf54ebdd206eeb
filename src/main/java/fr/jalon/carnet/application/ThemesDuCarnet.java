package fr.jalon.carnet.application;

import fr.jalon.carnet.domaine.LectureDesThemes;
import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The themes of the notebook: the common file, what the Département's own file changes of it, and the readers it chose on screen. The files are read
 * once, the screen's every half minute: another server may change them.
 */
@Component
public class ThemesDuCarnet {
  private static final long RELIRE_NS = Duration.ofSeconds(30).toNanos();
  private final Structures structures;
  private final JdbcClient base;
  private volatile List<Theme> lus;
  private volatile Regles regles;

  ThemesDuCarnet(Structures structures, JdbcClient base) {
    this.structures = structures;
    this.base = base;
  }

  /** The themes with the readers chosen on screen. @param jusqua when to read them again, as {@link System#nanoTime} */
  private record Regles(List<Theme> themes, long jusqua) {}

  /** All of them, in the order shown. */
  public List<Theme> tous() {
    Regles connues = regles;
    if (connues == null || connues.jusqua() - System.nanoTime() <= 0) {
      connues = new Regles(avecLEcran(), System.nanoTime() + RELIRE_NS);
      regles = connues;
    }
    return connues.themes();
  }

  /** As the base says now, whatever this server read a moment ago: for what compares with them or closes by them. */
  List<Theme> frais() {
    regles = null;
    return tous();
  }

  private List<Theme> avecLEcran() {
    Map<String, Set<Sorte>> choisis = new HashMap<>();
    base.sql("select distinct on (theme) theme, lecteurs from carnet.lecteurs_du_theme order by theme, id desc").query((RowCallbackHandler) l -> choisis
        .put(l.getString("theme"), Stream.of((String[]) l.getArray("lecteurs").getArray()).map(Sorte::valueOf).collect(Collectors.toSet())));
    return desFichiers().stream().map(t -> t.avec(choisis.get(t.code()))).toList();
  }

  /** As the files say, without what was chosen on screen. */
  private List<Theme> desFichiers() {
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
