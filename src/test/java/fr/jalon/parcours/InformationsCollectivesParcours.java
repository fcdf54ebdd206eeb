package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.AConvoquer;
import fr.jalon.rendezvous.application.Convoquer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three hundred new entrants are convoked, sign, are called on the keyboard; one of them answers from an old phone. Today is 8 September 2025. */
@Parcours
class InformationsCollectivesParcours {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 9, 8);
  private static final String CODE = "PARC2345E";
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  Horloge horloge;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Convoquer convoquer;
  private int centre;

  /** Three hundred persons of Privas wait, besides those of other stories. */
  @BeforeEach
  void trois_cents_personnes_attendent() {
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    base.sql("""
        with p as (
          insert into allocataires.personne (id, nom, prenom, recherche, territoire_id, creee_le, date_naissance)
          select nextval('allocataires.personne_seq'), 'CONVOQUABLE' || lpad(i::text, 3, '0'), 'ANA', 'convoquable' || lpad(i::text, 3, '0') || ' ana', :centre, now(), date '1990-01-01'
          from generate_series(1, 300) i returning id),
        f as (
          insert into allocataires.foyer (id, fonction_organisme, numero_organisme, matricule, numero_demande, date_demande, territoire_id, cree_le)
          select id + 500000000, 'CAF', '071', 'C' || id, 'CONV' || id, date '2025-08-01', :centre, now() from p returning id),
        e as (
          insert into orientation.entree (personne_id, foyer_id, mois, reference, recu_le, motif, etat_depuis, import_id, territoire_id)
          select id - 500000000, id, '2025-08-01', '2025-08-31', date '2025-09-03', 'PRIMO_DEMANDEUR', '2025-09-03', 1, :centre from f returning id, personne_id, recu_le)
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, reference_legale, cible, etat_depuis, territoire_id)
        select 'ORIENTATION', personne_id, id, recu_le, recu_le + 42, 'D. 262-65-2 CASF', recu_le + 41, recu_le, :centre from e""").param("centre", centre).update();
    base.sql("""
        with l as (
          insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone)
          values ('Salle du parcours', '1 place du Champ-de-Mars', '07000', '07186', :centre, true, 320, '04 00 00 00 01') returning id)
        insert into rendezvous.session (lieu_id, territoire_id, jour, debut, fin, capacite, cree_par, cree_le)
        select id, :centre, date '2025-09-16', '09:30', '11:30', 320, 'essai', now() from l""").param("centre", centre).update();
  }

  /** The stories share a database: nothing of this one is left to the next. */
  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    String elles = "personne_id in (select id from allocataires.personne where nom like 'CONVOQUABLE%')";
    for (String table : List.of("engagement.heure", "engagement.semaine",
        "courriers.passage", "courriers.message", "rendezvous.fait", "rendezvous.passage", "rendezvous.convocation",
        "echeances.echeance", "orientation.entree")) {
      base.sql("delete from " + table + " where " + elles).update();
    }
    base.sql("delete from rendezvous.session where lieu_id in (select id from rendezvous.lieu where nom in ('Salle du parcours', 'Mairie'))")
        .update();
    base.sql("delete from rendezvous.lieu where nom in ('Salle du parcours', 'Mairie')").update();
    base.sql("delete from allocataires.foyer where numero_demande like 'CONV%'").update();
    base.sql("delete from allocataires.personne where nom like 'CONVOQUABLE%'").update();
  }

  @Test
  void trois_cents_nouveaux_entrants_sont_convoques_puis_appeles_au_clavier(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/nouveaux-entrants?nom=convoquable");
    n.regarder("convoquer-nouveaux-entrants");
    touche(n, n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Convoquer toute la liste")));
    assertThat(n.page.locator("h1")).containsText("Sessions proposées");
    assertThat(n.page.locator("main")).containsText("300\u00a0personnes");
    assertThat(n.page.locator("main")).containsText("Parce que");
    n.regarder("convocation");
    touche(n, n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Convoquer ces personnes")));
    assertThat(n.page.locator("main .alert-success")).containsText("300\u00a0personnes convoquées à");

    n.ouvrir("/informations-collectives");
    n.regarder("informations-collectives");
    touche(n, n.page.locator("[data-liste] a[data-ligne]").first());
    assertThat(n.page.locator("h1")).containsText("Information collective du mardi 16 septembre 2025");
    n.regarder("session");
    touche(n, n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Feuille d'émargement")));
    assertThat(n.page.locator(".emargement tbody tr")).hasCount(303);
    n.regarder("feuille-d-emargement");

    horloge.regler(LocalDate.of(2025, 9, 16).atTime(10, 0));
    String session = n.page.url().replaceAll(".*/(\\d+)/feuille", "/informations-collectives/$1");
    n.ouvrir(session + "/presence");
    n.page.keyboard().press("f");
    n.page.keyboard().type("convoquable00");
    assertThat(n.page.locator(".appel-ligne:visible")).hasCount(9);
    n.page.keyboard().press("Enter");
    n.page.keyboard().press("p");
    assertThat(n.page.locator(".appel-ligne:visible").nth(0).locator(".etat")).containsText("Présence");
    n.page.keyboard().press("a");
    assertThat(n.page.locator(".appel-ligne:visible").nth(1).locator(".etat")).containsText("Absence non excusée");
    n.page.keyboard().press("e");
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator(".appel-ligne:visible").nth(2).locator(".etat")).containsText("Absence excusée");
    assertThat(n.page.locator("#compte")).containsText("1 présence, 1 absence, 1 absence excusée, 297 à saisir");
    n.page.keyboard().press("ArrowUp");
    n.page.keyboard().press("z");
    assertThat(n.page.locator(".appel-ligne:visible").nth(1)).containsText("À saisir");
    n.page.locator(".appel-ligne:visible").nth(0).getByLabel("Adresse manque").check();
    assertThat(n.page.locator(".appel-ligne:visible").nth(0)).containsText("Il manque :");
    n.regarder("presence");
    touche(n, n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tous présents")));
    assertThat(n.page.locator("main .alert-success")).containsText("298\u00a0personnes notées présentes");
    assertThat(n.page.locator("#compte")).containsText("299 présences, 0 absence, 1 absence excusée, 0 à saisir");
    touche(n, n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Orienter les présents")));
    assertThat(n.page.locator("caption")).containsText("299\u00a0personnes");
  }

  @Test
  void une_secretaire_ajoute_un_lieu_et_voit_les_jours_feries_d_une_serie(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/informations-collectives/lieux/nouveau");
    n.page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("Mairie");
    n.page.getByLabel("Numéro et voie").fill("1 place de la Mairie");
    n.page.getByLabel("Code postal").fill("07000");
    n.page.selectOption("#commune", "07186");
    n.page.selectOption("#territoire", String.valueOf(centre));
    n.page.getByLabel("Personnes que la salle reçoit").fill("15");
    n.regarder("lieu");
    n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer")).click();
    assertThat(n.page.locator("#telephone:invalid")).hasCount(1);
    n.page.getByLabel("Téléphone donné aux personnes").fill("04 00 00 00 02");
    n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer")).click();
    assertThat(n.page.locator("main .alert-success")).containsText("Mairie est enregistré");
    n.regarder("lieux");
    n.ouvrir("/informations-collectives/nouvelle");
    n.page.selectOption("#lieu", new com.microsoft.playwright.options.SelectOption().setLabel("Privas, Mairie (15 places)"));
    n.page.fill("#jour", "2025-10-21");
    n.page.selectOption("#rythme", "SEMAINE");
    n.page.fill("#jusqua", "2025-11-18");
    n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Voir les jours")).click();
    assertThat(n.page.locator("#jours")).containsText("mardi 11 novembre 2025, férié (11 novembre)");
    n.regarder("serie");
    n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ouvrir ces sessions")).click();
    assertThat(n.page.locator("main .alert-success")).containsText("4\u00a0sessions ouvertes");
  }

  @Test
  void une_salle_demenage_et_la_secretaire_previent_celles_qui_ont_deja_leur_lettre(Navigation n) {
    long session = base.sql("select s.id from rendezvous.session s join rendezvous.lieu l on l.id = s.lieu_id where l.nom = 'Salle du parcours'")
        .query(Long.class).single();
    int lieu = base.sql("select lieu_id from rendezvous.session where id = ?").param(session).query(Integer.class).single();
    List<Long> personnes = base.sql("select id from allocataires.personne where nom like 'CONVOQUABLE%' order by nom limit 6")
        .query(Long.class).list();
    systeme.agir("essai", () -> convoquer.executer(personnes.stream().map(p -> new AConvoquer(p, session, false, null)).toList()));
    for (String etat : List.of("A_ENVOYER", "EN_COURS", "ENVOYE")) {
      base.sql("update courriers.message set etat = ?, etat_depuis = now() where personne_id = any(?::bigint[]) and id % 2 = 0")
          .params(etat, personnes.toArray(Long[]::new)).update();
    }
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/informations-collectives/lieux/" + lieu);
    n.page.getByLabel("Numéro et voie").fill("1 bis place du Champ-de-Mars");
    n.page.getByLabel("Téléphone donné aux personnes").fill("04 11 11 11 11");
    touche(n, n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer")));
    assertThat(n.page.locator("main .alert-success")).containsText("3\u00a0messages pas encore partis sont récrits avec le nouveau lieu");
    assertThat(n.page.locator("#titre-prevenues"))
        .containsText("3\u00a0personnes attendues ont été prévenues avec l'ancienne adresse ou l'ancien téléphone");
    n.regarder("lieu-qui-demenage");
    touche(n, n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Les prévenir du changement")));
    assertThat(n.page.locator("main .alert-success")).containsText("3\u00a0personnes sont prévenues du changement");
    assertThat(n.page.locator("#titre-prevenues")).hasCount(0);
    n.page.getByLabel("On y reçoit encore").uncheck();
    touche(n, n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer")));
    assertThat(n.page.locator("main .alert-warning")).containsText("il y reste à venir 1\u00a0information collective");
    n.regarder("lieu-qui-ne-sert-plus");
    n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voir dans l'agenda")).click();
    assertThat(n.page.locator("main")).containsText("Salle du parcours");
  }

  @Test
  void une_personne_repond_sur_un_vieux_telephone_sans_script(Navigation n) {
    long ana = base.sql("select id from allocataires.personne where nom = 'CONVOQUABLE001'").query(Long.class).single();
    base.sql("""
        insert into rendezvous.convocation (personne_id, session_id, etat, etat_depuis, code_empreinte, code_expire_le, saisi_par, saisi_le, territoire_id)
        select ?, s.id, 'CONVOQUEE', now(), sha256(convert_to(?, 'UTF8')), s.jour, 'essai', now(), ? from rendezvous.session s join rendezvous.lieu l on l.id = s.lieu_id
        where l.nom = 'Salle du parcours'""").params(ana, CODE, centre).update();
    n.ouvrir("/r");
    n.regarder("lien-code");
    n.page.fill("#code", "parc-2345e");
    n.page.keyboard().press("Enter");
    assertThat(n.page.locator("main")).containsText("Bonjour Ana");
    n.largeur(390);
    n.regarder("lien");
    org.assertj.core.api.Assertions.assertThat(n.page.locator("script").count()).isZero();
    touche(n, n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Oui, je viens")));
    assertThat(n.page.locator("main")).containsText("Vous avez dit : je viens");
    touche(n, n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Non, je ne peux pas venir")));
    n.page.getByLabel("Pas de transport").check();
    n.regarder("lien-pourquoi");
    touche(n, n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Envoyer : je ne peux pas venir")));
    assertThat(n.page.locator("main")).containsText("Vous avez dit : je ne peux pas venir");
    n.ouvrir("/r/ZZZZZZZZZ");
    assertThat(n.page.locator("h1")).containsText("Ce code ne marche pas");
    n.regarder("lien-inconnu");
  }

  private static void touche(Navigation n, com.microsoft.playwright.Locator quoi) {
    quoi.focus();
    n.page.keyboard().press("Enter");
  }
}
