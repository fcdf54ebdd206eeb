package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.CleFoyer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records payments and transferred claims of foyers already known, in the transaction of the caller. */
public final class EnregistrementFinancier {
  private final Connection connexion;
  private final long importId;
  private final Annuaire annuaire;
  private final Copie paiements = new Copie("allocataires.paiement",
      "foyer_id, mois, nature, prestation, operation, sens, rang, numero, montant, traite_le, import_id, territoire_id, organisation_ids");
  private final Copie creances = new Copie("allocataires.creance",
      "foyer_id, implantee_le, nature, rang, mois, motif, origine, responsabilite, debut, fin,"
      + " montant_initial, solde, transferee_le, import_id, territoire_id, organisation_ids");

  /** @param connexion connection of the caller's transaction (owner's door) */
  public EnregistrementFinancier(Connection connexion, long importId) {
    this.connexion = connexion;
    this.importId = importId;
    this.annuaire = new Annuaire(new Expedition(connexion));
  }

  /**
   * An accounting movement of a month, in euros.
   *
   * @param nature     AllocationsComptabilisees, IndusConstates, IndusTransferesCG, RemisesIndus, AnnulationsFaibleMontant, AutresAnnulations
   * @param prestation NATPFCRE
   * @param sens       AJ (added to what the Département pays) or DE (deducted)
   */
  public record Paiement(LocalDate mois, String nature, String prestation, String operation, String sens, Integer rang,
      Integer numero, BigDecimal montant,
      LocalDate traiteLe) {}

  /** A claim (overpayment) transferred to the Département, in euros. */
  public record Creance(LocalDate implanteeLe, String nature, String rang, LocalDate mois, String motif, String origine, String responsabilite,
      LocalDate debut, LocalDate fin, BigDecimal montantInitial, BigDecimal solde, LocalDate transfereeLe) {}

  /** What a dossier states. */
  public record Ecritures(CleFoyer cle, List<Paiement> paiements, List<Creance> creances) {}

  /** A dossier of which nothing is recorded, and why. */
  public record Refus(Ecritures ecritures, String balise, String valeur, String raison) {}

  /**
   * Records a batch.
   *
   * @return the dossiers that cannot be: their foyer is not known, or a claim stands twice in the file
   */
  public List<Refus> enregistrer(List<Ecritures> lot) throws SQLException {
    Map<CleFoyer, FoyerConnu> connus = annuaire.foyers(lot.stream().map(Ecritures::cle).toList());
    Set<String> dejaEcrites = lot.stream().allMatch(e -> e.creances().isEmpty()) ? new HashSet<>() : creancesDeCeFichier(connus.values());
    List<Refus> refus = new ArrayList<>();
    for (Ecritures e : lot) {
      FoyerConnu foyer = connus.get(e.cle());
      if (foyer == null) {
        refus.add(new Refus(e, "NUMDEMRSA", e.cle().numeroDemande(),
            "Ce dossier n'est pas connu. Chargez d'abord le fichier des bénéficiaires (VRSB) du même mois : ce dossier sera rejoué aussitôt."));
        continue;
      }
      Creance enDouble = enDouble(foyer, e.creances(), dejaEcrites);
      if (enDouble != null) {
        refus.add(new Refus(e, "RGCRE", enDouble.rang(),
            "Le fichier dit deux fois la créance " + enDouble.nature() + " n° " + enDouble.rang() + " du "
            + enDouble.implanteeLe() + ". Demandez à la CAF ou à la MSA laquelle est juste."));
        continue;
      }
      for (Paiement p : e.paiements()) {
        paiements.nombre(foyer.id()).date(p.mois()).texte(p.nature()).texte(p.prestation()).texte(p.operation()).texte(p.sens()).entier(p.rang())
            .entier(p.numero()).montant(p.montant()).date(p.traiteLe()).nombre(importId).entier(foyer.territoireId())
            .entiers(foyer.organisations()).fin();
      }
      for (Creance c : e.creances()) {
        creances.nombre(foyer.id()).date(c.implanteeLe()).texte(c.nature()).texte(c.rang()).date(c.mois()).texte(c.motif()).texte(c.origine())
            .texte(c.responsabilite()).date(c.debut()).date(c.fin()).montant(c.montantInitial()).montant(c.solde()).date(c.transfereeLe())
            .nombre(importId).entier(foyer.territoireId()).entiers(foyer.organisations()).fin();
      }
    }
    paiements.envoyer(connexion);
    creances.envoyer(connexion);
    return refus;
  }

  private Set<String> creancesDeCeFichier(Collection<FoyerConnu> foyers) throws SQLException {
    Set<String> ecrites = new HashSet<>();
    try (PreparedStatement requete = connexion.prepareStatement(
        "select foyer_id, implantee_le, nature, rang from allocataires.creance where foyer_id = any (?) and import_id = ?")) {
      requete.setArray(1, connexion.createArrayOf("bigint", foyers.stream().map(FoyerConnu::id).toArray()));
      requete.setLong(2, importId);
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          ecrites.add(l.getString(1) + ' ' + l.getString(2) + ' ' + l.getString(3) + ' ' + l.getString(4));
        }
      }
    }
    return ecrites;
  }

  private static Creance enDouble(FoyerConnu foyer, List<Creance> creances, Set<String> dejaEcrites) {
    Set<String> siennes = new HashSet<>();
    for (Creance c : creances) {
      String cle = foyer.id() + " " + c.implanteeLe() + ' ' + c.nature() + ' ' + c.rang();
      if (dejaEcrites.contains(cle) || !siennes.add(cle)) {
        return c;
      }
    }
    dejaEcrites.addAll(siennes);
    return null;
  }

  /** A newer file of the same month replaces those payments of its payers ({@code CAF 071}); they are kept, marked. */
  public int remplacer(List<Long> importsRemplaces, List<String> payeurs) throws SQLException {
    try (PreparedStatement maj = connexion.prepareStatement("""
        update allocataires.paiement p set remplace_par = ? from allocataires.foyer f
        where p.import_id = any (?) and p.remplace_par is null and f.id = p.foyer_id and f.fonction_organisme || ' ' || f.numero_organisme = any (?)""")) {
      maj.setLong(1, importId);
      maj.setArray(2, connexion.createArrayOf("bigint", importsRemplaces.toArray()));
      maj.setArray(3, connexion.createArrayOf("text", payeurs.toArray()));
      return maj.executeUpdate();
    }
  }
}
