package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.enregistrement.EnregistrementFinancier;
import fr.jalon.allocataires.enregistrement.EnregistrementFinancier.Ecritures;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.echanges.caf.flux.DossierRejete;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import fr.jalon.echanges.caf.flux.LectureFinanciere;
import fr.jalon.echanges.caf.flux.LectureIdentification;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Loads a financial file (VRSF) or a file of transferred claims (VRSC); checks the amounts against the file's own totals. */
final class ChargementFinancier implements Chargement {
  /** Why the amounts of a foyer never seen are refused. */
  static final String INCONNU = "Ce dossier n'est pas connu. Chargez d'abord le fichier des bénéficiaires (VRSB) du même mois : ce dossier sera rejoué aussitôt.";
  /** Total of the file for each family of movements. */
  private static final Map<String, String> TOTAUX = Map.of("TotalAllocationsComptabilisees", "AllocationsComptabilisees", "TotalIndusConstates", "IndusConstates",
      "TotalRemisesIndus", "RemisesIndus");
  private final ChargementEnCours enCours;
  private final EnregistrementFinancier enregistrement;
  private final LectureFinanciere lecture;
  private final Bilan bilan = new Bilan();
  private final MontantsDuFichier montants = new MontantsDuFichier();
  private final List<Long> importsRemplaces;

  ChargementFinancier(ChargementEnCours enCours, Libelles libelles, List<Long> importsRemplaces) {
    this.enCours = enCours;
    this.enregistrement = new EnregistrementFinancier(enCours.connexion, enCours.importId);
    this.lecture = new LectureFinanciere((balise, code) -> ChargementDeBeneficiaires.codeConnu(libelles, balise, code));
    this.importsRemplaces = importsRemplaces;
  }

  @Override
  public void lot(List<Dossier> dossiers) throws SQLException {
    List<Ecritures> lot = new ArrayList<>();
    Map<Ecritures, Dossier> origines = new IdentityHashMap<>();
    for (Dossier dossier : dossiers) {
      CleFoyer cle = null;
      try {
        cle = LectureIdentification.cle(dossier);
        enCours.noterOrganisme(cle);
        Ecritures ecritures = lecture.lire(dossier, cle);
        lot.add(ecritures);
        origines.put(ecritures, dossier);
        montants.lire(ecritures);
      } catch (DossierRejete cause) {
        enCours.rejeter(dossier, cle, cause);
      }
    }
    List<Ecritures> inconnus = enregistrement.enregistrer(lot);
    for (Ecritures e : inconnus) {
      enCours.rejeter(origines.get(e), e.cle(), 0, "NUMDEMRSA", e.cle().numeroDemande(),
          INCONNU);
    }
    for (int i = 0; i < lot.size() - inconnus.size(); i++) {
      bilan.foyer(false, true);
    }
  }

  /** The sum of the movements of the file must be the total it announces; rejected dossiers make any disagreement theirs. */
  @Override
  public void totaux(Dossier totaux, boolean accepte) {
    montants.annoncer(totaux);
    for (Bloc total : totaux.racine().enfants()) {
      String famille = TOTAUX.get(total.nom());
      if (famille == null || accepte || !enCours.rejets().isEmpty()) {
        continue;
      }
      String annonce = total.texte("MTTOTRSA");
      BigDecimal somme = montants.somme(famille);
      if (annonce != null && new BigDecimal(annonce).abs().compareTo(somme.abs()) != 0) {
        throw new FluxRefuse("Le fichier annonce un total de " + new BigDecimal(annonce) + " € (" + total.nom() + ") et ses lignes font " + somme
            + " €. Rien n'a été chargé. Demandez un fichier juste, ou faites accepter l'écart avec une raison.", total.un("MTTOTRSA").ligne(), "MTTOTRSA", true);
      }
    }
  }

  @Override
  public void terminer() throws SQLException {
    if (enCours.tete.format().startsWith("VRSF") && !importsRemplaces.isEmpty()) {
      bilan.mouvement("PAIEMENTS_REMPLACES:" + enregistrement.remplacer(importsRemplaces));
      guerirLesRejetsRemplaces();
    }
  }

  /** A newer file of the month stands for the ones before: their rejects need nobody any more. */
  private void guerirLesRejetsRemplaces() throws SQLException {
    try (PreparedStatement ordre = enCours.connexion.prepareStatement(
        "update echanges.rejet set statut = 'GUERI', statut_import_id = ?, statut_le = ? where statut = 'OUVERT' and import_id = any (?)")) {
      ordre.setLong(1, enCours.importId);
      ordre.setObject(2, enCours.connuLe);
      ordre.setArray(3, enCours.connexion.createArrayOf("bigint", importsRemplaces.toArray()));
      ordre.executeUpdate();
    }
  }

  @Override
  public Map<String, Object> montants() {
    return montants.enClair();
  }

  @Override
  public int nouveauxEntrants() {
    return 0;
  }

  @Override
  public Bilan bilan() {
    return bilan;
  }
}
