package fr.jalon.engagement.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What the hours write in the journal, and their screens. */
@Component
class NomsDesHeures implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("HEURES_NOTEES", "Heures d'activité notées");
    noms.acte("HEURE_RETIREE", "Heure d'activité retirée");
    noms.acte("PLAN_ADAPTE", "Plan adapté noté");
    noms.acte("PLAN_ADAPTE_FINI", "Fin d'un plan adapté");
    noms.acte("PLAN_ADAPTE_RETIRE", "Plan adapté noté par erreur, retiré");
    noms.ecran("Heures d'activité d'une personne", "/heures/personnes/{personne}", "/heures/personnes/{personne}/{heure}/retrait",
        "/heures/personnes/{personne}/adaptation", "/heures/personnes/{personne}/adaptation/{adaptation}/fin",
        "/heures/personnes/{personne}/adaptation/{adaptation}/retrait");
    noms.ecran("Heures d'activité", "/heures", "/heures/export");
  }
}
