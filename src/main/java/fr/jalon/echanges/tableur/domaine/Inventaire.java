package fr.jalon.echanges.tableur.domaine;

import fr.jalon.socle.RefusMetier;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each line of the file went. They always add up: a person is never lost without a word.
 *
 * @param lignes         lines of a CSV, or rows of the sheet that hold something
 * @param vides          blank ones
 * @param avant          those above the headers
 * @param titres         those that hold the headers, once or repeated
 * @param suites         those that go on with a cell begun on the line before
 * @param doublons       those that repeat another one exactly
 * @param personnes      those kept
 * @param ligneDesTitres where the headers are, as a spreadsheet numbers it
 * @param feuille        sheet read, or {@code null}
 * @param feuilles       all the sheets that hold something, in their order
 * @param calendrier1904 true when the workbook counts its days from 1904
 */
public record Inventaire(int lignes, int vides, int avant, int titres, int suites, int doublons, int personnes, int ligneDesTitres,
    String feuille, List<String> feuilles,
    boolean calendrier1904) {

  /** @throws RefusMetier when a line is missing, or counted twice */
  public Inventaire {
    feuilles = feuilles == null ? List.of() : List.copyOf(feuilles);
    if (vides + avant + titres + suites + doublons + personnes != lignes) {
      throw new RefusMetier("LIGNES_PERDUES",
          "Jalon ne retrouve pas toutes les lignes de ce fichier : rien n'en est gardé. Ouvrez-le dans votre tableur, enregistrez-le au format .xlsx, "
          + "puis déposez-le.");
    }
  }

  /** The sheets that are not read though they hold something. */
  public List<String> feuillesNonLues() {
    return feuilles.stream().filter(f -> !f.equals(feuille)).toList();
  }

  /** What the lines are, persons last: {@code 1 ligne de titres}, {@code 2 lignes vides}, {@code 8 personnes}. */
  public List<String> parts() {
    return parts(GenreDeTableur.PERSONNES);
  }

  /** The same, in the words of what the rows bring. */
  public List<String> parts(GenreDeTableur genre) {
    List<String> parts = new ArrayList<>();
    ajouter(parts, avant, "ligne au-dessus des titres", "lignes au-dessus des titres");
    ajouter(parts, titres, "ligne de titres", "lignes de titres");
    ajouter(parts, vides, "ligne vide", "lignes vides");
    ajouter(parts, suites, "suite d'une case sur plusieurs lignes", "suites de cases sur plusieurs lignes");
    ajouter(parts, doublons, "ligne répétée à l'identique, laissée de côté", "lignes répétées à l'identique, laissées de côté");
    ajouter(parts, personnes, genre.repris() ? "ligne à reprendre" : "ligne de personne",
        genre.repris() ? "lignes à reprendre" : "lignes de personnes");
    return parts;
  }

  private static void ajouter(List<String> parts, int nombre, String une, String plusieurs) {
    if (nombre > 0) {
      parts.add(nombre + " " + (nombre == 1 ? une : plusieurs));
    }
  }
}
