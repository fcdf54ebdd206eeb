package fr.jalon.echanges.tableur.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.Correspondance;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.echanges.tableur.domaine.StatutTableur;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageDeTableurTest {
  private static final List<String> TITRES = List.of("Nom", "Prénom", "NIR", "Numéro allocataire");

  private static PageDeTableur.Ligne ligne(String matricule, String phrase) {
    Tableur t = new Tableur(1, "a.csv", "", "CSV", "", TITRES, "", 1, 0, Correspondance.deviner(TITRES), null, null, StatutTableur.ENREGISTRE, null,
        null, "alloc", null, null);
    return new PageDeTableur.Ligne(new LigneGardee(2, List.of("Dupont", "Anne", "2790507186001", matricule), StatutLigne.ERREUR, phrase, null,
        false, null), t, List.of());
  }

  @Test
  void un_nir_ecrit_dans_une_autre_colonne_ne_s_affiche_pas_non_plus() {
    assertThat(ligne("264010718606100", "« 264010718606100 » est inconnu.")).satisfies(l -> {
      assertThat(l.valeur(Champ.MATRICULE)).isEqualTo("NIR masqué");
      assertThat(l.valeur(Champ.NIR)).isEmpty();
      assertThat(l.phrases()).containsExactly("« NIR masqué » est inconnu.");
    });
    assertThat(ligne("0205599", null).valeur(Champ.MATRICULE)).isEqualTo("0205599");
    assertThat(new PageDeTableur.Ligne(ligne("0205599", null).gardee(), ligne("0205599", null).tableur(),
        List.of(new LectureDeLigne.Erreur(Champ.MATRICULE, "264010718606100 ?"))).phrases())
        .containsExactly("NIR masqué ?");
  }

  @Test
  void un_nir_masque_renvoye_tel_quel_garde_celui_de_la_ligne() {
    assertThat(TableurController.saisies(Map.of("MATRICULE", "NIR masqué", "NIR", "", "NOM", "Durand")))
        .containsExactly(Map.entry(Champ.NOM, "Durand"));
    assertThat(TableurController.saisies(Map.of("MATRICULE", "0205599", "sansNir", "oui"))).containsEntry(Champ.MATRICULE, "0205599")
        .containsEntry(Champ.NIR, "");
  }
}
