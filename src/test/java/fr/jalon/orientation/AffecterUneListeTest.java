package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AffecterUneListe;
import fr.jalon.orientation.application.AffecterUneListe.Bilan;
import fr.jalon.orientation.application.AffecterUneListe.Plan;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.ProposerReferents;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Public;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the persons who wait to the référents who have room. Today is 20 October 2025. */
@EssaiArdeche
class AffecterUneListeTest {
  private static final LocalDate POSTE = LocalDate.of(2025, 10, 15);
  private static final int TERRITOIRE = 2;
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "ORIENTATIONS");
  private static final Depassement ACCEPTE = new Depassement("Mme Vidal", "Une place se libère lundi");
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  AffecterUneListe affecter;
  @Autowired
  ProposerReferents proposer;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private List<Integer> autres;
  private int organisation;
  private int complet;
  private int specialiste;

  /** An organisation with a référent who has two places, and a specialist of travellers. Others are put aside. */
  @BeforeEach
  void une_organisation_et_deux_referents() {
    essai++;
    autres = base.sql("update structures.organisation set active = false where active returning id").query(Integer.class).list();
    organisation = base.sql("insert into structures.organisation (code, nom, nature, commune) values (?, ?, 'EXTERNE', '07010') returning id")
        .params("ESSAI" + essai, "Essai " + essai).query(Integer.class).single();
    complet = base.sql("insert into structures.referent (organisation_id, nom, etp) values (?, 'Paule Petit', 0.02) returning id").param(organisation)
        .query(Integer.class).single();
    specialiste =
        base.sql("insert into structures.referent (organisation_id, nom, publics, reserve) values (?, 'Vera Voyage', '{GENS_DU_VOYAGE}', true) returning id")
        .param(organisation).query(Integer.class).single();
  }

  @AfterEach
  void rendre_les_autres() {
    base.sql("update structures.organisation set active = false where id = ?").param(organisation).update();
    base.sql("update structures.organisation set active = true where id = any (?)").param(autres.toArray(Integer[]::new)).update();
  }

  @Test
  void refuse_un_troisieme_suivi_a_qui_n_a_que_deux_places_sauf_si_quelqu_un_l_accepte() {
    orienter(vers(entrante("UNE"), complet));
    orienter(vers(entrante("DEUX"), complet));
    Personne trois = entrante("TROIS");
    assertThatThrownBy(() -> orienter(vers(trois, complet))).isInstanceOfSatisfying(RefusMetier.class, r -> {
      assertThat(r.code()).isEqualTo("REFERENT_COMPLET");
      assertThat(r.getMessage()).contains("Paule Petit suit déjà 2 personnes pour une capacité de 2");
    });
    orienter(vers(trois, complet).accepteePar(ACCEPTE));
    assertThat(base.sql("select depassement_accepte_par || ' : ' || depassement_raison from orientation.suivi where personne_id = ?")
        .param(trois.id())
        .query(String.class).single()).isEqualTo("Mme Vidal : Une place se libère lundi");
    assertThat(base.sql("select objet from journal.trace where personne_id = ? and acte = 'ORIENTATION'").param(trois.id())
        .query(String.class).single())
        .contains("dépassement de capacité accepté par Mme Vidal");
  }

  @Test
  void accepter_un_depassement_qui_n_a_pas_lieu_ne_laisse_pas_de_trace() {
    Personne p = entrante("PLACE");
    orienter(vers(p, complet).accepteePar(ACCEPTE));
    assertThat(base.sql("select depassement_accepte_par is null from orientation.suivi where personne_id = ?").param(p.id())
        .query(Boolean.class).single()).isTrue();
  }

  @Test
  void refuse_le_referent_des_gens_du_voyage_a_qui_n_en_est_pas_et_l_admet_quand_l_agent_le_dit() {
    Personne p = entrante("VOYAGE");
    assertThatThrownBy(() -> orienter(vers(p, specialiste)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("REFERENT_SPECIALITE"));
    orienter(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation, specialiste, POSTE, Public.GENS_DU_VOYAGE, null));
    assertThat(base.sql("select besoin from orientation.suivi where personne_id = ?").param(p.id()).query(String.class).single())
        .isEqualTo("GENS_DU_VOYAGE");
  }

  @Test
  void refuse_un_referent_dont_l_organisation_ne_prend_pas_le_parcours() {
    base.sql("update structures.organisation set parcours = '{PROFESSIONNEL}' where id = ?").param(organisation).update();
    assertThatThrownBy(() -> orienter(vers(entrante("PARCOURS"), complet))).isInstanceOfSatisfying(RefusMetier.class,
        r -> assertThat(r.code()).isEqualTo("REFERENT_SPECIALITE"));
  }

  @Test
  void une_liste_se_propose_se_confie_et_un_second_clic_ne_fait_rien() {
    List<Personne> trois = List.of(entrante("LISTEA"), entrante("LISTEB"), entrante("LISTEC"));
    Plan plan = EnTantQue.agir(SECRETAIRE, () ->
        affecter.proposer(trois.stream().map(Personne::id).toList(), new AffecterUneListe.ParcoursDeLaListe(Parcours.SOCIAL, true, Map.of()), null));
    assertThat(plan.lignes()).hasSize(3);
    assertThat(plan.lignes().stream().filter(l -> l.choisi() != null)).hasSize(2)
        .allSatisfy(l -> assertThat(l.choisi().referent().id()).isEqualTo(complet));
    assertThat(plan.lignes()).anySatisfy(l -> assertThat(l.pourquoi()).contains("n'a plus de place"));
    List<NouvelleOrientation> liste = plan.lignes().stream().filter(l -> l.choisi() != null)
        .map(l -> new NouvelleOrientation(l.personne().id(), Parcours.SOCIAL, organisation, complet, POSTE)).toList();
    Bilan premier = confier(liste);
    assertThat(premier).isEqualTo(new Bilan(2, 1, Map.of(), false, premier.suivis()));
    assertThat(premier.suivis()).hasSize(2);
    Bilan second = confier(liste);
    assertThat(second).isEqualTo(new Bilan(2, 1, Map.of(), true, second.suivis()));
    assertThat(second.suivis()).containsExactlyInAnyOrderElementsOf(premier.suivis());
    assertThat(suivis(complet)).isEqualTo(2);
  }

  @Test
  void une_ligne_impossible_et_rien_n_est_enregistre() {
    Personne bonne = entrante("BONNE");
    Personne close = dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), entrante("CLOSELISTE"), "5", false).personne();
    Bilan bilan = confier(List.of(vers(bonne, complet), vers(close, complet)));
    assertThat(bilan.enregistrees()).isZero();
    assertThat(bilan.refus()).containsOnlyKeys(close.id()).allSatisfy((_, phrase) -> assertThat(phrase).contains("clos").contains("L. 262-29 CASF"));
    assertThat(suivis(complet)).isZero();
  }

  @Test
  void deux_agents_ne_prennent_pas_la_meme_derniere_place() throws Exception {
    orienter(vers(entrante("PREMIERE"), complet));
    List<NouvelleOrientation> deux = List.of(vers(entrante("COURSEA"), complet), vers(entrante("COURSEB"), complet));
    try (ExecutorService agents = Executors.newFixedThreadPool(2)) {
      List<Callable<Boolean>> essais = deux.stream().<Callable<Boolean>>map(o -> () -> {
        try {
          orienter(o);
          return true;
        } catch (RefusMetier refus) {
          return false;
        }
      }).toList();
      int reussis = 0;
      for (Future<Boolean> f : agents.invokeAll(essais)) {
        reussis += f.get() ? 1 : 0;
      }
      assertThat(reussis).isEqualTo(1);
    }
    assertThat(suivis(complet)).isEqualTo(2);
  }

  @Test
  void qui_est_complet_se_lit_sans_etre_propose() {
    orienter(vers(entrante("PLEINA"), complet));
    orienter(vers(entrante("PLEINB"), complet));
    Personne p = entrante("CHERCHE");
    assertThat(EnTantQue.agir(SECRETAIRE, () -> proposer.pour(p.id(), Parcours.SOCIAL)))
        .singleElement().satisfies(r -> assertThat(r.complet()).isTrue())
        .satisfies(r -> assertThat(r.pourquoi()).isEqualTo("2 personnes pour 2 places : complet."));
  }

  @Test
  void une_responsable_choisit_une_liste_la_lit_et_l_enregistre() {
    Personne p = entrante("PAGELISTE");
    Agent agent = comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(TERRITOIRE), List.of());
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/orientations/affectation").body()).contains("PAGELISTE Ana").contains("Proposer les référents");
    assertThat(nav.poster("/orientations/affectation/proposition", Map.of("parcours", "SOCIAL")).statusCode()).isEqualTo(422);
    assertThat(nav.poster("/orientations/affectation/proposition", Map.of("parcours", "SOCIAL", "personnes", "" + p.id(), "notifieLe", "2025-10-17"))
        .body())
        .contains("Paule Petit").contains("Parce que").contains("Charge des référents");
    assertThat(nav.ouvrir("/orientations/referents?personne=" + p.id() + "&parcours=SOCIAL").body()).contains("Paule Petit").contains("Choisir");
    HttpResponse<String> fait = nav.suivre(nav.poster("/orientations/affectation", Map.of("parcours", "SOCIAL", "personnes", "" + p.id(),
        "choix", p.id() + ":" + organisation + "-" + complet, "notifieLe", "2025-10-17", "retour", "/nouveaux-entrants")));
    assertThat(fait.body().replace('\u00a0', ' ')).contains("1 personne confiée à 1 référent");
    assertThat(comptoir.actes(agent.identifiant())).contains("AFFECTATION", "ORIENTATION");
  }

  @Test
  void seules_les_personnes_deja_rencontrees_sont_cochees_et_chaque_ligne_dit_la_rencontre_et_le_diagnostic() {
    Personne jamais = entrante("JAMAISVUE");
    Personne venue = entrante("VENUEALIC");
    Personne recue = entrante("RECUESEULE");
    Personne diagnostiquee = entrante("DIAGNOSTIQUEE");
    int lieu =
        base.sql("insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone) values (?, 'x', '07100', '07010', ?, true, 9, '0') returning id")
        .params("Salle des rencontres " + essai, TERRITOIRE).query(Integer.class).single();
    base.sql("""
        with s as (insert into rendezvous.session (lieu_id, territoire_id, jour, debut, fin, capacite, cree_par, cree_le)
          values (?, ?, '2025-10-14', '09:00', '11:00', 9, 'essai', now()) returning id)
        insert into rendezvous.convocation (personne_id, session_id, etat, etat_depuis, saisi_par, saisi_le, territoire_id)
        select ?, id, 'PRESENTE', now(), 'essai', now(), ? from s""").params(lieu, TERRITOIRE, venue.id(), TERRITOIRE).update();
    base.sql("insert into rendezvous.entretien (personne_id, le, etat, etat_depuis, saisi_par, saisi_le, territoire_id) values (?, '2025-10-16', 'PRESENTE', now(), 'essai', now(), ?)")
        .params(recue.id(), TERRITOIRE).update();
    dossiers.reevaluer(diagnostiquee, "PROFESSIONNEL");

    Navigateur nav = responsable();
    String page = nav.ouvrir("/orientations/affectation").body();
    assertThat(cochee(page, jamais)).isFalse();
    assertThat(List.of(venue, recue, diagnostiquee)).allMatch(p -> cochee(page, p));
    assertThat(page).contains("Venue le 14/10/2025").contains("Reçue le 16/10/2025").contains("Diagnostic fait")
        .contains("Professionnel<span class=\"sous-ligne\">diagnostic du")
        .contains("Pas encore").contains("/orientations/nouvelle?");

    HttpResponse<String> sansParcours = nav.poster("/orientations/affectation/proposition",
        Map.of("personnes", "" + jamais.id(), "motifCommun", "Vu en équipe",
        "retour", "/nouveaux-entrants?territoire=" + TERRITOIRE));
    assertThat(sansParcours.statusCode()).isEqualTo(422);
    assertThat(cochee(sansParcours.body(), jamais)).as("ce que l'agent a coché reste coché").isTrue();
    assertThat(cochee(sansParcours.body(), venue)).isFalse();
    assertThat(sansParcours.body()).contains("Vu en équipe");
  }

  @Test
  void la_liste_confiee_imprime_ses_lettres_et_s_annule_en_une_fois() {
    Personne une = entrante("ANNULEEUNE");
    Personne deux = entrante("ANNULEEDEUX");
    List.of(une, deux).forEach(this::habite);
    Navigateur nav = responsable();
    nav.ouvrir("/orientations/affectation");
    HttpResponse<String> fait = nav.suivre(nav.poster("/orientations/affectation",
        List.of(Map.entry("_csrf", nav.jeton()), Map.entry("parcours", "SOCIAL"), Map.entry("personnes", "" + une.id()),
        Map.entry("personnes", "" + deux.id()), Map.entry("choix", une.id() + ":" + organisation + "-" + complet),
        Map.entry("choix", deux.id() + ":" + organisation + "-" + complet),
        Map.entry("notifieLe", "2025-10-20"), Map.entry("retour", "/nouveaux-entrants"))));
    assertThat(fait.body()).contains("confiées à").contains("Annuler cette liste").contains("Imprimer les lettres (2)");
    List<String> suivis = base.sql("select id::text from orientation.suivi where personne_id in (?, ?) and etat <> 'CLOS' order by id")
        .params(une.id(), deux.id()).query(String.class).list();
    HttpResponse<String> lot = nav.poster("/courriers/lots/acte",
        Map.of("modele", "NOTIFICATION_ORIENTATION", "objets", String.join(",", suivis), "rectoVerso", "oui"));
    assertThat(lot.headers().firstValue("Location").orElse("")).matches("/courriers/lots/\\d+");
    assertThat(base.sql("select distinct lot_id from courriers.message where personne_id in (?, ?) and canal = 'LETTRE'").params(une.id(), deux.id())
        .query(Long.class).list())
        .as("les lettres de cette liste, et elles seules")
        .containsExactly(Long.valueOf(lot.headers().firstValue("Location").orElseThrow().replaceAll("\\D", "")));

    HttpResponse<String> annulee = nav.suivre(nav.poster("/orientations/affectation/annuler",
        Map.of("suivis", String.join(",", suivis), "raison", "Erreur de liste", "retour", "/nouveaux-entrants")));
    assertThat(annulee.body().replace('\u00a0', ' ')).contains("2 personnes attendent de nouveau").contains("ANNULEEUNE").contains("ANNULEEDEUX");
    assertThat(base.sql("select count(*) from orientation.entree e join echeances.echeance x on x.objet_id = e.id and x.nature = 'ORIENTATION' where e.personne_id in (?, ?) and e.etat = 'EN_ATTENTE' and x.etat = 'OUVERTE'")
        .params(une.id(), deux.id()).query(Integer.class).single()).isEqualTo(2);
    assertThat(base.sql("select count(*) from orientation.passage where personne_id in (?, ?) and motif like '%Erreur de liste%'")
        .params(une.id(), deux.id()).query(Integer.class).single())
        .as("deux passages de suivi, deux d'entrée").isEqualTo(4);
    assertThat(nav.suivre(nav.poster("/orientations/affectation/annuler",
        Map.of("suivis", String.join(",", suivis), "raison", "Encore", "retour", "/nouveaux-entrants"))).body())
        .contains("plus rien à annuler");
  }

  private Navigateur responsable() {
    Agent agent = comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(TERRITOIRE), List.of());
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }

  private void habite(Personne p) {
    base.sql("insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, lignes, code_postal, nom_commune, territoire_id) values (?, '2025-10-02', now(), 1, '12 RUE DU LAC', '07100', 'ANNONAY', ?)")
        .params(p.foyerId(), TERRITOIRE).update();
    base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
  }

  private static boolean cochee(String page, Personne p) {
    return java.util.regex.Pattern.compile("name=\"personnes\" value=\"" + p.id() + "\" checked").matcher(page).find();
  }

  @Test
  void chacun_a_le_parcours_que_son_diagnostic_recommande_et_un_autre_demande_une_raison() {
    Personne sociale = entrante("DIAGSOCIAL");
    Personne sans = entrante("SANSDIAG");
    long diagnostic = base.sql("""
        insert into diagnostic.diagnostic (personne_id, reponses, referentiel, saisi_par, saisi_le) values (?, '{}', '2025-01-01', 'essai', now()) returning id""")
        .param(sociale.id()).query(Long.class).single();
    base.sql("insert into diagnostic.recommandation (diagnostic_id, personne_id, parcours, reexamen_long, faite_le, territoire_id) values (?, ?, 'SOCIAL', false, now(), ?)")
        .params(diagnostic, sociale.id(), TERRITOIRE).update();
    List<Long> deux = List.of(sociale.id(), sans.id());
    Plan plan = EnTantQue.agir(SECRETAIRE, () ->
        affecter.proposer(deux, new AffecterUneListe.ParcoursDeLaListe(Parcours.PROFESSIONNEL, true, Map.of()), null));
    assertThat(plan.lignes()).extracting(l -> l.personne().parcours()).containsExactly(Parcours.SOCIAL, Parcours.PROFESSIONNEL);
    Plan autrement = EnTantQue.agir(SECRETAIRE,
        () -> affecter.proposer(deux, new AffecterUneListe.ParcoursDeLaListe(Parcours.PROFESSIONNEL, true,
        Map.of(sociale.id(), Parcours.SOCIOPROFESSIONNEL)), null));
    assertThat(autrement.lignes()).extracting(AffecterUneListe.Proposee::ecart).containsExactly(true, false);

    Agent agent = comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(TERRITOIRE), List.of());
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    nav.ouvrir("/orientations/affectation");
    Map<String, String> saisie = new java.util.HashMap<>(Map.of("parcours", "PROFESSIONNEL", "diagnostics", "true", "personnes", "" + sociale.id(),
        "parcoursDe", sociale.id() + ":PROFESSIONNEL", "choix", sociale.id() + ":" + organisation + "-" + complet, "notifieLe", "2025-10-17"));
    HttpResponse<String> refuse = nav.poster("/orientations/affectation", saisie);
    assertThat(refuse.statusCode()).isEqualTo(422);
    assertThat(refuse.body()).contains("Pourquoi un autre").contains("name=\"motif-" + sociale.id() + "\"");
    saisie.put("motif-" + sociale.id(), "Une promesse d'embauche");
    assertThat(nav.suivre(nav.poster("/orientations/affectation", saisie)).body()).contains("confiée");
    assertThat(base.sql("select motif_ecart from orientation.suivi where personne_id = ?").param(sociale.id()).query(String.class).single())
        .isEqualTo("Une promesse d'embauche");
  }

  private Personne entrante(String nom) {
    return dossiers.fichier(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 3),
        dossiers.inconnue(nom, TERRITOIRE, LocalDate.of(2025, 9, 10)), "2", true).personne();
  }

  private NouvelleOrientation vers(Personne p, int referent) {
    return new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation, referent, POSTE);
  }

  private long orienter(NouvelleOrientation o) {
    return EnTantQue.agir(SECRETAIRE, () -> enregistrer.executer(o));
  }

  private Bilan confier(List<NouvelleOrientation> liste) {
    return EnTantQue.agir(SECRETAIRE, () -> affecter.enregistrer(liste));
  }

  private int suivis(int referent) {
    return base.sql("select count(*) from orientation.suivi where referent_id = ?").param(referent).query(Integer.class).single();
  }
}
