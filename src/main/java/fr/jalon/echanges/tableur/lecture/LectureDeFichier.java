package fr.jalon.echanges.tableur.lecture;

import fr.jalon.echanges.bornes.BorneDepassee;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.echanges.tableur.domaine.Tableau.Choix;
import fr.jalon.socle.RefusMetier;

/** Reads a CSV (UTF-8, with or without its mark, UTF-16 or windows-1252; semicolon, comma or tab) or an XLSX file. */
public final class LectureDeFichier {
  private LectureDeFichier() {}

  /** @throws RefusMetier when it is neither, holds no row, or goes beyond the bounds */
  public static Tableau lire(byte[] octets, Bornes bornes) {
    return lire(octets, bornes, Choix.AUCUN);
  }

  /** @throws RefusMetier when it is neither, holds no row, holds nothing where the agent says, or goes beyond the bounds */
  public static Tableau lire(byte[] octets, Bornes bornes, Choix choix) {
    if (octets.length == 0) {
      throw new RefusMetier("FICHIER_VIDE", "Ce fichier est vide. Déposez un tableur avec une ligne de titres et une ligne par personne.");
    }
    boolean classeur = commence(octets, 'P', 'K', 3, 4);
    try {
      if (classeur) {
        return LecteurXlsx.lire(octets, bornes, choix);
      }
      if (commence(octets, 0xd0, 0xcf, 0x11, 0xe0)) {
        throw new RefusMetier("ANCIEN_EXCEL",
            "Ce fichier est d'un ancien format d'Excel (.xls). Enregistrez-le au format .xlsx ou .csv, puis déposez-le.");
      }
      if (!Decodage.de(octets).tableau()) {
        throw new RefusMetier("PAS_UN_TABLEUR", "Ce fichier n'est pas un tableur : Jalon lit un classeur .xlsx ou un fichier .csv. Ouvrez-le dans votre "
            + "tableur, enregistrez-le sous l'un de ces formats, puis déposez-le.");
      }
      return LecteurCsv.lire(octets, bornes.tableur(), choix.ligne());
    } catch (BorneDepassee e) {
      throw new RefusMetier("TABLEUR_DEMESURE",
          "Ce tableur ne peut pas être lu : " + e.getMessage() + ". Copiez les lignes et les colonnes qui servent dans un nouveau tableur, "
          + "enregistrez-le au format .xlsx, puis déposez-le.");
    }
  }

  private static boolean commence(byte[] octets, int... signature) {
    if (octets.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((octets[i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
