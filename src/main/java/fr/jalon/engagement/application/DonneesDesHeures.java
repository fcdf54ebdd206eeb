package fr.jalon.engagement.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds of hours: told to her whole; when its time is over, minutes stay for the figures, and nothing of why. */
@Component
class DonneesDesHeures implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("engagement.raison_d_adaptation", De.PERSONNE, "Pourquoi votre plan demande moins d'heures").deSante()
            .dit("x.motif, x.preuve, x.preuve_vue_le, x.notee_par").efface(),
        Table.de("engagement.adaptation", De.PERSONNE, "Ce qui adapte les heures de votre plan")
            .dit("x.genre, x.heures, x.depuis, x.a_revoir_le, x.demandee_par_elle, x.saisie_par, x.saisie_le, x.finie_le, x.finie_par, x.fin_motif, "
                + "x.retiree_le, x.retiree_par, x.retrait_motif")
            .tait("fin_motif = null", "retrait_motif = null"),
        Table.de("engagement.heure", De.PERSONNE, "Les heures d'activité que vous avez faites").deSante()
            .dit("x.lundi, x.jour, x.activite, x.minutes, x.source, x.saisie_par, x.saisie_le, x.annulee_le, x.annulee_par, x.annulee_motif")
            .tait("annulee_motif = case when annulee_le is not null then 'Effacé' end", "saisie_par = 'Effacé'"),
        Table.de("engagement.semaine", De.PERSONNE, "Vos semaines : ce qui était demandé, prévu, fait")
            .dit("x.lundi, x.cible, x.prevues, x.faites, x.situation"));
  }
}
