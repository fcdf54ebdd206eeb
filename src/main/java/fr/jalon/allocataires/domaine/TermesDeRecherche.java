package fr.jalon.allocataires.domaine;

import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.Coordonnees;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent typed to find a person, understood: parts of names, a birth date or year, a claim or file number, a telephone, an e-mail address,
 * in any order and mix ({@code martin 1977}, {@code 23/03/1977 sophie}, {@code 07123456789}, {@code 06 12 34 56 78}).
 *
 * @param mots      parts of names, normalised ({@link CleDeRecherche})
 * @param naissance birth date, or {@code null}
 * @param annee     birth year, or {@code null}
 * @param numeros   claim, file, France Travail or telephone numbers, upper case without leading zeros removed
 * @param courriel  e-mail address, or {@code null}
 */
public record TermesDeRecherche(List<String> mots, LocalDate naissance, Integer annee, List<String> numeros, String courriel) {
  private static final List<String> MOIS = List.of("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
      "novembre", "decembre");
  private static final Pattern ISO = Pattern.compile("(?<![\\w-])(\\d{4})-(\\d{1,2})-(\\d{1,2})(?![\\w-])");
  private static final Pattern FRANCAISE = Pattern.compile("(?<![\\w/.-])(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})(?![\\w/-])");
  private static final Pattern EN_LETTRES = Pattern.compile("(?<!\\w)(\\d{1,2})(?:er)? (" + String.join("|", MOIS) + ") (\\d{4})(?!\\w)");
  private static final Pattern ACCOLEE = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");

  private static final Pattern COURRIEL = Pattern.compile("\\S+@\\S+");
  /**
   * Ten figures by pairs, or four then pairs as overseas, with the same sign between, or a number that gives its country: their blanks are theirs.
   */
  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![\\w+])(?:0[1-9](?:([ .-])\\d{2}(?:\\1\\d{2}){3}|\\d{2}([ .-])\\d{2}(?:\\2\\d{2}){2})|(?:\\+\\d{2,3}|00(?:33|262|590|594|596))[ .-]?(?:\\(0\\))?[ .-]?0?[1-9](?:[ .-]?\\d{2}){4})(?!\\w)");

  /** Without an e-mail address. */
  public TermesDeRecherche(List<String> mots, LocalDate naissance, Integer annee, List<String> numeros) {
    this(mots, naissance, annee, numeros, null);
  }

  /** Defensive copies. */
  public TermesDeRecherche {
    mots = List.copyOf(mots);
    numeros = List.copyOf(numeros);
  }

  /** Understands a text; {@code null} or blank gives no criterion. */
  public static TermesDeRecherche lire(String texte) {
    Lecture lecture = new Lecture(texte == null ? "" : texte.strip());
    lecture.coordonnees();
    lecture.dates();
    lecture.restes();
    return new TermesDeRecherche(lecture.mots, lecture.naissance, lecture.annee, lecture.numeros, lecture.courriel);
  }

  /** True when nothing was asked. */
  public boolean vides() {
    return mots.isEmpty() && naissance == null && annee == null && numeros.isEmpty() && courriel == null;
  }

  private static final class Lecture {
    private String reste;
    private final List<String> mots = new ArrayList<>();
    private final List<String> numeros = new ArrayList<>();
    private LocalDate naissance;
    private Integer annee;
    private String courriel;

    Lecture(String texte) {
      reste = texte;
    }

    void coordonnees() {
      Matcher adresse = COURRIEL.matcher(reste);
      if (adresse.find()) {
        courriel = lu(adresse.group(), Coordonnees::courriel);
        reste = adresse.replaceFirst(" ");
      }
      Matcher numero = TELEPHONE.matcher(reste);
      while (numero.find()) {
        numeros.add(lu(numero.group(), Coordonnees::telephone));
      }
      reste = TELEPHONE.matcher(reste).replaceAll(" ");
    }

    /** As kept; what cannot be is looked for as it is, and finds nobody. */
    private static String lu(String texte, UnaryOperator<String> lecture) {
      try {
        return lecture.apply(texte);
      } catch (IllegalArgumentException illisible) {
        return texte;
      }
    }

    void dates() {
      retirer(ISO, m -> jour(m.group(1), m.group(2), m.group(3)));
      retirer(FRANCAISE, m -> jour(m.group(3), m.group(2), m.group(1)));
      String sansAccent = CleDeRecherche.de(reste);
      Matcher lettres = EN_LETTRES.matcher(sansAccent);
      if (naissance == null && lettres.find()) {
        naissance = jour(lettres.group(3), String.valueOf(MOIS.indexOf(lettres.group(2)) + 1), lettres.group(1));
        if (naissance != null) {
          reste = sansAccent.substring(0, lettres.start()) + " " + sansAccent.substring(lettres.end());
        }
      }
    }

    void restes() {
      for (String brut : reste.split("[\\s,;]+")) {
        boolean chiffres = !brut.isEmpty() && brut.chars().allMatch(Character::isDigit);
        Matcher accolee = ACCOLEE.matcher(brut);
        LocalDate jour = naissance == null && accolee.matches() ? jour(accolee.group(3), accolee.group(2), accolee.group(1)) : null;
        if (jour != null) {
          naissance = jour;
        } else if (chiffres && brut.length() == 4 && annee == null && Integer.parseInt(brut) >= 1900 && Integer.parseInt(brut) < 2100) {
          annee = Integer.valueOf(brut);
        } else if (brut.length() >= 5 && brut.chars().filter(Character::isDigit).count() >= 4) {
          numeros.add(brut.toUpperCase(java.util.Locale.ROOT));
        } else if (chiffres) {
          numeros.add(brut);
        } else {
          String net = CleDeRecherche.de(brut);
          if (!net.isEmpty()) {
            mots.addAll(List.of(net.split(" ")));
          }
        }
      }
    }

    private void retirer(Pattern forme, java.util.function.Function<Matcher, LocalDate> lire) {
      Matcher m = forme.matcher(reste);
      if (naissance == null && m.find()) {
        naissance = lire.apply(m);
        if (naissance != null) {
          reste = reste.substring(0, m.start()) + " " + reste.substring(m.end());
        }
      }
    }

    private static LocalDate jour(String annee, String mois, String jour) {
      try {
        LocalDate date = LocalDate.of(Integer.parseInt(annee), Integer.parseInt(mois), Integer.parseInt(jour));
        return date.getYear() < 1900 ? null : date;
      } catch (DateTimeException impossible) {
        return null;
      }
    }
  }
}
