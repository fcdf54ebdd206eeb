package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
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

/** The secretary adds one person from the page of a session of two places. Today is 20 October 2025. */
@EssaiArdeche
class AjouterAUneSessionTest {
  private static final int TERRITOIRE = 2;
  private static final LocalDate JEUDI = LocalDate.of(2025, 11, 6);
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long session;
  private Navigateur nav;

  @BeforeEach
  void une_session_de_deux_places() {
    essai++;
    int lieu = en(() -> lieux.executer(new LieuDeRendezVous(null, "Salle d'ajout " + essai, "1 rue du Lac", "07100", "07010", "", TERRITOIRE, true, 2,
        "04 00 00 00 00", true)));
    en(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(9, 0), LocalTime.of(11, 0), null, null, null, null), List.of(JEUDI)));
    session = base.sql("select id from rendezvous.session where lieu_id = ?").param(lieu).query(Long.class).single();
    Agent agent = comptoir.agent("SECRETARIAT", List.of(TERRITOIRE), List.of());
    nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
  }

  @Test
  void elle_la_trouve_par_son_nom_ou_son_numero_la_convoque_et_imprime_sa_lettre() {
    Personne ana = entrante("AJOUTEE");
    String numero = base.sql("select numero_demande from allocataires.foyer where id = ?").param(ana.foyerId()).query(String.class).single();
    assertThat(nav.ouvrir(page() + "?q=ajoutee" + essai).body()).contains("AJOUTEE" + essai + " Ana").contains("Convoquer");
    assertThat(nav.ouvrir(page() + "?q=" + numero).body()).as("par le numéro de demande").contains("AJOUTEE" + essai + " Ana");
    assertThat(nav.ouvrir(page() + "?q=introuvable").body()).contains("Personne ne correspond dans votre périmètre");

    assertThat(ajouter(ana, Map.of())).contains("La personne est convoquée et prévenue").contains("Imprimer les lettres (1)")
        .contains("1 prises sur 2");
    assertThat(base.sql("select limite from rendezvous.convocation where personne_id = ?").param(ana.id()).query(LocalDate.class).single())
        .as("sa limite est celle de son orientation, la plus proche").isEqualTo(LocalDate.of(2025, 11, 11));
    assertThat(nav.ouvrir(page() + "?q=ajoutee" + essai).body()).contains("Déjà de cette session");
    assertThat(nav.poster("/courriers/lots/acte", Map.of("modele", "CONVOCATION_INFORMATION_COLLECTIVE",
        "objets", base.sql("select id::text from rendezvous.convocation where personne_id = ?").param(ana.id()).query(String.class).single()))
            .headers().firstValue("Location").orElse(""))
        .matches("/courriers/lots/\\d+");
  }

  @Test
  void les_regles_sont_celles_de_toute_convocation() {
    ajouter(entrante("PREMIERE"), Map.of());
    ajouter(entrante("SECONDE"), Map.of());
    Personne tierce = entrante("TIERCE");
    assertThat(ajouter(tierce, Map.of("q", "tierce" + essai))).contains("est complète").contains("TIERCE" + essai + " Ana")
        .contains("Liste d'attente");
    assertThat(ajouter(tierce, Map.of("enAttente", "true"))).contains("en liste d'attente").contains("1 en liste d'attente");
    Personne close = dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), entrante("CLOSE"), "5", true).personne();
    assertThat(ajouter(close, Map.of("enAttente", "true"))).contains("L. 262-29 CASF");
    Personne ailleurs = dossiers.entrante("AILLEURS" + essai, 3, LocalDate.of(2025, 10, 3));
    assertThat(nav.ouvrir(page() + "?q=ailleurs" + essai).body()).doesNotContain("AILLEURS" + essai + " Ana");
    assertThat(ajouter(ailleurs, Map.of("enAttente", "true"))).contains("ne fait pas partie de ce que vous pouvez consulter");
  }

  @Test
  void sans_personne_choisie_la_session_reste_vide_et_la_page_dit_quoi_faire() {
    nav.ouvrir(page());
    PageRefusee.dit(nav.suivre(nav.poster(page() + "/ajouter", Map.of("q", "rosa"))), "PERSONNE_ABSENTE",
        "Cherchez une personne, puis choisissez-la.");
    assertThat(base.sql("select count(*) from rendezvous.convocation where session_id = ?").param(session).query(Integer.class).single()).isZero();
  }

  private String ajouter(Personne p, Map<String, String> champs) {
    nav.ouvrir(page());
    Map<String, String> tous = new java.util.HashMap<>(champs);
    tous.put("personne", "" + p.id());
    return nav.suivre(nav.poster(page() + "/ajouter", tous)).body().replace('\u00a0', ' ');
  }

  private Personne entrante(String nom) {
    Personne p = dossiers.entrante(nom + essai, TERRITOIRE, LocalDate.of(2025, 10, 3));
    base.sql("insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, lignes, code_postal, nom_commune, territoire_id) values (?, '2025-10-02', now(), 1, '12 RUE DU LAC', '07100', 'ANNONAY', ?)")
        .params(p.foyerId(), TERRITOIRE).update();
    base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
    return p;
  }

  private String page() {
    return "/informations-collectives/" + session;
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS"), acte);
  }
}
