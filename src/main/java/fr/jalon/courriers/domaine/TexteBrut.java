package fr.jalon.courriers.domaine;

/** The text of a merged message without its markup: what a mail reader without pages shows. */
public final class TexteBrut {
  private TexteBrut() {}

  /** @param html what {@link Gabarit} merged */
  public static String de(String html) {
    return html.replaceAll("<li>", "- ").replaceAll("<br />|</p>|</h[1-6]>|</li>", "\n").replaceAll("<[^>]*>", "")
        .replace("&lt;", "<").replace("&gt;", ">")
        .replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&").replaceAll("[ \t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }
}
