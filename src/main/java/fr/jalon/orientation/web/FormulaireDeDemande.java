package fr.jalon.orientation.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request of réorientation as typed.
 *
 * @param parcours     pathway wished, or empty; @param organisation id wished, or empty
 * @param demandeeLe   ISO date
 * @param retour       where to go back
 */
public record FormulaireDeDemande(@PersonneMontree long personne, String origine, List<String> raisons, String precisions, String parcours, String organisation,
    String demandeeLe, String retour) {
  /** Absent lists and texts are empty. */
  public FormulaireDeDemande {
    raisons = raisons == null ? List.of() : raisons.stream().filter(Objects::nonNull).toList();
    precisions = precisions == null ? "" : precisions;
    parcours = parcours == null ? "" : parcours;
    organisation = organisation == null ? "" : organisation;
  }

  /** Errors by field; empty when all is there. */
  Map<String, String> erreurs() {
    Map<String, String> erreurs = new LinkedHashMap<>();
    if (OrigineDeReorientation.de(origine) == null) {
      erreurs.put("origine", "Dites qui demande la réorientation.");
    }
    if (raisonsChoisies().isEmpty()) {
      erreurs.put("raisons", "Cochez au moins une raison.");
    }
    if (raisonsChoisies().contains(RaisonDeReorientation.AUTRE) && precisions.isBlank()) {
      erreurs.put("precisions", "Dites quelle est l'autre raison.");
    }
    if (jour() == null) {
      erreurs.put("demandeeLe", "Indiquez le jour de la demande, par exemple 15/09/2025.");
    }
    return erreurs;
  }

  NouvelleDemande demande() {
    return new NouvelleDemande(personne, OrigineDeReorientation.de(origine), raisonsChoisies(), precisions,
        java.util.Arrays.stream(Parcours.values()).filter(p -> p.name().equals(parcours)).findFirst().orElse(null),
        organisation.matches("\\d{1,9}") ? Integer.valueOf(organisation) : null, jour());
  }

  private List<RaisonDeReorientation> raisonsChoisies() {
    return java.util.Arrays.stream(RaisonDeReorientation.values()).filter(r -> raisons.contains(r.name())).toList();
  }

  private LocalDate jour() {
    try {
      return demandeeLe == null || demandeeLe.isBlank() ? null : DatesPlausibles.lire(demandeeLe);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  /** Only a page of ours. */
  public String retourSur() {
    return AdresseDePage.localeOu(retour, "/reorientations");
  }
}
