package fr.jalon.orientation.lecture;

import fr.jalon.ecran.Filtres;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;

/**
 * What is asked of the list of réorientations. @param etat those that wait unless said otherwise; @param territoire id; @param nom beginning of words
 * of the name
 */
public record FiltresDeReorientations(EtatReorientation etat, Integer territoire, OrigineDeReorientation origine, String nom, Integer page)
    implements Filtres {
  /** Defaults. */
  public FiltresDeReorientations {
    etat = etat == null ? EtatReorientation.DEMANDEE : etat;
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  @Override
  public String chemin() {
    return "/reorientations";
  }
}
