package fr.jalon.echanges.caf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.bornes.Travail;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import fr.jalon.echanges.caf.flux.LecteurDeFlux;
import fr.jalon.echanges.caf.flux.Morceau;
import fr.jalon.echanges.caf.flux.Ouverture;
import fr.jalon.personnages.FichierCaf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Files made to kill: each is refused in a sentence, within a budget of memory far below what it would take. */
class FichiersHostilesTest {
  private static final String TETE =
      "<?xml version='1.0' encoding='UTF-8'?><Racine><IdentificationFlux><TYPEFLUX>M</TYPEFLUX><DTREF>2025-09-30</DTREF></IdentificationFlux>";
  private static final String FIN = "</Racine>";
  private static final long BUDGET = 40L << 20;

  /** Something repeated without being held in memory. */
  private static InputStream repete(String avant, String quoi, int fois, String apres) {
    byte[] bloc = quoi.repeat(1000).getBytes(StandardCharsets.UTF_8);
    List<InputStream> morceaux = new java.util.ArrayList<>();
    morceaux.add(new ByteArrayInputStream(avant.getBytes(StandardCharsets.UTF_8)));
    IntStream.range(0, fois / 1000).forEach(_ -> morceaux.add(new ByteArrayInputStream(bloc)));
    morceaux.add(new ByteArrayInputStream(apres.getBytes(StandardCharsets.UTF_8)));
    return new SequenceInputStream(Collections.enumeration(morceaux));
  }

  private static void lire(InputStream contenu, Bornes bornes) throws IOException {
    try (LecteurDeFlux lecteur = new LecteurDeFlux(contenu, bornes)) {
      for (Morceau m = lecteur.suivant(); !(m instanceof Morceau.Fin); m = lecteur.suivant()) {
        assertThat(m).isNotNull();
      }
    }
  }

  private static void refuse(InputStream contenu, String phrase) {
    long travail = Travail.de(() -> assertThatThrownBy(() -> lire(contenu, Bornes.ORDINAIRES)).isInstanceOf(FluxRefuse.class)
        .hasMessageContaining(phrase.replaceAll("(\\d) (\\d{3})", "$1\u202f$2"))
        .hasMessageContaining("Rien n'a été chargé.").hasMessageEndingWith("."));
    assertThat(travail).isLessThan(BUDGET);
  }

  @Test
  void refuse_un_nom_de_balise_de_cent_mega() {
    refuse(repete(TETE + "<", "ABCDEFGHIJ", 10_000_000, "/>" + FIN), "plus de 256 ko");
    refuse(new ByteArrayInputStream((TETE + "<" + "A".repeat(300) + "/>" + FIN).getBytes(StandardCharsets.UTF_8)), "plus de 128 lettres");
  }

  @Test
  void refuse_des_attributs_et_des_espaces_de_noms_sans_fin() {
    refuse(repete(TETE + "<InfosFoyerRSA a=\"", "valeur ", 10_000_000, "\"/>" + FIN), "plus de 256 ko");
    StringBuilder attributs = new StringBuilder();
    IntStream.range(0, 100).forEach(i -> attributs.append(" xmlns:n").append(i).append("='urn:").append(i).append("'"));
    refuse(new ByteArrayInputStream((TETE + "<InfosFoyerRSA" + attributs + "/>" + FIN).getBytes(StandardCharsets.UTF_8)), "plus de 64 attributs");
    refuse(repete(TETE + "<InfosFoyerRSA", " a = '1'", 20_000, "/>" + FIN), "plus de 64 attributs");
  }

  @Test
  void refuse_un_commentaire_et_une_instruction_sans_fin() {
    refuse(repete(TETE + "<!--", " rien >", 10_000_000, "-->" + FIN), "plus de 256 ko");
    refuse(repete(TETE + "<?rien ", "a>", 10_000_000, "?>" + FIN), "plus de 256 ko");
  }

  @Test
  void refuse_un_texte_sans_fin_d_un_bloc_ou_en_mille_morceaux() {
    refuse(repete(TETE + "<InfosFoyerRSA><NOM>", "ABCDEFGHIJ", 10_000_000, "</NOM></InfosFoyerRSA>" + FIN), "plus de 256 ko");
    refuse(repete(TETE + "<InfosFoyerRSA><NOM>", "A", 30_000, "</NOM></InfosFoyerRSA>" + FIN), "plus de 20 000 caractères");
    refuse(repete(TETE + "<InfosFoyerRSA><NOM>", "A<!---->", 5_000_000, "</NOM></InfosFoyerRSA>" + FIN), "plus de 20 000 caractères");
    refuse(repete(TETE + "<InfosFoyerRSA><NOM>", "<![CDATA[A]]>", 5_000_000, "</NOM></InfosFoyerRSA>" + FIN), "plus de 20 000 caractères");
  }

  @Test
  void refuse_des_balises_trop_profondes_trop_nombreuses_ou_aux_noms_sans_nombre() {
    refuse(repete(TETE + "<InfosFoyerRSA>", "<A>", 1_000_000, FIN), "plus de 32 niveaux");
    refuse(repete("<Racine>", "<Racine>", 1_000_000, FIN), "la balise Racine");
    refuse(repete(TETE + "<InfosFoyerRSA>", "<A/>", 1_000_000, "</InfosFoyerRSA>" + FIN), "plus de 20 000 balises");
    refuse(repete(TETE + "<InfosFoyerRSA>", "<Personne/>", 1_000_000, "</InfosFoyerRSA>" + FIN), "plus de 100 personnes");
    StringBuilder noms = new StringBuilder();
    IntStream.range(0, 20_000).forEach(i -> noms.append("<N").append(i).append("/>"));
    refuse(new ByteArrayInputStream((TETE + "<InfosFoyerRSA>" + noms + "</InfosFoyerRSA>" + FIN).getBytes(StandardCharsets.UTF_8)),
        "noms de balises différents");
    // names of the same hash
    StringBuilder memes = new StringBuilder();
    IntStream.range(0, 8192).forEach(i -> {
      memes.append('<');
      IntStream.range(0, 13).forEach(b -> memes.append((i >> b & 1) == 0 ? "Aa" : "BB"));
      memes.append("/>");
    });
    refuse(new ByteArrayInputStream((TETE + "<InfosFoyerRSA>" + memes + "</InfosFoyerRSA>" + FIN).getBytes(StandardCharsets.UTF_8)),
        "noms de balises différents");
  }

  @Test
  void refuse_un_dossier_dont_chaque_balise_est_permise_mais_pas_l_ensemble() {
    String longue = "<A>" + "x".repeat(15_000) + "</A>";
    refuse(repete(TETE + "<InfosFoyerRSA>", longue.repeat(1), 1000, "</InfosFoyerRSA>" + FIN), "pèse plus de 4 Mo");
  }

  @Test
  void refuse_les_entites_et_leurs_declarations() {
    String milliard = "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    refuse(new ByteArrayInputStream(("<?xml version='1.0'?>" + milliard + "<Racine>&b;</Racine>").getBytes(StandardCharsets.UTF_8)), "DOCTYPE");
    refuse(repete("<!DOCTYPE r [", "<!ENTITY a 'b'>", 1_000_000, "]><Racine/>"), "256 ko");
    refuse(new ByteArrayInputStream((TETE + "<InfosFoyerRSA><NOM>&secret;</NOM></InfosFoyerRSA>" + FIN).getBytes(StandardCharsets.UTF_8)), ".");
  }

  @Test
  void refuse_ce_qui_grossit_sans_mesure_une_fois_deplie_gz_zip_ou_l_un_dans_l_autre() {
    byte[] blanc = (TETE + " ".repeat(80 << 20) + FIN).getBytes(StandardCharsets.UTF_8);
    Bornes strictes = new Bornes(DataSize.ofGigabytes(20), 200, DataSize.ofMegabytes(1), DataSize.ofMegabytes(200), 32, 128, 64, 5000, 20_000,
        20_000, 100, 50_000, 500,
        Duration.ofMinutes(1), Duration.ofSeconds(1), 1, Bornes.ORDINAIRES.tableur());
    for (byte[] archive : List.of(FichierCaf.gz(blanc), FichierCaf.zip(blanc, "RSABEM.xml"))) {
      assertThat(archive.length).isLessThan(200_000);
      assertThatThrownBy(() -> lire(Ouverture.ouvrir(new fr.jalon.echanges.bornes.OctetsComptes(new ByteArrayInputStream(archive)), strictes),
          strictes))
          .isInstanceOf(FluxRefuse.class).hasMessageContaining("200 fois plus gros");
    }
    assertThatThrownBy(() -> lire(Ouverture.ouvrir(new ByteArrayInputStream(FichierCaf.gz(FichierCaf.gz(blanc)))), Bornes.ORDINAIRES))
        .isInstanceOf(FluxRefuse.class)
        .hasMessageContaining("n'est pas un fichier XML");
    assertThatThrownBy(() -> lire(Ouverture.ouvrir(new ByteArrayInputStream(FichierCaf.zip(FichierCaf.gz(blanc), "a.gz"))), Bornes.ORDINAIRES))
        .isInstanceOf(FluxRefuse.class);
  }

  @Test
  void un_vrai_fichier_tres_repetitif_se_deplie_quand_meme() throws IOException {
    String dossier =
        "<InfosFoyerRSA><IdentificationRSA><DemandeRSA><NUMDEMRSA>00000000001</NUMDEMRSA></DemandeRSA></IdentificationRSA></InfosFoyerRSA>\n";
    byte[] xml = (TETE + dossier.repeat(20_000) + FIN).getBytes(StandardCharsets.UTF_8);
    lire(Ouverture.ouvrir(new ByteArrayInputStream(FichierCaf.gz(xml))), Bornes.ORDINAIRES);
  }

  @Test
  void deux_fois_plus_de_morceaux_font_deux_fois_plus_de_travail() {
    Bornes larges = new Bornes(DataSize.ofGigabytes(20), 200, DataSize.ofMegabytes(64), DataSize.ofKilobytes(256), 32, 128, 64, 5000, 1_000_000,
        20_000, 100, 50_000, 500,
        Duration.ofMinutes(1), Duration.ofSeconds(1), 1, Bornes.ORDINAIRES.tableur());
    long un = Travail.de(() -> lire(repete(TETE + "<InfosFoyerRSA><NOM>", "ABCDEFGH<!--x-->", 20_000, "</NOM></InfosFoyerRSA>" + FIN), larges));
    long deux = Travail.de(() -> lire(repete(TETE + "<InfosFoyerRSA><NOM>", "ABCDEFGH<!--x-->", 40_000, "</NOM></InfosFoyerRSA>" + FIN), larges));
    assertThat(deux).isLessThan(un * 5 / 2);
  }

  @Test
  void un_chargement_trop_long_pour_sa_taille_est_arrete_et_le_dit() {
    AtomicInteger minutes = new AtomicInteger();
    fr.jalon.echanges.caf.application.GardeDEssai.verifier(Bornes.ORDINAIRES, 6L << 20, () -> minutes.get() * 60_000_000_000L, garde -> {
      garde.run();
      minutes.set(10);
      garde.run();
      minutes.set(12);
      assertThatThrownBy(garde::run).isInstanceOf(FluxRefuse.class).hasMessageContaining("11 minutes").hasMessageContaining("Rien n'a été chargé");
    });
  }
}
