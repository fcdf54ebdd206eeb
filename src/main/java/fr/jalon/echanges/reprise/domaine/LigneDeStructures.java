package fr.jalon.echanges.reprise.domaine;

import fr.jalon.structures.SaisieDeReferent;
import java.util.List;

/**
 * A row of the spreadsheet as read, and what it will give.
 *
 * @param rang         its number in the file
 * @param organisation its organisation, or {@code null} when the row is refused
 * @param site         its site, or {@code null}
 * @param referent     its référent (her organisation and site are told by the row), or {@code null}
 * @param cree         what it creates, in words; empty when all is there already
 * @param refus        why it is refused, in sentences; empty when it is right
 */
public record LigneDeStructures(int rang, OrganisationLue organisation, SiteLu site, SaisieDeReferent referent,
    List<String> cree, List<String> refus) {
  /** Defensive copies. */
  public LigneDeStructures {
    cree = List.copyOf(cree);
    refus = List.copyOf(refus);
  }

  /** @param nouvelle true when this row creates it; @param commune INSEE code of its place, or {@code null} */
  public record OrganisationLue(String nom, boolean nouvelle, String nature, String cadre, String commune,
      List<Integer> territoires, List<String> parcours) {}

  /** @param nouveau true when this row creates it; @param commune INSEE code, or {@code null} */
  public record SiteLu(String nom, boolean nouveau, String adresse, String commune) {}

  /** True when nothing of it is written. */
  public boolean refusee() {
    return !refus.isEmpty();
  }

  /** True when all it says is known already. */
  public boolean dejaLa() {
    return refus.isEmpty() && cree.isEmpty();
  }
}
