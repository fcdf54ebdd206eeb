package fr.jalon.sorties.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import fr.jalon.sorties.domaine.ClasseDeSortie;
import fr.jalon.sorties.domaine.EtatSortie;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.domaine.SourceDeSortie;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An exit of the list.
 *
 * @param organisation who follows her, or followed her last; {@code null} when nobody did, as {@code referent}
 * @param limite       of one to complete, last day to do it
 */
public record LigneDeSortie(long sortieId, @PersonneMontree long personneId, String nom, String prenom, LocalDate naissance, String territoire,
    String organisation, String referent, EtatSortie etat, RaisonDeSortie raison, LocalDate le, SourceDeSortie source, GenreDeContrat contrat,
    LocalDate finLe, BigDecimal heures, String employeur, String metier, ClasseDeSortie classe, LocalDate fermeeLe, LocalDate retourLe,
        LocalDate limite) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return Francais.personne(nom, prenom);
  }

  /** True when it should have been completed before that day. */
  public boolean enRetard(LocalDate jour) {
    return limite != null && jour.isAfter(limite);
  }
}
