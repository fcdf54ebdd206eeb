package fr.jalon.sorties.domaine;

/** What a try to reach a person gave. */
public enum ResultatDEssai {
  /** Nobody answered. */
  PAS_DE_REPONSE("Pas de réponse"),
  /** A message was left. */
  MESSAGE_LAISSE("Message laissé"),
  /** Somebody answered, it was not the time. */
  A_RAPPELER("À rappeler"),
  /** It is not hers. */
  FAUX_NUMERO("Faux numéro");

  private final String libelle;

  ResultatDEssai(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
