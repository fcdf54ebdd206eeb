package fr.jalon.justedroit.web;

import fr.jalon.ecran.DatesPlausibles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as typed: each field read with its error beside it, and every word kept to be shown again. */
public final class Saisie {
  private static final Pattern MOIS = Pattern.compile("(\\d{4})-(\\d{2})|(\\d{2})/(\\d{4})");
  private static final BigDecimal PLAFOND = new BigDecimal("1000000");
  private final Map<String, String> champs;
  private final Map<String, String> erreurs = new LinkedHashMap<>();

  /** @param champs names and what was typed */
  public Saisie(Map<String, String> champs) {
    this.champs = new LinkedHashMap<>(champs);
  }

  /** The same fields, without their errors. */
  Saisie copie() {
    return new Saisie(champs);
  }

  /** As typed; empty when nothing was. */
  public String texte(String champ) {
    return champs.getOrDefault(champ, "").strip();
  }

  /** True for a box ticked. */
  public boolean coche(String champ) {
    return !texte(champ).isEmpty();
  }

  /** True when nothing was typed. */
  public boolean vide(String champ) {
    return texte(champ).isEmpty();
  }

  /** Puts a value, as if typed. */
  public Saisie poser(String champ, Object valeur) {
    champs.put(champ, valeur == null ? "" : String.valueOf(valeur));
    return this;
  }

  /** The error of a field, or {@code null}. */
  public String erreur(String champ) {
    return erreurs.get(champ);
  }

  /** Errors by field, in the order found. */
  public Map<String, String> erreurs() {
    return erreurs;
  }

  /** True when every field read so far is right. */
  public boolean juste() {
    return erreurs.isEmpty();
  }

  /** Notes an error; the first of a field stays. */
  public void refuser(String champ, String phrase) {
    erreurs.putIfAbsent(champ, phrase);
  }

  /** Euros or hours, zero when empty: {@code 1 234,56}. */
  public BigDecimal nombre(String champ) {
    if (vide(champ)) {
      return BigDecimal.ZERO;
    }
    try {
      BigDecimal lu = new BigDecimal(texte(champ).replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.'));
      if (lu.signum() < 0) {
        refuser(champ, "Donnez zéro ou un nombre positif.");
      } else if (lu.compareTo(PLAFOND) > 0) {
        refuser(champ, "Ce nombre est trop grand : vérifiez la virgule.");
      } else if (lu.scale() > 2) {
        refuser(champ, "Deux chiffres au plus après la virgule.");
      } else {
        return lu;
      }
    } catch (NumberFormatException e) {
      refuser(champ, "Écrivez un nombre, par exemple 850 ou 850,50.");
    }
    return BigDecimal.ZERO;
  }

  /** A whole number between bounds; the lower one when wrong. */
  public int entier(String champ, int minimum, int maximum) {
    try {
      int lu = Integer.parseInt(texte(champ).replaceAll("[\\s\\u00a0\\u202f]", ""));
      if (lu >= minimum && lu <= maximum) {
        return lu;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    refuser(champ, "Écrivez un nombre entier de %d à %d.".formatted(minimum, maximum));
    return minimum;
  }

  /** A day, or {@code null} when empty or wrong. */
  public LocalDate jour(String champ) {
    try {
      return vide(champ) ? null : DatesPlausibles.lire(texte(champ));
    } catch (DateTimeParseException e) {
      refuser(champ, "Écrivez une date, par exemple 15/09/2025.");
      return null;
    }
  }

  /** A month, {@code 2025-09} or {@code 09/2025}, or {@code null} when empty or wrong. */
  public YearMonth mois(String champ) {
    if (vide(champ)) {
      return null;
    }
    Matcher m = MOIS.matcher(texte(champ));
    if (m.matches()) {
      int annee = Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(4));
      int mois = Integer.parseInt(m.group(2) != null ? m.group(2) : m.group(3));
      if (mois >= 1 && mois <= 12) {
        return YearMonth.of(annee, mois);
      }
    }
    refuser(champ, "Écrivez un mois, par exemple 09/2025.");
    return null;
  }

  /** One of the constants, the first one when nothing or something else was typed. */
  public <E extends Enum<E>> E choix(String champ, Class<E> valeurs) {
    for (E v : valeurs.getEnumConstants()) {
      if (v.name().equals(texte(champ))) {
        return v;
      }
    }
    return valeurs.getEnumConstants()[0];
  }
}
