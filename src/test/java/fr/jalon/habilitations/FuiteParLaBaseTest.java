package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The leak test at PostgreSQL's door: every role, with each kind of perimeter, reads and writes every table that may speak of a person.
 * It must see exactly the persons of its perimeter, where its role opens the resource, and nobody elsewhere.
 */
@EssaiWeb
class FuiteParLaBaseTest {
  /** What every agent may read: it speaks of nobody followed. */
  private static final Set<String> POUR_TOUS = Set.of("ecran.modification", "allocataires.provenance");
  /** Which resource opens a table; a table that speaks of a person and is not here is opened by DOSSIERS. */
  private static final Map<String, String> RESSOURCES = Map.ofEntries(Map.entry("allocataires.montant", "MONTANTS"),
      Map.entry("allocataires.ressource", "MONTANTS"),
      Map.entry("allocataires.paiement", "MONTANTS"), Map.entry("allocataires.creance", "MONTANTS"), Map.entry("allocataires.doublon", "DOUBLONS"),
      Map.entry("allocataires.fusion", "DOUBLONS"), Map.entry("allocataires.fusion_suite", "DOUBLONS"), Map.entry("echanges.import", "IMPORTS"),
      Map.entry("echanges.import_organisme", "IMPORTS"), Map.entry("echanges.presence_journaliere", "IMPORTS"),
      Map.entry("echanges.rejet", "IMPORTS"), Map.entry("echanges.anomalie", "IMPORTS"),
      Map.entry("accompagnement.contact", "ACCOMPAGNEMENT"), Map.entry("accompagnement.pas_differe", "ACCOMPAGNEMENT"),
      Map.entry("orientation.relais", "ORIENTATIONS"), Map.entry("orientation.confiee_prevue", "ORIENTATIONS"),
      Map.entry("orientation.transfert", "ORIENTATIONS"),
      Map.entry("accompagnement.revue", "REVUES"),
      Map.entry("accompagnement.intensif", "INTENSIF"), Map.entry("accompagnement.intensif_passage", "INTENSIF"),
      Map.entry("accompagnement.revue_decision", "REVUES"),
      Map.entry("carnet.entree", "CARNET"), Map.entry("carnet.version", "CARNET"), Map.entry("carnet.demande", "CARNET"),
      Map.entry("carnet.opposition", "CARNET"), Map.entry("carnet.lecture", "CARNET"),
      Map.entry("carnet.mesure", "CARNET"), Map.entry("carnet.document", "CARNET"),
      // the copies of papers that say who she is ask for PAPIERS_RESERVES besides: PapiersTest
      Map.entry("papiers.papier", "PAPIERS"), Map.entry("papiers.passage", "PAPIERS"), Map.entry("papiers.version", "PAPIERS"),
      Map.entry("papiers.copie", "PAPIERS"),
      Map.entry("engagement.contrat", "ENGAGEMENTS"), Map.entry("engagement.version", "ENGAGEMENTS"), Map.entry("engagement.objectif", "ENGAGEMENTS"),
      Map.entry("engagement.action", "ENGAGEMENTS"), Map.entry("engagement.signature", "ENGAGEMENTS"), Map.entry("engagement.document",
              "ENGAGEMENTS"),
      Map.entry("engagement.code_de_signature", "ENGAGEMENTS"), Map.entry("engagement.refus", "ENGAGEMENTS"), Map.entry("engagement.passage",
              "ENGAGEMENTS"),
      // why a plan is adapted asks for SANTE besides, hours of care too: AdaptationTest, HeuresTest
      Map.entry("engagement.adaptation", "ENGAGEMENTS"), Map.entry("engagement.raison_d_adaptation", "SANTE"),
      Map.entry("engagement.heure", "ENGAGEMENTS"), Map.entry("engagement.semaine", "ENGAGEMENTS"),
      Map.entry("handicap.dossier", "HANDICAP"), Map.entry("handicap.passage", "HANDICAP"), Map.entry("handicap.reponse", "HANDICAP"),
      Map.entry("sorties.sortie", "SORTIES"), Map.entry("sorties.passage", "SORTIES"), Map.entry("sorties.rappel", "SORTIES"),
      Map.entry("sorties.rappel_passage", "SORTIES"), Map.entry("sorties.essai", "SORTIES"),
      Map.entry("diagnostic.diagnostic", "DIAGNOSTICS"), Map.entry("diagnostic.brouillon", "DIAGNOSTICS"),
      // those about health ask for SANTE besides: DiagnosticGlobalTest
      Map.entry("diagnostic.constat", "DIAGNOSTICS"), Map.entry("diagnostic.frein", "DIAGNOSTICS"),
      Map.entry("diagnostic.frein_passage", "DIAGNOSTICS"), Map.entry("diagnostic.action", "DIAGNOSTICS"),
      Map.entry("diagnostic.action_passage", "DIAGNOSTICS"), Map.entry("diagnostic.brouillon_global", "DIAGNOSTICS"),
      Map.entry("journal.trace", "JOURNAL"), Map.entry("habilitations.agent", "HABILITATIONS"),
      Map.entry("habilitations.essai_rate", "HABILITATIONS"), Map.entry("habilitations.user_entities", "HABILITATIONS"),
      Map.entry("habilitations.client", "HABILITATIONS"), Map.entry("echanges.webhook", "HABILITATIONS"),
      Map.entry("echanges.livraison", "HABILITATIONS"),
      Map.entry("donnees.demande", "DROITS_DES_PERSONNES"), Map.entry("donnees.retenue", "DROITS_DES_PERSONNES"),
      Map.entry("donnees.purge", "DROITS_DES_PERSONNES"),
      Map.entry("echanges.reprise", "STRUCTURES"), Map.entry("justedroit.verifie", "VERIFICATIONS"),
      // what a spreadsheet waiting to be recorded holds: its author only, no role
      Map.entry("echanges.tableur", "AUCUN"), Map.entry("echanges.tableur_ligne", "AUCUN"), Map.entry("echanges.tableur_original", "AUCUN"),
      // a note begun: its author only, no role (ContactCommenceTest)
      Map.entry("accompagnement.brouillon_contact", "AUCUN"), Map.entry("accompagnement.brouillon_revue", "AUCUN"),
      // what an application asked for: itself only, no role
      Map.entry("echanges.requete_api", "AUCUN"));
  /** What the owner's rights may be lent for, each looked at one by one. */
  private static final Set<String> FONCTIONS_RELUES = Set.of("allocataires.nir_chiffre_de", "allocataires.chercher_par_nom", "allocataires.confiees",
      "allocataires.situer", "allocataires.diffuser_perimetre",
      // a number of follow-ups, for who holds the structures
      "orientation.suivis_de_l_organisation", "allocataires.suivis_hors_rsa_de",
      // rows between two records of one merge, of an agent who merges and sees both
      "engagement.se_lit_en_entier", "engagement.agents_a_deleguer", "allocataires.faire_suivre", "allocataires.reprendre_sa_place",
      "allocataires.suivre_les_communes", "orientation.recalculer_organisations", "orientation.charges", "orientation.charges_de",
      "orientation.charges_au", "orientation.referents_absents", "rendezvous.remplissage", "rendezvous.lire_par_code",
      "rendezvous.repondre_par_code", "rendezvous.numeros_a_appeler", "rendezvous.personne_du_code", "journal.traces_sur", "rendezvous.creneaux_pris",
      "rendezvous.entretien_par_code",
      "rendezvous.creneaux_par_code", "rendezvous.choisir_par_code", "rendezvous.renoncer_par_code", "rendezvous.sessions_par_code",
      "rendezvous.reprendre_par_code",
      "rendezvous.rechoisir_par_code", "rendezvous.peut_reprendre", "habilitations.relever_le_secret", "echanges.preparer_livraisons",
      "structures.retirer", "structures.mon_referent", "habilitations.nom_agent", "habilitations.identifiants_de",
      // colleagues who see a person; who read and wrote about her, for who sees her
      "carnet.collegues", "carnet.demande_aux_miens", "carnet.qui_a_lu_et_ecrit",
      // the day something last changed for persons she sees, not what
      "accompagnement.derniers_changements",
      // counts of the intensive portfolios, never who
      "accompagnement.portefeuilles_au", "accompagnement.comparer_intensif",
      // a count of changes, of nobody
      "pilotage.changements",
      // a person whom no file makes known: written, corrected, taken back, by who may, in her perimeter alone
      "allocataires.inscrire", "allocataires.corriger_une_inscription", "allocataires.retirer_une_inscription",
      // how many jobs pass before one, and nothing of them
      "travaux.avant", "travaux.vivant");
  /** One of Centre, one of Nord followed by an organisation: every table holds a row about each. */
  private static final List<String> SEMES = List.of("FUITEALPHA", "FUITEBRAVO");
  @Autowired
  Voisinage voisinage;
  @Autowired
  Semis semis;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Roles roles;
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient proprietaire;

  @BeforeEach
  void installer() {
    semis.semer(voisinage.installer().tous().stream().filter(v -> SEMES.contains(v.nom())).toList());
  }

  @Test
  void chaque_table_qui_parle_d_une_personne_est_essayee_avec_une_ligne_d_ici_et_une_d_ailleurs() {
    assertThat(semis.tables()).hasSizeGreaterThan(30);
    semis.tables().keySet().forEach(table -> SEMES.forEach(nom -> assertThat(semis.parle(table, voisinage.voisin(nom)))
        .as(table + " pour " + nom).isTrue()));
  }

  @Test
  void chaque_role_voit_les_personnes_de_son_perimetre_et_elles_seules_dans_chaque_table() {
    List<String> fuites = new ArrayList<>();
    Set<String> vues = new HashSet<>();
    Map<String, List<String>> tables = tables();
    assertThat(tables.keySet()).contains("allocataires.personne", "allocataires.membre", "allocataires.montant",
        "orientation.suivi", "echeances.echeance");
    for (Perimetre p : perimetres()) {
      tables.forEach((table, cles) -> {
        boolean ouverte = POUR_TOUS.contains(table) || p.peut(RESSOURCES.getOrDefault(table, "DOSSIERS"));
        Map<Long, Voisinage.Voisin> parCle = parCle(cles.getFirst(), table);
        for (Long cle : lues(p, table, cles)) {
          Voisinage.Voisin v = parCle.get(cle);
          boolean permis = ouverte && (v == null || cles.getFirst().isEmpty() || vu(p, cles.getFirst(), table, v));
          if (!permis) {
            fuites.add(p.role() + " " + p.territoires() + p.organisations() + " lit " + table + " : " + (v == null ? cle : v.nom()));
          } else if (v != null) {
            vues.add(table);
          }
        }
        if (ouverte && !cles.getFirst().isEmpty()) {
          Set<Long> lues = new HashSet<>(lues(p, table, cles));
          for (Map.Entry<Long, Voisinage.Voisin> e : parCle.entrySet()) {
            if (existe(table, cles.getFirst(), e.getKey()) && vu(p, cles.getFirst(), table, e.getValue()) && !lues.contains(e.getKey())) {
              fuites.add(p.role() + " " + p.territoires() + p.organisations() + " ne lit pas ce qui lui revient dans " + table + " : " + e.getValue()
                  .nom());
            }
          }
        }
      });
    }
    assertThat(fuites).isEmpty();
    // a row that nobody may ever read would prove nothing
    assertThat(vues).as("tables où quelqu'un a été vu")
        .containsAll(semis.tables().keySet().stream().filter(t -> tables.containsKey(t) && !"AUCUN".equals(RESSOURCES.get(t))).toList());
  }

  @Test
  void hors_d_une_transaction_ou_sans_agent_personne_ne_voit_rien() {
    tables().forEach((table, cles) -> {
      assertThat(agents.sql("select count(*) from " + table).query(Long.class).single()).as(table).isZero();
      assertThat(transaction.<Long>execute(_ -> agents.sql("select count(*) from " + table).query(Long.class).single())).as(table).isZero();
    });
  }

  @Test
  void le_perimetre_d_une_transaction_ne_reste_pas_dans_la_connexion() {
    for (int i = 0; i < 40; i++) {
      assertThat(en(perimetre("DIRECTION", List.of(), List.of()), () -> agents.sql("select count(*) from allocataires.personne").query(Long.class)
          .single())).isPositive();
      assertThat(agents.sql("select count(*) from allocataires.personne").query(Long.class).single()).isZero();
    }
  }

  @Test
  void nul_ne_modifie_ni_ne_cree_de_ligne_sur_une_personne_hors_de_son_perimetre() {
    Perimetre referent = perimetre("REFERENT", List.of(voisinage.centre()), List.of());
    Voisinage.Voisin bruno = voisinage.voisin("FUITEBRAVO");
    Voisinage.Voisin agathe = voisinage.voisin("FUITEALPHA");
    assertThat(en(referent, () -> agents.sql("update allocataires.personne set telephone = '0' where id = ?").param(bruno.id()).update())).isZero();
    assertThat(en(referent, () -> agents.sql("update orientation.entree set etat = 'SORTIE' where personne_id = ?").param(bruno.id()).update()))
        .isZero();
    // saying that he is in my territory does not make him mine
    String suivi = """
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le, territoire_id)
        values (?, 'SOCIAL', ?, '2025-08-01', '2025-08-01', 'x', now(), ?)""";
    assertThatThrownBy(() -> en(referent, () -> agents.sql(suivi).params(bruno.id(), voisinage.organisation(), voisinage.centre()).update()))
        .isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("périmètre");
    assertThatThrownBy(() -> en(referent, () -> agents.sql("update orientation.entree set personne_id = ? where personne_id = ?")
        .params(bruno.id(), agathe.id()).update())).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> en(referent, () -> agents.sql("update allocataires.personne set organisation_ids = '{1}' where id = ?")
        .param(agathe.id()).update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void la_recherche_par_nom_ne_trouve_que_dans_le_perimetre() {
    for (Perimetre p : perimetres()) {
      for (Voisinage.Voisin v : voisinage.tous()) {
        boolean trouve = en(p, () -> agents.sql("select ? in (select allocataires.chercher_par_nom(array[?]))")
            .params(v.id(), v.nom().toLowerCase(java.util.Locale.ROOT))
            .query(Boolean.class).single());
        assertThat(trouve && !v.visible(p)).as(p.role() + " " + v.nom()).isFalse();
      }
    }
  }

  @Test
  void les_personnes_confiees_a_un_organisme_sont_celles_que_son_agent_voit_et_elles_seules() {
    int confiees = 0;
    for (Perimetre p : perimetres()) {
      List<Long> dites = en(p, () -> agents.sql("select allocataires.confiees()").query(Long.class).list());
      List<Long> vues = en(p, () -> agents.sql("select id from allocataires.personne").query(Long.class).list());
      assertThat(vues).as(p.role() + " " + p.organisations()).containsAll(dites);
      if (p.confieSeulement()) {
        assertThat(dites).as(p.role() + " " + p.organisations()).containsExactlyInAnyOrderElementsOf(vues);
        confiees += dites.size();
      }
    }
    assertThat(confiees).isPositive();
  }

  @Test
  void le_nir_ne_sort_que_pour_qui_y_a_droit_et_dans_son_perimetre() {
    for (Perimetre p : perimetres()) {
      assertThatThrownBy(() -> en(p, () -> agents.sql("select nir_chiffre from allocataires.personne").query().listOfRows()))
          .as(p.role()).isInstanceOf(DataAccessException.class);
      assertThatThrownBy(() -> en(p, () -> agents.sql("select nir_empreinte from allocataires.personne").query().listOfRows()))
          .as(p.role()).isInstanceOf(DataAccessException.class);
      for (Voisinage.Voisin v : voisinage.tous()) {
        boolean sorti = en(p, () -> agents.sql("select allocataires.nir_chiffre_de(?) is not null").param(v.id()).query(Boolean.class).single());
        assertThat(sorti).as(p.role() + " " + v.nom()).isEqualTo(p.peut("NIR") && v.visible(p) && v.nir() != null);
      }
    }
    Perimetre nirSansDossier = new Perimetre("x", "x", "x", Set.of("NIR"), false, List.of(voisinage.centre()), List.of());
    assertThat(en(nirSansDossier, () -> agents.sql("select allocataires.nir_chiffre_de(?) is not null").param(voisinage.voisin("FUITEBRAVO").id())
        .query(Boolean.class).single())).isFalse();
  }

  @Test
  void le_journal_s_ajoute_et_ne_se_modifie_pas() {
    Perimetre admin = perimetre("ADMINISTRATION", List.of(), List.of());
    for (String ordre : List.of("update journal.trace set objet = 'x'", "delete from journal.trace", "truncate journal.trace",
        "drop table journal.trace",
        "alter table journal.trace disable trigger all")) {
      assertThatThrownBy(() -> en(admin, () -> {
        agents.sql(ordre).update();
        return null;
      })).as(ordre).isInstanceOf(DataAccessException.class);
    }
    comptoir.agent("DIRECTION");
    assertThatThrownBy(() -> proprietaire.sql("update journal.trace set objet = 'x'").update()).hasMessageContaining("ne se modifie pas");
    assertThatThrownBy(() -> proprietaire.sql("delete from journal.trace").update()).hasMessageContaining("ne s'efface pas");
  }

  @Test
  void les_secrets_des_comptes_ne_passent_pas_par_la_porte_des_agents() {
    Perimetre admin = perimetre("ADMINISTRATION", List.of(), List.of());
    for (String colonne : List.of("mot_de_passe", "secret_totp", "totp_dernier_pas")) {
      assertThatThrownBy(() -> en(admin, () -> agents.sql("select " + colonne + " from habilitations.agent").query().listOfRows()))
          .as(colonne).isInstanceOf(DataAccessException.class);
    }
    for (String secret : List.of("secret from habilitations.client", "secret_precedent from habilitations.client", "secret from echanges.webhook")) {
      assertThatThrownBy(() -> en(admin, () -> agents.sql("select " + secret).query().listOfRows())).as(secret)
          .isInstanceOf(DataAccessException.class);
    }
    for (String table : List.of("habilitations.user_credentials", "habilitations.temoin_de_cle",
        "habilitations.cle_de_signature", "echanges.morceau")) {
      assertThatThrownBy(() -> en(admin, () -> agents.sql("select * from " + table).query().listOfRows())).as(table)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void toute_table_qui_parle_d_une_personne_est_gardee_et_le_role_des_agents_ne_possede_rien() {
    assertThat(proprietaire.sql("""
        select distinct n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname in ('personne_id', 'foyer_id', 'personne_a', 'conservee') and not a.attisdropped
        where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and has_table_privilege('jalon_application', c.oid, 'select')
          and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))""").query(String.class).list())
        .as("tables sans garde : activer la sécurité par ligne et écrire une politique").isEmpty();
    // a passkey may be removed by its owner; a spreadsheet waiting to be recorded is erased by its author or after thirty days;
    // a spreadsheet of structures, of nobody followed, while it is not recorded; the link between an account and a référent, whose undoing is in the
    // journal;
    // what must follow an act, sealed, erased once it is done; which view the menu opens, one's own
    assertThat(proprietaire.sql("""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname in ('accompagnement', 'allocataires', 'carnet', 'engagement', 'handicap', 'papiers', 'orientation', 'echeances', 'rendezvous', 'habilitations', 'journal') and not c.relrowsecurity""")
        .query(String.class).list()).as("tables de ces schémas sans sécurité par ligne").isEmpty();
    assertThat(proprietaire.sql("select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'jalon_application'")
        .query(Long.class).single()).isZero();
    assertThat(proprietaire.sql("select rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb from pg_roles where rolname = "
        + "'jalon_application'")
        .query(Boolean.class).single()).as("le rôle des agents ne peut rien de particulier").isFalse();
    assertThat(proprietaire.sql("""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('v', 'm') and has_table_privilege('jalon_application', c.oid, 'select') and n.nspname !~ '^(pg_|information_schema)'
          and not coalesce(c.reloptions::text, '') like '%security_invoker=true%'""").query(String.class).list())
        .as("vues lues avec les droits du propriétaire, relues une à une").isEmpty();
    assertThat(proprietaire.sql("""
        select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and p.prorettype <> 'trigger'::regtype and has_function_privilege('jalon_application', p.oid, 'execute')""").query(String.class).list())
        .as("fonctions qui prêtent les droits du propriétaire, relues une à une").allSatisfy(f -> assertThat(FONCTIONS_RELUES).contains(f));
    // a passkey may be removed by its owner; a spreadsheet waiting to be recorded is erased by its author or after thirty days;
    // a spreadsheet of structures, of nobody followed, while it is not recorded; the link between an account and a référent, whose undoing is in the
    // journal;
    // what must follow an act, sealed, erased once it is done; which view the menu opens, one's own
    assertThat(proprietaire.sql("""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' and has_table_privilege('jalon_application', c.oid, 'delete, truncate')
          and c.relname not in ('user_entities', 'tableur', 'tableur_ligne', 'reprise', 'compte_de_referent', 'event_publication',
            'vue_par_defaut')""").query(String.class).list()).as("tables où l'on peut effacer").isEmpty();
  }

  /** Roles with each kind of perimeter they may have. */
  private List<Perimetre> perimetres() {
    List<Perimetre> tous = new ArrayList<>();
    for (Roles.Role role : roles.tous()) {
      tous.add(perimetre(role.code(), List.of(voisinage.centre()), List.of()));
      tous.add(perimetre(role.code(), List.of(), List.of(voisinage.organisation())));
      tous.add(perimetre(role.code(), List.of(voisinage.centre()), List.of(voisinage.organisation())));
      tous.add(perimetre(role.code(), List.of(), List.of()));
    }
    return tous;
  }

  private Perimetre perimetre(String role, List<Integer> territoires, List<Integer> organisations) {
    return roles.perimetre(new Agent(1, "essai", "Essai", null, role, false, territoires, organisations, true, false, false, 1));
  }

  /** A row about a foyer is seen when someone of the foyer now gives the right to it: its territory, or a follow-up of one of its adults. */
  private boolean vu(Perimetre p, String cle, String table, Voisinage.Voisin v) {
    if (!"foyer_id".equals(cle) && !"allocataires.foyer".equals(table)) {
      return v.visible(p);
    }
    return voisinage.tous().stream().filter(x -> x.foyer() == v.foyer() && !x.nom().equals("FUITEFUSION")).anyMatch(x -> x.visible(p))
        || v.nom().equals("FUITEFUSION") && (p.partout() || p.territoires().contains(voisinage.centre()));
  }

  private Map<Long, Voisinage.Voisin> parCle(String cle, String table) {
    Map<Long, Voisinage.Voisin> parCle = new LinkedHashMap<>();
    boolean foyer = "foyer_id".equals(cle) || "allocataires.foyer".equals(table);
    voisinage.tous().forEach(v -> parCle.putIfAbsent(foyer ? v.foyer() : v.id(), v));
    return parCle;
  }

  private boolean existe(String table, String cle, Long valeur) {
    return proprietaire.sql("select exists (select from " + table + " where " + cle + " = ?)").param(valeur).query(Boolean.class).single();
  }

  private List<Long> lues(Perimetre p, String table, List<String> cles) {
    List<Long> lues = new ArrayList<>();
    if (cles.getFirst().isEmpty()) {
      return en(p, () -> agents.sql("select 0::bigint from " + table).query(Long.class).list());
    }
    cles.forEach(cle -> lues.addAll(en(p, () -> agents.sql("select " + cle + " from " + table + " where " + cle + " >= 7000000")
        .query(Long.class).list())));
    return lues;
  }

  /** Every table with row-level security that the agents' role may read, and the column that says whom a row speaks of (empty if none). */
  private Map<String, List<String>> tables() {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    proprietaire.sql("""
        select n.nspname || '.' || c.relname as nom, array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
          and a.attname in ('personne_id', 'foyer_id', 'personne_a', 'personne_b', 'conservee', 'absorbee')) as cles
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and c.relrowsecurity and n.nspname not in ('structures', 'parametres')
          and has_any_column_privilege('jalon_application', c.oid, 'select')""")
        .query((l, _) -> Map.entry(l.getString(1), List.of((String[]) l.getArray(2).getArray()))).list().forEach(e -> {
          List<String> cles = e.getValue();
          if (e.getKey().equals("allocataires.personne") || e.getKey().equals("allocataires.foyer")) {
            cles = List.of("id");
          } else if (cles.contains("personne_id")) {
            cles = List.of("personne_id");
          } else if (cles.isEmpty()) {
            cles = List.of("");
          }
          tables.put(e.getKey(), cles);
        });
    return tables;
  }

  private <T> T en(Perimetre p, Supplier<T> acte) {
    SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new AgentConnecte(1, p), null, List.of()));
    try {
      return transaction.execute(etat -> {
        etat.setRollbackOnly();
        return acte.get();
      });
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
