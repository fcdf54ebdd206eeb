package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.util.stream.Stream;

/** News of an action as typed. @param vu the last news the page showed; @param action whose news, when the page comes back with a refusal */
@DonneeDeSante
public record FormulaireDeNouvelles(String vu, String etat, String le, String dit, String retour, Long action) {
  /** Absent texts are empty. */
  public FormulaireDeNouvelles {
    vu = vu == null ? "" : vu;
    le = le == null ? "" : le;
    dit = dit == null ? "" : dit;
    retour = retour == null ? "" : retour;
  }

  FormulaireDeNouvelles de(long laquelle) {
    return new FormulaireDeNouvelles(vu, etat, le, dit, retour, laquelle);
  }

  long vue() {
    return vu.matches("\\d{1,18}") ? Long.parseLong(vu) : -1;
  }

  EtatAction etatChoisi() {
    return Stream.of(EtatAction.values()).filter(e -> e.name().equals(etat)).findFirst().orElse(null);
  }

  LocalDate jour() {
    return DatesPlausibles.lireOuRien(le);
  }

  /** Only a page of ours. */
  public String retourSur(long personne) {
    return AdresseDePage.localeOu(retour, "/diagnostic-global/" + personne + "/actions");
  }
}
