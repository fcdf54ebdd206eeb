package fr.jalon.sorties.domaine;

import fr.jalon.parametres.Metier;
import fr.jalon.parametres.Metiers;
import fr.jalon.socle.Fautes;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is known of the job, the business or the training of an exit.
 *
 * @param contrat   of a job, {@code null} otherwise
 * @param finLe     last day, {@code null} when there is none or nobody knows
 * @param heures    a week, {@code null} when it is not known
 * @param employeur or who trains her; empty when it is not known
 * @param metier    its code or label of the ROME; empty when it is not known
 */
public record Poste(GenreDeContrat contrat, LocalDate finLe, BigDecimal heures, String employeur, String metier) {
  /** Nothing known. */
  public static final Poste AUCUN = new Poste(null, null, null, "", "");
  /** Longest name of an employer, in characters. */
  public static final int EMPLOYEUR = 100;
  private static final BigDecimal HEURES = BigDecimal.valueOf(60);

  /** No more than is known, texts without spaces around. */
  public Poste {
    employeur = employeur == null ? "" : employeur.strip();
    metier = metier == null ? "" : metier.strip();
  }

  void verifier(RaisonDeSortie raison, LocalDate debut, Fautes fautes) {
    fautes.exiger(raison != RaisonDeSortie.EMPLOI || contrat != null, "contrat", "SORTIE_SANS_CONTRAT", "Choisissez le contrat de travail.")
        .exiger(finLe == null || debut == null || !finLe.isBefore(debut), "finLe", "FIN_AVANT_LE_DEBUT",
            "La fin est avant le début : vérifiez les deux jours.")
        .exiger(employeur.length() <= EMPLOYEUR, "employeur", "EMPLOYEUR_LONG", "C'est trop long : %d caractères au plus.".formatted(EMPLOYEUR))
        .exiger(metier.isEmpty() || Metiers.connus().reconnaitre(metier).isPresent(), "metier", "METIER_INCONNU",
            "Ce métier n'est pas dans la liste : choisissez-en un parmi ceux qui s'affichent, ou laissez vide.");
    verifierLesHeures(heures, fautes);
  }

  static void verifierLesHeures(BigDecimal heures, Fautes fautes) {
    fautes.exiger(heures == null || heures.signum() > 0 && heures.compareTo(HEURES) <= 0, "heures", "HEURES_PAR_SEMAINE",
        "Indiquez les heures par semaine, entre 1 et 60 ; laissez vide si vous ne savez pas.");
  }

  /** The métier as the ROME writes it, empty when it is not known. */
  public String metierTenu() {
    return Metiers.connus().reconnaitre(metier).map(Metier::enClair).orElse("");
  }

  /** The same without what the reason does not have. */
  Poste pour(RaisonDeSortie raison) {
    return raison == RaisonDeSortie.EMPLOI ? this : raison.seRappelle() ? new Poste(null, finLe, heures, employeur, metier) : AUCUN;
  }
}
