package fr.jalon.sorties;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A job told by who follows the person, its exit on the dossier, the calls at six months and a year. See {@link EssaiDeSorties}. */
class SortiesTest extends EssaiDeSorties {
  @Test
  void un_emploi_dit_se_lit_dans_le_dossier_et_ses_deux_rappels_se_preparent() {
    Navigateur nav = connecter(noura);
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Aucune sortie ni reprise d'emploi")
        .contains("Noter une reprise d'emploi ou une sortie");
    String suite = nav.suivre(noter(nav, "raison", "EMPLOI", "le", "2025-10-01", "contrat", "CDI", "heures", "17,5", "employeur", "Boulangerie Roche",
        "metier", "D1102")).body();
    assertThat(suite).contains("La sortie est notée").contains("Boulangerie Roche").contains("17,5").contains("Durable").contains("D1102 ")
        .as("le droit est encore ouvert").contains("Elle garde son référent jusqu'au").contains("31 mars 2026")
            .contains("Simuler ce que change l'emploi");
    assertThat(sorties()).containsExactly("EMPLOI 2025-10-01 CONFIRMEE DURABLE");
    assertThat(rappels()).containsExactly("1 PREVU 2026-03-30", "2 PREVU 2026-10-01");
    assertThat(echeances()).containsExactly("RAPPEL_DE_SORTIE OUVERTE 2026-04-14", "RAPPEL_DE_SORTIE OUVERTE 2026-10-16");
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Droit encore ouvert").contains("Reprise : emploi, CDI");
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours?au=2025-09-30").body()).as("tel qu'il était").doesNotContain("Reprise : emploi");
    assertThat(nav.ouvrir("/sorties?file=EMPLOI&nom=" + nom).body()).contains(nom).contains("sortie durable");
  }

  @Test
  void six_mois_apres_elle_vient_dans_la_file_et_dans_ma_journee_la_secretaire_note_sa_reponse() {
    cdi(connecter(noura));
    assertThat(pas(noura)).as("rien à faire avant").isEmpty();
    horloge.regler(LocalDate.of(2026, 3, 20).atTime(9, 0));
    assertThat(pas(noura)).singleElement().satisfies(p -> {
      assertThat(p.quoi()).isEqualTo("L'appeler, six mois après sa sortie, avant le 14 avril 2026");
      assertThat(p.bouton()).isEqualTo("Noter l'appel");
    });
    Navigateur nav = connecter(sonia);
    String file = "/rappels?nom=" + nom;
    assertThat(nav.ouvrir(file).body()).contains(nom).contains("Boulangerie Roche");
    HttpResponse<String> fait = remplir(nav, file, "/rappels/" + rappel(1) + "/reponse", "reponse", "AUTRE_EMPLOI", "contrat", "CDD", "heures", "24");
    assertThat(nav.suivre(fait).body()).contains("La réponse est notée").as("le filtre reste").contains("value=\"" + nom + "\"");
    assertThat(rappels()).containsExactly("1 REPONDU 2026-03-30", "2 PREVU 2026-10-01");
    assertThat(echeances()).containsExactly("RAPPEL_DE_SORTIE TENUE 2026-04-14", "RAPPEL_DE_SORTIE OUVERTE 2026-10-16");
    assertThat(pas(noura)).isEmpty();
    assertThat(nav.ouvrir("/rappels?file=FAITS&nom=" + nom).body()).contains("Dans un autre emploi");
    assertThat(connecter(noura).ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Nouvelles à six mois : dans un autre emploi");
    horloge.regler(LocalDate.of(2026, 10, 20).atTime(9, 0));
    assertThat(connecter(sonia).ouvrir("/rappels?file=EN_RETARD&nom=" + nom).body()).as("le second n'est pas fait").contains(nom);
  }

  @Test
  void trois_essais_puis_une_lettre_sans_le_mot_rsa_et_sa_reponse_reste_possible() {
    cdi(connecter(noura));
    horloge.regler(LocalDate.of(2026, 3, 30).atTime(9, 0));
    Navigateur nav = connecter(sonia);
    String file = "/rappels?nom=" + nom;
    String essai = "/rappels/" + rappel(1) + "/essai";
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(file).body(), essai, "").avec("resultat", "PAS_DE_REPONSE");
    nav.suivre(nav.poster(f.action(), f.champs()));
    assertThat(nav.suivre(nav.poster(f.action(), f.champs())).body()).as("cliqué deux fois").contains("reste à appeler");
    nav.suivre(remplir(nav, file, essai, "resultat", "MESSAGE_LAISSE"));
    assertThat(nav.ouvrir(file).body()).containsPattern("2\\hessais");
    assertThat(nav.suivre(remplir(nav, file, essai, "resultat", "PAS_DE_REPONSE")).body())
        .contains("Une lettre et un SMS lui demandent de ses nouvelles");
    assertThat(rappels()).contains("1 SANS_REPONSE 2026-03-30");
    List<String> lettres = base.sql("select contenu from courriers.message where personne_id = ? and modele = 'RAPPEL_APRES_SORTIE'").param(ana.id())
        .query(String.class).list();
    assertThat(lettres).isNotEmpty().allSatisfy(l -> assertThat(l).doesNotContain("RSA").doesNotContain("Boulangerie"));
    String sans = "/rappels?file=SANS_REPONSE&nom=" + nom;
    nav.suivre(remplir(nav, sans, "/rappels/" + rappel(1) + "/reponse", "reponse", "MEME_EMPLOI"));
    assertThat(rappels()).contains("1 REPONDU 2026-03-30");
    assertThat(base.sql("select distinct etat from courriers.message where personne_id = ? and modele = 'RAPPEL_APRES_SORTIE'").param(ana.id())
        .query(String.class).list()).as("ce qui n'est pas parti ne part plus").containsExactly("ABANDONNE");
  }

  @Test
  void avec_le_lien_de_son_message_elle_repond_une_fois_sans_compte_et_rien_d_elle_n_est_montre() {
    cdi(connecter(noura));
    base.sql("update sorties.rappel set code_empreinte = sha256(convert_to('ABCDEFGHJKMNPQ' || ?, 'UTF8')), code_expire_le = '2026-04-29' where id = ?")
        .params(suffixe(), rappel(1)).update();
    String lien = "/r/rappel/ABCDEFGHJKMNPQ" + suffixe();
    horloge.regler(LocalDate.of(2026, 3, 30).atTime(9, 0));
    Navigateur elle = new Navigateur(port);
    assertThat(elle.ouvrir(lien).body()).contains("Que faites-vous en ce moment ?").doesNotContain(nom).doesNotContain("Boulangerie")
        .doesNotContain("RSA");
    assertThat(elle.poster(lien, Map.of()).body()).contains("Choisissez une réponse.");
    assertThat(elle.suivre(elle.poster(lien, Map.of("reponse", "AUTRE_EMPLOI"))).body()).contains("Votre réponse est notée");
    elle.poster(lien, Map.of("reponse", "CHOMAGE"));
    assertThat(base.sql("select reponse || ' ' || canal || ' ' || repondu_par from sorties.rappel where id = ?").param(rappel(1))
        .query(String.class).single())
        .as("une fois").isEqualTo("AUTRE_EMPLOI LIEN la personne");
    horloge.regler(LocalDate.of(2026, 4, 30).atTime(9, 0));
    assertThat(elle.ouvrir(lien).statusCode()).as("passé son dernier jour").isEqualTo(404);
    assertThat(elle.ouvrir("/r/rappel/ABCDEFGHJKMNPQRT").body()).contains("Ce lien n'est plus valable");
  }

  private static String suffixe() {
    return "" + (char) ('A' + essai / 20 % 8) + (char) ('A' + essai % 8);
  }

  @Test
  void une_reponse_notee_par_erreur_se_defait_avec_la_raison_par_qui_l_a_notee() {
    cdi(connecter(noura));
    horloge.regler(LocalDate.of(2026, 3, 30).atTime(9, 0));
    Navigateur nav = connecter(sonia);
    nav.suivre(remplir(nav, "/rappels?nom=" + nom, "/rappels/" + rappel(1) + "/reponse", "reponse", "CHOMAGE"));
    String faits = "/rappels?file=FAITS&nom=" + nom;
    String retour = "/rappels/" + rappel(1) + "/retour";
    PageRefusee.dit(remplir(nav, faits, retour, "motif", " "), "SORTIE_SANS_MOTIF", "motif-retour-" + rappel(1), "Dites pourquoi");
    PageRefusee.dit(remplir(connecter(noura), faits, retour, "motif", "Erreur"), "REPONSE_D_UN_AUTRE", "notée par quelqu'un d'autre");
    assertThat(nav.suivre(remplir(nav, faits, retour, "motif", "C'était sa sœur")).body()).contains("de nouveau à appeler");
    assertThat(rappels()).contains("1 PREVU 2026-03-30");
    assertThat(echeances()).contains("RAPPEL_DE_SORTIE OUVERTE 2026-04-14");
    PageRefusee.dit(nav.poster(retour, Map.of("motif", "Encore")), "RAPPEL_SANS_REPONSE_A_DEFAIRE", "n'a plus de réponse à défaire");
    nav.suivre(remplir(nav, page(), page() + "/rappels/" + rappel(1) + "/reponse", "reponse", "MEME_EMPLOI"));
    PageRefusee.dit(nav.poster("/rappels/" + rappel(1) + "/essai", Map.of("le", "2026-03-30", "canal", "TELEPHONE", "resultat", "A_RAPPELER")),
        "RAPPEL_FAIT", "Ce rappel est déjà fait ou annulé");
    PageRefusee.dit(nav.poster("/rappels/999999999/reponse", Map.of("le", "2026-03-30", "canal", "TELEPHONE", "reponse", "CHOMAGE")),
        "RAPPEL_INCONNU",
        "n'est plus dans ce que vous pouvez consulter");
  }

  @Test
  void ce_qui_est_mal_saisi_se_dit_a_cote_de_chaque_champ_et_reste() {
    Navigateur nav = connecter(noura);
    HttpResponse<String> rien = nav.poster(page() + "/nouvelle", Map.of("raison", "", "le", "hier", "source", "FICHIER"));
    PageRefusee.dit(rien, "SORTIE_SANS_RAISON", "raison-nouvelle", "Choisissez pourquoi elle sort.");
    PageRefusee.dit(rien, "SORTIE_SANS_SOURCE", "source-nouvelle", "Dites qui vous l'a appris.");
    PageRefusee.dit(rien, "JOUR_DE_LA_SORTIE", "le-nouvelle", "Indiquez le jour.");
    HttpResponse<String> faux = noter(nav, "raison", "EMPLOI", "le", "2025-10-21", "finLe", "2025-10-01", "heures", "61", "employeur",
        "x".repeat(101),
        "metier", "Dompteuse de nuages");
    PageRefusee.dit(faux, "SORTIE_A_VENIR", "le-nouvelle", "Ce jour n'est pas encore arrivé");
    PageRefusee.dit(faux, "SORTIE_SANS_CONTRAT", "contrat-nouvelle", "Choisissez le contrat de travail.");
    PageRefusee.dit(faux, "FIN_AVANT_LE_DEBUT", "finLe-nouvelle", "La fin est avant le début");
    PageRefusee.dit(faux, "HEURES_PAR_SEMAINE", "heures-nouvelle", "entre 1 et 60");
    PageRefusee.dit(faux, "EMPLOYEUR_LONG", "employeur-nouvelle", "C'est trop long");
    PageRefusee.dit(faux, "METIER_INCONNU", "metier-nouvelle", "n'est pas dans la liste");
    assertThat(faux.body()).as("rien n'est perdu").contains("Dompteuse de nuages");
    PageRefusee.dit(noter(nav, "raison", "RETRAITE", "le", "2009-01-01"), "SORTIE_AVANT_LE_DROIT", "le-nouvelle", "avant le début de son RSA");
    PageRefusee.dit(noter(nav, "raison", "EMPLOI", "contrat", "CDI", "le", "2025-10-01", "heures", "beaucoup"), "HEURES_PAR_SEMAINE",
        "heures-nouvelle",
        "Indiquez les heures");
    assertThat(sorties()).isEmpty();
    cdi(nav);
    horloge.regler(LocalDate.of(2026, 3, 30).atTime(9, 0));
    Navigateur apres = connecter(noura);
    String rappel = page() + "/rappels/" + rappel(1);
    HttpResponse<String> vide = apres.poster(rappel + "/reponse", Map.of("le", "2026-03-31", "canal", "LIEN"));
    PageRefusee.dit(vide, "RAPPEL_SANS_REPONSE", "reponse-reponse-" + rappel(1), "Choisissez ce qu'elle répond.");
    PageRefusee.dit(vide, "RAPPEL_SANS_CANAL", "canal-reponse-" + rappel(1), "Dites par quel moyen.");
    PageRefusee.dit(vide, "RAPPEL_A_VENIR", "le-reponse-" + rappel(1), "Ce jour n'est pas encore arrivé");
    HttpResponse<String> essai = apres.poster(rappel + "/essai", Map.of("le", "2025-09-01", "canal", "TELEPHONE"));
    PageRefusee.dit(essai, "ESSAI_SANS_RESULTAT", "resultat-essai-" + rappel(1), "Choisissez ce que l'essai a donné.");
    PageRefusee.dit(essai, "RAPPEL_AVANT_LA_SORTIE", "le-essai-" + rappel(1), "Ce jour est avant sa sortie");
    PageRefusee.dit(apres.poster(rappel + "/essai", Map.of("canal", "TELEPHONE", "resultat", "A_RAPPELER")), "JOUR_DU_RAPPEL", "le-essai-"
        + rappel(1),
        "Indiquez le jour.");
  }

  @Test
  void un_double_clic_n_ecrit_qu_une_sortie_et_la_meme_n_est_pas_notee_deux_fois() {
    Navigateur nav = connecter(noura);
    FormulaireLu f = FormulaireLu.de(nav.ouvrir(page()).body(), page() + "/nouvelle", "").avec("raison", "FORMATION").avec("le", "2025-10-06");
    nav.suivre(nav.poster(f.action(), f.champs()));
    nav.suivre(nav.poster(f.action(), f.champs()));
    assertThat(sorties()).containsExactly("FORMATION 2025-10-06 CONFIRMEE POSITIVE");
    assertThat(rappels()).hasSize(2);
    PageRefusee.dit(noter(nav, "raison", "FORMATION", "le", "2025-10-06"), "SORTIE_DEJA_NOTEE", "déjà notée");
  }

  @Test
  void corrigee_elle_deplace_ses_rappels_ecartee_elle_les_annule_et_deux_agents_ne_s_effacent_pas() {
    Navigateur nav = connecter(noura);
    cdi(nav);
    String completer = page() + "/" + sortie() + "/completer";
    Navigateur autre = connecter(sonia);
    FormulaireLu sien = FormulaireLu.de(autre.ouvrir(page()).body(), completer, "");
    nav.suivre(remplir(nav, page(), completer, "contrat", "CDD", "le", "2025-10-06", "finLe", "2025-12-31"));
    assertThat(sorties()).containsExactly("EMPLOI 2025-10-06 CONFIRMEE TRANSITION");
    assertThat(rappels()).containsExactly("1 PREVU 2026-04-04", "2 PREVU 2026-10-06");
    HttpResponse<String> perimee = autre.poster(sien.action(), sien.avec("heures", "20").champs());
    assertThat(perimee.statusCode()).isEqualTo(409);
    assertThat(perimee.body()).contains("Quelqu'un a changé cette sortie");
    nav.suivre(remplir(nav, page(), completer, "raison", "RETRAITE"));
    assertThat(rappels()).as("on n'appelle pas une retraitée").containsExactly("1 ANNULE 2026-04-04", "2 ANNULE 2026-10-06");
    nav.suivre(remplir(nav, page(), completer, "raison", "EMPLOI", "contrat", "CDI"));
    assertThat(rappels()).containsExactly("1 PREVU 2026-04-04", "2 PREVU 2026-10-06");
    String ecarter = page() + "/" + sortie() + "/ecarter";
    PageRefusee.dit(remplir(nav, page(), ecarter, "motif", ""), "SORTIE_SANS_MOTIF", "motif-ecarter-" + sortie(), "Dites pourquoi");
    assertThat(nav.suivre(remplir(nav, page(), ecarter, "motif", "Une homonyme")).body()).contains("ne compte plus").contains("Une homonyme");
    assertThat(sorties()).containsExactly("EMPLOI 2025-10-06 ECARTEE DURABLE");
    assertThat(rappels()).containsExactly("1 ANNULE 2026-04-04", "2 ANNULE 2026-10-06");
    assertThat(echeances()).allMatch(e -> e.contains("CADUQUE"));
    assertThat(nav.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Aucune sortie ni reprise d'emploi");
  }

  @Test
  void celle_que_le_fichier_propose_se_complete_avant_d_en_noter_une_autre() {
    Navigateur nav = connecter(noura);
    base.sql("""
        with s as (insert into sorties.sortie (personne_id, etat, etat_depuis, raison, le, source, fermee_le, classe, cle, ecrite_par, ecrite_le)
          values (?, 'PROPOSEE', '2025-10-10', 'INCONNU', '2025-09-01', 'FICHIER', '2025-09-01', 'AUTRE', gen_random_uuid(), 'Jalon, après un fichier', now())
          returning id, personne_id)
        insert into sorties.passage (objet, objet_id, personne_id, vers, le, fait_le, par) select 'SORTIE', id, personne_id, 'PROPOSEE', '2025-10-10', now(), 'essai' from s""")
        .param(ana.id()).update();
    assertThat(pas(noura)).singleElement().satisfies(p -> assertThat(p.quoi()).isEqualTo("Dire pourquoi elle sort, avant le 9 novembre 2025"));
    assertThat(nav.ouvrir("/sorties?nom=" + nom).body()).contains("proposée d'après le fichier").contains("09/11/2025");
    assertThat(nav.ouvrir(page()).body()).contains("Pourquoi sort-elle ?").doesNotContain("Une autre sortie");
    PageRefusee.dit(nav.poster(page() + "/nouvelle", Map.of("raison", "RETRAITE", "le", "2025-09-02", "source", "PERSONNE")), "SORTIE_PROPOSEE",
        "Le fichier propose déjà une sortie");
    nav.suivre(remplir(nav, page(), page() + "/" + sortie() + "/completer", "raison", "INDEPENDANT", "le", "2025-09-01"));
    assertThat(sorties()).containsExactly("INDEPENDANT 2025-09-01 CONFIRMEE DURABLE");
    assertThat(rappels()).hasSize(2);
    assertThat(pas(noura)).isEmpty();
    assertThat(nav.ouvrir("/sorties?file=EMPLOI&nom=" + nom).body()).contains("Activité à son compte");
  }

  @Test
  void un_deces_fait_taire_les_rappels_et_la_direction_lit_sans_ecrire() {
    Navigateur nav = connecter(noura);
    cdi(nav);
    nav.suivre(noter(nav, "raison", "DECES", "le", "2025-10-15"));
    assertThat(rappels()).containsExactly("1 ANNULE 2026-03-30", "2 ANNULE 2026-10-01");
    Navigateur direction = connecter(comptoir.agent("DIRECTION", List.of(), List.of()));
    assertThat(direction.ouvrir(page()).body()).contains("Boulangerie Roche").doesNotContain("Notée par erreur").doesNotContain("action=\"" + page());
    assertThat(direction.poster(page() + "/nouvelle", Map.of("raison", "EMPLOI")).statusCode()).isEqualTo(403);
    assertThat(direction.ouvrir("/rappels").statusCode()).isEqualTo(200);
    assertThat(connecter(comptoir.agent("ADMINISTRATION")).ouvrir("/sorties").statusCode()).isEqualTo(403);
  }

  @Test
  void qui_ne_la_voit_plus_le_lit_sans_rien_ecrire() {
    Navigateur nav = connecter(noura);
    cdi(nav);
    long sortie = sortie();
    base.sql("update allocataires.personne set territoire_id = 3 where id = ?").param(ana.id()).update();
    base.sql("update sorties.sortie set territoire_id = 3 where personne_id = ?").param(ana.id()).update();
    Map<String, String> retraite = Map.of("raison", "RETRAITE", "le", "2025-10-02", "source", "PERSONNE");
    PageRefusee.dit(nav.poster(page() + "/nouvelle", retraite), "SORTIE_D_UNE_PARTIE", "Rien n'est noté");
    PageRefusee.dit(nav.poster(page() + "/" + sortie + "/ecarter", Map.of("motif", "Essai")), "SORTIE_INCONNUE", "rien n'est changé");
    assertThat(nav.ouvrir(page()).statusCode()).isEqualTo(404);
  }
}
