package fr.jalon.orientation.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.util.List;

/**
 * A réorientation asked for.
 *
 * @param raisons              at least one
 * @param precisions           in a few words, {@code null} when the list says enough
 * @param parcoursVoulu        pathway wished, {@code null} without a wish
 * @param organisationVoulueId organisation wished, {@code null} without a wish
 * @param demandeeLe           day it was asked
 */
public record NouvelleDemande(long personneId, OrigineDeReorientation origine, List<RaisonDeReorientation> raisons, String precisions,
    Parcours parcoursVoulu, Integer organisationVoulueId, LocalDate demandeeLe) {
  /** Defensive copy; blank words are none. */
  public NouvelleDemande {
    raisons = List.copyOf(raisons);
    precisions = precisions == null || precisions.isBlank() ? null : precisions.strip();
  }

  /** @throws RefusMetier when it does not say who asks or why, when a review asks for the pathway it reviews, or the day is to come */
  public void verifier(LocalDate aujourdhui) {
    new Fautes().exiger(origine != null, "origine", "ORIGINE_ABSENTE", "Dites qui demande la réorientation.")
        .exiger(!raisons.isEmpty(), "raisons", "RAISON_ABSENTE", "Cochez au moins une raison.")
        .exiger(!raisons.contains(RaisonDeReorientation.AUTRE) || precisions != null, "precisions", "RAISON_ABSENTE",
        "Dites quelle est l'autre raison, en quelques mots.")
        .exiger(demandeeLe != null && !demandeeLe.isAfter(aujourdhui), "demandeeLe", "DATE_FUTURE",
        "Indiquez le jour de la demande, aujourd'hui au plus tard.").lever();
    if (origine != null && !origine.pourUnePersonne()) {
      throw new RefusMetier("ORIGINE_ABSENTE", "Dites qui demande la réorientation.");
    }
    if (origine == OrigineDeReorientation.REEXAMEN && parcoursVoulu == Parcours.SOCIAL) {
      throw new RefusMetier("REEXAMEN_SANS_CHANGEMENT",
          "Le réexamen qui garde le parcours social est un maintien, pas une réorientation.", "L. 262-31 CASF");
    }
  }
}
