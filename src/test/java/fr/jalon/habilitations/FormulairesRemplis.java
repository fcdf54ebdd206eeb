package fr.jalon.habilitations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms of a page, filled as somebody in a hurry fills them: what is shown stays, the first choice where one must choose, every box checked,
 * a word or a date where nothing is written. One for each of their buttons. Not the token that each page gives to its own reader.
 */
public final class FormulairesRemplis {
  /** A day that the acts of the neighbours accept. */
  public static final String JOUR = "2025-08-10";
  private static final Pattern FORMULAIRE = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
  private static final Pattern CHAMP =
      Pattern.compile("(?s)<input([^>]*)>|<select([^>]*)>(.*?)</select>|<textarea([^>]*)>(.*?)</textarea>|<button([^>]*)>");
  private static final Pattern OPTION = Pattern.compile("<option([^>]*)>");
  private static final Map<String, String> ECRIT = Map.of("date", JOUR, "time", "09:00", "number", "1", "tel", "06 39 98 00 01", "email",
      "quelquun@exemple.fr", "datetime-local", JOUR + "T09:00");

  private FormulairesRemplis() {}

  /** All that post, in the order of the page. */
  public static List<FormulaireLu> de(String page) {
    List<FormulaireLu> tous = new ArrayList<>();
    Matcher f = FORMULAIRE.matcher(page);
    while (f.find()) {
      String id = FormulaireLu.attribut(f.group(1), "id");
      // a field may stand outside, and say whose it is
      String dehors = id.isEmpty() ? "" : Pattern.compile("<(?:input|button)[^>]* form=\"" + Pattern.quote(id) + "\"[^>]*>").matcher(page).results()
          .map(r -> r.group()).reduce("", String::concat);
      lire(f.group(1), f.group(2) + dehors, tous);
    }
    return tous;
  }

  private static void lire(String balise, String html, List<FormulaireLu> tous) {
    Map<String, List<String>> champs = new LinkedHashMap<>();
    List<String> boutons = new ArrayList<>();
    Matcher m = CHAMP.matcher(html);
    while (m.find()) {
      if (m.group(1) != null) {
        saisir(m.group(1), champs);
      } else if (m.group(2) != null) {
        choisir(FormulaireLu.attribut(m.group(2), "name"), m.group(3), champs);
      } else if (m.group(4) != null) {
        ajouter(champs, FormulaireLu.attribut(m.group(4), "name"), m.group(5).isBlank() ? "essai" : FormulaireLu.clair(m.group(5)));
      } else if (!"button".equals(FormulaireLu.attribut(m.group(6), "type"))) {
        boutons.add(m.group(6));
      }
    }
    champs.remove("_csrf");
    champs.remove("");
    List<Map.Entry<String, String>> saisis = champs.entrySet().stream()
        .flatMap(c -> c.getValue().stream().map(v -> Map.entry(c.getKey(), v))).toList();
    for (String bouton : boutons.isEmpty() ? List.of("") : boutons) {
      String action = FormulaireLu.attribut(bouton, "formaction");
      if ("post".equals(FormulaireLu.attribut(bouton.contains(" formmethod=") ? bouton : balise,
          bouton.contains(" formmethod=") ? "formmethod" : "method"))) {
        String nom = FormulaireLu.attribut(bouton, "name");
        FormulaireLu lu = new FormulaireLu(action.isEmpty() ? FormulaireLu.attribut(balise, "action") : action, saisis);
        tous.add(nom.isEmpty() || nom.equals("_csrf") ? lu : lu.avec(nom, FormulaireLu.attribut(bouton, "value")));
      }
    }
  }

  private static void saisir(String balise, Map<String, List<String>> champs) {
    String genre = FormulaireLu.attribut(balise, "type");
    String nom = FormulaireLu.attribut(balise, "name");
    String valeur = FormulaireLu.attribut(balise, "value");
    switch (genre) {
      case "file", "submit" -> { }
      case "radio" -> {
        if (!champs.containsKey(nom) || balise.matches("(?s).*\\schecked\\b.*")) {
          champs.put(nom, new ArrayList<>(List.of(valeur)));
        }
      }
      case "checkbox" -> ajouter(champs, nom, valeur.isEmpty() ? "on" : valeur);
      case "hidden" -> ajouter(champs, nom, valeur);
      default -> ajouter(champs, nom, valeur.isEmpty() ? ECRIT.getOrDefault(genre, "essai") : valeur);
    }
  }

  /** What is chosen, else the first choice that says something. */
  private static void choisir(String nom, String html, Map<String, List<String>> champs) {
    List<String> valeurs = new ArrayList<>();
    Matcher o = OPTION.matcher(html);
    while (o.find()) {
      String valeur = FormulaireLu.attribut(o.group(1), "value");
      if (o.group(1).contains(" selected") && !valeur.isEmpty()) {
        valeurs.addFirst(valeur);
      } else if (!valeur.isEmpty()) {
        valeurs.add(valeur);
      }
    }
    ajouter(champs, nom, valeurs.isEmpty() ? "" : valeurs.getFirst());
  }

  private static void ajouter(Map<String, List<String>> champs, String nom, String valeur) {
    champs.computeIfAbsent(nom, _ -> new ArrayList<>()).add(valeur);
  }
}
