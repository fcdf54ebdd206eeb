package fr.jalon.allocataires.domaine;

import fr.jalon.socle.Coordonnees;
import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Who a person is and where she lives, as an agent writes it: names as files write them, {@code null} where nothing is said.
 *
 * @param civilite   {@code MME}, {@code MR}, or {@code null}
 * @param lignes     number and street
 * @param codePostal five figures; {@code null} = that of the commune
 * @param commune    INSEE code
 * @param telephone  as typed; @param courriel as typed
 */
public record NouvelleInscription(String nom, String nomNaissance, String prenom, String civilite, LocalDate naissance, String lignes,
    String codePostal, String commune, String telephone, String courriel) {
  private static final String UN_NOM = "\\p{L}[\\p{L}' .’-]{0,79}";

  /** Names in capitals as files have them, so that files recognise her. */
  public NouvelleInscription {
    nom = enCapitales(nom);
    nomNaissance = enCapitales(nomNaissance);
    prenom = enCapitales(prenom);
    civilite = "MME".equals(civilite) || "MR".equals(civilite) ? civilite : null;
    lignes = net(lignes);
    codePostal = net(codePostal);
    commune = net(commune);
    telephone = net(telephone);
    courriel = net(courriel);
  }

  /** What is wrong, field by field. */
  public void verifier(LocalDate aujourdhui, Fautes fautes) {
    fautes.exiger(nom != null && nom.matches(UN_NOM), "nom", "HORS_RSA_NOM", "Écrivez son nom, en lettres.")
        .exiger(prenom != null && prenom.matches(UN_NOM), "prenom", "HORS_RSA_PRENOM", "Écrivez son prénom, en lettres.")
        .exiger(nomNaissance == null || nomNaissance.matches(UN_NOM), "nomNaissance", "HORS_RSA_NOM", "Écrivez son nom de naissance, en lettres.")
        .exiger(naissance != null && naissance.isBefore(aujourdhui), "naissance", "HORS_RSA_NAISSANCE",
            "Indiquez sa date de naissance : elle sert à ne pas l'inscrire deux fois.")
        .exiger(lignes == null || lignes.length() <= 200, "lignes", "HORS_RSA_ADRESSE", "Cette adresse est trop longue : 200 caractères au plus.")
        .exiger(codePostal == null || codePostal.matches("\\d{5}"), "codePostal", "HORS_RSA_CODE_POSTAL", "Un code postal a cinq chiffres.")
        .exiger(commune != null, "commune", "HORS_RSA_COMMUNE", "Choisissez sa commune : son territoire en vient.");
    fautes.lire("telephone", this::telephoneLu);
    fautes.lire("courriel", this::courrielLu);
  }

  /** The number with its country, or {@code null}. @throws IllegalArgumentException with a sentence */
  public String telephoneLu() {
    return telephone == null ? null : Coordonnees.unTelephone(telephone);
  }

  /** The address, or {@code null}. @throws IllegalArgumentException with a sentence */
  public String courrielLu() {
    return courriel == null ? null : Coordonnees.unCourriel(courriel);
  }

  /** 1 man, 2 woman, {@code null} unknown. */
  public Short sexe() {
    return civilite == null ? null : (short) ("MME".equals(civilite) ? 2 : 1);
  }

  private static String net(String texte) {
    return texte == null || texte.isBlank() ? null : texte.strip().replaceAll("\\s+", " ");
  }

  private static String enCapitales(String nom) {
    return net(nom) == null ? null : net(nom).toUpperCase(Locale.FRENCH);
  }
}
