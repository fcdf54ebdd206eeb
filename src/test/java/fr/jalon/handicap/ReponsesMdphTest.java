package fr.jalon.handicap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.echeances.Balayage;
import fr.jalon.habilitations.Navigateur;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the MDPH answers, what it changes, contested, renewed. See {@link EssaiDeHandicap}. */
class ReponsesMdphTest extends EssaiDeHandicap {
  @Autowired
  List<Balayage> balayages;

  private HttpResponse<String> repondre(Navigateur nav, String le, String... champs) {
    String[] tous = new String[champs.length + 2];
    tous[0] = "decideeLe";
    tous[1] = le;
    System.arraycopy(champs, 0, tous, 2, champs.length);
    return etape(nav, "reponses", tous);
  }

  private long reponse(String droit) {
    return base.sql("select max(id) from handicap.reponse where personne_id = ? and droit = ? and annulee_le is null").params(ana.id(), droit)
        .query(Long.class).single();
  }

  @Test
  void la_reponse_dit_ce_qu_elle_change_jusqu_a_ce_que_ce_soit_dit_a_la_personne() {
    Navigateur nav = connecter(noura);
    deposer(nav, "RQTH", "AAH");
    nav.suivre(repondre(nav, "2025-10-15", "sens-RQTH", "ACCORDE", "depuis-RQTH", "2025-10-01", "jusquAu-RQTH", "2028-09-30"));
    assertThat(etats()).as("l'AAH est encore attendue").containsExactly("DEPOSE");
    String page = nav.suivre(repondre(nav, "2025-10-18", "sens-AAH", "ACCORDE", "depuis-AAH", "2025-10-01", "sansLimite-AAH", "oui")).body();
    assertThat(page).contains("Ce que la réponse change").contains("souvent plus que le RSA").contains("Cap emploi")
        .contains("Demander une réorientation")
        .contains("Sans limite de durée").contains("Jusqu'au 30 septembre 2028");
    assertThat(etats()).containsExactly("DECIDE");
    assertThat(echeances()).containsExactly("DECISION_MDPH TENUE 2026-01-10", "RENOUVELLEMENT_MDPH OUVERTE 2028-03-30");
    assertThat(pas(noura)).singleElement().satisfies(p -> {
      assertThat(p.genre()).isEqualTo("DEMARCHE_SUITES");
      assertThat(p.quoi()).isEqualTo("Lui dire ce que change la réponse de la MDPH");
      assertThat(p.pourquoi()).isEqualTo("Accordé : RQTH, AAH");
    });
    assertThat(nav.ouvrir("/dossier/" + ana.id()).body()).as("en tête du dossier").contains("RQTH jusqu'au 30/09/2028");
    assertThat(nav.ouvrir(page() + "/" + dossier() + "/feuille").statusCode()).isEqualTo(200);
    nav.suivre(etape(nav, "suites", "le", "2025-10-20"));
    assertThat(pas(noura)).isEmpty();
    assertThat(nav.ouvrir(page()).body()).contains("Dit à la personne").doesNotContain("Ce que la réponse change");
  }

  @Test
  void un_refus_se_conteste_et_la_reponse_au_recours_compte() {
    Navigateur nav = connecter(noura);
    deposer(nav, "AAH", "RQTH");
    nav.suivre(repondre(nav, "2025-10-10", "sens-AAH", "REFUSE", "sens-RQTH", "ACCORDE", "depuis-RQTH", "2025-10-10", "sansLimite-RQTH", "oui"));
    assertThat(echeances()).containsExactly("DECISION_MDPH TENUE 2026-01-10", "RECOURS_MDPH OUVERTE 2025-12-10");
    assertThat(pas(noura)).singleElement().satisfies(p -> {
      assertThat(p.rang()).isEqualTo(Rang.LOI);
      assertThat(p.quoi()).isEqualTo("Lui dire la réponse de la MDPH : elle peut contester jusqu'au 10 décembre 2025");
    });
    nav.suivre(etape(nav, "recours", "le", "2025-10-18"));
    assertThat(etats()).containsExactly("CONTESTE");
    assertThat(echeances()).containsExactly("DECISION_MDPH TENUE 2026-01-10", "RECOURS_MDPH TENUE 2025-12-10",
        "REPONSE_AU_RECOURS_MDPH OUVERTE 2025-12-18");
    horloge.regler(LocalDate.of(2025, 12, 5).atTime(9, 0));
    String page = nav.suivre(repondre(nav, "2025-12-03", "sens-AAH", "ACCORDE", "depuis-AAH", "2025-10-01", "jusquAu-AAH", "2027-09-30")).body();
    assertThat(page).contains("Après le recours").contains("Jusqu'au 30 septembre 2027");
    assertThat(etats()).containsExactly("DECIDE");
    PageRefusee.dit(nav.poster(page() + "/" + dossier() + "/reponses/" + base.sql(
        "select min(id) from handicap.reponse where personne_id = ? and droit = 'AAH'").param(ana.id()).query(Long.class).single() + "/retrait",
        Map.of("motif", "Erreur")), "REPONSE_CONTESTEE", "retirez d'abord la réponse au recours");
    nav.suivre(nav.poster(page() + "/" + dossier() + "/reponses/" + reponse("AAH") + "/retrait", Map.of("motif", "Une autre personne")));
    assertThat(etats()).as("le recours attend de nouveau").containsExactly("CONTESTE");
    assertThat(echeances()).contains("REPONSE_AU_RECOURS_MDPH OUVERTE 2025-12-18", "RENOUVELLEMENT_MDPH CADUQUE 2027-03-30");
    nav.suivre(etape(nav, "retour", "motif", "Elle n'a pas contesté"));
    assertThat(etats()).containsExactly("DECIDE");
    assertThat(echeances()).contains("RECOURS_MDPH OUVERTE 2025-12-10", "REPONSE_AU_RECOURS_MDPH CADUQUE 2025-12-18");
  }

  @Test
  void le_silence_n_est_un_refus_qu_apres_le_delai() {
    Navigateur nav = connecter(noura);
    deposer(nav, "RQTH");
    PageRefusee.dit(repondre(nav, "2025-10-20", "sens-RQTH", "SANS_REPONSE"), "SILENCE_TROP_TOT", "sens-RQTH-reponses-" + dossier(),
        "son silence n'est pas encore un refus");
    horloge.regler(LocalDate.of(2026, 1, 12).atTime(9, 0));
    nav.suivre(repondre(nav, "2026-01-11", "sens-RQTH", "SANS_REPONSE"));
    assertThat(etats()).containsExactly("DECIDE");
    assertThat(echeances()).as("du jour où le silence est devenu un refus, et non de celui où il est noté")
            .contains("RECOURS_MDPH OUVERTE 2026-03-10");
    LocalDate apres = LocalDate.of(2026, 3, 12);
    balayages.stream().filter(b -> b.getClass().getPackageName().startsWith("fr.jalon.handicap")).forEach(b -> en(noura, () -> b.balayer(apres)));
    assertThat(echeances()).as("le temps de contester est passé").contains("RECOURS_MDPH CADUQUE 2026-03-10");
  }

  @Test
  void ce_qui_est_mal_saisi_d_une_reponse_se_dit_a_cote_et_reste() {
    Navigateur nav = connecter(noura);
    deposer(nav, "RQTH", "AAH");
    String ici = "-reponses-" + dossier();
    HttpResponse<String> rien = repondre(nav, "");
    PageRefusee.dit(rien, "JOUR_DE_LA_DECISION", "decideeLe" + ici, "Recopiez le jour de la décision.");
    PageRefusee.dit(rien, "AUCUNE_REPONSE", "reponses" + ici, "Dites ce qui est répondu pour un droit au moins.");
    PageRefusee.dit(repondre(nav, "2025-10-21", "sens-AAH", "REFUSE"), "DECISION_A_VENIR", "decideeLe" + ici, "Ce jour n'est pas encore arrivé.");
    PageRefusee.dit(repondre(nav, "2025-09-09", "sens-AAH", "REFUSE"), "DECIDE_AVANT_LE_DEPOT", "decideeLe" + ici, "C'est avant le dépôt du dossier");
    HttpResponse<String> vide = repondre(nav, "2025-10-15", "sens-RQTH", "ACCORDE");
    PageRefusee.dit(vide, "DROIT_SANS_DEBUT", "depuis-RQTH" + ici, "Recopiez le premier jour du droit");
    PageRefusee.dit(vide, "DROIT_SANS_FIN", "jusquAu-RQTH" + ici, "Recopiez le dernier jour du droit");
    assertThat(vide.body()).as("ce qui est tapé reste").contains("value=\"2025-10-15\"");
    PageRefusee.dit(repondre(nav, "2025-10-15", "sens-RQTH", "ACCORDE", "depuis-RQTH", "2025-10-15", "jusquAu-RQTH", "2026-10-14", "sansLimite-RQTH",
        "oui"),
        "DROIT_AVEC_ET_SANS_FIN", "jusquAu-RQTH" + ici, "Un droit a une fin ou n'en a pas");
    PageRefusee.dit(repondre(nav, "2025-10-15", "sens-RQTH", "ACCORDE", "depuis-RQTH", "2025-10-15", "jusquAu-RQTH", "2025-10-15"),
        "DROIT_FINI_AVANT", "jusquAu-RQTH" + ici, "Ce droit finirait avant de commencer");
    PageRefusee.dit(repondre(nav, "2025-10-15", "sens-RQTH", "ACCORDE", "depuis-RQTH", "2025-10-15", "jusquAu-RQTH", "2035-10-16"),
        "DROIT_TROP_LONG", "jusquAu-RQTH" + ici, "ans de ce droit");
    PageRefusee.dit(repondre(nav, "2025-10-15", "sens-RQTH", "ACCORDE", "depuis-RQTH", "1940-10-15", "jusquAu-RQTH", "1941-10-14"),
        "DROIT_AVANT_LES_MDPH", "depuis-RQTH" + ici, "Les MDPH n'existaient pas encore ce jour-là");
    assertThat(base.sql("select count(*) from handicap.reponse where personne_id = ?").param(ana.id()).query(Integer.class).single()).isZero();
  }

  @Test
  void notee_deux_fois_elle_l_est_une_autrement_elle_se_retire_d_abord() {
    Navigateur nav = connecter(noura);
    deposer(nav, "RQTH", "CMI");
    Map<String, String> accorde = Map.of("decideeLe", "2025-10-15", "sens-CMI", "ACCORDE", "depuis-CMI", "2025-10-15", "jusquAu-CMI", "2030-10-14");
    String action = page() + "/" + dossier() + "/reponses";
    nav.suivre(nav.poster(action, accorde));
    nav.suivre(nav.poster(action, accorde));
    assertThat(base.sql("select count(*) from handicap.reponse where personne_id = ?").param(ana.id()).query(Integer.class).single()).isOne();
    PageRefusee.connue("REPONSE_DEJA_NOTEE", "retirez-la d'abord si elle est fausse");
    assertThat(nav.poster(action, Map.of("decideeLe", "2025-10-16", "sens-CMI", "REFUSE")).statusCode()).isEqualTo(422);
    PageRefusee.dit(etape(nav, "retour", "motif", "Pas déposé"), "REPONSES_NOTEES",
        "Des réponses sont notées : retirez-les d'abord");
    String retrait = action + "/" + reponse("CMI") + "/retrait";
    PageRefusee.dit(nav.poster(retrait, Map.of("motif", "")), "DOSSIER_MDPH_SANS_RAISON", "motif-retrait-" + reponse("CMI"), "Dites pourquoi");
    assertThat(nav.suivre(nav.poster(retrait, Map.of("motif", "Mauvaise date"))).body()).contains("La réponse est retirée");
    PageRefusee.dit(nav.poster(retrait, Map.of("motif", "Mauvaise date")), "REPONSE_DEJA_RETIREE", "Cette réponse est déjà retirée");
    nav.suivre(nav.poster(action, Map.of("decideeLe", "2025-10-16", "sens-CMI", "REFUSE", "sens-RQTH", "REFUSE")));
    assertThat(etats()).containsExactly("DECIDE");
    nav.suivre(nav.poster(action, Map.of("decideeLe", "2025-10-16", "sens-CMI", "REFUSE", "sens-RQTH", "REFUSE")));
    PageRefusee.dit(nav.poster(page() + "/" + dossier() + "/retour", Map.of("etat", "DECIDE", "motif", "Erreur")), "RETIRER_LA_REPONSE",
        "Retirez la réponse notée par erreur");
    nav.suivre(nav.poster(action + "/" + reponse("RQTH") + "/retrait", Map.of("motif", "Pas reçue")));
    assertThat(etats()).as("il l'attend de nouveau").containsExactly("DEPOSE");
    assertThat(echeances()).contains("DECISION_MDPH OUVERTE 2026-01-10", "RECOURS_MDPH CADUQUE 2025-12-16");
  }

  @Test
  void un_droit_repondu_reste_demande() {
    Navigateur nav = connecter(noura);
    deposer(nav, "RQTH", "CMI");
    nav.suivre(repondre(nav, "2025-10-15", "sens-CMI", "REFUSE"));
    PageRefusee.dit(nav.poster(page() + "/" + dossier() + "/constitution", version("droits", "RQTH", "aide", "PROCHE")), "DROIT_DEJA_REPONDU",
        "droits-constitution-" + dossier(), "La MDPH a déjà répondu pour un droit que vous retirez");
  }

  private Map<String, String> version(String... champs) {
    Map<String, String> tous = new java.util.HashMap<>();
    for (int i = 0; i < champs.length; i += 2) {
      tous.put(champs[i], champs[i + 1]);
    }
    return tous;
  }

  @Test
  void un_droit_qui_finit_est_a_renouveler_six_mois_avant_et_ne_l_est_plus_une_fois_redemande() {
    Navigateur nav = connecter(noura);
    ouvrir(nav, "DEPOSE", "2024-11-04", "RQTH");
    nav.suivre(repondre(nav, "2025-01-10", "sens-RQTH", "ACCORDE", "depuis-RQTH", "2025-01-10", "jusquAu-RQTH", "2026-03-31"));
    nav.suivre(etape(nav, "suites", "le", "2025-01-20"));
    assertThat(pas(noura)).singleElement().satisfies(p -> {
      assertThat(p.genre()).isEqualTo("DROIT_A_RENOUVELER");
      assertThat(p.quoi()).isEqualTo("RQTH : droit à renouveler, fin le 31 mars 2026");
      assertThat(p.limite()).isEqualTo(LocalDate.of(2025, 11, 30));
    });
    assertThat(nav.ouvrir("/dossiers-mdph?file=a-renouveler&nom=" + nom).body()).contains("Finit le 31/03/2026");
    assertThat(nav.ouvrir(page()).body()).contains("Renouveler ses droits").contains("À renouveler : jusqu'au 31 mars 2026");
    assertThat(echeances()).containsExactly("DECISION_MDPH TENUE 2025-03-04", "RENOUVELLEMENT_MDPH OUVERTE 2025-09-30");
    ouvrir(nav, "A_CONSTITUER", "2025-10-10", "RQTH");
    assertThat(nav.ouvrir(page()).body()).contains("Renouvellement commencé le 10 octobre 2025");
    assertThat(pas(noura)).extracting(p -> p.genre()).containsExactly("DEMARCHE_A_DEPOSER");
    nav.suivre(etape(nav, "depot", "le", "2025-10-18"));
    assertThat(echeances()).contains("RENOUVELLEMENT_MDPH TENUE 2025-09-30");
  }

  @Test
  void deja_reconnue_avant_son_suivi_sa_reponse_se_note_meme_ancienne() {
    Navigateur nav = connecter(noura);
    ouvrir(nav, "DEPOSE", "", "RQTH");
    assertThat(nav.suivre(repondre(nav, "2023-05-02", "sens-RQTH", "ACCORDE", "depuis-RQTH", "2023-05-02", "sansLimite-RQTH", "oui")).body())
        .contains("Sans limite de durée");
    assertThat(etats()).containsExactly("DECIDE");
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Sans limite de durée");
  }
}
