package fr.jalon.orientation.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Liste;
import fr.jalon.orientation.domaine.Seuils;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.FiltresDEntrees.File;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.rendezvous.lecture.PlacesDesTerritoires.Manque;
import fr.jalon.structures.Territoire;
import java.util.List;

/**
 * The page of the new entrants.
 *
 * @param delai     the legal delay, « 42 jours »; @param seuils what makes a new entrant today
 * @param manques    territories short of places, for who convokes
 * @param enregistree the orientation just recorded, which may be undone, or {@code null}
 */
public record PageDesEntrees(Liste<FiltresDEntrees, File, LigneDEntree> liste, List<Territoire> territoires, String delai, Seuils seuils,
    List<Manque> manques, Enregistree enregistree) {

  /** An orientation just recorded. */
  public record Enregistree(long suiviId, String phrase) implements java.io.Serializable {}

  /** « 12 personnes attendent, dont 3 en retard. » */
  public String resume() {
    long attendent = liste.comptes().get(File.ATTENTE);
    long retard = liste.comptes().get(File.RETARD);
    String debut = Francais.nombre(attendent) + (attendent < 2 ? " personne attend son orientation" : " personnes attendent leur orientation");
    return debut + (retard == 0 ? "." : " ; " + Francais.compte(retard, "est en retard", "sont en retard") + ", lettres à poster comprises.");
  }
}
