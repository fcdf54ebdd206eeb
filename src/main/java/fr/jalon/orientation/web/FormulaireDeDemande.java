package fr.jalon.orientation.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A request of réorientation as typed.
 *
 * @param parcours     pathway wished, or empty; @param organisation id wished, or empty
 * @param demandeeLe   ISO date
 * @param retour       where to go back
 */
public record FormulaireDeDemande(@PersonneMontree long personne, String origine, List<String> raisons, String precisions,
    String parcours, String organisation,
    String demandeeLe, String retour) {
  /** Absent lists and texts are empty. */
  public FormulaireDeDemande {
    raisons = raisons == null ? List.of() : raisons.stream().filter(Objects::nonNull).toList();
    precisions = precisions == null ? "" : precisions;
    parcours = parcours == null ? "" : parcours;
    organisation = organisation == null ? "" : organisation;
  }

  /** As read: {@code null} where nothing is, or what is cannot be read. */
  NouvelleDemande demande() {
    return new NouvelleDemande(personne, OrigineDeReorientation.de(origine), raisonsChoisies(), precisions,
        java.util.Arrays.stream(Parcours.values()).filter(p -> p.name().equals(parcours)).findFirst().orElse(null),
        organisation.matches("\\d{1,9}") ? Integer.valueOf(organisation) : null, jour());
  }

  private List<RaisonDeReorientation> raisonsChoisies() {
    return java.util.Arrays.stream(RaisonDeReorientation.values()).filter(r -> r.pourUnePersonne() && raisons.contains(r.name())).toList();
  }

  private LocalDate jour() {
    return DatesPlausibles.lireOuRien(demandeeLe);
  }

  /** Only a page of ours. */
  public String retourSur() {
    return AdresseDePage.localeOu(retour, "/reorientations");
  }
}
