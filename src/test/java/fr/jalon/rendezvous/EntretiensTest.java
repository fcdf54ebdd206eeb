package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.rendezvous.lecture.AgendaDesEntretiens;
import fr.jalon.rendezvous.lecture.CeQuiEstPrevu;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.rendezvous.lecture.PermanencesTenues;
import fr.jalon.socle.RefusMetier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From opening hours to who came. Today is 20 October 2025; Mme Roux receives on Tuesdays, three slots a day, 11 November being a holiday. */
@EssaiArdeche
class EntretiensTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate MARDI = LocalDate.of(2025, 11, 4);
  private static final int TERRITOIRE = 2;
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(TERRITOIRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS");
  private static final Perimetre AILLEURS = EnTantQue.territoire(3, "DOSSIERS", "ENTREES", "RENDEZ_VOUS");
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  TenirLesPermanences permanences;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  Convoquer convoquer;
  @Autowired
  ListeDesEntrees entrees;
  @Autowired
  CeQuiEstPrevu prevu;
  @Autowired
  PermanencesTenues tenues;
  @Autowired
  DonnerUnRendezVous donner;
  @Autowired
  AgendaDesEntretiens agenda;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int permanence;
  private List<Long> creneaux;

  @BeforeEach
  void mme_roux_recoit_le_mardi() {
    essai++;
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    int lieu = en(() -> lieux.executer(new LieuDeRendezVous(null, "Bureau " + essai, "1 rue du Lac", "07100", "07010", "", TERRITOIRE, true, 2,
        "04 00 00 00 00", true)));
    permanence = en(() -> permanences.ouvrir(saisie(lieu))).id();
    creneaux = base.sql("select id from rendezvous.creneau where permanence_id = ? order by jour, debut").param(permanence).query(Long.class).list();
  }

  @Test
  void la_permanence_fait_des_creneaux_sauf_le_jour_ferie_et_ne_s_ouvre_pas_deux_fois() {
    assertThat(creneaux).hasSize(6);
    int lieu = base.sql("select lieu_id from rendezvous.permanence where id = ?").param(permanence).query(Integer.class).single();
    refuse("PERMANENCE_DEJA", () -> permanences.ouvrir(saisie(lieu)));
    assertThatThrownBy(() -> EnTantQue.agir(AILLEURS, () -> permanences.ouvrir(saisie(lieu)))).isInstanceOfSatisfying(RefusMetier.class,
        r -> assertThat(r.code()).isEqualTo("LIEU_AILLEURS"));
  }

  @Test
  void donner_un_rendez_vous_ecrit_a_la_personne_et_un_second_clic_ne_fait_rien() {
    Personne ana = personne();
    long id = en(() -> donner.donner(ana.id(), creneaux.getFirst()));
    assertThat(en(() -> donner.donner(ana.id(), creneaux.getFirst()))).isEqualTo(id);
    assertThat(messages(id)).containsExactly("CONVOCATION_ENTRETIEN");
    en(() -> donner.changer(id, creneaux.getLast()));
    assertThat(base.sql("select count(*) from rendezvous.passage where objet_id = ?").param(id).query(Integer.class).single()).isEqualTo(2);
    en(() -> {
      donner.annuler(id, "reçue autrement");
      return null;
    });
    assertThat(messages(id)).contains("ANNULATION_ENTRETIEN");
    assertThat(en(() -> donner.donner(ana.id(), creneaux.getFirst()))).isNotEqualTo(id);
  }

  @Test
  void refuse_un_creneau_pris_passe_ou_ferme_une_personne_qui_a_deja_un_rendez_vous_et_un_droit_ferme() {
    Personne ana = personne();
    Personne bea = personne();
    en(() -> donner.donner(ana.id(), creneaux.getFirst()));
    refuse("CRENEAU_PRIS", () -> donner.donner(bea.id(), creneaux.getFirst()));
    refuse("DEJA_UN_ENTRETIEN", () -> donner.donner(ana.id(), creneaux.get(1)));
    refuse("DEJA_UN_ENTRETIEN", () -> donner.inviter(ana.id()));
    Personne close = dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), personne(), "5", false).personne();
    refuse("DROIT_CLOS", () -> donner.donner(close.id(), creneaux.get(1)));
    en(() -> permanences.fermer(permanence, LocalDate.of(2025, 11, 18), LocalDate.of(2025, 11, 18), "congé"));
    refuse("AGENT_ABSENT", () -> donner.donner(bea.id(), creneaux.getLast()));
    horloge.regler(MARDI.atTime(9, 30));
    refuse("CRENEAU_PASSE", () -> donner.donner(bea.id(), creneaux.getFirst()));
    assertThat(en(() -> donner.donner(bea.id(), creneaux.get(1)))).isPositive();
  }

  @Test
  void une_absence_annule_et_previent_meme_qui_est_d_un_autre_territoire() {
    Personne ici = personne();
    Personne ailleurs = dossiers.inconnue("ENTRETAILLEURS" + essai, 3, LocalDate.of(2025, 9, 10));
    long sien = en(() -> donner.donner(ici.id(), creneaux.getFirst()));
    long autre = EnTantQue.agir(AILLEURS, () -> donner.donner(ailleurs.id(), creneaux.get(1)));
    assertThat(en(() -> permanences.fermer(permanence, MARDI, MARDI, "formation"))).isEqualTo(2);
    assertThat(etat(sien)).isEqualTo(EtatEntretien.ANNULEE);
    assertThat(etat(autre)).isEqualTo(EtatEntretien.ANNULEE);
    assertThat(messages(autre)).contains("ANNULATION_ENTRETIEN");
    assertThat(en(() -> permanences.rouvrir(permanence, MARDI))).isEqualTo(3);
    assertThat(en(() -> donner.donner(ici.id(), creneaux.getFirst()))).isPositive();
  }

  @Test
  void un_autre_territoire_voit_le_creneau_pris_sans_savoir_par_qui() {
    Personne ana = personne();
    long id = en(() -> donner.donner(ana.id(), creneaux.getFirst()));
    LigneDAgenda vue = EnTantQue.agir(AILLEURS, () -> agenda.semaine(LocalDate.of(2025, 11, 3), null, null, permanence)).getFirst();
    assertThat(vue.pris()).isTrue();
    assertThat(vue.nom()).isNull();
    assertThat(en(() -> agenda.semaine(LocalDate.of(2025, 11, 3), null, null, permanence)).getFirst().personneId()).isEqualTo(ana.id());
    assertThat(en(() -> agenda.libres(TERRITOIRE, MARDI))).extracting(LigneDAgenda::id).contains(creneaux.get(1)).doesNotContain(creneaux.getFirst());
    assertThatThrownBy(() -> EnTantQue.agir(AILLEURS, () -> donner.changer(id, creneaux.get(1)))).isInstanceOfSatisfying(RefusMetier.class,
        r -> assertThat(r.code()).isEqualTo("ENTRETIEN_INCONNU"));
  }

  @Test
  void deux_agents_ne_donnent_pas_le_meme_creneau() throws Exception {
    List<Personne> deux = List.of(personne(), personne());
    try (ExecutorService agents = Executors.newFixedThreadPool(2)) {
      List<Callable<Boolean>> essais = deux.stream().<Callable<Boolean>>map(p -> () -> {
        try {
          return en(() -> donner.donner(p.id(), creneaux.getFirst())) > 0;
        } catch (RefusMetier refus) {
          return !refus.code().equals("CRENEAU_PRIS");
        }
      }).toList();
      int reussis = 0;
      for (Future<Boolean> f : agents.invokeAll(essais)) {
        reussis += f.get() ? 1 : 0;
      }
      assertThat(reussis).isEqualTo(1);
    }
  }

  @Test
  void une_absence_est_un_fait_qu_une_correction_retire() {
    long id = en(() -> donner.donner(personne().id(), creneaux.getFirst()));
    refuse("ENTRETIEN_A_VENIR", () -> noter(id, EtatEntretien.ABSENTE));
    horloge.regler(MARDI.atTime(12, 0));
    en(() -> noter(id, EtatEntretien.ABSENTE));
    assertThat(faits(id)).containsExactly("ABSENCE_NON_EXCUSEE");
    refuse("MOTIF_ABSENT", () -> noter(id, EtatEntretien.EXCUSEE));
    en(() -> noter(id, EtatEntretien.PRESENTE));
    assertThat(faits(id)).isEmpty();
  }

  @Test
  void la_personne_invitee_choisit_change_et_annule_par_son_lien() {
    String code = "CHXA2345" + (char) ('A' + essai);
    long id = en(() -> donner.inviter(personne().id()));
    base.sql("update rendezvous.entretien set code_empreinte = null where code_empreinte = sha256(convert_to(?, 'UTF8'))").param(code).update();
    base.sql("update rendezvous.entretien set code_empreinte = sha256(convert_to(?, 'UTF8')) where id = ?").params(code, id).update();
    Navigateur nav = new Navigateur(port);
    assertThat(nav.ouvrir("/r/" + code).body()).contains("Choisissez votre rendez-vous").contains("mardi 4 novembre 2025").doesNotContain("ENTRET")
        .doesNotContain("<script");
    assertThat(nav.poster("/r/" + code + "/creneau", Map.of()).statusCode()).isEqualTo(422);
    assertThat(nav.suivre(nav.poster("/r/" + code + "/creneau", Map.of("creneau", "" + creneaux.getFirst()))).body())
        .contains("Vous avez choisi ce rendez-vous");
    nav.poster("/r/" + code + "/creneau", Map.of("creneau", "" + creneaux.getFirst()));
    assertThat(base.sql("select count(*) from rendezvous.passage where objet_id = ?").param(id).query(Integer.class).single())
        .as("un second clic").isEqualTo(2);
    assertThat(messages(id)).contains("CONVOCATION_ENTRETIEN");
    en(() -> donner.donner(personne().id(), creneaux.get(1)));
    assertThat(nav.poster("/r/" + code + "/creneau", Map.of("creneau", "" + creneaux.get(1))).body()).contains("Choisissez-en un autre");
    nav.poster("/r/" + code + "/creneau", Map.of("creneau", "" + creneaux.get(2)));
    assertThat(base.sql("select creneau_id from rendezvous.entretien where id = ?").param(id).query(Long.class).single()).isEqualTo(creneaux.get(2));
    assertThat(nav.suivre(nav.poster("/r/" + code, Map.of("vient", "non", "raison", "EMPLOI"))).body()).contains("Vous avez annulé");
    assertThat(etat(id)).isEqualTo(EtatEntretien.DECLINEE);
  }

  @Test
  void un_entretien_manque_ne_se_deplace_plus_ni_par_le_lien_ni_par_l_agent_et_un_changement_garde_le_creneau_quitte() {
    String code = "CHXB2345" + (char) ('A' + essai);
    Personne ana = personne();
    long id = en(() -> donner.donner(ana.id(), creneaux.getFirst()));
    base.sql("update rendezvous.entretien set code_empreinte = null where code_empreinte = sha256(convert_to(?, 'UTF8'))").param(code).update();
    base.sql("update rendezvous.entretien set code_empreinte = sha256(convert_to(?, 'UTF8')) where id = ?").params(code, id).update();
    Navigateur nav = new Navigateur(port);
    nav.poster("/r/" + code + "/creneau", Map.of("creneau", "" + creneaux.get(1)));
    assertThat(base.sql("select creneau_id || ' ' || creneau_quitte_id from rendezvous.passage where objet_id = ? order by id desc limit 1").param(id)
        .query(String.class).single())
        .isEqualTo(creneaux.get(1) + " " + creneaux.getFirst());
    horloge.regler(MARDI.atTime(9, 45));
    assertThat(nav.suivre(nav.poster("/r/" + code + "/creneau", Map.of("creneau", "" + creneaux.getLast()))).body())
        .contains("Ce rendez-vous est passé").contains("04 00 00 00 00");
    nav.poster("/r/" + code, Map.of("vient", "non", "raison", "PAS_RECU"));
    refuse("ENTRETIEN_PASSE", () -> donner.changer(id, creneaux.getLast()));
    assertThat(base.sql("select etat || ' ' || creneau_id from rendezvous.entretien where id = ?").param(id).query(String.class).single())
        .isEqualTo("CONFIRMEE " + creneaux.get(1));
    en(() -> noter(id, EtatEntretien.ABSENTE));
    assertThat(faits(id)).containsExactly("ABSENCE_NON_EXCUSEE");
  }

  @Test
  void une_personne_deja_convoquee_ou_deja_attendue_n_a_pas_deux_rendez_vous_sans_qu_on_le_dise() {
    Personne ana = dossiers.entrante("ENTRETDEUX" + essai, TERRITOIRE, LocalDate.of(2025, 10, 3));
    Personne bea = dossiers.entrante("ENTRETDEUXB" + essai, TERRITOIRE, LocalDate.of(2025, 10, 3));
    int lieu = base.sql("select lieu_id from rendezvous.permanence where id = ?").param(permanence).query(Integer.class).single();
    long session = en(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(14, 0), LocalTime.of(16, 0), 5, null, null, null), List.of(MARDI)))
        .ouvertes().getFirst();
    assertThat(en(() -> entrees.dePersonne(bea.id())).orElseThrow().aConvoquer()).isTrue();
    en(() -> donner.donner(bea.id(), creneaux.getFirst()));
    assertThat(en(() -> entrees.dePersonne(bea.id())).orElseThrow().aConvoquer()).as("déjà attendue").isFalse();
    assertThat(en(() -> convoquer.executer(List.of(new AConvoquer(bea.id(), session, false, null)))).refus().get(bea.id()))
        .contains("déjà attendue à un rendez-vous individuel, le mardi 4 novembre 2025").contains("convoquer quand même");
    assertThat(en(() -> convoquer.executer(List.of(new AConvoquer(bea.id(), session, false, null, true)))).convoquees()).isOne();
    en(() -> convoquer.executer(List.of(new AConvoquer(ana.id(), session, false, null))));
    refuse("DEJA_CONVOQUEE", () -> donner.donner(ana.id(), creneaux.get(1)));
    refuse("DEJA_CONVOQUEE", () -> donner.inviter(ana.id()));
    assertThat(en(() -> donner.donner(ana.id(), creneaux.get(1), true))).isPositive();
    assertThat(en(() -> prevu.pour(ana.id()))).hasSize(2);
    base.sql("update rendezvous.session set etat = 'ANNULEE' where id = ?").param(session).update();
    base.sql("update rendezvous.convocation set etat = 'ANNULEE' where session_id = ?").param(session).update();
  }

  @Test
  void qui_annule_par_son_lien_choisit_aussitot_un_autre_creneau_avec_le_meme_code() {
    String code = "CHXC2345" + (char) ('A' + essai);
    Personne ana = personne();
    long id = en(() -> donner.donner(ana.id(), creneaux.getFirst()));
    base.sql("update rendezvous.entretien set code_empreinte = null where code_empreinte = sha256(convert_to(?, 'UTF8'))").param(code).update();
    base.sql("update rendezvous.entretien set code_empreinte = sha256(convert_to(?, 'UTF8')) where id = ?").params(code, id).update();
    Navigateur nav = new Navigateur(port);
    assertThat(nav.suivre(nav.poster("/r/" + code, Map.of("vient", "non", "raison", "EMPLOI"))).body()).contains("Vous avez annulé")
        .contains("Choisir un autre jour");
    assertThat(nav.suivre(nav.poster("/r/" + code + "/creneau", Map.of("creneau", "" + creneaux.get(1)))).body())
        .contains("Vous avez choisi ce rendez-vous");
    assertThat(etat(id)).isEqualTo(EtatEntretien.DECLINEE);
    long nouveau = base.sql("select id from rendezvous.entretien where personne_id = ? and etat = 'CONFIRMEE'").param(ana.id())
        .query(Long.class).single();
    assertThat(messages(nouveau)).contains("CONVOCATION_ENTRETIEN");
    nav.poster("/r/" + code + "/creneau", Map.of("creneau", "" + creneaux.get(2)));
    assertThat(base.sql("select creneau_id from rendezvous.entretien where id = ?").param(nouveau).query(Long.class).single())
        .isEqualTo(creneaux.get(2));
  }

  @Test
  void le_jour_ferie_laisse_de_cote_s_ouvre_si_on_le_choisit() {
    LocalDate armistice = LocalDate.of(2025, 11, 11);
    assertThat(en(() -> tenues.feriesLaisses(permanence))).singleElement().satisfies(f -> assertThat(f.ferie()).isEqualTo("11 novembre"));
    refuse("JOUR_FERIE", () -> permanences.ouvrirUnFerie(permanence, MARDI));
    assertThat(en(() -> permanences.ouvrirUnFerie(permanence, armistice))).isEqualTo(3);
    assertThat(en(() -> permanences.ouvrirUnFerie(permanence, armistice))).as("un second clic").isZero();
    assertThat(en(() -> tenues.feriesLaisses(permanence))).isEmpty();
    assertThat(base.sql("select count(*) from rendezvous.creneau where permanence_id = ?").param(permanence).query(Integer.class).single())
        .isEqualTo(9);
  }

  @Test
  void un_rendez_vous_passe_ou_un_creneau_qui_n_existe_pas_ne_se_donne_pas_et_la_presence_se_dit() {
    Personne ana = personne();
    refuse("CRENEAU_INCONNU", () -> donner.donner(ana.id(), 987_654_321));
    long id = en(() -> donner.donner(ana.id(), creneaux.getFirst()));
    horloge.regler(MARDI.atTime(18, 0));
    refuse("PRESENCE", () -> noter(id, null));
    refuse("PRESENCE", () -> noter(id, EtatEntretien.CONVOQUEE));
    en(() -> noter(id, EtatEntretien.PRESENTE));
    refuse("ENTRETIEN_CLOS", () -> donner.changer(id, creneaux.getLast()));
    assertThat(etat(id)).isEqualTo(EtatEntretien.PRESENTE);
  }

  private SaisieDePermanence saisie(int lieu) {
    return new SaisieDePermanence(lieu, "Mme Roux " + essai, null,
        new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 30), 45, LocalDate.of(2025, 10, 29),
        LocalDate.of(2025, 11, 18)));
  }

  private Personne personne() {
    return dossiers.inconnue("ENTRET" + essai, TERRITOIRE, LocalDate.of(2025, 9, 10));
  }

  private Object noter(long id, EtatEntretien etat) {
    donner.noter(id, etat, null);
    return null;
  }

  private EtatEntretien etat(long id) {
    return EtatEntretien.valueOf(base.sql("select etat from rendezvous.entretien where id = ?").param(id).query(String.class).single());
  }

  private List<String> faits(long id) {
    return base.sql("select nature from rendezvous.fait where convocation_id = ? and retire_le is null").param(id).query(String.class).list();
  }

  private List<String> messages(long id) {
    return base.sql("select distinct modele from courriers.message where objet_id = ? and modele like '%ENTRETIEN' order by 1").param(id)
        .query(String.class).list();
  }

  private void refuse(String code, Supplier<Object> acte) {
    assertThatThrownBy(() -> en(acte)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(SECRETAIRE, acte);
  }
}
