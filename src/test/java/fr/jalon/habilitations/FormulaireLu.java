package fr.jalon.habilitations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page as a browser would send it: its fields with the values shown, in order. Changing one gives another. */
public record FormulaireLu(String action, List<Map.Entry<String, String>> champs) {
  private static final Pattern FORMULAIRE = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
  private static final Pattern CHAMP = Pattern.compile("(?s)<input([^>]*)>|<select([^>]*)>(.*?)</select>|<textarea([^>]*)>(.*?)</textarea>");
  private static final Pattern OPTION = Pattern.compile("<option([^>]*)>");

  /** @param marque a text found in the form wanted only @throws AssertionError when the page has no such form */
  public static FormulaireLu de(String page, String action, String marque) {
    Matcher f = FORMULAIRE.matcher(page);
    while (f.find()) {
      if (action.equals(attribut(f.group(1), "action")) && f.group(2).contains(marque)) {
        return new FormulaireLu(action, lire(f.group(2)));
      }
    }
    throw new AssertionError("Pas de formulaire " + action + " dans la page : " + page);
  }

  /** The same with one value in place of those of a field. */
  public FormulaireLu avec(String nom, String valeur) {
    List<Map.Entry<String, String>> autres = new ArrayList<>(champs.stream().filter(c -> !c.getKey().equals(nom)).toList());
    autres.add(Map.entry(nom, valeur));
    return new FormulaireLu(action, autres);
  }

  /** Values of a field. */
  public List<String> valeurs(String nom) {
    return champs.stream().filter(c -> c.getKey().equals(nom)).map(Map.Entry::getValue).toList();
  }

  private static List<Map.Entry<String, String>> lire(String html) {
    List<Map.Entry<String, String>> champs = new ArrayList<>();
    Matcher m = CHAMP.matcher(html);
    while (m.find()) {
      if (m.group(1) != null) {
        String genre = attribut(m.group(1), "type");
        boolean choix = "radio".equals(genre) || "checkbox".equals(genre);
        if (!"file".equals(genre) && (!choix || m.group(1).matches("(?s).*\\schecked\\b.*"))) {
          champs.add(Map.entry(attribut(m.group(1), "name"), attribut(m.group(1), "value")));
        }
      } else if (m.group(2) != null) {
        Matcher o = OPTION.matcher(m.group(3));
        boolean multiple = m.group(2).contains(" multiple");
        String premiere = null;
        boolean choisie = false;
        while (o.find()) {
          premiere = premiere == null ? attribut(o.group(1), "value") : premiere;
          if (o.group(1).contains(" selected")) {
            choisie = true;
            champs.add(Map.entry(attribut(m.group(2), "name"), attribut(o.group(1), "value")));
          }
        }
        if (!choisie && !multiple && premiere != null) {
          champs.add(Map.entry(attribut(m.group(2), "name"), premiere));
        }
      } else {
        champs.add(Map.entry(attribut(m.group(4), "name"), clair(m.group(5))));
      }
    }
    return champs;
  }

  static String attribut(String balise, String nom) {
    Matcher m = Pattern.compile("(?s)\\s" + nom + "=\"([^\"]*)\"").matcher(" " + balise);
    return m.find() ? clair(m.group(1)) : "";
  }

  static String clair(String texte) {
    return texte.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", "\"").replace("&#39;", "'").replace("&amp;", "&");
  }
}
