package fr.jalon.parametres;

import fr.jalon.socle.CleDeRecherche;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The métiers of the ROME (France Travail): one file an edition, {@code parametres/metiers/rome-AAAA-MM.csv}. A choice is made in the latest;
 * what was chosen in an older one is still known. See {@code parametres/metiers/LISEZMOI.txt} for its source and confidence.
 */
public final class Metiers {
  /** Letters of a stem, and letters that an ending has at most. */
  private static final int RACINE = 5;
  private static final int FIN = 4;
  private static final Metiers CONNUS = new Metiers(lire("classpath*:parametres/metiers/rome-*.csv"));
  private final List<Metier> derniers;
  /** By what may be written of one: its code, its label, both; the latest edition last. */
  private final Map<String, Metier> parEcriture = new HashMap<>();

  /** @param editions the métiers of each, oldest first; one at least */
  Metiers(List<List<Metier>> editions) {
    derniers = editions.getLast();
    editions.forEach(e -> e.forEach(m -> List.of(m.code(), m.libelle(), m.enClair()).forEach(x -> parEcriture.put(CleDeRecherche.de(x), m))));
  }

  /** Those of this release. */
  public static Metiers connus() {
    return CONNUS;
  }

  /** Those of the latest edition, by code. */
  public List<Metier> tous() {
    return derniers;
  }

  /** The one written by its code, its label or both, accents or not; what an older edition called it included. */
  public Optional<Metier> reconnaitre(String ecrit) {
    return Optional.ofNullable(parEcriture.get(CleDeRecherche.de(ecrit)));
  }

  /**
   * Those that have, for each word written, a word that begins so, accents or not; a code may be begun too. The ROME names what is done, people
   * what they are: when nothing answers, « coiffeur » looks for what begins as « coiff », and « agent d'entretien » for its longest word.
   *
   * @param ecrit e.g. {@code "pers cuis"}; nothing is found for no word
   * @param max   how many at most
   * @return those whose label begins so first, then by label
   */
  public List<Metier> chercher(String ecrit, int max) {
    String[] mots = CleDeRecherche.mots(ecrit);
    List<String[]> essais = new ArrayList<>(List.<String[]>of(mots));
    sansLaFin(mots, essais);
    Arrays.stream(mots).max(Comparator.comparingInt(String::length)).ifPresent(leLong -> {
      essais.add(new String[] {leLong});
      sansLaFin(new String[] {leLong}, essais);
    });
    return essais.stream().map(e -> trouver(e, ecrit, max)).filter(t -> !t.isEmpty()).findFirst().orElse(List.of());
  }

  /** The same words with one letter less, two, three: none shorter than a stem. */
  private static void sansLaFin(String[] mots, List<String[]> essais) {
    for (int i = 1; i <= FIN; i++) {
      int ote = i;
      essais.add(Arrays.stream(mots).map(x -> x.length() <= RACINE ? x : x.substring(0, Math.max(RACINE, x.length() - ote))).toArray(String[]::new));
    }
  }

  private List<Metier> trouver(String[] mots, String ecrit, int max) {
    String debut = CleDeRecherche.de(ecrit);
    return mots.length == 0 ? List.of() : derniers.stream().filter(m -> Arrays.stream(mots).allMatch(x -> commence(m, x)))
        .sorted(Comparator.comparing((Metier m) -> !CleDeRecherche.de(m.libelle()).startsWith(debut))
            .thenComparing(m -> CleDeRecherche.de(m.libelle()))).limit(max).toList();
  }

  private static boolean commence(Metier m, String mot) {
    return Arrays.stream(CleDeRecherche.mots(m.enClair())).anyMatch(x -> x.startsWith(mot));
  }

  private static List<List<Metier>> lire(String fichiers) {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(fichiers)).sorted(Comparator.comparing(Resource::getFilename))
          .map(Metiers::edition).collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Metier> edition(Resource fichier) {
    try {
      return fichier.getContentAsString(StandardCharsets.UTF_8).lines().skip(1).map(l -> l.split(";", 2)).map(c -> new Metier(c[0], c[1])).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
