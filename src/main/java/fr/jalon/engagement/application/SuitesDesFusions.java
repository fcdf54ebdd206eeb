package fr.jalon.engagement.application;

import fr.jalon.allocataires.SuitLaPersonne;
import fr.jalon.engagement.HeuresChangees;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Two records found to be one person: she has one contract at a time; the rest follows her. */
@Component("suitesDesFusionsDesEngagements")
class SuitesDesFusions implements SuitLaPersonne {
  /** A year: what is older is counted again by nobody, and stays as it was closed. */
  private static final int SEMAINES = 52;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  SuitesDesFusions(ApplicationEventPublisher evenements, Clock horloge) {
    this.evenements = evenements;
    this.horloge = horloge;
  }

  @Override
  public List<Table> tables() {
    return List.of(Table.de("engagement.contrat").uneSeule("x.etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE', 'SUSPENDU')",
        () -> new RefusMetier("DEUX_CONTRATS",
            "Ces deux fiches ont chacune un contrat d'engagement ouvert. Écartez celui qui est de trop, puis réunissez-les.")),
        Table.de("engagement.adaptation").uneSeule("x.finie_le is null and x.retiree_le is null", () -> new RefusMetier("DEUX_ADAPTATIONS",
            "Les heures de ces deux fiches sont adaptées chacune. Mettez fin à l'une des deux adaptations, puis réunissez-les.")),
        // what she did on each is hers; the weeks are counted again, of what followed her
        Table.de("engagement.heure").saufSi("""
            x.annulee_le is null and x.source = 'REFERENT' and exists (select from engagement.heure o where o.personne_id = :vers and o.annulee_le is null
              and o.source = 'REFERENT' and o.lundi = x.lundi and o.activite = x.activite and o.jour is not distinct from x.jour)""")
            .puis(qui -> evenements.publishEvent(new HeuresChangees(Arrays.stream(qui).boxed().toList(), Semaine.de(LocalDate.now(horloge))
                .plus(-SEMAINES).lundi(), LocalDate.now(horloge)))),
        Table.reste("engagement.semaine", "une semaine se compte de nouveau, des heures et du contrat qui ont suivi"));
  }
}
