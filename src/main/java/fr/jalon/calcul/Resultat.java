package fr.jalon.calcul;

import fr.jalon.calcul.moteur.Calcul;
import fr.jalon.calcul.moteur.CalculRsa;
import fr.jalon.calcul.moteur.MoisDePrime;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a household may receive for a month, with every intermediate value. Amounts are euros by month, 4 decimals at most. */
public final class Resultat {
  private final Calcul calcul;
  private final CalculRsa rsa;

  Resultat(Calcul calcul) {
    this.calcul = calcul;
    rsa = calcul.rsa();
  }

  /** RSA paid. */
  public BigDecimal rsa() {
    return Argent.euros(rsa.montant);
  }

  /** Prime d'activité paid. */
  public BigDecimal prime() {
    return Argent.euros(calcul.prime().montant);
  }

  /** RSA paid, in units of {@link Argent}: for sums without rounding. */
  public long rsaEnUnites() {
    return rsa.montant;
  }

  /** Prime paid, in units of {@link Argent}. */
  public long primeEnUnites() {
    return calcul.prime().montant;
  }

  /** Ordinary forfait of the household, zero when the ordinary RSA is closed. */
  public BigDecimal socle() {
    return Argent.euros(rsa.socle);
  }

  /** Majorated forfait of a lone parent, zero when not one. */
  public BigDecimal socleMajore() {
    return Argent.euros(rsa.socleMajore);
  }

  /** Housing forfait deducted. */
  public BigDecimal forfaitLogement() {
    return Argent.euros(rsa.forfaitLogement);
  }

  /** All resources that count. */
  public BigDecimal baseRessources() {
    return Argent.euros(rsa.baseRessources);
  }

  /** Family benefits among the resources. */
  public BigDecimal prestationsFamiliales() {
    return Argent.euros(rsa.prestationsFamiliales);
  }

  /** Social minima among the resources. */
  public BigDecimal minimaSociaux() {
    return Argent.euros(rsa.minima);
  }

  /** Share of the ASF among the family benefits. */
  public BigDecimal forfaitAsf() {
    return Argent.euros(rsa.forfaitAsf);
  }

  /** Forfait less everything, before the minimum paid; may be negative. */
  public BigDecimal theorique() {
    return Argent.euros(rsa.theorique);
  }

  /** True when the ordinary RSA is open, whatever the resources. */
  public boolean ouvert() {
    return rsa.ouvert;
  }

  /** True with the majoration of a lone parent. */
  public boolean majore() {
    return rsa.majore();
  }

  /** Children who count. */
  public int enfantsComptes() {
    return rsa.enfants();
  }

  /** True when work opens the prime d'activité. */
  public boolean primeOuverte() {
    return calcul.prime().ouverte;
  }

  /** The three months whose resources count. */
  public List<YearMonth> moisDeReference() {
    return IntStream.range(0, 3).mapToObj(i -> Mois.de(calcul.prime().premierMois + i)).toList();
  }

  /** Share of each person in the RSA, adults first, in the order given. */
  public List<PartDUnePersonne> personnes() {
    Menage menage = calcul.menage();
    int adultes = menage.adultes().size();
    List<PartDUnePersonne> parts = new ArrayList<>();
    for (int i = 0; i < adultes + menage.enfants().size(); i++) {
      Personne p = i < adultes ? menage.adultes().get(i) : menage.enfants().get(i - adultes);
      parts.add(new PartDUnePersonne(p.id(), rsa.age(p), i >= adultes && rsa.aCharge(i - adultes), Argent.euros(rsa.activite(i)),
          Argent.euros(rsa.autres(i))));
    }
    return parts;
  }

  /** What each reference month gives for the prime d'activité, oldest first. */
  public List<MoisCompte> prime3Mois() {
    int personnes = calcul.menage().adultes().size() + calcul.menage().enfants().size();
    return IntStream.range(0, 3).mapToObj(i -> {
      MoisDePrime m = calcul.prime().mois(i);
      return new MoisCompte(Mois.de(calcul.prime().premierMois + i), Argent.euros(m.montant), m.ouverte, Argent.euros(m.forfait),
          Argent.euros(m.activite),
          Argent.euros(m.activiteGardee), Argent.euros(m.horsActivite), Argent.euros(m.prestationsFamiliales), Argent.euros(m.forfaitLogement),
          IntStream.range(0, personnes).mapToObj(p -> Argent.euros(m.activite(p))).toList(),
          IntStream.range(0, personnes).mapToObj(p -> Argent.euros(m.bonification(p))).toList());
    }).toList();
  }

  /**
   * Share of a person in the RSA.
   *
   * @param id              her name in the file
   * @param age             on the first of the month
   * @param aCharge         true for a child who counts
   * @param activite        earned income kept, by month
   * @param autresRessources other resources kept, by month
   */
  public record PartDUnePersonne(String id, int age, boolean aCharge, BigDecimal activite, BigDecimal autresRessources) {}

  /**
   * One reference month of the prime d'activité.
   *
   * @param mois                  month
   * @param montant               what it gives
   * @param ouverte               age and residence allow it
   * @param forfait               forfait of the household
   * @param activite              earned income of all
   * @param activiteGardee        share of it added to the forfait
   * @param horsActivite          other resources, family benefits included
   * @param prestationsFamiliales family benefits among them
   * @param forfaitLogement       housing forfait deducted
   * @param activiteParPersonne   adults first
   * @param bonificationParPersonne adults first
   */
  public record MoisCompte(YearMonth mois, BigDecimal montant, boolean ouverte, BigDecimal forfait, BigDecimal activite, BigDecimal activiteGardee,
      BigDecimal horsActivite, BigDecimal prestationsFamiliales, BigDecimal forfaitLogement, List<BigDecimal> activiteParPersonne,
      List<BigDecimal> bonificationParPersonne) {}
}
