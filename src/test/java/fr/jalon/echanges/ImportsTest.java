package fr.jalon.echanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.caf.application.AccepterEcart;
import fr.jalon.echanges.caf.application.AnnulerChargement;
import fr.jalon.echanges.caf.application.Avancement;
import fr.jalon.echanges.caf.application.ChargerFichier;
import fr.jalon.echanges.caf.application.DeposerFichier;
import fr.jalon.echanges.caf.application.DeposerFichier.Depot;
import fr.jalon.echanges.caf.application.EcarterFichier;
import fr.jalon.echanges.caf.application.EcarterRejet;
import fr.jalon.echanges.caf.application.FileDesChargements;
import fr.jalon.echanges.caf.application.LireOriginal;
import fr.jalon.echanges.caf.application.RejouerRejet;
import fr.jalon.echanges.registre.domaine.StatutImport;
import fr.jalon.echanges.registre.domaine.StatutRejet;
import fr.jalon.echanges.registre.lecture.FicheDImport;
import fr.jalon.echanges.registre.lecture.LectureDUnImport;
import fr.jalon.echanges.registre.lecture.ListeDesRejets;
import fr.jalon.echanges.registre.lecture.PersonnesDUnImport;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.socle.RefusMetier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(properties = {"jalon.departement=07", "jalon.premier-compte=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsTest {
  private static final EnTantQue ALICE = EnTantQue.allocation();
  private static final EnTantQue BOB = new EnTantQue(new fr.jalon.habilitations.Perimetre("bob", "Bob", "ALLOCATION", ALICE.perimetre().ressources(),
      true, List.of(), List.of()));
  private static int numero = 1;
  @Autowired
  FileDesChargements file;
  @Autowired
  DeposerFichier deposer;
  @Autowired
  AccepterEcart accepter;
  @Autowired
  EcarterFichier ecarterFichier;
  @Autowired
  AnnulerChargement annuler;
  @Autowired
  ChargerFichier charger;
  @Autowired
  @Qualifier("chargement")
  javax.sql.DataSource source;
  @Autowired
  RejouerRejet rejouer;
  @Autowired
  EcarterRejet ecarter;
  @Autowired
  LireOriginal original;
  @Autowired
  LectureDUnImport lecture;
  @Autowired
  ListeDesRejets rejets;
  @Autowired
  PersonnesDUnImport personnes;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @org.springframework.beans.factory.annotation.Value("${jalon.home}/depots")
  String depots;

  /** A file is loaded under the name of who dropped it. */
  @BeforeAll
  void comptes() {
    base.sql("insert into habilitations.agent (identifiant, nom, role, partout) values ('alloc', 'Alice Allocation', 'ALLOCATION', true), ('bob', 'Bob', 'ALLOCATION', true) on conflict do nothing").update();
  }

  private static String demande() {
    return "0710000%04d".formatted(numero++);
  }

  private Depot deposer(String nom, FichierDEssai fichier) {
    return ALICE.faire(() -> deposer.executer(nom, LocalDate.of(2025, 9, 2), fichier.flux(), -1));
  }

  private FicheDImport charger(String nom, FichierDEssai fichier) {
    return attendre(deposer(nom, fichier).importId());
  }

  private FicheDImport attendre(long id) {
    // said in the register, then over: only then may somebody decide of it again
    Attente.jusquA("la fin du chargement " + id, () -> !lire(id).statut().enRoute() && file.progres(id).isEmpty());
    return lire(id);
  }

  private FicheDImport lire(long id) {
    return ALICE.faire(() -> lecture.lire(id)).orElseThrow();
  }

  private List<ListeDesRejets.Ligne> rejetsDe(long importId) {
    return ALICE.faire(() -> rejets.page(new ListeDesRejets.Filtre(importId, "", ""), 1));
  }

  @Test
  void charge_un_fichier_depose_et_en_dit_les_changements() {
    String a = demande();
    String b = demande();
    charger("juin.xml", FichierDEssai.beneficiaires("2024-06-30").foyer(a, "SOPHIE", "TIFOUR", "1977-03-23", "2")
        .foyer(b, "ANNE", "KELLER", "1980-01-01", "2"));
    FicheDImport juillet = charger("juillet.xml", FichierDEssai.beneficiaires("2024-07-31")
        .suspendu(a, "SOPHIE", "TIFOUR", "1977-03-23", "06", "2024-07-01")
        .foyer(b, "ANNE", "KELLER", "1980-01-01", "2"));
    assertThat(juillet.statut()).isEqualTo(StatutImport.CHARGE);
    assertThat(juillet.mouvements()).containsEntry("DROIT_SUSPENDU:06", 1);
    assertThat(juillet.foyersInchanges()).isEqualTo(1);
    assertThat(juillet.recuLe()).isEqualTo(LocalDate.of(2025, 9, 2));
    assertThat(juillet.agent()).isEqualTo("Alice Allocation");
    assertThat(ALICE.faire(() -> personnes.page(juillet.id(), "DROIT_SUSPENDU:06", 1, 50))).extracting(PersonnesDUnImport.Ligne::nom)
        .containsExactly("TIFOUR");
  }

  @Test
  void un_mois_de_cinq_dossiers_au_lieu_de_quarante_est_retenu_sans_rien_changer_puis_charge_quand_un_agent_dit_pourquoi() {
    FicheDImport aout = charger("aout.xml", FichierDEssai.mois("Z01", "2025-07-31", 40));
    assertThat(aout.statut()).as(aout.motif() + aout.raisons()).isEqualTo(StatutImport.CHARGE);
    FichierDEssai cinq = FichierDEssai.mois("Z01", "2025-08-31", 5);
    FicheDImport retenu = charger("septembre.xml", cinq);
    assertThat(retenu.statut()).isEqualTo(StatutImport.RETENU);
    assertThat(retenu.organisme()).isEqualTo("CAF Z01");
    assertThat(retenu.raisons()).anySatisfy(r -> {
      assertThat(r.code()).isEqualTo("DOSSIERS");
      assertThat(r.maintenant()).isEqualTo("5");
      assertThat(r.avant()).isEqualTo("40");
    }).anySatisfy(r -> assertThat(r.code()).isEqualTo("DISPARUS"));
    assertThat(absentsDe("Z01")).isZero();
    assertThat(deposer("septembre-bis.xml", cinq)).satisfies(d -> {
      assertThat(d.importId()).isEqualTo(retenu.id());
      assertThat(d.phrase()).contains("déjà retenu");
    });
    assertThatThrownBy(() -> ALICE.faire(() -> accepter.executer(retenu.id(), " "))).isInstanceOf(RefusMetier.class).hasMessageContaining("pourquoi");
    FicheDImport accepte = attendre(ALICE.faire(() -> accepter.executer(retenu.id(), "La CAF a fermé 35 droits")));
    assertThat(accepte.statut()).isEqualTo(StatutImport.CHARGE);
    assertThat(accepte.ecartRaison()).isEqualTo("La CAF a fermé 35 droits");
    assertThat(accepte.ecartAcceptePar()).isEqualTo("Alice Allocation");
    assertThat(accepte.raisons()).isNotEmpty();
    assertThat(absentsDe("Z01")).isEqualTo(35);
    assertThat(base.sql("select agent from journal.trace where acte = 'IMPORT_ECART_ACCEPTE' and objet like '%La CAF a fermé 35 droits'")
        .query(String.class).single()).isEqualTo("alloc");
    // the next month is compared with the one accepted
    assertThat(charger("octobre.xml", FichierDEssai.mois("Z01", "2025-09-30", 6)).statut()).isEqualTo(StatutImport.CHARGE);
  }

  private long absentsDe(String caisse) {
    return base.sql("select count(*) from allocataires.droit d join allocataires.foyer f on f.id = d.foyer_id where f.numero_organisme = ? and d.etat = 'ABSENT' and d.oublie_le = 'infinity'")
        .param(caisse).query(Long.class).single();
  }

  @Test
  void un_fichier_retenu_qu_un_agent_ecarte_ne_laisse_rien() {
    charger("juillet.xml", FichierDEssai.mois("Z02", "2025-07-31", 40));
    FicheDImport retenu = charger("aout.xml", FichierDEssai.mois("Z02", "2025-08-31", 7));
    ALICE.faire(() -> {
        ecarterFichier.executer(retenu.id());
        return null;
      });
    assertThat(lire(retenu.id()).statut()).isEqualTo(StatutImport.ECARTE);
    assertThat(lire(retenu.id()).motif()).isEqualTo("Écarté par Alice Allocation. Rien n'a été chargé.");
    assertThat(absentsDe("Z02")).isZero();
    assertThat(java.nio.file.Path.of(depots, retenu.sha256() + ".depot")).doesNotExist();
    assertThatThrownBy(() -> ALICE.faire(() -> accepter.executer(retenu.id(), "trop tard")))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("PAS_UN_ECART"))
        .hasMessageContaining("rien à accepter");
    assertThatThrownBy(() -> ALICE.faire(() -> {
      ecarterFichier.executer(retenu.id());
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("PAS_RETENU"));
  }

  @Test
  void qui_a_depose_un_fichier_ou_l_administration_annule_son_chargement_et_lui_seul() throws java.sql.SQLException {
    // pages call her by her name, the register by her login
    EnTantQue admin = new EnTantQue(new fr.jalon.habilitations.Perimetre("admin", "Ada", "ADMINISTRATION",
        java.util.Set.of("IMPORTS", "HABILITATIONS"), true, List.of(), List.of()));
    try (java.sql.Connection autre = source.getConnection()) {
      autre.setAutoCommit(false);
      autre.createStatement().execute("select pg_advisory_xact_lock(" + VerrouDesChargements.NUMERO + ")");
      long enCours = deposer("a-annuler-1.xml", FichierDEssai.mois("Z03", "2025-07-31", 3)).importId();
      Attente.jusquA("le tour du premier", () -> lire(enCours).statut() == StatutImport.EN_COURS);
      long enAttente = deposer("a-annuler-2.xml", FichierDEssai.mois("Z03", "2025-08-31", 3)).importId();
      assertThatThrownBy(() -> BOB.faire(() -> {
        annuler.executer(enCours);
        return null;
      })).isInstanceOf(RefusMetier.class).hasMessageContaining("Seuls");
      admin.faire(() -> {
        annuler.executer(enAttente);
        return null;
      });
      assertThat(lire(enAttente).statut()).isEqualTo(StatutImport.ANNULE);
      assertThat(lire(enAttente).motif()).isEqualTo("Annulé par Ada, avant son tour. Rien n'a été chargé.");
      ALICE.faire(() -> {
        annuler.executer(enCours);
        return null;
      });
      assertThat(attendre(enCours).statut()).isEqualTo(StatutImport.ANNULE);
      assertThat(lire(enCours).motif()).isEqualTo("Annulé par Alice Allocation. Rien n'a été chargé.");
      assertThatThrownBy(() -> ALICE.faire(() -> {
        annuler.executer(enCours);
        return null;
      })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("TROP_TARD"))
          .hasMessageContaining("ne peut plus être annulé");
      autre.rollback();
    }
    assertThat(base.sql("select count(*) from allocataires.foyer where numero_organisme = 'Z03'").query(Long.class).single()).isZero();
    assertThat(charger("apres.xml", FichierDEssai.mois("Z03", "2025-09-30", 3)).statut()).isEqualTo(StatutImport.CHARGE);
  }

  @Test
  void un_fichier_retenu_puis_accepte_redevient_retenu_quand_son_chargement_est_annule_ou_echoue() throws java.sql.SQLException {
    charger("juillet.xml", FichierDEssai.mois("Z11", "2025-07-31", 40));
    FicheDImport retenu = charger("aout.xml", FichierDEssai.mois("Z11", "2025-08-31", 8));
    java.nio.file.Path depose = java.nio.file.Path.of(depots, retenu.sha256() + ".depot");
    try (java.sql.Connection autre = source.getConnection()) {
      autre.setAutoCommit(false);
      autre.createStatement().execute("select pg_advisory_xact_lock(" + VerrouDesChargements.NUMERO + ")");
      long avant = deposer("avant.xml", FichierDEssai.mois("Z12", "2025-07-31", 3)).importId();
      Attente.jusquA("le tour du premier", () -> lire(avant).statut() == StatutImport.EN_COURS);
      // before its turn, by who accepted it
      BOB.faire(() -> accepter.executer(retenu.id(), "Confirmé"));
      FicheDImport enFile = lire(retenu.id());
      BOB.faire(() -> {
        annuler.executer(enFile.id());
        return null;
      });
      assertThat(lire(retenu.id())).satisfies(f -> assertThat(f.statut()).isEqualTo(StatutImport.RETENU))
          .satisfies(f -> assertThat(f.motif()).contains("Annulé par Bob", "reste retenu"))
          .satisfies(f -> assertThat(f.raisons()).isEqualTo(retenu.raisons()));
      assertThat(depose).exists();
      ALICE.faire(() -> {
        annuler.executer(avant);
        return null;
      });
      attendre(avant);
      // in the middle, by a failure that is nobody's fault
      Attente.jusquA("la place", () -> accepte(retenu.id()));
      Attente.jusquA("son attente du verrou", () -> base.sql("""
          select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())""")
          .query(Long.class).single() == 1);
      base.sql("""
          select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())""")
          .query(Boolean.class).list();
      assertThat(attendre(retenu.id()).statut()).isEqualTo(StatutImport.RETENU);
      assertThat(lire(retenu.id()).motif()).startsWith("Le chargement a échoué, rien n'a été gardé. La base de données").contains("reste retenu");
      assertThat(depose).exists();
      autre.rollback();
    }
    Attente.jusquA("la place", () -> accepte(retenu.id()));
    assertThat(attendre(retenu.id()).statut()).as(() -> lire(retenu.id()).motif()).isEqualTo(StatutImport.CHARGE);
    Attente.jusquA("l'effacement", () -> java.nio.file.Files.notExists(depose));
  }

  @Test
  void un_fichier_retenu_le_reste_quand_le_journal_ne_peut_pas_s_ecrire() {
    charger("juin.xml", FichierDEssai.mois("Z21", "2025-06-30", 40));
    FicheDImport retenu = sansJournal("IMPORT_RETENU", () -> charger("juillet.xml", FichierDEssai.mois("Z21", "2025-07-31", 8)));
    java.nio.file.Path depose = java.nio.file.Path.of(depots, retenu.sha256() + ".depot");
    assertThat(retenu.statut()).isEqualTo(StatutImport.RETENU);
    Attente.jusquA("la fin de son tour", () -> ALICE.faire(() -> lecture.lire(retenu.id())).isPresent() && depose.toFile().exists());
    sansJournal("IMPORT_ECART_ACCEPTE", () -> assertThatThrownBy(() -> ALICE.faire(() -> accepter.executer(retenu.id(), "Confirmé")))
        .isInstanceOf(RuntimeException.class));
    assertThat(lire(retenu.id()).statut()).as("rien n'est accepté qui n'est pas tracé").isEqualTo(StatutImport.RETENU);
    assertThat(depose).exists();
    Attente.jusquA("la place", () -> accepte(retenu.id()));
    assertThat(attendre(retenu.id()).statut()).as(() -> lire(retenu.id()).motif()).isEqualTo(StatutImport.CHARGE);
  }

  /** While an act of the journal cannot be written. */
  private <T> T sansJournal(String acte, java.util.function.Supplier<T> faire) {
    base.sql("""
        create function public.sans_journal() returns trigger language plpgsql as $f$ begin raise exception 'essai'; end $f$;
        create trigger essai_sans_journal before insert on journal.trace for each row when (new.acte = '%s') execute function public.sans_journal()""".formatted(acte)).update();
    try {
      return faire.get();
    } finally {
      base.sql("drop trigger essai_sans_journal on journal.trace; drop function public.sans_journal()").update();
    }
  }

  /** False while the turn before is not over yet. */
  private boolean accepte(long id) {
    try {
      ALICE.faire(() -> accepter.executer(id, "Confirmé par courriel"));
      return true;
    } catch (RefusMetier refus) {
      assertThat(refus).hasMessageContaining("en train");
      return false;
    }
  }

  @Test
  void accepter_ce_qu_on_a_lu_n_accepte_pas_une_surprise_apparue_depuis() {
    charger("juillet.xml", FichierDEssai.mois("Z13", "2025-07-31", 40));
    FicheDImport retenu = charger("aout.xml", FichierDEssai.mois("Z13", "2025-08-31", 9));
    assertThat(retenu.raisons()).hasSizeGreaterThan(1);
    base.sql("update echanges.import set raisons = jsonb_build_array(raisons -> 0) where id = ?").param(retenu.id()).update();
    FicheDImport encore = attendre(ALICE.faire(() -> accepter.executer(retenu.id(), "Confirmé, je l'ai lu")));
    assertThat(encore.statut()).isEqualTo(StatutImport.RETENU);
    assertThat(encore.raisons()).isEqualTo(retenu.raisons());
    assertThat(absentsDe("Z13")).isZero();
    Attente.jusquA("la place", () -> accepte(retenu.id()));
    assertThat(attendre(retenu.id()).statut()).as(() -> lire(retenu.id()).motif()).isEqualTo(StatutImport.CHARGE);
  }

  @Test
  void un_dossier_d_une_autre_caisse_ne_rend_pas_absents_tous_les_foyers_de_celle_ci() {
    charger("caf.xml", FichierDEssai.mois("Z14", "2025-07-31", 40));
    charger("autre.xml", FichierDEssai.mois("Z15", "2025-07-31", 30));
    FicheDImport retenu = charger("caf-aout.xml", FichierDEssai.mois("Z14", "2025-08-31", 40).et("Z15", 1));
    assertThat(retenu.statut()).isEqualTo(StatutImport.RETENU);
    assertThat(retenu.raisons()).anySatisfy(r -> {
      assertThat(r.code()).isEqualTo("DISPARUS");
      assertThat(r.constat()).contains("CAF Z15");
      assertThat(r.maintenant()).isEqualTo("29 sur 30");
    });
    assertThat(absentsDe("Z15")).isZero();
    // the small part of a big file is not what the next month of that payer is compared with
    assertThat(charger("autre-aout.xml", FichierDEssai.mois("Z15", "2025-08-31", 30)).statut()).isEqualTo(StatutImport.CHARGE);
  }

  @Test
  void un_fichier_retenu_puis_charge_au_terminal_quitte_le_disque(@org.junit.jupiter.api.io.TempDir java.nio.file.Path dossier) throws IOException {
    charger("juillet.xml", FichierDEssai.mois("Z16", "2025-07-31", 40));
    FichierDEssai aout = FichierDEssai.mois("Z16", "2025-08-31", 7);
    FicheDImport retenu = charger("aout.xml", aout);
    java.nio.file.Path depose = java.nio.file.Path.of(depots, retenu.sha256() + ".depot");
    assertThat(depose).exists();
    java.nio.file.Path fichier = java.nio.file.Files.write(dossier.resolve("aout.xml"), aout.octets());
    var rapport = ALICE.faire(() -> charger.charger(new ChargerFichier.Demande(fichier, "aout.xml", LocalDate.of(2025, 9, 2), "Confirmé"),
        Avancement.AUCUN));
    assertThat(rapport.statut()).isEqualTo("CHARGE");
    assertThat(rapport.raisons()).isNotEmpty();
    assertThat(lire(retenu.id()).statut()).isEqualTo(StatutImport.ECARTE);
    assertThat(depose).doesNotExist();
  }

  @Test
  void qui_attend_son_tour_attend_plus_que_la_limite_des_lignes_et_la_retrouve_ensuite() throws Exception {
    try (java.sql.Connection premier = source.getConnection(); java.sql.Connection second = source.getConnection()) {
      premier.setAutoCommit(false);
      second.setAutoCommit(false);
      premier.createStatement().execute("select pg_advisory_xact_lock(" + VerrouDesChargements.NUMERO + ")");
      second.createStatement().execute("set local lock_timeout = '40ms'; set local statement_timeout = '90s'");
      var tour = java.util.concurrent.CompletableFuture.runAsync(() -> {
        try {
          VerrouDesChargements.attendre(second);
        } catch (java.sql.SQLException e) {
          throw new IllegalStateException(e);
        }
      });
      Attente.jusquA("une attente plus longue que la limite", () -> tour.isDone() || base.sql("""
          select count(*) from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and not l.granted and a.datname = current_database()
            and clock_timestamp() - l.waitstart > interval '200 ms'""").query(Long.class).single() == 1);
      assertThat(tour).isNotDone();
      premier.rollback();
      tour.get(30, java.util.concurrent.TimeUnit.SECONDS);
      try (var l = second.createStatement().executeQuery("select current_setting('lock_timeout') || ' ' || current_setting('statement_timeout')")) {
        l.next();
        assertThat(l.getString(1)).isEqualTo("40ms 90s");
      }
      second.rollback();
    }
  }

  @Test
  void dit_que_le_meme_fichier_a_deja_ete_charge() {
    FichierDEssai fichier = FichierDEssai.journalier("2024-05-02").foyer(demande(), "ROSE", "DUPUIS", "1970-01-01", "2");
    FicheDImport premier = charger("mai.xml", fichier);
    Depot second = deposer("mai-copie.xml", fichier);
    assertThat(second.nouveau()).isFalse();
    assertThat(second.importId()).isEqualTo(premier.id());
    assertThat(second.phrase()).contains("déjà été chargé");
  }

  @Test
  void refuse_un_ecart_de_totaux_puis_le_charge_quand_un_agent_l_accepte_avec_une_raison() {
    FicheDImport refuse = charger("ecart.xml", FichierDEssai.journalier("2024-05-03")
        .foyer(demande(), "LISE", "BERTIN", "1971-01-01", "2").annonce(2));
    assertThat(refuse.statut()).isEqualTo(StatutImport.REFUSE);
    assertThat(refuse.ecartSeul()).isTrue();
    assertThatThrownBy(() -> ALICE.faire(() -> accepter.executer(refuse.id(), "  "))).isInstanceOf(RefusMetier.class)
        .hasMessageContaining("pourquoi");
    FicheDImport accepte = attendre(ALICE.faire(() -> accepter.executer(refuse.id(), "La CAF confirme")));
    assertThat(accepte.statut()).isEqualTo(StatutImport.CHARGE);
    assertThat(accepte.ecartRaison()).isEqualTo("La CAF confirme");
    assertThat(accepte.ecartAcceptePar()).isEqualTo("Alice Allocation");
    assertThat(base.sql("select count(*) from journal.trace where acte = 'IMPORT' and objet like '%La CAF confirme%'").query(Long.class).single())
        .isEqualTo(1);
    assertThat(base.sql("select agent from journal.trace where acte = 'IMPORT_ECART_ACCEPTE' and objet like '%La CAF confirme'").query(String.class)
        .single()).isEqualTo("alloc");
  }

  @Test
  void les_raisons_donnees_l_une_apres_l_autre_pour_un_meme_fichier_restent_toutes() {
    charger("juillet.xml", FichierDEssai.mois("Z21", "2025-07-31", 40));
    FicheDImport refuse = charger("aout.xml", FichierDEssai.mois("Z21", "2025-08-31", 7).annonce(8));
    assertThat(refuse.ecartSeul()).isTrue();
    FicheDImport retenu = attendre(ALICE.faire(() -> accepter.executer(refuse.id(), "Un dossier compté deux fois")));
    assertThat(retenu.statut()).isEqualTo(StatutImport.RETENU);
    assertThat(retenu.ecartRaison()).isEqualTo("Un dossier compté deux fois");
    assertThat(retenu.raisons().getFirst()).satisfies(r -> assertThat(r.code()).isEqualTo("TOTAUX"))
        .satisfies(r -> assertThat(r.enClair()).contains("déjà accepté. 7 (attendu : 8 annoncés)"));
    FicheDImport charge = attendre(BOB.faire(() -> accepter.executer(retenu.id(), "La caisse a fermé des droits")));
    assertThat(charge.statut()).isEqualTo(StatutImport.CHARGE);
    assertThat(charge.ecartRaison()).isEqualTo("Un dossier compté deux fois Puis : La caisse a fermé des droits");
    assertThat(charge.raisons()).extracting(fr.jalon.echanges.caf.vraisemblance.Raison::code).contains("TOTAUX", "DOSSIERS");
    assertThat(base.sql("select agent from journal.trace where acte = 'IMPORT_ECART_ACCEPTE' and objet like any (array['%aout.xml%compté deux fois', '%aout.xml%fermé des droits']) order by id").query(String.class).list())
        .containsExactly("alloc", "bob");
  }

  @Test
  void demande_de_redeposer_le_fichier_dont_la_copie_est_partie() {
    FicheDImport refuse = charger("ecart-parti.xml", FichierDEssai.journalier("2024-05-06")
        .foyer(demande(), "LENA", "BERTIN", "1971-02-01", "2").annonce(3));
    assertThat(java.nio.file.Path.of(depots, refuse.sha256() + ".depot").toFile().delete()).isTrue();
    assertThatThrownBy(() -> ALICE.faire(() -> accepter.executer(refuse.id(), "Confirmé")))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("FICHIER_PARTI"))
        .hasMessageContaining("déposez-le de nouveau");
    assertThat(lire(refuse.id()).statut()).isEqualTo(StatutImport.REFUSE);
  }

  @Test
  void rejette_seul_le_dossier_a_la_date_impossible_puis_l_enregistre_une_fois_corrige() {
    String bon = demande();
    String mauvais = demande();
    FicheDImport fiche = charger("date.xml", FichierDEssai.journalier("2024-05-07").foyer(bon, "INES", "MOREL", "1972-01-01", "2")
        .foyer(mauvais, "JADE", "ROUX", "1982-02-31", "2"));
    assertThat(fiche.rejets()).isEqualTo(1);
    ListeDesRejets.Ligne rejet = rejetsDe(fiche.id()).getFirst();
    assertThat(rejet.balise()).isEqualTo("DTNAI");
    assertThat(rejet.valeur()).isEqualTo("1982-02-31");
    assertThat(ALICE.faire(() -> rejouer.executer(rejet.id(), "1982-02-30"))).isInstanceOf(RejouerRejet.Issue.EncoreRejete.class);
    assertThat(ALICE.faire(() -> rejouer.executer(rejet.id(), "1982-02-28"))).isInstanceOf(RejouerRejet.Issue.Enregistre.class);
    ListeDesRejets.Ligne apres = rejetsDe(fiche.id()).getFirst();
    assertThat(apres.statut()).isEqualTo(StatutRejet.REJOUE);
    assertThat(apres.statutPar()).isEqualTo("alloc");
    assertThat(apres.correction()).contains("« 1982-02-31 » → « 1982-02-30 »").contains("« 1982-02-30 » → « 1982-02-28 »");
    assertThat(base.sql("""
        select d.etat from allocataires.droit d join allocataires.foyer f on f.id = d.foyer_id where f.numero_demande = ? and d.import_id = ? and d.depuis = '2024-05-07'""")
        .params(mauvais, fiche.id()).query(String.class).single()).isEqualTo("2");
    assertThat(lire(fiche.id()).foyersCrees()).isEqualTo(2);
    assertThatThrownBy(() -> ALICE.faire(() -> rejouer.executer(rejet.id(), "1982-02-28")))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("REJET_TRAITE"));
  }

  @Test
  void complete_une_balise_obligatoire_qui_manque() {
    FichierDEssai fichier = FichierDEssai.journalier("2024-05-10").foyer(demande(), "", "FABRE", "1973-01-01", "2");
    FicheDImport fiche = charger("prenom.xml", fichier);
    ListeDesRejets.Ligne rejet = rejetsDe(fiche.id()).getFirst();
    assertThat(rejet.balise()).isEqualTo("PRENOM");
    assertThat(ALICE.faire(() -> rejouer.executer(rejet.id(), "MAUD"))).isInstanceOf(RejouerRejet.Issue.Enregistre.class);
    assertThat(base.sql("select count(*) from allocataires.personne where nom = 'FABRE' and prenom = 'MAUD'").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void le_dossier_corrige_reste_inchange_quand_le_fichier_suivant_le_donne_juste() {
    String d = demande();
    FicheDImport fiche = charger("guerison-1.xml", FichierDEssai.journalier("2024-05-13").foyer(d, "ZOE", "VIDAL", "1974-13-01", "2"));
    ALICE.faire(() -> rejouer.executer(rejetsDe(fiche.id()).getFirst().id(), "1974-12-01"));
    FicheDImport suivant = charger("guerison-2.xml", FichierDEssai.journalier("2024-05-14").foyer(d, "ZOE", "VIDAL", "1974-12-01", "2"));
    assertThat(suivant.foyersInchanges()).isEqualTo(1);
  }

  @Test
  void montre_gueri_le_rejet_que_le_fichier_suivant_repare() {
    String d = demande();
    FicheDImport fiche = charger("gueri-1.xml", FichierDEssai.journalier("2024-05-15").foyer(d, "EVA", "NOEL", "1975-01-01", "Q"));
    charger("gueri-2.xml", FichierDEssai.journalier("2024-05-16").foyer(d, "EVA", "NOEL", "1975-01-01", "2"));
    ListeDesRejets.Ligne rejet = rejetsDe(fiche.id()).getFirst();
    assertThat(rejet.statut()).isEqualTo(StatutRejet.GUERI);
    assertThat(rejet.gueriPar()).isEqualTo("gueri-2.xml");
  }

  @Test
  void ecarte_un_rejet_avec_une_raison_seulement() {
    FicheDImport fiche = charger("ecarte.xml", FichierDEssai.journalier("2024-05-17").foyer(demande(), "ANA", "LOPEZ", "1976-01-01", "Q"));
    long id = rejetsDe(fiche.id()).getFirst().id();
    assertThatThrownBy(() -> ALICE.faire(() -> {
      ecarter.executer(id, "");
      return null;
    })).isInstanceOf(RefusMetier.class);
    ALICE.faire(() -> {
      ecarter.executer(id, "Dossier clos, la CAF ne le renverra pas");
      return null;
    });
    assertThat(rejetsDe(fiche.id()).getFirst().statut()).isEqualTo(StatutRejet.ECARTE);
    assertThat(rejetsDe(fiche.id()).getFirst().statutMotif()).contains("ne le renverra pas");
  }

  @Test
  void rejoue_seul_les_montants_arrives_avant_leurs_beneficiaires() {
    String d = demande();
    FicheDImport financier = charger("vrsf.xml", FichierDEssai.financier("2024-04-30").allocation(d, "0000646.52").totalDesAllocations("646.52"));
    assertThat(financier.montants()).containsExactly(new FicheDImport.Montant("AllocationsComptabilisees", "RSD", 1, new BigDecimal("646.52")));
    assertThat(financier.annonces().getFirst().ensemble()).isEqualByComparingTo("646.52");
    assertThat(rejetsDe(financier.id()).getFirst().statut()).isEqualTo(StatutRejet.OUVERT);
    charger("vrsb.xml", FichierDEssai.journalier("2024-04-30").foyer(d, "LOU", "PETIT", "1977-01-01", "2"));
    Attente.jusquA("le rejeu des montants", () -> rejetsDe(financier.id()).getFirst().statut() == StatutRejet.REJOUE);
    assertThat(base.sql("select montant from allocataires.paiement where import_id = ?").param(financier.id()).query(BigDecimal.class).single())
        .isEqualByComparingTo("646.52");
  }

  @Test
  void rend_le_fichier_d_origine_a_qui_voit_les_nir_et_a_personne_d_autre() throws IOException {
    FichierDEssai fichier = FichierDEssai.journalier("2024-05-20").foyer(demande(), "MIA", "GARCIA", "1978-01-01", "2");
    FicheDImport fiche = charger("original.xml", fichier);
    ByteArrayOutputStream rendu = new ByteArrayOutputStream();
    original.ecrire(ALICE.faire(() -> original.ouvrir(fiche.id())), rendu);
    assertThat(rendu.toByteArray()).isEqualTo(fichier.octets());
    assertThat(base.sql("select count(*) from journal.trace where acte = 'ORIGINAL_TELECHARGE' and agent = 'alloc'").query(Long.class).single())
        .isPositive();
    assertThatThrownBy(() -> EnTantQue.referent(1).faire(() -> original.ouvrir(fiche.id()))).isInstanceOf(RefusMetier.class);
    FicheDImport mois = charger("original-mois.xml", FichierDEssai.mois("Z17", "2025-07-31", 3));
    ALICE.faire(() -> original.ouvrir(mois.id()));
    assertThat(base.sql("""
        select p.nom from journal.trace t cross join unnest(t.personnes) u join allocataires.personne p on p.id = u where t.acte = 'ORIGINAL_TELECHARGE' and t.objet like ? order by 1""")
        .param("%(import " + mois.id() + ")").query(String.class).list()).containsExactly("MOISZ17AA", "MOISZ17AB", "MOISZ17AC");
  }

  @Test
  void ne_garde_rien_du_fichier_depose_une_fois_charge() {
    FicheDImport fiche = charger("efface.xml", FichierDEssai.journalier("2024-05-21").foyer(demande(), "LEA", "ROY", "1979-01-01", "2"));
    Attente.jusquA("l'effacement", () -> !java.nio.file.Path.of(depots, fiche.sha256() + ".depot").toFile().exists());
  }

  @Test
  void refuse_une_date_de_reception_future_et_un_fichier_vide() {
    assertThatThrownBy(() -> ALICE.faire(() ->
        deposer.executer("x.xml", LocalDate.now().plusDays(2), FichierDEssai.journalier("2024-05-22").flux(), -1)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("RECEPTION_FUTURE")).hasMessageContaining("futur");
    assertThatThrownBy(() -> ALICE.faire(() -> deposer.executer("vide.xml", null, java.io.InputStream.nullInputStream(), 0)))
        .isInstanceOf(RefusMetier.class).hasMessageContaining("vide");
  }
}
