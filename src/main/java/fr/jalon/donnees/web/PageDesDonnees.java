package fr.jalon.donnees.web;

import fr.jalon.donnees.application.Demande;
import fr.jalon.donnees.application.Retenue;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.util.List;

/**
 * What a person asked about her data.
 *
 * @param delai        how long there is to answer, in words
 * @param conservation how long a dossier is kept after its end, in words
 * @param saisie       what was typed and refused, or empty
 */
public record PageDesDonnees(@PersonneMontree long personneId, String nom, List<Demande> demandes, List<Retenue> retenues, LocalDate aujourdhui,
    String delai, String conservation, Saisie saisie) {
  /** As typed. @param quoi which form: {@code demande}, {@code reponse-12}, {@code retenue}; empty for none */
  public record Saisie(String quoi, String refus, String nature, String recueLe, String texte) {
    static final Saisie AUCUNE = new Saisie("", null, "", "", "");

    /** What was typed in this form, else nothing. */
    public String texte(String formulaire) {
      return quoi.equals(formulaire) ? texte : "";
    }
  }
}
