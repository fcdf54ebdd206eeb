package fr.jalon.echanges.registre.web;

import fr.jalon.allocataires.Libelles;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.echanges.registre.lecture.FicheDImport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a file changed, in words.
 *
 * @param icone   Bootstrap icon
 * @param libelle e.g. "Droits suspendus"
 * @param raison  e.g. "Déclaration trimestrielle manquante", or {@code null} for a movement without reason or for the total of several
 * @param nombre  how many foyers
 * @param code    movement behind the figure, or {@code null} for a total
 */
public record Changement(String icone, String libelle, String raison, int nombre, String code) {
  private record Genre(String code, String icone, String libelle, List<String> balises) {}

  private static final List<Genre> GENRES = List.of(
      new Genre("DROIT_OUVERT", "unlock", "Droits ouverts ou repris", List.of()),
      new Genre("DROIT_SUSPENDU", "pause-circle", "Droits suspendus", List.of("MOTISUSVERSRSA", "MOTISUSDRORSA")),
      new Genre("DROIT_CLOS", "lock", "Droits fermés", List.of("MOTICLORSA")),
      new Genre("DROIT_REFUSE", "x-circle", "Demandes refusées", List.of("MOTIREFURSA")),
      new Genre("DEMANDE_EN_ATTENTE", "hourglass-split", "Demandes en attente", List.of()),
      new Genre("ABSENT", "question-circle", "Foyers absents du fichier complet", List.of()),
      new Genre("ARRIVEE", "box-arrow-in-right", "Arrivées d'une autre caisse", List.of()),
      new Genre("DEPART", "box-arrow-right", "Départs vers une autre caisse", List.of()),
      new Genre("DEMENAGEMENT", "truck", "Déménagements", List.of()));

  /** The movements of a file, grouped; a genre with several reasons has its total first. */
  static List<Changement> de(Map<String, Integer> mouvements, Libelles libelles) {
    List<Changement> changements = new ArrayList<>();
    for (Genre g : GENRES) {
      List<Changement> details = mouvements.entrySet().stream()
          .filter(e -> e.getKey().equals(g.code) || e.getKey().startsWith(g.code + ":"))
          .map(e -> new Changement(g.icone, g.libelle, raison(g, e.getKey(), libelles), e.getValue(), e.getKey()))
          .sorted(Comparator.comparingInt(Changement::nombre).reversed().thenComparing(c -> String.valueOf(c.raison()))).toList();
      if (details.size() > 1) {
        changements.add(new Changement(g.icone, g.libelle, null, details.stream().mapToInt(Changement::nombre).sum(), null));
      }
      changements.addAll(details);
    }
    mouvements.keySet().stream().filter(k -> k.startsWith("PAIEMENTS_REMPLACES:"))
        .forEach(k -> changements.add(new Changement("arrow-left-right", "Écritures d'un fichier précédent du même mois, remplacées", null,
            Integer.parseInt(k.substring(k.indexOf(':') + 1)), null)));
    if (mouvements.containsKey("TABLEUR_CEDE")) {
      changements.add(new Changement("file-earmark-spreadsheet", "Foyers connus par un tableur, que la caisse fait connaître à son tour", null,
          mouvements.get("TABLEUR_CEDE"), null));
    }
    compte(mouvements, "SDD_INCONNU", "question-circle", "Adultes dont aucun fichier n'a encore dit s'ils ont des droits et devoirs", changements);
    compte(mouvements, "SANS_TERRITOIRE", "geo-alt",
        "Personnes sans territoire, que personne ne voit dans sa liste : commune absente ou non reconnue", changements);
    return changements;
  }

  private static void compte(Map<String, Integer> mouvements, String code, String icone, String libelle, List<Changement> changements) {
    if (mouvements.containsKey(code)) {
      changements.add(new Changement(icone, libelle, null, mouvements.get(code), null));
    }
  }

  /** One movement in words, for the title of the page behind it. */
  static String titre(String code, Libelles libelles) {
    return GENRES.stream().filter(g -> code.equals(g.code) || code.startsWith(g.code + ":"))
        .map(g -> g.libelle + (raison(g, code, libelles) == null ? "" : " : " + raison(g, code, libelles))).findFirst().orElse(null);
  }

  private static String raison(Genre g, String code, Libelles libelles) {
    if (code.equals(g.code)) {
      return null;
    }
    String motif = code.substring(code.indexOf(':') + 1);
    return motif.equals("null") ? "raison non précisée par la caisse"
        : g.balises.stream().filter(b -> libelles.connu(b, motif)).map(b -> libelles.libelle(b, motif)).findFirst().orElse(motif);
  }

  /** Address of the persons behind the figure. */
  public String adresse(long importId) {
    return new AdresseDePage("/imports/" + importId + "/personnes", Map.of("mouvement", code)).toString();
  }

  /** Number, movement and reason. */
  public String phrase() {
    return nombre + ", " + libelle.toLowerCase(Locale.FRENCH) + (raison == null ? "" : " : " + raison);
  }

  /** Nature of accounting movements, in words. */
  public static String nature(String code) {
    return switch (code) {
      case "AllocationsComptabilisees" -> "Allocations";
      case "IndusConstates" -> "Indus constatés";
      case "IndusTransferesCG" -> "Indus transférés au Département";
      case "RemisesIndus" -> "Remises d'indus";
      case "AnnulationsFaibleMontant" -> "Annulations d'indus de faible montant";
      case "AutresAnnulations" -> "Autres annulations";
      default -> code;
    };
  }

  /** Total announced, in words. */
  public static String total(FicheDImport.Annonce annonce) {
    return switch (annonce.total()) {
      case "TotalAnnulationsIndus" -> "Annulations d'indus";
      case "MontantTotalAcompte" -> "Montant total de l'acompte";
      default -> annonce.nature() == null ? annonce.total() : nature(annonce.nature());
    };
  }

  /** {@code 0,4 s}, {@code 2 min 5 s}. */
  public static String duree(long ms) {
    return ms < 60_000 ? String.format(Locale.FRENCH, "%.1f s", ms / 1000.0) : ms / 60_000 + " min " + ms / 1000 % 60 + " s";
  }

  /** {@code 12,3 Mo}. */
  public static String taille(long octets) {
    return octets < 1024 ? octets + " octets" : octets < 1 << 20 ? String.format(Locale.FRENCH, "%.1f ko", octets / 1024.0)
        : octets < 1 << 30 ? String.format(Locale.FRENCH, "%.1f Mo", octets / 1048576.0)
        : String.format(Locale.FRENCH, "%.1f Go", octets / 1073741824.0);
  }
}
