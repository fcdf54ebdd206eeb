package fr.jalon.diagnostic.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDuDiagnostic implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("DIAGNOSTIC", "Diagnostic enregistré");
    noms.ecran("Diagnostic", "/diagnostic/{personne}", "/diagnostic/{personne}/saisie");
  }
}
