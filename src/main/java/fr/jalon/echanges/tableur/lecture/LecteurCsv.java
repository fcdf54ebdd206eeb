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
  private final DebutDeCsv debut;
  private final char separateur;
  private final Bornes.Tableur bornes;
  private final Lignes lignes;
  private List<String> champs = new ArrayList<>();
  private int place;
  private int ligne = 1;
  private int plusCourte = Integer.MAX_VALUE;
  private int isoles;
  private int premierIsole;
  private int premiereLongue;

  private LecteurCsv(String texte, Bornes.Tableur bornes, Integer ligneVoulue) {
    this.texte = texte;
    this.bornes = bornes;
    this.debut = DebutDeCsv.de(texte);
    this.separateur = debut.separateur();
    this.lignes = new Lignes(bornes, ligneVoulue, true);
  }

  static Tableau lire(byte[] octets, Bornes.Tableur bornes, Integer ligneVoulue) {
    Decodage decode = Decodage.de(octets);
    String texte = decode.texte().indexOf('\r') < 0 ? decode.texte() : decode.texte().replace("\r\n", "\n").replace('\r', '\n');
    LecteurCsv lecteur = new LecteurCsv(texte, bornes, ligneVoulue);
    lecteur.lire();
    return lecteur.lignes.tableau("CSV", lecteur.detail(decode.nom()), lignes(texte), null, List.of(), false);
  }

  /** Lines of the text, counted by their ends only: what the rows must add up to. */
  private static int lignes(String texte) {
    int fins = (int) texte.chars().filter(c -> c == '\n').count();
    return texte.isEmpty() || texte.charAt(texte.length() - 1) == '\n' ? fins : fins + 1;
  }

  private String detail(String encodage) {
    String signe = switch (separateur) {
      case '\t' -> "tabulation";
      case ',' -> "virgule";
      case '|' -> "barre verticale";
      default -> "point-virgule";
    };
    return "Séparateur : " + signe + ", encodage : " + encodage
        + (isoles == 0 ? "" : isoles == 1 ? ", un guillemet isolé (ligne " + premierIsole + ")"
        : ", " + isoles + " guillemets isolés (le premier à la ligne " + premierIsole + ")")
        + (premiereLongue == 0 ? "" : ", une case sur plusieurs lignes à la ligne " + premiereLongue + " : vérifiez-la");
  }

  private void lire() {
    while (place < texte.length()) {
      int rang = ligne;
      champs = new ArrayList<>();
      champ(rang);
      while (place < texte.length() && texte.charAt(place) == separateur) {
        place++;
        champ(rang);
      }
      place++;
      int suite = ligne - rang;
      ligne++;
      if (suite == 0 && rang > debut.ligne() && champs.size() > 1) {
        plusCourte = Math.min(plusCourte, Math.max(3, champs.size()));
      }
      lignes.ajouter(rang, champs, suite);
    }
  }

  private void champ(int rang) {
    if (place < texte.length() && texte.charAt(place) == '"') {
      int fin = fermeture(place + 1, rang);
      if (fin >= 0) {
        garder(texte.substring(place + 1, fin).replace("\"\"", "\""), rang);
        int sauts = (int) texte.substring(place, fin).chars().filter(c -> c == '\n').count();
        premiereLongue = premiereLongue == 0 && sauts > 0 && rang > debut.ligne() ? rang : premiereLongue;
        ligne += sauts;
        place = apresLesBlancs(fin + 1);
        return;
      }
      premierIsole = isoles++ == 0 ? rang : premierIsole;
      if (isoles > ISOLES_AU_PLUS) {
        throw new RefusMetier("GUILLEMETS", "Ce fichier tient plus de " + BorneDepassee.nombre(ISOLES_AU_PLUS)
            + " guillemets ouverts et jamais fermés, le premier à la ligne "
            + premierIsole + ". Ouvrez-le dans votre tableur, enregistrez-le au format .xlsx, puis déposez-le.");
      }
    }
    int depart = place;
    while (place < texte.length() && texte.charAt(place) != separateur && texte.charAt(place) != '\n') {
      place++;
    }
    garder(texte.substring(depart, place), rang);
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
   * something else. Not when what it closes looks like other rows: a line of the cell with the separators of a whole row, or
   * that begins a cell by a quote; a row that had all its
   * cells before the first line break and goes on with separators; a row longer than the headers.
   *
   * @return -1 when there is none within a cell
   */
  private int fermeture(int depart, int rang) {
    int attendues = rang > debut.ligne() ? debut.colonnes() : 0;
    // two at least: a comma or two are found in an address; in the headers, nothing tells a row yet
    int rangee = attendues == 0 ? Integer.MAX_VALUE : Math.max(2, Math.min(debut.colonnes(), plusCourte) - 1);
    int sauts = 0;
    int separateurs = 0;
    int serres = 0;
    boolean entiere = false;
    for (int i = depart; i < texte.length() && i - depart <= bornes.cellule(); i++) {
      char c = texte.charAt(i);
      if (c == '"') {
        if (i + 1 < texte.length() && texte.charAt(i + 1) == '"') {
          i++;
        } else if (termine(apresLesBlancs(i + 1))) {
          return sauts > 0 && attendues > 0 && (entiere && serres > 0 || champs.size() + 1 + separateursApres(i + 1) > attendues) ? -1 : i;
        } else if (sauts > 0 && (texte.charAt(i - 1) == separateur || texte.charAt(i - 1) == '\n')) {
          return -1;
        }
      } else if (c == '\n') {
        entiere |= sauts == 0 && champs.size() + 1 + separateurs >= attendues;
        separateurs = 0;
        if (++sauts > LIGNES_D_UNE_CASE) {
          return -1;
        }
      } else if (c == separateur) {
        separateurs++;
        if (sauts > 0) {
          // a separator of a sentence has a blank after it
          serres += i + 1 < texte.length() && texte.charAt(i + 1) != ' ' ? 1 : 0;
          if (separateurs >= rangee) {
            return -1;
          }
        }
      }
    }
    return -1;
  }

  /** Separators from here to the end of the line, blank cells at its end left out; none counted when another quote may hold some. */
  private int separateursApres(int depart) {
    int n = 0;
    int utiles = 0;
    for (int i = depart; i < texte.length() && texte.charAt(i) != '\n'; i++) {
      char c = texte.charAt(i);
      if (c == '"') {
        return 0;
      }
      n += c == separateur ? 1 : 0;
      utiles = c != separateur && !Character.isWhitespace(c) ? n : utiles;
    }
    return utiles;
  }

  private int apresLesBlancs(int depart) {
    int i = depart;
    while (i < texte.length() && (texte.charAt(i) == ' ' || texte.charAt(i) == '\t' && separateur != '\t')) {
      i++;
    }
    return i;
  }

  private boolean termine(int i) {
    return i >= texte.length() || texte.charAt(i) == separateur || texte.charAt(i) == '\n';
  }
}
