package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Amina Benali has no contract yet, her month is over; Nadia, who heads the territory, finds her in the list, looks at the campaign, gives a
 * delegation.
 */
@Parcours
class ListeDesContratsParcours {
  private static final String ELLE = "personne_id in (select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  Clock horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;

  @BeforeEach
  void amina_est_suivie_depuis_quarante_jours_et_une_autre_depuis_avant_la_loi() {
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    LocalDate jour = LocalDate.now(horloge);
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
        select id, 'SOCIAL', (select min(id) from structures.organisation where nature = 'DEPARTEMENT'), ?, ?, 'contrats', now() from allocataires.personne
        where nom = 'BENALI' and prenom = 'AMINA'""").params(jour.minusDays(40), jour.minusDays(40)).update();
    base.sql("""
        insert into echeances.echeance (personne_id, nature, objet_id, depart, limite_legale, reference_legale, etat, etat_depuis)
        select personne_id, 'CONTRAT_ENGAGEMENT', id, notifie_le, notifie_le + 30, 'essai', 'OUVERTE', notifie_le from orientation.suivi where saisi_par = 'contrats'""")
        .update();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    base.sql("delete from engagement.delegation").update();
    base.sql("delete from echeances.histoire where echeance_id in (select id from echeances.echeance where nature = 'CONTRAT_ENGAGEMENT' and " + ELLE
        + ")").update();
    base.sql("delete from echeances.echeance where nature = 'CONTRAT_ENGAGEMENT' and " + ELLE).update();
    base.sql("delete from orientation.passage where objet_id in (select id from orientation.suivi where saisi_par = 'contrats') and objet = 'SUIVI'")
        .update();
    base.sql("delete from orientation.suivi where saisi_par = 'contrats'").update();
  }

  @Test
  void nadia_trouve_amina_en_retard_lit_la_campagne_et_donne_une_delegation_puis_relit_de_son_telephone(Navigation n) {
    Agent noura = comptoir.agent("REFERENT", List.of(centre), List.of());
    Agent nadia = comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(centre), List.of());
    n.connecter(nadia).ouvrir("/contrats?file=a-preparer&nom=benali");
    assertThat(n.page.locator("main table")).containsText("BENALI");
    n.regarder("contrats-liste");
    n.ouvrir("/contrats/campagne").regarder("contrats-campagne");
    n.ouvrir("/contrats/delegations");
    n.page.selectOption("#agent", noura.identifiant());
    n.page.locator("button:has-text('Donner la délégation')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("La délégation est donnée");
    n.regarder("contrats-delegations");
    n.largeur(390).ouvrir("/contrats?file=a-preparer&nom=benali").regarder("contrats-liste-telephone");
    n.ouvrir("/contrats/campagne").regarder("contrats-campagne-telephone");
    n.ouvrir("/contrats/delegations").regarder("contrats-delegations-telephone");
  }
}
