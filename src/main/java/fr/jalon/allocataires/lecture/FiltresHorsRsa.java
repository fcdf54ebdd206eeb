package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.domaine.OngletHorsRsa;
import fr.jalon.ecran.Filtres;

/**
 * What is asked of the list of persons followed outside the RSA. @param etat those followed today unless said otherwise; @param publicSuivi code of a
 * public; @param territoire id; @param nom beginning of words of the name
 */
public record FiltresHorsRsa(OngletHorsRsa etat, String publicSuivi, Integer territoire, String nom, Integer page) implements Filtres {
  /** Defaults. */
  public FiltresHorsRsa {
    etat = etat == null ? OngletHorsRsa.EN_COURS : etat;
    publicSuivi = Filtres.texte(publicSuivi);
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  @Override
  public String chemin() {
    return "/hors-rsa";
  }
}
