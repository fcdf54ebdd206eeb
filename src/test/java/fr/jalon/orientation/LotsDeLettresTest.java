package fr.jalon.orientation;

import static fr.jalon.orientation.LaPoste.AUJOURDHUI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.courriers.application.ImprimerEnFond;
import fr.jalon.courriers.application.PosterUnLot;
import fr.jalon.courriers.application.PreparerUnLot;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters printed and posted by batches. Today is 20 October 2025. */
@EssaiArdeche
class LotsDeLettresTest {
  @Autowired
  LaPoste poste;
  @Autowired
  PreparerUnLot preparer;
  @Autowired
  ImprimerEnFond imprimer;
  @Autowired
  PosterUnLot poster;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void un_lot_ne_prend_une_lettre_qu_une_fois_et_ne_se_poste_qu_une_fois() {
    poste.orienter(poste.entrante("UNEFOIS", "07100", "ANNONAY"), AUJOURDHUI, Parcours.PROFESSIONNEL);
    long lot = poste.lotPret("UNEFOIS");
    assertThatThrownBy(() -> LaPoste.en(() -> preparer.executer(LaPoste.filtre("UNEFOIS"), "essai"))).isInstanceOf(RefusMetier.class).hasMessageContaining("déjà dans un lot");
    assertThatThrownBy(() -> LaPoste.en(() -> poster.executer(lot, AUJOURDHUI.plusDays(1)))).isInstanceOf(RefusMetier.class).hasMessageContaining("aujourd'hui ou un jour passé");
    assertThatThrownBy(() -> LaPoste.en(() -> poster.executer(lot, AUJOURDHUI.minusDays(1)))).isInstanceOf(RefusMetier.class).hasMessageContaining("pas pu être posté avant");
    assertThat(LaPoste.en(() -> poster.executer(lot, AUJOURDHUI))).isOne();
    assertThatThrownBy(() -> LaPoste.en(() -> poster.executer(lot, AUJOURDHUI))).isInstanceOf(RefusMetier.class).hasMessageContaining("déjà marqué");
    assertThat(base.sql("select count(*) from courriers.passage where objet_id = (select id from courriers.message where lot_id = ?) and vers = 'ENVOYE'").param(lot)
        .query(Long.class).single()).isOne();
  }

  @Test
  void le_lot_est_dans_l_ordre_de_la_poste_et_un_lot_defait_rend_ses_lettres() {
    List.of("07700", "07000", "07200").forEach(cp -> poste.orienter(poste.entrante("ORDRE" + cp, cp, "VILLE"), AUJOURDHUI, Parcours.SOCIAL));
    long lot = poste.lotPret("ORDRE");
    assertThat(base.sql("select code_postal from courriers.message where lot_id = ? order by rang").param(lot).query(String.class).list())
        .containsExactly("07000", "07200", "07700");
    assertThat(imprimer.pret(lot)).isTrue();
    LaPoste.en(() -> {
      preparer.defaire(lot);
      return null;
    });
    assertThat(base.sql("select count(*) from courriers.message where lot_id = ?").param(lot).query(Long.class).single()).isZero();
    assertThat(LaPoste.en(() -> preparer.executer(LaPoste.filtre("ORDRE"), "essai"))).isGreaterThan(lot);
  }

  @Test
  void une_mise_en_page_coupee_se_relance_sans_rien_doubler() {
    poste.orienter(poste.entrante("COUPEE", "07000", "PRIVAS"), AUJOURDHUI, Parcours.SOCIAL);
    long lot = LaPoste.en(() -> preparer.executer(LaPoste.filtre("COUPEE"), "essai"));
    base.sql("update courriers.lot set etat = 'INTERROMPU' where id = ?").param(lot).update();
    LaPoste.en(() -> {
      imprimer.relancer(lot);
      return null;
    });
    poste.attendre(lot);
    assertThat(base.sql("select count(*) from courriers.message where lot_id = ?").param(lot).query(Long.class).single()).isOne();
  }
}
