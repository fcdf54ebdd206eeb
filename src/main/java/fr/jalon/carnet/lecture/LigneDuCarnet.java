package fr.jalon.carnet.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Something that awaits an agent in a notebook, or no longer does. Never a text: it is read in the notebook.
 *
 * @param demande  number of what is asked, {@code null} for something new that nobody asked to read
 * @param entree   the entry to open: the first of its thread
 * @param genre    MENTION, REPONSE, TACHE; ECRIT for something new
 * @param limite   last day of a task, or {@code null}
 * @param par      who wrote or asks, as shown; @param pour whom it is asked of, {@code null} for something new
 * @param aMoi     true when it is asked of the agent at work; @param deMoi true when she asks it
 * @param faiteLe  when it was read or done, {@code null} while it is not; @param faitePar by whom, as shown
 */
public record LigneDuCarnet(Long demande, long entree, @PersonneMontree long personneId, String nom, String prenom, String territoire, String theme,
    String genre, LocalDate limite, String par, String pour, boolean aMoi, boolean deMoi, OffsetDateTime quand, OffsetDateTime faiteLe,
    String faitePar) {
  /** {@code MARTIN Ana}. */
  public String personne() {
    return Francais.personne(nom, prenom);
  }

  /** True for something to do. */
  public boolean tache() {
    return genre.equals("TACHE");
  }

  /** True for a task whose day passed. */
  public boolean enRetard(LocalDate aujourdhui) {
    return faiteLe == null && limite != null && limite.isBefore(aujourdhui);
  }

  /** True when the agent at work may say that it is read or done, or was not. */
  public boolean mienne() {
    return demande != null && (aMoi || tache() && deMoi);
  }

  /** « À faire », « À lire », « Une réponse à lire », « Nouvel écrit ». */
  public String quoi() {
    return switch (genre) {
      case "TACHE" -> "À faire";
      case "REPONSE" -> "Une réponse à lire";
      case "MENTION" -> "À lire";
      default -> "Nouvel écrit";
    };
  }
}
