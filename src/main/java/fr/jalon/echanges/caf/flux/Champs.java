package fr.jalon.echanges.caf.flux;

import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads typed values in the blocks of a dossier; a value that cannot be read rejects the dossier with its line and tag. */
final class Champs {
  private static final Pattern MONTANT = Pattern.compile("[+-]?\\d{1,11}([.,]\\d{1,2})?");

  /** No amount of a dossier, nor any sum of a quarter, reaches it: euros. */
  static final BigDecimal PLAFOND = new BigDecimal("1000000000");

  private Champs() {}

  static String texte(Bloc bloc, String nom) {
    return bloc == null ? null : bloc.texte(nom);
  }

  static String obligatoire(Bloc bloc, String nom) {
    String valeur = texte(bloc, nom);
    if (valeur == null) {
      throw new DossierRejete(bloc, nom, null, "La balise " + nom + " est obligatoire et elle manque. "
          + "Demandez la correction à la CAF ou à la MSA, ou complétez-la ici.");
    }
    return valeur;
  }

  static Bloc bloc(Bloc parent, String... noms) {
    Bloc bloc = parent.premier(noms);
    if (bloc == null) {
      throw new DossierRejete(parent, noms[0], null,
          "Le bloc " + noms[0] + " est obligatoire et il manque. Demandez la correction à la CAF ou à la MSA.");
    }
    return bloc;
  }

  static LocalDate date(Bloc bloc, String nom) {
    Bloc feuille = bloc == null ? null : bloc.un(nom);
    if (feuille == null || feuille.texte() == null) {
      return null;
    }
    try {
      LocalDate date = lireDate(feuille.texte());
      if (date.getYear() < 1850 || date.getYear() > 9999) {
        throw new DateTimeParseException("", feuille.texte(), 0);
      }
      // 31/12/9999 is how some payers write "no end"
      return date.getYear() == 9999 ? null : date;
    } catch (DateTimeParseException e) {
      throw new DossierRejete(feuille, nom, feuille.texte(), "La date « " + feuille.texte() + " » n'existe pas. Une date s'écrit AAAA-MM-JJ.");
    }
  }

  /** A date as XML writes it, with or without a time or a zone after it. Read by hand: twenty a dossier. */
  private static LocalDate lireDate(String texte) {
    boolean suivie = texte.length() > 10 && "TZ+-".indexOf(texte.charAt(10)) >= 0;
    if (texte.length() != 10 && !suivie || texte.charAt(4) != '-' || texte.charAt(7) != '-') {
      return LocalDate.parse(texte);
    }
    try {
      return LocalDate.of(nombre(texte, 0, 4), nombre(texte, 5, 7), nombre(texte, 8, 10));
    } catch (java.time.DateTimeException e) {
      throw new DateTimeParseException(e.getMessage(), texte, 0, e);
    }
  }

  private static int nombre(String texte, int debut, int fin) {
    int valeur = 0;
    for (int i = debut; i < fin; i++) {
      int chiffre = texte.charAt(i) - '0';
      if (chiffre < 0 || chiffre > 9) {
        throw new DateTimeParseException("", texte, i);
      }
      valeur = valeur * 10 + chiffre;
    }
    return valeur;
  }

  static LocalDate dateObligatoire(Bloc bloc, String nom) {
    obligatoire(bloc, nom);
    return date(bloc, nom);
  }

  /** Yes, no, or {@code null} when the file does not say: absent is not no. What it then means is in {@link Facultatives}. */
  static Boolean siDit(Bloc bloc, String nom) {
    Bloc feuille = bloc == null ? null : bloc.un(nom);
    if (feuille == null || feuille.texte() == null) {
      return null;
    }
    return switch (feuille.texte()) {
      case "1", "true" -> Boolean.TRUE;
      case "0", "false" -> Boolean.FALSE;
      default -> throw new DossierRejete(feuille, nom, feuille.texte(),
          "La balise " + nom + " vaut 0 (non) ou 1 (oui), pas « " + feuille.texte() + " ».");
    };
  }

  static BigDecimal montant(Bloc bloc, String nom) {
    Bloc feuille = bloc == null ? null : bloc.un(nom);
    if (feuille == null || feuille.texte() == null) {
      return null;
    }
    String texte = feuille.texte();
    if (!MONTANT.matcher(texte).matches()) {
      throw new DossierRejete(feuille, nom, texte, "« " + texte + " » n'est pas un montant en euros et centimes.");
    }
    BigDecimal montant = new BigDecimal(texte.replace(',', '.')).setScale(2, RoundingMode.UNNECESSARY);
    if (montant.abs().compareTo(PLAFOND) >= 0) {
      throw new DossierRejete(feuille, nom, texte,
          "Le montant « " + texte + " » est invraisemblable. Corrigez-le, ou demandez la correction à la CAF ou à la MSA.");
    }
    return montant;
  }

  static Integer entier(Bloc bloc, String nom) {
    Bloc feuille = bloc == null ? null : bloc.un(nom);
    if (feuille == null || feuille.texte() == null) {
      return null;
    }
    try {
      return Integer.valueOf(feuille.texte());
    } catch (NumberFormatException e) {
      throw new DossierRejete(feuille, nom, feuille.texte(), "« " + feuille.texte() + " » n'est pas un nombre entier.");
    }
  }
}
