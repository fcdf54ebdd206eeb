package fr.jalon.donnees;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.conjoint;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courriers.application.Destinataires;
import fr.jalon.courriers.domaine.Destinataire;
import fr.jalon.donnees.application.Copie;
import fr.jalon.donnees.application.CopierLesDonnees;
import fr.jalon.donnees.application.NatureDeDemande;
import fr.jalon.donnees.application.TenirLesDemandes;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.Foyer;
import fr.jalon.personnages.Personne;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The copy of a person's data is about her: what her foyer became without her is told to nobody but those who are in it. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "jalon.departement=07")
@Import(Caisse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopieDesDonneesTest {
  private static final EnTantQue DIRECTION =
      new EnTantQue(new Perimetre("dir", "Dora Direction", "DIRECTION", Set.of("DOSSIERS", "MONTANTS", "DROITS_DES_PERSONNES"), true,
      List.of(), List.of()));
  @Autowired
  Caisse caisse;
  @Autowired
  CopierLesDonnees copier;
  @Autowired
  TenirLesDemandes tenir;
  @Autowired
  Destinataires destinataires;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long elle;
  private long lui;

  @BeforeAll
  void un_couple_se_separe_et_elle_part_vivre_a_une_adresse_qu_il_ignore() {
    Personne femme = personne("Amina Separee").nee("1985-02-03").sdd();
    Personne homme = conjoint("Bruno Separe").ne("1983-04-05").sdd();
    Foyer f = foyer("07100007701").habite("07019", "AUBENAS").montant("512.40").avec(femme, homme);
    long janvier = caisse.journalier("2024-01-31", f);
    caisse.paiement(f, "2024-01-01", "RSA", "512.41", janvier);
    caisse.paiement(f, "2023-12-01", "RSA", "512.42", janvier);
    creance(janvier, "2024-02-10", "2024-02-01", "77.01");
    long juin = caisse.journalier("2024-06-30", f.sans(homme));
    creance(juin, "2024-02-10", "2024-08-01", "66.01");
    long mars = caisse.journalier("2025-03-31", f.habite("07010", "ANNONAY").montant("611.11"));
    caisse.paiement(f, "2025-03-01", "RSA", "611.12", mars);
    elle = caisse.numero(femme);
    lui = caisse.numero(homme);
    base.sql("insert into journal.trace (instant, agent, acte, personne_id, foyer_id) select '2025-04-02 10:00+02', 'agent', 'ORIENTATION', ?, foyer_id from allocataires.membre where personne_id = ? limit 1")
        .params(elle, elle).update();
    base.sql("insert into journal.trace (instant, agent, acte, foyer_id) select '2025-04-03 10:00+02', 'agent', 'VERIFICATION', foyer_id from allocataires.membre where personne_id = ? limit 1").param(elle).update();
    base.sql("insert into journal.trace (instant, agent, acte, foyer_id) select '2024-02-04 10:00+01', 'agent', 'VERIFICATION', foyer_id from allocataires.membre where personne_id = ? limit 1").param(elle).update();
    base.sql("update allocataires.foyer set matricule = 'NIR:c2NlYXU' where numero_demande = '07100007701'").update();
  }

  private void creance(long importId, String implantee, String mois, String solde) {
    base.sql("""
        insert into allocataires.creance (foyer_id, implantee_le, nature, rang, mois, solde, import_id) select id, ?::date, 'IN1', '1', ?::date, ?::numeric, ? from allocataires.foyer where numero_demande = '07100007701'""")
        .params(implantee, mois, solde, importId).update();
  }

  private static String texte(Copie copie) {
    return copie.sections().toString();
  }

  @Test
  void il_ne_recoit_ni_l_adresse_ni_les_droits_ni_les_paiements_d_apres_son_depart() {
    String copie = texte(DIRECTION.faire(() -> copier.de(lui)));
    assertThat(copie).contains("AUBENAS", "512.4", "512.41", "512.42", "77.01", "04/02/2024 à 10:00")
        .doesNotContain("ANNONAY", "07010", "611.11", "611.12", "66.01", "02/04/2025", "03/04/2025", "SEPAREE");
    assertThat(copie).as("le jour où elle a déménagé").doesNotContain("31/03/2025");
    assertThat(copie).as("le jour où il est parti").contains("30/06/2024");
  }

  @Test
  void elle_recoit_tout() {
    assertThat(texte(DIRECTION.faire(() -> copier.de(elle))))
        .contains("AUBENAS", "ANNONAY", "512.41", "512.42", "611.11", "611.12", "77.01", "66.01", "02/04/2025", "03/04/2025", "31/03/2025");
  }

  @Test
  void une_lettre_pour_lui_ne_part_pas_la_ou_elle_vit_sans_lui() {
    Map<Long, Destinataire> ou = DIRECTION.faire(() -> transaction.execute(_ -> destinataires.lire(List.of(elle, lui))));
    assertThat(ou.get(elle).ville()).isEqualTo("ANNONAY");
    assertThat(ou.get(lui).ville()).isEqualTo("AUBENAS");
  }

  @Test
  void le_numero_de_la_msa_qui_est_un_nir_n_est_pas_imprime_meme_scelle() {
    assertThat(texte(DIRECTION.faire(() -> copier.de(lui)))).contains("masqué (c'est un numéro de sécurité sociale)").doesNotContain("c2NlYXU");
  }

  @Test
  void des_mots_qui_commencent_par_une_date_impossible_ou_non_sont_recopies_tels_quels() {
    DIRECTION.faire(() -> tenir.demander(elle, NatureDeDemande.RECTIFICATION, LocalDate.of(2025, 5, 5), "2025-02-30"));
    DIRECTION.faire(() -> tenir.demander(elle, NatureDeDemande.RECTIFICATION, LocalDate.of(2025, 5, 5), "2025-02-30 12:00 rappel"));
    DIRECTION.faire(() -> tenir.demander(elle, NatureDeDemande.RECTIFICATION, LocalDate.of(2025, 5, 5), "2025-02-28 12:00 rappel"));
    List<Map<String, String>> demandes = DIRECTION.faire(() -> copier.de(elle)).sections().stream()
        .filter(s -> s.titre().equals("Vos demandes sur vos données")).findFirst().orElseThrow().lignes();
    assertThat(demandes).extracting(l -> l.get("Ce qu'elle dit"))
        .containsExactlyInAnyOrder("2025-02-30", "2025-02-30 12:00 rappel", "2025-02-28 12:00 rappel");
    assertThat(demandes.getFirst()).containsValue("05/05/2025").containsValue("05/06/2025");
  }
}
