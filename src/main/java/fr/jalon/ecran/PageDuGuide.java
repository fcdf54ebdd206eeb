package fr.jalon.ecran;

import java.util.List;

/**
 * One page of the guide for agents: a file of {@code docs/guide}.
 *
 * @param nom    name of the file without extension, and end of its address
 * @param titre  its level-one heading
 * @param phrase what one finds in it, for the summary
 * @param ecrans addresses of the screens it explains, with everything below them
 * @param html   its text, made by the Markdown renderer: everything in it is escaped or made here
 */
public record PageDuGuide(String nom, String titre, String phrase, List<String> ecrans, String html) {
  /** Address of the page. */
  public String adresse() {
    return Guide.RACINE + "/" + nom;
  }
}
