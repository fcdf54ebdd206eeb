package fr.jalon.sorties.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.UUID;

/** A try to reach a person. @param cle number of the form: sent twice, it is written once */
public record EssaiDit(LocalDate le, CanalDuRappel canal, ResultatDEssai resultat, UUID cle) {
  /** @param sortie the day of the exit, which no try precedes; @throws fr.jalon.socle.SaisieRefusee with every field that is wrong */
  public void verifier(LocalDate sortie, LocalDate aujourdhui) {
    Fautes fautes = new Fautes().exiger(canal != null, "canal", "RAPPEL_SANS_CANAL", "Dites par quel moyen.")
        .exiger(resultat != null, "resultat", "ESSAI_SANS_RESULTAT", "Choisissez ce que l'essai a donné.");
    Rappels.exigerLeJour(fautes, le, sortie, aujourdhui);
    fautes.lever();
  }
}
