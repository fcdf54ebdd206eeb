package fr.jalon.echanges.tableur.lecture;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import fr.jalon.ecran.CaseDExport;
import fr.jalon.echanges.bornes.BorneDepassee;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.tableur.domaine.Inventaire;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.echanges.tableur.domaine.Tableau.Rangee;
import fr.jalon.socle.RefusMetier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows met one after the other. The headers are found among the first ones ({@link Titres}), or are where the agent says. Cells, rows and characters
 * are counted as they come, and each line goes to one count.
 */
final class Lignes {
  private record Brute(int rang, List<String> valeurs) {}

  private final Bornes.Tableur bornes;
  private final Integer ligneVoulue;
  private final boolean compterLesCasesEnTrop;
  private final List<Brute> premieres = new ArrayList<>();
  private final List<Rangee> rangees = new ArrayList<>();
  /** Places of the rows longer than the headers whose cells beyond are all blank. */
  private final List<Integer> plusLongues = new ArrayList<>();
  /** Fingerprints, not rows: rows made to look the same to a hash table would be compared one by one with all the others. */
  private final Set<HashValue128> vues = new HashSet<>();
  private final HashStream128 hachage = Hashing.xxh3_128(System.nanoTime()).hashStream();
  private List<String> entetes;
  private int largeur;
  private int ligneDesTitres;
  private int vides;
  private int avant;
  private int titres;
  private int suites;
  private int doublons;
  private int cellules;
  private long caracteres;

  /**
   * @param ligneVoulue           line of the headers, or {@code null} to find it
   * @param compterLesCasesEnTrop true when a row longer than the headers is a mistake
   */
  Lignes(Bornes.Tableur bornes, Integer ligneVoulue, boolean compterLesCasesEnTrop) {
    this.bornes = bornes;
    this.ligneVoulue = ligneVoulue;
    this.compterLesCasesEnTrop = compterLesCasesEnTrop;
  }

  /**
   * @param champs cells of the row, no more than the bound on columns
   * @param suite  lines of the file it takes after its first
   */
  void ajouter(int rang, List<String> champs, int suite) {
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
    suites += suite;
    if (vide) {
      vides++;
    } else if (entetes != null) {
      recevoir(rang, nets);
    } else {
      premieres.add(new Brute(rang, nets));
      if (ligneVoulue != null ? rang >= ligneVoulue : premieres.size() == Titres.REGARDEES) {
        trouverLesTitres();
      }
    }
  }

  private void trouverLesTitres() {
    int place = ligneVoulue == null ? Titres.place(premieres.stream().map(Brute::valeurs).toList()) : premieres.size() - 1;
    Brute laLigne = premieres.get(place);
    avant = place;
    titres = 1;
    ligneDesTitres = laLigne.rang;
    largeur = laLigne.valeurs.size();
    entetes = sansCasesVides(laLigne.valeurs);
    premieres.subList(place + 1, premieres.size()).forEach(b -> recevoir(b.rang, b.valeurs));
    premieres.clear();
  }

  private void recevoir(int rang, List<String> nets) {
    List<String> valeurs = new ArrayList<>(entetes.size());
    for (int i = 0; i < entetes.size(); i++) {
      valeurs.add(i < nets.size() ? nets.get(i) : "");
    }
    if (valeurs.equals(entetes)) {
      titres++;
      return;
    }
    List<String> enTrop = compterLesCasesEnTrop && nets.size() > largeur ? sansCasesVides(nets.subList(largeur, nets.size())) : List.of();
    if (!vues.add(empreinte(valeurs, enTrop))) {
      doublons++;
      return;
    }
    if (rangees.size() == bornes.lignes()) {
      throw new RefusMetier("TROP_DE_LIGNES", "Ce tableur dépasse " + BorneDepassee.nombre(bornes.lignes())
          + " lignes : découpez-le en plusieurs fichiers.");
    }
    if (compterLesCasesEnTrop && nets.size() > largeur && enTrop.isEmpty()) {
      plusLongues.add(rangees.size());
    }
    rangees.add(new Rangee(rang, valeurs, enTrop));
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

  /** Blank columns at the right are none. */
  private static List<String> sansCasesVides(List<String> cases) {
    int fin = cases.size();
    while (fin > 0 && cases.get(fin - 1).isEmpty()) {
      fin--;
    }
    return List.copyOf(cases.subList(0, fin));
  }

  private HashValue128 empreinte(List<String> valeurs, List<String> enTrop) {
    hachage.reset();
    valeurs.forEach(hachage::putString);
    enTrop.forEach(hachage::putString);
    return hachage.get();
  }

  /** Without blanks around, nor what no database keeps: control characters, halves of a character. */
  private static String propre(String valeur) {
    for (int i = 0; i < valeur.length(); i++) {
      char c = valeur.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || c >= 0xd800 && c < 0xe000 || c >= 0xfffe) {
        return CaseDExport.relire(
            valeur.codePoints().map(p -> p < ' ' && p != '\n' && p != '\t' || p >= 0x7f && p < 0xa0 || p >= 0xd800 && p < 0xe000 || p == 0xfffe
            || p == 0xffff ? ' ' : p)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip());
      }
    }
    return CaseDExport.relire(valeur.strip());
  }

  /**
   * All that was met.
   *
   * @param lignes lines of the file, counted apart from the rows
   */
  Tableau tableau(String format, String detail, int lignes, String feuille, List<String> feuilles, boolean calendrier1904) {
    if (entetes == null && !premieres.isEmpty()) {
      if (ligneVoulue != null) {
        throw new RefusMetier("LIGNE_DES_TITRES",
            "Le fichier n'a rien à la ligne " + ligneVoulue + " ni après : donnez la ligne où sont les titres des colonnes.");
      }
      trouverLesTitres();
    }
    if (entetes == null || rangees.isEmpty()) {
      throw sansLigne();
    }
    // one separator more at the end of every row is a habit of who writes the file; on a few of them, it has moved the cells
    if (plusLongues.size() * 2 < rangees.size() || rangees.size() == 1) {
      plusLongues.forEach(i -> rangees.set(i, new Rangee(rangees.get(i).rang(), rangees.get(i).valeurs(), List.of(""))));
    }
    return new Tableau(format, detail, entetes, rangees,
        new Inventaire(lignes, vides, avant, titres, suites, doublons, rangees.size(), ligneDesTitres, feuille, feuilles, calendrier1904));
  }

  static RefusMetier sansLigne() {
    return new RefusMetier("SANS_LIGNE", "Ce tableur ne contient aucune personne : il faut une ligne de titres, puis une ligne par personne.");
  }

  /** @param ou the cell or the row where it is seen */
  static RefusMetier tropDeColonnes(Bornes.Tableur bornes, String ou) {
    return new RefusMetier("TROP_DE_COLONNES",
        "La feuille compte plus de " + bornes.colonnes() + " colonnes (" + ou + "). Copiez les colonnes qui servent "
        + "(nom, prénom, date de naissance, adresse…) dans une nouvelle feuille, puis déposez-la.");
  }
}
