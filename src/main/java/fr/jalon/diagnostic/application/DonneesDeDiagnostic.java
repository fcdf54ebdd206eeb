package fr.jalon.diagnostic.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons: their answers go, the pathway recommended stays for the figures. */
@Component
class DonneesDeDiagnostic implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("diagnostic.diagnostic", De.PERSONNE, "Vos réponses au diagnostic d'entrée").deSante().contact("x.saisi_le::date")
            .tait("reponses = '{}'", "phrase = null", "regle = null"),
        Table.de("diagnostic.recommandation", De.PERSONNE, "Le parcours recommandé"),
        Table.de("diagnostic.constat", De.PERSONNE, "Votre diagnostic global").deSante().contact("x.le").tait("reponses = '{}'", "niveau = null"),
        Table.de("diagnostic.frein", De.PERSONNE, "Ce qui gêne votre parcours").deSante(),
        Table.de("diagnostic.frein_passage", De.PERSONNE, "Ce qu'il en est devenu").deSante().tait("motif = null"),
        Table.de("diagnostic.action", De.PERSONNE, "Les actions de votre parcours").deSante().contact("x.nouvelles_le")
            .tait("libelle = 'Action'", "avec_qui = ''"),
        Table.de("diagnostic.action_passage", De.PERSONNE, "Ce qu'elles sont devenues").deSante().tait("motif = null"),
        Table.de("diagnostic.brouillon_global", De.PERSONNE, "Un diagnostic global commencé").deSante().efface(),
        Table.de("diagnostic.brouillon", De.PERSONNE, "Un diagnostic commencé").deSante().efface());
  }
}
