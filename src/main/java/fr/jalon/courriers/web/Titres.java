package fr.jalon.courriers.web;

import java.util.regex.Pattern;

/** A letter shown inside a page: its headings stand below those of the page. */
public final class Titres {
  private static final Pattern NIVEAU = Pattern.compile("(</?)h([1-6])>");

  private Titres() {}

  /** @param html merged by {@code Gabarit}: its only markup is that of its model */
  public static String abaisser(String html) {
    return NIVEAU.matcher(html).replaceAll(m -> m.group(1) + "h" + Math.min(6, Integer.parseInt(m.group(2)) + 1) + ">");
  }
}
