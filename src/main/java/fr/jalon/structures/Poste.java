package fr.jalon.structures;

import java.time.LocalDate;

/**
 * Where a référent works, what she does, from when until when.
 *
 * @param siteId   her site, {@code null} when unknown; @param site its name, or {@code null}
 * @param fonction of a référent of the Département, or {@code null}
 * @param debut    first day, or {@code null}; @param fin last day, or {@code null} while she stays
 */
public record Poste(Integer siteId, String site, Fonction fonction, LocalDate debut, LocalDate fin) {
  /** Nothing is known. */
  public static final Poste INCONNU = new Poste(null, null, null, null, null);

  /** What an internal référent does. */
  public enum Fonction {
    INSERTION("Insertion"),
    POLYVALENCE("Polyvalence");

    private final String libelle;

    Fonction(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** True when she is there that day. */
  public boolean couvre(LocalDate jour) {
    return (debut == null || !jour.isBefore(debut)) && (fin == null || !jour.isAfter(fin));
  }
}
