package fr.jalon.calcul;

import java.util.List;
import java.util.stream.Collectors;

/** The household holds errors: no amount is given rather than a wrong one. */
public final class MenageRefuse extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient List<ErreurDeSaisie> erreurs;

  MenageRefuse(List<ErreurDeSaisie> erreurs) {
    super(erreurs.stream().map(e -> e.chemin() + " : " + e.phrase()).collect(Collectors.joining(" ")));
    this.erreurs = List.copyOf(erreurs);
  }

  /** At least one. */
  public List<ErreurDeSaisie> erreurs() {
    return erreurs;
  }
}
