package fr.jalon.papiers.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons: nothing of it is needed for the figures of past years. What points to a paper goes before it. */
@Component
class DonneesDesPapiers implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("papiers.copie", De.PERSONNE, "Les copies gardées de vos papiers")
            .dit("x.deposee_le, (select p.genre from papiers.papier p where p.id = x.papier_id) as genre, x.nom, x.nature, x.taille, x.deposee_par, "
                + "x.effacee_le, x.effacee_par").efface(),
        Table.de("papiers.version", De.PERSONNE, "Ce qui était noté de vos papiers avant d'être corrigé")
            .dit("x.vu_le, x.valable_jusqu_au, x.motif, x.corrige_par, x.corrige_le").efface(),
        Table.de("papiers.passage", De.PERSONNE, "L'histoire de vos papiers").dit("x.fait_le, x.de, x.vers, x.par, x.motif").efface(),
        Table.de("papiers.papier", De.PERSONNE, "Vos papiers, vus ou demandés").contact("case when x.etat = 'VU' then x.vu_le end")
            .dit("x.genre, x.etat, x.vu_le, x.vu_par, x.valable_jusqu_au, x.demande_le, x.demande_par, x.pour_le, x.raison").efface());
  }
}
