package fr.jalon.rendezvous.domaine;

import java.util.Arrays;
import java.util.List;

/** A paper looked at when a person comes. */
public enum Piece {
  IDENTITE("Identité", "une pièce d'identité"),
  ADRESSE("Adresse", "un justificatif d'adresse de moins de trois mois");

  private final String libelle;
  private final String aApporter;

  Piece(String libelle, String aApporter) {
    this.libelle = libelle;
    this.aApporter = aApporter;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** As told to the person: « une pièce d'identité ». */
  public String aApporter() {
    return aApporter;
  }

  /** All of them, in a sentence. */
  public static String toutes() {
    return String.join(" et ", Arrays.stream(values()).map(Piece::aApporter).toList());
  }

  /** From their names; unknown ones are left out. */
  public static List<Piece> de(List<String> noms) {
    return Arrays.stream(values()).filter(p -> noms.contains(p.name())).toList();
  }
}
