package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The person answers with the code of her message, without an account. Today is 20 October 2025. */
@EssaiArdeche
@TestPropertySource(properties = "jalon.lien-public.codes-faux-par-adresse=4")
class LienPublicTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(2, "DOSSIERS", "ENTREES", "RENDEZ_VOUS");
  private static final String CODE = "ABCD2345E";
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  TenirLesLieux tenir;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  Convoquer convoquer;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Horloge horloge;
  @Autowired
  JdbcClient agents;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long ana;
  private long session;

  /** Ana is convoked to a session of one place; Bea waits for it. */
  @BeforeEach
  void ana_est_convoquee() {
    essai++;
    // wrong codes of another test are forgotten two hours later
    horloge.regler(AUJOURDHUI.atTime(7, 0).plusHours(2L * essai));
    base.sql("update rendezvous.convocation set code_empreinte = null where code_empreinte = sha256(convert_to(?, 'UTF8'))").param(CODE).update();
    int lieu = EnTantQue.agir(SECRETAIRE, () ->
        tenir.executer(new LieuDeRendezVous(null, "Salle du lien " + essai, "1 rue du Lac", "07100", "07010", "", 2, true, 1,
        "04 00 00 00 07", true)));
    session = EnTantQue.agir(SECRETAIRE, () ->
        ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(9, 30), LocalTime.of(11, 30), null, null, null, null), List.of(MARDI))).ouvertes()
            .getFirst();
    ana = dossiers.inconnue("LIENANA" + essai, 2, LocalDate.of(2025, 9, 10)).id();
    long bea = dossiers.inconnue("LIENBEA" + essai, 2, LocalDate.of(2025, 9, 10)).id();
    EnTantQue.agir(SECRETAIRE, () -> convoquer.executer(List.of(new AConvoquer(ana, session, false, null),
        new AConvoquer(bea, session, true, null))));
    base.sql("update rendezvous.convocation set code_empreinte = sha256(convert_to(?, 'UTF8')) where personne_id = ?").params(CODE, ana).update();
  }

  @Test
  void la_page_dit_le_prenom_le_lieu_et_l_heure_et_rien_d_autre() {
    HttpResponse<String> page = new Navigateur(port).ouvrir("/r/abcd-2345e");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body().replace('\u00a0', ' ')).contains("Bonjour Ana").contains("mardi 4 novembre 2025").contains("9 h 30")
        .contains("Salle du lien").contains("04 00 00 00 07")
        .doesNotContain("LIENANA").doesNotContain("1990").doesNotContain("<script");
    assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
  }

  @Test
  void dire_non_demande_la_raison_puis_donne_la_place_a_qui_attend() {
    Navigateur nav = new Navigateur(port);
    nav.ouvrir("/r/" + CODE + "?non=1");
    assertThat(nav.poster("/r/" + CODE, Map.of("vient", "non")).statusCode()).isEqualTo(422);
    assertThat(nav.suivre(nav.poster("/r/" + CODE, Map.of("vient", "non", "raison", "EMPLOI"))).body()).contains("je ne peux pas venir");
    assertThat(etats()).containsExactly("DECLINEE", "CONVOQUEE");
    assertThat(base.sql("select par || ':' || motif from rendezvous.passage where personne_id = ? order by id desc limit 1").param(ana)
        .query(String.class).single())
        .isEqualTo("la personne:EMPLOI");
    assertThat(nav.poster("/r/" + CODE, Map.of("vient", "oui")).statusCode()).as("la place est donnée").isEqualTo(302);
    assertThat(etats()).containsExactly("DECLINEE", "CONVOQUEE");
  }

  @Test
  void dire_non_propose_aussitot_les_autres_sessions_et_le_meme_code_sert_pour_la_nouvelle() {
    int lieu = base.sql("select lieu_id from rendezvous.session where id = ?").param(session).query(Integer.class).single();
    long autre = EnTantQue.agir(SECRETAIRE, () ->
        ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(14, 0), LocalTime.of(16, 0), null, null, null, null), List.of(MARDI.plusDays(2))))
        .ouvertes().getFirst();
    Navigateur nav = new Navigateur(port);
    assertThat(nav.suivre(nav.poster("/r/" + CODE, Map.of("vient", "non", "raison", "EMPLOI"))).body()).contains("Choisissez un autre jour")
        .contains("jeudi 6 novembre 2025");
    HttpResponse<String> sansJour = nav.poster("/r/" + CODE + "/autre", Map.of());
    assertThat(sansJour.statusCode()).isEqualTo(422);
    assertThat(sansJour.body()).contains("<p class=\"non\" role=\"alert\">Choisissez un jour.</p>");
    PageRefusee.connue("SESSION_ABSENTE", "Choisissez un jour.");
    HttpResponse<String> complete = nav.poster("/r/" + CODE + "/autre", Map.of("session", "" + session));
    assertThat(complete.body()).as("la sienne est donnée").contains("<p class=\"non\" role=\"alert\">Il n'y a plus de place à cette réunion");
    PageRefusee.connue("SESSION_COMPLETE", "Il n'y a plus de place à cette réunion");
    assertThat(etats()).first().isEqualTo("DECLINEE");
    assertThat(nav.suivre(nav.poster("/r/" + CODE + "/autre", Map.of("session", "" + autre))).body()).contains("Vous avez dit : je viens")
        .contains("jeudi 6 novembre 2025");
    nav.poster("/r/" + CODE + "/autre", Map.of("session", "" + autre));
    assertThat(base.sql("select string_agg(etat, ',' order by id) from rendezvous.convocation where personne_id = ?").param(ana).query(String.class)
        .single()).isEqualTo("DECLINEE,CONFIRMEE");
    assertThat(base.sql("select count(*) from courriers.message where modele = 'CONVOCATION_INFORMATION_COLLECTIVE' and etat in ('A_ENVOYER', 'SANS_ADRESSE') and personne_id = ?").param(ana)
        .query(Integer.class).single()).isOne();
    base.sql("update rendezvous.session set etat = 'ANNULEE' where id = ?").param(autre).update();
  }

  @Test
  void dire_oui_deux_fois_ne_s_ecrit_qu_une_fois() {
    Navigateur nav = new Navigateur(port);
    nav.ouvrir("/r/" + CODE);
    nav.poster("/r/" + CODE, Map.of("vient", "oui"));
    assertThat(nav.suivre(nav.poster("/r/" + CODE, Map.of("vient", "oui"))).body()).contains("Vous avez dit : je viens");
    assertThat(base.sql("select count(*) from rendezvous.passage where personne_id = ? and vers = 'CONFIRMEE'").param(ana).query(Integer.class)
        .single()).isEqualTo(1);
  }

  @Test
  void apres_la_session_le_code_dit_qui_appeler_et_n_ecrit_plus_rien() {
    horloge.regler(MARDI.plusDays(1).atTime(9, 0));
    Navigateur nav = new Navigateur(port);
    assertThat(nav.ouvrir("/r/" + CODE).body()).contains("Ce rendez-vous est passé").contains("04 00 00 00 07").doesNotContain("Oui, je viens");
    nav.ouvrir("/r");
    nav.poster("/r/" + CODE, Map.of("vient", "oui"));
    assertThat(etats()).first().isEqualTo("CONVOQUEE");
  }

  @Test
  void passe_l_heure_une_session_manquee_ne_se_decline_plus_le_jour_meme() {
    horloge.regler(MARDI.atTime(9, 29));
    Navigateur nav = new Navigateur(port);
    nav.poster("/r/" + CODE, Map.of("vient", "oui"));
    assertThat(etats()).first().isEqualTo("CONFIRMEE");
    horloge.regler(MARDI.atTime(9, 30));
    nav.poster("/r/" + CODE, Map.of("vient", "non", "raison", "PAS_RECU"));
    assertThat(etats()).first().as("l'agent note la présence").isEqualTo("CONFIRMEE");
    assertThat(nav.ouvrir("/r/" + CODE).body()).contains("Ce rendez-vous est passé").contains("04 00 00 00 07")
        .doesNotContain("je ne peux pas venir</button>");
  }

  @Test
  void le_departement_peut_fermer_le_lien_un_jour_avant() {
    fermerLeLien("24");
    try {
      horloge.regler(MARDI.minusDays(1).atTime(10, 0));
      Navigateur nav = new Navigateur(port);
      nav.poster("/r/" + CODE, Map.of("vient", "non", "raison", "EMPLOI"));
      assertThat(etats()).first().isEqualTo("CONVOQUEE");
      assertThat(nav.ouvrir("/r/" + CODE).body()).contains("Ce rendez-vous est très proche").contains("04 00 00 00 07");
    } finally {
      fermerLeLien("0");
    }
  }

  @Test
  void je_viens_marche_sans_temoin_apres_trente_minutes_ou_un_redemarrage_et_ne_mene_jamais_a_la_connexion_des_agents() {
    // a browser that keeps nothing, and never opened the page of this server
    HttpResponse<String> reponse = new Navigateur(port).poster("/r/" + CODE, Map.of("vient", "oui"));
    assertThat(reponse.statusCode()).isEqualTo(302);
    assertThat(reponse.headers().firstValue("Location")).contains("/r/" + CODE);
    assertThat(etats()).first().isEqualTo("CONFIRMEE");
    for (HttpResponse<String> r : List.of(reponse, new Navigateur(port).lire("/r"), new Navigateur(port).lire("/r/" + CODE), new Navigateur(port)
        .poster("/r", Map.of("code", CODE)),
        new Navigateur(port).poster("/r/" + CODE + "/creneau", Map.of()), new Navigateur(port).lire("/r/" + CODE + "/creneau"),
        new Navigateur(port).lire("/r/a/b/c"),
        new Navigateur(port).poster("/r/a/b/c", Map.of()))) {
      assertThat(r.headers().allValues("Set-Cookie")).as(r.uri().toString()).isEmpty();
      assertThat(r.headers().firstValue("Location").orElse("")).doesNotContain("connexion");
      assertThat(r.body()).doesNotContain("_csrf");
    }
  }

  @Test
  void un_code_passe_ou_qui_a_servi_ne_dit_plus_le_nom_ni_le_lieu() {
    Navigateur nav = new Navigateur(port);
    LocalDateTime avant = LocalDateTime.now(horloge);
    horloge.regler(MARDI.plusDays(1).atTime(9, 0));
    assertThat(nav.ouvrir("/r/" + CODE).body()).contains("Ce lien n'est plus valable").contains("appelez le").contains("04 00 00 00 07")
        .doesNotContain("Ana").doesNotContain("Salle du lien");
    horloge.regler(avant);
    nav.poster("/r/" + CODE, Map.of("vient", "non", "raison", "EMPLOI"));
    assertThat(nav.ouvrir("/r/" + CODE).body()).contains("je ne peux pas venir").contains("04 00 00 00 07").doesNotContain("Ana")
        .doesNotContain("Salle du lien");
  }

  @Test
  void un_code_inconnu_dit_qui_appeler_et_trop_de_codes_faux_sont_arretes_meme_pour_le_bon() {
    Navigateur nav = new Navigateur(port);
    HttpResponse<String> inconnu = nav.ouvrir("/r/ZZZZZZZZZ");
    assertThat(inconnu.statusCode()).isEqualTo(404);
    assertThat(inconnu.body()).contains("Ce code ne marche pas").contains("04 00 00 00 07");
    for (int i = 0; i < 4; i++) {
      nav.ouvrir("/r/ZZZZZZZZ" + (i + 2));
    }
    assertThat(nav.ouvrir("/r/" + CODE).statusCode()).isEqualTo(429);
    horloge.regler(AUJOURDHUI.atTime(8, 0).plusHours(2L * essai));
    assertThat(nav.ouvrir("/r/" + CODE).statusCode()).isEqualTo(200);
  }

  @Test
  void qui_ouvre_cent_fois_son_lien_ou_change_cent_fois_de_reponse_ne_remplit_ni_le_journal_ni_l_historique() {
    Navigateur nav = new Navigateur(port);
    for (int i = 0; i < 100; i++) {
      assertThat(nav.ouvrir("/r/" + CODE).statusCode()).isEqualTo(200);
    }
    assertThat(base.sql("select count(*) from journal.trace where acte = 'LIEN_CONSULTE' and personne_id = ?").param(ana).query(Integer.class)
        .single()).isBetween(20, 22);
    assertThat(base.sql("select count(*) from journal.trace where acte = 'LIEN_CONSULTE' and personne_id = ? and objet like '%ne sont pas écrites'")
        .param(ana)
        .query(Integer.class).single()).isPositive();
    HttpResponse<String> reponse = null;
    for (int i = 0; i < 14; i++) {
      reponse = nav.poster("/r/" + CODE, Map.of("vient", "oui"));
    }
    assertThat(reponse.statusCode()).isEqualTo(429);
    assertThat(reponse.body()).contains("Votre dernière réponse est gardée").contains("04 00 00 00 07");
    assertThat(etats()).first().isEqualTo("CONFIRMEE");
  }

  @Test
  void sans_code_la_porte_du_lien_ne_voit_aucune_convocation() {
    assertThat(agents.sql("select count(*) from rendezvous.convocation").query(Integer.class).single()).isZero();
    assertThat(agents.sql("select count(*) from rendezvous.lire_par_code('', ?)").param(AUJOURDHUI.atTime(9, 0)).query(Integer.class).single())
        .isZero();
  }

  private void fermerLeLien(String heures) {
    base.sql("insert into parametres.valeur (cle, depuis, valeur, saisi_par, saisi_le, motif) values ('rendezvous.lien_ferme_heures', ?, ?, 'essai', now(), 'essai')")
        .params(AUJOURDHUI, heures).update();
  }

  private List<String> etats() {
    return base.sql("select etat from rendezvous.convocation where session_id = ? order by id").param(session).query(String.class).list();
  }
}
