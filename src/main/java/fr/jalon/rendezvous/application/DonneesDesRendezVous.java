package fr.jalon.rendezvous.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons: when they were called and whether they came stays for the figures, why does not. */
@Component
class DonneesDesRendezVous implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("rendezvous.convocation", De.PERSONNE, "Vos convocations à une information collective").contact("x.etat_depuis::date")
            .dit("(select s.jour from rendezvous.session s where s.id = x.session_id) as jour, x.etat, x.etat_depuis, x.motif, x.precisions, x.retard, x.pieces_manquantes, x.saisi_par, x.saisi_le")
            .tait("motif = null", "precisions = null", "pieces_manquantes = null", "code_empreinte = null"),
        Table.de("rendezvous.entretien", De.PERSONNE, "Vos rendez-vous individuels").contact("x.etat_depuis::date")
            .dit("coalesce(x.le, (select c.jour from rendezvous.creneau c where c.id = x.creneau_id)) as jour, (select o.nom from structures.organisation o where o.id = x.organisation_id) as recue_par, x.etat, x.etat_depuis, x.motif, x.saisi_par, x.saisi_le")
            .tait("motif = null", "code_empreinte = null"),
        Table.de("rendezvous.fait", De.PERSONNE, "Absences et pièces manquantes").contact("x.le").tait("detail = ''"),
        Table.de("rendezvous.passage", De.PERSONNE, "Ce qui a changé à ces rendez-vous").contact("x.fait_le::date").tait("motif = null"));
  }
}
