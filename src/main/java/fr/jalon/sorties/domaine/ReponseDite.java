package fr.jalon.sorties.domaine;

import fr.jalon.socle.Fautes;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a person answered to a call.
 *
 * @param canal   how, {@code null} when none is chosen
 * @param contrat of another job, {@code null} when it is not known; @param heures a week, likewise
 */
public record ReponseDite(ReponseAuRappel reponse, LocalDate le, CanalDuRappel canal, GenreDeContrat contrat, BigDecimal heures) {
  /** @param sortie the day of the exit, which no answer precedes; @throws fr.jalon.socle.SaisieRefusee with every field that is wrong */
  public void verifier(LocalDate sortie, LocalDate aujourdhui) {
    Fautes fautes = new Fautes().exiger(reponse != null, "reponse", "RAPPEL_SANS_REPONSE", "Choisissez ce qu'elle répond.")
        .exiger(canal != null, "canal", "RAPPEL_SANS_CANAL", "Dites par quel moyen.");
    Rappels.exigerLeJour(fautes, le, sortie, aujourdhui);
    if (reponse == ReponseAuRappel.AUTRE_EMPLOI) {
      Poste.verifierLesHeures(heures, fautes);
    }
    fautes.lever();
  }
}
