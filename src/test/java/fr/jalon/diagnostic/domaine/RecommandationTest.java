package fr.jalon.diagnostic.domaine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which pathway is recommended, why, and what would change it. */
class RecommandationTest {
  private static final String NATIONAL = lire();
  private static final Referentiel REFERENTIEL = LectureDuReferentiel.lire(NATIONAL, null).getLast();

  /** A cook who stopped last year, holds a CAP, wants to work, and whom nothing hinders. */
  private static Reponses cuisinier() {
    Map<String, String> r = new LinkedHashMap<>(Map.of("situation_professionnelle", "DEUX_DERNIERES_ANNEES", "capacite_a_travailler", "OUI",
        "projet_pro", "SALARIAT", "niveau_etude", "NV5"));
    REFERENTIEL.criteres().stream().filter(Critere::estUneDifficulte).forEach(c -> r.put(c.code(), "AUCUNE"));
    return new Reponses(r);
  }

  @Test
  void un_cuisinier_sans_difficulte_va_vers_l_emploi_et_la_phrase_dit_pourquoi() {
    Recommandation r = REFERENTIEL.recommander(cuisinier()).orElseThrow();
    assertThat(r.parcours()).isEqualTo(Parcours.PROFESSIONNEL);
    assertThat(r.phrase())
        .isEqualTo("Parcours professionnel, parce qu'elle travaille ou a travaillé dans les deux dernières années, elle se projette "
        + "dans un emploi et aucune difficulté ne pèse.");
    assertThat(r.regle().code()).isEqualTo("PRET_A_L_EMPLOI");
    assertThat(r.etapes()).extracting(Recommandation.Etape::question).containsExactly("activite", "projection", "qualification", "freins");
  }

  @Test
  void le_meme_sans_logement_ni_garde_ni_voiture_va_vers_le_social_et_ses_difficultes_sont_nommees() {
    Recommandation r = REFERENTIEL.recommander(cuisinier().avec("contrainte_logement", "SANS_LOGEMENT")
        .avec("contrainte_mobilite", "AUCUN_MOYEN_DE_TRANSPORT").avec("contrainte_familiale", "ENFANT_SANS_SOLUTION_GARDE")).orElseThrow();
    assertThat(r.parcours()).isEqualTo(Parcours.SOCIAL);
    assertThat(r.phrase()).isEqualTo("Parcours social, parce que plusieurs difficultés pèsent fortement ensemble (le logement, la mobilité et "
        + "la situation familiale) : il faut d'abord les lever.");
    assertThat(r.changements()).extracting(Recommandation.Changement::critere).containsExactly("Logement", "Mobilité", "Famille");
  }

  @Test
  void dit_la_seule_reponse_qui_menerait_ailleurs() {
    Recommandation r = REFERENTIEL.recommander(cuisinier().avec("contrainte_mobilite", "AUCUN_MOYEN_DE_TRANSPORT")).orElseThrow();
    assertThat(r.parcours()).isEqualTo(Parcours.SOCIOPROFESSIONNEL);
    assertThat(r.changements()).contains(new Recommandation.Changement("Mobilité",
        List.of("Aucune", "Autre difficulté", "Dépend des transports en commun"), Parcours.PROFESSIONNEL));
  }

  @Test
  void ne_recommande_rien_tant_qu_une_reponse_manque_et_dit_laquelle() {
    Reponses sansNiveau = cuisinier().avec("niveau_etude", null);
    assertThat(REFERENTIEL.recommander(sansNiveau)).isEmpty();
    assertThat(REFERENTIEL.manquants(sansNiveau)).extracting(Critere::libelle).containsExactly("Niveau d'études");
    assertThat(REFERENTIEL.manquants(cuisinier().avec("projet_pro", "INVENTE"))).extracting(Critere::code).containsExactly("projet_pro");
  }

  /** Answers of the same weight are one for the rules: every class of answers of every criterion is crossed with every other. */
  @Test
  void chaque_combinaison_de_reponses_a_une_recommandation_et_une_seule_avec_sa_raison() {
    List<Critere> lus = REFERENTIEL.criteres().stream().filter(c -> !c.facultatif()).toList();
    List<List<String>> classes = lus.stream().map(RecommandationTest::representants).toList();
    long[] n = {0};
    Set<String> regles = new HashSet<>();
    Set<Parcours> parcours = EnumSet.noneOf(Parcours.class);
    parcourir(lus, classes, 0, new HashMap<>(), r -> {
      n[0]++;
      Regle regle = REFERENTIEL.regle(new Reponses(r));
      if (regles.add(regle.code()) || n[0] % 97 == 0) {
        Recommandation dite = REFERENTIEL.recommander(new Reponses(r)).orElseThrow();
        assertThat(dite.regle()).isEqualTo(regle);
        assertThat(dite.phrase()).startsWith("Parcours " + dite.parcours().court() + ", parce qu").doesNotContain("{").endsWith(".");
        assertThat(dite.changements()).allSatisfy(c -> assertThat(c.parcours()).isNotEqualTo(dite.parcours()));
      }
      parcours.add(regle.parcours());
    });
    assertThat(n[0]).isEqualTo(classes.stream().mapToLong(List::size).reduce(1, Math::multiplyExact)).isGreaterThan(50_000);
    assertThat(parcours).containsExactlyInAnyOrder(Parcours.values());
    assertThat(regles).as("chaque règle sert").containsExactlyInAnyOrderElementsOf(REFERENTIEL.regles().stream().map(Regle::code).toList());
  }

  @Test
  void alleger_une_difficulte_n_eloigne_jamais_de_l_emploi() {
    List<Critere> difficultes = REFERENTIEL.criteres().stream().filter(Critere::estUneDifficulte).toList();
    for (String activite : List.of("EN_ACTIVITE", "JAMAIS")) {
      for (String capacite : List.of("OUI", "NON")) {
        for (String projet : List.of("SALARIAT", "AUCUN")) {
          for (String niveau : List.of("NV5", "AFS")) {
            Reponses r = cuisinier().avec("situation_professionnelle", activite).avec("capacite_a_travailler", capacite).avec("projet_pro", projet)
                .avec("niveau_etude", niveau);
            List<Parcours> suite = new ArrayList<>();
            suite.add(REFERENTIEL.regle(r).parcours());
            for (Critere c : difficultes) {
              r = r.avec(c.code(), c.poids().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
              suite.add(REFERENTIEL.regle(r).parcours());
            }
            assertThat(suite).as(activite + capacite + projet + niveau).isSortedAccordingTo(java.util.Comparator.reverseOrder());
          }
        }
      }
    }
  }

  @Test
  void un_departement_ajoute_une_regle_et_change_un_poids_par_des_donnees() {
    Referentiel propre = LectureDuReferentiel.lire(NATIONAL, """
        poids: {contrainte_mobilite: {AUCUN_MOYEN_DE_TRANSPORT: MOYEN}}
        regles:
          - {code: AGRICULTEURS, libelle: Agriculteurs, parcours: SOCIOPROFESSIONNEL, confiance: H, source: "Délibération du 1er mars",
             quand: {type_emploi: [EXPLOITANT_AGRICOLE]}, parce_que: "un marché d'accompagnement existe pour les agriculteurs"}
          - {code: FREINS_LOURDS, parcours: SOCIOPROFESSIONNEL}""").getLast();
    assertThat(propre.recommander(cuisinier().avec("contrainte_mobilite", "AUCUN_MOYEN_DE_TRANSPORT")).orElseThrow().parcours())
        .isEqualTo(Parcours.PROFESSIONNEL);
    Recommandation agricole = propre.recommander(cuisinier().avec("type_emploi", "EXPLOITANT_AGRICOLE")).orElseThrow();
    assertThat(agricole.phrase()).isEqualTo("Parcours socioprofessionnel, parce qu'un marché d'accompagnement existe pour les agriculteurs.");
    assertThat(agricole.regle().source()).isEqualTo("Délibération du 1er mars");
    assertThat(propre.recommander(cuisinier().avec("contrainte_sante", "INCAPACITE_RECHERCHE_ACTIVITE_PRO")).orElseThrow().parcours())
        .isEqualTo(Parcours.SOCIOPROFESSIONNEL);
  }

  @Test
  void refuse_des_donnees_qui_laissent_une_personne_sans_recommandation() {
    assertThatThrownBy(() -> LectureDuReferentiel.lire(NATIONAL.replaceFirst("(?m)^.*code: FREINS_LOURDS.*\\n", ""), null))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("Aucune règle ne conclut");
    assertThatThrownBy(() -> LectureDuReferentiel.lire(NATIONAL,
        "regles: [{code: X, libelle: X, parcours: SOCIAL, quand: {humeur: [NON]}, parce_que: x}]"))
        .hasMessageContaining("inconnu");
  }

  @Test
  void la_sante_le_logement_la_garde_ou_un_proche_aide_rendent_vulnerable() {
    assertThat(REFERENTIEL.vulnerable(cuisinier())).isFalse();
    assertThat(REFERENTIEL.vulnerable(cuisinier().avec("contrainte_mobilite", "AUCUN_MOYEN_DE_TRANSPORT"))).isFalse();
    assertThat(REFERENTIEL.vulnerable(cuisinier().avec("contrainte_familiale", "AIDANT_FAMILIAL"))).isTrue();
  }

  /** One answer for each way in which the questions tell answers apart. */
  private static List<String> representants(Critere c) {
    Map<String, String> parClasse = new LinkedHashMap<>();
    for (String reponse : c.reponses().keySet()) {
      String classe = c.estUneDifficulte() ? c.poids().get(reponse).name() : REFERENTIEL.questions().stream().flatMap(q -> q.cas().stream())
          .map(cas -> cas.quand().containsKey(c.code()) ? "" + cas.quand().get(c.code()).contains(reponse) : "").toList().toString();
      parClasse.putIfAbsent(classe, reponse);
    }
    return List.copyOf(parClasse.values());
  }

  private static void parcourir(List<Critere> criteres, List<List<String>> classes, int rang, Map<String, String> reponses,
      java.util.function.Consumer<Map<String, String>> suite) {
    if (rang == criteres.size()) {
      suite.accept(reponses);
      return;
    }
    for (String r : classes.get(rang)) {
      reponses.put(criteres.get(rang).code(), r);
      parcourir(criteres, classes, rang + 1, reponses, suite);
    }
  }

  private static String lire() {
    try (var flux = RecommandationTest.class.getResourceAsStream("/diagnostic/referentiel.yaml")) {
      return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
