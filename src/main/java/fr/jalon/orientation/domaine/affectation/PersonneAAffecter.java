package fr.jalon.orientation.domaine.affectation;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.socle.PersonneMontree;
import fr.jalon.structures.Public;

/**
 * A person who needs a référent.
 *
 * @param commune        INSEE code where she lives, or {@code null}
 * @param territoire     her territory, or {@code null}
 * @param besoin         the public she belongs to, or {@code null}
 * @param ancienReferent the référent of her last follow-up, or {@code null}
 * @param ancienneOrganisation the organisation of her last follow-up, or {@code null}
 */
public record PersonneAAffecter(@PersonneMontree long id, Parcours parcours, String commune, Integer territoire, Public besoin,
    Integer ancienReferent,
    Integer ancienneOrganisation) {}
