package fr.jalon.handicap.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons: told to her whole; when its time is over, what remains counts a file and names nobody. */
@Component
class DonneesDuHandicap implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("handicap.dossier", De.PERSONNE, "Vos dossiers auprès de la MDPH ou de la MDA").deSante().contact("x.propose_le")
            .dit("x.etat, x.etat_depuis, x.renouvelle, x.droits, x.aide, x.maison, x.reference, x.propose_le, x.depose_le, x.complet_le, x.decide_le, "
                + "x.conteste_le, x.suites_dites_le, x.formulaire_le, x.certificat_le, x.identite_le, x.domicile_le, x.ecrit_par, x.ecrit_le")
            .tait("reference = null", "maison = null", "formulaire_le = null", "certificat_le = null", "identite_le = null", "domicile_le = null"),
        Table.de("handicap.reponse", De.PERSONNE, "Ce que la MDPH ou la MDA a répondu").deSante()
            .dit("x.droit, x.sens, x.sur_recours, x.decidee_le, x.depuis, x.jusqu_au, x.saisie_par, x.saisie_le, x.annulee_le, x.annulee_par"),
        Table.de("handicap.passage", De.PERSONNE, "L'histoire de ces dossiers").deSante().dit("x.le, x.de, x.vers, x.fait_le, x.par, x.motif")
            .tait("motif = null"));
  }
}
