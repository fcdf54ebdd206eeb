package fr.jalon.orientation.web;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Refus;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.orientation.lecture.Transferts.Portefeuille;
import fr.jalon.structures.Organisation;
import java.time.LocalDate;
import java.util.List;

/**
 * A portfolio about to change organisation.
 *
 * @param choix         organisations of the agent's team
 * @param de            whose persons, {@code null} when none is chosen yet; @param vers who would follow them, the same
 * @param portefeuilles her persons by référent
 * @param candidats     référents of the organisation that would follow them, with their load
 * @param horsRsa       how many she follows outside the RSA, who stay
 * @param nonPris       the pathways that the other organisation does not take, with their persons
 */
public record PageDeTransfert(FormulaireDeTransfert formulaire, List<Organisation> choix, Organisation de, Organisation vers,
    List<Portefeuille> portefeuilles, List<Candidat> candidats, int horsRsa, List<String> nonPris, LocalDate aujourdhui, Refus refus) {
  /** Those that may receive them. */
  public List<Organisation> receveuses() {
    return choix.stream().filter(o -> o.suitEncore() && (de == null || o.id() != de.id())).toList();
  }

  /** How many persons would pass. */
  public int personnes() {
    return portefeuilles.stream().mapToInt(Portefeuille::nombre).sum();
  }

  /** What would happen, before it does. */
  public String annonce() {
    int places = candidats.stream().mapToInt(Candidat::places).sum();
    int manque = Math.max(0, personnes() - places);
    return "%s %s de %s à %s, dont les référents ont %s%s".formatted(Francais.compte(personnes(), "personne", "personnes"),
        personnes() == 1 ? "passe" : "passent", de.nom(), vers.nom(), Francais.compte(places, "place", "places"), manque == 0 ? "."
            : " : au meilleur partage, %s sans référent nommé, à désigner ensuite.".formatted(
                Francais.compte(manque, "personne reste", "personnes restent")));
  }

  /** True when this référent was chosen for the persons of this one. @param nouveau {@code null} for the best sharing out, 0 for nobody yet */
  public boolean choisi(int ancien, Integer nouveau) {
    return java.util.Objects.equals(formulaire.choisis().get(ancien), nouveau);
  }

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
