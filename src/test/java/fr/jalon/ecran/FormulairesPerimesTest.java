package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EssaiArdeche;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two agents open the same form, every form that edits: the second to save loses nothing and wipes out nothing. The forms come from
 * {@code formulaires.txt}, which {@link FormulairesVersionnesTest} keeps complete.
 */
@EssaiArdeche
class FormulairesPerimesTest {
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Navigateur admin;
  private Navigateur secretariat;

  /** Tried elsewhere: below; one agent in two tabs ({@code VuesEnregistreesTest}); with a reason asked each time ({@code RelaisPrevusTest}). */
  private static final java.util.Set<String> A_PART = java.util.Set.of("parametres/parametres.jte", "habilitations/vue.jte",
      "orientation/relais-prevu.jte");

  /** A form opened twice. @param marque a text only this form of the page holds; @param autre a second field, or {@code null} */
  private record Cas(String gabarit, String role, String page, String action, String marque, String champ, String un, String deux, String autre,
      String valeur, boolean nomme) {}

  @BeforeEach
  void deux_services_au_travail() {
    admin = connecter("ADMINISTRATION");
    secretariat = connecter("SECRETARIAT");
  }

  @AfterEach
  void rien_ne_reste_pour_les_autres() {
    Stream.of("courriers.version", "courriers.passerelle", "courriers.entete").forEach(t -> base.sql("delete from " + t).update());
  }

  @Test
  void chaque_formulaire_ouvert_par_deux_agents_n_efface_pas_ce_que_le_premier_a_enregistre() {
    List<Cas> cas = tous();
    assertThat(cas.stream().map(Cas::gabarit).sorted()).as("un essai pour chaque formulaire qui modifie")
        .containsExactlyElementsOf(FormulairesVersionnesTest.declares().stream()
        .filter(d -> d.genre().equals("VERSION") && !A_PART.contains(d.gabarit()))
            .map(FormulairesVersionnesTest.Declare::gabarit).sorted().toList());
    for (Cas c : cas) {
      Navigateur un = connecter(c.role());
      Navigateur deux = connecter(c.role());
      FormulaireLu vuParUn = lire(un, c);
      FormulaireLu vuParDeux = lire(deux, c);
      assertThat(un.poster(c.action(), vuParUn.avec(c.champ(), c.un()).champs()).statusCode()).as(c + " : le premier enregistre").isEqualTo(302);

      FormulaireLu saisie = c.autre() == null ? vuParDeux.avec(c.champ(), c.deux()) : vuParDeux.avec(c.champ(), c.deux()).avec(c.autre(), c.valeur());
      HttpResponse<String> refus = deux.poster(c.action(), saisie.champs());
      assertThat(refus.statusCode()).as(c + " : le second est prévenu").isEqualTo(409);
      assertThat(refus.body()).as(c.toString()).contains(c.nomme() ? "Camille " + c.role() + " a changé " : "Quelqu'un a changé ")
          .contains("«\u00a0" + c.un() + "\u00a0» au lieu de ").contains("vous avez écrit «\u00a0" + c.deux() + "\u00a0»");
      assertThat(lire(connecter(c.role()), c).valeurs(c.champ())).as(c + " : la base garde le premier").containsExactly(c.un());
      FormulaireLu gardee = FormulaireLu.de(refus.body(), c.action(), c.marque());
      assertThat(gardee.valeurs(c.champ())).as(c + " : la saisie reste").containsExactly(c.deux());
      if (c.autre() != null) {
        assertThat(gardee.valeurs(c.autre())).as(c.toString()).containsExactly(c.valeur());
        assertThat(lire(connecter(c.role()), c).valeurs(c.autre())).as(c.toString()).doesNotContain(c.valeur());
      }

      assertThat(deux.poster(c.action(), gardee.champs()).statusCode()).as(c + " : garder le mien, en un clic").isEqualTo(302);
      assertThat(lire(deux, c).valeurs(c.champ())).as(c.toString()).containsExactly(c.deux());
      assertThat(c.autre() == null ? List.of(c.valeur()) : lire(deux, c).valeurs(c.autre())).as(c.toString()).containsExactly(c.valeur());
    }
  }

  @Test
  void prendre_la_valeur_de_l_autre_garde_le_reste_de_sa_saisie() {
    Cas c = lieu();
    FormulaireLu vu = lire(secretariat, c);
    Navigateur un = connecter("SECRETARIAT");
    un.poster(c.action(), lire(un, c).avec("capacite", "15").avec("telephone", "04 75 00 00 99").champs());
    HttpResponse<String> refus = secretariat.poster(c.action(), vu.avec("capacite", "20").avec("adresse", "3 place Neuve").champs());
    assertThat(refus.body()).contains("Téléphone : «\u00a004 75 00 00 99\u00a0» au lieu de «\u00a004 75 00 00 01\u00a0».");
    FormulaireLu choix = FormulaireLu.de(refus.body(), c.action(), "").avec("choix-capacite", "sien");
    assertThat(choix.valeurs("telephone")).as("ce qu'elle n'a pas touché est à jour").containsExactly("04 75 00 00 99");
    assertThat(secretariat.poster(c.action(), choix.champs()).statusCode()).isEqualTo(302);
    FormulaireLu relu = lire(secretariat, c);
    assertThat(relu.valeurs("capacite")).containsExactly("15");
    assertThat(relu.valeurs("adresse")).containsExactly("3 place Neuve");
    assertThat(relu.valeurs("telephone")).containsExactly("04 75 00 00 99");
  }

  @Test
  void une_fiche_restee_ouverte_ne_rend_pas_un_role_ni_un_territoire_retires_entre_temps() {
    Agent agent = comptoir.agent("REFERENT", List.of(3, 4), List.of());
    String fiche = "/habilitations/" + agent.id();
    FormulaireLu ancienne = FormulaireLu.de(admin.ouvrir(fiche).body(), fiche, "");
    Navigateur collegue = connecter("ADMINISTRATION");
    FormulaireLu f = FormulaireLu.de(collegue.ouvrir(fiche).body(), fiche, "");
    assertThat(collegue.poster(fiche, f.avec("role", "SECRETARIAT").avec("territoires", "3").champs()).statusCode()).isEqualTo(302);

    HttpResponse<String> refus = admin.poster(fiche, ancienne.avec("nom", "Camille Nouvelle").champs());
    assertThat(refus.statusCode()).isEqualTo(409);
    assertThat(refus.body()).contains("Rôle : «\u00a0Secrétariat\u00a0» au lieu de «\u00a0Référent\u00a0»");
    assertThat(admin.poster(fiche, FormulaireLu.de(refus.body(), fiche, "").champs()).statusCode()).isEqualTo(302);
    assertThat(comptoir.relire(agent)).satisfies(a -> {
      assertThat(a.nom()).isEqualTo("Camille Nouvelle");
      assertThat(a.role()).isEqualTo("SECRETARIAT");
      assertThat(a.territoires()).containsExactly(3);
    });
  }

  @Test
  void un_formulaire_sans_version_n_ecrit_rien_par_dessus() {
    Agent agent = comptoir.agent("REFERENT", List.of(3), List.of());
    HttpResponse<String> refus = admin.poster("/habilitations/" + agent.id(),
        List.of(Map.entry("_csrf", admin.jeton()), Map.entry("nom", "Autre"), Map.entry("role", "ADMINISTRATION")));
    assertThat(refus.statusCode()).isEqualTo(409);
    assertThat(comptoir.relire(agent).role()).isEqualTo("REFERENT");
  }

  @Test
  void une_version_inventee_ne_casse_aucune_page() {
    for (Cas c : List.of(referent(), application(), organisation(), session())) {
      Navigateur nav = c.role().equals("ADMINISTRATION") ? admin : secretariat;
      FormulaireLu f = lire(nav, c);
      String chose = f.valeurs("version").getFirst().replaceAll("\\?.*", "?");
      for (String inventee
          : List.of(chose + "publics=INCONNU&fonction=INCONNUE&nature=X&debut=2025-99-99&secret=hier&etat=PERDUE&commune=%00&jour=jamais",
          chose + "nom=%zz", "?:", ":?", "LIEU", "")) {
        assertThat(nav.poster(c.action(), f.avec("version", inventee).avec(c.champ(), c.deux()).champs()).statusCode())
            .as(c.gabarit() + " " + inventee).isEqualTo(409);
      }
    }
  }

  @Test
  void un_double_clic_n_enregistre_qu_une_fois_et_ne_parle_pas_de_conflit() {
    for (Cas c : List.of(lieu(), referent())) {
      Agent agent = comptoir.agent(c.role(), List.of(3), List.of());
      Navigateur nav = new Navigateur(port);
      nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
      // the address is kept in small letters: what comes twice is known again even so
      FormulaireLu f = lire(nav, c).avec(c.champ(), c.un());
      FormulaireLu saisie = c.champ().equals("nom") ? f.avec("courriel", "Deux.Clics@Exemple.FR") : f;
      assertThat(nav.poster(c.action(), saisie.champs()).statusCode()).isEqualTo(302);
      assertThat(nav.poster(c.action(), saisie.champs()).statusCode()).isEqualTo(302);
      assertThat(comptoir.actes(agent.identifiant()).stream().filter(a -> a.equals("LIEU") || a.equals("STRUCTURE"))).hasSize(1);
      if (c.champ().equals("nom")) {
        base.sql("update structures.referent set courriel = null where courriel = 'deux.clics@exemple.fr'").update();
      }
    }
  }

  @Test
  void de_deux_enregistrements_au_meme_instant_un_seul_passe() throws Exception {
    Cas c = lieu();
    List<Navigateur> deux = List.of(connecter("SECRETARIAT"), connecter("SECRETARIAT"));
    List<FormulaireLu> vus = deux.stream().map(n -> lire(n, c)).toList();
    CountDownLatch depart = new CountDownLatch(1);
    try (ExecutorService ensemble = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> statuts = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        int rang = i;
        Callable<Integer> envoi = () -> {
          depart.await();
          return deux.get(rang).poster(c.action(), vus.get(rang).avec("capacite", String.valueOf(30 + rang)).champs()).statusCode();
        };
        statuts.add(ensemble.submit(envoi));
      }
      depart.countDown();
      assertThat(List.of(statuts.get(0).get(), statuts.get(1).get())).containsExactlyInAnyOrder(302, 409);
    }
  }

  @Test
  void un_parametre_change_par_un_collegue_n_est_pas_recouvert_sans_le_dire() {
    Navigateur collegue = connecter("ADMINISTRATION");
    String marque = "value=\"echeances.proche_jours\"";
    FormulaireLu vu = FormulaireLu.de(admin.ouvrir("/parametres").body(), "/parametres", marque).avec("depuis", "2032-01-01")
        .avec("motif", "Mon motif").avec("valeur", "11");
    FormulaireLu autre = FormulaireLu.de(collegue.ouvrir("/parametres").body(), "/parametres", marque).avec("depuis", "2032-01-01")
        .avec("motif", "Délibération").avec("valeur", "9");
    assertThat(collegue.poster("/parametres", autre.champs()).statusCode()).isEqualTo(302);
    assertThat(collegue.poster("/parametres", autre.champs()).statusCode()).as("double clic").isEqualTo(302);
    assertThat(base.sql("select count(*) from parametres.valeur where depuis = '2032-01-01'").query(Integer.class).single()).isEqualTo(1);
    HttpResponse<String> refus = admin.poster("/parametres", vu.champs());
    assertThat(refus.statusCode()).isEqualTo(409);
    assertThat(refus.body()).contains("Camille ADMINISTRATION a changé ce paramètre").contains("9 depuis le 2032-01-01");
    FormulaireLu gardee = FormulaireLu.de(refus.body(), "/parametres", marque);
    assertThat(gardee.valeurs("valeur")).containsExactly("11");
    assertThat(gardee.valeurs("motif")).containsExactly("Mon motif");
    assertThat(admin.poster("/parametres", gardee.champs()).statusCode()).isEqualTo(302);
    assertThat(base.sql("select valeur from parametres.valeur where depuis = '2032-01-01' order by saisi_le desc limit 1").query(String.class)
        .single()).isEqualTo("11");
  }

  @Test
  void un_bouton_d_une_page_restee_ouverte_dit_ce_qui_a_change_et_ne_fait_rien() {
    Agent agent = comptoir.agent("REFERENT", List.of(3), List.of());
    String fiche = "/habilitations/" + agent.id();
    admin.ouvrir(fiche);
    Navigateur collegue = connecter("ADMINISTRATION");
    collegue.suivre(collegue.poster(fiche, FormulaireLu.de(collegue.ouvrir(fiche).body(), fiche, "").avec("role", "SECRETARIAT").champs()));
    String dite = admin.suivre(admin.poster(fiche + "/desactiver", Map.of())).body();
    assertThat(dite).contains("Camille ADMINISTRATION a changé ce compte à ").contains("«\u00a0Secrétariat\u00a0» au lieu de «\u00a0Référent\u00a0»")
        .contains("recommencez");
    assertThat(comptoir.relire(agent).actif()).isTrue();
    assertThat(admin.suivre(admin.poster(fiche + "/desactiver", Map.of())).body()).as("la page est à jour").contains("L'accès est retiré");
    // the colleague's page still says "open": her reset of the password is not done on an account withdrawn
    assertThat(collegue.suivre(collegue.poster(fiche + "/mot-de-passe", Map.of())).body())
        .contains("Accès : «\u00a0retiré\u00a0» au lieu de «\u00a0ouvert\u00a0»").doesNotContain("Mot de passe provisoire</h2>");
    // the same act twice, by two agents: done once, no quarrel
    assertThat(collegue.suivre(collegue.poster(fiche + "/desactiver", Map.of())).body()).contains("L'accès est retiré");

    Cas application = application();
    admin.ouvrir(application.page());
    collegue.poster(application.action(), FormulaireLu.de(collegue.ouvrir(application.page()).body(), application.action(), "")
        .avec("nom", "Autre nom").champs());
    assertThat(admin.suivre(admin.poster(application.page() + "/revoquer", Map.of())).body()).contains("a changé cette application")
        .contains("«\u00a0Autre nom\u00a0»");
    assertThat(base.sql("select actif from habilitations.client where id = ?").param(numero(application.page())).query(Boolean.class).single())
        .isTrue();

    Cas session = session();
    secretariat.ouvrir(session.page().replace("/modifier", ""));
    Navigateur autre = connecter("SECRETARIAT");
    autre.poster(session.action(), lire(autre, session).avec("langues", "anglais").champs());
    String page = session.page().replace("/modifier", "");
    assertThat(secretariat.suivre(secretariat.poster(page + "/annuler", Map.of("motif", "Salle prise"))).body()).contains("a changé cette session")
        .contains("«\u00a0anglais\u00a0»");
    assertThat(base.sql("select etat from rendezvous.session where id = ?").param(numero(page)).query(String.class).single()).isEqualTo("PREVUE");
  }

  @Test
  void une_commune_deja_deplacee_par_un_collegue_ne_repart_pas_sans_le_dire() {
    base.sql("update structures.commune set territoire_id = 1 where code = '07001'").update();
    admin.ouvrir("/structures/territoires/1");
    Navigateur collegue = connecter("ADMINISTRATION");
    collegue.ouvrir("/structures/territoires/1");
    Map<String, String> vers2 = Map.of("communes", "07001", "territoire", "2", "depuis", "1");
    assertThat(collegue.suivre(collegue.poster("/structures/communes", vers2)).body()).contains("Communes déplacées");
    assertThat(admin.suivre(admin.poster("/structures/communes", Map.of("communes", "07001", "territoire", "3", "depuis", "1"))).body())
        .contains("a changé ces communes");
    assertThat(base.sql("select territoire_id from structures.commune where code = '07001'").query(Integer.class).single()).isEqualTo(2);
    assertThat(admin.suivre(admin.poster("/structures/communes", vers2)).body()).as("le même choix n'est pas un désaccord")
        .contains("Communes déplacées");
  }

  private List<Cas> tous() {
    return List.of(lieu(), session(), organisation(), site(), referent(), compte(), application(), coordonnees(), identiteHorsRsa(), dossierMdph(),
        cadreDeContrat(), objectifDeContrat(), actionDeContrat(), sortie(),
        new Cas("courriers/entete.jte", "ADMINISTRATION", "/modeles-de-courrier/entete", "/modeles-de-courrier/entete", "", "telephone",
        "04 75 11 11 11", "04 75 22 22 22", "contact", "Le standard", true),
        new Cas("courriers/modele.jte", "ADMINISTRATION", "/modeles-de-courrier/NOTIFICATION_ORIENTATION",
        "/modeles-de-courrier/NOTIFICATION_ORIENTATION", "", "objet", "Premier objet", "Second objet",
            "sms", "Appelez-nous.", true),
        passerelle("COURRIEL", Map.of("adresse", "smtp.exemple.fr", "port", "587", "securite", "STARTTLS", "expediteur", "rsa@exemple.fr"),
        "identifiant", "compte1", "compte2", "reponse", "reponse@exemple.fr"),
        passerelle("SMS", Map.of("adresse", "https://sms.exemple.fr/envoi", "secret", "jeton-d-essai-123456", "expediteur", "JALON"), "expediteur",
        "JALON UN", "JALON DEUX", null, ""));
  }

  private Cas dossierMdph() {
    long elle = dossiers.entrante("PERIMEMDPH" + System.nanoTime(), 3, LocalDate.of(2025, 8, 4)).id();
    String page = "/dossiers-mdph/personnes/" + elle;
    Navigateur referente = connecter("REFERENT");
    referente.ouvrir(page);
    referente.poster(page + "/ouverture", Map.of("ou", "A_CONSTITUER", "le", "2025-09-01", "droits", "RQTH", "aide", "PROCHE"));
    long dossier = base.sql("select id from handicap.dossier where personne_id = ?").param(elle).query(Long.class).single();
    return new Cas("handicap/constitution.jte", "REFERENT", page, page + "/" + dossier + "/constitution", "", "formulaireLe", "2025-09-02",
        "2025-09-03", "identiteLe", "2025-09-04", false);
  }

  /** A contract being prepared: its page, then the number of its only objective. */
  private String contratPrepare() {
    long elle = dossiers.entrante("PERIMECONTRAT" + System.nanoTime(), 3, LocalDate.of(2025, 8, 4)).id();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
        select ?, 'SOCIAL', min(id), '2025-09-01', '2025-09-01', 'essai', now() from structures.organisation where nature <> 'FRANCE_TRAVAIL'""")
        .param(elle).update();
    String page = "/contrats/personnes/" + elle;
    Navigateur referente = connecter("REFERENT");
    referente.ouvrir(page);
    referente.poster(page + "/ouverture", Map.of());
    return page + "/" + base.sql("select id from engagement.contrat where personne_id = ?").param(elle).query(Long.class).single();
  }

  private long objectif(String contrat) {
    return base.sql("select max(o.id) from engagement.objectif o join engagement.version v on v.id = o.version_id where v.contrat_id = ?")
        .param(Long.valueOf(contrat.substring(contrat.lastIndexOf('/') + 1))).query(Long.class).single();
  }

  private Cas cadreDeContrat() {
    String contrat = contratPrepare();
    return new Cas("engagement/ecrire.jte", "REFERENT", contrat.substring(0, contrat.lastIndexOf('/')), contrat + "/cadre", "", "engagementsPersonne",
        "Je viens.", "Je viens et je préviens.", "engagementsReferent", "Je reçois.", false);
  }

  private Cas objectifDeContrat() {
    String contrat = contratPrepare();
    return new Cas("engagement/champs-objectif.jte", "REFERENT", contrat.substring(0, contrat.lastIndexOf('/')), contrat + "/objectifs/"
        + objectif(contrat), "", "texte", "Je cherche.", "Je trouve.", "theme", "MOBILITE", false);
  }

  private Cas actionDeContrat() {
    String contrat = contratPrepare();
    String page = contrat.substring(0, contrat.lastIndexOf('/'));
    Navigateur referente = connecter("REFERENT");
    FormulaireLu f = FormulaireLu.de(referente.ouvrir(page).body(), contrat + "/objectifs/" + objectif(contrat) + "/actions", "");
    referente.poster(f.action(), f.avec("libelle", "Voir un conseiller").avec("activite", "DEMARCHES").avec("heures", "2").champs());
    long action = base.sql("select max(id) from engagement.action where objectif_id = ?").param(objectif(contrat)).query(Long.class).single();
    return new Cas("engagement/champs-action.jte", "REFERENT", page, contrat + "/actions/" + action, "", "libelle", "Voir deux conseillers",
        "Voir trois conseillers", "heures", "3", false);
  }

  private Cas sortie() {
    long elle = dossiers.entrante("PERIMESORTIE" + System.nanoTime(), 3, LocalDate.of(2025, 8, 4)).id();
    String page = "/sorties/personnes/" + elle;
    Navigateur referente = connecter("REFERENT");
    referente.ouvrir(page);
    referente.poster(page + "/nouvelle", Map.of("raison", "EMPLOI", "le", "2025-09-01", "contrat", "CDI", "source", "PERSONNE"));
    long sortie = base.sql("select id from sorties.sortie where personne_id = ?").param(elle).query(Long.class).single();
    return new Cas("sorties/sortie.jte", "REFERENT", page, page + "/" + sortie + "/completer", "", "employeur", "Premier employeur",
        "Second employeur", "heures", "20", false);
  }

  private Cas lieu() {
    String nom = "Salle " + System.nanoTime();
    secretariat.ouvrir("/informations-collectives/lieux/nouveau");
    secretariat.poster("/informations-collectives/lieux",
        champs("nom", nom, "adresse", "1 rue du Pont", "codePostal", "07000", "commune", "07186", "territoire", "3", "capacite", "12", "telephone",
        "04 75 00 00 01", "actif", "true"));
    long id = base.sql("select id from rendezvous.lieu where nom = ?").param(nom).query(Long.class).single();
    return new Cas("rendezvous/lieu.jte", "SECRETARIAT", "/informations-collectives/lieux/" + id, "/informations-collectives/lieux", "", "capacite",
        "15", "20", "adresse", "2 place Neuve", true);
  }

  private Cas session() {
    Cas lieu = lieu();
    secretariat.poster("/informations-collectives",
        champs("lieu", "" + numero(lieu.page()), "jour", "2025-11-18", "debut", "09:30", "fin", "11:30", "capacite", "10",
        "rythme", "UNE_FOIS", "jours",
        "2025-11-18"));
    long id = base.sql("select id from rendezvous.session where lieu_id = ?").param(numero(lieu.page())).query(Long.class).single();
    String page = "/informations-collectives/" + id + "/modifier";
    return new Cas("rendezvous/session-formulaire.jte", "SECRETARIAT", page, page, "", "capacite", "8", "9", "langues", "anglais", true);
  }

  private Cas organisation() {
    long id = organisationDEssai();
    return new Cas("structures/organisation.jte", "ADMINISTRATION", "/structures/organisations/" + id, "/structures/organisations", "", "nom",
        "Relais un", "Relais deux", "commune", "07186", true);
  }

  private Cas site() {
    long id = organisationDEssai();
    admin.poster("/structures/sites", champs("organisation", "" + id, "nom", "Antenne", "actif", "true"));
    long site = base.sql("select id from structures.site where organisation_id = ?").param(id).query(Long.class).single();
    return new Cas("structures/organisation.jte", "ADMINISTRATION", "/structures/organisations/" + id, "/structures/sites",
        "name=\"id\" value=\"" + site + "\"", "nom", "Antenne un", "Antenne deux", "adresse",
        "4 rue Haute", true);
  }

  private Cas referent() {
    long id = organisationDEssai();
    admin.poster("/structures/referents", champs("organisation", "" + id, "nom", "Jeanne Essai", "etp", "0,5"));
    long referent = base.sql("select id from structures.referent where organisation_id = ?").param(id).query(Long.class).single();
    return new Cas("structures/referent.jte", "ADMINISTRATION", "/structures/referents/" + referent, "/structures/referents", "", "nom", "Jeanne Un",
        "Jeanne Deux", "communes", "07004", true);
  }

  private Cas compte() {
    Agent agent = comptoir.agent("REFERENT", List.of(3), List.of());
    String fiche = "/habilitations/" + agent.id();
    return new Cas("habilitations/agent.jte", "ADMINISTRATION", fiche, fiche, "", "nom", "Camille Un", "Camille Deux", "territoires", "4", true);
  }

  private Cas application() {
    String identifiant = "essai-" + System.nanoTime();
    admin.ouvrir("/acces-api/nouvelle");
    admin.poster("/acces-api", champs("identifiant", identifiant, "nom", "Essai", "contact", "essai@exemple.fr", "portees",
        fr.jalon.habilitations.Portee.values()[0].code(), "partout", "true"));
    String page = "/acces-api/" + base.sql("select id from habilitations.client where identifiant = ?").param(identifiant).query(Long.class).single();
    return new Cas("acces/application.jte", "ADMINISTRATION", page, page, "", "nom", "Application un", "Application deux", "contact",
        "deux@exemple.fr", true);
  }

  private Cas coordonnees() {
    String page = "/dossier/" + dossiers.entrante("DEUXSAISIES", 3, LocalDate.of(2025, 10, 3)).id() + "/coordonnees";
    return new Cas("allocataires/coordonnees.jte", "SECRETARIAT", page, page, "", "telephone", "06 39 98 00 01", "06 39 98 00 02", "courriel",
        "ana@exemple.fr", false);
  }

  private Cas identiteHorsRsa() {
    long elle = dossiers.inconnue("DEUXINSCRITE", 3, LocalDate.of(2025, 10, 3)).id();
    base.sql("""
        insert into allocataires.inscription (personne_id, commune, informee_le, inscrite_par, inscrite_le, territoire_id)
        select ?, min(code), date '2025-10-01', 'essai', now(), 3 from structures.commune where territoire_id = 3 and departement = '07'""")
        .param(elle).update();
    String page = "/hors-rsa/" + elle + "/identite";
    return new Cas("allocataires/hors-rsa-identite.jte", "SECRETARIAT", page, page, "", "lignes", "1 rue du Lac",
        "2 rue du Lac", "codePostal", "07000",
        false);
  }

  private Cas passerelle(String canal, Map<String, String> reglage, String champ, String un, String deux, String autre, String valeur) {
    admin.ouvrir("/modeles-de-courrier/envoi");
    Map<String, String> champs = new LinkedHashMap<>(reglage);
    champs.put("canal", canal);
    assertThat(admin.poster("/modeles-de-courrier/envoi", champs).statusCode()).isEqualTo(302);
    return new Cas("courriers/passerelles.jte", "ADMINISTRATION", "/modeles-de-courrier/envoi", "/modeles-de-courrier/envoi",
        "value=\"" + canal + "\"", champ, un, deux, autre, valeur, true);
  }

  private long organisationDEssai() {
    String nom = "Relais " + System.nanoTime();
    admin.ouvrir("/structures/organisations/nouvelle");
    admin.poster("/structures/organisations", champs("nom", nom, "nature", "EXTERNE"));
    return base.sql("select id from structures.organisation where nom = ?").param(nom).query(Long.class).single();
  }

  private static Map<String, String> champs(String... paires) {
    Map<String, String> champs = new LinkedHashMap<>();
    for (int i = 0; i < paires.length; i += 2) {
      champs.put(paires[i], paires[i + 1]);
    }
    return champs;
  }

  private static FormulaireLu lire(Navigateur n, Cas c) {
    return FormulaireLu.de(n.ouvrir(c.page()).body(), c.action(), c.marque());
  }

  private static long numero(String page) {
    return Long.parseLong(page.replaceAll("\\D+", ""));
  }

  private Navigateur connecter(String role) {
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent(role, List.of(3), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }
}
