package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.conjoint;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.personnages.FichierCaf.Format;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a file may look like, and what is refused: whole, in a French sentence, with nothing changed. */
@EssaiDeFichiers
class FormatsTest {
  /** Characters that windows-1252 alone puts between 0x80 and 0x9f, and others of everyday names. */
  private static final String NOM = "L’HÉRITIER—CŒUR €…";
  @Autowired
  Guichet guichet;

  @ParameterizedTest
  @CsvSource({"windows-1252, windows-1252", "windows-1252, WINDOWS-1252", "windows-1252, cp1252", "UTF-8, UTF-8", "UTF-8, utf-8", "UTF-8,"})
  void lit_les_accents_et_la_typographie_dans_l_encodage_declare(String octets, String declare) {
    DossierCaf dossier = unDossier().sans().avec(conjoint(NOM, "ZOÉ").nir(guichet.nir()));
    Rapport rapport = guichet.charger(FichierCaf.mensuel("2025-09-30").avec(dossier).encode(octets, declare));
    assertThat(rapport.statut()).as(rapport.motif()).isEqualTo("CHARGE");
    assertThat(noms(dossier)).contains(NOM + "|ZOÉ");
  }

  @Test
  void lit_un_fichier_en_iso_8859_15() {
    DossierCaf dossier = unDossier().avec(conjoint("CŒUR €", "ZOÉ").nir(guichet.nir()));
    Rapport rapport = guichet.charger(FichierCaf.mensuel("2025-09-30").avec(dossier).encode("ISO-8859-15", "ISO-8859-15"));
    assertThat(rapport.statut()).as(rapport.motif()).isEqualTo("CHARGE");
    assertThat(noms(dossier)).contains("CŒUR €|ZOÉ");
  }

  @Test
  void lit_un_fichier_utf_8_qui_commence_par_sa_marque() {
    DossierCaf dossier = unDossier().avec(conjoint(NOM, "ZOÉ").nir(guichet.nir()));
    assertThat(guichet.charger(FichierCaf.mensuel("2025-09-30").avec(dossier).avecBom()).statut()).isEqualTo("CHARGE");
    assertThat(noms(dossier)).contains(NOM + "|ZOÉ");
  }

  @Test
  void lit_une_apostrophe_de_windows_a_cote_d_une_lettre_ecrite_par_son_numero() {
    DossierCaf dossier = unDossier().avec(conjoint("D’&#338;UVRE &#8212; &#x141;", "ZOÉ").nir(guichet.nir()));
    guichet.charger(FichierCaf.mensuel("2025-09-30").avec(dossier).brut());
    assertThat(noms(dossier)).contains("D’ŒUVRE — Ł|ZOÉ");
  }

  @Test
  void dit_qu_un_encodage_n_est_pas_connu() {
    refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier()).encode("UTF-8", "klingon-1").octets(), "klingon-1", "windows-1252");
  }

  @Test
  void dit_que_les_lettres_ne_sont_pas_celles_de_l_encodage_declare() {
    Rapport rapport = refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier().avec(conjoint("HÉLÉNA", "ZOÉ").nir(guichet.nir())))
        .encode("windows-1252", "UTF-8").octets(), "UTF-8");
    assertThat(rapport.ligne()).isGreaterThan(10);
  }

  @Test
  void lit_un_fichier_compresse_par_gzip() {
    DossierCaf dossier = unDossier();
    byte[] octets = FichierCaf.gz(FichierCaf.mensuel("2025-09-30").avec(dossier).octets());
    assertThat(guichet.charger(octets).statut()).isEqualTo("CHARGE");
    assertThat(noms(dossier)).hasSize(1);
  }

  @Test
  void lit_l_unique_fichier_d_une_archive_meme_dans_un_dossier() {
    DossierCaf seul = unDossier();
    assertThat(guichet.charger(FichierCaf.zip(FichierCaf.mensuel("2025-09-30").avec(seul).octets(), "RSABEM.xml")).statut()).isEqualTo("CHARGE");
    DossierCaf range = unDossier();
    assertThat(guichet.charger(FichierCaf.zip(FichierCaf.mensuel("2025-09-30").avec(range).octets(), "2025/", "2025/RSABEM.xml")).statut())
        .isEqualTo("CHARGE");
    DossierCaf suivi = unDossier();
    assertThat(guichet.charger(FichierCaf.zip(FichierCaf.mensuel("2025-09-30").avec(suivi).octets(), "RSABEM.xml", "vide/")).statut())
        .isEqualTo("CHARGE");
    assertThat(noms(seul)).hasSize(1);
    assertThat(noms(range)).hasSize(1);
    assertThat(noms(suivi)).hasSize(1);
  }

  @Test
  void refuse_une_archive_de_deux_fichiers_et_une_archive_vide() {
    byte[] xml = FichierCaf.mensuel("2025-09-30").avec(unDossier()).octets();
    refuse(FichierCaf.zip(xml, "a.xml", "b.xml"), "plusieurs fichiers");
    refuse(FichierCaf.zip(xml, "a.xml", "dossier/", "dossier/b.xml"), "plusieurs fichiers");
    refuse(FichierCaf.zip(xml, "dossier/"), "vide");
    refuse(FichierCaf.zip(xml), "archive");
  }

  @Test
  void refuse_une_archive_abimee() {
    byte[] xml = FichierCaf.mensuel("2025-09-30").avec(unDossier()).octets();
    byte[] gz = FichierCaf.gz(xml);
    byte[] zip = FichierCaf.zip(xml, "a.xml");
    for (int n : new int[] {2, 5, 10, 11, gz.length / 2, gz.length - 9, gz.length - 8, gz.length - 4, gz.length - 1}) {
      refuse(java.util.Arrays.copyOf(gz, n));
    }
    for (int n : new int[] {2, 5, 20, 40, zip.length / 2}) {
      refuse(java.util.Arrays.copyOf(zip, n));
    }
    byte[] gate = gz.clone();
    gate[gz.length - 6] ^= 1;
    refuse(gate);
  }

  @Test
  void lit_les_commentaires_les_sections_cdata_et_les_caracteres_echappes_a_l_interieur_des_textes() {
    DossierCaf dossier = unDossier().avec(conjoint("DU<!-- coupé -->PONT", "<![CDATA[ANNE & ]]>LISE").nir(guichet.nir()),
        conjoint("<!-- avant -->O&apos;NEILL &amp; FILS<?pi x?> <!-- après -->", "&#90;O&#xC9;").nir(guichet.nir()));
    Rapport rapport = guichet.charger(FichierCaf.mensuel("2025-09-30").avec(dossier).brut());
    assertThat(rapport.rejets()).isEmpty();
    assertThat(noms(dossier)).contains("DUPONT|ANNE & LISE", "O'NEILL & FILS|ZOÉ");
  }

  @Test
  void lit_un_fichier_d_une_seule_ligne() {
    DossierCaf dossier = unDossier();
    assertThat(guichet.charger(FichierCaf.mensuel("2025-09-30").avec(dossier).surUneLigne()).statut()).isEqualTo("CHARGE");
    assertThat(noms(dossier)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE Racine [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE Racine [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY secret \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
      "<!DOCTYPE Racine SYSTEM \"http://127.0.0.1:9/x.dtd\">", "<!DOCTYPE Racine>", ""})
  void refuse_les_entites_declarees_par_le_fichier(String prologue) {
    DossierCaf dossier = unDossier().avec(conjoint(prologue.contains("secret") || prologue.isEmpty() ? "A&secret;B" : "AB", "ZOE")
        .nir(guichet.nir()));
    refuse(FichierCaf.mensuel("2025-09-30").prologue(prologue).avec(dossier).brut().octets());
  }

  @Test
  void refuse_ce_qui_n_est_pas_un_fichier_de_la_caf() {
    refuse(new byte[0], "vide");
    refuse(" \n\t ".getBytes(StandardCharsets.UTF_8));
    refuse("%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1), "pas un fichier XML");
    refuse("numero;nom;prenom\n1;TIFOUR;SOPHIE\n".getBytes(StandardCharsets.UTF_8), "pas un fichier XML");
    refuse("{\"dossiers\": []}".getBytes(StandardCharsets.UTF_8), "pas un fichier XML");
    refuse(FichierCaf.zip("<Types/>".getBytes(StandardCharsets.UTF_8), "[Content_Types].xml", "xl/workbook.xml"), "tableur");
    refuse("<!DOCTYPE html>\n<html><body>Service indisponible</body></html>".getBytes(StandardCharsets.UTF_8), "page");
    refuse("<html><body>Service indisponible</body></html>".getBytes(StandardCharsets.UTF_8), "page");
    refuse("<a>".repeat(50_000).getBytes(StandardCharsets.UTF_8));
    refuse(("<Racine><IdentificationFlux>" + "<a>".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
    byte[] zeros = new byte[5000];
    refuse(zeros);
  }

  @Test
  void refuse_un_fichier_d_instruction_en_le_nommant() {
    refuse("<Racine><IdentificationFlux><TYPEFLUX>J</TYPEFLUX></IdentificationFlux><InfoDemandeRSA/></Racine>".getBytes(StandardCharsets.UTF_8),
        "instruction");
  }

  @Test
  void refuse_un_fichier_qui_melange_deux_formats() {
    FichierCaf melange = FichierCaf.mensuel("2025-09-30").avec(unDossier()).avec(unDossier(), Format.VRSF);
    refuse(melange.octets(), "mélange");
    // the second format may begin exactly where a batch does
    FichierCaf long1000 = FichierCaf.mensuel("2025-09-30");
    String caisse = guichet.caisse();
    for (int i = 0; i < 1000; i++) {
      long1000.avec(dossier(caisse, guichet.demande()).avec(demandeur("TIFOUR" + i, "SOPHIE").nir(guichet.nir())));
    }
    refuse(long1000.avec(unDossier(), Format.VRSF).octets(), "mélange");
  }

  @Test
  void refuse_deux_fichiers_mis_bout_a_bout_sous_une_meme_racine() {
    String un = FichierCaf.mensuel("2025-08-31").avec(unDossier()).texte();
    String deux = FichierCaf.mensuel("2025-09-30").avec(unDossier()).texte();
    String interieur = deux.substring(deux.indexOf("<IdentificationFlux>"), deux.indexOf("</Racine>"));
    refuse(un.replace("</Racine>", interieur + "</Racine>").getBytes(Charset.forName("windows-1252")), "deux en-têtes");
  }

  @Test
  void refuse_un_fichier_sans_en_tete_ou_sans_pied() {
    refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier()).gate(r -> r.oter("IdentificationFlux")).octets(), "en-tête");
    refuse(FichierCaf.mensuel("2025-09-30").gate(r -> r.oter("IdentificationFlux")).octets(), "en-tête");
    refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier()).gate(r -> r.oter("TransmissionFlux")).octets(), "incomplet", "TransmissionFlux");
    refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier()).gate(r -> r.oter("NBTOTDOSRSATRANSM")).octets(), "NBTOTDOSRSATRANSM");
    refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier()).annonce("deux").octets(), "NBTOTDOSRSATRANSM");
    refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier()).gate(r -> r.oter("TYPEFLUX")).octets(), "TYPEFLUX");
    refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier()).gate(r -> r.mettre("TYPEFLUX", "Z")).octets(), "TYPEFLUX", "« Z »");
    refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier()).gate(r -> r.oter("DTREF")).octets(), "DTREF");
    for (String date : List.of("2025-02-30", "0000-00-00", "30/09/2025", "0001-01-01", "9999-12-31", "+12025-01-01", "2999-01-01")) {
      refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier()).gate(r -> r.mettre("DTREF", date)).octets(), "DTREF", date);
    }
    refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier()).gate(r -> r.mettre("DTCREAFLUX", "2025-13-01")).octets(), "DTCREAFLUX");
  }

  @Test
  void charge_un_fichier_sans_aucun_dossier() {
    assertThat(guichet.charger(FichierCaf.journalier("2025-09-30").creeLe("2025-10-01")).statut()).isEqualTo("CHARGE");
  }

  @Test
  void accepte_une_heure_de_creation_illisible() {
    assertThat(guichet.charger(FichierCaf.mensuel("2025-09-30").avec(unDossier()).gate(r -> r.mettre("HEUCREAFLUX", "99:99:99"))).statut())
        .isEqualTo("CHARGE");
  }

  @ParameterizedTest
  @CsvSource({"07, 007, oui", "07, 07, oui", "07, 7, oui", "07, 070, non", "07, 052, non", "52, 052, oui", "52, 52, oui",
      "52, 520, non", "2A, 2A, oui",
      "2A, 02A, oui", "2A, 2a, oui", "2A, 2B, non", "2A, 020, non", "974, 974, oui", "974, 97, non"})
  void reconnait_son_departement_avec_ou_sans_zeros(String instance, String ecrit, String accepte) {
    guichet.base().sql("update structures.departement set code = ?").param(instance).update();
    try {
      Rapport rapport = guichet.charger(FichierCaf.mensuel("2025-09-30").avec(unDossier().departement(ecrit)));
      assertThat(rapport.statut()).isEqualTo(accepte.equals("oui") ? "CHARGE" : "REFUSE");
    } finally {
      guichet.base().sql("update structures.departement set code = '07'").update();
    }
  }

  @Test
  void refuse_le_fichier_d_un_autre_departement_des_le_premier_dossier_ou_au_milieu() {
    Rapport premier = refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier().departement("052"), unDossier()).octets(), "052", "07", "IDEPARTE");
    FichierCaf milieu = FichierCaf.mensuel("2025-09-30");
    String caisse = guichet.caisse();
    for (int i = 0; i < 1500; i++) {
      milieu.avec(dossier(caisse, guichet.demande()).avec(demandeur("TIFOUR" + i, "SOPHIE").nir(guichet.nir()))
          .departement(i == 1200 ? "026" : "007"));
    }
    Rapport loin = refuse(milieu.octets(), "026", "IDEPARTE");
    assertThat(premier.ligne()).isBetween(10, 40);
    assertThat(loin.ligne()).isGreaterThan(10_000);
  }

  @Test
  void refuse_le_fichier_d_un_autre_departement_que_dit_son_en_tete() {
    refuse(FichierCaf.de(Format.VRSD, "M", "2025-09-30").avec(unDossier()).gate(r -> r.mettre("IDEPARTE", "026")).octets(), "026");
    refuse(FichierCaf.de(Format.VRSD, "M", "2025-09-30").gate(r -> r.mettre("IDEPARTE", "026")).octets(), "026");
  }

  @Test
  void refuse_un_total_qui_ne_concorde_pas_et_ne_change_rien() {
    Rapport rapport = refuse(FichierCaf.mensuel("2025-09-30").avec(unDossier(), unDossier()).annonce("00000003").octets(), "annonce 3", "contient 2",
        "accepter l'écart avec une raison.");
    assertThat(rapport.ecartSeul()).isTrue();
    assertThat(rapport.dossiersAnnonces()).isEqualTo(3);
    assertThat(rapport.dossiersLus()).isEqualTo(2);
    assertThat(refuse(FichierCaf.mensuel("2025-09-30").annonce("00000001").octets()).ecartSeul()).isTrue();
  }

  @Test
  void accepte_l_ecart_d_un_total_avec_une_raison_et_la_trace() {
    byte[] octets = FichierCaf.mensuel("2025-09-30").avec(unDossier(), unDossier()).annonce("00000001").octets();
    assertThat(guichet.charger(octets).statut()).isEqualTo("REFUSE");
    Rapport rapport = guichet.charger(octets, null, "la CAF a confirmé par téléphone");
    assertThat(rapport.statut()).isEqualTo("CHARGE");
    assertThat(guichet.lignes("select ecart_raison, ecart_accepte_par, statut from echanges.import where id = ?", rapport.importId()))
        .containsExactly("la CAF a confirmé par téléphone|essai|CHARGE");
    assertThat(guichet.lignes("select agent, objet from journal.trace where objet like '%la CAF a confirmé par téléphone%'")).hasSize(1)
        .first().asString().startsWith("essai|");
  }

  @Test
  void ne_trace_pas_d_ecart_quand_les_totaux_concordent() {
    Rapport rapport = guichet.charger(FichierCaf.mensuel("2025-09-30").avec(unDossier()).octets(), null, "raison donnée pour rien");
    assertThat(guichet.lignes("select ecart_raison, ecart_accepte_par from echanges.import where id = ?", rapport.importId()))
        .containsExactly("null|null");
    assertThat(guichet.lignes("select objet from journal.trace where objet like '%raison donnée pour rien%'")).isEmpty();
  }

  @Test
  void accepter_l_ecart_n_accepte_ni_la_troncature_ni_un_autre_departement() {
    byte[] octets = FichierCaf.mensuel("2025-09-30").avec(unDossier(), unDossier()).annonce("00000001").octets();
    assertThat(guichet.charger(java.util.Arrays.copyOf(octets, octets.length - 40), null, "raison").statut()).isEqualTo("REFUSE");
    assertThat(guichet.charger(FichierCaf.mensuel("2025-09-30").avec(unDossier().departement("026")).octets(), null, "raison").statut())
        .isEqualTo("REFUSE");
  }

  @Test
  void dit_la_ligne_et_le_dernier_dossier_lu_quand_le_fichier_s_arrete() {
    DossierCaf dernier = unDossier();
    String texte = FichierCaf.mensuel("2025-09-30").avec(unDossier(), dernier).texte();
    int coupe = texte.lastIndexOf("<ETATDOSRSA>");
    Rapport rapport = refuse(texte.substring(0, coupe).getBytes(Charset.forName("windows-1252")), "incomplet", dernier.demande());
    assertThat(rapport.ligne()).isEqualTo((int) texte.substring(0, coupe).lines().count());
  }

  @Test
  void n_est_jamais_charge_quand_il_est_tronque_ou_que_ce_soit() {
    byte[] octets = FichierCaf.mensuel("2025-09-30").surUneLigne().avec(dossier(guichet.caisse(), guichet.demande()).sansAdresse()
        .avec(demandeur("ÉTÉ", "ZOÉ").nir(guichet.nir()))).octets();
    Map<String, String> avant = guichet.photo();
    for (int n = 0; n < octets.length; n++) {
      byte[] tronque = java.util.Arrays.copyOf(octets, n);
      Rapport rapport = guichet.charger(tronque);
      assertThat(rapport.statut()).as("tronqué à %d octets sur %d", n, octets.length).isEqualTo("REFUSE");
      assertThat(rapport.motif()).as("tronqué à %d octets", n).matches("(?s)[A-ZÀ-Ý].{20,}\\.");
    }
    assertThat(guichet.photo()).isEqualTo(avant);
    assertThat(guichet.charger(octets).statut()).isEqualTo("CHARGE");
  }

  private DossierCaf unDossier() {
    return dossier(guichet.caisse(), guichet.demande()).avec(demandeur("TIFOUR", "SOPHIE").nir(guichet.nir()).sdd());
  }

  private List<String> noms(DossierCaf dossier) {
    return guichet.lignes("""
        select p.nom, p.prenom from allocataires.membre m join allocataires.personne p on p.id = m.personne_id
        join allocataires.foyer f on f.id = m.foyer_id where f.numero_demande = ? and m.oublie_le = 'infinity'""", dossier.demande());
  }

  /** Refused in French, nothing changed. */
  private Rapport refuse(byte[] octets, String... mots) {
    Map<String, String> avant = guichet.photo();
    Rapport rapport = guichet.charger(octets, LocalDate.of(2025, 10, 3), null);
    assertThat(rapport.statut()).as(rapport.motif()).isEqualTo("REFUSE");
    assertThat(rapport.motif()).matches("(?s)[A-ZÀ-Ý].{20,}\\.");
    for (String mot : mots) {
      assertThat(rapport.motif()).contains(mot);
    }
    assertThat(guichet.photo()).isEqualTo(avant);
    return rapport;
  }
}
