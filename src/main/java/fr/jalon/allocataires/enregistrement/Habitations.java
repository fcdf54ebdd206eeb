package fr.jalon.allocataires.enregistrement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads where persons live and with whom, by batches. */
final class Habitations {
  private final Expedition expedition;

  Habitations(Expedition expedition) {
    this.expedition = expedition;
  }

  /** The claims each of these persons was ever stated in. */
  Map<Long, Set<Long>> foyersDe(Collection<Long> personnes) throws SQLException {
    Map<Long, Set<Long>> foyers = new HashMap<>();
    Connection connexion = expedition.connexion();
    try (PreparedStatement requete = connexion.prepareStatement(
        "select distinct personne_id, foyer_id from allocataires.membre where personne_id = any (?)")) {
      requete.setArray(1, connexion.createArrayOf("bigint", personnes.toArray()));
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          foyers.computeIfAbsent(l.getLong(1), _ -> new HashSet<>()).add(l.getLong(2));
        }
      }
    }
    return foyers;
  }

  /** Where these persons live now, to be compared; those of whom nothing is known are absent. */
  Map<Long, String> adresses(Collection<Long> personnes) throws SQLException {
    Map<Long, String> adresses = new HashMap<>();
    if (personnes.isEmpty()) {
      return adresses;
    }
    Connection connexion = expedition.connexion();
    try (PreparedStatement requete = connexion.prepareStatement("""
        select s.personne_id, a.code_postal, a.nom_commune, a.lignes from allocataires.place_de(?, 'infinity') s
        cross join lateral allocataires.adresse_au(s.foyer_id, s.jour) a where s.presente""")) {
      requete.setArray(1, connexion.createArrayOf("bigint", personnes.toArray()));
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          String adresse = Ressemblances.adresse(l.getString(2), l.getString(3), l.getString(4));
          if (adresse != null) {
            adresses.put(l.getLong(1), adresse);
          }
        }
      }
    }
    return adresses;
  }
}
