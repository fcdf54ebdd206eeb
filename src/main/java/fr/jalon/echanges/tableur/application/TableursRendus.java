package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.StatutTableur;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Spreadsheets whose long work ended otherwise than by its end: through the owner's door, a spreadsheet is its author's alone. */
@Component
class TableursRendus {
  private final JdbcClient proprietaire;

  TableursRendus(@Qualifier("chargement") JdbcClient proprietaire) {
    this.proprietaire = proprietaire;
  }

  /** The recording ended otherwise than by its end: through the owner's door, the spreadsheet is its author's alone. */
  void rendre(long id, StatutTableur vers, String incident) {
    proprietaire.sql("update echanges.tableur set statut = ?, incident = ? where id = ? and statut = 'EN_COURS'")
        .params(vers.name(), incident, id).update();
  }

  /** Its undoing ended otherwise than by its end: what is undone is, the rest stays recorded. */
  void rendreLAnnulation(long id, String incident) {
    proprietaire.sql("update echanges.tableur set statut = 'ENREGISTRE', incident = ? where id = ? and statut = 'EN_ANNULATION'")
        .params(incident, id).update();
  }

  /** Those said to be undone that no job undoes any more. */
  void rendreLesAnnulationsOrphelines(String genre) {
    proprietaire.sql("""
        update echanges.tableur set statut = 'ENREGISTRE', incident = 'L''annulation s''est arrêtée : recommencez, ce qui est défait ne le sera pas deux fois.'
        where statut = 'EN_ANNULATION' and not travaux.vivant(?, id::text)""").param(genre).update();
  }

  /** Its rows could not be counted, and why; {@code null} when they may be again. */
  void direLIncident(long id, String incident) {
    proprietaire.sql("update echanges.tableur set incident = ? where id = ? and statut = 'A_CONFIRMER'").params(incident, id).update();
  }

  /** Those said to be under way that no job records any more. */
  void rendreLesOrphelins(String genre) {
    proprietaire.sql("""
        update echanges.tableur set statut = case when import_id is null then 'A_CONFIRMER' else 'ENREGISTRE' end,
          incident = 'L''enregistrement s''est arrêté : recommencez, ce qui est déjà enregistré ne le sera pas deux fois.'
        where statut = 'EN_COURS' and not travaux.vivant(?, id::text)""").param(genre).update();
  }
}
