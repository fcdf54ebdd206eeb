package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.allocataires.application.DefaireFusion;
import fr.jalon.allocataires.application.FusionnerPersonnes;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.application.Nature;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records found to be one human, and separated again: her orientation follows both ways. */
@EssaiArdeche
class FusionDesOrientationsTest {
  private static final Perimetre ALLOCATION = EnTantQue.partout("DOSSIERS", "MONTANTS", "DOUBLONS", "ENTREES", "ORIENTATIONS");
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  FusionnerPersonnes fusionner;
  @Autowired
  DefaireFusion defaire;
  @Autowired
  Structures structures;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void l_entree_l_echeance_le_suivi_et_ses_passages_suivent_puis_reviennent() {
    Personne gardee = dossiers.inconnue("GARDEE", 1, LocalDate.of(2025, 9, 10));
    Personne doublon = entrante("DOUBLON");
    orienter(doublon);
    long fusion = EnTantQue.agir(ALLOCATION, () -> fusionner.fusionner(gardee.id(), doublon.id(), "Même personne", null));
    assertThat(lignes(gardee)).as("le mois de son contrat aussi").isEqualTo(9);
    assertThat(lignes(doublon)).isZero();
    assertThat(base.sql("select organisation_ids is not null from allocataires.personne where id = ?").param(gardee.id())
        .query(Boolean.class).single()).isTrue();
    EnTantQue.agir(ALLOCATION, () -> {
      defaire.defaire(fusion, "Homonymes");
      return null;
    });
    assertThat(lignes(gardee)).isZero();
    assertThat(lignes(doublon)).isEqualTo(9);
    assertThat(base.sql("select organisation_ids is null from allocataires.personne where id = ?").param(gardee.id()).query(Boolean.class).single())
        .as("l'organisation qui suit l'autre ne voit plus celle-ci").isTrue();
    assertThat(base.sql("select organisation_ids is null from allocataires.personne where id = ?").param(doublon.id()).query(Boolean.class).single())
        .isFalse();
  }

  @Test
  void une_echeance_nee_apres_la_fusion_revient_avec_ce_dont_elle_parle() {
    Personne gardee = dossiers.inconnue("GARDIENNE", 1, LocalDate.of(2025, 9, 10));
    Personne doublon = entrante("ENDOUBLE");
    echeance("D_UNE_PIECE_A_VENIR", doublon.id(), 1);
    List<String> toutes = echeances(doublon);
    String visee = Nature.VISEES.getFirst();
    assertThat(toutes).contains("ORIENTATION", visee, "D_UNE_PIECE_A_VENIR");
    long entree = base.sql("select id from orientation.entree where personne_id = ?").param(doublon.id()).query(Long.class).single();
    base.sql("delete from echeances.echeance where nature = ? and objet_id = ?").params(visee, entree).update();
    long fusion = EnTantQue.agir(ALLOCATION, () -> fusionner.fusionner(gardee.id(), doublon.id(), "Même personne", null));
    echeance(visee, gardee.id(), entree);
    assertThat(echeances(doublon)).isEmpty();
    assertThat(echeances(gardee)).isEqualTo(toutes);
    EnTantQue.agir(ALLOCATION, () -> {
      defaire.defaire(fusion, "Homonymes");
      return null;
    });
    assertThat(echeances(gardee)).isEmpty();
    assertThat(echeances(doublon)).isEqualTo(toutes);
  }

  @Test
  void qui_suit_l_une_ne_voit_plus_l_autre_quand_elles_sont_separees() {
    Personne suivie = entrante("SUIVIE");
    orienter(suivie);
    Personne seule = dossiers.inconnue("SEULE", 1, LocalDate.of(2025, 9, 10));
    long fusion = EnTantQue.agir(ALLOCATION, () -> fusionner.fusionner(suivie.id(), seule.id(), "Même personne", null));
    assertThat(base.sql("select organisation_ids is null from allocataires.personne where id = ?").param(seule.id()).query(Boolean.class).single())
        .isFalse();
    EnTantQue.agir(ALLOCATION, () -> {
      defaire.defaire(fusion, "Homonymes");
      return null;
    });
    assertThat(base.sql("select organisation_ids is null from allocataires.personne where id = ?").param(seule.id()).query(Boolean.class).single())
        .isTrue();
    assertThat(base.sql("select organisation_ids is null from allocataires.personne where id = ?").param(suivie.id()).query(Boolean.class).single())
        .isFalse();
  }

  @Test
  void deux_suivis_ouverts_ne_se_reunissent_pas() {
    Personne une = entrante("UNE");
    Personne autre = entrante("AUTRE");
    orienter(une);
    orienter(autre);
    assertThatThrownBy(() -> EnTantQue.agir(ALLOCATION, () -> fusionner.fusionner(une.id(), autre.id(), "Même personne", null)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("DEUX_SUIVIS"));
  }

  @Test
  void deux_attentes_du_meme_mois_n_en_font_qu_une() {
    Personne une = entrante("PREMIERE");
    Personne autre = entrante("SECONDE");
    List<String> dues = echeances(une);
    EnTantQue.agir(ALLOCATION, () -> fusionner.fusionner(une.id(), autre.id(), "Même personne", null));
    assertThat(base.sql("select count(*) from orientation.entree where personne_id = ?").param(une.id()).query(Integer.class).single()).isOne();
    // the entry that stays keeps its deadline: the person kept is due once
    assertThat(dues).contains("ORIENTATION");
    assertThat(echeances(une)).isEqualTo(dues);
    assertThat(echeances(autre)).isEqualTo(dues);
  }

  private void echeance(String nature, long personne, long objet) {
    base.sql("insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, etat_depuis) values (?, ?, ?, '2025-10-03', '2025-11-03', '2025-10-03')")
        .params(nature, personne, objet).update();
  }

  private List<String> echeances(Personne p) {
    return base.sql("select nature from echeances.echeance where personne_id = ? order by nature").param(p.id()).query(String.class).list();
  }

  private Personne entrante(String nom) {
    return dossiers.fichier(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 3), dossiers.inconnue(nom, 1, LocalDate.of(2025, 9, 10)), "2", true)
        .personne();
  }

  private void orienter(Personne p) {
    EnTantQue.agir(ALLOCATION, () -> enregistrer.executer(
        new NouvelleOrientation(p.id(), Parcours.SOCIAL, structures.organisations().getFirst().id(), null, LocalDate.of(2025, 10, 10))));
  }

  /** Entry, deadline, follow-up and its three passages. */
  private int lignes(Personne p) {
    return base.sql("""
        select (select count(*) from orientation.entree where personne_id = :p) + (select count(*) from orientation.suivi where personne_id = :p)
          + (select count(*) from orientation.passage where personne_id = :p) + (select count(*) from echeances.echeance where personne_id = :p)""")
        .param("p", p.id()).query(Integer.class).single();
  }
}
