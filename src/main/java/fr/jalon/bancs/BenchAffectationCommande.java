package fr.jalon.bancs;

import fr.jalon.demarrage.CommandeSansBase;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.domaine.affectation.Affectation;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.orientation.domaine.affectation.Grille;
import fr.jalon.orientation.domaine.affectation.PersonneAAffecter;
import fr.jalon.orientation.domaine.affectation.Ponderation;
import fr.jalon.orientation.domaine.affectation.Repartition;
import fr.jalon.orientation.domaine.affectation.Terme;
import fr.jalon.structures.Distances;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Public;
import fr.jalon.structures.Referent;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./jalon bench affectation}: a list of persons given référents at once, compared with sharing out one by one. Fails when a term is worse. */
@Command(name = "affectation", description = "Affectation d'une liste : secondes, et chaque terme de coût face au chacun son tour.")
class BenchAffectationCommande implements CommandeSansBase {
  private static final double MILLIARD = 1e9;
  private static final int PAR_ETP = 100;
  private static final int COMMUNES = 300;
  private static final int TERRITOIRES = 4;
  private static final Ponderation POIDS = new Ponderation(4, 2, 3, 3, 50);

  @Option(names = "--personnes", paramLabel = "N", description = "Nombre de personnes (6000).")
  private int personnes = 6000;

  @Option(names = "--referents", paramLabel = "N", description = "Nombre de référents (120).")
  private int referents = 120;

  @Option(names = "--graine", paramLabel = "N", description = "Graine du hasard (1).")
  private long graine = 1;

  /** Who is to be placed, and with whom. */
  private record Donnees(List<PersonneAAffecter> liste, List<Candidat> candidats, Distances distances) {
    Grille grille(int premiers) {
      return new Grille(liste.subList(0, Math.min(premiers, liste.size())), candidats, distances, POIDS);
    }
  }

  /** An allocation with its time, and that of the first call, which loads the native library. */
  private record Essai(Affectation affectation, double premier, double secondes) {
    /** The code is warm, as in a server that runs. */
    static Essai de(Donnees donnees) {
      long depart = System.nanoTime();
      Affectation.de(donnees.grille(10));
      long debut = System.nanoTime();
      Affectation a = Affectation.de(donnees.grille(donnees.liste.size()));
      return new Essai(a, (debut - depart) / MILLIARD, (System.nanoTime() - debut) / MILLIARD);
    }
  }

  /** The time of one allocation of that size, library loaded. */
  static double secondes(int personnes, int referents) {
    BenchAffectationCommande banc = new BenchAffectationCommande();
    banc.personnes = personnes;
    banc.referents = referents;
    return Essai.de(banc.donnees()).secondes();
  }

  @Override
  public Integer call() {
    Essai essai = Essai.de(donnees());
    return dire(System.out, essai.affectation(), essai.premier(), essai.secondes());
  }

  private Donnees donnees() {
    Random hasard = new Random(graine);
    Distances distances = distances(hasard);
    List<Candidat> candidats = candidats(hasard);
    return new Donnees(personnes(hasard, candidats), candidats, distances);
  }

  private int dire(PrintStream sortie, Affectation a, double premier, double secondes) {
    sortie.printf("%,d personnes, %d référents, graine %d : %.2f s en %d résolution(s) (bibliothèque chargée en %.2f s)%n", personnes,
        referents, graine, secondes,
        a.resolutions(), premier);
    sortie.println(a.garantie().phrase());
    Repartition o = a.proposee();
    Repartition g = a.unParUn();
    sortie.printf("%-12s %14s %14s %8s%n", "", "proposée", "un par un", "écart");
    for (Terme t : Terme.values()) {
      sortie.printf("%-12s %,14d %,14d %7.1f %%%n", t.libelle(), o.total(t), g.total(t), ecart(o.total(t), g.total(t)));
    }
    sortie.printf("%-12s %,14d %,14d %7.1f %%%n", "Pondéré", o.total(POIDS), g.total(POIDS), ecart(o.total(POIDS), g.total(POIDS)));
    sortie.printf("%-12s %,14d %,14d%n", "Placées", o.placees(), g.placees());
    boolean tenue = o.neCedeEnRien(g);
    sortie.println(tenue ? "Aucun terme n'est plus mauvais que servir chacun à son tour." : "ÉCHEC : un terme est plus mauvais.");
    return tenue ? 0 : 1;
  }

  private static double ecart(long a, long b) {
    return b == 0 ? 0 : (a - b) * 100.0 / b;
  }

  private Distances distances(Random hasard) {
    Map<String, Distances.Point> centres = new HashMap<>();
    for (int c = 0; c < COMMUNES; c++) {
      centres.put("C" + c, new Distances.Point(44.3 + hasard.nextDouble(), 3.9 + hasard.nextDouble(), true));
    }
    return new Distances(centres);
  }

  /** One organisation a référent in three; one référent in six is a specialist who follows her public only. */
  private List<Candidat> candidats(Random hasard) {
    List<Candidat> candidats = new ArrayList<>();
    Public[] publics = Public.values();
    for (int r = 0; r < referents; r++) {
      boolean reserve = r % 6 == 5;
      int o = r / 3;
      Organisation organisation = new Organisation(o, "O" + o, "Organisation " + o, "DEPARTEMENT", reserve
          || o % 5 == 0 ? List.of() : List.of(1 + o % TERRITOIRES, 1 + (o + 1) % TERRITOIRES),
          List.of(), true, null, "C" + hasard.nextInt(COMMUNES));
      BigDecimal etp = new BigDecimal(hasard.nextInt(4) == 0 ? "0.8" : "1");
      Referent referent = new Referent(r, o, "Référent " + r, null, etp, false, true, null,
          reserve ? List.of(publics[r / 6 % publics.length]) : List.of(), reserve, List.of());
      candidats.add(new Candidat(referent, organisation, hasard.nextInt(50), Candidat.capacite(etp, PAR_ETP)));
    }
    return candidats;
  }

  private List<PersonneAAffecter> personnes(Random hasard, List<Candidat> candidats) {
    List<PersonneAAffecter> liste = new ArrayList<>(personnes);
    for (int p = 0; p < personnes; p++) {
      Candidat ancien = hasard.nextInt(5) == 0 ? candidats.get(hasard.nextInt(candidats.size())) : null;
      liste.add(new PersonneAAffecter(p, Parcours.SOCIAL, "C" + hasard.nextInt(COMMUNES), 1 + hasard.nextInt(TERRITOIRES),
          hasard.nextInt(8) == 0 ? Public.values()[hasard.nextInt(Public.values().length)] : null,
          ancien == null ? null : ancien.referent().id(), ancien == null ? null : ancien.organisation().id()));
    }
    return liste;
  }
}
