package fr.jalon.bancs;

import fr.jalon.demarrage.Commande;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./jalon bench tout}: the benches one after the other, then one table: what must be held, what was found, the floor of this machine. */
@Component
@Command(name = "tout",
    description = "Tous les bancs l'un après l'autre, puis un tableau : cible, chiffre, plancher (une demi-heure à une heure, machine au calme).")
class BenchToutCommande implements Commande {
  private static final int AFFECTES = 60_000;
  private static final int REFERENTS = 1200;
  private static final double AFFECTATION_S = 10;
  private final BenchImportCommande chargements;
  private final BenchPagesCommande pages;

  @Option(names = "--tailles", split = ",", paramLabel = "N", description = "Nombres de foyers des chargements (6000,60000,600000).")
  private List<Integer> tailles = List.of(6_000, 60_000, 600_000);

  BenchToutCommande(BenchImportCommande chargements, BenchPagesCommande pages) {
    this.chargements = chargements;
    this.pages = pages;
  }

  @Override
  public Integer call() throws Exception {
    List<Mesure> mesures = new ArrayList<>();
    mesures.add(Mesure.de("%,d personnes pour %,d référents".formatted(AFFECTES, REFERENTS),
        BenchAffectationCommande.secondes(AFFECTES, REFERENTS), AFFECTATION_S, "s"));
    mesures.addAll(DemonstrationDuBanc.creer(System.out));
    mesures.addAll(chargements.mesurer(System.out, tailles));
    mesures.addAll(pages.mesurer(System.out));
    System.out.println();
    Mesure.dire(System.out, mesures);
    boolean tout = mesures.stream().allMatch(Mesure::tenue);
    System.out.println(tout ? "Toutes les cibles sont tenues." : "Des cibles ne sont pas tenues : voir les lignes « au-delà ».");
    return tout ? 0 : 1;
  }
}
