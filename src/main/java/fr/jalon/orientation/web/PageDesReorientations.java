package fr.jalon.orientation.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Pagination;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.lecture.FiltresDeReorientations;
import fr.jalon.orientation.lecture.LigneDeReorientation;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The page of the réorientations.
 *
 * @param peutDecider true when the agent may accept or refuse
 */
public record PageDesReorientations(FiltresDeReorientations filtres, List<LigneDeReorientation> lignes, Map<EtatReorientation, Long> comptes, Pagination pages,
    List<Territoire> territoires, LocalDate aujourdhui, boolean peutDecider, boolean peutExporter) {

  /** « 12 demandes attendent une réponse. » */
  public String resume() {
    long attendent = comptes.get(EtatReorientation.DEMANDEE);
    return attendent == 0 ? "Aucune demande n'attend de réponse." : Francais.nombre(attendent) + (attendent < 2 ? " demande attend une réponse." : " demandes attendent une réponse.");
  }

  /** Name of the territory filtered on, or an empty text. */
  public String nomDuTerritoire() {
    return territoires.stream().filter(t -> Integer.valueOf(t.id()).equals(filtres.territoire())).map(Territoire::nom).findFirst().orElse("");
  }
}
