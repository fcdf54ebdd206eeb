package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.lecture.Dossier;
import fr.jalon.allocataires.lecture.LectureDuDossier;
import fr.jalon.allocataires.lecture.Moment;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.Foyer;
import fr.jalon.personnages.Personne;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nora left Marc, who moved since: her dossier does not say where he lives now, nor with whom, nor what he is paid. His says it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "jalon.departement=07")
@Import(Caisse.class)
class DossierDUnePersonnePartieTest {
  private static final LocalDate APRES = LocalDate.of(2025, 10, 15);
  @Autowired
  Caisse caisse;
  @Autowired
  LectureDuDossier lecture;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long nora;
  private long marc;

  @BeforeEach
  void leur_histoire() {
    Personne elle = Personne.conjoint("Nora Partie").nee("1990-03-04").sdd();
    Personne lui = Personne.personne("Marc Resté").ne("1988-05-06").sdd();
    if (base.sql("select count(*) from allocataires.personne where nom = 'PARTIE'").query(Long.class).single() == 0) {
      Foyer ensemble = Foyer.foyer("07100009931").avec(lui, elle).habite("07010", "ANNONAY").montant("800.00");
      long juillet = caisse.mensuel("2025-07-31", ensemble);
      caisse.paiement(ensemble, "2025-07-01", "RSD", "800.00", juillet);
      caisse.mensuel("2025-08-31", Foyer.foyer("07100009931").avec(lui).habite("07010", "ANNONAY").montant("640.00"));
      Personne zoe = Personne.conjoint("Zoe Nouvelle").nee("1992-01-01").sdd();
      Foyer ailleurs = Foyer.foyer("07100009931").avec(lui, zoe).habite("07019", "AUBENAS").montant("700.00");
      long septembre = caisse.mensuel("2025-09-30", ailleurs);
      caisse.paiement(ailleurs, "2025-09-01", "RSD", "700.00", septembre);
    }
    nora = caisse.numero(elle);
    marc = caisse.numero(lui);
  }

  private Dossier dossier(long personne, LocalDate au) {
    return systeme.agir("essai", () -> lecture.lire(personne, new Moment(au, null), true).orElseThrow());
  }

  @Test
  void ce_que_le_foyer_est_devenu_apres_son_depart_n_est_pas_dans_son_dossier() {
    Dossier d = dossier(nora, APRES);
    assertThat(d.presente()).isFalse();
    assertThat(d.adresses()).extracting(Dossier.Adresse::nomCommune).containsExactly("ANNONAY");
    assertThat(d.present(d.adresses())).get().extracting(Dossier.Adresse::nomCommune).isEqualTo("ANNONAY");
    assertThat(d.membres()).extracting(Dossier.Membre::prenom).doesNotContain("ZOE");
    assertThat(d.membresPresents()).extracting(Dossier.Membre::personneId).contains(nora, marc);
    assertThat(d.montants()).extracting(m -> m.droitTotal().intValue()).containsExactly(800);
    assertThat(d.paiements()).extracting(p -> p.montant().intValue()).containsExactly(800);
  }

  @Test
  void son_dossier_d_une_date_passee_est_celui_d_alors_et_celui_de_marc_dit_ou_il_vit() {
    assertThat(dossier(nora, LocalDate.of(2025, 8, 15)).presente()).isTrue();
    Dossier d = dossier(marc, APRES);
    assertThat(d.present(d.adresses())).get().extracting(Dossier.Adresse::nomCommune).isEqualTo("AUBENAS");
    assertThat(d.membresPresents()).extracting(Dossier.Membre::prenom).containsExactlyInAnyOrder("MARC", "ZOE");
    assertThat(d.paiements()).hasSize(2);
  }

  @Test
  void la_liste_et_les_partenaires_ne_la_situent_pas_la_ou_il_est_parti() {
    assertThat(base.sql("select nom_commune from allocataires.situation where personne_id = ?").param(nora).query(String.class).single())
        .isEqualTo("ANNONAY");
    assertThat(base.sql("select nom_commune from allocataires.situation where personne_id = ?").param(marc).query(String.class).single())
        .isEqualTo("AUBENAS");
  }
}
