package fr.jalon.rendezvous.domaine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the persons are told of a place, under the names of the models of letters. Two places that say the same are the same for who is expected.
 *
 * @param adresse on one line, with the post code and the town
 */
public record LieuDit(String nom, String adresse, boolean accessible, String telephone) {
  /** The same, from its parts. */
  public static LieuDit de(String nom, String voie, String codePostal, String commune, boolean accessible, String telephone) {
    return new LieuDit(nom, "%s, %s %s".formatted(voie, codePostal, commune), accessible, telephone);
  }

  /** Values of a message, by variable. */
  public Map<String, String> valeurs() {
    Map<String, String> valeurs = new LinkedHashMap<>();
    for (Ecart e : Ecart.values()) {
      valeurs.put(e.variable, switch (e) {
        case NOM -> nom;
        case ADRESSE -> adresse;
        case ACCES -> accessible ? "Le lieu est accessible en fauteuil roulant."
            : "Le lieu n'est pas accessible en fauteuil roulant. Appelez-nous si vous en avez besoin.";
        case TELEPHONE -> telephone;
      });
    }
    return valeurs;
  }

  /** What may no longer be true of what a person was told. */
  public enum Ecart {
    /** Its name. */
    NOM("lieu", "l'ancien nom"),
    /** Where it is. */
    ADRESSE("adresse_du_lieu", "l'ancienne adresse"),
    /** Whether a wheelchair enters. */
    ACCES("acces", "l'ancien accès"),
    /** Whom to call. */
    TELEPHONE("telephone_du_lieu", "l'ancien téléphone");

    private final String variable;
    private final String libelle;

    Ecart(String variable, String libelle) {
      this.variable = variable;
      this.libelle = libelle;
    }

    /** Its variable in the models of letters. */
    public String variable() {
      return variable;
    }

    /** « l'ancienne adresse ». */
    public String libelle() {
      return libelle;
    }
  }
}
