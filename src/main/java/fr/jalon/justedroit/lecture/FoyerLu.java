package fr.jalon.justedroit.lecture;

import fr.jalon.justedroit.domaine.FaitsDuMois;
import fr.jalon.socle.PersonneMontree;

/**
 * A foyer of the files at a day.
 *
 * @param personneId its claimant
 * @param territoire name of her territory, or {@code null}
 * @param organisme  CAF or MSA
 */
public record FoyerLu(FaitsDuMois faits, @PersonneMontree long personneId, String nom, String prenom, String matricule,
    String territoire, String organisme) {}
