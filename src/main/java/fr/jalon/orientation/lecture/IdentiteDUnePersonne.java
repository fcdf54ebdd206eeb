package fr.jalon.orientation.lecture;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The name of a person, when the agent may see her. */
@Component
public class IdentiteDUnePersonne {
  private final JdbcClient base;

  IdentiteDUnePersonne(JdbcClient base) {
    this.base = base;
  }

  /** @param territoireId her territory, or {@code null} */
  public record Identite(String nom, String prenom, Integer territoireId) {
    /** {@code MARTIN Ana}. */
    public String nomComplet() {
      return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
    }
  }

  /** Empty when she does not exist, was merged, or is out of the agent's perimeter. */
  @Transactional(readOnly = true)
  public Optional<Identite> de(long personneId) {
    return base.sql("select nom, prenom, territoire_id from allocataires.personne where id = ? and fusionnee_dans is null").param(personneId)
        .query(Identite.class).optional();
  }
}
