package fr.jalon.orientation.domaine;

/** Why another pathway or another organisation is asked for. Nothing here tells of health: the diagnostic does, for who may read it. */
public enum RaisonDeReorientation {
  PRETE_A_L_EMPLOI("Peut chercher un emploi maintenant", "vous pouvez chercher un emploi maintenant"),
  PROJET_CHANGE("Son projet a changé", "votre projet a changé"),
  DIFFICULTES("Des difficultés sont à régler d'abord", "vous avez des difficultés à régler d'abord"),
  PUBLIC_PARTICULIER("Relève d'un accompagnement spécialisé", "un accompagnement spécialisé vous convient mieux"),
  DEMENAGEMENT("A déménagé", "vous avez déménagé"),
  RELATION("L'accompagnement ne se passe pas bien", "l'accompagnement ne se passait pas bien"),
  ORGANISATION("Son organisation ne suit plus ces personnes", "l'organisation qui vous accompagnait ne le fait plus"),
  AUTRE("Autre raison", "");

  private final String libelle;
  private final String aLaPersonne;

  RaisonDeReorientation(String libelle, String aLaPersonne) {
    this.libelle = libelle;
    this.aLaPersonne = aLaPersonne;
  }

  /** True when it may be given for one person. */
  public boolean pourUnePersonne() {
    return this != ORGANISATION;
  }

  /** As shown to an agent. */
  public String libelle() {
    return libelle;
  }

  /** Said to the person, after « parce que »; empty when only the words tell. */
  public String aLaPersonne() {
    return aLaPersonne;
  }
}
