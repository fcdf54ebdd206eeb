package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.Revenu;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How each kind of resource of the payers (NATRESS) counts in the calculation: {@code justedroit/natures.tsv}. */
public final class NaturesDeRessources {
  private static final NaturesDeRessources CONNUES = lire();
  private final Map<String, Nature> parCode;

  private NaturesDeRessources(Map<String, Nature> parCode) {
    this.parCode = parCode;
  }

  /**
   * A kind.
   *
   * @param code      NATRESS
   * @param revenu    how it counts, or {@code null} when it is not a resource
   * @param confiance H, M or L
   * @param remarque  why, in French
   */
  public record Nature(String code, Revenu revenu, String confiance, String remarque) {
    /** True when it counts. */
    public boolean compte() {
      return revenu != null;
    }
  }

  /** The file. */
  public static NaturesDeRessources connues() {
    return CONNUES;
  }

  /** A kind, or empty when nobody said how it counts. */
  public Optional<Nature> de(String code) {
    return Optional.ofNullable(parCode.get(code));
  }

  private static NaturesDeRessources lire() {
    try (BufferedReader lignes = new BufferedReader(new InputStreamReader(NaturesDeRessources.class.getResourceAsStream("/justedroit/natures.tsv"),
        StandardCharsets.UTF_8))) {
      return new NaturesDeRessources(lignes.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).map(l -> l.split("\t"))
          .map(NaturesDeRessources::nature)
          .collect(Collectors.toMap(Nature::code, n -> n)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Nature nature(String[] c) {
    return new Nature(c[0], c[1].equals("-") ? null : Revenu.valueOf(c[1]), c[2], c[3]);
  }
}
