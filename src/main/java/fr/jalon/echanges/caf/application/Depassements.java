package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.echanges.caf.flux.EnTete;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Between two sends of one month by one payer the last *written* wins (DTCREAFLUX, HEUCREAFLUX), whatever the order in which they are loaded: of
 * a payer whose later send is loaded, nothing of this file is kept. Monthly files only, of beneficiaries or financial: those stand for the whole
 * month. When nothing says which was written last, the last loaded wins.
 */
final class Depassements {
  /** Loaded files that stand for the same: {@code %s} is how they were written compared with this one. */
  private static final String MEMES_ENVOIS = """
       from echanges.import i join echanges.import_organisme o on o.import_id = i.id
      where i.statut = 'CHARGE' and i.id <> ? and i.nature = 'MENSUEL' and o.depasse_par is null
        and case when ? then substr(i.format, 1, 4) in ('VRSB', 'VRSD') and i.date_reference = ?::date
          else i.format like 'VRSF%' and date_trunc('month', i.date_reference) = date_trunc('month', ?::date) end""";
  private final Map<String, Long> parPayeur = new HashMap<>();
  private final Connection connexion;
  private final long importId;
  private final EnTete tete;
  private final boolean concerne;

  Depassements(Connection connexion, long importId, EnTete tete) throws SQLException {
    this.connexion = connexion;
    this.importId = importId;
    this.tete = tete;
    this.concerne = "MENSUEL".equals(tete.nature()) && (tete.beneficiaires() || tete.format().startsWith("VRSF"));
    if (concerne && tete.creation() != null) {
      lire();
    }
  }

  private void lire() throws SQLException {
    try (PreparedStatement requete = connexion.prepareStatement("select o.fonction_organisme, o.numero_organisme, i.id" + MEMES_ENVOIS
        + " and i.date_creation > ? order by i.date_creation, i.id")) {
      preparer(requete, 1);
      requete.setObject(5, tete.creation());
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          parPayeur.put(payeur(l.getString(1), l.getString(2)), l.getLong(3));
        }
      }
    }
  }

  private void preparer(PreparedStatement requete, int rang) throws SQLException {
    requete.setLong(rang, importId);
    requete.setBoolean(rang + 1, tete.beneficiaires());
    requete.setObject(rang + 2, tete.reference());
    requete.setObject(rang + 3, tete.reference());
  }

  private static String payeur(String fonction, String numero) {
    return fonction + ' ' + numero;
  }

  /** True when a later send of this payer is loaded. */
  boolean depasse(CleFoyer cle) {
    return !parPayeur.isEmpty() && parPayeur.containsKey(payeur(cle.fonctionOrganisme(), cle.numeroOrganisme()));
  }

  /** Writes, once the payers of the file are, which send stands for the month. */
  void noter() throws SQLException {
    if (!concerne) {
      return;
    }
    try (PreparedStatement ordre = connexion.prepareStatement(
        "update echanges.import_organisme set depasse_par = ? where import_id = ? and fonction_organisme || ' ' || numero_organisme = ?")) {
      for (Map.Entry<String, Long> e : parPayeur.entrySet()) {
        ordre.setLong(1, e.getValue());
        ordre.setLong(2, importId);
        ordre.setString(3, e.getKey());
        ordre.addBatch();
      }
      ordre.executeBatch();
    }
    try (PreparedStatement ordre = connexion.prepareStatement("""
        update echanges.import_organisme avant set remplace_par = ? from (select o.import_id, o.fonction_organisme, o.numero_organisme""" + MEMES_ENVOIS + """
        ) x join echanges.import_organisme moi on moi.import_id = ? and moi.depasse_par is null and moi.fonction_organisme = x.fonction_organisme
            and moi.numero_organisme = x.numero_organisme
        where avant.import_id = x.import_id and avant.fonction_organisme = x.fonction_organisme and avant.numero_organisme = x.numero_organisme""")) {
      ordre.setLong(1, importId);
      preparer(ordre, 2);
      ordre.setLong(6, importId);
      ordre.executeUpdate();
    }
  }
}
