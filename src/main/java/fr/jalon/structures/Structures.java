package fr.jalon.structures;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door of the structures: the Département, its territories, the organisations and their référents. Nothing here is about a person
 * who is followed; every agent may read it.
 */
@Component
public class Structures {
  private static final RowMapper<Organisation> ORGANISATION = (l, _) -> new Organisation(l.getInt("id"), l.getString("code"), l.getString("nom"),
      l.getString("nature"), Arrays.asList((Integer[]) l.getArray("territoires").getArray()),
      Arrays.asList((String[]) l.getArray("parcours").getArray()), l.getBoolean("active"), l.getString("cadre"), l.getString("commune"));
  private static final String REFERENTS = """
      select r.*, s.nom as site, coalesce(s.commune, r.commune) as lieu from structures.referent r left join structures.site s on s.id = r.site_id
      """;
  private static final long CARTE_NS = Duration.ofSeconds(5).toNanos();
  private final JdbcClient base;
  private final Clock horloge;
  private volatile Carte carte = new Carte(Map.of(), System.nanoTime());
  private volatile Distances distances;
  private volatile List<Commune> communes = List.of();
  private volatile Reconnues reconnues;

  Structures(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  private RowMapper<Referent> referent() {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return (l, _) -> {
      Poste poste = new Poste((Integer) l.getObject("site_id"), l.getString("site"),
          l.getString("fonction") == null ? null : Poste.Fonction.valueOf(l.getString("fonction")), l.getObject("debut_le", LocalDate.class),
          l.getObject("fin_le", LocalDate.class));
      return new Referent(l.getInt("id"), l.getInt("organisation_id"), l.getString("nom"), l.getString("courriel"), l.getBigDecimal("etp"),
          l.getBoolean("intensif"), l.getBoolean("actif") && poste.couvre(aujourdhui), l.getString("lieu"),
          Arrays.stream((String[]) l.getArray("publics").getArray()).map(Public::valueOf).toList(), l.getBoolean("reserve"),
          Arrays.asList((String[]) l.getArray("communes").getArray()), poste);
    };
  }

  /** @throws IllegalStateException when the instance has no Département yet; the sentence says what to set */
  public Departement departement() {
    return departementConnu().orElseThrow(() -> new IllegalStateException(
        "Cette instance n'a pas encore de Département. Indiquez-le : JALON_DEPARTEMENT=07 (code du Département), puis relancez."));
  }

  /** The Département, or empty before the instance is created. */
  public Optional<Departement> departementConnu() {
    return base.sql("select code, nom from structures.departement").query(Departement.class).optional();
  }

  /** The territories, in the order shown. */
  public List<Territoire> territoires() {
    return base.sql("select id, code, nom, ordre from structures.territoire order by ordre, id").query(Territoire.class).list();
  }

  /**
   * The territory of a commune, from a map in memory: called once per foyer of a file.
   *
   * @param codeInsee INSEE code or {@code null}
   * @return id of the territory, {@code null} outside the Département or when the commune is in no territory
   */
  public Integer territoireDeLaCommune(String codeInsee) {
    Carte connue = carte;
    if (connue.jusqua() - System.nanoTime() <= 0) {
      connue = lireLaCarte();
      carte = connue;
    }
    return codeInsee == null ? null : connue.territoires().get(codeInsee);
  }

  /**
   * For who places many foyers in one transaction: no commune changes territory before it ends, on whatever server, and the map is that of now.
   * The one who wants to move a commune waits as for any row that another holds.
   */
  public void tenirLaCarte(Connection transaction) throws SQLException {
    try (Statement s = transaction.createStatement()) {
      s.execute("select 1 from structures.commune c where departement = (select code from structures.departement) for share of c");
    }
    carte = lireLaCarte();
  }

  /** The territory of each commune. @param jusqua when to read it again, as {@link System#nanoTime}: another server may change it */
  private record Carte(Map<String, Integer> territoires, long jusqua) {}

  /** The communes of the Département by name, its code, and the codes of all the communes of the others. */
  private record Reconnues(String departement, CommunesParNom parNom, java.util.Set<String> ailleurs) {}

  /**
   * The commune of an address, from memory: called once per foyer of a file.
   *
   * @param codeInsee  INSEE code, empty or {@code null}; a zero lost in front is given back
   * @param codePostal five digits, or {@code null}
   * @param nom        as written, or {@code null}
   * @return the INSEE code: the one given when it is known, here or in another Département, else the one that the name and the post code tell,
   *     else the one given
   */
  public String communeReconnue(String codeInsee, String codePostal, String nom) {
    Reconnues connues = reconnues;
    if (connues == null) {
      connues = lireLesNoms();
      reconnues = connues;
    }
    String code = codeInsee == null || codeInsee.isBlank() || codeInsee.chars()
        .allMatch(c -> c == '0') ? null : codeInsee.length() == 4 ? "0" + codeInsee : codeInsee;
    if (code != null && (connues.parNom.connait(code) || connues.ailleurs.contains(code) || codePostal == null
        && !code.startsWith(connues.departement))) {
      return code;
    }
    String reconnu = connues.parNom.code(codePostal, nom);
    return reconnu == null ? code : reconnu;
  }

  private Reconnues lireLesNoms() {
    CommunesParNom parNom = new CommunesParNom();
    String departement = departement().code();
    base.sql("select code, nom, code_postal from structures.commune where departement = ?").param(departement)
        .query((org.springframework.jdbc.core.RowCallbackHandler) l -> parNom.ajouter(l.getString(1), l.getString(2), l.getString(3), true));
    return new Reconnues(departement, parNom,
        java.util.Set.copyOf(base.sql("select code from structures.commune where departement <> ?").param(departement).query(String.class).list()));
  }

  /** The organisations, active or not, by name. */
  public List<Organisation> organisations() {
    return base.sql("select * from structures.organisation order by nom, id").query(ORGANISATION).list();
  }

  /** One organisation. */
  public Optional<Organisation> organisation(int id) {
    return base.sql("select * from structures.organisation where id = ?").param(id).query(ORGANISATION).optional();
  }

  /** The same, that nobody else changes until the transaction ends. */
  @Transactional
  public Optional<Organisation> organisationPourChanger(int id) {
    verrouiller("organisation", id);
    return organisation(id);
  }

  /** The référents, active or not, by name. */
  public List<Referent> referents() {
    return base.sql(REFERENTS + "order by r.nom, r.id").query(referent()).list();
  }

  /** Those of these numbers, by number; {@code null} and unknown numbers are left out. A list names ten of the Département's two hundred. */
  public Map<Integer, Referent> referents(Collection<Integer> ids) {
    int[] voulus = ids.stream().filter(Objects::nonNull).mapToInt(Integer::intValue).distinct().toArray();
    return voulus.length == 0 ? new HashMap<>() : base.sql(REFERENTS + "where r.id = any(?)").param(voulus).query(referent()).list().stream()
        .collect(Collectors.toMap(Referent::id, Function.identity()));
  }

  /** One référent. */
  public Optional<Referent> referent(int id) {
    return base.sql(REFERENTS + "where r.id = ?").param(id).query(referent()).optional();
  }

  /** The same, that nobody else changes until the transaction ends. */
  @Transactional
  public Optional<Referent> referentPourChanger(int id) {
    verrouiller("referent", id);
    return referent(id);
  }

  /** A site, that nobody else changes until the transaction ends. */
  @Transactional
  public Optional<Site> sitePourChanger(int id) {
    verrouiller("site", id);
    return sites().stream().filter(s -> s.id() == id).findFirst();
  }

  /** Where these communes are, that nobody else moves until the transaction ends: numbers of territories, each once. */
  @Transactional
  public List<Integer> territoiresPourChanger(List<String> communes) {
    return base.sql("select territoire_id from structures.commune where code = any (?::text[]) order by code for no key update")
        .param(communes.toArray(String[]::new))
        .query((l, _) -> (Integer) l.getObject(1)).list().stream().filter(java.util.Objects::nonNull).distinct().sorted().toList();
  }

  private void verrouiller(String table, int id) {
    base.sql("select id from structures." + table + " where id = ? for no key update").param(id).query(Integer.class).optional();
  }

  /** Name of a territory, by its number in a form; the number itself when it is unknown. */
  public String nomDeTerritoire(String id) {
    return territoires().stream().filter(t -> String.valueOf(t.id()).equals(id)).map(Territoire::nom).findFirst().orElse(id);
  }

  /** Name of a commune of the Département, by its INSEE code. */
  public String nomDeCommune(String code) {
    return communes().stream().filter(c -> c.code().equals(code)).map(Commune::nom).findFirst().orElse(code);
  }

  /** Name of an organisation, by its number in a form. */
  public String nomDOrganisation(String id) {
    return organisations().stream().filter(o -> String.valueOf(o.id()).equals(id)).map(Organisation::nom).findFirst().orElse(id);
  }

  /** Name of a site, by its number in a form. */
  public String nomDeSite(String id) {
    return sites().stream().filter(s -> String.valueOf(s.id()).equals(id)).map(Site::nom).findFirst().orElse(id);
  }

  /** The sites of every organisation, those where nobody is received any more last, by name. */
  public List<Site> sites() {
    return base.sql("""
        select s.id, s.organisation_id, s.nom, s.adresse, s.commune, c.nom as nom_commune, s.telephone, s.actif from structures.site s
        left join structures.commune c on c.code = s.commune order by not s.actif, s.nom, s.id""").query(Site.class).list();
  }

  /** What the référent was over time, the latest first. */
  public List<PeriodeDeReferent> periodes(int referentId) {
    return base.sql("select depuis, etp, intensif, actif, habilitations.nom_agent(saisi_par) as saisi_par from structures.referent_periode where referent_id = ? order by depuis desc").param(referentId)
        .query(PeriodeDeReferent.class).list();
  }

  /** Distances between communes of France; read once. */
  public Distances distances() {
    Distances lues = distances;
    if (lues == null) {
      lues = Distances.deFrance();
      distances = lues;
    }
    return lues;
  }

  /** Every commune of the Département, by name; read once: they come with a version of Jalon. */
  public List<Commune> communes() {
    if (communes.isEmpty()) {
      communes =
          List.copyOf(base.sql("select c.code, c.nom, c.population from structures.commune c join structures.departement d on d.code = c.departement order by c.nom")
          .query(Commune.class).list());
    }
    return communes;
  }

  /** Number of communes of each territory. */
  public Map<Integer, Integer> communesParTerritoire() {
    Map<Integer, Integer> nombres = new HashMap<>();
    base.sql("select territoire_id, count(*) from structures.commune where territoire_id is not null group by 1")
        .query((org.springframework.jdbc.core.RowCallbackHandler) l -> nombres.put(l.getInt(1), l.getInt(2)));
    return nombres;
  }

  /** The communes of a territory, or those of the Département in no territory ({@code null}), by name. */
  public List<Commune> communes(Integer territoireId) {
    return base.sql("""
        select c.code, c.nom, c.population from structures.commune c join structures.departement d on d.code = c.departement
        where c.territoire_id is not distinct from :territoire::int order by c.nom""").param("territoire", territoireId).query(Commune.class).list();
  }

  /** Forgets the map of communes: a commune changed territory. */
  void oublierLaCarte() {
    carte = new Carte(Map.of(), System.nanoTime());
  }

  /** The same, once others can see the change. */
  void oublierLaCarteApresLaTransaction() {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        oublierLaCarte();
      }
    });
  }

  private Carte lireLaCarte() {
    Map<String, Integer> territoires = new HashMap<>();
    base.sql("select code, territoire_id from structures.commune where territoire_id is not null")
        .query((org.springframework.jdbc.core.RowCallbackHandler) l -> territoires.put(l.getString(1), l.getInt(2)));
    return new Carte(territoires, System.nanoTime() + CARTE_NS);
  }
}
