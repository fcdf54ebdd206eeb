package fr.jalon.justedroit.domaine;

import fr.jalon.allocataires.EtatDuDroit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What the files of the payer say of a foyer for a month. Amounts are euros a month; {@code null} where the file says nothing.
 *
 * @param etat            code of the right; of the payer
 * @param situation       code of the family situation (SITFAM)
 * @param situationDepuis its first day
 * @param majore          true when the payer counted the majoration
 * @param montants        what the payer calculated, or {@code null}
 * @param membres         claimant first
 */
public record FaitsDuMois(long foyerId, YearMonth mois, String etat, String situation, LocalDate situationDepuis,
    boolean sansDomicile, boolean majore,
    Montants montants, List<Membre> membres) {
  /** Defensive copy. */
  public FaitsDuMois {
    membres = List.copyOf(membres);
  }

  /**
   * The calculation of the payer.
   *
   * @param droit       total of the right, any reduction taken off
   * @param forfait     forfait of the household
   * @param ressources  resources kept
   * @param prestations family benefits kept
   * @param logement    housing forfait kept
   * @param reduction   reduction decided by the Département
   * @param abattement  abatement or neutralisation of resources
   */
  public record Montants(BigDecimal droit, BigDecimal forfait, BigDecimal ressources, BigDecimal prestations,
      BigDecimal logement, BigDecimal reduction,
      BigDecimal abattement) {
    /** The right before any reduction, or {@code null}. */
    public BigDecimal avantReduction() {
      return droit == null ? null : reduction == null ? droit : droit.add(reduction);
    }
  }

  /**
   * A person of the foyer.
   *
   * @param naissance  birth, or {@code null}
   * @param ressources what was declared for the quarter, or {@code null}
   */
  public record Membre(long personneId, boolean adulte, boolean aCharge, LocalDate naissance, boolean enceinte, Ressources ressources) {}

  /**
   * The resources of a quarter.
   *
   * @param moyenne  monthly mean kept by the payer, or {@code null}
   * @param montants each amount declared, or empty when the file gives only the mean
   */
  public record Ressources(LocalDate debut, LocalDate fin, boolean nulles, BigDecimal moyenne, List<Declare> montants) {
    /** Defensive copy. */
    public Ressources {
      montants = List.copyOf(montants);
    }
  }

  /**
   * An amount declared for a month.
   *
   * @param nature     code NATRESS
   * @param abattement {@code A} reduced, {@code N} neutralised by the payer, or {@code null}
   */
  public record Declare(YearMonth mois, String nature, BigDecimal montant, String abattement) {
    /** True when the payer leaves it out. */
    public boolean neutralise() {
      return "N".equals(abattement);
    }
  }

  /** True when the right is paid. */
  public boolean versable() {
    return EtatDuDroit.de(etat) == EtatDuDroit.VERSE;
  }

  /** Adults: claimant and spouse. */
  public List<Membre> adultes() {
    return membres.stream().filter(Membre::adulte).toList();
  }

  /** Children and other dependants. */
  public List<Membre> enfants() {
    return membres.stream().filter(m -> !m.adulte() && m.aCharge()).toList();
  }

  /** The same with the resources of another month, person by person. */
  public FaitsDuMois avecRessourcesDe(FaitsDuMois autre) {
    return new FaitsDuMois(foyerId, mois, etat, situation, situationDepuis, sansDomicile, majore, montants, membres.stream()
        .map(m -> new Membre(m.personneId(), m.adulte(),
        m.aCharge(), m.naissance(), m.enceinte(), autre.membres.stream().filter(a -> a.personneId() == m.personneId()).map(Membre::ressources)
            .filter(java.util.Objects::nonNull)
            .findFirst().orElse(null))).toList());
  }
}
