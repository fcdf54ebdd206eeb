package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.application.ChangerLesCoordonnees;
import fr.jalon.courriers.application.EnvoyerDesMessages;
import fr.jalon.courriers.application.PreparerUnLot;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.PrevenirDuLieu;
import fr.jalon.rendezvous.application.Repondre;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.rendezvous.lecture.AgendaDesEntretiens;
import fr.jalon.rendezvous.lecture.LieuxConnus;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.rendezvous.lecture.PrevenuesDeLAncienLieu;
import fr.jalon.rendezvous.lecture.PrevenuesDeLAncienLieu.Prevenue;
import fr.jalon.socle.RefusMetier;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Between the convocation and the meeting the place changes: its address, its telephone. Today is 20 October 2025. */
@EssaiArdeche
class LeLieuChangeTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final int TERRITOIRE = 2;
  private static final int VOISIN = 3;
  private static final String ANCIENNE = "1 rue du Lac, 07100 Annonay";
  private static final String ANCIEN_NUMERO = "04 00 00 00 09";
  private static final String NOUVELLE = "1 bis place Neuve, 07100 Annonay";
  private static final String NOUVEAU_NUMERO = "04 11 11 11 11";
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS", "COURRIERS");
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  PrevenirDuLieu prevenir;
  @Autowired
  PrevenuesDeLAncienLieu prevenues;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  TenirLesPermanences permanences;
  @Autowired
  AgendaDesEntretiens agenda;
  @Autowired
  LieuxConnus connus;
  @Autowired
  Convoquer convoquer;
  @Autowired
  Repondre repondre;
  @Autowired
  DonnerUnRendezVous donner;
  @Autowired
  ChangerLesCoordonnees coordonnees;
  @Autowired
  EnvoyerDesMessages envoyer;
  @Autowired
  PreparerUnLot preparer;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int lieu;
  private long session;

  @BeforeEach
  void une_session_rue_du_lac() {
    essai++;
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    lieu = en(() -> lieux.executer(rueDuLac()));
    session = en(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(9, 30), LocalTime.of(11, 30), null, null, null, null), List.of(MARDI)))
        .ouvertes().getFirst();
  }

  @AfterEach
  void le_temps_revient() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    base.sql("update rendezvous.session set etat = 'ANNULEE' where lieu_id = ? and etat = 'PREVUE'").param(lieu).update();
  }

  @Test
  void les_rappels_qui_attendent_disent_la_nouvelle_adresse_et_le_nouveau_telephone() {
    Personne ana = personne("RAPPEL", TERRITOIRE);
    telephone(ana, "0612345678");
    convoquer(ana);
    envoyerLesSms(ana);
    List<Long> rappels = messages(ana, "RAPPEL_RENDEZ_VOUS");
    assertThat(rappels).hasSize(2);
    assertThat(en(() -> lieux.tenir(placeNeuve())).recrits()).as("deux rappels, et la lettre qui attend une adresse").isEqualTo(3);
    assertThat(messages(ana, "RAPPEL_RENDEZ_VOUS")).as("les mêmes messages").isEqualTo(rappels);
    assertThat(contenus(ana, "modele = 'RAPPEL_RENDEZ_VOUS' or canal = 'LETTRE'")).hasSize(3)
        .allSatisfy(c -> assertThat(c).contains(NOUVELLE, NOUVEAU_NUMERO).doesNotContain("rue du Lac", ANCIEN_NUMERO));
    assertThat(contenus(ana, "etat = 'EN_BOITE'")).as("ce qui est parti ne change pas").singleElement().asString().contains(ANCIENNE, ANCIEN_NUMERO);
    assertThat(base.sql("select distinct x.par || ' : ' || x.motif from courriers.passage x join courriers.message m on m.id = x.objet_id where m.personne_id = ? and m.etat <> 'EN_BOITE'")
        .param(ana.id()).query(String.class).list()).singleElement().asString().startsWith("agent.territoire : Le lieu du rendez-vous a changé");
    assertThat(en(() -> lieux.tenir(placeNeuve())).recrits()).as("enregistré deux fois, récrit une fois").isZero();
  }

  @Test
  void une_lettre_deja_dans_un_lot_n_est_pas_touchee() {
    Personne ana = personne("LOT", TERRITOIRE);
    convoquer(ana);
    mettreDansUnLot(ana);
    assertThat(en(() -> lieux.tenir(placeNeuve())).recrits()).isZero();
    assertThat(contenus(ana, "canal = 'LETTRE'")).singleElement().asString().contains(ANCIENNE, ANCIEN_NUMERO).doesNotContain(NOUVELLE);
  }

  @Test
  void une_personne_d_un_autre_territoire_attendue_la_recoit_aussi_la_nouvelle_adresse() {
    Personne voisine = personne("VOISINE", VOISIN);
    telephone(voisine, "0612345678");
    EnTantQue.agir(EnTantQue.partout("DOSSIERS", "ENTREES", "RENDEZ_VOUS"),
        () -> convoquer.executer(List.of(new AConvoquer(voisine.id(), session, false, null))));
    assertThat(en(() -> lieux.tenir(placeNeuve())).recrits()).as("l'agent ne compte que son périmètre").isZero();
    assertThat(contenus(voisine, "modele = 'RAPPEL_RENDEZ_VOUS'")).hasSize(2).allSatisfy(c -> assertThat(c).contains(NOUVELLE, NOUVEAU_NUMERO));
  }

  @Test
  void ce_qui_a_ete_ecrit_au_moment_meme_du_changement_est_remis_d_accord_dans_la_nuit() {
    Personne ana = personne("NUIT", TERRITOIRE);
    telephone(ana, "0612345678");
    convoquer(ana);
    base.sql("update rendezvous.lieu set adresse = '1 bis place Neuve', telephone = ? where id = ?").params(NOUVEAU_NUMERO, lieu).update();
    assertThat(contenus(ana, "modele = 'RAPPEL_RENDEZ_VOUS'")).hasSize(2).allSatisfy(c -> assertThat(c).contains(ANCIENNE));
    balayer.executer("essai");
    assertThat(contenus(ana, "modele = 'RAPPEL_RENDEZ_VOUS'")).hasSize(2).allSatisfy(c -> assertThat(c).contains(NOUVELLE, NOUVEAU_NUMERO));
  }

  @Test
  void qui_donne_son_telephone_apres_le_changement_recoit_des_rappels_justes() {
    Personne ana = personne("APRES", TERRITOIRE);
    convoquer(ana);
    mettreDansUnLot(ana);
    en(() -> lieux.tenir(placeNeuve()));
    en(() -> {
      coordonnees.executer(ana.id(), "+33698765432", null);
      return null;
    });
    assertThat(contenus(ana, "modele = 'RAPPEL_RENDEZ_VOUS'")).hasSize(2).allSatisfy(c -> assertThat(c).contains(NOUVELLE, NOUVEAU_NUMERO));
  }

  @Test
  void qui_a_recu_l_ancienne_adresse_est_montree_puis_prevenue_une_seule_fois_sans_confirmer_de_nouveau() {
    Personne ana = personne("CONFIRMEE", TERRITOIRE);
    Personne bea = personne("ENATTENTE", TERRITOIRE);
    telephone(ana, "0612345678");
    convoquer(ana);
    convoquer(bea);
    mettreDansUnLot(ana);
    envoyerLesSms(ana);
    en(() -> {
      repondre.vient(convocation(ana));
      return null;
    });
    Navigateur nav = secretaire(TERRITOIRE);
    HttpResponse<String> enregistre = enregistrer(nav, "adresse", "1 bis place Neuve", "telephone", NOUVEAU_NUMERO);
    assertThat(enregistre.uri().getPath()).isEqualTo(page());
    String vue = net(enregistre);
    assertThat(vue)
        .contains("3 messages pas encore partis sont récrits avec le nouveau lieu. 1 personne attendue a été prévenue avec l'ancienne adresse ou l'ancien téléphone")
        .contains("Information collective, mardi 4 novembre 2025 à 9 h 30").contains(nom(ana) + " Ana")
        .contains("On lui a dit : " + ANCIENNE + " ; " + ANCIEN_NUMERO).doesNotContain(nom(bea));
    assertThat(net(secretaire(VOISIN).ouvrir(page()))).as("hors de son périmètre").doesNotContain(nom(ana), "Les prévenir");
    assertThat(base.sql("select count(*) from journal.trace where personne_id = :p or :p = any(personnes)").param("p", ana.id()).query(Integer.class)
        .single()).as("qui l'a vue est écrit").isPositive();

    FormulaireLu bouton = FormulaireLu.de(nav.ouvrir(page()).body(), page() + "/prevenir", "");
    assertThat(net(nav.suivre(nav.poster(page() + "/prevenir", bouton.champs())))).contains("1 personne est prévenue du changement")
        .doesNotContain("Les prévenir");
    assertThat(net(nav.suivre(nav.poster(page() + "/prevenir", bouton.champs())))).contains("Tout le monde est déjà prévenu");
    assertThat(contenus(ana, "modele = 'CHANGEMENT_INFORMATION_COLLECTIVE'")).hasSize(2)
        .allSatisfy(c -> assertThat(c).contains(NOUVELLE, NOUVEAU_NUMERO, "Vous venez : c'est noté."));
    assertThat(contenus(ana, "modele = 'RAPPEL_RENDEZ_VOUS' and etat = 'A_ENVOYER'")).hasSize(2).allSatisfy(c -> assertThat(c).contains(NOUVELLE));
    assertThat(base.sql("select etat from rendezvous.convocation where personne_id = ?").param(ana.id()).query(String.class).single())
        .isEqualTo("CONFIRMEE");
    assertThat(messages(bea, "CHANGEMENT_INFORMATION_COLLECTIVE")).as("sa lettre n'était pas partie").isEmpty();
    // the second letter goes to the post as well: she was told all the same
    horloge.regler(AUJOURDHUI.plusDays(1).atTime(9, 0));
    envoyerLesSms(ana);
    base.sql("update courriers.message set etat = 'EN_COURS' where personne_id = ? and canal = 'LETTRE' and etat = 'A_ENVOYER'")
        .param(ana.id()).update();
    base.sql("update courriers.message set etat = 'ENVOYE', etat_depuis = ? where personne_id = ? and modele = 'CHANGEMENT_INFORMATION_COLLECTIVE' and canal = 'LETTRE'")
        .params(AUJOURDHUI.plusDays(1).atTime(9, 0), ana.id()).update();
    assertThat(anciennes()).isEmpty();
  }

  @Test
  void deux_agents_qui_previennent_en_meme_temps_ecrivent_une_fois() throws Exception {
    Personne ana = personne("DEUXCLICS", TERRITOIRE);
    convoquer(ana);
    mettreDansUnLot(ana);
    long entretien = entretien("DEUXCLICSSEULE");
    en(() -> lieux.tenir(placeNeuve()));
    assertThat(anciennes()).extracting(Prevenue::id).containsExactlyInAnyOrder(convocation(ana), entretien);
    try (ExecutorService deux = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> clics = deux.invokeAll(List.of(() -> en(() -> prevenir.executer(lieu)), () -> en(() -> prevenir.executer(lieu))));
      assertThat(clics.get(0).get() + clics.get(1).get()).isEqualTo(2);
    }
    assertThat(messages(ana, "CHANGEMENT_INFORMATION_COLLECTIVE")).hasSize(1);
  }

  @Test
  void prevenir_depuis_une_page_restee_ouverte_pendant_qu_un_collegue_corrigeait_le_lieu_n_ecrit_rien() {
    Personne ana = personne("PAGEOUVERTE", TERRITOIRE);
    convoquer(ana);
    mettreDansUnLot(ana);
    en(() -> lieux.tenir(placeNeuve()));
    Navigateur nav = secretaire(TERRITOIRE);
    FormulaireLu bouton = FormulaireLu.de(nav.ouvrir(page()).body(), page() + "/prevenir", "");
    enregistrer(secretaire(TERRITOIRE), "adresse", "3 place Neuve", "telephone", NOUVEAU_NUMERO);
    HttpResponse<String> refus = nav.poster(page() + "/prevenir", bouton.champs());
    assertThat(refus.statusCode()).isEqualTo(409);
    assertThat(net(refus)).contains("a changé ce lieu").contains("3 place Neuve").doesNotContain("Enregistrer avec ces choix");
    assertThat(messages(ana, "CHANGEMENT_INFORMATION_COLLECTIVE")).isEmpty();
    FormulaireLu relu = FormulaireLu.de(refus.body(), page() + "/prevenir", "");
    assertThat(net(nav.suivre(nav.poster(page() + "/prevenir", relu.champs())))).contains("1 personne est prévenue du changement");
  }

  @Test
  void un_rendez_vous_individuel_garde_son_heure_et_la_personne_apprend_le_nouveau_lieu() {
    long entretien = entretien("SEULE");
    en(() -> lieux.tenir(placeNeuve()));
    Navigateur nav = secretaire(TERRITOIRE);
    assertThat(net(nav.ouvrir(page()))).contains("Rendez-vous individuel, mardi 4 novembre 2025 à 9 h").contains("/agenda/entretiens/" + entretien);
    assertThat(en(() -> prevenir.executer(lieu))).isEqualTo(1);
    assertThat(en(() -> prevenir.executer(lieu))).isZero();
    assertThat(base.sql("select contenu from courriers.message where objet_id = ? and modele like '%ENTRETIEN' and etat = 'A_ENVOYER' and canal = 'LETTRE'").param(entretien)
        .query(String.class).list()).singleElement().asString()
        .contains("Votre rendez-vous garde son jour et son heure", NOUVELLE, "mardi 4 novembre 2025").doesNotContain("rue du Lac");
    assertThat(base.sql("select etat from rendezvous.entretien where id = ?").param(entretien).query(String.class).single()).isEqualTo("CONVOQUEE");
  }

  @Test
  void la_capacite_ou_l_arret_d_un_lieu_ne_recrivent_rien_et_ne_previennent_personne_mais_la_page_dit_ce_qui_y_reste_prevu() {
    Personne ana = personne("CAPACITE", TERRITOIRE);
    telephone(ana, "0612345678");
    convoquer(ana);
    mettreDansUnLot(ana);
    entretien("CAPACITESEULE");
    Navigateur nav = secretaire(TERRITOIRE);
    assertThat(net(enregistrer(nav, "capacite", "7", "commune", "07010"))).contains("est enregistré.").doesNotContain("récrit", "prévenue avec");
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page()).body(), "/informations-collectives/lieux", "");
    String vue = net(nav.suivre(nav.poster("/informations-collectives/lieux", f.avec("actif", "").champs())));
    assertThat(vue).contains("il y reste à venir 1 information collective et 1 rendez-vous individuel.")
        .contains("/agenda?qui=tous&lieu=%d&semaine=2025-11-04".formatted(lieu))
        .doesNotContain("Les prévenir", "prévenue avec");
    assertThat(anciennes()).isEmpty();
  }

  @Test
  void un_lieu_ou_l_on_ne_recoit_plus_n_offre_plus_aucun_creneau_et_les_rouvre_quand_on_y_recoit_de_nouveau() {
    entretien("OFFERT");
    List<Long> offerts = offerts();
    assertThat(offerts).isNotEmpty();
    int permanence = base.sql("select min(id) from rendezvous.permanence where lieu_id = ?").param(lieu).query(Integer.class).single();
    LieuDeRendezVous celui = en(() -> connus.un(lieu)).orElseThrow();
    en(() -> lieux.executer(actif(celui, false)));
    assertThat(offerts()).isEmpty();
    assertThatThrownBy(() -> en(() -> permanences.rouvrir(permanence, LocalDate.of(2025, 11, 4)))).isInstanceOf(RefusMetier.class)
        .hasMessageContaining("On ne reçoit plus dans ce lieu");
    en(() -> lieux.executer(actif(celui, true)));
    assertThat(offerts()).isEqualTo(offerts);
  }

  private List<Long> offerts() {
    return en(() -> agenda.libres(TERRITOIRE, LocalDate.of(2025, 12, 31))).stream().filter(l -> l.lieuId() == lieu).map(LigneDAgenda::id).toList();
  }

  private static LieuDeRendezVous actif(LieuDeRendezVous l, boolean actif) {
    return new LieuDeRendezVous(l.id(), l.nom(), l.adresse(), l.codePostal(), l.commune(), l.nomCommune(), l.territoire(), l.accessible(),
        l.capacite(), l.telephone(), actif);
  }

  @Test
  void un_lieu_pour_un_territoire_d_ailleurs_est_refuse_a_cote_du_territoire_et_rien_n_est_perdu() {
    Navigateur nav = secretaire(TERRITOIRE);
    FormulaireLu neuf = FormulaireLu.de(nav.ouvrir("/informations-collectives/lieux/nouveau").body(), "/informations-collectives/lieux", "")
        .avec("nom", "Salle d'ailleurs")
        .avec("adresse", "2 rue Haute").avec("codePostal", "07100").avec("commune", "07010").avec("capacite", "9").avec("telephone", "04")
        .avec("territoire", "" + VOISIN);
    HttpResponse<String> cree = nav.poster("/informations-collectives/lieux", neuf.champs());
    assertThat(cree.statusCode()).isEqualTo(422);
    assertThat(net(cree)).contains("id=\"erreur-territoire\"")
        .contains("Ce lieu serait tenu par un autre territoire que les vôtres. Choisissez l'un des vôtres").contains("2 rue Haute");
    FormulaireLu present = FormulaireLu.de(nav.ouvrir(page()).body(), "/informations-collectives/lieux", "");
    HttpResponse<String> deplace = nav.poster("/informations-collectives/lieux", present.avec("territoire", "" + VOISIN).champs());
    assertThat(deplace.statusCode()).isEqualTo(422);
    assertThat(net(deplace)).contains("id=\"erreur-territoire\"");
    assertThat(base.sql("select territoire_id from rendezvous.lieu where id = ?").param(lieu).query(Integer.class).single()).isEqualTo(TERRITOIRE);
  }

  private LieuDeRendezVous rueDuLac() {
    return new LieuDeRendezVous(null, "Salle qui déménage " + essai, "1 rue du Lac", "07100", "07010", "", TERRITOIRE, true, 5, ANCIEN_NUMERO, true);
  }

  private LieuDeRendezVous placeNeuve() {
    return new LieuDeRendezVous(lieu, "Salle qui déménage " + essai, "1 bis place Neuve", "07100", "07010", "", TERRITOIRE, true,
        5, NOUVEAU_NUMERO, true);
  }

  private List<Prevenue> anciennes() {
    return en(() ->
        prevenues.toutes(base.sql("select l.*, k.nom as commune_nom from rendezvous.lieu l join structures.commune k on k.code = l.commune where l.id = ?").param(lieu)
        .query((l, _) -> new LieuDeRendezVous(lieu, l.getString("nom"), l.getString("adresse"), l.getString("code_postal"), l.getString("commune"),
        l.getString("commune_nom"),
            l.getInt("territoire_id"), l.getBoolean("accessible"), l.getInt("capacite"), l.getString("telephone"), l.getBoolean("actif"))).single()));
  }

  private Personne personne(String nom, int territoire) {
    return dossiers.fichier(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 3),
        dossiers.inconnue("LIEU" + nom + essai, territoire, LocalDate.of(2025, 9, 10)), "2", true).personne();
  }

  private void mettreDansUnLot(Personne p) {
    base.sql("insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, lignes, code_postal, nom_commune, territoire_id) values (?, '2025-10-03', now(), 1, '12 RUE HAUTE', '07000', 'PRIVAS', ?)")
        .params(p.foyerId(), TERRITOIRE).update();
    base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
    en(() -> preparer.executer(new FiltresDeMessages(null, null, null, null, null, null, nom(p), 1), "essai"));
  }

  private void envoyerLesSms(Personne p) {
    en(() -> envoyer.executer(new FiltresDeMessages(null, null, null, null, null, null, nom(p), 1), _ -> { }));
  }

  /** An interview of the Tuesday, whose letter is in a batch. */
  private long entretien(String nom) {
    int permanence = en(() -> permanences.ouvrir(new SaisieDePermanence(lieu, "Mme Lieu " + essai, null,
        new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 30), 45, MARDI, MARDI)))).id();
    long creneau = base.sql("select min(id) from rendezvous.creneau where permanence_id = ?").param(permanence).query(Long.class).single();
    Personne p = personne(nom, TERRITOIRE);
    long entretien = en(() -> donner.donner(p.id(), creneau));
    mettreDansUnLot(p);
    return entretien;
  }

  private void convoquer(Personne p) {
    assertThat(en(() -> convoquer.executer(List.of(new AConvoquer(p.id(), session, false, null)))).refus()).isEmpty();
  }

  private void telephone(Personne p, String numero) {
    base.sql("update allocataires.personne set telephone = ? where id = ?").params(numero, p.id()).update();
  }

  private String nom(Personne p) {
    return base.sql("select nom from allocataires.personne where id = ?").param(p.id()).query(String.class).single();
  }

  private long convocation(Personne p) {
    return base.sql("select id from rendezvous.convocation where personne_id = ?").param(p.id()).query(Long.class).single();
  }

  private List<Long> messages(Personne p, String modele) {
    return base.sql("select id from courriers.message where personne_id = ? and modele = ? order by id").params(p.id(), modele)
        .query(Long.class).list();
  }

  private List<String> contenus(Personne p, String condition) {
    return base.sql("select contenu from courriers.message where personne_id = ? and (%s) order by id".formatted(condition)).param(p.id())
        .query(String.class).list().stream()
        .map(c -> c.replace("&#39;", "'")).toList();
  }

  private Navigateur secretaire(int territoire) {
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent("SECRETARIAT", List.of(territoire), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }

  private HttpResponse<String> enregistrer(Navigateur nav, String champ, String valeur, String autre, String valeurAutre) {
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page()).body(), "/informations-collectives/lieux", "").avec(champ, valeur).avec(autre, valeurAutre);
    return nav.suivre(nav.poster("/informations-collectives/lieux", f.champs()));
  }

  private String page() {
    return "/informations-collectives/lieux/" + lieu;
  }

  private static String net(HttpResponse<String> reponse) {
    return reponse.body().replace('\u00a0', ' ').replace("&#39;", "'");
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(SECRETAIRE, acte);
  }
}
