package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.socle.CleDeRecherche;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether two records may be one human, however she was written: letters only are compared, without accent, space, hyphen or apostrophe. It never
 * merges, it makes a task for an agent. The keys say cheaply whom to look at; {@link #raison} decides.
 */
final class Ressemblances {
  static final String MEME_IDENTITE = "Mêmes nom, prénom et date de naissance";
  static final String PRENOM_PROCHE = "Même nom et même date de naissance, prénom proche";
  static final String NOM_COMPOSE = "Même prénom et même date de naissance, le nom de l'une est une partie du nom de l'autre";
  static final String NOM_PROCHE = "Même prénom et même date de naissance, noms à une lettre près";
  static final String INVERSES = "Nom et prénom inversés, même date de naissance";
  static final String MEME_ADRESSE = "Même prénom, même date de naissance et même adresse, nom différent";
  static final String JOUR_ET_MOIS = "Mêmes nom et prénom, jour et mois de naissance inversés";
  static final String JOURS_PROCHES = "Mêmes nom et prénom, date de naissance à quelques jours près";
  /** How far a day typed by hand may be from the true one. */
  private static final int JOURS = 3;
  /** A shorter first name begins too many others. */
  private static final int PREFIXE = 3;
  private static final int INITIALES = 2;
  /** In a shorter name one letter makes another name. */
  private static final int LONGUEUR_PROCHE = 5;

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

  /** Letters of the names of a person, made once: they serve for several keys. @param parts see {@link Ressemblances#partsDe} */
  record Lettres(LocalDate naissance, String prenom, List<String> noms, List<String> parts) {
    static Lettres de(Identite i) {
      return new Lettres(i.dateNaissance(), lettres(i.prenom()), nomsDe(i), partsDe(i));
    }

    /** The keys under which she is found. @param adresse see {@link Ressemblances#adresse}, or {@code null} */
    List<Cle> cles(String adresse) {
      List<Cle> cles = autour(naissance, noms);
      cles.addAll(autour(naissance, parts));
      if (adresse != null && naissance != null) {
        String initiales = debut(prenom);
        cles.add(new Cle(naissance, initiales, initiales, prenom + '|' + adresse));
      }
      return cles;
    }

    /** The keys of those born with the day and the month inverted whom she may be. */
    List<Cle> clesInversees() {
      return autour(inverse(naissance), noms);
    }

    /** The keys of those born a few days before or after whom she may be, when an agent wrote her birth date. */
    List<Cle> clesVoisines() {
      return voisins(naissance).stream().flatMap(jour -> autour(jour, noms).stream()).toList();
    }

    /** What whoever is alike has one of, as numbers; two who are not have none in common, but by chance. @param adresse as for {@link #cles} */
    List<Long> signes(String adresse) {
      List<Long> signes = signes(naissance, noms);
      if (naissance != null) {
        signes.addAll(signes(naissance, parts));
        noms.stream().filter(nom -> nom.length() >= LONGUEUR_PROCHE)
            .forEach(nom -> signes.add(DejaVus.ressemblance(3, naissance, nom.substring(0, PREFIXE), prenom)));
        // name and first name inverted
        noms.forEach(nom -> signes.add(nom.compareTo(prenom) < 0 ? DejaVus.ressemblance(1, naissance, nom, prenom)
            : DejaVus.ressemblance(1, naissance, prenom, nom)));
        if (adresse != null) {
          signes.add(DejaVus.ressemblance(2, naissance, prenom, adresse));
        }
      }
      return signes;
    }

    /** The same, of those born with the day and the month inverted. */
    List<Long> signesInverses() {
      return signes(inverse(naissance), noms);
    }

    /** One name in common, and the same first name or its beginning. */
    private List<Long> signes(LocalDate jour, List<String> noms) {
      List<Long> signes = new ArrayList<>(2 * noms.size() + 1);
      if (jour != null) {
        String debut = prenom.length() <= PREFIXE ? prenom : prenom.substring(0, PREFIXE);
        noms.forEach(nom -> signes.add(DejaVus.ressemblance(0, jour, nom, debut)));
      }
      return signes;
    }

    private List<Cle> autour(LocalDate jour, List<String> noms) {
      List<Cle> cles = new ArrayList<>(noms.size() + 1);
      if (jour != null) {
        String leSien = debut(prenom);
        for (String nom : noms) {
          String autre = debut(nom);
          boolean nomDAbord = autre.compareTo(leSien) < 0;
          cles.add(new Cle(jour, nomDAbord ? autre : leSien, nomDAbord ? leSien : autre, ""));
        }
      }
      return cles;
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

  /** The days around a birth date, that one left out; none for no date. */
  static List<LocalDate> voisins(LocalDate d) {
    return d == null ? List.of() : IntStream.rangeClosed(-JOURS, JOURS).filter(n -> n != 0).mapToObj(d::plusDays).toList();
  }

  /**
   * The same of somebody whom an agent wrote, or a spreadsheet: a birth date typed by hand may be a few days off. The files of the CAF and the MSA
   * are not compared so: of a month of theirs it would make many false tasks.
   */
  static String raisonDUneSaisie(Identite a, Identite b, boolean memeAdresse) {
    String raison = raison(a, b, memeAdresse);
    if (raison != null || a.dateNaissance() == null || b.dateNaissance() == null || sexesContraires(a, b)) {
      return raison;
    }
    return voisins(a.dateNaissance()).contains(b.dateNaissance()) && lettres(a.prenom()).equals(lettres(b.prenom()))
        && !Collections.disjoint(nomsDe(a), nomsDe(b)) ? JOURS_PROCHES : null;
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
    Set<String> communs = new HashSet<>(nomsDe(a));
    communs.retainAll(nomsDe(b));
    if (!a.dateNaissance().equals(b.dateNaissance())) {
      return a.dateNaissance().equals(inverse(b.dateNaissance())) && !communs.isEmpty() && prenomA.equals(prenomB) ? JOUR_ET_MOIS : null;
    }
    if (!communs.isEmpty() && prenomA.equals(prenomB)) {
      return MEME_IDENTITE;
    }
    if (!communs.isEmpty() && proches(prenomA, prenomB)) {
      return PRENOM_PROCHE;
    }
    if (prenomA.equals(prenomB) && (!Collections.disjoint(nomsDe(a), partsDe(b)) || !Collections.disjoint(nomsDe(b), partsDe(a)))) {
      return NOM_COMPOSE;
    }
    if (prenomA.equals(prenomB) && nomsDe(a).stream().anyMatch(nom -> nomsDe(b).stream().anyMatch(autre -> uneLettre(nom, autre)))) {
      return NOM_PROCHE;
    }
    if (nomsDe(a).contains(prenomB) && nomsDe(b).contains(prenomA)) {
      return INVERSES;
    }
    return memeAdresse && prenomA.equals(prenomB) ? MEME_ADRESSE : null;
  }

  private static boolean proches(String a, String b) {
    return Math.min(a.length(), b.length()) >= PREFIXE && (a.startsWith(b) || b.startsWith(a)) || uneLettre(a, b);
  }

  /** One letter added, taken away or changed, never among the first three: whom to look at is asked by the beginning. */
  private static boolean uneLettre(String a, String b) {
    String petit = a.length() <= b.length() ? a : b;
    String grand = a.length() <= b.length() ? b : a;
    if (petit.length() < LONGUEUR_PROCHE || grand.length() > petit.length() + 1 || a.equals(b)) {
      return false;
    }
    int commun = 0;
    while (commun < petit.length() && petit.charAt(commun) == grand.charAt(commun)) {
      commun++;
    }
    return commun >= PREFIXE && grand.substring(commun + 1).equals(petit.substring(grand.length() > petit.length() ? commun : commun + 1));
  }

  private static boolean sexesContraires(Identite a, Identite b) {
    return a.sexe() != null && b.sexe() != null && !a.sexe().equals(b.sexe());
  }

  private static List<String> nomsDe(Identite i) {
    List<String> noms = new ArrayList<>(2);
    String nom = String.join("", motsDuNom(i.nom()));
    if (!nom.isEmpty()) {
      noms.add(nom);
    }
    String naissance = String.join("", motsDuNom(i.nomNaissance()));
    if (!naissance.isEmpty() && !naissance.equals(nom)) {
      noms.add(naissance);
    }
    return noms;
  }

  /**
   * What a name of several words begins or ends with, GARCIA and LOPEZ for GARCIA LOPEZ: another file may keep that only. Particles alone are not.
   */
  private static List<String> partsDe(Identite i) {
    List<String> parts = new ArrayList<>(0);
    for (String nom : new String[] {i.nom(), i.nomNaissance()}) {
      List<String> mots = motsDuNom(nom);
      for (int coupe = 1; coupe < mots.size(); coupe++) {
        parts.add(String.join("", mots.subList(0, coupe)));
        parts.add(String.join("", mots.subList(coupe, mots.size())));
      }
    }
    parts.removeIf(part -> part.length() < PREFIXE);
    return parts;
  }

  /** Words of a name, ST and STE in full unless they are the whole name. */
  private static List<String> motsDuNom(String nom) {
    String[] mots = CleDeRecherche.mots(nom);
    return mots.length < 2 ? List.of(mots) : Arrays.stream(mots).map(mot -> "st".equals(mot) ? "saint" : "ste".equals(mot) ? "sainte" : mot).toList();
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
