package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.domaine.EntreeIntensive;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.socle.Fautes;
import java.util.List;

/** As typed: who enters the portfolio of a référent, when and why, who accepts that it goes over its size. */
public record FormulaireDEntree(Integer referent, List<Long> personnes, String le, String raison, String acceptePar, String accepteRaison) {
  /** Nothing is {@code null}. */
  public FormulaireDEntree {
    referent = referent == null ? 0 : referent;
    personnes = personnes == null ? List.of() : personnes.stream().filter(java.util.Objects::nonNull).distinct().toList();
    le = le == null ? "" : le;
    raison = raison == null ? "" : raison;
    acceptePar = acceptePar == null ? "" : acceptePar;
    accepteRaison = accepteRaison == null ? "" : accepteRaison;
  }

  /** What is asked. */
  EntreeIntensive entree() {
    return new EntreeIntensive(referent, personnes, DatesPlausibles.lireOuRien(le), raison, acceptePar, accepteRaison);
  }

  /** @throws fr.jalon.socle.RefusMetier the day cannot be read */
  void exigerLisible() {
    Fautes fautes = new Fautes();
    DatesPlausibles.facultatif("le", le, fautes);
    fautes.lever();
  }
}
