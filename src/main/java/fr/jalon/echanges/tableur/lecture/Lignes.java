package fr.jalon.echanges.tableur.lecture;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import fr.jalon.echanges.bornes.BorneDepassee;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.echanges.tableur.domaine.Tableau.Rangee;
import fr.jalon.socle.RefusMetier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows met one after the other: the first one that is not blank holds the headers. Cells, rows and characters are counted as they come. */
final class Lignes {
  private final Bornes.Tableur bornes;
  private final List<Rangee> rangees = new ArrayList<>();
  /** Fingerprints, not rows: rows made to look the same to a hash table would be compared one by one with all the others. */
  private final Set<HashValue128> vues = new HashSet<>();
  private final HashStream128 hachage = Hashing.xxh3_128(System.nanoTime()).hashStream();
  private List<String> entetes;
  private int doublons;
  private int cellules;
  private long caracteres;

  Lignes(Bornes.Tableur bornes) {
    this.bornes = bornes;
  }

  /** @param champs cells of the row, no more than the bound on columns */
  void ajouter(int rang, List<String> champs) {
    List<String> nets = new ArrayList<>(champs.size());
    boolean vide = true;
    for (String champ : champs) {
      String net = propre(champ);
      nets.add(net);
      if (!net.isEmpty()) {
        vide = false;
        compter(rang, net);
      }
    }
    if (vide) {
      return;
    }
    if (entetes == null) {
      entetes = sansCasesVides(nets);
      return;
    }
    List<String> valeurs = new ArrayList<>(entetes.size());
    for (int i = 0; i < entetes.size(); i++) {
      valeurs.add(i < nets.size() ? nets.get(i) : "");
    }
    if (!vues.add(empreinte(valeurs))) {
      doublons++;
      return;
    }
    if (rangees.size() == bornes.lignes()) {
      throw new RefusMetier("TROP_DE_LIGNES", "Ce tableur dépasse " + BorneDepassee.nombre(bornes.lignes()) + " lignes : découpez-le en plusieurs fichiers.");
    }
    rangees.add(new Rangee(rang, valeurs));
  }

  private void compter(int rang, String valeur) {
    caracteres += valeur.length();
    if (valeur.length() > bornes.cellule()) {
      throw new BorneDepassee("à la ligne " + rang + ", une case tient plus de " + BorneDepassee.nombre(bornes.cellule()) + " caractères");
    }
    if (++cellules > bornes.cellules()) {
      throw new BorneDepassee("il compte plus de " + BorneDepassee.nombre(bornes.cellules()) + " cases remplies");
    }
    if (caracteres > bornes.caracteres()) {
      throw new BorneDepassee("ses cases tiennent ensemble plus de " + BorneDepassee.nombre(bornes.caracteres()) + " caractères");
    }
  }

  /** Blank columns at the right of the headers are none. */
  private static List<String> sansCasesVides(List<String> titres) {
    int fin = titres.size();
    while (titres.get(fin - 1).isEmpty()) {
      fin--;
    }
    return List.copyOf(titres.subList(0, fin));
  }

  private HashValue128 empreinte(List<String> valeurs) {
    hachage.reset();
    valeurs.forEach(hachage::putString);
    return hachage.get();
  }

  /** Without blanks around, nor what no database keeps: control characters, halves of a character. */
  private static String propre(String valeur) {
    for (int i = 0; i < valeur.length(); i++) {
      char c = valeur.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || c >= 0xd800 && c < 0xe000 || c >= 0xfffe) {
        return valeur.codePoints().map(p -> p < ' ' && p != '\n' && p != '\t' || p >= 0x7f && p < 0xa0 || p >= 0xd800 && p < 0xe000 || p == 0xfffe || p == 0xffff ? ' ' : p)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
      }
    }
    return valeur.strip();
  }

  /** True once the headers are known. */
  boolean commence() {
    return entetes != null;
  }

  /** Number of headers, 0 before they are known. */
  int colonnes() {
    return entetes == null ? 0 : entetes.size();
  }

  Tableau tableau(String format, String detail) {
    if (entetes == null || rangees.isEmpty()) {
      throw sansLigne();
    }
    return new Tableau(format, detail, entetes, rangees, doublons);
  }

  static RefusMetier sansLigne() {
    return new RefusMetier("SANS_LIGNE", "Ce tableur ne contient aucune personne : il faut une ligne de titres, puis une ligne par personne.");
  }

  /** @param ou the cell or the row where it is seen */
  static RefusMetier tropDeColonnes(Bornes.Tableur bornes, String ou) {
    return new RefusMetier("TROP_DE_COLONNES", "La feuille compte plus de " + bornes.colonnes() + " colonnes (" + ou + "). Copiez les colonnes qui servent "
        + "(nom, prénom, date de naissance, adresse…) dans une nouvelle feuille, puis déposez-la.");
  }
}
