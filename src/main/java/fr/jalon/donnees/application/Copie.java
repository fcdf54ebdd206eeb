package fr.jalon.donnees.application;

import fr.jalon.socle.DonneeDeSante;
import fr.jalon.socle.PersonneMontree;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * All that is held about a person, in words she can read.
 *
 * @param nir    what is said of her NIR, which is never copied
 * @param sante  true when something of her health is in it
 */
public record Copie(@PersonneMontree long personneId, String nom, OffsetDateTime faiteLe, String nir, @DonneeDeSante boolean sante,
    List<Section> sections) {
  /** Defensive copy. */
  public Copie {
    sections = List.copyOf(sections);
  }

  /** What one table holds. @param lignes values by what they are; what is empty is left out */
  public record Section(String titre, List<Map<String, String>> lignes) {}

  /** Number of rows. */
  public int lignes() {
    return sections.stream().mapToInt(s -> s.lignes().size()).sum();
  }
}
