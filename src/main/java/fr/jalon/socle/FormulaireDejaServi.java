package fr.jalon.socle;

/**
 * The number of this form served for something else: what is typed must not vanish behind a success. The page shows it again under another number.
 */
public class FormulaireDejaServi extends RefusMetier {
  private static final long serialVersionUID = 1L;

  /** The same sentence everywhere. */
  public FormulaireDejaServi() {
    super("FORMULAIRE_DEJA_SERVI", "Ce formulaire a déjà servi à enregistrer autre chose. "
        + "Votre saisie est là : relisez-la, puis enregistrez-la de nouveau.");
  }
}
