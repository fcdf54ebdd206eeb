package fr.jalon.courriers.impression;

import fr.jalon.courriers.domaine.Gabarit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The address as it stands in the window of the envelope: who, then the lines of the address, then the post code and the town; six lines at most,
 * of 38 signs (AFNOR NF Z 10-011). Nothing is ever cut: the type gets smaller, then a line that is too long goes on under itself, between two words.
 *
 * @param lignes      as printed, one under the other
 * @param corps       size of the type, in points
 * @param interligne  height of a line, in sizes of the type
 */
public record BlocAdresse(List<String> lignes, double corps, double interligne) {
  /** Lines of an address, whom it is written to included. */
  public static final int LIGNES = 6;
  /** What is said of an address that does not hold. */
  public static final String TROP_LONGUE =
      "L'adresse ne tient pas dans la fenêtre de l'enveloppe : six lignes au plus, nom et ville compris, de 38 caractères. Raccourcissez-la.";
  /** Width of the window, in millimetres, less the play of the sheet. */
  private static final double LARGEUR = 81.5;
  private static final double HAUTEUR = 29.6;
  /** From the size of the letter to the smallest that the machines of the post and tired eyes still read. */
  private static final double[] CORPS = {11, 10.5, 10, 9.5, 9, 8.5, 8};
  /** Down to this size a line is kept whole rather than cut. */
  private static final double LISIBLE = 9;
  private static final double MM_PAR_POINT = 25.4 / 72;

  /** Defensive copy. */
  public BlocAdresse {
    lignes = List.copyOf(lignes);
  }

  /**
   * The block of a letter, in the largest type that holds.
   *
   * @param destinataire whom it is written to
   * @param adresse      lines, post code and town last; may be empty
   * @return empty when it does not hold, even small: the letter cannot be printed
   */
  public static Optional<BlocAdresse> de(String destinataire, String adresse) {
    List<String> lignes = Stream.concat(Stream.of(destinataire), adresse == null ? Stream.empty() : Gabarit.nettoyer(adresse).lines())
        .map(l -> Gabarit.nettoyer(l).replaceAll("\\s+", " ").strip()).filter(l -> !l.isEmpty()).toList();
    if (lignes.size() > LIGNES) {
      return Optional.empty();
    }
    for (double corps : CORPS) {
      BlocAdresse entier = new BlocAdresse(lignes, corps, 1.25);
      if (corps >= LISIBLE && entier.tient()) {
        return Optional.of(entier);
      }
    }
    for (double corps : CORPS) {
      List<String> coupees = lignes.stream().flatMap(l -> couper(l, corps).stream()).toList();
      BlocAdresse coupe = new BlocAdresse(coupees, corps, coupees.size() > LIGNES ? 1.12 : 1.25);
      if (coupe.tient()) {
        return Optional.of(coupe);
      }
    }
    return Optional.empty();
  }

  /** The same from what is known of a person. @param lieu post code and town */
  public static Optional<BlocAdresse> de(String destinataire, String adresse, String lieu) {
    return de(destinataire, adresse == null || adresse.isBlank() ? lieu : adresse + "\n" + lieu);
  }

  private boolean tient() {
    return lignes.size() * corps * interligne * MM_PAR_POINT <= HAUTEUR && lignes.stream().allMatch(l -> largeur(l, corps) <= LARGEUR);
  }

  /** A line that is too wide goes on under itself, between two words. */
  private static List<String> couper(String ligne, double corps) {
    List<String> morceaux = new ArrayList<>();
    String morceau = "";
    for (String mot : ligne.split(" ")) {
      String avec = morceau.isEmpty() ? mot : morceau + " " + mot;
      if (!morceau.isEmpty() && largeur(avec, corps) > LARGEUR) {
        morceaux.add(morceau);
        avec = mot;
      }
      morceau = avec;
    }
    morceaux.add(morceau);
    return morceaux;
  }

  /** In millimetres. */
  private static double largeur(String ligne, double corps) {
    return LargeurDuTexte.de(ligne) * corps * MM_PAR_POINT;
  }
}
