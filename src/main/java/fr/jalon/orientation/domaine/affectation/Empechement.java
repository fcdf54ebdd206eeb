package fr.jalon.orientation.domaine.affectation;

import java.util.Optional;

/** Why a référent cannot follow a person. Only {@link #COMPLET} can be overcome, by a named person who accepts it. */
public enum Empechement {
  /** The référent or her organisation takes nobody any more. */
  INACTIF("ne suit plus personne"),
  /** The organisation does not take this pathway. */
  HORS_PARCOURS("ne prend pas ce parcours"),
  /** Neither the territory of the organisation nor the communes of the référent hold the person's commune. */
  HORS_SECTEUR("ne sert pas la commune de la personne"),
  /** She follows other publics only. */
  HORS_SPECIALITE("ne suit que d'autres publics"),
  /** No place left. */
  COMPLET("n'a plus de place");

  private final String phrase;

  Empechement(String phrase) {
    this.phrase = phrase;
  }

  /** After her name in a sentence. */
  public String phrase() {
    return phrase;
  }

  /** What prevents it, the most lasting first; a full référent is empty here: see {@link Candidat#complet()}. */
  public static Optional<Empechement> durable(PersonneAAffecter p, Candidat c) {
    if (!c.referent().actif() || !c.organisation().active()) {
      return Optional.of(INACTIF);
    }
    if (!c.organisation().prend(p.parcours().name())) {
      return Optional.of(HORS_PARCOURS);
    }
    if (!c.organisation().sert(p.territoire()) || !c.referent().communes().isEmpty() && p.commune() != null && !c.referent().communes()
        .contains(p.commune())) {
      return Optional.of(HORS_SECTEUR);
    }
    if (c.referent().reserve() && (p.besoin() == null || !c.referent().publics().contains(p.besoin()))) {
      return Optional.of(HORS_SPECIALITE);
    }
    return Optional.empty();
  }

  /** The same, a full référent included. */
  public static Optional<Empechement> present(PersonneAAffecter p, Candidat c) {
    return durable(p, c).or(() -> c.complet() ? Optional.of(COMPLET) : Optional.empty());
  }
}
