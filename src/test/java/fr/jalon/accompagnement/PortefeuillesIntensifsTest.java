package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accompagnement.application.SortirDIntensif;
import fr.jalon.accompagnement.lecture.PortefeuillesIntensifs;
import fr.jalon.accompagnement.lecture.PortefeuillesIntensifs.Portefeuille;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Contenu;
import fr.jalon.habilitations.Navigateur;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Iris holds an intensive portfolio since 1 June 2025: who enters, who is late, who leaves. Today is 20 October 2025. */
@EssaiArdeche
class PortefeuillesIntensifsTest {
  private static final int CENTRE = 1;
  private static final int AILLEURS = 2;
  private static final String LE = "2025-10-13";
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
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
  PortefeuillesIntensifs portefeuilles;
  @Autowired
  SortirDIntensif sortir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Referent iris;
  private Referent noe;
  private Navigateur elle;
  private Navigateur responsable;

  @BeforeEach
  void iris_a_un_portefeuille_un_compte_et_une_responsable() {
    essai++;
    Navigateur administration = connecter(comptoir.agent("ADMINISTRATION"));
    iris = FicheDeReferent.creer(administration, structures, "Maison d'Iris " + essai, "Iris Valla " + (char) ('A' + essai), CENTRE + "," + AILLEURS,
        "SOCIAL,PROFESSIONNEL");
    noe = FicheDeReferent.creer(administration, structures, "Maison de Noé " + essai, "Noé Chanal " + (char) ('A' + essai), "" + CENTRE, "SOCIAL");
    intensif(iris);
    Agent compte = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    administration.poster("/habilitations/" + compte.id() + "/referent", Map.of("referent", "" + iris.id()));
    elle = connecter(compte);
    responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
  }

  @Test
  void deux_personnes_entrent_elles_sont_a_voir_toutes_les_semaines_et_leur_dossier_le_dit() {
    Personne ana = suivie("ANA", iris);
    Personne bea = suivie("BEA", iris);
    Personne cleo = suivie("CLEO", iris);
    for (Personne p : List.of(ana, bea, cleo)) {
      vue(p, LocalDate.of(2025, 10, 1));
    }
    String siennes = elle.ouvrir("/mes-personnes").body();
    assertThat(siennes).contains("Faire entrer dans le portefeuille intensif").contains("Faire entrer PORTANA" + essai);
    assertThat(elle.ouvrir("/portefeuilles-intensifs/entree?referent=" + iris.id()).body()).contains("Personne n'est coché");
    assertThat(elle.ouvrir(versLEntree(ana, bea)).body()).contains("PORTANA" + essai).contains("PORTBEA" + essai).doesNotContain("PORTCLEO");
    assertThat(noms(elle.ouvrir("/mes-personnes?onglet=sans-contact").body())).as("30 jours pour un parcours social").isEmpty();

    assertThat(elle.suivre(entrer(elle, "Proches de l'emploi", ana, bea)).body().replace('\u00a0', ' '))
        .contains("2 personnes sont entrées").contains("2 personnes pour 50 places").contains("Proches de l'emploi");
    assertThat(entrer(elle, "Proches de l'emploi", ana, bea).statusCode()).as("le second clic").isEqualTo(302);
    assertThat(compte(ana)).isEqualTo(1);
    vue(bea, LocalDate.of(2025, 10, 14));
    base.sql("update accompagnement.intensif set entre_le = '2025-10-10' where referent_id = ?").param(iris.id()).update();
    assertThat(noms(elle.ouvrir("/mes-personnes?onglet=sans-contact").body())).as("ana, entrée le 10 : sept jours sont passés")
        .containsExactly("ANA");
    assertThat(elle.ouvrir("/ma-journee").body()).contains("Contact à prendre avant le 17 octobre 2025");
    assertThat(noms(elle.ouvrir("/portefeuilles-intensifs/membres?onglet=en-retard").body())).containsExactly("ANA");
    assertThat(elle.ouvrir("/portefeuilles-intensifs").body()).contains(iris.nom()).contains("depuis le 01/06/2025")
        .contains("en portefeuille intensif dans le Département")
        .doesNotContain(noe.nom()).contains("600").contains("31/12/2025");
    assertThat(elle.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Portefeuille de " + iris.nom())
        .contains("En portefeuille intensif").contains("Entre dans le portefeuille intensif de " + iris.nom());
    assertThat(elle.ouvrir("/mes-personnes").body()).contains("en portefeuille intensif");
  }

  @Test
  void suivie_par_un_autre_jour_impossible_deja_dedans_rien_n_est_enregistre_et_chaque_ligne_dit_pourquoi() {
    Personne ana = suivie("REFUSA", iris);
    Personne autre = suivie("REFUSB", noe);
    Personne recente = suivie("REFUSC", iris, LocalDate.of(2025, 10, 15));
    HttpResponse<String> non = entrer(elle, "Essai", ana, autre, recente);
    assertThat(non.statusCode()).isEqualTo(422);
    assertThat(non.body()).contains("Rien n'est enregistré").contains("Elle est suivie par " + noe.nom()).contains("Changez d'abord son référent")
        .contains("depuis le 15/10/2025 : elle ne peut pas entrer avant").contains("value=\"Essai\"");
    assertThat(compte(ana)).isZero();
    entrer(elle, "Essai", ana);
    assertThat(entrer(elle, "Autre chose", ana).body()).contains("Elle est déjà dans ce portefeuille, depuis le 13/10/2025");
    PageRefusee.dit(poster(elle, List.of(), "2025-10-13", "Essai", "", ""), "INTENSIF_PERSONNE", "Cochez au moins une personne");
    PageRefusee.dit(poster(elle, List.of(ana), "2025-10-21", "Essai", "", ""), "INTENSIF_JOUR", "aujourd'hui au plus tard");
    PageRefusee.dit(poster(elle, List.of(ana), LE, " ", "", ""), "INTENSIF_SANS_RAISON", "Dites pourquoi elles entrent");
    PageRefusee.dit(poster(elle, List.of(ana), LE, "Essai", "La directrice", ""), "INTENSIF_ACCORD", "ou laissez les deux vides");
    PageRefusee.dit(poster(elle, List.of(recente), "2025-05-31", "Essai", "", ""), "PORTEFEUILLE_FERME",
        "n'avait pas de portefeuille intensif ce jour-là");
    List<Personne> foule = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      foule.add(new Personne(9_000_000L + i, 0, null, null, null));
    }
    PageRefusee.dit(poster(elle, foule, LE, "Essai", "", ""), "INTENSIF_TROP", "personnes au plus à la fois");
  }

  @Test
  void plein_il_faut_que_quelqu_un_l_accepte_par_son_nom() {
    Personne ana = suivie("PLEINA", iris);
    Personne bea = suivie("PLEINB", iris);
    base.sql("update structures.referent set etp = 0.02 where id = ?").param(iris.id()).update();
    entrer(elle, "Première", ana);
    PageRefusee.dit(entrer(elle, "Deuxième", bea), "INTENSIF_COMPLET", "Faites-en entrer moins, ou dites qui accepte le dépassement");
    assertThat(elle.ouvrir(versLEntree(bea)).body()).contains("Le portefeuille déborde");
    assertThat(elle.suivre(poster(elle, List.of(bea), LE, "Deuxième", "Mme Roux, responsable", "Une sortie est prévue")).body())
        .contains("personne est entrée");
    assertThat(elle.ouvrir("/dossier/" + bea.id() + "/parcours").body()).contains("Dépassement accepté par Mme Roux, responsable");
  }

  @Test
  void une_personne_sort_avec_une_raison_et_revient_au_rythme_de_son_parcours() {
    Personne ana = suivie("SORTA", iris);
    vue(ana, LocalDate.of(2025, 10, 1));
    elle.suivre(entrer(elle, "Essai", ana));
    long entree = entree(ana);
    PageRefusee.dit(sortir(elle, List.of(), "EMPLOI", "2025-10-20", ""), "SORTIE_PERSONNE", "Cochez au moins une personne");
    PageRefusee.dit(sortir(elle, List.of(entree), "", "2025-10-20", ""), "SORTIE_MOTIF", "Choisissez pourquoi elles sortent");
    PageRefusee.dit(sortir(elle, List.of(entree), "AUTRE_PORTEFEUILLE", "2025-10-20", ""), "SORTIE_MOTIF", "Choisissez pourquoi");
    PageRefusee.dit(sortir(elle, List.of(entree), "EMPLOI", "2025-10-21", ""), "SORTIE_JOUR", "aujourd'hui au plus tard");
    PageRefusee.dit(sortir(elle, List.of(entree), "AUTRE", "2025-10-20", ""), "SORTIE_AUTRE", "Dites laquelle");
    PageRefusee.dit(sortir(elle, List.of(entree), "EMPLOI", "2025-10-20", "x".repeat(301)), "SORTIE_BAVARDE", "C'est trop long");
    List<Long> foule = java.util.stream.LongStream.range(9_000_000, 9_000_051).boxed().toList();
    PageRefusee.dit(sortir(elle, foule, "EMPLOI", "2025-10-20", ""), "SORTIE_TROP", "personnes au plus à la fois");
    assertThat(sortir(elle, List.of(entree), "EMPLOI", "2025-10-12", "").body()).contains("elle ne peut pas sortir avant");
    assertThat(sortir(elle, List.of(9_999_999L), "EMPLOI", "2025-10-20", "").body()).contains("Rien n'est enregistré");

    assertThat(elle.suivre(sortir(elle, List.of(entree), "EMPLOI", "2025-10-20", "CDD à Privas")).body()).contains("personne est sortie")
        .contains("Personne n'est dans ce portefeuille");
    assertThat(sortir(elle, List.of(entree), "EMPLOI", "2025-10-20", "CDD à Privas").statusCode()).as("le second clic").isEqualTo(302);
    assertThat(sortir(elle, List.of(entree), "REFUS", "2025-10-20", "").body()).as("ce n'est pas un collègue")
        .contains("Vous avez déjà fait sortir cette personne à ").doesNotContain("Un collègue");
    assertThat(elle.ouvrir("/portefeuilles-intensifs/membres?onglet=sorties").body()).contains("A trouvé un emploi : CDD à Privas");
    assertThat(elle.ouvrir("/dossier/" + ana.id() + "/parcours").body()).as("entrée et sortie du même jour se lisent de la dernière à la première")
        .containsSubsequence("Sort du portefeuille intensif de " + iris.nom(), "Entre dans le portefeuille intensif de " + iris.nom());
    assertThat(elle.ouvrir("/mes-personnes").body()).as("30 jours après le 1er octobre").contains("à voir avant le 31/10/2025");
    assertThat(Contenu.texte(elle.lire("/portefeuilles-intensifs/membres/export?onglet=sorties"))).contains("PORTSORTA" + essai)
        .contains("CDD ");
  }

  @Test
  void une_erreur_se_retire_avec_une_raison_par_qui_l_a_faite_ou_la_responsable() {
    Personne ana = suivie("ERREURA", iris);
    entrer(responsable, "Essai", ana);
    long entree = entree(ana);
    String annuler = "/portefeuilles-intensifs/entrees/" + entree + "/annuler";
    String revenir = "/portefeuilles-intensifs/entrees/" + entree + "/revenir";
    assertThat(dit(elle, annuler, ana, "Erreur")).as("INTENSIF_D_UN_AUTRE").contains("Un collègue l'a noté");
    assertThat(dit(responsable, annuler, ana, " ")).as("INTENSIF_SANS_MOTIF").contains("la raison reste avec l'entrée");
    assertThat(dit(responsable, revenir, ana, "Erreur")).as("INTENSIF_ENTREE_DEPUIS, INTENSIF_DEJA_ANNULE").contains("C'était déjà fait");
    sortir(elle, List.of(entree), "REFUS", "2025-10-20", "");
    assertThat(dit(elle, revenir, ana, "Elle a rappelé")).contains("La sortie est retirée");
    assertThat(elle.ouvrir("/portefeuilles-intensifs/membres").body()).contains("PORTERREURA" + essai);
    assertThat(dit(responsable, annuler, ana, "Ce n'était pas elle")).contains("Cette entrée ne compte plus");
    assertThat(dit(responsable, annuler, ana, "Encore")).as("INTENSIF_DEJA_ANNULE").contains("C'était déjà fait");
    assertThat(elle.ouvrir("/dossier/" + ana.id() + "/parcours").body()).contains("Retirée : Ce n'était pas elle");
    assertThat(elle.ouvrir("/portefeuilles-intensifs/membres").body()).doesNotContain("PORTERREURA");
    assertThat(dit(elle, "/portefeuilles-intensifs/entrees/9999999/annuler", ana, "Rien")).as("INTENSIF_INCONNU").contains("rien n'est changé");
    entrer(elle, "Pour de bon", ana);
    assertThat(compte(ana)).isEqualTo(2);
  }

  @Test
  void sortie_puis_rentree_l_ancienne_sortie_ne_se_retire_plus() {
    Personne ana = suivie("DEUXFOIS", iris);
    entrer(elle, "Essai", ana);
    long premiere = entree(ana);
    sortir(elle, List.of(premiere), "REFUS", "2025-10-15", "");
    assertThat(entrer(elle, "Trop tôt", ana).body()).contains("Elle était dans un portefeuille le 15/10/2025");
    assertThat(poster(elle, List.of(ana), "2025-10-16", "De nouveau", "", "").statusCode()).isEqualTo(302);
    assertThat(dit(elle, "/portefeuilles-intensifs/entrees/" + premiere + "/revenir", ana, "Erreur")).as("INTENSIF_ENTREE_DEPUIS")
        .contains("Elle est entrée dans un portefeuille depuis");
  }

  @Test
  void confiee_a_un_autre_elle_n_y_compte_plus_et_il_reste_a_dire_pourquoi_elle_sort() {
    Personne ana = suivie("REGLER", iris);
    entrer(elle, "Essai", ana);
    assertThat(celuiDIris().membres()).isEqualTo(1);
    base.sql("update orientation.suivi set referent_id = ? where personne_id = ?").params(noe.id(), ana.id()).update();
    assertThat(celuiDIris().membres()).as("un autre référent la suit").isZero();
    assertThat(elle.ouvrir("/portefeuilles-intensifs/membres?onglet=a-regler").body()).contains("PORTREGLER" + essai)
        .contains("Un autre référent la suit");
    assertThat(responsable.ouvrir("/dossier/" + ana.id()).body()).contains("Portefeuille intensif à régler");
    intensif(noe);
    assertThat(poster(responsable, noe, List.of(ana), "2025-10-20", "Suite du portefeuille d'Iris", "", "").statusCode()).isEqualTo(302);
    assertThat(elle.ouvrir("/portefeuilles-intensifs/membres?onglet=sorties").body()).contains("Entre dans un autre portefeuille");
    base.sql("insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par) values (?, '2025-10-20', 1, false, true, 'essai')")
        .param(noe.id()).update();
    assertThat(responsable.ouvrir("/portefeuilles-intensifs/membres?onglet=a-regler&referent=" + noe.id()).body()).contains("Le portefeuille a fini");
    assertThat(responsable.ouvrir("/portefeuilles-intensifs").body()).contains("fini le 19/10/2025");
  }

  @Test
  void chacun_voit_les_siens_et_agit_sur_les_siens() {
    Personne ici = suivie("DROITSA", iris);
    Personne loin = orientee("DROITSB", iris, LocalDate.of(2025, 8, 4), AILLEURS);
    entrer(elle, "Essai", ici);
    base.sql("""
        insert into accompagnement.intensif (personne_id, referent_id, entre_le, raison, etat, etat_depuis, saisi_par, saisi_le)
        values (?, ?, '2025-10-13', 'Essai', 'EN_COURS', now(), 'essai', now())""").params(loin.id(), iris.id()).update();
    assertThat(elle.ouvrir("/portefeuilles-intensifs/membres").body().replace('\u00a0', ' ')).contains("2 personnes pour 50 places")
        .contains("1 personne n'est pas montrée ici").doesNotContain("PORTDROITSB");
    Navigateur direction = connecter(comptoir.agent("DIRECTION"));
    assertThat(direction.ouvrir("/portefeuilles-intensifs").body()).contains(iris.nom());
    String vu = direction.ouvrir("/portefeuilles-intensifs/membres?referent=" + iris.id()).body();
    assertThat(vu).contains("PORTDROITSA" + essai).contains("PORTDROITSB" + essai).doesNotContain("Faire sortir").doesNotContain("Dernier contact");
    assertThat(entrer(direction, "Essai", ici).statusCode()).isEqualTo(403);
    Navigateur collegue = connecter(comptoir.agent("REFERENT", List.of(CENTRE), List.of()));
    Navigateur administration = connecter(comptoir.agent("ADMINISTRATION"));
    Agent compte = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    administration.poster("/habilitations/" + compte.id() + "/referent", Map.of("referent", "" + noe.id()));
    collegue = connecter(compte);
    assertThat(collegue.ouvrir("/portefeuilles-intensifs").body()).contains("Vous n'avez pas de portefeuille intensif").doesNotContain(iris.nom());
    PageRefusee.dit(entrer(collegue, "Essai", ici), "PORTEFEUILLE_D_UN_AUTRE", "celui d'un collègue");
    assertThat(sortir(collegue, List.of(entree(ici)), "REFUS", "2025-10-20", "").body()).contains("celui d'un collègue");
    assertThat(poster(responsable, List.of(ici), 999_999, LE).statusCode()).as("PORTEFEUILLE_INCONNU").isIn(404, 422);
    assertThat(connecter(comptoir.agent("SECRETARIAT", List.of(CENTRE), List.of())).lire("/portefeuilles-intensifs").statusCode()).isEqualTo(403);
  }

  @Test
  void vue_toutes_les_semaines_depuis_quatre_semaines_elle_est_dans_le_rythme() {
    Personne ana = suivie("RYTHMEA", iris);
    Personne bea = suivie("RYTHMEB", iris);
    Personne neuve = suivie("RYTHMEC", iris);
    entrer(elle, "Essai", ana, bea, neuve);
    base.sql("update accompagnement.intensif set entre_le = '2025-09-22' where personne_id in (?, ?)").params(ana.id(), bea.id()).update();
    for (int jour : List.of(26, 33, 40, 47)) {
      vue(ana, LocalDate.of(2025, 9, 1).plusDays(jour - 3));
    }
    vue(bea, LocalDate.of(2025, 10, 17));
    Portefeuille p = celuiDIris();
    assertThat(p.membres()).isEqualTo(3);
    assertThat(p.jugeables()).as("la troisième y est depuis une semaine").isEqualTo(2);
    assertThat(p.dansLeRythme()).as("quatre contacts en quatre semaines, et un seul").isEqualTo(1);
    assertThat(p.rythmeTenu()).isEqualTo(50);
    assertThat(p.enRetard()).isZero();
  }

  private Portefeuille celuiDIris() {
    return EnTantQue.agir(EnTantQue.territoire(CENTRE, "INTENSIF"), () -> portefeuilles.tous(AUJOURDHUI)).stream()
        .filter(p -> p.referentId() == iris.id()).findFirst().orElseThrow();
  }

  private void intensif(Referent r) {
    base.sql("update structures.referent set intensif = true where id = ?").param(r.id()).update();
    base.sql("update structures.referent_periode set depuis = '2025-06-01', intensif = true where referent_id = ?").param(r.id()).update();
  }

  private Personne suivie(String nom, Referent referent) {
    return suivie(nom, referent, LocalDate.of(2025, 8, 4));
  }

  private Personne suivie(String nom, Referent referent, LocalDate notifieLe) {
    return orientee(nom, referent, notifieLe, CENTRE);
  }

  private Personne orientee(String nom, Referent referent, LocalDate notifieLe, int territoire) {
    Personne p = dossiers.entrante("PORT" + nom + essai, territoire, notifieLe.minusDays(10));
    EnTantQue.agir(EnTantQue.territoire(territoire, "DOSSIERS", "ENTREES", "ORIENTATIONS", "COURRIERS"), () -> orienter.executer(
        new NouvelleOrientation(p.id(), Parcours.SOCIAL, referent.organisationId(), referent.id(), notifieLe)));
    base.sql("update orientation.suivi set saisi_le = notifie_le where personne_id = ?").param(p.id()).update();
    return p;
  }

  private void vue(Personne p, LocalDate le) {
    base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, cle, saisi_par, saisi_le)
        values (?, ?, 'TELEPHONE', 'PRESENTE', gen_random_uuid(), 'essai', now())""").params(p.id(), le).update();
  }

  private String versLEntree(Personne... qui) {
    StringBuilder adresse = new StringBuilder("/portefeuilles-intensifs/entree?referent=" + iris.id());
    for (Personne p : qui) {
      adresse.append("&personnes=").append(p.id());
    }
    return adresse.toString();
  }

  private HttpResponse<String> entrer(Navigateur n, String raison, Personne... qui) {
    return poster(n, List.of(qui), LE, raison, "", "");
  }

  private HttpResponse<String> poster(Navigateur n, List<Personne> qui, String le, String raison, String par, String pourquoi) {
    return poster(n, iris, qui, le, raison, par, pourquoi);
  }

  private HttpResponse<String> poster(Navigateur n, List<Personne> qui, int referent, String le) {
    n.ouvrir("/mon-compte");
    return n.poster("/portefeuilles-intensifs/entree", Map.of("referent", "" + referent, "personnes", "" + qui.getFirst().id(), "le", le, "raison",
        "Essai"));
  }

  private HttpResponse<String> poster(Navigateur n, Referent r, List<Personne> qui, String le, String raison, String par, String pourquoi) {
    n.ouvrir("/mon-compte");
    return n.poster("/portefeuilles-intensifs/entree", Map.of("referent", "" + r.id(), "le", le, "raison", raison, "acceptePar", par,
        "accepteRaison", pourquoi, "personnes", qui.stream().map(p -> "" + p.id()).collect(Collectors.joining(","))));
  }

  private HttpResponse<String> sortir(Navigateur n, List<Long> entrees, String motif, String le, String precision) {
    n.ouvrir("/mon-compte");
    return n.poster("/portefeuilles-intensifs/sortie", Map.of("referent", "" + iris.id(), "motif", motif, "sortieLe", le, "precision", precision,
        "entrees", entrees.stream().map(String::valueOf).collect(Collectors.joining(","))));
  }

  private String dit(Navigateur n, String adresse, Personne p, String motif) {
    n.ouvrir("/dossier/" + p.id() + "/parcours");
    return n.suivre(n.poster(adresse, Map.of("personne", "" + p.id(), "motif", motif))).body();
  }

  private int compte(Personne p) {
    return base.sql("select count(*) from accompagnement.intensif where personne_id = ?").param(p.id()).query(Integer.class).single();
  }

  private long entree(Personne p) {
    return base.sql("select max(id) from accompagnement.intensif where personne_id = ?").param(p.id()).query(Long.class).single();
  }

  private static List<String> noms(String page) {
    return Pattern.compile("(?:<a data-ligne[^>]*>|<label class=\"form-check-label\"[^>]*>)PORT([A-Z]+)" + essai + " ").matcher(page).results()
        .map(m -> m.group(1)).toList();
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
