package fr.jalon.rendezvous.lecture;

import fr.jalon.ecran.AdresseDePage;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked of the list of sessions. @param territoire id, {@code null} or 0 for all; @param page from 1 */
public record FiltresDeSessions(Quand quand, Integer territoire, int page) {
  /** Defaults. */
  public FiltresDeSessions {
    quand = quand == null ? Quand.A_VENIR : quand;
    page = Math.max(1, page);
  }

  /** Which sessions. */
  public enum Quand {
    A_VENIR("À venir", "a-venir"),
    A_SAISIR("Présence à saisir", "a-saisir"),
    PASSEES("Passées", "passees");

    private final String libelle;
    private final String code;

    Quand(String libelle, String code) {
      this.libelle = libelle;
      this.code = code;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }

    /** In the URL. */
    public String code() {
      return code;
    }

    /** From the URL; unknown = to come. */
    public static Quand de(String code) {
      for (Quand q : values()) {
        if (q.code.equals(code)) {
          return q;
        }
      }
      return A_VENIR;
    }
  }

  /** Address of the list with these filters, first page. */
  public AdresseDePage adresse() {
    Map<String, String> p = new LinkedHashMap<>();
    p.put("quand", quand == Quand.A_VENIR ? "" : quand.code());
    p.put("territoire", territoire == null ? "" : territoire.toString());
    return new AdresseDePage("/informations-collectives", p);
  }
}
