package fr.jalon.orientation.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.orientation.application.PrevoirUnRelais.Changement;
import fr.jalon.socle.Fautes;
import java.util.Objects;

/** What is changed of a hand-over before its day, as typed. @param motif why it changes, which is kept in the journal */
public record FormulaireDeRelaisPrevu(String le, String retourLe, String raison, Boolean prevenir, Boolean retourSeul, Boolean prevenirAuRetour,
    String motif) {
  /** Absent texts are empty, an unchecked box is false. */
  public FormulaireDeRelaisPrevu {
    le = Objects.requireNonNullElse(le, "");
    retourLe = Objects.requireNonNullElse(retourLe, "");
    raison = Objects.requireNonNullElse(raison, "");
    motif = Objects.requireNonNullElse(motif, "");
    prevenir = Boolean.TRUE.equals(prevenir);
    retourSeul = Boolean.TRUE.equals(retourSeul);
    prevenirAuRetour = Boolean.TRUE.equals(prevenirAuRetour);
  }

  /** As it stands. */
  static FormulaireDeRelaisPrevu de(Changement c) {
    return new FormulaireDeRelaisPrevu(c.le().toString(), Objects.toString(c.retourLe(), ""), c.raison(), c.prevenir(), c.retourSeul(),
        c.prevenirAuRetour(), null);
  }

  /** @throws fr.jalon.socle.SaisieRefusee when a date cannot be read */
  Changement changement() {
    Fautes fautes = new Fautes();
    Changement c = new Changement(DatesPlausibles.facultatif("le", le, fautes), DatesPlausibles.facultatif("retourLe", retourLe, fautes), raison,
        prevenir, retourSeul, prevenirAuRetour);
    fautes.lever();
    return c;
  }
}
