package fr.jalon.allocataires.web;

import fr.jalon.allocataires.domaine.NouvelleInscription;
import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;

/**
 * A registration as typed.
 *
 * @param destination who follows her: {@code 12}, {@code 12-34}, or empty
 * @param vues        numbers of the records already looked at, with commas: she is none of them
 * @param elle        number of the record that is hers, or empty
 * @param cle         number of the form
 */
public record FormulaireDInscription(String nom, String nomNaissance, String prenom, String civilite, String naissance, String lignes,
    String codePostal, String commune, String telephone, String courriel, String publicSuivi, String cohorte, String depuis, String destination,
    Boolean informee, String vues, String elle, String cle) {
  /** Absent texts are empty, an unchecked box is false. */
  public FormulaireDInscription {
    nom = vide(nom);
    nomNaissance = vide(nomNaissance);
    prenom = vide(prenom);
    civilite = vide(civilite);
    naissance = vide(naissance);
    lignes = vide(lignes);
    codePostal = vide(codePostal);
    commune = vide(commune);
    telephone = vide(telephone);
    courriel = vide(courriel);
    publicSuivi = vide(publicSuivi);
    cohorte = vide(cohorte);
    depuis = vide(depuis);
    destination = vide(destination);
    informee = Boolean.TRUE.equals(informee);
    vues = vide(vues);
    elle = vide(elle);
    cle = CleDeFormulaire.de(cle);
  }

  static FormulaireDInscription nouveau(FormulaireDeSuivi s) {
    return new FormulaireDInscription("", "", "", "", "", "", "", "", "", "", s.publicSuivi(), s.cohorte(), s.depuis(), s.destination(), s.informee(),
        "", "", s.cle());
  }

  /** The same under a number that has not served. */
  FormulaireDInscription sousUneAutreCle() {
    return new FormulaireDInscription(nom, nomNaissance, prenom, civilite, naissance, lignes, codePostal, commune, telephone, courriel, publicSuivi,
        cohorte, depuis, destination, informee, vues, elle, null);
  }

  NouvelleInscription inscription() {
    return new NouvelleInscription(nom, nomNaissance, prenom, civilite, DatesPlausibles.lireOuRien(naissance), lignes, codePostal, commune, telephone,
        courriel);
  }

  /** What it says of her public. */
  public FormulaireDeSuivi suivi() {
    return new FormulaireDeSuivi(publicSuivi, cohorte, depuis, destination, informee, cle);
  }

  /** The record that is hers, {@code null} when none was chosen. */
  Long cElle() {
    return elle.matches("\\d{1,18}") ? Long.valueOf(elle) : null;
  }

  /** True when that record was looked at. */
  boolean vue(long id) {
    return java.util.Arrays.asList(vues.split(",")).contains(String.valueOf(id));
  }

  private static String vide(String texte) {
    return texte == null ? "" : texte;
  }
}
