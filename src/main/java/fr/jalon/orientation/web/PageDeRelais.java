package fr.jalon.orientation.web;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Refus;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.structures.Referent;
import java.time.LocalDate;
import java.util.List;

/**
 * The persons of a référent, each with who would follow her.
 *
 * @param choix     référents of the agent's team
 * @param de        whose persons, {@code null} when nobody is chosen yet
 * @param collegues those of her organisation who may receive them, with their load
 * @param liste     the persons; {@code null} when nobody is chosen yet
 * @param horsRsa   how many she follows outside the RSA, who stay
 */
public record PageDeRelais(FormulaireDeRelais formulaire, List<Referent> choix, Referent de, List<Candidat> collegues, LignesAConfier liste,
    int horsRsa, LocalDate aujourdhui, Refus refus) {
  /** « Léa Roux, 87 personnes pour 100 places ». */
  public String libelle(Candidat c) {
    return "%s, %s pour %s".formatted(c.referent().nom(), Francais.compte(c.charge(), "personne", "personnes"),
        Francais.compte(c.capacite(), "place", "places"));
  }

  /** Pathways to choose from. */
  public List<Parcours> parcours() {
    return List.of(Parcours.values());
  }
}
