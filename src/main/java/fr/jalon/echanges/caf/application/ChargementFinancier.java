package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.enregistrement.EnregistrementFinancier;
import fr.jalon.allocataires.enregistrement.EnregistrementFinancier.Ecritures;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.DossierRejete;
import fr.jalon.echanges.caf.flux.LectureFinanciere;
import fr.jalon.echanges.caf.vraisemblance.Releve;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Loads a financial file (VRSF) or a file of transferred claims (VRSC); checks the amounts against the file's own totals. */
final class ChargementFinancier implements Chargement {
  private final ChargementEnCours enCours;
  private final EnregistrementFinancier enregistrement;
  private final LectureFinanciere lecture;
  private final Bilan bilan = new Bilan();
  private final MontantsDuFichier montants = new MontantsDuFichier();
  private final ControleDesTotaux controle = new ControleDesTotaux();
  private final Registre registre;

  ChargementFinancier(ChargementEnCours enCours, Libelles libelles, Registre registre) {
    this.enCours = enCours;
    this.enregistrement = new EnregistrementFinancier(enCours.connexion, enCours.importId);
    this.lecture = new LectureFinanciere((balise, code) -> ChargementDeBeneficiaires.codeConnu(libelles, balise, code));
    this.registre = registre;
  }

  @Override
  public void lot(List<Dossier> dossiers) throws SQLException {
    List<Ecritures> lot = new ArrayList<>();
    Map<Ecritures, Dossier> origines = new IdentityHashMap<>();
    for (Dossier dossier : dossiers) {
      CleFoyer cle = null;
      controle.lire(dossier);
      try {
        cle = enCours.cle(dossier);
        enCours.noterOrganisme(cle);
        if (enCours.depassements.depasse(cle)) {
          bilan.foyer(false, false);
          bilan.mouvement("DOSSIERS_DEPASSES");
          continue;
        }
        Ecritures ecritures = lecture.lire(dossier, cle);
        lot.add(ecritures);
        origines.put(ecritures, dossier);
        montants.lire(ecritures);
      } catch (DossierRejete cause) {
        enCours.rejeter(dossier, cle, cause);
      }
    }
    List<EnregistrementFinancier.Refus> refus = enregistrement.enregistrer(lot);
    for (EnregistrementFinancier.Refus r : refus) {
      enCours.rejeter(origines.get(r.ecritures()), r.ecritures().cle(), new DossierRejete(0, r.balise(), r.valeur(), r.raison()));
    }
    for (int i = 0; i < lot.size() - refus.size(); i++) {
      bilan.foyer(false, true);
    }
  }

  @Override
  public void totaux(Dossier totaux) {
    montants.annoncer(totaux);
    controle.verifier(totaux);
  }

  @Override
  public void terminer() throws SQLException {
    if (!enCours.tete.format().startsWith("VRSF")) {
      return;
    }
    List<String> payeurs = enCours.organismesRetenus().stream().map(o -> o.fonctionOrganisme() + " " + o.numeroOrganisme()).toList();
    List<Long> remplaces = registre.financiersDuMois(payeurs, enCours.tete.reference(), enCours.importId);
    if (!remplaces.isEmpty()) {
      bilan.mouvement("PAIEMENTS_REMPLACES:" + enregistrement.remplacer(remplaces, payeurs));
      guerirLesRejetsRemplaces(remplaces, payeurs);
    }
  }

  /** A newer file of the month stands for the ones before: their rejects need nobody any more. */
  private void guerirLesRejetsRemplaces(List<Long> remplaces, List<String> payeurs) throws SQLException {
    try (PreparedStatement ordre = enCours.connexion.prepareStatement(
        "update echanges.rejet set statut = 'GUERI', statut_import_id = ?, statut_le = ? where statut = 'OUVERT' and import_id = any (?) and (organisme is null or organisme = any (?))")) {
      ordre.setLong(1, enCours.importId);
      ordre.setObject(2, enCours.connuLe);
      ordre.setArray(3, enCours.connexion.createArrayOf("bigint", remplaces.toArray()));
      ordre.setArray(4, enCours.connexion.createArrayOf("text", payeurs.toArray()));
      ordre.executeUpdate();
    }
  }

  @Override
  public Releve.Somme somme() {
    return enCours.tete.format().startsWith("VRSC") ? montants.creances() : montants.de("AllocationsComptabilisees");
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
