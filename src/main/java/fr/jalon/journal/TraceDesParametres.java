package fr.jalon.journal;

import fr.jalon.parametres.ValeurChangee;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A value typed on screen leaves its trace, in the transaction that writes it. */
@Component
class TraceDesParametres {
  private final Journal journal;

  TraceDesParametres(Journal journal) {
    this.journal = journal;
  }

  @EventListener
  void tracer(ValeurChangee v) {
    journal.tracer("PARAMETRE", null, null, "%s = %s à partir du %s : %s".formatted(v.cle(), v.valeur(), v.depuis(), v.motif()));
  }
}
