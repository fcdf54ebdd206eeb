package fr.jalon.demo.generation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as the payers' files write it: capitals, no accent, cut to the length of the field. */
final class Capitales {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

  private Capitales() {}

  static String de(String texte, int longueur) {
    String capitales = Normalizer.normalize(texte.replace("œ", "oe").replace("Œ", "OE").replace("ø", "o"), Normalizer.Form.NFD)
        .transform(t -> ACCENTS.matcher(t).replaceAll("")).toUpperCase(Locale.ROOT).strip();
    return capitales.length() <= longueur ? capitales : capitales.substring(0, longueur).strip();
  }
}
