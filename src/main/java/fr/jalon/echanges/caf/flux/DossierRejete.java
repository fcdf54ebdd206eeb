package fr.jalon.echanges.caf.flux;

import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.socle.Nir;
import java.util.Objects;

/** One dossier breaks a rule: it is rejected alone. The value of a NIR is never given. */
public class DossierRejete extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int ligne;
  private final transient Bloc bloc;
  private final String balise;
  private final String valeur;

  /**
   * @param bloc   the tag refused, or the block where it is missing; {@code null} when unknown
   * @param raison French sentence that says what is wrong and what to do
   */
  public DossierRejete(Bloc bloc, String balise, String valeur, String raison) {
    this(bloc == null ? 0 : bloc.ligne(), bloc, balise, valeur, raison);
  }

  /** When only the line is known, 0 if not even that. */
  public DossierRejete(int ligne, String balise, String valeur, String raison) {
    this(ligne, null, balise, valeur, raison);
  }

  private DossierRejete(int ligne, Bloc bloc, String balise, String valeur, String raison) {
    super(Nir.masquer(raison), null, false, false);
    this.ligne = ligne;
    this.bloc = bloc;
    this.balise = balise;
    // whatever the tag it was written in, a NIR is not repeated
    this.valeur = Objects.equals(valeur, Nir.masquer(valeur)) ? valeur : null;
  }

  /** The tag refused or the block where it is missing, or {@code null}. */
  public Bloc bloc() {
    return bloc;
  }

  public int ligne() {
    return ligne;
  }

  public String balise() {
    return balise;
  }

  public String valeur() {
    return valeur;
  }
}
