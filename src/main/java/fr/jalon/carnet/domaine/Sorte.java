package fr.jalon.carnet.domaine;

import java.util.Locale;

/**
 * A kind of actor, as themes name their readers and as a person may refuse one. Which kinds an account is, PostgreSQL says ({@code
 * carnet.sortes}).
 */
public enum Sorte {
  /** Référent of the Département. */
  REFERENT("les référents du Département"),
  /** Social worker: référent of the Département whose function is polyvalence. */
  TRAVAILLEUR_SOCIAL("les travailleurs sociaux du Département"),
  /** Who answers for a team. */
  RESPONSABLE("les responsables de territoire"),
  /** France Travail. */
  FRANCE_TRAVAIL("France Travail"),
  /** Another organisation to which she is entrusted. */
  PARTENAIRE("les partenaires qui suivent la personne"),
  /** An organisation that runs an action she takes part in, and follows nobody. */
  OPERATEUR("les opérateurs d'actions");

  private final String libelle;

  Sorte(String libelle) {
    this.libelle = libelle;
  }

  /** As said in a sentence, with its article. */
  public String libelle() {
    return libelle;
  }

  /** As it begins a line. */
  public String titre() {
    return libelle.substring(0, 1).toUpperCase(Locale.FRENCH) + libelle.substring(1);
  }
}
