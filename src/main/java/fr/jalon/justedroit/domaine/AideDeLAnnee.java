package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.AideAuPoste;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a number of CDDI posts held by persons who have the RSA costs the Département in a year.
 *
 * @param annee   year of the posts
 * @param postes  number of posts, all year
 * @param retenu  which amount of the RSA is kept
 * @param mois    one line a month, January first
 */
public record AideDeLAnnee(int annee, int postes, Retenu retenu, List<Ligne> mois) {
  private static final int DECEMBRE = 12;

  /** Which amount of a single person's RSA the convention keeps. */
  public enum Retenu {
    /** That of each month. */
    EN_VIGUEUR("Celui de chaque mois"),
    /** That of December before, all year. */
    ANNEE_PRECEDENTE("Celui de l'année d'avant");

    private final String libelle;

    Retenu(String libelle) {
      this.libelle = libelle;
    }

    /** In French, for the screen. */
    public String libelle() {
      return libelle;
    }
  }

  /**
   * A month.
   *
   * @param mois               month paid
   * @param montantForfaitaire RSA of a single person kept for it
   * @param parPoste           88 % of it, to the cent
   * @param total              for all posts
   */
  public record Ligne(YearMonth mois, BigDecimal montantForfaitaire, BigDecimal parPoste, BigDecimal total) {}

  /**
   * Twelve months.
   *
   * @throws IllegalArgumentException when a month has no figures; the sentence says which
   */
  public static AideDeLAnnee de(int annee, int postes, Retenu retenu) {
    return new AideDeLAnnee(annee, postes, retenu, IntStream.rangeClosed(1, DECEMBRE).mapToObj(m -> {
      YearMonth mois = YearMonth.of(annee, m);
      AideAuPoste aide = AideAuPoste.du(retenu == Retenu.EN_VIGUEUR ? mois : YearMonth.of(annee - 1, DECEMBRE));
      return new Ligne(mois, aide.montantForfaitaire(), aide.parPoste(), aide.pour(postes, 1));
    }).toList());
  }

  /** The year. */
  public BigDecimal total() {
    return mois.stream().map(Ligne::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** One post, all year. */
  public BigDecimal parPoste() {
    return mois.stream().map(Ligne::parPoste).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
