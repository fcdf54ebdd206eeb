package fr.jalon.orientation.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.LocalDate;

/** A presence as typed. @param le ISO date; @param etat PRESENTE, EXCUSEE or ABSENTE; @param raison code of an {@link Empechement} */
public record FormulaireDeRencontre(Long personne, String le, String etat, String raison) {
  /** Absent texts are empty. */
  public FormulaireDeRencontre {
    le = le == null ? "" : le;
    etat = etat == null ? "" : etat;
    raison = raison == null ? "" : raison;
  }

  /** The day typed, {@code null} when it is none. */
  LocalDate jour() {
    return DatesPlausibles.lireOuRien(le);
  }

  /** {@code null} when nothing was chosen. */
  EtatEntretien etatChoisi() {
    for (EtatEntretien e : EtatEntretien.values()) {
      if (e.name().equals(etat)) {
        return e;
      }
    }
    return null;
  }

  Empechement empechement() {
    return Empechement.de(raison);
  }
}
