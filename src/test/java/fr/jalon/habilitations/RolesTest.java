package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The matrix of roles and resources, as the Département agreed on it (docs/regles/habilitations.md). */
class RolesTest {
  private final Roles roles = new Roles();

  @Test
  void chaque_role_ouvre_ce_que_dit_la_matrice() {
    assertThat(ressources("REFERENT")).containsExactlyInAnyOrder("DOSSIERS", "MONTANTS", "ENTREES", "ORIENTATIONS", "RENDEZ_VOUS", "PRESENCES",
        "ACCOMPAGNEMENT", "CARNET", "PAPIERS", "PAPIERS_RESERVES", "HORS_RSA", "REVUES", "REPRISE", "INTENSIF", "REORIENTATIONS", "DIAGNOSTICS",
        "SANTE", "HANDICAP", "COURRIERS", "SIMULATIONS", "ENGAGEMENTS", "SORTIES", "RAPPELS");
    assertThat(ressources("SECRETARIAT")).containsExactlyInAnyOrder("DOSSIERS", "ENTREES", "ORIENTATIONS", "COURRIERS",
        "RENDEZ_VOUS", "REORIENTATIONS", "PAPIERS", "PAPIERS_RESERVES", "HORS_RSA", "SORTIES", "RAPPELS");
    assertThat(ressources("RESPONSABLE_TERRITOIRE"))
        .containsExactlyInAnyOrder("DOSSIERS", "MONTANTS", "ENTREES", "ORIENTATIONS", "RENDEZ_VOUS", "PRESENCES", "ACCOMPAGNEMENT", "CARNET",
        "PAPIERS", "PAPIERS_RESERVES", "REORIENTATIONS", "HORS_RSA", "REVUES", "REPRISE", "INTENSIF", "DIAGNOSTICS", "HANDICAP", "COURRIERS",
        "INDICATEURS", "EXPORTS", "VUES_PARTAGEES", "SIMULATIONS", "ENGAGEMENTS", "VALIDATIONS", "SORTIES", "RAPPELS");
    assertThat(ressources("ALLOCATION")).containsExactlyInAnyOrder("DOSSIERS", "MONTANTS", "NIR", "IMPORTS", "REPRISE", "DOUBLONS", "ENTREES",
        "INDICATEURS", "EXPORTS",
        "SIMULATIONS", "VERIFICATIONS", "AIDE_AU_POSTE");
    assertThat(ressources("CONTROLE")).containsExactlyInAnyOrder("DOSSIERS", "MONTANTS", "NIR", "INDICATEURS", "EXPORTS",
        "SIMULATIONS", "VERIFICATIONS");
    assertThat(ressources("DIRECTION")).containsExactlyInAnyOrder("DOSSIERS", "MONTANTS", "ENTREES", "INTENSIF", "SORTIES", "COURRIERS",
        "MODELES_DE_COURRIER",
        "INDICATEURS", "EXPORTS", "VUES_PARTAGEES", "SIMULATIONS", "AIDE_AU_POSTE", "DROITS_DES_PERSONNES");
    assertThat(ressources("PARTENAIRE")).containsExactlyInAnyOrder("DOSSIERS", "ENTREES", "REORIENTATIONS", "PRESENCES", "ACCOMPAGNEMENT", "INTENSIF",
        "CARNET", "PAPIERS", "ENGAGEMENTS", "SORTIES", "RAPPELS");
    assertThat(ressources("ADMINISTRATION")).containsExactlyInAnyOrder("IMPORTS", "JOURNAL", "STRUCTURES", "PARAMETRES", "MODELES_DE_COURRIER",
        "HABILITATIONS", "INDICATEURS");
    assertThat(roles.tous()).hasSize(8);
  }

  @Test
  void une_partenaire_ne_voit_que_son_organisation_quoi_que_dise_son_compte() {
    Perimetre p = roles.perimetre(compte("PARTENAIRE", true));
    assertThat(p.partout()).isFalse();
    assertThat(p.territoires()).isEmpty();
    assertThat(p.organisations()).containsExactly(7);
  }

  @Test
  void l_allocation_voit_tout_le_departement_et_un_referent_ce_que_dit_son_compte() {
    assertThat(roles.perimetre(compte("ALLOCATION", false)).partout()).isTrue();
    assertThat(roles.perimetre(compte("REFERENT", false)).partout()).isFalse();
    assertThat(roles.perimetre(compte("REFERENT", false)).territoires()).containsExactly(3);
    assertThat(roles.perimetre(compte("REFERENT", true)).partout()).isTrue();
  }

  @Test
  void un_role_inconnu_n_ouvre_rien() {
    Perimetre p = roles.perimetre(compte("DIEU", true));
    assertThat(p.ressources()).isEmpty();
    assertThat(p.partout()).isFalse();
    assertThat(p.territoires()).isEmpty();
  }

  @Test
  void le_systeme_a_toutes_les_ressources() {
    Set<String> toutes = new HashSet<>();
    roles.ressources().forEach(r -> toutes.add(r.code()));
    new AgentSysteme(roles).agir("essai", () -> {
      assertThat(new AgentCourant().perimetre().ressources()).isEqualTo(toutes);
      return null;
    });
  }

  @Test
  void chaque_role_et_chaque_ressource_se_presentent_en_une_phrase() {
    assertThat(roles.tous()).allSatisfy(r -> assertThat(r.libelle() + r.phrase()).doesNotContain("null").endsWith("."));
    assertThat(roles.ressources()).allSatisfy(r -> assertThat(r.libelle() + r.phrase()).doesNotContain("null").endsWith("."));
  }

  private Set<String> ressources(String role) {
    return roles.role(role).orElseThrow().ressources();
  }

  private static Agent compte(String role, boolean partout) {
    return new Agent(1, "x", "X", null, role, partout, List.of(3), List.of(7), true, false, false, 1);
  }
}
