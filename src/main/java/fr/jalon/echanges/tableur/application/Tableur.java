package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.Correspondance;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.Inventaire;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.echanges.tableur.domaine.StatutTableur;
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
 * @param incident        why recording it failed, or {@code null}
 * @param inventaire      where each line of the file went
 * @param genre           what its rows bring
 */
public record Tableur(long id, String fichier, String sha256, String format, String detail, List<String> entetes, String empreinteEntetes,
    int lignes, int doublons,
    Correspondance correspondance, String parcours, LocalDate orienteLe, StatutTableur statut, String incident, Long importId, String auteur,
    OffsetDateTime deposeLe, Inventaire inventaire, GenreDeTableur genre) {
  /** One of persons. */
  public Tableur(long id, String fichier, String sha256, String format, String detail, List<String> entetes, String empreinteEntetes, int lignes,
      int doublons, Correspondance correspondance, String parcours, LocalDate orienteLe, StatutTableur statut, String incident, Long importId,
      String auteur, OffsetDateTime deposeLe, Inventaire inventaire) {
    this(id, fichier, sha256, format, detail, entetes, empreinteEntetes, lignes, doublons, correspondance, parcours, orienteLe, statut, incident,
        importId, auteur, deposeLe, inventaire, GenreDeTableur.PERSONNES);
  }

  /** True when its days are counted from 1904. */
  public boolean calendrier1904() {
    return inventaire != null && inventaire.calendrier1904();
  }

  /**
   * How its rows are read, once its columns are matched.
   *
   * @param aujourdhui nobody is born after this day
   */
  public LectureDeLigne lecture(LocalDate aujourdhui) {
    return new LectureDeLigne(correspondance, aujourdhui, entetes.size(), calendrier1904());
  }

  /** True while it is being recorded, or undone. */
  public boolean enCours() {
    return statut == StatutTableur.EN_COURS || seDefait();
  }

  /** True while what it recorded is being undone. */
  public boolean seDefait() {
    return statut == StatutTableur.EN_ANNULATION;
  }

  /** True when its rows are to be held against what is known, before it is recorded. */
  public boolean aVerifier() {
    return statut == StatutTableur.A_CONFIRMER && correspondance != null && genre.repris();
  }

  /** True once recorded; rows in error may remain. */
  public boolean enregistre() {
    return statut == StatutTableur.ENREGISTRE;
  }
}
