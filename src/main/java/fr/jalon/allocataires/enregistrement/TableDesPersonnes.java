package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.Nir;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes persons: new ones by COPY, changes of identity with the one before kept, resemblances as tasks. */
final class TableDesPersonnes {
  private final Constat constat;
  private final Chiffrement chiffrement;
  private final Copie nouvelles = new Copie("allocataires.personne", "id, nom, nom_naissance, prenom, autres_prenoms, civilite, sexe, date_naissance,"
      + " precision_naissance, commune_naissance, identifiant_ft, nir_empreinte, nir_chiffre, nir_provisoire, recherche, territoire_id, import_id, creee_le");
  private List<Changement> changements = new ArrayList<>();
  private List<Paire> ressemblances = new ArrayList<>();
  private Map<Long, Integer> territoires = new LinkedHashMap<>();

  private record Paire(long a, long b, String raison) {}

  private record Changement(PersonneConnue connue, Identite identite, byte[] nirEmpreinte, Nir nir) {}

  TableDesPersonnes(Constat constat, Chiffrement chiffrement) {
    this.constat = constat;
    this.chiffrement = chiffrement;
  }

  byte[] empreinte(Identite identite) {
    return identite.nir() == null ? null : chiffrement.empreinte(identite.nir().valeur().getBytes(StandardCharsets.US_ASCII));
  }

  void creer(long id, Identite i, byte[] nirEmpreinte, Integer territoireId) {
    nouvelles.nombre(id).texte(i.nom()).texte(i.nomNaissance()).texte(i.prenom()).texte(i.autresPrenoms()).texte(i.civilite()).court(i.sexe())
        .date(i.dateNaissance()).texte(i.precisionNaissance()).texte(i.communeNaissance()).texte(i.identifiantFt()).octets(nirEmpreinte)
        .octets(nirEmpreinte == null ? null : nirChiffre(i.nir())).vrai(nirEmpreinte != null && i.nir().provisoire()).texte(recherche(i))
        .entier(territoireId).nombre(constat.importId())
        .instant(constat.connuLe()).fin();
  }

  /**
   * Notes a change of identity, or of NIR when a definitive one replaces none or a provisional one. Returns true when there is one.
   *
   * @param depassee a later file already said who she is: only a NIR nobody knew is learnt
   */
  boolean comparer(PersonneConnue connue, Identite identite, byte[] nirEmpreinte, boolean depassee) {
    boolean nouveauNir = nirEmpreinte != null && !connue.memeNir(nirEmpreinte) && !connue.aUnNirDefinitif()
        && !(depassee && identite.nir().provisoire() && connue.nirEmpreinte() != null);
    Identite sansNir = depassee ? connue.identite() : sansNir(identite, connue);
    if (!nouveauNir && Objects.equals(sansNir, connue.identite())) {
      return false;
    }
    changements.add(new Changement(connue, sansNir, nouveauNir ? nirEmpreinte : null, nouveauNir ? identite.nir() : null));
    return true;
  }

  /** A file that gives no NIR, no other first names or no France Travail number does not erase those already known. */
  private static Identite sansNir(Identite i, PersonneConnue connue) {
    Identite c = connue.identite();
    return new Identite(null, ou(i.civilite(), c.civilite()), i.nom(), ou(i.nomNaissance(), c.nomNaissance()), i.prenom(),
        ou(i.autresPrenoms(), c.autresPrenoms()),
        i.sexe() == null ? c.sexe() : i.sexe(), i.dateNaissance() == null ? c.dateNaissance() : i.dateNaissance(),
        ou(i.precisionNaissance(), c.precisionNaissance()), ou(i.communeNaissance(), c.communeNaissance()), ou(i.identifiantFt(), c.identifiantFt()));
  }

  private static String ou(String valeur, String connue) {
    return valeur == null ? connue : valeur;
  }

  void ressemble(long personne, long autre, String raison) {
    ressemblances.add(new Paire(Math.min(personne, autre), Math.max(personne, autre), raison));
  }

  void territoire(long personne, Integer territoireId) {
    territoires.put(personne, territoireId);
  }

  /** Hands over new persons, changes, resemblances and moves. */
  void preparer(List<Envoi> envois) {
    nouvelles.preparer(envois);
    if (!changements.isEmpty()) {
      List<Changement> aChanger = changements;
      envois.add(connexion -> changer(connexion, aChanger));
      changements = new ArrayList<>();
    }
    if (!ressemblances.isEmpty()) {
      List<Paire> aSignaler = ressemblances;
      envois.add(connexion -> signaler(connexion, aSignaler));
      ressemblances = new ArrayList<>();
    }
    if (!territoires.isEmpty()) {
      Map<Long, Integer> aSituer = territoires;
      envois.add(connexion -> demenager(connexion, aSituer));
      territoires = new LinkedHashMap<>();
    }
  }

  private void signaler(Connection connexion, List<Paire> paires) throws SQLException {
    try (PreparedStatement tache = connexion.prepareStatement("""
        insert into allocataires.doublon (personne_a, personne_b, raison, import_id, signale_le, territoire_id, organisation_ids)
        select ?, ?, ?, ?, ?, p.territoire_id, p.organisation_ids from allocataires.personne p where p.id = ?
        on conflict do nothing""")) {
      for (Paire paire : paires) {
        tache.setLong(1, paire.a);
        tache.setLong(2, paire.b);
        tache.setString(3, paire.raison);
        tache.setLong(4, constat.importId());
        tache.setObject(5, constat.connuLe());
        tache.setLong(6, paire.a);
        tache.addBatch();
      }
      tache.executeBatch();
    }
  }

  /** Persons move now; all the rows about them follow at the end of the file (see {@link Perimetres}). */
  private static void demenager(Connection connexion, Map<Long, Integer> territoires) throws SQLException {
    try (PreparedStatement maj = connexion.prepareStatement("""
        update allocataires.personne p set territoire_id = u.territoire from unnest(?::bigint[], ?::int[]) u (id, territoire) where p.id = u.id""")) {
      maj.setArray(1, connexion.createArrayOf("bigint", territoires.keySet().toArray()));
      maj.setArray(2, connexion.createArrayOf("int4", territoires.values().toArray()));
      maj.executeUpdate();
    }
  }

  private void changer(Connection connexion, List<Changement> changements) throws SQLException {
    try (PreparedStatement garde = connexion.prepareStatement("""
        insert into allocataires.identite_precedente (personne_id, jusquau, import_id, nom, nom_naissance, prenom, autres_prenoms, civilite, sexe,
          date_naissance, commune_naissance, nir_provisoire, territoire_id, organisation_ids)
        select id, ?, import_id, nom, nom_naissance, prenom, autres_prenoms, civilite, sexe, date_naissance, commune_naissance, nir_provisoire,
          territoire_id, organisation_ids from allocataires.personne where id = ?""");
        PreparedStatement maj = connexion.prepareStatement("""
        update allocataires.personne set nom = ?, nom_naissance = ?, prenom = ?, autres_prenoms = ?, civilite = ?, sexe = ?, date_naissance = ?,
          precision_naissance = ?, commune_naissance = ?, identifiant_ft = ?, recherche = ?, import_id = ?,
          nir_empreinte = coalesce(?, nir_empreinte), nir_chiffre = coalesce(?, nir_chiffre), nir_provisoire = ? where id = ?""")) {
      for (Changement ch : changements) {
        garde.setObject(1, constat.connuLe());
        garde.setLong(2, ch.connue.id());
        garde.addBatch();
        Identite i = ch.identite;
        int n = 1;
        for (String texte : new String[] {i.nom(), i.nomNaissance(), i.prenom(), i.autresPrenoms(), i.civilite()}) {
          maj.setString(n++, texte);
        }
        maj.setObject(n++, i.sexe(), Types.SMALLINT);
        maj.setObject(n++, i.dateNaissance());
        for (String texte : new String[] {i.precisionNaissance(), i.communeNaissance(), i.identifiantFt(), recherche(i)}) {
          maj.setString(n++, texte);
        }
        maj.setLong(n++, constat.importId());
        maj.setBytes(n++, ch.nirEmpreinte);
        maj.setBytes(n++, ch.nirEmpreinte == null ? null : nirChiffre(ch.nir));
        maj.setBoolean(n++, ch.nirEmpreinte == null ? ch.connue.nirProvisoire() : ch.nir.provisoire());
        maj.setLong(n, ch.connue.id());
        maj.addBatch();
      }
      garde.executeBatch();
      maj.executeBatch();
    }
  }

  private byte[] nirChiffre(Nir nir) {
    return chiffrement.chiffrer(nir.valeur().getBytes(StandardCharsets.US_ASCII));
  }

  private static String recherche(Identite i) {
    return CleDeRecherche.dUnePersonne(i.nom(), i.prenom(), i.nomNaissance());
  }
}
