package fr.jalon.echanges.tableur.domaine;

import fr.jalon.ecran.CaseDExport;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.Coordonnees;
import fr.jalon.socle.Nir;
import fr.jalon.socle.NumeroDAllocataire;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a row as a person; each field that cannot be read is told in one sentence, and the others are still read. */
public final class LectureDeLigne {
  private static final Pattern CP_VILLE = Pattern.compile("(\\d{5})\\s*[-,]?\\s*(\\D.*)");
  private static final Pattern IDENTIFIANT_FT = Pattern.compile("\\d{11}|\\d{7}[0-9A-Z]|\\d{10}");
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private final Correspondance correspondance;
  private final LocalDate aujourdhui;
  private final int colonnes;
  private final boolean calendrier1904;

  /** @param aujourdhui nobody is born after this day */
  public LectureDeLigne(Correspondance correspondance, LocalDate aujourdhui) {
    this(correspondance, aujourdhui, Integer.MAX_VALUE, false);
  }

  /**
   * @param aujourdhui     nobody is born after this day
   * @param colonnes       number of headers: a row with more values is wrong
   * @param calendrier1904 true when the days of the file are counted from 1904
   */
  public LectureDeLigne(Correspondance correspondance, LocalDate aujourdhui, int colonnes, boolean calendrier1904) {
    this.correspondance = correspondance;
    this.aujourdhui = aujourdhui;
    this.colonnes = colonnes;
    this.calendrier1904 = calendrier1904;
  }

  /**
   * Something wrong in a field; never the value of a NIR.
   *
   * @param champ the field, or {@code null} for the whole row
   */
  public record Erreur(Champ champ, String phrase) {}

  /** A value as an agent checks it: a day is written jj/mm/aaaa, whatever the file holds. */
  public static String lisible(Champ champ, String valeur, boolean calendrier1904) {
    if (champ == null || !champ.date() || valeur.isBlank()) {
      return valeur;
    }
    try {
      return ValeursDeCellule.date(valeur, calendrier1904).format(JOUR);
    } catch (IllegalArgumentException illisible) {
      return valeur;
    }
  }

  /** A row read; {@code personne} is null when there is an error. */
  public record Lue(PersonneLue personne, List<Erreur> erreurs) {
    /** True when it can be recorded. */
    public boolean juste() {
      return erreurs.isEmpty();
    }
  }

  /** Reads the values of a row. */
  public Lue lire(List<String> valeurs) {
    return new Rangee(valeurs).lire();
  }

  private final class Rangee {
    private final List<String> valeurs;
    private final Cases cases;
    private final List<Erreur> erreurs;

    Rangee(List<String> valeurs) {
      this.valeurs = valeurs;
      this.cases = new Cases(correspondance, valeurs, calendrier1904);
      this.erreurs = cases.erreurs();
    }

    Lue lire() {
      if (valeurs.size() > colonnes) {
        erreurs.add(new Erreur(null, Tableau.casesEnTrop(valeurs.size() - colonnes)));
      }
      String numeroDemande = cases.champ(Champ.NUMERO_DEMANDE, LectureDeLigne::numeroDemande);
      String matricule = cases.champ(Champ.MATRICULE, LectureDeLigne::matricule);
      String nom = cases.obligatoire(Champ.NOM);
      Stream.of(Champ.NOM, Champ.PRENOM, Champ.NOM_NAISSANCE).filter(c -> correspondance.valeur(c, valeurs).indexOf('"') >= 0)
          .forEach(c -> erreurs.add(new Erreur(c, "Un guillemet est resté dans le " + c.libelle()
          .toLowerCase(Locale.FRENCH) + " : retirez-le, après avoir vérifié que rien ne manque.")));
      // the contact file of the CNAF: whom a claim and a number tell needs no first name
      String prenom = numeroDemande != null && matricule != null ? cases.texte(Champ.PRENOM) : cases.obligatoire(Champ.PRENOM);
      LocalDate naissance = cases.champ(Champ.NAISSANCE, cases::jour);
      Nir nir = cases.champ(Champ.NIR, LectureDeLigne::nir);
      verifierLaNaissance(naissance, nir);
      String codePostal = cases.texte(Champ.CODE_POSTAL);
      String commune = cases.texte(Champ.COMMUNE);
      Matcher cpVille = CP_VILLE.matcher(codePostal == null ? "" : codePostal);
      if (cpVille.matches()) {
        codePostal = cpVille.group(1);
        commune = commune == null ? cpVille.group(2) : commune;
      }
      PersonneLue lue = new PersonneLue(majuscules(nom), majuscules(prenom), cases.champ(Champ.CIVILITE, LectureDeLigne::civilite),
          majuscules(cases.texte(Champ.NOM_NAISSANCE)), naissance,
          role(), nir, matricule, numeroDemande,
          cases.champ(Champ.IDENTIFIANT_FT, LectureDeLigne::identifiantFt), cases.champ(Champ.OUVERTURE_DROIT, cases::jour),
          cases.champ(Champ.COURRIEL, Coordonnees::courriel),
          telephone(), cases.texte(Champ.ADRESSE), cases.texte(Champ.COMPLEMENT), ValeursDeCellule.codePostal(codePostal), commune,
          ValeursDeCellule.codePostal(cases.texte(Champ.CODE_COMMUNE)), cases.texte(Champ.ORGANISATION),
          cases.champ(Champ.REFERENT, Coordonnees::courriel),
          cases.champ(Champ.PARCOURS, LectureDeLigne::parcours),
          cases.champ(Champ.ORIENTE_LE, cases::jour));
      return new Lue(erreurs.isEmpty() ? lue : null, List.copyOf(erreurs));
    }

    /** Of two numbers, the one that receives SMS. */
    private String telephone() {
      String premier = cases.champ(Champ.TELEPHONE, Coordonnees::telephone);
      String second = cases.champ(Champ.TELEPHONE_2, Coordonnees::telephone);
      return premier == null || !Coordonnees.mobile(premier) && Coordonnees.mobile(second) ? second : premier;
    }

    /** A number given to wait (3, 4, 7, 8) does not hold the year of birth. */
    private void verifierLaNaissance(LocalDate naissance, Nir nir) {
      if (naissance != null && (naissance.isAfter(aujourdhui) || naissance.isBefore(aujourdhui.minusYears(120)))) {
        erreurs.add(new Erreur(Champ.NAISSANCE, "La date de naissance est impossible : vérifiez l'année."));
      } else if (naissance != null && nir != null && !nir.provisoire()
          && naissance.getYear() % 100 != Integer.parseInt(nir.valeur().substring(1, 3))) {
        erreurs.add(new Erreur(Champ.NIR, "Le NIR ne correspond pas à l'année de naissance : corrigez l'un ou l'autre."));
      }
    }

    private String role() {
      String role = cases.champ(Champ.ROLE, LectureDeLigne::role);
      return role == null ? "DEM" : role;
    }
  }

  private static String majuscules(String texte) {
    return texte == null ? null : texte.toUpperCase(Locale.FRENCH);
  }

  private static Nir nir(String valeur) {
    if (valeur.equals(CaseDExport.NIR_MASQUE)) {
      throw new IllegalArgumentException("Le NIR est masqué dans le fichier des erreurs : recopiez-le depuis votre tableur d'origine.");
    }
    try {
      return Nir.lire(valeur.replaceAll("[\\s.\\u00a0]", "")).orElse(null);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Le NIR est mal formé : il compte 13 caractères, ou 15 avec une clé juste.", e);
    }
  }

  private static String civilite(String valeur) {
    return switch (CleDeRecherche.de(valeur)) {
      case "m", "mr", "monsieur", "h", "homme" -> "MR";
      case "mme", "madame", "mlle", "mademoiselle", "f", "femme" -> "MME";
      default -> throw new IllegalArgumentException("« " + valeur + " » n'est pas une civilité : écrivez M. ou Mme.");
    };
  }

  private static String role(String valeur) {
    String premier = CleDeRecherche.de(valeur.replaceAll("[/(].*", ""));
    return switch (premier) {
      case "dem", "demandeur", "demandeuse", "usager", "allocataire", "responsable", "rdo", "1" -> "DEM";
      case "cjt", "conjoint", "conjointe", "concubin", "concubine", "partenaire", "2" -> "CJT";
      default -> throw new IllegalArgumentException("« " + valeur + " » n'est pas un rôle : écrivez demandeur ou conjoint.");
    };
  }

  private static String matricule(String valeur) {
    String net = valeur.replaceAll("[\\s.\\u00a0]", "").toUpperCase(Locale.ROOT);
    if (!net.matches("[0-9A-Z]{1,15}")) {
      throw new IllegalArgumentException("Le numéro allocataire compte 15 chiffres au plus, sans autre signe.");
    }
    return NumeroDAllocataire.montrer(net).replaceFirst("^0+(?=.)", "");
  }

  private static String numeroDemande(String valeur) {
    String net = valeur.replaceAll("[\\s.\\u00a0]", "").toUpperCase(Locale.ROOT);
    if (!net.matches("[0-9A-Z]{6,11}")) {
      throw new IllegalArgumentException("Le numéro de demande RSA compte 11 caractères.");
    }
    // a spreadsheet drops the zeros a number starts with
    return net.matches("\\d+") ? "0".repeat(11 - net.length()) + net : net;
  }

  private static String identifiantFt(String valeur) {
    String net = valeur.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (!IDENTIFIANT_FT.matcher(net).matches()) {
      throw new IllegalArgumentException("L'identifiant France Travail compte 11 chiffres, ou 8 caractères pour les anciens.");
    }
    return net.length() == 10 ? "0" + net : net;
  }

  private static String parcours(String valeur) {
    String cle = CleDeRecherche.de(valeur).replace("parcours ", "").replace(" ", "");
    return switch (cle) {
      case "social" -> "SOCIAL";
      case "socioprofessionnel", "sociopro" -> "SOCIOPROFESSIONNEL";
      case "professionnel", "pro", "emploi" -> "PROFESSIONNEL";
      default -> throw new IllegalArgumentException("« " + valeur
          + " » n'est pas un parcours : écrivez social, socioprofessionnel ou professionnel.");
    };
  }
}
