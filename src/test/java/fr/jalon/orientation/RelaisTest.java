package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accompagnement.domaine.FaitsDuSuivi;
import fr.jalon.accompagnement.lecture.FaitsDesSuivis;
import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.FormulaireLu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.domaine.EtatRelais;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alice leaves on holiday: her persons go to her colleagues, come back, and a mistake is undone. Today is 20 October 2025. */
@EssaiArdeche
class RelaisTest {
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
  FaitsDesSuivis faits;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Navigateur administration;
  private Navigateur nav;
  private Referent alice;
  private Referent benoit;

  @BeforeEach
  void alice_et_benoit_travaillent_ensemble() {
    essai++;
    administration = connecter("ADMINISTRATION", List.of());
    alice = FicheDeReferent.creer(administration, structures, "Maison du relais " + essai, "Alice Relais " + (char) ('A' + essai), "" + CENTRE,
        "SOCIAL");
    benoit = collegue("Benoît Relais ", "1");
    nav = connecter("RESPONSABLE_TERRITOIRE", List.of(CENTRE));
  }

  @Test
  void alice_part_en_conge_ses_personnes_sont_suivies_par_benoit_puis_lui_reviennent() {
    List<Personne> siennes = suivies("CONGE", 3);
    assertThat(nav.ouvrir("/mes-personnes?referent=" + alice.id()).body()).contains("/relais/nouveau?referent=" + alice.id());
    HttpResponse<String> page = nav.ouvrir("/relais/nouveau?referent=" + alice.id());
    assertThat(page.body()).contains("Passer le relais de " + alice.nom()).contains("RELCONGE0" + essai).contains("Garder " + alice.nom());
    String relais = passer(siennes, benoit, "Congé", "2025-10-13", "2025-10-20");
    assertThat(referents(siennes)).containsOnly(benoit.id());
    assertThat(nav.ouvrir(relais).body()).contains("3\u00a0personnes confiées").contains(benoit.nom()).contains("toujours confiée")
        .as("les lettres se voient d'ici, et qui n'a pas d'adresse aussi").contains("lettres attendent une adresse");
    assertThat(base.sql("select count(*) from courriers.message where modele = 'CHANGEMENT_REFERENT' and personne_id = ?")
        .param(siennes.getFirst().id())
        .query(Integer.class).single()).isPositive();
    assertThat(nav.ouvrir("/relais").body()).as("le jour du retour est venu").contains("à rendre depuis le");

    assertThat(nav.suivre(nav.poster(relais + "/rendre", Map.of("le", "2025-10-20"))).body())
        .contains("Le relais est rendu : 3\u00a0personnes retrouvent leur référent.").contains(EtatRelais.RENDU.libelle());
    assertThat(referents(siennes)).containsOnly(alice.id());
    PageRefusee.dit(nav.poster(relais + "/rendre", Map.of("le", "2025-10-20")), "RELAIS_FINI", "rien ne change de nouveau");
  }

  @Test
  void une_partie_seulement_part_et_celle_qui_a_change_de_main_depuis_n_est_pas_reprise() {
    List<Personne> siennes = suivies("PARTIE", 3);
    Referent chloe = collegue("Chloé Relais ", "1");
    String relais = passer(siennes.subList(0, 2), benoit, "Trop de personnes", "2025-10-15", "");
    assertThat(referents(siennes)).containsExactly(benoit.id(), benoit.id(), alice.id());
    nav.poster("/orientations/" + suivi(siennes.get(1)) + "/referent", Map.of("referent", "" + chloe.id(), "le", "2025-10-18", "motif", "Déménage",
        "vu", "" + benoit.id(), "retour", "/"));
    assertThat(nav.ouvrir(relais).body()).contains("1\u00a0suivi a pris fin ou a changé de main");
    nav.poster(relais + "/rendre", Map.of("le", "2025-10-20"));
    assertThat(referents(siennes)).containsExactly(alice.id(), chloe.id(), alice.id());
  }

  @Test
  void annule_le_courrier_pas_encore_parti_ne_part_pas_et_qui_l_a_recu_apprend_que_c_etait_une_erreur() {
    List<Personne> siennes = suivies("ERREUR", 2);
    String relais = passer(siennes, benoit, "Départ", "2025-10-15", "");
    base.sql("update courriers.message set etat = 'REMIS' where modele = 'CHANGEMENT_REFERENT' and personne_id = ?").param(siennes.getFirst().id())
        .update();
    nav.ouvrir(relais);
    PageRefusee.dit(nav.poster(relais + "/annuler", Map.of("raison", " ")), "ANNULATION_SANS_RAISON", "raison",
        "Dites pourquoi ce relais est annulé");
    assertThat(nav.suivre(nav.poster(relais + "/annuler", Map.of("raison", "Mauvais collègue"))).body())
        .contains("Le relais est annulé : 2\u00a0personnes retrouvent leur référent.");
    assertThat(referents(siennes)).containsOnly(alice.id());
    assertThat(lettres(siennes.getFirst())).as("elle l'avait reçue : une autre lui dit qui la suit").contains("REMIS").containsAnyOf("A_ENVOYER",
        "SANS_ADRESSE");
    assertThat(lettres(siennes.getLast())).containsOnly("ABANDONNE");
    assertThat(attendent(siennes.getFirst(), benoit)).as("rien de ce qui attend ne nomme encore Benoît").isZero();
    assertThat(base.sql("select count(*) from orientation.charges_au('2025-10-16') where referent_id = ? and charge > 0").param(benoit.id())
        .query(Integer.class).single()).as("à aucune date Benoît ne les a suivies").isZero();
  }

  @Test
  void envoye_deux_fois_le_relais_est_passe_une_fois_et_un_collegue_plus_rapide_est_dit_ligne_par_ligne() {
    List<Personne> siennes = suivies("DEUXFOIS", 2);
    FormulaireLu f = confier(formulaire(), siennes, benoit);
    String une = nav.poster("/relais/nouveau", f.champs()).headers().firstValue("Location").orElseThrow();
    assertThat(nav.poster("/relais/nouveau", f.champs()).headers().firstValue("Location").orElseThrow()).isEqualTo(une);
    PageRefusee.dit(nav.poster("/relais/nouveau", confier(f, siennes.subList(0, 1), benoit).champs()), "FORMULAIRE_DEJA_SERVI",
        "Ce formulaire a déjà servi à enregistrer autre chose.");

    Referent chloe = collegue("Chloé Rejeu ", "1");
    PageRefusee.dit(nav.poster("/relais/nouveau", confier(f, siennes, chloe).champs()), "FORMULAIRE_DEJA_SERVI",
        "Ce formulaire a déjà servi à enregistrer autre chose.");
    assertThat(referents(siennes)).containsOnly(benoit.id());

    List<Personne> autres = suivies("RAPIDE", 2);
    FormulaireLu lent = confier(formulaire(), autres, benoit);
    passer(autres.subList(0, 1), benoit, "Départ", "2025-10-20", "");
    HttpResponse<String> refuse = nav.poster("/relais/nouveau", lent.champs());
    assertThat(refuse.statusCode()).isEqualTo(422);
    assertThat(refuse.body()).contains("Rien n'est enregistré : 1\u00a0ligne ne peut pas l'être.");
    assertThat(refuse.body()).as("c'était elle, dans un autre onglet : pas un collègue").contains("Vous avez changé le référent à ")
        .contains("peut-être dans un autre onglet").contains("ne suit plus cette personne");
    PageRefusee.connue("PLUS_LA_SIENNE", "ne suit plus cette personne");
    assertThat(referents(autres)).containsExactly(benoit.id(), alice.id());
  }

  @Test
  void sans_personne_sans_raison_ou_avec_un_retour_passe_c_est_dit_a_cote_de_chaque_champ() {
    suivies("VIDE", 1);
    HttpResponse<String> page = nav.poster("/relais/nouveau", confier(formulaire(), List.of(), benoit).avec("raison", "").avec("le", "2025-10-21")
        .avec("retourLe", "2025-10-01").champs());
    PageRefusee.dit(page, "RELAIS_SANS_PERSONNE", "choix", "Choisissez qui suivra au moins une personne.");
    PageRefusee.dit(page, "MOTIF_ABSENT", "raison", "Dites pourquoi le référent change");
    PageRefusee.dit(page, "RETOUR_PASSE", "retourLe", "Le retour se prévoit aujourd'hui ou plus tard");
  }

  @Test
  void un_collegue_complet_ne_recoit_personne_sans_quelqu_un_qui_l_accepte() {
    List<Personne> siennes = suivies("PLEINE", 2);
    Referent pleine = collegue("Pleine Relais ", "0.01");
    FormulaireLu f = confier(formulaire(), siennes, pleine);
    assertThat(nav.poster("/relais/nouveau", f.champs()).body()).contains("Rien n'est enregistré");
    assertThat(referents(siennes)).containsOnly(alice.id());
    nav.poster("/relais/nouveau", f.avec("acceptePar", "Mme Roche").avec("raisonDuDepassement", "Deux semaines").champs());
    assertThat(referents(siennes)).containsOnly(pleine.id());
  }

  @Test
  void qui_ne_voit_pas_cette_organisation_ne_passe_pas_son_relais() {
    List<Personne> siennes = suivies("AILLEURS", 1);
    FormulaireLu f = confier(formulaire(), siennes, benoit);
    String relais = passer(siennes, benoit, "Congé", "2025-10-20", "");
    Navigateur nord = connecter("RESPONSABLE_TERRITOIRE", List.of(2));
    assertThat(nord.ouvrir("/relais/nouveau").body()).doesNotContain(alice.nom());
    PageRefusee.dit(nord.poster("/relais/nouveau", f.champs().stream().filter(c -> !c.getKey().equals("_csrf"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))), "RELAIS_DE_QUI", "Choisissez un référent de votre équipe");
    assertThat(nord.ouvrir(relais).statusCode()).isEqualTo(404);
    PageRefusee.connue("RELAIS_INCONNU", "Ce relais n'est pas dans ce que vous pouvez consulter.");
    assertThat(nord.poster(relais + "/annuler", Map.of("raison", "essai")).statusCode()).isEqualTo(404);
    assertThat(nord.ouvrir("/relais").body()).doesNotContain(alice.nom());
    PageRefusee.dit(nav.poster(relais + "/rendre", Map.of("le", "2025-10-01")), "RETOUR_AVANT_LE_DEPART", "le", "Indiquez le jour du retour");
  }

  private Referent collegue(String nom, String etp) {
    String entier = nom + (char) ('A' + essai);
    administration.poster("/structures/referents", Map.of("organisation", "" + alice.organisationId(), "nom", entier, "etp", etp, "actif", "true"));
    return structures.referents().stream().filter(r -> r.nom().equals(entier)).findFirst().orElseThrow();
  }

  private List<Personne> suivies(String nom, int combien) {
    List<Personne> personnes = new ArrayList<>();
    for (int i = 0; i < combien; i++) {
      Personne p = dossiers.entrante("REL" + nom + i + essai, CENTRE, LocalDate.of(2025, 9, 3));
      nav.poster("/orientations", Map.of("personne", "" + p.id(), "parcours", "SOCIAL", "destination", alice.organisationId() + "-" + alice.id(),
          "notifieLe", "2025-09-15", "retour", "/nouveaux-entrants"));
      personnes.add(p);
    }
    return personnes;
  }

  private FormulaireLu formulaire() {
    return FormulaireLu.de(nav.ouvrir("/relais/nouveau?referent=" + alice.id()).body(), "/relais/nouveau", "name=\"cle\"");
  }

  /** @return the address of the hand-over */
  private String passer(List<Personne> personnes, Referent vers, String raison, String le, String retour) {
    return nav.poster("/relais/nouveau", confier(formulaire(), personnes, vers).avec("raison", raison).avec("le", le).avec("retourLe", retour)
        .champs()).headers().firstValue("Location").orElseThrow();
  }

  /** These persons to her, the others stay. */
  private FormulaireLu confier(FormulaireLu f, List<Personne> personnes, Referent vers) {
    List<Map.Entry<String, String>> champs = new ArrayList<>(f.avec("raison", "Congé").champs().stream()
        .filter(c -> !c.getKey().equals("choix")).toList());
    personnes.forEach(p -> champs.add(Map.entry("choix", suivi(p) + ":" + vers.id())));
    return new FormulaireLu(f.action(), champs);
  }

  private long suivi(Personne p) {
    return base.sql("select id from orientation.suivi where personne_id = ?").param(p.id()).query(Long.class).single();
  }

  private List<Integer> referents(List<Personne> personnes) {
    return personnes.stream().map(p -> base.sql("select referent_id from orientation.suivi where personne_id = ?").param(p.id()).query(Integer.class)
        .single()).toList();
  }

  @Test
  void rendu_avant_que_le_courrier_ne_parte_celui_qui_nomme_le_collegue_ne_part_pas() {
    List<Personne> siennes = suivies("AVANT", 1);
    String relais = passer(siennes, benoit, "Congé", "2025-10-15", "");
    nav.poster(relais + "/rendre", Map.of("le", "2025-10-20", "prevenir", "true"));
    assertThat(attendent(siennes.getFirst(), benoit)).isZero();
    assertThat(attendent(siennes.getFirst(), alice)).isPositive();
  }

  @Test
  void un_relais_annule_ne_fait_pas_de_ses_personnes_des_dossiers_recus_ce_jour_la() {
    List<Personne> siennes = suivies("FAUXDEPART", 1);
    long ana = siennes.getFirst().id();
    base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, cle, saisi_par, saisi_le) values (?, '2025-10-01', 'BUREAU', 'PRESENTE', gen_random_uuid(),
          'essai', now())""").param(ana).update();
    String relais = passer(siennes, benoit, "Départ", "2025-10-15", "");
    nav.poster(relais + "/annuler", Map.of("raison", "Mauvais collègue"));
    List<FaitsDuSuivi> lus = EnTantQue.agir(EnTantQue.territoire(CENTRE, "DOSSIERS", "ORIENTATIONS", "ACCOMPAGNEMENT", "PRESENCES", "RENDEZ_VOUS"),
        () -> faits.de(List.of(ana), LocalDate.of(2025, 10, 20)));
    assertThat(lus.getFirst().confieeLe()).isNull();
    assertThat(nav.ouvrir("/relais/nouveau?referent=" + alice.id()).body()).as("Alice la suit depuis son orientation, pas depuis l'erreur")
        .contains("depuis le 15/09/2025").doesNotContain("depuis le 15/10/2025");
    passer(siennes, benoit, "Départ", "2025-10-16", "");
    lus = EnTantQue.agir(EnTantQue.territoire(CENTRE, "DOSSIERS", "ORIENTATIONS", "ACCOMPAGNEMENT", "PRESENCES", "RENDEZ_VOUS"),
        () -> faits.de(List.of(ana), LocalDate.of(2025, 10, 20)));
    assertThat(lus.getFirst().confieeLe()).as("Benoît, lui, vient de la recevoir").isEqualTo("2025-10-16");
  }

  /** How many of her messages that have not left name this référent. */
  private int attendent(Personne p, Referent r) {
    return base.sql("""
        select count(*) from courriers.message where modele = 'CHANGEMENT_REFERENT' and personne_id = ? and etat in ('A_ENVOYER', 'SANS_ADRESSE')
          and contenu like '%' || ? || '%'""").params(p.id(), r.nom()).query(Integer.class).single();
  }

  private List<String> lettres(Personne p) {
    return base.sql("select etat from courriers.message where modele = 'CHANGEMENT_REFERENT' and personne_id = ?").param(p.id()).query(String.class)
        .list();
  }

  private Navigateur connecter(String role, List<Integer> territoires) {
    Navigateur n = new Navigateur(port);
    n.connecter((territoires.isEmpty() ? comptoir.agent(role) : comptoir.agent(role, territoires, List.of())).identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
