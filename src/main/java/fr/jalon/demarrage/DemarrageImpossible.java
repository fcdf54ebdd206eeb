package fr.jalon.demarrage;

/**
 * Jalon cannot start, for a reason that the person at the terminal can act upon. The message is one French sentence
 * that says what to do; it is printed as it is, without a stack trace.
 */
public class DemarrageImpossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param phrase the French sentence shown on the terminal
     */
    public DemarrageImpossible(String phrase) {
        super(phrase);
    }

    /**
     * @param phrase the French sentence shown on the terminal
     * @param cause  what happened underneath, kept for the logs
     */
    public DemarrageImpossible(String phrase, Throwable cause) {
        super(phrase, cause);
    }
}
