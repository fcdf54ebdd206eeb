package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.personnages.Ardeche;
import fr.jalon.personnages.Caisse;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A tired agent makes several mistakes at once: each form says them all, beside their fields, and keeps what she typed. Today is 8 September 2025.
 */
@Parcours
class ToutesLesFautesParcours {
  @Autowired
  AgentSysteme systeme;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  Ardeche ardeche;
  @Autowired
  Caisse caisse;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int centre;
  private int lieu;

  @BeforeEach
  void une_salle_a_privas() {
    rendre_la_base_comme_elle_etait();
    centre = caisse.territoire("CENTRE");
    lieu = systeme.agir("essai", () -> lieux.executer(new LieuDeRendezVous(null, "Salle des fautes", "1 rue du Pont", "07000", "07186", "", centre,
        true, 12, "04 00 00 00 03", true)));
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    base.sql("delete from rendezvous.session where lieu_id in (select id from rendezvous.lieu where nom = 'Salle des fautes')").update();
    base.sql("delete from rendezvous.creneau where permanence_id in (select id from rendezvous.permanence where agent = 'Mme Fatiguée')").update();
    base.sql("delete from rendezvous.permanence where agent = 'Mme Fatiguée'").update();
    base.sql("delete from rendezvous.lieu where nom = 'Salle des fautes'").update();
    base.sql("delete from echeances.echeance where objet_id in (select id from orientation.suivi where saisi_par = 'essai des fautes') and nature = 'REEXAMEN_SOCIAL'").update();
    base.sql("delete from orientation.reorientation where precisions = 'Essai des fautes'").update();
    base.sql("delete from orientation.suivi where saisi_par = 'essai des fautes'").update();
  }

  @Test
  void a_l_agenda_et_dans_les_lieux(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/agenda/permanences/nouvelle");
    n.page.selectOption("#lieu", String.valueOf(lieu));
    n.page.fill("#agent", "Mme Fatiguée");
    n.page.selectOption("#jour", "1");
    n.page.fill("#debut", "12:00");
    n.page.fill("#fin", "09:00");
    n.page.fill("#du", "2025-10-06");
    n.page.fill("#au", "2025-09-29");
    envoyer(n, "Ouvrir la permanence");
    refusee(n, "permanence-refusee", Map.of("fin", "vient après l'heure de début", "au", "vient après le premier"), "fin",
        Map.of("agent", "Mme Fatiguée", "debut", "12:00", "fin", "09:00", "du", "2025-10-06", "au", "2025-09-29"));
    n.page.fill("#fin", "14:00");
    n.page.fill("#au", "2025-10-20");
    envoyer(n, "Ouvrir la permanence");
    assertThat(n.page.locator("main .alert-success")).containsText("La permanence est ouverte");
    n.page.fill("#du", "2025-10-13");
    n.page.fill("#au", "2025-10-06");
    envoyer(n, "Enregistrer l'absence");
    refusee(n, "absence-refusee", Map.of("au", "ne vient pas avant le premier", "motif", "Dites pourquoi"), "au",
        Map.of("du", "2025-10-13", "au", "2025-10-06"));

    n.ouvrir("/informations-collectives/lieux/" + lieu);
    n.page.fill("#adresse", "");
    n.page.fill("#codePostal", "7000");
    n.page.fill("#capacite", "bea");
    envoyer(n, "Enregistrer");
    refusee(n, "lieu-refuse", Map.of("adresse", "Donnez l'adresse", "codePostal", "cinq chiffres", "capacite", "de 1 à 500"), "adresse",
        Map.of("codePostal", "7000", "capacite", "bea"));
  }

  @Test
  void dans_les_informations_collectives_et_le_retour_de_l_apercu_garde_les_jours_retires(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/informations-collectives/nouvelle");
    n.page.selectOption("#lieu", String.valueOf(lieu));
    n.page.fill("#jour", "2025-09-22");
    n.page.fill("#debut", "11:00");
    n.page.fill("#fin", "10:00");
    n.page.selectOption("#rythme", "SEMAINE");
    n.page.fill("#jusqua", "2025-09-15");
    n.page.fill("#animateur", "Mme Roux");
    envoyer(n, "Voir les jours");
    refusee(n, "sessions-refusees", Map.of("fin", "vient après l'heure de début", "jusqua", "ne vient pas avant le premier"), "fin",
        Map.of("animateur", "Mme Roux", "debut", "11:00", "jusqua", "2025-09-15"));
    n.page.fill("#fin", "12:00");
    n.page.fill("#jusqua", "2025-10-06");
    envoyer(n, "Voir les jours");
    n.page.getByLabel("lundi 29 septembre 2025").uncheck();
    n.page.fill("#capacite", "900");
    envoyer(n, "Ouvrir ces sessions");
    assertThat(n.page.locator("#erreur-capacite")).containsText("de 1 à 500");
    assertThat(n.page.getByLabel("lundi 29 septembre 2025")).not().isChecked();
    assertThat(n.page.getByLabel("lundi 22 septembre 2025")).isChecked();
    n.page.fill("#capacite", "10");
    envoyer(n, "Voir les jours");
    assertThat(n.page.getByLabel("lundi 29 septembre 2025")).not().isChecked();
    n.page.locator("main a:has-text('Retour')").click();
    n.page.goBack();
    assertThat(n.page.getByLabel("lundi 29 septembre 2025")).not().isChecked();
    assertThat(n.page.locator("#animateur")).hasValue("Mme Roux");
    assertThat(n.page.locator("#capacite")).hasValue("10");

    long session = systeme.agir("essai", () ->
        ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(9, 0), LocalTime.of(11, 0), 8, null, null, null), List.of(LocalDate.of(2025, 9, 18))))
        .ouvertes().getFirst();
    n.ouvrir("/informations-collectives/" + session + "/modifier");
    n.page.fill("#fin", "08:00");
    n.page.fill("#jour", "2025-09-01");
    envoyer(n, "Enregistrer");
    refusee(n, "session-refusee", Map.of("jour", "est passé", "fin", "vient après l'heure de début"), "jour",
        Map.of("jour", "2025-09-01", "fin", "08:00"));
    n.ouvrir("/informations-collectives/" + session);
    n.page.locator("summary:has-text('Annuler la session')").click();
    n.page.fill("#motif-session", "   ");
    envoyer(n, "Annuler la session");
    refusee(n, "session-sans-motif", Map.of("motif-session", "Dites pourquoi la session est annulée"), "motif-session", Map.of());
  }

  @Test
  void dans_les_structures(Navigation n) {
    n.connecter("ADMINISTRATION");
    int organisation = base.sql("select id from structures.organisation where code = 'CMS-PRIVAS'").query(Integer.class).single();
    n.ouvrir("/structures/referents/nouveau?organisation=" + organisation);
    n.page.fill("#courriel", "rosa@");
    n.page.fill("#etp", "2");
    n.page.fill("#debut", "2025-10-01");
    n.page.fill("#fin", "2025-09-01");
    envoyer(n, "Enregistrer");
    refusee(n, "referent-refuse", Map.of("nom", "Donnez le nom", "courriel", "n'est pas complète", "etp", "de 0,1 à 1", "fin",
        "ne peut pas être avant le premier"), "nom",
        Map.of("courriel", "rosa@", "etp", "2", "debut", "2025-10-01", "fin", "2025-09-01"));
    n.ouvrir("/structures/organisations/nouvelle");
    n.page.selectOption("#cadre", "MARCHE");
    envoyer(n, "Enregistrer");
    refusee(n, "organisation-refusee", Map.of("nom", "Donnez un nom"), "nom", Map.of("cadre", "MARCHE"));
    n.ouvrir("/structures/organisations/" + organisation);
    n.page.fill("#site-adresse", "3 rue Neuve");
    envoyer(n, "Ajouter le site");
    refusee(n, "site-refuse", Map.of("site-nom", "Donnez un nom au site"), "site-nom", Map.of("site-adresse", "3 rue Neuve"));
  }

  @Test
  void dans_les_comptes_et_les_applications(Navigation n) {
    n.connecter("ADMINISTRATION").ouvrir("/habilitations/nouveau");
    n.page.fill("#identifiant", "A!");
    n.page.fill("#nom", "Rosa Durand");
    n.page.fill("#courriel", "rosa");
    envoyer(n, "Créer le compte");
    refusee(n, "compte-refuse", Map.of("identifiant", "3 à 60 lettres", "courriel", "bonne forme", "role", "Choisissez un rôle"), "identifiant",
        Map.of("identifiant", "a!", "nom", "Rosa Durand", "courriel", "rosa"));
    n.page.locator("#role-REFERENT").check();
    envoyer(n, "Créer le compte");
    assertThat(n.page.locator("#erreur-perimetre")).containsText("au moins un territoire");
    assertThat(n.page.locator("#role-REFERENT")).isChecked();
    n.ouvrir("/acces-api/nouvelle");
    n.page.fill("#identifiant", "si");
    n.page.fill("#contact", "nulle part");
    envoyer(n, "Déclarer l'application");
    refusee(n, "application-refusee", Map.of("identifiant", "3 à 60 lettres", "nom", "Donnez le nom", "contact", "Donnez l'adresse", "portees",
        "au moins une chose", "perimetre", "au moins un territoire"),
        "identifiant", Map.of("identifiant", "si", "contact", "nulle part"));
  }

  @Test
  void dans_les_reorientations_et_les_reexamens(Navigation n) {
    long amina = base.sql("select id from allocataires.personne where nom = 'BENALI' and prenom = 'AMINA'").query(Long.class).single();
    long suivi = base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le, territoire_id)
        select ?, 'SOCIAL', o.id, date '2025-02-03', date '2025-02-03', 'essai des fautes', now(), ? from structures.organisation o where o.code = 'CMS-PRIVAS' returning id""")
        .params(amina, centre).query(Long.class).single();
    n.connecter("RESPONSABLE_TERRITOIRE", List.of(centre), List.of()).ouvrir("/reorientations/nouvelle?personne=" + amina);
    n.page.getByLabel("Autre raison").check();
    n.page.fill("#demandeeLe", "2025-09-09");
    envoyer(n, "Enregistrer la demande");
    refusee(n, "demande-refusee", Map.of("origine", "Dites qui demande", "precisions", "l'autre raison", "demandeeLe", "aujourd'hui au plus tard"),
        "origine", Map.of("demandeeLe", "2025-09-09"));
    long demande = base.sql("""
        insert into orientation.reorientation (personne_id, suivi_id, origine, raisons, precisions, demandee_le, etat, etat_depuis, demandee_par, saisie_le, territoire_id)
        values (?, ?, 'PERSONNE', '{DEMENAGEMENT}', 'Essai des fautes', date '2025-09-01', 'DEMANDEE', date '2025-09-01', 'essai', now(), ?) returning id""").params(amina, suivi, centre).query(Long.class).single();
    n.ouvrir("/reorientations/" + demande);
    n.page.locator("#prevenir").uncheck();
    n.page.fill("#raison-du-refus", " ");
    envoyer(n, "Refuser la demande");
    refusee(n, "refus-sans-raison", Map.of("raison-du-refus", "Dites pourquoi"), "raison-du-refus", Map.of());
    assertThat(n.page.locator("#prevenir")).not().isChecked();
    base.sql("delete from orientation.reorientation where id = ?").param(demande).update();

    base.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, reference_legale, etat_depuis, territoire_id)
        values ('REEXAMEN_SOCIAL', ?, ?, '2025-02-03', '2025-08-03', 'L. 262-31 CASF', '2025-02-03', ?)""").params(amina, suivi, centre).update();
    n.ouvrir("/reexamens?nom=benali");
    n.page.locator("[data-cocher=suivis]").press("Enter");
    n.page.fill("#le", "2025-09-09");
    n.page.fill("#avisLe", "2025-09-02");
    envoyer(n, "Maintenir le parcours social");
    refusee(n, "reexamen-refuse", Map.of("raison", "Dites pourquoi le parcours social continue", "le", "aujourd'hui au plus tard", "avis",
        "Donnez la date et le sens"), "raison", Map.of("le", "2025-09-09", "avisLe", "2025-09-02"));
    assertThat(n.page.locator("[name=suivis]").first()).isChecked();
  }

  @Test
  void dans_les_coordonnees_et_les_courriers_revenus(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/dossier/" + caisse.numero(ardeche.sophie) + "/coordonnees");
    n.page.fill("#telephone", "bonjour");
    n.page.fill("#courriel", "sophie@");
    envoyer(n, "Enregistrer");
    refusee(n, "coordonnees-refusees", Map.of("telephone", "dix chiffres", "courriel", "n'est pas une adresse"), "telephone",
        Map.of("telephone", "bonjour", "courriel", "sophie@"));
    n.ouvrir("/courriers/retours");
    n.page.fill("#numero", "12");
    n.page.selectOption("#motif", "REFUSE");
    envoyer(n, "Noter le retour");
    refusee(n, "retour-refuse", Map.of("numero", "n'est pas celui d'une lettre"), "numero", Map.of("numero", "12", "motif", "REFUSE"));
  }

  @Test
  void le_retour_du_navigateur_garde_ce_qui_etait_tape_avant_un_calcul_ou_un_autre_texte(Navigation n) {
    n.connecter("DIRECTION").ouvrir("/simuler");
    n.page.fill("#j-heures", "17");
    n.page.fill("#j-paie", "850");
    envoyer(n, "Calculer");
    assertThat(n.page.locator("main")).containsText("à corriger");
    assertThat(n.page.locator("#j-heures")).hasValue("17");
    n.page.goBack();
    assertThat(n.page.locator("#j-heures")).hasValue("17");
    assertThat(n.page.locator("#j-paie")).hasValue("850");
    n.ouvrir("/modeles-de-courrier/NOTIFICATION_ORIENTATION");
    n.page.fill("#sms", "Bonjour, une lettre arrive.");
    Locator versions = n.page.locator("details:has(> summary:has-text('Les versions'))");
    if (versions.getAttribute("open") == null) {
      versions.locator("summary").click();
    }
    versions.locator("a:has-text(\"reprendre le texte d'origine\")").click();
    n.page.waitForURL("**origine=true");
    assertThat(n.page.locator("#sms")).not().hasValue("Bonjour, une lettre arrive.");
    n.page.goBack();
    assertThat(n.page.locator("#sms")).hasValue("Bonjour, une lettre arrive.");
  }

  private static void envoyer(Navigation n, String bouton) {
    n.page.locator("main button[type=submit]:not(.visually-hidden):has-text(\"" + bouton + "\")").first().click();
  }

  /**
   * Every fault is beside its field and at the top, whoever listens hears it with the field, the cursor is where one begins, the rest is as typed.
   *
   * @param fautes  what is said, by id of field; @param ou the field that has the cursor; @param saisies what the fields still hold
   */
  private static void refusee(Navigation n, String nom, Map<String, String> fautes, String ou, Map<String, String> saisies) {
    fautes.forEach((champ, phrase) -> {
      Locator erreur = n.page.locator("[id='erreur-" + champ + "']");
      assertThat(erreur).isVisible();
      assertThat(erreur).containsText(phrase);
      assertThat(n.page.locator("[id='" + champ + "']").getAttribute("aria-describedby")).as(champ).contains("erreur-" + champ);
      assertThat(n.page.locator("main [role=alert]")).containsText(phrase);
      assertThat(n.page.locator("main [role=alert] a[href='#" + champ + "']")).isVisible();
    });
    assertThat(n.page.locator("[id^='erreur-']")).hasCount(fautes.size());
    assertThat(n.page.locator("[id='" + ou + "']")).isFocused();
    saisies.forEach((champ, valeur) -> assertThat(n.page.locator("[id='" + champ + "']")).hasValue(valeur));
    n.regarder(nom);
  }
}
