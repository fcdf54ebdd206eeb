package fr.jalon.pilotage;

import fr.jalon.socle.RefusMetier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The indicators that Jalon knows: one per file of {@code indicateurs/}. */
@Component
public class CatalogueIndicateurs {
  private final Map<String, Indicateur> indicateurs = new LinkedHashMap<>();
  private final Map<String, String> communs;

  CatalogueIndicateurs() {
    lire("classpath*:indicateurs/*.sql").entrySet().stream().map(e -> FichierIndicateur.lire(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingInt(Indicateur::rang)).forEach(i -> indicateurs.put(i.code(), i));
    communs = lire("classpath*:indicateurs/commun/*.sql");
  }

  /** All of them, in the order of the screen. */
  public List<Indicateur> tous() {
    return List.copyOf(indicateurs.values());
  }

  /** True when the code is known. */
  public boolean connait(String code) {
    return indicateurs.containsKey(code);
  }

  /**
   * The indicator of a code.
   *
   * @throws RefusMetier when the code is unknown; the message lists the known ones
   */
  public Indicateur indicateur(String code) {
    Indicateur trouve = indicateurs.get(code.toUpperCase(Locale.ROOT));
    if (trouve == null) {
      throw new RefusMetier("INDICATEUR_INCONNU",
          "L'indicateur « " + code + " » n'existe pas. Indicateurs connus : " + String.join(", ", indicateurs.keySet()) + ".");
    }
    return trouve;
  }

  /**
   * The dimension of a name, whatever its case.
   *
   * @throws RefusMetier when it is unknown; the message lists the known ones
   */
  public Dimension dimension(String nom) {
    return Dimension.values().stream().filter(d -> d.name().equalsIgnoreCase(nom)).findFirst()
        .orElseThrow(() -> new RefusMetier("DIMENSION_INCONNUE", "La ventilation « " + nom + " » n'existe pas. Ventilations connues : "
            + Dimension.values().stream().map(Dimension::name).collect(Collectors.joining(", ")) + "."));
  }

  String commun(String nom) {
    return communs.get(nom);
  }

  private static Map<String, String> lire(String motif) {
    try {
      Map<String, String> textes = new LinkedHashMap<>();
      for (Resource fichier : new PathMatchingResourcePatternResolver().getResources(motif)) {
        textes.put(fichier.getFilename().replace(".sql", ""), fichier.getContentAsString(StandardCharsets.UTF_8));
      }
      return textes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
