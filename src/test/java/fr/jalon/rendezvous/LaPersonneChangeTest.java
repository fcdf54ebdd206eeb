package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.application.ChangerLesCoordonnees;
import fr.jalon.courriers.application.EnvoyerDesMessages;
import fr.jalon.courriers.application.PreparerUnLot;
import fr.jalon.courriers.application.RenvoyerUnMessage;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.rendezvous.lecture.RendezVousARevoir;
import fr.jalon.socle.RefusMetier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Between the convocation and the meeting the person changes: her number, her address, her right. Today is 20 October 2025. */
@EssaiArdeche
class LaPersonneChangeTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final int TERRITOIRE = 2;
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS", "COURRIERS");
  private static int essai;
  private static int permanencesOuvertes;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  TenirLesPermanences permanences;
  @Autowired
  Convoquer convoquer;
  @Autowired
  DonnerUnRendezVous donner;
  @Autowired
  ChangerLesCoordonnees coordonnees;
  @Autowired
  EnvoyerDesMessages envoyer;
  @Autowired
  PreparerUnLot preparer;
  @Autowired
  RenvoyerUnMessage renvoyer;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  RendezVousARevoir aRevoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int lieu;
  private long session;

  @BeforeEach
  void une_session_d_une_place() {
    essai++;
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    lieu = en(() -> lieux.executer(new LieuDeRendezVous(null, "Salle du changement " + essai, "1 rue du Lac", "07100", "07010", "", TERRITOIRE, true,
        1, "04 00 00 00 09", true)));
    session = en(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(9, 30), LocalTime.of(11, 30), null, null, null, null), List.of(MARDI)))
        .ouvertes().getFirst();
  }

  @AfterEach
  void le_temps_revient() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    base.sql("update rendezvous.session set etat = 'ANNULEE' where lieu_id = ? and etat = 'PREVUE'").param(lieu).update();
  }

  @Test
  void ce_qui_n_est_pas_parti_va_au_numero_et_au_courriel_d_aujourd_hui() {
    Personne ana = personne("NUMERO");
    numeros(ana, "0612345678", "avant@example.org");
    convoquer(ana);
    en(() -> {
      coordonnees.executer(ana.id(), "+33698765432", "apres@example.org");
      return null;
    });
    assertThat(vers(ana, "A_ENVOYER")).isNotEmpty().containsOnly("+33698765432", "apres@example.org");
    en(() -> {
      coordonnees.executer(ana.id(), null, null);
      return null;
    });
    assertThat(vers(ana, "A_ENVOYER")).as("l'ancien numéro ne sert plus").isEmpty();
    // a spreadsheet writes the table of persons itself: read when the message leaves
    numeros(ana, "0711223344", null);
    horloge.regler(MARDI.minusDays(7).atTime(9, 0));
    en(() -> envoyer.executer(new FiltresDeMessages(null, null, null, null, null, null, nom(ana), 1), _ -> { }));
    assertThat(vers(ana, "EN_BOITE")).contains("+33711223344").doesNotContain("+33612345678");
  }

  @Test
  void qui_donne_un_telephone_apres_la_convocation_recoit_les_rappels_encore_a_venir_une_seule_fois() {
    Personne ana = personne("RAPPEL");
    convoquer(ana);
    assertThat(rappels(ana)).isEmpty();
    en(() -> {
      coordonnees.executer(ana.id(), "+33698765432", null);
      coordonnees.executer(ana.id(), "+33698765433", null);
      return null;
    });
    assertThat(rappels(ana)).containsExactly("2025-10-28 SMS +33698765433", "2025-11-02 SMS +33698765433");
    assertThat(base.sql("select valeurs ->> 'lieu' from courriers.message where modele = 'RAPPEL_RENDEZ_VOUS' and personne_id = ? limit 1")
        .param(ana.id()).query(String.class).single())
        .startsWith("Salle du changement");
    Personne bea = personne("TABLEUR");
    long creneau = creneaux().getFirst();
    long entretien = en(() -> donner.donner(bea.id(), creneau));
    numeros(bea, null, "bea@example.org");
    horloge.regler(LocalDate.of(2025, 10, 30).atTime(0, 10));
    balayer.executer("essai");
    balayer.executer("essai");
    assertThat(base.sql("select le || ' ' || vers from courriers.message where modele = 'RAPPEL_ENTRETIEN' and objet_id = ? order by le")
        .param(entretien).query(String.class).list())
        .containsExactly("2025-11-02 bea@example.org");
  }

  @Test
  void un_droit_qui_se_ferme_annule_la_convocation_donne_la_place_et_tait_les_messages() {
    Personne ana = personne("FERME");
    Personne bea = personne("ATTEND");
    numeros(ana, "0612345678", null);
    convoquer(ana);
    en(() -> convoquer.executer(List.of(new AConvoquer(bea.id(), session, true, null))));
    dossiers.fichier(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22), ana, "5", false);
    assertThat(etat(ana)).isEqualTo("ANNULEE");
    assertThat(texte("select motif from rendezvous.convocation where personne_id = ?", ana)).startsWith("Droit au RSA fermé");
    assertThat(texte("select string_agg(distinct etat, ',') from courriers.message where personne_id = ?", ana)).isEqualTo("ABANDONNE");
    assertThat(etat(bea)).as("la place va à qui attend").isEqualTo("CONVOQUEE");
    assertThat(en(() -> aRevoir.page(1, 50).lignes())).filteredOn(r -> r.personneId() == ana.id()).singleElement().satisfies(r -> {
      assertThat(r.quoi()).isEqualTo(RendezVousARevoir.Quoi.ANNULE);
      assertThat(r.motif()).startsWith("Droit au RSA fermé");
    });
  }

  @Test
  void une_absence_du_fichier_un_depart_du_foyer_et_un_demenagement_annulent_aussi_l_entretien() {
    List<Long> creneaux = creneaux();
    Personne absente = personne("ABSENTE");
    Personne partie = personne("PARTIE");
    Personne loin = personne("LOIN");
    long a = en(() -> donner.donner(absente.id(), creneaux.get(0)));
    long b = en(() -> donner.donner(partie.id(), creneaux.get(1)));
    long c = en(() -> donner.inviter(loin.id()));
    dossiers.fichier(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22), absente, "ABSENT", false);
    assertThat(entretien(a)).isEqualTo("ANNULEE N'est plus dans le fichier de la caisse");
    assertThat(en(() -> donner.donner(personne("REPRISE").id(), creneaux.get(0)))).as("le créneau est libre").isPositive();
    base.sql("update allocataires.membre set jusqua = '2025-10-21', jusqua_connu_le = now() where personne_id = ?").param(partie.id()).update();
    base.sql("insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, lignes, code_postal, commune, territoire_id) values (?, '2025-10-21', now(), 1, '1 RUE', '26000', '26362', null)")
        .param(loin.foyerId()).update();
    balayer.executer("essai");
    assertThat(entretien(b)).isEqualTo("ANNULEE N'est plus dans son foyer : départ ou décès");
    assertThat(entretien(c)).startsWith("ANNULEE A déménagé hors du Département");
  }

  @Test
  void un_droit_suspendu_n_annule_rien_et_les_agents_le_voient_sur_l_agenda_et_les_sessions() {
    Personne ana = personne("SUSPENDUE");
    convoquer(ana);
    dossiers.fichier(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22), ana, "4", true, LocalDate.of(2025, 10, 1), false);
    base.sql("select allocataires.situer(array[?::bigint])").param(ana.foyerId()).query((l, _) -> 0).list();
    assertThat(etat(ana)).isEqualTo("CONVOQUEE");
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent("SECRETARIAT", List.of(TERRITOIRE), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/informations-collectives").body()).contains("La situation a changé").contains("Droit suspendu").contains(nom(ana));
    assertThat(nav.ouvrir("/agenda").body()).contains("Droit suspendu").contains(nom(ana));
  }

  @Test
  void qui_sort_des_droits_et_devoirs_garde_son_rendez_vous_et_les_agents_le_voient() {
    Personne ana = personne("HORSDEVOIRS");
    Personne bea = personne("HORSENTRETIEN");
    long creneau = creneaux().getFirst();
    convoquer(ana);
    en(() -> donner.donner(bea.id(), creneau));
    for (Personne p : List.of(ana, bea)) {
      assertThat(raisons(p)).isEmpty();
      dossiers.fichier(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22), p, "2", false);
      base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
    }
    assertThat(etat(ana)).isEqualTo("CONVOQUEE");
    assertThat(raisons(ana)).containsExactly("Hors droits et devoirs");
    assertThat(raisons(bea)).containsExactly("Hors droits et devoirs");
    Navigateur nav = new Navigateur(port);
    nav.connecter(comptoir.agent("SECRETARIAT", List.of(TERRITOIRE), List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/agenda/a-revoir").body()).contains("Hors droits et devoirs").contains(nom(ana)).contains(nom(bea));
  }

  @Test
  void qui_etait_deja_hors_des_droits_et_devoirs_quand_l_agent_l_a_fait_venir_n_est_pas_a_revoir() {
    Personne ana = dossiers.fichier(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 3),
        dossiers.inconnue("CHANGELIBRE" + essai, TERRITOIRE, LocalDate.of(2025, 9, 10)), "2", false).personne();
    base.sql("select allocataires.situer(array[?::bigint])").param(ana.foyerId()).query((l, _) -> 0).list();
    long creneau = creneaux().getFirst();
    en(() -> donner.donner(ana.id(), creneau));
    assertThat(raisons(ana)).isEmpty();
  }

  @Test
  void qui_revient_a_charge_d_un_autre_foyer_n_est_plus_attendue_et_ne_peut_plus_l_etre() {
    Personne mere = personne("MERE");
    Personne ana = personne("REVENUE");
    long entretien = en(() -> donner.inviter(ana.id()));
    base.sql("""
        insert into allocataires.membre (foyer_id, personne_id, personne_origine_id, depuis, connu_le, import_id, role, adulte, a_charge, sdd, territoire_id)
        values (?, ?, ?, '2025-10-21', now(), 1, 'ENF', false, true, false, ?)""").params(mere.foyerId(), ana.id(), ana.id(), TERRITOIRE).update();
    balayer.executer("essai");
    assertThat(entretien(entretien)).as("son droit est toujours versé").startsWith("INVITEE");
    dossiers.fichier(LocalDate.of(2025, 10, 21), LocalDate.of(2025, 10, 22), ana, "5", false);
    assertThat(entretien(entretien)).isEqualTo("ANNULEE N'a plus de droit au RSA à son nom : à charge d'un autre foyer");
    assertThatThrownBy(() -> en(() -> donner.inviter(ana.id()))).isInstanceOf(RefusMetier.class).hasMessageContaining("à charge dans un foyer");
    balayer.executer("essai");
    assertThat(base.sql("select count(*) from rendezvous.entretien where personne_id = ?").param(ana.id()).query(Integer.class).single())
        .as("rien n'est rendu").isEqualTo(1);
  }

  @Test
  void la_lettre_prend_l_adresse_du_jour_ou_on_l_imprime_et_une_adresse_trop_longue_attend_qu_on_la_raccourcisse() {
    Personne ana = personne("ADRESSE");
    adresse(ana, "1 RUE ANCIENNE");
    convoquer(ana);
    adresse(ana, "2 RUE NOUVELLE");
    long lot = en(() -> preparer.executer(new FiltresDeMessages(null, null, null, null, null, null, nom(ana), 1), "essai"));
    assertThat(base.sql("select adresse from courriers.message where lot_id = ?").param(lot).query(String.class).single())
        .isEqualTo("2 RUE NOUVELLE");

    Personne bea = personne("TROPLONGUE");
    adresse(bea, "UN\nDEUX\nTROIS\nQUATRE\nCINQ");
    long creneau = creneaux().getFirst();
    en(() -> donner.donner(bea.id(), creneau));
    assertThat(texte("select etat || ' ' || raison from courriers.message where personne_id = ?", bea))
        .startsWith("SANS_ADRESSE L'adresse ne tient pas dans la fenêtre");
    assertThatThrownBy(() -> en(() -> preparer.executer(new FiltresDeMessages(null, null, null, null, null, null, nom(bea), 1), "essai")))
        .isInstanceOf(RefusMetier.class);
    long id = base.sql("select id from courriers.message where personne_id = ?").param(bea.id()).query(Long.class).single();
    assertThatThrownBy(() -> en(() -> renvoyer.executer(id,
        new RenvoyerUnMessage.Vers("UN\nDEUX\nTROIS\nQUATRE\nCINQ", "07000", "PRIVAS", null), "essai")))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("ADRESSE_TROP_LONGUE")).hasMessageContaining("six lignes");
    assertThat(base.sql("select count(*) from courriers.message where renvoi_de = ?").param(id).query(Integer.class).single()).isZero();
    adresse(bea, "UN\nDEUX");
    en(() -> preparer.executer(new FiltresDeMessages(null, null, null, null, null, null, nom(bea), 1), "essai"));
    assertThat(texte("select etat || ' ' || adresse from courriers.message where personne_id = ?", bea)).isEqualTo("EN_COURS UN\nDEUX");
  }

  private Personne personne(String nom) {
    return dossiers.fichier(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 3),
        dossiers.inconnue("CHANGE" + nom + essai, TERRITOIRE, LocalDate.of(2025, 9, 10)), "2", true)
        .personne();
  }

  private String nom(Personne p) {
    return base.sql("select nom from allocataires.personne where id = ?").param(p.id()).query(String.class).single();
  }

  private void numeros(Personne p, String telephone, String courriel) {
    base.sql("update allocataires.personne set telephone = ?, courriel = ? where id = ?").params(telephone, courriel, p.id()).update();
  }

  private void adresse(Personne p, String lignes) {
    base.sql("update allocataires.adresse set jusqua = '2025-10-03', jusqua_connu_le = now() where foyer_id = ? and jusqua = 'infinity'")
        .param(p.foyerId()).update();
    base.sql("insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, lignes, code_postal, nom_commune, territoire_id) values (?, '2025-10-03', now(), 1, ?, '07000', 'PRIVAS', ?)")
        .params(p.foyerId(), lignes, TERRITOIRE).update();
    base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
  }

  private List<String> raisons(Personne p) {
    return en(() -> aRevoir.page(1, 1000).lignes()).stream().filter(r -> r.personneId() == p.id()).map(r -> r.quoi().libelle()).toList();
  }

  private List<Long> creneaux() {
    int permanence = en(() -> permanences.ouvrir(new SaisieDePermanence(lieu, "Mme Change " + ++permanencesOuvertes, null,
        new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 30), 45, MARDI, MARDI)))).id();
    return base.sql("select id from rendezvous.creneau where permanence_id = ? order by jour, debut").param(permanence).query(Long.class).list();
  }

  private void convoquer(Personne p) {
    assertThat(en(() -> convoquer.executer(List.of(new AConvoquer(p.id(), session, false, null)))).refus()).isEmpty();
  }

  private String etat(Personne p) {
    return texte("select etat from rendezvous.convocation where personne_id = ?", p);
  }

  private String entretien(long id) {
    return base.sql("select etat || ' ' || coalesce(motif, '') from rendezvous.entretien where id = ?").param(id).query(String.class).single();
  }

  private List<String> vers(Personne p, String etat) {
    return base.sql("select vers from courriers.message where personne_id = ? and canal <> 'LETTRE' and etat = ?").params(p.id(), etat)
        .query(String.class).list();
  }

  private List<String> rappels(Personne p) {
    return base.sql("select le || ' ' || canal || ' ' || vers from courriers.message where modele = 'RAPPEL_RENDEZ_VOUS' and personne_id = ? order by le, canal").param(p.id())
        .query(String.class).list();
  }

  private String texte(String requete, Personne p) {
    return base.sql(requete).param(p.id()).query(String.class).single();
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(SECRETAIRE, acte);
  }
}
