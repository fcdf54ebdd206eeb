package fr.jalon.carnet.application;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.demarrage.PostgresDeTest;
import fr.jalon.structures.Structures;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Département that has a theme of its own: Ines reads its words in the copy of her data. */
class ThemesDUnDepartementTest {
  @Test
  void le_theme_propre_au_departement_d_ines_lui_est_dit_en_mots() throws NoSuchMethodException {
    JdbcClient base = JdbcClient.create(PostgresDeTest.dataSource(PostgresDeTest.nouvelleBaseMigree()));
    base.sql("insert into structures.departement (code, nom) values ('99', 'Essai')").update();
    Structures structures = BeanUtils.instantiateClass(Structures.class.getDeclaredConstructor(JdbcClient.class, Clock.class), base,
        Clock.systemUTC());
    assertThat(new DonneesDuCarnet(new ThemesDuCarnet(structures, base)).tables().toString()).contains("when 'ENTRAIDE' then 'Entraide de village'")
        .contains("'Emploi'");
  }
}
