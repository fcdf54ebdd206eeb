package fr.jalon.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rita, who follows persons at an association: what cannot be written of her, of where she receives and of her account. */
@EssaiArdeche
class StructuresRefuseesTest {
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  TenirLesStructures tenir;
  @Autowired
  fr.jalon.orientation.Dossiers dossiers;
  @Autowired
  TenirLesSites tenirLesSites;
  @Autowired
  LierLesComptes lier;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int relais;
  private int rita;

  @BeforeEach
  void rita_travaille_au_relais() {
    essai++;
    relais = base.sql("insert into structures.organisation (code, nom, nature) values (?, ?, 'EXTERNE') returning id")
        .params("RELAIS-REFUS" + essai, "Relais refusé " + essai)
        .query(Integer.class).single();
    rita = en(() -> tenir.referent(saisie(null, "Rita Relais " + essai, courriel())));
  }

  @Test
  void le_nom_l_adresse_le_temps_et_les_publics_de_rita_se_disent_faux_chacun_a_son_champ() {
    HttpResponse<String> page = poster(Map.of("nom", " ", "courriel", "rita", "etp", "3", "reserve", "true"));
    PageRefusee.dit(page, "COURRIEL_MAL_FORME", "courriel", "L'adresse électronique n'est pas complète");
    PageRefusee.dit(page, "ETP_IMPOSSIBLE", "etp", "Le temps de travail est une part d'équivalent temps plein, de 0,1 à 1.");
    PageRefusee.dit(page, "PUBLICS_ABSENTS", "publics", "Cochez les publics que ce référent suit");
    assertThat(page.body()).contains("id=\"erreur-nom\"");
    PageRefusee.dit(poster(Map.of("fonction", "INSERTION")), "FONCTION_EXTERNE", "fonction",
        "est celle d'un référent du Département. Laissez-la vide.");
    PageRefusee.dit(poster(Map.of("fonction", "CHEF")), "FONCTION_INCONNUE", "fonction", "Choisissez la fonction dans la liste.");
    PageRefusee.dit(poster(Map.of("courriel", courriel().toUpperCase())), "COURRIEL_DEJA_PRIS", "courriel",
        "Un autre référent a déjà cette adresse électronique.");
    assertThat(base.sql("select nom from structures.referent where organisation_id = ?").param(relais).query(String.class).list())
        .containsExactly("Rita Relais " + essai);
  }

  @Test
  void un_site_a_un_nom_et_ce_qui_a_ete_retire_entre_temps_ne_se_change_plus() {
    Navigateur nav = administration();
    nav.ouvrir("/structures/organisations/" + relais);
    PageRefusee.dit(nav.poster("/structures/sites", Map.of("organisation", "" + relais, "nom", " ", "actif", "true")), "NOM_ABSENT", "site-nom",
        "Donnez un nom au site.");
    assertThatThrownBy(() -> en(() -> tenir.organisation(relais, "Relais", "PLANETE", null, null, List.of(), List.of("RETRAITE"), true)))
        .isInstanceOfSatisfying(SaisieRefusee.class, r -> {
      assertThat(r.champs()).containsExactly("nature", "parcours");
      assertThat(r.fautes().values()).extracting(RefusMetier::code).containsOnly("NATURE_INCONNUE");
    });
    refuse("SITE_INCONNU", () -> tenirLesSites.site(987_654_321, relais, "Antenne", null, null, true));
    refuse("REFERENT_INCONNU", () -> tenir.referent(saisie(987_654_321, "Rosa", null)));
    refuse("TERRITOIRE_INCONNU", () -> tenir.deplacer(List.of("07004"), 987_654_321));
    assertThat(base.sql("select nature || ' ' || nom from structures.organisation where id = ?").param(relais).query(String.class).single())
        .isEqualTo("EXTERNE Relais refusé " + essai);
    assertThat(base.sql("select count(*) from structures.site where organisation_id = ?").param(relais).query(Integer.class).single()).isZero();
  }

  @Test
  void le_compte_de_rita_n_est_celui_que_d_elle_et_se_choisit_dans_la_liste() {
    Agent sien = comptoir.agent("PARTENAIRE", List.of(), List.of(relais));
    Agent autre = comptoir.agent("PARTENAIRE", List.of(), List.of(relais));
    int rosa = en(() -> tenir.referent(saisie(null, "Rosa Relais " + essai, null)));
    PageRefusee.dit(choisir("/structures/referents/" + rita + "/compte"), "CHOIX_ABSENT", "Choisissez un compte dans la liste.");
    PageRefusee.dit(choisir("/habilitations/" + sien.id() + "/referent"), "CHOIX_ABSENT", "Choisissez un référent dans la liste.");
    refuse("COMPTE_INCONNU", () -> lier.lier(987_654_321, rita));
    refuse("REFERENT_INCONNU", () -> lier.lier(sien.id(), 987_654_321));
    en(() -> {
      lier.lier(sien.id(), rita);
      return null;
    });
    refuse("DEJA_LIE", () -> lier.lier(sien.id(), rosa));
    refuse("DEJA_LIE", () -> lier.lier(autre.id(), rita));
    assertThat(base.sql("select agent_id from structures.compte_de_referent where referent_id in (?, ?)").params(rita, rosa).query(Long.class).list())
        .containsExactly(sien.id());
  }

  @Test
  void le_relais_ne_devient_pas_operateur_tant_qu_il_suit_quelqu_un_de_l_un_ou_de_l_autre_public() {
    long ana = dossiers.entrante("RELAISANA" + essai, 1, java.time.LocalDate.of(2025, 8, 4)).id();
    long lea = dossiers.entrante("RELAISLEA" + essai, 1, java.time.LocalDate.of(2025, 8, 4)).id();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le, territoire_id)
        values (?, 'SOCIAL', ?, date '2025-08-04', date '2025-08-04', 'essai', timestamptz '2025-08-04 09:00', 1)""").params(ana, relais).update();
    base.sql("""
        insert into allocataires.suivi_hors_rsa (personne_id, public, depuis, organisation_id, informee_le, cle, ecrit_par, ecrit_le, territoire_id)
        values (?, 'JEUNES', date '2025-08-04', ?, date '2025-08-04', gen_random_uuid(), 'essai', timestamptz '2025-08-04 09:00', 1)""")
        .params(lea, relais).update();
    HttpResponse<String> refus = devenirOperateur();
    PageRefusee.dit(refus, "OPERATEUR_QUI_SUIT", "nature", "Un opérateur d'actions ne suit personne, et elle tient encore");
    assertThat(refus.body()).containsPattern("encore 2.suivis. Confiez d");
    base.sql("update orientation.suivi set etat = 'CLOS', fin_le = date '2025-10-10', motif_fin = 'AUTRE' where personne_id = ?").param(ana).update();
    assertThat(devenirOperateur().body()).containsPattern("encore 1.suivi. Confiez d");
    assertThat(base.sql("select nature from structures.organisation where id = ?").param(relais).query(String.class).single()).isEqualTo("EXTERNE");
    base.sql("update allocataires.suivi_hors_rsa set retire_par = 'essai', retire_le = now() where personne_id = ?").param(lea).update();
    assertThat(devenirOperateur().statusCode()).isEqualTo(302);
    assertThat(base.sql("select nature from structures.organisation where id = ?").param(relais).query(String.class).single()).isEqualTo("OPERATEUR");
  }

  private HttpResponse<String> devenirOperateur() {
    Navigateur nav = administration();
    String page = "/structures/organisations/" + relais;
    return nav.poster("/structures/organisations", fr.jalon.habilitations.FormulaireLu.de(nav.ouvrir(page).body(), "/structures/organisations", "")
        .avec("nature", "OPERATEUR").champs());
  }

  private HttpResponse<String> poster(Map<String, String> champs) {
    Navigateur nav = administration();
    nav.ouvrir("/structures");
    Map<String, String> tous = new HashMap<>(Map.of("organisation", "" + relais, "nom", "Rosa Relais", "etp", "1", "actif", "true"));
    tous.putAll(champs);
    return nav.poster("/structures/referents", tous);
  }

  private HttpResponse<String> choisir(String page) {
    Navigateur nav = administration();
    nav.ouvrir("/structures");
    return nav.suivre(nav.poster(page, Map.of()));
  }

  private SaisieDeReferent saisie(Integer id, String nom, String courriel) {
    return new SaisieDeReferent(id, relais, nom, courriel, BigDecimal.ONE, false, true, null, List.of(), false, List.of(), Poste.INCONNU);
  }

  private static String courriel() {
    return "rita.refusee" + essai + "@essai.fr";
  }

  private Navigateur administration() {
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent("ADMINISTRATION").identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }

  private static void refuse(String code, Runnable acte) {
    assertThatThrownBy(() -> en(() -> {
      acte.run();
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private static <T> T en(java.util.function.Supplier<T> acte) {
    return EnTantQue.agir(EnTantQue.partout("STRUCTURES", "HABILITATIONS"), acte);
  }
}
