package fr.jalon.bancs;

import fr.jalon.demarrage.Commande;
import fr.jalon.demo.generation.GrosFichier;
import fr.jalon.echeances.BalayerLesEcheances;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./jalon bench pages}: 100 000 persons with five years of monthly files, a server of its own, fifty agents of every role who
 * click. Prints the times of each page and of the start.
 */
@Component
@Command(name = "pages", description = "Pages sur 100 000 personnes et 5 ans d'historique : liste, recherche, dossier, tableau de bord, démarrage.")
class BenchPagesCommande implements Commande {
  private static final int MOIS = 60;
  private static final double BALAYAGE_S = 60;
  private final Atelier atelier;
  private final Visiteurs visiteurs;
  private final BalayerLesEcheances balayage;
  private final JdbcClient base;

  @Option(names = "--foyers", paramLabel = "N", description = "Nombre de foyers (60 000 : environ 100 000 personnes).")
  private int foyers = 60_000;
  @Option(names = "--mois", paramLabel = "N", description = "Nombre de fichiers mensuels (60).")
  private int mois = MOIS;
  @Option(names = "--agents", paramLabel = "N", description = "Agents à la fois (50).")
  private int agents = 50;
  @Option(names = "--secondes", paramLabel = "N", description = "Durée de chacune des deux mesures (30).")
  private int secondes = 30;
  @Option(names = "--garder", description = "Garder les données déjà chargées par un passage précédent.")
  private boolean garder;

  BenchPagesCommande(Atelier atelier, Visiteurs visiteurs, BalayerLesEcheances balayage, @Qualifier("chargement") JdbcClient base) {
    this.atelier = atelier;
    this.visiteurs = visiteurs;
    this.balayage = balayage;
    this.base = base;
  }

  @Override
  public Integer call() throws Exception {
    mesurer(System.out);
    return 0;
  }

  List<Mesure> mesurer(PrintStream sortie) throws Exception {
    List<Mesure> mesures = new ArrayList<>();
    atelier.verifierLeDossier();
    if (!garder) {
      peupler();
    }
    long personnes = base.sql("select count(*) from allocataires.personne").query(Long.class).single();
    long faits =
        base.sql("select (select count(*) from allocataires.droit) + (select count(*) from allocataires.montant) + (select count(*) from allocataires.membre)"
        + " + (select count(*) from allocataires.ressource) + (select count(*) from allocataires.adresse)").query(Long.class).single();
    sortie.printf("%,d personnes, %,d faits datés, %d fichiers mensuels%n", personnes, faits,
        base.sql("select count(*) from echanges.import where statut = 'CHARGE'").query(Integer.class).single());
    java.time.LocalDate passe =
        base.sql("select min(date_reference) + (max(date_reference) - min(date_reference)) / 2 from echanges.import where statut = 'CHARGE'")
        .query(java.time.LocalDate.class).single();
    mesures.add(balayer(sortie));
    mesures.add(ServeurDuBanc.premierePage(sortie));
    try (ServeurDuBanc serveur = ServeurDuBanc.demarrer("serve")) {
      mesures.addAll(new Visite(serveur.adresse(), visiteurs.creer(), passe).mesurer(agents, secondes, sortie));
    }
    return mesures;
  }

  /** What the night does: every deadline of every room, at the day of the clock. */
  private Mesure balayer(PrintStream sortie) {
    long debut = System.nanoTime();
    BalayerLesEcheances.Bilan bilan = balayage.executer("banc");
    double secondes = (System.nanoTime() - debut) / 1e9;
    sortie.printf("balayage du %s : %,d échéances mises à jour en %.1f s, %,d personnes suivies%n", bilan.jour(), bilan.changees(), secondes,
        base.sql("select count(*) from orientation.suivi where etat <> 'CLOS'").query(Integer.class).single());
    return Mesure.de("balayage quotidien", secondes, BALAYAGE_S, "s");
  }

  private void peupler() throws IOException {
    atelier.vider();
    Path fichier = atelier.dossier().resolve("banc.xml");
    for (int m = 0; m < mois; m++) {
      GrosFichier.ecrire(fichier, Atelier.DEPARTEMENT, foyers, m);
      var r = atelier.charger(fichier);
      System.err.printf("\rfichier %d/%d : %.1f s   ", m + 1, mois, r.dureeMs() / 1000.0);
    }
    System.err.println();
    Files.delete(fichier);
    visiteurs.confier();
    base.sql("vacuum analyze").update();
  }
}
