package fr.jalon.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hours of a week noted in one grid, each with its source. See {@link EssaiDHeures}. */
class HeuresTest extends EssaiDHeures {
  @Test
  void le_referent_note_une_semaine_la_jauge_dit_prevu_fait_et_manquant() {
    contrat().avec("DEMARCHES", "5").avec("RECHERCHE", "10");
    Navigateur nav = connecter(noura);
    HttpResponse<String> suite = nav.suivre(noter(nav, "2025-W42", "h-DEMARCHES-2", "1h30", "h-DEMARCHES-4", "2", "h-RECHERCHE-0", "6,5"));
    assertThat(suite.body()).contains("3\u00a0cases changées")
        .contains("<strong>10\u00a0h</strong> faites sur <strong>15\u00a0h</strong> demandées")
        .contains("il en manque <strong>5\u00a0h</strong>").contains("15\u00a0h prévues");
    assertThat(heures()).containsExactly("DEMARCHES 90 REFERENT 2025-10-14", "DEMARCHES 120 REFERENT 2025-10-16", "RECHERCHE 390 REFERENT semaine");
    assertThat(semaine(LocalDate.of(2025, 10, 13))).isEqualTo("QUINZE 900/900/600");
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Heures d'activité").contains("Noter ses heures")
        .contains("10\u00a0h");
  }

  @Test
  void une_correction_ecrit_une_autre_ligne_et_garde_la_premiere_avec_qui_et_pourquoi() {
    contrat().avec("DEMARCHES", "15");
    Navigateur nav = connecter(noura);
    nav.suivre(noter(nav, "2025-W42", "h-DEMARCHES-2", "2"));
    String suite = nav.suivre(noter(nav, "2025-W42", "h-DEMARCHES-2", "3", "motif", "Elle est restée une heure de plus")).body();
    assertThat(heures()).containsExactly("DEMARCHES 180 REFERENT 2025-10-14");
    assertThat(base.sql("select minutes || ' ' || annulee_par || ' ' || annulee_motif from engagement.heure where personne_id = ? and annulee_le is not null")
        .param(ana.id()).query(String.class).list()).containsExactly("120 " + noura.identifiant() + " Elle est restée une heure de plus");
    assertThat(suite).contains("Retirée par " + noura.nom()).contains("Elle est restée une heure de plus");
    nav.suivre(noter(nav, "2025-W42", "h-DEMARCHES-2", ""));
    assertThat(heures()).as("vidée, la case ne compte plus").isEmpty();
    assertThat(semaine(LocalDate.of(2025, 10, 13))).isEqualTo("QUINZE 900/900/0");
  }

  @Test
  void un_double_clic_n_ecrit_qu_une_fois_deux_onglets_se_le_disent() {
    contrat().avec("DEMARCHES", "15");
    Navigateur nav = connecter(noura);
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page() + "?semaine=2025-W42").body(), page(), "").avec("h-DEMARCHES-2", "2");
    nav.suivre(nav.poster(f.action(), f.champs()));
    assertThat(nav.suivre(nav.poster(f.action(), f.champs())).body()).contains("Rien n'a changé");
    assertThat(heures()).hasSize(1);
    HttpResponse<String> refus = nav.poster(f.action(), f.avec("h-DEMARCHES-2", "4").champs());
    PageRefusee.dit(refus, "SEMAINE_CHANGEE", "relisez, puis enregistrez de nouveau");
    assertThat(refus.body()).as("la saisie est gardée").contains("value=\"4\"");
    FormulaireLu relu = FormulaireLu.de(refus.body(), page(), "");
    nav.suivre(nav.poster(relu.action(), relu.champs()));
    assertThat(heures()).containsExactly("DEMARCHES 240 REFERENT 2025-10-14");
  }

  @Test
  void ce_qui_est_mal_saisi_se_dit_a_cote_de_sa_case_et_rien_n_est_perdu() {
    contrat().avec("DEMARCHES", "5").avec("RECHERCHE", "5").avec("FORMATION", "10");
    Navigateur nav = connecter(noura);
    HttpResponse<String> page = noter(nav, "2025-W43", "h-DEMARCHES-1", "deux", "h-DEMARCHES-2", "-2", "h-RECHERCHE-1", "25", "h-RECHERCHE-5", "1",
        "h-FORMATION-1", "7", "h-RIEN-1", "1");
    PageRefusee.dit(page, "HEURES_ILLISIBLES", "h-DEMARCHES-1", "écrivez par exemple 3, 1,5 ou 1h30");
    PageRefusee.dit(page, "HEURES_NEGATIVES", "h-DEMARCHES-2", "Des heures ne se comptent pas en dessous de zéro");
    PageRefusee.dit(page, "HEURES_DU_JOUR", "h-RECHERCHE-1", "Une journée n'a que vingt-quatre heures");
    assertThat(page.body()).as("ce qui est tapé reste").contains("value=\"deux\"").contains("value=\"-2\"");
    PageRefusee.connue("HEURES_DEMAIN", "Ce jour n'est pas encore arrivé : notez ces heures une fois faites.");
    assertThat(page.body()).contains("Ce jour n'est pas encore arrivé");
    PageRefusee.connue("HEURES_STRUCTUREES", "Ces heures se comptent seules");
    assertThat(page.body()).contains("Ces heures se comptent seules");
    PageRefusee.connue("ACTIVITE_INCONNUE", "Cette activité n'est pas dans la liste");
    assertThat(heures()).isEmpty();
    HttpResponse<String> trop = noter(nav, "2025-W42", "h-DEMARCHES-0", "40", "h-RECHERCHE-0", "30");
    PageRefusee.dit(trop, "HEURES_TROP_NOMBREUSES", "h-DEMARCHES-0", "vérifiez ce nombre");
    assertThat(trop.body()).contains("Cela ferait 70\u00a0h cette semaine, plus que 60 heures");
    PageRefusee.dit(noter(nav, "2025-W42", "h-DEMARCHES-0", "1", "motif", "x".repeat(501)), "HEURES_MOTIF_LONG", "motif-semaine",
        "Dites pourquoi en");
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page() + "?semaine=2025-W42").body(), page(), "").avec("semaine",
        "2025-W50").avec("h-DEMARCHES-0", "2");
    PageRefusee.dit(nav.poster(f.action(), f.champs()), "SEMAINE_A_VENIR", "Cette semaine n'est pas commencée");
    assertThat(heures()).isEmpty();
  }

  @Test
  void un_rendez_vous_tenu_et_un_contact_note_comptent_seuls_une_seule_fois() {
    contrat().avec("ACCOMPAGNEMENT", "1").avec("DEMARCHES", "14");
    long entretien = entretien(LocalDate.of(2025, 10, 14), "CONVOQUEE");
    base.sql("update rendezvous.entretien set etat = 'PRESENTE' where id = ?").param(entretien).update();
    assertThat(recueillir.executer(List.of(ana.id()), LocalDate.of(2025, 10, 13), LocalDate.of(2025, 10, 19))).isOne();
    assertThat(recueillir.executer(List.of(ana.id()), LocalDate.of(2025, 10, 13), LocalDate.of(2025, 10, 19))).as("deux fois, une fois").isZero();
    assertThat(heures()).containsExactly("ACCOMPAGNEMENT 45 RENDEZ_VOUS 2025-10-14");
    Navigateur nav = connecter(noura);
    assertThat(nav.ouvrir(page() + "?semaine=2025-W42").body()).contains("Rendez-vous tenu").contains("45\u00a0min déjà comptées")
        .contains("À corriger là où il est noté");
    PageRefusee.dit(noter(nav, "2025-W42", "h-ACCOMPAGNEMENT-2", "1"), "HEURES_DEJA_PROUVEES", "h-ACCOMPAGNEMENT-2",
        "ne le saisissez pas une seconde fois");
    base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, duree_minutes, cle, saisi_par, saisi_le)
        values (?, '2025-10-14', 'BUREAU', 'PRESENTE', 60, gen_random_uuid(), 'essai', now())""").param(ana.id()).update();
    recueillir.executer(List.of(ana.id()), LocalDate.of(2025, 10, 13), LocalDate.of(2025, 10, 19));
    assertThat(heures()).as("le contact dit sa vraie durée").containsExactly("ACCOMPAGNEMENT 60 CONTACT 2025-10-14");
    long prouvee = base.sql("select id from engagement.heure where personne_id = ? and annulee_le is null").param(ana.id()).query(Long.class).single();
    PageRefusee.dit(nav.poster(page() + "/" + prouvee + "/retrait", java.util.Map.of("motif", "x")), "HEURE_PROUVEE_AILLEURS",
        "Cette heure vient d'un rendez-vous ou d'un contact");
    base.sql("update rendezvous.entretien set etat = 'ABSENTE' where id = ?").param(entretien).update();
    base.sql("update accompagnement.contact set retire_le = now(), retire_par = 'essai', retire_motif = 'Erreur' where personne_id = ?").param(ana.id())
        .update();
    recueillir.executer(List.of(ana.id()), LocalDate.of(2025, 10, 13), LocalDate.of(2025, 10, 19));
    assertThat(heures()).as("ce qui n'est plus prouvé ne compte plus").isEmpty();
    PageRefusee.dit(noter(nav, "2025-W42", "h-ACCOMPAGNEMENT-2", "1"), "HEURES_D_ABSENCE", "h-ACCOMPAGNEMENT-2",
        "Elle est notée absente à un rendez-vous ce jour-là");
    nav.suivre(noter(nav, "2025-W42", "h-DEMARCHES-2", "1"));
    assertThat(heures()).as("une autre activité ce jour-là se note").containsExactly("DEMARCHES 60 REFERENT 2025-10-14");
  }

  @Test
  void un_contact_note_a_l_ecran_compte_aussitot() {
    contrat().avec("DEMARCHES", "15");
    base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, duree_minutes, cle, saisi_par, saisi_le)
        values (?, '2025-10-21', 'BUREAU', 'PRESENTE', 30, gen_random_uuid(), 'essai', now())""").param(ana.id()).update();
    clore.executer();
    assertThat(semaine(LUNDI)).isEqualTo("QUINZE 900/900/30");
    assertThat(semaine(LocalDate.of(2025, 10, 13))).as("la semaine d'avant est close").isEqualTo("QUINZE 900/900/0");
    clore.executer();
    assertThat(heures()).containsExactly("ACCOMPAGNEMENT 30 CONTACT 2025-10-21");
  }

  @Test
  void une_heure_d_avant_le_contrat_est_gardee_et_dite_une_heure_retiree_reste_lisible() {
    Navigateur nav = connecter(noura);
    assertThat(nav.suivre(noter(nav, "2025-W41", "h-BENEVOLAT-3", "3")).body()).contains("Sans contrat").contains("hors de tout contrat");
    assertThat(semaine(LocalDate.of(2025, 10, 6))).isEqualTo("SANS_CONTRAT -/0/180");
    long heure = base.sql("select id from engagement.heure where personne_id = ?").param(ana.id()).query(Long.class).single();
    String retrait = page() + "/" + heure + "/retrait";
    PageRefusee.dit(nav.poster(retrait, java.util.Map.of("semaine", "2025-W41", "motif", " ")), "RETRAIT_D_HEURE_SANS_RAISON",
        "motif-heure-" + heure,
        "Dites pourquoi elle est retirée");
    assertThat(nav.suivre(nav.poster(retrait, java.util.Map.of("semaine", "2025-W41", "motif", "C'était sa sœur"))).body())
        .contains("Cette heure ne compte plus").contains("C'était sa sœur");
    nav.suivre(nav.poster(retrait, java.util.Map.of("semaine", "2025-W41", "motif", "Encore")));
    assertThat(heures()).isEmpty();
    PageRefusee.dit(nav.poster(page() + "/999999999/retrait", java.util.Map.of("motif", "x")), "HEURE_INCONNUE", "rien n'est changé");
  }

  @Test
  void les_demarches_de_sante_comptent_pour_tous_et_ne_se_lisent_que_de_qui_lit_la_sante() {
    contrat().avec("SOINS", "15", LocalDate.of(2025, 10, 6), LocalDate.of(2026, 4, 5), true);
    Navigateur nav = connecter(noura);
    nav.suivre(noter(nav, "2025-W42", "h-SOINS-2", "4"));
    Navigateur autre = connecter(partenaire);
    String lue = autre.ouvrir(page() + "?semaine=2025-W42").body();
    assertThat(lue).contains("<strong>4\u00a0h</strong> faites sur").doesNotContain("Démarches de santé").doesNotContain("h-SOINS");
    FormulaireLu f = FormulaireLu.de(lue, page(), "").avec("h-SOINS-3", "1");
    PageRefusee.connue("ACTIVITE_INCONNUE", "choisissez-en une autre");
    assertThat(autre.poster(f.action(), f.champs()).statusCode()).isEqualTo(422);
  }

  @Test
  void qui_ne_voit_plus_la_personne_est_averti_et_rien_n_est_note() {
    contrat().avec("DEMARCHES", "15");
    Navigateur nav = connecter(noura);
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page() + "?semaine=2025-W42").body(), page(), "").avec("h-DEMARCHES-2", "2");
    base.sql("update allocataires.personne set territoire_id = 2, organisation_ids = null where id = ?").param(ana.id()).update();
    PageRefusee.dit(nav.poster(f.action(), f.champs()), "HEURES_D_UNE_PARTIE", "Rien n'est noté");
    assertThat(nav.ouvrir(page()).statusCode()).isEqualTo(404);
    assertThat(heures()).isEmpty();
  }

  private long entretien(LocalDate jour, String etat) {
    return base.sql("""
        with l as (insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone)
          values (?, '1 rue du Lac', '07000', '07186', ?, true, 10, '') returning id, territoire_id),
        p as (insert into rendezvous.permanence (lieu_id, territoire_id, agent, jour_semaine, debut, fin, minutes, du, au, cree_par, cree_le)
          select id, territoire_id, 'Noura', 2, '09:00', '12:00', 45, '2025-10-01', '2025-12-31', 'essai', now() from l returning id, territoire_id),
        k as (insert into rendezvous.creneau (permanence_id, territoire_id, jour, debut, fin) select id, territoire_id, ?, '09:00', '09:45' from p returning id)
        insert into rendezvous.entretien (personne_id, creneau_id, etat, etat_depuis, saisi_par, saisi_le)
        select ?, id, ?, now(), 'essai', now() from k returning id""").params("Bureau des heures " + essai, CENTRE, jour, ana.id(), etat)
        .query(Long.class).single();
  }
}
