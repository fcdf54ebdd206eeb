package fr.jalon.accompagnement.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How often a person is to be seen, and what follows from what is known: at most one step at a time. An appointment already given answers it when it
 * is soon enough: one in three months leaves her alone for three months. Who was never met waits for her first meeting, which is the orientation's
 * to ask for.
 *
 * @param jours         days between two contacts, by pathway
 * @param horsRsa       days between two contacts with a person followed outside the RSA
 * @param intensif      days between two contacts in an intensive portfolio
 * @param suiteAbsence  days to reach her again after an absence
 * @param priseContact  days to reach a person who was just given to a référent
 * @param rendezVousProche days within which an appointment given answers a contact that is late
 */
public record RythmeDuSuivi(Map<Parcours, Integer> jours, int horsRsa, int intensif, int suiteAbsence, int priseContact, int rendezVousProche) {
  /** What is to be done. */
  public enum Genre {
    /** She did not come, and nothing was done since. */
    ABSENCE_A_SUIVRE,
    /** She was given to this référent, who has not been in contact with her yet. */
    NOUVEAU_DOSSIER,
    /** Her follow-up was taken over from another tool: no contact is known. */
    JAMAIS_VUE_ICI,
    /** Too long without any contact. */
    SANS_CONTACT
  }

  /** @param depuis the day that makes the delay run; @param limite the last day to do it */
  public record Pas(Genre genre, LocalDate depuis, LocalDate limite) {}

  /** What these facts ask for, whenever it is due; empty when there is nothing to do but keep the appointment given. @param jour today */
  public Optional<Pas> pas(FaitsDuSuivi f, LocalDate jour) {
    return attendu(f).filter(p -> f.prevuLe() == null || f.prevuLe().isAfter(auPlusTard(f, p, jour)));
  }

  /** The last day an appointment answers this step: its own limit, or soon after today when that is later. The lists say the same in SQL. */
  private LocalDate auPlusTard(FaitsDuSuivi f, Pas p, LocalDate jour) {
    LocalDate dIci = jour.plusDays(Math.min(rendezVousProche, rythme(f)));
    return p.limite().isAfter(dIci) ? p.limite() : dIci;
  }

  private Optional<Pas> attendu(FaitsDuSuivi f) {
    boolean manquee = f.essai() != null && f.essaiEtat() != EtatEntretien.PRESENTE && (f.dernier() == null || f.essai().isAfter(f.dernier()));
    if (manquee) {
      return Optional.of(new Pas(Genre.ABSENCE_A_SUIVRE, f.essai(), f.essai().plusDays(suiteAbsence)));
    }
    if (f.dernier() == null) {
      return Optional.ofNullable(f.repriseLe()).map(le -> new Pas(Genre.JAMAIS_VUE_ICI, le, limite(f, le)));
    }
    if (f.confieeLe() != null && f.dernier().isBefore(f.confieeLe())) {
      return Optional.of(new Pas(Genre.NOUVEAU_DOSSIER, f.confieeLe(), f.confieeLe().plusDays(priseContact)));
    }
    return Optional.of(new Pas(Genre.SANS_CONTACT, f.dernier(), limite(f, f.dernier())));
  }

  /** In an intensive portfolio, its rhythm runs from the entry at the earliest: whoever enters is not late that very day. */
  private LocalDate limite(FaitsDuSuivi f, LocalDate depuis) {
    return (f.intensifDepuis() != null && depuis.isBefore(f.intensifDepuis()) ? f.intensifDepuis() : depuis).plusDays(rythme(f));
  }

  /** Days between two contacts with her. */
  private int rythme(FaitsDuSuivi f) {
    return f.intensifDepuis() != null ? intensif : f.parcours() == null ? horsRsa : jours.get(f.parcours());
  }
}
