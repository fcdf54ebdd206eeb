package fr.jalon.sorties.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons: told to her whole; when its time is over, what remains counts an exit and names nobody. */
@Component
class DonneesDesSorties implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("sorties.sortie", De.PERSONNE, "Vos sorties du RSA et vos reprises d'emploi").contact("x.le")
            .dit("x.etat, x.etat_depuis, x.raison, x.le, x.source, x.fermee_le, x.retour_le, x.contrat, x.fin_le, x.heures, x.employeur, x.metier, "
                + "x.classe, x.ecrite_par, x.ecrite_le").tait("employeur = null", "metier = null"),
        Table.de("sorties.passage", De.PERSONNE, "L'histoire de ces sorties").dit("x.le, x.de, x.vers, x.fait_le, x.par, x.motif")
            .tait("motif = null"),
        Table.de("sorties.rappel", De.PERSONNE, "Les appels pour savoir ce que vous êtes devenu").contact("x.repondu_le")
            .dit("x.rang, x.etat, x.etat_depuis, x.prevu_le, x.reponse, x.repondu_le, x.canal, x.contrat, x.heures, x.repondu_par")
            .tait("code_empreinte = null", "code_expire_le = null"),
        Table.de("sorties.rappel_passage", De.PERSONNE, "L'histoire de ces appels").dit("x.le, x.de, x.vers, x.fait_le, x.par, x.motif")
            .tait("motif = null"),
        Table.de("sorties.essai", De.PERSONNE, "Chaque essai pour vous joindre").dit("x.le, x.canal, x.resultat, x.ecrit_par, x.ecrit_le"));
  }
}
