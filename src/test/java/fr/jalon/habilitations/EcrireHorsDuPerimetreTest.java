package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The leak test of what is written, at PostgreSQL's door. To change or to add a row, one first reads it, or whom it speaks of: a policy of
 * reading hides that one of writing was left open. Here everything about persons is read by all, for the time of a transaction that is undone,
 * and each policy of writing is alone to refuse.
 */
@EssaiWeb
class EcrireHorsDuPerimetreTest {
  private static final String OUVERTE = "porte_ouverte_pour_l_essai";
  /** What an agent may write although it speaks of someone elsewhere, and why. */
  private static final Map<String, String> DITES = Map.of("insert journal.trace", "le journal dit qui a essayé, sur qui que ce soit",
      "insert echanges.livraison", "qui tient les accès des applications voit passer leurs livraisons, sans la personne",
      "update echanges.livraison", "et les redemande");
  /** What only its author writes: she is the author here, so that whom it speaks of is what refuses. */
  private static final Set<String> SIENNES = Set.of("accompagnement.brouillon_contact", "accompagnement.brouillon_revue",
      "carnet.lecture");
  @Autowired
  Voisinage voisinage;
  @Autowired
  Semis semis;
  @Autowired
  Roles roles;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transaction;

  /**
   * A table about persons where agents write.
   *
   * @param cle    column that says whom a row speaks of
   * @param change a column that agents change, or {@code null}
   * @param ajout  the columns of a row that agents add, empty when they add none
   */
  private record Ecrite(String nom, String cle, String change, List<String> ajout) {
    String acte(String acte) {
      return acte + " " + nom;
    }
  }

  @BeforeEach
  void installer() {
    voisinage.installer();
    semis.semer(List.of(voisinage.voisin("FUITEALPHA"), voisinage.voisin("FUITEBRAVO")));
  }

  @Test
  void nul_ne_change_ni_n_ajoute_de_ligne_sur_une_personne_d_ailleurs_quand_meme_il_la_lirait() {
    Set<String> ecrits = new TreeSet<>();
    for (Ecrite table : ecrites()) {
      lireTout(table, () -> perimetres().forEach(p -> ecrits.addAll(ecrits(table, p))));
    }
    ecrits.removeIf(e -> DITES.containsKey(e.substring(0, e.indexOf(" de "))));
    assertThat(ecrits).isEmpty();
  }

  /** What the test above would say if one policy were open, table by table and act by act: it is not silent because nothing was tried. */
  @Test
  void une_politique_d_ecriture_ouverte_se_voit_dans_chaque_table_et_pour_chaque_acte() {
    Set<String> vus = new TreeSet<>();
    Set<String> voulus = new TreeSet<>();
    Perimetre ailleurs = perimetre("REFERENT", List.of(), List.of());
    for (Ecrite table : ecrites()) {
      for (String acte : List.of("update", "insert")) {
        if (acte.equals("update") ? table.change() != null : !table.ajout().isEmpty()) {
          voulus.add(table.acte(acte));
          lireTout(table, () -> {
            base.sql("create policy %s_%s on %s for %2$s to jalon_application %s".formatted(OUVERTE, acte, table.nom(),
                acte.equals("update") ? "using (true) with check (true)" : "with check (true)")).update();
            ecrits(table, ailleurs).stream().map(e -> e.substring(0, e.indexOf(" de "))).forEach(vus::add);
          });
        }
      }
    }
    assertThat(vus).isEqualTo(voulus);
    assertThat(voulus).hasSizeGreaterThan(30)
        .contains("update allocataires.personne", "insert orientation.suivi", "update rendezvous.entretien", "insert donnees.demande");
  }

  /** What that agent could write about those she may not see: « update table de NAME, role ». */
  private Set<String> ecrits(Ecrite table, Perimetre p) {
    Set<String> ecrits = new TreeSet<>();
    // who was merged into another has her row in the table of merges
    for (Voisinage.Voisin v : List.of(voisinage.voisin("FUITEALPHA"), voisinage.voisin("FUITEBRAVO"), voisinage.voisin("FUITECONSERVEE"))) {
      if (v.visible(p)) {
        continue;
      }
      long qui = table.cle().equals("foyer_id") || table.nom().equals("allocataires.foyer") ? v.foyer() : v.id();
      if (table.change() != null && passe("update %s set %s = %2$s where %s = %d".formatted(table.nom(), table.change(), table.cle(), qui), p)) {
        ecrits.add(table.acte("update") + " de " + v.nom() + ", " + p.role() + " " + p.territoires() + p.organisations());
      }
      String colonnes = String.join(", ", table.ajout());
      if (!table.ajout().isEmpty()
          && passe("insert into %s (%s) overriding system value select %2$s from %1$s where %s = %d limit 1".formatted(table.nom(), colonnes,
          table.cle(), qui), p)) {
        ecrits.add(table.acte("insert") + " de " + v.nom() + ", " + p.role() + " " + p.territoires() + p.organisations());
      }
    }
    return ecrits;
  }

  /** True when row-level security lets it be, whatever else then refuses it: a number that is already taken says that the policy was open. */
  private boolean passe(String ordre, Perimetre p) {
    return Boolean.TRUE.equals(transaction.execute(etat -> {
      Object avant = etat.createSavepoint();
      try {
        devenir(p);
        return base.sql(ordre).update() > 0;
      } catch (DataAccessException refus) {
        return !(refus.getRootCause() instanceof java.sql.SQLException sql && "42501".equals(sql.getSQLState()));
      } finally {
        etat.rollbackToSavepoint(avant);
      }
    }));
  }

  /** In a transaction that is undone, where agents read all of that table and of whom it speaks. */
  private void lireTout(Ecrite table, Runnable essai) {
    transaction.executeWithoutResult((TransactionStatus etat) -> {
      etat.setRollbackOnly();
      Set<String> lues = new TreeSet<>(List.of(table.nom(), "allocataires.personne", "allocataires.foyer"));
      // what a row belongs to in its own room: its trigger may look there under the agent's rights
      lues.addAll(base.sql("""
          select n.nspname || '.' || c.relname from pg_constraint k join pg_class c on c.oid = k.confrelid join pg_namespace n on n.oid = c.relnamespace
          where k.contype = 'f' and k.conrelid = ?::regclass and c.relrowsecurity and c.relnamespace = (select relnamespace from pg_class where oid = k.conrelid)""")
          .param(table.nom()).query(String.class).list());
      for (String lue : lues) {
        base.sql("create policy " + OUVERTE + " on " + lue + " for select to jalon_application using (true)").update();
        // one that only takes away from what is read would hide what a write lets through
        base.sql("select policyname from pg_policies where schemaname || '.' || tablename = ? and cmd = 'SELECT' and permissive = 'RESTRICTIVE'")
            .param(lue)
            .query(String.class).list().forEach(p -> base.sql("drop policy " + p + " on " + lue).update());
      }
      if (SIENNES.contains(table.nom())) {
        base.sql("update " + table.nom() + " set agent = 'essai'").update();
      }
      essai.run();
    });
  }

  /** What follows is asked by an agent of that perimeter, until the savepoint before is come back to. */
  private void devenir(Perimetre p) {
    base.sql("""
        select set_config('jalon.agent', 'essai', true), set_config('jalon.ressources', ?, true), set_config('jalon.partout', ?, true), set_config('jalon.territoires', ?, true),
          set_config('jalon.organisations', ?, true), set_config('role', 'jalon_application', true)""").params(String.join(",", p.ressources()), p.partout() ? "oui" : "non",
        tableau(p.territoires()), tableau(p.organisations())).query().singleRow();
  }

  private static String tableau(List<Integer> valeurs) {
    return valeurs.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  private List<Ecrite> ecrites() {
    Map<String, Ecrite> ecrites = new LinkedHashMap<>();
    base.sql("""
        select c.oid::regclass::text as nom, k.cle,
          (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a'
            and has_column_privilege('jalon_application', c.oid, a.attnum, 'update') and has_column_privilege('jalon_application', c.oid, a.attnum, 'select')
            order by a.attname in ('territoire_id', 'organisation_ids'), a.attname limit 1) as change,
          array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            and has_column_privilege('jalon_application', c.oid, a.attnum, 'insert') and has_column_privilege('jalon_application', c.oid, a.attnum, 'select') order by a.attnum) as ajout
        from pg_class c cross join lateral (select coalesce((select a.attname::text from pg_attribute a
            join unnest(array['personne_id', 'foyer_id', 'personne_a', 'conservee']) with ordinality q(nom, rang) on q.nom = a.attname
            where a.attrelid = c.oid and not a.attisdropped order by q.rang limit 1),
          case when c.oid in ('allocataires.personne'::regclass, 'allocataires.foyer'::regclass) then 'id' end) as cle) k
        where c.relkind in ('r', 'p') and not c.relispartition and k.cle is not null
          and (has_any_column_privilege('jalon_application', c.oid, 'insert') or has_any_column_privilege('jalon_application', c.oid, 'update')) order by 1""")
        .query((l, _) -> new Ecrite(l.getString("nom"), l.getString("cle"), l.getString("change"),
        List.of((String[]) l.getArray("ajout").getArray()))).list()
        .forEach(e -> ecrites.put(e.nom(), e));
    assertThat(ecrites.keySet()).contains("allocataires.personne", "orientation.entree", "orientation.suivi", "rendezvous.convocation",
        "courriers.message", "echeances.echeance", "diagnostic.diagnostic");
    return new ArrayList<>(ecrites.values());
  }

  /** Each role as she works, and each role with every resource but the perimeter of nobody: the perimeter alone must refuse. */
  private List<Perimetre> perimetres() {
    List<Perimetre> tous = new ArrayList<>();
    for (Roles.Role role : roles.tous()) {
      tous.add(perimetre(role.code(), List.of(voisinage.centre()), List.of()));
      tous.add(perimetre(role.code(), List.of(), List.of(voisinage.organisation())));
    }
    Set<String> toutes = roles.ressources().stream().map(Roles.Ressource::code).collect(Collectors.toSet());
    tous.add(new Perimetre("essai", "Essai", "TOUTES_LES_RESSOURCES", toutes, false, List.of(voisinage.centre()), List.of()));
    tous.add(new Perimetre("essai", "Essai", "TOUTES_LES_RESSOURCES", toutes, false, List.of(), List.of(voisinage.organisation())));
    return tous;
  }

  private Perimetre perimetre(String role, List<Integer> territoires, List<Integer> organisations) {
    return roles.perimetre(new Agent(1, "essai", "Essai", null, role, false, territoires, organisations, true, false, false, 1));
  }
}
