package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.EnregistrementDeFoyers;
import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.enregistrement.EnregistrementFinancier;
import fr.jalon.allocataires.enregistrement.SessionDEnregistrement;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.DossierRejete;
import fr.jalon.echanges.caf.flux.LectureBeneficiaire;
import fr.jalon.echanges.caf.flux.LectureFinanciere;
import fr.jalon.echanges.caf.flux.LectureIdentification;
import fr.jalon.orientation.NouveauxEntrants;
import fr.jalon.socle.Chiffrement;
import fr.jalon.structures.Structures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Records one dossier that was rejected, through the same session as its file, as of the same reference date. Later files already loaded
 * keep the last word, as for any late file.
 */
@Component
class EnregistrementDuRejet {
  private final EnregistrementDeFoyers enregistrement;
  private final NouveauxEntrants nouveauxEntrants;
  private final Structures structures;
  private final Libelles libelles;
  private final RejetsGardes rejets;
  private final Clock horloge;
  private final Chiffrement chiffrement;

  EnregistrementDuRejet(EnregistrementDeFoyers enregistrement, NouveauxEntrants nouveauxEntrants, Structures structures, Libelles libelles,
      RejetsGardes rejets, Clock horloge, Chiffrement chiffrement) {
    this.chiffrement = chiffrement;
    this.enregistrement = enregistrement;
    this.nouveauxEntrants = nouveauxEntrants;
    this.structures = structures;
    this.libelles = libelles;
    this.rejets = rejets;
    this.horloge = horloge;
  }

  /**
   * @param connexion connection of the caller's transaction (owner's door)
   * @throws DossierRejete when the dossier still breaks a rule; the caller undoes what was written
   */
  void enregistrer(Connection connexion, RejetOuvert rejet, Dossier dossier) throws SQLException {
    verifierDepartement(dossier);
    CleFoyer cle = LectureIdentification.cle(dossier, chiffrement);
    // of the dossier itself: its file may have said nothing readable of its payer
    if (new Depassements(connexion, rejet.importId(), rejet.tete()).depasse(cle)) {
      throw new DossierRejete(rejet.ligne(), rejet.balise(), rejet.valeur(),
          "Un envoi du même mois, écrit après celui-ci, le remplace : ce dossier n'a plus à être rejoué. Écartez-le.");
    }
    if (rejet.beneficiaires()) {
      beneficiaire(connexion, rejet, dossier, cle);
    } else {
      financier(connexion, rejet, dossier, cle);
    }
  }

  private void verifierDepartement(Dossier dossier) {
    Dossier.Bloc destinataire = LectureIdentification.departement(dossier);
    if (destinataire != null && destinataire.texte() != null
        && !LectureIdentification.sansZeros(destinataire.texte()).equals(LectureIdentification.sansZeros(structures.departement().code()))) {
      throw new DossierRejete(destinataire, "IDEPARTE", destinataire.texte(), "Ce dossier est destiné à un autre Département. Écartez-le.");
    }
  }

  private void beneficiaire(Connection connexion, RejetOuvert rejet, Dossier dossier, CleFoyer cle) throws SQLException {
    // not "complete": the other foyers of the file are not absent because one of its dossiers is recorded late
    Constat constat = new Constat(rejet.importId(), rejet.reference(), false, rejet.recuLe(), OffsetDateTime.now(horloge)
        .truncatedTo(ChronoUnit.MICROS), rejet.initial());
    FoyerConstate foyer = new LectureBeneficiaire((balise, code) -> ChargementDeBeneficiaires.codeConnu(libelles, balise, code), rejet.reference(),
        AdresseSituee.par(structures)).lire(dossier, cle);
    SessionDEnregistrement session = enregistrement.ouvrir(connexion, constat, new SuitesDesFichiers(connexion, rejet.reference(), null),
        structures::territoireDeLaCommune);
    session.enregistrer(List.of(foyer));
    for (Bilan.Rejet r : session.bilan().prendreRejets()) {
      throw new DossierRejete(r.ligne(), r.balise(), r.valeur(), r.raison());
    }
    Anomalies.ecrire(connexion, rejet.importId(), session.bilan().prendreAnomalies());
    session.terminer(List.of(cle), List.of());
    Presences.ajouter(connexion, rejet.importId(), "MENSUEL".equals(rejet.nature()), rejet.reference(), session.tenus());
    int[] entrants = {0};
    session.mouvements(m -> entrants[0] += nouveauxEntrants.examiner(constat, m));
    Bilan b = session.bilan();
    rejets.ajouterAuFichier(rejet.importId(), new Rapport.Foyers(b.foyersCrees(), b.foyersModifies(), b.foyersInchanges()),
        new Rapport.Personnes(b.personnesCreees(), b.personnesModifiees(), b.personnesInchangees()), entrants[0]);
  }

  private void financier(Connection connexion, RejetOuvert rejet, Dossier dossier, CleFoyer cle) throws SQLException {
    if (rejet.format().startsWith("VRSF") && rejets.financierPlusRecent(rejet) != null) {
      throw new DossierRejete(rejet.ligne(), rejet.balise(), rejet.valeur(),
          "Un fichier financier plus récent du même mois remplace celui-ci : ce dossier n'a plus à être rejoué. Écartez-le.");
    }
    var ecritures = new LectureFinanciere((balise, code) -> ChargementDeBeneficiaires.codeConnu(libelles, balise, code)).lire(dossier, cle);
    for (EnregistrementFinancier.Refus r : new EnregistrementFinancier(connexion, rejet.importId()).enregistrer(List.of(ecritures))) {
      throw new DossierRejete(dossier.ligne(), r.balise(), r.valeur(), r.raison());
    }
    rejets.ajouterAuFichier(rejet.importId(), new Rapport.Foyers(0, 1, 0), new Rapport.Personnes(0, 0, 0), 0);
  }
}
