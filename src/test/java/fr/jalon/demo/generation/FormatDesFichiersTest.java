package fr.jalon.demo.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The form of the files: the exchange format of the CNAF, and the same bytes each time. */
class FormatDesFichiersTest {
  @TempDir
  Path dossier;

  @Test
  void le_meme_departement_donne_deux_fois_les_memes_octets() throws Exception {
    Path premier = dossier.resolve("a");
    Path second = dossier.resolve("b");
    JeuDeFichiers a = FabriqueDeFichiers.ecrire(Departements.reduit("07", 20), premier, _ -> { });
    JeuDeFichiers b = FabriqueDeFichiers.ecrire(Departements.reduit("07", 20), second, _ -> { });
    assertThat(empreintes(second)).isEqualTo(empreintes(premier)).hasSizeGreaterThan(150);
    assertThat(b.orientations()).isEqualTo(a.orientations());
    assertThat(b.defauts()).isEqualTo(a.defauts());
  }

  /** The months are lived again while the files of the next ones are written: each is whole once it was waited for, whatever is still to write. */
  @Test
  void chaque_fichier_attendu_est_entier_pendant_que_les_suivants_s_ecrivent() throws Exception {
    Path entiers = dossier.resolve("entiers");
    JeuDeFichiers jeu = FabriqueDeFichiers.ecrire(Departements.reduit("07", 20), entiers, _ -> { });
    try (EcritureDesFichiers ecriture = FabriqueDeFichiers.commencer(Departements.reduit("07", 20), dossier.resolve("suivis"))) {
      assertThat(ecriture.jeu().orientations()).isEqualTo(jeu.orientations());
      assertThat(ecriture.jeu().attendent()).isEqualTo(jeu.attendent());
      assertThat(ecriture.jeu().fichiers()).hasSameSizeAs(jeu.fichiers()).allSatisfy(f -> {
        ecriture.attendre(f.chemin());
        assertThat(f.chemin()).hasSameBinaryContentAs(entiers.resolve(f.chemin().getFileName()));
      });
    }
  }

  @Test
  void le_meme_gros_fichier_deux_fois_et_cinq_pour_cent_de_changements_le_mois_suivant() throws Exception {
    long taille = GrosFichier.ecrire(dossier.resolve("0.xml"), "07", 4000, 0);
    GrosFichier.ecrire(dossier.resolve("0bis.xml"), "07", 4000, 0);
    GrosFichier.ecrire(dossier.resolve("1.xml"), "07", 4000, 1);
    assertThat(Files.size(dossier.resolve("0.xml"))).isEqualTo(taille);
    assertThat(dossier.resolve("0bis.xml")).hasSameBinaryContentAs(dossier.resolve("0.xml"));
    List<LectureIndependante.Foyer> avant = new ArrayList<>();
    List<LectureIndependante.Foyer> apres = new ArrayList<>();
    LectureIndependante.foyers(dossier.resolve("0.xml"), avant::add);
    LectureIndependante.foyers(dossier.resolve("1.xml"), apres::add);
    long changes = 0;
    for (int i = 0; i < avant.size(); i++) {
      changes += avant.get(i).equals(apres.get(i)) ? 0 : 1;
    }
    assertThat(apres).hasSize(4000);
    assertThat(changes).isBetween(160L, 240L);
    assertThat(apres.stream().flatMap(f -> f.personnes().stream()).map(LectureIndependante.Personne::nir)).doesNotHaveDuplicates();
  }

  @Test
  void les_fichiers_des_beneficiaires_suivent_le_schema_de_la_cnaf_sauf_les_defauts_voulus() throws Exception {
    Schema schema = schema();
    JeuDeFichiers jeu = FabriqueDeFichiers.ecrire(Departements.reduit("07", 20), dossier, _ -> { });
    List<String> dates = jeu.defauts().stream().filter(d -> d.balise().equals("DTNAI")).map(Defaut::fichier).toList();
    for (FichierEcrit f : jeu.fichiers()) {
      String nom = f.chemin().getFileName().toString();
      if (f.nature().startsWith("BENEFICIAIRE")) {
        List<String> erreurs = erreurs(schema, f.chemin());
        if (nom.contains("_coupe")) {
          assertThat(erreurs).as(nom).hasSize(1);
        } else if (dates.contains(nom)) {
          assertThat(erreurs).as(nom).isNotEmpty().allMatch(e -> e.contains("-02-30"));
        } else {
          assertThat(erreurs).as(nom).isEmpty();
        }
      }
    }
    GrosFichier.ecrire(dossier.resolve("gros.xml"), "07", 500, 1);
    assertThat(erreurs(schema, dossier.resolve("gros.xml"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"26", "06", "01"})
  void les_autres_departements_s_ecrivent_par_leurs_seules_donnees(String code) {
    DepartementDemo demo = Departements.reduit(code, 10);
    JeuDeFichiers jeu = FabriqueDeFichiers.ecrire(demo, dossier, _ -> { });
    Map<String, String> territoires = new TreeMap<>();
    demo.territoires().forEach(t -> t.communes().forEach(c -> territoires.put(c.code(), t.code())));
    Map<String, Integer> effectif = new TreeMap<>();
    String dernier = demo.reference().toString().replace("-", "");
    jeu.fichiers().stream().filter(f -> f.nature().equals("BENEFICIAIRE_MENSUEL") && f.attendu().equals("CHARGE")
        && f.chemin().toString().contains("_" + dernier)).forEach(f -> LectureIndependante.foyers(f.chemin(), foyer -> {
          if (foyer.etat().equals("2")) {
            int unites = demo.unite() == DepartementDemo.Unite.FOYERS ? 1 : foyer.adultes().size();
            effectif.merge(territoires.get(foyer.commune()), unites, Integer::sum);
          }
        }));
    assertThat(effectif).containsExactlyInAnyOrderEntriesOf(demo.effectif());
    assertThat(jeu.orientations()).isNotEmpty();
    assertThat(jeu.fichiers()).allSatisfy(f -> assertThat(f.recuLe()).isBeforeOrEqualTo(demo.horloge()));
  }

  @Test
  void le_fichier_aux_totaux_faux_annonce_un_dossier_de_trop() {
    JeuDeFichiers jeu = FabriqueDeFichiers.ecrire(Departements.reduit("07", 20), dossier, _ -> { });
    FichierEcrit faux = jeu.fichiers().stream().filter(FichierEcrit::accepterEcart).findFirst().orElseThrow();
    List<LectureIndependante.Foyer> foyers = new ArrayList<>();
    LectureIndependante.foyers(faux.chemin(), foyers::add);
    assertThat(LectureIndependante.annonce(faux.chemin())).isEqualTo(foyers.size() + 1);
  }

  private static Schema schema() throws SAXException {
    Path ici = Path.of("").toAbsolutePath();
    while (ici != null && !Files.exists(ici.resolve("shared/domain/caf/vrsb0801.xsd"))) {
      ici = ici.getParent();
    }
    Assumptions.assumeTrue(ici != null, "Le schéma vrsb0801.xsd n'est pas à côté du projet : la validation n'est pas jouée.");
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(ici.resolve("shared/domain/caf/vrsb0801.xsd").toFile());
  }

  private static List<String> erreurs(Schema schema, Path fichier) throws IOException {
    List<String> erreurs = new ArrayList<>();
    Validator validateur = schema.newValidator();
    validateur.setErrorHandler(new DefaultHandler() {
      @Override
      public void error(SAXParseException e) {
        if (e.getMessage().contains("DTNAI") || !e.getMessage().contains("-02-30")) {
          erreurs.add(e.getMessage());
        }
      }
    });
    try (InputStream flux = LectureIndependante.ouvrir(fichier)) {
      validateur.validate(new StreamSource(flux));
    } catch (SAXException e) {
      erreurs.add(e.getMessage());
    }
    return erreurs;
  }

  private static Map<String, String> empreintes(Path dossier) throws Exception {
    Map<String, String> empreintes = new TreeMap<>();
    try (Stream<Path> fichiers = Files.list(dossier)) {
      for (Path f : fichiers.toList()) {
        empreintes.put(f.getFileName().toString(), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(f))));
      }
    }
    return empreintes;
  }
}
