package fr.jalon.papiers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Ordres;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person showed once is not asked again; what is awaited is a step. See {@link EssaiDePapiers}. */
class PapiersTest extends EssaiDePapiers {
  @Test
  void vu_une_fois_il_n_est_pas_redemande_sauf_a_dire_ce_qui_a_change() {
    Navigateur nav = connecter(noura);
    assertThat(nav.ouvrir("/papiers/" + ana.id()).body()).contains("Aucun papier n'est noté");
    String suite = nav.suivre(vu(nav, "CV", "2025-10-03", "")).body();
    assertThat(suite).contains("ne sera pas redemandé tant qu'il est valable").contains("Valable jusqu'au 3 octobre 2026")
        .contains("Vu le 3 octobre 2025 par " + noura.nom());
    HttpResponse<String> refus = demande(nav, "CV", "2025-11-03", "");
    dejaVu(refus, "Déjà vu le 3 octobre 2025 par " + noura.nom() + ", valable jusqu'au 3 octobre 2026");
    assertThat(refus.body()).as("ce qui est tapé reste").contains("value=\"2025-11-03\"");
    assertThat(etats(ana)).containsExactly("VU");
    nav.suivre(demande(nav, "CV", "2025-11-03", "Elle a changé de métier"));
    assertThat(etats(ana)).containsExactlyInAnyOrder("VU", "ATTENDU");
  }

  @Test
  void un_papier_qui_finit_bientot_ou_est_perime_se_redemande_et_se_dit_a_renouveler() {
    Navigateur nav = connecter(noura);
    nav.suivre(vu(nav, "IDENTITE", "2025-10-03", "2025-12-01"));
    nav.suivre(vu(nav, "PERMIS", "2025-10-03", "2025-10-10"));
    String page = nav.ouvrir("/papiers/" + ana.id()).body();
    assertThat(page).contains("À renouveler : valable jusqu'au 1er décembre 2025").contains("Plus valable depuis le 11 octobre 2025");
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/echanges").body()).contains("À renouveler : valable jusqu'au 1er décembre 2025");
    nav.suivre(demande(nav, "IDENTITE", "2025-11-03", ""));
    nav.suivre(demande(nav, "PERMIS", "2025-11-03", ""));
    assertThat(etats(ana)).containsExactlyInAnyOrder("VU", "VU", "ATTENDU", "ATTENDU");
  }

  @Test
  void un_papier_vu_sans_limite_ne_se_redemande_pas_plusieurs_diplomes_si() {
    Navigateur nav = connecter(noura);
    nav.suivre(vu(nav, "RIB", "2025-10-03", ""));
    dejaVu(demande(nav, "RIB", "2025-11-03", ""), "valable sans limite");
    nav.suivre(vu(nav, "DIPLOME", "2025-10-03", ""));
    nav.suivre(demande(nav, "DIPLOME", "2025-11-03", ""));
    assertThat(etats(ana)).containsExactlyInAnyOrder("VU", "VU", "ATTENDU");
  }

  @Test
  void ce_qui_a_ete_vu_a_une_information_collective_n_est_pas_redemande_non_plus() {
    long session = base.sql("""
        with l as (insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone)
          values (?, '1 rue du Lac', '07000', '07186', ?, true, 10, '') returning id, territoire_id)
        insert into rendezvous.session (lieu_id, territoire_id, jour, debut, fin, capacite, animateur, cree_par, cree_le)
        select id, territoire_id, '2025-10-01', '09:00', '11:00', 10, 'Anne', 'essai', now() from l returning id""")
        .params("Salle des papiers " + essai, CENTRE).query(Long.class).single();
    base.sql("""
        insert into rendezvous.convocation (personne_id, session_id, etat, etat_depuis, pieces_manquantes, saisi_par, saisi_le)
        values (?, ?, 'PRESENTE', now(), '{IDENTITE}', 'essai', now())""").params(ana.id(), session).update();
    Navigateur nav = connecter(noura);
    dejaVu(demande(nav, "ADRESSE", "2025-11-03", ""), "Déjà vu le 1er octobre 2025 par l'information collective");
    nav.suivre(demande(nav, "IDENTITE", "2025-11-03", ""));
    assertThat(etats(ana)).as("celui qui manquait se demande").containsExactly("ATTENDU");
  }

  @Test
  void un_papier_attendu_est_un_pas_de_la_journee_jusqu_a_ce_qu_il_soit_recu() {
    Navigateur nav = connecter(noura);
    nav.suivre(demande(nav, "CV", "2025-11-03", ""));
    nav.suivre(demande(nav, "RIB", "2025-11-10", "Pour l'aide au permis"));
    assertThat(pas(noura)).filteredOn(p -> p.genre().equals("PAPIER_ATTENDU")).singleElement().satisfies(p -> {
      assertThat(p.limite()).isEqualTo(LocalDate.of(2025, 11, 3));
      assertThat(p.quoi()).isEqualTo("Papier attendu pour le 3 novembre 2025");
      assertThat(p.pourquoi()).startsWith("CV, demandé par").endsWith("et 1\u00a0autre");
      assertThat(p.adresse()).isEqualTo("/papiers/" + ana.id());
    });
    assertThat(nav.ouvrir("/dossier/" + ana.id()).body()).contains("Papier attendu pour le 3 novembre 2025").contains("Papier demandé : CV");
    horloge.regler(LocalDate.of(2025, 11, 4).atTime(9, 0));
    assertThat(nav.ouvrir("/papiers/" + ana.id()).body()).contains("Attendu pour le 3 novembre 2025, en retard");
    long cv = numero(ana, "CV");
    FormulaireLu f = FormulaireLu.de(nav.ouvrir("/papiers/" + ana.id()).body(), "/papiers/" + ana.id() + "/" + cv + "/recu", "");
    assertThat(nav.suivre(nav.poster(f.action(), f.champs())).body()).contains("Le papier est reçu").contains("Vu le 4 novembre 2025");
    assertThat(pas(noura)).filteredOn(p -> p.genre().equals("PAPIER_ATTENDU")).singleElement()
        .satisfies(p -> assertThat(p.pourquoi()).startsWith("Relevé d'identité bancaire"));
    nav.suivre(vu(nav, "RIB", "2025-11-04", ""));
    assertThat(pas(noura)).as("noter vu ce qui était attendu, c'est le recevoir").noneMatch(p -> p.genre().equals("PAPIER_ATTENDU"));
    assertThat(etats(ana)).containsExactly("VU", "VU");
    assertThat(base.sql("select de || ' ' || vers from papiers.passage where objet_id = ? and de is not null").param(cv).query(String.class).list())
        .containsExactly("ATTENDU VU");
  }

  @Test
  void plus_necessaire_se_dit_avec_une_raison_et_reste_lisible() {
    Navigateur nav = connecter(noura);
    nav.suivre(demande(nav, "CV", "2025-11-03", ""));
    String adresse = "/papiers/" + ana.id() + "/" + numero(ana, "CV") + "/plus-necessaire";
    PageRefusee.dit(nav.poster(adresse, Map.of("motif", " ")), "PLUS_NECESSAIRE_SANS_RAISON", "motif-inutile-" + numero(ana, "CV"),
        "Dites pourquoi il n'est plus nécessaire");
    assertThat(nav.suivre(nav.poster(adresse, Map.of("motif", "Elle a trouvé un emploi"))).body()).contains("n'est plus attendu")
        .contains("papier qui ne compte plus").contains("Elle a trouvé un emploi");
    assertThat(pas(noura)).noneMatch(p -> p.genre().equals("PAPIER_ATTENDU"));
    PageRefusee.dit(nav.poster(adresse, Map.of("motif", "Encore")), "PAPIER_PLUS_ATTENDU", "la page le montre maintenant");
    nav.suivre(demande(nav, "CV", "2025-11-03", ""));
    assertThat(etats(ana)).as("il peut être redemandé").containsExactlyInAnyOrder("PLUS_NECESSAIRE", "ATTENDU");
  }

  @Test
  void ce_qui_est_mal_saisi_se_dit_a_cote_de_chaque_champ() {
    Navigateur nav = connecter(noura);
    HttpResponse<String> rien = vu(nav, "", "", "");
    PageRefusee.dit(rien, "GENRE_DU_PAPIER", "genre-vu", "Choisissez le papier que vous avez vu.");
    PageRefusee.dit(rien, "JOUR_DU_PAPIER", "vuLe-vu", "Indiquez le jour où vous l'avez vu.");
    PageRefusee.dit(vu(nav, "CV", "2025-10-21", ""), "PAPIER_VU_DEMAIN", "vuLe-vu", "Ce jour n'est pas encore arrivé");
    PageRefusee.dit(vu(nav, "IDENTITE", "2025-10-20", "hier"), "PAPIER_SANS_FIN", "jusquAu-vu", "Recopiez la date de fin de validité");
    PageRefusee.dit(vu(nav, "IDENTITE", "2025-10-20", "2025-10-19"), "PAPIER_DEJA_PERIME", "jusquAu-vu", "n'était plus valable le jour");
    HttpResponse<String> vide = demande(nav, "", "", "x".repeat(301));
    PageRefusee.dit(vide, "GENRE_DU_PAPIER_DEMANDE", "genre-demande", "Choisissez le papier à demander.");
    PageRefusee.dit(vide, "JOUR_DU_PAPIER_DEMANDE", "pourLe-demande", "Indiquez le jour où vous l'attendez.");
    PageRefusee.dit(vide, "RAISON_DU_PAPIER_LONGUE", "raison-demande", "caractères au plus.");
    PageRefusee.dit(demande(nav, "CV", "2025-10-19", ""), "PAPIER_ATTENDU_HIER", "pourLe-demande", "Ce jour est passé");
    assertThat(etats(ana)).isEmpty();
  }

  @Test
  void envoye_deux_fois_il_est_note_une_fois_et_le_retour_arriere_ne_l_efface_pas() {
    Navigateur nav = connecter(noura);
    FormulaireLu f = formulaire(nav, "vu").avec("genre", "CV");
    nav.suivre(nav.poster(f.action(), f.champs()));
    nav.suivre(nav.poster(f.action(), f.champs()));
    assertThat(etats(ana)).containsExactly("VU");
    HttpResponse<String> retour = nav.poster(f.action(), f.avec("genre", "DIPLOME").champs());
    PageRefusee.dit(retour, "FORMULAIRE_DEJA_SERVI", "Ce formulaire a déjà servi à enregistrer autre chose");
    FormulaireLu neuf = FormulaireLu.de(retour.body(), f.action(), "");
    assertThat(neuf.valeurs("genre")).as("la saisie est là").containsExactly("DIPLOME");
    nav.suivre(nav.poster(neuf.action(), neuf.champs()));
    assertThat(etats(ana)).containsExactly("VU", "VU");
    FormulaireLu d = formulaire(nav, "demande").avec("genre", "PERMIS").avec("pourLe", "2025-11-03");
    nav.suivre(nav.poster(d.action(), d.champs()));
    nav.suivre(nav.poster(d.action(), d.champs()));
    assertThat(etats(ana)).containsExactlyInAnyOrder("VU", "VU", "ATTENDU");
    FormulaireLu r = formulaire(nav, "vu").avec("genre", "PERMIS").avec("jusquAu", "2031-01-01");
    nav.suivre(nav.poster(r.action(), r.champs()));
    nav.suivre(nav.poster(r.action(), r.champs()));
    assertThat(etats(ana)).as("reçu deux fois, reçu une").containsExactly("VU", "VU", "VU");
  }

  @Test
  void dans_deux_onglets_le_second_apprend_ce_que_le_premier_a_fait() {
    Navigateur nav = connecter(noura);
    nav.suivre(demande(nav, "CV", "2025-11-03", ""));
    PageRefusee.dit(demande(nav, "CV", "2025-11-10", ""), "PAPIER_DEJA_DEMANDE", "genre-demande",
        "Déjà demandé par ");
    long cv = numero(ana, "CV");
    FormulaireLu autre = FormulaireLu.de(nav.ouvrir("/papiers/" + ana.id()).body(), "/papiers/" + ana.id() + "/" + cv + "/recu", "");
    nav.suivre(vu(nav, "CV", "2025-10-20", ""));
    PageRefusee.dit(nav.poster(autre.action(), autre.champs()), "PAPIER_PLUS_ATTENDU", "la page le montre maintenant");
    FormulaireLu c = FormulaireLu.de(nav.ouvrir("/papiers/" + ana.id()).body(), "/papiers/" + ana.id() + "/" + cv + "/correction", "");
    nav.suivre(nav.poster(c.action(), c.avec("vuLe", "2025-10-17").avec("motif", "Vu vendredi").champs()));
    PageRefusee.dit(nav.poster(c.action(), c.avec("vuLe", "2025-10-16").avec("motif", "Vu jeudi").champs()), "PAPIER_CORRIGE_ENTRE_TEMPS",
        "Ce papier a été corrigé pendant que vous écriviez");
    assertThat(base.sql("select vu_le from papiers.papier where id = ?").param(cv).query(LocalDate.class).single()).isEqualTo("2025-10-17");
  }

  @Test
  void une_correction_garde_l_ancien_et_dit_pourquoi_une_erreur_ne_compte_plus() {
    Navigateur nav = connecter(noura);
    nav.suivre(vu(nav, "IDENTITE", "2025-10-03", "2031-05-06"));
    long id = numero(ana, "IDENTITE");
    String adresse = "/papiers/" + ana.id() + "/" + id;
    PageRefusee.dit(nav.poster(adresse + "/correction", Map.of("vuLe", "2025-10-03", "jusquAu", "2030-05-06", "vu", "0")), "PAPIER_SANS_RAISON",
        "motif-correction-" + id, "Dites pourquoi");
    String corrigee = nav.suivre(nav.poster(adresse + "/correction", Map.of("vuLe", "2025-10-03", "jusquAu", "2030-05-06", "motif", "Mal recopié",
        "vu", "0"))).body();
    assertThat(corrigee).contains("Valable jusqu'au 6 mai 2030").contains("Mal recopié").contains("valable jusqu'au 6 mai 2031");
    PageRefusee.dit(nav.poster(adresse + "/erreur", Map.of("motif", "")), "PAPIER_SANS_RAISON", "motif-erreur-" + id, "Dites pourquoi");
    assertThat(nav.suivre(nav.poster(adresse + "/erreur", Map.of("motif", "C'était sa sœur"))).body()).contains("ne compte plus")
        .contains("Noté par erreur").contains("C'était sa sœur");
    PageRefusee.dit(nav.poster(adresse + "/correction", Map.of("vuLe", "2025-10-03", "jusquAu", "2030-05-06", "motif", "x", "vu", "1")),
        "PAPIER_PAS_VU", "la page le montre maintenant");
    nav.suivre(demande(nav, "IDENTITE", "2025-11-03", ""));
    assertThat(etats(ana)).as("écarté, il se demande").containsExactlyInAnyOrder("ECARTE", "ATTENDU");
  }

  @Test
  void qui_est_d_ailleurs_ne_voit_rien_et_qui_la_perd_de_vue_apprend_pourquoi() {
    long cv = noter(ana, "CV");
    en(noura, () -> garder(cv));
    long copie = base.sql("select id from papiers.copie where papier_id = ?").param(cv).query(Long.class).single();
    Agent deNord = comptoir.agent("REFERENT", List.of(NORD), List.of());
    Navigateur nord = connecter(deNord);
    assertThat(nord.lire("/papiers/" + ana.id()).statusCode()).isEqualTo(404);
    assertThat(nord.lire("/papiers/copies/" + copie).statusCode()).isEqualTo(404);
    assertThat(connecter(comptoir.agent("CONTROLE")).lire("/papiers/" + ana.id()).statusCode()).as("sans la ressource").isEqualTo(403);
    assertThat(en(deNord, () -> agents.sql("select count(*) from papiers.papier").query(Long.class).single())).isZero();
    Navigateur nav = connecter(noura);
    FormulaireLu f = formulaire(nav, "vu").avec("genre", "DIPLOME");
    base.sql("update allocataires.personne set territoire_id = ?, organisation_ids = '{}' where id = ?").params(NORD, ana.id()).update();
    base.sql("select allocataires.diffuser_perimetre(array[?::bigint], '{}')").param(ana.id()).query((_, _) -> 0).list();
    PageRefusee.dit(nav.poster(f.action(), f.champs()), "PAPIERS_D_UNE_PARTIE", "Cette personne n'est plus dans ce que vous pouvez consulter");
    PageRefusee.dit(nav.poster("/papiers/" + ana.id() + "/" + cv + "/correction", Map.of("motif", "x", "vu", "0")), "PAPIER_INCONNU",
        "Ce papier n'est plus dans ce que vous pouvez consulter");
    assertThat(nord.ouvrir("/papiers/" + ana.id()).body()).as("ils l'ont suivie").contains("Valable jusqu'au");
  }

  @Test
  void un_dossier_relu_a_une_date_passee_montre_les_papiers_d_alors() {
    Navigateur nav = connecter(noura);
    nav.suivre(demande(nav, "CV", "2025-11-03", ""));
    horloge.regler(LocalDate.of(2025, 11, 3).atTime(9, 0));
    nav.suivre(vu(nav, "CV", "2025-11-03", ""));
    assertThat(en(noura, () -> papiers.de(ana.id(), LE))).singleElement().satisfies(p -> {
      assertThat(p.etat().name()).isEqualTo("ATTENDU");
      assertThat(p.vuLe()).isNull();
    });
    assertThat(en(noura, () -> papiers.de(ana.id(), LE.minusDays(1)))).isEmpty();
    assertThat(en(noura, () -> papiers.de(ana.id(), LocalDate.of(2025, 11, 3)))).singleElement()
        .satisfies(p -> assertThat(p.etat().name()).isEqualTo("VU"));
  }

  @Test
  void vingt_papiers_demandent_a_la_base_autant_qu_un() {
    noter(ana, "DIPLOME");
    int un = Ordres.donnes(() -> en(noura, () -> papiers.de(ana.id(), LE)));
    for (int i = 0; i < 19; i++) {
      noter(ana, "DIPLOME");
    }
    int vingt = Ordres.donnes(() -> assertThat(en(noura, () -> papiers.de(ana.id(), LE))).hasSize(20));
    assertThat(vingt).isEqualTo(un);
  }

  @Test
  void un_numero_d_ailleurs_ou_un_genre_disparu_se_dit() {
    Navigateur nav = connecter(noura);
    PageRefusee.dit(nav.poster("/papiers/" + ana.id() + "/987654321/recu", Map.of("vuLe", "2025-10-20")), "PAPIER_INCONNU",
        "Ce papier n'est plus dans ce que vous pouvez consulter");
    nav.suivre(demande(nav, "CV", "2025-11-03", ""));
    base.sql("update papiers.papier set genre = 'ABROGE' where personne_id = ?").param(ana.id()).update();
    long id = numero(ana, "ABROGE");
    assertThat(nav.ouvrir("/papiers/" + ana.id()).body()).contains("ABROGE");
    PageRefusee.dit(nav.poster("/papiers/" + ana.id() + "/" + id + "/recu", Map.of("vuLe", "2025-10-20")), "GENRE_DISPARU",
        "Votre Département ne demande plus ce genre de papier");
    nav.suivre(nav.poster("/papiers/" + ana.id() + "/" + id + "/plus-necessaire", Map.of("motif", "Genre supprimé")));
    assertThat(etats(ana)).containsExactly("PLUS_NECESSAIRE");
  }

  @Test
  void corriger_le_jour_d_un_genre_disparu_apres_sa_fin_se_dit_et_ne_change_rien() {
    Navigateur nav = connecter(noura);
    nav.suivre(vu(nav, "PERMIS", "2025-10-03", "2025-10-10"));
    base.sql("update papiers.papier set genre = 'ABROGE' where personne_id = ?").param(ana.id()).update();
    long id = numero(ana, "ABROGE");
    HttpResponse<String> refus = nav.poster("/papiers/" + ana.id() + "/" + id + "/correction", Map.of("vuLe", "2025-10-15", "motif", "Erreur",
        "corrections", "0"));
    assertThat(refus.statusCode()).isEqualTo(422);
    PageRefusee.connue("VU_APRES_SA_FIN", "Ce papier n'était plus valable ce jour-là");
    assertThat(base.sql("select vu_le from papiers.papier where id = ?").param(id).query(LocalDate.class).single()).isEqualTo("2025-10-03");
  }
}
