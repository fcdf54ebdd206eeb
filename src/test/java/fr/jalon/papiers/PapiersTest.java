package fr.jalon.papiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.echeances.Balayage;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Ordres;
import fr.jalon.habilitations.Roles;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.papiers.application.GarderUneCopie;
import fr.jalon.papiers.application.GenresDePapier;
import fr.jalon.papiers.application.NoterUnPapier;
import fr.jalon.papiers.domaine.NouveauPapier;
import fr.jalon.papiers.lecture.PapiersDUnePersonne;
import fr.jalon.parametres.Horloge;
import fr.jalon.socle.SaisieRefusee;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ana lives in Centre; Noura, a référent, and a partner see her. Today is 20 October 2025. */
@EssaiArdeche
class PapiersTest {
  private static final int CENTRE = 1;
  private static final int NORD = 2;
  private static final LocalDate LE = LocalDate.of(2025, 10, 20);
  private static final byte[] PDF = "%PDF-1.7 une copie".getBytes(StandardCharsets.ISO_8859_1);
  private static int essai;
  private static int partenaire;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  Roles roles;
  @Autowired
  Horloge horloge;
  @Autowired
  GenresDePapier genres;
  @Autowired
  NoterUnPapier noter;
  @Autowired
  GarderUneCopie copies;
  @Autowired
  PapiersDUnePersonne papiers;
  @Autowired
  LesPas lesPas;
  @Autowired
  List<Balayage> tousLesBalayages;
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Agent noura;
  private Agent association;
  private Personne ana;

  @BeforeEach
  void ana_et_qui_la_voit() {
    essai++;
    if (partenaire == 0) {
      connecter(comptoir.agent("ADMINISTRATION")).poster("/structures/organisations", Map.of("nom", "Papiers association", "nature", "EXTERNE",
          "territoires", "" + CENTRE, "parcours", "SOCIAL", "active", "true"));
      partenaire = structures.organisations().stream().filter(o -> o.nom().equals("Papiers association")).findFirst().orElseThrow().id();
    }
    ana = dossiers.entrante("PAPIERSANA" + essai, CENTRE, LocalDate.of(2025, 8, 4));
    base.sql("update allocataires.personne set organisation_ids = array[?] where id = ?").params(partenaire, ana.id()).update();
    noura = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    association = comptoir.agent("PARTENAIRE", List.of(), List.of(partenaire));
  }

  @AfterEach
  void revenir_au_20_octobre() {
    horloge.regler(LE.atTime(9, 0));
  }

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
    assertThat(page).contains("À renouveler : valable jusqu'au 1er décembre 2025").contains("Plus valable depuis le 10 octobre 2025");
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
    PageRefusee.dit(nav.poster(adresse, Map.of("motif", "Encore")), "PAPIER_PLUS_ATTENDU", "Un collègue a déjà noté ce papier");
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
    PageRefusee.dit(nav.poster(autre.action(), autre.champs()), "PAPIER_PLUS_ATTENDU", "Un collègue a déjà noté ce papier reçu");
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
        "PAPIER_PAS_VU", "Un collègue a changé ce papier");
    nav.suivre(demande(nav, "IDENTITE", "2025-11-03", ""));
    assertThat(etats(ana)).as("écarté, il se demande").containsExactlyInAnyOrder("ECARTE", "ATTENDU");
  }

  @Test
  void la_copie_d_un_autre_genre_que_son_nom_ne_le_dit_est_refusee_et_celle_qui_est_gardee_est_chiffree_et_tracee() {
    Navigateur nav = connecter(noura);
    nav.suivre(vu(nav, "CV", "2025-10-03", ""));
    long cv = numero(ana, "CV");
    HttpResponse<String> refus = nav.deposer("/papiers/copies?papier=" + cv + "&personne=" + ana.id(), "fichier", "cv.pdf", "MZ un programme");
    PageRefusee.dit(refus, "DOCUMENT_D_UN_AUTRE_GENRE", "fichier-copie-" + cv,
        "Ce fichier n'est ni un PDF, ni une image JPEG ou PNG, quel que soit son nom.");
    PageRefusee.dit(nav.deposer("/papiers/copies?papier=" + cv + "&personne=" + ana.id(), "fichier", "vide.pdf", ""), "DOCUMENT_VIDE",
        "fichier-copie-" + cv, "Choisissez un fichier.");
    refuse(cv, Arrays.copyOf(PDF, (5 << 20) + 1), "DOCUMENT_TROP_GROS", "Ce fichier est trop gros");
    assertThat(nav.suivre(nav.deposer("/papiers/copies?papier=" + cv + "&personne=" + ana.id(), "fichier", "mon cv.docx", "%PDF-1.7 Ana")).body())
        .contains("La copie est gardée, chiffrée").contains("mon cv.pdf");
    refuse(cv, PDF, "COPIE_DEJA_GARDEE", "La copie de ce papier est déjà gardée");
    long copie = base.sql("select id from papiers.copie where papier_id = ?").param(cv).query(Long.class).single();
    assertThat(new String(base.sql("select contenu_chiffre from papiers.copie where id = ?").param(copie).query((l, _) -> l.getBytes(1)).single(),
        StandardCharsets.ISO_8859_1)).doesNotContain("Ana");
    HttpResponse<String> lue = nav.lire("/papiers/copies/" + copie);
    assertThat(lue.body()).isEqualTo("%PDF-1.7 Ana");
    assertThat(lue.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
    assertThat(comptoir.derniereTrace("CONSULTATION")).containsEntry("personne_id", ana.id()).containsEntry("agent", noura.identifiant())
        .containsEntry("objet", "Copie d'un papier : CV");
    assertThat(connecter(association).lire("/papiers/copies/" + copie).statusCode()).as("un CV n'est pas réservé").isEqualTo(200);
    assertThat(nav.suivre(nav.poster("/papiers/" + ana.id() + "/" + cv + "/effacement", Map.of())).body()).contains("La copie est effacée")
        .contains("Effacée le").contains("Valable jusqu'au 3 octobre 2026");
    assertThat(nav.lire("/papiers/copies/" + copie).statusCode()).isEqualTo(404);
  }

  @Test
  void une_piece_d_identite_se_regarde_et_ne_se_copie_pas_un_papier_attendu_non_plus() {
    Navigateur nav = connecter(noura);
    nav.suivre(vu(nav, "IDENTITE", "2025-10-03", "2031-05-06"));
    assertThat(nav.ouvrir("/papiers/" + ana.id()).body()).contains("Regardé, pas de copie").doesNotContain("Garder une copie");
    refuse(numero(ana, "IDENTITE"), PDF, "COPIE_INTERDITE", "Ce papier se regarde et se rend");
    nav.suivre(demande(nav, "CV", "2025-11-03", ""));
    refuse(numero(ana, "CV"), PDF, "COPIE_SANS_PAPIER", "Ce papier n'est pas noté « vu »");
  }

  @Test
  void le_partenaire_voit_qu_un_rib_a_ete_vu_et_jamais_sa_copie_dans_postgresql_meme() {
    long rib = noter(ana, "RIB");
    en(noura, () -> garder(rib));
    long copie = base.sql("select id from papiers.copie where papier_id = ?").param(rib).query(Long.class).single();
    Navigateur nav = connecter(association);
    assertThat(nav.ouvrir("/papiers/" + ana.id()).body()).contains("Relevé d'identité bancaire").contains("Gardée ou non par le référent")
        .doesNotContain("copie.pdf");
    assertThat(nav.lire("/papiers/copies/" + copie).statusCode()).isEqualTo(404);
    assertThat(en(association, () -> agents.sql("select count(*) from papiers.copie where personne_id = ?").param(ana.id()).query(Long.class)
        .single())).isZero();
    assertThat(en(association, () -> agents.sql("update papiers.copie set contenu_chiffre = null, nom = null, effacee_le = now(), effacee_par = 'x'")
        .update())).isZero();
    PageRefusee.dit(nav.suivre(nav.poster("/papiers/" + ana.id() + "/" + rib + "/effacement", Map.of())), "COPIE_A_D_AUTRES",
        "La copie de ce papier n'est pas à vous");
    nav.suivre(nav.poster("/papiers/" + ana.id() + "/" + rib + "/erreur", Map.of("motif", "Ce n'était pas le sien")));
    assertThat(gardee(rib)).as("elle ne peut pas effacer ce qu'elle ne lit pas").isTrue();
    balayer(LE);
    assertThat(gardee(rib)).as("écarté, sa copie part la nuit").isFalse();
    long sien = noter(ana, "RIB");
    assertThatThrownBy(() -> en(association, () -> garder(sien))).isInstanceOfSatisfying(SaisieRefusee.class,
        r -> assertThat(r.fautes().get("fichier").code()).isEqualTo("COPIE_RESERVEE"));
    assertThatThrownBy(() -> en(association, () -> agents.sql("""
        insert into papiers.copie (personne_id, papier_id, reservee, nom, nature, taille, contenu_chiffre, deposee_par, deposee_le)
        values (?, ?, true, 'x.pdf', 'PDF', 1, '\\x00', 'x', now())""").params(ana.id(), sien).update())).isInstanceOf(DataAccessException.class);
    en(noura, () -> garder(sien));
    assertThatThrownBy(() -> en(noura, () -> agents.sql("update papiers.copie set contenu_chiffre = '\\x01' where papier_id = ?").param(sien)
        .update()))
        .rootCause().hasMessageContaining("Une copie gardée ne change pas");
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
  void la_copie_s_efface_quand_le_papier_n_est_plus_valable_depuis_les_mois_de_son_genre_il_reste_qu_il_a_ete_vu() {
    long cv = noter(ana, "CV");
    en(noura, () -> garder(cv));
    balayer(LocalDate.of(2027, 10, 3));
    assertThat(gardee(cv)).as("valable jusqu'au 3 octobre 2026, et douze mois").isTrue();
    balayer(LocalDate.of(2027, 10, 4));
    assertThat(gardee(cv)).isFalse();
    assertThat(base.sql("select contenu_chiffre is null and nom is null from papiers.copie where papier_id = ?").param(cv).query(Boolean.class).single())
        .isTrue();
    assertThat(etats(ana)).containsExactly("VU");
    assertThat(connecter(noura).ouvrir("/papiers/" + ana.id()).body()).contains("Effacée le").contains("par règle du papier");
  }

  @Test
  void la_copie_s_efface_a_la_fin_du_suivi_et_pas_tant_qu_un_suivi_court_ni_pour_qui_attend_encore() {
    long rib = noter(ana, "RIB");
    en(noura, () -> garder(rib));
    balayer(LE.plusYears(1));
    assertThat(gardee(rib)).as("personne ne l'a encore suivie : rien n'est fini").isTrue();
    suivre(ana, "CLOS", "2025-12-01");
    suivre(ana, "EN_COURS", null);
    balayer(LocalDate.of(2026, 3, 1));
    assertThat(gardee(rib)).as("un suivi court").isTrue();
    base.sql("update orientation.suivi set etat = 'CLOS', etat_depuis = '2026-02-01', fin_le = '2026-02-01' where personne_id = ? and etat <> 'CLOS'")
        .param(ana.id()).update();
    balayer(LocalDate.of(2026, 1, 31));
    assertThat(gardee(rib)).isTrue();
    balayer(LocalDate.of(2026, 2, 1));
    assertThat(gardee(rib)).isFalse();
  }

  @Test
  void une_copie_plus_recente_remplace_l_ancienne_et_un_genre_que_le_departement_ne_copie_plus_perd_les_siennes() {
    long ancien = noter(ana, "RIB");
    en(noura, () -> garder(ancien));
    long neuf = noter(ana, "RIB");
    en(noura, () -> garder(neuf));
    long diplome = noter(ana, "DIPLOME");
    en(noura, () -> garder(diplome));
    long autreDiplome = noter(ana, "DIPLOME");
    en(noura, () -> garder(autreDiplome));
    balayer(LE);
    assertThat(List.of(gardee(ancien), gardee(neuf), gardee(diplome), gardee(autreDiplome))).containsExactly(false, true, true, true);
    base.sql("update papiers.papier set genre = 'IDENTITE' where id = ?").param(diplome).update();
    base.sql("update papiers.copie set reservee = false where papier_id = ?").param(neuf).update();
    balayer(LE);
    assertThat(gardee(diplome)).as("une pièce d'identité ne se copie pas").isFalse();
    assertThat(base.sql("select reservee from papiers.copie where papier_id = ? and effacee_le is null").param(neuf).query(Boolean.class).single())
        .as("réservée désormais").isTrue();
  }

  @Test
  void ecarter_un_papier_efface_sa_copie_aussitot() {
    long cv = noter(ana, "CV");
    en(noura, () -> garder(cv));
    Navigateur nav = connecter(noura);
    nav.suivre(nav.poster("/papiers/" + ana.id() + "/" + cv + "/erreur", Map.of("motif", "Le CV d'une autre")));
    assertThat(gardee(cv)).isFalse();
    assertThat(etats(ana)).containsExactly("ECARTE");
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

  private static void dejaVu(HttpResponse<String> page, String qui) {
    PageRefusee.dit(page, "PAPIER_DEJA_VU", "genre-demande", " : ne le redemandez pas");
    assertThat(page.body()).contains(qui);
  }

  private Integer garder(long papier) {
    copies.executer(ana.id(), papier, "copie.pdf", PDF);
    return 1;
  }

  private void refuse(long papier, byte[] contenu, String code, String phrase) {
    assertThatThrownBy(() -> en(noura, () -> {
      copies.executer(ana.id(), papier, "x.pdf", contenu);
      return 0;
    })).isInstanceOfSatisfying(SaisieRefusee.class, r -> assertThat(r.fautes().get("fichier").code()).isEqualTo(code)).hasMessageContaining(phrase);
    PageRefusee.connue(code, phrase);
  }

  private void balayer(LocalDate jour) {
    tousLesBalayages.stream().filter(b -> b.getClass().getPackageName().startsWith("fr.jalon.papiers")).forEach(b -> b.balayer(jour));
  }

  private boolean gardee(long papier) {
    return base.sql("select exists (select from papiers.copie where papier_id = ? and effacee_le is null)").param(papier).query(Boolean.class).single();
  }

  private void suivre(Personne p, String etat, String finLe) {
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat, etat_depuis, fin_le, saisi_par, saisi_le)
        values (?, 'SOCIAL', ?, '2025-09-01', 'EN_COURS', '2025-09-01', null, 'essai', now())""").params(p.id(), partenaire).update();
    if (finLe != null) {
      base.sql("update orientation.suivi set etat = ?, etat_depuis = ?::date, fin_le = ?::date where personne_id = ? and etat = 'EN_COURS'")
          .params(etat, finLe, finLe, p.id()).update();
    }
  }

  /** Seen on 3 October by Noura. */
  private long noter(Personne p, String genre) {
    UUID cle = UUID.randomUUID();
    en(noura, () -> {
      noter.executer(new NouveauPapier(p.id(), genres.genre(genre).orElseThrow(), LocalDate.of(2025, 10, 3), null, cle));
      return 0;
    });
    return base.sql("select id from papiers.papier where cle = ?").param(cle).query(Long.class).single();
  }

  private List<PasDuDossier> pas(Agent compte) {
    return en(compte, () -> lesPas.de(List.of(ana.id()))).getOrDefault(ana.id(), List.of());
  }

  private List<String> etats(Personne p) {
    return base.sql("select etat from papiers.papier where personne_id = ? order by id").param(p.id()).query(String.class).list();
  }

  private long numero(Personne p, String genre) {
    return base.sql("select max(id) from papiers.papier where personne_id = ? and genre = ?").params(p.id(), genre).query(Long.class).single();
  }

  private FormulaireLu formulaire(Navigateur nav, String quoi) {
    String adresse = "/papiers/" + ana.id() + "/" + quoi;
    return FormulaireLu.de(nav.ouvrir("/papiers/" + ana.id()).body(), adresse, "");
  }

  private HttpResponse<String> vu(Navigateur nav, String genre, String vuLe, String jusquAu) {
    FormulaireLu f = formulaire(nav, "vu").avec("genre", genre).avec("vuLe", vuLe).avec("jusquAu", jusquAu);
    return nav.poster(f.action(), f.champs());
  }

  private HttpResponse<String> demande(Navigateur nav, String genre, String pourLe, String raison) {
    FormulaireLu f = formulaire(nav, "demande").avec("genre", genre).avec("pourLe", pourLe).avec("raison", raison);
    return nav.poster(f.action(), f.champs());
  }

  private <T> T en(Agent compte, Supplier<T> acte) {
    return EnTantQue.agir(roles.perimetre(compte), () -> transaction.execute(_ -> acte.get()));
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
