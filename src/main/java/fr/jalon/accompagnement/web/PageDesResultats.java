package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.domaine.Cohorte;
import fr.jalon.accompagnement.domaine.Comparaison;
import fr.jalon.accompagnement.domaine.Comparaison.Part;
import fr.jalon.accompagnement.lecture.PortefeuillesIntensifs.Portefeuille;
import fr.jalon.accompagnement.lecture.ResultatsDesCohortes.Resultats;
import fr.jalon.structures.Territoire;
import java.util.List;
import java.util.Locale;

/**
 * The results of a cohort. @param resultats at each length; @param territoire, @param referent what is asked, {@code null} for all
 */
public record PageDesResultats(List<Cohorte> cohortes, Cohorte cohorte, List<Territoire> territoires, Integer territoire,
    List<Portefeuille> portefeuilles,
    Integer referent, List<Resultats> resultats) {
  /** A line of the table. @param aide what is counted */
  public record Ligne(String libelle, String aide, Part part) {}

  /** The shares at this length. */
  public static List<Ligne> lignes(Resultats r) {
    Comparaison c = r.comparaison();
    return List.of(new Ligne("Ne sont plus au RSA", "droit ouvert dans aucun foyer", c.part(Comparaison.Case::sorties)),
        new Ligne("Ont un parcours plus proche de l'emploi", "de social à socioprofessionnel ou professionnel", c.part(Comparaison.Case::versEmploi)),
        new Ligne("Ont levé au moins un frein", "depuis le mois de l'entrée", c.part(Comparaison.Case::freinsLeves)),
        new Ligne("Sont encore suivies", "un suivi court ce jour-là", c.part(Comparaison.Case::suivies)));
  }

  /** « 42 % », or a dash when it may not be shown. */
  public static String pourcent(Double valeur) {
    return valeur == null ? "—" : Math.round(valeur) + "\u00a0%";
  }

  /** « + 12 points (de 3 à 21) », or why it is not said. */
  public static String ecart(Part p) {
    if (p.membres() == null) {
      return "—";
    }
    if (p.ecart() == null) {
      return "trop peu de personnes pour le dire";
    }
    return "%s points (de %s à %s)%s".formatted(signe(p.ecart()), signe(p.bas()), signe(p.haut()), p.incertain() ? " : le hasard peut suffire" : "");
  }

  private static String signe(double valeur) {
    long entier = Math.round(valeur);
    return (entier > 0 ? "+\u00a0" : entier < 0 ? "−\u00a0" : "") + Math.abs(entier);
  }

  /** « 2,4 », or a dash. */
  public static String contacts(Double valeur) {
    return valeur == null ? "—" : String.format(Locale.FRENCH, "%.1f", valeur);
  }
}
