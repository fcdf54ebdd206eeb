package fr.jalon.justedroit.lecture;

import fr.jalon.justedroit.domaine.Verificateur;
import fr.jalon.justedroit.domaine.Verification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The foyers of the perimeter whose RSA in the file is far from what Jalon recalculates, the widest first. */
@Component
public class EcartsDuPerimetre {
  private final LectureDesFaits faits;

  EcartsDuPerimetre(LectureDesFaits faits) {
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

  /** A foyer and what was found. */
  public record Ligne(FoyerLu foyer, Verification verification) {}

  /**
   * What was found in a month.
   *
   * @param verifies  foyers whose right is paid
   * @param accord    those that agree within one euro
   * @param impossibles those that cannot be compared
   * @param lignes    those beyond the threshold, the widest first
   */
  public record Bilan(LocalDate au, long verifies, long accord, long impossibles, List<Ligne> lignes) {}

  /**
   * Reads and recalculates every foyer of the perimeter.
   *
   * @param seuil euros a month from which a foyer is proposed
   */
  @Transactional(readOnly = true)
  public Bilan au(LocalDate jour, BigDecimal seuil, Sens sens, String territoire) {
    Verificateur verificateur = Verificateur.rapide();
    List<Ligne> toutes = faits.versablesAu(jour).stream().filter(f -> territoire.isEmpty() || territoire.equals(f.territoire()))
        .map(f -> new Ligne(f, verificateur.verifier(f.faits(), List.of()))).toList();
    long impossibles = toutes.stream().filter(l -> l.verification().ecart() == null).count();
    long accord = toutes.stream().filter(l -> l.verification().ecart() != null && !l.verification().aVerifier(BigDecimal.ONE)).count();
    List<Ligne> lignes = toutes.stream().filter(l -> l.verification().aVerifier(seuil) && sens.garde(l.verification().ecart()))
        .sorted(Comparator.comparing((Ligne l) -> l.verification().ecart().abs()).reversed().thenComparing(l -> l.foyer().nom()).thenComparing(l -> l.foyer().faits().foyerId())).toList();
    return new Bilan(jour, toutes.size(), accord, impossibles, lignes);
  }
}
