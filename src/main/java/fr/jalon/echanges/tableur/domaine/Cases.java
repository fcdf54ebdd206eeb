package fr.jalon.echanges.tableur.domaine;

import fr.jalon.echanges.tableur.domaine.LectureDeLigne.Erreur;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The cells of a row, read field by field: each that cannot be read is told in one sentence, and the others are still read. */
public final class Cases {
  private final Correspondance correspondance;
  private final List<String> valeurs;
  private final boolean calendrier1904;
  private final List<Erreur> erreurs = new ArrayList<>();

  /** @param calendrier1904 true when the days of the file are counted from 1904 */
  public Cases(Correspondance correspondance, List<String> valeurs, boolean calendrier1904) {
    this.correspondance = correspondance;
    this.valeurs = valeurs;
    this.calendrier1904 = calendrier1904;
  }

  /** What is wrong so far; more may be added. */
  public List<Erreur> erreurs() {
    return erreurs;
  }

  /** Something wrong in a field, in a sentence that says what to do. */
  public void refuser(Champ champ, String phrase) {
    erreurs.add(new Erreur(champ, phrase));
  }

  /** A rule about one field: its sentence is told when it does not hold. */
  public void exiger(boolean respectee, Champ champ, String phrase) {
    if (!respectee) {
      refuser(champ, phrase);
    }
  }

  /** The text of a field, {@code null} when the cell is empty. */
  public String texte(Champ champ) {
    String valeur = correspondance.valeur(champ, valeurs);
    // a non-breaking blank, or one that has no width, is copied from a page with the text
    String net = valeur.replaceAll("[\\s\\u00a0\\u202f\\u200b\\ufeff]+", " ").strip();
    return net.isEmpty() ? null : net;
  }

  /** The same, told when it is missing. */
  public String obligatoire(Champ champ) {
    String valeur = texte(champ);
    if (valeur == null) {
      erreurs.add(new Erreur(champ, "Il manque le " + champ.libelle().toLowerCase(Locale.FRENCH) + "."));
    }
    return valeur;
  }

  /** A field read otherwise than as a text; {@code null} when it is empty, or cannot be read: it is then told. */
  public <T> T champ(Champ champ, Function<String, T> lecture) {
    String valeur = texte(champ);
    if (valeur == null) {
      return null;
    }
    try {
      return lecture.apply(valeur);
    } catch (IllegalArgumentException e) {
      erreurs.add(new Erreur(champ, e.getMessage()));
      return null;
    }
  }

  /** A day. @throws IllegalArgumentException with a sentence */
  public LocalDate jour(String valeur) {
    return ValeursDeCellule.date(valeur, calendrier1904);
  }

  /** A day that has come. @param quoi what to say of one that has not */
  public LocalDate jourPasse(Champ champ, LocalDate aujourdhui, String quoi) {
    LocalDate jour = champ(champ, this::jour);
    exiger(jour == null || !jour.isAfter(aujourdhui), champ, quoi);
    return jour;
  }
}
