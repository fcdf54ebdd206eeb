package fr.jalon.courriers.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons: that a letter left stays for the figures, what it said and where it went does not. */
@Component
class DonneesDesCourriers implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("courriers.message", De.PERSONNE, "Les lettres, SMS et courriels qui vous ont été écrits").contact("x.le")
            .dit("x.le, x.canal, x.objet, x.contenu, x.destinataire, x.adresse, x.code_postal, x.ville, x.vers, x.etat, x.envoye_le, x.retour, x.ecrit_par")
            .tait("objet = ''", "contenu = ''", "valeurs = '{}'", "destinataire = 'Personne effacée'", "adresse = null", "code_postal = null",
            "ville = null", "vers = null", "raison = null", "agenda = null"),
        Table.de("courriers.passage", De.PERSONNE, "Ce que sont devenus ces messages").contact("x.fait_le::date").tait("motif = null"));
  }
}
