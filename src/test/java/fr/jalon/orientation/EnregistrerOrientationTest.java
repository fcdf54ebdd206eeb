package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AnnulerOrientation;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.MettreEnVeille;
import fr.jalon.orientation.application.ReprendreSuivi;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the orientation notified to the organisation that sees the person, and back. Today is 20 October 2025. */
@EssaiArdeche
class EnregistrerOrientationTest {
  private static final LocalDate RECU = LocalDate.of(2025, 10, 3);
  private static final LocalDate POSTE = LocalDate.of(2025, 10, 15);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(1, "DOSSIERS", "ENTREES", "ORIENTATIONS");
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  AnnulerOrientation annuler;
  @Autowired
  CloreSuivi clore;
  @Autowired
  MettreEnVeille mettreEnVeille;
  @Autowired
  ReprendreSuivi reprendre;
  @Autowired
  Structures structures;
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void l_orientation_notifiee_repond_a_l_entree_et_tient_l_echeance() {
    Personne p = entrante("REPONSE");
    orienter(p, POSTE);
    assertThat(texte("select etat || ' ' || etat_depuis from orientation.entree where personne_id = ?", p)).isEqualTo("ORIENTEE 2025-10-15");
    assertThat(texte("select etat || ' ' || etat_depuis from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p))
        .isEqualTo("TENUE 2025-10-15");
    assertThat(texte("select parcours || ' ' || etat || ' ' || saisi_par from orientation.suivi where personne_id = ?", p))
        .isEqualTo("SOCIOPROFESSIONNEL EN_COURS agent.territoire");
    assertThat(texte("select string_agg(acte, ',') from journal.trace where personne_id = ?", p)).isEqualTo("ORIENTATION");
    assertThat(texte("select string_agg(objet || ' ' || vers, ', ' order by id) from orientation.passage where personne_id = ?", p))
        .isEqualTo("ENTREE EN_ATTENTE, SUIVI EN_COURS, ENTREE ORIENTEE");
  }

  @Test
  void l_organisation_choisie_voit_la_personne_et_son_foyer_et_elle_seule() {
    Personne p = entrante("VUE");
    int elue = organisation().id();
    int autre = structures.organisations().stream().filter(o -> o.id() != elue).findFirst().orElseThrow().id();
    assertThat(voit(elue, p)).isZero();
    long suivi = orienter(p, POSTE);
    assertThat(voit(elue, p)).isEqualTo(6);
    assertThat(voit(autre, p)).isZero();
    EnTantQue.agir(SECRETAIRE, () -> {
      clore.executer(suivi, POSTE.plusDays(1), "Déménagement");
      return null;
    });
    assertThat(voit(elue, p)).isZero();
  }

  @Test
  void refuse_une_orientation_anterieure_a_la_reception() {
    refuse(entrante("AVANT"), RECU.minusDays(1), "AVANT_RECEPTION", "D. 262-65-2 CASF");
  }

  @Test
  void refuse_une_orientation_dans_l_avenir() {
    refuse(entrante("AVENIR"), LocalDate.of(2025, 10, 21), "DATE_FUTURE", null);
  }

  @Test
  void refuse_l_orientation_quand_le_droit_est_clos() {
    Personne p = entrante("CLOSE");
    p = dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), p, "5", false).personne();
    refuse(p, POSTE, "DROIT_CLOS", "L. 262-29 CASF");
  }

  @Test
  void refuse_l_orientation_quand_le_droit_est_suspendu() {
    Personne p = entrante("SUSPENDUE");
    p = dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), p, "4", true).personne();
    refuse(p, POSTE, "DROIT_SUSPENDU", "L. 262-29 CASF");
  }

  @Test
  void ce_qui_serait_refuse_se_demande_sans_rien_enregistrer() {
    Personne close = dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), entrante("DEMANDECLOSE"), "5", false).personne();
    Personne libre = entrante("DEMANDELIBRE");
    NouvelleOrientation impossible = new NouvelleOrientation(close.id(), Parcours.SOCIAL, organisation().id(), null, POSTE);
    NouvelleOrientation possible = new NouvelleOrientation(libre.id(), Parcours.SOCIAL, organisation().id(), null, POSTE);
    var refus = EnTantQue.agir(SECRETAIRE, () -> enregistrer.refus(List.of(impossible, possible)));
    assertThat(refus).containsOnlyKeys(impossible);
    assertThat(refus.get(impossible).code()).isEqualTo("DROIT_CLOS");
    assertThat(texte("select count(*) from orientation.suivi where personne_id = ?", libre)).isEqualTo("0");
  }

  @Test
  void une_personne_deja_la_dont_le_droit_est_suspendu_a_un_suivi_en_veille() {
    Personne p = dossiers.inconnue("STOCK", 1, LocalDate.of(2023, 1, 10));
    Personne stock = dossiers.fichier(LocalDate.of(2025, 9, 30), RECU, p, "4", true, LocalDate.of(2025, 8, 1), true).personne();
    orienter(stock, LocalDate.of(2025, 2, 3));
    assertThat(texte("select etat || ' ' || (entree_id is null) from orientation.suivi where personne_id = ?", stock)).isEqualTo("EN_VEILLE true");
  }

  @Test
  void refuse_une_seconde_orientation_tant_que_la_premiere_est_ouverte() {
    Personne p = entrante("DEUX");
    orienter(p, POSTE);
    refuse(p, POSTE, "DEJA_ORIENTEE", "L. 262-27 CASF");
    assertThatThrownBy(() -> orienter(p, POSTE)).as("le second agent apprend ce qui a été décidé, par qui et quand")
        .hasMessageContaining("parcours socioprofessionnel, Centre médico-social de Privas, notifié le 15/10/2025, saisi par agent.territoire le 20/10/2025");
  }

  @Test
  void refuse_une_organisation_qui_ne_prend_plus_personne() {
    Personne p = entrante("INACTIVE");
    int inactive =
        base.sql("insert into structures.organisation (code, nom, nature, active) values ('VIEILLE', 'Vieille', 'EXTERNE', false) returning id")
        .query(Integer.class).single();
    assertThatThrownBy(() -> EnTantQue.agir(SECRETAIRE,
        () -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, inactive, null, POSTE))))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("ORGANISATION_INACTIVE"));
  }

  @Test
  void refuse_un_referent_d_une_autre_organisation() {
    Personne p = entrante("AILLEURS");
    int organisation = organisation().id();
    int ailleurs = structures.referents().stream().filter(r -> r.organisationId() != organisation).findFirst().orElseThrow().id();
    assertThatThrownBy(() -> EnTantQue.agir(SECRETAIRE,
        () -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation, ailleurs, POSTE))))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("REFERENT_AILLEURS"));
  }

  @Test
  void ne_trouve_pas_une_personne_d_un_autre_territoire() {
    Personne p = dossiers.inconnue("HORS", 2, LocalDate.of(2025, 9, 10));
    Personne vue = dossiers.fichier(LocalDate.of(2025, 9, 30), RECU, p, "2", true).personne();
    refuse(vue, POSTE, "PERSONNE_INCONNUE", null);
  }

  @Test
  void une_orientation_annulee_rend_la_personne_a_la_file_avec_son_echeance() {
    Personne p = entrante("ERREUR");
    long suivi = orienter(p, POSTE);
    EnTantQue.agir(SECRETAIRE, () -> {
      annuler.executer(suivi, "mauvaise personne");
      return null;
    });
    assertThat(texte("select etat from orientation.entree where personne_id = ?", p)).isEqualTo("EN_ATTENTE");
    assertThat(texte("select etat || ' ' || limite_legale from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p))
        .isEqualTo("OUVERTE 2025-11-14");
    assertThat(texte("select motif_fin || (entree_id is null) from orientation.suivi where personne_id = ?", p))
        .isEqualTo("Saisi par erreur : mauvaise personnetrue");
    assertThat(voit(organisation().id(), p)).isZero();
    orienter(p, POSTE);
  }

  @Test
  void une_orientation_annulee_pendant_que_le_droit_est_suspendu_met_la_personne_en_pause_et_son_delai_repart_avec_les_jours_qui_restaient() {
    Personne p = entrante("PAUSEANNULEE");
    long suivi = orienter(p, POSTE);
    p = dossiers.fichier(LocalDate.of(2025, 10, 17), LocalDate.of(2025, 10, 18), p, "4", true).personne();
    EnTantQue.agir(SECRETAIRE, () -> {
      annuler.executer(suivi, "mauvaise personne");
      return null;
    });
    String delai = "select etat || ' ' || limite_legale from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?";
    assertThat(texte("select etat || ' ' || etat_depuis from orientation.entree where personne_id = ?", p)).isEqualTo("SUSPENDUE 2025-10-17");
    assertThat(texte(delai, p)).isEqualTo("SUSPENDUE 2025-11-14");
    p = dossiers.fichier(LocalDate.of(2025, 11, 2), LocalDate.of(2025, 11, 4), p, "2", true).personne();
    assertThat(texte("select etat from orientation.entree where personne_id = ?", p)).isEqualTo("EN_ATTENTE");
    // eighteen days from the end of the paid right to the return that is received
    assertThat(texte(delai, p)).isEqualTo("OUVERTE 2025-12-02");
    assertThat(texte("select string_agg(coalesce(de, '') || ' -> ' || vers, ', ' order by id) from orientation.passage where objet = 'ENTREE' and personne_id = ?", p))
        .isEqualTo(" -> EN_ATTENTE, EN_ATTENTE -> ORIENTEE, ORIENTEE -> SUSPENDUE, SUSPENDUE -> EN_ATTENTE");
  }

  @Test
  void une_orientation_annulee_quand_la_personne_n_est_plus_soumise_la_met_aussi_en_pause() {
    Personne p = entrante("PLUSSOUMISE");
    long suivi = orienter(p, POSTE);
    p = dossiers.fichier(LocalDate.of(2025, 10, 17), LocalDate.of(2025, 10, 18), p, "2", false).personne();
    EnTantQue.agir(SECRETAIRE, () -> annuler.executer(List.of(suivi), "mauvaise liste"));
    assertThat(texte("select etat || ' ' || etat_depuis from orientation.entree where personne_id = ?", p)).isEqualTo("SUSPENDUE 2025-10-17");
    assertThat(texte("select etat || ' ' || etat_depuis from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", p))
        .isEqualTo("SUSPENDUE 2025-10-17");
  }

  @Test
  void l_annulation_veut_une_raison() {
    long suivi = orienter(entrante("RAISON"), POSTE);
    assertThatThrownBy(() -> EnTantQue.agir(SECRETAIRE, () -> {
      annuler.executer(suivi, " ");
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("MOTIF_ABSENT"));
  }

  @Test
  void un_suivi_dort_se_reveille_et_ne_se_clot_qu_une_fois() {
    Personne p = entrante("VEILLE");
    long suivi = orienter(p, POSTE);
    EnTantQue.agir(SECRETAIRE, () -> {
      mettreEnVeille.executer(suivi, POSTE.plusDays(1), "Hospitalisation");
      reprendre.executer(suivi, POSTE.plusDays(2), "Retour");
      clore.executer(suivi, POSTE.plusDays(3), "Emploi durable");
      return null;
    });
    assertThat(texte("select etat || ' ' || motif_fin || ' ' || fin_le from orientation.suivi where personne_id = ?", p))
        .isEqualTo("CLOS Emploi durable 2025-10-18");
    assertThatThrownBy(() -> EnTantQue.agir(SECRETAIRE, () -> {
      clore.executer(suivi, POSTE.plusDays(4), "Encore");
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("PASSAGE_IMPOSSIBLE"));
  }

  private Personne entrante(String nom) {
    return dossiers.entrante(nom, 1, RECU);
  }

  private Organisation organisation() {
    return structures.organisations().stream().filter(o -> o.code().equals("CMS-PRIVAS")).findFirst().orElseThrow();
  }

  private long orienter(Personne p, LocalDate le) {
    return EnTantQue.agir(SECRETAIRE,
        () -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIOPROFESSIONNEL, organisation().id(), null, le)));
  }

  private void refuse(Personne p, LocalDate le, String code, String article) {
    assertThatThrownBy(() -> orienter(p, le)).isInstanceOfSatisfying(RefusMetier.class, r -> {
      assertThat(r.code()).isEqualTo(code);
      assertThat(r.article()).isEqualTo(article);
    });
  }

  /** Rows about the person that a partner of this organisation sees: person, foyer, droit, membre, suivi, entree. */
  private int voit(int organisation, Personne p) {
    return EnTantQue.agir(EnTantQue.partenaire(organisation, "DOSSIERS", "ENTREES"), () -> transaction.execute(_ -> agents.sql("""
        select (select count(*) from allocataires.personne where id = :p) + (select count(*) from allocataires.foyer where id = :f)
          + (select count(*) from allocataires.droit where foyer_id = :f) + (select count(*) from allocataires.membre where personne_id = :p)
          + (select count(*) from orientation.suivi where personne_id = :p) + (select count(*) from orientation.entree where personne_id = :p)""")
        .param("p", p.id()).param("f", p.foyerId()).query(Integer.class).single()));
  }

  private String texte(String sql, Personne p) {
    List<String> lignes = base.sql(sql).param(p.id()).query(String.class).list();
    assertThat(lignes).hasSize(1);
    return lignes.getFirst();
  }
}
