package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a spreadsheet that wrote something, and what was undone of them. In the transaction that undoes (owner's door). */
@Component
class LignesEnregistrees {
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private final JsonMapper json;

  LignesEnregistrees(@Qualifier("chargement") JdbcClient base, Chiffrement chiffrement, JsonMapper json) {
    this.base = base;
    this.chiffrement = chiffrement;
    this.json = json;
  }

  /**
   * A row that created or changed a person.
   *
   * @param changement      contact details it changed, or {@code null}
   * @param suiviEnregistre true when it opened a follow-up
   */
  record Ligne(int rang, StatutLigne statut, long personneId, Contacts.Changement changement, boolean suiviEnregistre,
      OffsetDateTime enregistreeLe) {}

  List<Ligne> lire(long tableurId) {
    return base.sql("""
        select rang, statut, personne_id, changement_chiffre, suivi = 'Suivi enregistré.' as suivi, enregistree_le from echanges.tableur_ligne
        where tableur_id = ? and statut in ('CREEE', 'MODIFIEE') and personne_id is not null and enregistree_le is not null order by rang for update""")
        .param(tableurId).query((l, _) -> ligne(l)).list();
  }

  /** The rows of a spreadsheet taken over that wrote something. */
  List<Repreneur.Ecrite> ecrites(long tableurId) {
    return base.sql("""
        select rang, cree, enregistree_le from echanges.tableur_ligne where tableur_id = ? and statut = 'CREEE' and cree is not null
        order by rang""").param(tableurId).query((l, _) -> new Repreneur.Ecrite(l.getInt("rang"),
        json.readValue(l.getString("cree"), new TypeReference<Map<String, Long>>() {}), l.getObject("enregistree_le", OffsetDateTime.class))).list();
  }

  private Ligne ligne(ResultSet l) throws SQLException {
    byte[] changement = l.getBytes("changement_chiffre");
    return new Ligne(l.getInt("rang"), StatutLigne.valueOf(l.getString("statut")), l.getLong("personne_id"),
        changement == null ? null : json.readValue(new String(chiffrement.dechiffrer(changement), StandardCharsets.UTF_8), Contacts.Changement.class),
        l.getBoolean("suivi"), l.getObject("enregistree_le", OffsetDateTime.class));
  }

  /** Writes which rows are undone, and why the others are not. */
  void noter(long tableurId, Collection<Integer> annulees, Map<Integer, String> restent) {
    base.sql("""
        update echanges.tableur_ligne set personne_id = case when statut = 'CREEE' then null else personne_id end, statut = 'ANNULEE', phrase = null, suivi = null,
          doublon = false, changement_chiffre = null where tableur_id = ? and rang = any (?)""").params(tableurId, annulees.toArray(Integer[]::new)).update();
    List<Integer> rangs = List.copyOf(restent.keySet());
    base.sql("""
        update echanges.tableur_ligne l set phrase = r.phrase from unnest(?::int[], ?::text[]) r (rang, phrase) where l.tableur_id = ? and l.rang = r.rang""")
        .params(rangs.toArray(Integer[]::new), rangs.stream().map(restent::get).toArray(String[]::new), tableurId).update();
  }
}
