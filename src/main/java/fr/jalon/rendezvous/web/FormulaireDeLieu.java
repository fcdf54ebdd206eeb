package fr.jalon.rendezvous.web;

import fr.jalon.rendezvous.LieuDeRendezVous;

/** A place as typed. @param id {@code null} for a new one */
public record FormulaireDeLieu(Integer id, String nom, String adresse, String codePostal, String commune, Integer territoire,
    Boolean accessible, String capacite,
    String telephone, Boolean actif) {
  /** Absent texts are empty, an unchecked box is false. */
  public FormulaireDeLieu {
    nom = nom == null ? "" : nom;
    adresse = adresse == null ? "" : adresse;
    codePostal = codePostal == null ? "" : codePostal;
    commune = commune == null ? "" : commune;
    capacite = capacite == null ? "" : capacite;
    telephone = telephone == null ? "" : telephone;
    accessible = Boolean.TRUE.equals(accessible);
    actif = Boolean.TRUE.equals(actif);
  }

  static FormulaireDeLieu nouveau() {
    return new FormulaireDeLieu(null, "", "", "", "", null, true, "", "", true);
  }

  static FormulaireDeLieu de(LieuDeRendezVous l) {
    return new FormulaireDeLieu(l.id(), l.nom(), l.adresse(), l.codePostal(), l.commune(), l.territoire(), l.accessible(),
        String.valueOf(l.capacite()), l.telephone(),
        l.actif());
  }

  /** As read: 0 where no territory is chosen, or where the number of persons is not one. */
  LieuDeRendezVous lieu() {
    return new LieuDeRendezVous(id, nom, adresse, codePostal, commune, "", territoire == null ? 0 : territoire, accessible,
        capacite.strip().matches("\\d{1,4}") ? Integer.parseInt(capacite.strip()) : 0, telephone, actif);
  }
}
