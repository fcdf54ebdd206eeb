package fr.jalon.allocataires.application;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static fr.jalon.personnages.PersonneCaf.enfant;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.domaine.TermesDeRecherche;
import fr.jalon.allocataires.lecture.FiltresDAllocataires;
import fr.jalon.allocataires.lecture.LectureDuDossier;
import fr.jalon.allocataires.lecture.LigneDAllocataire;
import fr.jalon.allocataires.lecture.ListeDesAllocataires;
import fr.jalon.demarrage.JalonHome;
import fr.jalon.echanges.caf.EssaiDeFichiers;
import fr.jalon.echanges.caf.Guichet;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.Nir;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** At the MSA the file number is the NIR of the claimant: it is kept, shown and searched as a NIR is. */
@EssaiDeFichiers
@ExtendWith(OutputCaptureExtension.class)
class NumerosQuiSontDesNirTest {
  /** Thirteen or fifteen digits that may be a NIR, alone among letters and digits. */
  private static final Pattern FORME = Pattern.compile("(?<![0-9A-Za-z])[123478]\\d{4}(\\d{2}|2[AB])\\d{6}(\\d{2})?(?![0-9A-Za-z])");
  @Autowired
  Guichet guichet;
  @Autowired
  Chiffrement chiffrement;
  @Autowired
  ListeDesAllocataires liste;
  @Autowired
  LectureDuDossier lecture;
  @Autowired
  JalonHome chezSoi;
  private String caisse;
  private String nir;
  private DossierCaf msa;

  @BeforeEach
  void une_allocataire_de_la_msa() {
    caisse = guichet.caisse();
    nir = guichet.nir();
    msa = dossier(caisse, guichet.demande()).msa().matricule(nir + "00").avec(demandeur("MSA" + caisse, "JEANNE").nir(nir).sdd());
  }

  @Test
  void aucune_table_aucun_fichier_aucun_message_ne_porte_un_nir_apres_des_chargements(CapturedOutput sortie) throws IOException {
    String autre = guichet.nir();
    charge(FichierCaf.mensuel("2025-08-31").avec(msa, dossier(caisse, guichet.demande()).msa().matricule("00" + autre)
        .avec(demandeur("MSA" + caisse, "ODILE").nir(autre))));
    // a NIR where nobody expects one: another tag, a malformed one, a dossier that cannot be identified
    DossierCaf perdu = dossier(caisse, guichet.demande()).msa().matricule(guichet.nir() + "00")
        .avec(demandeur("MSA" + caisse, "LISE").nir(guichet.nir()), enfant("MSA" + caisse, "LEO").nir("2" + nir));
    charge(FichierCaf.journalier("2025-09-02").avec(msa.montant("12.00"), perdu.mettre("SITFAM", guichet.nir()),
        dossier(caisse, guichet.demande()).msa().matricule(guichet.nir() + "00").avec(demandeur("MSA" + caisse, "ANA").nir(guichet.nir()))
            .oter("NUMDEMRSA").mettre("DTDEMRSA", guichet.nir())));
    assertThat(guichet.nombre("select count(*) from echanges.rejet r join echanges.import_organisme o on o.import_id = r.import_id where o.numero_organisme = ?", caisse)).isEqualTo(2);
    for (String table : guichet.photo().keySet()) {
      if (!table.startsWith("structures.") && !table.startsWith("parametres.")) {
        assertThat(trouves(String.join("\n", guichet.lignes("select t::text from " + table + " t")))).as(table).isEmpty();
      }
    }
    assertThat(trouves(String.join("\n", guichet.lignes("select t::text from echanges.import t")))).isEmpty();
    assertThat(trouves(String.join("\n", guichet.lignes("select t::text from journal.trace t")))).isEmpty();
    assertThat(trouves(sortie.getAll())).isEmpty();
    try (Stream<Path> fichiers = Files.walk(chezSoi.dossier())) {
      for (Path fichier : fichiers.filter(Files::isRegularFile).filter(f -> !f.toString().contains("postgres")).toList()) {
        assertThat(trouves(new String(Files.readAllBytes(fichier), StandardCharsets.ISO_8859_1))).as(fichier.toString()).isEmpty();
      }
    }
  }

  @Test
  void le_meme_numero_designe_le_meme_foyer_d_un_fichier_a_l_autre_et_pour_ses_paiements() {
    charge(FichierCaf.mensuel("2025-08-31").avec(msa));
    charge(FichierCaf.mensuel("2025-09-30").avec(msa.montant("300.00")));
    charge(FichierCaf.de(FichierCaf.Format.VRSF, "M", "2025-09-30")
        .avec(dossier(caisse, msa.demande()).msa().matricule(nir + "00").avec(demandeur("MSA" + caisse, "JEANNE"))
        .paiement("AllocationsComptabilisees", "2025-09-01", "RSD", "AJ", "300.00")));
    assertThat(guichet.nombre("select count(*) from allocataires.foyer where numero_organisme = ?", caisse)).isOne();
    assertThat(guichet.nombre("select count(*) from allocataires.paiement p join allocataires.foyer f on f.id = p.foyer_id where f.numero_organisme = ?", caisse)).isOne();
  }

  @Test
  void l_ecran_le_masque_l_export_l_omet_et_qui_voit_les_nir_le_cherche() {
    charge(FichierCaf.mensuel("2025-08-31").avec(msa));
    EnTantQue.allocation().faire(() -> {
      for (String saisi : List.of(nir + "00", nir, nir + new Nir(nir).cle())) {
        List<LigneDAllocataire> trouvees = liste.page(cherche(saisi), 1, 50);
        assertThat(trouvees).as(saisi.length() + " chiffres").singleElement().satisfies(l -> {
          assertThat(l.nom()).isEqualTo("MSA" + caisse);
          assertThat(l.matricule()).isNull();
          assertThat(lecture.lire(l.id(), new fr.jalon.allocataires.lecture.Moment(java.time.LocalDate.of(2025, 9, 1), null), true).orElseThrow()
              .foyer().orElseThrow().matricule())
              .contains("masqué").doesNotContain(nir).doesNotContain("NIR:");
        });
      }
      return null;
    });
    int territoire = Math.toIntExact(guichet.nombre("select territoire_id from allocataires.foyer where numero_organisme = ?", caisse));
    EnTantQue.secretariat(territoire).faire(() -> {
      assertThat(liste.page(cherche("MSA" + caisse), 1, 50)).singleElement().satisfies(l -> assertThat(l.matricule()).isNull());
      assertThat(liste.page(cherche(nir + "00"), 1, 50)).isEmpty();
      return null;
    });
  }

  @Test
  void un_numero_qui_commence_par_son_nir_est_scelle_quelle_que_soit_sa_longueur_ou_son_ecriture() {
    String corse = "25505" + "2a" + "004" + nir.substring(10);
    charge(FichierCaf.mensuel("2025-08-31").avec(dossier(caisse, guichet.demande()).msa().matricule(nir + "0")
        .avec(demandeur("MSA" + caisse, "JEANNE").nir(nir)),
        dossier(caisse, guichet.demande()).msa().matricule(corse).avec(demandeur("CORSE" + caisse, "MARIE").nir(guichet.nir()))));
    assertThat(guichet.lignes("select substr(matricule, 1, 4) from allocataires.foyer where numero_organisme = ?", caisse))
        .containsExactly("NIR:", "NIR:");
  }

  @Test
  void le_numero_de_sept_chiffres_de_la_caf_reste_lisible() {
    DossierCaf caf = dossier(caisse, guichet.demande()).matricule("205611200000000").avec(demandeur("CAF" + caisse, "JEANNE").nir(guichet.nir()));
    charge(FichierCaf.mensuel("2025-08-31").avec(caf));
    assertThat(guichet.lignes("select matricule from allocataires.foyer where numero_organisme = ?", caisse)).containsExactly("205611200000000");
  }

  @Test
  void ce_qu_une_version_precedente_avait_ecrit_en_clair_est_chiffre_et_reconnu_par_le_fichier_suivant() throws IOException {
    resteEnClair(msa, nir + "00", "V0412__matricules_qui_sont_des_nir.sql");
  }

  @Test
  void le_numero_d_une_personne_nee_en_corse_aussi() throws IOException {
    String corse = "2" + "5505" + "2A" + "004" + nir.substring(10) + "21";
    resteEnClair(dossier(caisse, guichet.demande()).msa().matricule(corse).avec(demandeur("CORSE" + caisse, "MARIE").nir(guichet.nir())), corse,
        "V0510__numeros_corses.sql");
  }

  /** The number is put back in clear as an older version left it, listed by the migration itself, then sealed. */
  private void resteEnClair(DossierCaf dossier, String enClair, String migration) throws IOException {
    charge(FichierCaf.mensuel("2025-08-31").avec(dossier));
    long foyer = guichet.nombre("select id from allocataires.foyer where numero_organisme = ?", caisse);
    guichet.base().sql("update allocataires.foyer set matricule = ? where id = ?").params(enClair, foyer).update();
    try (InputStream sql = getClass().getResourceAsStream("/db/migration/" + migration)) {
      String liste = new String(sql.readAllBytes(), StandardCharsets.UTF_8).lines()
          .dropWhile(l -> !l.startsWith("insert into allocataires.matricule_a_sceller")).limit(2)
          .collect(Collectors.joining("\n")).replace(";", "");
      guichet.base().sql(liste).update();
      assertThat(guichet.nombre("select count(*) from allocataires.matricule_a_sceller where foyer_id = ?", foyer)).isOne();
    }
    new NumerosASceller(guichet.base(), chiffrement).traiter();
    assertThat(guichet.lignes("select matricule from allocataires.foyer where id = ?", foyer)).singleElement().asString().startsWith("NIR:");
    assertThat(guichet.nombre("select count(*) from allocataires.matricule_a_sceller")).isZero();
    charge(FichierCaf.mensuel("2025-09-30").avec(dossier.montant("300.00")));
    assertThat(guichet.nombre("select count(*) from allocataires.foyer where numero_organisme = ?", caisse)).isOne();
  }

  private static FiltresDAllocataires cherche(String saisi) {
    return new FiltresDAllocataires(TermesDeRecherche.lire(saisi), null, null, null, null, null, null, null, true, FiltresDAllocataires.Tri.NOM);
  }

  private static List<String> trouves(String texte) {
    Matcher m = FORME.matcher(texte);
    // the seven digits of a CAF, with the zeros it adds
    return m.results().filter(r -> !r.group().matches("\\d{7}0{8}"))
        .map(r -> texte.substring(Math.max(0, r.start() - 60), Math.min(texte.length(), r.end() + 20))).limit(5).toList();
  }

  private Rapport charge(FichierCaf fichier) {
    Rapport r = guichet.charger(fichier);
    assertThat(r.statut()).as(r.motif()).isEqualTo("CHARGE");
    return r;
  }
}
