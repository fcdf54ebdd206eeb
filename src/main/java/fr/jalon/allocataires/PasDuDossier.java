package fr.jalon.allocataires;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One thing that somebody must do for a person, or that is planned with her. The most pressing is the banner of her dossier, and her line in the
 * day of whoever follows her.
 *
 * @param genre    what kind of step, a code of its room: {@code PREMIERE_RENCONTRE}; a person has at most one of a kind that can be put off
 * @param rang     what asks for it
 * @param partie   where it is told in full; what must be done is counted on its tab
 * @param limite   last day to do it, or day it is planned; {@code null} when nothing sets one
 * @param quoi     a short phrase, its day included
 * @param pourquoi reason and article, or {@code null}
 * @param bouton   what the button says; {@code null} when this agent can only wait
 * @param adresse  where the button leads, {@code null} with it
 * @param prevu    true when it is planned: nobody has anything to do before that day
 */
public record PasDuDossier(String genre, Rang rang, PartieDuDossier partie, LocalDate limite, String quoi, String pourquoi,
    String bouton, String adresse,
    boolean prevu) {
  /** What asks for a step, the strongest first. */
  public enum Rang {
    /** A text of law sets its last day. */
    LOI("La loi"),
    /** The Département promised it. */
    PLAN("Le plan"),
    /** Good work asks for it. */
    HABITUDE("L'habitude");

    private final String libelle;

    Rang(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** Most pressing first: what must be done by its day, then what must be done without one, then what is planned. */
  public static final Comparator<PasDuDossier> ORDRE = Comparator.comparing((PasDuDossier p) -> p.prevu())
      .thenComparing(PasDuDossier::limite, Comparator.nullsLast(Comparator.naturalOrder()));

  private static final int UNE_LIGNE = 90;

  /** In the day of whoever follows many: what the law asks, then the plan, then habit; the oldest first. */
  public static final Comparator<PasDuDossier> PAR_RANG = Comparator.comparing((PasDuDossier p) -> p.prevu()).thenComparing(PasDuDossier::rang)
      .thenComparing(PasDuDossier::limite, Comparator.nullsLast(Comparator.naturalOrder()));

  /** Something to do. */
  public static PasDuDossier aFaire(String genre, Rang rang, PartieDuDossier partie, LocalDate limite, String quoi, String pourquoi) {
    return new PasDuDossier(genre, rang, partie, limite, quoi, pourquoi, null, null, false);
  }

  /** Something planned that day. */
  public static PasDuDossier prevu(String genre, PartieDuDossier partie, LocalDate jour, String quoi, String pourquoi) {
    return new PasDuDossier(genre, Rang.HABITUDE, partie, jour, quoi, pourquoi, null, null, true);
  }

  /** With the button that does it, for who may; the same without one otherwise. */
  public PasDuDossier avec(boolean peut, String texte, String vers) {
    return peut ? new PasDuDossier(genre, rang, partie, limite, quoi, pourquoi, texte, vers, prevu) : this;
  }

  /** True when the reason takes more than a line: it is folded. */
  public boolean raisonLongue() {
    return pourquoi != null && pourquoi.length() > UNE_LIGNE;
  }

  /** True when it should have been done before that day. */
  public boolean enRetard(LocalDate aujourdhui) {
    return !prevu && limite != null && aujourdhui.isAfter(limite);
  }
}
