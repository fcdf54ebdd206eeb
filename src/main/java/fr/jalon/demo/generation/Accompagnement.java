package fr.jalon.demo.generation;

/**
 * How often what follows an orientation happens in the demonstration, without being published: {@code demonstration/profils.yaml}. In per cent,
 * except the days.
 *
 * @param reexamenAvance      days: reviews whose limit falls before are held this month
 * @param reexamenLaisse      of these, those left to the next one
 * @param reexamenVersLEmploi reviews that lead to a réorientation
 * @param avisDefavorable     parcours sociaux kept against the opinion of the équipe pluridisciplinaire
 * @param demandesParMois     follow-ups for which a réorientation is asked each month
 * @param demandesRecentes    of these, those less than six months after the orientation
 * @param acceptees, retirees what becomes of them; the others are refused
 * @param joursDeDecision     longest answer, in days
 */
public record Accompagnement(int reexamenAvance, double reexamenLaisse, double reexamenVersLEmploi, double avisDefavorable, double demandesParMois,
    double demandesRecentes,
    double acceptees, double retirees, int joursDeDecision) {

  /** Reads the file. */
  public static Accompagnement lire() {
    Donnees d = Donnees.lire("/demonstration/profils.yaml").sous("accompagnement");
    return new Accompagnement(d.entier("reexamenAvance"), d.reel("reexamenLaisse"), d.reel("reexamenVersLEmploi"), d.reel("avisDefavorable"),
        d.reel("demandesParMois"),
        d.reel("demandesRecentes"), d.reel("acceptees"), d.reel("retirees"), d.entier("joursDeDecision"));
  }
}
