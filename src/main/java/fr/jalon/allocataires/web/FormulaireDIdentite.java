package fr.jalon.allocataires.web;

import fr.jalon.allocataires.domaine.NouvelleInscription;
import fr.jalon.ecran.DatesPlausibles;
import java.util.Objects;

/** Who a person is and where she lives, as typed; absent texts are empty. */
public record FormulaireDIdentite(String civilite, String nom, String prenom, String nomNaissance, String naissance, String lignes, String codePostal,
    String commune) {
  /** Absent texts are empty. */
  public FormulaireDIdentite {
    civilite = Objects.requireNonNullElse(civilite, "");
    nom = Objects.requireNonNullElse(nom, "");
    prenom = Objects.requireNonNullElse(prenom, "");
    nomNaissance = Objects.requireNonNullElse(nomNaissance, "");
    naissance = Objects.requireNonNullElse(naissance, "");
    lignes = Objects.requireNonNullElse(lignes, "");
    codePostal = Objects.requireNonNullElse(codePostal, "");
    commune = Objects.requireNonNullElse(commune, "");
  }

  static FormulaireDIdentite de(NouvelleInscription i) {
    return new FormulaireDIdentite(i.civilite(), i.nom(), i.prenom(), i.nomNaissance(), i.naissance() == null ? "" : i.naissance().toString(),
        i.lignes(), i.codePostal(), i.commune());
  }

  NouvelleInscription inscription() {
    return new NouvelleInscription(nom, nomNaissance, prenom, civilite, DatesPlausibles.lireOuRien(naissance), lignes, codePostal, commune,
        null, null);
  }
}
