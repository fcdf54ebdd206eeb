package fr.jalon.echanges.caf.flux;

import static fr.jalon.echanges.caf.flux.Champs.bloc;
import static fr.jalon.echanges.caf.flux.Champs.dateObligatoire;
import static fr.jalon.echanges.caf.flux.Champs.obligatoire;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.NumeroDAllocataire;

/** Reads what identifies a dossier, the same in every file: payer, matricule, claim, Département. */
public final class LectureIdentification {
  private LectureIdentification() {}

  /** The claim; a file number that is a NIR is sealed. */
  public static CleFoyer cle(Dossier dossier, Chiffrement chiffrement) {
    Bloc identification = bloc(dossier.racine(), "IdentificationRSA");
    Bloc organisme = bloc(identification, "Organisme");
    String fonction = obligatoire(organisme, "FONORG");
    if (!fonction.equals("CAF") && !fonction.equals("MSA")) {
      throw new DossierRejete(organisme.un("FONORG"), "FONORG", fonction, "L'organisme est « CAF » ou « MSA », pas « " + fonction + " ».");
    }
    obligatoire(organisme, "MATRICULE");
    String matricule = matricule(dossier, chiffrement);
    Bloc demande = bloc(identification, "DemandeRSA");
    return new CleFoyer(fonction, obligatoire(organisme, "NUMORG"), matricule, obligatoire(demande, "NUMDEMRSA"),
        dateObligatoire(demande, "DTDEMRSA"));
  }

  /** The file number at the payer as it is kept, without leading zeros, sealed when it is a NIR; {@code null} when the dossier does not say. */
  public static String matricule(Dossier dossier, Chiffrement chiffrement) {
    String numero = dossier.racine().texte("MATRICULE");
    if (numero == null) {
      return null;
    }
    String court = sansZerosDevant(numero.strip().replace(" ", "").toUpperCase(java.util.Locale.ROOT));
    return NumeroDAllocataire.garder(court, dossier.racine().texte("FONORG"), () -> dossier.racine().tous("NIR").stream().map(Dossier.Bloc::texte)
        .toList(), chiffrement);
  }

  /** Département the dossier is addressed to, without leading zeros ({@code 052} is {@code 52}), or null when the dossier does not say. */
  public static Bloc departement(Dossier dossier) {
    Bloc partenaire = dossier.racine().un("Partenaire");
    return partenaire == null ? null : partenaire.un("IDEPARTE");
  }

  /** {@code 052} and {@code 52} are the same Département; {@code 07} is {@code 7}. */
  public static String sansZeros(String departement) {
    return departement == null ? "" : sansZerosDevant(departement.strip().toUpperCase(java.util.Locale.ROOT));
  }

  private static String sansZerosDevant(String texte) {
    int debut = 0;
    while (debut < texte.length() - 1 && texte.charAt(debut) == '0') {
      debut++;
    }
    return texte.substring(debut);
  }
}
