package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.parametres.Metiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the global diagnostics say of a Département, at any date, and to whom. */
class FreinsMesuresTest extends EssaiDIndicateurs {
  private static final LocalDate FIN = LocalDate.parse("2025-12-31");
  private static final Set<String> REFERENTE = Set.of("DOSSIERS", "INDICATEURS", "DIAGNOSTICS", "SANTE");
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;

  @BeforeEach
  void un_fichier_par_mois() {
    p.fichier("2025-01-31");
    p.fichier("2025-06-30");
    p.fichier("2025-12-31");
  }

  @Test
  void les_freins_ouverts_et_leves_se_lisent_par_theme_a_la_date() {
    var ana = suivie("Ana", 1);
    var bea = suivie("Bea", 2);
    long mobilite = p.frein(ana, "MOBILITE", "2025-02-10");
    p.frein(bea, "MOBILITE", "2025-03-10");
    long sante = p.frein(bea, "SANTE", "2025-03-10");
    p.devenir("frein", mobilite, "LEVE_EN_PARTIE", "2025-05-01");
    p.devenir("frein", mobilite, "LEVE", "2025-09-01");
    p.devenir("frein", sante, "LEVE_EN_PARTIE", "2025-10-01");
    p.perimetres();
    assertThat(par("DIA-FREINS", "2025-02-28", theme())).isEqualTo(Map.of("MOBILITE", "1"));
    assertThat(par("DIA-FREINS", "2025-06-30", theme())).isEqualTo(Map.of("MOBILITE", "2", "SANTE", "1"));
    assertThat(par("DIA-FREINS", "2025-12-31", theme())).isEqualTo(Map.of("MOBILITE", "1", "SANTE", "1"));
    assertThat(par("DIA-LEVES", "2025-06-30", Dimension.valueOf("LEVEE"))).isEqualTo(Map.of("PARTIELLE", "1"));
    assertThat(par("DIA-LEVES", "2025-12-31", Dimension.valueOf("LEVEE"))).isEqualTo(Map.of("TOTALE", "1", "PARTIELLE", "1"));
    assertThat(par("DIA-OUVERTS", "2025-12-31", Dimension.TERRITOIRE)).isEqualTo(Map.of("Centre", "1", "Nord", "2"));
    assertThat(valeur("DIA-OUVERTS", "2026-02-28")).as("les douze mois glissent").isEqualTo("2");
  }

  @Test
  void un_diagnostic_est_complet_quand_tous_ses_themes_sont_regardes() {
    var ana = suivie("Ana", 1);
    var bea = suivie("Bea", 1);
    suivie("Cora", 1);
    theme().valeursConnues().forEach(t -> p.constat(ana, t, "SANS", "2025-02-10"));
    p.constat(bea, "LOGEMENT", "FORT", "2025-02-10");
    p.perimetres();
    assertThat(valeur("DIA-FAITS", "2025-02-28")).isEqualTo("66.7");
    assertThat(valeur("DIA-COMPLETS", "2025-02-28")).isEqualTo("50");
    assertThat(valeur("DIA-SANTE", "2025-02-28")).isEqualTo("50");
    assertThat(valeur("DIA-FAITS", "2025-02-09")).isEqualTo("0");
  }

  @Test
  void une_action_commencee_compte_une_action_prevue_ou_retiree_non() {
    var ana = suivie("Ana", 1);
    var bea = suivie("Bea", 1);
    long permis = p.action(ana, "MOBILITE", "PREVUE", "2025-02-10");
    assertThat(valeur("DIA-ACTIONS", "2025-06-30")).isEqualTo("0");
    p.devenir("action", permis, "EN_COURS", "2025-04-01");
    p.devenir("action", permis, "FAITE", "2025-07-01");
    long erreur = p.action(bea, "EMPLOI", "FAITE", "2025-03-01");
    assertThat(par("DIA-ACTIONS", "2025-06-30", theme())).isEqualTo(Map.of("MOBILITE", "1", "EMPLOI", "1"));
    p.devenir("action", erreur, "RETIREE", "2025-08-01");
    assertThat(par("DIA-ACTIONS", "2025-12-31", theme())).isEqualTo(Map.of("MOBILITE", "1"));
    assertThat(valeur("DIA-REMOBILISEES", "2025-12-31")).isEqualTo("50");
    p.action(ana, "LOGEMENT", "EN_COURS", "2025-09-01");
    p.action(ana, "EMPLOI", "PREVUE", "2025-09-01");
    assertThat(valeur("DIA-ACTIONS-PERSONNE", "2025-08-31")).as("une pour deux personnes suivies").isEqualTo("0.5");
    assertThat(valeur("DIA-ACTIONS-PERSONNE", "2025-12-31")).isEqualTo("1");
    assertThat(valeur("DIA-ACTIONS-PERSONNE", "2026-04-30")).as("le permis a plus d'un an").isEqualTo("0.5");
  }

  @Test
  void le_frein_de_mobilite_compte_avec_une_action_de_mobilite_commencee_depuis_qu_il_est_ouvert() {
    Peuplement.Personne ana = suivie("Ana", 1);
    Peuplement.Personne bea = suivie("Bea", 1);
    p.action(ana, "MOBILITE", "FAITE", "2025-01-10");
    p.frein(ana, "MOBILITE", "2025-02-10");
    p.frein(bea, "MOBILITE", "2025-02-10");
    p.frein(suivie("Cora", 1), "LOGEMENT", "2025-02-10");
    p.action(bea, "LOGEMENT", "FAITE", "2025-03-10");
    p.action(bea, "MOBILITE", "PREVUE", "2025-03-10");
    assertThat(valeur("DIA-MOBILITE", "2025-06-30")).as("ni avant l'ouverture, ni d'un autre thème, ni prévue seulement").isEqualTo("0");
    p.action(ana, "MOBILITE", "EN_COURS", "2025-07-01");
    assertThat(valeur("DIA-MOBILITE", "2025-12-31")).isEqualTo("50");
    assertThat(valeur("DIA-MOBILITE", "2025-06-30")).isEqualTo("0");
    assertThat(valeur("DIA-MOBILITE", "2026-03-31")).as("plus aucun frein ouvert dans l'année").isNull();
  }

  /** She votes the budget on these figures, and has no business knowing whose health weighs. */
  @Test
  void la_direction_lit_le_chiffre_et_non_les_personnes_et_rien_ne_reste_ouvert() {
    for (String prenom : List.of("Ana", "Bea", "Cora", "Dina", "Eva")) {
      p.frein(suivie(prenom, 1), "SANTE", "2025-02-10");
    }
    p.perimetres();
    assertThat(par(DIRECTION, null, () -> indicateurs.calculer("DIA-FREINS", FIN, null)).getFirst().valeur().intValue()).isEqualTo(5);
    assertThat(par(DIRECTION, null, () -> indicateurs.personnes("DIA-FREINS", FIN, null, null, 1)).personnes()).isEmpty();
    assertThat(par(REFERENTE, List.of(1), () -> indicateurs.personnes("DIA-FREINS", FIN, null, null, 1)).personnes()).hasSize(5);
    Long lus = par(DIRECTION, null, () -> transaction.execute(_ -> {
      indicateurs.calculer("DIA-FREINS", FIN, null);
      return agents.sql("select count(*) from diagnostic.frein").query(Long.class).single();
    }));
    assertThat(lus).isZero();
  }

  @Test
  void un_nombre_si_petit_qu_il_dirait_de_qui_il_s_agit_n_est_pas_donne_a_qui_ne_lit_pas_les_dossiers_ni_ce_qui_le_trahirait() {
    for (String prenom : List.of("Ana", "Bea", "Cora", "Dina", "Eva")) {
      var elle = suivie(prenom, 1);
      p.frein(elle, "MOBILITE", "2025-02-10");
      p.frein(elle, "LOGEMENT", "2025-02-10");
      p.action(elle, "MOBILITE", "FAITE", "2025-02-10");
    }
    var fay = suivie("Fay", 2);
    p.frein(fay, "SANTE", "2025-02-10");
    p.frein(fay, "MOBILITE", "2025-02-10");
    p.perimetres();
    assertThat(par(DIRECTION, null, () -> indicateurs.calculer("DIA-FREINS", FIN, theme())))
        .filteredOn(v -> Set.of("MOBILITE", "LOGEMENT", "SANTE", "EMPLOI").contains(v.valeurDimension()))
        .extracting(ValeurIndicateur::valeurDimension, v -> v.valeur() == null ? v.manque().substring(0, 20) : v.valeur().toPlainString())
        .containsExactlyInAnyOrder(tuple("MOBILITE", "6"), tuple("LOGEMENT", "Moins de 5 personnes"), tuple("SANTE", "Moins de 5 personnes"),
            tuple("EMPLOI", "0"));
    assertThat(par(DIRECTION, null, () -> indicateurs.croiser("DIA-FREINS", FIN, List.of(theme())))).containsOnlyKeys(List.of("MOBILITE"),
        List.of("LOGEMENT"));
    assertThat(par(DIRECTION, List.of(2), () -> indicateurs.calculer("DIA-FREINS", FIN, null)).getFirst().valeur())
        .as("deux freins d'une seule personne").isNull();
    assertThat(par(DIRECTION, null, () -> indicateurs.calculer("DIA-FAITS", FIN, null)).getFirst().valeur().intValue()).isZero();
    p.constat(fay, "SANTE", "FORT", "2025-02-10");
    assertThat(par(DIRECTION, null, () -> indicateurs.calculer("DIA-FAITS", FIN, null)).getFirst().valeur()).as("une sur six").isNull();
    assertThat(par(REFERENTE, List.of(2), () -> indicateurs.calculer("DIA-FREINS", FIN, null)).getFirst().valeur().intValue()).isEqualTo(2);
  }

  @Test
  void les_metiers_souhaites_se_comptent_par_domaine_et_par_metier_selon_le_dernier_projet_dit() {
    var ana = suivie("Ana", 1);
    var bea = suivie("Bea", 2);
    p.metiers(ana, "2025-02-10", "G1602 Personnel de cuisine", "K2204 Nettoyage de locaux");
    p.metiers(bea, "2025-03-10", "G1602 Personnel de cuisine");
    p.metiers(ana, "2025-07-10", "N1105 Manutention manuelle de charges");
    p.perimetres();
    assertThat(par("DIA-METIERS", "2025-06-30", Dimension.valueOf("DOMAINE_METIER"))).isEqualTo(Map.of("G", "2", "K", "1"));
    assertThat(par("DIA-METIERS", "2025-12-31", Dimension.valueOf("METIER")))
        .isEqualTo(Map.of("G1602 Personnel de cuisine", "1", "N1105 Manutention manuelle de charges", "1"));
    assertThat(par("DIA-METIERS", "2025-06-30", Dimension.TERRITOIRE)).isEqualTo(Map.of("Centre", "2", "Nord", "1"));
    assertThat(Dimension.valueOf("DOMAINE_METIER").libelleValeur("N")).isEqualTo("Transport et logistique");
    assertThat(par(REFERENTE, null, () -> indicateurs.personnes("DIA-METIERS", LocalDate.parse("2025-06-30"), null, null, 1)).personnes())
        .extracting(PersonneConcernee::valeur).allMatch(v -> v.startsWith("Hôtellerie") || v.startsWith("Services"));
  }

  @Test
  void la_liste_derriere_les_freins_dit_de_quel_theme_est_chaque_ligne() {
    var ana = suivie("Ana", 1);
    p.frein(ana, "LOGEMENT", "2025-02-10");
    p.frein(ana, "MOBILITE", "2025-02-10");
    p.perimetres();
    assertThat(par(REFERENTE, null, () -> indicateurs.personnes("DIA-FREINS", FIN, null, null, 1)).personnes())
        .extracting(PersonneConcernee::valeur).containsExactly("Logement", "Mobilité");
  }

  @Test
  void les_domaines_de_metiers_sont_ceux_de_la_liste() {
    assertThat(Metiers.connus().tous()).extracting(m -> m.code().substring(0, 1))
        .allSatisfy(d -> assertThat(Dimension.valueOf("DOMAINE_METIER").libelleValeur(d)).isNotEqualTo(d));
  }

  @Test
  void les_themes_des_chiffres_sont_ceux_du_diagnostic() throws IOException {
    Themes themes = Themes.lire(Files.readString(Path.of("src/main/resources/diagnostic/themes.yaml")), null).getLast();
    assertThat(new LinkedHashSet<>(theme().valeursConnues())).containsExactlyElementsOf(themes.themes().stream().map(Rubrique::code).toList());
    assertThat(themes.themes()).allSatisfy(t -> assertThat(theme().libelleValeur(t.code())).isEqualTo(t.libelle()));
    assertThat(catalogue.indicateur("DIA-COMPLETS").parametres()).containsEntry("themes", String.valueOf(themes.themes().size()));
  }

  private static Dimension theme() {
    return Dimension.valueOf("THEME");
  }

  private Peuplement.Personne suivie(String prenom, int territoire) {
    Peuplement.Personne personne = p.seule(prenom, "2024-01-01", territoire);
    p.suivi(personne, null, "SOCIAL", 1, "2025-01-15", null);
    return personne;
  }
}
