package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.enregistrement.Copie;
import fr.jalon.echanges.tableur.domaine.Correspondance;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.Inventaire;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.echanges.tableur.domaine.StatutTableur;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The spreadsheets kept, read and written through the agents' door: who dropped one is the only one to see it. Rows are encrypted. */
@Component
public class Tableurs {
  private static final int JOURS_GARDES = 30;
  private static final String COLONNES = "select * from echanges.tableur ";
  private final JdbcClient base;
  private final TransactionTemplate chargement;
  private final DataSource source;
  private final JdbcClient proprietaire;
  private final Chiffrement chiffrement;
  private final JsonMapper json;
  private final OriginauxDesTableurs originaux;
  private final Clock horloge;

  Tableurs(JdbcClient base, @Qualifier("chargement") TransactionTemplate chargement, @Qualifier("chargement") DataSource source,
      @Qualifier("chargement") JdbcClient proprietaire, Chiffrement chiffrement, JsonMapper json, OriginauxDesTableurs originaux, Clock horloge) {
    this.base = base;
    this.chargement = chargement;
    this.source = source;
    this.proprietaire = proprietaire;
    this.chiffrement = chiffrement;
    this.json = json;
    this.originaux = originaux;
    this.horloge = horloge;
  }

  /** Keeps a spreadsheet; rows go by COPY, which needs the owner's door. */
  long creer(String fichier, GenreDeTableur genre, String sha256, String empreinteEntetes, Tableau t, byte[] octets, String auteur) {
    return chargement.execute(_ -> {
      long id = proprietaire.sql("""
          insert into echanges.tableur (fichier, sha256, format, detail, entetes, empreinte_entetes, lignes, doublons, inventaire, auteur, depose_le, genre)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) returning id""").params(fichier, sha256, t.format(), t.detail(), t.entetes().toArray(String[]::new), empreinteEntetes,
          t.rangees().size(), t.inventaire().doublons(), json.writeValueAsString(t.inventaire()), auteur,
          OffsetDateTime.now(horloge), genre.name()).query(Long.class).single();
      copier(id, t, auteur);
      originaux.garder(id, octets, auteur);
      return id;
    });
  }

  /** The same file read otherwise: its rows are read anew, its columns are matched again. @return false when it is being recorded */
  boolean remplacer(Tableur ancien, String empreinteEntetes, Tableau t) {
    return chargement.execute(_ -> {
      int n = proprietaire.sql("""
          update echanges.tableur set detail = ?, entetes = ?, empreinte_entetes = ?, lignes = ?, doublons = ?, inventaire = ?::jsonb, correspondance = null, justes = null, deja_la = null, statut = 'A_ASSOCIER'
          where id = ? and statut not in ('EN_COURS', 'EN_ANNULATION')""").params(t.detail(), t.entetes().toArray(String[]::new), empreinteEntetes, t.rangees().size(), t.inventaire().doublons(),
          json.writeValueAsString(t.inventaire()), ancien.id()).update();
      if (n == 1) {
        proprietaire.sql("delete from echanges.tableur_ligne where tableur_id = ?").param(ancien.id()).update();
        copier(ancien.id(), t, ancien.auteur());
      }
      return n == 1;
    });
  }

  /** What is beyond the headers is kept after the values. */
  private void copier(long id, Tableau t, String auteur) {
    Copie lignes = new Copie("echanges.tableur_ligne", "tableur_id, rang, contenu_chiffre, auteur");
    t.rangees().forEach(r -> lignes.nombre(id).entier(r.rang())
        .octets(chiffrer(Stream.concat(r.valeurs().stream(), r.enTrop().stream()).toList())).texte(auteur).fin());
    try {
      lignes.envoyer(DataSourceUtils.getConnection(source));
    } catch (SQLException e) {
      throw new IllegalStateException("Le tableur n'a pas pu être gardé", e);
    }
  }

  /** A spreadsheet of the agent, or empty. */
  @Transactional(readOnly = true)
  public Optional<Tableur> lire(long id) {
    return base.sql(COLONNES + "where id = ?").param(id).query((l, _) -> tableur(l)).optional();
  }

  /** The spreadsheets of the agent, the latest first. */
  @Transactional(readOnly = true)
  public List<Tableur> miens() {
    return base.sql(COLONNES + "order by depose_le desc, id desc limit 50").query((l, _) -> tableur(l)).list();
  }

  /** Rows of a spreadsheet in the order of the file; all statuses when none is given. */
  @Transactional(readOnly = true)
  public List<LigneGardee> lignes(long id, Collection<StatutLigne> statuts, int limite, int debut) {
    return base.sql("select * from echanges.tableur_ligne where tableur_id = ? and statut = any (?) order by rang limit ? offset ?")
        .params(id, noms(statuts), limite, debut).query((l, _) -> ligne(l)).list();
  }

  /** The rows of a status after a rank, in the order of the file. */
  @Transactional(readOnly = true)
  public List<LigneGardee> suivantes(long id, StatutLigne statut, int apres, int limite) {
    return base.sql("select * from echanges.tableur_ligne where tableur_id = ? and statut = ? and rang > ? order by rang limit ?")
        .params(id, statut.name(), apres, limite).query((l, _) -> ligne(l)).list();
  }

  /** The rows of these statuses after a rank, in the order of the file. */
  @Transactional(readOnly = true)
  public List<LigneGardee> suivantes(long id, Set<StatutLigne> statuts, int apres, int limite) {
    return base.sql("select * from echanges.tableur_ligne where tableur_id = ? and statut = any (?) and rang > ? order by rang limit ?")
        .params(id, noms(statuts), apres, limite).query((l, _) -> ligne(l)).list();
  }

  /** When the agent recorded the same file already, the last time; empty when she did not, or when it is forgotten. */
  @Transactional(readOnly = true)
  public Optional<Tableur> memeFichier(Tableur t) {
    return base.sql(COLONNES + "where sha256 = ? and genre = ? and id <> ? and statut = 'ENREGISTRE' order by depose_le desc limit 1")
        .params(t.sha256(), t.genre().name(), t.id()).query((l, _) -> tableur(l)).optional();
  }

  /** Gives each row in the order of the file to whoever looks at it, some hundreds in memory at a time; all statuses when none is given. */
  @Transactional(readOnly = true)
  public void parcourir(long id, Collection<StatutLigne> statuts, Consumer<LigneGardee> regard) {
    base.sql("select * from echanges.tableur_ligne where tableur_id = ? and statut = any (?) order by rang").withFetchSize(500)
        .params(id, noms(statuts))
        .query((org.springframework.jdbc.core.RowCallbackHandler) l -> regard.accept(ligne(l)));
  }

  /** Number of rows without a fault: every row is opened, so it is kept until a row or the columns change. */
  @Transactional
  public int justes(long id, LectureDeLigne lecture) {
    return base.sql("select justes from echanges.tableur where id = ? and justes is not null").param(id).query(Integer.class)
        .optional().orElseGet(() -> {
      int[] justes = {0};
      parcourir(id, Set.of(), l -> justes[0] += lecture.lire(l.valeurs()).juste() ? 1 : 0);
      base.sql("update echanges.tableur set justes = ? where id = ?").params(justes[0], id).update();
      return justes[0];
    });
  }

  /** One row. */
  @Transactional(readOnly = true)
  public Optional<LigneGardee> ligne(long id, int rang) {
    return base.sql("select * from echanges.tableur_ligne where tableur_id = ? and rang = ?").params(id, rang).query((l, _) -> ligne(l)).optional();
  }

  /** Number of rows by status. */
  @Transactional(readOnly = true)
  public Map<StatutLigne, Integer> comptes(long id) {
    Map<StatutLigne, Integer> comptes = new EnumMap<>(StatutLigne.class);
    base.sql("select statut, count(*)::int from echanges.tableur_ligne where tableur_id = ? group by statut").param(id)
        .query((org.springframework.jdbc.core.RowCallbackHandler) l -> comptes.put(StatutLigne.valueOf(l.getString(1)), l.getInt(2)));
    return comptes;
  }

  /** Number of possible duplicates found. */
  @Transactional(readOnly = true)
  public int doublons(long id) {
    return base.sql("select count(*)::int from echanges.tableur_ligne where tableur_id = ? and doublon").param(id).query(Integer.class).single();
  }

  /** Columns matched last time for the same headers. */
  @Transactional(readOnly = true)
  Optional<Correspondance> modele(GenreDeTableur genre, String empreinteEntetes) {
    return base.sql("select correspondance from echanges.tableur_modele where genre = ? and empreinte_entetes = ?")
        .params(genre.name(), empreinteEntetes)
        .query(String.class).optional().map(this::gardee);
  }

  /** Columns matched; remembered for the next spreadsheet with the same headers. @return false when it is being recorded */
  @Transactional
  boolean associer(Tableur t, Correspondance c, String parcours, LocalDate orienteLe) {
    String colonnes = json.writeValueAsString(c.colonnes());
    int n = base.sql("""
        update echanges.tableur set correspondance = ?::jsonb, justes = null, deja_la = null, parcours = ?, oriente_le = ?, statut = case when statut = 'ENREGISTRE' then statut else 'A_CONFIRMER' end
        where id = ? and statut not in ('EN_COURS', 'EN_ANNULATION')""").params(colonnes, parcours, orienteLe, t.id()).update();
    if (n == 0) {
      return false;
    }
    base.sql("""
        insert into echanges.tableur_modele (genre, empreinte_entetes, correspondance, retenu_le) values (?, ?, ?::jsonb, ?)
        on conflict (genre, empreinte_entetes) do update set correspondance = excluded.correspondance, retenu_le = excluded.retenu_le""")
        .params(t.genre().name(), t.empreinteEntetes(), colonnes, OffsetDateTime.now(horloge)).update();
    return true;
  }

  /** Moves to another status. @return false when the one it is in does not allow it */
  @Transactional
  boolean passer(long id, StatutTableur vers) {
    return base.sql("update echanges.tableur set statut = ?, incident = null where id = ? and statut = any (?)")
        .params(vers.name(), id, vers.precedents().toArray(String[]::new)).update() == 1;
  }

  /** In the transaction of the recording: the row of the register is not committed yet. */
  void lierImport(long id, long importId) {
    proprietaire.sql("update echanges.tableur set import_id = ? where id = ?").params(importId, id).update();
    originaux.effacer(id);
  }

  /** Writes other values in a row: the agent corrects it. @return false when it is recorded already */
  @Transactional
  boolean corriger(long id, int rang, List<String> valeurs) {
    base.sql("update echanges.tableur set justes = null, deja_la = null where id = ?").param(id).update();
    return base.sql("update echanges.tableur_ligne set contenu_chiffre = ?, statut = 'A_FAIRE', phrase = null where tableur_id = ? and rang = ? and statut in ('A_FAIRE', 'ERREUR')")
        .params(chiffrer(valeurs), id, rang).update() == 1;
  }

  /** Gives up a spreadsheet that is not being recorded. */
  @Transactional
  public void abandonner(long id) {
    base.sql("delete from echanges.tableur where id = ? and statut not in ('EN_COURS', 'EN_ANNULATION')").param(id).update();
  }

  /** Erases those dropped more than thirty days ago, whoever dropped them. What they gave stays. */
  void purger() {
    proprietaire.sql("delete from echanges.tableur where depose_le < ? and statut not in ('EN_COURS', 'EN_ANNULATION')")
        .param(OffsetDateTime.now(horloge).minusDays(JOURS_GARDES)).update();
  }

  private static String[] noms(Collection<StatutLigne> statuts) {
    Collection<StatutLigne> voulus = statuts.isEmpty() ? List.of(StatutLigne.values()) : statuts;
    return voulus.stream().map(Enum::name).toArray(String[]::new);
  }

  private byte[] chiffrer(List<String> valeurs) {
    return chiffrement.chiffrer(json.writeValueAsString(valeurs).getBytes(StandardCharsets.UTF_8));
  }

  private LigneGardee ligne(ResultSet l) throws SQLException {
    String[] valeurs = json.readValue(new String(chiffrement.dechiffrer(l.getBytes("contenu_chiffre")), StandardCharsets.UTF_8), String[].class);
    return new LigneGardee(l.getInt("rang"), Arrays.asList(valeurs), StatutLigne.valueOf(l.getString("statut")),
        l.getString("phrase"), l.getString("suivi"), l.getBoolean("doublon"), (Long) l.getObject("personne_id"));
  }

  private Tableur tableur(ResultSet l) throws SQLException {
    Array entetes = l.getArray("entetes");
    String correspondance = l.getString("correspondance");
    return new Tableur(l.getLong("id"), l.getString("fichier"), l.getString("sha256"), l.getString("format"), l.getString("detail"),
        Arrays.asList((String[]) entetes.getArray()), l.getString("empreinte_entetes"), l.getInt("lignes"), l.getInt("doublons"),
        correspondance == null ? null : gardee(correspondance), l.getString("parcours"), l.getObject("oriente_le", LocalDate.class),
        StatutTableur.valueOf(l.getString("statut")), l.getString("incident"), (Long) l.getObject("import_id"), l.getString("auteur"),
        l.getObject("depose_le", OffsetDateTime.class),
        l.getString("inventaire") == null ? null : json.readValue(l.getString("inventaire"), Inventaire.class),
        GenreDeTableur.valueOf(l.getString("genre")));
  }

  private Correspondance gardee(String texte) {
    return Correspondance.gardee(json.readValue(texte, new TypeReference<>() {}));
  }
}
