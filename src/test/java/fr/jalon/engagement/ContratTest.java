package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A contract, from the notification of the orientation to its renewal. See {@link EssaiDeContrats}. */
class ContratTest extends EssaiDeContrats {
  @Test
  void le_mois_court_de_la_notification_et_la_signature_des_deux_le_tient() {
    assertThat(echeances()).containsExactly("CONTRAT_ENGAGEMENT OUVERTE 2025-11-01");
    assertThat(pas()).containsExactly("Préparer et signer le contrat d'engagement avant le 01/11/2025");
    assertThat(preparer()).contains("Le contrat est prêt à être relu").contains("Je précise mon projet de travail.").contains("À élaborer");
    assertThat(nav.suivre(etape(nav, "presentation")).body()).contains("son texte ne change plus").contains("À signer");
    assertThat(pas()).containsExactly("Faire signer le contrat d'engagement avant le 01/11/2025");
    nav.suivre(etape(nav, "dessin", "dessin", dessin()));
    assertThat(etat()).as("une seule signature").isEqualTo("A_SIGNER");
    nav.suivre(etape(nav, "signature"));
    assertThat(etat()).isEqualTo("SIGNE");
    assertThat(echeances()).containsExactly("CONTRAT_ENGAGEMENT TENUE 2025-11-01", "RENOUVELLEMENT_CONTRAT OUVERTE 2026-04-19");
    assertThat(pas()).isEmpty();
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours")
            .body()).contains("Contrat d'engagement").contains("Je précise mon projet de travail.");
    assertThat(base.sql("select count(distinct empreinte) from engagement.signature s where personne_id = ?").param(ana.id()).query(Integer.class)
        .single()).as("les deux ont signé le même document").isEqualTo(1);
  }

  @Test
  void prepare_du_diagnostic_un_objectif_par_frein_ses_actions_et_le_projet() {
    base.sql("""
        with c as (insert into diagnostic.constat (personne_id, rubrique, sante, niveau, reponses, le, saisi_par, saisi_le)
          values (:elle, 'MOBILITE', false, 'FORT', '{"niveau": "FORT", "objectif": "OBTENIR_LE_PERMIS"}', '2025-10-02', 'essai', now())),
        f as (insert into diagnostic.frein (personne_id, theme, sante, etat, etat_depuis) values (:elle, 'MOBILITE', false, 'OUVERT', '2025-10-02') returning id)
        insert into diagnostic.frein_passage (objet, objet_id, personne_id, vers, le, fait_le, par) select 'FREIN', id, :elle, 'OUVERT', '2025-10-02', now(), 'essai' from f""")
        .param("elle", ana.id()).update();
    base.sql("""
        with a as (insert into diagnostic.action (personne_id, theme, sante, code, libelle, avec_qui, etat, etat_depuis, nouvelles_le, cle, saisie_par, saisie_le)
          values (:elle, 'MOBILITE', false, 'CODE_ET_PERMIS', 'S''inscrire au code ou au permis', '', 'PREVUE', '2025-10-02', '2025-10-02', gen_random_uuid(), 'essai', now())
          returning id)
        insert into diagnostic.action_passage (objet, objet_id, personne_id, vers, le, fait_le, par) select 'ACTION', id, :elle, 'PREVUE', '2025-10-02', now(), 'essai' from a""")
        .param("elle", ana.id()).update();
    assertThat(preparer()).contains("Je passe le permis.").contains("S&#39;inscrire au code ou au permis")
            .contains("Français, calcul, numérique, permis")
        .contains("Je précise mon projet de travail.");
  }

  @Test
  void un_seul_contrat_a_la_fois_un_double_clic_n_en_fait_qu_un() {
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page()).body(), page() + "/ouverture", "");
    nav.suivre(nav.poster(f.action(), f.champs()));
    nav.suivre(nav.poster(f.action(), f.champs()));
    assertThat(base.sql("select count(*) from engagement.contrat where personne_id = ?").param(ana.id()).query(Integer.class).single()).isEqualTo(1);
    PageRefusee.dit(nav.poster(page() + "/ouverture", Map.of()), "CONTRAT_DEJA_OUVERT", "Cette personne a déjà un contrat");
    nav.suivre(etape(nav, "presentation"));
    nav.suivre(nav.poster(page() + "/" + contrat() + "/presentation", Map.of()));
    assertThat(base.sql("select count(*) from engagement.document where personne_id = ?").param(ana.id()).query(Integer.class).single()).isEqualTo(1);
    nav.suivre(etape(nav, "dessin", "dessin", dessin()));
    nav.suivre(nav.poster(page() + "/" + contrat() + "/dessin", Map.of("dessin", dessin())));
    assertThat(base.sql("select count(*) from engagement.signature where personne_id = ?")
            .param(ana.id()).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void ce_qui_est_mal_saisi_se_dit_a_cote_de_chaque_champ_et_reste() {
    preparer();
    String cadre = "-cadre-" + contrat();
    HttpResponse<String> faux = etape(nav, "cadre", "depuis", "2025-10-20", "jusquAu", "2025-10-01", "engagementsPersonne", " ", "intensite", "");
    PageRefusee.dit(faux, "FIN_AVANT_LE_DEBUT", "jusquAu" + cadre, "Le dernier jour est avant le premier");
    PageRefusee.dit(faux, "ENGAGEMENTS_VIDES", "engagementsPersonne" + cadre, "Dites à quoi chacun s'engage");
    PageRefusee.dit(faux, "INTENSITE_DU_CONTRAT", "intensite" + cadre, "Choisissez l'intensité");
    PageRefusee.dit(etape(nav, "cadre", "depuis", "", "jusquAu", ""), "DEBUT_DU_CONTRAT", "depuis" + cadre, "Indiquez le premier jour");
    PageRefusee.dit(etape(nav, "cadre", "depuis", "2025-10-20", "jusquAu", ""), "FIN_DU_CONTRAT", "jusquAu" + cadre, "Indiquez le dernier jour");
    PageRefusee.dit(etape(nav, "cadre", "jusquAu", "2026-10-20"), "CONTRAT_TROP_LONG", "jusquAu" + cadre, "choisissez une fin plus proche");
    PageRefusee.dit(etape(nav, "objectifs", "theme", "RIEN", "texte", ""), "THEME_DE_L_OBJECTIF", "theme-nouvel-objectif-" + contrat(),
        "Choisissez à quoi répond");
    PageRefusee.dit(etape(nav, "objectifs", "texte", ""), "OBJECTIF_VIDE", "texte-nouvel-objectif-" + contrat(), "Dites l'objectif en une phrase");
    PageRefusee.dit(etape(nav, "objectifs", "texte", "x".repeat(501)), "TEXTE_TROP_LONG", "texte-nouvel-objectif-" + contrat(),
            "Ce texte est trop long");
    long objectif = base.sql("select max(id) from engagement.objectif where personne_id = ?").param(ana.id()).query(Long.class).single();
    String action = "-nouvelle-action-" + objectif;
    String adresse = "objectifs/" + objectif + "/actions";
    HttpResponse<String> rien = etape(nav, adresse, "libelle", "", "activite", "", "qui", "", "depuis", "", "jusquAu", "", "heures", "deux");
    PageRefusee.dit(rien, "ACTION_DU_CONTRAT_VIDE", "libelle" + action, "Dites en quelques mots");
    PageRefusee.dit(rien, "ACTIVITE_INCONNUE", "activite" + action, "Choisissez le genre");
    PageRefusee.dit(rien, "QUI_FAIT_L_ACTION", "qui" + action, "Dites qui fait");
    PageRefusee.dit(rien, "DEBUT_DE_L_ACTION", "depuis" + action, "premier jour de l'action");
    PageRefusee.dit(rien, "FIN_DE_L_ACTION", "jusquAu" + action, "dernier jour de l'action");
    PageRefusee.dit(rien, "HEURES_DE_L_ACTION", "heures" + action, "Indiquez un nombre d'heures");
    HttpResponse<String> hors = etape(nav, adresse, "libelle", "Stage", "activite", "IMMERSION", "depuis", "2025-10-19", "jusquAu",
            "2026-05-01", "heures",
        "61");
    PageRefusee.dit(hors, "ACTION_HORS_DU_CONTRAT", "depuis" + action, "L'action commence avant le contrat");
    PageRefusee.dit(hors, "ACTION_HORS_DU_CONTRAT", "jusquAu" + action, "L'action finit après le contrat");
    PageRefusee.dit(hors, "TROP_D_HEURES", "heures" + action, "Avec les autres actions, cela dépasse");
    PageRefusee.dit(etape(nav, adresse, "libelle", "Stage", "activite", "IMMERSION", "depuis", "2025-12-01", "jusquAu", "2025-11-01", "heures", "1"),
        "ACTION_FINIT_AVANT", "jusquAu" + action, "Le dernier jour est avant le premier");
    PageRefusee.dit(etape(nav, adresse, "libelle", "Bilan", "activite", "SOINS", "heures", "1"), "ACTION_DE_SANTE", "activite" + action,
        "Une démarche de santé se note sous un objectif de santé");
    nav.suivre(etape(nav, adresse, "libelle", "Stage", "activite", "IMMERSION", "heures", "12,5"));
    nav.suivre(etape(nav, adresse, "libelle", "Stage", "activite", "IMMERSION", "heures", "12,5"));
    assertThat(base.sql("select heures::text from engagement.action where personne_id = ?").param(ana.id()).query(String.class).list())
        .as("cliqué deux fois").containsExactly("12.5");
    nav.suivre(etape(nav, "cadre", "jusquAu", "2025-12-31"));
    assertThat(base.sql("select jusqu_au from engagement.action where personne_id = ?").param(ana.id()).query(LocalDate.class).single())
        .as("l'action suit le contrat").isEqualTo("2025-12-31");
  }

  @Test
  void presente_son_texte_ne_change_plus_repris_la_signature_ne_compte_plus() {
    preparer();
    PageRefusee.dit(nav.poster(page() + "/" + contrat() + "/signature", Map.of()), "CONTRAT_PAS_PRESENTE", "Présentez d'abord le contrat");
    nav.suivre(etape(nav, "presentation"));
    PageRefusee.dit(nav.poster(page() + "/" + contrat() + "/objectifs", Map.of("theme", "", "texte", "Autre")), "CONTRAT_PRESENTE",
        "son texte ne change plus");
    PageRefusee.dit(etape(nav, "dessin", "dessin", "data:image/png;base64,AAAA"), "SIGNATURE_VIDE", "dessin-dessin-" + contrat(), "n'a rien dessiné");
    nav.suivre(etape(nav, "dessin", "dessin", dessin()));
    nav.suivre(etape(nav, "reprise"));
    assertThat(base.sql("select count(*) from engagement.signature where personne_id = ? and annulee_le is null").param(ana.id()).query(Integer.class)
        .single()).isZero();
    assertThat(etat()).isEqualTo("A_ELABORER");
  }

  @Test
  void rien_ne_commence_sans_droit_ni_sans_suivi_et_rien_ne_se_fait_sur_un_contrat_d_une_autre() {
    preparer();
    PageRefusee.dit(nav.poster(page() + "/999999999/presentation", Map.of()), "CONTRAT_INCONNU", "n'est plus dans ce que vous pouvez consulter");
    nav.suivre(etape(nav, "erreur", "motif", "Essai."));
    PageRefusee.dit(nav.poster(page() + "/" + contrat() + "/presentation", Map.of()), "CONTRAT_A_CHANGE", "Ce contrat n'en est plus là");
    base.sql("update allocataires.situation set etat = '5' where personne_id = ?").param(ana.id()).update();
    if (base.sql("select exists (select from allocataires.situation where personne_id = ?)").param(ana.id()).query(Boolean.class).single()) {
      PageRefusee.dit(nav.poster(page() + "/ouverture", Map.of()), "CONTRAT_DROIT_CLOS", "Son droit au RSA est fermé");
    }
    base.sql("update orientation.suivi set etat = 'CLOS', fin_le = '2025-10-19', motif_fin = 'Fin', etat_depuis = '2025-10-19' where personne_id = ?")
        .param(ana.id()).update();
    assertThat(nav.ouvrir(page()).body()).as("la page le dit avant").contains("Personne ne suit cette personne").doesNotContain("/ouverture");
    PageRefusee.dit(nav.poster(page() + "/ouverture", Map.of()), "CONTRAT_SANS_SUIVI", "Personne ne suit cette personne");
  }

  @Test
  void une_partenaire_prepare_pour_qui_elle_suit_et_personne_d_autre_ne_lit() {
    Agent partenaire = comptoir.agent("PARTENAIRE", List.of(), List.of(association));
    Navigateur elle = connecter(partenaire);
    elle.suivre(elle.poster(page() + "/ouverture", FormulaireLu.de(elle.ouvrir(page()).body(), page() + "/ouverture", "").champs()));
    elle.suivre(etape(elle, "presentation"));
    elle.suivre(etape(elle, "dessin", "dessin", dessin()));
    elle.suivre(etape(elle, "signature"));
    assertThat(etat()).isEqualTo("SIGNE");
    assertThat(connecter(comptoir.agent("PARTENAIRE", List.of(), List.of(9999))).ouvrir(page()).statusCode()).isEqualTo(404);
    assertThat(connecter(comptoir.agent("SECRETARIAT", List.of(CENTRE), List.of())).ouvrir(page()).statusCode()).isEqualTo(403);
  }

  @Test
  void un_objectif_de_sante_n_est_ni_lu_ni_presente_par_qui_ne_lit_pas_la_sante() {
    preparer();
    nav.suivre(etape(nav, "objectifs", "theme", "SANTE", "texte", "Je prends soin de moi."));
    Navigateur responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
    assertThat(responsable.ouvrir(page()).body()).doesNotContain("Je prends soin de moi.");
    PageRefusee.dit(etape(responsable, "presentation"), "CONTRAT_PAS_TOUT_LU", "son référent le présente ou le change");
    nav.suivre(etape(nav, "presentation"));
    assertThat(responsable.ouvrir(page()).body()).doesNotContain("Contrat à signer (PDF)");
  }
}
