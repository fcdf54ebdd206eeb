package fr.jalon.allocataires.lecture;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.enfant;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.domaine.TermesDeRecherche;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.EnTantQue;
import fr.jalon.personnages.Foyer;
import fr.jalon.personnages.Personne;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = {"jalon.departement=07", "jalon.essai=liste"})
@Import(Caisse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListeDesAllocatairesTest {
  @Autowired
  Caisse caisse;
  @Autowired
  ListeDesAllocataires liste;

  @BeforeAll
  void un_departement_et_trois_foyers() {
    Foyer tifour = foyer("07100000001").habite("07019", "AUBENAS").demande("2024-03-01")
        .avec(personne("Sophie Tifour").nee("1977-03-23").sdd(), enfant("Léo Tifour").ne("2015-06-01"));
    Foyer lefevre = foyer("07100000002").habite("07010", "ANNONAY").avec(personne("Éléonore Lefèvre-Dubois").nee("1990-08-01"));
    Foyer martin = foyer("07100000003").habite("07010", "ANNONAY").organisme("MSA", "726").avec(personne("Paul Martin").ne("1977-11-02").sdd());
    caisse.mensuel("2025-05-31", tifour, lefevre, martin);
    caisse.mensuel("2025-06-30", tifour.suspendu("06", "2025-06-01"), lefevre, martin);
    caisse.mensuel("2025-07-31", tifour, lefevre.ferme("RFD", "2025-07-01"), martin);
  }

  private List<String> noms(EnTantQue agent, String texte) {
    return agent.faire(() -> liste.page(filtres(texte, null), 1, 50)).stream().map(l -> l.prenom() + " " + l.nom()).toList();
  }

  private static FiltresDAllocataires filtres(String texte, EtatDuDroit etat) {
    return new FiltresDAllocataires(TermesDeRecherche.lire(texte), etat, null, null, null, null, null, null, false, FiltresDAllocataires.Tri.NOM);
  }

  @Test
  void trouve_une_personne_par_une_partie_de_son_nom_sans_accent() {
    assertThat(noms(EnTantQue.allocation(), "lefev")).containsExactly("ÉLÉONORE LEFÈVRE-DUBOIS");
    assertThat(noms(EnTantQue.allocation(), "dubois eleo")).containsExactly("ÉLÉONORE LEFÈVRE-DUBOIS");
  }

  @Test
  void trouve_une_personne_par_son_numero_de_demande_ou_d_allocataire() {
    assertThat(noms(EnTantQue.allocation(), "07100000001")).containsExactly("SOPHIE TIFOUR");
    assertThat(noms(EnTantQue.allocation(), "0000003")).containsExactly("PAUL MARTIN");
  }

  @Test
  void trouve_une_personne_par_sa_naissance_ou_par_son_nom_et_son_annee() {
    assertThat(noms(EnTantQue.allocation(), "23031977")).containsExactly("SOPHIE TIFOUR");
    assertThat(noms(EnTantQue.allocation(), "martin 1977")).containsExactly("PAUL MARTIN");
    assertThat(noms(EnTantQue.allocation(), "1977")).containsExactly("PAUL MARTIN", "SOPHIE TIFOUR");
  }

  @Test
  void ne_montre_les_enfants_que_si_on_le_demande() {
    assertThat(noms(EnTantQue.allocation(), "leo")).containsExactly("ÉLÉONORE LEFÈVRE-DUBOIS");
    assertThat(EnTantQue.allocation().faire(() -> liste.compter(filtres("leo tifour", null).avecTous()))).isEqualTo(1);
  }

  @Test
  void dit_l_etat_du_droit_et_depuis_quand() {
    LigneDAllocataire tifour = EnTantQue.allocation().faire(() -> liste.page(filtres("tifour", null), 1, 50)).getFirst();
    assertThat(tifour.etat()).isEqualTo(EtatDuDroit.SUSPENDU);
    assertThat(tifour.depuis()).isEqualTo(LocalDate.of(2025, 6, 1));
    assertThat(tifour.sdd()).isTrue();
    assertThat(tifour.territoire()).isEqualTo("Sud-Ouest");
    LigneDAllocataire martin = EnTantQue.allocation().faire(() -> liste.page(filtres("paul martin", null), 1, 50)).getFirst();
    assertThat(martin.depuis()).isEqualTo(LocalDate.of(2024, 3, 1));
  }

  @Test
  void filtre_par_etat() {
    assertThat(EnTantQue.allocation().faire(() -> liste.page(filtres("", EtatDuDroit.FERME), 1, 50))).extracting(LigneDAllocataire::nom)
        .containsExactly("LEFÈVRE-DUBOIS");
    assertThat(EnTantQue.allocation().faire(() -> liste.compter(filtres("", EtatDuDroit.VERSE)))).isEqualTo(1);
  }

  @Test
  void un_referent_ne_trouve_personne_hors_de_son_territoire() {
    EnTantQue referent = EnTantQue.referent(caisse.territoire("SUD-OUEST"));
    assertThat(noms(referent, "")).containsExactly("SOPHIE TIFOUR");
    assertThat(noms(referent, "martin")).isEmpty();
    assertThat(referent.faire(() -> liste.compter(filtres("", null)))).isEqualTo(1);
  }

  @Test
  void une_personne_partie_du_fichier_reste_trouvable() {
    Personne passagere = personne("Zoé Passagère").nee("1999-09-09");
    Foyer foyer = foyer("07100000009").organisme("CAF", "072").habite("07186", "PRIVAS").avec(passagere);
    caisse.mensuel("2025-05-31", foyer);
    caisse.mensuel("2025-06-30", foyer("07100000010").organisme("CAF", "072").habite("07186", "PRIVAS")
        .avec(personne("Yves Autre").ne("1960-01-01")));
    LigneDAllocataire zoe = EnTantQue.allocation().faire(() -> liste.page(filtres("passagere", null), 1, 50)).getFirst();
    assertThat(zoe.etat()).isEqualTo(EtatDuDroit.ABSENT);
    assertThat(zoe.depuis()).isEqualTo(LocalDate.of(2025, 6, 30));
  }
}
