package fr.jalon.echanges.tableur.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.domaine.Correspondance;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.echanges.tableur.domaine.StatutTableur;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LignesRejeteesTest {
  private static final List<String> TITRES = List.of("Nom", "Prénom", "NIR", "Remarque");

  private static List<String> ligne(String... valeurs) {
    Tableur t = new Tableur(1, "a.csv", "", "CSV", "", TITRES, "", 1, 0, Correspondance.deviner(TITRES), null, null, StatutTableur.ENREGISTRE, null,
        null, "alloc", null, null);
    return new LignesRejetees(t).ligne(new LigneGardee(2, List.of(valeurs), StatutLigne.ERREUR, "La date n'existe pas.", null, false, null));
  }

  @Test
  void le_fichier_des_erreurs_ne_tient_aucun_nir_ni_juste_ni_faux_ni_dans_une_autre_colonne() {
    assertThat(ligne("Dupont", "Anne", "2790507186001", "son époux : 1 79 05 07 186 002 15"))
        .containsExactly("Dupont", "Anne", "NIR masqué", "son époux : NIR masqué",
        "La date n'existe pas.");
    assertThat(ligne("Dupont", "Anne", "27905O7186", "rien")).containsExactly("Dupont", "Anne", "NIR masqué", "rien", "La date n'existe pas.");
    assertThat(ligne("Dupont", "Anne", "", "rien")).containsExactly("Dupont", "Anne", "", "rien", "La date n'existe pas.");
  }

  @Test
  void les_cases_en_trop_viennent_apres_la_raison_qui_reste_sous_son_titre() {
    assertThat(ligne("Dupont", "Anne", "", "rien", "Privas")).containsExactly("Dupont", "Anne", "", "rien", "La date n'existe pas.", "Privas");
  }

  @Test
  void le_masque_depose_de_nouveau_dit_ou_retrouver_le_nir() {
    LectureDeLigne.Lue lue = new LectureDeLigne(Correspondance.deviner(TITRES), LocalDate.of(2025, 9, 30))
        .lire(List.of("Dupont", "Anne", "NIR masqué", ""));
    assertThat(lue.erreurs()).extracting(LectureDeLigne.Erreur::phrase)
        .containsExactly("Le NIR est masqué dans le fichier des erreurs : recopiez-le depuis votre tableur d'origine.");
  }
}
