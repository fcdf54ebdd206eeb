package fr.jalon.justedroit.web;

import fr.jalon.justedroit.domaine.AccordAvecLeFichier;
import fr.jalon.justedroit.domaine.FoyerSimule;
import fr.jalon.justedroit.domaine.Verificateur;
import fr.jalon.justedroit.domaine.Verification;
import fr.jalon.justedroit.lecture.FoyerLu;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The simulation of each foyer as it opens from the dossier, beside the verification of the same foyer. */
public final class SimulationsDuFichier {
  private SimulationsDuFichier() {}

  /**
   * @param arrets     foyers of which the page says that an income stopped: the law no longer counts it, the payer still does
   * @param dits       those of which the page says that the two amounts differ: the family changed within the quarter
   * @param desaccords the other foyers whose simulation says another RSA of today than the verification, by a euro or more
   */
  public record Bilan(int compares, int arrets, int dits, List<String> desaccords) {}

  /** @param jour day of the facts, which is today for the simulation */
  public static Bilan comparer(List<FoyerLu> foyers, LocalDate jour) {
    int compares = 0;
    int arrets = 0;
    int dits = 0;
    List<String> desaccords = new ArrayList<>();
    Verificateur verificateur = Verificateur.rapide();
    for (FoyerLu f : foyers) {
      Verification verifie = verificateur.verifier(f.faits(), List.of());
      if (verifie.recalcule() == null) {
        continue;
      }
      Preremplissage.Rempli rempli = new Preremplissage(jour).depuis(f.faits(), f.personneId());
      Saisie saisie = rempli.saisie();
      FoyerSimule foyer = new FormulaireDeSimulation(saisie, jour, BigDecimal.TEN).foyer();
      BigDecimal simule = saisie.juste() ? AccordAvecLeFichier.simule(foyer).orElse(null) : null;
      compares++;
      boolean arret = rempli.remarques().contains(Preremplissage.ARRET);
      arrets += arret ? 1 : 0;
      if (arret || simule != null && simule.subtract(verifie.recalcule()).abs().compareTo(BigDecimal.ONE) < 0) {
        continue;
      }
      if (saisie.juste() && AccordAvecLeFichier.desaccord(foyer, f.faits()).isPresent()) {
        dits++;
      } else {
        desaccords.add("foyer %d : simulé %s, vérifié %s, fichier %s, %s %s".formatted(f.faits().foyerId(), simule, verifie.recalcule(),
            verifie.caisse(), saisie.erreurs(),
            f.faits().adultes().stream().map(a -> a.ressources() == null ? "-" : a.ressources().fin() + " " + a.ressources().montants()).toList()));
      }
    }
    return new Bilan(compares, arrets, dits, desaccords.stream().limit(40).toList());
  }
}
