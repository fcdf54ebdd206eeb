package fr.jalon.engagement.lecture;

import fr.jalon.engagement.domaine.CauseDeVersion;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.domaine.EtatVersion;
import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.engagement.domaine.MoyenDeSignature;
import fr.jalon.engagement.domaine.QuiAgit;
import fr.jalon.engagement.domaine.RaisonDeRefus;
import fr.jalon.engagement.domaine.ResultatDObjectif;
import fr.jalon.engagement.domaine.Signataire;
import fr.jalon.socle.DonneeDeSante;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A contract as the agent at work may read it, at a day.
 *
 * @param etatDepuis day of its state; @param depuis, jusquAu its dates, {@code null} until it is signed
 * @param versions   the latest first
 * @param histoire   the latest first
 * @param refus      the one that stands, {@code null} when none does
 */
@DonneeDeSante
public record ContratLu(long id, long suiviId, EtatContrat etat, LocalDate etatDepuis, LocalDate depuis, LocalDate jusquAu, LocalDate signeLe,
    List<Version> versions, List<Passage> histoire, Refus refus) {
  /**
   * What it says.
   *
   * @param ecritePar name of the agent; @param validation, validationMotif {@code null} when none is asked; @param signatures those that stand
   */
  @DonneeDeSante
  public record Version(long id, long contratId, int numero, EtatVersion etat, CauseDeVersion cause, String motif, LocalDate depuis,
          LocalDate jusquAu,
      Intensite intensite, String engagementsPersonne, String engagementsReferent, String validation, String validationMotif, LocalDate presenteeLe,
      LocalDate signeeLe, String empreinte, String ecritePar, List<Objectif> objectifs, List<Signature> signatures, List<Document> documents) {
    /** Hours a week of the actions that run that day; what her référent does is not hers. */
    public BigDecimal heures(LocalDate jour) {
      return objectifs.stream().flatMap(o -> o.actions().stream()).filter(a -> a.qui() != QuiAgit.REFERENT)
          .filter(a -> !a.depuis().isAfter(jour) && !a.jusquAu().isBefore(jour))
          .map(Action::heures).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Who signed, or empty. */
    public Optional<Signature> de(Signataire qui) {
      return signatures.stream().filter(s -> s.qui() == qui).findFirst();
    }

    /** True once its text is presented: it no longer changes. */
    public boolean presentee() {
      return presenteeLe != null;
    }

    /** Validation asked, or sent back: it cannot be signed. */
    public boolean attendUneValidation() {
      return "DEMANDEE".equals(validation);
    }
  }

  /** An objective. @param theme code, {@code null} for the project; @param resultatPar name of the agent */
  @DonneeDeSante
  public record Objectif(long id, long versionId, String theme, String texte, ResultatDObjectif resultat, String pourquoi, LocalDate resultatLe,
      String resultatPar, List<Action> actions) {}

  /** An action. */
  @DonneeDeSante
  public record Action(long id, long objectifId, String libelle, String activite, QuiAgit qui, LocalDate depuis, LocalDate jusquAu,
      BigDecimal heures) {}

  /** A signature. @param envoyeA last figures of the telephone that got the code, or {@code null} */
  public record Signature(long versionId, Signataire qui, MoyenDeSignature moyen, LocalDate le, OffsetDateTime signeeLe, String nom, String envoyeA,
      String empreinte, String recueilliePar) {}

  /** What is kept. @param sorte PRESENTE, PAPIER or DESSIN */
  public record Document(long id, long versionId, String sorte, String nom, OffsetDateTime deposeLe) {}

  /** One thing that happened. @param de {@code null} when it begins */
  public record Passage(long contratId, EtatContrat de, EtatContrat vers, LocalDate le, String par, String motif) {}

  /** What she refused. */
  public record Refus(long contratId, LocalDate le, RaisonDeRefus raison, String precisions, String par) {}

  /** The version being prepared. */
  public Optional<Version> preparee() {
    return versions.stream().filter(v -> v.etat() == EtatVersion.PREPAREE).findFirst();
  }

  /** The last one signed. */
  public Optional<Version> signee() {
    return versions.stream().filter(v -> v.etat() == EtatVersion.SIGNEE).findFirst();
  }

  /** True when it binds that day. */
  public boolean enVigueur(LocalDate jour) {
    return etat == EtatContrat.SIGNE && !depuis.isAfter(jour) && !jusquAu.isBefore(jour);
  }
}
