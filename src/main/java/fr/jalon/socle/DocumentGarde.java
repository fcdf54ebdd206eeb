package fr.jalon.socle;

import java.util.Optional;

/**
 * A document kept about a person: received, bounded, known by its content; encrypted wherever it rests. Each room keeps its own, all of them so.
 *
 * @param nom     short, without path, with the extension of what it is
 * @param contenu as it was sent
 */
public record DocumentGarde(String nom, NatureDeDocument nature, byte[] contenu) {
  private static final int MEGAOCTET = 1 << 20;

  /**
   * What somebody sends.
   *
   * @param champ field of the form that bears it; what is wrong with it is a fault of that field
   * @param nom   as sent, may be {@code null}
   * @param auPlus megabytes
   * @return {@code null} when it is empty, too big, or neither a PDF nor an image
   */
  public static DocumentGarde recevoir(Fautes fautes, String champ, String nom, byte[] contenu, int auPlus) {
    Optional<NatureDeDocument> nature = NatureDeDocument.de(contenu);
    fautes.exiger(contenu.length > 0, champ, "DOCUMENT_VIDE", "Choisissez un fichier.")
        .exiger(contenu.length <= auPlus * MEGAOCTET, champ, "DOCUMENT_TROP_GROS", "Ce fichier est trop gros : %d Mo au plus.".formatted(auPlus))
        .exiger(nature.isPresent(), champ, "DOCUMENT_D_UN_AUTRE_GENRE",
            "Ce fichier n'est ni un PDF, ni une image JPEG ou PNG, quel que soit son nom.");
    return fautes.bon(champ) ? new DocumentGarde(nature.orElseThrow().nommer(nom), nature.orElseThrow(), contenu) : null;
  }

  /** One that was kept. @param chiffre as {@link #chiffrer} gave it */
  public static DocumentGarde ouvrir(Chiffrement chiffrement, String nom, String nature, byte[] chiffre) {
    return new DocumentGarde(nom, NatureDeDocument.valueOf(nature), chiffrement.dechiffrer(chiffre));
  }

  /** What is written in the database. */
  public byte[] chiffrer(Chiffrement chiffrement) {
    return chiffrement.chiffrer(contenu);
  }

  /** Its size, in bytes. */
  public int taille() {
    return contenu.length;
  }
}
