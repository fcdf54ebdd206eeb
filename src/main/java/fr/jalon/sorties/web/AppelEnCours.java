package fr.jalon.sorties.web;

import fr.jalon.ecran.Refus;

/**
 * The short forms of the calls of a page, and the one that was refused.
 *
 * @param adresse begins the address of each form
 * @param quoi    the form that was refused ({@code essai-12}, {@code reponse-12}, {@code retour-12}), empty when none was
 * @param saisie  what was typed in it; @param neuf what the others show
 */
public record AppelEnCours(String adresse, String quoi, FormulaireDeRappel saisie, FormulaireDeRappel neuf, Refus refus) {
  /** True for the form that was refused: it is shown open. */
  public boolean ouvert(String nom) {
    return quoi.equals(nom);
  }

  /** What that form shows: what was typed in it when it was refused. */
  public FormulaireDeRappel formulaire(String nom) {
    return ouvert(nom) ? saisie : neuf;
  }

  /** What was wrong in that form. */
  public Refus refusDe(String nom) {
    return ouvert(nom) ? refus : Refus.AUCUN;
  }
}
