package fr.jalon.accompagnement.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How often a person is to be seen, and what follows from what is known: at most one step at a time. An appointment already given answers all of
 * them. Who was never met waits for her first meeting, which is the orientation's to ask for.
 *
 * @param jours         days between two contacts, by pathway
 * @param horsRsa       days between two contacts with a person followed outside the RSA
 * @param intensif      days between two contacts in an intensive portfolio
 * @param suiteAbsence  days to reach her again after an absence
 * @param priseContact  days to reach a person who was just given to a référent
 */
public record RythmeDuSuivi(Map<Parcours, Integer> jours, int horsRsa, int intensif, int suiteAbsence, int priseContact) {
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

  /** What these facts ask for, whenever it is due; empty when there is nothing to do but keep the appointment given. */
  public Optional<Pas> pas(FaitsDuSuivi f) {
    if (f.prevuLe() != null) {
      return Optional.empty();
    }
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
    if (f.intensifDepuis() != null) {
      return (depuis.isBefore(f.intensifDepuis()) ? f.intensifDepuis() : depuis).plusDays(intensif);
    }
    return depuis.plusDays(f.parcours() == null ? horsRsa : jours.get(f.parcours()));
  }
}
