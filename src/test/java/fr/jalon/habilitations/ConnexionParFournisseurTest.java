package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.comptes.Comptes;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Coming in through an identity provider (Spring Authorization Server), the whole round trip, as a browser does it. */
@TestPropertySource(properties = {"jalon.oidc.nom=Identité d'essai", "jalon.contact=Mme Durand, poste 12 34"})
class ConnexionParFournisseurTest extends EssaiDuFournisseur {
  @Autowired
  Comptoir comptoir;
  @Autowired
  Comptes comptes;

  @DynamicPropertySource
  static void adresses(DynamicPropertyRegistry registre) {
    demarrer(registre, false);
  }

  @Test
  void sophie_est_reconnue_par_son_courriel_verifie_puis_par_le_sujet_du_fournisseur() {
    Agent sophie = compte("sophie", "RESPONSABLE_TERRITOIRE");
    Navigateur n = new Navigateur(port);
    assertThat(n.ouvrir("/connexion").body()).contains("Se connecter avec Identité d'essai");
    String porte = n.lire("/mon-compte").headers().firstValue("Location").orElseThrow();
    String lien = porte.replace("/connexion?suite=", "/connexion/fournisseur?suite=");
    assertThat(n.ouvrir(porte).body()).contains("href=\"" + lien + "\"");
    HttpResponse<String> depart = n.suivreJusqua(n.lire(lien), "127.0.0.1");
    assertThat(n.session()).as("aucune session avant la preuve").isEmpty();
    assertThat(depart.headers().firstValue("Location").orElseThrow())
        .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=");
    HttpResponse<String> page = passer(n, depart, "sophie");
    assertThat(page.uri().getPath()).as("la page demandée avant la connexion").isEqualTo("/mon-compte");
    assertThat(page.body()).contains("Camille sophie", "Responsable de territoire", "mot de passe et second facteur se gèrent chez lui");
    assertThat(comptoir.actes("sophie")).containsExactly("CONNEXION");
    assertThat(comptoir.derniereTrace("AGENT_LIE").get("objet")).isEqualTo("Compte sophie lié à Identité d'essai");

    systeme.agir("essai", () -> {
      habilitations.modifier(sophie.id(), new SaisieAgent("sophie", "Camille sophie", "autre@exemple.fr", "DIRECTION", false, List.of(), List.of()));
      return null;
    });
    assertThat(entrer("sophie").body()).contains("Direction");
  }

  @Test
  void la_deconnexion_passe_par_le_fournisseur() {
    compte("paul", "DIRECTION");
    Navigateur n = new Navigateur(port);
    passer(n, partir(n), "paul");
    n.ouvrir("/mon-compte");
    HttpResponse<String> sortie = n.poster("/deconnexion", Map.of());
    assertThat(sortie.headers().firstValue("Location").orElseThrow()).startsWith(fournisseur.issuer() + "/connect/logout").contains("id_token_hint=");
    assertThat(n.lire("/connexion").headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("form-action 'self' " + fournisseur.issuer());
    assertThat(n.suivre(sortie).uri().toString()).startsWith("http://localhost:" + port + "/connexion");
    assertThat(n.ouvrir("/mon-compte").uri().getPath()).isEqualTo("/connexion");
  }

  @Test
  void une_personne_sans_compte_lit_a_qui_demander() {
    HttpResponse<String> page = entrer("inconnue");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Vous n'avez pas encore accès à Jalon", "inconnue@departement-essai.fr", "Mme Durand, poste 12 34");
  }

  @Test
  void un_courriel_que_le_fournisseur_n_a_pas_verifie_ne_donne_rien() {
    compte("nonverifie", "DIRECTION");
    assertThat(entrer("nonverifie").statusCode()).isEqualTo(403);
  }

  @Test
  void un_agent_dont_l_acces_est_retire_reste_dehors() {
    Agent partie = compte("partie", "DIRECTION");
    assertThat(entrer("partie").statusCode()).isEqualTo(200);
    systeme.agir("essai", () -> {
      habilitations.desactiver(partie.id());
      return null;
    });
    assertThat(entrer("partie").statusCode()).isEqualTo(403);
  }

  private Agent compte(String nom, String role) {
    ouvrirLeCompte(nom, "Camille " + nom, nom + "@departement-essai.fr", role);
    return comptes.parIdentifiant(nom).orElseThrow();
  }

  private static HttpResponse<String> entrer(String nom) {
    Navigateur n = new Navigateur(port);
    HttpResponse<String> page = passer(n, partir(n), nom);
    return page.statusCode() == 200 ? n.ouvrir("/mon-compte") : page;
  }
}
