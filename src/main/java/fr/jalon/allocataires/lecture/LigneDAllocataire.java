package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.domaine.TermesDeRecherche;
import fr.jalon.allocataires.domaine.TypeFoyer;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * One row of the list of persons.
 *
 * @param nomNaissance name at birth, or {@code null}
 * @param present false when she has left her last known foyer: the state is then the foyer's, not hers
 * @param depuis  since when the right is in this state
 * @param matricule number at the payer, as people know it
 */
public record LigneDAllocataire(@PersonneMontree long id, String nom, String nomNaissance, String prenom, LocalDate naissance, String commune,
    EtatDuDroit etat, LocalDate depuis,
    boolean sdd, boolean present, String role, TypeFoyer type, String organisme, LocalDate demande, String territoire, String numeroDemande,
    String matricule) {

  /** True when a word searched is in her name at birth and in no name shown: why she was found has to be said. */
  public boolean parLeNomDeNaissance(TermesDeRecherche termes) {
    String montre = CleDeRecherche.dUnePersonne(nom, prenom, null);
    return nomNaissance != null && termes.mots().stream().anyMatch(m -> !montre.contains(m)) && !CleDeRecherche.de(nomNaissance)
        .equals(CleDeRecherche.de(nom));
  }
}
