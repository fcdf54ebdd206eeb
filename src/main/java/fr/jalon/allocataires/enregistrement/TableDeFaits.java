package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.Constat;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of dated facts. A statement true at a date is *affirmed*: versions it contradicts are ended or replaced, never erased.
 *
 * @param <C> content of a fact; compared with {@code equals}
 */
abstract class TableDeFaits<C> {
  private static final String ENTETE = "foyer_id, %sdepuis, jusqua, connu_le, import_id, %s, territoire_id, organisation_ids";
  private final String table;
  private final boolean parPersonne;
  private final Constat constat;
  private final Copie ajouts;
  private Extremites fins = new Extremites();
  private Extremites oublis = new Extremites();
  private final String lecture;

  TableDeFaits(String table, boolean parPersonne, String colonnes, Constat constat) {
    this.table = table;
    this.parPersonne = parPersonne;
    this.constat = constat;
    String personnes = parPersonne ? "personne_id, personne_origine_id, " : "";
    this.ajouts = new Copie(table, ENTETE.formatted(personnes, colonnes));
    this.lecture = "select foyer_id, " + (parPersonne ? personnes : "0 personne_id, 0 personne_origine_id, ")
        + "depuis, jusqua, import_id, " + colonnes
        + " from " + table + " where foyer_id = any (?) and oublie_le = 'infinity' and jusqua > ?";
  }

  abstract C lire(ResultSet ligne) throws SQLException;

  abstract void ecrire(Copie ligne, C contenu);

  /** The content with what its file left out kept from the one before it; most facts keep nothing. */
  C reprendre(C suivant, C precedent) {
    return suivant;
  }

  /** What is true, after a content, while later files hold the foyer and say nothing of this fact; {@code null} when the fact is then over. */
  C dansLeTrou(C precedent) {
    return null;
  }

  /** Versions known now, not ended before the date, by foyer. */
  Map<Long, List<Version<C>>> charger(Connection connexion, Collection<Long> foyers, LocalDate apres) throws SQLException {
    List<Version<C>> versions = new ArrayList<>();
    if (foyers.isEmpty()) {
      return Map.of();
    }
    try (PreparedStatement requete = connexion.prepareStatement(lecture)) {
      requete.setArray(1, connexion.createArrayOf("bigint", foyers.toArray()));
      requete.setObject(2, apres);
      try (ResultSet ligne = requete.executeQuery()) {
        while (ligne.next()) {
          versions.add(new Version<>(ligne.getLong("foyer_id"), ligne.getLong("personne_id"), ligne.getLong("personne_origine_id"),
              ligne.getObject("depuis", LocalDate.class), ligne.getObject("jusqua", LocalDate.class), ligne.getLong("import_id"), lire(ligne)));
        }
      }
    }
    return versions.stream().collect(Collectors.groupingBy(Version::foyerId));
  }

  /** What is true of a fact between two dates (the second exclusive), according to a file; {@code contenu} null when the fact does not exist. */
  record Segment<C>(LocalDate depuis, LocalDate jusqua, long importId, C contenu) {}

  /**
   * Affirms a content from the reference date until the next file that holds this foyer.
   *
   * @param connues versions of this fact known now and not ended before the reference
   * @param contenu content, or {@code null} when the fact no longer exists
   * @param jusqua  next reference at which another file holds the foyer (exclusive), {@link LocalDate#MAX} when none
   * @return true when something had to be written
   */
  boolean affirmer(Rattachement a, List<Version<C>> connues, C contenu, LocalDate jusqua) {
    return affirmer(a, connues, List.of(new Segment<>(constat.reference(), jusqua, constat.importId(), contenu)));
  }

  /** The same with several contents one after the other, without a hole between them. */
  boolean affirmer(Rattachement a, List<Version<C>> connues, List<Segment<C>> affirmes) {
    List<Segment<C>> segments = prolonger(connues, affirmes);
    LocalDate depuis = segments.getFirst().depuis();
    LocalDate jusqua = segments.getLast().jusqua();
    List<Version<C>> touchees = connues.stream().filter(v -> v.depuis().isBefore(jusqua) && v.jusqua().isAfter(depuis))
        .sorted(Comparator.comparing(Version::depuis)).toList();
    if (segments.stream().allMatch(s -> dejaDit(s, touchees))) {
      return false;
    }
    for (Version<C> v : touchees) {
      boolean suiteSimple = v.depuis().isBefore(depuis) && v.jusqua().equals(LocalDate.MAX) && jusqua.equals(LocalDate.MAX);
      if (suiteSimple) {
        fins.ajouter(v);
        continue;
      }
      oublis.ajouter(v);
      if (v.depuis().isBefore(depuis)) {
        inserer(a, v.origineId(), v.importId(), v.depuis(), depuis, v.contenu());
      }
      if (v.jusqua().isAfter(jusqua)) {
        inserer(a, v.origineId(), v.importId(), jusqua, v.jusqua(), v.contenu());
      }
    }
    for (Segment<C> s : segments) {
      if (s.contenu() != null) {
        inserer(a, a.origineId(), s.importId(), s.depuis(), s.jusqua(), s.contenu());
      }
    }
    return true;
  }

  /** A late file changes what later ones left out and kept from before it, or had nothing to keep. */
  private List<Segment<C>> prolonger(List<Version<C>> connues, List<Segment<C>> affirmes) {
    Segment<C> dernier = affirmes.getLast();
    if (dernier.jusqua().equals(LocalDate.MAX) || dernier.contenu() == null) {
      return affirmes;
    }
    List<Segment<C>> segments = new ArrayList<>(affirmes);
    for (Version<C> v : connues.stream().filter(v -> v.jusqua().isAfter(dernier.jusqua())).sorted(Comparator.comparing(Version::depuis)).toList()) {
      Segment<C> avant = segments.getLast();
      if (v.depuis().isAfter(avant.jusqua()) && !combler(segments, v.depuis())) {
        return segments;
      }
      Segment<C> precedent = segments.getLast();
      C suite = reprendre(v.contenu(), precedent.contenu());
      if (suite.equals(v.contenu())) {
        return segments;
      }
      segments.add(new Segment<>(precedent.jusqua(), v.jusqua(), v.importId(), suite));
    }
    if (!segments.getLast().jusqua().equals(LocalDate.MAX)) {
      combler(segments, LocalDate.MAX);
    }
    return segments;
  }

  private boolean combler(List<Segment<C>> segments, LocalDate jusqua) {
    Segment<C> avant = segments.getLast();
    C muet = dansLeTrou(avant.contenu());
    return muet != null && segments.add(new Segment<>(avant.jusqua(), jusqua, constat.importId(), muet));
  }

  private boolean dejaDit(Segment<C> segment, List<Version<C>> touchees) {
    LocalDate couvert = segment.depuis();
    for (Version<C> v : touchees) {
      if (v.jusqua().isAfter(segment.depuis()) && v.depuis().isBefore(segment.jusqua())) {
        if (segment.contenu() == null || v.depuis().isAfter(couvert) || !segment.contenu().equals(v.contenu())) {
          return false;
        }
        couvert = v.jusqua();
      }
    }
    return segment.contenu() == null || !couvert.isBefore(segment.jusqua());
  }

  private void inserer(Rattachement a, long origineId, long importId, LocalDate depuis, LocalDate jusqua, C contenu) {
    ajouts.nombre(a.foyerId());
    if (parPersonne) {
      ajouts.nombre(a.personneId()).nombre(origineId);
    }
    ajouts.date(depuis).date(jusqua).instant(constat.connuLe()).nombre(importId);
    ecrire(ajouts, contenu);
    ajouts.entier(a.territoireId()).entiers(a.organisations()).fin();
  }

  /** Hands over ends, replacements, then new versions. */
  void preparer(List<Envoi> envois) {
    if (!fins.foyers.isEmpty()) {
      Extremites aTerminer = fins;
      envois.add(connexion -> terminer(connexion, aTerminer, "jusqua = ?, jusqua_connu_le = ?", true));
      fins = new Extremites();
    }
    if (!oublis.foyers.isEmpty()) {
      Extremites aOublier = oublis;
      envois.add(connexion -> terminer(connexion, aOublier, "oublie_le = ?", false));
      oublis = new Extremites();
    }
    ajouts.preparer(envois);
  }

  private void terminer(Connection connexion, Extremites versions, String effet, boolean fin) throws SQLException {
    String ordre = "update " + table + " t set " + effet
        + " from unnest(?::bigint[], ?::bigint[], ?::date[]) u (foyer_id, origine_id, depuis) where t.foyer_id = u.foyer_id and t.depuis = u.depuis"
        + " and t.oublie_le = 'infinity'" + (parPersonne ? " and t.personne_origine_id = u.origine_id" : "");
    try (PreparedStatement maj = connexion.prepareStatement(ordre)) {
      int rang = 1;
      if (fin) {
        maj.setObject(rang++, constat.reference());
      }
      maj.setObject(rang++, constat.connuLe());
      for (Array tableau : versions.tableaux(connexion)) {
        maj.setArray(rang++, tableau);
      }
      maj.executeUpdate();
    }
  }

  private static final class Extremites {
    private final List<Long> foyers = new ArrayList<>();
    private final List<Long> origines = new ArrayList<>();
    private final List<String> depuis = new ArrayList<>();

    void ajouter(Version<?> v) {
      foyers.add(v.foyerId());
      origines.add(v.origineId());
      depuis.add(v.depuis().toString());
    }

    List<Array> tableaux(Connection c) throws SQLException {
      return List.of(c.createArrayOf("bigint", foyers.toArray()), c.createArrayOf("bigint", origines.toArray()),
          c.createArrayOf("date", depuis.toArray()));
    }
  }
}
