package fr.jalon.ecran;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The version of a thing is what its page shows of it, field by field: two versions are the same when the values are. Nothing counts
 * seconds, so two saves of the same instant are told apart, and a value written by a file or a command is seen like any other.
 * It travels in the form, and grants nothing: who forges it says that she has seen what is there.
 *
 * @param chose   kind of thing; @param cle which one
 * @param valeurs by field; a field without value is absent
 */
record Version(String chose, String cle, Map<String, List<String>> valeurs) {

  List<String> de(String champ) {
    return valeurs.getOrDefault(champ, List.of());
  }

  boolean estDe(Fiche fiche, Object autreCle) {
    return chose.equals(fiche.chose()) && cle.equals(String.valueOf(autreCle));
  }

  /** As the form carries it: {@code LIEU:12?nom=Salle+A&capacite=12}. */
  String texte() {
    StringBuilder texte = new StringBuilder(chose).append(':').append(coder(cle)).append('?');
    valeurs.forEach((champ, v) -> v.forEach(x -> texte.append(champ).append('=').append(coder(x)).append('&')));
    return texte.toString();
  }

  /** A short mark of the values. */
  String empreinte() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(texte().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a text that came with a form; one that says nothing has seen nothing. */
  static Version lire(String texte) {
    int point = texte == null ? -1 : texte.indexOf(':');
    int question = texte == null ? -1 : texte.indexOf('?');
    if (point < 0 || question < point) {
      return new Version("", "", Map.of());
    }
    try {
      Map<String, List<String>> valeurs = new LinkedHashMap<>();
      for (String paire : texte.substring(question + 1).split("&")) {
        int egal = paire.indexOf('=');
        if (egal > 0) {
          valeurs.computeIfAbsent(paire.substring(0, egal), _ -> new ArrayList<>())
              .add(URLDecoder.decode(paire.substring(egal + 1), StandardCharsets.UTF_8));
        }
      }
      return new Version(texte.substring(0, point), URLDecoder.decode(texte.substring(point + 1, question), StandardCharsets.UTF_8), valeurs);
    } catch (IllegalArgumentException _) {
      return new Version("", "", Map.of());
    }
  }

  private static String coder(String texte) {
    return URLEncoder.encode(texte, StandardCharsets.UTF_8);
  }
}
