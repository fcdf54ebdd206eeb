package fr.jalon.calcul;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.bancs.MenagesAuHasard;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is true of every household, tried on households drawn at random; the seed is in every failure. */
class ProprietesTest {
  private static final long GRAINE = Long.getLong("jalon.graine", 20_261_121L);
  private static final YearMonth MOIS = YearMonth.of(2026, 6);
  private static final int MENAGES = 3000;
  private static final CalculDuDroit LOI = CalculDuDroit.enVigueur();
  private final List<Menage> menages = new MenagesAuHasard(GRAINE, MOIS).menages(MENAGES);

  @Test
  void un_enfant_de_plus_ne_baisse_jamais_le_montant_de_base() {
    pourChacun((m, r) -> {
      List<Personne> enfants = new ArrayList<>(m.enfants());
      enfants.add(Personne.nee("2021-03-04").faite());
      Resultat avec = LOI.calculer(m.avecEnfants(enfants.toArray(Personne[]::new)), MOIS);
      assertThat(avec.socle().max(avec.socleMajore())).isGreaterThanOrEqualTo(r.socle().max(r.socleMajore()));
    });
  }

  @Test
  void l_ordre_des_adultes_et_des_enfants_ne_change_rien() {
    pourChacun((m, r) -> {
      List<Personne> adultes = new ArrayList<>(m.adultes());
      List<Personne> enfants = new ArrayList<>(m.enfants());
      Collections.reverse(adultes);
      Collections.reverse(enfants);
      Resultat autre = LOI.calculer(new Menage(adultes, enfants, m.isolementRecent(), null, Menage.INCONNU, m.logement(), m.prestations(), false),
          MOIS);
      assertThat(autre.rsa()).isEqualTo(r.rsa());
      assertThat(autre.prime()).isEqualTo(r.prime());
    });
  }

  @Test
  void une_pension_d_un_euro_de_plus_ne_releve_jamais_le_rsa() {
    pourChacun((m, r) -> {
      Personne plus = m.adultes().getFirst().modifier().constant(Revenu.PENSION_ALIMENTAIRE, "2025-06", "2026-06", "1").faite();
      assertThat(LOI.calculer(m.avecAdulte(0, plus), MOIS).rsa()).isLessThanOrEqualTo(r.rsa());
    });
  }

  @Test
  void aucun_montant_n_est_negatif_ni_entre_zero_et_son_minimum() {
    pourChacun((_, r) -> {
      assertThat(r.rsa()).matches(x -> x.signum() == 0 || x.compareTo(BigDecimal.valueOf(6)) >= 0);
      assertThat(r.prime()).matches(x -> x.signum() == 0 || x.compareTo(BigDecimal.valueOf(15)) >= 0);
      assertThat(r.rsa().scale()).isEqualTo(2);
      assertThat(r.baseRessources().signum()).isNotNegative();
    });
  }

  /** The places where one more euro of pay may lower pay + RSA + prime d'activité. Everything else is a failure. */
  private enum Seuil {
    /** The last euros of RSA, under 6 €, are not paid; the prime may decrease at the same time. */
    MINIMUM_DU_RSA,
    /** The last euros of the prime, under 15 €, are not paid; the RSA may decrease at the same time. */
    MINIMUM_DE_LA_PRIME,
    /**
     * The prime decreases as soon as the resources of one of its months pass its own forfait, which is lower than that of the RSA: until the
     * RSA ends, both decrease, by less than a euro more than what is earned.
     */
    LES_DEUX_DIMINUENT,
    /** Both amounts are rounded to the cent: a step of a euro may show one cent less. */
    ARRONDI
  }

  @Test
  void gagner_un_euro_de_plus_ne_fait_jamais_perdre_hors_des_seuils_nommes() {
    Map<Seuil, Integer> vus = new EnumMap<>(Seuil.class);
    for (int i = 0; i < 300; i++) {
      Menage m = menages.get(i);
      for (int salaire = i % 20; salaire < 2600; salaire += 20) {
        Gains avant = gains(m, salaire);
        Gains apres = gains(m, salaire + 1);
        if (apres.total() < avant.total()) {
          Seuil seuil = seuil(avant, apres);
          assertThat(seuil).as("graine %d, ménage %d, salaire %d : %s € puis %s €", GRAINE, i, salaire, Argent.euros(avant.total()),
              Argent.euros(apres.total())).isNotNull();
          vus.merge(seuil, 1, Integer::sum);
        }
      }
    }
    // a named threshold that is never met would be a name too many
    assertThat(vus.keySet()).contains(Seuil.MINIMUM_DU_RSA, Seuil.MINIMUM_DE_LA_PRIME, Seuil.LES_DEUX_DIMINUENT);
  }

  /** What a household has when its first adult earns this every month. */
  private record Gains(int salaire, Resultat droit) {
    long total() {
      return salaire * Argent.EURO + droit.rsaEnUnites() + droit.primeEnUnites();
    }
  }

  private static Gains gains(Menage m, int salaire) {
    Personne p = m.adultes().getFirst().modifier()
        .revenu(Revenu.SALAIRE_NET, ParMois.constant(YearMonth.of(2025, 1), MOIS, BigDecimal.valueOf(salaire))).faite();
    return new Gains(salaire, LOI.calculer(m.avecAdulte(0, p), MOIS));
  }

  private static Seuil seuil(Gains avant, Gains apres) {
    long perte = avant.total() - apres.total();
    if (avant.droit().rsaEnUnites() > 0 && apres.droit().rsaEnUnites() == 0 && perte < 7 * Argent.EURO) {
      return Seuil.MINIMUM_DU_RSA;
    }
    if (avant.droit().primeEnUnites() > 0 && apres.droit().primeEnUnites() == 0 && perte < 16 * Argent.EURO) {
      return Seuil.MINIMUM_DE_LA_PRIME;
    }
    boolean primeDiminue = apres.droit().prime3Mois().stream()
        .anyMatch(x -> x.activite().add(x.horsActivite()).add(x.forfaitLogement()).compareTo(x.forfait()) > 0);
    if (avant.droit().rsaEnUnites() > 0 && primeDiminue && perte < Argent.EURO) {
      return Seuil.LES_DEUX_DIMINUENT;
    }
    return perte <= 2 * Argent.CENTIME ? Seuil.ARRONDI : null;
  }

  private interface Propriete {
    void verifier(Menage menage, Resultat resultat);
  }

  private void pourChacun(Propriete p) {
    for (int i = 0; i < menages.size(); i++) {
      try {
        p.verifier(menages.get(i), LOI.calculer(menages.get(i), MOIS));
      } catch (AssertionError e) {
        throw new AssertionError("Graine %d, ménage %d : %s".formatted(GRAINE, i, e.getMessage()), e);
      }
    }
  }
}
