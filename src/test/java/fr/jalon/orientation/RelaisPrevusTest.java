package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.FaireLesRelaisPrevus;
import fr.jalon.parametres.Horloge;
import fr.jalon.personnages.EnMemeTemps;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Alice will be on leave from 27 October to 3 November: her hand-over is planned, happens on its day, and comes back. Today is 20 October 2025. */
@EssaiArdeche
class RelaisPrevusTest {
  private static final int CENTRE = 1;
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
  FaireLesRelaisPrevus faire;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transaction;
  private Navigateur administration;
  private Navigateur nav;
  private Referent alice;
  private Referent benoit;

  @BeforeEach
  void alice_et_benoit_travaillent_ensemble() {
    essai++;
    administration = connecter(comptoir.agent("ADMINISTRATION"));
    alice = FicheDeReferent.creer(administration, structures, "Maison du relais prévu " + essai,
        "Alice Prévue " + (char) ('A' + essai), "" + CENTRE, "SOCIAL");
    benoit = collegue("Benoît Prévu ");
    nav = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
  }

  @AfterEach
  void le_jour_revient() {
    jour("2025-10-20");
  }

  @Test
  void son_conge_est_prevu_se_fait_le_jour_venu_et_se_rend_de_lui_meme() {
    List<Personne> siennes = suivies("CONGE", 2);
    String relais = prevoir(siennes, benoit, "Congé", "2025-10-27", "2025-11-03");
    assertThat(nav.ouvrir(relais).body()).contains("Prévu").contains("2\u00a0personnes changeront de référent")
        .contains("personne n'est prévenu");
    assertThat(nav.ouvrir("/relais").body()).contains(alice.nom() + ", le 27/10/2025");
    assertThat(dossier(siennes.getFirst())).contains("Sera suivie par " + benoit.nom() + " du 27 octobre 2025 au 2 novembre 2025");
    faire.executer();
    assertThat(referents(siennes)).as("rien ne change avant").containsOnly(alice.id());
    assertThat(lettres(siennes.getFirst())).isZero();

    jour("2025-10-28");
    faire.executer();
    assertThat(referents(siennes)).as("le serveur était arrêté le 27 : c'est fait à la première heure").containsOnly(benoit.id());
    assertThat(premierJour(siennes.getFirst())).isEqualTo("2025-10-27");
    int ecrites = lettres(siennes.getFirst());
    assertThat(ecrites).isPositive();
    assertThat(dossier(siennes.getFirst())).contains("Suivie par " + benoit.nom() + " jusqu'au 2 novembre 2025, puis de nouveau par " + alice.nom());
    faire.executer();
    assertThat(changements(siennes)).as("fait une fois").isEqualTo(2);

    jour("2025-11-03");
    faire.executer();
    faire.executer();
    assertThat(referents(siennes)).containsOnly(alice.id());
    assertThat(changements(siennes)).isEqualTo(4);
    assertThat(lettres(siennes.getFirst())).as("elle apprend aussi le retour").isGreaterThan(ecrites);
    assertThat(nav.ouvrir(relais).body()).contains("Rendu").contains("par Jalon");
  }

  @Test
  void fait_par_deux_serveurs_a_la_fois_il_n_est_fait_qu_une_fois() throws Exception {
    List<Personne> siennes = suivies("DEUX", 2);
    prevoir(siennes, benoit, "Congé", "2025-10-27", "");
    jour("2025-10-27");
    Thread autre = new Thread(faire::executer);
    autre.start();
    faire.executer();
    autre.join();
    assertThat(changements(siennes)).isEqualTo(2);
    assertThat(referents(siennes)).containsOnly(benoit.id());
  }

  @Test
  void le_jour_venu_qui_est_parti_n_y_est_plus_et_qui_ne_peut_pas_passer_est_dit_a_qui_l_a_prevu_et_a_qui_la_suit() {
    Agent compte = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    administration.poster("/habilitations/" + compte.id() + "/referent", Map.of("referent", "" + alice.id()));
    List<Personne> siennes = suivies("EMPECHEE", 3);
    Referent chloe = collegue("Chloé Prévue ");
    prevoir(siennes.subList(0, 1), benoit, "Congé", "2025-10-27", "");
    prevoir(siennes.subList(1, 2), chloe, "Congé", "2025-10-27", "");
    String reste = prevoir(siennes.subList(2, 3), chloe, "Congé", "2025-10-27", "");
    nav.poster("/orientations/" + suivi(siennes.get(1)) + "/clore", Map.of("le", "2025-10-20", "motif", "Emploi", "retour", "/"));
    absente(chloe);
    jour("2025-10-27");
    faire.executer();
    assertThat(referents(siennes)).as("Benoît la suit ; les deux autres sont où elles étaient")
        .containsExactly(benoit.id(), alice.id(), alice.id());
    assertThat(nav.ouvrir(reste).body()).contains("passe aussi le relais de toutes ses personnes")
        .contains("personne n'a pu changer de référent").contains("Ce relais n'a jamais commencé").contains("Prévu par Camille")
        .doesNotContain("Passé par").doesNotContain("Aucune personne à montrer").contains("RPREMPECHEE2" + essai);
    assertThat(actes("%prévu le 27/10/2025 : 0%" + "n'a pas pu passer", alice)).containsOnly("RELAIS_ANNULE");
    Navigateur donneuse = connecter(compte);
    for (Navigateur qui : List.of(nav, donneuse)) {
      assertThat(qui.ouvrir("/ma-journee").body()).contains("RPREMPECHEE2" + essai).contains("Relais qui n'a pas pu se faire")
          .doesNotContain("RPREMPECHEE1" + essai);
    }
    nav.poster("/orientations/" + suivi(siennes.get(2)) + "/referent", Map.of("referent", "" + benoit.id(), "le", "2025-10-27", "motif", "Congé",
        "vu", "" + alice.id(), "retour", "/"));
    assertThat(nav.ouvrir("/ma-journee").body()).as("quelqu'un la suit : plus rien à faire").doesNotContain("Relais qui n'a pas pu se faire");
  }

  @Test
  void un_retour_qui_ne_peut_pas_se_faire_reste_a_rendre_et_est_dit() {
    List<Personne> siennes = suivies("RETOUR", 1);
    String relais = prevoir(siennes, benoit, "Congé", "2025-10-27", "2025-11-03");
    jour("2025-10-27");
    faire.executer();
    FormulaireLu fiche = FormulaireLu.de(administration.ouvrir("/structures/referents/" + alice.id()).body(), "/structures/referents", "");
    administration.poster("/structures/referents", fiche.champs().stream().filter(c -> !c.getKey().equals("actif")).toList());
    jour("2025-11-03");
    faire.executer();
    assertThat(referents(siennes)).containsOnly(benoit.id());
    assertThat(nav.ouvrir(relais).body()).contains("À rendre depuis le 03/11/2025").contains("Ce référent ne suit plus personne");
    assertThat(actes("%, de lui-même : %", alice)).containsExactly("RELAIS_RESTE_A_RENDRE");
    assertThat(nav.ouvrir("/ma-journee").body()).contains("RPRRETOUR0" + essai);
  }

  @Test
  void avant_son_jour_il_se_change_avec_une_raison_et_s_annule_sans_que_personne_l_ait_su() {
    List<Personne> siennes = suivies("CHANGE", 1);
    String relais = prevoir(siennes, benoit, "Congé", "2025-10-27", "");
    PageRefusee.dit(nav.poster(relais + "/rendre", Map.of("le", "2025-10-20")), "RELAIS_PAS_COMMENCE", "Ce relais n'a pas encore commencé");
    Navigateur autre = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
    FormulaireLu vu = lire(nav, relais);
    FormulaireLu vuParAutre = lire(autre, relais);
    HttpResponse<String> refus = nav.poster(relais + "/prevu", vu.avec("le", "2025-10-20").avec("retourSeul", "true").champs());
    PageRefusee.dit(refus, "RELAIS_PREVU_PASSE", "le", "Indiquez un jour à venir");
    PageRefusee.dit(refus, "RETOUR_SANS_JOUR", "retourLe", "Dites quel jour le retour se fait de lui-même");
    PageRefusee.dit(refus, "CHANGEMENT_SANS_MOTIF", "motif", "Dites pourquoi ce qui était prévu change");
    assertThat(nav.suivre(nav.poster(relais + "/prevu", vu.avec("le", "2025-11-10").avec("motif", "Congé décalé").champs())).body())
        .contains("Le relais prévu est changé.").contains("10/11/2025");
    HttpResponse<String> perime = autre.poster(relais + "/prevu", vuParAutre.avec("raison", "Départ").avec("motif", "Elle part").champs());
    assertThat(perime.statusCode()).isEqualTo(409);
    assertThat(perime.body()).contains("a changé ce relais prévu").contains("value=\"Départ\"").contains("value=\"Elle part\"");
    jour("2025-10-27");
    faire.executer();
    assertThat(referents(siennes)).containsOnly(alice.id());
    nav.ouvrir(relais);
    assertThat(nav.suivre(nav.poster(relais + "/annuler", Map.of("raison", "Elle reste"))).body()).contains("Le relais prévu est annulé.")
        .contains("Elle reste").contains("Personne n'avait été prévenu").contains("Ce relais n'a jamais commencé").contains("Prévu par Camille")
        .doesNotContain("Passé par").doesNotContain("Aucune personne à montrer").contains("1\u00a0personne devait changer de référent")
        .contains("RPRCHANGE0" + essai).contains(benoit.nom());
    assertThat(nav.ouvrir("/relais").body()).contains("n'a jamais commencé");
    assertThat(dossier(siennes.getFirst())).doesNotContain("Sera suivie par");
    assertThat(nav.suivre(nav.lire(relais + "/prevu")).body()).contains("il ne se change plus");
    PageRefusee.dit(nav.poster(relais + "/prevu", vu.avec("motif", "Trop tard").champs()), "RELAIS_COMMENCE", "Ce relais a commencé ou est annulé");
    jour("2025-11-10");
    faire.executer();
    assertThat(referents(siennes)).containsOnly(alice.id());
    assertThat(lettres(siennes.getFirst())).isZero();
  }

  @Test
  void deja_prevue_avec_un_collegue_absent_ou_trop_loin_c_est_dit_a_la_ligne_et_au_champ() {
    List<Personne> siennes = suivies("DEJA", 1);
    FormulaireLu f = confier(formulaire(), siennes, benoit);
    PageRefusee.dit(nav.poster("/relais/nouveau", f.avec("le", "2027-01-01").champs()), "RELAIS_TROP_LOIN", "le", "dans l'année qui vient");
    prevoir(siennes, benoit, "Congé", "2025-10-27", "");
    assertThat(nav.poster("/relais/nouveau", confier(formulaire(), siennes, benoit).avec("le", "2025-11-27").champs()).body())
        .contains("Un autre relais est déjà prévu pour elle");
    PageRefusee.connue("RELAIS_DEJA_PREVU", "Un autre relais est déjà prévu pour elle");
    List<Personne> autres = suivies("ABSENT", 1);
    Referent chloe = collegue("Chloé Partie ");
    absente(chloe);
    assertThat(nav.poster("/relais/nouveau", confier(formulaire(), autres, chloe).avec("le", "2025-10-27").champs()).body())
        .contains("passe aussi le relais de toutes ses personnes ce jour-là, jusqu'au 09/11/2025");
    PageRefusee.connue("COLLEGUE_ABSENT", "passe aussi le relais de toutes ses personnes ce jour-là");
  }

  @Test
  void qui_ne_confie_que_quelques_personnes_n_est_pas_absent_et_qui_les_confie_toutes_l_est_meme_sans_jour_de_retour() {
    List<Personne> siennes = suivies("PARTIE", 3);
    Referent chloe = collegue("Chloé Présente ");
    deplacer(siennes.subList(0, 2), benoit);
    confierDe(benoit, siennes.subList(0, 1), chloe, "2025-11-03");
    FormulaireLu vers = confier(formulaire(), siennes.subList(2, 3), benoit).avec("le", "2025-10-21");
    HttpResponse<String> permis = nav.poster("/relais/nouveau", vers.champs());
    assertThat(permis.statusCode()).as("il en garde une : il est là").isEqualTo(302);
    nav.poster(permis.headers().firstValue("Location").orElseThrow() + "/annuler", Map.of("raison", "Essai"));
    confierDe(benoit, siennes.subList(1, 2), chloe, "");
    assertThat(nav.poster("/relais/nouveau", confier(formulaire(), siennes.subList(2, 3), benoit).avec("le", "2025-10-21").champs()).body())
        .as("il a tout confié, l'une pour un temps et l'autre pour de bon").contains("passe aussi le relais de toutes ses personnes ce jour-là");
    assertThat(nav.poster("/relais/nouveau", confier(formulaire(), siennes.subList(2, 3), benoit).avec("le", "2025-11-03").champs()).body())
        .as("le jour du retour, il est là pour celle qu'il retrouve").contains("sans jour de retour");
    Referent david = collegue("David Parti ");
    deplacer(siennes.subList(2, 3), david);
    confierDe(david, siennes.subList(2, 3), chloe, "");
    List<Personne> autre = suivies("SANSRETOUR", 1);
    assertThat(nav.poster("/relais/nouveau", confier(formulaire(), autre, david).avec("le", "2025-10-27").champs()).body())
        .contains(david.nom() + " passe le relais de toutes ses personnes à partir du 20/10/2025, sans jour de retour");
  }

  @Test
  void un_relais_qui_casse_est_dit_dans_la_liste_et_sur_sa_page_jusqu_a_ce_qu_il_se_fasse() {
    List<Personne> siennes = suivies("CASSE", 1);
    String raison = "Congé cassé " + essai;
    String relais = prevoir(siennes, benoit, raison, "2025-10-27", "2025-11-03");
    jour("2025-10-27");
    casser(raison, () -> {
      faire.executer();
      assertThat(nav.ouvrir(relais).body()).contains("Jalon n'a pas pu faire ce relais le 27/10/2025 et réessaie chaque heure")
          .contains("passez le relais pour aujourd'hui");
      assertThat(nav.ouvrir("/relais").body()).contains("pas pu se faire");
      String depuis = base.sql("select panne_le::text from orientation.relais where raison = ?").param(raison).query(String.class).single();
      horloge.regler(LocalDateTime.parse("2025-10-27T10:00"));
      faire.executer();
      assertThat(base.sql("select panne_le::text from orientation.relais where raison = ?").param(raison).query(String.class).single())
          .as("dit une fois").isEqualTo(depuis);
    });
    faire.executer();
    assertThat(referents(siennes)).containsOnly(benoit.id());
    assertThat(nav.ouvrir(relais).body()).doesNotContain("Jalon n'a pas pu");
    jour("2025-11-03");
    casser("Retour après : " + raison, () -> {
      faire.executer();
      assertThat(nav.ouvrir(relais).body()).contains("Jalon n'a pas pu rendre ces personnes le 03/11/2025").contains("rendez-les ci-dessous");
    });
    faire.executer();
    assertThat(referents(siennes)).containsOnly(alice.id());
    assertThat(nav.ouvrir(relais).body()).doesNotContain("Jalon n'a pas pu");
  }

  @Test
  void regarder_ce_qui_est_prevu_n_attend_personne_et_l_annuler_dit_ce_qui_a_vraiment_ete_fait() {
    List<Personne> siennes = suivies("VERROU", 1);
    String relais = prevoir(siennes, benoit, "Congé", "2025-10-27", "");
    long id = Long.parseLong(relais.substring(relais.lastIndexOf('/') + 1));
    nav.ouvrir(relais);
    List<String> dit = new ArrayList<>();
    assertThat(EnMemeTemps.refus(base, transaction, () -> {
      base.sql("select id from orientation.relais where id = ? for update").param(id).query(Long.class).single();
      assertThat(CompletableFuture.supplyAsync(() -> nav.lire(relais + "/prevu").statusCode())).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(200);
      // its day comes in between
      base.sql("update orientation.relais set etat = 'FAIT' where id = ?").param(id).update();
    }, () -> dit.add(nav.suivre(nav.poster(relais + "/annuler", Map.of("raison", "Elle reste"))).body()))).isNull();
    assertThat(dit.getFirst()).contains("Le relais est annulé : 0").doesNotContain("Personne n'avait été prévenu");
  }

  /** No change of référent for this reason can be written meanwhile. */
  private void casser(String raison, Runnable pendant) {
    base.sql("alter table orientation.changement_de_referent add constraint casse check (raison <> '%s') not valid".formatted(raison)).update();
    try {
      pendant.run();
    } finally {
      base.sql("alter table orientation.changement_de_referent drop constraint casse").update();
    }
  }

  private void deplacer(List<Personne> personnes, Referent vers) {
    personnes.forEach(p -> nav.poster("/orientations/" + suivi(p) + "/referent", Map.of("referent", "" + vers.id(), "le", "2025-10-20", "motif",
        "Partage", "vu", "" + alice.id(), "retour", "/")));
    assertThat(referents(personnes)).containsOnly(vers.id());
  }

  /** From today on. @param retour empty for good */
  private void confierDe(Referent de, List<Personne> personnes, Referent vers, String retour) {
    FormulaireLu f = FormulaireLu.de(nav.ouvrir("/relais/nouveau?referent=" + de.id()).body(), "/relais/nouveau", "name=\"cle\"");
    assertThat(nav.poster("/relais/nouveau", confier(f, personnes, vers).avec("le", "2025-10-20").avec("retourLe", retour).champs()).statusCode())
        .isEqualTo(302);
  }

  /** @return what the journal keeps of hand-overs of this référent whose sentence is like this one */
  private List<String> actes(String comme, Referent de) {
    return base.sql("select acte from journal.trace where objet like ? and objet like ? order by id").params(comme, de.nom() + "%").query(String.class)
        .list();
  }

  /** She hands her own persons over until 10 November. */
  private void absente(Referent r) {
    base.sql("""
        insert into orientation.relais (formulaire, de_id, organisation_id, le, retour_le, raison, prevenir, personnes, etat, etat_depuis, fait_par, saisi_le)
        values (gen_random_uuid(), ?, ?, '2025-10-20', '2025-11-10', 'Congé', false, 0, 'FAIT', now(), 'essai', now())""")
        .params(r.id(), r.organisationId()).update();
  }

  private void jour(String jour) {
    horloge.regler(LocalDateTime.parse(jour + "T09:00"));
  }

  private Referent collegue(String nom) {
    String entier = nom + (char) ('A' + essai);
    administration.poster("/structures/referents", Map.of("organisation", "" + alice.organisationId(), "nom", entier, "etp", "1", "actif", "true"));
    return structures.referents().stream().filter(r -> r.nom().equals(entier)).findFirst().orElseThrow();
  }

  private List<Personne> suivies(String nom, int combien) {
    List<Personne> personnes = new ArrayList<>();
    for (int i = 0; i < combien; i++) {
      Personne p = dossiers.entrante("RPR" + nom + i + essai, CENTRE, LocalDate.of(2025, 9, 3));
      nav.poster("/orientations", Map.of("personne", "" + p.id(), "parcours", "SOCIAL", "destination", alice.organisationId() + "-" + alice.id(),
          "notifieLe", "2025-09-15", "retour", "/nouveaux-entrants"));
      personnes.add(p);
    }
    return personnes;
  }

  private FormulaireLu formulaire() {
    return FormulaireLu.de(nav.ouvrir("/relais/nouveau?referent=" + alice.id()).body(), "/relais/nouveau", "name=\"cle\"");
  }

  private static FormulaireLu lire(Navigateur qui, String relais) {
    return FormulaireLu.de(qui.ouvrir(relais + "/prevu").body(), relais + "/prevu", "");
  }

  /** @return the address of the hand-over */
  private String prevoir(List<Personne> personnes, Referent vers, String raison, String le, String retour) {
    FormulaireLu f = confier(formulaire(), personnes, vers).avec("raison", raison).avec("le", le).avec("retourLe", retour);
    HttpResponse<String> fait = nav.poster("/relais/nouveau", (retour.isEmpty() ? f : f.avec("retourSeul", "true")).champs());
    nav.suivre(fait);
    return fait.headers().firstValue("Location").orElseThrow();
  }

  private FormulaireLu confier(FormulaireLu f, List<Personne> personnes, Referent vers) {
    List<Map.Entry<String, String>> champs = new ArrayList<>(f.avec("raison", "Congé").champs().stream()
        .filter(c -> !c.getKey().equals("choix")).toList());
    personnes.forEach(p -> champs.add(Map.entry("choix", suivi(p) + ":" + vers.id())));
    return new FormulaireLu(f.action(), champs);
  }

  private long suivi(Personne p) {
    return base.sql("select id from orientation.suivi where personne_id = ?").param(p.id()).query(Long.class).single();
  }

  private List<Integer> referents(List<Personne> personnes) {
    return personnes.stream().map(p -> base.sql("select referent_id from orientation.suivi where personne_id = ?").param(p.id()).query(Integer.class)
        .single()).toList();
  }

  private int changements(List<Personne> personnes) {
    return personnes.stream().mapToInt(p -> base.sql("select count(*) from orientation.changement_de_referent where personne_id = ?").param(p.id())
        .query(Integer.class).single()).sum();
  }

  private String premierJour(Personne p) {
    return base.sql("select max(le)::text from orientation.changement_de_referent where personne_id = ?").param(p.id()).query(String.class).single();
  }

  private int lettres(Personne p) {
    return base.sql("select count(*) from courriers.message where modele = 'CHANGEMENT_REFERENT' and personne_id = ?").param(p.id())
        .query(Integer.class).single();
  }

  private String dossier(Personne p) {
    return nav.ouvrir("/dossier/" + p.id() + "/parcours").body();
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
