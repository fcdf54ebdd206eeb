package fr.jalon.structures.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDesStructures implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("STRUCTURE", "Structure modifiée");
    noms.ecran("Structures et référents", "/structures");
  }
}
