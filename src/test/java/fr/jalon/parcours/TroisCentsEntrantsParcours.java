package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import fr.jalon.echanges.Attente;
import fr.jalon.echanges.caf.application.DeposerFichier;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.parametres.Horloge;
import fr.jalon.personnages.Ardeche;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The head of the territory Centre takes three hundred new entrants from the file of the CAF to orientations notified with référents, on the
 * keyboard alone. A database of its own: nobody else waits.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"jalon.premier-compte=false", "jalon.departement=07", "jalon.horloge=2025-09-08",
    "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "jalon.connexion.essais-par-adresse=1000000"})
@Import({Comptoir.class, Caisse.class, Ardeche.class})
@ExtendWith(Navigation.Fournisseur.class)
class TroisCentsEntrantsParcours {
  private static final int ENTRANTS = 300;
  /** Five minutes at one key a second, and what came since: an entry of the menu, the views of a list. Twelve keys today, and not one more. */
  private static final int CINQ_MINUTES = 313;
  private static final LocalDate SESSION = LocalDate.of(2025, 9, 24);
  private static final String[][] COMMUNES = {{"07186", "07000", "PRIVAS"}, {"07349", "07800", "LA VOULTE SUR RHONE"},
      {"07129", "07270", "LAMASTRE"}};
  private static final LocatorAssertions.ContainsTextOptions LONGTEMPS = new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  @Autowired
  DeposerFichier deposer;
  @Autowired
  TenirLesLieux tenirLesLieux;
  @Autowired
  OuvrirDesSessions ouvrirDesSessions;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int touches;

  @Test
  void du_fichier_a_la_lettre_au_clavier_seul(Navigation n) {
    int centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    le_fichier_du_jour_apporte_trois_cents_personnes();
    n.seConnecter("RESPONSABLE_TERRITOIRE", List.of(centre), List.of());
    assertThat(n.page.locator("main .alert-warning")).containsText("300 personnes à convoquer, 0 place libre");
    trois_sessions_de_cent_places(centre);
    n.ouvrir("/nouveaux-entrants");
    assertThat(n.page.locator("main .alert-warning")).hasCount(0);

    assertThat(n.page.locator("main")).containsText("300 personnes attendent leur orientation");
    entree(n, "button:has-text('Convoquer toute la liste')");
    assertThat(n.page.locator("h1")).containsText("Sessions proposées", LONGTEMPS);
    entree(n, "button:has-text('Convoquer ces personnes')");
    assertThat(n.page.locator("main .alert-success")).containsText("300", LONGTEMPS);
    poster(n);

    horloge.regler(SESSION.atTime(12, 30));
    for (int session = 0; session < 3; session++) {
      entree(n, "nav a[href='/informations-collectives']");
      entree(n, "a:has-text('Présence à saisir')");
      entree(n, "main table a[data-ligne]");
      entree(n, "a:has-text('Saisir la présence')");
      entree(n, "button:has-text('Tous présents')");
      assertThat(n.page.locator("#compte")).containsText("100 présences", LONGTEMPS);
    }
    entree(n, "nav a[href='/nouveaux-entrants']");
    entree(n, "a:has-text('Affecter une liste')");
    Locator social = n.page.locator("#parcours-social");
    aller(n, social);
    touche(n, "Space");
    assertThat(social).isChecked();
    entree(n, "button:has-text('Proposer les référents')");
    assertThat(n.page.locator("h1")).containsText("Référents proposés", LONGTEMPS);
    entree(n, "button:has-text('Enregistrer la liste')");
    assertThat(n.page.locator("main .alert-success")).containsText("300 personnes confiées", LONGTEMPS);
    poster(n);

    System.out.println("300 entrants, du fichier à la lettre de notification : " + touches + " touches");
    assertThat(touches).isLessThan(CINQ_MINUTES);
    assertThat(base.sql("""
        select count(*) from orientation.suivi s join orientation.entree e on e.id = s.entree_id join allocataires.personne p on p.id = s.personne_id
        join echeances.echeance x on x.nature = 'ORIENTATION' and x.objet_id = e.id and x.etat = 'TENUE'
        join courriers.message m on m.personne_id = p.id and m.modele = 'NOTIFICATION_ORIENTATION' and m.canal = 'LETTRE' and m.etat = 'ENVOYE'
        where p.nom like 'ENTRANT%' and s.referent_id is not null and s.notifie_le = ? and e.etat = 'ORIENTEE'""").param(SESSION).query(Long.class).single()).isEqualTo(ENTRANTS);
    assertThat(base.sql("select count(*) from courriers.message where modele = 'CONVOCATION_INFORMATION_COLLECTIVE' and canal = 'LETTRE' and etat = 'ENVOYE'")
        .query(Long.class).single()).isEqualTo(ENTRANTS);
  }

  /** Everything that waits leaves in one batch: prepared in the background, then said to be posted today. */
  private void poster(Navigation n) {
    entree(n, "nav a[href='/courriers']");
    entree(n, "button:has-text('Préparer le lot')");
    assertThat(n.page.locator("h2#titre-avancement")).containsText("Prêt à imprimer", LONGTEMPS);
    entree(n, "button:has-text('Marquer comme posté')");
    entree(n, "button:has-text('Oui, elles sont à la poste')");
    assertThat(n.page.locator("main .alert-success")).containsText("300 lettres sont marquées", LONGTEMPS);
  }

  private void le_fichier_du_jour_apporte_trois_cents_personnes() {
    FichierCaf fichier = FichierCaf.journalier("2025-09-05");
    for (int i = 0; i < ENTRANTS; i++) {
      String[] commune = COMMUNES[i % COMMUNES.length];
      fichier.avec(dossier("071", "0715000%04d".formatted(i)).demandeLe("2025-08-20").arriveLe("2025-08-20")
          .habite(commune[0], commune[1], commune[2])
          .avec(demandeur("ENTRANT" + (char) ('A' + i % 26) + (char) ('A' + i / 26), "ANA").ne("19%02d-03-%02d".formatted(60 + i % 40, 1 + i % 28))
              .nir("2%02d0307186%03d".formatted(60 + i % 40, 1 + i)).sdd()));
    }
    long importId = systeme.agir("essai", () ->
        deposer.executer("RSABEI_071_20250905.xml", LocalDate.of(2025, 9, 8), new ByteArrayInputStream(fichier.octets()), -1)).importId();
    Attente.jusquA("la fin du chargement", () -> base.sql("select statut not in ('EN_ATTENTE', 'EN_COURS') from echanges.import where id = ?")
        .param(importId).query(Boolean.class).single());
    org.assertj.core.api.Assertions.assertThat(base.sql("select statut || coalesce(' ' || motif, '') from echanges.import where id = ?")
        .param(importId).query(String.class).single()).isEqualTo("CHARGE");
  }

  private void trois_sessions_de_cent_places(int centre) {
    systeme.agir("essai", () -> {
      int lieu = tenirLesLieux.executer(new LieuDeRendezVous(null, "Salle des fêtes", "1 place de l'Hôtel de Ville", "07000", "07186", "", centre,
          true, 100, "04 75 00 00 00", true));
      for (int heure : new int[] {8, 10, 11}) {
        ouvrirDesSessions.executer(new SaisieDeSession(lieu, LocalTime.of(heure, 0), LocalTime.of(heure + 1, 0), null, null, null, null),
            List.of(SESSION));
      }
      return null;
    });
  }

  private void entree(Navigation n, String quoi) {
    aller(n, n.page.locator(quoi).first());
    touche(n, "Enter");
  }

  /** Tab from where the focus is, over the menu by the link made for that, as many times as it takes: what is too far is a defect of the page. */
  private void aller(Navigation n, Locator quoi) {
    quoi.waitFor();
    if ((Boolean) quoi.evaluate("e => document.activeElement === document.body && !!e.closest('main')")) {
      touche(n, "Tab");
      assertThat(n.page.locator("a[href='#contenu']")).isFocused();
      touche(n, "Enter");
    }
    for (int i = 0; i < 40; i++) {
      if ((Boolean) quoi.evaluate("e => document.activeElement === e")) {
        return;
      }
      touche(n, "Tab");
    }
    throw new AssertionError("Quarante tabulations ne suffisent pas pour atteindre " + quoi);
  }

  private void touche(Navigation n, String touche) {
    n.page.keyboard().press(touche);
    touches++;
  }
}
