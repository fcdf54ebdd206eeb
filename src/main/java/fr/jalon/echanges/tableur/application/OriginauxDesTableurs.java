package fr.jalon.echanges.tableur.application;

import fr.jalon.socle.Chiffrement;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The file itself, encrypted, until it is recorded: it is read again when the agent says which sheet or which line holds the headers. */
@Component
class OriginauxDesTableurs {
  private final JdbcClient base;
  private final JdbcClient proprietaire;
  private final Chiffrement chiffrement;

  OriginauxDesTableurs(JdbcClient base, @Qualifier("chargement") JdbcClient proprietaire, Chiffrement chiffrement) {
    this.base = base;
    this.proprietaire = proprietaire;
    this.chiffrement = chiffrement;
  }

  /** In the transaction that keeps the rows. */
  void garder(long tableurId, byte[] octets, String auteur) {
    proprietaire.sql("insert into echanges.tableur_original (tableur_id, contenu_chiffre, auteur) values (?, ?, ?)")
        .params(tableurId, chiffrement.chiffrer(octets), auteur).update();
  }

  /** The bytes of a spreadsheet of the agent; empty once it is recorded. */
  @Transactional(readOnly = true)
  public Optional<byte[]> lire(long tableurId) {
    return base.sql("select contenu_chiffre from echanges.tableur_original where tableur_id = ?").param(tableurId)
        .query((l, _) -> l.getBytes(1)).optional()
        .map(chiffrement::dechiffrer);
  }

  /** In the transaction that records the rows. */
  void effacer(long tableurId) {
    proprietaire.sql("delete from echanges.tableur_original where tableur_id = ?").param(tableurId).update();
  }
}
