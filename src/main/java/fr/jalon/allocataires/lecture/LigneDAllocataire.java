package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.domaine.EtatDuDroit;
import fr.jalon.allocataires.domaine.TypeFoyer;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * One row of the list of persons.
 *
 * @param present false when she has left her last known foyer: the state is then the foyer's, not hers
 * @param depuis  since when the right is in this state
 */
public record LigneDAllocataire(@PersonneMontree long id, String nom, String prenom, LocalDate naissance, String commune, EtatDuDroit etat, LocalDate depuis,
    boolean sdd, boolean present, String role, TypeFoyer type, String organisme, LocalDate demande, String territoire, String numeroDemande,
    String matricule) {}
