package fr.jalon.allocataires.enregistrement;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A spreadsheet speaks only where no payer does. Once a payer's file holds someone, what a spreadsheet said of her ends on the day the payer
 * begins, or is forgotten when it began later; the right of the foyer ends with its last member.
 */
final class CessionDuTableur {
  private static final String A_CEDER = """
      select t.foyer_id, t.personne_id, max(e.depuis)::text as le
      from allocataires.foyer ft
      join allocataires.membre t on t.foyer_id = ft.id and t.jusqua = 'infinity' and t.oublie_le = 'infinity'
      join allocataires.membre m on m.personne_id = t.personne_id and m.adulte and m.jusqua = 'infinity' and m.oublie_le = 'infinity'
      join allocataires.foyer fo on fo.id = m.foyer_id and fo.fonction_organisme <> 'TABLEUR'
      join allocataires.membre e on e.foyer_id = m.foyer_id and e.personne_id = m.personne_id and e.oublie_le = 'infinity'
        and not exists (select from allocataires.membre p where p.foyer_id = e.foyer_id and p.personne_id = e.personne_id
          and p.jusqua = e.depuis and p.oublie_le = 'infinity')
      where ft.fonction_organisme = 'TABLEUR'
      group by 1, 2""";
  private static final String TERMINER = """
      update allocataires.%s x set jusqua = u.le, jusqua_connu_le = ? from %s
      where %s and x.jusqua = 'infinity' and x.oublie_le = 'infinity' and x.depuis < u.le""";
  private static final String OUBLIER = """
      update allocataires.%s x set oublie_le = ? from %s
      where %s and x.oublie_le = 'infinity' and x.depuis >= u.le""";
  private static final String PERSONNES = "unnest(?::bigint[], ?::bigint[], ?::date[]) as u (foyer_id, personne_id, le)";
  /** The foyers where nobody is left. */
  private static final String FOYERS = """
      (select v.foyer_id, max(v.le) as le from unnest(?::bigint[], ?::bigint[], ?::date[]) as v (foyer_id, personne_id, le)
        where not exists (select from allocataires.membre r where r.foyer_id = v.foyer_id and r.jusqua = 'infinity' and r.oublie_le = 'infinity')
        group by v.foyer_id) as u""";
  private final Atelier atelier;
  private final List<Long> foyers = new ArrayList<>();
  private final List<Long> personnes = new ArrayList<>();
  private final List<String> jours = new ArrayList<>();

  CessionDuTableur(Atelier atelier) {
    this.atelier = atelier;
  }

  /** Once the foyers of the file are recorded, before the situations are deduced. */
  void faire() throws SQLException {
    if (!unTableurAParle()) {
      return;
    }
    lire();
    if (foyers.isEmpty()) {
      return;
    }
    for (String table : List.of("membre", "ressource")) {
      ceder(table, PERSONNES, "x.foyer_id = u.foyer_id and x.personne_id = u.personne_id");
    }
    for (String table : List.of("droit", "montant", "adresse")) {
      ceder(table, FOYERS, "x.foyer_id = u.foyer_id");
    }
    Set<Long> cedes = new LinkedHashSet<>(foyers);
    atelier.foyers.oublierEmpreintes(cedes);
    cedes.forEach(atelier.situations::changee);
    cedes.forEach(_ -> atelier.bilan.mouvement("TABLEUR_CEDE"));
    personnes.forEach(p -> atelier.adultesTouches.set(p.intValue()));
  }

  private boolean unTableurAParle() throws SQLException {
    try (PreparedStatement requete = atelier.expedition.connexion().prepareStatement(
        "select exists (select from allocataires.foyer where fonction_organisme = 'TABLEUR')"); ResultSet l = requete.executeQuery()) {
      l.next();
      return l.getBoolean(1);
    }
  }

  private void lire() throws SQLException {
    try (PreparedStatement requete = atelier.expedition.connexion().prepareStatement(A_CEDER); ResultSet l = requete.executeQuery()) {
      while (l.next()) {
        foyers.add(l.getLong("foyer_id"));
        personnes.add(l.getLong("personne_id"));
        jours.add(l.getString("le"));
      }
    }
  }

  private void ceder(String table, String lesquels, String ou) throws SQLException {
    for (String ordre : List.of(TERMINER, OUBLIER)) {
      try (PreparedStatement maj = atelier.expedition.connexion().prepareStatement(ordre.formatted(table, lesquels, ou))) {
        maj.setObject(1, atelier.constat.connuLe());
        int rang = 2;
        for (Array tableau : tableaux(atelier.expedition.connexion())) {
          maj.setArray(rang++, tableau);
        }
        maj.executeUpdate();
      }
    }
  }

  private List<Array> tableaux(Connection c) throws SQLException {
    return List.of(c.createArrayOf("bigint", foyers.toArray()), c.createArrayOf("bigint", personnes.toArray()),
        c.createArrayOf("date", jours.toArray()));
  }
}
