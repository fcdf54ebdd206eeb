package fr.jalon.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accompagnement.domaine.FaitsDuSuivi;
import fr.jalon.accompagnement.domaine.RythmeDuSuivi;
import fr.jalon.accompagnement.domaine.RythmeDuSuivi.Genre;
import fr.jalon.accompagnement.lecture.FaitsDesSuivis;
import fr.jalon.accompagnement.lecture.FiltresDeMesPersonnes;
import fr.jalon.accompagnement.lecture.FiltresDeMesPersonnes.Onglet;
import fr.jalon.accompagnement.lecture.LeRythme;
import fr.jalon.accompagnement.lecture.ListeDeMesPersonnes;
import fr.jalon.accompagnement.lecture.PersonneEnFile;
import fr.jalon.diagnostic.DiagnosticsEnColonnes;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Contenu;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Ordres;
import fr.jalon.habilitations.Perimetre;
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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lise follows persons of Centre: her file says whom she has not seen, who has no appointment, who has been on the RSA for years. Today is 20
 * October 2025.
 */
@EssaiArdeche
class MesPersonnesTest {
  private static final int CENTRE = 1;
  private static final int AILLEURS = 2;
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final Perimetre ELLE = EnTantQue.territoire(CENTRE, "DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS", "RENDEZ_VOUS",
      "PRESENCES",
      "ACCOMPAGNEMENT", "INTENSIF", "DIAGNOSTICS");
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
  ListeDeMesPersonnes liste;
  @Autowired
  FaitsDesSuivis faits;
  @Autowired
  DiagnosticsEnColonnes points;
  @Autowired
  LeRythme rythme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Referent lise;
  private Navigateur nav;

  @BeforeEach
  void lise_a_une_fiche_et_un_compte() {
    essai++;
    Navigateur administration = connecter(comptoir.agent("ADMINISTRATION"));
    lise = FicheDeReferent.creer(administration, structures, "Maison de Lise " + essai, "Lise Vallon " + (char) ('A' + essai),
        CENTRE + "," + AILLEURS, "SOCIAL,PROFESSIONNEL");
    Agent compte = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    administration.poster("/habilitations/" + compte.id() + "/referent", Map.of("referent", "" + lise.id()));
    nav = connecter(compte);
  }

  @Test
  void chaque_onglet_compte_ce_qu_il_montre_et_dit_le_dernier_contact_le_prochain_rendez_vous_et_le_prochain_pas() {
    Personne ana = suivie("ANA", LocalDate.of(2025, 8, 4));
    vue(ana, LocalDate.of(2025, 9, 1));
    Personne bea = suivie("BEA", LocalDate.of(2025, 8, 4));
    vue(bea, LocalDate.of(2025, 10, 10));
    Personne cleo = suivie("CLEO", LocalDate.of(2025, 8, 4));
    vue(cleo, LocalDate.of(2025, 8, 20));
    rendezVous(cleo, LocalDate.of(2025, 10, 28));
    Personne dora = suivie("DORA", LocalDate.of(2025, 9, 1));
    auRsaDepuis(dora, LocalDate.of(2021, 10, 31));
    Personne eva = suivie("EVA", LocalDate.of(2025, 10, 6));
    auRsaDepuis(eva, LocalDate.of(2021, 11, 1));

    aMiTemps();
    String toutes = page(nav, "/mes-personnes");
    assertThat(onglets(toutes)).containsExactly(5, 2, 4, 1, 0);
    assertThat(toutes).contains("5 personnes pour 50 places, à 50 % d'un temps plein").contains("01/09/2025").contains("28/10/2025")
        .contains("Jamais rencontrée").contains("Première rencontre au plus tard le").contains("4 ans et 1 mois").contains("4 ans<");
    assertThat(noms("/mes-personnes?onglet=sans-contact")).as("Ana n'a pas été vue depuis 49 jours ; Dora ne l'a jamais été en 49 jours")
        .containsExactly("ANA", "DORA");
    assertThat(noms("/mes-personnes?onglet=sans-rendez-vous")).containsExactly("ANA", "BEA", "DORA", "EVA");
    assertThat(noms("/mes-personnes?onglet=longue-duree")).as("le mois de la demande est le premier : Eva en est à 48, pas plus")
        .containsExactly("DORA");
    assertThat(noms("/mes-personnes?tri=contact")).as("jamais vues, puis le plus ancien contact").containsExactly("DORA", "EVA", "CLEO", "ANA",
        "BEA");
    assertThat(noms("/mes-personnes?tri=anciennete").subList(0, 2)).containsExactly("DORA", "EVA");
  }

  @Test
  void sans_contact_depuis_trop_longtemps_dit_comme_la_journee() {
    for (int i = 0; i < 12; i++) {
      Personne p = suivie("RYTHME" + (char) ('A' + i), AUJOURDHUI.minusDays(20L + 9 * i));
      if (i % 3 != 0) {
        vue(p, AUJOURDHUI.minusDays(2L + 8 * i % 60));
      }
      if (i % 4 == 1) {
        rendezVous(p, AUJOURDHUI.plusDays(5L * i));
      }
    }
    base.sql("""
        insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par) values (?, '2025-10-01', 0.5, true, true, 'essai')""")
        .param(lise.id()).update();
    // one out of two is in her portfolio, for some days or for weeks
    base.sql("""
        insert into accompagnement.intensif (personne_id, referent_id, entre_le, raison, etat, etat_depuis, saisi_par, saisi_le)
        select s.personne_id, s.referent_id, case when s.id % 4 = 0 then date '2025-10-16' else date '2025-10-02' end, 'Essai', 'EN_COURS', now(), 'essai', now()
        from orientation.suivi s where s.referent_id = ? and s.id % 2 = 0""").param(lise.id()).update();
    EnTantQue.agir(ELLE, () -> {
      FiltresDeMesPersonnes tout = new FiltresDeMesPersonnes(null, null, null, lise.id(), null, null, 1);
      List<PersonneEnFile> elles = liste.toutes(tout, new ListeDeMesPersonnes.Qui(lise.id(), null));
      RythmeDuSuivi r = rythme.au(AUJOURDHUI);
      List<Long> enRetard = faits.de(elles.stream().map(PersonneEnFile::id).toList(), AUJOURDHUI).stream()
          .filter(f -> f.dernier() != null).filter(f -> r.pas(f, AUJOURDHUI).filter(p -> p.genre() == Genre.SANS_CONTACT
                  && p.limite().isBefore(AUJOURDHUI))
              .isPresent())
          .map(FaitsDuSuivi::personneId).sorted().toList();
      assertThat(elles).hasSize(12);
      List<Long> auJour = faits.de(elles.stream().map(PersonneEnFile::id).toList(), AUJOURDHUI).stream().filter(f -> r.pas(f, AUJOURDHUI).isPresent())
          .map(FaitsDuSuivi::personneId).toList();
      assertThat(auJour).as("qui est en retard a un pas dans la journée").containsAll(enRetard);
      assertThat(enRetard).hasSizeBetween(2, 10);
      assertThat(liste.toutes(new FiltresDeMesPersonnes(Onglet.SANS_CONTACT, null, null, lise.id(), null, null, 1),
          new ListeDeMesPersonnes.Qui(lise.id(), null))
          .stream().filter(p -> p.dernier() != null).map(PersonneEnFile::id).sorted().toList()).isEqualTo(enRetard).isSubsetOf(auJour);
      return null;
    });
  }

  @Test
  void elle_filtre_par_nom_parcours_et_territoire_et_l_adresse_le_dit() {
    suivie("FILTRE", LocalDate.of(2025, 8, 4));
    Personne pro = orientee("AUTRE", LocalDate.of(2025, 8, 4), Parcours.PROFESSIONNEL, lise, CENTRE);
    assertThat(noms("/mes-personnes?nom=persfiltre")).containsExactly("FILTRE");
    assertThat(noms("/mes-personnes?parcours=professionnel")).containsExactly("AUTRE");
    assertThat(noms("/mes-personnes?territoire=" + AILLEURS)).isEmpty();
    assertThat(nav.ouvrir("/mes-personnes?territoire=" + AILLEURS).body()).contains("Voir toute la liste");
    assertThat(nav.ouvrir("/mes-personnes?parcours=professionnel").body()).contains("PERSAUTRE" + essai).contains("/dossier/" + pro.id());
  }

  @Test
  void une_lettre_pas_partie_n_est_pas_encore_un_suivi_et_la_charge_le_dit() {
    suivie("NOTIFIEE", LocalDate.of(2025, 8, 4));
    Personne attend = suivie("APOSTER", LocalDate.of(2025, 8, 4));
    base.sql("update orientation.suivi set a_poster = true where personne_id = ?").param(attend.id()).update();
    assertThat(noms("/mes-personnes")).containsExactly("NOTIFIEE");
    assertThat(page(nav, "/mes-personnes")).contains("2 personnes pour 100 places").contains("1 n'est pas montrée ici");
    assertThat(page(nav, "/ma-journee")).contains("1 personne suivie").doesNotContain("PERSAPOSTER");
  }

  @Test
  void la_personne_d_un_autre_territoire_n_est_jamais_montree_et_la_responsable_voit_son_territoire_ou_un_referent() {
    suivie("ICI", LocalDate.of(2025, 8, 4));
    orientee("LOIN", LocalDate.of(2025, 8, 4), Parcours.SOCIAL, lise, AILLEURS);
    assertThat(noms("/mes-personnes")).containsExactly("ICI");
    Navigateur responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
    assertThat(responsable.ouvrir("/mes-personnes?nom=pers").body()).contains("PERSICI" + essai).contains(lise.nom()).doesNotContain("PERSLOIN");
    assertThat(page(responsable, "/mes-personnes?referent=" + lise.id())).contains("Les personnes de " + lise.nom())
        .contains("2 personnes pour 100 places").contains("1 n'est pas montrée ici").doesNotContain("PERSLOIN");
    Navigateur partenaire = connecter(comptoir.agent("PARTENAIRE", List.of(), List.of(lise.organisationId())));
    assertThat(partenaire.ouvrir("/mes-personnes").body()).as("toutes celles de son organisation, où qu'elles vivent").contains("PERSICI" + essai)
        .contains("PERSLOIN" + essai);
    assertThat(responsable.lire("/mes-personnes?referent=999999").statusCode()).isEqualTo(404);
  }

  @Test
  void elle_emporte_sa_file_et_rien_d_autre_la_responsable_emporte_ce_qu_elle_filtre() {
    suivie("EMPORTEE", LocalDate.of(2025, 8, 4));
    Personne vue = suivie("VUE", LocalDate.of(2025, 8, 4));
    vue(vue, LocalDate.of(2025, 10, 10));
    HttpResponse<String> file = nav.lire("/mes-personnes/export?onglet=sans-contact");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(Contenu.texte(file)).contains("PERSEMPORTEE" + essai).doesNotContain("PERSVUE");
    assertThat(lignes(nav.lire("/mes-personnes/export"))).isEqualTo(2);
    assertThat(page(nav, "/mes-personnes")).contains("Exporter en XLSX");
    assertThat(nav.lire("/mes-personnes/export?referent=0").statusCode()).as("toutes : elle n'a pas les exports").isEqualTo(403);
    assertThat(nav.ouvrir("/mes-personnes?referent=0&nom=persvue" + essai).body()).contains("PERSVUE").doesNotContain("Exporter en XLSX");
    Navigateur responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(CENTRE), List.of()));
    assertThat(lignes(responsable.lire("/mes-personnes/export?referent=" + lise.id() + "&nom=persvue"))).isEqualTo(1);
  }

  @Test
  void les_diagnostics_des_personnes_filtrees_s_emportent_dans_un_tableur_la_sante_a_qui_la_lit_seulement() {
    Personne vue = suivie("DIAGNOSTIQUEE", LocalDate.of(2025, 8, 4));
    suivie("SANSDIAGNOSTIC", LocalDate.of(2025, 8, 4));
    constat(vue, "MOBILITE", "FORT", "{\"niveau\": \"FORT\"}");
    constat(vue, "SANTE", "MOYEN", "{\"niveau\": \"MOYEN\"}");
    constat(vue, "PROJET", null, "{\"rome\": \"G1602 Personnel de cuisine\", \"heures\": \"28\"}");
    constat(vue, "ATOUTS", null, "{\"atouts\": \"Cuisine pour le quartier, 1 84 07 07 186 001 23\"}");
    base.sql("insert into diagnostic.frein (personne_id, theme, sante, etat, etat_depuis) values (?, 'MOBILITE', false, 'OUVERT', '2025-09-01')")
        .param(vue.id()).update();
    base.sql("""
        insert into diagnostic.frein_passage (objet, objet_id, personne_id, vers, le, fait_le, par)
        select 'FREIN', f.id, f.personne_id, 'OUVERT', '2025-09-01', now(), 'essai' from diagnostic.frein f where f.personne_id = ?""")
        .param(vue.id()).update();
    HttpResponse<String> file = nav.lire("/mes-personnes/diagnostics?nom=persdiag");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(lignes(file)).as("ce qui est filtré, rien d'autre").isEqualTo(1);
    // accents are written as character references there
    assertThat(Contenu.texte(file)).contains("G1602 Personnel de cuisine", ">fort<", "Mobilit", "Cuisine pour le quartier, NIR masqu", "Sant",
        ">moyen<")
        .doesNotContain("SANSDIAGNOSTIC");
    assertThat(lignes(nav.lire("/mes-personnes/diagnostics"))).isEqualTo(2);
    assertThat(page(nav, "/mes-personnes")).contains("Diagnostics en XLSX");
    assertThat(comptoir.derniereTrace("EXPORT")).extractingByKey("objet").asString().startsWith("Mes personnes, diagnostics : 2");
    assertThat(nav.lire("/mes-personnes/diagnostics?referent=0").statusCode()).as("toutes : elle n'a pas les exports").isEqualTo(403);
    assertThat(EnTantQue.agir(EnTantQue.partout("DOSSIERS", "ACCOMPAGNEMENT", "DIAGNOSTICS"), () -> points.de(List.of(vue.id()), AUJOURDHUI))
        .get(vue.id()).etat().constats()).as("sans la santé").doesNotContainKey("SANTE");
    assertThat(points.colonnes(AUJOURDHUI, false)).extracting(c -> c.titre()).contains("Mobilité").doesNotContain("Santé");
  }

  private void constat(Personne p, String rubrique, String niveau, String reponses) {
    base.sql("""
        insert into diagnostic.constat (personne_id, rubrique, sante, niveau, reponses, le, saisi_par, saisi_le)
        values (?, ?, ?, ?, ?::jsonb, '2025-09-01', 'essai', now())""").params(p.id(), rubrique, "SANTE".equals(rubrique), niveau, reponses).update();
  }

  @Test
  void une_liste_de_cinquante_demande_a_la_base_autant_que_celle_d_une_et_la_suite_est_a_la_page_suivante() {
    suivie("FOULE", LocalDate.of(2025, 8, 4));
    ListeDeMesPersonnes.Qui siennes = new ListeDeMesPersonnes.Qui(lise.id(), null);
    FiltresDeMesPersonnes tout = new FiltresDeMesPersonnes(null, null, null, lise.id(), null, null, 1);
    int une = Ordres.donnes(() -> EnTantQue.agir(ELLE, () -> liste.page(tout, siennes)));
    IntStream.range(0, 50).forEach(i -> suivie("FOULE" + (char) ('A' + i / 26) + (char) ('A' + i % 26), LocalDate.of(2025, 8, 4)));
    int cinquante = Ordres.donnes(() -> EnTantQue.agir(ELLE, () -> assertThat(liste.page(tout, siennes).lignes()).hasSize(50)));
    assertThat(une).isBetween(2, 12);
    assertThat(cinquante).isEqualTo(une);
    assertThat(noms("/mes-personnes")).hasSize(50);
    assertThat(noms("/mes-personnes?page=2")).hasSize(1);
    aMiTemps();
    assertThat(page(nav, "/mes-personnes")).contains("51 personnes pour 50 places").contains("1 personne de plus");
  }

  @Test
  void qui_ne_suit_personne_est_guide() {
    assertThat(page(nav, "/mes-personnes")).contains("Personne n'est suivi ici").contains("Voir toutes celles que vous pouvez consulter");
    Personne ana = suivie("SEULE", LocalDate.of(2025, 10, 6));
    vue(ana, LocalDate.of(2025, 10, 10));
    assertThat(nav.ouvrir("/mes-personnes?onglet=sans-contact").body()).contains("Tout le monde a été vu à temps");
  }

  private Personne suivie(String nom, LocalDate notifieLe) {
    return orientee(nom, notifieLe, Parcours.SOCIAL, lise, CENTRE);
  }

  private Personne orientee(String nom, LocalDate notifieLe, Parcours parcours, Referent referent, int territoire) {
    Personne p = dossiers.entrante("PERS" + nom + essai, territoire, notifieLe.minusDays(10));
    EnTantQue.agir(EnTantQue.territoire(territoire, "DOSSIERS", "ENTREES", "ORIENTATIONS", "COURRIERS"), () -> orienter.executer(
        new NouvelleOrientation(p.id(), parcours, referent.organisationId(), referent.id(), notifieLe)));
    base.sql("update orientation.suivi set saisi_le = notifie_le where personne_id = ?").param(p.id()).update();
    // her contract is signed: what is looked at here is the rest
    base.sql("update echeances.echeance set etat = 'TENUE' where nature = 'CONTRAT_ENGAGEMENT' and personne_id = ?").param(p.id()).update();
    return p;
  }

  private void vue(Personne p, LocalDate le) {
    base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, cle, saisi_par, saisi_le)
        values (?, ?, 'TELEPHONE', 'PRESENTE', gen_random_uuid(), 'essai', now())""").params(p.id(), le).update();
  }

  private void rendezVous(Personne p, LocalDate le) {
    base.sql("""
        with l as (insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone, actif)
            values ('Salle de Lise ' || gen_random_uuid(), '1 rue du Lac', '07000', '07186', ?, true, 12, '04 00 00 00 00', false) returning id, territoire_id),
          m as (insert into rendezvous.permanence (lieu_id, territoire_id, agent, jour_semaine, debut, fin, minutes, du, au, cree_par, cree_le)
            select id, territoire_id, 'Lise', 1, time '09:00', time '10:00', 45, date '2025-10-20', date '2025-12-31', 'essai', now() from l returning id, territoire_id),
          k as (insert into rendezvous.creneau (permanence_id, territoire_id, jour, debut, fin) select id, territoire_id, ?, time '09:00', time '09:45' from m returning id)
        insert into rendezvous.entretien (personne_id, creneau_id, etat, etat_depuis, saisi_par, saisi_le) select ?, id, 'CONVOQUEE', now(), 'essai', now() from k""")
        .params(CENTRE, le, p.id()).update();
  }

  private void auRsaDepuis(Personne p, LocalDate demande) {
    base.sql("update allocataires.foyer set date_demande = ? where id = ?").params(demande, p.foyerId()).update();
    base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
  }

  private void aMiTemps() {
    base.sql("update structures.referent set etp = 0.5 where id = ?").param(lise.id()).update();
  }

  /** With plain spaces where the page keeps words together. */
  private static String page(Navigateur n, String adresse) {
    return n.ouvrir(adresse).body().replace('\u00a0', ' ');
  }

  /** The names of the rows, without what every name of this test begins and ends with. */
  private List<String> noms(String adresse) {
    return Pattern.compile("<a data-ligne[^>]*>PERS([A-Z]+)" + essai + " ").matcher(nav.ouvrir(adresse).body()).results().map(m -> m.group(1))
        .toList();
  }

  private static List<Integer> onglets(String page) {
    Matcher m = Pattern.compile("class=\"nav-link border[^>]*>[^<]*<span class=\"fw-bold\">(\\d+)").matcher(page);
    return m.results().map(r -> Integer.valueOf(r.group(1))).toList();
  }

  private static int lignes(HttpResponse<String> tableur) {
    return (int) Pattern.compile("<row ").matcher(Contenu.texte(tableur)).results().count() - 1;
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
