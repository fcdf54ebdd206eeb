package fr.jalon.allocataires;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.application.DefaireFusion;
import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.habilitations.Semis;
import fr.jalon.habilitations.Voisinage;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.Personne;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records found to be one, and separated again: every table of every room that speaks of a person follows, or says why it does not. */
@EssaiWeb
class ToutSuitLaPersonneTest {
  /** Unique for one person, and no word of the room is needed: why. */
  private static final Map<String, String> UNIQUES = Map.of("orientation.reorientation_demandee",
      "deux demandes voudraient deux suivis ouverts, refusés avant");
  @Autowired
  Caisse caisse;
  @Autowired
  Voisinage voisinage;
  @Autowired
  Semis semis;
  @Autowired
  FusionnerPersonnes fusionner;
  @Autowired
  DefaireFusion defaire;
  @Autowired
  ObjectProvider<SuitLaPersonne> pieces;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  /** Merges, and reads neither diagnostics, nor what persons ask about their data, nor letters. */
  private final EnTantQue agente = EnTantQue.allocation();

  @BeforeEach
  void installer() {
    voisinage.installer();
  }

  @Test
  void toute_table_qui_parle_d_une_personne_la_suit_ou_dit_pourquoi_elle_reste() {
    Map<String, SuitLaPersonne.Table> exceptions = exceptions();
    assertThat(tables()).as("exceptions de tables qui n'existent pas").containsAll(exceptions.keySet());
    List<String> perdues = new ArrayList<>();
    tables().forEach(t -> {
      SuitLaPersonne.Table dite = exceptions.get(t);
      Set<String> colonnes =
          new TreeSet<>(base.sql("select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped").param(t)
              .query(String.class).list());
      boolean peutSuivre = colonnes.containsAll(List.of("territoire_id", "organisation_ids"))
          && (colonnes.contains("id") || colonnes.contains("personne_origine_id"));
      if (dite != null && dite.reste() != null ? dite.reste().isBlank() : !peutSuivre) {
        perdues.add(t);
      }
    });
    assertThat(perdues).as("ni ne suivent, ni ne disent pourquoi : un bean SuitLaPersonne").isEmpty();
  }

  @Test
  void ce_qu_une_personne_ne_peut_avoir_deux_fois_a_sa_regle() {
    Map<String, SuitLaPersonne.Table> exceptions = exceptions();
    Predicate<String> muette = t -> !exceptions.containsKey(t) || exceptions.get(t).seules().isEmpty() && exceptions.get(t).sauf().equals("false")
        && exceptions.get(t).reste() == null;
    List<String> uniques = base.sql("""
        select i.indrelid::regclass::text || ' ' || i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indisunique and a.attname = 'personne_id' and n.nspname !~ '^pg_' order by 1""")
        .query(String.class).list();
    assertThat(uniques).hasSizeGreaterThan(5);
    assertThat(uniques.stream().filter(u -> muette.test(u.split(" ")[0])).map(u -> u.split(" ")[1]).collect(Collectors.toSet()))
        .isEqualTo(UNIQUES.keySet());
  }

  @Test
  void ce_que_chaque_piece_tient_d_elle_suit_la_fiche_conservee_puis_revient_meme_ce_que_l_agente_ne_lit_pas() {
    Personne encore = personne("Hanna Reunie").nee("1981-04-05").ressources("2025-04-01", "100");
    // a daily file: a month that holds her alone would take every neighbour of the other tests away
    caisse.journalier("2025-06-30", foyer("07199000021").habite("07186", "PRIVAS").avec(encore));
    Personne gardee = personne("Hanna Gardee").nee("1981-04-05");
    caisse.journalier("2025-06-30", foyer("07199000022").habite("07010", "ANNONAY").avec(gardee));
    long absorbee = caisse.numero(encore);
    long conservee = caisse.numero(gardee);
    long foyer = base.sql("select id from allocataires.foyer where numero_demande = '07199000021'").query(Long.class).single();
    semis.semer(List.of(new Voisinage.Voisin("REUNIE", absorbee, foyer, voisinage.centre(), Set.of(), null, "07199000021")));
    Map<String, Integer> avant = lignes(absorbee);
    assertThat(avant).as("tables semées").containsOnlyKeys(tables()).doesNotContainValue(0);
    Map<String, Integer> sienne = lignes(conservee);

    long fusion = agente.faire(() -> fusionner.fusionner(conservee, absorbee, "Pièce d'identité vue", null));
    Map<String, SuitLaPersonne.Table> exceptions = exceptions();
    lignes(absorbee).forEach((t, n) -> {
      boolean reste = exceptions.containsKey(t) && exceptions.get(t).reste() != null;
      // what is deduced is deduced again, and the merge itself is in the journal
      if (!List.of("allocataires.situation", "engagement.semaine", "journal.trace").contains(t)) {
        assertThat(n).as(t).isEqualTo(reste ? avant.get(t) : 0);
        assertThat(lignes(conservee).get(t)).as(t).isEqualTo(sienne.get(t) + (reste ? 0 : avant.get(t)));
      }
      if (!reste) {
        assertThat(base.sql("select distinct territoire_id from " + t + " where personne_id = ?").param(conservee).query(Integer.class).list()).as(t)
            .containsExactly(voisinage.nord());
      }
    });

    agente.faire(() -> {
      defaire.defaire(fusion, "Deux sœurs");
      return null;
    });
    Map<String, Integer> apres = lignes(absorbee);
    apres.put("journal.trace", avant.get("journal.trace"));
    apres.put("engagement.semaine", avant.get("engagement.semaine"));
    assertThat(apres).isEqualTo(avant);
    Map<String, Integer> encoreSienne = lignes(conservee);
    encoreSienne.put("journal.trace", sienne.get("journal.trace"));
    encoreSienne.put("engagement.semaine", sienne.get("engagement.semaine"));
    assertThat(encoreSienne).isEqualTo(sienne);
    // and is seen from where she lives, not from where the other does
    apres.keySet().stream().filter(t -> semis.tables().containsKey(t)
        && base.sql("select count(*) from pg_attribute where attrelid = ?::regclass and attname = 'territoire_id'").param(t)
        .query(Integer.class).single() > 0).forEach(t ->
        assertThat(base.sql("select distinct territoire_id from " + t + " where personne_id = ?").param(absorbee).query(Integer.class).list())
        .as(t).containsExactly(voisinage.centre()));
  }

  private Map<String, Integer> lignes(long personne) {
    Map<String, Integer> lignes = new TreeMap<>();
    tables().forEach(t -> lignes.put(t, base.sql("select count(*) from " + t + " where personne_id = ?").param(personne)
        .query(Integer.class).single()));
    return lignes;
  }

  private Map<String, SuitLaPersonne.Table> exceptions() {
    return pieces.stream().flatMap(p -> p.tables().stream()).collect(Collectors.toMap(SuitLaPersonne.Table::nom, t -> t));
  }

  private List<String> tables() {
    return base.sql("""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
        where a.attname = 'personne_id' and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|information_schema$|public$)'
        order by 1""").query(String.class).list();
  }
}
