package fr.jalon.parametres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of métiers, and how one is found in it. */
class MetiersTest {
  private static final Metiers CONNUS = Metiers.connus();

  @Test
  void les_532_metiers_de_l_edition_de_septembre_2024_sont_la_chacun_une_fois() {
    assertThat(CONNUS.tous()).hasSize(532).extracting(Metier::code).doesNotHaveDuplicates().isSorted()
        .allMatch(c -> c.matches("[A-N]\\d{4}"));
    assertThat(CONNUS.tous()).extracting(Metier::libelle).doesNotHaveDuplicates().allMatch(l -> l.equals(l.strip()) && !l.isEmpty());
  }

  @Test
  void quelques_lettres_sans_accent_trouvent_un_metier_par_le_debut_de_ses_mots() {
    assertThat(CONNUS.chercher("pers cuis", 12)).extracting(Metier::enClair).containsExactly("G1601 Management du personnel de cuisine",
        "G1602 Personnel de cuisine");
    assertThat(CONNUS.chercher("electricite bat", 12)).extracting(Metier::code).containsExactly("F1602");
    assertThat(CONNUS.chercher("coif", 12)).as("ce qui commence ainsi d'abord").extracting(Metier::code).containsExactly("D1202", "L1501");
    assertThat(CONNUS.chercher("g16", 12)).extracting(Metier::code).containsExactlyInAnyOrder("G1601", "G1602", "G1603", "G1604", "G1605");
    assertThat(CONNUS.chercher("uisine", 12)).as("le milieu d'un mot").isEmpty();
    assertThat(CONNUS.chercher("coiffeur", 12)).as("le nom de qui le fait").extracting(Metier::code).contains("D1202");
    assertThat(CONNUS.chercher("electricien", 12)).extracting(Metier::code).contains("F1602");
    assertThat(CONNUS.chercher("caissière", 12)).extracting(Metier::code).contains("D1505");
    assertThat(CONNUS.chercher("agent d'entretien", 12)).extracting(Metier::libelle).isNotEmpty().allMatch(l -> l.toLowerCase().contains("entretien"));
    assertThat(CONNUS.chercher("dompteuse", 12)).isEmpty();
    assertThat(CONNUS.chercher("  ", 12)).isEmpty();
    assertThat(CONNUS.chercher("m", 3)).hasSize(3);
  }

  @Test
  void un_metier_s_ecrit_par_son_code_son_intitule_ou_les_deux() {
    assertThat(List.of("g1602", "PERSONNEL DE CUISINE", "G1602 Personnel de cuisine", " G1602  personnel de  cuisine "))
        .allSatisfy(e -> assertThat(CONNUS.reconnaitre(e)).hasValue(new Metier("G1602", "Personnel de cuisine")));
    assertThat(CONNUS.reconnaitre("cuisine")).isEmpty();
    assertThat(CONNUS.reconnaitre(null)).isEmpty();
  }

  @Test
  void un_metier_d_une_edition_ancienne_est_encore_connu_mais_ne_se_propose_plus() {
    Metiers deux = new Metiers(List.of(List.of(new Metier("A0001", "Allumeur de réverbères"), new Metier("B0001", "Conduite")),
        List.of(new Metier("B0001", "Conduite de tramway"))));
    assertThat(deux.chercher("allumeur", 5)).isEmpty();
    assertThat(deux.reconnaitre("A0001")).hasValue(new Metier("A0001", "Allumeur de réverbères"));
    assertThat(deux.reconnaitre("b0001")).hasValue(new Metier("B0001", "Conduite de tramway"));
    assertThat(deux.reconnaitre("B0001 Conduite")).as("tel qu'il s'appelait").hasValue(new Metier("B0001", "Conduite"));
  }
}
