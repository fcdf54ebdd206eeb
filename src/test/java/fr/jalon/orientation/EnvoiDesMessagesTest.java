package fr.jalon.orientation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Demande;
import fr.jalon.courriers.application.EnvoyerDesMessages;
import fr.jalon.courriers.application.EnvoyerDesMessages.Bilan;
import fr.jalon.courriers.application.Passerelles;
import fr.jalon.courriers.application.Passerelles.Passerelle;
import fr.jalon.courriers.application.RenvoyerUnMessage;
import fr.jalon.courriers.application.SuivreUnMessage;
import fr.jalon.courriers.domaine.MotifDeRetour;
import fr.jalon.courriers.domaine.NumeroDeLettre;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.EssaisRepetes;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.socle.RefusMetier;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** SMS and e-mails that leave, fail, wait, and letters that come back. Today is 20 October 2025. */
@EssaiArdeche
class EnvoiDesMessagesTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final Perimetre AGENT = EnTantQue.partout("DOSSIERS", "COURRIERS", "MODELES_DE_COURRIER", "ORIENTATIONS");
  private static final Map<String, String> VALEURS = Map.of("parcours", "trouver un emploi", "organisation", "CMS", "lieu", "", "referent", "Camille",
      "delai_recours", "2 mois");
  private static long objet = 900_000_000;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Courriers courriers;
  @Autowired
  EnvoyerDesMessages envoyer;
  @Autowired
  ApplicationEventPublisher evenements;
  @Autowired
  Passerelles passerelles;
  @Autowired
  SuivreUnMessage suivre;
  @Autowired
  RenvoyerUnMessage renvoyer;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @AfterEach
  void plus_de_passerelle() {
    base.sql("delete from courriers.passerelle").update();
  }

  @Test
  void sans_passerelle_le_sms_reste_dans_la_boite_d_envoi_et_rien_ne_dit_qu_il_est_parti() {
    long sms = ecrire("BOITE", Canal.SMS, AUJOURDHUI);
    assertThat(envoi("BOITE")).isEqualTo(new Bilan(0, 1, 0, null));
    assertThat(etat(sms)).isEqualTo("EN_BOITE");
    assertThat(base.sql("select envoye_le is null from courriers.message where id = ?").param(sms).query(Boolean.class).single()).isTrue();
  }

  @Test
  void un_rappel_ne_part_pas_avant_sa_date() {
    long demain = ecrire("DEMAIN", Canal.SMS, AUJOURDHUI.plusDays(1));
    assertThat(envoi("DEMAIN")).isEqualTo(Bilan.RIEN);
    assertThat(etat(demain)).isEqualTo("A_ENVOYER");
  }

  @Test
  void le_sms_part_par_la_passerelle_avec_son_jeton_une_seule_fois_meme_a_deux() throws Exception {
    WireMockServer passerelle = passerelleSms(202);
    try {
      long sms = ecrire("PARTI", Canal.SMS, AUJOURDHUI);
      try (var deux = Executors.newFixedThreadPool(2)) {
        List<Callable<Bilan>> envois = List.of(() -> envoi("PARTI"), () -> envoi("PARTI"));
        int partis = 0;
        for (var f : deux.invokeAll(envois)) {
          partis += f.get().partis();
        }
        assertThat(partis).isOne();
      }
      assertThat(etat(sms)).isEqualTo("ENVOYE");
      passerelle.verify(1, postRequestedFor(urlEqualTo("/sms")).withHeader("Authorization", equalTo("Bearer jeton-secret"))
          .withRequestBody(matchingJsonPath("$.to", equalTo("+33612345678"))).withRequestBody(matchingJsonPath("$.from", equalTo("ARDECHE"))));
      assertThat(base.sql("select encode(secret, 'escape') from courriers.passerelle where canal = 'SMS'").query(String.class).single())
          .doesNotContain("jeton-secret");
    } finally {
      passerelle.stop();
    }
  }

  @Test
  void un_sms_refuse_garde_sa_raison_et_se_reessaie() {
    WireMockServer passerelle = passerelleSms(400);
    try {
      long sms = ecrire("REFUSE", Canal.SMS, AUJOURDHUI);
      assertThat(envoi("REFUSE")).isEqualTo(new Bilan(0, 0, 1, null));
      assertThat(base.sql("select etat || ' ' || raison from courriers.message where id = ?").param(sms).query(String.class).single())
          .isEqualTo("ECHEC La passerelle SMS refuse ce message (réponse 400).");
      passerelle.resetAll();
      passerelle.stubFor(post("/sms").willReturn(aResponse().withStatus(200)));
      en(() -> {
        suivre.reessayer(sms);
        return null;
      });
      assertThat(envoi("REFUSE").partis()).isOne();
    } finally {
      passerelle.stop();
    }
  }

  @Test
  void une_passerelle_en_panne_arrete_l_envoi_et_les_suivants_attendent() {
    WireMockServer passerelle = passerelleSms(503);
    try {
      List<Long> sms = List.of(ecrire("PANNE A", Canal.SMS, AUJOURDHUI), ecrire("PANNE B", Canal.SMS, AUJOURDHUI),
          ecrire("PANNE C", Canal.SMS, AUJOURDHUI));
      assertThat(envoi("PANNE")).extracting(Bilan::echecs, b -> b.panne() != null).containsExactly(1, true);
      assertThat(sms.stream().map(this::etat)).containsExactly("ECHEC", "A_ENVOYER", "A_ENVOYER");
    } finally {
      passerelle.stop();
    }
  }

  @Test
  void le_courriel_part_par_le_serveur_du_departement() throws Exception {
    GreenMail poste = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    poste.start();
    try {
      en(() -> {
        passerelles.regler(new Passerelle(Canal.COURRIEL, "localhost", poste.getSmtp().getPort(), "AUCUNE", "", false, "rsa@ardeche.example",
            "accueil@ardeche.example"), "");
        return null;
      });
      long courriel = ecrire("COURRIEL", Canal.COURRIEL, AUJOURDHUI);
      assertThat(envoi("COURRIEL")).isEqualTo(new Bilan(1, 0, 0, null));
      assertThat(etat(courriel)).isEqualTo("ENVOYE");
      MimeMessage recu = poste.getReceivedMessages()[0];
      assertThat(recu.getSubject()).isEqualTo("Votre accompagnement RSA commence");
      assertThat(recu.getReplyTo()[0].toString()).isEqualTo("accueil@ardeche.example");
      assertThat(com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(recu)).contains("multipart/alternative").contains("text/plain");
    } finally {
      poste.stop();
    }
    long plusTard = ecrire("COURRIELPERDU", Canal.COURRIEL, AUJOURDHUI);
    assertThat(envoi("COURRIELPERDU").panne()).contains("ne répond pas");
    assertThat(etat(plusTard)).isEqualTo("ECHEC");
  }

  @Test
  void camille_est_avertie_par_courriel_des_essais_rates_sur_son_compte_et_rien_ne_casse_sans_serveur() throws Exception {
    Agent camille = new Agent(1, "camille", "Camille Roux", "camille.roux@ardeche.example", "REFERENT", false, List.of(), List.of(),
        true, false, false, 1);
    EssaisRepetes essais = new EssaisRepetes(camille, 100, 12, OffsetDateTime.parse("2025-10-19T08:00:00+02:00"));
    evenements.publishEvent(essais);
    GreenMail poste = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    poste.start();
    try {
      en(() -> {
        passerelles.regler(new Passerelle(Canal.COURRIEL, "localhost", poste.getSmtp().getPort(), "AUCUNE", "", false, "rsa@ardeche.example", null),
            "");
        return null;
      });
      evenements.publishEvent(essais);
      assertThat(poste.waitForIncomingEmail(20_000, 1)).isTrue();
      MimeMessage recu = poste.getReceivedMessages()[0];
      assertThat(recu.getAllRecipients()[0].toString()).isEqualTo("camille.roux@ardeche.example");
      assertThat(recu.getSubject()).isEqualTo("Essais de connexion ratés sur votre compte Jalon");
      assertThat(com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(recu)).contains("100 essais").doesNotContain("http://", "https://");
    } finally {
      poste.stop();
    }
  }

  @Test
  void refuse_une_passerelle_sans_https() {
    assertThat(passerelles.erreurs(new Passerelle(Canal.SMS, "http://passerelle.example/sms", null, null, null, false, "ARDECHE", null), "jeton"))
        .containsKey("adresse");
    assertThat(passerelles.erreurs(new Passerelle(Canal.SMS, "file:///etc/passwd", null, null, null, false, "ARDECHE", null), "jeton"))
        .containsKey("adresse");
    assertThat(passerelles.erreurs(new Passerelle(Canal.SMS, "https://passerelle.example/sms", null, null, null, false, "ARDECHE", null), "jeton"))
        .isEmpty();
  }

  @Test
  void une_lettre_revient_se_renvoie_une_seule_fois_et_garde_la_date_de_la_premiere() {
    long lettre = ecrire("REVENUE", Canal.LETTRE, AUJOURDHUI);
    refuse(() -> renvoyer.executer(lettre, new RenvoyerUnMessage.Vers("3 place Neuve", "07200", "Aubenas", null), "Déménagement"), "PAS_ENCORE_PARTI",
        "n'est pas encore parti");
    refuse(() -> suivre.revenue(NumeroDeLettre.de(lettre), MotifDeRetour.INCONNU), "LETTRE_INCONNUE", "n'est pas connue comme envoyée");
    partie(lettre);
    refuse(() -> suivre.revenue("12-3-4x", MotifDeRetour.INCONNU), "NUMERO", "n'est pas celui d'une lettre");
    en(() -> suivre.revenue(NumeroDeLettre.de(lettre), MotifDeRetour.INCONNU));
    assertThat(etat(lettre)).isEqualTo("NON_DISTRIBUE");
    RenvoyerUnMessage.Vers vers = new RenvoyerUnMessage.Vers("3 place Neuve", "07200", "Aubenas", null);
    refuse(() -> renvoyer.executer(lettre, new RenvoyerUnMessage.Vers("3 place Neuve", "72", "Aubenas", null), "Déménagement"), "ADRESSE",
        "code postal à cinq chiffres");
    refuse(() -> renvoyer.executer(lettre, vers, " "), "RAISON_ABSENTE", "Dites pourquoi");
    long renvoi = en(() -> renvoyer.executer(lettre, vers, "Déménagement"));
    refuse(() -> renvoyer.executer(lettre, vers, "Déménagement"), "DEJA_RENVOYE", "déjà écrit à nouveau");
    assertThat(base.sql("select etat || ' ' || code_postal || ' ' || renvoi_de || ' ' || (contenu = (select contenu from courriers.message where id = ?)) from courriers.message where id = ?")
        .params(lettre, renvoi).query(String.class).single()).isEqualTo("A_ENVOYER 07200 " + lettre + " true");
    assertThat(base.sql("select envoye_le from courriers.message where id = ?").param(lettre).query(LocalDate.class).single())
        .isEqualTo(LocalDate.of(2025, 10, 10));
  }

  @Test
  void une_lettre_sans_adresse_se_remet_en_main_propre_et_un_retour_note_par_erreur_se_retire() {
    long sans = ecrire("SANSRIEN", Canal.LETTRE, AUJOURDHUI);
    base.sql("update courriers.message set etat = 'SANS_ADRESSE', code_postal = null where id = ?").param(sans).update();
    refuse(() -> {
      suivre.remisEnMain(sans, AUJOURDHUI.plusDays(1));
      return null;
    }, "DATE_FUTURE", "aujourd'hui ou un jour passé");
    en(() -> {
      suivre.remisEnMain(sans, AUJOURDHUI);
      return null;
    });
    assertThat(base.sql("select etat || ' ' || envoye_le from courriers.message where id = ?").param(sans).query(String.class).single())
        .isEqualTo("REMIS 2025-10-20");
    long erreur = ecrire("ERREUR", Canal.LETTRE, AUJOURDHUI);
    partie(erreur);
    base.sql("update courriers.message set etat = 'NON_DISTRIBUE', retour = 'INCONNU' where id = ?").param(erreur).update();
    en(() -> {
      suivre.pasRevenue(erreur);
      return null;
    });
    assertThat(etat(erreur)).isEqualTo("ENVOYE");
  }

  @Test
  void qui_n_a_ni_adresse_ni_telephone_garde_son_message_en_attente_d_adresse() {
    long id = dossiers.inconnue("RIENDUTOUT", 1, AUJOURDHUI).id();
    List<Long> ecrits = en(() -> courriers.ecrire(List.of(demande(id, Set.of(Canal.SMS, Canal.COURRIEL), AUJOURDHUI))));
    assertThat(ecrits).hasSize(1);
    assertThat(etat(ecrits.getFirst())).isEqualTo("SANS_ADRESSE");
  }

  @Test
  void un_message_hors_du_perimetre_ne_s_ecrit_pas_et_ne_se_lit_pas() {
    long id = dossiers.inconnue("AILLEURS", 1, AUJOURDHUI).id();
    assertThat(EnTantQue.agir(EnTantQue.territoire(2, "DOSSIERS", "COURRIERS"),
        () -> courriers.ecrire(List.of(demande(id, Set.of(Canal.LETTRE), AUJOURDHUI))))).isEmpty();
  }

  private long ecrire(String nom, Canal canal, LocalDate le) {
    Dossiers.Personne p = dossiers.fichier(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 3),
        dossiers.inconnue(nom, 1, LocalDate.of(2025, 9, 15)), "2", true).personne();
    base.sql("update allocataires.personne set telephone = '06 12 34 56 78', courriel = 'ana@example.org' where id = ?").param(p.id()).update();
    base.sql("insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, lignes, code_postal, nom_commune, territoire_id) values (?, '2025-10-02', now(), 1, '1 RUE', '07000', 'PRIVAS', 1)")
        .param(p.foyerId()).update();
    base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
    return en(() -> courriers.ecrire(List.of(demande(p.id(), Set.of(canal), le)))).getFirst();
  }

  private static Demande demande(long personne, Set<Canal> canaux, LocalDate le) {
    return new Demande("NOTIFICATION_ORIENTATION", personne, ++objet, le, VALEURS, canaux);
  }

  private WireMockServer passerelleSms(int reponse) {
    WireMockServer passerelle = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    passerelle.start();
    passerelle.stubFor(post("/sms").willReturn(aResponse().withStatus(reponse)));
    en(() -> {
      passerelles.regler(new Passerelle(Canal.SMS, "http://localhost:" + passerelle.port() + "/sms", null, null, null, false, "ARDECHE", null),
          "jeton-secret");
      return null;
    });
    return passerelle;
  }

  private Bilan envoi(String nom) {
    return en(() -> envoyer.executer(new FiltresDeMessages(null, null, null, null, null, null, nom, 1), _ -> { }));
  }

  private void refuse(Supplier<?> acte, String code, String phrase) {
    assertThatThrownBy(() -> en(acte)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code))
        .hasMessageContaining(phrase);
  }

  private String etat(long id) {
    return base.sql("select etat from courriers.message where id = ?").param(id).query(String.class).single();
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(AGENT, acte);
  }

  /** A letter that left on 10 October. */
  private void partie(long lettre) {
    base.sql("update courriers.message set etat = 'EN_COURS' where id = ?").param(lettre).update();
    base.sql("update courriers.message set etat = 'ENVOYE', envoye_le = '2025-10-10' where id = ?").param(lettre).update();
  }
}
