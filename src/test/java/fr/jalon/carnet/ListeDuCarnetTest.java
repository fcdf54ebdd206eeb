package fr.jalon.carnet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.carnet.application.EcrireDansLeCarnet;
import fr.jalon.carnet.application.TenirLesOppositions;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.carnet.lecture.CeQuiMEstDemande;
import fr.jalon.carnet.lecture.FiltresDuCarnet;
import fr.jalon.carnet.lecture.FiltresDuCarnet.Onglet;
import fr.jalon.carnet.lecture.FiltresDuCarnet.Tri;
import fr.jalon.carnet.lecture.LigneDuCarnet;
import fr.jalon.carnet.lecture.ListeDuCarnet;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Ordres;
import fr.jalon.habilitations.Roles;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Noura finds in one page what awaits her in the notebooks; Paul, her colleague of Centre, writes to her. Today is 20 October 2025. */
@EssaiArdeche
class ListeDuCarnetTest {
  private static final int CENTRE = 1;
  private static final LocalDate LE = LocalDate.of(2025, 10, 20);
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Roles roles;
  @Autowired
  ThemesDuCarnet themes;
  @Autowired
  EcrireDansLeCarnet ecrire;
  @Autowired
  TenirLesOppositions oppositions;
  @Autowired
  ListeDuCarnet liste;
  @Autowired
  CeQuiMEstDemande demandes;
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Agent noura;
  private Agent paul;
  private Personne ana;
  private Personne lea;

  @BeforeEach
  void noura_paul_ana_et_lea() {
    essai++;
    noura = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    paul = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    ana = dossiers.entrante("LISTEANA" + essai, CENTRE, LocalDate.of(2025, 8, 4));
    lea = dossiers.entrante("LISTELEA" + essai, CENTRE, LocalDate.of(2025, 8, 4));
  }

  @Test
  void ce_qui_est_a_lire_a_faire_en_retard_demande_et_fait_a_chacun_son_onglet_et_son_nombre() {
    long tache = demander(paul, ana, "LOGEMENT", noura, LE.plusDays(3));
    long retard = demander(paul, lea, "EMPLOI", noura, LE.plusDays(1));
    base.sql("update carnet.demande set limite = date '2025-10-10' where entree_id = ?").param(retard).update();
    demander(paul, ana, "EMPLOI", noura, null);
    demander(noura, lea, "FORMATION", paul, LE.plusDays(9));
    long faite = demander(noura, ana, "MOBILITE", noura, LE.plusDays(2));
    base.sql("update carnet.demande set faite_le = now(), faite_par = pour where entree_id = ?").param(faite).update();
    assertThat(comptes(noura)).containsEntry(Onglet.ATTEND, 3L).containsEntry(Onglet.RETARD, 1L).containsEntry(Onglet.DEMANDES, 1L)
        .containsEntry(Onglet.FAITS, 1L);
    assertThat(lignes(noura, new FiltresDuCarnet(null, null, null, null, null, null, 1))).extracting(LigneDuCarnet::entree)
        .as("par jour, puis ce qui est à lire").startsWith(retard, tache);
    assertThat(lignes(noura, new FiltresDuCarnet(Onglet.RETARD, null, null, null, null, null, 1))).extracting(LigneDuCarnet::entree)
        .containsExactly(retard);
    assertThat(lignes(noura, new FiltresDuCarnet(null, FiltresDuCarnet.Genre.A_LIRE, null, null, null, null, 1))).singleElement()
        .satisfies(l -> assertThat(l.theme()).isEqualTo("Emploi"));
    assertThat(lignes(noura, new FiltresDuCarnet(null, null, "LOGEMENT", null, CENTRE, null, 1))).extracting(LigneDuCarnet::entree)
        .containsExactly(tache);
    assertThat(lignes(noura, new FiltresDuCarnet(null, null, null, "LISTELEA" + essai, null, Tri.NOM, 1))).extracting(LigneDuCarnet::entree)
        .containsExactly(retard);
    String page = connecter(noura).ouvrir("/carnet?onglet=retard").body();
    assertThat(page).contains("LISTELEA" + essai).contains("en retard").doesNotContain("LISTEANA" + essai).contains("Demandé par moi");
    assertThat(connecter(paul).ouvrir("/carnet?onglet=demandes").body()).contains("LISTELEA" + essai).contains("À qui");
  }

  @Test
  void noura_coche_deux_lignes_dit_fait_annule_puis_rouvre_avec_une_raison() {
    demander(paul, ana, "LOGEMENT", noura, LE.plusDays(3));
    demander(paul, lea, "EMPLOI", noura, null);
    Navigateur nav = connecter(noura);
    PageRefusee.dit(nav.poster("/carnet/faites", FormulaireLu.de(nav.ouvrir("/carnet").body(), "/carnet/faites", "").champs()), "DEMANDE_A_COCHER",
        "demandes", "Cochez au moins une ligne.");
    List<Map.Entry<String, String>> coches = coches(nav, "/carnet", "/carnet/faites");
    HttpResponse<String> faites = nav.suivre(nav.poster("/carnet/faites", coches));
    assertThat(faites.body()).contains("lignes notées lues ou faites").contains("Rien ne vous est demandé");
    assertThat(nav.suivre(nav.poster("/carnet/faites", coches)).body()).as("deux fois, c'est une fois").contains("C'était déjà noté");
    assertThat(comptes(noura)).containsEntry(Onglet.ATTEND, 0L).containsEntry(Onglet.FAITS, 2L);
    FormulaireLu annuler = FormulaireLu.de(faites.body(), "/carnet/rouvertes", "Erreur de saisie");
    assertThat(nav.suivre(nav.poster(annuler.action(), annuler.champs())).body()).contains("attendent de nouveau");
    assertThat(comptes(noura)).containsEntry(Onglet.ATTEND, 2L);
    nav.suivre(nav.poster("/carnet/faites", coches));
    List<Map.Entry<String, String>> rouvrir = coches(nav, "/carnet?onglet=faits", "/carnet/rouvertes");
    PageRefusee.dit(nav.poster("/carnet/rouvertes", rouvrir), "ROUVERTE_SANS_RAISON", "raison", "Dites pourquoi");
    rouvrir.removeIf(c -> c.getKey().equals("raison"));
    rouvrir.add(Map.entry("raison", "Erreur de ligne"));
    assertThat(nav.suivre(nav.poster("/carnet/rouvertes", rouvrir)).body()).contains("attendent de nouveau");
    assertThat(comptes(noura)).containsEntry(Onglet.ATTEND, 2L).containsEntry(Onglet.FAITS, 0L);
    assertThat(base.sql("select count(*) from journal.trace where acte = 'CARNET_DEMANDE_ROUVERTE' and objet = 'Erreur de ligne' and agent = ?")
        .param(noura.identifiant()).query(Long.class).single()).isEqualTo(2);
    Navigateur deNadia = connecter(comptoir.agent("REFERENT", List.of(CENTRE), List.of()));
    assertThat(deNadia.ouvrir("/carnet").body()).doesNotContain("LISTEANA" + essai).contains("Rien ne vous est demandé");
    coches.removeIf(c -> c.getKey().equals("_csrf"));
    coches.add(Map.entry("_csrf", deNadia.ouvrir("/carnet").body().split("name=\"csrf\" content=\"")[1].split("\"")[0]));
    PageRefusee.dit(deNadia.poster("/carnet/faites", coches), "DEMANDE_D_AUTRUI", "Ce n'est pas à vous que c'est demandé");
  }

  @Test
  void ce_qui_s_ecrit_sur_les_personnes_que_noura_suit_est_nouveau_jusqu_a_ce_qu_elle_ouvre_leur_carnet() {
    suivre(noura, ana);
    ecrire(paul, ana, "EMPLOI", "Nouveau sur Ana");
    ecrire(noura, ana, "EMPLOI", "De moi");
    ecrire(paul, lea, "EMPLOI", "Sur Léa, que Noura ne suit pas");
    assertThat(lignes(noura, new FiltresDuCarnet(Onglet.NOUVEAUX, null, null, null, null, null, 1))).singleElement().satisfies(l -> {
      assertThat(l.personneId()).isEqualTo(ana.id());
      assertThat(l.genre()).isEqualTo("ECRIT");
    });
    Navigateur nav = connecter(noura);
    String page = nav.ouvrir("/carnet?onglet=nouveaux").body();
    assertThat(page).contains("LISTEANA" + essai).contains("Nouvel écrit").doesNotContain("Nouveau sur Ana").doesNotContain("LISTELEA" + essai);
    nav.ouvrir("/carnet/" + ana.id() + "?theme=LOGEMENT");
    assertThat(comptes(noura)).as("un thème n'est pas le carnet").containsEntry(Onglet.NOUVEAUX, 1L);
    nav.ouvrir("/carnet/" + ana.id());
    assertThat(comptes(noura)).containsEntry(Onglet.NOUVEAUX, 0L);
    assertThat(nav.ouvrir("/carnet?onglet=nouveaux").body()).contains("Rien de nouveau");
    assertThat(comptes(paul)).as("il ne suit personne").containsEntry(Onglet.NOUVEAUX, 0L);
  }

  @Test
  void une_reponse_a_un_vieil_ecrit_reste_nouvelle_tant_que_noura_n_a_pas_ouvert_la_page_qui_la_montre() {
    suivre(noura, ana);
    long vieux = ecrire(noura, ana, "EMPLOI", "Le premier de tous");
    base.sql("update carnet.entree set le = date '2025-08-05' where id = ?").param(vieux).update();
    for (int i = 0; i < 20; i++) {
      ecrire(noura, ana, "EMPLOI", "Le suivant " + i);
    }
    en(paul, () -> ecrire.repondre(vieux, "Une réponse au premier", UUID.randomUUID()));
    long recent = ecrire(paul, ana, "EMPLOI", "Le tout dernier");
    Navigateur nav = connecter(noura);
    assertThat(nav.ouvrir("/carnet/" + ana.id()).body()).contains("Le tout dernier").doesNotContain("Une réponse au premier");
    assertThat(lignes(noura, new FiltresDuCarnet(Onglet.NOUVEAUX, null, null, null, null, null, 1))).singleElement()
        .satisfies(l -> assertThat(l.entree()).as("pas montrée, encore nouvelle ; l'autre ne l'est plus").isEqualTo(vieux));
    String adresse = "/carnet/" + ana.id() + "?ecrit=" + vieux;
    assertThat(nav.ouvrir("/carnet?onglet=nouveaux").body()).contains("href=\"" + adresse + "\"");
    assertThat(nav.ouvrir(adresse).body()).contains("Une réponse au premier");
    assertThat(comptes(noura)).containsEntry(Onglet.NOUVEAUX, 0L);
    ecrire(paul, ana, "EMPLOI", "Encore un");
    assertThat(comptes(noura)).as("écrit au même instant que sa lecture, il n'est pas perdu").containsEntry(Onglet.NOUVEAUX, 1L);
    assertThat(recent).isPositive();
  }

  @Test
  void nul_ne_dit_lu_ce_qu_un_collegue_n_a_pas_ouvert() {
    ecrire(noura, ana, "EMPLOI", "Pour qui la suit");
    connecter(paul).ouvrir("/carnet/" + ana.id());
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> en(paul, () -> agents.sql(
        "insert into carnet.lecture (personne_id, agent, lue_le) values (?, ?, now())").params(ana.id(), noura.identifiant()).update()))
        .hasStackTraceContaining("sienne_ajoutee");
    assertThat(en(noura, () -> agents.sql("update carnet.lecture set lue_le = now() where personne_id = ? and agent = ?")
        .params(ana.id(), paul.identifiant()).update())).isZero();
    assertThat(en(paul, () -> agents.sql("update carnet.lecture set lue_le = now() where personne_id = ? and agent = ?")
        .params(ana.id(), paul.identifiant()).update())).isOne();
  }

  @Test
  void une_tache_sur_une_fiche_reunie_a_une_autre_ne_compte_ni_au_menu_ni_dans_la_liste() {
    long e = demander(paul, ana, "LOGEMENT", noura, LE.plusDays(3));
    base.sql("update carnet.demande set limite = date '2025-10-10' where entree_id = ?").param(e).update();
    assertThat(en(noura, () -> demandes.enRetard(LE))).isOne();
    base.sql("update allocataires.personne set fusionnee_dans = ? where id = ?").params(lea.id(), ana.id()).update();
    assertThat(en(noura, () -> demandes.enRetard(LE))).isZero();
    assertThat(en(noura, () -> demandes.liste(null))).isEmpty();
    assertThat(comptes(noura)).containsEntry(Onglet.RETARD, 0L);
  }

  @Test
  void rien_que_noura_ne_doit_lire_ne_sort_ni_dans_la_page_ni_dans_le_tableur_ni_dans_un_nombre() {
    Agent partenaire = comptoir.agent("PARTENAIRE", List.of(), List.of(organisation()));
    base.sql("update allocataires.personne set organisation_ids = array[?::int] where id = ?").params(organisation(), ana.id()).update();
    base.sql("select allocataires.diffuser_perimetre(array[?::bigint], '{}')").param(ana.id()).query((_, _) -> 0).list();
    demander(paul, ana, "EMPLOI", partenaire, LE.plusDays(3));
    ecrire(paul, ana, "SANTE", "Sa santé");
    assertThat(comptes(partenaire)).containsEntry(Onglet.ATTEND, 1L).containsEntry(Onglet.NOUVEAUX, 1L);
    en(noura, () -> {
      oppositions.opposer(ana.id(), "PARTENAIRE", LE);
      return null;
    });
    assertThat(comptes(partenaire)).as("elle s'y oppose : plus rien, pas même un nombre").containsEntry(Onglet.ATTEND, 0L)
        .containsEntry(Onglet.NOUVEAUX, 0L);
    assertThat(connecter(partenaire).ouvrir("/carnet").body()).doesNotContain("LISTEANA" + essai);
  }

  @Test
  void noura_emporte_exactement_ce_qu_elle_filtre() {
    demander(paul, ana, "LOGEMENT", noura, LE.plusDays(3));
    demander(paul, lea, "EMPLOI", noura, null);
    Navigateur nav = connecter(noura);
    assertThat(nav.ouvrir("/carnet?theme=EMPLOI").body()).contains("/carnet/export?theme=EMPLOI");
    HttpResponse<String> tableur = nav.lire("/carnet/export?theme=EMPLOI");
    assertThat(tableur.statusCode()).isEqualTo(200);
    assertThat(tableur.headers().firstValue("Content-Disposition").orElseThrow()).contains("carnets-2025-10-20.xlsx");
    assertThat(base.sql("""
        select distinct q from journal.trace t, unnest(array_append(t.personnes, t.personne_id)) q where acte = 'EXPORT' and agent = ?
        and q is not null""").param(noura.identifiant()).query(Long.class).list()).as("Léa, et elle seule").containsExactly(lea.id());
    assertThat(nav.ouvrir("/carnet?nom=personnedecenom").body()).contains("Voir toute la liste");
  }

  @Test
  void cinquante_lignes_demandent_a_la_base_autant_qu_une_et_la_suite_est_sur_une_autre_page() {
    demander(paul, ana, "EMPLOI", noura, null);
    themes.tous();
    int une = Ordres.donnes(() -> en(noura, () -> liste.page(new FiltresDuCarnet(null, null, null, null, null, null, 1))));
    for (int i = 0; i < 55; i++) {
      demander(paul, i % 2 == 0 ? ana : lea, "EMPLOI", noura, i % 3 == 0 ? LE.plusDays(i) : null);
    }
    int cinquante = Ordres.donnes(() -> assertThat(en(noura, () -> liste.page(new FiltresDuCarnet(null, null, null, null, null, null, 1))).lignes())
        .hasSize(50));
    assertThat(cinquante).isEqualTo(une);
    assertThat(une).isLessThan(6);
    assertThat(connecter(noura).ouvrir("/carnet?page=2").body()).contains("51").contains("56");
    assertThat(connecter(noura).ouvrir("/carnet?page=9").body()).contains("Cette page n'existe plus");
  }

  /** The form of the page with every box of its list ticked. */
  private List<Map.Entry<String, String>> coches(Navigateur nav, String adresse, String action) {
    String page = nav.ouvrir(adresse).body();
    List<Map.Entry<String, String>> champs = new java.util.ArrayList<>(FormulaireLu.de(page, action, "name=\"retour\"").champs());
    java.util.regex.Pattern.compile("name=\"demandes\" value=\"(\\d+)\"").matcher(page).results()
        .forEach(m -> champs.add(Map.entry("demandes", m.group(1))));
    return champs;
  }

  private int organisation() {
    return base.sql("select min(id) from structures.organisation where nature = 'EXTERNE'").query(Integer.class).single();
  }

  private void suivre(Agent agent, Personne p) {
    int cms = base.sql("select min(id) from structures.organisation where nature = 'DEPARTEMENT'").query(Integer.class).single();
    int fiche = base.sql("insert into structures.referent (organisation_id, nom, etp, actif) values (?, ?, 1, true) returning id")
        .params(cms, "Référente de la liste " + essai).query(Integer.class).single();
    base.sql("insert into structures.compte_de_referent (agent_id, referent_id, lie_par, lie_le) values (?, ?, 'essai', now())")
        .params(agent.id(), fiche).update();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, referent_id, notifie_le, etat_depuis, saisi_par, saisi_le,
          territoire_id)
        select id, 'SOCIAL', ?, ?, date '2025-08-04', date '2025-08-04', 'essai', timestamptz '2025-08-04 09:00', territoire_id
        from allocataires.personne where id = ?""").params(cms, fiche, p.id()).update();
  }

  private long ecrire(Agent qui, Personne p, String theme, String texte) {
    return en(qui, () -> ecrire.executer(new NouvelEcrit(p.id(), themes.theme(theme).orElseThrow(), LE, texte, null, null, UUID.randomUUID()),
        false));
  }

  private long demander(Agent qui, Personne p, String theme, Agent pour, LocalDate limite) {
    return en(qui, () -> ecrire.executer(new NouvelEcrit(p.id(), themes.theme(theme).orElseThrow(), LE, "Un texte", pour.identifiant(), limite,
        UUID.randomUUID()), false));
  }

  private Map<Onglet, Long> comptes(Agent agent) {
    return en(agent, () -> liste.page(new FiltresDuCarnet(null, null, null, null, null, null, 1))).comptes();
  }

  private List<LigneDuCarnet> lignes(Agent agent, FiltresDuCarnet f) {
    return en(agent, () -> liste.page(f)).lignes();
  }

  private <T> T en(Agent compte, java.util.function.Supplier<T> acte) {
    return EnTantQue.agir(roles.perimetre(compte), () -> transaction.execute(_ -> acte.get()));
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
