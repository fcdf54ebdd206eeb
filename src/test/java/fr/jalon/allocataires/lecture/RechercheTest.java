package fr.jalon.allocataires.lecture;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.domaine.TermesDeRecherche;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever knows how a name sounds, a number or a telephone finds the person, in her perimeter. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "jalon.departement=07")
@Import(Caisse.class)
class RechercheTest {
  @Autowired
  Caisse caisse;
  @Autowired
  ListeDesAllocataires liste;
  @Autowired
  JdbcClient base;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient deChargement;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transactionDeChargement;

  private List<String> noms(EnTantQue agent, String texte) {
    return agent.faire(() -> liste.page(filtres(texte), 1, 50)).stream().map(l -> l.prenom() + " " + l.nom()).toList();
  }

  private static FiltresDAllocataires filtres(String texte) {
    return new FiltresDAllocataires(TermesDeRecherche.lire(texte), null, null, null, null, null, null, null, false, FiltresDAllocataires.Tri.NOM);
  }

  @Test
  void trouve_un_nom_ecrit_sans_apostrophe_sans_trait_d_union_sans_espace_ou_avec() {
    caisse.journalier("2025-08-01", foyer("07100000101").avec(personne("Fatou N'Diaye").nee("1981-01-01")), foyer("07100000102")
        .avec(personne("Anne-Laure Vacherin").nee("1982-01-01")),
        foyer("07100000103").avec(personne("Maria Da Silva").nee("1983-01-01")), foyer("07100000104")
            .avec(personne("Karim Elamrani").ne("1984-01-01")),
        foyer("07100000105").avec(personne("Sean O'Brien").ne("1985-01-01")), foyer("07100000106").avec(personne("Luc Delatour").ne("1986-01-01")));
    EnTantQue allocation = EnTantQue.allocation();
    for (String tape : List.of("ndiaye", "n'diaye", "n diaye", "N’DIAYE", "NDIAYE fatou", "fatou ndiaye", "n-diaye")) {
      assertThat(noms(allocation, tape)).as(tape).containsExactly("FATOU N'DIAYE");
    }
    for (String tape : List.of("vacherin annelaure", "vacherin anne laure", "anne-laure vacherin", "annelaure vacherin")) {
      assertThat(noms(allocation, tape)).as(tape).containsExactly("ANNE-LAURE VACHERIN");
    }
    assertThat(noms(allocation, "dasilva")).isEqualTo(noms(allocation, "da silva")).containsExactly("MARIA DA SILVA");
    assertThat(noms(allocation, "el amrani")).isEqualTo(noms(allocation, "elamrani")).containsExactly("KARIM ELAMRANI");
    assertThat(noms(allocation, "obrien")).isEqualTo(noms(allocation, "o'brien")).containsExactly("SEAN O'BRIEN");
    assertThat(noms(allocation, "de la tour")).isEqualTo(noms(allocation, "dela tour")).containsExactly("LUC DELATOUR");
    assertThat(noms(EnTantQue.referent(caisse.territoire("SUD-OUEST")), "ndiaye")).isEmpty();
  }

  @Test
  void trouve_par_sept_ou_quinze_chiffres_et_montre_sept_chiffres() {
    caisse.journalier("2025-08-02", foyer("07100000111").matricule("941000500000000").avec(personne("Rose Quinze").nee("1981-02-01")),
        foyer("07100000112").matricule("1000600000000").avec(personne("Zoe Zero").nee("1982-02-01")));
    for (String tape : List.of("9410005", "941000500000000")) {
      assertThat(noms(EnTantQue.allocation(), tape)).as(tape).containsExactly("ROSE QUINZE");
    }
    for (String tape : List.of("0010006", "10006", "001000600000000", "1000600000000")) {
      assertThat(noms(EnTantQue.allocation(), tape)).as(tape).containsExactly("ZOE ZERO");
    }
    assertThat(EnTantQue.allocation().faire(() -> liste.page(filtres("0010006"), 1, 50))).extracting(LigneDAllocataire::matricule)
        .containsExactly("0010006");
  }

  @Test
  void trouve_par_telephone_courriel_et_numero_de_france_travail_dans_son_perimetre_seulement() {
    caisse.journalier("2025-08-04", foyer("07100000131").habite("07010", "ANNONAY").avec(personne("Paul Telephone").ne("1977-11-02")));
    deChargement.sql("update allocataires.personne set telephone = '+33612345699', courriel = 'paul.telephone@exemple.fr', identifiant_ft = '01234567890' where nom = 'TELEPHONE'")
        .update();
    for (String tape : List.of("06 12 34 56 99", "0612345699", "612345699", "+33612345699", "Paul.Telephone@exemple.fr", "01234567890", "1234567890",
        "telephone 0612345699")) {
      assertThat(noms(EnTantQue.allocation(), tape)).as(tape).containsExactly("PAUL TELEPHONE");
      assertThat(noms(EnTantQue.referent(caisse.territoire("SUD-OUEST")), tape)).as(tape).isEmpty();
    }
  }

  @Test
  void dit_quand_elle_est_trouvee_par_son_nom_de_naissance() {
    caisse.journalier("2025-08-03", foyer("07100000121").avec(personne("Odile Marchand").naissance("De Broglie").nee("1971-02-01")));
    for (String tape : List.of("broglie", "debroglie odile")) {
      LigneDAllocataire l = EnTantQue.allocation().faire(() -> liste.page(filtres(tape), 1, 50)).getFirst();
      assertThat(l.parLeNomDeNaissance(TermesDeRecherche.lire(tape))).as(tape).isTrue();
    }
    LigneDAllocataire l = EnTantQue.allocation().faire(() -> liste.page(filtres("marchand"), 1, 50)).getFirst();
    assertThat(l.parLeNomDeNaissance(TermesDeRecherche.lire("marchand odile"))).isFalse();
  }

  @Test
  void la_recherche_se_sert_de_ses_index_meme_sous_le_perimetre_d_un_agent() {
    EnTantQue referent = EnTantQue.referent(caisse.territoire("SUD-OUEST"));
    for (String condition : List.of("telephone = '+33612345699'", "courriel = 'a@exemple.fr'", "identifiant_ft = '01234567890'")) {
      assertThat(referent.faire(() -> plan(base, transaction, condition))).as(condition)
          .contains("personne_" + condition.substring(0, condition.indexOf(' ')));
    }
    assertThat(plan(deChargement, transactionDeChargement, "(recherche like '%ndiaye%' or recherche like 'n%')")).contains("personne_recherche");
  }

  private static String plan(JdbcClient base, TransactionTemplate transaction, String condition) {
    return transaction.execute(_ -> {
      base.sql("set local enable_seqscan = off").update();
      base.sql("set local enable_indexscan = off").update();
      return String.join("\n", base.sql("explain select id from allocataires.personne where " + condition).query(String.class).list());
    });
  }
}
