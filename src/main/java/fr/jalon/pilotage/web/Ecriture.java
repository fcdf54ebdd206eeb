package fr.jalon.pilotage.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Francais;
import fr.jalon.pilotage.Dimension;
import fr.jalon.pilotage.ValeurIndicateur;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How figures are written in the pages, and where each leads. */
public final class Ecriture {
  private static final char FINE = '\u202f';

  private Ecriture() {}

  /** {@code 6 313}, {@code 9,5 %}, {@code 3 086 555 €}, {@code 30 jours}; a dash when there is none. */
  public static String valeur(ValeurIndicateur v) {
    return nombre(v.valeur(), v.unite());
  }

  /** The same for a bare number; euros without cents from a thousand up. */
  public static String nombre(BigDecimal valeur, String unite) {
    if (valeur == null) {
      return "—";
    }
    return switch (unite) {
      case "%" -> decimal(valeur, 1) + "\u00a0%";
      case "€" -> valeur.abs().compareTo(BigDecimal.valueOf(1000)) >= 0 ? decimal(valeur, 0) + "\u00a0€" : Francais.euros(valeur);
      case "jours" -> decimal(valeur, 1) + "\u00a0" + (valeur.compareTo(BigDecimal.TWO) < 0 ? "jour" : "jours");
      default -> decimal(valeur, 1);
    };
  }

  /** {@code 6 313 personnes}: the number with its unit. */
  public static String avecUnite(BigDecimal valeur, String unite) {
    String texte = nombre(valeur, unite);
    return valeur == null || List.of("%", "€", "jours").contains(unite) ? texte : texte + "\u00a0" + unite;
  }

  /** The difference with a month ago: {@code +12}, {@code −3,2 points}, {@code =}; empty when one of the two is missing. */
  public static String ecart(BigDecimal maintenant, BigDecimal avant, String unite) {
    if (maintenant == null || avant == null) {
      return "";
    }
    BigDecimal ecart = maintenant.subtract(avant);
    if (ecart.signum() == 0) {
      return "inchangé";
    }
    String signe = ecart.signum() > 0 ? "+" : "−";
    return signe + (unite.equals("%") ? decimal(ecart.abs(), 1) + "\u00a0" + (ecart.abs().compareTo(BigDecimal.TWO) < 0 ? "point" : "points")
        : nombre(ecart.abs(), unite));
  }

  /** {@code mois encore ouvert : délai en cours pour 12 personnes}: what may still move in a rate. */
  public static String ouverte(ValeurIndicateur v) {
    return (v.dimension() == Dimension.MOIS ? "mois encore ouvert : délai" : "Délai") + " en cours pour "
        + Francais.compte(v.enCours(), "personne", "personnes");
  }

  /** Share of a part in a whole: {@code 25,5 %}; empty when the whole is nil. */
  public static String part(BigDecimal partie, BigDecimal tout) {
    return partie == null || tout == null || tout.signum() == 0 ? ""
        : decimal(partie.multiply(BigDecimal.valueOf(100)).divide(tout, 1, RoundingMode.HALF_UP), 1) + "\u00a0%";
  }

  /** {@code 08/25}: the month on the axis of a chart. */
  public static String moisCourt(LocalDate jour) {
    return "%02d/%02d".formatted(jour.getMonthValue(), jour.getYear() % 100);
  }

  /** The page of an indicator, for the whole. */
  public static String lien(String code, LocalDate au) {
    return lien(code, au, null, null);
  }

  /** The page of a figure: definition, breakdown and the persons behind it. */
  public static String lien(String code, LocalDate au, Dimension par, String valeur) {
    return lien(code, au, par, valeur, null);
  }

  /** The same of one territory, {@code null} for all. */
  public static String lien(String code, LocalDate au, Dimension par, String valeur, String territoire) {
    Map<String, String> parametres = new LinkedHashMap<>();
    parametres.put("au", au.toString());
    parametres.put("par", par == null ? "" : par.name());
    parametres.put("valeur", valeur == null ? "" : valeur);
    parametres.put("territoire", territoire);
    return new AdresseDePage("/indicateurs/" + code, parametres).toString();
  }

  /** The page of a figure of a breakdown. */
  public static String lien(ValeurIndicateur v) {
    return lien(v.code(), v.au(), v.dimension(), v.valeurDimension(), v.territoire());
  }

  private static String decimal(BigDecimal valeur, int decimales) {
    BigDecimal arrondi = valeur.setScale(decimales, RoundingMode.HALF_UP);
    int utiles = Math.max(0, arrondi.stripTrailingZeros().scale());
    return String.format(Locale.FRENCH, "%,." + utiles + "f", arrondi).replace('\u00a0', FINE);
  }
}
