package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.lecture.PersonnesAConvoquer;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The Département's own delays in the register, from their start to what ends them. Ardèche names a référent within six weeks. Today is 20 October
 * 2025.
 */
@EssaiArdeche
class EcheancesViseesTest {
  private static final LocalDate REFERENCE = LocalDate.of(2025, 9, 30);
  private static final LocalDate RECU = LocalDate.of(2025, 10, 3);
  private static final LocalDate NOTIFIE = LocalDate.of(2025, 10, 10);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(1, "DOSSIERS", "ENTREES", "ORIENTATIONS");
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  PersonnesAConvoquer aConvoquer;
  @Autowired
  Structures structures;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void le_delai_du_referent_part_de_la_notification_du_droit_et_finit_quand_il_est_nomme() {
    Personne p = entrante("NOMMEE");
    assertThat(visee(p, "REFERENT")).isEqualTo("OUVERTE 2025-09-30 2025-11-11");
    Referent referent = referent();
    orienter(p, referent.organisationId(), referent.id());
    assertThat(visee(p, "REFERENT")).isEqualTo("TENUE 2025-10-10 2025-11-11");
  }

  @Test
  void orientee_vers_une_organisation_sans_referent_elle_en_attend_encore_un() {
    Personne p = entrante("SANSNOM");
    Referent referent = referent();
    orienter(p, referent.organisationId(), null);
    balayer.executer("essai");
    assertThat(visee(p, "REFERENT")).isEqualTo("OUVERTE 2025-09-30 2025-11-11");
    base.sql("""
        with s as (update orientation.suivi set referent_id = ? where personne_id = ? returning id, personne_id)
        insert into orientation.changement_de_referent (suivi_id, personne_id, apres_id, le, raison, fait_par, saisi_le)
        select id, personne_id, ?, date '2025-10-17', 'désigné', 'essai', now() from s""").params(referent.id(), p.id(), referent.id()).update();
    balayer.executer("essai");
    assertThat(visee(p, "REFERENT")).isEqualTo("TENUE 2025-10-17 2025-11-11");
  }

  @Test
  void le_delai_s_arrete_avec_le_droit_et_tombe_quand_il_se_ferme() {
    Personne p = dossiers.fichier(LocalDate.of(2025, 10, 9), LocalDate.of(2025, 10, 10), entrante("ARRETEE"), "4", true).personne();
    assertThat(visee(p, "REFERENT")).isEqualTo("SUSPENDUE 2025-10-09 2025-11-11");
    p = dossiers.fichier(LocalDate.of(2025, 10, 14), LocalDate.of(2025, 10, 15), p, "2", true).personne();
    assertThat(visee(p, "REFERENT")).isEqualTo("OUVERTE 2025-10-14 2025-11-16");
    p = dossiers.fichier(LocalDate.of(2025, 10, 16), LocalDate.of(2025, 10, 17), p, "5", false).personne();
    assertThat(visee(p, "REFERENT")).startsWith("CADUQUE 2025-10-16");
  }

  @Test
  void deux_mois_jusqu_au_premier_rendez_vous_finissent_le_jour_ou_elle_vient() {
    base.sql("""
        insert into parametres.valeur (cle, depuis, valeur, saisi_par, saisi_le, motif) values
          ('orientation.delai_cible', '2032-01-01', '2 mois', 'essai', now(), 'Comme la Drôme'),
          ('orientation.delai_cible_fin', '2032-01-01', 'PREMIER_RENDEZ_VOUS', 'essai', now(), 'Comme la Drôme')""").update();
    Personne p = dossiers.fichier(LocalDate.of(2032, 2, 29), LocalDate.of(2032, 3, 3),
        dossiers.inconnue("DROMOISE", 1, LocalDate.of(2032, 2, 10)), "2", true).personne();
    assertThat(visee(p, "PREMIER_RENDEZ_VOUS")).isEqualTo("OUVERTE 2032-02-29 2032-04-29");
    // the deadline to orient bears the law's limit only: the orientation does not end the Département's delay
    assertThat(visee(p, "ORIENTATION")).isEqualTo("OUVERTE 2032-03-03 aucune");
    base.sql("""
        with l as (insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone)
            select 'Salle', '1 rue', '07000', min(code), 1, true, 10, '0475000000' from structures.commune where territoire_id = 1 returning id),
          s as (insert into rendezvous.session (lieu_id, territoire_id, jour, debut, fin, capacite, cree_par, cree_le)
            select id, 1, date '2032-03-20', '09:00', '11:00', 10, 'essai', now() from l returning id)
        insert into rendezvous.convocation (personne_id, session_id, etat, etat_depuis, saisi_par, saisi_le, territoire_id)
        select ?, id, 'PRESENTE', now(), 'essai', now(), 1 from s""").param(p.id()).update();
    balayer.executer("essai");
    assertThat(visee(p, "PREMIER_RENDEZ_VOUS")).isEqualTo("TENUE 2032-03-20 2032-04-29");
  }

  @Test
  void une_session_se_choisit_avant_la_plus_proche_des_limites_qu_elle_tient() {
    base.sql("""
        insert into parametres.valeur (cle, depuis, valeur, saisi_par, saisi_le, motif) values
          ('orientation.delai_cible', '2034-01-01', '3 semaines', 'essai', now(), 'Premier rendez-vous avant l''orientation'),
          ('orientation.delai_cible_fin', '2034-01-01', 'PREMIER_RENDEZ_VOUS', 'essai', now(), 'Comme la Drôme')""").update();
    Personne p = dossiers.fichier(LocalDate.of(2034, 2, 28), LocalDate.of(2034, 3, 3),
        dossiers.inconnue("ALAVOIR", 1, LocalDate.of(2034, 2, 10)), "2", true).personne();
    assertThat(limite(p)).isEqualTo(LocalDate.of(2034, 3, 21));
    base.sql("update echeances.echeance set etat = 'TENUE', etat_depuis = '2034-03-10' where nature = 'PREMIER_RENDEZ_VOUS' and personne_id = ?")
        .param(p.id()).update();
    assertThat(limite(p)).as("vue une première fois, elle est encore à orienter")
        .isEqualTo(base.sql("select limite_legale from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?").param(p.id())
        .query(LocalDate.class).single());
  }

  @Test
  void qui_est_entree_avant_que_ce_delai_existe_le_recoit_la_nuit_si_elle_attend_ou_s_il_court_encore() {
    Personne attend = entrante("AVANTATTEND");
    Personne suivie = entrante("AVANTSUIVIE");
    Personne passee = dossiers.fichier(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 3),
        dossiers.inconnue("AVANTPASSEE", 1, LocalDate.of(2025, 6, 10)), "2", true).personne();
    orienter(suivie, referent().organisationId(), null);
    orienter(passee, referent().organisationId(), null);
    // as an older version left them
    base.sql("delete from echeances.echeance where nature = 'REFERENT' and personne_id in (?, ?, ?)")
        .params(attend.id(), suivie.id(), passee.id()).update();
    balayer.executer("essai");
    balayer.executer("essai");
    assertThat(visee(attend, "REFERENT")).isEqualTo("OUVERTE 2025-09-30 2025-11-11");
    assertThat(visee(suivie, "REFERENT")).isEqualTo("OUVERTE 2025-09-30 2025-11-11");
    assertThat(base.sql("select count(*) from echeances.echeance where nature = 'REFERENT' and personne_id = ?").param(passee.id())
        .query(Long.class).single())
        .as("personne n'a écrit, alors, si un référent avait été nommé").isZero();
  }

  private Personne entrante(String nom) {
    return dossiers.fichier(REFERENCE, RECU, dossiers.inconnue(nom, 1, LocalDate.of(2025, 9, 10)), "2", true).personne();
  }

  private void orienter(Personne p, int organisation, Integer referent) {
    EnTantQue.agir(SECRETAIRE, () -> enregistrer.executer(List.of(new NouvelleOrientation(p.id(), Parcours.SOCIAL,
        organisation, referent, NOTIFIE))));
  }

  private Referent referent() {
    List<Integer> duTerritoire = structures.organisations().stream().filter(o -> o.territoires().contains(1) && o.prend("SOCIAL"))
        .map(o -> o.id()).toList();
    return structures.referents().stream().filter(r -> r.actif() && duTerritoire.contains(r.organisationId()) && r.publics().isEmpty())
        .findFirst().orElseThrow();
  }

  private LocalDate limite(Personne p) {
    return EnTantQue.agir(SECRETAIRE, () -> aConvoquer.lire(List.of(p.id()))).getFirst().personne().limite();
  }

  private String visee(Personne p, String nature) {
    return base.sql("select etat || ' ' || etat_depuis || ' ' || coalesce(cible::text, 'aucune') from echeances.echeance where nature = ? and personne_id = ?")
        .params(nature, p.id()).query(String.class).single();
  }
}
