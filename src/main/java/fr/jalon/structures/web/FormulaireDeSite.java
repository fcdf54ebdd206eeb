package fr.jalon.structures.web;

import fr.jalon.ecran.Versions;
import fr.jalon.structures.Site;

/** A site as typed. @param id {@code null} for a new one */
public record FormulaireDeSite(Integer id, int organisation, String nom, String adresse, String commune, String telephone, Boolean actif) {
  /** Absent texts are empty, an unchecked box is false. */
  public FormulaireDeSite {
    nom = nom == null ? "" : nom;
    adresse = adresse == null ? "" : adresse;
    commune = commune == null ? "" : commune;
    telephone = telephone == null ? "" : telephone;
    actif = Boolean.TRUE.equals(actif);
  }

  static FormulaireDeSite de(Site s) {
    return new FormulaireDeSite(s.id(), s.organisationId(), s.nom(), s.adresse(), s.commune(), s.telephone(), s.actif());
  }

  static FormulaireDeSite vide(int organisation) {
    return new FormulaireDeSite(null, organisation, "", "", "", "", true);
  }

  /** The id that a field of this site has in the page of its organisation, where there is one form for each site. */
  public String champ(String nom) {
    return "site-" + nom + (id == null ? "" : "-" + id);
  }

  /** A site in the page of its organisation. */
  public record Affiche(FormulaireDeSite f, Versions.EnFormulaire version) {}
}
