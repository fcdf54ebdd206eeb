package fr.jalon.allocataires.web;

import fr.jalon.allocataires.domaine.NouveauSuivi;
import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import java.util.UUID;

/** A public of a person as typed. @param destination who follows her: {@code 12}, {@code 12-34}, or empty; @param cle number of the form */
public record FormulaireDeSuivi(String publicSuivi, String cohorte, String depuis, String destination, Boolean informee, String cle) {
  /** Absent texts are empty, an unchecked box is false. */
  public FormulaireDeSuivi {
    publicSuivi = publicSuivi == null ? "" : publicSuivi;
    cohorte = cohorte == null ? "" : cohorte;
    depuis = depuis == null ? "" : depuis;
    destination = destination == null ? "" : destination;
    informee = Boolean.TRUE.equals(informee);
    cle = CleDeFormulaire.de(cle);
  }

  /** The same under a number that has not served. */
  FormulaireDeSuivi sousUneAutreCle() {
    return new FormulaireDeSuivi(publicSuivi, cohorte, depuis, destination, informee, null);
  }

  NouveauSuivi suivi() {
    return new NouveauSuivi(publicSuivi.isEmpty() ? null : publicSuivi, cohorte, DatesPlausibles.lireOuRien(depuis),
        SuiveurPossible.organisation(destination), SuiveurPossible.referent(destination), informee, UUID.fromString(cle));
  }
}
