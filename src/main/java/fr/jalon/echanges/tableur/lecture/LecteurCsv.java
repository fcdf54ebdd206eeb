package fr.jalon.echanges.tableur.lecture;

import fr.jalon.echanges.bornes.BorneDepassee;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.socle.RefusMetier;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a CSV as people write it. A quote that opens a cell and is not closed swallows, in every reader we know, the rows down to the next quote:
 * here it is a letter like another. A cell between quotes may hold line breaks, but not what looks like other rows.
 */
final class LecteurCsv {
  private static final int LIGNES_D_UNE_CASE = 100;
  /** Each costs a look ahead; a true file has a few. */
  private static final int ISOLES_AU_PLUS = 1000;
  private final String texte;
  private final char separateur;
  private final Bornes.Tableur bornes;
  private final Lignes lignes;
  private List<String> champs = new ArrayList<>();
  private int place;
  private int ligne = 1;
  private int isoles;
  private int premierIsole;

  private LecteurCsv(String texte, Bornes.Tableur bornes) {
    this.texte = texte;
    this.bornes = bornes;
    this.separateur = separateur(texte);
    this.lignes = new Lignes(bornes);
  }

  static Tableau lire(byte[] octets, Bornes.Tableur bornes) {
    Decodage decode = Decodage.de(octets);
    LecteurCsv lecteur = new LecteurCsv(decode.texte(), bornes);
    lecteur.lire();
    String signe = lecteur.separateur == '\t' ? "tabulation" : lecteur.separateur == ';' ? "point-virgule" : "virgule";
    return lecteur.lignes.tableau("CSV", "Séparateur : " + signe + ", encodage : " + decode.nom() + (lecteur.isoles == 0 ? "" : lecteur.isoles == 1
        ? ", un guillemet isolé (ligne " + lecteur.premierIsole + ")" : ", " + lecteur.isoles + " guillemets isolés (le premier à la ligne " + lecteur.premierIsole + ")"));
  }

  /** The sign most frequent in the first line, outside quotes. */
  private static char separateur(String texte) {
    int[] comptes = new int[3];
    boolean cite = false;
    for (int i = 0; i < texte.length() && texte.charAt(i) != '\n'; i++) {
      char c = texte.charAt(i);
      if (c == '"') {
        cite = !cite;
      } else if (!cite) {
        comptes[0] += c == ';' ? 1 : 0;
        comptes[1] += c == '\t' ? 1 : 0;
        comptes[2] += c == ',' ? 1 : 0;
      }
    }
    return comptes[0] >= comptes[1] && comptes[0] >= comptes[2] ? ';' : comptes[1] >= comptes[2] ? '\t' : ',';
  }

  private void lire() {
    while (place < texte.length()) {
      int debut = ligne;
      champs = new ArrayList<>();
      champ(debut);
      while (place < texte.length() && texte.charAt(place) == separateur) {
        place++;
        champ(debut);
      }
      finDeLigne();
      lignes.ajouter(debut, champs);
    }
  }

  private void finDeLigne() {
    if (place < texte.length() && texte.charAt(place) == '\r') {
      place++;
    }
    if (place < texte.length() && texte.charAt(place) == '\n') {
      place++;
    }
    ligne++;
  }

  private void champ(int rang) {
    if (place < texte.length() && texte.charAt(place) == '"') {
      int fin = fermeture(place + 1);
      if (fin >= 0) {
        garder(texte.substring(place + 1, fin).replace("\"\"", "\""), rang);
        ligne += (int) texte.substring(place, fin).chars().filter(c -> c == '\n').count();
        place = apresLesBlancs(fin + 1);
        return;
      }
      premierIsole = isoles++ == 0 ? rang : premierIsole;
      if (isoles > ISOLES_AU_PLUS) {
        throw new RefusMetier("GUILLEMETS", "Ce fichier tient plus de " + BorneDepassee.nombre(ISOLES_AU_PLUS) + " guillemets ouverts et jamais fermés, le premier à la ligne "
            + premierIsole + ". Ouvrez-le dans votre tableur, enregistrez-le au format .xlsx, puis déposez-le.");
      }
    }
    int debut = place;
    while (place < texte.length() && texte.charAt(place) != separateur && texte.charAt(place) != '\n' && texte.charAt(place) != '\r') {
      place++;
    }
    garder(texte.substring(debut, place), rang);
  }

  private void garder(String valeur, int rang) {
    if (champs.size() < bornes.colonnes()) {
      champs.add(valeur);
    } else if (!valeur.isBlank()) {
      throw Lignes.tropDeColonnes(bornes, "ligne " + rang);
    }
  }

  /**
   * Where the quote that closes a cell is: one before a separator or the end of a line; {@code ""} is a letter, and so is a quote followed by
   * something else. A line of the cell with the separators of a whole row, or that begins a cell by a quote, is another row.
   *
   * @return -1 when there is none within a cell
   */
  private int fermeture(int debut) {
    int sauts = 0;
    int separateurs = 0;
    // two at least: a comma or two are found in an address, and headers are not known by others
    int rangee = lignes.commence() ? Math.max(2, lignes.colonnes() - 1) : Integer.MAX_VALUE;
    for (int i = debut; i < texte.length() && i - debut <= bornes.cellule(); i++) {
      char c = texte.charAt(i);
      if (c == '"') {
        if (i + 1 < texte.length() && texte.charAt(i + 1) == '"') {
          i++;
        } else if (termine(apresLesBlancs(i + 1))) {
          return i;
        } else if (sauts > 0 && (texte.charAt(i - 1) == separateur || texte.charAt(i - 1) == '\n')) {
          return -1;
        }
      } else if (c == '\n') {
        separateurs = 0;
        if (++sauts > LIGNES_D_UNE_CASE) {
          return -1;
        }
      } else if (c == separateur && sauts > 0 && ++separateurs >= rangee) {
        return -1;
      }
    }
    return -1;
  }

  private int apresLesBlancs(int debut) {
    int i = debut;
    while (i < texte.length() && (texte.charAt(i) == ' ' || texte.charAt(i) == '\t' && separateur != '\t')) {
      i++;
    }
    return i;
  }

  private boolean termine(int i) {
    return i >= texte.length() || texte.charAt(i) == separateur || texte.charAt(i) == '\n' || texte.charAt(i) == '\r';
  }
}
