package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.conjoint;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static fr.jalon.personnages.PersonneCaf.enfant;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.personnages.PersonneCaf;
import fr.jalon.socle.Nir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One human is one person; a doubt is a task for an agent or a reject, never a silent merge. */
@EssaiDeFichiers
class RapprochementTest {
  @Autowired
  Guichet guichet;
  @Autowired
  FusionnerPersonnes fusion;
  private String caisse;
  /** A family name nobody else has. */
  private String nom;

  @BeforeEach
  void une_autre_famille() {
    caisse = guichet.caisse();
    nom = "FAMILLE" + caisse;
  }

  @Test
  void le_nir_de_treize_ou_quinze_caracteres_est_le_meme() {
    String nir = guichet.nir();
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur(nom, "ANNE").nir(nir))));
    charge(FichierCaf.mensuel("2025-09-30").avec(foyer(demandeur(nom, "ANNE").nir(nir + new Nir(nir).cle()))));
    assertThat(personnes()).containsExactly(nom + "|ANNE");
  }

  @Test
  void le_nir_definitif_remplace_le_provisoire_de_la_meme_personne() {
    DossierCaf avant = foyer(demandeur(nom, "ANNE").nir(guichet.nir('8')));
    String definitif = guichet.nir();
    charge(FichierCaf.mensuel("2025-08-31").avec(avant));
    assertThat(guichet.lignes("select nir_provisoire from allocataires.personne where nom = ?", nom)).containsExactly("t");
    charge(FichierCaf.mensuel("2025-09-30").avec(dossier(caisse, avant.demande()).avec(demandeur(nom, "ANNE").nir(definitif))));
    assertThat(guichet.lignes("select nir_provisoire from allocataires.personne where nom = ?", nom)).containsExactly("f");
    // and from now on this number is hers, under any claim
    charge(FichierCaf.mensuel("2025-10-31").avec(foyer(demandeur(nom, "ANNE").nir(definitif))));
    assertThat(personnes()).containsExactly(nom + "|ANNE");
    assertThat(doublons()).isEmpty();
  }

  @Test
  void le_nir_provisoire_d_une_autre_personne_fait_deux_personnes_et_une_tache() {
    String provisoire = guichet.nir('7');
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur(nom, "ANNE").nir(provisoire))));
    Rapport r = charge(FichierCaf.journalier("2025-09-02").avec(foyer(demandeur(nom + "BIS", "BORIS").ne("1970-05-06").nir(provisoire))));
    assertThat(r.rejets()).isEmpty();
    assertThat(guichet.lignes("select nom, nir_empreinte is not null from allocataires.personne where nom like ? order by 1", nom + "%"))
        .containsExactly(nom + "|t", nom + "BIS|f");
    assertThat(doublons()).containsExactly("Même NIR provisoire, identités différentes");
  }

  @Test
  void le_nir_provisoire_d_une_autre_n_ecrase_pas_celui_d_un_membre_du_foyer() {
    DossierCaf f = foyer(demandeur(nom, "ANNE").nir(guichet.nir('7')));
    String autre = guichet.nir('8');
    charge(FichierCaf.mensuel("2025-08-31").avec(f, foyer(demandeur(nom + "BIS", "BORIS").ne("1970-05-06").nir(autre))));
    Rapport r = charge(FichierCaf.journalier("2025-09-02").avec(dossier(caisse, f.demande()).avec(demandeur(nom, "ANNE").nir(autre))));
    assertThat(r.rejets()).isEmpty();
    assertThat(personnes()).containsExactly(nom + "|ANNE", nom + "BIS|BORIS");
  }

  @Test
  void sans_nir_la_demande_et_le_role_suffisent_meme_apres_un_mariage() {
    DossierCaf avant = foyer(demandeur(nom, "ANNE"));
    charge(FichierCaf.mensuel("2025-08-31").avec(avant));
    charge(FichierCaf.mensuel("2025-09-30").avec(dossier(caisse, avant.demande()).avec(demandeur(nom + "MARIEE", "ANNE").nomNaissance(nom))));
    assertThat(personnes()).containsExactly(nom + "MARIEE|ANNE");
    assertThat(guichet.lignes("select i.nom from allocataires.identite_precedente i join allocataires.personne p on p.id = i.personne_id where p.nom = ?", nom + "MARIEE"))
        .containsExactly(nom);
  }

  @Test
  void le_nir_apporte_plus_tard_est_donne_a_la_personne_connue() {
    DossierCaf avant = foyer(demandeur(nom, "ANNE"));
    String nir = guichet.nir();
    charge(FichierCaf.mensuel("2025-08-31").avec(avant));
    charge(FichierCaf.mensuel("2025-09-30").avec(dossier(caisse, avant.demande()).avec(demandeur(nom, "ANNE").nir(nir))));
    charge(FichierCaf.mensuel("2025-10-31").avec(foyer(demandeur(nom, "ANNE").nir(nir))));
    assertThat(personnes()).containsExactly(nom + "|ANNE");
  }

  @Test
  void un_fichier_sans_nir_n_efface_pas_celui_qui_est_connu() {
    DossierCaf avant = foyer(demandeur(nom, "ANNE").nir(guichet.nir()).identifiantFt("1253359X"));
    charge(FichierCaf.mensuel("2025-08-31").avec(avant));
    charge(FichierCaf.mensuel("2025-09-30").avec(dossier(caisse, avant.demande()).avec(demandeur(nom, "ANNE"))));
    assertThat(guichet.lignes("select nir_empreinte is not null, nir_provisoire, identifiant_ft from allocataires.personne where nom = ?", nom))
        .containsExactly("t|f|1253359X");
  }

  @Test
  void les_jumeaux_sans_nir_sont_deux_personnes_et_le_restent() {
    DossierCaf f = foyer(demandeur(nom, "ANNE").nir(guichet.nir()), enfant(nom, "LEA"), enfant(nom, "LEO"));
    charge(FichierCaf.mensuel("2025-08-31").avec(f));
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(f.montant("100.00")));
    assertThat(r.rejets()).isEmpty();
    assertThat(personnes()).containsExactly(nom + "|ANNE", nom + "|LEA", nom + "|LEO");
    assertThat(doublons()).isEmpty();
  }

  @Test
  void les_homonymes_nes_le_meme_jour_sous_deux_nir_sont_deux_personnes_sans_tache() {
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur(nom, "ANNE").nir(guichet.nir())), foyer(demandeur(nom, "ANNE").nir(guichet.nir()))));
    assertThat(personnes()).containsExactly(nom + "|ANNE", nom + "|ANNE");
    assertThat(doublons()).isEmpty();
  }

  @Test
  void sans_nir_une_homonyme_connue_ailleurs_fait_une_tache_et_deux_personnes() {
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur(nom, "ANNE").nir(guichet.nir())), foyer(demandeur(nom, "ANNE"))));
    assertThat(personnes()).containsExactly(nom + "|ANNE", nom + "|ANNE");
    assertThat(doublons()).containsExactly("Mêmes nom, prénom et date de naissance");
  }

  @Test
  void la_caisse_qui_ecrit_les_noms_autrement_fait_une_tache_pour_chacune_et_ne_reunit_rien() {
    String msa = guichet.caisse();
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur("LE " + nom, "SANDRINE").ne("1984-05-17").nir(guichet.nir())),
        foyer(demandeur(nom, "JEAN-PIERRE").ne("1979-03-21").sexe("1").nir(guichet.nir())),
        foyer(demandeur(nom, "CAMILLE").ne("1990-11-30").nir(guichet.nir()))));
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(ailleurs(msa, demandeur("LE" + nom, "SANDRINE").ne("1984-05-17")),
        ailleurs(msa, demandeur(nom, "JEAN PIERRE").ne("1979-03-21").sexe("1")), ailleurs(msa, demandeur("CAMILLE", nom).ne("1990-11-30"))));
    assertThat(r.personnes().creees()).isEqualTo(3);
    assertThat(guichet.lignes("select raison from allocataires.doublon where import_id = ? order by 1", r.importId())).containsExactly(
        "Mêmes nom, prénom et date de naissance", "Mêmes nom, prénom et date de naissance", "Nom et prénom inversés, même date de naissance");
  }

  @Test
  void un_prenom_raccourci_un_nom_de_femme_mariee_et_deux_chiffres_inverses_font_une_tache() {
    String msa = guichet.caisse();
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur(nom, "JEAN-PIERRE").ne("1979-03-21").sexe("1").nir(guichet.nir())),
        foyer(demandeur(nom, "ODILE").ne("1984-05-17").nir(guichet.nir())).habite("07019", "07200", "AUBENAS"),
        foyer(demandeur(nom, "ZOE").ne("1990-11-07").nir(guichet.nir()))));
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(ailleurs(msa, demandeur(nom, "JEAN").ne("1979-03-21").sexe("1")),
        ailleurs(msa, demandeur("TOUTAUTRE" + caisse, "ODILE").ne("1984-05-17")).habite("07019", "07200", "AUBENAS"),
        ailleurs(msa, demandeur(nom, "ZOE").ne("1990-07-11"))));
    assertThat(guichet.lignes("select raison from allocataires.doublon where import_id = ? order by 1", r.importId())).containsExactlyInAnyOrder(
        "Même nom et même date de naissance, prénom proche", "Même prénom, même date de naissance et même adresse, nom différent",
        "Mêmes nom et prénom, jour et mois de naissance inversés");
  }

  @Test
  void deux_ecritures_dans_un_meme_fichier_font_une_tache_aussi() {
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur("LE " + nom, "SANDRINE").nir(guichet.nir())),
        foyer(demandeur("LE" + nom, "SANDRINE"))));
    assertThat(guichet.lignes("select d.raison from allocataires.doublon d join allocataires.personne p on p.id in (d.personne_a, d.personne_b) where p.nom = ?", "LE" + nom))
        .containsExactly("Mêmes nom, prénom et date de naissance");
  }

  @Test
  void le_jour_et_le_mois_inverses_dans_un_meme_fichier_font_une_tache_dans_les_deux_ordres() {
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur(nom, "IRIS").ne("1990-11-07").nir(guichet.nir())),
        foyer(demandeur(nom, "IRIS").ne("1990-07-11"))));
    charge(FichierCaf.mensuel("2025-09-30").avec(foyer(demandeur(nom, "OPALE").ne("1990-03-02")),
        foyer(demandeur(nom, "OPALE").ne("1990-02-03").nir(guichet.nir()))));
    assertThat(doublons()).containsExactly("Mêmes nom et prénom, jour et mois de naissance inversés",
        "Mêmes nom et prénom, jour et mois de naissance inversés");
  }

  @ParameterizedTest
  @CsvSource({"un autre nom", "le même nom"})
  void l_enfant_sous_le_nir_de_sa_mere_ne_la_dedouble_ni_ne_la_remplace(String quel) {
    String nir = guichet.nir();
    DossierCaf f = foyer(demandeur(nom, "ANNE").ne("1984-05-17").nir(nir).sdd());
    charge(FichierCaf.mensuel("2025-08-31").avec(f));
    String sien = quel.equals("le même nom") ? nom : "PERE" + caisse;
    Rapport r = charge(FichierCaf.mensuel("2025-09-30").avec(dossier(caisse, f.demande())
        .avec(demandeur(nom, "ANNE").ne("1984-05-17").sdd(), enfant(sien, "LEA").ne("2016-02-03").nir(nir))));
    assertThat(r.rejets()).isEmpty();
    assertThat(r.nouveauxEntrants()).isZero();
    assertThat(r.personnes().creees()).isOne();
    assertThat(guichet.lignes("select prenom, date_naissance, nir_empreinte is not null from allocataires.personne where nom in (?, ?) order by 1",
        nom, sien))
        .containsExactly("ANNE|1984-05-17|t", "LEA|2016-02-03|f");
    assertThat(guichet.lignes("""
        select p.prenom, m.depuis, m.jusqua from allocataires.membre m join allocataires.personne p on p.id = m.personne_id join allocataires.foyer x on x.id = m.foyer_id
        where x.numero_demande = ? and m.oublie_le = 'infinity' order by 1""", f.demande())).containsExactly("ANNE|2025-08-31|infinity", "LEA|2025-09-30|infinity");
    assertThat(doublons()).isEmpty();
  }

  @Test
  void des_jumeaux_aux_prenoms_proches_dans_le_meme_foyer_ne_font_pas_de_tache() {
    DossierCaf f = foyer(demandeur(nom, "ANNE").nir(guichet.nir()), enfant(nom, "LEA"), enfant(nom, "LEANDRE"));
    charge(FichierCaf.mensuel("2025-08-31").avec(f));
    charge(FichierCaf.mensuel("2025-09-30").avec(f.montant("10.00").avec(enfant(nom, "LEANNE"))));
    assertThat(doublons()).isEmpty();
  }

  @Test
  void sans_nir_une_personne_qui_peut_etre_l_une_de_deux_est_rejetee_seule() {
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur(nom, "ANNE").nir(guichet.nir())), foyer(demandeur(nom, "ANNE").nir(guichet.nir()))));
    DossierCaf douteux = foyer(demandeur(nom, "ANNE"));
    Rapport r = charge(FichierCaf.journalier("2025-09-02").avec(douteux, foyer(demandeur(nom, "BETTY").nir(guichet.nir()))));
    assertThat(r.rejets()).singleElement().satisfies(x -> {
      assertThat(x.numeroDemande()).isEqualTo(douteux.demande());
      assertThat(x.balise()).isEqualTo("NIR");
      assertThat(x.valeur()).isNull();
      assertThat(x.raison()).contains("ANNE " + nom, "2 personnes");
    });
    assertThat(personnes()).containsExactly(nom + "|ANNE", nom + "|ANNE", nom + "|BETTY");
  }

  @Test
  void deux_personnes_d_un_dossier_que_rien_ne_distingue_le_font_rejeter_seul() {
    Rapport r = charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur(nom, "ANNE").nir(guichet.nir()), enfant(nom, "LEA"), enfant(nom, "LÉA")),
        foyer(demandeur(nom, "BETTY").nir(guichet.nir()))));
    assertThat(r.rejets()).singleElement().satisfies(x -> assertThat(x.raison()).contains("rien ne distingue"));
    assertThat(personnes()).containsExactly(nom + "|BETTY");
  }

  @Test
  void un_enfant_dans_deux_foyers_est_une_personne_a_deux_places() {
    String nir = guichet.nir();
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur(nom, "ANNE").nir(guichet.nir()), enfant(nom, "LEA").nir(nir)),
        foyer(demandeur(nom, "BORIS").nir(guichet.nir()), enfant(nom, "LEA").nir(nir))));
    assertThat(personnes()).containsExactly(nom + "|ANNE", nom + "|BORIS", nom + "|LEA");
    assertThat(guichet.nombre("select count(*) from allocataires.membre m join allocataires.personne p on p.id = m.personne_id where p.nom = ? and p.prenom = 'LEA'", nom)).isEqualTo(2);
  }

  @Test
  void qui_revient_sous_une_autre_demande_est_la_meme_personne() {
    PersonneCaf anne = demandeur(nom, "ANNE").nir(guichet.nir());
    charge(FichierCaf.mensuel("2025-06-30").avec(foyer(anne)));
    charge(FichierCaf.mensuel("2025-07-31").avec(temoin()));
    charge(FichierCaf.mensuel("2025-09-30").avec(temoin(), foyer(anne).demandeLe("2025-09-10")));
    assertThat(guichet.lignes("select nom, prenom from allocataires.personne where nom = ? and prenom = 'ANNE'", nom)).hasSize(1);
    assertThat(guichet.nombre("select count(distinct foyer_id) from allocataires.membre m join allocataires.personne p on p.id = m.personne_id where p.nom = ? and p.prenom = 'ANNE'", nom)).isEqualTo(2);
  }

  @Test
  void un_enfant_sans_nir_qui_part_puis_revient_est_le_meme() {
    PersonneCaf anne = demandeur(nom, "ANNE").nir(guichet.nir());
    PersonneCaf lea = enfant(nom, "LEA");
    DossierCaf f = foyer(anne, lea);
    charge(FichierCaf.mensuel("2025-06-30").avec(f));
    charge(FichierCaf.mensuel("2025-07-31").avec(f.sans(lea)));
    charge(FichierCaf.mensuel("2025-08-31").avec(f.avec(lea)));
    charge(FichierCaf.mensuel("2025-09-30").avec(f.sans(lea).avec(lea.copie().role("AUT"))));
    charge(FichierCaf.mensuel("2025-10-31").avec(f.montant("12.00")));
    assertThat(personnes()).containsExactly(nom + "|ANNE", nom + "|LEA");
    assertThat(doublons()).isEmpty();
  }

  @Test
  void deux_conjoints_dans_la_meme_demande_sont_deux_personnes() {
    DossierCaf f = foyer(conjoint(nom, "SOPHIE"), conjoint(nom + "B", "NOEL").ne("1977-03-23").sexe("1"));
    charge(FichierCaf.mensuel("2025-08-31").avec(f));
    charge(FichierCaf.mensuel("2025-09-30").avec(f.montant("1.00")));
    assertThat(personnes()).containsExactly(nom + "|SOPHIE", nom + "B|NOEL");
  }

  @Test
  void deux_personnes_d_un_dossier_sous_le_meme_nir_le_font_rejeter_seul_sans_le_montrer() {
    String nir = guichet.nir();
    Rapport r = charge(FichierCaf.mensuel("2025-08-31")
        .avec(foyer(demandeur(nom, "ANNE").nir(nir), conjoint(nom, "BORIS").nir(nir + new Nir(nir).cle())),
        foyer(demandeur(nom, "BETTY").nir(guichet.nir()))));
    assertThat(r.rejets()).singleElement().satisfies(x -> assertThat(x.toString()).contains("NIR").doesNotContain(nir));
    assertThat(personnes()).containsExactly(nom + "|BETTY");
  }

  @Test
  void le_nir_d_une_inconnue_en_tout_ne_l_ecrase_pas_et_fait_rejeter_le_dossier() {
    String nir = guichet.nir();
    charge(FichierCaf.mensuel("2025-08-31").avec(foyer(demandeur(nom, "ANNE").nir(nir))));
    Rapport r = charge(FichierCaf.journalier("2025-09-02").avec(foyer(demandeur("TOUTAUTRE" + caisse, "BORIS").ne("1970-05-06").sexe("1").nir(nir))));
    assertThat(r.rejets()).singleElement().satisfies(x -> assertThat(x.raison()).contains("NIR", "autre personne").doesNotContain(nir)
        .doesNotContain("ANNE"));
    assertThat(personnes()).containsExactly(nom + "|ANNE");
  }

  @Test
  void un_nir_corrige_dans_la_meme_demande_fait_une_tache() {
    DossierCaf f = foyer(demandeur(nom, "ANNE").nir(guichet.nir()));
    charge(FichierCaf.mensuel("2025-08-31").avec(f));
    charge(FichierCaf.mensuel("2025-09-30").avec(dossier(caisse, f.demande()).avec(demandeur(nom, "ANNE").nir(guichet.nir()))));
    assertThat(personnes()).hasSize(2);
    assertThat(doublons()).containsExactly("Même demande et même identité, NIR différent");
  }

  @Test
  void qui_a_ete_reunie_a_une_autre_recoit_les_fichiers_sous_la_fiche_gardee() {
    DossierCaf ancien = foyer(demandeur(nom, "ANNE"));
    PersonneCaf sousNir = demandeur(nom, "ANNE").nir(guichet.nir()).sdd();
    charge(FichierCaf.mensuel("2025-06-30").avec(ancien));
    DossierCaf nouveau = foyer(sousNir).habite("07010", "07100", "ANNONAY");
    charge(FichierCaf.mensuel("2025-07-31").avec(temoin(), nouveau));
    List<String> fiches = guichet.lignes("select id from allocataires.personne where nom = ? and prenom = 'ANNE' order by id", nom);
    long gardee = Long.parseLong(fiches.get(0));
    EnTantQue.allocation().faire(() -> fusion.fusionner(gardee, Long.parseLong(fiches.get(1)), "c'est elle", null));
    charge(FichierCaf.mensuel("2025-08-31").avec(temoin(), nouveau.habite("07019", "07200", "AUBENAS").suspendu("06", "2025-08-01")));
    assertThat(guichet.lignes("select distinct personne_id from allocataires.membre where personne_origine_id = ?", Long.parseLong(fiches.get(1))))
        .containsExactly(fiches.get(0));
    assertThat(guichet.lignes("""
        select p.territoire_id = c.territoire_id, p.territoire_id is not null from allocataires.personne p, structures.commune c where c.code = '07019' and p.id = ?""", gardee))
        .containsExactly("t|t");
    // the other claim of hers, without NIR, too
    charge(FichierCaf.journalier("2025-09-02").avec(dossier(caisse, ancien.demande()).avec(demandeur(nom, "ANNE").sdd())));
    assertThat(guichet.lignes("select nom from allocataires.personne where nom = ? and prenom = 'ANNE'", nom)).hasSize(2);
    assertThat(guichet.lignes("select distinct personne_id from allocataires.membre m join allocataires.personne p on p.id = m.personne_origine_id where p.nom = ? and prenom = 'ANNE'", nom))
        .containsExactly(fiches.get(0));
  }

  @Test
  void un_fichier_tardif_ne_rend_pas_son_ancien_nom_a_qui_a_change_de_demande() {
    String nir = guichet.nir();
    PersonneCaf mariee = demandeur(nom + "MARIEE", "ANNE").nir(nir);
    charge(FichierCaf.mensuel("2025-09-30").avec(temoin(), foyer(mariee)));
    charge(FichierCaf.mensuel("2025-06-30").avec(temoin(), foyer(demandeur(nom, "ANNE").nir(nir)).clos("ECH", "2025-06-30")));
    assertThat(guichet.lignes("select nom from allocataires.personne where prenom = 'ANNE' and nom like ?", nom + "%"))
        .containsExactly(nom + "MARIEE");
  }

  @Test
  void l_exemple_du_domaine_est_refuse_pour_son_total_puis_charge_quand_l_ecart_est_accepte() throws IOException {
    Path exemple = java.util.stream.Stream.of("../shared", "../../shared").map(d -> Path.of(d, "domain", "caf", "RSABEM-sample.xml"))
        .filter(Files::isReadable)
        .findFirst().orElse(null);
    Assumptions.assumeTrue(exemple != null, "L'exemple du domaine n'est pas là : test sauté");
    byte[] octets = Files.readAllBytes(exemple);
    guichet.base().sql("update structures.departement set code = '52'").update();
    try {
      Rapport refus = guichet.charger(octets, LocalDate.of(2022, 3, 5), null);
      assertThat(refus.statut()).isEqualTo("REFUSE");
      assertThat(refus.motif()).contains("annonce 1 dossier et en contient 2");
      Rapport rapport = guichet.charger(octets, LocalDate.of(2022, 3, 5), "fichier d'exemple");
      assertThat(rapport.statut()).isEqualTo("CHARGE");
      assertThat(rapport.foyers().crees()).isEqualTo(2);
      assertThat(rapport.personnes().creees()).isEqualTo(3);
      assertThat(rapport.rejets()).isEmpty();
      assertThat(guichet.lignes("select nom, prenom from allocataires.personne where nom in ('TIFOUR', 'KELLER', 'BULLOCK') and import_id = ? order by 1", rapport.importId()))
          .containsExactly("BULLOCK|ETA", "KELLER|NOEL", "TIFOUR|SOPHIE");
    } finally {
      guichet.base().sql("update structures.departement set code = '07'").update();
    }
  }

  private DossierCaf foyer(PersonneCaf... personnes) {
    return dossier(caisse, guichet.demande()).avec(personnes);
  }

  private DossierCaf ailleurs(String autreCaisse, PersonneCaf... personnes) {
    return dossier(autreCaisse, guichet.demande()).msa().avec(personnes);
  }

  private DossierCaf temoin() {
    return dossier(caisse, "99999999999").avec(demandeur(nom + "TEMOIN", "TEMOIN").ne("1990-01-01").nir(TEMOIN));
  }

  private static final String TEMOIN = "1900107019001";

  private Rapport charge(FichierCaf fichier) {
    Rapport r = guichet.charger(fichier);
    assertThat(r.statut()).as(r.motif()).isEqualTo("CHARGE");
    return r;
  }

  private List<String> personnes() {
    return guichet.lignes("select nom, prenom from allocataires.personne where nom like ? and fusionnee_dans is null order by 1, 2", nom + "%");
  }

  private List<String> doublons() {
    return guichet.lignes("""
        select d.raison from allocataires.doublon d join allocataires.personne p on p.id = d.personne_a
        where p.nom like ? order by 1""", nom + "%");
  }
}
