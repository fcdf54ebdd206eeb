package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.SuivreLaSituation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A permanence is opened, a slot is given, the person takes another one from her phone. Today is 8 September 2025. */
@Parcours
class DonnerUnRendezVousParcours {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 9, 8);
  private static final String CODE = "AGND2345E";
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  Horloge horloge;
  private int centre;
  private long ana;

  @BeforeEach
  void ana_attend_un_rendez_vous() {
    rendre_la_base_comme_elle_etait();
    centre = base.sql("select territoire_id from structures.commune where code = '07186'").query(Integer.class).single();
    ana = base.sql("""
        insert into allocataires.personne (id, nom, prenom, recherche, territoire_id, creee_le, date_naissance)
        values (nextval('allocataires.personne_seq'), 'AGENDEE', 'ANA', 'agendee ana', ?, now(), date '1990-01-01') returning id""").param(centre).query(Long.class).single();
    base.sql("""
        insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone)
        values ('Bureau du parcours', '1 place du Champ-de-Mars', '07000', '07186', ?, true, 2, '04 00 00 00 01')""").param(centre).update();
  }

  @AfterEach
  void rendre_la_base_comme_elle_etait() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    String elle = "personne_id in (select id from allocataires.personne where nom = 'AGENDEE')";
    for (String table : List.of("engagement.heure", "engagement.semaine",
        "courriers.passage", "courriers.message", "rendezvous.fait", "rendezvous.passage", "rendezvous.entretien")) {
      base.sql("delete from " + table + " where " + elle).update();
    }
    String bureau = "(select id from rendezvous.lieu where nom = 'Bureau du parcours')";
    base.sql("delete from rendezvous.creneau where permanence_id in (select id from rendezvous.permanence where lieu_id in " + bureau + ")").update();
    base.sql("delete from rendezvous.permanence where lieu_id in " + bureau).update();
    base.sql("delete from rendezvous.lieu where nom = 'Bureau du parcours'").update();
    base.sql("delete from allocataires.situation where " + elle).update();
    base.sql("delete from allocataires.foyer where matricule like 'AREVOIR%'").update();
    base.sql("delete from allocataires.personne where nom = 'AGENDEE'").update();
  }

  @Test
  void les_rendez_vous_a_revoir_disent_chacun_leur_raison(Navigation n) {
    int loin = base.sql("select min(id) from structures.territoire where id <> ?").param(centre).query(Integer.class).single();
    n.connecter("SECRETARIAT", List.of(centre, loin), List.of()).ouvrir("/agenda/permanences/nouvelle");
    n.page.selectOption("#lieu", new com.microsoft.playwright.options.SelectOption().setLabel("Privas, Bureau du parcours"));
    n.page.fill("#agent", "Mme Vidal");
    n.page.selectOption("#jour", "2");
    n.page.fill("#du", "2025-09-09");
    n.page.fill("#au", "2025-09-30");
    bouton(n, "Ouvrir la permanence");
    List<Long> creneaux =
        base.sql("select k.id from rendezvous.creneau k join rendezvous.permanence p on p.id = k.permanence_id join rendezvous.lieu l on l.id = p.lieu_id where l.nom = 'Bureau du parcours' order by k.jour, k.debut")
        .query(Long.class).list();
    aRevoir("BÉATRICE", creneaux.get(0), "ANNULEE", "5", true, centre);
    aRevoir("CLÉO", creneaux.get(1), "ANNULEE", "2", true, centre);
    aRevoir("DENISE", creneaux.get(2), "CONVOQUEE", "4", true, centre);
    aRevoir("ÉLISE", creneaux.get(3), "CONFIRMEE", "2", false, centre);
    aRevoir("FANNY", null, "INVITEE", "2", false, centre);
    aRevoir("GILBERTE", creneaux.get(4), "CONVOQUEE", "2", true, loin);
    n.ouvrir("/agenda/a-revoir");
    assertThat(n.page.locator("main ul.lignes .etat"))
        .containsText(new String[] {"Annulé", "Droit rouvert, à redonner", "Droit suspendu", "Hors droits et devoirs",
        "A changé de territoire", "Hors droits et devoirs"});
    n.regarder("a-revoir-chaque-raison");
    n.ouvrir("/agenda");
    n.regarder("agenda-a-revoir");
  }

  /** An appointment that the last file touched: what she was when it was written, then what the file says. */
  private void aRevoir(String prenom, Long creneau, String etat, String droit, boolean soumise, int territoire) {
    long elle = base.sql("""
        insert into allocataires.personne (id, nom, prenom, recherche, territoire_id, creee_le, date_naissance)
        values (nextval('allocataires.personne_seq'), 'AGENDEE', ?, 'agendee', ?, now(), date '1990-01-01') returning id""").params(prenom, territoire).query(Long.class).single();
    long foyer = base.sql("""
        insert into allocataires.foyer (id, fonction_organisme, numero_organisme, matricule, numero_demande, date_demande, territoire_id, cree_le)
        values (nextval('allocataires.foyer_seq'), 'CAF', '071', 'AREVOIR' || ?, '0', date '2025-08-01', ?, now()) returning id""").params(elle, territoire).query(Long.class).single();
    base.sql("""
        insert into allocataires.membre (foyer_id, personne_id, personne_origine_id, depuis, jusqua, connu_le, jusqua_connu_le, import_id, role, adulte, a_charge, sdd, territoire_id)
        values (?, ?, ?, '2025-08-01', '2025-09-01', '2025-08-01', '2025-09-08 08:00+02', 1, 'DEM', true, true, true, ?)""").params(foyer, elle, elle, territoire).update();
    base.sql("insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, territoire_id) values (?, '2025-09-01', '2025-09-08 08:00+02', 1, ?)").params(foyer, territoire).update();
    base.sql("""
        insert into allocataires.situation (personne_id, foyer_id, present, role, adulte, sdd, tns, etat, type_foyer, fonction_organisme, date_demande, fusionnee, territoire_id)
        values (?, ?, true, 'DEM', true, ?, false, ?, 'FEMME_SEULE', 'CAF', '2025-08-01', false, ?)""").params(elle, foyer, soumise, droit, territoire).update();
    String motif = "ANNULEE".equals(etat) ? "Droit au RSA fermé : ressources trop élevées" : null;
    long id = base.sql("""
        insert into rendezvous.entretien (personne_id, creneau_id, etat, etat_depuis, motif, saisi_par, saisi_le, territoire_id)
        values (?, ?, ?, '2025-09-08 08:00+02', ?, 'essai', '2025-09-02 08:00+02', ?) returning id""").params(elle, creneau, creneau == null ? "INVITEE" : "CONVOQUEE", motif, centre)
        .query(Long.class).single();
    base.sql("update rendezvous.entretien set etat = ? where id = ?").params(etat, id).update();
    base.sql("insert into rendezvous.passage (objet_id, personne_id, de, vers, fait_le, par, motif, territoire_id) values (?, ?, 'CONVOQUEE', ?, '2025-09-08 08:00+02', ?, ?, ?)")
        .params(id, elle, etat, SuivreLaSituation.AUTEUR, motif, centre).update();
  }

  @Test
  void une_permanence_s_ouvre_un_creneau_est_donne_et_la_personne_en_prend_un_autre(Navigation n) {
    n.connecter("SECRETARIAT", List.of(centre), List.of()).ouvrir("/agenda/permanences/nouvelle");
    n.page.selectOption("#lieu", new com.microsoft.playwright.options.SelectOption().setLabel("Privas, Bureau du parcours"));
    n.page.fill("#agent", "Mme Vidal");
    n.page.selectOption("#jour", "2");
    n.page.fill("#du", "2025-09-09");
    n.page.fill("#au", "2025-09-30");
    n.regarder("permanence-nouvelle");
    bouton(n, "Ouvrir la permanence");
    assertThat(n.page.locator("main .alert-success")).containsText("16\u00a0créneaux");
    n.regarder("permanence");
    n.ouvrir("/agenda/permanences");
    n.regarder("permanences");
    n.ouvrir("/agenda?semaine=2025-09-15");
    n.regarder("agenda");
    n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Libre : donner le créneau de 9\u00a0h avec Mme Vidal")).click();
    n.page.fill("#nom", "agendee");
    bouton(n, "Chercher");
    n.regarder("creneau");
    bouton(n, "Donner ce créneau : AGENDEE Ana");
    assertThat(n.page.locator("main .alert-success")).containsText("mardi 16 septembre 2025");
    n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("AGENDEE Ana")).click();
    n.regarder("entretien");
    n.ouvrir("/agenda/personnes/" + ana);
    assertThat(n.page.locator("main")).containsText("Un rendez-vous est déjà donné");
    n.ouvrir("/dossier/" + ana + "/echanges");
    assertThat(n.page.locator("main")).containsText("Rendez-vous donné");

    base.sql("update rendezvous.entretien set code_empreinte = sha256(convert_to(?, 'UTF8')) where personne_id = ?").params(CODE, ana).update();
    n.ouvrir("/r/" + CODE);
    n.largeur(390);
    n.regarder("lien-entretien");
    n.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("mardi 23 septembre 2025")).getByLabel("9\u00a0h\u00a045").check();
    bouton(n, "Je change");
    assertThat(n.page.locator("main")).containsText("Vous avez choisi ce rendez-vous");
    n.largeur(1280);

    horloge.regler(LocalDate.of(2025, 9, 23).atTime(11, 0));
    n.ouvrir("/agenda?semaine=2025-09-22");
    n.regarder("agenda-a-noter");
    n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("1 rendez-vous passé à noter")).click();
    n.regarder("a-noter");
    n.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Noter le rendez-vous de AGENDEE Ana")).click();
    n.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Présence").setExact(true)).click();
    assertThat(n.page.locator("main .alert-success")).containsText("C'est noté");
    n.ouvrir("/agenda/a-revoir");
    n.regarder("a-revoir");
    n.ouvrir("/agenda/personnes/" + ana);
    n.regarder("donner-un-rendez-vous");
    bouton(n, "L'inviter à choisir");
    assertThat(n.page.locator("main .alert-success")).containsText("invitée à choisir");
  }

  private static void bouton(Navigation n, String nom) {
    n.page.locator("main").getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(nom)).click();
  }
}
