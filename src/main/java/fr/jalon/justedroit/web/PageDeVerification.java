package fr.jalon.justedroit.web;

import fr.jalon.justedroit.domaine.Verification;
import fr.jalon.justedroit.lecture.FoyersDUnePersonne.Verse;
import fr.jalon.socle.PersonneMontree;
import java.util.List;

/**
 * The right of a foyer, month after month.
 *
 * @param mois  latest first
 */
public record PageDeVerification(@PersonneMontree long personneId, String nom, String seuil, List<Mois> mois) {

  /**
   * A month.
   *
   * @param verse what the accounts say, or {@code null}
   */
  public record Mois(Verification verification, Verse verse) {}
}
