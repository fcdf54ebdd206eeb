package fr.jalon.donnees;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static fr.jalon.personnages.PersonneCaf.enfant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.donnees.application.PersonneAPurger;
import fr.jalon.donnees.application.PersonnesAPurger;
import fr.jalon.donnees.application.Purger;
import fr.jalon.donnees.application.Retenue;
import fr.jalon.donnees.application.TenirLesDemandes;
import fr.jalon.echanges.caf.Guichet;
import fr.jalon.echeances.Balayage;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.parametres.Horloge;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.personnages.Foyer;
import fr.jalon.pilotage.Dimension;
import fr.jalon.pilotage.Indicateurs;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two years after the last contact or the end of the right, nobody can be named any more; what accounts and litigations need stays; a person gets a
 * copy of all.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"jalon.premier-compte=false", "jalon.departement=07", "jalon.horloge=2026-03-01",
    "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "jalon.connexion.essais-par-adresse=1000000"})
@Import({Comptoir.class, Caisse.class, Guichet.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PurgeTest {
  private static final LocalDate JOUR = LocalDate.of(2026, 3, 1);
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Caisse caisse;
  @Autowired
  Guichet guichet;
  @Autowired
  Map<String, Balayage> balayages;
  @Autowired
  Horloge horloge;
  @Autowired
  PersonnesAPurger aPurger;
  @Autowired
  Purger purger;
  @Autowired
  TenirLesDemandes tenir;
  @Autowired
  FusionnerPersonnes fusionner;
  @Autowired
  @Qualifier("chargement")
  DataSource source;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transaction;
  @Autowired
  Indicateurs indicateurs;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long ancienne;
  private long contentieux;
  private long payee;
  private Object figuresAvant;

  @BeforeAll
  void cinq_personnes_a_cinq_moments() {
    Foyer a = foyer("07100000011").habite("07019", "AUBENAS").montant("512.40").avec(personne("Anastasia Zyrianova").nee("1977-03-23").sdd());
    Foyer b = foyer("07100000012").avec(personne("Nina Contentieux").sdd());
    Foyer c = foyer("07100000013").avec(personne("Paula Payet").sdd());
    Foyer d = foyer("07100000014").avec(personne("Olga Ouverte").sdd());
    Foyer e = foyer("07100000015").avec(personne("Rita Recente").sdd());
    long fichier = caisse.mensuel("2022-01-31", a, b, c, d, e);
    caisse.paiement(c, "2022-01-01", "RSA", "512.40", fichier);
    caisse.mensuel("2022-06-30", d, e);
    caisse.mensuel("2025-06-30", d);
    ancienne = numero("ZYRIANOVA");
    contentieux = numero("CONTENTIEUX");
    payee = numero("PAYET");
    for (long qui : List.of(ancienne, payee)) {
      base.sql("""
          insert into diagnostic.diagnostic (personne_id, reponses, referentiel, saisi_par, saisi_le) values (?, '{"sante": "dialyse"}', '2025-01-01', 'agent', '2022-03-01 10:00+01')""").param(qui).update();
      base.sql("""
          insert into courriers.message (modele, personne_id, objet_id, canal, le, etat, etat_depuis, objet, contenu, valeurs, destinataire, adresse, ecrit_par, ecrit_le)
          values ('NOTIFICATION_ORIENTATION', ?, ?, 'LETTRE', '2022-03-02', 'A_ENVOYER', '2022-03-02 10:00+01', 'Votre orientation', 'Madame Zyrianova, dialyse', '{}', 'Anastasia Zyrianova',
            '3 rue des Acacias', 'agent', '2022-03-02 10:00+01')""").params(qui, qui).update();
    }
    base.sql("""
        with p as (insert into papiers.papier (personne_id, genre, etat, etat_depuis, demande_par, demande_le, pour_le, raison, vu_le, vu_par, cle)
          values (?, 'RIB', 'VU', '2022-03-02 10:00+01', 'agent', '2022-03-01 10:00+01', '2022-03-10', 'Pour Mme Zyrianova', '2022-03-02', 'agent', gen_random_uuid()) returning id, personne_id),
        h as (insert into papiers.passage (objet_id, personne_id, vers, fait_le, par, motif) select id, personne_id, 'VU', '2022-03-02 10:00+01', 'agent', 'Zyrianova' from p),
        v as (insert into papiers.version (personne_id, papier_id, vu_le, motif, corrige_par, corrige_le) select personne_id, id, '2022-03-01', 'Mme Zyrianova', 'agent', now() from p)
        insert into papiers.copie (personne_id, papier_id, reservee, nom, nature, taille, contenu_chiffre, deposee_par, deposee_le)
        select personne_id, id, true, 'zyrianova.pdf', 'PDF', 1, '\\x00', 'agent', '2022-03-02 10:00+01' from p""").param(ancienne).update();
    for (String etat : List.of("EN_COURS", "ENVOYE")) {
      base.sql("update courriers.message set etat = ? where personne_id in (?, ?)").params(etat, ancienne, payee).update();
    }
    base.sql("insert into journal.trace (instant, agent, acte, personne_id, objet) values ('2022-03-02 10:00+01', 'agent', 'ORIENTATION', ?, 'Zyrianova orientée')").param(ancienne).update();
    base.sql("insert into journal.trace (instant, agent, acte, personnes) values ('2022-03-02 11:00+01', 'agent', 'AFFECTATION', array[?::bigint, ?::bigint])").params(ancienne, numero("OUVERTE")).update();
    systeme.agir("essai", () -> {
      tenir.retenir(contentieux, "Recours devant le tribunal administratif");
      return null;
    });
    figuresAvant = figures();
  }

  private long numero(String nom) {
    return base.sql("select id from allocataires.personne where nom = ?").param(nom).query(Long.class).single();
  }

  private Object figures() {
    return systeme.agir("essai", () -> List.of(indicateurs.calculer("POP-DOV", LocalDate.of(2022, 2, 28), null),
        indicateurs.calculer("POP-TERRITOIRE", LocalDate.of(2022, 2, 28), Dimension.TERRITOIRE),
        indicateurs.calculer("POP-AGE", LocalDate.of(2022, 2, 28), Dimension.AGE)));
  }

  /** Tables where a text is written, whatever the column. */
  private List<String> ouSeTrouve(String texte) {
    return base.sql("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname !~ '^(pg_|information_schema)'")
        .query(String.class).list().stream()
        .filter(t -> base.sql("select exists (select from " + t + " t where t::text ilike '%' || ? || '%')").param(texte)
        .query(Boolean.class).single()).toList();
  }

  @Test
  @Order(1)
  void a_blanc_la_liste_dit_qui_et_pourquoi_et_rien_ne_bouge() {
    assertThat(aPurger.au(JOUR)).extracting(PersonneAPurger::personneId).containsExactlyInAnyOrder(ancienne, contentieux, payee);
    assertThat(aPurger.au(JOUR)).extracting(PersonneAPurger::decision).containsExactlyInAnyOrder("tout est effacé", "gardée : contentieux en cours",
        "accompagnement effacé, identité gardée pour les comptes");
    assertThat(aPurger.au(LocalDate.of(2024, 6, 30))).as("la veille des deux ans").isEmpty();
    assertThat(ouSeTrouve("Zyrianova")).contains("allocataires.personne", "courriers.message", "journal.trace");
  }

  @Test
  @Order(2)
  void la_personne_recoit_la_copie_de_tout_en_pdf_et_en_json_et_le_journal_le_sait() throws Exception {
    Navigateur n = new Navigateur(port);
    n.connecter(comptoir.agent("DIRECTION").identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(n.ouvrir("/dossier/" + ancienne + "/procedures").body()).contains("/dossier/" + ancienne + "/donnees");
    assertThat(n.lire("/dossier/" + ancienne + "/donnees").body()).contains("Dossier de ZYRIANOVA Anastasia");
    String json = n.lire("/dossier/" + ancienne + "/donnees/copie.json").body();
    assertThat(json).contains("ZYRIANOVA", "dialyse", "3 rue des Acacias", "512.4", "AUBENAS", "Vos droits au RSA",
        "Vos papiers, vus ou demandés", "Les copies gardées de vos papiers", "zyrianova.pdf",
        "Votre numéro de sécurité sociale");
    assertThat(json).doesNotContain("OUVERTE", "territoire_id");
    assertThat(comptoir.derniereTrace("EXPORT").toString()).contains("Copie de toutes les données", "sante=true", String.valueOf(ancienne));
    try (var pdf = org.apache.pdfbox.Loader.loadPDF(octets(n, "/dossier/" + ancienne + "/donnees/copie.pdf"))) {
      assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf))
          .contains("Copie de vos données", "ZYRIANOVA Anastasia", "Vos droits au RSA", "cnil.fr");
    }
    Navigateur referent = new Navigateur(port);
    referent.connecter(comptoir.agent("REFERENT", List.of(caisse.territoire("CENTRE")), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(referent.lire("/dossier/" + ancienne + "/donnees/copie.json").statusCode()).isEqualTo(403);
  }

  private byte[] octets(Navigateur n, String chemin) throws Exception {
    var requete = java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + chemin))
        .header("Cookie", "jalon-session=" + n.session()).build();
    return java.net.http.HttpClient.newHttpClient().send(requete, java.net.http.HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  @Test
  @Order(3)
  void une_demande_recoit_une_reponse_dans_le_mois_une_seule_fois_et_ce_qui_est_tape_n_est_pas_perdu() {
    Navigateur n = new Navigateur(port);
    n.connecter(comptoir.agent("DIRECTION").identifiant(), Comptoir.MOT_DE_PASSE);
    String page = "/dossier/" + contentieux + "/donnees";
    n.ouvrir(page);
    assertThat(n.suivre(n.poster(page + "/demandes", Map.of("nature", "", "recueLe", "2026-02-27", "objet", "Mon nom est mal écrit"))).body())
        .contains("Dites ce que la personne demande", "Mon nom est mal écrit");
    assertThat(n.suivre(n.poster(page + "/demandes", Map.of("nature", "RECTIFICATION", "recueLe", "2026-02-27", "objet", "Mon nom est mal écrit")))
        .body()).contains("27/03/2026");
    long demande = base.sql("select id from donnees.demande").query(Long.class).single();
    assertThat(n.suivre(n.poster(page + "/demandes/" + demande + "/reponse", Map.of("acceptee", "", "reponse", "Vu avec elle"))).body())
        .contains("acceptée ou refusée", "Vu avec elle");
    assertThat(n.suivre(n.poster(page + "/demandes/" + demande + "/reponse", Map.of("acceptee", "non", "reponse", "C'est la CAF qui corrige")))
        .body()).contains("Refusée", "C'est la CAF qui corrige");
    assertThat(n.suivre(n.poster(page + "/demandes/" + demande + "/reponse", Map.of("acceptee", "oui", "reponse", "Encore"))).body())
        .contains("déjà répondu");
  }

  @Test
  @Order(4)
  void purgee_une_personne_ne_se_nomme_plus_nulle_part_et_les_chiffres_d_avant_ne_bougent_pas() {
    // she talked with the Département since: her own request is a contact
    assertThat(aPurger.au(JOUR)).extracting(PersonneAPurger::personneId).containsExactlyInAnyOrder(ancienne, payee);
    Purger.Bilan bilan = purger.executer(JOUR, "essai");
    assertThat(bilan).isEqualTo(new Purger.Bilan(1, 1, 0));
    for (String texte : List.of("Zyrianova", "Anastasia", "Acacias", "07100000011", "dialyse")) {
      assertThat(ouSeTrouve(texte)).as(texte).isEmpty();
    }
    assertThat(base.sql("select nom from allocataires.personne where id = ?").param(payee).query(String.class).single())
        .as("les comptes gardent son nom").isEqualTo("PAYET");
    assertThat(base.sql("select count(*) from allocataires.paiement").query(Integer.class).single()).isEqualTo(1);
    assertThat(base.sql("select nom from allocataires.personne where id = ?").param(contentieux).query(String.class).single())
        .isEqualTo("CONTENTIEUX");
    assertThat(figures()).isEqualTo(figuresAvant);
  }

  @Test
  @Order(5)
  void le_journal_garde_qui_a_fait_quoi_mais_plus_sur_qui_et_personne_d_autre_ne_le_change() {
    assertThat(base.sql("select count(*) from journal.trace where acte = 'ORIENTATION' and agent = 'agent' and personne_id is null and objet is null")
        .query(Integer.class).single()).isEqualTo(1);
    assertThat(base.sql("select personnes from journal.trace where acte = 'AFFECTATION'").query((l, _) -> l.getArray(1).toString()).single())
        .isEqualTo("{" + numero("OUVERTE") + "}");
    assertThat(comptoir.derniereTrace("PURGE").toString()).contains("1 fiches effacées", "24 mois");
    assertThatThrownBy(() -> base.sql("update journal.trace set objet = null where acte = 'PURGE'").update())
        .hasMessageContaining("ne se modifie pas");
  }

  @Test
  @Order(6)
  void une_seconde_purge_ne_trouve_plus_rien_a_faire() {
    assertThat(aPurger.au(JOUR)).extracting(PersonneAPurger::decision).containsExactly("identité gardée pour les comptes");
    assertThat(purger.executer(JOUR, "essai")).isEqualTo(new Purger.Bilan(0, 0, 0));
  }

  @Test
  @Order(7)
  void qui_est_revenue_apres_une_purge_sauf_comptes_voit_son_nouveau_suivi_efface_a_son_tour() {
    base.sql("insert into diagnostic.diagnostic (personne_id, reponses, referentiel, saisi_par, saisi_le) values (?, '{\"sante\": \"rechute\"}', '2025-01-01', 'agent', '2026-04-10 10:00+02')").param(payee).update();
    assertThat(aPurger.au(LocalDate.of(2028, 4, 9))).extracting(PersonneAPurger::personneId).doesNotContain(payee);
    LocalDate plusTard = LocalDate.of(2028, 5, 1);
    assertThat(aPurger.au(plusTard)).filteredOn(p -> p.personneId() == payee).extracting(PersonneAPurger::decision)
        .containsExactly("accompagnement effacé, identité gardée pour les comptes");
    assertThat(purger.ensemble(plusTard, List.of(payee), "essai")).hasSize(1);
    assertThat(ouSeTrouve("rechute")).isEmpty();
    assertThat(base.sql("select nom from allocataires.personne where id = ?").param(payee).query(String.class).single()).isEqualTo("PAYET");
  }

  @Test
  @Order(8)
  void le_contentieux_de_chacune_de_deux_fiches_reunies_garde_le_dossier_jusqu_a_sa_propre_levee() {
    Foyer f = foyer("07100000021").avec(personne("Lea Double").nee("1971-01-01").sdd());
    Foyer g = foyer("07100000022").avec(personne("Leah Double").nee("1971-01-01").sdd());
    caisse.journalier("2021-01-31", f, g);
    caisse.journalier("2021-03-31", f.ferme("R01", "2021-03-01"), g.ferme("R01", "2021-03-01"));
    long absorbee = base.sql("select id from allocataires.personne where prenom = 'LEA' and nom = 'DOUBLE'").query(Long.class).single();
    long gardee = base.sql("select id from allocataires.personne where prenom = 'LEAH' and nom = 'DOUBLE'").query(Long.class).single();
    systeme.agir("essai", () -> {
      tenir.retenir(absorbee, "Recours contre un indu");
      tenir.retenir(gardee, "Recours contre une amende");
      fusionner.fusionner(gardee, absorbee, "La même personne", null);
      return null;
    });
    assertThat(systeme.agir("essai", () -> tenir.retenues(gardee))).extracting(Retenue::raison)
        .containsExactlyInAnyOrder("Recours contre un indu", "Recours contre une amende");
    lever(gardee, "Recours contre une amende");
    assertThat(aPurger.au(JOUR)).filteredOn(p -> p.personneId() == gardee).extracting(PersonneAPurger::decision)
        .containsExactly("gardée : contentieux en cours");
    assertThat(purger.ensemble(JOUR, List.of(gardee), "essai")).isEmpty();
    // left on the record merged, as before: it keeps the dossier, and is lifted from it
    base.sql("update donnees.retenue set personne_id = ? where levee_le is null and raison like '%indu'").param(absorbee).update();
    assertThat(purger.ensemble(JOUR, List.of(gardee), "essai")).isEmpty();
    Navigateur n = new Navigateur(port);
    n.connecter(comptoir.agent("DIRECTION").identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(n.ouvrir("/dossier/" + gardee + "/donnees").body()).contains("Recours contre un indu").doesNotContain("contre une amende");
    long reste = systeme.agir("essai", () -> tenir.retenues(gardee)).getFirst().id();
    assertThat(n.suivre(n.poster("/dossier/" + gardee + "/donnees/retenue/" + reste + "/lever", Map.of())).body())
        .contains("la durée ordinaire s'applique");
    assertThat(aPurger.au(JOUR)).filteredOn(p -> p.personneId() == gardee).extracting(PersonneAPurger::decision).containsExactly("tout est effacé");
  }

  private void lever(long personne, String raison) {
    systeme.agir("essai", () -> {
      tenir.lever(personne, tenir.retenues(personne).stream().filter(r -> r.raison().equals(raison)).findFirst().orElseThrow().id());
      return null;
    });
  }

  @Test
  @Order(9)
  void ce_qui_arrive_entre_la_liste_et_l_effacement_est_vu_et_qui_est_en_train_d_agir_n_est_pas_effacee() throws Exception {
    Foyer f = foyer("07100000031").avec(personne("Ines Rattrapee").nee("1972-02-02").sdd());
    caisse.journalier("2021-01-31", f);
    caisse.journalier("2021-03-31", f.ferme("R01", "2021-03-01"));
    long ines = numero("RATTRAPEE");
    List<Long> liste = aPurger.au(JOUR).stream().map(PersonneAPurger::personneId).filter(p -> p == ines).toList();
    assertThat(liste).containsExactly(ines);
    systeme.agir("essai", () -> {
      tenir.retenir(ines, "Appel");
      return null;
    });
    assertThat(purger.ensemble(JOUR, liste, "essai")).as("un contentieux écrit depuis la liste").isEmpty();
    lever(ines, "Appel");
    caisse.journalier("2025-01-31", f.verse());
    assertThat(purger.ensemble(JOUR, liste, "essai")).as("un droit rouvert par un fichier depuis la liste").isEmpty();
    caisse.journalier("2025-02-28", f.ferme("R01", "2025-02-01"));
    LocalDate plusTard = LocalDate.of(2027, 6, 1);
    try (Connection agent = source.getConnection()) {
      agent.setAutoCommit(false);
      agent.createStatement().execute("insert into donnees.retenue (personne_id, raison, depuis, posee_par, posee_le) values (" + ines
          + ", 'Pourvoi', current_date, 'agent', now())");
      assertThat(purger.ensemble(plusTard, liste, "essai")).as("un acte en cours, que personne ne voit encore").isEmpty();
      agent.rollback();
    }
    transaction.executeWithoutResult(etat -> {
      etat.setRollbackOnly();
      assertThat(purger.ensemble(plusTard, liste, "essai")).hasSize(1);
      assertThat(base.sql("select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and granted").query(Integer.class)
          .single()).as("aucun fichier ne se charge pendant ce temps").isEqualTo(1);
    });
    assertThat(base.sql("select prenom from allocataires.personne where id = ?").param(ines).query(String.class).single()).isEqualTo("INES");
  }

  @Test
  @Order(10)
  void les_fichiers_recus_et_les_dossiers_rejetes_s_effacent_avant_son_dossier_et_rien_ne_la_nomme_plus_apres() {
    String caf = guichet.caisse();
    DossierCaf lue = dossier(caf, "07100000041")
        .avec(demandeur("FICHIERET", "VIOLETTE").nir("2820207186044").sdd(), enfant("FICHIERET", "LEONIDAS").nir("115020718"));
    DossierCaf rejetee = dossier(caf, "07100000042").avec(demandeur("REJETET", "ZULMIRE").nir("2820207186045").sdd()).mettre("SITFAM", "~~");
    horloge.regler(LocalDate.of(2022, 2, 2).atTime(9, 0));
    assertThat(guichet.charger(FichierCaf.mensuel("2022-01-31").avec(lue, rejetee), "2022-02-02").rejets()).hasSize(1);
    horloge.regler(LocalDate.of(2022, 3, 2).atTime(9, 0));
    guichet.charger(FichierCaf.mensuel("2022-02-28").avec(lue.clos("ECH", "2022-02-01")), "2022-03-02");
    horloge.regler(JOUR.atTime(9, 0));
    effacer(LocalDate.of(2022, 8, 1));
    assertThat(gardes()).as("pas avant six mois").isEqualTo("2 fichiers, 1 rejet, 1 anomalie");
    effacer(LocalDate.of(2022, 9, 3));
    assertThat(gardes()).as("un rejet est encore à corriger dans le premier").isEqualTo("1 fichiers, 1 rejet, 0 anomalie");
    effacer(LocalDate.of(2023, 2, 3));
    assertThat(gardes()).as("jamais plus d'un an").isEqualTo("0 fichiers, 0 rejet, 0 anomalie");
    assertThat(base.sql("select string_agg(statut || ' ' || statut_motif, ',') from echanges.rejet").query(String.class).single())
        .isEqualTo("ECARTE Jamais traité");
    assertThat(base.sql("select string_agg(original_efface_le::text, ' ' order by id) from echanges.import where original_efface_le is not null")
        .query(String.class).single())
        .isEqualTo("2023-02-03 2022-09-03");
    purger.executer(JOUR, "essai");
    for (String texte : List.of("FICHIERET", "VIOLETTE", "LEONIDAS", "REJETET", "ZULMIRE", "07100000041", "07100000042", "2820207186044",
        "2820207186045", "115020718")) {
      assertThat(ouSeTrouve(texte)).as(texte).isEmpty();
    }
  }

  private void effacer(LocalDate nuit) {
    balayages.get("effacerLesOriginaux").balayer(nuit);
  }

  /** What is still held of the files received. */
  private String gardes() {
    return base.sql("""
        select (select count(distinct sha256) from echanges.morceau) || ' fichiers, ' || (select count(*) from echanges.rejet where coalesce(dossier_chiffre::text, numero_demande, matricule, valeur) is not null)
          || ' rejet, ' || (select count(distinct numero_demande) from echanges.anomalie) || ' anomalie'""").query(String.class).single();
  }
}
