package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of a list is in its address, and comes back from it. */
class FiltresTest {
  enum File { A_FAIRE, EN_RETARD }

  enum Origine { LA_PERSONNE, SON_REFERENT }

  /** As a room writes it. */
  public record Demandes(File file, Integer territoire, Origine origine, LocalDate du, String nom, Integer page) implements Filtres {
    public Demandes {
      file = file == null ? File.A_FAIRE : file;
      nom = Filtres.texte(nom);
      page = Filtres.page(page);
    }

    @Override
    public String chemin() {
      return "/demandes";
    }
  }

  private static final Demandes RIEN = new Demandes(null, null, null, null, " ", 0);
  private static final Demandes TOUT = new Demandes(File.EN_RETARD, 3, Origine.LA_PERSONNE, LocalDate.of(2025, 10, 20), " Ana & co ", 2);

  @Test
  void une_liste_ou_rien_n_est_demande_a_l_adresse_la_plus_courte() {
    assertThat(RIEN.adresse()).hasToString("/demandes");
    assertThat(RIEN.filtree()).isFalse();
  }

  @Test
  void tout_ce_qui_est_demande_est_dans_l_adresse_sauf_la_page_des_liens_qui_reviennent_au_debut() {
    assertThat(TOUT.adresse()).hasToString("/demandes?file=en-retard&territoire=3&origine=la-personne&du=2025-10-20&nom=Ana+%26+co");
    assertThat(TOUT.ici()).hasToString(TOUT.adresse() + "&page=2");
    assertThat(TOUT.filtree()).isTrue();
  }

  @Test
  void l_onglet_n_est_pas_un_filtre_et_tous_les_territoires_non_plus() {
    assertThat(new Demandes(File.EN_RETARD, null, null, null, null, 3).filtree()).isFalse();
    assertThat(new Demandes(null, 0, null, null, null, 1).filtree()).isFalse();
    assertThat(new Demandes(null, null, Origine.SON_REFERENT, null, null, 1).filtree()).isTrue();
  }

  @Test
  void voir_toute_la_liste_garde_l_onglet_et_dit_tous_les_territoires() {
    assertThat(TOUT.sansFiltre()).hasToString("/demandes?file=en-retard&territoire=0");
  }

  @Test
  void chaque_onglet_garde_les_filtres_et_celui_ou_l_on_est_est_marque() {
    Liste<Demandes, File, String> liste = Liste.de(TOUT,
        Liste.comptes(File.values(), List.of(Map.entry(File.EN_RETARD, 60L), Map.entry(File.EN_RETARD, 1L))), File.EN_RETARD, List.of("Ana"));
    assertThat(liste.onglets("file", Enum::name)).containsExactly(
        new Liste.Onglet("A_FAIRE", "/demandes?territoire=3&origine=la-personne&du=2025-10-20&nom=Ana+%26+co", 0, false),
        new Liste.Onglet("EN_RETARD", TOUT.adresse().toString(), 61, true));
    assertThat(liste.pages().nombre()).isEqualTo(2);
    assertThat(Liste.saut(TOUT)).isEqualTo(50);
  }

  @Test
  void un_filtre_dit_ce_qu_il_retient_et_se_retire() {
    Filtre origine = Filtre.choix("origine", "Demandée par", "Tous", Origine.values(), Enum::name, Origine.SON_REFERENT);
    assertThat(origine.choix()).extracting(Filtre.Choix::valeur).containsExactly("", "la-personne", "son-referent");
    assertThat(origine.valeur()).isEqualTo("son-referent");
    assertThat(origine.puce()).isEqualTo("SON_REFERENT");
    assertThat(Filtre.choix("origine", "Demandée par", "Tous", Origine.values(), Enum::name, null).puce()).isEmpty();
    assertThat(Filtre.jour("du", "Du", LocalDate.of(2025, 10, 20)).puce()).isEqualTo("Du 20/10/2025");
    assertThat(Filtre.nom("Ana").puce()).isEqualTo("Nom : Ana");
  }

  @Test
  void tous_les_territoires_ne_font_pas_une_puce_et_un_seul_ne_fait_pas_un_champ() {
    Filtre tous = Filtre.choix("territoire", "Territoire", "Tous", "0", List.of(1, 2), t -> t, t -> "Territoire " + t, 0);
    assertThat(tous.puce()).isEmpty();
    assertThat(tous.aUnChamp()).isTrue();
    Filtre seul = Filtre.choix("territoire", "Territoire", "Tous", "0", List.of(1), t -> t, t -> "Territoire " + t, null);
    assertThat(seul.aUnChamp()).isFalse();
  }
}
