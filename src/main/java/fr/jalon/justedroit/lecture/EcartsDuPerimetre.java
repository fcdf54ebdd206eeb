package fr.jalon.justedroit.lecture;

import fr.jalon.justedroit.domaine.Verificateur;
import fr.jalon.justedroit.domaine.Verification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The foyers of the perimeter whose RSA in the file is far from what Jalon recalculates, the widest first. */
@Component
public class EcartsDuPerimetre {
  private final LectureDesFaits faits;
  private final Verifiees verifiees;

  EcartsDuPerimetre(LectureDesFaits faits, Verifiees verifiees) {
    this.verifiees = verifiees;
    this.faits = faits;
  }

  /** Which differences are looked for. */
  public enum Sens {
    /** Both. */
    TOUS("Tous les écarts"),
    /** The payer counted more. */
    CAISSE_PLUS("La caisse compte plus"),
    /** The payer counted less: a right may be missing. */
    CAISSE_MOINS("La caisse compte moins");

    private final String libelle;

    Sens(String libelle) {
      this.libelle = libelle;
    }

    /** In French, for the screen. */
    public String libelle() {
      return libelle;
    }

    boolean garde(BigDecimal ecart) {
      return this == TOUS || (this == CAISSE_PLUS) == (ecart.signum() > 0);
    }
  }

  /** Which foyers are shown. */
  public enum Regard {
    /** Those nobody looked at since their difference is what it is. */
    A_VERIFIER("À vérifier"),
    /** Those somebody looked at. */
    VERIFIES("Déjà vérifiés"),
    /** Both. */
    TOUS("Tous");

    private final String libelle;

    Regard(String libelle) {
      this.libelle = libelle;
    }

    /** In French, for the screen. */
    public String libelle() {
      return libelle;
    }

    boolean garde(Ligne l) {
      return this == TOUS || (this == VERIFIES) == (l.verifiee() != null);
    }
  }

  /** A foyer and what was found. @param verifiee who looked at this very difference, or {@code null} */
  public record Ligne(FoyerLu foyer, Verification verification, Verifiee verifiee) {}

  /**
   * What was found in a month.
   *
   * @param verifies  foyers whose right is paid
   * @param accord    those that agree within one euro
   * @param impossibles those that cannot be compared
   * @param regardes  those beyond the threshold that somebody looked at
   * @param lignes    those beyond the threshold that are shown, the widest first
   */
  public record Bilan(LocalDate au, long verifies, long accord, long impossibles, long regardes, List<Ligne> lignes) {}

  /**
   * Reads and recalculates every foyer of the perimeter.
   *
   * @param seuil euros a month from which a foyer is proposed
   */
  @Transactional(readOnly = true)
  public Bilan au(LocalDate jour, BigDecimal seuil, Sens sens, String territoire, Regard regard) {
    Map<Long, Verifiee> notees = verifiees.parFoyer();
    Verificateur verificateur = Verificateur.rapide();
    List<Ligne> toutes = faits.versablesAu(jour).stream().filter(f -> territoire.isEmpty() || territoire.equals(f.territoire()))
        .map(f -> ligne(f, verificateur.verifier(f.faits(), List.of()), notees.get(f.faits().foyerId()))).toList();
    long impossibles = toutes.stream().filter(l -> l.verification().ecart() == null).count();
    long accord = toutes.stream().filter(l -> l.verification().ecart() != null && !l.verification().aVerifier(BigDecimal.ONE)).count();
    List<Ligne> auSeuil = toutes.stream().filter(l -> l.verification().aVerifier(seuil) && sens.garde(l.verification().ecart())).toList();
    List<Ligne> lignes = auSeuil.stream().filter(regard::garde)
        .sorted(Comparator.comparing((Ligne l) -> l.verification().ecart().abs()).reversed().thenComparing(l -> l.foyer().nom())
        .thenComparing(l -> l.foyer().faits().foyerId())).toList();
    return new Bilan(jour, toutes.size(), accord, impossibles, auSeuil.stream().filter(l -> l.verifiee() != null).count(), lignes);
  }

  private static Ligne ligne(FoyerLu foyer, Verification v, Verifiee notee) {
    return new Ligne(foyer, v, notee != null && notee.vautPour(v.ecart()) ? notee : null);
  }
}
