package fr.jalon.allocataires;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.application.DefaireFusion;
import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.courriers.application.Destinataires;
import fr.jalon.courriers.domaine.Destinataire;
import fr.jalon.donnees.application.PersonneAPurger;
import fr.jalon.donnees.application.PersonnesAPurger;
import fr.jalon.echanges.Attente;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.Foyer;
import fr.jalon.pilotage.CatalogueIndicateurs;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.SuivreLaSituation;
import fr.jalon.socle.RefusMetier;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Persons whom the plan follows outside the RSA: one human once, with the same tools, counted apart. Today is 20 October 2025. */
@EssaiArdeche
@Import(Caisse.class)
class HorsRsaTest {
  private static final int CENTRE = 1;
  private static final int NORD = 2;
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Caisse caisse;
  @Autowired
  Indicateurs indicateurs;
  @Autowired
  CatalogueIndicateurs catalogue;
  @Autowired
  FusionnerPersonnes fusionner;
  @Autowired
  DefaireFusion defaire;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  DonnerUnRendezVous donner;
  @Autowired
  Destinataires destinataires;
  @Autowired
  SuivreLaSituation suivreLaSituation;
  @Autowired
  PersonnesAPurger personnesAPurger;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping adresses;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Agent compte;
  private Navigateur nav;
  private String suffixe;

  @BeforeEach
  void une_secretaire_de_centre() {
    essai++;
    suffixe = "" + (char) ('A' + essai / 26) + (char) ('A' + essai % 26);
    compte = comptoir.agent("SECRETARIAT", List.of(CENTRE), List.of());
    nav = connecter(compte);
  }

  @Test
  void jade_est_inscrite_son_dossier_s_ouvre_elle_est_dans_la_liste_et_dans_le_tableur() {
    long jade = inscrire("Jade", "HORSLISTE", "2003-04-05", Map.of("cohorte", "Cohorte 3 Privas", "telephone", "06 12 34 56 78"));
    String dossier = nav.ouvrir("/dossier/" + jade).body();
    assertThat(dossier).contains("Hors RSA · Jeune").contains("4 rue du Lac").contains("07000 Privas").contains("06 12 34 56 78")
        .contains("son foyer n'est pas connu").doesNotContain("Aucun droit n'était connu");
    assertThat(nav.ouvrir("/dossier/" + jade + "/parcours").body()).contains("Suivi hors RSA").contains("Cohorte 3 Privas").contains("Terminer")
        .contains("Suivie hors RSA : Jeune");
    assertThat(nav.ouvrir("/hors-rsa?nom=horsliste" + suffixe).body()).contains("HORSLISTE" + suffixe).contains("Jeune");
    assertThat(nav.ouvrir("/allocataires?q=horsliste" + suffixe).body()).as("la recherche de toutes les pages la trouve")
        .contains("Hors RSA, une personne correspond")
        .contains("/dossier/" + jade + "\"");
    assertThat(nav.ouvrir("/hors-rsa?publicSuivi=SPIE&nom=horsliste" + suffixe).body()).doesNotContain("/dossier/" + jade);
    assertThat(nav.ouvrir("/hors-rsa?etat=termines&nom=horsliste" + suffixe).body()).contains("dans cette liste").doesNotContain("/dossier/" + jade);
    assertThat(connecter(comptoir.agent("SECRETARIAT", List.of(NORD), List.of())).ouvrir("/hors-rsa").body()).as("un autre territoire ne la voit pas")
        .doesNotContain("HORSLISTE" + suffixe);
    HttpResponse<String> tableur = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of())).lire("/hors-rsa/export");
    assertThat(tableur.statusCode()).isEqualTo(200);
    assertThat(comptoir.actes(compte.identifiant())).contains("HORS_RSA_INSCRITE", "HORS_RSA_SUIVIE");
  }

  @Test
  void tout_ce_qui_manque_est_dit_a_cote_de_chaque_champ_et_rien_n_est_perdu() {
    HttpResponse<String> vide = nav.poster("/hors-rsa/inscrire", formulaire().avec("prenom", "Ana2").avec("depuis", "2025-10-21")
        .avec("codePostal", "0700")
        .avec("cohorte", "c".repeat(81)).avec("lignes", "l".repeat(201)).champs());
    PageRefusee.dit(vide, "HORS_RSA_NOM", "nom", "Écrivez son nom, en lettres.");
    PageRefusee.dit(vide, "HORS_RSA_PRENOM", "prenom", "Écrivez son prénom, en lettres.");
    PageRefusee.dit(vide, "HORS_RSA_NAISSANCE", "naissance", "Indiquez sa date de naissance");
    PageRefusee.dit(vide, "HORS_RSA_ADRESSE", "lignes", "Cette adresse est trop longue");
    PageRefusee.dit(vide, "HORS_RSA_CODE_POSTAL", "codePostal", "Un code postal a cinq chiffres.");
    PageRefusee.dit(vide, "HORS_RSA_COMMUNE", "commune", "Choisissez sa commune");
    PageRefusee.dit(vide, "HORS_RSA_PUBLIC", "publicSuivi", "Choisissez le public du plan");
    PageRefusee.dit(vide, "HORS_RSA_COHORTE", "cohorte", "C'est trop long");
    PageRefusee.dit(vide, "HORS_RSA_DEPUIS", "depuis", "Indiquez depuis quel jour");
    PageRefusee.dit(vide, "HORS_RSA_INFORMEE", "informee", "Dites-lui d'abord ce qui est gardé");
    assertThat(vide.body()).contains("value=\"Ana2\"");
    PageRefusee.dit(nav.poster("/hors-rsa/inscrire", rempli("Ana", "HORSAILLEURS", "2001-01-02").avec("commune", "07010").champs()),
        "HORS_RSA_AILLEURS", "commune", "Cette commune n'est pas de votre territoire");
    PageRefusee.dit(nav.poster("/hors-rsa/inscrire", rempli("Ana", "HORSAILLEURS", "2001-01-02").avec("destination", "987654").champs()),
        "HORS_RSA_SUIVEUR", "destination", "Ce référent ou cette organisation ne suit plus personne");
    int atelier = base.sql("insert into structures.organisation (code, nom, nature) values (?, ?, 'OPERATEUR') returning id")
        .params("HORSOP" + suffixe, "Atelier qui ne suit personne " + suffixe).query(Integer.class).single();
    assertThat(nav.ouvrir("/hors-rsa/inscrire").body()).as("un opérateur d'actions n'est pas proposé").doesNotContain("Atelier qui ne suit personne");
    PageRefusee.dit(nav.poster("/hors-rsa/inscrire", rempli("Ana", "HORSAILLEURS", "2001-01-02").avec("destination", "" + atelier).champs()),
        "HORS_RSA_SUIVEUR", "destination", "Ce référent ou cette organisation ne suit plus personne");
    assertThat(combien("HORSAILLEURS")).isZero();
  }

  @Test
  void envoyee_deux_fois_elle_n_est_inscrite_qu_une() {
    FormulaireLu f = rempli("Ines", "HORSDEUX", "2000-02-03");
    String premier = nav.poster("/hors-rsa/inscrire", f.champs()).headers().firstValue("location").orElseThrow();
    assertThat(nav.poster("/hors-rsa/inscrire", f.champs()).headers().firstValue("location")).contains(premier);
    assertThat(combien("HORSDEUX")).isEqualTo(1);
    HttpResponse<String> servi = nav.poster("/hors-rsa/inscrire", f.avec("prenom", "Autre").champs());
    PageRefusee.dit(servi, "FORMULAIRE_DEJA_SERVI", "Ce formulaire a déjà servi à enregistrer autre chose.");
    FormulaireLu encore = FormulaireLu.de(servi.body(), "/hors-rsa/inscrire", "").avec("vues", premier.replaceAll(".*/", ""));
    assertThat(nav.suivre(nav.poster("/hors-rsa/inscrire", encore.champs())).body()).as("enregistrée de nouveau, sous un autre numéro")
        .contains("Cette personne est inscrite");
  }

  @Test
  void celle_qui_est_deja_au_rsa_est_montree_c_est_elle_et_le_public_rejoint_son_dossier() {
    caisse.journalier("2025-09-30", foyer("0719900" + numero()).habite("07186", "PRIVAS").avec(personne("Nora HORSCONNUE" + suffixe)
        .nee("2001-03-04").sdd()));
    long nora = caisse.numero(personne("NORA HORSCONNUE" + suffixe));
    FormulaireLu f = rempli("Nora", "HORSCONNUE", "2001-03-04");
    HttpResponse<String> question = nav.poster("/hors-rsa/inscrire", f.champs());
    assertThat(question.statusCode()).isEqualTo(200);
    assertThat(question.body()).contains("Elle existe peut-être déjà").contains("Au RSA").contains("name=\"elle\" value=\"" + nora + "\"");
    assertThat(combien("HORSCONNUE")).isEqualTo(1);
    assertThat(nav.suivre(nav.poster("/hors-rsa/inscrire", f.avec("elle", "" + nora).champs())).body()).contains("ce public est ajouté")
        .contains("Hors RSA · Jeune");
    assertThat(combien("HORSCONNUE")).isEqualTo(1);
    PageRefusee.dit(nav.poster("/hors-rsa/" + nora + "/ajouter", ajout(nora).avec("publicSuivi", "JEUNE").avec("informee", "true").champs()),
        "HORS_RSA_DEJA", "Elle est déjà suivie pour ce public");
    assertThat(nav.poster("/hors-rsa/" + nora + "/ajouter", ajout(nora).avec("publicSuivi", "SPIE").avec("informee", "true").champs()).statusCode())
        .isEqualTo(302);
    assertThat(nav.ouvrir("/hors-rsa?nom=horsconnue" + suffixe).body()).contains("aussi au RSA").contains("Cohorte du service public");
  }

  @Test
  void ce_n_est_pas_elle_une_autre_fiche_est_faite_et_la_paire_attend_qui_decide_des_doublons() {
    caisse.journalier("2025-09-30", foyer("0719900" + numero()).habite("07186", "PRIVAS").avec(personne("Lise HORSPAIRE" + suffixe)
        .nee("2001-03-04").sdd()));
    long lise = caisse.numero(personne("LISE HORSPAIRE" + suffixe));
    FormulaireLu f = rempli("Lise", "HORSPAIRE", "2001-03-04");
    nav.poster("/hors-rsa/inscrire", f.champs());
    HttpResponse<String> faite = nav.poster("/hors-rsa/inscrire", f.avec("vues", "" + lise).champs());
    assertThat(faite.statusCode()).isEqualTo(302);
    assertThat(combien("HORSPAIRE")).isEqualTo(2);
    paireSignalee(lise, numeroDuDossier(faite));
  }

  @Test
  void d_une_fiche_d_un_autre_territoire_rien_n_est_dit_et_la_paire_attend_qui_decide() {
    caisse.journalier("2025-09-30", foyer("0719900" + numero()).habite("07010", "ANNONAY").avec(personne("Rosa HORSLOIN" + suffixe)
        .nee("1999-11-04").sdd()));
    long rosa = caisse.numero(personne("ROSA HORSLOIN" + suffixe));
    HttpResponse<String> faite = nav.poster("/hors-rsa/inscrire", rempli("Rosa", "HORSLOIN", "1999-11-04").champs());
    assertThat(faite.statusCode()).as("rien n'est demandé").isEqualTo(302);
    assertThat(nav.suivre(faite).body()).doesNotContain("/dossier/" + rosa + "\"");
    paireSignalee(rosa, numeroDuDossier(faite));
    long tache = base.sql("select id from allocataires.doublon where ? in (personne_a, personne_b)").param(rosa).query(Long.class).single();
    Navigateur allocation = connecter(comptoir.agent("ALLOCATION"));
    assertThat(allocation.ouvrir("/doublons/" + tache).body()).contains("inscrite hors RSA").contains("4 rue du Lac, Privas");
    assertThat(allocation.ouvrir("/doublons").body()).contains("Annonay et Privas");
  }

  @Test
  void un_suivi_finit_avec_une_raison_se_rouvre_et_ses_fautes_sont_dites() {
    long zoe = inscrire("Zoe", "HORSFIN", "2001-06-07", Map.of("depuis", "2025-03-01"));
    long suivi = suivi(zoe);
    HttpResponse<String> fautes = nav.poster("/hors-rsa/suivis/" + suivi + "/fin", Map.of("finLe", "2025-02-01"));
    PageRefusee.dit(fautes, "HORS_RSA_FIN_JOUR", "finLe", "Indiquez le jour de la fin, entre le");
    PageRefusee.dit(fautes, "HORS_RSA_FIN_MOTIF", "motif", "Dites pourquoi le suivi finit.");
    PageRefusee.dit(nav.poster("/hors-rsa/suivis/" + suivi + "/fin", Map.of("finLe", "2025-10-01", "motif", "AUTRE")), "HORS_RSA_FIN_PRECISION",
        "precision",
        "Dites quelle est cette raison, en quelques mots.");
    String fini = nav.suivre(nav.poster("/hors-rsa/suivis/" + suivi + "/fin", Map.of("finLe", "2025-10-01", "motif", "EMPLOI", "precision",
        "CDI à Privas"))).body();
    assertThat(fini).contains("Ce suivi est terminé").contains("A un emploi ou une formation : CDI à Privas").doesNotContain("Hors RSA · Jeune");
    assertThat(nav.ouvrir("/hors-rsa?etat=termines&nom=horsfin" + suffixe).body()).contains("HORSFIN" + suffixe);
    assertThat(nav.suivre(nav.poster("/hors-rsa/suivis/" + suivi + "/rouvrir", Map.of())).body()).contains("Ce suivi court de nouveau")
        .contains("Hors RSA · Jeune");
    nav.suivre(nav.poster("/hors-rsa/suivis/" + suivi + "/fin", Map.of("finLe", "2025-10-01", "motif", "EMPLOI")));
    nav.suivre(nav.poster("/hors-rsa/" + zoe + "/ajouter", ajout(zoe).avec("publicSuivi", "JEUNE").avec("informee", "true").champs()));
    PageRefusee.dit(nav.suivre(nav.poster("/hors-rsa/suivis/" + suivi + "/rouvrir", Map.of())), "HORS_RSA_DEJA",
        "Elle est de nouveau suivie pour ce public");
  }

  @Test
  void inscrite_par_erreur_son_auteur_la_retire_le_jour_meme_tant_que_rien_n_y_tient() {
    long ada = inscrire("Ada", "HORSERREUR", "2005-01-09", Map.of());
    Navigateur collegue = connecter(comptoir.agent("REFERENT", List.of(CENTRE), List.of()));
    PageRefusee.dit(collegue.suivre(collegue.poster("/hors-rsa/suivis/" + suivi(ada) + "/retirer", Map.of())), "HORS_RSA_RETRAIT",
        "Seul l'agent qui l'a écrit le retire, le jour même.");
    assertThat(nav.suivre(nav.poster("/hors-rsa/suivis/" + suivi(ada) + "/retirer", Map.of())).body()).contains("Cette inscription est retirée");
    assertThat(combien("HORSERREUR")).isZero();

    long eva = inscrire("Eva", "HORSTENUE", "2005-01-09", Map.of());
    base.sql("insert into diagnostic.diagnostic (personne_id, reponses, referentiel, saisi_par, saisi_le) values (?, '{}', '2025-01-01', "
        + "'essai', now())")
        .param(eva).update();
    PageRefusee.dit(nav.suivre(nav.poster("/hors-rsa/suivis/" + suivi(eva) + "/retirer", Map.of())), "HORS_RSA_TENUE",
        "Un contact, un rendez-vous, un diagnostic ou un courrier tient déjà à cette fiche");
    nav.suivre(nav.poster("/hors-rsa/" + eva + "/ajouter", ajout(eva).avec("publicSuivi", "SPIE").avec("informee", "true").champs()));
    long second = base.sql("select max(id) from allocataires.suivi_hors_rsa where personne_id = ?").param(eva).query(Long.class).single();
    assertThat(nav.suivre(nav.poster("/hors-rsa/suivis/" + second + "/retirer", Map.of())).body())
        .contains("Ce suivi est retiré : il ne compte plus.");
    assertThat(nav.poster("/hors-rsa/suivis/" + second + "/fin", Map.of("finLe", "2025-10-20", "motif", "EMPLOI")).statusCode())
        .as("HORS_RSA_INCONNU")
        .isEqualTo(404);
  }

  @Test
  void un_homme_de_soixante_cinq_ans_ne_s_inscrit_pas_comme_jeune() {
    PageRefusee.dit(nav.poster("/hors-rsa/inscrire", rempli("Marcel", "HORSAGE", "1960-03-03").champs()), "HORS_RSA_AGE", "publicSuivi",
        "est pour une personne de moins de");
  }

  @Test
  void son_identite_se_corrige_jusqu_a_ce_qu_un_fichier_parle_d_elle() {
    long mia = inscrire("Mia", "HORSMOT", "2000-09-09", Map.of());
    FormulaireLu f = FormulaireLu.de(nav.ouvrir("/hors-rsa/" + mia + "/identite").body(), "/hors-rsa/" + mia + "/identite", "");
    PageRefusee.dit(nav.poster("/hors-rsa/" + mia + "/identite", f.avec("nom", "").champs()), "HORS_RSA_NOM", "nom", "Écrivez son nom, en lettres.");
    PageRefusee.dit(nav.poster("/hors-rsa/" + mia + "/identite", f.avec("naissance", "1960-09-09").champs()), "HORS_RSA_AGE", "naissance",
        "est pour une personne de moins de");
    assertThat(nav.suivre(nav.poster("/hors-rsa/" + mia + "/identite", f.avec("nom", "Horsmotte" + suffixe).avec("lignes", "9 place neuve")
        .champs())).body())
        .contains("Identité et adresse enregistrées").contains("HORSMOTTE" + suffixe).contains("9 place neuve");
    assertThat(nav.ouvrir("/dossier/" + mia + "/droits").body()).contains("Identités précédentes").contains("HORSMOT" + suffixe);
    FormulaireLu tard = FormulaireLu.de(nav.ouvrir("/hors-rsa/" + mia + "/identite").body(), "/hors-rsa/" + mia + "/identite", "").avec("nom",
        "Autre");

    caisse.journalier("2025-10-10", foyer("0719900" + numero()).habite("07186", "PRIVAS")
        .avec(personne("Mia HORSMOTTE" + suffixe).nee("2000-09-09").sdd()));
    long caf = caisse.numero(personne("MIA HORSMOTTE" + suffixe));
    assertThat(caf).as("jamais une fusion sans un agent").isNotEqualTo(mia);
    paireSignalee(caf, mia);
    EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DOUBLONS"), () -> fusionner.fusionner(caf, mia, "La même", null));
    String page = nav.suivre(nav.ouvrir("/dossier/" + mia)).body();
    assertThat(page).contains("Hors RSA · Jeune").contains("Droit ouvert").contains("Un fichier de la caisse parle d'elle");
    assertThat(nav.ouvrir("/hors-rsa?nom=horsmotte" + suffixe).body()).contains("/dossier/" + caf).contains("aussi au RSA");
    long fusion = base.sql("select id from allocataires.fusion where absorbee = ?").param(mia).query(Long.class).single();
    EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DOUBLONS"), () -> {
      defaire.defaire(fusion, "Deux humaines");
      return null;
    });
    assertThat(nav.suivre(nav.ouvrir("/dossier/" + mia)).body()).as("séparée, elle est de nouveau là où un agent l'a inscrite")
        .contains("Hors RSA · Jeune").doesNotContain("Droit ouvert");
    assertThat(base.sql("select territoire_id from allocataires.personne where id = ?").param(mia).query(Integer.class).single()).isEqualTo(CENTRE);
    EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DOUBLONS"), () -> fusionner.fusionner(caf, mia, "La même", null));
    HttpResponse<String> refus = nav.suivre(nav.poster("/hors-rsa/" + mia + "/identite", tard.champs()));
    PageRefusee.dit(refus, "HORS_RSA_DIT_PAR_LA_CAISSE", "Un fichier de la caisse parle maintenant de cette personne");
    assertThat(refus.body()).contains("/dossier/" + caf);
  }

  @Test
  void l_organisation_qui_la_suit_la_voit_tant_que_le_suivi_court() {
    int organisation = organisation();
    long lea = inscrire("Lea", "HORSORGA", "2002-02-02", Map.of("destination", "" + organisation));
    Navigateur partenaire = connecter(comptoir.agent("PARTENAIRE", List.of(), List.of(organisation)));
    assertThat(partenaire.ouvrir("/dossier/" + lea).statusCode()).isEqualTo(200);
    assertThat(partenaire.ouvrir("/hors-rsa/inscrire").statusCode()).as("elle suit, elle n'inscrit pas").isEqualTo(403);
    nav.poster("/hors-rsa/suivis/" + suivi(lea) + "/fin", Map.of("finLe", "2025-10-20", "motif", "TERME"));
    assertThat(partenaire.ouvrir("/dossier/" + lea).statusCode()).isEqualTo(404);
  }

  @Test
  void deux_fiches_suivies_pour_le_meme_public_reunies_n_en_gardent_qu_un() {
    long una = inscrire("Lou", "HORSFICHE", "2000-01-01", Map.of());
    long deux = inscrire("Lou", "HORSAUTRE", "2001-01-01", Map.of("publicSuivi", "JEUNE"));
    EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DOUBLONS"), () -> fusionner.fusionner(una, deux, "La même", null));
    String parcours = nav.ouvrir("/dossier/" + una + "/parcours").body();
    assertThat(parcours.split("Terminer<", -1)).as("un seul court").hasSize(2);
    assertThat(nav.ouvrir("/hors-rsa?nom=hors&publicSuivi=JEUNE").body()).contains("/dossier/" + una).doesNotContain("/dossier/" + deux + "\"");
  }

  @Test
  void un_rendez_vous_se_donne_sans_droit_a_qui_est_suivie_hors_rsa_et_ses_lettres_savent_ou_elle_habite() {
    long jade = inscrire("Jade", "HORSRDV", "2003-01-05", Map.of());
    Perimetre ici = EnTantQue.territoire(CENTRE, "DOSSIERS", "RENDEZ_VOUS", "COURRIERS", "HORS_RSA");
    assertThat(EnTantQue.<Long>agir(ici, () -> donner.inviter(jade))).isPositive();
    Destinataire elle = EnTantQue.agir(ici, () -> transaction.execute(_ -> destinataires.lire(List.of(jade)))).get(jade);
    assertThat(elle.toString()).contains("4 rue du Lac").contains("07000");

    assertThat(nav.suivre(nav.poster("/hors-rsa/suivis/" + suivi(jade) + "/fin", Map.of("finLe", "2025-10-20", "motif", "DECES"))).body())
        .contains("Ce suivi est terminé");
    EnTantQue.agir(ici, () -> transaction.execute(_ -> suivreLaSituation.balayer(LocalDate.of(2025, 10, 20))));
    assertThat(base.sql("select etat from rendezvous.entretien where personne_id = ?").param(jade).query(String.class).single())
        .as("on n'écrit plus à une morte").isEqualTo("ANNULEE");

    Foyer ferme = foyer("0719900" + numero()).habite("07186", "PRIVAS").ferme("RFD", "2025-08-01").avec(personne("Paz HORSFERMEE" + suffixe)
        .nee("1980-03-04").sdd());
    caisse.journalier("2025-09-30", ferme);
    long paz = caisse.numero(personne("PAZ HORSFERMEE" + suffixe));
    assertThat(refus(ici, () -> donner.inviter(paz))).isEqualTo("DROIT_CLOS");
    nav.suivre(nav.poster("/hors-rsa/" + paz + "/ajouter", ajout(paz).avec("publicSuivi", "SPIE").avec("informee", "true").champs()));
    long entretien = EnTantQue.<Long>agir(ici, () -> donner.inviter(paz));
    EnTantQue.agir(ici, () -> transaction.execute(_ -> suivreLaSituation.balayer(LocalDate.of(2025, 10, 20))));
    assertThat(base.sql("select etat from rendezvous.entretien where id = ?").param(entretien).query(String.class).single()).isEqualTo("INVITEE");
    assertThat(nav.ouvrir("/dossier/" + paz).body()).contains("Hors RSA · Cohorte du service public");
  }

  @Test
  void le_temps_de_la_garder_part_de_la_fin_du_suivi() {
    long ava = inscrire("Ava", "HORSTEMPS", "1996-01-05", Map.of("depuis", "2021-05-01"));
    base.sql("update allocataires.personne set creee_le = timestamptz '2021-05-01 09:00' where id = ?").param(ava).update();
    assertThat(aPurger("2031-01-01")).as("suivie, elle est gardée").doesNotContain(ava);
    nav.suivre(nav.poster("/hors-rsa/suivis/" + suivi(ava) + "/fin", Map.of("finLe", "2025-10-01", "motif", "EMPLOI")));
    assertThat(aPurger("2027-10-01")).doesNotContain(ava);
    assertThat(aPurger("2027-10-02")).contains(ava);
  }

  @Test
  void le_tableur_qui_l_a_fait_connaitre_ne_se_defait_plus_sous_elle() {
    long lia = inscrire("Lia", "HORSTABLEUR", "2004-02-05", Map.of());
    assertThat(base.sql("select quoi from allocataires.tenu_ailleurs(array[?]::bigint[])").param(lia).query(String.class).list())
        .anyMatch(q -> q.startsWith("Les publics hors RSA"));
  }

  @Test
  void quand_la_carte_des_territoires_change_elle_suit_sa_commune() {
    long kim = inscrire("Kim", "HORSCARTE", "2001-02-05", Map.of("commune", "07004"));
    base.sql("update structures.commune set territoire_id = ? where code = '07004'").param(NORD).update();
    try {
      base.sql("select allocataires.suivre_les_communes(array['07004'])").query(Integer.class).single();
      assertThat(nav.ouvrir("/dossier/" + kim).statusCode()).isEqualTo(404);
      assertThat(connecter(comptoir.agent("SECRETARIAT", List.of(NORD), List.of())).ouvrir("/dossier/" + kim + "/parcours").body())
          .contains("Suivi hors RSA");
    } finally {
      base.sql("update structures.commune set territoire_id = ? where code = '07004'").param(CENTRE).update();
      base.sql("select allocataires.suivre_les_communes(array['07004'])").query(Integer.class).single();
    }
  }

  @Test
  void une_correction_d_une_page_restee_ouverte_n_efface_pas_celle_d_un_collegue() {
    long elsa = inscrire("Elsa", "HORSVERSION", "2002-09-09", Map.of());
    String page = nav.ouvrir("/hors-rsa/" + elsa + "/identite").body();
    FormulaireLu vieux = FormulaireLu.de(page, "/hors-rsa/" + elsa + "/identite", "");
    nav.suivre(nav.poster("/hors-rsa/" + elsa + "/identite", vieux.avec("lignes", "1 rue du Collègue").champs()));
    assertThat(nav.poster("/hors-rsa/" + elsa + "/identite", vieux.avec("lignes", "2 rue Tardive").champs()).statusCode()).isEqualTo(409);
    assertThat(nav.ouvrir("/dossier/" + elsa).body()).contains("1 rue du Collègue");
    assertThat(nav.poster("/hors-rsa/987654321/ajouter", Map.of("publicSuivi", "JEUNE", "depuis", "2025-10-01", "informee", "true")).statusCode())
        .as("HORS_RSA_INCONNUE")
        .isIn(404, 422);
  }

  @Test
  void inscrire_quelqu_un_ne_change_aucun_indicateur_que_le_sien() {
    Map<String, String> avant = chiffres();
    long una = inscrire("Una", "HORSCHIFFRE", "2004-05-06", Map.of("depuis", "2025-09-01"));
    Map<String, String> apres = chiffres();
    assertThat(apres.keySet()).hasSizeGreaterThan(20).contains("HORS-RSA", "POP-DOV", "ORI-CHARGE");
    apres.forEach((code, valeur) -> {
      if (!code.equals("HORS-RSA")) {
        assertThat(valeur).as(code).isEqualTo(avant.get(code));
      }
    });
    assertThat(Integer.parseInt(apres.get("HORS-RSA"))).isEqualTo(Integer.parseInt(avant.get("HORS-RSA")) + 1);
    assertThat(EnTantQue.agir(EnTantQue.partout("DOSSIERS", "INDICATEURS"), () -> indicateurs.personnes("HORS-RSA", LocalDate.of(2025, 8, 31),
        null, null, 0))
        .personnes()).noneMatch(p -> p.personneId() == una);
  }

  @Test
  void chaque_page_de_son_dossier_s_ouvre_pour_chaque_role_sans_foyer_ni_droit() {
    long ivy = inscrire("Ivy", "HORSPAGES", "2001-08-08", Map.of());
    for (PartieDuDossier partie : PartieDuDossier.values()) {
      for (String moment : List.of("", "?au=2025-10-19", "?au=2025-10-20&connu=2025-10-20")) {
        assertThat(nav.ouvrir(partie.adresse(ivy) + moment).statusCode()).as(partie + moment)
            .isIn(partie == PartieDuDossier.PROCEDURES ? List.of(200, 404) : List.of(200));
      }
    }
    for (String role : List.of("RESPONSABLE_TERRITOIRE", "DIRECTION", "ALLOCATION")) {
      Navigateur agent = connecter(comptoir.agent(role, List.of(CENTRE), List.of()));
      for (String page : pages(ivy)) {
        assertThat(agent.ouvrir(page).statusCode()).as(role + " " + page).isLessThan(500);
      }
    }
  }

  /** Every page that takes a number, hers, and every page that takes a person in its address. */
  private List<String> pages(long id) {
    List<String> pages = new ArrayList<>(adresses.getHandlerMethods().keySet().stream()
        .filter(a -> a.getMethodsCondition().getMethods().contains(RequestMethod.GET)).flatMap(a -> a.getPatternValues().stream())
        .filter(a -> a.contains("{") && !a.startsWith("/api/")).map(a -> a.replaceAll("\\{[^}]*}", "" + id)).distinct().sorted().toList());
    assertThat(pages).hasSizeGreaterThan(30).contains("/dossier/" + id + "/entier", "/diagnostic/" + id, "/agenda/personnes/" + id,
        "/verifier/dossier/" + id);
    for (String page : List.of("/orientations/nouvelle", "/reorientations/nouvelle", "/doublons/signaler", "/reexamens",
        "/informations-collectives")) {
      pages.add(page + "?personne=" + id);
    }
    return pages;
  }

  private List<Long> aPurger(String jour) {
    return personnesAPurger.au(LocalDate.parse(jour)).stream().map(PersonneAPurger::personneId).toList();
  }

  private static String refus(Perimetre qui, Supplier<?> acte) {
    try {
      EnTantQue.agir(qui, acte::get);
      return "";
    } catch (RefusMetier refus) {
      return refus.code();
    }
  }

  private Map<String, String> chiffres() {
    Map<String, String> chiffres = new HashMap<>();
    EnTantQue.agir(EnTantQue.partout("DOSSIERS", "MONTANTS", "ENTREES", "INDICATEURS"), () -> {
      catalogue.tous().forEach(i -> {
        var v = indicateurs.calculer(i.code(), LocalDate.of(2025, 10, 20), null).getFirst();
        chiffres.put(i.code(), v.valeur() == null ? "" + v.manque() : v.valeur().toPlainString());
      });
      return null;
    });
    return chiffres;
  }

  private void paireSignalee(long a, long b) {
    Attente.jusquA("la paire signalée", () ->
        base.sql("select exists (select from allocataires.doublon where personne_a = ? and personne_b = ? and etat = 'A_EXAMINER')")
        .params(Math.min(a, b), Math.max(a, b)).query(Boolean.class).single());
  }

  private long inscrire(String prenom, String nom, String naissance, Map<String, String> autres) {
    FormulaireLu f = rempli(prenom, nom, naissance);
    for (Map.Entry<String, String> e : autres.entrySet()) {
      f = f.avec(e.getKey(), e.getValue());
    }
    HttpResponse<String> r = nav.poster("/hors-rsa/inscrire", f.champs());
    assertThat(r.statusCode()).as(r.body()).isEqualTo(302);
    long id = numeroDuDossier(r);
    assertThat(nav.suivre(r).body()).contains("Cette personne est inscrite");
    return id;
  }

  private static long numeroDuDossier(HttpResponse<String> r) {
    Matcher m = Pattern.compile("/dossier/(\\d+)").matcher(r.headers().firstValue("location").orElseThrow());
    assertThat(m.find()).isTrue();
    return Long.parseLong(m.group(1));
  }

  private FormulaireLu formulaire() {
    return FormulaireLu.de(nav.ouvrir("/hors-rsa/inscrire").body(), "/hors-rsa/inscrire", "");
  }

  private FormulaireLu ajout(long id) {
    return FormulaireLu.de(nav.ouvrir("/hors-rsa/" + id + "/ajouter").body(), "/hors-rsa/" + id + "/ajouter", "");
  }

  private FormulaireLu rempli(String prenom, String nom, String naissance) {
    return formulaire().avec("civilite", "MME").avec("prenom", prenom).avec("nom", nom + suffixe).avec("naissance", naissance).avec("lignes",
        "4 rue du Lac")
        .avec("commune", "07186").avec("publicSuivi", "JEUNE").avec("depuis", "2025-10-01").avec("informee", "true");
  }

  private int combien(String nom) {
    return base.sql("select count(*) from allocataires.personne where nom = ?").param(nom + suffixe).query(Integer.class).single();
  }

  private long suivi(long personne) {
    return base.sql("select min(id) from allocataires.suivi_hors_rsa where personne_id = ?").param(personne).query(Long.class).single();
  }

  private int organisation() {
    return base.sql("insert into structures.organisation (code, nom, nature) values (?, ?, 'EXTERNE') returning id")
        .params("HORS" + suffixe, "Mission locale " + suffixe).query(Integer.class).single();
  }

  private static String numero() {
    return "%04d".formatted(1000 + essai);
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
