package fr.jalon.orientation.domaine.affectation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.structures.Distances;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Public;
import fr.jalon.structures.Referent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AffectationTest {
  private static final Distances ARDECHE = new Distances(Map.of("07186", new Distances.Point(44.735, 4.599, true), "07019",
      new Distances.Point(44.620, 4.390, true),
      "07010", new Distances.Point(45.240, 4.671, true), "07099", new Distances.Point(44.7, 4.5, false)));
  private static final Ponderation POIDS = new Ponderation(4, 2, 3, 3, 50);
  private static final Organisation CMS = new Organisation(1, "CMS", "CMS", "DEPARTEMENT", List.of(),
      List.of("SOCIAL", "SOCIOPROFESSIONNEL"), true, null, "07186");
  private static final Organisation VOISINE = new Organisation(2, "ASSO", "Association", "EXTERNE", List.of(9), List.of(), true,
      "CONVENTION", "07019");

  @Test
  void une_personne_est_donnee_au_referent_de_sa_commune() {
    Affectation a = repartir(List.of(personne(1, "07019")), referent(10, "07186", 0, 100), referent(11, "07019", 0, 100));
    assertThat(a.proposee().choix(0)).isEqualTo(1);
    assertThat(new Explication(ARDECHE).pourquoi(a.proposee(), 0))
        .isEqualTo("Parce que : reçoit dans sa commune ; 1 personne pour 100 places, soit 1\u00a0%.");
  }

  @Test
  void le_referent_complet_n_est_jamais_propose_et_la_phrase_le_dit() {
    Affectation a = repartir(List.of(personne(1, "07019")), referent(10, "07186", 0, 100), referent(11, "07019", 100, 100));
    assertThat(a.proposee().choix(0)).isZero();
    assertThat(new Explication(ARDECHE).pourquoi(a.proposee(), 0))
        .contains("Référent 11 convenait mieux à cette personne seule mais n'a plus de place");
    assertThat(Empechement.present(personne(1, "07019"), referent(11, "07019", 100, 100))).contains(Empechement.COMPLET);
  }

  @Test
  void quand_tous_sont_complets_la_personne_reste_sans_referent_et_on_sait_pourquoi() {
    Affectation a = repartir(List.of(personne(1, "07019")), referent(10, "07186", 100, 100), referent(11, "07019", 101, 100));
    assertThat(a.proposee().choix(0)).isEqualTo(Repartition.AUCUN);
    assertThat(new Explication(ARDECHE).pourquoi(a.proposee(), 0)).isEqualTo("Les 2 référents qui peuvent la suivre n'ont plus de place.");
  }

  @Test
  void la_derniere_place_va_a_qui_n_a_pas_d_autre_choix_meme_si_une_autre_est_servie_avant() {
    Candidat unePlace = referent(10, "07019", 99, 100);
    Candidat ailleurs = new Candidat(new Referent(11, 1, "Référent 11", null, BigDecimal.ONE, false, true, "07186", List.of(), false,
        List.of("07186")), CMS, 0, 100);
    Affectation a = repartir(List.of(personne(1, "07186"), personne(2, "07019")), unePlace, ailleurs);
    assertThat(a.proposee().placees()).isEqualTo(2);
    assertThat(a.proposee().choix(1)).isZero();
  }

  @Test
  void un_travailleur_non_salarie_va_au_specialiste_et_une_autre_personne_ne_lui_est_pas_proposee() {
    Candidat specialiste = new Candidat(new Referent(12, 1, "Spécialiste", null, BigDecimal.ONE, false, true, "07010", List.of(Public.TNS), true,
        List.of()), CMS, 0, 100);
    PersonneAAffecter tns = new PersonneAAffecter(1, Parcours.SOCIAL, "07186", 1, Public.TNS, null, null);
    assertThat(repartir(List.of(tns), specialiste).proposee().choix(0)).isZero();
    assertThat(Empechement.present(personne(2, "07186"), specialiste)).contains(Empechement.HORS_SPECIALITE);
    assertThat(repartir(List.of(personne(2, "07186")), specialiste).proposee().choix(0)).isEqualTo(Repartition.AUCUN);
  }

  @Test
  void une_organisation_hors_du_parcours_ou_du_territoire_n_est_pas_proposee() {
    PersonneAAffecter professionnel = new PersonneAAffecter(1, Parcours.PROFESSIONNEL, "07186", 1, null, null, null);
    assertThat(Empechement.present(professionnel, referent(10, "07186", 0, 100))).contains(Empechement.HORS_PARCOURS);
    Candidat voisine = new Candidat(new Referent(20, 2, "Voisine", null, BigDecimal.ONE, false, true), VOISINE, 0, 100);
    assertThat(Empechement.present(personne(1, "07186"), voisine)).contains(Empechement.HORS_SECTEUR);
  }

  @Test
  void elle_retrouve_le_referent_qui_la_suivait() {
    PersonneAAffecter revenue = new PersonneAAffecter(1, Parcours.SOCIAL, "07186", 1, null, 11, 1);
    Affectation a = repartir(List.of(revenue), referent(10, "07186", 0, 100), referent(11, "07186", 40, 100));
    assertThat(a.proposee().choix(0)).isEqualTo(1);
    assertThat(new Explication(ARDECHE).pourquoi(a.proposee(), 0)).contains("suivait déjà la personne");
  }

  @Test
  void deux_referents_au_meme_endroit_se_partagent_la_liste() {
    List<PersonneAAffecter> vingt = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      vingt.add(personne(i, "07186"));
    }
    Repartition r = repartir(vingt, referent(10, "07186", 0, 100), referent(11, "07186", 0, 100)).proposee();
    assertThat(r.recues(0)).isEqualTo(10);
    assertThat(r.recues(1)).isEqualTo(10);
  }

  @Test
  void la_capacite_suit_le_temps_de_travail() {
    assertThat(Candidat.capacite(new BigDecimal("0.50"), 100)).isEqualTo(50);
    assertThat(Candidat.capacite(new BigDecimal("0.33"), 50)).isEqualTo(16);
  }

  @Test
  void la_distance_d_une_commune_sans_centre_connu_est_dite_environ() {
    assertThat(new Explication(ARDECHE).pourquoi(personne(1, "07099"), referent(10, "07186", 3, 100), 1)).contains("à environ 9 km");
    assertThat(ARDECHE.km("07186", "07019")).isBetween(20.0, 22.0);
    assertThat(ARDECHE.km("07186", "99999")).isNaN();
  }

  @Test
  void le_flot_trouve_le_meme_optimum_que_l_essai_de_toutes_les_repartitions() {
    for (int graine = 0; graine < 300; graine++) {
      Grille g = auHasard(new Random(graine), 1 + graine % 5, 1 + graine % 3);
      Repartition r = Affectation.optimum(g);
      Repartition meilleure = toutes(g);
      assertThat(r.placees()).as("graine %d", graine).isEqualTo(meilleure.placees());
      assertThat(r.total(POIDS)).as("graine %d", graine).isEqualTo(meilleure.total(POIDS));
    }
  }

  @Test
  void relier_d_abord_chacun_a_ses_plus_proches_mene_au_meme_optimum() {
    int elargies = 0;
    for (int graine = 0; graine < 400; graine++) {
      Grille g = auHasard(new Random(graine), 1 + graine % 40, 3 + graine % 20);
      Ponderation poids = g.ponderation().multiplier(100);
      Repartition toutDeSuite = FlotOptimal.repartir(g, poids, g.candidats().size());
      Repartition deProcheEnProche = FlotOptimal.repartir(g, poids, 1);
      assertThat(deProcheEnProche.placees()).as("graine %d", graine).isEqualTo(toutDeSuite.placees());
      assertThat(deProcheEnProche.total(POIDS)).as("graine %d", graine).isEqualTo(toutDeSuite.total(POIDS));
      personneNeDepasse(deProcheEnProche);
      elargies += IntStream.range(0, g.personnes().size())
          .anyMatch(p -> deProcheEnProche.choix(p) != Repartition.AUCUN && deProcheEnProche.choix(p) != g.duMoinsCher(p).getFirst()) ? 1 : 0;
    }
    assertThat(elargies).as("lists where the nearest was not enough").isGreaterThan(100);
  }

  @Test
  void la_proposition_n_est_jamais_moins_bonne_que_chacun_a_son_tour_sur_aucun_terme() {
    for (int graine = 0; graine < 1500; graine++) {
      Grille g = auHasard(new Random(graine), 1 + graine % 30, 1 + graine % 7);
      Affectation a = Affectation.de(g);
      assertThat(a.proposee().neCedeEnRien(a.unParUn())).as("graine %d, %s", graine, a.garantie()).isTrue();
      assertThat(Affectation.resserrer(g, a.unParUn()).neCedeEnRien(a.unParUn())).as("resserrée, graine %d", graine).isTrue();
      personneNeDepasse(a.proposee());
    }
  }

  private static void personneNeDepasse(Repartition r) {
    for (int c = 0; c < r.grille().candidats().size(); c++) {
      assertThat(r.recues(c)).isLessThanOrEqualTo(r.grille().candidats().get(c).places());
    }
    for (int p = 0; p < r.grille().personnes().size(); p++) {
      assertThat(r.choix(p) == Repartition.AUCUN || r.grille().possible(p, r.choix(p))).isTrue();
    }
  }

  private static Repartition toutes(Grille g) {
    int n = g.personnes().size();
    int m = g.candidats().size();
    Repartition meilleure = null;
    for (int code = 0; code < Math.pow(m + 1, n); code++) {
      int[] choix = new int[n];
      int[] recues = new int[m];
      boolean valable = true;
      for (int p = 0, reste = code; p < n; p++, reste /= m + 1) {
        choix[p] = reste % (m + 1) - 1;
        valable &= choix[p] == Repartition.AUCUN || g.possible(p, choix[p]) && ++recues[choix[p]] <= g.candidats().get(choix[p]).places();
      }
      if (valable) {
        Repartition r = new Repartition(g, choix);
        meilleure = meilleure == null || r.placees() > meilleure.placees() || r.placees() == meilleure.placees()
            && r.total(POIDS) < meilleure.total(POIDS) ? r : meilleure;
      }
    }
    return meilleure;
  }

  private static Grille auHasard(Random h, int personnes, int referents) {
    List<String> communes = List.of("07186", "07019", "07010", "07099", "99999");
    List<Candidat> candidats = new ArrayList<>();
    for (int r = 0; r < referents; r++) {
      boolean reserve = h.nextInt(4) == 0;
      candidats.add(new Candidat(new Referent(r, 1 + r % 2, "R" + r, null, BigDecimal.ONE, false, true, communes.get(h.nextInt(5)),
          reserve || h.nextInt(4) == 0 ? List.of(Public.TNS) : List.of(), reserve, List.of()), r % 2 == 0 ? CMS : VOISINE,
          h.nextInt(8), 4 + h.nextInt(8)));
    }
    List<PersonneAAffecter> liste = new ArrayList<>();
    for (int p = 0; p < personnes; p++) {
      boolean connue = h.nextInt(3) == 0;
      liste.add(new PersonneAAffecter(p, Parcours.SOCIAL, communes.get(h.nextInt(5)), h.nextBoolean() ? 9 : 1, h.nextInt(3) == 0 ? Public.TNS : null,
          connue ? (Integer) h.nextInt(referents) : null, connue ? (Integer) (1 + h.nextInt(2)) : null));
    }
    return new Grille(liste, candidats, ARDECHE, POIDS);
  }

  private static Affectation repartir(List<PersonneAAffecter> personnes, Candidat... candidats) {
    return Affectation.de(new Grille(personnes, List.of(candidats), ARDECHE, POIDS));
  }

  private static PersonneAAffecter personne(long id, String commune) {
    return new PersonneAAffecter(id, Parcours.SOCIAL, commune, 1, null, null, null);
  }

  private static Candidat referent(int id, String commune, int charge, int capacite) {
    return new Candidat(new Referent(id, 1, "Référent " + id, null, BigDecimal.ONE, false, true, commune, List.of(), false, List.of()),
        CMS, charge, capacite);
  }
}
