package fr.jalon.justedroit.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Revenu;
import fr.jalon.justedroit.domaine.EmploiPropose.Contrat;
import fr.jalon.justedroit.domaine.FoyerSimule.Logis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nadia, 30, alone, without income, rent to pay and no housing benefit, in June 2026: 651.69 € of RSA. */
class ComparaisonTest {
  private static final YearMonth JUIN = YearMonth.of(2026, 6);
  private final FoyerSimule nadia = foyer(List.of());

  @Test
  void nadia_prend_un_emploi_de_800_euros_en_juillet_et_garde_son_rsa_jusqu_en_aout() {
    Comparaison c = Comparaison.de(nadia, emploi("800", "2026-07-01", null));
    assertThat(c.lignes()).extracting(l -> l.apres().rsa().toPlainString())
        .startsWith("651.69", "651.69", "651.69", "385.02", "385.02", "385.02", "0.00");
    assertThat(c.lignes()).extracting(l -> l.avant().rsa().toPlainString()).containsOnly("651.69");
    assertThat(c.lignes().get(1).gain()).isEqualByComparingTo("800");
    assertThat(c.lignes()).filteredOn(Comparaison.Ligne::recalcule).extracting(Comparaison.Ligne::mois)
        .containsExactly(JUIN, JUIN.plusMonths(3), JUIN.plusMonths(6), JUIN.plusMonths(9));
    assertThat(c.trimestres()).hasSize(4).allSatisfy(t -> assertThat(t.etapes()).isNotEmpty().allSatisfy(e -> assertThat(e.article()).isNotBlank()));
  }

  @Test
  void un_mois_commence_le_16_est_paye_pour_moitie() {
    Comparaison c = Comparaison.de(nadia, emploi("800", "2026-06-16", null));
    assertThat(c.lignes().getFirst().apres().gains()).isEqualByComparingTo("400");
    assertThat(c.lignes().get(1).apres().gains()).isEqualByComparingTo("800");
  }

  @Test
  void la_prime_d_immersion_s_ajoute_le_mois_d_avant_et_ne_compte_pas_dans_les_ressources() {
    EmploiPropose avec = new EmploiPropose(0, Contrat.CDI, BigDecimal.TEN, new BigDecimal("800"), LocalDate.of(2026, 8, 1), null,
        new BigDecimal("200"));
    Comparaison c = Comparaison.de(nadia, avec);
    Comparaison sans = Comparaison.de(nadia, emploi("800", "2026-08-01", null));
    assertThat(c.lignes().get(1).gain()).isEqualByComparingTo("200");
    assertThat(c.lignes()).extracting(l -> l.apres().rsa()).isEqualTo(sans.lignes().stream().map(l -> l.apres().rsa()).toList());
  }

  @Test
  void l_allocation_chomage_qui_s_arrete_a_l_embauche_n_est_plus_dans_l_apres() {
    FoyerSimule auChomage = foyer(List.of(new LigneDeRevenu(0, Revenu.CHOMAGE,
        List.of(euros("500"), euros("500"), euros("500"), euros("500")), euros("500"), true)));
    Comparaison c = Comparaison.de(auChomage, emploi("800", "2026-07-01", null));
    assertThat(c.lignes().getFirst().avant().rsa()).isEqualByComparingTo("151.69");
    assertThat(c.lignes()).extracting(l -> l.avant().autresRevenus().intValue()).containsOnly(500);
    assertThat(c.lignes().get(0).apres().autresRevenus()).isEqualByComparingTo("500");
    assertThat(c.lignes().get(1).apres().autresRevenus()).isEqualByComparingTo("0");
  }

  @Test
  void la_courbe_dit_ou_le_rsa_s_arrete_et_ou_la_prime_commence() {
    CourbeDesHeures courbe = CourbeDesHeures.de(nadia, 0, new BigDecimal("9.75"));
    assertThat(courbe.points()).hasSize(40);
    assertThat(courbe.points().getFirst().total()).isEqualByComparingTo("651.69");
    assertThat(courbe.points().getFirst().heureDePlus()).isNull();
    assertThat(courbe.marques()).flatExtracting(CourbeDesHeures.Point::seuils).contains("Fin du RSA", "Début de la prime d'activité");
    assertThat(courbe.points().get(35).total()).isGreaterThan(courbe.points().getFirst().total());
    assertThat(courbe.points()).filteredOn(CourbeDesHeures.Point::perte).as("où une heure de plus coûte")
        .allSatisfy(p -> assertThat(p.heureDePlus()).isBetween(euros("-20"), BigDecimal.ZERO));
  }

  @Test
  void ce_que_l_on_dit_a_nadia_tient_en_phrases_courtes() {
    List<String> phrases = FacileALire.phrases(Comparaison.de(nadia, emploi("800", "2026-07-01", null)), emploi("800", "2026-07-01", null)).stream()
        .map(p -> p.replace('\u00a0', ' ').replace('\u202f', ' ')).toList();
    assertThat(phrases).containsExactly("Aujourd'hui, votre foyer a 652 € par mois.", "Avec ce travail, vous gagnez 800 € par mois.",
        "Au début, votre RSA ne change pas. Vous le gardez en entier pendant 2 mois.", "En septembre 2026, votre RSA baisse à 385 €.",
        "En décembre 2026, votre RSA s'arrête.",
        "En septembre 2026, vous avez la prime d'activité. C'est de l'argent en plus pour les personnes qui travaillent.",
        "Au début c'est 112 € par mois, ensuite 335 €.", "En mai 2027, votre foyer a 1 135 € par mois.", "C'est 484 € de plus que sans ce travail.",
        "Tous les 3 mois, vous dites à la CAF ou à la MSA ce que vous gagnez.");
    assertThat(phrases).allSatisfy(p -> assertThat(p.split("[ .]+").length).as(p).isLessThanOrEqualTo(20));
  }

  @Test
  void un_contrat_qui_finit_est_dit_et_le_bilan_se_fait_avant_sa_fin() {
    EmploiPropose cdd = emploi("800", "2026-07-01", "2026-09-30");
    assertThat(FacileALire.phrases(Comparaison.de(nadia, cdd), cdd))
        .contains("Le travail finit en septembre 2026. Dites-le tout de suite à la CAF ou à la MSA.")
        .anySatisfy(p -> assertThat(p).startsWith("En septembre 2026, votre foyer a"));
  }

  private FoyerSimule foyer(List<LigneDeRevenu> revenus) {
    return new FoyerSimule(JUIN, JUIN, List.of(Personne.nee("1996-02-10").faite()), List.of(), null, Logis.PAYE, BigDecimal.ZERO, BigDecimal.ZERO,
        BigDecimal.ZERO, revenus);
  }

  private static EmploiPropose emploi(String net, String debut, String fin) {
    return new EmploiPropose(0, fin == null ? Contrat.CDI : Contrat.CDD, new BigDecimal("86.67"), euros(net), LocalDate.parse(debut),
        fin == null ? null : LocalDate.parse(fin), BigDecimal.ZERO);
  }

  private static BigDecimal euros(String texte) {
    return new BigDecimal(texte);
  }
}
