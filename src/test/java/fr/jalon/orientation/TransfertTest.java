package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courriers.application.SuivreUnMessage;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.domaine.EtatTransfert;
import fr.jalon.orientation.lecture.Transferts;
import fr.jalon.orientation.lecture.Transferts.Transfert;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The convention of a house ends: another house follows its persons. Today is 20 October 2025. */
@EssaiArdeche
class TransfertTest {
  private static final int CENTRE = 1;
  private static final Perimetre TOUT = EnTantQue.partout("DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS", "COURRIERS");
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
  Transferts transferts;
  @Autowired
  SuivreUnMessage suivre;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Navigateur administration;
  private Navigateur nav;
  /** Of the house that ends. */
  private Referent alice;
  /** Of the house that goes on. */
  private Referent zoe;

  @BeforeEach
  void deux_maisons() {
    essai++;
    administration = connecter("ADMINISTRATION", List.of());
    alice = FicheDeReferent.creer(administration, structures, "Maison qui ferme " + essai, "Alice Ferme " + (char) ('A' + essai), "" + CENTRE,
        "SOCIAL");
    zoe = FicheDeReferent.creer(administration, structures, "Maison qui reprend " + essai, "Zoé Reprend " + (char) ('A' + essai), "" + CENTRE,
        "SOCIAL");
    nav = connecter("RESPONSABLE_TERRITOIRE", List.of(CENTRE));
  }

  @Test
  void la_convention_finit_ses_personnes_passent_qui_ne_peut_pas_reste_et_c_est_dit_puis_tout_s_annule() {
    Referent boris = referent("Boris Ferme ", alice.organisationId(), "1");
    List<Personne> siennes = suivies("DALICE", 3, alice, "2025-09-15");
    List<Personne> deBoris = suivies("DEBORIS", 2, boris, "2025-09-15");
    Personne duJour = suivies("DUJOUR", 1, alice, "2025-10-13").getFirst();
    Personne demandee = suivies("DEMANDEE", 1, boris, "2025-09-15").getFirst();
    nav.poster("/reorientations", Map.of("personne", "" + demandee.id(), "origine", "PERSONNE", "raisons", "DEMENAGEMENT", "demandeeLe", "2025-10-01",
        "retour", "/nouveaux-entrants"));

    FormulaireLu f = formulaire();
    assertThat(nav.ouvrir(preparer()).body()).contains("7\u00a0personnes passent de Maison qui ferme " + essai)
        .contains(boris.nom()).contains("Le meilleur partage").contains("À désigner ensuite");
    f = choisir(f, boris.id() + "-0").avec("raison", "Fin de la convention").avec("le", "2025-10-13");
    String adresse = lieu(nav.poster("/transferts/nouveau", f.champs()));
    assertThat(lieu(nav.poster("/transferts/nouveau", f.champs()))).as("un double clic est un seul transfert").isEqualTo(adresse);
    Transfert fait = attendre(numero(adresse), EtatTransfert.FAIT);
    assertThat(fait.passees()).isEqualTo(5);
    assertThat(fait.laissees().values()).anyMatch(p -> p.contains("La réorientation prend effet le lendemain")
            || p.contains("prend effet le lendemain"))
        .anyMatch(p -> p.contains("Une réorientation est déjà demandée")).hasSize(2);
    assertThat(qui(siennes)).as("Zoé a la place").containsOnly(zoe.organisationId() + " " + zoe.id());
    assertThat(qui(deBoris)).as("à désigner ensuite").containsOnly(zoe.organisationId() + " null");
    assertThat(qui(List.of(duJour))).containsOnly(alice.organisationId() + " " + alice.id());
    assertThat(base.sql("select count(*) from orientation.suivi where personne_id = any(?::bigint[])")
            .param(ids(siennes)).query(Integer.class).single())
        .as("l'ancien suivi reste connu").isEqualTo(6);
    assertThat(texte(deBoris.getFirst())).as("personne n'est encore nommé pour elle").contains("organisation qui vous accompagne peut vous aider")
        .doesNotContain("Votre référent");
    String page = nav.ouvrir(adresse).body();
    assertThat(page).contains("5\u00a0personnes sont à Maison qui reprend " + essai).contains("2\u00a0personnes restent à Maison qui ferme " + essai)
        .contains("TRADUJOUR0" + essai).contains("TRADEMANDEE0" + essai);
    assertThat(nav.lire(adresse + "/export").body()).as("un tableur").startsWith("PK");
    assertThat(nav.ouvrir("/transferts").body()).contains("De Maison qui ferme " + essai);
    assertThat(texte(siennes.getFirst())).contains("organisation qui vous accompagnait ne le fait plus")
        .contains("le Département a décidé de changer")
        .contains("Votre parcours ne change pas. Une autre organisation vous accompagne maintenant").contains("Votre référent peut vous aider")
        .contains("Maison qui reprend " + essai)
        .contains(zoe.nom());

    // the letter of one has left; the others wait
    EnTantQue.agir(TOUT, () -> {
      suivre.remisEnMain(lettre(siennes.getFirst()), LocalDate.of(2025, 10, 20));
      return null;
    });
    PageRefusee.dit(nav.poster(adresse + "/annuler", Map.of("raison", " ")), "ANNULATION_SANS_RAISON", "raison",
            "Dites pourquoi ce transfert est annulé");
    nav.poster(adresse + "/annuler", Map.of("raison", "La convention continue"));
    attendre(numero(adresse), EtatTransfert.ANNULE);
    assertThat(qui(siennes)).containsOnly(alice.organisationId() + " " + alice.id());
    assertThat(qui(deBoris)).containsOnly(alice.organisationId() + " " + boris.id());
    assertThat(nav.ouvrir(adresse).body()).as("la page dit qui la suit de nouveau").contains(alice.nom() + ", comme avant")
        .contains("rendue à Maison qui ferme " + essai).doesNotContain("À désigner");
    assertThat(texte(siennes.getFirst())).as("elle avait reçu la sienne")
            .contains("Votre accompagnement ne change pas").contains("cette lettre ne compte pas").contains("La convention continue");
    assertThat(enAttente(deBoris)).as("les autres n'en sauront rien").isZero();
    assertThat(base.sql("select string_agg(distinct etat, ' ' order by etat) from orientation.reorientation where transfert_id = ?")
            .param(numero(adresse))
        .query(String.class).single()).isEqualTo("REFUSEE RETIREE");
    HttpResponse<String> encore = nav.poster(adresse + "/annuler", Map.of("raison", "encore"));
    PageRefusee.dit(encore, "TRANSFERT_FINI", "déjà annulé ce transfert");
    assertThat(encore.body()).as("c'est elle-même").contains("Vous avez déjà annulé ce transfert");
  }

  @Test
  void plus_de_personnes_que_de_places_celles_en_trop_restent_a_designer_et_le_dire_avant() {
    Referent etroite = FicheDeReferent.creer(administration, structures, "Maison étroite " + essai, "Étroite Reprend " + (char) ('A' + essai),
        "" + CENTRE, "SOCIAL");
    base.sql("update structures.referent_periode set etp = 0.02 where referent_id = ?").param(etroite.id()).update();
    base.sql("update structures.referent set etp = 0.02 where id = ?").param(etroite.id()).update();
    List<Personne> siennes = suivies("TROP", 4, alice, "2025-09-15");
    String page = nav.ouvrir("/transferts/nouveau?de=" + alice.organisationId() + "&vers=" + etroite.organisationId()).body();
    assertThat(page).contains("2\u00a0places").contains("2\u00a0personnes restent sans référent nommé");
    FormulaireLu f = FormulaireLu.de(page, "/transferts/nouveau", "name=\"cle\"");
    PageRefusee.dit(nav.poster("/transferts/nouveau", choisir(f, alice.id() + "-" + etroite.id()).avec("raison", "Fin").champs()),
        "TRANSFERT_SANS_PLACE", "choix", "Choisissez le meilleur partage, ou dites qui accepte");
    String adresse = lieu(nav.poster("/transferts/nouveau", f.avec("raison", "Fin").champs()));
    assertThat(attendre(numero(adresse), EtatTransfert.FAIT).passees()).isEqualTo(4);
    assertThat(qui(siennes)).containsExactlyInAnyOrder(etroite.organisationId() + " " + etroite.id(), etroite.organisationId() + " " + etroite.id(),
        etroite.organisationId() + " null", etroite.organisationId() + " null");
  }

  @Test
  void soixante_personnes_passent_meme_si_le_travail_s_arrete_en_route_et_nul_ne_passe_deux_fois() {
    Referent large = referent("Large Reprend ", zoe.organisationId(), "1");
    List<Personne> siennes = suivies("LOTS", 60, alice, "2025-09-15");
    Personne close = siennes.get(30);
    String adresse = lieu(nav.poster("/transferts/nouveau", choisir(formulaire(), alice.id() + "-" + large.id()).avec("raison", "Fin")
        .avec("le", "2025-10-13").champs()));
    Transfert fait = attendre(numero(adresse), EtatTransfert.FAIT);
    assertThat(fait.passees()).isEqualTo(60);
    PageRefusee.connue("TRANSFERT_PAS_ARRETE", "Ce transfert ne s'est pas arrêté en route");
    assertThat(nav.suivre(nav.poster(adresse + "/reprendre", Map.of())).body()).contains("Ce transfert ne s'est pas arrêté en route");

    // another one, whose server died before its first lot
    long arrete = base.sql("""
        insert into orientation.transfert (formulaire, de_id, vers_id, le, raison, personnes, etat, etat_depuis, fait_par, saisi_le)
        values (gen_random_uuid(), ?, ?, '2025-10-14', 'Retour', 60, 'EN_COURS', now(), 'essai', now()) returning id""")
        .params(zoe.organisationId(), alice.organisationId()).query(Long.class).single();
    PageRefusee.dit(nav.poster("/transferts/nouveau", FormulaireLu.de(nav.ouvrir("/transferts/nouveau?de=" + zoe.organisationId() + "&vers="
        + alice.organisationId()).body(), "/transferts/nouveau", "name=\"cle\"").avec("raison", "Encore").champs()), "TRANSFERT_EN_COURS",
                "est déjà en cours");
    base.sql("update orientation.transfert set etat = 'ARRETE' where id = ?").param(arrete).update();
    assertThat(nav.ouvrir("/transferts/" + arrete).body()).contains("Le travail s'est arrêté en route").contains("Transférer les autres");
    nav.poster("/transferts/" + arrete + "/reprendre", Map.of());
    assertThat(attendre(arrete, EtatTransfert.FAIT).passees()).isEqualTo(60);
    assertThat(qui(siennes)).containsOnly(alice.organisationId() + " " + alice.id());
    assertThat(base.sql("select count(*) from orientation.suivi where personne_id = ?").param(close.id()).query(Integer.class).single()).isEqualTo(3);
  }

  @Test
  void ce_qui_manque_se_dit_a_cote_de_son_champ_et_une_autre_equipe_n_en_voit_rien() {
    List<Personne> siennes = suivies("REFUS", 1, alice, "2025-09-15");
    FormulaireLu f = formulaire();
    PageRefusee.dit(nav.poster("/transferts/nouveau", f.avec("raison", "").champs()), "MOTIF_ABSENT", "raison",
            "Dites pourquoi l'organisation change");
    PageRefusee.dit(nav.poster("/transferts/nouveau", f.avec("raison", "Fin").avec("le", "2025-10-21").champs()), "DATE_FUTURE", "le",
        "Indiquez le premier jour de la nouvelle organisation");
    PageRefusee.dit(nav.poster("/transferts/nouveau", f.avec("raison", "Fin").avec("vers", "" + alice.organisationId()).champs()),
            "TRANSFERT_VERS_QUI",
        "vers", "Choisissez l'organisation qui les accompagnera");
    PageRefusee.dit(nav.poster("/transferts/nouveau", choisir(f, alice.id() + "-" + alice.id()).avec("raison", "Fin").champs()),
            "REFERENT_AILLEURS", "choix",
        "Un référent choisi n'est pas de");
    PageRefusee.dit(nav.poster("/transferts/nouveau", f.avec("raison", "Fin").avec("le", "1950-01-01").champs()), "TRANSFERT_TROP_TOT", "le",
        "Aucune de ces personnes n'était déjà suivie");
    base.sql("update structures.organisation set parcours = '{PROFESSIONNEL}' where id = ?").param(zoe.organisationId()).update();
    assertThat(nav.ouvrir(preparer()).body()).contains("n'accompagne pas : parcours social (1\u00a0personne)");
    PageRefusee.dit(nav.poster("/transferts/nouveau", f.avec("raison", "Fin").champs()), "TRANSFERT_PARCOURS", "vers", "n'accompagne pas");
    base.sql("update structures.organisation set parcours = '{}' where id = ?").param(zoe.organisationId()).update();
    PageRefusee.dit(nav.poster("/transferts/nouveau", f.avec("raison", "Fin").avec("parcours", "PROFESSIONNEL").champs()), "TRANSFERT_SANS_PERSONNE",
        "ne suit personne à transférer");
    assertThat(qui(siennes)).containsOnly(alice.organisationId() + " " + alice.id());
    assertThat(nav.ouvrir("/transferts/nouveau?de=" + zoe.organisationId()).body()).contains("Personne à transférer");

    String adresse = lieu(nav.poster("/transferts/nouveau", f.avec("raison", "Fin").champs()));
    attendre(numero(adresse), EtatTransfert.FAIT);
    Navigateur nord = connecter("RESPONSABLE_TERRITOIRE", List.of(2));
    assertThat(nord.ouvrir(adresse).statusCode()).isEqualTo(404);
    assertThat(nord.poster(adresse + "/annuler", Map.of("raison", "essai")).statusCode()).isEqualTo(404);
    PageRefusee.connue("TRANSFERT_INCONNU", "Ce transfert n'est pas dans ce que vous pouvez consulter.");
    assertThat(nord.ouvrir("/transferts").body()).doesNotContain("Maison qui ferme " + essai);
    assertThat(connecter("CONTROLE", List.of()).ouvrir("/transferts").statusCode()).isEqualTo(403);
    assertThat(nav.ouvrir("/reorientations/nouvelle?personne=" + siennes.getFirst().id()).body()).as("nul ne la demande pour une personne")
        .doesNotContain("pour toute une organisation").doesNotContain("ne suit plus ces personnes");
  }

  private String preparer() {
    return "/transferts/nouveau?de=" + alice.organisationId() + "&vers=" + zoe.organisationId();
  }

  private FormulaireLu formulaire() {
    return FormulaireLu.de(nav.ouvrir(preparer()).body(), "/transferts/nouveau", "name=\"cle\"");
  }

  /** The choice of a former référent, in place of the one the page offers for her. */
  private static FormulaireLu choisir(FormulaireLu f, String choix) {
    List<Map.Entry<String, String>> champs = new ArrayList<>(f.champs().stream()
        .filter(c -> !c.getKey().equals("choix") || !c.getValue().startsWith(choix.substring(0, choix.indexOf('-') + 1))).toList());
    champs.add(Map.entry("choix", choix));
    return new FormulaireLu(f.action(), champs);
  }

  private static String lieu(HttpResponse<String> reponse) {
    return reponse.headers().firstValue("Location").orElseThrow(() -> new AssertionError(reponse.body()));
  }

  private static long numero(String adresse) {
    return Long.parseLong(adresse.substring(adresse.lastIndexOf('/') + 1));
  }

  private Transfert attendre(long id, EtatTransfert etat) {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> EnTantQue.agir(TOUT, () -> transferts.un(id)).orElseThrow(),
        t -> t.etat() == etat);
  }

  private List<Personne> suivies(String nom, int combien, Referent r, String notifieLe) {
    List<Personne> personnes = new ArrayList<>();
    for (int i = 0; i < combien; i++) {
      Personne p = dossiers.entrante("TRA" + nom + i + essai, CENTRE, LocalDate.of(2025, 9, 3));
      base.sql("""
          insert into orientation.suivi (personne_id, parcours, organisation_id, referent_id, notifie_le, etat, etat_depuis, saisi_par, saisi_le)
          values (?, 'SOCIAL', ?, ?, ?::date, 'EN_COURS', ?::date, 'essai', '2025-10-13')""")
          .params(p.id(), r.organisationId(), r.id(), notifieLe, notifieLe).update();
      personnes.add(p);
    }
    base.sql("select orientation.recalculer_organisations(?::bigint[])").param(ids(personnes)).query((_, _) -> 0).list();
    return personnes;
  }

  private Referent referent(String nom, int organisation, String etp) {
    String entier = nom + (char) ('A' + essai);
    administration.poster("/structures/referents", Map.of("organisation", "" + organisation, "nom", entier, "etp", etp, "actif", "true"));
    return structures.referents().stream().filter(r -> r.nom().equals(entier)).findFirst().orElseThrow();
  }

  private List<String> qui(List<Personne> personnes) {
    return base.sql("select organisation_id || ' ' || coalesce(referent_id::text, 'null') from orientation.suivi where personne_id = "
        + "any(?::bigint[]) "
        + "and etat <> 'CLOS' order by id").param(ids(personnes)).query(String.class).list();
  }

  private static Long[] ids(List<Personne> personnes) {
    return personnes.stream().map(Personne::id).toArray(Long[]::new);
  }

  private long lettre(Personne p) {
    return base.sql("select max(id) from courriers.message where personne_id = ? and modele = 'DECISION_REORIENTATION' and canal = 'LETTRE'")
        .param(p.id()).query(Long.class).single();
  }

  private String texte(Personne p) {
    return base.sql("select contenu from courriers.message where id = ?").param(lettre(p)).query(String.class).single();
  }

  private int enAttente(List<Personne> personnes) {
    return base.sql("select count(*) from courriers.message where personne_id = any(?::bigint[]) and etat in ('A_ENVOYER', 'SANS_ADRESSE')")
        .param(ids(personnes)).query(Integer.class).single();
  }

  private Navigateur connecter(String role, List<Integer> territoires) {
    Navigateur n = new Navigateur(port);
    n.connecter((territoires.isEmpty() ? comptoir.agent(role) : comptoir.agent(role, territoires, List.of())).identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
