package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.domaine.EtatSession;
import fr.jalon.socle.CleDeRecherche;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A session as a list shows it; everyone is counted, also the persons the agent may not see.
 *
 * @param prises    persons convoked, whatever they answered but no
 * @param confirmees those who say they come
 * @param attente   persons on the waiting list
 */
public record LigneDeSession(long id, LocalDate jour, LocalTime debut, LocalTime fin, EtatSession etat, String motif, int lieuId, String lieu,
    String adresse, String commune,
    String telephone, boolean accessible, int territoireId, String territoire, int capacite, String animateur, String langues,
    String commentaire, int prises,
    int confirmees, int attente, int presentes, int excusees, int absentes) {
  /** Places left, never negative. */
  public int places() {
    return Math.max(0, capacite - prises);
  }

  /** True on its day and after, unless it was cancelled. */
  public boolean commencee(LocalDate aujourdhui) {
    return !jour.isAfter(aujourdhui) && etat != EtatSession.ANNULEE;
  }

  /** True when she leads it: every word of her name is in what was written. */
  public boolean animeePar(String nom) {
    return animateur != null && List.of(CleDeRecherche.mots(animateur)).containsAll(List.of(CleDeRecherche.mots(nom)));
  }

  /** Persons convoked whose presence is not noted. */
  public int aPointer() {
    return prises - presentes - excusees - absentes;
  }
}
