package fr.jalon.pilotage;

import fr.jalon.habilitations.RessourcesOuvertes;
import fr.jalon.parametres.Parametres;
import fr.jalon.pilotage.PersonneConcernee.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wraps the rows of indicators into figures, breakdowns and lists. Several indicators asked together are one statement: what they share
 * (the population at the date) is computed once. Runs in the caller's transaction, under row-level security.
 */
@Component
class RequeteIndicateurs {
  private static final Logger JOURNAL = LoggerFactory.getLogger(RequeteIndicateurs.class);
  private final JdbcClient base;
  private final CatalogueIndicateurs catalogue;
  private final Parametres parametres;
  private final Clock horloge;
  private final ChiffresTenus tenus;
  private final RessourcesOuvertes ouvertes;

  RequeteIndicateurs(JdbcClient base, CatalogueIndicateurs catalogue, Parametres parametres, Clock horloge, ChiffresTenus tenus,
      RessourcesOuvertes ouvertes) {
    this.base = base;
    this.tenus = tenus;
    this.ouvertes = ouvertes;
    this.catalogue = catalogue;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /**
   * One group of rows: the dimensions that define it, with their values, its three aggregates, those whose delay still runs, and how many persons
   * are behind, {@code null} when everybody who reads the figure may read them.
   */
  record Groupe(String code, Map<Dimension, String> valeurs, BigDecimal numerateur, BigDecimal denominateur, BigDecimal valeur, long enCours,
      Long personnes) {}

  /**
   * Groups the rows of indicators.
   *
   * @param demandes for each indicator, the sets of dimensions to group by; the empty set is the total
   * @param parMois  true to read twelve months of a monthly indicator
   * @param lieux    what of the Département the agent answers for
   */
  List<Groupe> grouper(Map<Indicateur, Set<Set<Dimension>>> demandes, LocalDate au, boolean parMois, Lieux lieux) {
    // always in the same order: the same question has the same text
    List<Indicateur> ordre = demandes.keySet().stream().sorted(Comparator.comparingInt(Indicateur::rang)).toList();
    String sql = communs(ordre) + ordre.stream().map(i -> unGroupement(i, demandes.get(i), au, lieux)).collect(Collectors.joining("\nunion all\n"));
    Map<String, Object> valeurs = parametres(ordre.getFirst(), au, parMois);
    return tenus.lire(sql, valeurs, au, lieux, () -> {
      reglerLaSession();
      lieux.ouvrir(base);
      Set<String> lecture = ordre.stream().flatMap(i -> i.lecture().stream()).collect(Collectors.toCollection(TreeSet::new));
      long debut = System.nanoTime();
      List<Groupe> groupes = ouvertes.pour(lecture, () -> base.sql(sql).params(valeurs).param("lieux", lieux.noms())
          .query((ligne, _) -> groupe(ligne, demandes)).list());
      lieux.refermer(base);
      JOURNAL.debug("{} au {} : {} ms", ordre.stream().map(Indicateur::code).toList(), au, (System.nanoTime() - debut) / 1_000_000);
      return groupes;
    });
  }

  /**
   * The rows behind a figure, by name.
   *
   * @param dimension, valeur the value of the breakdown, {@code null} for the total
   * @param page              from 1; 0 for all of them at once
   */
  Page personnes(Indicateur indicateur, LocalDate au, Dimension dimension, String valeur, int page, Lieux lieux) {
    reglerLaSession();
    Dimension propre = indicateur.propre();
    String mesure = switch (indicateur.genre()) {
      case SOMME, MOYENNE, MEDIANE -> "l.mesure";
      case NOMBRE, TAUX -> "null::numeric as mesure";
    };
    String retenue = indicateur.genre() == Genre.TAUX ? "l.numerateur as retenue" : "null::boolean as retenue";
    String sql = communs(List.of(indicateur)) + """
        select l.personne_id, l.foyer_id, p.nom, p.prenom, p.date_naissance, l.territoire, %s as valeur, %s, %s, count(*) over () as total
        from (%s) l left join allocataires.personne p on p.id = l.personne_id
        %s order by retenue desc, p.nom, p.prenom, valeur, l.personne_id, l.foyer_id %s""".formatted(propre == null ? "null::text" : propre.texte(), mesure,
        retenue, sql(indicateur, au),
        "where " + (indicateur.genre() == Genre.TAUX ? "not l.en_cours" : "true") + lieux.condition()
        + (dimension == null ? "" : " and " + dimension.texte() + " = :valeur"),
        page == 0 ? "" : "limit " + Page.TAILLE + " offset " + (page - 1) * Page.TAILLE);
    long[] total = new long[1];
    List<PersonneConcernee> personnes = base.sql(sql).params(parametres(indicateur, au, dimension == Dimension.MOIS)).param("valeur", valeur)
        .param("lieux", lieux.noms())
        .query((ligne, _) -> {
          total[0] = ligne.getLong("total");
          return new PersonneConcernee(ligne.getObject("personne_id", Long.class), ligne.getObject("foyer_id", Long.class),
              ligne.getString("nom"), ligne.getString("prenom"), ligne.getObject("date_naissance", LocalDate.class),
              ligne.getString("territoire"), propre == null ? null : propre.libelleValeur(ligne.getString("valeur")),
              ligne.getBigDecimal("mesure"), ligne.getObject("retenue", Boolean.class));
        }).list();
    return new Page(personnes, total[0], page);
  }

  /** These statements read much and rarely: plan each for its date, sort in memory, compile nothing. */
  private void reglerLaSession() {
    base.sql("""
        select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '32MB', true), set_config('jit', 'off', true)""")
        .query((_, _) -> true).single();
  }

  private String communs(List<Indicateur> indicateurs) {
    Set<String> noms = new LinkedHashSet<>();
    indicateurs.stream().map(Indicateur::commun).filter(nom -> nom != null).forEach(noms::add);
    return noms.isEmpty() ? "" : noms.stream().map(nom -> nom + " as (\n" + catalogue.commun(nom) + ")")
        .collect(Collectors.joining(",\n", "with ", "\n"));
  }

  private String unGroupement(Indicateur indicateur, Set<Set<Dimension>> jeux, LocalDate au, Lieux lieux) {
    List<Dimension> dimensions = dimensions(jeux);
    String groupes = jeux.stream().map(jeu -> jeu.stream().map(d -> "l." + d.colonne()).collect(Collectors.joining(", ", "(", ")")))
        .collect(Collectors.joining(", "));
    return "select '" + indicateur.code() + "' as code, "
        + (dimensions.isEmpty() ? "0" : dimensions.stream().map(d -> "l." + d.colonne()).collect(Collectors.joining(", ", "grouping(", ")")))
        + " as masque, array[" + dimensions.stream().map(d -> d.texte() + "::text").collect(Collectors.joining(", ")) + "]::text[] as valeurs, "
        + indicateur.genre().agregats() + ", " + (indicateur.lecture().isEmpty() ? "null::bigint" : "count(distinct l.personne_id)")
        + " as personnes\nfrom (" + sql(indicateur, au) + ") l where true" + lieux.condition()
        + "\ngroup by grouping sets (" + groupes + ")";
  }

  private static List<Dimension> dimensions(Set<Set<Dimension>> jeux) {
    return List.copyOf(jeux.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Groupe groupe(ResultSet ligne, Map<Indicateur, Set<Set<Dimension>>> demandes) throws SQLException {
    String code = ligne.getString("code");
    List<Dimension> dimensions = demandes.entrySet().stream().filter(e -> e.getKey().code().equals(code))
        .map(e -> dimensions(e.getValue())).findFirst().orElseThrow();
    int masque = ligne.getInt("masque");
    Object[] textes = (Object[]) ligne.getArray("valeurs").getArray();
    Map<Dimension, String> valeurs = new HashMap<>();
    for (int i = 0; i < dimensions.size(); i++) {
      if ((masque & 1 << dimensions.size() - 1 - i) == 0) {
        valeurs.put(dimensions.get(i), (String) textes[i]);
      }
    }
    return new Groupe(code, valeurs, ligne.getBigDecimal("numerateur"), ligne.getBigDecimal("denominateur"), ligne.getBigDecimal("valeur"),
        ligne.getLong("en_cours"), ligne.getObject("personnes", Long.class));
  }

  /** The query, with the numbers of its definition. */
  private String sql(Indicateur indicateur, LocalDate au) {
    String sql = indicateur.sql();
    for (Map.Entry<String, String> parametre : indicateur.parametres().entrySet()) {
      String valeur = parametre.getValue();
      int nombre = Character.isDigit(valeur.charAt(0)) ? Integer.parseInt(valeur) : parametres.jours(valeur, au);
      sql = sql.replace(":" + parametre.getKey(), String.valueOf(nombre));
    }
    return sql;
  }

  /** What every query may name: the date, its month, and the time zone in which an instant has a day. */
  private Map<String, Object> parametres(Indicateur indicateur, LocalDate au, boolean parMois) {
    return Map.of("fuseau", horloge.getZone().getId(), "au", au, "debut_mois", au.withDayOfMonth(1), "premier_mois",
        indicateur.premierMois(au, parMois));
  }

  /** The territories in the agent's sight, in the order of the Département. */
  List<String> territoires(boolean partout, List<Integer> ids) {
    return base.sql("select nom from structures.territoire where :partout or id = any(:ids) order by ordre, nom")
        .param("partout", partout).param("ids", ids.toArray(Integer[]::new)).query(String.class).list();
  }
}
