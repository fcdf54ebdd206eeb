package fr.jalon.courriers.domaine;

import fr.jalon.courriers.Canal;
import java.util.Map;

/**
 * The four texts of a model.
 *
 * @param objet    one line, subject of the letter and of the e-mail
 * @param lettre   Markdown
 * @param courriel Markdown; empty when no e-mail is ever sent
 * @param sms      one line; empty when no SMS is ever sent
 */
public record Textes(String objet, String lettre, String courriel, String sms) {
  /** Absent texts are empty; the line feeds of a form become those of Unix. */
  public Textes {
    objet = net(objet);
    lettre = net(lettre);
    courriel = net(courriel);
    sms = net(sms);
  }

  /** True when something is written for this channel. */
  public boolean pour(Canal canal) {
    return !(switch (canal) {
      case LETTRE -> lettre;
      case SMS -> sms;
      case COURRIEL -> courriel;
    }).isEmpty();
  }

  /** By the name of the field, in the order shown. */
  public Map<String, String> parChamp() {
    Map<String, String> textes = new java.util.LinkedHashMap<>();
    textes.put("objet", objet);
    textes.put("lettre", lettre);
    textes.put("courriel", courriel);
    textes.put("sms", sms);
    return textes;
  }

  private static String net(String texte) {
    return texte == null ? "" : texte.replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
