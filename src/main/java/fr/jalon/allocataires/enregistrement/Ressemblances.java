package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.socle.CleDeRecherche;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether two records may be one human, however she was written: letters only are compared, without accent, space, hyphen or apostrophe. It never
 * merges, it makes a task for an agent. The keys say cheaply whom to look at; {@link #raison} decides.
 */
final class Ressemblances {
  static final String MEME_IDENTITE = "Mêmes nom, prénom et date de naissance";
  static final String PRENOM_PROCHE = "Même nom et même date de naissance, prénom proche";
  static final String INVERSES = "Nom et prénom inversés, même date de naissance";
  static final String MEME_ADRESSE = "Même prénom, même date de naissance et même adresse, nom différent";
  static final String JOUR_ET_MOIS = "Mêmes nom et prénom, jour et mois de naissance inversés";
  /** A shorter first name begins too many others. */
  private static final int PREFIXE = 3;
  private static final int INITIALES = 2;

  private Ressemblances() {}

  /**
   * Who may be alike has the same.
   *
   * @param a     first letters of the name or the first name, whichever comes first
   * @param b     first letters of the other
   * @param exact what must be wholly the same besides; empty for most
   */
  record Cle(LocalDate naissance, String a, String b, String exact) {
    /** First letter of {@code a}, then of {@code b}: what the search key of a person is asked for. */
    String initiale(boolean premiere) {
      String lettres = premiere ? a : b;
      return lettres.isEmpty() ? "" : lettres.substring(0, 1);
    }
  }

  /** The keys under which a person is found. */
  static Set<Cle> cles(Identite i, String adresse) {
    Set<Cle> cles = new LinkedHashSet<>();
    ajouter(cles, i, i.dateNaissance(), adresse);
    return cles;
  }

  /** The keys of those born with the day and the month inverted whom she may be. */
  static Set<Cle> clesInversees(Identite i) {
    Set<Cle> cles = new LinkedHashSet<>();
    ajouter(cles, i, inverse(i.dateNaissance()), null);
    return cles;
  }

  private static void ajouter(Set<Cle> cles, Identite i, LocalDate naissance, String adresse) {
    if (naissance == null) {
      return;
    }
    String prenom = debut(lettres(i.prenom()));
    for (String nom : noms(i)) {
      String autre = debut(nom);
      boolean nomDAbord = autre.compareTo(prenom) < 0;
      cles.add(new Cle(naissance, nomDAbord ? autre : prenom, nomDAbord ? prenom : autre, ""));
    }
    if (adresse != null) {
      cles.add(new Cle(naissance, prenom, prenom, lettres(i.prenom()) + '|' + adresse));
    }
  }

  /** Birth date with day and month inverted, or {@code null} when it would be the same or no date. */
  static LocalDate inverse(LocalDate d) {
    if (d == null || d.getDayOfMonth() == d.getMonthValue()) {
      return null;
    }
    try {
      return LocalDate.of(d.getYear(), d.getDayOfMonth(), d.getMonthValue());
    } catch (DateTimeException pasUneDate) {
      return null;
    }
  }

  /**
   * Why the two may be one human, or {@code null}.
   *
   * @param memeAdresse true when both are known to live at the same place
   */
  static String raison(Identite a, Identite b, boolean memeAdresse) {
    if (a.dateNaissance() == null || b.dateNaissance() == null || sexesContraires(a, b)) {
      return null;
    }
    String prenomA = lettres(a.prenom());
    String prenomB = lettres(b.prenom());
    Set<String> communs = new HashSet<>(noms(a));
    communs.retainAll(noms(b));
    if (!a.dateNaissance().equals(b.dateNaissance())) {
      return a.dateNaissance().equals(inverse(b.dateNaissance())) && !communs.isEmpty() && prenomA.equals(prenomB) ? JOUR_ET_MOIS : null;
    }
    if (!communs.isEmpty() && prenomA.equals(prenomB)) {
      return MEME_IDENTITE;
    }
    if (!communs.isEmpty() && proches(prenomA, prenomB)) {
      return PRENOM_PROCHE;
    }
    if (noms(a).contains(prenomB) && noms(b).contains(prenomA)) {
      return INVERSES;
    }
    return memeAdresse && prenomA.equals(prenomB) ? MEME_ADRESSE : null;
  }

  /** True when only where they live could tell. */
  static boolean aVoirParLAdresse(Identite a, Identite b) {
    return raison(a, b, false) == null && raison(a, b, true) != null;
  }

  private static boolean proches(String a, String b) {
    return Math.min(a.length(), b.length()) >= PREFIXE && (a.startsWith(b) || b.startsWith(a));
  }

  private static boolean sexesContraires(Identite a, Identite b) {
    return a.sexe() != null && b.sexe() != null && !a.sexe().equals(b.sexe());
  }

  private static List<String> noms(Identite i) {
    List<String> noms = new ArrayList<>(2);
    String nom = lettres(i.nom());
    if (!nom.isEmpty()) {
      noms.add(nom);
    }
    String naissance = lettres(i.nomNaissance());
    if (!naissance.isEmpty() && !naissance.equals(nom)) {
      noms.add(naissance);
    }
    return noms;
  }

  private static String debut(String lettres) {
    return lettres.length() <= INITIALES ? lettres : lettres.substring(0, INITIALES);
  }

  private static String lettres(String texte) {
    return CleDeRecherche.de(texte).replace(" ", "");
  }

  /** Where a foyer lives, to be compared: post code, town and lines, letters and digits only; {@code null} when it is not said. */
  static String adresse(String codePostal, String commune, String lignes) {
    return codePostal == null || lignes == null || lignes.isBlank() ? null : codePostal + lettres(commune) + lettres(lignes);
  }
}
