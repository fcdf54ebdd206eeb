package fr.jalon.echanges.caf.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rejected dossier that is kept, corrected and read again, when its payer writes the whole file on one line. */
class DossierGardeTest {
  private static final LocalDate REFERENCE = LocalDate.of(2025, 8, 31);
  private static final String TETE =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Racine><IdentificationFlux><DTREF>2025-08-31</DTREF></IdentificationFlux><InfosFoyerRSA>";

  private static Dossier dossier(String personnes) {
    try (LecteurDeFlux flux = new LecteurDeFlux(new ByteArrayInputStream((TETE + personnes + "</InfosFoyerRSA></Racine>")
        .getBytes(StandardCharsets.UTF_8)))) {
      flux.suivant();
      return ((Morceau.UnDossier) flux.suivant()).contenu();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String personne(String prenom, String dates) {
    return "<Personne><PRENOM>" + prenom + "</PRENOM>" + dates + "</Personne>";
  }

  private static List<String> de(Dossier dossier, String balise) {
    return dossier.racine().enfants().stream().map(p -> p.texte(balise)).toList();
  }

  @Test
  void corrige_le_nir_de_la_seconde_personne_et_pas_celui_de_la_premiere() {
    Dossier lu = dossier(personne("ANA", "<NIR>279</NIR>") + personne("EVA", "<NIR>12</NIR>"));
    Bloc refuse = lu.racine().enfants().get(1).un("NIR");
    Dossier corrige = DossierGarde.corrige(lu.enXml(refuse), REFERENCE, refuse.ligne(), "NIR", null, "2800112345678");
    assertThat(de(corrige, "NIR")).containsExactly("279", "2800112345678");
  }

  @Test
  void complete_la_date_qui_manque_chez_la_personne_a_qui_elle_manque() {
    Dossier lu = dossier(personne("ANA", "<DTNAI>1979-01-02</DTNAI>") + personne("EVA", ""));
    assertThatThrownBy(() -> Champs.dateObligatoire(lu.racine().enfants().get(1), "DTNAI")).isInstanceOfSatisfying(DossierRejete.class, cause -> {
      Dossier corrige = DossierGarde.corrige(lu.enXml(cause.bloc()), REFERENCE, cause.ligne(), cause.balise(), cause.valeur(), "1980-03-04");
      assertThat(de(corrige, "DTNAI")).containsExactly("1979-01-02", "1980-03-04");
    });
  }

  @Test
  void ne_corrige_rien_quand_deux_personnes_pourraient_etre_visees() {
    Dossier lu = dossier(personne("ANA", "<NIR>279</NIR>") + personne("EVA", "<NIR>12</NIR>"));
    assertThat(DossierGarde.corrige(lu.enXml(null), REFERENCE, lu.ligne(), "NIR", null, "2800112345678")).isNull();
  }

  @Test
  void porte_l_empreinte_que_son_fichier_lui_donnait() {
    Dossier lu = dossier(personne("ANA", "<Activite><ACT>SAL</ACT><DDACT>2025-01-01</DDACT><DFACT>2025-12-31</DFACT></Activite>")
        + "<Evenement><FG>1</FG></Evenement>");
    assertThat(DossierGarde.lire(lu.enXml(null), REFERENCE).empreinte()).isEqualTo(lu.empreinte());
  }
}
