package fr.jalon.allocataires;

import fr.jalon.ecran.Francais;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The code lists of the CAF/MSA files and what each code means in plain French, read once from {@code caf/codes.tsv}.
 * An empty code is a value too where the list has one. Immutable; safe for several threads.
 */
@Component
public final class Libelles {
  private static final String FICHIER = "/caf/codes.tsv";
  private final Map<String, Map<String, String>> listes = new HashMap<>();

  /** @throws IllegalStateException when the resource is absent or badly formed */
  public Libelles() {
    try (var lecteur = new BufferedReader(new InputStreamReader(Libelles.class.getResourceAsStream(FICHIER), StandardCharsets.UTF_8))) {
      lecteur.lines().skip(1).filter(ligne -> !ligne.isBlank()).forEach(ligne -> {
        String[] champs = ligne.split("\t", -1);
        if (champs.length != 3) {
          throw new IllegalStateException("Ligne mal formée dans " + FICHIER + " : " + ligne);
        }
        if (listes.computeIfAbsent(champs[0], t -> new HashMap<>()).put(champs[1], champs[2]) != null) {
          throw new IllegalStateException("Code en double dans " + FICHIER + " : " + ligne);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a code means.
   *
   * @param balise tag of the file, e.g. {@code SITFAM}
   * @param code   code, or {@code null}
   * @return the label; the code itself when the list does not hold it; an empty text for {@code null}
   */
  public String libelle(String balise, String code) {
    return libelle(balise, code, null);
  }

  /** The same, said of a person of this gender: {@code Inscrite à France Travail}. @param sexe see {@link Francais#accorde} */
  public String libelle(String balise, String code, Number sexe) {
    return code == null ? "" : Francais.accorde(listes.getOrDefault(balise, Map.of()).getOrDefault(code, code), sexe);
  }

  /**
   * True when the code may stand under the tag: it is in its list, or the tag has no list ({@code NUMORG} and the free fields).
   *
   * @param code code; {@code null} counts as empty
   */
  public boolean connu(String balise, String code) {
    Map<String, String> liste = listes.get(balise);
    return liste == null || liste.containsKey(code == null ? "" : code);
  }

  /** The codes of a tag and what each means, sorted by code; empty when the tag has no list. */
  public Map<String, String> codes(String balise) {
    Map<String, String> codes = new java.util.TreeMap<>(listes.getOrDefault(balise, Map.of()));
    codes.replaceAll((_, libelle) -> Francais.accorde(libelle, null));
    return codes;
  }

  /** The tags that have a list. */
  public Set<String> balises() {
    return Set.copyOf(listes.keySet());
  }
}
