package fr.jalon.echanges.reprise.domaine;

import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.Poste;
import fr.jalon.structures.Public;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the cells of a spreadsheet of structures as people write them. What cannot be read throws a French sentence in an
 * {@link IllegalArgumentException}.
 */
final class ValeursDeStructure {
  private static final LocalDate ORIGINE_DES_TABLEURS = LocalDate.of(1899, 12, 30);
  private static final DateTimeFormatter FRANCAISE = DateTimeFormatter.ofPattern("d/M/uuuu");

  private ValeursDeStructure() {}

  static String nature(String texte) {
    return switch (CleDeRecherche.de(texte)) {
      case "departement", "conseil departemental", "cd", "interne" -> "DEPARTEMENT";
      case "france travail", "ft", "pole emploi" -> "FRANCE_TRAVAIL";
      case "externe", "association", "partenaire", "prestataire", "ccas", "cias", "mission locale" -> "EXTERNE";
      case "operateur", "operateur d actions", "operateur d action" -> "OPERATEUR";
      case "" -> throw new IllegalArgumentException("La nature manque : écrivez Département, France Travail, Externe ou Opérateur.");
      default -> throw new IllegalArgumentException("« " + texte
          + " » n'est pas une nature : écrivez Département, France Travail, Externe ou Opérateur.");
    };
  }

  static String cadre(String texte) {
    return switch (CleDeRecherche.de(texte)) {
      case "" -> null;
      case "marche", "marche public" -> "MARCHE";
      case "convention", "subvention" -> "CONVENTION";
      default -> throw new IllegalArgumentException("« " + texte + " » n'est pas un cadre : écrivez Marché ou Convention, ou laissez vide.");
    };
  }

  static List<String> parcours(String texte) {
    return tous(texte) ? List.of() : chacun(texte, p -> switch (CleDeRecherche.de(p)) {
      case "social" -> "SOCIAL";
      case "socioprofessionnel", "socio professionnel", "socio pro" -> "SOCIOPROFESSIONNEL";
      case "professionnel", "emploi", "pro" -> "PROFESSIONNEL";
      default -> throw new IllegalArgumentException("« " + p + " » n'est pas un parcours : écrivez Social, Socioprofessionnel ou Professionnel.");
    });
  }

  static List<Public> publics(String texte) {
    // one of them holds a comma
    return chacun(texte.replaceAll("(?i)précarité\\s*,\\s*santé", "précarité santé"), p -> Arrays.stream(Public.values())
        .filter(x -> List.of(CleDeRecherche.de(x.name()), CleDeRecherche.de(x.libelle()), CleDeRecherche.de(x.court()))
        .contains(CleDeRecherche.de(p))).findFirst().orElseThrow(() -> new IllegalArgumentException("« " + p + " » n'est pas un public connu : "
            + String.join(" ; ", Arrays.stream(Public.values()).map(Public::libelle).toList()) + ".")));
  }

  static Poste.Fonction fonction(String texte) {
    String cle = CleDeRecherche.de(texte);
    return cle.isEmpty() ? null : Arrays.stream(Poste.Fonction.values()).filter(f -> CleDeRecherche.de(f.libelle()).equals(cle)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("« " + texte
        + " » n'est pas une fonction : écrivez Insertion ou Polyvalence, ou laissez vide."));
  }

  /** {@code 0,8}, {@code 80 %}; a full time when the cell is empty. */
  static BigDecimal etp(String texte) {
    if (texte.isEmpty()) {
      return BigDecimal.ONE;
    }
    try {
      boolean pourCent = texte.endsWith("%");
      BigDecimal lu = new BigDecimal(texte.replace("%", "").strip().replace(',', '.'));
      BigDecimal part = pourCent ? lu.movePointLeft(2) : lu;
      if (part.signum() > 0 && part.compareTo(BigDecimal.ONE) <= 0) {
        return part;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new IllegalArgumentException("« " + texte + " » n'est pas un temps de travail : écrivez une part d'équivalent temps plein, de 0,1 à 1.");
  }

  static boolean oui(String texte, String colonne) {
    return switch (CleDeRecherche.de(texte)) {
      case "oui", "o", "x", "1", "vrai", "true" -> true;
      case "", "non", "n", "0", "faux", "false" -> false;
      default -> throw new IllegalArgumentException("« " + texte + " » dans « " + colonne + " » : écrivez oui ou non.");
    };
  }

  /** {@code 01/09/2026}, {@code 2026-09-01}, or the number of days a spreadsheet keeps. */
  static LocalDate jour(String texte) {
    try {
      if (texte.isEmpty()) {
        return null;
      }
      LocalDate jour = texte.matches("\\d{5}(\\.0+)?") ? ORIGINE_DES_TABLEURS.plusDays((long) Double.parseDouble(texte))
          : texte.matches("\\d{4}-\\d{2}-\\d{2}.*") ? LocalDate.parse(texte.substring(0, 10)) : LocalDate.parse(texte, FRANCAISE);
      if (jour.getYear() >= 1950 && jour.getYear() <= 2100) {
        return jour;
      }
    } catch (DateTimeException _) {
      // told below
    }
    throw new IllegalArgumentException("« " + texte + " » n'est pas une date : écrivez jj/mm/aaaa.");
  }

  /** Each value of a cell that holds several, parted by commas, semicolons or line ends; empty for « tous ». */
  static <T> List<T> chacun(String texte, Function<String, T> lecture) {
    List<T> lus = new ArrayList<>();
    for (String morceau : texte.split("[,;\n]")) {
      if (!morceau.isBlank()) {
        lus.add(lecture.apply(morceau.strip()));
      }
    }
    return lus.stream().distinct().toList();
  }

  static boolean tous(String texte) {
    return List.of("tous", "toutes", "tout").contains(CleDeRecherche.de(texte));
  }
}
