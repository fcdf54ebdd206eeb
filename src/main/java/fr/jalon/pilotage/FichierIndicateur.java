package fr.jalon.pilotage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a file of {@code indicateurs/}: a header of comments {@code -- key : text}, whose lines may go on with {@code --} and three
 * spaces, then the query.
 */
final class FichierIndicateur {
  private static final Set<String> CLES = Set.of("rang", "libelle", "definition", "source", "unite", "genre", "dimensions", "par",
      "utilise", "fenetre", "ressources", "lecture", "fichiers", "parametres", "vide");

  private FichierIndicateur() {}

  /**
   * @param code  name of the file without its ending
   * @param texte content of the file
   * @throws IllegalStateException when the header is not complete: a mistake of the developer
   */
  static Indicateur lire(String code, String texte) {
    Map<String, String> entete = new HashMap<>();
    String cle = null;
    List<String> lignes = texte.lines().toList();
    int i = 0;
    for (; i < lignes.size() && lignes.get(i).startsWith("--"); i++) {
      String ligne = lignes.get(i).substring(2);
      if (ligne.startsWith("   ") && cle != null) {
        entete.merge(cle, ligne.strip(), (avant, suite) -> avant + " " + suite);
        continue;
      }
      int deuxPoints = ligne.indexOf(" : ");
      cle = deuxPoints < 0 ? "" : ligne.substring(0, deuxPoints).strip();
      if (!CLES.contains(cle)) {
        throw new IllegalStateException("indicateurs/" + code + ".sql, ligne " + (i + 1) + " : en-tête inconnu « " + ligne.strip() + " »");
      }
      entete.put(cle, ligne.substring(deuxPoints + 3).strip());
    }
    for (String requise : List.of("rang", "libelle", "definition", "source", "unite", "genre", "dimensions", "fichiers")) {
      if (!entete.containsKey(requise)) {
        throw new IllegalStateException("indicateurs/" + code + ".sql : il manque l'en-tête « " + requise + " »");
      }
    }
    return new Indicateur(code, Integer.parseInt(entete.get("rang")), entete.get("libelle"), entete.get("definition"), entete.get("source"),
        entete.get("unite"), Genre.valueOf(entete.get("genre").toUpperCase(Locale.ROOT)),
        liste(entete.get("dimensions")).map(Dimension::valueOf).toList(),
        entete.containsKey("par") ? Dimension.valueOf(entete.get("par")) : null,
        Indicateur.Fichiers.valueOf(entete.get("fichiers").toUpperCase(Locale.ROOT)),
        liste(entete.getOrDefault("ressources", "DOSSIERS")).collect(Collectors.toUnmodifiableSet()),
        entete.containsKey("lecture") ? liste(entete.get("lecture")).collect(Collectors.toUnmodifiableSet()) : Set.of(), entete.get("vide"),
        "douze_mois".equals(entete.get("fenetre")), nombres(entete.get("parametres")), entete.get("utilise"),
        String.join("\n", lignes.subList(i, lignes.size())));
  }

  private static java.util.stream.Stream<String> liste(String texte) {
    return Arrays.stream(texte.split(",")).map(String::strip);
  }

  private static Map<String, String> nombres(String texte) {
    return texte == null ? Map.of() : liste(texte).map(paire -> paire.split("\\s*=\\s*"))
        .collect(Collectors.toUnmodifiableMap(paire -> paire[0], paire -> paire[1]));
  }
}
