package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.Cases;
import fr.jalon.echanges.tableur.domaine.PersonneLue;
import java.time.LocalDate;
import java.util.Map;

/** A row while it is taken over: what it says, whom it speaks of, what is wrong with it, what it wrote. */
final class RangeeReprise<T> {
  final LigneGardee ligne;
  final Cases cases;
  /** Who she is, {@code null} when that cannot be read. */
  final PersonneLue personne;
  /** What it says of her; to be used when nothing is wrong only. */
  final T chose;
  /** Her number, {@code null} while nobody is found. */
  Long personneId;
  /** Her birth date as it is known, or {@code null}. */
  LocalDate naissance;
  /** Why nothing is to be written, or {@code null}. */
  String dejaLa;
  /** What to know of what was written, or {@code null}. */
  String remarque;
  /** Numbers of what it wrote, to undo it. */
  Map<String, Long> cree = Map.of();

  RangeeReprise(LigneGardee ligne, Cases cases, PersonneLue personne, T chose) {
    this.ligne = ligne;
    this.cases = cases;
    this.personne = personne;
    this.chose = chose;
  }

  /** True when nothing is wrong. */
  boolean juste() {
    return cases.erreurs().isEmpty();
  }

  /** True when it is to be written. */
  boolean aEcrire() {
    return juste() && dejaLa == null;
  }
}
