package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.SaisieDePermanence;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A référent whose account says which référent she is begins with her persons, her agenda, her territory. Today is 20 October 2025. */
@EssaiArdeche
class MaJourneeTest {
  private static final int CENTRE = 1;
  private static final int NORD = 2;
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  TenirLesPermanences permanences;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Navigateur administration;
  private Referent judith;
  private Agent compte;

  /** Judith works for an organisation of Centre alone; her account sees Centre and Nord. */
  @BeforeEach
  void judith_a_une_fiche_et_un_compte() {
    essai++;
    administration = connecter(comptoir.agent("ADMINISTRATION"));
    judith = FicheDeReferent.creer(administration, structures, "Relais de Judith " + essai, "Judith Vernes " + (char) ('A' + essai),
        "" + CENTRE, "SOCIAL");
    compte = comptoir.agent("REFERENT", List.of(CENTRE, NORD), List.of());
  }

  @Test
  void l_administration_lie_le_compte_a_la_fiche_depuis_l_une_ou_l_autre_page_et_le_defait() {
    assertThat(administration.ouvrir("/habilitations/" + compte.id()).body()).contains("Quel référent est cet agent ?").contains(judith.nom());
    assertThat(lierLeCompte()).contains("Cet agent est").contains(judith.nom()).contains("n'est pas dans son périmètre").contains("Défaire ce lien");
    assertThat(administration.ouvrir("/structures/referents/" + judith.id()).body()).contains(compte.identifiant()).contains("Défaire ce lien");

    Agent autre = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    assertThat(administration.suivre(administration.poster("/habilitations/" + autre.id() + "/referent", Map.of("referent", "" + judith.id())))
        .body())
        .as("un référent n'a qu'un compte").contains(judith.nom() + " a déjà le compte " + compte.identifiant() + " : défaites d'abord ce lien.");

    assertThat(administration.suivre(administration.poster("/structures/referents/" + judith.id() + "/compte/delier", Map.of())).body())
        .contains("Avec quel compte se connecte-t-il ?");
    assertThat(administration.suivre(administration.poster("/structures/referents/" + judith.id() + "/compte", Map.of("compte", "" + autre.id())))
        .body())
        .contains(autre.identifiant());
    assertThat(comptoir.derniereTrace("STRUCTURE").get("objet").toString())
        .isEqualTo("Compte " + autre.identifiant() + " lié au référent " + judith.nom());
  }

  @Test
  void la_referente_commence_par_ses_personnes_et_tout_son_perimetre_reste_a_un_clic() {
    Personne mienne = dossiers.entrante("AAMIENNE" + essai, CENTRE, LocalDate.of(2025, 10, 3));
    Personne voisine = dossiers.entrante("AAVOISINE" + essai, CENTRE, LocalDate.of(2025, 10, 3));
    base.sql("select allocataires.situer(array[?::bigint, ?::bigint])").params(mienne.foyerId(), voisine.foyerId()).query((l, _) -> 0).list();
    Navigateur nav = connecter(compte);
    assertThat(nav.ouvrir("/allocataires").body()).as("sans lien, tout le périmètre et rien à choisir").contains("AAVOISINE" + essai)
        .doesNotContain("Tout mon périmètre");
    nav.poster("/orientations", Map.of("personne", "" + mienne.id(), "parcours", "SOCIAL", "destination", judith.organisationId() + "-" + judith.id(),
        "notifieLe", "2025-10-17",
        "retour", "/nouveaux-entrants"));
    lierLeCompte();

    String siennes = nav.ouvrir("/allocataires").body();
    assertThat(siennes).contains("AAMIENNE" + essai).doesNotContain("AAVOISINE" + essai).contains("href=\"/allocataires?suivi=tout\"");
    assertThat(nav.ouvrir("/allocataires?suivi=tout").body()).contains("AAMIENNE" + essai).contains("AAVOISINE" + essai);
    assertThat(nav.ouvrir("/allocataires?q=aavoisine" + essai).body()).as("une recherche cherche dans tout le "
        + "périmètre").contains("AAVOISINE" + essai);
    assertThat(nav.ouvrir("/").body()).as("elle entre par ce qu'elle a à faire").contains("Ma journée</h1>")
        .contains("1\u00a0personne suivie").doesNotContain("AAVOISINE" + essai);
  }

  @Test
  void son_agenda_a_ses_permanences_et_les_sessions_qu_elle_anime() {
    lierLeCompte();
    int lieu = en(() -> lieux.executer(new LieuDeRendezVous(null, "Salle de Judith " + essai, "1 rue du Lac", "07000", "07186", "", CENTRE, true, 20,
        "04 00 00 00 00", true)));
    HorairesDePermanence mardi = new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(10, 0), 60, LocalDate.of(2025, 10, 21),
        LocalDate.of(2025, 10, 21));
    en(() -> permanences.ouvrir(new SaisieDePermanence(lieu, "", judith.id(), mardi)));
    en(() -> permanences.ouvrir(new SaisieDePermanence(lieu, "Mme Ailleurs " + essai, null, mardi)));
    en(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(14, 0), LocalTime.of(16, 0), 10, "Mme Roux, " + judith.nom(), null, null),
        List.of(LocalDate.of(2025, 10, 22))));
    en(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(9, 0), LocalTime.of(11, 0), 10, "Mme Autre " + essai, null, null),
        List.of(LocalDate.of(2025, 10, 23))));

    Navigateur nav = connecter(compte);
    assertThat(nav.ouvrir("/agenda").body()).contains("mardi 21 octobre").contains("mercredi 22 octobre").contains("Information collective")
        .contains("Mme Roux, " + judith.nom()).doesNotContain("jeudi 23 octobre")
        .doesNotContain("<td data-titre=\"Qui reçoit\">Mme Ailleurs " + essai);
    assertThat(nav.ouvrir("/agenda?semaine=2025-10-20&qui=tous").body()).contains("<td data-titre=\"Qui reçoit\">Mme Ailleurs " + essai)
        .contains("Mme Autre " + essai);
  }

  @Test
  void son_territoire_est_deja_choisi_dans_les_listes_et_reste_a_quitter() {
    // late: on the first page of the list, whoever else waits there
    dossiers.entrante("DUCENTRE" + essai, CENTRE, LocalDate.of(2024, 2, 20));
    dossiers.entrante("DUNORD" + essai, NORD, LocalDate.of(2024, 2, 20));
    lierLeCompte();
    Navigateur nav = connecter(compte);
    String liste = nav.ouvrir("/nouveaux-entrants").body();
    assertThat(liste).contains("DUCENTRE" + essai).doesNotContain("DUNORD" + essai).contains("href=\"/nouveaux-entrants?territoire=0\"");
    assertThat(nav.ouvrir("/nouveaux-entrants?territoire=0").body()).contains("DUCENTRE" + essai).contains("DUNORD" + essai)
        .as("le choix de tous les territoires suit d'une file à l'autre").contains("/nouveaux-entrants?territoire=0&amp;file=retard");
    for (String page : List.of("/informations-collectives", "/reexamens", "/sans-suivi", "/referents-a-designer", "/reorientations")) {
      assertThat(nav.ouvrir(page).body()).as(page).contains("<option value=\"" + CENTRE + "\" selected>");
      assertThat(nav.ouvrir(page + "?territoire=0").body()).as(page).doesNotContain("<option value=\"" + CENTRE + "\" selected>");
    }
  }

  private String lierLeCompte() {
    return administration.suivre(administration.poster("/habilitations/" + compte.id() + "/referent", Map.of("referent", "" + judith.id()))).body();
  }

  private Navigateur connecter(Agent agent) {
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(EnTantQue.territoire(CENTRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS"), acte);
  }
}
