package fr.jalon.habilitations.porte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import jakarta.servlet.http.HttpServletRequest;

/** With the limits of an instance as it is delivered. */
@EssaiWeb
class SessionsDesAgentsTest {
  private static final AtomicLong COMPTES = new AtomicLong(9_000_000);
  @Autowired
  JdbcIndexedSessionRepository magasin;
  @Autowired
  TemoinsScelles temoins;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private SessionsDesAgents sessions;
  private long camille;

  @BeforeEach
  void camille_n_a_pas_de_session() {
    camille = COMPTES.incrementAndGet();
    sessions = new SessionsDesAgents(base, new Chiffrement("une clé d'essai de trente-deux octets".getBytes(StandardCharsets.UTF_8)), 10, 3, 100,
        Duration.ofMinutes(5));
  }

  @Test
  void un_voleur_qui_a_le_mot_de_passe_ne_ferme_pas_la_session_ou_camille_tape_son_code() {
    String elle = attendre("198.51.100.7", false);
    for (int i = 0; i < 50; i++) {
      attendre("203.0.113.9", false);
    }
    assertThat(ouverte(elle)).isTrue();
  }

  @Test
  void de_mille_adresses_non_plus_sur_son_appareil_connu() {
    String elle = attendre("appareil 1", true);
    String inconnue = attendre("198.51.100.7", false);
    // a minute before: opened in the same millisecond as the first thief, either could be the older one
    base.sql("update habilitations.session set creation_time = creation_time - 60000 where principal_name ^@ ?").param(camille + " ").update();
    for (int i = 0; i < 100; i++) {
      attendre("voleur " + i, false);
    }
    assertThat(ouverte(elle)).isTrue();
    assertThat(ouverte(inconnue)).as("ce qui est gardé est borné pour un compte").isFalse();
  }

  @Test
  void la_quatrieme_session_en_attente_d_un_meme_lieu_ferme_la_premiere() {
    String premiere = attendre("198.51.100.7", false);
    String deuxieme = attendre("198.51.100.7", false);
    attendre("198.51.100.7", false);
    attendre("198.51.100.7", false);
    assertThat(ouverte(premiere)).isFalse();
    assertThat(ouverte(deuxieme)).isTrue();
  }

  @Test
  void une_session_qui_a_fini_d_attendre_ne_compte_plus_parmi_celles_qui_attendent() {
    String elle = attendre("198.51.100.7", false);
    requete(elle, r -> sessions.compter(r, camille));
    for (int i = 0; i < 4; i++) {
      attendre("198.51.100.7", false);
    }
    assertThat(ouverte(elle)).isTrue();
  }

  @Test
  void la_onzieme_session_de_camille_ferme_la_plus_ancienne_et_pas_celles_d_une_autre() {
    String autre = requete(null, r -> sessions.compter(r, camille * 10));
    String premiere = requete(null, r -> sessions.compter(r, camille));
    // eleven sessions of one millisecond have no oldest one
    base.sql("update habilitations.session set creation_time = creation_time - 1").update();
    String deuxieme = requete(null, r -> sessions.compter(r, camille));
    for (int i = 0; i < 9; i++) {
      requete(null, r -> sessions.compter(r, camille));
    }
    assertThat(ouverte(premiere)).isFalse();
    assertThat(ouverte(deuxieme)).isTrue();
    assertThat(ouverte(autre)).isTrue();
  }

  @Test
  void qui_lit_la_base_n_y_trouve_ni_ce_qu_une_session_retient_ni_de_quoi_l_ouvrir() {
    String elle = requete(null, r -> r.getSession().setAttribute("secret", "Camille Durand"));
    assertThat(base.sql("select encode(attribute_bytes, 'escape') from habilitations.session_attributes where attribute_name = 'secret'")
        .query(String.class).list())
        .isNotEmpty().noneMatch(v -> v.contains("Camille") || v.contains("java.lang"));
    assertThat(lire(elle, "secret")).isEqualTo("Camille Durand");
    String numero = base.sql("select session_id from habilitations.session order by creation_time desc limit 1").query(String.class).single();
    assertThat(ouverte(numero)).as("le numéro lu en base").isFalse();
    assertThat(ouverte(Base64.getEncoder().encodeToString(numero.getBytes(StandardCharsets.US_ASCII)))).isFalse();
  }

  @Test
  void ce_qu_une_autre_version_de_jalon_a_retenu_est_illisible_donc_fini_et_ne_fait_tomber_aucune_page() {
    String elle = requete(null, r -> r.getSession().setAttribute("qui", "Camille"));
    base.sql("update habilitations.session_attributes set attribute_bytes = '\\x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'")
        .update();
    assertThat(lire(elle, "qui")).isNull();
  }

  @Test
  void mille_pages_dans_la_minute_n_ecrivent_rien_la_session_vit_quand_meme() {
    String elle = requete(null, r -> r.getSession().setAttribute("qui", "Camille"));
    String avant = versions();
    for (int i = 0; i < 20; i++) {
      lire(elle, "qui");
    }
    assertThat(versions()).as("ni écrite, ni tenue").isEqualTo(avant);
    base.sql("update habilitations.session set last_access_time = last_access_time - 120000, expiry_time = expiry_time - 120000").update();
    long debut = Instant.now().toEpochMilli();
    lire(elle, "qui");
    assertThat(base.sql("select max(last_access_time) from habilitations.session").query(Long.class).single()).isGreaterThanOrEqualTo(debut);
  }

  @Test
  void une_demande_partie_avant_la_preuve_ne_remet_pas_le_numero_d_avant() {
    String avant = requete(null, r -> r.getSession().setAttribute("qui", "Camille"));
    String[] apres = new String[1];
    requete(avant, lente -> {
      lente.getSession().setAttribute("lente", "oui");
      apres[0] = requete(avant, prouvee -> {
        prouvee.changeSessionId();
        sessions.compter(prouvee, camille);
      });
    });
    assertThat(ouverte(apres[0])).isTrue();
    assertThat(ouverte(avant)).as("le numéro d'avant la preuve").isFalse();
  }

  @Test
  void camille_qui_retape_son_mot_de_passe_a_l_etape_du_code_n_efface_pas_sa_propre_session() {
    String elle = attendre("198.51.100.7", false);
    for (int i = 0; i < 5; i++) {
      elle = requete(elle, r -> {
        r.getSession();
        r.changeSessionId();
        sessions.compterEnAttente(r, camille, "198.51.100.7", false);
      });
      assertThat(ouverte(elle)).as("fois " + i).isTrue();
    }
  }

  private String versions() {
    return base.sql("select string_agg(xmin || ' ' || xmax, ', ' order by primary_id) from habilitations.session").query(String.class).single();
  }

  private String attendre(String lieu, boolean connu) {
    return requete(null, r -> sessions.compterEnAttente(r, camille, lieu, connu));
  }

  private boolean ouverte(String temoin) {
    boolean[] vue = new boolean[1];
    requete(temoin, r -> vue[0] = r.getSession(false) != null);
    return vue[0];
  }

  private Object lire(String temoin, String nom) {
    Object[] lu = new Object[1];
    requete(temoin, r -> lu[0] = r.getSession().getAttribute(nom));
    return lu[0];
  }

  /** A request that carries this cookie of session. @return the cookie it leaves with */
  private String requete(String temoin, java.util.function.Consumer<HttpServletRequest> acte) {
    MockServletContext contexte = new MockServletContext();
    contexte.setSessionTimeout(30);
    MockHttpServletRequest requete = new MockHttpServletRequest(contexte);
    MockHttpServletResponse reponse = new MockHttpServletResponse();
    if (temoin != null) {
      requete.setCookies(new jakarta.servlet.http.Cookie("jalon-session", temoin));
    }
    SessionRepositoryFilter<?> filtre = new SessionRepositoryFilter<>(new SessionsDUnePage(magasin));
    filtre.setHttpSessionIdResolver(new SessionsEnBase.Temoin(temoins));
    try {
      filtre.doFilter(requete, reponse, (r, _) -> acte.accept((HttpServletRequest) r));
    } catch (java.io.IOException | jakarta.servlet.ServletException e) {
      throw new IllegalStateException(e);
    }
    var donne = reponse.getCookie("jalon-session");
    return donne == null ? temoin : donne.getValue();
  }
}
