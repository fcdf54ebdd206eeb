package fr.jalon.accompagnement.application;

import fr.jalon.allocataires.SuitLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What one person cannot have twice in this room. */
@Component("suitesDesFusionsDeLAccompagnement")
class SuitesDesFusions implements SuitLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(Table.de("accompagnement.contact"),
        Table.reste("accompagnement.brouillon_revue", "une saisie en cours appartient à qui saisit, sur la fiche qu'il a ouverte"),
        Table.reste("accompagnement.brouillon_contact", "une saisie en cours appartient à qui saisit, sur la fiche qu'il a ouverte"),
        // the same step put off for both: that of the person kept stands
        Table.de("accompagnement.pas_differe").saufSi("""
            x.repris_le is null and exists (select from accompagnement.pas_differe o where o.personne_id = :vers and o.genre = x.genre
              and o.repris_le is null)"""),
        // both are in a portfolio: she is in that of the person kept
        Table.de("accompagnement.intensif").saufSi("""
            x.etat = 'EN_COURS' and exists (select from accompagnement.intensif o where o.personne_id = :vers and o.etat = 'EN_COURS')""")
            .avec("accompagnement.intensif_passage", "true", "objet_id"),
        // both were reviewed the same day: what was decided for the person kept stands
        Table.de("accompagnement.revue_decision").saufSi("""
            exists (select from accompagnement.revue_decision o where o.personne_id = :vers and o.revue_id = x.revue_id)"""));
  }
}
