package fr.jalon.orientation.lecture;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.structures.MaFiche;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of the list of réorientations; all of it is in the URL. {@code null} = no filter.
 *
 * @param etat       those that wait unless said otherwise
 * @param territoire territory id
 * @param nom        beginning of words of the name, without accents
 * @param page       from 1
 */
public record FiltresDeReorientations(EtatReorientation etat, Integer territoire, OrigineDeReorientation origine, String nom, int page) {
  /** Defaults. */
  public FiltresDeReorientations {
    etat = etat == null ? EtatReorientation.DEMANDEE : etat;
    nom = nom == null || nom.isBlank() ? null : nom.strip();
    page = Math.max(1, page);
  }

  /** True when something besides the state is asked. */
  public boolean filtree() {
    return MaFiche.choisi(territoire) != null || origine != null || nom != null;
  }

  /** Address of the list with these filters, first page. */
  public AdresseDePage adresse() {
    Map<String, String> p = new LinkedHashMap<>();
    p.put("etat", etat == EtatReorientation.DEMANDEE ? "" : etat.name());
    p.put("territoire", territoire == null ? "" : territoire.toString());
    p.put("origine", origine == null ? "" : origine.name());
    p.put("nom", nom);
    return new AdresseDePage("/reorientations", p);
  }
}
