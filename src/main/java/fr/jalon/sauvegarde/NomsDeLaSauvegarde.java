package fr.jalon.sauvegarde;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal. */
@Component
class NomsDeLaSauvegarde implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("SAUVEGARDE", "Sauvegarde faite");
  }
}
