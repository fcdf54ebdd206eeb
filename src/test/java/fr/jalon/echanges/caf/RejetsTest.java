package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.conjoint;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static fr.jalon.personnages.PersonneCaf.enfant;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.Libelles;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.personnages.FichierCaf.Format;
import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One dossier that breaks a rule is rejected alone, kept, shown with its line; all the others load. */
@EssaiDeFichiers
class RejetsTest {
  /** Lists that are open in the files: payers of the MSA, countries, software. */
  private static final Set<String> OUVERTES = Set.of("NUMORG", "NUMORGCEDMUT", "NUMORGPRENMUT", "PAYS", "APPLIEME", "RGADR", "TYPEPARTE");
  @Autowired
  Guichet guichet;
  @Autowired
  Libelles libelles;
  @Autowired
  Chiffrement chiffrement;
  private String caisse;

  @BeforeEach
  void une_autre_caisse() {
    caisse = guichet.caisse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"VRSB", "VRSD"})
  void rejette_seul_chaque_dossier_dont_un_code_est_inconnu_en_disant_la_ligne_la_balise_et_la_valeur(String format) {
    List<String> balises = new TreeSet<>(libelles.balises()).stream().filter(b -> !OUVERTES.contains(b) && !b.startsWith("TOP")).toList();
    FichierCaf fichier = FichierCaf.de(Format.valueOf(format), "M", "2025-09-30");
    List<DossierCaf> mauvais = balises.stream().map(b -> bon().mettre(b, "~~")).toList();
    mauvais.forEach(fichier::avec);
    DossierCaf bon = bon();
    Rapport r = chargeMemeEtonnant(fichier.avec(bon));
    assertThat(r.rejets()).hasSameSizeAs(balises);
    List<String> lignes = fichier.texte().lines().toList();
    for (int i = 0; i < balises.size(); i++) {
      Rapport.Rejet x = rejet(r, mauvais.get(i));
      assertThat(x.balise()).isEqualTo(balises.get(i));
      assertThat(x.valeur()).isEqualTo("~~");
      assertThat(x.raison()).contains("~~").endsWith(".");
      assertThat(lignes.get(x.ligne() - 1)).contains("<" + balises.get(i) + ">~~<");
    }
    assertThat(r.foyers().crees()).isOne();
    assertThat(connus(bon)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"DTNAI, 2025-02-30", "DTNAI, 0000-00-00", "DTNAI, 0001-01-01", "DTNAI, 1980-13-01", "DTNAI, 01/02/1982", "DTNAI, 2999-01-01",
      "DTNAI, 1982-02-01junk",
      "DTDEMRSA, 2025-02-30", "DTEMM, 2025-06-31", "DDSITFAM, 20250101", "DDRATDOS, 2025-1-1", "DDELECAL, hier", "DDRESS, 2024-02-30",
          "MOISRESS, 2024-00-01",
      "MTTOTDRORSA, abc", "MTTOTDRORSA, 12.345", "MTTOTDRORSA, 1e9", "MTTOTDRORSA, 12345678901.00", "MTTOTDRORSA, --1",
      "MTNATRESSMEN, 99999999999.99",
      "MTNATRESSMEN, 1.2.3", "NBHEUMENTRA, beaucoup", "NBHEUMENTRA, 99999999999", "TOPPERSDRODEVORSA, peut-être", "TOPCHAPERS, 2",
      "TOPRESSNUL, X", "ETATDOSRSA, 9",
      "ROLEPERS, ZZZ", "SEXE, 3", "FONORG, EDF"})
  void rejette_seul_un_dossier_dont_une_valeur_ne_se_lit_pas(String balise, String valeur) {
    DossierCaf mauvais = complet().gate(d -> d.un(balise).texte(valeur));
    if (balise.equals("TOPCHAPERS")) {
      mauvais = complet().gate(d -> d.feuilles().stream().filter(f -> f.nom().equals("TOPCHAPERS")).forEach(f -> f.texte(valeur)));
    } else if (balise.equals("ROLEPERS")) {
      mauvais = complet().gate(d -> d.feuilles().stream().filter(f -> f.nom().equals("ROLEPERS")).forEach(f -> f.texte(valeur)));
    }
    DossierCaf bon = bon();
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(mauvais, bon));
    assertThat(r.rejets()).singleElement().satisfies(x -> {
      assertThat(x.balise()).isEqualTo(balise);
      assertThat(x.valeur()).isEqualTo(valeur);
      assertThat(x.ligne()).isPositive();
      assertThat(x.raison()).endsWith(".");
    });
    assertThat(r.foyers().crees()).isOne();
    assertThat(connus(bon)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NUMDEMRSA", "DTDEMRSA", "NUMORG", "MATRICULE", "FONORG", "Organisme", "DemandeRSA", "IdentificationRSA", "NOM", "PRENOM",
      "DTNAI", "Identification",
      "ROLEPERS", "Prestations", "Personne", "ETATDOSRSA", "SituationDossierRSA"})
  void rejette_seul_un_dossier_a_qui_manque_l_essentiel(String balise) {
    DossierCaf bon = bon();
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(complet().oter(balise), bon));
    assertThat(r.rejets()).singleElement().satisfies(x -> assertThat(x.raison()).containsAnyOf("manque", "aucune personne").endsWith("."));
    assertThat(connus(bon)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NUMVOIE", "Adresse", "DTEMM", "DonneesAdministratives", "SituationFamille", "SITFAM", "DossierCAF",
      "MontantCalculDroitRSAPersonne", "QUAL", "SEXE",
      "TYPEDTNAI", "DetailDroitRSA", "MontantsCalculDroitRSA", "Ressources", "DDRESS", "MOISRESS", "NBHEUMENTRA", "Partenaire", "NIR"})
  void charge_un_dossier_a_qui_manque_l_accessoire(String balise) {
    DossierCaf incomplet = complet().oter(balise);
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(incomplet));
    assertThat(r.rejets()).isEmpty();
    assertThat(connus(incomplet)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"282025110803", "28202511080301", "9820251108030", "2820251108OO0", "282025110803099",
      "282-02-51-108-030", "1234567890123456"})
  void charge_sans_son_nir_mal_forme_une_personne_et_n_en_montre_jamais_la_valeur(String nir) {
    DossierCaf mauvais = dossier(caisse, guichet.demande()).avec(demandeur("ROUX" + caisse, "ANNE").nir(nir));
    FichierCaf fichier = FichierCaf.mensuel("2025-09-30").avec(mauvais, bon());
    Rapport r = charge(fichier);
    assertThat(r.rejets()).isEmpty();
    assertThat(guichet.lignes("select nir_empreinte is null from allocataires.personne where nom = ?", "ROUX" + caisse)).containsExactly("t");
    assertThat(guichet.lignes("select ligne, numero_demande, balise from echanges.anomalie where import_id = ?", r.importId()))
        .containsExactly(1 + fichier.texte().lines().toList()
        .indexOf(fichier.texte().lines().filter(l -> l.contains("<NIR>" + nir)).findFirst().orElseThrow())
            + "|" + mauvais.demande() + "|NIR");
    assertThat(toutCeQuiEstEcrit()).doesNotContain(nir);
  }

  @Test
  void le_nir_mal_forme_d_un_enfant_ne_cache_pas_le_droit_nouveau_de_sa_mere() {
    charge(FichierCaf.mensuel("2025-09-30").avec(bon()));
    DossierCaf riou = dossier(caisse, guichet.demande()).demandeLe("2025-10-06").avec(demandeur("RIOU" + caisse, "ANNA").nir(guichet.nir()).sdd(),
        enfant("RIOU" + caisse, "LEO").nir("115020718"));
    Rapport r = charge(FichierCaf.journalier("2025-10-08").avec(riou));
    assertThat(r.rejets()).isEmpty();
    assertThat(r.nouveauxEntrants()).isOne();
    assertThat(r.mouvements()).containsEntry("NIR_LAISSES", 1);
    assertThat(guichet.lignes("select raison from echanges.anomalie where import_id = ?", r.importId())).singleElement().asString()
        .contains("LEO RIOU", "mal formé").doesNotContain("115020718");
  }

  @ParameterizedTest
  @CsvSource({"DTNAI, 2015-02-30", "DTNAI, 2999-01-01", "DTNAI,", "SEXE, 3", "TOPCHAPERS, peut-être", "ACT, ~~", "DDACT, hier",
      "DDRATDOS, 2025-1-1", "MTNATRESSMEN, abc"})
  void une_valeur_fausse_d_un_enfant_ne_cache_pas_le_droit_nouveau_de_sa_mere(String balise, String valeur) {
    charge(FichierCaf.mensuel("2025-09-30").avec(bon()));
    DossierCaf riou = dossier(caisse, guichet.demande()).demandeLe("2025-10-06").avec(demandeur("RIOU" + caisse, "ANNA").nir(guichet.nir()).sdd(),
        enfant("RIOU" + caisse, "LEO").nir("115020718").activite("SAL", "2024-01-01", null).ressources("2025-05-01", "2025-07-31", "10.00"));
    Rapport r = charge(FichierCaf.journalier("2025-10-08").avec(riou.gate(d -> d.tous("Personne").get(1).feuilles().stream()
        .filter(f -> f.nom().equals(balise)).forEach(f -> f.texte(valeur)))));
    assertThat(r.rejets()).isEmpty();
    assertThat(r.nouveauxEntrants()).isOne();
    assertThat(guichet.lignes("select prenom, date_naissance from allocataires.personne where nom = ? order by 1", "RIOU" + caisse))
        .containsExactly("ANNA|1982-02-01", balise.equals("DTNAI") ? "LEO|null" : "LEO|2015-06-01");
    assertThat(r.mouvements()).containsEntry("NIR_LAISSES", 1).containsKey("VALEURS_LAISSEES");
    assertThat(guichet.lignes("select raison from echanges.anomalie where import_id = ? and balise = ?", r.importId(), balise)).isNotEmpty()
        .allSatisfy(a -> assertThat(a).startsWith("LEO RIOU").contains("est enregistrée sans elle", "Demandez la correction"));
    assertThat(guichet.nombre("select count(*) from echanges.anomalie where import_id = ? and balise = 'NIR'", r.importId())).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRENOM", "NOM", "Identification"})
  void un_enfant_a_qui_manque_l_essentiel_est_laisse_de_cote_et_sa_mere_est_chargee(String balise) {
    DossierCaf riou = dossier(caisse, guichet.demande())
        .avec(demandeur("RIOU" + caisse, "ANNA").nir(guichet.nir()).sdd(), enfant("RIOU" + caisse, "LEO"));
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(riou.gate(d -> d.tous("Personne").get(1).oter(balise))));
    assertThat(r.rejets()).isEmpty();
    assertThat(guichet.lignes("select prenom from allocataires.personne where nom = ?", "RIOU" + caisse)).containsExactly("ANNA");
    assertThat(guichet.lignes("select raison from echanges.anomalie where import_id = ?", r.importId())).singleElement().asString()
        .contains("laissée de côté", balise);
  }

  @Test
  void qui_est_peut_etre_le_conjoint_n_est_pas_laisse_de_cote() {
    DossierCaf riou = dossier(caisse, guichet.demande())
        .avec(demandeur("RIOU" + caisse, "ANNA").nir(guichet.nir()).sdd(), conjoint("RIOU" + caisse, "PAUL").nir(guichet.nir()).sdd());
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(riou.gate(d -> d.tous("Personne").get(1).feuilles().stream()
        .filter(f -> f.nom().equals("ROLEPERS")).forEach(f -> f.texte("ZZZ")))));
    assertThat(r.rejets()).singleElement().satisfies(x -> assertThat(x.balise()).isEqualTo("ROLEPERS"));
    assertThat(guichet.nombre("select count(*) from allocataires.personne where nom = ?", "RIOU" + caisse)).isZero();
  }

  @Test
  void un_enfant_qui_porte_le_nir_de_sa_mere_ou_d_une_inconnue_est_charge_sans_lui() {
    String mere = guichet.nir();
    String inconnue = guichet.nir();
    charge(FichierCaf.mensuel("2025-09-30").avec(dossier(caisse, guichet.demande())
        .avec(demandeur("AUTRE" + caisse, "ZOE").ne("1961-04-05").nir(inconnue))));
    Rapport r = charge(FichierCaf.journalier("2025-10-08").avec(dossier(caisse, guichet.demande()).avec(demandeur("RIOU" + caisse, "ANNA").nir(mere),
        enfant("RIOU" + caisse, "LEO").nir(mere), enfant("RIOU" + caisse, "MAX").ne("2017-02-03").nir(inconnue))));
    assertThat(r.rejets()).isEmpty();
    assertThat(guichet.lignes("select prenom, nir_empreinte is not null from allocataires.personne where nom = ? order by 1", "RIOU" + caisse))
        .containsExactly("ANNA|t", "LEO|f", "MAX|f");
    assertThat(guichet.nombre("select count(*) from echanges.anomalie where import_id = ?", r.importId())).isEqualTo(2);
  }

  @Test
  void n_ecrit_jamais_un_nir_en_clair() {
    String nir = guichet.nir();
    String enfant = guichet.nir();
    DossierCaf f = dossier(caisse, guichet.demande()).avec(demandeur("ROUX" + caisse, "ANNE").nir(nir))
        .gate(d -> d.un("Personne").ajouter(fr.jalon.personnages.Balise.bloc("Rattachement", fr.jalon.personnages.Balise.feuille("NIR", enfant),
        fr.jalon.personnages.Balise.feuille("TYPEPAR", "PER"))));
    charge(FichierCaf.mensuel("2025-09-30").avec(f));
    charge(FichierCaf.mensuel("2025-10-31").avec(f.mettre("SITFAM", "?")));
    assertThat(toutCeQuiEstEcrit()).doesNotContain(nir).doesNotContain(enfant);
  }

  @Test
  void garde_le_dossier_rejete_chiffre_et_le_relit_entier() {
    DossierCaf mauvais = dossier(caisse, guichet.demande()).avec(demandeur("ÉTÉ & <FILS>" + caisse, "ANNE").nir(guichet.nir()))
        .mettre("SITFAM", "???");
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(mauvais));
    byte[] garde = guichet.base().sql("select dossier_chiffre from echanges.rejet where import_id = ?").param(r.importId())
        .query(byte[].class).single();
    assertThat(new String(garde, StandardCharsets.ISO_8859_1)).doesNotContain(mauvais.demande()).doesNotContain("ANNE");
    assertThat(new String(chiffrement.dechiffrer(garde), StandardCharsets.UTF_8))
        .contains(">" + mauvais.demande() + "<", "ÉTÉ &amp; &lt;FILS&gt;" + caisse, ">???<");
  }

  @Test
  void un_foyer_rejete_dans_un_fichier_mensuel_n_est_pas_declare_absent() {
    DossierCaf f = bon();
    charge(FichierCaf.mensuel("2025-08-31").avec(f));
    charge(FichierCaf.mensuel("2025-09-30").avec(f.mettre("SITFAM", "???")));
    assertThat(etat(f)).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DTDEMRSA", "FONORG", "NUMORG", "MATRICULE", "NUMDEMRSA"})
  void un_foyer_qu_on_ne_peut_pas_identifier_dans_un_fichier_mensuel_n_est_pas_declare_absent(String balise) {
    DossierCaf f = bon();
    charge(FichierCaf.mensuel("2025-08-31").avec(f, bon()));
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(f.oter(balise), bon()));
    assertThat(r.rejets()).hasSize(1);
    assertThat(etat(f)).isEqualTo("2");
  }

  @Test
  void le_fichier_suivant_guerit_le_rejet_meme_quand_le_dossier_redevient_ce_qu_il_etait() {
    DossierCaf f = bon();
    charge(FichierCaf.mensuel("2025-08-31").avec(f));
    charge(FichierCaf.journalier("2025-09-03").avec(f.mettre("SITFAM", "???")));
    assertThat(statutDuRejet(f)).containsExactly("OUVERT");
    charge(FichierCaf.mensuel("2025-09-30").avec(f.repare()));
    assertThat(statutDuRejet(f)).containsExactly("GUERI");
  }

  @Test
  void un_fichier_plus_ancien_ne_guerit_pas_le_rejet_et_un_fichier_qui_rejette_encore_non_plus() {
    DossierCaf f = bon();
    charge(FichierCaf.journalier("2025-09-03").avec(f.mettre("SITFAM", "???")));
    charge(FichierCaf.journalier("2025-09-02").avec(f.repare()));
    assertThat(statutDuRejet(f)).containsExactly("OUVERT");
    charge(FichierCaf.journalier("2025-09-04").avec(f.mettre("SITFAM", "???")));
    assertThat(statutDuRejet(f)).containsExactly("OUVERT", "OUVERT");
    charge(FichierCaf.journalier("2025-09-05").avec(f.repare()));
    assertThat(statutDuRejet(f)).containsExactly("GUERI", "GUERI");
  }

  @Test
  void un_rejet_sans_cle_est_gueri_aussi() {
    DossierCaf f = bon();
    charge(FichierCaf.mensuel("2025-08-31").avec(f, bon()));
    charge(FichierCaf.journalier("2025-09-03").avec(f.mettre("DTDEMRSA", "2025-02-30")));
    charge(FichierCaf.journalier("2025-09-04").avec(f.repare()));
    assertThat(statutDuRejet(f)).containsExactly("GUERI");
  }

  @Test
  void deux_fois_la_meme_demande_dans_un_fichier_la_derniere_l_emporte_et_les_comptes_tombent_juste() {
    DossierCaf f = bon();
    charge(FichierCaf.mensuel("2025-08-31").avec(f.montant("100.00")));
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(f.montant("200.00")).avec(f.montant("100.00")));
    assertThat(r.foyers().crees() + r.foyers().modifies() + r.foyers().inchanges() + r.rejets().size()).isEqualTo(r.dossiersLus());
    assertThat(guichet.lignes("select droit_total from allocataires.montant m join allocataires.foyer f on f.id = m.foyer_id where f.numero_demande = ? and m.jusqua = 'infinity' and oublie_le = 'infinity'",
        f.demande())).containsExactly("100.00");
    Rapport neuf = charge(FichierCaf.journalier("2025-10-02").avec(bon().montant("1.00")).avec(f.montant("300.00")).avec(f.montant("400.00")));
    assertThat(neuf.foyers().crees() + neuf.foyers().modifies() + neuf.foyers().inchanges()).isEqualTo(3);
  }

  @Test
  void les_comptes_tombent_juste_quand_un_dossier_sur_trois_est_rejete() {
    FichierCaf premier = FichierCaf.mensuel("2025-08-31");
    List<DossierCaf> foyers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      foyers.add(bon().avec(conjoint("CJT" + caisse + i, "X").nir(guichet.nir())));
      premier.avec(foyers.get(i));
    }
    Rapport un = chargeMemeEtonnant(premier);
    assertThat(un.foyers()).isEqualTo(new Rapport.Foyers(30, 0, 0));
    assertThat(un.personnes()).isEqualTo(new Rapport.Personnes(60, 0, 0));
    FichierCaf second = FichierCaf.mensuel("2025-09-30");
    for (int i = 0; i < 30; i++) {
      DossierCaf d = foyers.get(i);
      second.avec(i % 3 == 0 ? d.mettre("SITFAM", "?") : i % 3 == 1 ? d.montant("55.00") : d);
    }
    Rapport deux = chargeMemeEtonnant(second);
    assertThat(deux.foyers()).isEqualTo(new Rapport.Foyers(0, 10, 10));
    assertThat(deux.personnes()).isEqualTo(new Rapport.Personnes(0, 0, 40));
    assertThat(deux.rejets()).hasSize(10);
    assertThat(guichet.lignes("select foyers_modifies, foyers_inchanges, rejets, dossiers_lus from echanges.import where id = ?", deux.importId()))
        .containsExactly("10|10|10|30");
  }

  @Test
  void des_ressources_enormes_ne_font_pas_echouer_le_chargement() {
    DossierCaf f = dossier(caisse, guichet.demande())
        .avec(demandeur("RICHE" + caisse, "ANNE").nir(guichet.nir()).ressources("2025-05-01", "2025-07-31", "999999999.99"));
    f.gate(d -> {
      for (int i = 0; i < 40; i++) {
        d.un("RessourcesMensuelles").ajouter(fr.jalon.personnages.Balise.bloc("DetailRessourcesMensuelles",
            fr.jalon.personnages.Balise.feuille("NATRESS", "001"),
            fr.jalon.personnages.Balise.feuille("MTNATRESSMEN", "999999999.99")));
      }
    });
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(f, bon()));
    assertThat(r.rejets()).singleElement().satisfies(x -> assertThat(x.balise()).isEqualTo("MTNATRESSMEN"));
  }

  @Test
  void des_nir_laisses_de_cote_ne_sont_pas_dits_des_dossiers_rejetes() {
    FichierCaf fichier = FichierCaf.mensuel("2025-09-30");
    for (int i = 0; i < 20; i++) {
      DossierCaf d = dossier(caisse, guichet.demande()).demandeLe("2025-08-%02d".formatted(i + 1))
          .avec(demandeur("NIR" + caisse + i, "ANNE").ne("19%02d-02-01".formatted(60 + i)).nir(i < 17 ? "28202511080" : guichet.nir()));
      fichier.avec(i < 18 ? d : d.mettre("SITFAM", "?"));
    }
    Rapport r = guichet.charger(fichier);
    assertThat(r.raisons()).extracting(x -> x.code() + " " + x.maintenant()).containsExactly("NIR 17 sur 20");
    assertThat(r.raisons().getFirst().constat()).contains("mal formés");
  }

  @Test
  void une_commune_que_son_nom_ou_un_code_sans_zero_fait_reconnaitre_a_un_territoire_et_n_est_pas_ailleurs() {
    FichierCaf fichier = FichierCaf.mensuel("2025-09-30");
    List<DossierCaf> foyers = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      DossierCaf d = dossier(caisse, guichet.demande()).demandeLe("2025-08-%02d".formatted(i + 1))
          .avec(demandeur("LIEU" + caisse + i, "ANNE").ne("19%02d-02-01".formatted(60 + i)).nir(guichet.nir()));
      foyers.add(i % 3 == 0 ? d.habite(null, "7300", "TOURNON S/ RHONE")
          .mettre("PAYS", "100") : i % 3 == 1 ? d.habite("7019", "07200", "AUBENAS") : d.habite("00000", "07000", "PRIVAS"));
      fichier.avec(foyers.get(i));
    }
    Rapport r = charge(fichier);
    assertThat(r.raisons()).isEmpty();
    assertThat(r.mouvements()).doesNotContainKey("SANS_TERRITOIRE");
    assertThat(guichet.lignes("select code_postal, commune from allocataires.adresse a join allocataires.foyer f on f.id = a.foyer_id where f.numero_demande = ?", foyers.getFirst().demande()))
        .containsExactly("07300|07324");
  }

  @Test
  void des_communes_d_un_autre_departement_ou_que_rien_ne_dit_retiennent_toujours_le_fichier() {
    FichierCaf fichier = FichierCaf.mensuel("2025-09-30");
    for (int i = 0; i < 40; i++) {
      DossierCaf d = dossier(caisse, guichet.demande()).demandeLe("2025-08-%02d".formatted(i % 28 + 1))
          .avec(demandeur("LOIN" + caisse + i, "ANNE").ne("19%02d-02-01".formatted(60 + i)).nir(guichet.nir()));
      fichier.avec(i % 2 == 0 ? d.habite("26362", "26000", "VALENCE") : d.habite("00000", "07000", "NULLEPART"));
    }
    assertThat(guichet.charger(fichier).raisons()).extracting(x -> x.code() + " " + x.maintenant())
        .containsExactly("COMMUNES 20 sur 40", "DEPARTEMENT 20 sur 20");
  }

  private DossierCaf bon() {
    return dossier(caisse, guichet.demande()).avec(demandeur("BON" + guichet.demande(), "ANNE").nir(guichet.nir()));
  }

  private DossierCaf complet() {
    return dossier(caisse, guichet.demande()).montant("500.00")
        .avec(demandeur("COMPLET" + guichet.demande(), "ANNE").nir(guichet.nir()).ressources("2025-05-01", "2025-07-31", "10.00"));
  }

  /** Everybody is born the same day, dossiers are rejected by dozens: it would be held. */
  private Rapport chargeMemeEtonnant(FichierCaf fichier) {
    Rapport r = guichet.charger(fichier.octets(), null, "Fichier d'essai : tous nés le même jour, beaucoup de rejets");
    assertThat(r.statut()).as(r.motif()).isEqualTo("CHARGE");
    assertThat(r.raisons()).isNotEmpty();
    return r;
  }

  private Rapport charge(FichierCaf fichier) {
    Rapport r = guichet.charger(fichier);
    assertThat(r.statut()).as(r.motif()).isEqualTo("CHARGE");
    assertThat(r.foyers().crees() + r.foyers().modifies() + r.foyers().inchanges() + r.rejets().size()).isEqualTo(r.dossiersLus());
    return r;
  }

  private static Rapport.Rejet rejet(Rapport r, DossierCaf d) {
    return r.rejets().stream().filter(x -> d.demande().equals(x.numeroDemande())).findFirst().orElseThrow();
  }

  private long connus(DossierCaf d) {
    return guichet.nombre("select count(*) from allocataires.foyer where numero_demande = ?", d.demande());
  }

  private String etat(DossierCaf d) {
    return guichet.lignes("select etat from allocataires.droit x join allocataires.foyer f on f.id = x.foyer_id where f.numero_demande = ? and x.jusqua = 'infinity' and oublie_le = 'infinity'",
        d.demande()).getFirst();
  }

  private List<String> statutDuRejet(DossierCaf d) {
    return guichet.lignes("select statut from echanges.rejet where numero_demande = ? order by id", d.demande());
  }

  /** Every row of every table, as text, but for the encrypted pieces. */
  private String toutCeQuiEstEcrit() {
    return guichet.photo().keySet().stream().filter(t -> !t.startsWith("structures.") && !t.equals("echanges.morceau"))
        .flatMap(t -> guichet.lignes("select t::text from " + t + " t").stream()).collect(Collectors.joining("\n"))
        + guichet.lignes("select t::text from echanges.import t") + guichet.lignes("select t::text from journal.trace t");
  }
}
