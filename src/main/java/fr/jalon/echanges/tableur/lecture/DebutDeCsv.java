package fr.jalon.echanges.tableur.lecture;

import java.util.ArrayList;
import java.util.List;

/**
 * What the first lines of a CSV say before it is read: its separator, the line where its headers seem to be, and how many there are.
 *
 * @param separateur the one under which a line names the most fields, else the most frequent in the first line that has one
 * @param ligne      line of the headers, from 1
 * @param colonnes   number of headers; 0 when a cell of that line goes on below
 */
record DebutDeCsv(char separateur, int ligne, int colonnes) {
  private static final char[] SEPARATEURS = {';', '\t', ',', '|'};
  private static final int LIGNES = 40;
  /** More letters of a line tell nothing more. */
  private static final int LETTRES = 20_000;
  private static final int CASES = 250;

  static DebutDeCsv de(String texte) {
    List<String> lignes = new ArrayList<>();
    List<Integer> rangs = new ArrayList<>();
    int rang = 1;
    for (int debut = 0; debut < texte.length() && lignes.size() < LIGNES; rang++) {
      int saut = texte.indexOf('\n', debut);
      int fin = saut < 0 ? texte.length() : saut;
      String ligne = texte.substring(debut, Math.min(fin, debut + LETTRES));
      if (!ligne.isBlank()) {
        lignes.add(ligne);
        rangs.add(rang);
      }
      debut = fin + 1;
    }
    if (lignes.isEmpty()) {
      return new DebutDeCsv(';', 1, 0);
    }
    char separateur = leMeilleur(lignes);
    List<List<String>> rangees = lignes.stream().map(l -> cases(l, separateur)).toList();
    int place = Titres.place(rangees);
    boolean entiere = lignes.get(place).chars().filter(c -> c == '"').count() % 2 == 0;
    List<String> titres = rangees.get(place);
    int colonnes = titres.size();
    while (colonnes > 1 && titres.get(colonnes - 1).isBlank()) {
      colonnes--;
    }
    return new DebutDeCsv(separateur, rangs.get(place), entiere ? colonnes : 0);
  }

  private static char leMeilleur(List<String> lignes) {
    char meilleur = 0;
    int leMieux = 0;
    for (char c : SEPARATEURS) {
      int nommes = lignes.stream().mapToInt(l -> Titres.nommes(cases(l, c))).max().orElse(0);
      if (nommes > leMieux) {
        leMieux = nommes;
        meilleur = c;
      }
    }
    return Titres.assez(leMieux) ? meilleur : lePlusFrequent(lignes);
  }

  private static char lePlusFrequent(List<String> lignes) {
    for (String ligne : lignes) {
      char meilleur = ';';
      int leMieux = 1;
      for (char c : SEPARATEURS) {
        int n = cases(ligne, c).size();
        if (n > leMieux) {
          leMieux = n;
          meilleur = c;
        }
      }
      if (leMieux > 1) {
        return meilleur;
      }
    }
    return ';';
  }

  /** Cells of one line, without their quotes; what follows the last one looked at is left. */
  private static List<String> cases(String ligne, char separateur) {
    List<String> cases = new ArrayList<>();
    boolean cite = false;
    int debut = 0;
    for (int i = 0; i <= ligne.length() && cases.size() < CASES; i++) {
      if (i == ligne.length() || ligne.charAt(i) == separateur && !cite) {
        cases.add(ligne.substring(debut, i).replace("\"", "").strip());
        debut = i + 1;
      } else if (ligne.charAt(i) == '"') {
        cite = !cite;
      }
    }
    return cases;
  }
}
