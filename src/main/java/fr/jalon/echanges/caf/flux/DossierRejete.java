package fr.jalon.echanges.caf.flux;

/** One dossier breaks a rule: it is rejected alone. The value of a NIR is never given. */
public class DossierRejete extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int ligne;
  private final String balise;
  private final String valeur;

  /** @param raison French sentence that says what is wrong and what to do */
  public DossierRejete(int ligne, String balise, String valeur, String raison) {
    super(raison, null, false, false);
    this.ligne = ligne;
    this.balise = balise;
    this.valeur = valeur;
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
