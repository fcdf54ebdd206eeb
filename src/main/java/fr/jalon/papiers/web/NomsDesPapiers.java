package fr.jalon.papiers.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDesPapiers implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("PAPIER_VU", "Papier vu");
    noms.acte("PAPIER_DEMANDE", "Papier demandé");
    noms.acte("PAPIER_RECU", "Papier demandé reçu");
    noms.acte("PAPIER_PLUS_NECESSAIRE", "Papier demandé plus nécessaire");
    noms.acte("PAPIER_CORRIGE", "Papier corrigé");
    noms.acte("PAPIER_ECARTE", "Papier noté par erreur, écarté");
    noms.acte("PAPIER_COPIE_GARDEE", "Copie d'un papier gardée");
    noms.acte("PAPIER_COPIE_EFFACEE", "Copie d'un papier effacée");
    noms.ecran("Papiers d'une personne", "/papiers/{personne}", "/papiers/{personne}/vu", "/papiers/{personne}/demande",
        "/papiers/{personne}/{papier}/recu", "/papiers/{personne}/{papier}/plus-necessaire", "/papiers/{personne}/{papier}/correction",
        "/papiers/{personne}/{papier}/erreur", "/papiers/{personne}/{papier}/effacement");
    noms.ecran("Copie d'un papier", "/papiers/copies", "/papiers/copies/{copie}");
  }
}
