package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.DelaisDuDepartement;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.parametres.ChangerUneValeur;
import fr.jalon.parametres.Horloge;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.pilotage.PersonneConcernee;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.SaisieDePermanence;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who comes, leaves and comes back: each entry has its own deadlines, and a rate counts what answers each of them. Today is 20 October 2025. */
@EssaiArdeche
class EntreesSuccessivesTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final Perimetre TOUT = EnTantQue.partout("DOSSIERS", "ENTREES", "ORIENTATIONS", "INDICATEURS", "RENDEZ_VOUS", "PARAMETRES");
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  DelaisDuDepartement delais;
  @Autowired
  ChangerUneValeur changer;
  @Autowired
  Indicateurs indicateurs;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  TenirLesPermanences permanences;
  @Autowired
  DonnerUnRendezVous donner;
  @Autowired
  Structures structures;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @AfterEach
  void le_temps_revient() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
  }

  @Test
  void ce_qui_se_fait_apres_son_retour_ne_repond_pas_a_l_entree_qu_elle_avait_quittee() {
    Personne p = dossiers.entrante("REVENUE", 1, LocalDate.of(2025, 1, 10));
    p = dossiers.fichier(LocalDate.of(2025, 2, 5), LocalDate.of(2025, 2, 8), p, "5", false).personne();
    assertThat(referents(p)).containsExactly("CADUQUE 2025-02-05");
    p = dossiers.fichier(LocalDate.of(2025, 6, 5), LocalDate.of(2025, 6, 8), p, "2", true).personne();
    Referent referent = referent();
    orienter(p, referent.organisationId(), referent.id(), LocalDate.of(2025, 7, 1));
    balayer.executer("essai");
    assertThat(referents(p)).containsExactly("CADUQUE 2025-02-05", "TENUE 2025-07-01");
    assertThat(base.sql("select cible_cle from echeances.echeance where nature = 'REFERENT' and personne_id = ? order by objet_id").param(p.id())
        .query(String.class).list())
        .containsExactly("orientation.delai_cible", "orientation.delai_cible");
    Personne elle = p;
    assertThat(comptees("ORI-TAUX-CIBLE", LocalDate.of(2025, 8, 31)).get(elle.id())).as("une fois, tenue").containsExactly(true);
  }

  @Test
  void ce_qui_etait_tenu_avant_son_depart_le_reste_et_son_retour_a_son_propre_delai() {
    base.sql("""
        insert into parametres.valeur (cle, depuis, valeur, saisi_par, saisi_le, motif) values
          ('orientation.delai_cible', '2036-01-01', '2 mois', 'essai', now(), 'Comme la Drôme'),
          ('orientation.delai_cible_fin', '2036-01-01', 'PREMIER_RENDEZ_VOUS', 'essai', now(), 'Comme la Drôme')""").update();
    Personne p = dossiers.entrante("VUEAVANT", 1, LocalDate.of(2036, 1, 10));
    venir(p, LocalDate.of(2036, 1, 20));
    balayer.executer("essai");
    p = dossiers.fichier(LocalDate.of(2036, 2, 5), LocalDate.of(2036, 2, 8), p, "5", false).personne();
    p = dossiers.fichier(LocalDate.of(2036, 6, 5), LocalDate.of(2036, 6, 8), p, "2", true).personne();
    venir(p, LocalDate.of(2036, 6, 20));
    balayer.executer("essai");
    assertThat(deadlines(p, "PREMIER_RENDEZ_VOUS")).containsExactly("TENUE 2036-01-20", "TENUE 2036-06-20");
  }

  @Test
  void revenue_le_meme_mois_apres_une_orientation_close_elle_attend_et_n_est_pas_comptee_orientee() {
    Personne p = dossiers.fichier(LocalDate.of(2025, 8, 2), LocalDate.of(2025, 8, 3),
        dossiers.inconnue("MEMEMOIS", 1, LocalDate.of(2025, 7, 20)), "2", true).personne();
    orienter(p, referent().organisationId(), null, LocalDate.of(2025, 8, 8));
    p = dossiers.fichier(LocalDate.of(2025, 8, 15), LocalDate.of(2025, 8, 16), p, "5", false).personne();
    p = dossiers.fichier(LocalDate.of(2025, 8, 25), LocalDate.of(2025, 8, 26), p, "2", true).personne();
    balayer.executer("essai");
    assertThat(base.sql("select etat || ' ' || recu_le from orientation.entree where personne_id = ?").param(p.id()).query(String.class).list())
        .containsExactly("EN_ATTENTE 2025-08-26");
    assertThat(comptees("ORI-TAUX-15J", LocalDate.of(2025, 9, 30)).get(p.id())).containsExactly(false);
    assertThat(comptees("ORI-ATTENTE", LocalDate.of(2025, 9, 30))).containsKey(p.id());
  }

  @Test
  void orientee_pendant_sa_pause_elle_a_les_jours_de_la_pause() {
    Personne p = dossiers.entrante("PENDANTLAPAUSE", 1, LocalDate.of(2025, 8, 10));
    dossiers.fichier(LocalDate.of(2025, 8, 20), LocalDate.of(2025, 8, 23), p, "2", false);
    orienter(p, referent().organisationId(), referent().id(), LocalDate.of(2025, 10, 12));
    balayer.executer("essai");
    // 42 days from 10 August, and the 50 days from 23 August to 12 October
    assertThat(base.sql("select etat || ' ' || etat_depuis || ' ' || limite_legale from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?").param(p.id())
        .query(String.class).single()).isEqualTo("TENUE 2025-10-12 2025-11-10");
    assertThat(base.sql("select etat || ' ' || etat_depuis || ' ' || (cible - depart) from echeances.echeance where nature = 'REFERENT' and personne_id = ?").param(p.id())
        .query(String.class).single()).as("six semaines et la pause").isEqualTo("TENUE 2025-10-12 " + (42 + 53));
  }

  @Test
  void donner_un_entretien_n_est_pas_convoquer_a_une_information_collective() {
    String commune = base.sql("select min(code) from structures.commune where territoire_id = 1 and departement = '07'").query(String.class).single();
    int lieu = en(() -> lieux.executer(new LieuDeRendezVous(null, "Bureau des taux", "1 rue du Lac", "07000", commune, "", 1, true, 1,
        "04 00 00 00 06", true)));
    LocalDate mardi = LocalDate.of(2025, 11, 4);
    int permanence = en(() -> permanences.ouvrir(new SaisieDePermanence(lieu, "Mme Taux", null,
        new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(10, 0), 45, mardi, mardi)))).id();
    Personne p = dossiers.entrante("INDIVIDUEL", 1, LocalDate.of(2025, 10, 10));
    en(() -> donner.donner(p.id(), base.sql("select min(id) from rendezvous.creneau where permanence_id = ?").param(permanence)
        .query(Long.class).single()));
    horloge.regler(LocalDate.of(2025, 11, 20).atTime(9, 0));
    assertThat(comptees("ORI-CONVOCATION-15J", LocalDate.of(2025, 11, 15)).get(p.id())).containsExactly(false);
  }

  @Test
  void deux_delais_ne_finissent_pas_par_la_meme_chose_et_le_taux_mesure_celui_de_l_orientation() {
    LocalDate depuis = LocalDate.of(2038, 1, 1);
    saisir("orientation.delai_cible_fin", depuis, "REFERENT");
    saisir("accompagnement.delai_cible", depuis, "2 mois");
    assertThat(delais.au(depuis)).hasSize(2);
    assertThatThrownBy(() -> saisir("accompagnement.delai_cible_fin", depuis, "REFERENT")).isInstanceOfSatisfying(RefusMetier.class,
        r -> assertThat(r.code()).isEqualTo("DELAIS_JUMEAUX"));
    saisir("orientation.delai_cible_fin", depuis, "ORIENTATION");
    saisir("accompagnement.delai_cible_fin", depuis, "REFERENT");
    Personne p = dossiers.entrante("DEUXDELAIS", 1, LocalDate.of(2038, 1, 10));
    assertThat(base.sql("select nature || ' ' || cible_cle from echeances.echeance where personne_id = ? order by nature").param(p.id())
        .query(String.class).list())
        .containsExactly("ORIENTATION orientation.delai_cible", "REFERENT accompagnement.delai_cible");
    orienter(p, referent().organisationId(), null, LocalDate.of(2025, 10, 20), LocalDate.of(2038, 1, 15));
    horloge.regler(LocalDate.of(2038, 6, 1).atTime(9, 0));
    assertThat(comptees("ORI-TAUX-CIBLE", LocalDate.of(2038, 5, 31)).get(p.id())).as("orientée à temps, sans référent").containsExactly(true);
  }

  @Test
  void le_balayage_de_nuit_met_a_jour_toutes_les_echeances_visees_ou_aucune() {
    // other tests of this database say otherwise for years before this one
    base.sql("""
        insert into parametres.valeur (cle, depuis, valeur, saisi_par, saisi_le, motif) values
          ('orientation.delai_cible_fin', '2040-01-01', 'ORIENTATION', 'essai', now(), 'Deux délais'),
          ('accompagnement.delai_cible', '2040-01-01', '2 mois', 'essai', now(), 'Deux délais'),
          ('accompagnement.delai_cible_fin', '2040-01-01', 'REFERENT', 'essai', now(), 'Deux délais'),
          ('orientation.reprise_apres_suspension', '2040-01-01', 'ILLISIBLE', 'essai', now(), 'Une valeur qui fait échouer le balayage')""").update();
    try {
      List<Personne> tenues = java.util.stream.IntStream.range(0, 8)
          .mapToObj(i -> dossiers.entrante("TOUTOURIEN" + i, 1, LocalDate.of(2040, 2, 1 + i))).toList();
      Personne pause = dossiers.entrante("ENPAUSE", 1, LocalDate.of(2040, 2, 10));
      tenues.forEach(p -> base.sql("""
          insert into orientation.suivi (personne_id, entree_id, parcours, organisation_id, referent_id, notifie_le, etat_depuis, saisi_par, saisi_le)
          select personne_id, id, 'SOCIAL', ?, ?, recu_le + 2, recu_le + 2, 'essai', now() from orientation.entree where personne_id = ?""")
          .params(referent().organisationId(), referent().id(), p.id()).update());
      base.sql("update echeances.echeance set etat = 'SUSPENDUE', etat_depuis = '2040-02-11' where nature = 'REFERENT' and personne_id = ?")
          .param(pause.id()).update();
      assertThatThrownBy(() -> balayer.executer("essai")).hasStackTraceContaining("ILLISIBLE");
      assertThat(tenues).allSatisfy(p -> assertThat(referents(p)).singleElement().asString().startsWith("OUVERTE"));
    } finally {
      base.sql("""
          insert into parametres.valeur (cle, depuis, valeur, saisi_par, saisi_le, motif)
          values ('orientation.reprise_apres_suspension', '2040-01-01', 'RESTE', 'essai', now() + interval '1 minute', 'Corrigée')""").update();
    }
    balayer.executer("essai");
  }

  private void saisir(String cle, LocalDate depuis, String valeur) {
    en(() -> {
      changer.executer(cle, depuis, valeur, "essai", true);
      return null;
    });
  }

  private void orienter(Personne p, int organisation, Integer referent, LocalDate le) {
    en(() -> enregistrer.executer(List.of(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation, referent, le))));
  }

  /** The same on a day to come. */
  private void orienter(Personne p, int organisation, Integer referent, LocalDate aujourdhui, LocalDate le) {
    horloge.regler(le.plusDays(1).atTime(9, 0));
    orienter(p, organisation, referent, le);
    horloge.regler(aujourdhui.atTime(9, 0));
  }

  /** She came to a session that day. */
  private void venir(Personne p, LocalDate jour) {
    base.sql("""
        with l as (insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone)
            select 'Salle ' || ?, '1 rue', '07000', min(code), 1, true, 10, '0475000000' from structures.commune where territoire_id = 1 returning id),
          s as (insert into rendezvous.session (lieu_id, territoire_id, jour, debut, fin, capacite, cree_par, cree_le)
            select id, 1, ?, '09:00', '11:00', 10, 'essai', now() from l returning id)
        insert into rendezvous.convocation (personne_id, session_id, etat, etat_depuis, saisi_par, saisi_le, territoire_id)
        select ?, id, 'PRESENTE', now(), 'essai', now(), 1 from s""").params(jour.toString(), jour, p.id()).update();
  }

  /** Of each person that the rate counts, whether it counts for, as many times as she is counted. */
  private Map<Long, List<Boolean>> comptees(String code, LocalDate au) {
    return en(() -> indicateurs.personnes(code, au, null, null, 0)).personnes().stream()
        .collect(java.util.stream.Collectors.groupingBy(PersonneConcernee::personneId, java.util.stream.Collectors.mapping(
            c -> Optional.ofNullable(c.retenue()).orElse(false), java.util.stream.Collectors.toList())));
  }

  private List<String> referents(Personne p) {
    return deadlines(p, "REFERENT");
  }

  private List<String> deadlines(Personne p, String nature) {
    return base.sql("select etat || ' ' || etat_depuis from echeances.echeance where nature = ? and personne_id = ? order by objet_id")
        .params(nature, p.id()).query(String.class).list();
  }

  private Referent referent() {
    List<Integer> duTerritoire = structures.organisations().stream().filter(o -> o.territoires().contains(1) && o.prend("SOCIAL"))
        .map(o -> o.id()).toList();
    return structures.referents().stream().filter(r -> r.actif() && duTerritoire.contains(r.organisationId()) && r.publics().isEmpty())
        .findFirst().orElseThrow();
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(TOUT, acte);
  }
}
