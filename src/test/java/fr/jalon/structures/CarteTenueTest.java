package fr.jalon.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.orientation.EssaiArdeche;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A file that is being loaded, and an administrator who moves a commune, on two servers. */
@EssaiArdeche
class CarteTenueTest {
  private static final String PRIVAS = "07186";
  @Autowired
  @Qualifier("chargement")
  DataSource source;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transaction;
  @Autowired
  Clock horloge;

  @Test
  void une_commune_ne_change_pas_de_territoire_pendant_qu_un_fichier_se_charge_et_le_suivant_le_sait_sur_tous_les_serveurs() throws SQLException {
    Structures autreServeur = new Structures(base, horloge);
    int avant = autreServeur.territoireDeLaCommune(PRIVAS);
    int ailleurs = autreServeur.territoires().stream().map(Territoire::id).filter(t -> t != avant).findFirst().orElseThrow();
    try (Connection chargement = source.getConnection()) {
      chargement.setAutoCommit(false);
      autreServeur.tenirLaCarte(chargement);
      assertThatThrownBy(() -> deplacer(ailleurs)).hasMessageContaining("lock timeout");
      chargement.rollback();
    }
    try {
      deplacer(ailleurs);
      assertThat(autreServeur.territoireDeLaCommune(PRIVAS)).as("retenu quelques secondes hors d'un chargement").isEqualTo(avant);
      try (Connection suivant = source.getConnection()) {
        suivant.setAutoCommit(false);
        autreServeur.tenirLaCarte(suivant);
        assertThat(autreServeur.territoireDeLaCommune(PRIVAS)).isEqualTo(ailleurs);
        suivant.rollback();
      }
    } finally {
      deplacer(avant);
    }
  }

  private void deplacer(int territoire) {
    transaction.executeWithoutResult(_ -> {
      base.sql("set local lock_timeout = '200ms'").update();
      base.sql("update structures.commune set territoire_id = ? where code = ?").params(territoire, PRIVAS).update();
    });
  }
}
