package fr.jalon.allocataires;

import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.Nir;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a person by her NIR, for the programs that take over data from elsewhere (owner's door): never for a screen. */
@Component
public class PersonnesParNir {
  private final JdbcClient base;
  private final Chiffrement chiffrement;

  PersonnesParNir(@Qualifier("chargement") JdbcClient base, Chiffrement chiffrement) {
    this.base = base;
    this.chiffrement = chiffrement;
  }

  /** Number of the person who has this NIR, or of the one she was merged into. */
  public Optional<Long> trouver(Nir nir) {
    return base.sql("select coalesce(fusionnee_dans, id) from allocataires.personne where nir_empreinte = ?")
        .param(chiffrement.empreinte(nir.valeur().getBytes(StandardCharsets.US_ASCII))).query(Long.class).optional();
  }
}
