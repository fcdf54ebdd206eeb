package fr.jalon.orientation.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Pagination;
import fr.jalon.orientation.domaine.Seuils;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.FiltresDEntrees.File;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.rendezvous.lecture.PlacesDesTerritoires.Manque;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The page of the new entrants.
 *
 * @param delai     the legal delay, « 42 jours »; @param seuils what makes a new entrant today
 * @param manques    territories short of places, for who convokes
 * @param retour     address of this list, to come back to after an orientation
 * @param enregistree the orientation just recorded, which may be undone, or {@code null}
 */
public record PageDesEntrees(FiltresDEntrees filtres, List<LigneDEntree> lignes, Map<File, Long> comptes, Pagination pages,
    List<Territoire> territoires, LocalDate aujourdhui, String delai, Seuils seuils, boolean peutOrienter, boolean peutConvoquer, boolean peutExporter, List<Manque> manques, String retour, Enregistree enregistree) {

  /** An orientation just recorded. */
  public record Enregistree(long suiviId, String phrase) implements java.io.Serializable {}

  /** « 12 personnes attendent, dont 3 en retard. » */
  public String resume() {
    long attendent = comptes.get(File.ATTENTE);
    long retard = comptes.get(File.RETARD);
    String debut = Francais.nombre(attendent) + (attendent < 2 ? " personne attend son orientation" : " personnes attendent leur orientation");
    return debut + (retard == 0 ? "." : " ; " + Francais.compte(retard, "est en retard", "sont en retard") + ", lettres à poster comprises.");
  }

  /** Name of the territory filtered on, or an empty text. */
  public String nomDuTerritoire() {
    return territoires.stream().filter(t -> Integer.valueOf(t.id()).equals(filtres.territoire())).map(Territoire::nom).findFirst().orElse("");
  }
}
