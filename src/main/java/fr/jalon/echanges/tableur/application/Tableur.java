package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.Correspondance;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A spreadsheet dropped by an agent.
 *
 * @param detail          how it was read, in words
 * @param correspondance  columns matched, or {@code null} before
 * @param parcours        pathway of the rows that say nothing of it, or {@code null}
 * @param orienteLe       day of orientation of the rows that say nothing of it, or {@code null}
 * @param statut          A_ASSOCIER, A_CONFIRMER, EN_COURS, ENREGISTRE
 * @param incident        why recording it failed, or {@code null}
 */
public record Tableur(long id, String fichier, String sha256, String format, String detail, List<String> entetes, String empreinteEntetes, int lignes, int doublons,
    Correspondance correspondance, String parcours, LocalDate orienteLe, String statut, String incident, Long importId, String auteur, OffsetDateTime deposeLe) {

  /** True while it is being recorded. */
  public boolean enCours() {
    return "EN_COURS".equals(statut);
  }

  /** True once recorded; rows in error may remain. */
  public boolean enregistre() {
    return "ENREGISTRE".equals(statut);
  }
}
