package fr.jalon.courriers.domaine;

/**
 * A person to write to, as she is known today.
 *
 * @param civilite   Madame, Monsieur, or both when unknown
 * @param prenom     as written in a sentence
 * @param adresse    lines without post code and town, or {@code null}
 * @param telephone  French mobile number, or {@code null}
 * @param courriel   e-mail address, or {@code null}
 */
public record Destinataire(long personneId, String civilite, String prenom, String nom, String adresse, String codePostal,
    String ville, String telephone,
    String courriel) {

  /** First line of the envelope. */
  public String surLEnveloppe() {
    return (civilite.contains(",") ? "" : civilite + " ") + prenom + " " + nom;
  }

  /** True when a letter can reach her. */
  public boolean aUneAdresse() {
    return codePostal != null && !codePostal.isBlank() && ville != null && !ville.isBlank();
  }

  /** Lines, post code and town. */
  public String adresseComplete() {
    return aUneAdresse() ? (adresse == null || adresse.isBlank() ? "" : adresse + "\n") + lieu() : "";
  }

  /** Post code and town, or an empty text. */
  public String lieu() {
    return aUneAdresse() ? codePostal + " " + ville : "";
  }
}
