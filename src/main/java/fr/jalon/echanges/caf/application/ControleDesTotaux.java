package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The amounts of a financial file as they stand in it, rejected dossiers included, against the totals it announces. A family of movements
 * is totalled by some payers without its signs, by others as additions less deductions: either will do.
 */
final class ControleDesTotaux {
  /** Families that each total sums up. */
  private static final Map<String, List<String>> FAMILLES = Map.of("TotalAllocationsComptabilisees", List.of("AllocationsComptabilisees"),
      "TotalIndusConstates", List.of("IndusConstates"), "TotalIndusTransferésCG", List.of("IndusTransferesCG"), "TotalIndusTransferesCG",
      List.of("IndusTransferesCG"),
      "TotalRemisesIndus", List.of("RemisesIndus"), "TotalAnnulationsIndus", List.of("AnnulationsFaibleMontant", "AutresAnnulations"));
  private final Map<String, BigDecimal> nets = new HashMap<>();
  private final Map<String, BigDecimal> bruts = new HashMap<>();
  private boolean incertain;

  /** Adds a dossier, whatever becomes of it. */
  void lire(Dossier dossier) {
    for (Bloc detail : dossier.racine().tous("DetailAcompteRSA")) {
      for (Bloc famille : detail.enfants()) {
        famille.enfants().forEach(ecriture -> ajouter(famille.nom(), ecriture));
      }
    }
  }

  private void ajouter(String famille, Bloc ecriture) {
    BigDecimal montant = lire(ecriture.texte("MTMOUCOMPTA"));
    if (montant == null) {
      // nobody knows what this dossier, rejected, counts for
      incertain = true;
      return;
    }
    nets.merge(famille, "DE".equals(ecriture.texte("SENSOPECOMPTA")) ? montant.negate() : montant, BigDecimal::add);
    bruts.merge(famille, montant.abs(), BigDecimal::add);
  }

  /** @throws FluxRefuse when a total cannot be read, or (for that alone, see {@link FluxRefuse#ecartSeul()}) does not agree */
  void verifier(Dossier totaux) {
    for (Bloc total : totaux.racine().enfants()) {
      List<String> familles = FAMILLES.get(total.nom());
      Bloc feuille = total.un("MTTOTRSA");
      if (familles == null || feuille == null || feuille.texte() == null) {
        continue;
      }
      BigDecimal annonce = lire(feuille.texte());
      if (annonce == null) {
        throw new FluxRefuse("Le total « " + feuille.texte() + " » (" + total.nom() + ", balise MTTOTRSA, ligne " + feuille.ligne()
            + ") n'est pas un montant. Rien n'a été chargé. Demandez de nouveau le fichier.", feuille.ligne(), "MTTOTRSA");
      }
      BigDecimal net = somme(nets, familles);
      boolean juste = annonce.abs().compareTo(net.abs()) == 0 || annonce.abs().compareTo(somme(bruts, familles)) == 0;
      if (!juste && !incertain) {
        throw new FluxRefuse("Le fichier annonce un total de " + annonce + " € (" + total.nom() + ", balise MTTOTRSA, ligne " + feuille.ligne()
            + ") et ses lignes font " + net
            + " €. Rien n'a été chargé. Demandez un fichier juste, ou faites accepter l'écart avec une raison.", feuille.ligne(), "MTTOTRSA", true);
      }
    }
  }

  private static BigDecimal somme(Map<String, BigDecimal> sommes, List<String> familles) {
    return familles.stream().map(f -> sommes.getOrDefault(f, BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal lire(String texte) {
    return texte == null || !texte.matches("[+-]?\\d{1,15}([.,]\\d{1,4})?") ? null : new BigDecimal(texte.replace(',', '.'));
  }
}
