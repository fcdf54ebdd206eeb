package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.jalon.habilitations.Comptoir;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Amina Benali has a job: Delphine notes it, by keyboard; six months later Sonia, a secretary, calls, writes, and Amina answers on her telephone. */
@Parcours
class SortiesParcours {
  private static final String ELLE = "personne_id in (select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA')";
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long amina;
  private int centre;

  @BeforeEach
  void amina_n_a_pas_de_sortie() {
    rendre_la_base_comme_elle_etait();
    amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    for (String table : List.of("sorties.essai", "sorties.rappel_passage", "sorties.rappel", "sorties.passage", "sorties.sortie")) {
      base.sql("delete from " + table + " where " + ELLE).update();
    }
    base.sql("delete from echeances.echeance where nature in ('RAPPEL_DE_SORTIE', 'SORTIE_A_COMPLETER') and " + ELLE).update();
  }

  @Test
  void delphine_note_un_emploi_au_clavier_sonia_appelle_six_mois_apres_et_amina_repond_de_son_telephone(Navigation n) {
    n.connecter(comptoir.agent("REFERENT", List.of(centre), List.of())).ouvrir("/dossier/" + amina + "/parcours");
    n.page.locator("a:has-text(\"Noter une reprise d'emploi\")").press("Enter");
    n.regarder("sorties-vide");
    n.page.selectOption("#raison-nouvelle", "EMPLOI");
    n.page.locator("button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main [role=alert]")).containsText("Indiquez le jour");
    n.regarder("sorties-refus");
    n.page.fill("#le-nouvelle", base.sql("select max(depuis)::text from allocataires.membre where personne_id = ?").param(amina).query(String.class)
        .single());
    n.page.selectOption("#contrat-nouvelle", "CDI");
    n.page.fill("#heures-nouvelle", "24");
    n.page.fill("#employeur-nouvelle", "Boulangerie Roche");
    n.page.locator("button:has-text('Enregistrer')").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("La sortie est notée");
    n.regarder("sorties-notee");
    n.ouvrir("/dossier/" + amina + "/parcours").regarder("sorties-panneau");
    n.ouvrir("/sorties?file=EMPLOI").regarder("sorties-liste");
    base.sql("update sorties.rappel set etat = 'PREVU' where etat = 'ANNULE' and " + ELLE).update();
    base.sql("""
        insert into sorties.rappel (personne_id, sortie_id, rang, etat, etat_depuis, prevu_le)
        select personne_id, id, 1, 'PREVU', le, le from sorties.sortie where personne_id = ? on conflict do nothing""").param(amina).update();
    LocalDate aujourdhui = LocalDate.parse(n.page.locator("#contenu").evaluate("_ => new Date().toISOString().slice(0, 10)").toString());
    base.sql("update sorties.rappel set prevu_le = ?, code_empreinte = sha256(convert_to('AMENAAMENAAMENAA', 'UTF8')), code_expire_le = ? where rang = 1 and "
        + ELLE).params(aujourdhui.minusYears(2), aujourdhui.plusYears(2)).update();

    n.connecter(comptoir.agent("SECRETARIAT", List.of(centre), List.of())).ouvrir("/rappels?file=EN_RETARD&nom=benali");
    n.page.locator("summary:has-text('Pas jointe')").press("Enter");
    n.regarder("rappels-essai");
    n.page.selectOption("select[id^='resultat-essai-']", "PAS_DE_REPONSE");
    n.page.locator("button:has-text(\"Noter l'essai\")").press("Enter");
    assertThat(n.page.locator("main .alert-success")).containsText("La personne reste à appeler");
    n.page.locator("summary:has-text('Elle répond')").press("Enter");
    n.regarder("rappels-reponse");

    n.largeur(390).ouvrir("/rappels?file=EN_RETARD&nom=benali").regarder("rappels-telephone");
    n.largeur(390).ouvrir("/r/rappel/AMENAAMENAAMENAA");
    n.regarder("rappel-lien");
    n.largeur(390);
    n.page.locator("label:has-text('toujours le même travail')").click();
    n.page.locator("button:has-text('Envoyer ma réponse')").press("Enter");
    assertThat(n.page.locator("main")).containsText("Votre réponse est notée");
    n.largeur(390).ouvrir("/sorties/personnes/" + amina).regarder("sorties-telephone");
  }
}
