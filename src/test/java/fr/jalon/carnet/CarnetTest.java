package fr.jalon.carnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.carnet.application.EcrireDansLeCarnet;
import fr.jalon.carnet.application.JoindreUnDocument;
import fr.jalon.carnet.application.TenirLesOppositions;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.CarnetDUnePersonne;
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
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ana lives in Centre; a référent, a social worker, a responsable, an adviser of France Travail and a partner follow her. Today is 20 October
 * 2025.
 */
@EssaiArdeche
class CarnetTest {
  private static final int CENTRE = 1;
  private static final int NORD = 2;
  private static final LocalDate LE = LocalDate.of(2025, 10, 20);
  private static int essai;
  private static int partenaire;
  private static int franceTravail;
  private static int cms;
  private static int operateur;
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
  ThemesDuCarnet themes;
  @Autowired
  EcrireDansLeCarnet ecrire;
  @Autowired
  TenirLesOppositions oppositions;
  @Autowired
  CarnetDUnePersonne carnet;
  @Autowired
  JoindreUnDocument joindre;
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
  private final Map<Sorte, Agent> comptes = new EnumMap<>(Sorte.class);
  private Personne ana;

  @BeforeEach
  void ana_et_ceux_qui_la_suivent() {
    essai++;
    if (partenaire == 0) {
      Navigateur administration = connecter(comptoir.agent("ADMINISTRATION"));
      partenaire = organisation(administration, "EXTERNE");
      franceTravail = organisation(administration, "FRANCE_TRAVAIL");
      cms = organisation(administration, "DEPARTEMENT");
      operateur = organisation(administration, "OPERATEUR");
    }
    ana = dossiers.entrante("CARNETANA" + essai, CENTRE, LocalDate.of(2025, 8, 4));
    confier(ana, partenaire, franceTravail, operateur);
    comptes.put(Sorte.REFERENT, comptoir.agent("REFERENT", List.of(CENTRE), List.of()));
    comptes.put(Sorte.TRAVAILLEUR_SOCIAL, comptoir.agent("REFERENT", List.of(CENTRE), List.of()));
    comptes.put(Sorte.RESPONSABLE, comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
    comptes.put(Sorte.PARTENAIRE, comptoir.agent("PARTENAIRE", List.of(), List.of(partenaire)));
    comptes.put(Sorte.OPERATEUR, comptoir.agent("PARTENAIRE", List.of(), List.of(operateur)));
    comptes.put(Sorte.FRANCE_TRAVAIL, comptoir.agent("PARTENAIRE", List.of(), List.of(franceTravail)));
    base.sql("""
        with r as (insert into structures.referent (organisation_id, nom, etp, actif, fonction) values (?, ?, 1, true, 'POLYVALENCE') returning id)
        insert into structures.compte_de_referent (agent_id, referent_id, lie_par, lie_le) select ?, id, 'essai', now() from r""")
        .params(cms, "Assistante sociale " + essai, comptes.get(Sorte.TRAVAILLEUR_SOCIAL).id()).update();
  }

  @Test
  void chaque_theme_est_lu_par_qui_il_nomme_et_par_nul_autre_dans_postgresql_meme() {
    themes.tous().forEach(t -> ecrire(ana, t.code(), "Texte de " + t.code()));
    assertThat(themes.tous()).hasSizeGreaterThan(9);
    comptes.forEach((sorte, compte) -> assertThat(lus(compte, ana)).as(sorte.name()).containsExactlyInAnyOrderElementsOf(
        themes.tous().stream().filter(t -> t.lecteurs().contains(sorte)).map(t -> "Texte de " + t.code()).toList()));
    assertThat(lus(comptes.get(Sorte.RESPONSABLE), ana)).doesNotContain("Texte de SANTE");
    Agent deNord = comptoir.agent("REFERENT", List.of(NORD), List.of());
    assertThat(lus(deNord, ana)).as("hors de son périmètre").isEmpty();
    Agent secretaire = comptoir.agent("SECRETARIAT", List.of(CENTRE), List.of());
    assertThat(lus(secretaire, ana)).as("sans la ressource").isEmpty();
    Agent deuxMissions = comptoir.agent("PARTENAIRE", List.of(), List.of(partenaire, franceTravail));
    assertThat(lus(deuxMissions, ana)).as("de deux sortes, ce que chacune lit").contains("Texte de EMPLOI").doesNotContain("Texte de LOGEMENT");
  }

  @Test
  void qui_suit_une_autre_organisation_que_la_sienne_reste_de_sa_sorte() {
    ecrire(ana, "BUDGET", "Un impayé");
    Agent delegue = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    assertThat(lus(delegue, ana)).containsExactly("Un impayé");
    base.sql("""
        with r as (insert into structures.referent (organisation_id, nom, etp, actif) values (?, ?, 1, true) returning id)
        insert into structures.compte_de_referent (agent_id, referent_id, lie_par, lie_le) select ?, id, 'essai', now() from r""")
        .params(partenaire, "Référente déléguée " + essai, delegue.id()).update();
    assertThat(lus(delegue, ana)).as("référente d'un partenaire, elle lit comme un partenaire").isEmpty();
  }

  @Test
  void elle_s_oppose_a_france_travail_tout_se_ferme_a_l_instant_meme_l_ancien_puis_se_rouvre() {
    ecrire(ana, "EMPLOI", "Écrit avant");
    Agent ft = comptes.get(Sorte.FRANCE_TRAVAIL);
    Navigateur conseillere = connecter(ft);
    assertThat(conseillere.ouvrir("/carnet/" + ana.id()).body()).contains("Écrit avant");
    Navigateur noura = connecter(comptes.get(Sorte.REFERENT));
    String suite = noura.suivre(noura.poster("/carnet/" + ana.id() + "/oppositions", Map.of("cle", "FRANCE_TRAVAIL", "dite", "2025-10-19"))).body();
    assertThat(suite).contains("Rien de son carnet ne leur est plus montré").contains("France Travail");
    assertThat(lus(ft, ana)).isEmpty();
    assertThat(conseillere.ouvrir("/carnet/" + ana.id()).body()).doesNotContain("Écrit avant").contains("Rien à lire ici");
    ecrire(ana, "EMPLOI", "Écrit après");
    assertThat(lus(ft, ana)).isEmpty();
    assertThat(lus(comptes.get(Sorte.PARTENAIRE), ana)).containsExactlyInAnyOrder("Écrit avant", "Écrit après");
    String avantDEcrire = noura.lire("/carnet/" + ana.id() + "/lecteurs?theme=EMPLOI").body();
    assertThat(avantDEcrire).contains("Sera lu par").contains("Ni par France Travail : la personne s'y oppose depuis le 19 octobre 2025")
        .doesNotContain("territoire, France Travail").doesNotContain(ft.identifiant());

    long opposition = base.sql("select id from carnet.opposition where personne_id = ?").param(ana.id()).query(Long.class).single();
    PageRefusee.dit(conseillere.suivre(conseillere.poster("/carnet/" + ana.id() + "/oppositions/" + opposition + "/levee", Map.of())),
        "OPPOSITION_A_MOI",
        "Cette opposition vous concerne");
    assertThat(lus(ft, ana)).isEmpty();
    noura.suivre(noura.poster("/carnet/" + ana.id() + "/oppositions/" + opposition + "/levee", Map.of()));
    assertThat(lus(ft, ana)).containsExactlyInAnyOrder("Écrit avant", "Écrit après");
    assertThat(base.sql("select levee_par from carnet.opposition where id = ?").param(opposition).query(String.class).single())
        .isEqualTo(comptes.get(Sorte.REFERENT).identifiant());
  }

  @Test
  void elle_s_oppose_a_une_organisation_qui_garde_ce_qu_elle_a_ecrit_elle_meme() {
    Agent elle = comptes.get(Sorte.PARTENAIRE);
    ecrire(ana, "EMPLOI", "Du Département");
    en(elle, () -> ecrire.executer(ecrit(ana, "EMPLOI", "De l'association", null, null), false));
    en(comptes.get(Sorte.REFERENT), () -> {
      oppositions.opposer(ana.id(), "organisation:" + partenaire, LE);
      oppositions.opposer(ana.id(), "organisation:" + partenaire, LE);
      return null;
    });
    assertThat(base.sql("select count(*) from carnet.opposition where personne_id = ?").param(ana.id()).query(Long.class).single())
        .as("dite deux fois, notée une").isOne();
    assertThat(lus(elle, ana)).containsExactly("De l'association");
    assertThat(lus(comptes.get(Sorte.FRANCE_TRAVAIL), ana)).hasSize(2);
  }

  @Test
  void ce_qu_une_opposition_mal_dite_devient() {
    Navigateur noura = connecter(comptes.get(Sorte.REFERENT));
    HttpResponse<String> rien = noura.poster("/carnet/" + ana.id() + "/oppositions", Map.of("cle", "organisation:999999", "dite", "2025-10-21"));
    PageRefusee.dit(rien, "OPPOSITION_A_QUI", "cle", "Choisissez à qui la personne s'oppose.");
    PageRefusee.dit(rien, "JOUR_DE_L_OPPOSITION", "dite", "Indiquez le jour où la personne l'a dit");
    PageRefusee.dit(noura.suivre(noura.poster("/carnet/" + ana.id() + "/oppositions/987654321/levee", Map.of())), "OPPOSITION_INCONNUE",
        "Cette opposition n'est plus dans ce que vous pouvez consulter");
  }

  @Test
  void avant_d_ecrire_noura_voit_qui_lira_et_sans_script_l_enregistrement_le_lui_montre() {
    Navigateur noura = connecter(comptes.get(Sorte.REFERENT));
    String page = noura.ouvrir("/carnet/" + ana.id() + "/nouveau").body();
    assertThat(page).contains("Choisissez un thème pour voir qui lira").contains("Jamais de maladie");
    FormulaireLu f = FormulaireLu.de(page, "/carnet/" + ana.id() + "/nouveau", "").avec("theme", "SANTE")
        .avec("texte", "La santé pèse sur ses horaires");
    HttpResponse<String> montre = noura.poster("/carnet/" + ana.id() + "/nouveau", f.champs());
    PageRefusee.dit(montre, "LECTEURS_A_VOIR", "Lisez d'abord qui lira ce texte");
    assertThat(montre.body()).contains("Sera lu par").contains("les référents du Département, les travailleurs sociaux du Département")
        .contains("Pas par : les responsables de territoire, France Travail, les partenaires").contains("La santé pèse sur ses horaires")
        .contains("jamais de maladie, de handicap, de traitement");
    assertThat(ecrits(ana)).isZero();
    String suite = noura.suivre(noura.poster("/carnet/" + ana.id() + "/nouveau",
        FormulaireLu.de(montre.body(), "/carnet/" + ana.id() + "/nouveau", "").champs())).body();
    assertThat(suite).contains("C'est écrit dans le carnet").contains("La santé pèse sur ses horaires");
    assertThat(connecter(comptes.get(Sorte.RESPONSABLE)).ouvrir("/carnet/" + ana.id()).body()).doesNotContain("pèse");
    assertThat(noura.ouvrir("/dossier/" + ana.id() + "/echanges").body()).contains("Carnet partagé").contains("Lire le carnet")
        .as("le dossier ne montre pas le texte").doesNotContain("La santé pèse");
    assertThat(base.sql("select sante from journal.trace where personne_id = ? and objet = 'Carnet partagé' order by id limit 1").param(ana.id())
        .query(Boolean.class).single()).as("lire la santé se voit au journal").isTrue();
  }

  @Test
  void ce_qui_manque_est_dit_a_cote_des_champs_et_le_texte_reste() {
    Navigateur noura = connecter(comptes.get(Sorte.REFERENT));
    HttpResponse<String> r = poster(noura, Map.of("theme", "", "le", "2025-10-21", "texte", "", "limite", "2025-10-19"));
    PageRefusee.dit(r, "THEME_DU_CARNET", "theme", "Choisissez un thème");
    PageRefusee.dit(r, "ECRIT_A_VENIR", "le", "Ce jour n'est pas encore arrivé");
    PageRefusee.dit(r, "ECRIT_VIDE", "texte", "Écrivez quelque chose");
    PageRefusee.dit(r, "TACHE_DEJA_PASSEE", "limite", "Ce jour est passé");
    PageRefusee.dit(r, "TACHE_POUR_PERSONNE", "pour", "Dites qui doit le faire");
    r = poster(noura, Map.of("theme", "EMPLOI", "le", "", "texte", "a".repeat(2001), "limite", "bientôt"));
    PageRefusee.dit(r, "JOUR_DE_L_ECRIT", "le", "Indiquez le jour");
    PageRefusee.dit(r, "ECRIT_TROP_LONG", "texte", "Ce texte est trop long");
    PageRefusee.dit(r, "JOUR_DE_LA_TACHE", "limite", "Ce jour ne peut pas être lu");
    r = poster(noura, Map.of("theme", "EMPLOI", "texte", "Pour moi", "pour", comptes.get(Sorte.REFERENT).identifiant()));
    PageRefusee.dit(r, "TACHE_SANS_JOUR", "limite", "Pour vous-même, dites le jour");
    r = poster(noura, Map.of("theme", "BUDGET", "texte", "Pour elle", "pour", comptes.get(Sorte.PARTENAIRE).identifiant()));
    PageRefusee.dit(r, "COLLEGUE_NE_LIT_PAS", "pour", "Ce collègue ne lit pas ce thème");
    assertThat(r.body()).contains("Pour elle");
    r = poster(connecter(comptes.get(Sorte.PARTENAIRE)), Map.of("theme", "SANTE", "texte", "Sa santé"));
    PageRefusee.dit(r, "THEME_D_AUTRES", "theme", "Vous ne lisez pas ce thème");
    assertThat(ecrits(ana)).isZero();
  }

  @Test
  void envoye_deux_fois_c_est_ecrit_une_et_un_formulaire_qui_a_servi_ne_perd_aucun_texte() {
    Navigateur noura = connecter(comptes.get(Sorte.REFERENT));
    FormulaireLu f = formulaire(noura).avec("theme", "EMPLOI").avec("lus", "EMPLOI").avec("texte", "Une seule fois");
    assertThat(noura.poster("/carnet/" + ana.id() + "/nouveau", f.champs()).statusCode()).isEqualTo(302);
    assertThat(noura.poster("/carnet/" + ana.id() + "/nouveau", f.champs()).statusCode()).isEqualTo(302);
    assertThat(ecrits(ana)).isOne();
    HttpResponse<String> servi = noura.poster("/carnet/" + ana.id() + "/nouveau", f.avec("texte", "Autre chose").champs());
    PageRefusee.dit(servi, "FORMULAIRE_DEJA_SERVI", "Ce formulaire a déjà servi à enregistrer autre chose.");
    noura.suivre(noura.poster("/carnet/" + ana.id() + "/nouveau", FormulaireLu.de(servi.body(), "/carnet/" + ana.id() + "/nouveau", "").champs()));
    assertThat(ecrits(ana)).isEqualTo(2);
  }

  @Test
  void ana_a_quitte_le_territoire_ce_matin_rien_n_est_ecrit_et_le_texte_est_rendu() {
    Navigateur noura = connecter(comptes.get(Sorte.REFERENT));
    long e = ecrire(ana, "EMPLOI", "Écrit hier");
    FormulaireLu f = formulaire(noura).avec("theme", "EMPLOI").avec("lus", "EMPLOI").avec("texte", "Une heure de notes");
    String page = noura.ouvrir("/carnet/" + ana.id()).body();
    FormulaireLu reponse = FormulaireLu.de(page, "/carnet/ecrits/" + e + "/reponse", "").avec("texte", "Ma réponse");
    FormulaireLu correction = correction(noura, e).avec("texte", "Ma correction");
    demenager(ana, NORD);
    PageRefusee.dit(noura.poster(f.action(), f.champs()), "PERSONNE_PARTIE", "Cette personne n'est plus dans ce que vous pouvez consulter");
    assertThat(noura.poster(f.action(), f.champs()).body()).contains("Une heure de notes").doesNotContain("CARNETANA");
    HttpResponse<String> r = noura.poster(reponse.action(), reponse.champs());
    PageRefusee.dit(r, "ECRIT_PLUS_LISIBLE", "Cet écrit n'est plus dans ce que vous pouvez lire");
    assertThat(r.body()).contains("Ma réponse").doesNotContain("CARNETANA");
    r = noura.poster(correction.action(), correction.champs());
    PageRefusee.dit(r, "ECRIT_PARTI", "Cet écrit n'est plus dans ce que vous pouvez lire. Rien n'est corrigé");
    assertThat(r.body()).contains("Ma correction").doesNotContain("CARNETANA");
    r = noura.poster("/carnet/" + ana.id() + "/oppositions", Map.of("cle", "FRANCE_TRAVAIL", "dite", "2025-10-20"));
    assertThat(r.statusCode()).as("OPPOSITION_SANS_PERSONNE").isEqualTo(422);
    assertThat(r.body()).contains("rien n'est noté");
    assertThat(noura.lire("/carnet/" + ana.id()).statusCode()).isEqualTo(404);
    assertThat(ecrits(ana)).isOne();
  }

  @Test
  void corrige_jamais_efface_l_ancien_texte_reste_sous_qui_et_quand_et_le_second_onglet_est_prevenu() {
    Agent elle = comptes.get(Sorte.REFERENT);
    long e = ecrire(ana, "EMPLOI", "Elle cherche à Valence");
    Navigateur noura = connecter(elle);
    FormulaireLu un = correction(noura, e);
    FormulaireLu deux = correction(noura, e);
    String suite = noura.suivre(noura.poster(un.action(), un.avec("texte", "Elle cherche à Privas").champs())).body();
    assertThat(suite).contains("Elle cherche à Privas").contains("Elle cherche à Valence").containsPattern("Corrigé le .* par Camille REFERENT");
    assertThat(noura.poster(un.action(), un.avec("texte", "Elle cherche à Privas").champs()).statusCode()).as("double clic").isEqualTo(302);
    HttpResponse<String> r = noura.poster(deux.action(), deux.avec("texte", "Elle cherche à Aubenas").champs());
    PageRefusee.dit(r, "CORRIGE_ENTRE_TEMPS", "Ce texte a été corrigé pendant que vous écriviez");
    assertThat(r.body()).contains("Elle cherche à Aubenas").contains("Elle cherche à Privas");
    assertThat(base.sql("select texte from carnet.version where entree_id = ?").param(e).query(String.class).list())
        .containsExactly("Elle cherche à Valence");
    assertThatThrownBy(() -> en(elle, () -> agents.sql("delete from carnet.entree where id = ?").param(e).update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void un_collegue_ne_corrige_pas_le_responsable_le_peut_avec_une_raison() {
    long e = ecrire(ana, "EMPLOI", "Une erreur de personne");
    Navigateur social = connecter(comptes.get(Sorte.TRAVAILLEUR_SOCIAL));
    assertThat(social.ouvrir("/carnet/" + ana.id()).body()).contains("Une erreur de personne").doesNotContain("/correction");
    HttpResponse<String> refus = social.poster("/carnet/ecrits/" + e + "/correction",
        Map.of("texte", "Non", "le", "2025-10-20", "vu", "0"));
    PageRefusee.dit(refus, "ECRIT_D_UN_AUTRE", "Un collègue a écrit ce texte");
    Navigateur responsable = connecter(comptes.get(Sorte.RESPONSABLE));
    FormulaireLu f = correction(responsable, e).avec("texte", "Retiré : autre personne");
    PageRefusee.dit(responsable.poster(f.action(), f.champs()), "CORRECTION_SANS_RAISON", "motif", "Ce texte est d'un collègue");
    assertThat(responsable.suivre(responsable.poster(f.action(), f.avec("motif", "Ce n'était pas elle").champs())).body())
        .contains("Retiré : autre personne").contains("Ce n'était pas elle");
  }

  @Test
  void mentionnee_une_collegue_qui_ne_suit_pas_ana_le_voit_repond_et_noura_en_est_prevenue() {
    Agent elle = comptes.get(Sorte.PARTENAIRE);
    Navigateur noura = connecter(comptes.get(Sorte.REFERENT));
    assertThat(noura.lire("/carnet/" + ana.id() + "/lecteurs?theme=EMPLOI").body()).contains(elle.identifiant());
    assertThat(noura.lire("/carnet/" + ana.id() + "/lecteurs?theme=BUDGET").body()).as("ne lit pas ce thème").doesNotContain(elle.identifiant());
    assertThat(poster(noura, Map.of("theme", "EMPLOI", "texte", "Avez-vous une place ?", "pour", elle.identifiant())).statusCode()).isEqualTo(302);
    assertThat(en(elle, () -> lesPas.pourMoi()).keySet()).as("la porte de Ma journée").containsExactly(ana.id());
    Navigateur association = connecter(elle);
    assertThat(association.ouvrir("/carnet").body()).contains("CARNETANA" + essai).contains("À lire").contains("Camille REFERENT");
    assertThat(association.ouvrir("/dossier/" + ana.id()).body()).contains("Carnet à lire avant le 23 octobre 2025")
        .contains("vous a écrit, thème Emploi");
    assertThat(noura.ouvrir("/dossier/" + ana.id()).body()).as("ce n'est pas à elle").doesNotContain("Carnet à lire");

    String page = association.ouvrir("/carnet/" + ana.id()).body();
    long e = base.sql("select id from carnet.entree where personne_id = ?").param(ana.id()).query(Long.class).single();
    FormulaireLu f = FormulaireLu.de(page, "/carnet/ecrits/" + e + "/reponse", "");
    HttpResponse<String> vide = association.poster(f.action(), f.champs());
    PageRefusee.dit(vide, "ECRIT_VIDE", "texte-" + e, "Écrivez quelque chose");
    association.suivre(association.poster(f.action(), f.avec("texte", "Oui, lundi").champs()));
    association.suivre(association.poster(f.action(), f.avec("texte", "Oui, lundi").champs()));
    assertThat(ecrits(ana)).as("répondu deux fois, écrit une").isEqualTo(2);
    assertThat(association.ouvrir("/carnet").body()).as("répondre, c'est avoir lu").contains("Rien ne vous est demandé");
    assertThat(noura.ouvrir("/carnet").body()).contains("Une réponse à lire");
    assertThat(noura.ouvrir("/dossier/" + ana.id()).body()).contains("Carnet à lire avant le").contains("vous a répondu");
    long demande = base.sql("select id from carnet.demande where personne_id = ? and genre = 'REPONSE'").param(ana.id()).query(Long.class).single();
    PageRefusee.dit(association.suivre(association.poster("/carnet/demandes/" + demande, Map.of())), "DEMANDE_D_AUTRUI",
        "Ce n'est pas à vous que c'est demandé");
    assertThat(noura.suivre(noura.poster("/carnet/demandes/" + demande, Map.of())).body()).contains("Rien ne vous est demandé");
    assertThat(noura.ouvrir("/carnet/" + ana.id()).body()).contains("Oui, lundi").contains("Avez-vous une place ?");
  }

  @Test
  void une_tache_avec_un_jour_est_un_pas_jusqu_a_ce_qu_elle_soit_faite() {
    Agent elle = comptes.get(Sorte.REFERENT);
    Navigateur noura = connecter(elle);
    poster(noura, Map.of("theme", "LOGEMENT", "texte", "Appeler le bailleur", "pour", elle.identifiant(), "limite", "2025-10-27"));
    assertThat(noura.ouvrir("/dossier/" + ana.id()).body()).contains("Tâche du carnet à faire avant le 27 octobre 2025")
        .contains("Vous vous l'êtes notée");
    Map<Long, List<PasDuDossier>> siens = pas(elle, List.of(ana.id()));
    assertThat(siens.get(ana.id())).filteredOn(p -> p.genre().startsWith("CARNET")).singleElement().satisfies(p -> {
      assertThat(p.genre()).isEqualTo("CARNET_A_FAIRE");
      assertThat(p.limite()).isEqualTo(LocalDate.of(2025, 10, 27));
    });
    long demande = base.sql("select id from carnet.demande where personne_id = ?").param(ana.id()).query(Long.class).single();
    noura.suivre(noura.poster("/carnet/demandes/" + demande, Map.of("personne", "" + ana.id())));
    assertThat(noura.ouvrir("/dossier/" + ana.id()).body()).doesNotContain("Tâche du carnet");
    assertThat(noura.ouvrir("/carnet/" + ana.id()).body()).contains("Tâche pour").contains("fait le");
  }

  @Test
  void un_agent_ne_signe_pas_pour_un_autre_ni_ne_repond_a_ce_qu_il_ne_lit_pas_meme_par_la_base() {
    Agent elle = comptes.get(Sorte.PARTENAIRE);
    long budget = ecrire(ana, "BUDGET", "Un impayé");
    String ajout = """
        insert into carnet.entree (personne_id, reponse_a, theme, le, texte, lecteurs, cle, auteur, ecrit_le)
        values (?, ?, 'EMPLOI', date '2025-10-20', 'Forgé', '{PARTENAIRE,REFERENT}', gen_random_uuid(), 'directrice', now())""";
    en(elle, () -> agents.sql(ajout).params(ana.id(), null).update());
    assertThat(base.sql("select auteur from carnet.entree where texte = 'Forgé' and personne_id = ?").param(ana.id()).query(String.class).single())
        .isEqualTo(elle.identifiant());
    assertThatThrownBy(() -> en(elle, () -> agents.sql(ajout).params(ana.id(), budget).update())).isInstanceOf(DataAccessException.class).rootCause()
        .hasMessageContaining("périmètre");
    assertThat(en(elle, () -> agents.sql("update carnet.entree set texte = 'Changé' where id = ?").param(budget).update())).isZero();
    assertThatThrownBy(() -> en(elle,
        () -> agents.sql("insert into carnet.demande (personne_id, entree_id, genre, pour, demandee_par, demandee_le, auteur, lecteurs) "
        + "values (?, ?, 'MENTION', 'x', 'x', now(), '', '{}')").params(ana.id(), budget).update())).isInstanceOf(DataAccessException.class);
  }

  @Test
  void la_page_pour_ana_dit_qui_a_ecrit_et_qui_a_lu() {
    ecrire(ana, "EMPLOI", "Premier");
    Navigateur association = connecter(comptes.get(Sorte.PARTENAIRE));
    association.ouvrir("/carnet/" + ana.id());
    association.ouvrir("/carnet/" + ana.id());
    Navigateur noura = connecter(comptes.get(Sorte.REFERENT));
    noura.ouvrir("/dossier/" + ana.id() + "/echanges");
    String page = noura.ouvrir("/carnet/" + ana.id() + "/qui").body();
    assertThat(page).contains("Qui a lu et écrit dans votre carnet").containsPattern("(?s)Camille REFERENT.*?A écrit\">1.*?A lu\">Non")
        .containsPattern("(?s)Camille PARTENAIRE.*?A écrit\">Non.*?A lu\">2").contains("Imprimer");
    Agent deNord = comptoir.agent("REFERENT", List.of(NORD), List.of());
    assertThat(en(deNord, () -> agents.sql("select count(*) from carnet.qui_a_lu_et_ecrit(?)").param(ana.id()).query(Long.class).single())).isZero();
    assertThat(en(deNord, () -> agents.sql("select count(*) from carnet.collegues(?, '{REFERENT}', '{}', '{}')").param(ana.id()).query(Long.class)
        .single()))
        .isZero();
  }

  @Test
  void vingt_ecrits_et_leurs_reponses_demandent_a_la_base_autant_qu_un_et_se_filtrent_par_theme() {
    Agent elle = comptes.get(Sorte.REFERENT);
    long premier = ecrire(ana, "EMPLOI", "Texte zéro");
    int un = Ordres.donnes(() -> en(elle, () -> carnet.page(ana.id(), null, null, 1)));
    for (int i = 0; i < 22; i++) {
      ecrire(ana, i % 2 == 0 ? "EMPLOI" : "LOGEMENT", "Texte " + i);
    }
    en(elle, () -> {
      ecrire.repondre(premier, "Une réponse", UUID.randomUUID());
      return null;
    });
    int vingt = Ordres.donnes(() -> assertThat(en(elle, () -> carnet.page(ana.id(), null, null, 1)).ecrits()).hasSize(20));
    assertThat(un).isBetween(3, 7);
    assertThat(vingt).isEqualTo(un);
    Navigateur noura = connecter(elle);
    assertThat(noura.ouvrir("/carnet/" + ana.id()).body()).contains("23").contains("Texte 21").doesNotContain("Texte zéro").contains("page=2");
    assertThat(noura.ouvrir("/carnet/" + ana.id() + "?page=2").body()).contains("Texte zéro").contains("Une réponse");
    assertThat(noura.ouvrir("/carnet/" + ana.id() + "?theme=LOGEMENT").body()).contains("Texte 21").doesNotContain("Texte 20<");
  }

  @Test
  void un_theme_que_le_departement_ferme_a_france_travail_se_ferme_le_lendemain_un_theme_qu_il_ouvre_ne_s_ouvre_pas_pour_l_ancien() {
    long budget = ecrire(ana, "BUDGET", "Écrit sous d'anciens lecteurs");
    long emploi = ecrire(ana, "EMPLOI", "Promis à peu");
    base.sql("update carnet.entree set lecteurs = '{REFERENT,RESPONSABLE,TRAVAILLEUR_SOCIAL,PARTENAIRE}' where id = ?").param(budget).update();
    base.sql("update carnet.entree set lecteurs = '{REFERENT}' where id = ?").param(emploi).update();
    assertThat(lus(comptes.get(Sorte.PARTENAIRE), ana)).containsExactly("Écrit sous d'anciens lecteurs");
    tousLesBalayages.stream().filter(b -> b.getClass().getPackageName().startsWith("fr.jalon.carnet")).forEach(b -> b.balayer(LE));
    assertThat(lus(comptes.get(Sorte.PARTENAIRE), ana)).isEmpty();
    assertThat(lus(comptes.get(Sorte.RESPONSABLE), ana)).containsExactly("Écrit sous d'anciens lecteurs");
  }

  @Test
  void un_document_joint_se_lit_comme_son_ecrit_garde_chiffre_reconnu_par_son_contenu_et_telecharge_sans_s_ouvrir() {
    long e = ecrire(ana, "BUDGET", "Voir le plan");
    String adresse = "/carnet/documents";
    byte[] pdf = "%PDF-1.7 un plan d'apurement".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Navigateur noura = connecter(comptes.get(Sorte.REFERENT));
    Agent elle = comptes.get(Sorte.REFERENT);
    assertThat(en(elle, () -> joindre.executer(e, "C:\\dossier\\plan d'apurement.docx", pdf))).isEqualTo(ana.id());
    String page = noura.ouvrir("/carnet/" + ana.id()).body();
    assertThat(page).contains("plan d'apurement.pdf");
    long id = base.sql("select id from carnet.document where entree_id = ?").param(e).query(Long.class).single();
    HttpResponse<String> lu = noura.lire(adresse + "/" + id);
    assertThat(lu.body()).startsWith("%PDF-1.7");
    assertThat(lu.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(lu.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(lu.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment").contains("apurement.pdf");
    byte[] garde = base.sql("select contenu_chiffre from carnet.document where id = ?").param(id).query((l, _) -> l.getBytes(1)).single();
    assertThat(new String(garde, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("apurement");
    Navigateur association = connecter(comptes.get(Sorte.PARTENAIRE));
    assertThat(association.lire(adresse + "/" + id).statusCode()).as("elle ne lit pas ce thème").isEqualTo(404);
    refuse(elle, e, new byte[0], "DOCUMENT_VIDE", "Choisissez un fichier.");
    refuse(elle, e, "MZ un programme".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), "DOCUMENT_D_UN_AUTRE_GENRE",
        "Ce fichier n'est ni un PDF");
    refuse(elle, e, java.util.Arrays.copyOf(pdf, (5 << 20) + 1), "DOCUMENT_TROP_GROS", "Ce fichier est trop gros");
    en(elle, () -> joindre.executer(e, "plan.pdf", pdf));
    assertThat(base.sql("select count(*) from carnet.document where entree_id = ?").param(e).query(Long.class).single())
        .as("double clic : gardé une fois").isOne();
    for (int i = 0; i < 9; i++) {
      byte[] autre = ("%PDF-1.7 page " + i).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
      en(elle, () -> joindre.executer(e, null, autre));
    }
    refuse(elle, e, "%PDF-1.7 un de trop".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), "DOCUMENTS_TROP_NOMBREUX", "Cet écrit a déjà");
    for (String envoi : List.of("/carnet/documents", "/carnet/faites", "/carnet/demandes/1", "/carnet/ecrits/" + e + "/reponse")) {
      assertThat(noura.lire(envoi).headers().firstValue("Location").orElse("")).as("ouvert par son adresse : " + envoi).endsWith("/carnet");
    }
    assertThat(noura.lire("/carnet/" + ana.id() + "/oppositions").headers().firstValue("Location").orElse("")).endsWith("/partage");
    assertThatThrownBy(() -> en(comptes.get(Sorte.PARTENAIRE), () -> joindre.executer(e, "x.pdf", pdf))).isInstanceOfSatisfying(RefusMetier.class,
        r -> assertThat(r.code()).isEqualTo("DOCUMENT_SANS_ECRIT"));
    assertThat(noura.suivre(noura.deposer(adresse + "?entree=" + e + "&personne=" + ana.id(), "fichier", "liste.csv", "a;b")).body())
        .contains("Ce fichier n'est ni un PDF");
  }

  private void refuse(Agent agent, long entree, byte[] contenu, String code, String phrase) {
    assertThatThrownBy(() -> en(agent, () -> joindre.executer(entree, "x.pdf", contenu))).isInstanceOfSatisfying(SaisieRefusee.class,
        r -> assertThat(r.fautes().get("fichier").code()).isEqualTo(code)).hasMessageContaining(phrase);
    PageRefusee.connue(code, phrase);
  }

  @Test
  void reunies_ana_et_sa_seconde_fiche_ont_les_ecrits_et_les_refus_de_l_une_et_de_l_autre() {
    Personne seconde = dossiers.entrante("CARNETANA" + essai, CENTRE, LocalDate.of(2025, 8, 4));
    confier(seconde, partenaire, franceTravail);
    ecrire(ana, "EMPLOI", "De la première");
    ecrire(seconde, "EMPLOI", "De la seconde");
    en(comptes.get(Sorte.REFERENT), () -> {
      oppositions.opposer(seconde.id(), "FRANCE_TRAVAIL", LE);
      return null;
    });
    base.sql("update carnet.entree set personne_id = ? where personne_id = ?").params(ana.id(), seconde.id()).update();
    base.sql("update carnet.opposition set personne_id = ? where personne_id = ?").params(ana.id(), seconde.id()).update();
    assertThat(lus(comptes.get(Sorte.FRANCE_TRAVAIL), ana)).as("son refus vaut pour tout").isEmpty();
    assertThat(lus(comptes.get(Sorte.PARTENAIRE), ana)).containsExactlyInAnyOrder("De la première", "De la seconde");
    base.sql("update carnet.opposition set personne_id = ? where personne_id = ?").params(seconde.id(), ana.id()).update();
    assertThat(lus(comptes.get(Sorte.FRANCE_TRAVAIL), ana)).as("séparées de nouveau").hasSize(2);
  }

  private int organisation(Navigateur administration, String nature) {
    String nom = "Carnet " + nature;
    administration.poster("/structures/organisations",
        Map.of("nom", nom, "nature", nature, "territoires", "" + CENTRE, "parcours", "SOCIAL", "active", "true"));
    return structures.organisations().stream().filter(o -> o.nom().equals(nom)).findFirst().orElseThrow().id();
  }

  private void confier(Personne p, int... organisations) {
    base.sql("update allocataires.personne set organisation_ids = ?::int[] where id = ?")
        .params(java.util.Arrays.toString(organisations).replace('[', '{').replace(']', '}'), p.id()).update();
  }

  private void demenager(Personne p, int territoire) {
    base.sql("update allocataires.personne set territoire_id = ?, organisation_ids = '{}' where id = ?").params(territoire, p.id()).update();
    base.sql("select allocataires.diffuser_perimetre(array[?::bigint], '{}')").param(p.id()).query((_, _) -> 0).list();
  }

  private NouvelEcrit ecrit(Personne p, String theme, String texte, String pour, LocalDate limite) {
    Theme t = themes.theme(theme).orElseThrow();
    return new NouvelEcrit(p.id(), t, LE, texte, pour, limite, UUID.randomUUID());
  }

  /** Written by the référent. */
  private long ecrire(Personne p, String theme, String texte) {
    return en(comptes.get(Sorte.REFERENT), () -> ecrire.executer(ecrit(p, theme, texte, null, null), false));
  }

  private List<String> lus(Agent compte, Personne p) {
    return en(compte, () -> agents.sql("select texte from carnet.entree where personne_id = ?").param(p.id()).query(String.class).list());
  }

  private Map<Long, List<PasDuDossier>> pas(Agent compte, List<Long> personnes) {
    return en(compte, () -> lesPas.de(personnes));
  }

  private <T> T en(Agent compte, java.util.function.Supplier<T> acte) {
    return EnTantQue.agir(roles.perimetre(compte), () -> transaction.execute(_ -> acte.get()));
  }

  private FormulaireLu formulaire(Navigateur nav) {
    return FormulaireLu.de(nav.ouvrir("/carnet/" + ana.id() + "/nouveau").body(), "/carnet/" + ana.id() + "/nouveau", "");
  }

  private FormulaireLu correction(Navigateur nav, long e) {
    String adresse = "/carnet/ecrits/" + e + "/correction";
    return FormulaireLu.de(nav.ouvrir(adresse).body(), adresse, "");
  }

  /** Sends the form with these values, its readers seen. */
  private HttpResponse<String> poster(Navigateur nav, Map<String, String> valeurs) {
    FormulaireLu f = formulaire(nav).avec("lus", valeurs.getOrDefault("theme", ""));
    for (Map.Entry<String, String> v : valeurs.entrySet()) {
      f = f.avec(v.getKey(), v.getValue());
    }
    return nav.poster(f.action(), f.champs());
  }

  private long ecrits(Personne p) {
    return base.sql("select count(*) from carnet.entree where personne_id = ?").param(p.id()).query(Long.class).single();
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
