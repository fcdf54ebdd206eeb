package fr.jalon.orientation.web;

import fr.jalon.ecran.Refus;
import fr.jalon.orientation.lecture.Relais.Confiee;
import fr.jalon.orientation.lecture.Relais.Passe;
import fr.jalon.orientation.lecture.RelaisAVenir.Prevue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A hand-over, its persons, and what undoes it.
 *
 * @param prevues who waits for its day, and who could not pass on it
 * @param saisie  what was typed to give it back or undo it
 * @param lignes  why a person cannot go back, by follow-up
 */
public record PageDUnRelais(Passe relais, List<Confiee> personnes, List<Prevue> prevues, Retour saisie,
    Map<Long, String> lignes, LocalDate aujourdhui, Refus refus) {
  /** What is typed to give it back. */
  public record Retour(String le, Boolean prevenir, String acceptePar, String raisonDuDepassement, String raison) {
    /** Absent texts are empty, an unchecked box is false. */
    public Retour {
      le = le == null ? "" : le;
      prevenir = Boolean.TRUE.equals(prevenir);
      acceptePar = acceptePar == null ? "" : acceptePar;
      raisonDuDepassement = raisonDuDepassement == null ? "" : raisonDuDepassement;
      raison = raison == null ? "" : raison;
    }
  }

  /** Those who could not pass on the day, or come back on it. */
  public List<Prevue> empechees() {
    return prevues.stream().filter(p -> p.refus() != null).toList();
  }

  /** Those whose turn had not come when it was cancelled. */
  public List<Prevue> jamaisPassees() {
    return relais.jamaisCommence() ? prevues.stream().filter(p -> p.refus() == null).toList() : List.of();
  }

  /** How many are still with the colleague of that day. */
  public long encore() {
    return personnes.stream().filter(Confiee::encore).count();
  }

  /** How many ended or changed hands since. */
  public long parties() {
    return personnes.size() - encore();
  }
}
