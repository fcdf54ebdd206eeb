package fr.jalon.carnet.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons: nothing of it is needed for the figures of past years. What points to an entry goes before it. */
@Component
class DonneesDuCarnet implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("carnet.demande", De.PERSONNE, "Ce que les professionnels se sont demandé dans votre carnet")
            .dit("x.genre, x.pour, x.limite, x.demandee_par, x.demandee_le, x.faite_le, x.faite_par").efface(),
        Table.de("carnet.document", De.PERSONNE, "Les documents joints à votre carnet").dit("x.nom, x.nature, x.taille, x.depose_par, x.depose_le")
            .efface()
            .deSante(),
        Table.de("carnet.version", De.PERSONNE, "Ce que disait votre carnet avant d'être corrigé")
            .dit("x.le, x.texte, x.motif, x.auteur, x.corrige_par, x.corrige_le").efface().deSante(),
        Table.de("carnet.entree", De.PERSONNE, "Votre carnet partagé").dit("x.le, x.theme, x.texte, x.auteur, x.ecrit_le, x.lecteurs, x.fermee_a")
            .efface()
            .deSante(),
        Table.de("carnet.lecture", De.PERSONNE, "Qui a ouvert votre carnet, la dernière fois")
            .dit("habilitations.nom_agent(x.agent) as professionnel, x.lue_le").efface(),
        Table.de("carnet.opposition", De.PERSONNE, "À qui vous vous opposez que votre carnet soit montré")
            .dit("x.sorte, (select o.nom from structures.organisation o where o.id = x.organisation_id) as organisation, x.dite_le, x.ecrit_par, x.levee_le, x.levee_par")
            .efface());
  }
}
