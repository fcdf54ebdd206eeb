package fr.jalon.structures;

import fr.jalon.socle.Fuseau;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the territories and communes of the Département once, at the first start on an empty database, with two organisations: itself and
 * France Travail. The fictitious organisations and référents of {@code departements/NN/structures.yaml} are written for a demonstration only.
 * What agents change on screen later is never written over. A database holds one Département and refuses to be opened as another.
 */
@Component
class CreationDeLInstance implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(CreationDeLInstance.class);
  /** Two processes that start together: one creates, the other waits and finds it done. */
  private static final long VERROU = 7_130_140;
  private final String departement;
  private final boolean fictives;
  private final DataSource source;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final Structures structures;
  private final Clock horloge;
  private final Function<String, ZoneId> fuseauDe;
  private final InstanceHabitee instance;

  /** @param fictives true to write the organisations and référents of the demonstration too; never so for a real Département */
  CreationDeLInstance(@Value("${jalon.departement:}") String departement,
      @Value("${jalon.structures-fictives:${jalon.demonstration:false}}") boolean fictives, @Qualifier("chargement") DataSource source,
      @Qualifier("chargement") JdbcClient base, @Qualifier("chargement") TransactionTemplate transaction, Structures structures, Clock horloge,
      @Value("${jalon.fuseau:}") String fuseau, @Value("${TZ:}") String machine, InstanceHabitee instance) {
    this.departement = departement.strip().toUpperCase(java.util.Locale.ROOT);
    this.fictives = fictives;
    this.source = source;
    this.base = base;
    this.transaction = transaction;
    this.structures = structures;
    this.horloge = horloge;
    this.instance = instance;
    this.fuseauDe = code -> Fuseau.choisir(fuseau, machine, code, _ -> { });
  }

  @Override
  public void afterSingletonsInstantiated() {
    Optional<Departement> connu = structures.departementConnu();
    if (connu.isPresent()) {
      refuserUnAutre(connu.get());
      direUneAutreHeure(connu.get());
      if (fictives && structures.referents().isEmpty()) {
        devenirUneDemonstration(connu.get().code());
      }
    } else if (!departement.isEmpty()) {
      creer();
    }
  }

  /** Creates the instance unless another process just did. */
  private void creer() {
    DonneesDuDepartement donnees = DonneesDuDepartement.lire(departement, fictives);
    transaction.executeWithoutResult(_ -> {
      base.sql("select pg_advisory_xact_lock(?)").param(VERROU).query((l, _) -> 0).list();
      Optional<Departement> entreTemps = structures.departementConnu();
      if (entreTemps.isPresent()) {
        refuserUnAutre(entreTemps.get());
        return;
      }
      base.sql("insert into structures.departement (code, nom) values (?, ?)").params(departement, donnees.nom()).update();
      Map<String, Integer> territoires = ecrireTerritoires(donnees.territoires());
      ecrireCommunes(donnees.territoires(), territoires);
      donnees.organisations().forEach(o -> ecrireOrganisation(o, territoires));
    });
    structures.oublierLaCarte();
    LOG.info("Instance créée : {} ({})", donnees.nom(), departement);
  }

  /**
   * An instance created empty, of nobody yet, is opened as a demonstration: its two organisations give way to the fictitious ones. Not when somebody
   * typed or imported anything since: what a real Département wrote stays, and the demonstration of its organisations is not for it.
   */
  private void devenirUneDemonstration(String code) {
    DonneesDuDepartement donnees = DonneesDuDepartement.lire(code, true);
    if (donnees.organisations().stream().allMatch(o -> o.referents().isEmpty())) {
      return;
    }
    transaction.executeWithoutResult(_ -> {
      base.sql("select pg_advisory_xact_lock(?)").param(VERROU).query((l, _) -> 0).list();
      if (base.sql("select exists (select from structures.referent) or exists (select from structures.site)").query(Boolean.class)
          .single() || instance.habitee()
          || !base.sql("select code || ' ' || nom || ' ' || nature from structures.organisation").query(String.class).set().equals(deDepart(code))) {
        LOG.warn("Cette base a déjà des organismes qui ne sont pas de la démonstration : ils restent, aucun organisme inventé n'est ajouté. Pour une démonstration, prenez un autre JALON_HOME.");
        return;
      }
      Map<String, Integer> territoires = new HashMap<>();
      structures.territoires().forEach(t -> territoires.put(t.code(), t.id()));
      base.sql("delete from structures.organisation").update();
      donnees.organisations().forEach(o -> ecrireOrganisation(o, territoires));
    });
  }

  /** The organisations of an instance nobody has touched, as they are compared. */
  private static Set<String> deDepart(String code) {
    return DonneesDuDepartement.lire(code, false).organisations().stream().map(o -> o.code() + " " + o.nom() + " " + o.nature())
        .collect(Collectors.toSet());
  }

  private void refuserUnAutre(Departement connu) {
    if (!departement.isEmpty() && !departement.equals(connu.code())) {
      throw new IllegalStateException("Cette base est celle de : %s (%s). Pour le Département %s, utilisez une autre base (ou un autre JALON_HOME)."
          .formatted(connu.nom(), connu.code(), departement));
    }
  }

  /**
   * The hour is chosen before the database is read: without being told the Département again, an instance overseas would keep that of the metropolis.
   */
  private void direUneAutreHeure(Departement connu) {
    ZoneId sienne = fuseauDe.apply(connu.code());
    if (!sienne.equals(horloge.getZone())) {
      LOG.warn("Jalon tourne à l'heure {}, et {} ({}) vit à l'heure {} : relancez avec JALON_DEPARTEMENT={}.", horloge.getZone(), connu.nom(),
          connu.code(), sienne, connu.code());
    }
  }

  private Map<String, Integer> ecrireTerritoires(List<DonneesDuDepartement.TerritoireLu> lus) {
    Map<String, Integer> parCode = new HashMap<>();
    for (int rang = 0; rang < lus.size(); rang++) {
      parCode.put(lus.get(rang).code(), base.sql("insert into structures.territoire (code, nom, ordre) values (?, ?, ?) returning id")
          .params(lus.get(rang).code(), lus.get(rang).nom(), rang + 1).query(Integer.class).single());
    }
    return parCode;
  }

  private void ecrireCommunes(List<DonneesDuDepartement.TerritoireLu> lus, Map<String, Integer> territoires) {
    Map<String, Integer> parCommune = new HashMap<>();
    Map<String, Integer> parEpci = new HashMap<>();
    Integer partout = null;
    for (DonneesDuDepartement.TerritoireLu t : lus) {
      Integer id = territoires.get(t.code());
      t.communes().forEach(c -> parCommune.put(c, id));
      t.epci().forEach(e -> parEpci.put(e, id));
      partout = t.communes().isEmpty() && t.epci().isEmpty() ? id : partout;
    }
    Set<String> inconnues = new HashSet<>(parCommune.keySet());
    StringBuilder lignes = new StringBuilder(2_000_000);
    for (CommuneDeFrance c : CommuneDeFrance.toutes()) {
      inconnues.remove(c.code());
      Integer territoire = c.departement().equals(departement)
          ? parCommune.getOrDefault(c.code(), parEpci.getOrDefault(c.epci() == null ? "" : c.epci(), partout)) : null;
      colonne(lignes, c.code(), '\t');
      colonne(lignes, c.nom(), '\t');
      colonne(lignes, c.departement(), '\t');
      colonne(lignes, c.codePostal(), '\t');
      colonne(lignes, c.population(), '\t');
      colonne(lignes, c.epci(), '\t');
      colonne(lignes, territoire, '\n');
    }
    if (!inconnues.isEmpty()) {
      throw new IllegalStateException("departements/%s/territoires.yaml : communes inconnues %s.".formatted(departement, inconnues));
    }
    copier("copy structures.commune (code, nom, departement, code_postal, population, epci, territoire_id) from stdin", lignes);
  }

  private static void colonne(StringBuilder ligne, Object valeur, char fin) {
    ligne.append(valeur == null ? "\\N" : valeur).append(fin);
  }

  private void copier(String sql, StringBuilder lignes) {
    Connection connexion = DataSourceUtils.getConnection(source);
    try {
      connexion.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(lignes.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (SQLException e) {
      throw new IllegalStateException("Les communes n'ont pas pu être écrites", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      DataSourceUtils.releaseConnection(connexion, source);
    }
  }

  private void ecrireOrganisation(DonneesDuDepartement.OrganisationLue o, Map<String, Integer> territoires) {
    int id = base.sql("""
        insert into structures.organisation (code, nom, nature, territoires, parcours, commune, cadre)
        values (:code, :nom, :nature, :territoires::int[], :parcours::text[], :commune, :cadre) returning id""")
        .param("code", o.code()).param("nom", o.nom()).param("nature", o.nature())
        .param("territoires", o.territoires().stream().mapToInt(territoires::get).toArray())
        .param("parcours", o.parcours().toArray(String[]::new)).param("commune", o.commune()).param("cadre", o.cadre()).query(Integer.class).single();
    Map<String, Integer> sites = ecrireSites(id, o);
    Integer seul = sites.size() == 1 ? sites.values().iterator().next() : null;
    for (DonneesDuDepartement.ReferentLu r : o.referents()) {
      base.sql("""
          insert into structures.referent (organisation_id, nom, courriel, etp, intensif, publics, reserve, site_id, fonction)
          values (?, ?, ?, ?, ?, ?::text[], ?, ?, ?)""")
          .params(id, r.nom(), r.courriel(), r.etp(), r.intensif(), r.publics().toArray(String[]::new), r.reserve(),
          r.site() == null ? seul : sites.get(r.site()),
              r.fonction()).update();
    }
    base.sql("""
        insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par)
        select id, '2000-01-01', etp, intensif, actif, 'jalon' from structures.referent where organisation_id = ?""").param(id).update();
  }

  /** Those of the file; without any, the organisation's commune is its only site. @return ids by name */
  private Map<String, Integer> ecrireSites(int organisation, DonneesDuDepartement.OrganisationLue o) {
    Map<String, Integer> parNom = new HashMap<>();
    List<DonneesDuDepartement.SiteLu> sites = !o.sites().isEmpty() || o.commune() == null ? o.sites()
        : List.of(new DonneesDuDepartement.SiteLu(base.sql("select nom from structures.commune where code = ?").param(o.commune()).query(String.class)
        .single(), null, o.commune()));
    for (DonneesDuDepartement.SiteLu s : sites) {
      parNom.put(s.nom(), base.sql("insert into structures.site (organisation_id, nom, adresse, commune) values (?, ?, ?, ?) returning id")
          .params(organisation, s.nom(), s.adresse(), s.commune()).query(Integer.class).single());
    }
    return parNom;
  }
}
