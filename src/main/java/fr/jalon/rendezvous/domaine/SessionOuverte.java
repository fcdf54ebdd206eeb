package fr.jalon.rendezvous.domaine;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A session a person may be convoked to.
 *
 * @param commune    INSEE code of its place
 * @param nomCommune as shown
 * @param prises     places taken, everyone counted
 * @param attente    persons on its waiting list
 */
public record SessionOuverte(long id, int territoireId, LocalDate jour, LocalTime debut, String lieu, String commune, String nomCommune, int capacite,
    int prises, int attente) {
  /** Places left, never negative. */
  public int places() {
    return Math.max(0, capacite - prises);
  }

  /** {@code 14/10/2025 à 9 h 30, Aubenas (Maison du Département)}. */
  public String libelle() {
    return "%s à %s, %s (%s)".formatted(fr.jalon.ecran.Francais.date(jour), Heures.heure(debut), nomCommune, lieu);
  }
}
