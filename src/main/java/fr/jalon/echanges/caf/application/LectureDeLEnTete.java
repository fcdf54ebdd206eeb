package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.echanges.caf.flux.EnTete;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import fr.jalon.echanges.caf.flux.Morceau;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads what a file says of itself, and refuses what Jalon cannot load. */
final class LectureDeLEnTete {
  /** The RMI, before the RSA, began on that day: no file speaks of an earlier one. */
  private static final LocalDate PREMIERE_REFERENCE = LocalDate.of(1988, 12, 1);

  private LectureDeLEnTete() {}

  /**
   * @param premier name of the first dossier block, or null when the file holds none
   * @param recuLe  day of reception: a file cannot speak of a date far after it
   * @throws FluxRefuse when a header value is missing or unknown
   */
  static EnTete lire(Morceau.Tete tete, String premier, LocalDate recuLe) {
    Bloc entete = tete.contenu().racine();
    String type = valeur(entete, "TYPEFLUX");
    String nature = switch (type) {
      case "M" -> "MENSUEL";
      case "J", "Q" -> "JOURNALIER";
      default -> throw new FluxRefuse("La périodicité « " + type
          + " » n'est pas connue (balise TYPEFLUX) : Jalon charge les fichiers mensuels (M) et journaliers (J ou Q).",
          entete.un("TYPEFLUX").ligne(), "TYPEFLUX");
    };
    LocalDate creation = entete.texte("DTCREAFLUX") == null ? null : date(entete, "DTCREAFLUX");
    LocalDate reference = date(entete, "DTREF");
    if (reference.isBefore(PREMIERE_REFERENCE) || reference.isAfter(recuLe.plusYears(1))) {
      throw new FluxRefuse("La date de référence « " + entete.texte("DTREF")
          + " » de l'en-tête (balise DTREF) n'est pas plausible : tout ce que dit le fichier serait daté à tort. "
          + "Demandez de nouveau le fichier.", entete.un("DTREF").ligne(), "DTREF");
    }
    return new EnTete(format(tete.schema(), entete, premier), nature, entete.texte("APPLIEME"), reference,
        instant(creation, entete.texte("HEUCREAFLUX")));
  }

  private static String format(String schema, Bloc entete, String premier) {
    String famille = premier == null ? null : switch (premier) {
      case "InfosFinancieresFoyerRSA" -> "VRSF";
      case "InfosCreanceFoyerRSA" -> "VRSC";
      default -> "VRS";
    };
    if (schema != null && (famille == null || schema.startsWith(famille))) {
      return schema;
    }
    if ("VRSF".equals(famille)) {
      return "VRSF0501";
    }
    if ("VRSC".equals(famille)) {
      return "VRSC0201";
    }
    return entete.un("VERSIONFLUX") != null || entete.un("IDEPARTE") != null ? "VRSD0301" : "VRSB0801";
  }

  private static java.time.LocalDateTime instant(LocalDate jour, String heure) {
    try {
      return Registre.instant(jour, heure);
    } catch (DateTimeException e) {
      return jour.atStartOfDay();
    }
  }

  private static String valeur(Bloc entete, String balise) {
    String valeur = entete.texte(balise);
    if (valeur == null) {
      throw new FluxRefuse("L'en-tête du fichier ne dit pas " + balise
          + ". Ce n'est pas un fichier complet de la CAF ou de la MSA : demandez-le de nouveau.",
          entete.ligne(), balise);
    }
    return valeur;
  }

  private static LocalDate date(Bloc entete, String balise) {
    String valeur = valeur(entete, balise);
    try {
      return LocalDate.parse(valeur);
    } catch (DateTimeException e) {
      throw new FluxRefuse("La date « " + valeur + " » de l'en-tête (balise " + balise + ") n'existe pas. Demandez de nouveau le fichier.",
          entete.un(balise).ligne(), balise);
    }
  }

  /** Number of dossiers announced by the footer. */
  static int annonces(Dossier pied) {
    Bloc total = pied.racine().un("NBTOTDOSRSATRANSM");
    try {
      return Integer.parseInt(total == null ? "" : String.valueOf(total.texte()));
    } catch (NumberFormatException e) {
      throw new FluxRefuse("La fin du fichier ne dit pas combien de dossiers ont été envoyés (balise NBTOTDOSRSATRANSM). Demandez de nouveau le fichier.",
          pied.ligne(), "NBTOTDOSRSATRANSM");
    }
  }
}
