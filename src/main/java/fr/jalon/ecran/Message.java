package fr.jalon.ecran;

import fr.jalon.socle.RefusMetier;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A sentence shown once at the top of the page, under the {@code h1}. A controller that redirects puts it in the flash attributes under
 * {@link #CLE}; one that answers at once puts it in the model under the same name.
 */
public record Message(Genre genre, String texte) implements java.io.Serializable {
  /** Name in the model and in the flash attributes. */
  public static final String CLE = "message";

  /** What kind of news. */
  public enum Genre {
    /** Done. */
    FAIT("success", "check-circle"),
    /** To be known. */
    INFORMATION("info", "info-circle"),
    /** Refused by a rule; nothing changed. */
    REFUS("danger", "x-octagon");

    private final String classe;
    private final String icone;

    Genre(String classe, String icone) {
      this.classe = classe;
      this.icone = icone;
    }

    /** Bootstrap's suffix. */
    public String classe() {
      return classe;
    }

    /** Bootstrap icon. */
    public String icone() {
      return icone;
    }
  }

  /** What was asked is done. */
  public static Message fait(String texte) {
    return new Message(Genre.FAIT, texte);
  }

  /** Something to know. */
  public static Message information(String texte) {
    return new Message(Genre.INFORMATION, texte);
  }

  /** Refused; nothing changed. */
  public static Message refus(String texte) {
    return new Message(Genre.REFUS, texte);
  }

  /** Does what a button asks; the next page says at its top what was done, or why it was not. @param acte returns the sentence to say once done */
  public static void dire(RedirectAttributes suite, Supplier<String> acte) {
    try {
      suite.addFlashAttribute(CLE, fait(acte.get()));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(CLE, refus(refus.getMessage()));
    }
  }
}
