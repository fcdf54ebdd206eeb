package fr.jalon.socle;

/**
 * A business "no": the act is refused by a rule of the trade, nothing has changed.
 * Shown at the top of the form, 422 in an API. The message is a French sentence that says what to do.
 */
public class RefusMetier extends RuntimeException {
  private final String code;
  private final String article;

  /**
   * @param code    stable code of the rule, e.g. {@code DROIT_CLOS}
   * @param message French sentence for the agent
   * @param article article of law, or {@code null} when the rule is the application's
   */
  public RefusMetier(String code, String message, String article) {
    super(message);
    this.code = code;
    this.article = article;
  }

  /** A refusal without article. */
  public RefusMetier(String code, String message) {
    this(code, message, null);
  }

  /** Stable code of the rule. */
  public String code() {
    return code;
  }

  /** Article of law, or {@code null}. */
  public String article() {
    return article;
  }
}
