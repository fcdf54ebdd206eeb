package fr.jalon.socle;

import java.util.Optional;

/**
 * Why the database did not do what a page or a command asked of it, when the reason is not a fault of the program. Each has a sentence
 * that says what to do, for whoever is before a page and for whoever is before a terminal.
 */
public enum PanneDeLaBase {
  /** It does not answer, or is starting. */
  INJOIGNABLE(503, 60, "La base de données ne répond pas", "La base de données ne répond pas ; Jalon essaie de la retrouver tout seul. "
      + "Attendez une minute, puis réessayez. Si cela dure, prévenez l'assistance.",
      "La base de données ne répond pas : vérifiez que PostgreSQL est en marche et que cette machine peut le joindre, puis recommencez."),
  /** Somebody else holds what was asked for, or the question takes too long. */
  OCCUPEE(503, 10, "La base de données est occupée", "La base de données est occupée par un autre travail, un chargement de fichier par exemple. "
      + "Attendez quelques secondes, puis réessayez.",
      "La base de données est occupée par un autre travail : attendez qu'il finisse, puis recommencez."),
  /** No connection is left on the server. */
  TROP_DE_CONNEXIONS(503, 30, "Trop de monde à la fois", "La base de données n'accepte plus de nouvelle connexion pour l'instant. "
      + "Attendez une demi-minute, puis réessayez.",
      "PostgreSQL n'accepte plus de connexion : arrêtez les programmes qui en tiennent sans s'en servir, ou augmentez « max_connections », "
      + "puis recommencez."),
  /** No room is left on a disk: the database's or the one of kept files. */
  DISQUE_PLEIN(507, 300, "Le disque du serveur est plein", "Il n'y a plus de place sur le disque du serveur : rien ne peut être enregistré, "
      + "mais rien de ce qui l'était déjà n'est perdu. Prévenez l'assistance : il faut libérer de la place, puis réessayer.",
      "Il n'y a plus de place sur le disque : libérez-en (ou agrandissez-le), puis recommencez. Rien n'a été enregistré à moitié."),
  /** The server only accepts readings: a replica, or an administrator's decision. */
  LECTURE_SEULE(503, 300, "La base de données est en lecture seule", "La base de données n'accepte que la lecture pour l'instant : on peut "
      + "consulter, pas enregistrer. Réessayez plus tard ; si cela dure, prévenez l'assistance.",
      "La base de données n'accepte que la lecture : vérifiez que JALON_DB_URL désigne le serveur principal, et que "
      + "« default_transaction_read_only » est à « off »."),
  /** The server has no memory left for the question. */
  MEMOIRE(503, 60, "Le serveur de la base manque de mémoire", "Le serveur de la base de données manque de mémoire. Attendez une minute, puis "
      + "réessayez ; si cela revient, prévenez l'assistance.",
      "PostgreSQL manque de mémoire : donnez-en à la machine, ou réduisez « work_mem » et « shared_buffers », puis recommencez.");

  /** Attribute of a request that carries the failure to the page of errors. */
  public static final String CLE = "fr.jalon.panne";

  private final int statut;
  private final int attente;
  private final String titre;
  private final String phrase;
  private final String auTerminal;

  PanneDeLaBase(int statut, int attente, String titre, String phrase, String auTerminal) {
    this.statut = statut;
    this.attente = attente;
    this.titre = titre;
    this.phrase = phrase;
    this.auTerminal = auTerminal;
  }

  /**
   * What a SQLSTATE of PostgreSQL means.
   *
   * @param etat five characters, or {@code null}
   * @return empty when it is a fault of the program or a refusal of the data
   */
  public static Optional<PanneDeLaBase> deEtat(String etat) {
    return Optional.ofNullable(switch (etat == null ? "" : etat) {
      case "57P01", "57P02", "57P03", "57P05", "58030" -> INJOIGNABLE;
      // lock_timeout, statement_timeout, deadlock, serialization, a temporary file past its limit
      case "55P03", "57014", "40P01", "40001", "53400" -> OCCUPEE;
      case "53300" -> TROP_DE_CONNEXIONS;
      case "53100" -> DISQUE_PLEIN;
      case "25006" -> LECTURE_SEULE;
      case "53200" -> MEMOIRE;
      case String classe when classe.startsWith("08") -> INJOIGNABLE;
      default -> null;
    });
  }

  /** HTTP status of the answer: 503, or 507 when no room is left. */
  public int statut() {
    return statut;
  }

  /** Seconds to wait before another try, for {@code Retry-After}. */
  public int attente() {
    return attente;
  }

  /** Title of the page. */
  public String titre() {
    return titre;
  }

  /** Sentence of the page. */
  public String phrase() {
    return phrase;
  }

  /** Sentence of the terminal. */
  public String auTerminal() {
    return auTerminal;
  }
}
