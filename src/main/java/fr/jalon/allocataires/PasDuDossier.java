package fr.jalon.allocataires;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One thing that somebody must do for a person, or that is planned with her. The most pressing is the banner of her dossier.
 *
 * @param partie   where it is told in full; what must be done is counted on its tab
 * @param limite   last day to do it, or day it is planned; {@code null} when nothing sets one
 * @param quoi     a short phrase, its day included
 * @param pourquoi reason and article, or {@code null}
 * @param bouton   what the button says; {@code null} when this agent can only wait
 * @param adresse  where the button leads, {@code null} with it
 * @param prevu    true when it is planned: nobody has anything to do before that day
 */
public record PasDuDossier(PartieDuDossier partie, LocalDate limite, String quoi, String pourquoi, String bouton, String adresse, boolean prevu) {
  /** Most pressing first: what must be done by its day, then what must be done without one, then what is planned. */
  public static final Comparator<PasDuDossier> ORDRE = Comparator.comparing((PasDuDossier p) -> p.prevu())
      .thenComparing(PasDuDossier::limite, Comparator.nullsLast(Comparator.naturalOrder()));

  private static final int UNE_LIGNE = 90;

  /** Something to do. */
  public static PasDuDossier aFaire(PartieDuDossier partie, LocalDate limite, String quoi, String pourquoi) {
    return new PasDuDossier(partie, limite, quoi, pourquoi, null, null, false);
  }

  /** Something planned that day. */
  public static PasDuDossier prevu(PartieDuDossier partie, LocalDate jour, String quoi, String pourquoi) {
    return new PasDuDossier(partie, jour, quoi, pourquoi, null, null, true);
  }

  /** With the button that does it, for who may; the same without one otherwise. */
  public PasDuDossier avec(boolean peut, String texte, String vers) {
    return peut ? new PasDuDossier(partie, limite, quoi, pourquoi, texte, vers, prevu) : this;
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
