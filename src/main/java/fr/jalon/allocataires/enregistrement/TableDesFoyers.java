package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.Suites;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Writes foyers, remembers which a file holds, and lets the perimeter of all their rows follow a move. */
final class TableDesFoyers {
  private final Expedition expedition;
  private final Constat constat;
  private final Copie nouveaux = new Copie("allocataires.foyer",
      "id, fonction_organisme, numero_organisme, matricule, numero_demande, date_demande, empreinte, reference_etat, territoire_id, import_id, cree_le");
  private List<Object[]> etats = new ArrayList<>();
  private List<Object[]> demenagements = new ArrayList<>();
  private final BitSet tenus = new BitSet();
  private final BitSet rejetes = new BitSet();

  TableDesFoyers(Expedition expedition, Constat constat) {
    this.expedition = expedition;
    this.constat = constat;
  }

  /** The file holds this foyer and what it says is recorded, or was already. */
  void tenu(long id) {
    tenus.set((int) id);
  }

  /** The file holds this foyer and it was rejected alone: nothing is said of it, not even that it is gone. */
  void rejete(long id) {
    rejetes.set((int) id);
  }

  /** Numbers of the foyers recorded so far. */
  BitSet tenus() {
    return tenus;
  }

  /**
   * Notes what was last stated of a foyer.
   *
   * @param suite when a later full file does not hold it, the next file must look at it even if it says the same
   */
  void retenir(FoyerConstate foyer, long id, boolean nouveau, Suites.Suite suite, Integer territoire) {
    byte[] empreinte = suite.tardif() || suite.absent() ? null : foyer.empreinte();
    if (nouveau) {
      CleFoyer cle = foyer.cle();
      nouveaux.nombre(id).texte(cle.fonctionOrganisme()).texte(cle.numeroOrganisme()).texte(cle.matricule()).texte(cle.numeroDemande())
          .date(cle.dateDemande()).octets(empreinte).date(constat.reference()).entier(territoire).nombre(constat.importId())
          .instant(constat.connuLe()).fin();
    } else if (!suite.tardif()) {
      etats.add(new Object[] {id, empreinte});
    }
  }

  void demenager(long id, Integer territoire) {
    demenagements.add(new Object[] {id, territoire});
  }

  /** Hands over new foyers, what was last stated of the others, and moves. */
  void preparer(List<Envoi> envois) {
    nouveaux.preparer(envois);
    if (!etats.isEmpty()) {
      List<Object[]> aNoter = etats;
      envois.add(connexion -> noter(connexion, aNoter));
      etats = new ArrayList<>();
    }
    if (!demenagements.isEmpty()) {
      List<Object[]> aSituer = demenagements;
      envois.add(connexion -> situer(connexion, aSituer));
      demenagements = new ArrayList<>();
    }
  }

  private void noter(Connection connexion, List<Object[]> lot) throws SQLException {
    try (PreparedStatement maj = connexion.prepareStatement("""
        update allocataires.foyer f set empreinte = u.empreinte, reference_etat = ?
        from unnest(?::bigint[], ?::bytea[]) u (id, empreinte) where f.id = u.id""")) {
      maj.setObject(1, constat.reference());
      maj.setArray(2, connexion.createArrayOf("bigint", lot.stream().map(e -> e[0]).toArray()));
      maj.setArray(3, connexion.createArrayOf("bytea", lot.stream().map(e -> (byte[]) e[1]).toArray(byte[][]::new)));
      maj.executeUpdate();
    }
  }

  private static void situer(Connection connexion, List<Object[]> lot) throws SQLException {
    try (PreparedStatement maj = connexion.prepareStatement("update allocataires.foyer set territoire_id = ? where id = ?")) {
      for (Object[] d : lot) {
        maj.setObject(1, d[1], Types.INTEGER);
        maj.setObject(2, d[0], Types.BIGINT);
        maj.addBatch();
      }
      maj.executeBatch();
    }
  }

  /** Writes who the file holds where the end of the load and the rooms above read it, until commit: {@code pg_temp.foyer_vu}. */
  void ecrireLesVus() throws SQLException {
    Connection connexion = expedition.connexion();
    try (Statement s = connexion.createStatement()) {
      s.execute("create temporary table if not exists foyer_vu (id bigint, tenu boolean not null) on commit drop");
      s.execute("truncate pg_temp.foyer_vu");
    }
    Copie vus = new Copie("pg_temp.foyer_vu", "id, tenu");
    tenus.stream().forEach(id -> vus.nombre(id).vrai(true).fin());
    rejetes.stream().forEach(id -> vus.nombre(id).vrai(false).fin());
    vus.envoyer(connexion);
  }

  /** Foyers of a payer whose right is open at the reference date and that the file does not hold. */
  List<CleFoyer> absents(CleFoyer organisme) throws SQLException {
    List<CleFoyer> absents = new ArrayList<>();
    Connection connexion = expedition.connexion();
    try (Statement s = connexion.createStatement()) {
      s.execute("analyze pg_temp.foyer_vu");
    }
    try (PreparedStatement requete = connexion.prepareStatement("""
        select f.matricule, f.numero_demande, f.date_demande from allocataires.foyer f
        join allocataires.droit d on d.foyer_id = f.id and d.depuis <= ? and d.jusqua > ? and d.oublie_le = 'infinity'
        where f.fonction_organisme = ? and f.numero_organisme = ? and allocataires.est_vivant(d.etat)
          and not exists (select 1 from pg_temp.foyer_vu v where v.id = f.id) order by f.id""")) {
      requete.setObject(1, constat.reference());
      requete.setObject(2, constat.reference());
      requete.setString(3, organisme.fonctionOrganisme());
      requete.setString(4, organisme.numeroOrganisme());
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          absents.add(new CleFoyer(organisme.fonctionOrganisme(), organisme.numeroOrganisme(), l.getString(1), l.getString(2),
              l.getObject(3, LocalDate.class)));
        }
      }
    }
    return absents;
  }

  /** Foyers whose dossier could not even be identified: the file holds them under this claim or file number. */
  void rejetesSansCle(Collection<String> demandes, Collection<String> matricules) throws SQLException {
    Connection connexion = expedition.connexion();
    try (PreparedStatement requete =
        connexion.prepareStatement("select id from allocataires.foyer where numero_demande = any (?) or matricule = any (?)")) {
      requete.setArray(1, connexion.createArrayOf("text", demandes.toArray()));
      requete.setArray(2, connexion.createArrayOf("text", matricules.toArray()));
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          rejete(l.getLong(1));
        }
      }
    }
  }

  /** The next file that holds them again must be looked at, even if it says the same as the last one that did. */
  void oublierEmpreintes(Collection<Long> ids) throws SQLException {
    Connection connexion = expedition.connexion();
    try (PreparedStatement maj = connexion.prepareStatement("update allocataires.foyer set empreinte = null where id = any (?)")) {
      maj.setArray(1, connexion.createArrayOf("bigint", ids.toArray()));
      maj.executeUpdate();
    }
  }
}
