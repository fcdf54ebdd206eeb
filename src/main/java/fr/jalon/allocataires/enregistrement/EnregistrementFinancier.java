package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.CleFoyer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records payments and transferred claims of foyers already known, in the transaction of the caller. */
public final class EnregistrementFinancier {
  private final Connection connexion;
  private final long importId;
  private final Annuaire annuaire;
  private final Copie paiements = new Copie("allocataires.paiement",
      "foyer_id, mois, nature, prestation, operation, sens, rang, numero, montant, traite_le, import_id, territoire_id, organisation_ids");
  private final Copie creances = new Copie("allocataires.creance", "foyer_id, implantee_le, nature, rang, mois, motif, origine, responsabilite, debut, fin,"
      + " montant_initial, solde, transferee_le, import_id, territoire_id, organisation_ids");

  /** @param connexion connection of the caller's transaction (owner's door) */
  public EnregistrementFinancier(Connection connexion, long importId) {
    this.connexion = connexion;
    this.importId = importId;
    this.annuaire = new Annuaire(connexion);
  }

  /**
   * An accounting movement of a month, in euros.
   *
   * @param nature     AllocationsComptabilisees, IndusConstates, IndusTransferesCG, RemisesIndus, AnnulationsFaibleMontant, AutresAnnulations
   * @param prestation NATPFCRE
   * @param sens       AJ (added to what the Département pays) or DE (deducted)
   */
  public record Paiement(LocalDate mois, String nature, String prestation, String operation, String sens, Integer rang, Integer numero, BigDecimal montant,
      LocalDate traiteLe) {}

  /** A claim (overpayment) transferred to the Département, in euros. */
  public record Creance(LocalDate implanteeLe, String nature, String rang, LocalDate mois, String motif, String origine, String responsabilite,
      LocalDate debut, LocalDate fin, BigDecimal montantInitial, BigDecimal solde, LocalDate transfereeLe) {}

  /** What a dossier states. */
  public record Ecritures(CleFoyer cle, List<Paiement> paiements, List<Creance> creances) {}

  /**
   * Records a batch.
   *
   * @return the dossiers whose foyer is not known: nothing of them is recorded
   */
  public List<Ecritures> enregistrer(List<Ecritures> lot) throws SQLException {
    Map<CleFoyer, FoyerConnu> connus = annuaire.foyers(lot.stream().map(Ecritures::cle).toList());
    List<Ecritures> inconnus = new ArrayList<>();
    for (Ecritures e : lot) {
      FoyerConnu foyer = connus.get(e.cle());
      if (foyer == null) {
        inconnus.add(e);
        continue;
      }
      for (Paiement p : e.paiements()) {
        paiements.nombre(foyer.id()).date(p.mois()).texte(p.nature()).texte(p.prestation()).texte(p.operation()).texte(p.sens()).nombre(p.rang())
            .nombre(p.numero()).montant(p.montant()).date(p.traiteLe()).nombre(importId).nombre(foyer.territoireId()).entiers(foyer.organisations()).fin();
      }
      for (Creance c : e.creances()) {
        creances.nombre(foyer.id()).date(c.implanteeLe()).texte(c.nature()).texte(c.rang()).date(c.mois()).texte(c.motif()).texte(c.origine())
            .texte(c.responsabilite()).date(c.debut()).date(c.fin()).montant(c.montantInitial()).montant(c.solde()).date(c.transfereeLe())
            .nombre(importId).nombre(foyer.territoireId()).entiers(foyer.organisations()).fin();
      }
    }
    paiements.envoyer(connexion);
    creances.envoyer(connexion);
    return inconnus;
  }

  /** A newer file of the same month and payer replaces those payments; they are kept, marked. */
  public int remplacer(List<Long> importsRemplaces) throws SQLException {
    try (var maj = connexion.prepareStatement("update allocataires.paiement set remplace_par = ? where import_id = any (?) and remplace_par is null")) {
      maj.setLong(1, importId);
      maj.setArray(2, connexion.createArrayOf("bigint", importsRemplaces.toArray()));
      return maj.executeUpdate();
    }
  }
}
