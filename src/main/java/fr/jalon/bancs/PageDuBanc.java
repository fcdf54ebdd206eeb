package fr.jalon.bancs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page an agent was answered.
 *
 * @param chemin path it was found at, redirects followed
 * @param statut HTTP status
 * @param corps  the page
 * @param duree  nanoseconds, from the click to the last byte
 */
record PageDuBanc(String chemin, int statut, String corps, long duree) {
  private static final Pattern LIEN = Pattern.compile("<a\\b[^>]*\\bhref=\"(/[^\"#]*)");
  private static final Pattern CHARGEMENT = Pattern.compile("hx-get=\"(/[^\"]+)\"[^>]*hx-trigger=\"load");
  private static final Pattern CHAMP = Pattern.compile("<input\\b[^>]*>");
  private static final Pattern ATTRIBUT = Pattern.compile("\\b(name|value|type)=\"([^\"]*)\"");

  boolean erreur() {
    return statut >= 400;
  }

  /** True when the agent finds herself at the login, which no click should do. */
  boolean dehors() {
    return chemin.startsWith("/connexion");
  }

  /** Links of the menu. */
  List<String> menu() {
    return liens(entre("<nav class=\"menu\"", "</nav>"));
  }

  /** Links of the page itself, in order. */
  List<String> liens() {
    return liens(entre("<main", "</main>"));
  }

  /** Fragments the browser asks for by itself once the page is there. */
  List<String> fragments() {
    return CHARGEMENT.matcher(corps).results().map(r -> lire(r.group(1))).toList();
  }

  /** True when the page holds a form that goes there. */
  boolean aUnFormulaire(String action) {
    return corps.contains("action=\"" + action + "\"");
  }

  /** The text fields and hidden fields of the form that goes there, with their values; empty when there is none. */
  Map<String, String> champs(String action) {
    Map<String, String> champs = new LinkedHashMap<>();
    Matcher m = CHAMP.matcher(entre("action=\"" + action + "\"", "</form>"));
    while (m.find()) {
      Map<String, String> attributs = new LinkedHashMap<>();
      ATTRIBUT.matcher(m.group()).results().forEach(a -> attributs.put(a.group(1), lire(a.group(2))));
      if (attributs.containsKey("name") && !List.of("checkbox", "radio", "submit").contains(attributs.getOrDefault("type", "text"))) {
        champs.put(attributs.get("name"), attributs.getOrDefault("value", ""));
      }
    }
    return champs;
  }

  private static List<String> liens(String partie) {
    return LIEN.matcher(partie).results().map(r -> lire(r.group(1))).distinct().toList();
  }

  private String entre(String debut, String fin) {
    int de = corps.indexOf(debut);
    int a = de < 0 ? -1 : corps.indexOf(fin, de);
    return a < 0 ? "" : corps.substring(de, a);
  }

  private static String lire(String texte) {
    return texte.replace("&quot;", "\"").replace("&#34;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
