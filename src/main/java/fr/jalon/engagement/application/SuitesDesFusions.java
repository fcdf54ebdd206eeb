package fr.jalon.engagement.application;

import fr.jalon.allocataires.SuitLaPersonne;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import org.springframework.stereotype.Component;

/** Two records found to be one person: she has one contract at a time; the rest follows her. */
@Component("suitesDesFusionsDesEngagements")
class SuitesDesFusions implements SuitLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(Table.de("engagement.contrat").uneSeule("x.etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE', 'SUSPENDU')",
        () -> new RefusMetier("DEUX_CONTRATS",
            "Ces deux fiches ont chacune un contrat d'engagement ouvert. Écartez celui qui est de trop, puis réunissez-les.")));
  }
}
