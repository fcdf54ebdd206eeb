package fr.jalon.rendezvous.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.structures.Distances;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Privas and Aubenas are 22 km apart, Annonay 60 km from Privas; sessions are looked for on 8 September 2025. */
class RepartitionEnSessionsTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 9, 8);
  private static final Distances DISTANCES =
      new Distances(Map.of("PRIVAS", new Distances.Point(44.735, 4.599, true), "AUBENAS", new Distances.Point(44.62, 4.39, true),
      "ANNONAY", new Distances.Point(45.24, 4.67, true)));
  private static final PoidsDesSessions POIDS = new PoidsDesSessions(4, 3, 6, 50, 42);

  @Test
  void chacun_va_pres_de_chez_lui() {
    var r = repartir(List.of(personne(1, "PRIVAS", null), personne(2, "AUBENAS", null)), session(10, "PRIVAS", 7, 5), session(11, "AUBENAS", 7, 5));
    assertThat(r).extracting(p -> p.session().id()).containsExactly(10L, 11L);
    assertThat(r.getFirst().pourquoi()).isEqualTo("Parce que : dans sa commune ; dans 7 jours.");
  }

  @Test
  void tenir_le_delai_l_emporte_sur_la_distance() {
    var r = repartir(List.of(personne(1, "PRIVAS", AUJOURDHUI.plusDays(10))), session(10, "PRIVAS", 14, 5), session(11, "AUBENAS", 7, 5));
    assertThat(r.getFirst().session().id()).isEqualTo(11);
    assertThat(r.getFirst().pourquoi()).contains("avant sa limite du 18/09/2025");
  }

  @Test
  void la_derniere_place_va_a_qui_perdrait_le_plus_a_aller_ailleurs() {
    var r = repartir(List.of(personne(1, "PRIVAS", null), personne(2, "ANNONAY", null)), session(10, "PRIVAS", 7, 1), session(11, "AUBENAS", 7, 1));
    assertThat(r).extracting(p -> p.session().id()).containsExactlyInAnyOrder(10L, 11L);
    assertThat(r).noneMatch(RepartitionEnSessions.Proposee::enAttente);
  }

  @Test
  void au_dela_des_places_ceux_dont_la_limite_est_la_plus_lointaine_attendent_dans_la_session_qui_leur_va() {
    var r = repartir(List.of(personne(1, "PRIVAS", AUJOURDHUI.plusDays(30)), personne(2, "PRIVAS", AUJOURDHUI.plusDays(12)),
        personne(3, "PRIVAS", null)), session(10, "PRIVAS", 7, 1),
        session(11, "ANNONAY", 7, 1));
    assertThat(r.stream().filter(RepartitionEnSessions.Proposee::enAttente).map(p -> p.personne().id())).containsExactly(3L);
    assertThat(r.get(2).session().id()).isEqualTo(10);
    assertThat(r.get(2).pourquoi()).contains("liste d'attente");
  }

  @Test
  void sans_session_personne_n_est_propose_et_la_phrase_le_dit() {
    var r = repartir(List.of(personne(1, "PRIVAS", null)));
    assertThat(r.getFirst().session()).isNull();
    assertThat(r.getFirst().enAttente()).isFalse();
    assertThat(r.getFirst().pourquoi()).contains("Aucune session");
  }

  @Test
  void une_commune_inconnue_ne_gagne_rien() {
    var r = repartir(List.of(personne(1, null, null), personne(2, "PRIVAS", null)), session(10, "PRIVAS", 7, 1), session(11, "AUBENAS", 7, 1));
    assertThat(r.get(1).session().id()).isEqualTo(10);
  }

  /** Compared with every possible sharing out: nobody can do better for the list. */
  @Test
  void la_repartition_est_la_meilleure_de_toutes() {
    Random hasard = new Random(7);
    String[] communes = {"PRIVAS", "AUBENAS", "ANNONAY"};
    for (int essai = 0; essai < 200; essai++) {
      List<PersonneAConvoquer> personnes = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        personnes.add(personne(i, communes[hasard.nextInt(3)], hasard.nextBoolean() ? AUJOURDHUI.plusDays(5 + hasard.nextInt(30)) : null));
      }
      List<SessionOuverte> sessions = new ArrayList<>();
      for (int s = 0; s < 3; s++) {
        sessions.add(session(10 + s, communes[hasard.nextInt(3)], 5 + hasard.nextInt(30), hasard.nextInt(4)));
      }
      var r = new RepartitionEnSessions(personnes, sessions, DISTANCES, POIDS, AUJOURDHUI).repartir(3);
      long cout = r.stream().filter(p -> !p.enAttente()).mapToLong(p -> POIDS.cout(p.personne(), p.session(), DISTANCES, AUJOURDHUI)).sum();
      long placees = r.stream().filter(p -> !p.enAttente()).count();
      long places = Math.min(5, sessions.stream().mapToInt(SessionOuverte::places).sum());
      assertThat(placees).isEqualTo(places);
      List<PersonneAConvoquer> retenues = r.stream().filter(p -> !p.enAttente()).map(RepartitionEnSessions.Proposee::personne).toList();
      assertThat(cout).isEqualTo(meilleur(retenues, 0, sessions, new int[3]));
    }
  }

  private static long meilleur(List<PersonneAConvoquer> personnes, int rang, List<SessionOuverte> sessions, int[] prises) {
    if (rang == personnes.size()) {
      return 0;
    }
    long min = Long.MAX_VALUE / 2;
    for (int s = 0; s < sessions.size(); s++) {
      if (prises[s] < sessions.get(s).places()) {
        prises[s]++;
        min = Math.min(min, POIDS.cout(personnes.get(rang), sessions.get(s), DISTANCES, AUJOURDHUI)
            + meilleur(personnes, rang + 1, sessions, prises));
        prises[s]--;
      }
    }
    return min;
  }

  private static List<RepartitionEnSessions.Proposee> repartir(List<PersonneAConvoquer> personnes, SessionOuverte... sessions) {
    return new RepartitionEnSessions(personnes, List.of(sessions), DISTANCES, POIDS, AUJOURDHUI).repartir(5);
  }

  private static PersonneAConvoquer personne(long id, String commune, LocalDate limite) {
    return new PersonneAConvoquer(id, commune, limite);
  }

  private static SessionOuverte session(long id, String commune, int dansJours, int places) {
    return new SessionOuverte(id, 1, AUJOURDHUI.plusDays(dansJours), LocalTime.of(9, 30), "Salle", commune, commune, places, 0, 0);
  }
}
