package fr.jalon.orientation.web;

import fr.jalon.orientation.application.AffecterUneListe.Plan;
import fr.jalon.orientation.application.AffecterUneListe.Proposee;
import fr.jalon.orientation.domaine.affectation.Candidat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The proposal for a list, with what the agent changed by hand.
 *
 * @param choisis the référent of each person now, {@code null} value for who is left waiting
 * @param refus   why a person cannot be recorded so, by person
 * @param erreur  what is missing, or {@code null}
 */
public record PageDAffectation(Plan plan, FormulaireDAffectation formulaire, Map<Long, Candidat> choisis, Map<Long, String> refus,
    String erreur, String aujourdhui) {

  /** A référent of the list. @param avant her load today; @param apres with the list */
  public record Charge(Candidat candidat, int avant, int apres) {
    /** True when she goes over. */
    public boolean depasse() {
      return apres > candidat.capacite() && apres > avant;
    }
  }

  static PageDAffectation de(Plan plan, FormulaireDAffectation f, Map<Long, String> refus, String erreur, String aujourdhui) {
    Map<Long, FormulaireDAffectation.Destinataire> saisis = f.choisis();
    Map<Long, Candidat> choisis = new LinkedHashMap<>();
    for (Proposee p : plan.lignes()) {
      FormulaireDAffectation.Destinataire d = saisis.get(p.personne().id());
      // who cannot follow her in the pathway now chosen gives way to the one proposed
      Candidat saisi = d == null ? null : p.parmi(d.referent());
      choisis.put(p.personne().id(), saisis.containsKey(p.personne().id()) && (d == null || saisi != null) ? saisi : p.choisi());
    }
    return new PageDAffectation(plan, f, choisis, refus, erreur, aujourdhui);
  }

  /** Référents given at least one person, the fullest first. */
  public List<Charge> charges() {
    Map<Integer, Charge> parReferent = new LinkedHashMap<>();
    choisis.values().stream().filter(java.util.Objects::nonNull)
        .forEach(c -> parReferent.merge(c.referent().id(), new Charge(c, c.charge(), c.charge() + 1),
        (a, b) -> new Charge(a.candidat(), a.avant(), a.apres() + 1)));
    List<Charge> charges = new ArrayList<>(parReferent.values());
    charges.sort(Comparator.comparing((Charge c) -> -c.apres() * 100 / c.candidat().capacite()));
    return charges;
  }

  /** Persons who would be given a référent. */
  public long placees() {
    return choisis.values().stream().filter(java.util.Objects::nonNull).count();
  }

  /** True when a référent goes over her capacity: somebody must accept it. */
  public boolean depasse() {
    return charges().stream().anyMatch(Charge::depasse);
  }

  /** True when the agent changed what was proposed. */
  public boolean changee(Proposee p) {
    Candidat choisi = choisis.get(p.personne().id());
    return choisi == null ? p.choisi() != null : p.choisi() == null || choisi.referent().id() != p.choisi().referent().id();
  }

  /** True when this référent is the one chosen. */
  public boolean estChoisi(Proposee p, Candidat c) {
    Candidat choisi = choisis.get(p.personne().id());
    return choisi != null && choisi.referent().id() == c.referent().id();
  }
}
