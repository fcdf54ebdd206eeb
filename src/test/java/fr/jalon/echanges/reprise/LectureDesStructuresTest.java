package fr.jalon.echanges.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.reprise.domaine.ChampDeStructure;
import fr.jalon.echanges.reprise.domaine.LectureDesStructures;
import fr.jalon.echanges.reprise.domaine.LigneDeStructures;
import fr.jalon.echanges.reprise.domaine.StructuresConnues;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.echanges.tableur.domaine.Tableau.Rangee;
import fr.jalon.echanges.tableur.lecture.LectureDeFichier;
import fr.jalon.structures.Commune;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Poste;
import fr.jalon.structures.Public;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Territoire;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a spreadsheet of organisations and référents gives, row by row, before anything is written. */
class LectureDesStructuresTest {
  private static final List<Organisation> CONNUES =
      List.of(new Organisation(1, "CD", "Département de l'Ardèche", "DEPARTEMENT", List.of(), List.of(), true));
  private static final List<Referent> REFERENTS = List.of(new Referent(7, 1, "Rita Rémi", "rita.remi@ardeche.fr", BigDecimal.ONE, false, true));

  private static List<LigneDeStructures> lire(String entetes, String... lignes) {
    List<String> titres = Arrays.asList(entetes.split(";"));
    List<Rangee> rangees = IntStream.range(0, lignes.length)
        .mapToObj(i -> new Rangee(i + 2, Arrays.asList(lignes[i].split(";", -1)), List.of())).toList();
    return new LectureDesStructures(ChampDeStructure.deviner(titres), new StructuresConnues(CONNUES, List.of(), REFERENTS,
        List.of(new Territoire(4, "CENTRE", "Centre", 1)), List.of(new Commune("07186", "Privas", 8000), new Commune("07281", "Saint-Péray", 7000))))
            .lire(rangees);
  }

  private static LigneDeStructures une(String entetes, String ligne) {
    return lire(entetes, ligne).getFirst();
  }

  @Test
  void une_referente_une_association_et_son_site_sont_crees_par_une_ligne() {
    LigneDeStructures l =
        une("Structure;Type;Marché ou convention;Parcours;Secteur;Ville;Prénom;Nom;Mail;ETP;Spécialité;Ne suit que ces publics;Communes;Date d'arrivée",
        "Le Relais;Association;Convention;Social, Socioprofessionnel;Centre;07130 St Péray;Nadia;Blanc;Nadia.Blanc@relais.fr;80 %;TNS;oui;Privas, 07281;01/09/2026");
    assertThat(l.refus()).isEmpty();
    assertThat(l.cree()).containsExactly("organisation", "site", "référent");
    assertThat(l.organisation()).isEqualTo(new LigneDeStructures.OrganisationLue("Le Relais", true, "EXTERNE", "CONVENTION", "07281", List.of(4),
        List.of("SOCIAL", "SOCIOPROFESSIONNEL")));
    assertThat(l.site().nom()).isEqualTo("Saint-Péray");
    assertThat(l.referent().nom()).isEqualTo("Nadia Blanc");
    assertThat(l.referent().courriel()).isEqualTo("nadia.blanc@relais.fr");
    assertThat(l.referent().etp()).isEqualByComparingTo("0.8");
    assertThat(l.referent().publics()).containsExactly(Public.TNS);
    assertThat(l.referent().communes()).containsExactly("07186", "07281");
    assertThat(l.referent().poste()).isEqualTo(new Poste(null, null, null, LocalDate.of(2026, 9, 1), null));
  }

  @Test
  void ce_qui_est_deja_la_ne_change_pas_et_une_organisation_n_est_creee_qu_une_fois() {
    List<LigneDeStructures> l = lire("Organisation;Nature;Référent;Courriel", "DEPARTEMENT de l'Ardeche;;Rita Remi;rita.remi@ardeche.fr",
        "Le Relais;Externe;Nadia Blanc;",
        "LE RELAIS;;Omar Diallo;", "Le Relais;;Nadia Blanc;");
    assertThat(l.get(0).dejaLa()).isTrue();
    assertThat(l.get(1).cree()).containsExactly("organisation", "référent");
    assertThat(l.get(2).cree()).containsExactly("référent");
    assertThat(l.get(3).dejaLa()).isTrue();
  }

  @Test
  void chaque_ligne_du_fichier_sort_et_une_ligne_fausse_dit_tout_ce_qui_ne_va_pas() {
    List<LigneDeStructures> l = lire("Organisation;Nature;Parcours;Commune;Référent;Courriel;ETP;Fonction",
        ";Externe;;;;;;", "Le Relais;Cabinet;Sportif;Atlantide;Nadia Blanc;nadia;1,5;", "Le Relais;;;;Nadia Blanc;;;",
        "Le Relais;Externe;;;Omar Diallo;rita.remi@ardeche.fr;;",
        "Le Relais;Externe;;;Omar Diallo;;;Insertion", "Exemple : Maison des solidarités de …;Département;;;Prénom Nom;;1;");
    assertThat(l).extracting(LigneDeStructures::rang).containsExactly(2, 3, 4, 5, 6, 7);
    assertThat(l).allMatch(LigneDeStructures::refusee);
    assertThat(l.get(0).refus()).containsExactly("Le nom de l'organisation manque.");
    assertThat(l.get(1).refus()).hasSize(5).anyMatch(p -> p.contains("Cabinet")).anyMatch(p -> p.contains("Sportif"))
        .anyMatch(p -> p.contains("Atlantide"))
        .anyMatch(p -> p.contains("nadia")).anyMatch(p -> p.contains("1,5"));
    assertThat(l.get(2).refus()).singleElement().asString().contains("La nature manque");
    assertThat(l.get(3).refus()).singleElement().asString().contains("déjà celle de Rita Rémi");
    assertThat(l.get(4).refus()).singleElement().asString().contains("La fonction");
    assertThat(l.get(5).refus()).singleElement().asString().contains("ligne d'exemple");
  }

  @Test
  void deux_natures_pour_une_organisation_sont_dites_a_la_seconde() {
    List<LigneDeStructures> l = lire("Organisation;Nature", "Le Relais;Externe", "Le Relais;France Travail");
    assertThat(l.getFirst().cree()).containsExactly("organisation");
    assertThat(l.getLast().refus()).singleElement().asString().contains("ligne 2");
  }

  @Test
  void les_trois_lignes_du_modele_rempli_de_rien_sont_toutes_refusees() {
    List<String> titres = Arrays.stream(ChampDeStructure.values()).map(ChampDeStructure::libelle).toList();
    assertThat(ChampDeStructure.deviner(titres)).hasSize(ChampDeStructure.values().length);
    for (int rang = 0; rang < ChampDeStructure.EXEMPLES; rang++) {
      int n = rang;
      assertThat(une(String.join(";", titres), String.join(";", Arrays.stream(ChampDeStructure.values()).map(c -> c.exemple(n)).toList())).refusee())
          .isTrue();
    }
  }

  @Test
  void une_ligne_qui_a_plus_de_cases_que_de_titres_est_refusee_et_rien_n_est_cree_de_ses_cases_decalees() {
    String csv =
        "Organisation;Nature;Adresse;Ville;Référent\nLe Relais;Externe;3 rue A; bâtiment B;Privas;Nadia Blanc\nLe Relais;Externe;;Privas;Omar Diallo;;\n";
    Tableau t = LectureDeFichier.lire(csv.getBytes(StandardCharsets.UTF_8), Bornes.ORDINAIRES);
    List<LigneDeStructures> l = new LectureDesStructures(ChampDeStructure.deviner(t.entetes()), new StructuresConnues(CONNUES, List.of(), REFERENTS,
        List.of(new Territoire(4, "CENTRE", "Centre", 1)), List.of(new Commune("07186", "Privas", 8000)))).lire(t.rangees());
    assertThat(l.getFirst().refus()).singleElement().asString().contains("1 case de trop");
    assertThat(l.getFirst().cree()).isEmpty();
    assertThat(l.get(1).cree()).as("des cases vides de plus ne décalent rien").containsExactly("organisation", "site", "référent");
  }
}
