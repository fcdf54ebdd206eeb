package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.conjoint;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static fr.jalon.personnages.PersonneCaf.enfant;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.echanges.caf.flux.Facultatives;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a file leaves out is not denied: the last known value holds, whatever the order of the files, and what is never said is told. */
@EssaiDeFichiers
class AbsentNEstPasNonTest {
  @Autowired
  Guichet guichet;
  private String caisse;
  private String nom;

  @BeforeEach
  void une_autre_caisse() {
    caisse = guichet.caisse();
    nom = "MOULIN" + caisse;
  }

  @Test
  void un_mois_qui_ne_dit_pas_les_devoirs_ne_fait_ni_perdre_ses_devoirs_ni_entrer_de_nouveau() {
    String nir = guichet.nir();
    String demande = guichet.demande();
    charge("2025-08-31", dossier(caisse, demande).avec(demandeur(nom, "CLAIRE").nir(nir).sdd()));
    charge("2025-09-30", dossier(caisse, demande).avec(demandeur(nom, "CLAIRE").nir(nir).sddNonDit()));
    assertThat(sdd(demande)).containsExactly("2025-08-31|infinity|t");
    Rapport octobre = charge("2025-10-31", dossier(caisse, demande).avec(demandeur(nom, "CLAIRE").nir(nir).sdd()));
    assertThat(octobre.nouveauxEntrants()).isZero();
    assertThat(sdd(demande)).containsExactly("2025-08-31|infinity|t");
    assertThat(guichet.lignes("select sdd from allocataires.situation s join allocataires.personne p on p.id = s.personne_id where p.nom = ?", nom))
        .containsExactly("t");
  }

  @Test
  void qui_change_de_caisse_garde_ses_devoirs_quand_la_nouvelle_ne_les_dit_pas() {
    String nir = guichet.nir();
    DossierCaf caf = dossier(caisse, guichet.demande()).avec(demandeur(nom, "CLAIRE").nir(nir).sdd());
    charge("2025-08-31", caf);
    charge("2025-09-30", caf.clos("RFD", "2025-09-01"));
    String demande = guichet.demande();
    Rapport msa = guichet.charger(FichierCaf.mensuel("2025-09-30")
        .avec(dossier(guichet.caisse(), demande).msa().avec(demandeur(nom, "CLAIRE").nir(nir).sddNonDit())));
    assertThat(msa.statut()).as(msa.motif()).isEqualTo("CHARGE");
    assertThat(msa.mouvements()).doesNotContainKey("SDD_INCONNU");
    assertThat(guichet.lignes("""
        select m.depuis, m.sdd, s.sdd from allocataires.membre m join allocataires.foyer f on f.id = m.foyer_id join allocataires.situation s on s.personne_id = m.personne_id
        where f.numero_demande = ? and m.oublie_le = 'infinity'""", demande)).containsExactly("2025-09-30|t|t");
  }

  @Test
  void un_fichier_qui_dit_non_est_cru() {
    DossierCaf d = dossier(caisse, guichet.demande()).avec(demandeur(nom, "CLAIRE").nir(guichet.nir()).sdd());
    charge("2025-08-31", d);
    charge("2025-09-30", d.mettre("TOPPERSDRODEVORSA", "0"));
    assertThat(sdd(d.demande())).containsExactly("2025-08-31|2025-09-30|t", "2025-09-30|infinity|f");
  }

  @Test
  void un_fichier_tardif_qui_le_dit_change_les_mois_qui_ne_le_disent_pas_et_eux_seuls() {
    String nir = guichet.nir();
    String demande = guichet.demande();
    charge("2025-07-31", dossier(caisse, demande).avec(demandeur(nom, "CLAIRE").nir(nir).sdd()));
    charge("2025-09-30", dossier(caisse, demande).avec(demandeur(nom, "CLAIRE").nir(nir).sddNonDit()));
    charge("2025-10-31", dossier(caisse, demande).avec(demandeur(nom, "CLAIRE").nir(nir).sddNonDit().activite("CHO", "2025-10-01", null)));
    charge("2025-11-30", dossier(caisse, demande).avec(demandeur(nom, "CLAIRE").nir(nir).sdd()));
    charge("2025-08-31", dossier(caisse, demande).avec(demandeur(nom, "CLAIRE").nir(nir).sdd(false)));
    assertThat(sdd(demande)).containsExactly("2025-07-31|2025-08-31|t", "2025-08-31|2025-11-30|f", "2025-11-30|infinity|t");
  }

  @Test
  void des_devoirs_que_personne_n_a_jamais_dits_ne_sont_pas_devines_et_le_rapport_le_dit() {
    Rapport r = charge("2025-08-31", dossier(caisse, guichet.demande()).avec(demandeur(nom, "CLAIRE").nir(guichet.nir()).sddNonDit(),
        conjoint(nom, "PAUL").sexe("1").nir(guichet.nir()), enfant(nom, "LEA").sddNonDit()));
    assertThat(r.mouvements()).containsEntry("SDD_INCONNU", 1);
  }

  @ParameterizedTest
  @CsvSource({"TOPCHAPERS, select distinct enfants from allocataires.droit", "TOPSANSDOMFIXE, select distinct sans_domicile from allocataires.droit",
      "DetailDroitRSA, select distinct sans_domicile from allocataires.droit", "SITFAM, select distinct situation_famille from allocataires.droit",
      "SituationFamille, select distinct situation_famille from allocataires.droit",
      "TOPRESPDOS, select distinct responsable from allocataires.membre",
      "DossierCAF, 'select distinct responsable, rattache_depuis from allocataires.membre'",
      "Adresse, 'select distinct commune, lignes, territoire_id from allocataires.adresse'",
      "AdresseDetailleeFrance, 'select distinct commune, lignes, territoire_id from allocataires.adresse'"})
  void ce_que_le_fichier_omet_garde_la_derniere_valeur_connue(String balise, String question) {
    DossierCaf d = dossier(caisse, guichet.demande()).situationFamille("VIM").habite("07019", "07200", "AUBENAS").mettre("TOPSANSDOMFIXE", "1")
        .avec(demandeur(nom, "CLAIRE").nir(guichet.nir()).sdd());
    if (balise.equals("TOPCHAPERS")) {
      d.avec(enfant(nom, "LEA"));
    }
    charge("2025-08-31", d);
    Object avant = guichet.lignes(question + " where foyer_id = ? order by 1", foyer(d));
    charge("2025-09-30", d.gate(b -> {
      while (b.un(balise) != null) {
        b.oter(balise);
      }
    }));
    assertThat(guichet.lignes(question + " where foyer_id = ? order by 1", foyer(d))).isEqualTo(avant);
    assertThat(guichet.lignes("select f.territoire_id is not null, s.commune from allocataires.foyer f join allocataires.situation s on s.foyer_id = f.id where f.id = ? limit 1", foyer(d)))
        .containsExactly("t|07019");
  }

  @Test
  void un_code_postal_ecrit_comme_un_nombre_retrouve_son_zero() {
    DossierCaf d = dossier(caisse, guichet.demande()).habite("07186", "7000", "PRIVAS").avec(demandeur(nom, "CLAIRE").nir(guichet.nir()));
    charge("2025-08-31", d);
    assertThat(guichet.lignes("select code_postal from allocataires.adresse where foyer_id = ?", foyer(d))).containsExactly("07000");
  }

  @ParameterizedTest
  @CsvSource({"'', 07200, AUBENAS, 07019", "00000, 07200, Aubenas, 07019", "'', 7200, AUBENAS CEDEX, 07019", "7019, 07200, AUBENAS, 07019",
      "07999, 07000, PRIVAS, 07186", "'', 07400, TEIL (LE), 07319",
      "99999, 07200, AUBENAS, 07019", "019, 07200, AUBENAS, 07019"})
  void une_commune_sans_code_est_reconnue_a_son_nom_et_son_code_postal(String code, String postal, String commune, String attendue) {
    DossierCaf d = dossier(caisse, guichet.demande()).habite(code.isEmpty() ? null : code, postal, commune)
        .avec(demandeur(nom, "CLAIRE").nir(guichet.nir()));
    Rapport r = charge("2025-08-31", d);
    assertThat(guichet.lignes("select a.commune, f.territoire_id is not null from allocataires.adresse a join allocataires.foyer f on f.id = a.foyer_id where f.id = ?", foyer(d)))
        .containsExactly(attendue + "|t");
    assertThat(r.mouvements()).doesNotContainKey("SANS_TERRITOIRE");
  }

  @Test
  void qui_n_est_dans_aucun_territoire_est_compte_dans_le_rapport() {
    Rapport r = charge("2025-08-31", dossier(caisse, guichet.demande()).habite(null, "07200", "NULLE PART SUR ARDECHE")
        .avec(demandeur(nom, "CLAIRE").nir(guichet.nir())),
        dossier(caisse, guichet.demande()).habite("69123", "69003", "LYON").avec(demandeur(nom, "PAUL").nir(guichet.nir())));
    assertThat(r.mouvements()).containsEntry("SANS_TERRITOIRE", 1);
  }

  @Test
  void la_liste_de_ce_qui_est_facultatif_est_la_meme_dans_les_regles_et_dans_le_programme() throws IOException {
    Map<String, String> ecrites = new TreeMap<>();
    Matcher ligne = Pattern.compile("(?m)^\\| (demeure|non effacé|rien|inconnu|déduit|non lu) \\|[^|]*\\| (.*) \\|$")
        .matcher(Files.readString(Path.of("docs/regles/chargement.md")));
    while (ligne.find()) {
      Matcher balise = Pattern.compile("`(\\w+)`").matcher(ligne.group(2));
      while (balise.find()) {
        ecrites.put(balise.group(1), ligne.group(1));
      }
    }
    Map<String, String> voulues = new TreeMap<>();
    Facultatives.toutes().forEach((balise, sens) -> voulues.put(balise, sens.libelle()));
    assertThat(ecrites).isEqualTo(voulues);
  }

  private Rapport charge(String reference, DossierCaf... dossiers) {
    Rapport r = guichet.charger(FichierCaf.mensuel(reference).avec(dossiers));
    assertThat(r.statut()).as(r.motif()).isEqualTo("CHARGE");
    assertThat(r.rejets()).isEmpty();
    return r;
  }

  private long foyer(DossierCaf d) {
    return guichet.nombre("select id from allocataires.foyer where numero_demande = ? and numero_organisme = ?", d.demande(), caisse);
  }

  /** What is known of the duties, date by date, whatever the rows it is written in. */
  private java.util.List<String> sdd(String demande) {
    return guichet.lignes("""
        with v as (select m.depuis, m.jusqua, m.sdd, m.sdd is distinct from lag(m.sdd) over (order by m.depuis) debut from allocataires.membre m
          join allocataires.foyer f on f.id = m.foyer_id where f.numero_demande = ? and f.numero_organisme = ? and m.oublie_le = 'infinity'),
        g as (select *, sum(debut::int) over (order by depuis) n from v)
        select min(depuis)::text, max(jusqua)::text, bool_and(sdd) from g group by n order by 1""", demande, caisse);
  }
}
