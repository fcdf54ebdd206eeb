package fr.jalon.allocataires;

import java.util.Arrays;
import java.util.List;

/**
 * The state of a right as agents read it: a few words, an icon and a colour, for one or several codes of the payer (ETATDOSRSA). The only place
 * of Java that knows the codes, besides what reads or writes the files of the payers; queries know them by {@code R__place_des_personnes.sql}.
 */
public enum EtatDuDroit {
  /** Open and paid. */
  VERSE("Versé", "Droit ouvert et versé", "check-circle", "ouvert", "2"),
  /** Open but suspended, or payment suspended. */
  SUSPENDU("Suspendu", "Droit suspendu", "pause-circle", "suspendu", "3", "4"),
  /** Claim waiting for a decision. */
  ATTENTE("En attente", "Demande en attente de décision", "hourglass-split", "attente", "0"),
  /** Closed. */
  FERME("Fermé", "Droit fermé", "x-circle", "clos", "5", "6"),
  /** Claim refused. */
  REFUSE("Refusé", "Demande refusée", "slash-circle", "refuse", "1"),
  /** No longer in the payer's full file: closed without a word. */
  ABSENT("Plus dans le fichier", "N'est plus dans le fichier de la caisse", "dash-circle", "clos", "ABSENT"),
  /** Anything else. */
  INCONNU("Inconnu", "État inconnu", "question-circle", "clos", "Z", "");

  private final String court;
  private final String phrase;
  private final String icone;
  private final String classe;
  private final List<String> codes;

  EtatDuDroit(String court, String phrase, String icone, String classe, String... codes) {
    this.court = court;
    this.phrase = phrase;
    this.icone = icone;
    this.classe = classe;
    this.codes = List.of(codes);
  }

  /** The state of a code ETATDOSRSA, or {@code ABSENT}; {@link #INCONNU} for any other, {@code null} included. */
  public static EtatDuDroit de(String code) {
    return Arrays.stream(values()).filter(e -> code != null && e.codes.contains(code)).findFirst().orElse(INCONNU);
  }

  /** Open: paid, or suspended. */
  public boolean ouvert() {
    return this == VERSE || this == SUSPENDU;
  }

  /** Open, or claimed. */
  public boolean vivant() {
    return ouvert() || this == ATTENTE;
  }

  /** Closed, refused, or no longer in the payer's file. */
  public boolean ferme() {
    return this == FERME || this == REFUSE || this == ABSENT;
  }

  /** One or two words, for a list. */
  public String court() {
    return court;
  }

  /** A plain phrase, for the dossier. */
  public String phrase() {
    return phrase;
  }

  /** Bootstrap icon. */
  public String icone() {
    return icone;
  }

  /** Style. */
  public String classe() {
    return classe;
  }

  /** The first of its codes: what somebody other than the payer states. */
  public String code() {
    return codes.getFirst();
  }

  /** The codes it stands for. */
  public List<String> codes() {
    return codes;
  }
}
