package fr.jalon.rendezvous.domaine;

/** What a meeting may show, and that the droits et devoirs may read. Nothing is decided here. */
public enum NatureDeFait {
  ABSENCE_NON_EXCUSEE("Absence non excusée"),
  ABSENCE_EXCUSEE("Absence excusée"),
  PIECE_MANQUANTE("Pièce manquante");

  private final String libelle;

  NatureDeFait(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
