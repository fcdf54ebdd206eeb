package fr.jalon.echanges.tableur;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.jalon.echanges.Attente;
import fr.jalon.echanges.VerrouDesChargements;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.tableur.application.AnnulerTableur;
import fr.jalon.echanges.tableur.application.DeposerTableur;
import fr.jalon.echanges.tableur.application.EnregistrerTableur;
import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.application.Tableurs;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.parametres.Horloge;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.socle.RefusMetier;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A spreadsheet recorded by mistake is undone whole, as long as nothing happened since. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "jalon.departement=07")
@Import(Caisse.class)
class AnnulerTableurTest {
  private static final EnTantQue REPRISE = new EnTantQue(new Perimetre("reprise", "Rachel Reprise", "ALLOCATION",
      Set.of("DOSSIERS", "IMPORTS", "ENTREES", "REPRISE"), true,
      List.of(), List.of()));
  @Autowired
  Caisse caisse;
  @Autowired
  DeposerTableur deposer;
  @Autowired
  EnregistrerTableur enregistrer;
  @Autowired
  AnnulerTableur annuler;
  @Autowired
  Tableurs tableurs;
  @Autowired
  Horloge horloge;
  @Autowired
  Bornes bornes;
  @Autowired
  @Qualifier("chargement")
  DataSource source;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  private long enregistrer(String csv) {
    return REPRISE.faire(() -> {
      Tableur t = tableurs.lire(deposer.deposer("annuler.csv", () -> csv.getBytes(StandardCharsets.UTF_8))).orElseThrow();
      List<Champ> champs = t.entetes().stream().map(e -> deposer.proposer(t).champ(t.entetes().indexOf(e))).toList();
      deposer.associer(t, champs, null, null);
      enregistrer.executer(t.id());
      TableurEnregistre.dire(base, t.id());
      return t.id();
    });
  }

  private List<LigneGardee> lignes(long id) {
    return REPRISE.faire(() -> tableurs.lignes(id, Set.of(), 100, 0));
  }

  private long personnes(String nom) {
    return base.sql("select count(*) from allocataires.personne where nom = ?").param(nom).query(Long.class).single();
  }

  @Test
  void les_personnes_creees_partent_avec_leur_entree_et_leur_suivi_et_reviennent_si_l_on_recommence() {
    base.sql("insert into structures.organisation (code, nom, nature, parcours) values ('MDS-ANNUL', 'Maison annulable', 'DEPARTEMENT', '{SOCIAL}') on conflict do nothing").update();
    LocalDate aujourdhui = LocalDate.now(horloge);
    String jour = "%02d/%02d/%d".formatted(aujourdhui.getDayOfMonth(), aujourdhui.getMonthValue(), aujourdhui.getYear());
    String csv = """
        Nom;Prénom;Rôle;Date de naissance;NIR;N° CAF;Téléphone;Date d'ouverture des droits;Organisation;Parcours;Date d'orientation
        Annulet;Anne;demandeur;01/01/1970;2700107186071;88001;0612340031;%1$s;Maison annulable;Social;%1$s
        Annulet;Bob;conjoint;01/01/1971;;88001;;%1$s;;;
        Annulet;Cléo;demandeur;01/01/1972;;;;;;;
        """.formatted(jour);
    long id = enregistrer(csv);
    assertThat(lignes(id)).extracting(LigneGardee::statut).containsOnly(StatutLigne.CREEE);
    assertThat(lignes(id).getFirst().suivi()).isEqualTo("Suivi enregistré.");
    assertThat(REPRISE.faire(() -> annuler.executer(id))).isEqualTo(new AnnulerTableur.Bilan(3, 0));
    assertThat(lignes(id)).extracting(LigneGardee::statut).containsOnly(StatutLigne.ANNULEE);
    assertThat(personnes("ANNULET")).isZero();
    assertThat(base.sql("select count(*) from orientation.suivi s where not exists (select from allocataires.personne p where p.id = s.personne_id)")
        .query(Long.class).single()).isZero();
    assertThatThrownBy(() -> REPRISE.faire(() -> annuler.executer(id)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("RIEN_A_ANNULER")).hasMessageContaining("déjà annulé");
    long encore = enregistrer(csv);
    assertThat(lignes(encore)).extracting(LigneGardee::statut).containsOnly(StatutLigne.CREEE);
    assertThat(personnes("ANNULET")).isEqualTo(3);
  }

  @Test
  void un_tableur_dont_les_colonnes_se_disent_mal_n_enregistre_personne() {
    REPRISE.faire(() -> {
      Tableur t = tableurs.lire(deposer.deposer("mal-dit.csv", () -> "Nom;Prénom\nMALDIT;Rosa\n".getBytes(StandardCharsets.UTF_8))).orElseThrow();
      refuse("TABLEUR_INCONNU", "pas encore associées", () -> enregistrer.executer(t.id()));
      refuse("RIEN_A_ANNULER", "n'a rien enregistré", () -> annuler.executer(t.id()));
      refuse("DEUX_COLONNES", "Deux colonnes donnent « Nom »", () -> deposer.associer(t, List.of(Champ.NOM, Champ.NOM), null, null));
      refuse("COLONNE_MANQUANTE", "Il manque la colonne « Nom »", () -> deposer.associer(t, List.of(Champ.PRENOM), null, null));
      assertThat(tableurs.lire(t.id()).orElseThrow().correspondance()).isNull();
      return t;
    });
    assertThat(personnes("MALDIT")).isZero();
  }

  @Test
  void la_ligne_de_rosa_corrigee_pendant_qu_un_fichier_se_charge_attend_son_tour_sans_perdre_sa_correction() throws Exception {
    long id = enregistrer("Nom;Prénom;Date de naissance\nATTENTE;Guy;01/01/1970\nATTENTE;Rosa;31/02/1971\n");
    int rang = lignes(id).get(1).rang();
    try (Connection fichier = source.getConnection()) {
      fichier.setAutoCommit(false);
      fichier.createStatement().execute("select pg_advisory_xact_lock(" + VerrouDesChargements.NUMERO + ")");
      REPRISE.faire(() -> {
        refuse("CHARGEMENT_EN_COURS", "La correction est gardée", () -> enregistrer.corriger(id, rang, Map.of(Champ.NAISSANCE, "28/02/1971")));
        return null;
      });
      fichier.rollback();
    }
    assertThat(lignes(id).get(1)).satisfies(l -> {
      assertThat(l.valeurs()).contains("28/02/1971");
      assertThat(l.statut()).isEqualTo(StatutLigne.A_FAIRE);
    });
    assertThat(personnes("ATTENTE")).isEqualTo(1);
    assertThat(REPRISE.faire(() -> enregistrer.corriger(id, rang, Map.of())).statut()).as("plus tard").isEqualTo(StatutLigne.CREEE);
  }

  @Test
  void un_tableur_trop_gros_ou_qui_arrive_pendant_que_d_autres_se_lisent_n_est_pas_garde() throws Exception {
    REPRISE.faire(() -> {
      refuse("FICHIER_TROP_GROS", "découpez-le", () -> deposer.deposer("gros.csv", () -> new byte[(int) DeposerTableur.TAILLE_MAXIMALE + 1]));
      return null;
    });
    CountDownLatch finies = new CountDownLatch(1);
    CountDownLatch commencees = new CountDownLatch(bornes.lecturesDeTableurs());
    try (ExecutorService agents = Executors.newCachedThreadPool()) {
      for (int i = 0; i < bornes.lecturesDeTableurs(); i++) {
        agents.submit(() -> REPRISE.faire(() -> deposer.deposer("long.csv", () -> attendre(commencees, finies))));
      }
      AtomicReference<Throwable> dit = new AtomicReference<>();
      try {
        commencees.await();
        Thread rosa = Thread.ofPlatform().start(() -> dit.set(catchThrowable(() -> REPRISE.faire(() -> deposer.deposer("de-rosa.csv", () -> {
          throw new AssertionError("Il est lu pendant que les autres le sont");
        })))));
        Attente.jusquA("rosa attend une place", () -> rosa.getState() == Thread.State.TIMED_WAITING);
        // she would wait twenty seconds: the server stops
        rosa.interrupt();
        rosa.join();
      } finally {
        finies.countDown();
      }
      assertThat(dit.get()).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("LECTURE_EN_COURS"));
    }
    assertThat(base.sql("select count(*) from echanges.tableur where fichier in ('gros.csv', 'de-rosa.csv')").query(Long.class).single()).isZero();
  }

  private static byte[] attendre(CountDownLatch commencees, CountDownLatch finies) {
    commencees.countDown();
    try {
      finies.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "Nom;Prénom\nLONGUET;Anne\n".getBytes(StandardCharsets.UTF_8);
  }

  private static void refuse(String code, String phrase, ThrowingCallable acte) {
    assertThatThrownBy(acte).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code)).hasMessageContaining(phrase);
  }

  @Test
  void les_coordonnees_redeviennent_ce_qu_elles_etaient_sauf_si_quelqu_un_les_a_changees_depuis() {
    caisse.journalier("2024-03-06", foyer("07100008201").avec(personne("Anna Rendu").nee("1980-01-01").sdd()), foyer("07100008202")
        .avec(personne("Bea Rendu").nee("1981-01-01").sdd()));
    base.sql("update allocataires.personne set telephone = '+33611110000' where nom = 'RENDU'").update();
    long id =
        enregistrer("Nom;Prénom;N° demande RSA;Téléphone;Email\nRENDU;Anna;07100008201;0622220000;anna@exemple.fr\nRENDU;Bea;07100008202;0622220001;\n");
    base.sql("update allocataires.personne set telephone = '+33633330000' where nom = 'RENDU' and prenom = 'BEA'").update();
    assertThat(REPRISE.faire(() -> annuler.executer(id))).isEqualTo(new AnnulerTableur.Bilan(1, 1));
    assertThat(base.sql("select telephone || coalesce(courriel, '') from allocataires.personne where nom = 'RENDU' order by prenom")
        .query(String.class).list())
        .containsExactly("+33611110000", "+33633330000");
    assertThat(lignes(id)).extracting(LigneGardee::statut).containsExactly(StatutLigne.ANNULEE, StatutLigne.MODIFIEE);
    assertThat(lignes(id).get(1).phrase()).isEqualTo("Non annulée : ses coordonnées ont changé depuis.");
  }

  @Test
  void une_personne_a_qui_quelque_chose_est_arrive_reste_avec_son_foyer_et_chaque_ligne_le_dit() {
    long id = enregistrer("""
        Nom;Prénom;Rôle;Date de naissance;NIR;N° CAF;Téléphone
        Reste;Anne;demandeur;01/01/1970;2700107186072;88011;0612340041
        Reste;Bob;conjoint;01/01/1971;;88011;
        Reste;Cléo;demandeur;01/01/1972;;88012;0612340042
        Reste;Dora;demandeur;01/01/1973;2730107186073;88013;
        """);
    base.sql("""
        insert into diagnostic.diagnostic (personne_id, reponses, referentiel, saisi_par, saisi_le)
        select id, '{}', current_date, 'alice', now() from allocataires.personne where nom = 'RESTE' and prenom = 'ANNE'""").update();
    base.sql("update allocataires.personne set courriel = 'cleo@exemple.fr' where nom = 'RESTE' and prenom = 'CLÉO'").update();
    caisse.journalier("2024-03-07", foyer("07100008211").avec(personne("Dora Reste").nee("1973-01-01").nir("2730107186073").sdd()));
    assertThat(REPRISE.faire(() -> annuler.executer(id))).isEqualTo(new AnnulerTableur.Bilan(0, 4));
    assertThat(personnes("RESTE")).isEqualTo(4);
    List<LigneGardee> lignes = lignes(id);
    assertThat(lignes).extracting(LigneGardee::statut).containsOnly(StatutLigne.CREEE);
    assertThat(lignes.get(0).phrase()).isEqualTo("Non annulée : on tient déjà sur elle : Le diagnostic d'entrée.");
    assertThat(lignes.get(1).phrase()).isEqualTo("Non annulée : quelqu'un de son foyer reste.");
    assertThat(lignes.get(2).phrase()).isEqualTo("Non annulée : ses coordonnées ont changé depuis.");
    assertThat(lignes.get(3).phrase()).startsWith("Non annulée : ");
  }

  @Test
  void un_autre_agent_ne_peut_pas_annuler_un_tableur_qui_n_est_pas_le_sien() {
    long id = enregistrer("Nom;Prénom;Date de naissance\nAutrui;Anne;01/01/1970\n");
    assertThatThrownBy(() -> EnTantQue.allocation().faire(() -> annuler.executer(id))).isInstanceOf(RefusMetier.class);
    assertThatThrownBy(() -> EnTantQue.referent(caisse.territoire("CENTRE")).faire(() -> annuler.executer(id))).isInstanceOf(RefusMetier.class)
        .hasMessageContaining("rôle");
    assertThat(personnes("AUTRUI")).isEqualTo(1);
  }

  @Test
  void ce_qu_un_agent_a_fait_mardi_n_est_pas_efface_parce_qu_une_autre_ligne_a_ete_corrigee_mercredi() {
    base.sql("insert into structures.organisation (code, nom, nature, parcours) values ('MDS-ANNUL', 'Maison annulable', 'DEPARTEMENT', '{SOCIAL}') on conflict do nothing").update();
    LocalDate aujourdhui = LocalDate.now(horloge);
    String jour = "%02d/%02d/%d".formatted(aujourdhui.getDayOfMonth(), aujourdhui.getMonthValue(), aujourdhui.getYear());
    long id = enregistrer("""
        Nom;Prénom;Rôle;Date de naissance;NIR;N° CAF;Date d'ouverture des droits;Organisation;Parcours;Date d'orientation
        Lundi;Anne;demandeur;01/01/1970;2700107186074;88021;%1$s;Maison annulable;Social;%1$s
        Lundi;Bea;demandeur;01/01/1971;2710107186075;88022;%1$s;Maison annulable;Social;%1$s
        Lundi;Cleo;demandeur;31/02/1972;;88023;;;;
        """.formatted(jour));
    assertThat(lignes(id)).extracting(LigneGardee::statut).containsExactly(StatutLigne.CREEE, StatutLigne.CREEE, StatutLigne.ERREUR);
    base.sql("""
        insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par)
        select 'SUIVI', s.id, s.personne_id, s.etat, 'CLOS', current_date, clock_timestamp(), 'agent' from orientation.suivi s join allocataires.personne p on p.id = s.personne_id where p.nom = 'LUNDI' and p.prenom = 'ANNE'""").update();
    REPRISE.faire(() -> enregistrer.corriger(id, lignes(id).get(2).rang(), Map.of(Champ.NAISSANCE, "01/02/1972")));
    assertThat(REPRISE.faire(() -> annuler.executer(id))).isEqualTo(new AnnulerTableur.Bilan(2, 1));
    assertThat(lignes(id).getFirst().phrase()).isEqualTo("Non annulée : son entrée ou son suivi a changé depuis.");
    assertThat(base.sql("select prenom from allocataires.personne where nom = 'LUNDI'").query(String.class).list()).containsExactly("ANNE");
  }

  @Test
  void l_adresse_de_qui_n_aurait_pas_du_etre_la_ne_reste_pas_sous_un_foyer_que_personne_ne_retrouve() {
    long id =
        enregistrer("Nom;Prénom;Date de naissance;Adresse;Code postal;Commune\nOubliee;Anne;01/01/1970;17 impasse des Oubliettes;07000;Privas\n");
    assertThat(base.sql("select count(*) from allocataires.adresse where lignes ilike '%oubliettes%'").query(Integer.class).single()).isEqualTo(1);
    assertThat(REPRISE.faire(() -> annuler.executer(id))).isEqualTo(new AnnulerTableur.Bilan(1, 0));
    assertThat(base.sql("select count(*) from allocataires.adresse where lignes ilike '%oubliettes%'").query(Integer.class).single()).isZero();
    assertThat(base.sql("""
        select count(*) from allocataires.adresse a where not exists (select from allocataires.foyer f where f.id = a.foyer_id) and (a.code_postal is not null or a.oublie_le = 'infinity')""").query(Integer.class).single())
        .as("ni code postal, ni adresse encore vraie").isZero();
  }
}
