package fr.jalon.diagnostic.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDuDiagnostic implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("DIAGNOSTIC", "Diagnostic enregistré");
    noms.acte("DIAGNOSTIC_GLOBAL", "Diagnostic global enregistré");
    noms.acte("ACTION_PREVUE", "Action notée");
    noms.acte("ACTION_SUIVIE", "Nouvelles d'une action");
    noms.ecran("Freins et actions", "/diagnostic-global/{personne}/actions", "/diagnostic-global/{personne}/actions/{action}");
    noms.ecran("Diagnostic global", "/diagnostic-global/{personne}", "/diagnostic-global/{personne}/saisie",
        "/diagnostic-global/{personne}/differences");
    noms.ecran("Diagnostic", "/diagnostic/{personne}", "/diagnostic/{personne}/saisie");
  }
}
