package fr.jalon.bancs;

import fr.jalon.demarrage.Commande;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;

/** {@code ./jalon bench demarrage}: from a command to the first page, and to a demonstration that is ready, each beside its floor. */
@Component
@Command(name = "demarrage", description =
    "Démarrage jusqu'à la première page, puis démonstration créée à neuf, chacun avec son plancher (trois minutes, machine au calme).")
class BenchDemarrageCommande implements Commande {
  @Override
  public Integer call() throws Exception {
    List<Mesure> mesures = new ArrayList<>(List.of(ServeurDuBanc.premierePage(System.out)));
    mesures.addAll(DemonstrationDuBanc.creer(System.out));
    Mesure.dire(System.out, mesures);
    return 0;
  }
}
