package fr.jalon.justedroit.web;

import fr.jalon.justedroit.domaine.Verification;
import fr.jalon.justedroit.lecture.FoyersDUnePersonne.Verse;
import fr.jalon.justedroit.lecture.Verifiee;
import fr.jalon.socle.PersonneMontree;
import java.util.List;

/**
 * The right of a foyer, month after month.
 *
 * @param foyerId  her last foyer, or {@code null}
 * @param mois     latest first
 * @param verifiee the last note about it, or {@code null}
 */
public record PageDeVerification(@PersonneMontree long personneId, String nom, String seuil, Long foyerId, List<Mois> mois, Verifiee verifiee) {
  /** The last month whose right was paid, that a note is about; {@code null} when there is none. */
  public Verification derniere() {
    return mois.stream().map(Mois::verification).filter(v -> v.faits().versable() && v.ecart() != null).findFirst().orElse(null);
  }

  /** True when the note is about the difference shown. */
  public boolean aJour() {
    return verifiee != null && derniere() != null && verifiee.vautPour(derniere().ecart());
  }


  /**
   * A month.
   *
   * @param verse what the accounts say, or {@code null}
   */
  public record Mois(Verification verification, Verse verse) {}
}
