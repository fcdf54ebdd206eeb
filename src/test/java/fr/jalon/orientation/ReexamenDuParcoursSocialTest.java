package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.BalayerLesEcheances;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AnnulerOrientation;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.MettreEnVeille;
import fr.jalon.orientation.application.ReprendreSuivi;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The review of a parcours social, and the daily sweep that keeps the register true. Today is 20 October 2025. */
@EssaiArdeche
class ReexamenDuParcoursSocialTest {
  private static final LocalDate RECU = LocalDate.of(2025, 10, 3);
  private static final LocalDate NOTIFIE = LocalDate.of(2025, 10, 6);
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
  MettreEnVeille veille;
  @Autowired
  ReprendreSuivi reprendre;
  @Autowired
  BalayerLesEcheances balayer;
  @Autowired
  Structures structures;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void un_parcours_social_est_revu_dans_les_six_mois_un_parcours_professionnel_ne_l_est_pas() {
    Personne sociale = entrante("SOCIALE");
    orienter(sociale, Parcours.SOCIAL);
    assertThat(reexamen(sociale)).isEqualTo("OUVERTE 2026-04-06");
    Personne active = entrante("ACTIVE");
    orienter(active, Parcours.PROFESSIONNEL);
    assertThat(reexamen(active)).isNull();
  }

  @Test
  void une_difficulte_de_sante_ou_de_logement_porte_le_reexamen_a_douze_mois() {
    Personne p = entrante("FRAGILE");
    long diagnostic = base.sql("""
        insert into diagnostic.diagnostic (personne_id, reponses, referentiel, saisi_par, saisi_le) values (?, '{}', '2025-01-01', 'essai', now()) returning id""")
        .param(p.id()).query(Long.class).single();
    base.sql("""
        insert into diagnostic.recommandation (diagnostic_id, personne_id, parcours, reexamen_long, faite_le, territoire_id)
        values (?, ?, 'SOCIAL', true, now(), 1)""").params(diagnostic, p.id()).update();
    orienter(p, Parcours.SOCIAL);
    assertThat(reexamen(p)).isEqualTo("OUVERTE 2026-10-06");
    assertThat(base.sql("select reference_legale from echeances.echeance where nature = 'REEXAMEN_SOCIAL' and personne_id = ?").param(p.id())
        .query(String.class).single())
        .startsWith("D. 262-65-2-1 CASF");
  }

  @Test
  void le_delai_s_arrete_quand_le_suivi_dort_et_les_jours_restants_courent_ensuite() {
    Personne p = entrante("DORMEUSE");
    long suivi = orienter(p, Parcours.SOCIAL);
    EnTantQue.agir(SECRETAIRE, () -> {
      veille.executer(suivi, LocalDate.of(2025, 10, 8), "Droit suspendu");
      return null;
    });
    assertThat(reexamen(p)).isEqualTo("SUSPENDUE 2026-04-06");
    EnTantQue.agir(SECRETAIRE, () -> {
      reprendre.executer(suivi, LocalDate.of(2025, 10, 18), "Droit repris");
      return null;
    });
    assertThat(reexamen(p)).isEqualTo("OUVERTE 2026-04-16");
  }

  @Test
  void le_reexamen_est_tenu_par_une_nouvelle_orientation_et_sans_objet_si_le_suivi_s_arrete() {
    Personne p = entrante("REVUE");
    long suivi = orienter(p, Parcours.SOCIAL);
    EnTantQue.agir(SECRETAIRE, () -> {
      clore.executer(suivi, LocalDate.of(2025, 10, 15), "Réorientation");
      return null;
    });
    assertThat(reexamen(p)).isEqualTo("CADUQUE 2026-04-06");
    EnTantQue.agir(SECRETAIRE, () -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.PROFESSIONNEL,
        structures.organisations().getFirst().id(), null,
        LocalDate.of(2025, 10, 16))));
    assertThat(reexamen(p)).isEqualTo("TENUE 2026-04-06");
    Personne annulee = entrante("ANNULEE");
    long erreur = orienter(annulee, Parcours.SOCIAL);
    EnTantQue.agir(SECRETAIRE, () -> {
      annuler.executer(erreur, "Saisie par erreur");
      return null;
    });
    assertThat(reexamen(annulee)).isEqualTo("CADUQUE 2026-04-06");
  }

  @Test
  void le_balayage_retrouve_ce_qu_un_fichier_a_change_et_compte_les_retards_une_fois_par_jour() {
    Personne p = entrante("BALAYEE");
    orienter(p, Parcours.SOCIAL);
    base.sql("delete from echeances.echeance where nature = 'REEXAMEN_SOCIAL' and personne_id = ?").param(p.id()).update();
    Personne enRetard = dossiers.fichier(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 4),
        dossiers.inconnue("RETARDEE", 1, LocalDate.of(2025, 7, 20)), "2", true).personne();
    assertThat(enRetard).isNotNull();
    assertThat(balayer.executer("essai").changees()).isPositive();
    assertThat(reexamen(p)).isEqualTo("OUVERTE 2026-04-06");
    BalayerLesEcheances.Bilan second = balayer.executer("essai");
    assertThat(second.changees()).isZero();
    assertThat(second.jour()).isEqualTo("2025-10-20");
    assertThat(second.comptes()).anySatisfy(c -> assertThat(c.nature() + c.situation()).isEqualTo("ORIENTATIONEN_RETARD"));
    assertThat(balayer.faitAujourdhui()).isTrue();
    assertThat(base.sql("select sum(nombre) from echeances.releve where jour = '2025-10-20' and nature <> 'SANS_SUIVI'")
        .query(Integer.class).single())
        .isEqualTo(base.sql("select count(*)::int from echeances.echeance where etat in ('OUVERTE', 'SUSPENDUE')").query(Integer.class).single());
  }

  private Personne entrante(String nom) {
    return dossiers.entrante(nom, 1, RECU);
  }

  private long orienter(Personne p, Parcours parcours) {
    return EnTantQue.agir(SECRETAIRE, () -> enregistrer.executer(new NouvelleOrientation(p.id(), parcours, structures.organisations().getFirst()
        .id(), null, NOTIFIE)));
  }

  private String reexamen(Personne p) {
    List<String> lignes = base.sql("select etat || ' ' || limite_legale from echeances.echeance where nature = 'REEXAMEN_SOCIAL' and personne_id = ?")
        .param(p.id())
        .query(String.class).list();
    return lignes.isEmpty() ? null : lignes.getFirst();
  }
}
