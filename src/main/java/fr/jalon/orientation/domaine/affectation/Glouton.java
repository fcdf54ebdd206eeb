package fr.jalon.orientation.domaine.affectation;

/** One by one, in the order of the list: each person takes the cheapest référent who has room. What an agent does by hand; the yardstick. */
final class Glouton {
  private Glouton() {}

  static Repartition repartir(Grille grille) {
    int nombre = grille.candidats().size();
    int[] recues = new int[nombre];
    int[] choix = new int[grille.personnes().size()];
    for (int p = 0; p < choix.length; p++) {
      long meilleur = Long.MAX_VALUE;
      choix[p] = Repartition.AUCUN;
      for (int c = 0; c < nombre; c++) {
        if (grille.possible(p, c) && recues[c] < grille.candidats().get(c).places()) {
          long cout = grille.cout(p, c, grille.ponderation()) + (long) grille.ponderation().charge() * grille.pointsDeCharge(c, recues[c] + 1);
          if (cout < meilleur) {
            meilleur = cout;
            choix[p] = c;
          }
        }
      }
      if (choix[p] != Repartition.AUCUN) {
        recues[choix[p]]++;
      }
    }
    return new Repartition(grille, choix);
  }
}
