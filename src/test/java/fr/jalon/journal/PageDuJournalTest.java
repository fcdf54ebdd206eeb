package fr.jalon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.LignesTracees;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.ecran.Temoin;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.habilitations.Navigateur;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page "Journal": filters in the address, fifty a page, exports that are traced too. */
@EssaiWeb
class PageDuJournalTest {
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Journal journal;
  @Autowired
  Temoin temoin;
  private Navigateur n;
  private Agent admin;

  @BeforeEach
  void une_administratrice_connectee() {
    admin = comptoir.agent("ADMINISTRATION");
    n = new Navigateur(port);
    n.connecter(admin.identifiant(), Comptoir.MOT_DE_PASSE);
  }

  @Test
  void dit_qui_a_consulte_quoi_quand_et_sur_qui() {
    systeme.agir("agent.curieux", () -> {
      journal.tracer("CONSULTATION", 4242L, 4343L, "Dossier");
      return null;
    });
    String page = n.ouvrir("/journal?personne=4242").body();
    assertThat(page).contains("agent.curieux", "Dossier consulté", "Dossier 4242").doesNotContain("agent.assidu");
    assertThat(n.ouvrir("/journal?qui=curieux&acte=CONSULTATION").body()).contains("agent.curieux");
    assertThat(n.ouvrir("/journal?qui=curieux&acte=EXPORT").body()).contains("Aucune trace ne correspond");
    assertThat(n.ouvrir("/journal?qui=curieux&au=2020-01-01").body()).contains("Aucune trace ne correspond");
    assertThat(n.ouvrir("/journal?qui=curieux&du=pas-une-date").statusCode()).isEqualTo(400);
    assertThat(n.ouvrir("/journal?personne=MARTIN").body()).as("un nom n'est le numéro de personne").contains("Aucune trace ne correspond");
    assertThat(n.ouvrir("/journal?qui=%25").body()).contains("Aucune trace ne correspond");
  }

  @Test
  void montre_le_nom_de_l_agent_et_se_cherche_par_ce_nom_ou_par_son_identifiant() {
    String page = n.ouvrir("/journal?qui=" + admin.identifiant()).body();
    assertThat(page).contains(">" + admin.nom() + "</a>").doesNotContain(">" + admin.identifiant() + "</a>");
    assertThat(n.ouvrir("/journal?qui=Camille+ADMIN&acte=CONNEXION").body()).contains(">" + admin.nom() + "</a>");
    assertThat(n.lire("/journal/export.csv?qui=" + admin.identifiant()).body()).contains(admin.nom() + ";" + admin.identifiant() + ";");
    systeme.agir("commande:root", () -> {
      journal.tracer("IMPORT", null, null, "Fichier chargé de nuit");
      return null;
    });
    assertThat(n.ouvrir("/journal?qui=commande:root").body()).contains("Jalon (commande de root)");
  }

  @Test
  void va_de_cinquante_en_cinquante() {
    systeme.agir("agent.assidu", () -> {
      for (int i = 0; i < 60; i++) {
        journal.tracer("CONSULTATION", 1L, null, "Lecture " + i);
      }
      return null;
    });
    assertThat(n.ouvrir("/journal?qui=agent.assidu").body()).contains("Lecture 59", "Lecture 10").doesNotContain(">Lecture 9<");
    assertThat(n.ouvrir("/journal?qui=agent.assidu&page=2").body()).contains(">Lecture 9<").doesNotContain("Lecture 59");
    assertThat(n.ouvrir("/journal?qui=agent.assidu&page=99").body()).contains(">Lecture 9<");
  }

  @Test
  void sur_une_personne_va_de_cinquante_en_cinquante_et_garde_les_autres_filtres() {
    systeme.agir("agent.fidele", () -> {
      for (int i = 0; i < 60; i++) {
        journal.tracer(i % 2 == 0 ? "CONSULTATION" : "NIR_AFFICHE", 5151L, null, "Passage " + i);
      }
      return null;
    });
    assertThat(n.ouvrir("/journal?personne=5151").body()).contains("Passage 59", "Passage 10").doesNotContain(">Passage 9<");
    assertThat(n.ouvrir("/journal?personne=5151&page=2").body()).contains(">Passage 9<", ">Passage 0<").doesNotContain("Passage 59");
    assertThat(n.ouvrir("/journal?personne=5151&acte=NIR_AFFICHE").body()).contains("30\u00a0traces", ">Passage 1<").doesNotContain(">Passage 0<");
    assertThat(n.lire("/journal/export.csv?personne=5151&acte=CONSULTATION").body()).contains("Passage 58")
        .doesNotContain("Passage 59").contains("Passage 0");
  }

  @Test
  void s_exporte_en_csv_et_en_tableur_et_l_export_est_trace_sans_formule_cachee() {
    systeme.agir("agent.malin", () -> {
      journal.tracer("CONSULTATION", 1L, null, "=HYPERLINK(\"http://ailleurs\")");
      return null;
    });
    HttpResponse<String> csv = n.lire("/journal/export.csv?qui=agent.malin");
    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
    assertThat(csv.body()).contains("agent.malin;Système;Dossier consulté;1;;").contains("'=HYPERLINK").doesNotContain(";=HYPERLINK");
    HttpResponse<String> tableur = n.lire("/journal/export.xlsx?qui=agent.malin");
    assertThat(tableur.statusCode()).isEqualTo(200);
    assertThat(tableur.body()).startsWith("PK");
    assertThat(comptoir.actes(admin.identifiant())).containsSequence("EXPORT", "EXPORT");
  }

  @Test
  void quand_quatre_exports_partent_deja_le_cinquieme_dit_d_attendre_et_ne_laisse_pas_de_trace() {
    List<LignesTracees<Object>> lents = Stream.generate(() -> temoin.lignes("Un lecteur lent", Stream.empty())).limit(4).toList();
    try {
      HttpResponse<String> page = n.lire("/journal/export.xlsx?qui=" + admin.identifiant());
      assertThat(page.statusCode()).isEqualTo(422);
      PageRefusee.dit(page, "EXPORTS_EN_COURS", "D'autres exports sont en train de partir");
      assertThat(comptoir.actes(admin.identifiant())).doesNotContain("EXPORT");
    } finally {
      lents.forEach(LignesTracees::close);
    }
    assertThat(n.lire("/journal/export.xlsx?qui=" + admin.identifiant()).statusCode()).isEqualTo(200);
  }

  @Test
  void reste_fermee_a_qui_n_a_pas_la_ressource() {
    Agent direction = comptoir.agent("DIRECTION");
    Navigateur autre = new Navigateur(port);
    autre.connecter(direction.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(autre.lire("/journal").statusCode()).isEqualTo(403);
    assertThat(autre.lire("/journal/export.csv").statusCode()).isEqualTo(403);
  }
}
