package fr.jalon.orientation.domaine;

/** What left a person, soumise with an open and payable right, in no list. */
public enum CauseSansSuivi {
  /** Her follow-up ended while her right goes on. */
  SUIVI_CLOS("Son suivi est clos"),
  /** Her entry is paused though her right is paid and she is soumise. */
  PAUSE_RESTEE("Son attente est restée en pause"),
  /** Her entry ended before any orientation. */
  ENTREE_FINIE("Son attente a pris fin sans orientation"),
  /** She was there in the first file, and no follow-up was taken over. */
  STOCK("Déjà là dans le premier fichier, aucun suivi connu");

  private final String libelle;

  CauseSansSuivi(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
