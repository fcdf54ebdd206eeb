package fr.jalon.rendezvous.application;

import fr.jalon.allocataires.SuitLaPersonne;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import org.springframework.stereotype.Component;

/** What one person cannot have twice in this room: she is awaited once. */
@Component("suitesDesFusionsDesRendezVous")
class SuitesDesFusions implements SuitLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("rendezvous.convocation").uneSeule("x.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE')",
            () -> new RefusMetier("DEUX_CONVOCATIONS",
            "Ces deux fiches ont chacune une convocation en cours. Annulez celle qui ne sert plus, puis réunissez-les.")),
        Table.de("rendezvous.entretien").uneSeule("x.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE')",
            () -> new RefusMetier("DEUX_ENTRETIENS",
            "Ces deux fiches ont chacune un rendez-vous à venir. Annulez celui qui ne sert plus, puis réunissez-les."))
            // met twice the same day outside a permanence: the same meeting noted on both
            .saufSi("x.le is not null and x.etat <> 'ANNULEE' and exists (select from rendezvous.entretien o where o.personne_id = :vers and o.le = x.le and o.etat <> 'ANNULEE')"));
  }
}
