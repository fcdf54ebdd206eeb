package fr.jalon.calcul.ligne;

import fr.jalon.calcul.Argent;
import fr.jalon.calcul.ErreurDeSaisie;
import fr.jalon.calcul.ParMois;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a line one by one; what cannot be read is an error with its path, and null or nothing in its place. */
final class Champs {
  private static final Pattern MOIS = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final BigDecimal PLUS_GRAND = BigDecimal.valueOf(1_000_000_000L);
  private final List<ErreurDeSaisie> erreurs;

  Champs(List<ErreurDeSaisie> erreurs) {
    this.erreurs = erreurs;
  }

  void refuser(String chemin, String phrase) {
    erreurs.add(new ErreurDeSaisie(chemin, phrase));
  }

  /** Refuses the fields that nothing would read: a typing mistake must not give a wrong amount. */
  void connus(JsonNode n, Set<String> connus, String chemin) {
    for (String champ : n.propertyNames()) {
      if (!connus.contains(champ)) {
        refuser(chemin + "." + champ, "Champ inconnu : il ne serait pas compté.");
      }
    }
  }

  boolean oui(JsonNode n, String champ, String chemin) {
    JsonNode v = n.path(champ);
    if (v.isMissingNode() || v.isNull()) {
      return false;
    }
    if (!v.isBoolean()) {
      refuser(chemin, "« true » ou « false » était attendu.");
      return false;
    }
    return v.booleanValue();
  }

  String texte(JsonNode n, String champ, String chemin) {
    JsonNode v = n.path(champ);
    if (v.isMissingNode() || v.isNull()) {
      return null;
    }
    if (!v.isString()) {
      refuser(chemin, "Un texte était attendu.");
      return null;
    }
    return v.stringValue();
  }

  YearMonth mois(JsonNode n, String champ, String chemin) {
    JsonNode v = n.path(champ);
    if (v.isMissingNode() || v.isNull()) {
      refuser(chemin, "Le mois est absent : écrivez-le AAAA-MM, par exemple 2026-06.");
      return null;
    }
    if (!v.isString() || !MOIS.matcher(v.stringValue()).matches()) {
      refuser(chemin, "Le mois « " + v.asString("") + " » n'est pas de la forme AAAA-MM, par exemple 2026-06.");
      return null;
    }
    return YearMonth.parse(v.stringValue());
  }

  LocalDate jour(JsonNode n, String champ, String chemin) {
    String texte = texte(n, champ, chemin);
    if (texte == null) {
      return null;
    }
    try {
      return LocalDate.parse(texte);
    } catch (DateTimeException _) {
      refuser(chemin, "La date « " + texte + " » n'est pas de la forme AAAA-MM-JJ, par exemple 1990-05-12.");
      return null;
    }
  }

  <E extends Enum<E>> E choix(JsonNode n, String champ, String chemin, Class<E> choix) {
    String texte = texte(n, champ, chemin);
    if (texte == null) {
      return null;
    }
    for (E e : choix.getEnumConstants()) {
      if (e.name().equalsIgnoreCase(texte)) {
        return e;
      }
    }
    refuser(chemin, "« " + texte + " » est inconnu : " + Arrays.stream(choix.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", ")) + ".");
    return null;
  }

  BigDecimal nombre(JsonNode v, String chemin) {
    if (v.isMissingNode() || v.isNull()) {
      return null;
    }
    if (!v.isNumber()) {
      refuser(chemin, "Un nombre était attendu.");
      return null;
    }
    if (v.isFloatingPointNumber() && !Double.isFinite(v.doubleValue())) {
      refuser(chemin, "Un nombre fini était attendu.");
      return null;
    }
    return v.decimalValue();
  }

  /** Euros, to the millionth. */
  BigDecimal montant(JsonNode v, String chemin) {
    BigDecimal euros = nombre(v, chemin);
    if (euros == null) {
      return null;
    }
    if (euros.abs().compareTo(PLUS_GRAND) > 0) {
      refuser(chemin, "Le montant est démesuré : vérifiez les décimales.");
      return null;
    }
    return euros.scale() > Argent.DECIMALES ? euros.setScale(Argent.DECIMALES, RoundingMode.HALF_UP) : euros;
  }

  /** Amounts by month; years of two centuries only, so that a typing mistake does not fill the memory. */
  ParMois parMois(JsonNode v, String chemin) {
    if (v.isMissingNode() || v.isNull()) {
      return ParMois.RIEN;
    }
    if (!v.isObject()) {
      refuser(chemin, "Des mois avec leur montant étaient attendus.");
      return ParMois.RIEN;
    }
    Map<YearMonth, BigDecimal> montants = new HashMap<>();
    for (Map.Entry<String, JsonNode> e : v.properties()) {
      BigDecimal euros = montant(e.getValue(), chemin + "." + e.getKey());
      if (!MOIS.matcher(e.getKey()).matches() || !e.getKey().startsWith("20") && !e.getKey().startsWith("19")) {
        refuser(chemin + "." + e.getKey(), "Le mois « " + e.getKey() + " » n'est pas de la forme AAAA-MM, par exemple 2026-06.");
      } else if (euros != null) {
        montants.put(YearMonth.parse(e.getKey()), euros);
      }
    }
    return ParMois.de(montants);
  }
}
