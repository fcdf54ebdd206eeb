package fr.jalon.pilotage.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** The screens where this room shows persons, as the journal names them. */
@Component
class NomsDesIndicateurs implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.ecran("Personnes d'un indicateur", "/indicateurs/{code}", "/indicateurs/{code}/export");
  }
}
