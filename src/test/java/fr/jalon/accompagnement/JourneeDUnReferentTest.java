package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.LesPas;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Ordres;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Noura follows persons of Centre: her page says each morning what to do for each, and she notes what she did. Today is 20 October 2025. */
@EssaiArdeche
class JourneeDUnReferentTest {
  private static final int CENTRE = 1;
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  EnregistrerOrientation orienter;
  @Autowired
  LesPas lesPas;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Referent noura;
  private Navigateur nav;

  @BeforeEach
  void noura_a_une_fiche_et_un_compte() {
    essai++;
    Navigateur administration = connecter(comptoir.agent("ADMINISTRATION"));
    noura = FicheDeReferent.creer(administration, structures, "Maison de Noura " + essai, "Noura Benali " + (char) ('A' + essai),
        "" + CENTRE, "SOCIAL");
    Agent compte = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    administration.poster("/habilitations/" + compte.id() + "/referent", Map.of("referent", "" + noura.id()));
    nav = connecter(compte);
  }

  @Test
  void ana_vue_il_y_a_longtemps_est_en_retard_un_appel_note_et_elle_ne_l_est_plus() {
    Personne ana = suivie("ANA", LocalDate.of(2025, 8, 4));
    String page = nav.ouvrir("/ma-journee").body();
    assertThat(page).as("jamais vue, c'est sa première rencontre").contains("JOURANA" + essai).contains("Première rencontre");
    assertThat(nav.poster("/contacts/" + ana.id(), formulaire(ana).avec("presence", "PRESENTE").avec("genre", "BUREAU").avec("le", "2025-08-20")
        .avec("dit", "Cherche une garde.\nVeut travailler le matin.").champs()).statusCode()).isEqualTo(302);
    assertThat(nav.ouvrir("/ma-journee").body()).contains("JOURANA" + essai).contains("Contact à prendre avant le 19 septembre 2025")
        .contains("Dernier contact le 20 août 2025").doesNotContain("Première rencontre");
    assertThat(nav.ouvrir("/dossier/" + ana.id()).body()).as("le bandeau de son dossier dit la même chose")
        .contains("Contact à prendre avant le 19 septembre 2025");

    noter(ana, "PRESENTE", "TELEPHONE", "2025-10-20");
    assertThat(nav.ouvrir("/ma-journee").body()).doesNotContain("JOURANA" + essai).contains("Tout est fait");
    String echanges = nav.ouvrir("/dossier/" + ana.id() + "/echanges").body();
    assertThat(echanges).contains("Cherche une garde.\nVeut travailler le matin.").contains("20 octobre 2025").contains("par téléphone");
  }

  @Test
  void reprise_d_un_autre_outil_ana_est_a_contacter_dans_le_mois_qui_suit_et_ne_tombe_dans_aucun_trou() {
    Personne ana = suivie("REPRISE", LocalDate.of(2019, 3, 4));
    base.sql("update orientation.suivi set saisi_le = timestamptz '2025-09-01 09:00' where personne_id = ?").param(ana.id()).update();
    assertThat(nav.ouvrir("/ma-journee").body()).contains("JOURREPRISE" + essai).contains("Contact à prendre avant le 1er octobre 2025")
        .contains("Suivi repris le 1er septembre 2025").doesNotContain("Première rencontre au plus tard");
  }

  @Test
  void ce_qu_un_collegue_lui_demande_est_dans_sa_journee_meme_pour_quelqu_un_qu_elle_ne_suit_pas() {
    LocalDate recuLe = LocalDate.of(2025, 10, 3);
    long autre = dossiers.fichier(recuLe.minusDays(3), recuLe, dossiers.inconnue("JOURMENTION" + essai, CENTRE, recuLe.minusDays(20)), "2", true)
        .personne().id();
    String moi =
        base.sql("select identifiant from habilitations.agent a join structures.compte_de_referent c on c.agent_id = a.id where c.referent_id = ?")
        .param(noura.id()).query(String.class).single();
    base.sql("""
        with e as (insert into carnet.entree (personne_id, theme, le, texte, lecteurs, cle, auteur, ecrit_le)
          values (:elle, 'EMPLOI', '2025-10-01', 'Elle a un entretien', '{REFERENT,PARTENAIRE,RESPONSABLE}', gen_random_uuid(), 'collegue',
            timestamptz '2025-10-01 09:00') returning id)
        insert into carnet.demande (personne_id, entree_id, genre, pour, demandee_par, demandee_le, auteur, lecteurs)
        select :elle, id, 'MENTION', :moi, 'collegue', timestamptz '2025-10-01 09:00', 'collegue', '{REFERENT,PARTENAIRE,RESPONSABLE}' from e""")
        .param("elle", autre).param("moi", moi).update();
    String page = nav.ouvrir("/ma-journee").body();
    assertThat(page).contains("JOURMENTION" + essai).contains("Carnet à lire avant le").contains("personne ne la suit")
        .contains("/carnet/" + autre + "?ecrit=");
    assertThat(page).as("rien à noter avec quelqu'un que personne ne suit").doesNotContain("/contacts/" + autre + "/nouveau");
    nav.poster("/ma-journee/differer", Map.of("personne", "" + autre, "genre", "CARNET_A_LIRE", "decision", "PLUS_TARD", "jusquAu", "2025-10-30",
        "raison", "Après les congés"));
    assertThat(nav.ouvrir("/ma-journee").body()).contains("Tout est fait").contains("Après les congés");
  }

  @Test
  void suivie_depuis_deux_mois_sans_diagnostic_global_on_le_fait_puis_on_le_complete_puis_on_le_laisse_en_paix() {
    Personne ana = suivie("AVOIR", LocalDate.of(2025, 8, 4));
    base.sql("delete from diagnostic.constat where personne_id = ?").param(ana.id()).update();
    noter(ana, "PRESENTE", "BUREAU", "2025-10-20");
    assertThat(nav.ouvrir("/ma-journee").body()).contains("Diagnostic global à faire avant le 3 octobre 2025")
        .contains("Aucun thème n'a été regardé depuis le début de ce suivi, le 4 août 2025");
    nav.ouvrir("/diagnostic-global/" + ana.id());
    nav.poster("/diagnostic-global/" + ana.id(), Map.of("le", "2025-08-20", "LOGEMENT-niveau", "SANS"));
    assertThat(nav.ouvrir("/ma-journee").body()).contains("Diagnostic global à compléter avant le 19 octobre 2025")
        .contains("Restent à voir : Administratif et budget, Santé, Mobilité");
    Map<String, String> reste = new java.util.LinkedHashMap<>(Map.of("le", "2025-10-20"));
    for (String theme : List.of("ADMINISTRATIF_BUDGET", "SANTE", "MOBILITE", "NUMERIQUE", "FRANCAIS", "ENFANTS", "FORMATION",
        "EMPLOI", "AUTONOMIE")) {
      reste.put(theme + "-niveau", "SANS");
    }
    nav.ouvrir("/diagnostic-global/" + ana.id());
    assertThat(nav.poster("/diagnostic-global/" + ana.id(), reste).statusCode()).isEqualTo(302);
    assertThat(nav.ouvrir("/ma-journee").body()).doesNotContain("JOURAVOIR" + essai).contains("Tout est fait");
  }

  @Test
  void une_rencontre_notee_repond_a_la_premiere_rencontre_et_une_absence_devient_un_fait_et_un_rappel() {
    Personne bea = suivie("BEA", LocalDate.of(2025, 10, 1));
    noter(bea, "ABSENTE", "BUREAU", "2025-10-08");
    assertThat(absences(bea)).isEqualTo(1);
    assertThat(nav.ouvrir("/ma-journee").body()).contains("Reprendre contact avant le 15 octobre 2025")
        .contains("Absence non excusée le 8 octobre 2025, et rien depuis");
    noter(bea, "PRESENTE", "DOMICILE", "2025-10-20");
    assertThat(nav.ouvrir("/ma-journee").body()).doesNotContain("JOURBEA" + essai);
    assertThat(nav.ouvrir("/premieres-rencontres?file=RENCONTREES&nom=jourbea" + essai).body()).contains("JOURBEA" + essai);
  }

  @Test
  void un_contact_a_venir_d_avant_l_orientation_ou_sans_rien_dire_est_refuse_a_cote_des_champs_et_le_texte_reste() {
    Personne ana = suivie("FAUTES", LocalDate.of(2025, 10, 1));
    HttpResponse<String> vide = nav.poster("/contacts/" + ana.id(), formulaire(ana).avec("le", "2025-10-21").avec("duree", "1000")
        .avec("dit", "Tout ce que j'ai tapé")
        .champs());
    PageRefusee.dit(vide, "CONTACT_A_VENIR", "le", "Ce jour n'est pas encore arrivé.");
    PageRefusee.dit(vide, "PRESENCE_DU_CONTACT", "presence", "Dites si la personne était là.");
    PageRefusee.dit(vide, "GENRE_DU_CONTACT", "genre", "Dites comment le contact a eu lieu.");
    PageRefusee.dit(vide, "DUREE_DU_CONTACT", "duree", "Écrivez la durée en minutes");
    assertThat(vide.body()).contains("Tout ce que j&#39;ai tapé".replace("&#39;", "'"));
    HttpResponse<String> avant = nav.poster("/contacts/" + ana.id(), formulaire(ana).avec("presence", "EXCUSEE").avec("genre", "BUREAU")
        .avec("le", "2025-09-30").champs());
    PageRefusee.dit(avant, "EXCUSE_SANS_RAISON", "motif", "Choisissez la raison de l'absence.");
    PageRefusee.dit(nav.poster("/contacts/" + ana.id(), formulaire(ana).avec("presence", "PRESENTE").avec("genre", "BUREAU")
        .avec("le", "2025-09-30").champs()),
        "CONTACT_AVANT_ORIENTATION", "le", "Son orientation lui a été notifiée le");
    PageRefusee.dit(nav.poster("/contacts/" + ana.id(), formulaire(ana).avec("presence", "PRESENTE").avec("genre", "BUREAU").avec("le", "").champs()),
        "JOUR_DU_CONTACT", "le", "Indiquez le jour du contact.");
    String long4001 = "a".repeat(4001);
    PageRefusee.dit(nav.poster("/contacts/" + ana.id(), formulaire(ana).avec("presence", "PRESENTE").avec("genre", "BUREAU").avec("dit", long4001)
        .avec("decide", long4001).champs()), "NOTE_TROP_LONGUE", "dit", "Cette note est trop longue");
    PageRefusee.dit(nav.poster("/contacts/" + ana.id(), formulaire(ana).avec("presence", "PRESENTE").avec("genre", "BUREAU")
        .avec("decide", long4001).champs()),
        "DECISION_TROP_LONGUE", "decide", "C'est trop long");
    assertThat(contacts(ana)).isZero();
  }

  @Test
  void envoye_deux_fois_le_contact_n_est_note_qu_une_et_son_auteur_le_retire_avec_une_raison() {
    Personne ana = suivie("DEUX", LocalDate.of(2025, 10, 1));
    FormulaireLu f = formulaire(ana).avec("presence", "PRESENTE").avec("genre", "TELEPHONE").avec("dit", "Appelée deux fois");
    assertThat(nav.poster("/contacts/" + ana.id(), f.champs()).statusCode()).isEqualTo(302);
    assertThat(nav.poster("/contacts/" + ana.id(), f.champs()).statusCode()).isEqualTo(302);
    assertThat(contacts(ana)).isEqualTo(1);
    long id = base.sql("select id from accompagnement.contact where personne_id = ?").param(ana.id()).query(Long.class).single();
    Map<String, String> retrait = Map.of("personne", "" + ana.id(), "motif", "Ce n'était pas elle");
    Navigateur collegue = connecter(comptoir.agent("REFERENT", List.of(CENTRE), List.of()));
    assertThat(collegue.suivre(collegue.poster("/contacts/" + id + "/retirer", retrait)).body()).as("CONTACT_D_UN_AUTRE")
        .contains("Un collègue a noté ce contact");
    assertThat(nav.suivre(nav.poster("/contacts/" + id + "/retirer", Map.of("personne", "" + ana.id()))).body()).as("RETRAIT_SANS_RAISON")
        .contains("Dites pourquoi ce contact est retiré");
    assertThat(nav.suivre(nav.poster("/contacts/987654321/retirer", retrait)).body()).as("CONTACT_INCONNU")
        .contains("Ce contact n'est pas dans ce que vous pouvez consulter");
    assertThat(nav.suivre(nav.poster("/contacts/" + id + "/retirer", retrait)).body()).contains("Le contact est retiré")
        .contains("Ce n'était pas elle");
  }

  @Test
  void une_absence_notee_par_erreur_puis_retiree_n_est_plus_un_fait_que_les_devoirs_liront() {
    Personne bea = suivie("ERREUR", LocalDate.of(2025, 10, 1));
    noter(bea, "ABSENTE", "BUREAU", "2025-10-08");
    assertThat(absences(bea)).isEqualTo(1);
    long id = base.sql("select id from accompagnement.contact where personne_id = ?").param(bea.id()).query(Long.class).single();
    nav.suivre(nav.poster("/contacts/" + id + "/retirer", Map.of("personne", "" + bea.id(), "motif", "C'était une autre personne")));
    assertThat(absences(bea)).isZero();
    assertThat(nav.ouvrir("/ma-journee").body()).doesNotContain("Reprendre contact");
  }

  @Test
  void un_pas_remis_a_plus_tard_revient_ce_jour_la_ou_des_qu_on_le_reprend_et_une_raison_est_demandee() {
    Personne ana = suivie("TARD", LocalDate.of(2025, 8, 4));
    noter(ana, "PRESENTE", "BUREAU", "2025-08-20");
    Map<String, String> pas = Map.of("personne", "" + ana.id(), "genre", "SANS_CONTACT", "decision", "PLUS_TARD", "jusquAu",
        "2025-10-27", "raison", "En cure");
    HttpResponse<String> refus = nav.poster("/ma-journee/differer",
        Map.of("personne", "" + ana.id(), "genre", "SANS_CONTACT", "decision", "PLUS_TARD",
        "jusquAu", "2025-10-20"));
    assertThat(refus.statusCode()).isEqualTo(422);
    PageRefusee.dit(refus, "JOUR_DU_REPORT", "jusquAu-" + ana.id(), "Choisissez un jour à venir");
    PageRefusee.dit(refus, "REPORT_SANS_RAISON", "raison-" + ana.id(), "Dites pourquoi, en ");
    assertThat(nav.suivre(nav.poster("/ma-journee/differer", pas)).body()).contains("C'est remis à plus tard").contains("Tout est fait")
        .contains("remis au 27/10/2025").contains("En cure");
    assertThat(nav.suivre(nav.poster("/ma-journee/reprendre", Map.of("personne", "" + ana.id(), "genre", "SANS_CONTACT"))).body())
        .contains("de nouveau dans la journée").contains("Contact à prendre");
    assertThat(nav.suivre(nav.poster("/ma-journee/differer",
        Map.of("personne", "" + ana.id(), "genre", "SANS_CONTACT", "decision", "PAS_NECESSAIRE", "raison",
        "Part en formation"))).body()).contains("pas nécessaire").contains("Tout est fait");
    noter(ana, "PRESENTE", "TELEPHONE", "2025-09-10");
    assertThat(nav.ouvrir("/ma-journee").body()).as("un autre jour, c'est un autre pas").contains("Contact à prendre avant le 10 octobre 2025");
    noter(ana, "PRESENTE", "TELEPHONE", "2025-10-20");
    PageRefusee.dit(nav.poster("/ma-journee/differer", pas), "PAS_DEJA_FAIT", "quelqu'un s'en est occupé");
  }

  @Test
  void ce_que_la_loi_demande_est_remis_jamais_ecarte() {
    Personne ana = suivie("LOI", LocalDate.of(2025, 4, 7));
    base.sql("update echeances.echeance set etat = 'OUVERTE', limite_legale = '2025-10-07' where personne_id = ? and nature = 'REEXAMEN_SOCIAL'")
        .param(ana.id())
        .update();
    assertThat(nav.ouvrir("/ma-journee").body()).contains("Parcours social à réexaminer").contains("La loi.");
    HttpResponse<String> refus = nav.poster("/ma-journee/differer",
        Map.of("personne", "" + ana.id(), "genre", "REEXAMEN_SOCIAL", "decision", "PAS_NECESSAIRE",
        "raison", "Plus tard"));
    assertThat(refus.statusCode()).isEqualTo(422);
    assertThat(refus.body()).as("PAS_DE_LA_LOI").contains("La loi demande ce pas");
  }

  @Test
  void confiee_ce_matin_a_un_autre_la_note_de_noura_est_refusee_et_son_texte_reste() {
    Personne ana = suivie("PARTIE", LocalDate.of(2025, 10, 1));
    FormulaireLu f = formulaire(ana).avec("presence", "PRESENTE").avec("genre", "BUREAU").avec("dit", "Une heure de notes");
    base.sql("update orientation.suivi set etat = 'CLOS', etat_depuis = '2025-10-20', fin_le = '2025-10-20' where personne_id = ?")
        .param(ana.id()).update();
    HttpResponse<String> refus = nav.poster("/contacts/" + ana.id(), f.champs());
    assertThat(refus.statusCode()).isEqualTo(422);
    assertThat(refus.body()).as("PLUS_SUIVIE").contains("Personne ne suit plus cette personne").contains("Une heure de notes");
    assertThat(contacts(ana)).isZero();
  }

  @Test
  void la_responsable_regarde_la_journee_de_noura_et_qui_n_est_referent_de_personne_est_guide() {
    suivie("EQUIPE", LocalDate.of(2025, 8, 4));
    Navigateur responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
    assertThat(responsable.ouvrir("/ma-journee").body()).contains("n'est relié à aucun référent").contains(noura.nom());
    assertThat(responsable.ouvrir("/ma-journee?referent=" + noura.id()).body()).contains("La journée de " + noura.nom())
        .contains("JOUREQUIPE" + essai);
    Navigateur partenaire = connecter(comptoir.agent("PARTENAIRE", List.of(), List.of(noura.organisationId())));
    assertThat(partenaire.ouvrir("/ma-journee").body()).as("toutes celles de son organisation").contains("JOUREQUIPE" + essai);
  }

  @Test
  void la_journee_de_vingt_personnes_demande_a_la_base_autant_que_celle_d_une() {
    List<Long> toutes = IntStream.range(0, 20).mapToObj(i -> suivie("FOULE" + (char) ('A' + i), LocalDate.of(2025, 8, 4)).id()).toList();
    Perimetre elle = EnTantQue.territoire(CENTRE, "DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS", "RENDEZ_VOUS", "PRESENCES",
        "ACCOMPAGNEMENT", "DIAGNOSTICS");
    int une = Ordres.donnes(() -> EnTantQue.agir(elle, () -> lesPas.de(toutes.subList(0, 1))));
    int vingt = Ordres.donnes(() -> assertThat(EnTantQue.agir(elle, () -> lesPas.de(toutes))).hasSize(20));
    assertThat(une).isBetween(5, 60);
    assertThat(vingt).isEqualTo(une);
  }

  private Personne suivie(String nom, LocalDate notifieLe) {
    Personne p = dossiers.entrante("JOUR" + nom + essai, CENTRE, notifieLe.minusDays(10));
    EnTantQue.agir(EnTantQue.territoire(CENTRE, "DOSSIERS", "ENTREES", "ORIENTATIONS", "COURRIERS"), () -> orienter.executer(
        new NouvelleOrientation(p.id(), Parcours.SOCIAL, noura.organisationId(), noura.id(), notifieLe)));
    base.sql("update orientation.suivi set saisi_le = notifie_le where personne_id = ?").param(p.id()).update();
    // her global diagnostic is whole: nothing of it is in the day
    base.sql("""
        insert into diagnostic.constat (personne_id, rubrique, sante, niveau, reponses, le, saisi_par, saisi_le)
        select ?, t, t = 'SANTE', 'SANS', '{}', date '2025-08-04', 'essai', now() from unnest(string_to_array(?, ',')) t""")
        .params(p.id(), "ADMINISTRATIF_BUDGET,LOGEMENT,SANTE,MOBILITE,NUMERIQUE,FRANCAIS,ENFANTS,FORMATION,EMPLOI,AUTONOMIE").update();
    // her contract is signed: what is looked at here is the rest of the day
    base.sql("update echeances.echeance set etat = 'TENUE' where nature = 'CONTRAT_ENGAGEMENT' and personne_id = ?").param(p.id()).update();
    return p;
  }

  private FormulaireLu formulaire(Personne p) {
    return FormulaireLu.de(nav.ouvrir("/contacts/" + p.id() + "/nouveau").body(), "/contacts/" + p.id(), "");
  }

  private void noter(Personne p, String presence, String genre, String le) {
    HttpResponse<String> r = nav.poster("/contacts/" + p.id(), formulaire(p).avec("presence", presence).avec("genre", genre).avec("le", le).champs());
    assertThat(r.statusCode()).as(r.body()).isEqualTo(302);
    nav.suivre(r);
  }

  @Test
  void venue_puis_notee_absente_par_erreur_le_meme_jour_elle_est_de_nouveau_venue_quand_l_erreur_est_retiree() {
    Personne bea = suivie("MEMEJOUR", LocalDate.of(2025, 10, 1));
    noter(bea, "PRESENTE", "BUREAU", "2025-10-08");
    noter(bea, "ABSENTE", "BUREAU", "2025-10-08");
    assertThat(absences(bea)).isEqualTo(1);
    long id = base.sql("select max(id) from accompagnement.contact where personne_id = ?").param(bea.id()).query(Long.class).single();
    nav.suivre(nav.poster("/contacts/" + id + "/retirer", Map.of("personne", "" + bea.id(), "motif", "C'était une autre personne")));
    assertThat(absences(bea)).isZero();
    assertThat(base.sql("select etat from rendezvous.entretien where personne_id = ?").param(bea.id()).query(String.class).list())
        .containsExactly("PRESENTE");
  }

  @Test
  void revenue_en_arriere_noura_n_ecrit_pas_deux_fois_le_meme_contact_et_un_formulaire_qui_a_servi_ne_perd_aucun_texte() {
    Personne ana = suivie("RETOUR", LocalDate.of(2025, 10, 1));
    FormulaireLu f = formulaire(ana).avec("presence", "PRESENTE").avec("genre", "TELEPHONE").avec("dit", "Mot pour mot");
    nav.suivre(nav.poster("/contacts/" + ana.id(), f.champs()));
    PageRefusee.dit(nav.poster("/contacts/" + ana.id(), formulaire(ana).avec("presence", "PRESENTE").avec("genre", "TELEPHONE")
        .avec("dit", "Mot pour mot")
        .champs()), "CONTACT_DEJA_NOTE", "Vous avez déjà noté ce contact, mot pour mot.");
    HttpResponse<String> servi = nav.poster("/contacts/" + ana.id(), f.avec("dit", "Un autre texte").champs());
    PageRefusee.dit(servi, "FORMULAIRE_DEJA_SERVI", "Ce formulaire a déjà servi à enregistrer autre chose.");
    assertThat(contacts(ana)).isEqualTo(1);
    nav.suivre(nav.poster("/contacts/" + ana.id(), FormulaireLu.de(servi.body(), "/contacts/" + ana.id(), "").champs()));
    assertThat(contacts(ana)).as("sous un autre numéro, le texte s'enregistre").isEqualTo(2);
  }

  @Test
  void ce_qu_un_formulaire_force_demande_est_refuse() {
    Personne ana = suivie("FORCE", LocalDate.of(2025, 8, 4));
    noter(ana, "PRESENTE", "BUREAU", "2025-08-20");
    assertThat(nav.poster("/ma-journee/differer", Map.of("personne", "" + ana.id(), "genre", "SANS_CONTACT", "decision", "XX", "raison", "Essai"))
        .statusCode()).isEqualTo(400);
    assertThat(nav.suivre(nav.poster("/ma-journee/reprendre", Map.of("personne", "" + ana.id(), "genre", "SANS_CONTACT"))).body())
        .as("PAS_DANS_LA_JOURNEE").contains("quelqu'un l'a déjà repris");
    assertThat(nav.poster("/contacts/" + ana.id(), formulaire(ana).avec("presence", "PRESENTE").avec("genre", "BUREAU").avec("le", "2025-10-20")
        .avec("creneau", "abc").champs()).statusCode()).isEqualTo(422);
    assertThat(nav.lire("/ma-journee?referent=999999").statusCode()).isEqualTo(404);
    Navigateur partenaire = connecter(comptoir.agent("PARTENAIRE", List.of(), List.of(noura.organisationId())));
    FormulaireLu f = FormulaireLu.de(partenaire.ouvrir("/contacts/" + ana.id() + "/nouveau").body(), "/contacts/" + ana.id(), "");
    PageRefusee.dit(partenaire.poster("/contacts/" + ana.id(), f.avec("presence", "PRESENTE").avec("genre", "TELEPHONE")
        .avec("creneau", "1").champs()),
        "HABILITATION", "Votre rôle ne permet pas de donner un rendez-vous.");
    assertThat(contacts(ana)).isEqualTo(1);
  }

  @Test
  void une_partenaire_ne_lit_pas_ce_qu_une_autre_organisation_a_note_avant_elle() {
    Personne ana = suivie("SECRET", LocalDate.of(2025, 10, 1));
    assertThat(nav.poster("/contacts/" + ana.id(), formulaire(ana).avec("presence", "PRESENTE").avec("genre", "TELEPHONE")
        .avec("dit", "Note de Noura")
        .champs()).statusCode()).isEqualTo(302);
    int departement = structures.organisations().stream().filter(o -> o.nature().equals("DEPARTEMENT")).findFirst().orElseThrow().id();
    base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, dit, organisation_id, cle, saisi_par, saisi_le)
        values (?, '2025-10-02', 'BUREAU', 'PRESENTE', 'Note de l''assistante sociale', ?, gen_random_uuid(), 'essai', '2025-10-02')""")
        .params(ana.id(), departement).update();
    Navigateur partenaire = connecter(comptoir.agent("PARTENAIRE", List.of(), List.of(noura.organisationId())));
    Navigateur responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
    FormulaireLu f = FormulaireLu.de(responsable.ouvrir("/contacts/" + ana.id() + "/nouveau").body(), "/contacts/" + ana.id(), "");
    responsable.poster("/contacts/" + ana.id(), f.avec("presence", "PRESENTE").avec("genre", "TELEPHONE")
        .avec("dit", "Note du Département").champs());
    assertThat(partenaire.ouvrir("/dossier/" + ana.id() + "/echanges").body()).contains("Note de Noura").doesNotContain("assistante sociale")
        .doesNotContain("Note du Département");
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/echanges").body()).contains("Note de Noura").contains("assistante sociale");
  }

  private long absences(Personne p) {
    return base.sql("select count(*) from rendezvous.fait where personne_id = ? and nature = 'ABSENCE_NON_EXCUSEE' and retire_le is null")
        .param(p.id()).query(Long.class).single();
  }

  private long contacts(Personne p) {
    return base.sql("select count(*) from accompagnement.contact where personne_id = ?").param(p.id()).query(Long.class).single();
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
