package fr.jalon.echanges.registre.lecture;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is exchanged about persons: what was sent to a partner, the rows of a spreadsheet still kept, the presence of a foyer in daily files. */
@Component
class DonneesDesEchanges implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("echanges.livraison", De.PERSONNE, "Ce qui a été envoyé à un partenaire")
            .dit("x.client, x.evenement, x.corps, x.etat, x.creee_le").efface(),
        Table.de("echanges.tableur_ligne", De.PERSONNE, "La ligne d'un tableur qui parle de vous")
            .dit("x.rang, x.statut, x.phrase, x.suivi").efface(),
        Table.de("echanges.presence_journaliere", De.FOYER, "Fichiers où votre foyer était")
            .pendant("x.date_reference", "x.date_reference + 1").pourLesComptes());
  }
}
