package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan with fewer hours, or without weekly hours at the person's request (L. 5411-6 code du travail). See {@link EssaiDHeures}. */
class AdaptationTest extends EssaiDHeures {
  private static final String[] ADAPTEE = {"dispense", "non", "heures", "7h30", "motif", "SITUATION_PERSONNELLE", "preuve", "DITE", "depuis",
      "2025-10-06", "aRevoirLe", "2026-01-15"};
  private static final String[] DISPENSEE = {"dispense", "oui", "motif", "SANTE_HANDICAP_INVALIDITE", "demandee", "oui", "preuve",
      "PAPIER_DE_DROIT",
      "preuveVueLe", "2025-10-20", "depuis", "2025-10-06", "aRevoirLe", "2026-01-15"};

  @Test
  void un_plan_adapte_demande_moins_d_heures_jamais_zero() {
    contrat().avec("DEMARCHES", "7.5");
    assertThat(compter(LocalDate.of(2025, 10, 13))).as("sous quinze heures, sans raison notée").isEqualTo("SOUS_QUINZE 900/450/0");
    Navigateur nav = connecter(noura);
    assertThat(nav.ouvrir(page() + "?semaine=2025-W42").body()).contains("rien ne dit pourquoi");
    PageRefusee.dit(adapter(nav, avec(ADAPTEE, "heures", "0")), "ADAPTATION_A_ZERO", "heures-adaptation",
        "Un plan adapté garde des heures, jamais zéro");
    PageRefusee.dit(adapter(nav, avec(ADAPTEE, "heures", "15")), "ADAPTATION_SANS_BAISSE", "heures-adaptation",
        "à partir de là, il n'y a rien à adapter");
    PageRefusee.dit(adapter(nav, avec(ADAPTEE, "heures", "7h10")), "ADAPTATION_PAR_DEMI_HEURE", "heures-adaptation", "Arrondissez à la demi-heure");
    assertThat(nav.suivre(adapter(nav, ADAPTEE)).body()).contains("son plan est adapté").contains("Plan adapté : 7\u00a0h\u00a030 par semaine")
        .contains("Autre situation personnelle");
    assertThat(semaine(LocalDate.of(2025, 10, 13))).as("les semaines depuis ce jour sont recomptées").isEqualTo("ADAPTEE 450/450/0");
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Plan adapté : 7\u00a0h\u00a030 par semaine");
  }

  @Test
  void une_dispense_est_a_sa_demande_et_pour_deux_raisons_de_la_loi() {
    contrat().avec("SOINS", "3");
    Navigateur nav = connecter(noura);
    PageRefusee.dit(adapter(nav, avec(DISPENSEE, "motif", "SITUATION_PERSONNELLE")), "DISPENSE_POUR_SITUATION", "motif-adaptation",
        "Une situation personnelle permet moins d'heures, jamais aucune");
    PageRefusee.dit(adapter(nav, avec(DISPENSEE, "demandee", "")), "DISPENSE_NON_DEMANDEE", "demandee-adaptation",
        "Un plan sans durée hebdomadaire se fait à la demande de la personne");
    String[] parent = avec(DISPENSEE, "motif", "PARENT_ISOLE_SANS_GARDE");
    PageRefusee.dit(adapter(nav, parent), "AGE_DE_L_ENFANT", "enfantDe-adaptation", "Indiquez l'âge du plus jeune enfant");
    PageRefusee.dit(adapter(nav, avec(parent, "enfantDe", "12")), "ENFANT_TROP_GRAND", "enfantDe-adaptation",
        "La loi parle d'un enfant de moins de");
    nav.suivre(adapter(nav, avec(parent, "enfantDe", "11")));
    assertThat(semaine(LocalDate.of(2025, 10, 13))).isEqualTo("DISPENSEE -/180/0");
    assertThat(nav.ouvrir(page() + "?semaine=2025-W42").body()).contains("aucune durée n'est demandée cette semaine");
  }

  @Test
  void ce_qui_manque_se_dit_a_cote_de_son_champ() {
    Navigateur nav = connecter(noura);
    HttpResponse<String> rien = adapter(nav, "depuis", "");
    PageRefusee.dit(rien, "ADAPTATION_LAQUELLE", "dispense-adaptation", "Choisissez : moins d'heures");
    PageRefusee.dit(rien, "ADAPTATION_SANS_MOTIF", "motif-adaptation", "Choisissez la raison");
    PageRefusee.dit(rien, "ADAPTATION_SANS_PREUVE", "preuve-adaptation", "Dites sur quoi cela repose");
    PageRefusee.dit(rien, "ADAPTATION_SANS_DEBUT", "depuis-adaptation", "Indiquez depuis quel jour");
    PageRefusee.dit(rien, "ADAPTATION_SANS_REVUE", "aRevoirLe-adaptation", "un plan adapté n'est jamais sans fin");
    PageRefusee.dit(adapter(nav, avec(ADAPTEE, "aRevoirLe", "2025-10-22")), "REVUE_PASSEE", "aRevoirLe-adaptation", "Ce jour est passé");
    PageRefusee.dit(adapter(nav, avec(avec(ADAPTEE, "depuis", "2026-02-01"), "aRevoirLe", "2026-01-31")), "REVUE_AVANT_DEBUT",
        "aRevoirLe-adaptation",
        "La situation se revoit après le premier jour");
    PageRefusee.dit(adapter(nav, avec(ADAPTEE, "aRevoirLe", "2026-10-07")), "REVUE_TROP_LOIN", "aRevoirLe-adaptation",
        "La situation se revoit au plus tard");
    PageRefusee.dit(adapter(nav, avec(DISPENSEE, "preuveVueLe", "")), "PREUVE_SANS_JOUR", "preuveVueLe-adaptation",
        "Indiquez le jour où vous avez vu");
    PageRefusee.dit(adapter(nav, avec(DISPENSEE, "preuveVueLe", "2025-10-23")), "PREUVE_VUE_DEMAIN", "preuveVueLe-adaptation",
        "Ce jour n'est pas encore arrivé : indiquez celui où vous avez vu le papier.");
    assertThat(base.sql("select count(*) from engagement.adaptation where personne_id = ?").param(ana.id()).query(Integer.class).single()).isZero();
  }

  @Test
  void la_raison_se_lit_de_qui_lit_la_sante_les_autres_lisent_plan_adapte() {
    contrat().avec("SOINS", "3");
    Navigateur nav = connecter(noura);
    nav.suivre(adapter(nav, DISPENSEE));
    assertThat(nav.ouvrir(page()).body()).contains("Santé, handicap ou invalidité. Notification d'un droit");
    String lue = connecter(partenaire).ouvrir(page()).body();
    assertThat(lue).contains("Sans durée hebdomadaire").doesNotContain("Santé, handicap").doesNotContain("Notification d'un droit");
  }

  @Test
  void un_double_clic_n_en_note_qu_un_un_second_plan_attend_la_fin_du_premier() {
    Navigateur nav = connecter(noura);
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page()).body(), page() + "/adaptation", "");
    for (int i = 0; i < ADAPTEE.length; i += 2) {
      f = f.avec(ADAPTEE[i], ADAPTEE[i + 1]);
    }
    nav.suivre(nav.poster(f.action(), f.champs()));
    nav.suivre(nav.poster(f.action(), f.champs()));
    assertThat(adaptations()).containsExactly("ADAPTEE 7.5 2025-10-06 -");
    PageRefusee.dit(nav.poster(f.action(), f.avec("cle", "").champs()), "ADAPTATION_DEJA", "Son plan est déjà adapté");
    long id = base.sql("select id from engagement.adaptation where personne_id = ?").param(ana.id()).query(Long.class).single();
    String fin = page() + "/adaptation/" + id + "/fin";
    PageRefusee.dit(nav.poster(fin, Map.of("finieLe", "", "finMotif", "")), "FIN_SANS_JOUR", "finieLe-fin-" + id, "Indiquez son dernier jour");
    PageRefusee.dit(nav.poster(fin, Map.of("finieLe", "2025-10-23", "finMotif", "x")), "FIN_DEMAIN", "finieLe-fin-" + id,
        "Ce jour n'est pas encore arrivé : mettez-y fin ce jour-là.");
    PageRefusee.dit(nav.poster(fin, Map.of("finieLe", "2025-10-05", "finMotif", "x")), "FIN_AVANT_DEBUT", "finieLe-fin-" + id,
        "Il finirait avant d'avoir commencé");
    PageRefusee.dit(nav.poster(fin, Map.of("finieLe", "2025-10-20", "finMotif", " ")), "ADAPTATION_SANS_RAISON", "finMotif-fin-" + id,
        "Dites pourquoi, en");
    nav.suivre(nav.poster(fin, Map.of("finieLe", "2025-10-20", "finMotif", "Elle a trouvé une garde")));
    assertThat(adaptations()).containsExactly("ADAPTEE 7.5 2025-10-06 2025-10-20");
    PageRefusee.dit(nav.poster(fin, Map.of("finieLe", "2025-10-20", "finMotif", "x")), "ADAPTATION_FINIE",
        "Vous ou un collègue y avez déjà mis fin");
    PageRefusee.dit(adapter(nav, ADAPTEE), "ADAPTATION_CHEVAUCHE", "depuis-adaptation", "Un plan adapté valait encore ce jour-là");
    PageRefusee.dit(nav.poster(page() + "/adaptation/999999999/fin", Map.of("finieLe", "2025-10-20", "finMotif", "x")), "ADAPTATION_INCONNUE",
        "Ce plan adapté n'est plus dans ce que vous pouvez consulter");
  }

  @Test
  void note_par_erreur_il_ne_compte_plus_et_reste_lisible() {
    contrat().avec("DEMARCHES", "15");
    Navigateur nav = connecter(noura);
    nav.suivre(adapter(nav, ADAPTEE));
    long id = base.sql("select id from engagement.adaptation where personne_id = ?").param(ana.id()).query(Long.class).single();
    String retrait = page() + "/adaptation/" + id + "/retrait";
    assertThat(nav.suivre(nav.poster(retrait, Map.of("retraitMotif", "C'était une autre personne"))).body()).contains("ne compte plus")
        .contains("C'était une autre personne");
    nav.suivre(nav.poster(retrait, Map.of("retraitMotif", "Encore")));
    assertThat(semaine(LocalDate.of(2025, 10, 13))).isEqualTo("QUINZE 900/900/0");
  }

  @Test
  void le_jour_de_la_revue_est_un_pas_avant_qu_il_arrive() {
    Navigateur nav = connecter(noura);
    nav.suivre(adapter(nav, ADAPTEE));
    assertThat(pas(noura)).noneMatch(p -> p.genre().equals("PLAN_A_REVOIR"));
    horloge.regler(LocalDate.of(2025, 12, 26).atTime(9, 0));
    assertThat(pas(noura)).filteredOn(p -> p.genre().equals("PLAN_A_REVOIR")).singleElement().satisfies(p -> {
      assertThat(p.limite()).isEqualTo(LocalDate.of(2026, 1, 15));
      assertThat(p.rang()).isEqualTo(Rang.HABITUDE);
      assertThat(p.adresse()).isEqualTo(page());
    });
  }

  @Test
  void trois_semaines_ou_des_heures_manquent_sont_un_pas_jamais_une_sanction() {
    contrat().avec("DEMARCHES", "15");
    horloge.regler(LocalDate.of(2025, 10, 29).atTime(9, 0));
    compter.compter(List.of(ana.id()), LocalDate.of(2025, 10, 6), LocalDate.of(2025, 10, 29));
    assertThat(pas(noura)).filteredOn(p -> p.genre().equals("HEURES_MANQUANTES")).singleElement().satisfies(p -> {
      assertThat(p.quoi()).isEqualTo("Parler de ses heures : il en manque depuis 3\u00a0semaines");
      assertThat(p.pourquoi()).startsWith("Il manque 45\u00a0h. Rien n'en découle seul");
      assertThat(p.rang()).isEqualTo(Rang.HABITUDE);
    });
    Navigateur nav = connecter(noura);
    nav.suivre(noter(nav, "2025-W42", "h-DEMARCHES-0", "15"));
    assertThat(pas(noura)).as("une semaine pleine").noneMatch(p -> p.genre().equals("HEURES_MANQUANTES"));
  }

  private List<String> adaptations() {
    return base.sql("select genre || ' ' || coalesce(heures::text, '-') || ' ' || depuis || ' ' || coalesce(finie_le::text, '-') from engagement.adaptation where personne_id = ? order by id")
        .param(ana.id()).query(String.class).list();
  }

  private static String[] avec(String[] champs, String nom, String valeur) {
    String[] autres = java.util.Arrays.copyOf(champs, champs.length + 2);
    autres[champs.length] = nom;
    autres[champs.length + 1] = valeur;
    return autres;
  }
}
