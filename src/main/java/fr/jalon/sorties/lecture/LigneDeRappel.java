package fr.jalon.sorties.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import fr.jalon.sorties.domaine.EtatRappel;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.domaine.ReponseAuRappel;
import java.time.LocalDate;

/**
 * A call of the queue.
 *
 * @param telephone of her record, {@code null} when none is known; it may be the household's
 * @param limite    last day to make it
 * @param reponse   {@code null} while she did not answer; so are the day and who noted it
 */
public record LigneDeRappel(long rappelId, @PersonneMontree long personneId, String nom, String prenom, LocalDate naissance, String telephone,
    String territoire, String organisation, String referent, EtatRappel etat, int rang, LocalDate prevuLe, LocalDate limite, RaisonDeSortie raison,
    LocalDate sortieLe, GenreDeContrat contrat, String employeur, int essais, LocalDate dernierEssai, ReponseAuRappel reponse, LocalDate reponduLe,
    String par) {
  /** {@code MARTIN Ana}. */
  public String nomComplet() {
    return Francais.personne(nom, prenom);
  }

  /** « six mois », « un an ». */
  public String quand() {
    return rang == 1 ? "six mois" : "un an";
  }

  /** True when it should have been made before that day. */
  public boolean enRetard(LocalDate jour) {
    return etat == EtatRappel.PREVU && jour.isAfter(limite);
  }
}
