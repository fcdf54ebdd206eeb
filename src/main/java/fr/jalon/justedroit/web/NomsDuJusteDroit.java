package fr.jalon.justedroit.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDuJusteDroit implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("VERIFICATION", "Écart de droit vérifié");
    noms.ecran("Simulation d'un emploi", "/simuler/dossier/{id}", "/simuler");
    noms.ecran("Aide au poste", "/aide-au-poste/export");
    noms.ecran("Foyers à vérifier", "/verifier", "/verifier/export");
    noms.ecran("Vérification d'un droit", "/verifier/dossier/{id}");
  }
}
