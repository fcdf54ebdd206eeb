package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Navigateur;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has contracts signed without the validation of a responsable. See {@link EssaiDeContrats}. */
class DelegationsTest extends EssaiDeContrats {
  private static final String ICI = "/contrats/delegations";
  @Autowired
  JdbcClient agents;
  Navigateur responsable;

  @BeforeEach
  void une_responsable_de_centre() {
    responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
  }

  @Test
  void une_delegation_se_donne_a_un_agent_de_son_perimetre_se_lit_et_se_retire() {
    assertThat(responsable.ouvrir(ICI).body()).contains("n'attend de validation");
    assertThat(responsable.suivre(donner(noura, "2025-10-20", "")).body()).contains("La délégation est donnée").contains("sans limite")
        .contains(noura.nom());
    PageRefusee.dit(donner(noura, "2025-10-20", ""), "DELEGATION_DEJA_DONNEE", "agent", "a déjà une délégation");
    long id = base.sql("select max(id) from engagement.delegation where agent = ?").param(noura.identifiant()).query(Long.class).single();
    assertThat(responsable.suivre(responsable.poster(ICI + "/" + id + "/fin", Map.of())).body()).contains("La délégation est retirée")
        .contains("retirée le");
    responsable.poster(ICI + "/" + id + "/fin", Map.of());
    assertThat(base.sql("select count(*) from journal.trace where acte = 'DELEGATION_RETIREE' and objet = ?").param(noura.nom()).query(Integer.class)
        .single())
        .as("retirée deux fois, elle l'est une").isEqualTo(1);
    assertThat(responsable.suivre(donner(noura, "2025-10-21", "2025-12-31")).body()).contains("31/12/2025");
  }

  @Test
  void un_agent_d_ailleurs_des_dates_a_l_envers_un_jour_passe_sont_refuses() {
    Agent ailleurs = comptoir.agent("REFERENT", List.of(2), List.of());
    PageRefusee.dit(donner(ailleurs, "2025-10-20", ""), "DELEGATION_SANS_AGENT", "agent", "Choisissez l'agent dans la liste");
    PageRefusee.dit(donner(noura, "", ""), "DELEGATION_SANS_DEBUT", "depuis", "Indiquez le premier jour");
    PageRefusee.dit(donner(noura, "2025-12-01", "2025-11-01"), "DELEGATION_FINIT_AVANT", "jusquAu", "avant le premier");
    PageRefusee.dit(donner(noura, "2025-09-01", "2025-10-01"), "DELEGATION_PASSEE", "jusquAu", "est passé");
  }

  @Test
  void qui_prepare_ne_se_donne_pas_de_delegation() {
    assertThat(nav.ouvrir(ICI).statusCode()).isEqualTo(403);
    assertThatThrownBy(() -> en(noura, () -> agents.sql("""
        insert into engagement.delegation (agent, depuis, donnee_par, donnee_le) values (?, '2025-10-20', ?, now())""").params(noura.identifiant(),
        noura.identifiant()).update())).isInstanceOf(DataAccessException.class);
  }

  private java.net.http.HttpResponse<String> donner(Agent agent, String depuis, String jusquAu) {
    return responsable.poster(ICI, Map.of("agent", agent.identifiant(), "depuis", depuis, "jusquAu", jusquAu));
  }
}
