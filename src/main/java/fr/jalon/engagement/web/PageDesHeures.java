package fr.jalon.engagement.web;

import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.Refus;
import fr.jalon.engagement.domaine.Jauge;
import fr.jalon.engagement.domaine.MotifDAdaptation;
import fr.jalon.engagement.domaine.PreuveDAdaptation;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.engagement.lecture.HeuresDUnePersonne.Adaptation;
import fr.jalon.engagement.lecture.HeuresDUnePersonne.Heure;
import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hours of a person: one week to fill, the twelve weeks before it, what adapts her plan.
 *
 * @param lignes   rows of the grid, those of her plan; @param autres the other kinds, folded
 * @param vue      the state of the typed hours that the grid shows
 * @param jauges   her weeks as counted, the latest first
 * @param semaine  the week shown; @param libelles of activities and sources, by code
 * @param quoi     the form that was refused ({@code semaine}, {@code adaptation}, {@code fin-12}, {@code retrait-12}, {@code heure-12}), or empty
 * @param saisies  what was typed in the grid that was refused, by field, else what is noted
 */
@DonneeDeSante
public record PageDesHeures(Identite personne, Semaine semaine, LocalDate aujourdhui, List<Ligne> lignes, List<Ligne> autres, String vue,
    List<Jauge> jauges, List<Heure> heures, Map<String, String> libelles, List<Adaptation> adaptations, int cible, String quoi,
    Map<String, String> saisies, FormulaireDAdaptation adaptation, String motif, Refus refus) {
  /** A row. @param prevues minutes of the plan; @param actions their labels, {@code null} for none; @param structuree true when nobody types them */
  public record Ligne(String activite, String libelle, int prevues, String actions, boolean structuree, Map<Integer, Integer> prouvees) {}

  /** What the week shown counts, empty while it was not counted. */
  public Optional<Jauge> jauge() {
    return jauges.stream().filter(j -> j.semaine().equals(semaine)).findFirst();
  }

  /** That which holds, empty for none. */
  public Optional<Adaptation> enCours() {
    return adaptations.stream().filter(Adaptation::enCours).findFirst();
  }

  /** True while the week after is begun. */
  public boolean suivante() {
    return !semaine.plus(1).lundi().isAfter(aujourdhui);
  }

  /** True when that day is to come: nothing is typed there. */
  public boolean aVenir(int rang) {
    return rang > 0 && semaine.jour(rang).isAfter(aujourdhui);
  }

  /** What a cell shows. */
  public String saisie(String champ) {
    return saisies.getOrDefault(champ, "");
  }

  /** True for the form that was refused: it is shown open. */
  public boolean ouvert(String nom) {
    return quoi.equals(nom);
  }

  /** What was wrong in that form. */
  public Refus refusDe(String nom) {
    return ouvert(nom) ? refus : Refus.AUCUN;
  }

  /** What was typed as a reason in that form. */
  public String motifDe(String nom) {
    return ouvert(nom) ? motif : "";
  }

  /** Reasons to choose from. */
  public MotifDAdaptation[] motifs() {
    return MotifDAdaptation.values();
  }

  /** Kinds of proof to choose from. */
  public PreuveDAdaptation[] preuves() {
    return PreuveDAdaptation.values();
  }

  /** The label of a code, the code itself for one that is no more. */
  public String libelle(String code) {
    return libelles.getOrDefault(code, code);
  }
}
