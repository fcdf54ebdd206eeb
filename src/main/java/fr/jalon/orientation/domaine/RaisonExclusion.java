package fr.jalon.orientation.domaine;

/** Why a person is not a new entrant. */
public enum RaisonExclusion {
  DROIT_NON_VERSABLE("Le droit n'est pas ouvert et versable."),
  NON_SOUMIS("La personne n'est pas soumise aux droits et devoirs (revenus d'activité au-dessus du seuil, par exemple)."),
  DEJA_SOUMIS_MOIS_PRECEDENT("La personne était déjà soumise aux droits et devoirs à la fin du mois précédent."),
  SUIVI_EN_COURS("Un suivi est en cours."),
  SUIVI_EN_VEILLE("Un suivi est en veille : il reprend avec le référent déjà désigné."),
  SUSPENSION_COURTE("Le droit n'était pas suspendu depuis assez longtemps pour que tout recommence : l'accompagnement reprend là où il était."),
  DEJA_EN_ATTENTE("La personne attend déjà son orientation."),
  DEJA_EXAMINEE_CE_MOIS("La personne était déjà soumise aux droits et devoirs dans un fichier précédent du même mois."),
  STOCK_INITIAL("La personne était déjà là dans le premier fichier reçu.");

  private final String libelle;

  RaisonExclusion(String libelle) {
    this.libelle = libelle;
  }

  /** A sentence. */
  public String libelle() {
    return libelle;
  }
}
