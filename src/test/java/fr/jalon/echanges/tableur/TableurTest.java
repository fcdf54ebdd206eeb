package fr.jalon.echanges.tableur;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.tableur.application.DeposerTableur;
import fr.jalon.echanges.tableur.application.EnregistrerTableur;
import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.application.Tableurs;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.echanges.registre.lecture.TableursATraiter;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.parametres.Horloge;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.NumeroDAllocataire;
import fr.jalon.socle.RefusMetier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "jalon.departement=07")
@Import(Caisse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableurTest {
  private static final EnTantQue ALICE = EnTantQue.allocation();
  /** Loads and orients: no role of ours does both, a Département may decide otherwise. */
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
  Tableurs tableurs;
  @Autowired
  TableursATraiter aTraiter;
  @Autowired
  Chiffrement chiffrement;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @BeforeAll
  void une_organisation_et_une_referente() {
    base.sql("insert into structures.organisation (code, nom, nature, parcours) values ('MDS-PRIVAS', 'Maison des solidarités de Privas', 'DEPARTEMENT', '{SOCIAL}')").update();
    base.sql("insert into structures.referent (organisation_id, nom, courriel) select id, 'Rita Rémi', 'rita.remi@ardeche.fr' from structures.organisation where code = 'MDS-PRIVAS'").update();
  }

  private Tableur deposer(String csv) {
    return deposer("personnes.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private Tableur deposer(String nom, byte[] octets) {
    return deposer(ALICE, nom, octets);
  }

  private Tableur deposer(EnTantQue agent, String nom, byte[] octets) {
    return agent.faire(() -> tableurs.lire(deposer.deposer(nom, () -> octets)).orElseThrow());
  }

  private List<LigneGardee> enregistrer(Tableur t) {
    return enregistrer(ALICE, t);
  }

  private List<LigneGardee> enregistrer(EnTantQue agent, Tableur t) {
    return agent.faire(() -> {
      List<Champ> champs = t.entetes().stream().map(e -> deposer.proposer(t).champ(t.entetes().indexOf(e))).toList();
      deposer.associer(t, champs, null, null);
      enregistrer.executer(t.id());
      return tableurs.lignes(t.id(), Set.of(), 20_000, 0);
    });
  }

  private Tableur associer(Tableur t, List<Champ> colonnes) {
    deposer.associer(t, colonnes, null, null);
    return t;
  }

  private static List<StatutLigne> statuts(List<LigneGardee> lignes) {
    return lignes.stream().map(LigneGardee::statut).toList();
  }

  @Test
  void cree_une_personne_avec_ses_coordonnees_et_sa_provenance() {
    List<LigneGardee> lignes = enregistrer(deposer("""
        Nom;Prénom;Civilité;Date de naissance;NIR;Email;Téléphone;Adresse;Code postal;Commune;Date d'ouverture des droits
        Astier;Béatrice;Mme;12/04/1980;2800407186001;b.astier@exemple.fr;06 11 22 33 44;12 rue du Pont;07000;Privas;01/02/2024
        """));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.CREEE);
    Map<String, Object> p = base.sql("select * from allocataires.personne where id = ?").param(lignes.getFirst().personneId()).query().singleRow();
    assertThat(p).containsEntry("nom", "ASTIER").containsEntry("prenom", "BÉATRICE").containsEntry("telephone", "+33611223344")
        .containsEntry("courriel", "b.astier@exemple.fr");
    assertThat(p.get("territoire_id")).isEqualTo(caisse.territoire("CENTRE"));
    assertThat(base.sql("""
        select i.format || ' ' || d.etat || ' ' || m.sdd from allocataires.membre m join allocataires.droit d on d.foyer_id = m.foyer_id join echanges.import i on i.id = d.import_id
        where m.personne_id = ?""").param(lignes.getFirst().personneId()).query(String.class).single()).isEqualTo("TABLEUR 2 true");
  }

  @Test
  void ne_change_rien_la_seconde_fois() {
    String csv = """
        Nom;Prénom;Date de naissance;Téléphone;Date d'ouverture des droits
        Benoit;Claire;12/04/1981;0611223345;01/02/2024
        Benoit;Denis;12/04/1982;0611223346;
        """;
    assertThat(statuts(enregistrer(deposer(csv)))).containsOnly(StatutLigne.CREEE);
    long faits =
        base.sql("select (select count(*) from allocataires.droit) + (select count(*) from allocataires.membre) + (select count(*) from allocataires.personne)").query(Long.class).single();
    assertThat(statuts(enregistrer(deposer(csv)))).containsOnly(StatutLigne.A_JOUR);
    assertThat(base.sql("select (select count(*) from allocataires.droit) + (select count(*) from allocataires.membre) + (select count(*) from allocataires.personne)").query(Long.class)
        .single()).isEqualTo(faits);
  }

  @Test
  void ne_donne_que_ses_coordonnees_a_qui_la_caisse_connait() {
    caisse.journalier("2024-03-01", foyer("07100008001").habite("07010", "ANNONAY")
        .avec(personne("Paule Cartier").nee("1979-05-06").nir("2790507186001").sdd()));
    long paule = base.sql("select id from allocataires.personne where nom = 'CARTIER'").query(Long.class).single();
    List<LigneGardee> lignes = enregistrer(deposer("""
        Nom;Prénom;NIR;Téléphone;Date d'ouverture des droits;Commune
        Cartier;Paule;2790507186001;0601020304;01/01/2025;Privas
        """));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.MODIFIEE);
    assertThat(lignes.getFirst().personneId()).isEqualTo(paule);
    assertThat(base.sql("select count(*) from allocataires.membre where personne_id = ?").param(paule).query(Long.class).single()).isEqualTo(1);
    assertThat(base.sql("select telephone from allocataires.personne where id = ?").param(paule).query(String.class).single())
        .isEqualTo("+33601020304");
  }

  @Test
  void un_fixe_ne_remplace_jamais_un_mobile_et_le_dit() {
    caisse.journalier("2024-03-02", foyer("07100008101").avec(personne("Anne-Laure Vacher").nee("1987-07-22").sdd()), foyer("07100008102")
        .avec(personne("Rachida Froment").nee("1988-01-01").sdd()));
    enregistrer(deposer("Nom;Prénom;N° demande RSA;Téléphone\nVACHER;ANNE-LAURE;07100008101;0639980004\n"));
    List<LigneGardee> lignes =
        enregistrer(deposer("Nom;Prénom;N° demande RSA;Téléphone\nVACHER;ANNELAURE;07100008101;04 75 64 00 04\nFROMENT;RACHIDA;07100008102;04 75 64 00 09\n"));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.A_JOUR, StatutLigne.MODIFIEE);
    assertThat(lignes.getFirst().phrase()).isEqualTo("Le numéro fixe du tableur n'a pas remplacé le mobile connu.");
    assertThat(telephone("VACHER")).isEqualTo("+33639980004");
    assertThat(telephone("FROMENT")).isEqualTo("+33475640009");
    assertThat(statuts(enregistrer(deposer("Nom;Prénom;N° demande RSA;Téléphone\nFROMENT;RACHIDA;07100008102;0692 12 34 56\nVACHER;ANNE-LAURE;07100008101;0639980005\n"))))
        .containsOnly(StatutLigne.MODIFIEE);
    assertThat(telephone("FROMENT")).isEqualTo("+262692123456");
    assertThat(telephone("VACHER")).isEqualTo("+33639980005");
    // a landline of Switzerland receives no SMS either
    enregistrer(deposer("Nom;Prénom;N° demande RSA;Téléphone\nVACHER;ANNE-LAURE;07100008101;+41 22 345 67 89\n"));
    assertThat(telephone("VACHER")).isEqualTo("+33639980005");
  }

  private String telephone(String nom) {
    return base.sql("select telephone from allocataires.personne where nom = ?").param(nom).query((l, _) -> String.valueOf(l.getString(1))).single();
  }

  @Test
  void le_fichier_des_coordonnees_de_la_cnaf_trouve_la_personne_meme_sans_son_prenom() {
    caisse.journalier("2024-03-02", foyer("07100008111").matricule("200028200000000")
        .avec(personne("Rachel Cnaf").nee("1980-05-06").sdd(), fr.jalon.personnages.Personne.conjoint("Remi Cnaf").ne("1981-05-06").sdd()));
    List<LigneGardee> lignes = enregistrer(deposer("""
        MATRICULE;ROLE PERSONNE;TYPE PERSONNE;NIR;NUMERO DEMANDE RSA;DATE DEMANDE RSA;NOM RESPONSABLE DOSSIER;PRENOM RESPONSABLE DOSSIER;NUMERO TELEPHONE DOSSIER;NUMERO TELEPHONE 2 DOSSIER
        2000282;DEM;;;07100008111;;CNAF;;0475640009;0612340009
        2000283;DEM;;;07100008111;;CNAF;;0475640009;0612340010
        """));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.MODIFIEE, StatutLigne.ERREUR);
    assertThat(base.sql("select prenom || ' ' || telephone from allocataires.personne where nom = 'CNAF' and telephone is not null")
        .query(String.class).single()).isEqualTo("RACHEL +33612340009");
    assertThat(lignes.get(1).phrase()).contains("complétez le prénom");
  }

  @Test
  void sans_prenom_la_personne_dont_le_numero_msa_est_son_nir_se_retrouve_comme_les_autres() {
    caisse.journalier("2024-03-04", foyer("07100008131").organisme("MSA", "071")
        .matricule(NumeroDAllocataire.garder("180010718600134", "MSA", List::of, chiffrement))
        .avec(personne("Sylvie Scellee").nee("1980-01-06").sdd()));
    assertThat(base.sql("select matricule from allocataires.foyer where numero_demande = '07100008131'").query(String.class).single())
        .startsWith("NIR:");
    List<LigneGardee> lignes = enregistrer(deposer("""
        MATRICULE;ROLE PERSONNE;TYPE PERSONNE;NIR;NUMERO DEMANDE RSA;DATE DEMANDE RSA;NOM RESPONSABLE DOSSIER;PRENOM RESPONSABLE DOSSIER;NUMERO TELEPHONE DOSSIER;NUMERO TELEPHONE 2 DOSSIER
        180010718600134;DEM;;;07100008131;;SCELLEE;;0475640009;0612340019
        """));
    assertThat(lignes).singleElement().satisfies(l -> assertThat(l.phrase()).isNull());
    assertThat(telephone("SCELLEE")).isEqualTo("+33612340019");
  }

  @Test
  void une_ligne_dont_le_nir_ou_la_naissance_contredit_ce_que_l_on_sait_attend_un_agent() {
    caisse.journalier("2024-03-03", foyer("07100008121").avec(personne("Nicolas Seguin").ne("1979-01-25").nir("1790107186001").sdd()));
    Tableur t = deposer("""
        Nom;Prénom;Date de naissance;NIR;N° demande RSA;Téléphone
        SEGUIN;NICOLAS;25/01/1979;1790107186777;07100008121;0612340011
        """);
    List<LigneGardee> lignes = enregistrer(t);
    assertThat(statuts(lignes)).containsExactly(StatutLigne.ERREUR);
    assertThat(lignes.getFirst().phrase()).contains("n'est pas celui que nous connaissons").doesNotContain("1790107186777");
    assertThat(telephone("SEGUIN")).isEqualTo("null");
    TableurEnregistre.dire(base, t.id());
    assertThat(ALICE.faire(() -> enregistrer.corriger(t.id(), 2, Map.of(Champ.NIR, ""))).statut()).isEqualTo(StatutLigne.MODIFIEE);
    assertThat(telephone("SEGUIN")).isEqualTo("+33612340011");
    assertThat(enregistrer(deposer("Nom;Prénom;Date de naissance;N° demande RSA;Téléphone\nSEGUIN;NICOLAS;25/01/1997;07100008121;0612340012\n"))
        .getFirst().phrase())
        .contains("La date de naissance du tableur n'est pas celle que nous connaissons (25/01/1979)");
  }

  @Test
  void une_personne_du_meme_nom_nee_le_meme_jour_sous_un_autre_nir_est_creee_et_l_agent_le_lit() {
    caisse.journalier("2024-03-05", foyer("07100008141").avec(personne("Nicolas Homonyme").ne("1979-01-25").nir("1790107186101").sdd()));
    String csv = "Nom;Prénom;Date de naissance;NIR\nHOMONYME;NICOLAS;25/01/1979;1790107186707\nHOMONYME;NADIA;25/01/1979;2790107186708\n";
    List<LigneGardee> lignes = enregistrer(deposer(csv));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.CREEE, StatutLigne.CREEE);
    assertThat(lignes).extracting(LigneGardee::doublon).containsExactly(true, false);
    assertThat(lignes.getFirst().phrase())
        .startsWith("Une personne du même nom, née le même jour, est connue avec un autre numéro de sécurité sociale")
        .doesNotContain("1790107186101");
    assertThat(lignes.getLast().phrase()).isNull();
    assertThat(base.sql("select raison from allocataires.doublon where ? in (personne_a, personne_b)").param(lignes.getFirst().personneId())
        .query(String.class).list())
        .singleElement().asString().contains("NIR différent");
    // the same spreadsheet again: nothing new to examine
    assertThat(statuts(enregistrer(deposer(csv)))).containsOnly(StatutLigne.A_JOUR);
    assertThat(base.sql("select count(*) from allocataires.doublon where ? in (personne_a, personne_b)").param(lignes.getFirst().personneId())
        .query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void une_personne_venue_d_un_tableur_ne_change_pas_de_nir_sans_un_mot() {
    assertThat(statuts(enregistrer(deposer("Nom;Prénom;Date de naissance;NIR;Téléphone\nSERRE;Odile;25/01/1979;2790107186011;0612340021\n"))))
        .containsExactly(StatutLigne.CREEE);
    List<LigneGardee> lignes = enregistrer(deposer("Nom;Prénom;Date de naissance;NIR;Téléphone\nSERRE;Odile;25/01/1979;2790107186022;0612340022\n"));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.ERREUR);
    assertThat(lignes.getFirst().phrase()).contains("n'est pas celui que nous connaissons");
    assertThat(base.sql("select count(*) from allocataires.personne where nom = 'SERRE'").query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void l_agent_dit_ou_sont_les_titres_et_le_fichier_est_relu_puis_oublie() {
    Tableur t = deposer("Liste;du jour\nA;B\nTARDIEU;Anne\n");
    ALICE.faire(() -> {
      deposer.relire(t, new fr.jalon.echanges.tableur.domaine.Tableau.Choix(null, 2));
      return null;
    });
    Tableur relu = ALICE.faire(() -> tableurs.lire(t.id()).orElseThrow());
    assertThat(relu.entetes()).containsExactly("A", "B");
    assertThat(relu.inventaire().ligneDesTitres()).isEqualTo(2);
    ALICE.faire(() -> {
      deposer.associer(relu, List.of(Champ.NOM, Champ.PRENOM), null, null);
      enregistrer.executer(t.id());
      return null;
    });
    assertThat(base.sql("select count(*) from allocataires.personne where nom = 'TARDIEU'").query(Long.class).single()).isEqualTo(1);
    assertThat(base.sql("select count(*) from echanges.tableur_original where tableur_id = ?").param(t.id()).query(Long.class).single()).isZero();
    assertThatThrownBy(() -> ALICE.faire(() -> {
      deposer.relire(tableurs.lire(t.id()).orElseThrow(), new fr.jalon.echanges.tableur.domaine.Tableau.Choix(null, 1));
      return null;
    })).isInstanceOf(RefusMetier.class).hasMessageContaining("déjà enregistré");
  }

  @Test
  void chaque_ligne_du_fichier_a_un_resultat_et_un_seul() {
    Tableur t =
        deposer("Export du 12/05/2025\n\nNom;Prénom;Date de naissance;Adresse\nURBAN;Anne;01/01/1970;\"Les Lilas\nURBAN;Béa;01/02/1971;\nURBAN;Béa;01/02/1971;\n;Sans nom;01/03/1972;\n"
        + "URBAN;Carine;31/02/1973;\nURBAN;Denise;01/04/1974;3 rue; bis;\nURBAN;Anne;01/01/1970;autre adresse\n");
    List<LigneGardee> lignes = enregistrer(t);
    assertThat(t.inventaire().parts()).containsExactly("1 ligne au-dessus des titres", "1 ligne de titres", "1 ligne vide",
        "1 ligne répétée à l'identique, laissée de côté", "6 lignes de personnes");
    assertThat(t.inventaire().lignes()).isEqualTo(10);
    assertThat(statuts(lignes)).containsExactly(StatutLigne.CREEE, StatutLigne.CREEE, StatutLigne.ERREUR, StatutLigne.ERREUR,
        StatutLigne.ERREUR, StatutLigne.ERREUR);
    assertThat(lignes).filteredOn(l -> l.statut() != StatutLigne.ERREUR).allSatisfy(l -> assertThat(l.personneId()).isNotNull());
    assertThat(lignes).filteredOn(l -> l.statut() == StatutLigne.ERREUR).allSatisfy(l -> assertThat(l.phrase()).isNotBlank());
  }

  @Test
  void reconnait_par_le_numero_de_demande_quand_le_nom_concorde_et_refuse_sinon() {
    caisse.journalier("2024-03-04", foyer("07100008002").avec(personne("Lucie Dumas").nee("1985-05-06").sdd()));
    List<LigneGardee> lignes = enregistrer(deposer("""
        Nom;Prénom;N° demande RSA;Email
        DUMAS;Lucie;07100008002;lucie@exemple.fr
        PERRIN;Jean;07100008002;jean@exemple.fr
        """));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.MODIFIEE, StatutLigne.ERREUR);
    assertThat(lignes.get(1).phrase()).contains("sans cette personne");
  }

  @Test
  void signale_un_doublon_possible_sans_rien_reunir() {
    caisse.journalier("2024-03-05", foyer("07100008003").avec(personne("Aline Esteve").nee("1988-01-02").sdd()));
    List<LigneGardee> lignes = enregistrer(deposer("Nom;Prénom;Date de naissance\nEsteve;Aline;02/01/1988\n"));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.CREEE);
    assertThat(lignes.getFirst().doublon()).isTrue();
    assertThat(base.sql("select count(*) from allocataires.doublon where personne_b = ? or personne_a = ?")
        .params(lignes.getFirst().personneId(), lignes.getFirst().personneId())
        .query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void enregistre_les_lignes_justes_puis_celle_que_l_agent_corrige() {
    Tableur t = deposer("Nom;Prénom;Date de naissance\nFaure;Guy;01/01/1970\nFaure;Hugo;31/02/1971\n");
    List<LigneGardee> lignes = enregistrer(t);
    assertThat(statuts(lignes)).containsExactly(StatutLigne.CREEE, StatutLigne.ERREUR);
    assertThat(lignes.get(1).phrase()).isEqualTo("La date « 31/02/1971 » n'existe pas.");
    TableurEnregistre.dire(base, t.id());
    LigneGardee corrigee = ALICE.faire(() -> enregistrer.corriger(t.id(), lignes.get(1).rang(), Map.of(Champ.NAISSANCE, "28/02/1971")));
    assertThat(corrigee.statut()).isEqualTo(StatutLigne.CREEE);
    assertThat(base.sql("select count(*) from echanges.import i join echanges.tableur t on t.import_id = i.id where t.id = ?").param(t.id())
        .query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void les_lignes_justes_se_comptent_une_fois_et_de_nouveau_quand_une_ligne_ou_les_colonnes_changent() {
    Tableur depose = deposer("Nom;Prénom;Date de naissance\nFavre;Guy;01/01/1970\nFavre;Hugo;31/02/1971\n");
    Tableur t = ALICE.faire(() -> tableurs.lire(associer(depose, List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE)).id()).orElseThrow());
    LectureDeLigne lecture = t.lecture(LocalDate.now(horloge));
    assertThat(ALICE.faire(() -> tableurs.justes(t.id(), lecture))).isEqualTo(1);
    byte[] contenu = base.sql("select contenu_chiffre from echanges.tableur_ligne where tableur_id = ? and rang = 2").param(t.id())
        .query(byte[].class).single();
    garder(t, new byte[0]);
    assertThat(ALICE.faire(() -> tableurs.justes(t.id(), lecture))).as("aucune ligne n'est rouverte").isEqualTo(1);
    garder(t, contenu);
    ALICE.faire(() -> enregistrer.corriger(t.id(), 3, Map.of(Champ.NAISSANCE, "28/02/1971")));
    assertThat(ALICE.faire(() -> tableurs.justes(t.id(), lecture))).isEqualTo(2);
    Tableur autrement = ALICE.faire(() -> tableurs.lire(associer(t, Arrays.asList(Champ.NOM, Champ.PRENOM, Champ.NIR)).id()).orElseThrow());
    assertThat(ALICE.faire(() -> tableurs.justes(t.id(), autrement.lecture(LocalDate.now(horloge))))).as("deux dates ne sont pas des NIR").isZero();
  }

  private void garder(Tableur t, byte[] contenu) {
    base.sql("update echanges.tableur_ligne set contenu_chiffre = ? where tableur_id = ? and rang = 2").params(contenu, t.id()).update();
  }

  @Test
  void ce_qui_s_enregistre_ou_l_est_ne_se_lit_plus_autrement_ni_ne_se_corrige_deux_fois() {
    Tableur t = deposer("Nom;Prénom;Date de naissance\nFabre;Guy;01/01/1970\nFabre;Hugo;31/02/1971\n");
    List<Champ> colonnes = List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE);
    ALICE.faire(() -> associer(t, colonnes));
    base.sql("update echanges.tableur set statut = 'EN_COURS' where id = ?").param(t.id()).update();
    // who opened the page before sees it as it was
    assertThatThrownBy(() -> ALICE.faire(() -> associer(t, colonnes)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("DEJA_ENREGISTRE"));
    assertThatThrownBy(() -> ALICE.faire(() -> {
      deposer.relire(t, new Tableau.Choix(null, 2));
      return t;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("DEJA_ENREGISTRE"));
    assertThat(ALICE.faire(() -> tableurs.comptes(t.id()))).isEqualTo(Map.of(StatutLigne.A_FAIRE, 2));
    ALICE.faire(() -> {
      enregistrer.executer(t.id());
      return t;
    });
    base.sql("update echanges.tableur set statut = 'ENREGISTRE' where id = ?").param(t.id()).update();
    assertThatThrownBy(() -> ALICE.faire(() -> enregistrer.corriger(t.id(), 2, Map.of(Champ.PRENOM, "Guillaume"))))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("LIGNE_ENREGISTREE"));
    assertThat(ALICE.faire(() -> tableurs.comptes(t.id()))).isEqualTo(Map.of(StatutLigne.CREEE, 1, StatutLigne.ERREUR, 1));
  }

  @Test
  void reunit_le_couple_qui_porte_le_meme_numero_et_ne_fait_pas_partir_le_conjoint_absent_du_tableur_suivant() {
    List<LigneGardee> lignes = enregistrer(deposer("""
        Nom;Prénom;Rôle;Date de naissance;N° CAF;Date d'ouverture des droits
        Giraud;Irène;demandeur;01/01/1970;77123;01/03/2024
        Giraud;Jean;conjoint;01/01/1971;77123;01/03/2024
        Giraud;Karl;conjoint;01/01/1972;77123;01/03/2024
        """));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.CREEE, StatutLigne.CREEE, StatutLigne.ERREUR);
    assertThat(lignes.get(2).phrase()).contains("déjà un conjoint à la ligne 3");
    enregistrer(deposer("Nom;Prénom;Rôle;Date de naissance;N° CAF;Date d'ouverture des droits;Tél\nGiraud;Irène;demandeur;01/01/1970;77123;01/03/2024;0611111111\n"));
    assertThat(base.sql("select count(*) from allocataires.membre m join allocataires.personne p on p.id = m.personne_id where p.nom = 'GIRAUD' and m.jusqua = 'infinity' and m.oublie_le = 'infinity'")
        .query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void n_enregistre_pas_de_suivi_pour_qui_n_a_pas_le_droit_d_orienter_et_le_dit() {
    List<LigneGardee> lignes = enregistrer(deposer("""
        Nom;Prénom;Date de naissance;Date d'ouverture des droits;Organisation;Parcours;Date d'orientation
        Imbert;Rose;01/01/1970;01/03/2024;Maison des solidarités de Privas;Social;15/03/2024
        """));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.CREEE);
    assertThat(lignes.getFirst().suivi()).startsWith("Suivi non enregistré : votre rôle ne permet ni d'orienter ni de reprendre des suivis.");
    assertThat(base.sql("select count(*) from orientation.suivi where personne_id = ?").param(lignes.getFirst().personneId())
        .query(Long.class).single()).isZero();
  }

  @Test
  void enregistre_le_suivi_quand_l_orientation_le_permet_et_dit_pourquoi_sinon() {
    List<LigneGardee> lignes = enregistrer(REPRISE, deposer(REPRISE, "personnes.csv", """
        Nom;Prénom;Date de naissance;Date d'ouverture des droits;Organisation;Référent;Date d'orientation
        Henry;Louis;01/01/1970;01/03/2024;;rita.remi@ardeche.fr;15/03/2024
        Henry;Marie;01/01/1971;01/03/2024;Maison des solidarités de Privas;;15/03/2024
        Henry;Nina;01/01/1972;;Maison des solidarités de Privas;;15/03/2024
        Henry;Omar;01/01/1973;01/03/2024;Inconnue;;15/03/2024
        Henry;Paul;01/01/1974;01/03/2024;Maison des solidarités de Privas;;
        Henry;Quentin;01/01/1975;01/03/2024;;rosa.absente@ardeche.fr;15/03/2024
        """.getBytes(StandardCharsets.UTF_8)));
    assertThat(lignes).extracting(LigneGardee::suivi).containsExactly("Suivi enregistré.", "Suivi enregistré.",
        "Suivi non enregistré : Le droit au RSA de cette personne est clos : il n'y a pas d'orientation à notifier.",
        "Suivi non enregistré : aucune organisation ne s'appelle « Inconnue ».", "Suivi non enregistré : il manque la date d'orientation.",
        "Suivi non enregistré : aucun référent n'a l'adresse rosa.absente@ardeche.fr.");
    PageRefusee.connue("ORIENTATION_INCOMPLETE", "il manque ");
    PageRefusee.connue("REFERENT_INCONNU", "aucun référent n'a l'adresse ");
    assertThat(base.sql("select count(*) from orientation.suivi s join allocataires.personne p on p.id = s.personne_id where p.nom = 'HENRY'")
        .query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void lit_un_csv_windows_1252_a_virgules_et_un_classeur_avec_ses_dates_en_serie() throws IOException {
    Tableur csv = deposer("virgules.csv", "Nom,Prénom,Ville\n\"Ibañez, dit Ibé\",Élodie,Privas\n".getBytes(Charset.forName("windows-1252")));
    assertThat(csv.detail()).contains("virgule").contains("windows-1252");
    assertThat(enregistrer(csv).getFirst().valeurs()).containsExactly("Ibañez, dit Ibé", "Élodie", "Privas");
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (Workbook classeur = new Workbook(octets, "essai", "1.0")) {
      Worksheet feuille = classeur.newWorksheet("ENTRETIENS");
      String[] titres = {"NOM", "PRENOM", "Date de naissance", "Téléphone"};
      for (int i = 0; i < titres.length; i++) {
        feuille.value(0, i, titres[i]);
      }
      feuille.value(1, 0, "Joly");
      feuille.value(1, 1, "Karine");
      feuille.value(1, 2, LocalDate.of(1977, 3, 23));
      feuille.style(1, 2).format("dd/mm/yyyy").set();
      feuille.value(1, 3, 612345678);
    }
    List<LigneGardee> lignes = enregistrer(deposer("classeur.xlsx", octets.toByteArray()));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.CREEE);
    assertThat(base.sql("select date_naissance || ' ' || telephone from allocataires.personne where id = ?").param(lignes.getFirst().personneId())
        .query(String.class).single())
        .isEqualTo("1977-03-23 +33612345678");
  }

  @Test
  void garde_les_lignes_chiffrees_et_ne_les_montre_qu_a_leur_auteur() {
    Tableur t = deposer("Nom;Prénom;NIR\nKuntz;Lydie;2790507186001\n");
    assertThat(base.sql("select count(*) from echanges.tableur_ligne where tableur_id = ? and position('2790507186001'::bytea in contenu_chiffre) > 0").param(t.id()).query(Long.class)
        .single()).isZero();
    EnTantQue bob = new EnTantQue(new Perimetre("bob", "Bob", "ALLOCATION", ALICE.perimetre().ressources(), true, List.of(), List.of()));
    assertThat(bob.faire(() -> tableurs.lire(t.id()))).isEmpty();
    assertThat(bob.faire(() -> tableurs.lignes(t.id(), Set.of(), 10, 0))).isEmpty();
  }

  @Test
  void efface_un_tableur_apres_trente_jours_et_garde_ce_qu_il_a_enregistre() {
    Tableur t = deposer("Nom;Prénom\nLambert;Noé\n");
    Long lambert = enregistrer(t).getFirst().personneId();
    base.sql("update echanges.tableur set depose_le = depose_le - interval '31 days' where id = ?").param(t.id()).update();
    deposer("Nom;Prénom\nAutre;Personne\n");
    assertThat(ALICE.faire(() -> tableurs.lire(t.id()))).isEmpty();
    assertThat(base.sql("select nom from allocataires.personne where id = ?").param(lambert).query(String.class).single()).isEqualTo("LAMBERT");
  }

  @Test
  void refuse_un_fichier_qui_n_est_pas_un_tableur() {
    assertThatThrownBy(() -> deposer("vide.csv", new byte[0])).isInstanceOf(RefusMetier.class).hasMessageContaining("vide");
    assertThatThrownBy(() -> deposer("titres.csv", "Nom;Prénom\n".getBytes(StandardCharsets.UTF_8))).isInstanceOf(RefusMetier.class)
        .hasMessageContaining("aucune personne");
    assertThatThrownBy(() -> deposer("casse.xlsx", new byte[] {'P', 'K', 3, 4, 9, 9})).isInstanceOf(RefusMetier.class)
        .hasMessageContaining("ne peut pas être lu");
  }

  @Test
  void un_tableur_illisible_et_des_lignes_en_erreur_se_voient_a_cote_des_rejets() {
    assertThatThrownBy(() -> deposer("illisible.xlsx", new byte[] {'P', 'K', 3, 4, 9, 9})).isInstanceOf(RefusMetier.class);
    Tableur t = deposer("a-corriger.csv",
        "Nom;Prénom;Date de naissance\nMorel;Guy;01/01/1970\nMorel;Hugo;31/02/1971\nMorel;Ivan;31/04/1971\n".getBytes(StandardCharsets.UTF_8));
    List<LigneGardee> lignes = enregistrer(t);
    assertThat(aTraiter("illisible.xlsx").motif()).contains("ne peut pas être lu");
    assertThat(aTraiter("a-corriger.csv")).satisfies(l -> {
      assertThat(l.erreurs()).isEqualTo(2);
      assertThat(l.tableurId()).isEqualTo(t.id());
    });
    TableurEnregistre.dire(base, t.id());
    ALICE.faire(() -> enregistrer.corriger(t.id(), lignes.get(1).rang(), Map.of(Champ.NAISSANCE, "28/02/1971")));
    assertThat(aTraiter("a-corriger.csv").erreurs()).isEqualTo(1);
    assertThat(REPRISE.faire(() -> aTraiter.liste()).stream().filter(l -> l.fichier().equals("a-corriger.csv")).findFirst().orElseThrow().tableurId())
        .isNull();
  }

  private TableursATraiter.Ligne aTraiter(String fichier) {
    return ALICE.faire(() -> aTraiter.liste()).stream().filter(l -> l.fichier().equals(fichier)).findFirst().orElseThrow();
  }

  @Test
  void la_caisse_l_emporte_des_qu_elle_fait_connaitre_la_personne_et_le_suivi_continue() {
    horloge.regler(LocalDate.of(2024, 2, 10).atTime(9, 0));
    try {
      long nora = enregistrer(REPRISE, deposer(REPRISE, "nora.csv", """
          Nom;Prénom;Date de naissance;NIR;Date d'ouverture des droits;Organisation;Parcours;Date d'orientation;Code postal;Commune
          Nicolas;Nora;12/04/1983;2830407186001;01/02/2024;Maison des solidarités de Privas;Social;10/02/2024;07000;Privas
          """.getBytes(StandardCharsets.UTF_8))).getFirst().personneId();
      horloge.regler(LocalDate.of(2024, 3, 3).atTime(9, 0));
      caisse.journalier("2024-03-01", foyer("07100008020").habite("07010", "ANNONAY")
          .avec(personne("Nora Nicolas").nee("1983-04-12").nir("2830407186001").sdd()));
      assertThat(droits(nora)).containsExactly("CAF 2024-03-01 infinity", "TABLEUR 2024-02-10 2024-03-01");
      assertThat(base.sql("select fonction_organisme || ' ' || nom_commune from allocataires.situation where personne_id = ?").param(nora)
          .query(String.class).single()).isEqualTo("CAF ANNONAY");
      assertThat(base.sql("select etat from orientation.suivi where personne_id = ?").param(nora).query(String.class).single()).isEqualTo("EN_COURS");
      // what the spreadsheet says of her right no longer counts, her details do
      assertThat(statuts(enregistrer(deposer("Nom;Prénom;NIR;Date d'ouverture des droits;Téléphone\nNicolas;Nora;2830407186001;01/02/2024;0611223399\n")))).containsExactly(StatutLigne.MODIFIEE);
      assertThat(droits(nora)).hasSize(2);
    } finally {
      horloge.regler(java.time.LocalDateTime.now());
    }
  }

  @Test
  void ce_que_dit_un_tableur_apres_la_caisse_est_oublie_et_le_conjoint_qu_elle_ignore_reste() {
    List<LigneGardee> lignes = enregistrer(deposer("""
        Nom;Prénom;Rôle;Date de naissance;NIR;N° CAF;Date d'ouverture des droits
        Olivier;Odile;demandeur;01/01/1970;2700107186002;77321;01/03/2024
        Olivier;Pierre;conjoint;01/01/1971;1710107186003;77321;01/03/2024
        """));
    caisse.journalier("2024-04-01", foyer("07100008021").avec(personne("Odile Olivier").nee("1970-01-01").nir("2700107186002").sdd()));
    assertThat(droits(lignes.get(0).personneId())).containsExactly("CAF 2024-04-01 infinity");
    assertThat(droits(lignes.get(1).personneId())).singleElement().asString().startsWith("TABLEUR").endsWith("infinity");
    caisse.journalier("2024-04-02", foyer("07100008021").avec(personne("Odile Olivier").nee("1970-01-01").nir("2700107186002").sdd())
        .avec(fr.jalon.personnages.Personne.conjoint("Pierre Olivier").ne("1971-01-01").nir("1710107186003").sdd()));
    assertThat(droits(lignes.get(1).personneId())).containsExactly("CAF 2024-04-02 infinity");
  }

  /** Where she is an adult: payer, since, until. */
  private List<String> droits(long personne) {
    return base.sql("""
        select f.fonction_organisme || ' ' || greatest(m.depuis, d.depuis) || ' ' || least(m.jusqua, d.jusqua) from allocataires.membre m
        join allocataires.foyer f on f.id = m.foyer_id join allocataires.droit d on d.foyer_id = f.id and d.oublie_le = 'infinity' and d.depuis < m.jusqua and m.depuis < d.jusqua
        where m.personne_id = ? and m.oublie_le = 'infinity' order by 1""").param(personne).query(String.class).list();
  }

  @Test
  void enregistre_dix_mille_lignes_en_quelques_secondes() {
    StringBuilder csv = new StringBuilder("Nom;Prénom;Date de naissance;Téléphone;Email;Code postal;Commune;Date d'ouverture des droits\n");
    for (int i = 0; i < 10_000; i++) {
      csv.append("NOM").append(Integer.toString(i, 26).replaceAll("\\d", "Z")).append(i).append(";Prénom;")
          .append(LocalDate.of(1970, 1, 1).plusDays(i)).append(";06")
          .append("%08d".formatted(i)).append(";p").append(i).append("@exemple.fr;07000;Privas;01/02/2024\n");
    }
    Tableur t = deposer(csv.toString());
    long debut = System.nanoTime();
    List<LigneGardee> lignes = enregistrer(t);
    long secondes = (System.nanoTime() - debut) / 1_000_000_000;
    assertThat(statuts(lignes)).hasSize(10_000).containsOnly(StatutLigne.CREEE);
    assertThat(secondes).isLessThan(30);
    System.out.println("10 000 lignes en " + secondes + " s");
  }
}
