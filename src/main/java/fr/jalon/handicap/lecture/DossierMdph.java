package fr.jalon.handicap.lecture;

import fr.jalon.handicap.domaine.AideAuDossier;
import fr.jalon.handicap.domaine.Constitution;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.domaine.SensDeLaReponse;
import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A file of a person, as known on a day.
 *
 * @param depuis       since when it is in its state
 * @param maison       the Département whose MDPH has it, {@code null} while none has; @param reference its number there, or {@code null}
 * @param constitution what it asks, who helps, its papers
 * @param finDuCertificat last day its certificate may be joined, {@code null} without one
 * @param limite       last day of what is awaited, {@code null} when nothing is
 * @param reponses     the latest last; @param histoire the latest first
 */
@DonneeDeSante
public record DossierMdph(long id, EtatDossierMdph etat, LocalDate depuis, boolean renouvelle, String maison, String reference, LocalDate proposeLe,
    LocalDate deposeLe, LocalDate completLe, LocalDate decideLe, LocalDate contesteLe, LocalDate suitesDitesLe, Constitution constitution,
    LocalDate finDuCertificat, LocalDate limite, List<Reponse> reponses, List<Passage> histoire) {
  /**
   * What was answered for a right.
   *
   * @param jusquAu last day, {@code null} when it is granted for good; @param annuleeLe when it was withdrawn as a mistake, {@code null} while it
   * counts
   * @param par     who wrote it, as shown
   */
  public record Reponse(long id, long dossierId, DroitMdph droit, SensDeLaReponse sens, boolean surRecours, LocalDate decideeLe, LocalDate depuis,
      LocalDate jusquAu, String par, OffsetDateTime annuleeLe) {
    /** True while it is not withdrawn. */
    public boolean compte() {
      return annuleeLe == null;
    }

    /** True when it gives the right that day. */
    public boolean donne(LocalDate jour) {
      return compte() && sens == SensDeLaReponse.ACCORDE && !jour.isBefore(depuis) && (jusquAu == null || !jusquAu.isBefore(jour));
    }
  }

  /** What happened to it. @param de {@code null} when it began; the same as {@code vers} for a word without a step; @param par as shown */
  public record Passage(long dossierId, EtatDossierMdph de, EtatDossierMdph vers, LocalDate le, String par, String motif) {}

  /** What is asked. */
  public List<DroitMdph> droits() {
    return constitution.droits();
  }

  /** Who helps her. */
  public AideAuDossier aide() {
    return constitution.aide();
  }

  /** The answer that counts for a right: to a recourse, when there was one. */
  public Optional<Reponse> reponse(DroitMdph droit) {
    return reponses.stream().filter(r -> r.compte() && r.droit() == droit).reduce((_, derniere) -> derniere);
  }

  /** The answers that count, one a right. */
  public List<Reponse> reponsesQuiComptent() {
    return java.util.Arrays.stream(DroitMdph.values()).flatMap(d -> reponse(d).stream()).toList();
  }

  /** True when one of them is no. */
  public boolean refuse() {
    return reponsesQuiComptent().stream().anyMatch(r -> r.sens() != SensDeLaReponse.ACCORDE);
  }

  /** The rights whose answer is awaited: those asked without one, those refused while she contests. */
  public List<DroitMdph> attendus() {
    return etat == EtatDossierMdph.CONTESTE ? reponsesQuiComptent().stream().filter(r -> r.sens() != SensDeLaReponse.ACCORDE).map(Reponse::droit)
        .toList()
        : droits().stream().filter(d -> reponse(d).isEmpty()).toList();
  }

  /** True when what it waits for should have come before that day. */
  public boolean enRetard(LocalDate jour) {
    return limite != null && jour.isAfter(limite);
  }

  /** True when its papers are all ready that day. */
  public boolean pret(LocalDate jour) {
    return constitution.prete(finDuCertificat, jour);
  }
}
