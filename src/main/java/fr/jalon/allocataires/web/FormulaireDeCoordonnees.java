package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.ChangerLesCoordonnees.Connues;

/** What a person gave, as it would be kept; an absent one is {@code null}. */
public record FormulaireDeCoordonnees(String telephone, String courriel) {
  static FormulaireDeCoordonnees de(Connues c) {
    return new FormulaireDeCoordonnees(c.telephone(), c.courriel());
  }
}
