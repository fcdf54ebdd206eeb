package fr.jalon.allocataires;

import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The name of a person, when the agent may see her. */
@Component
public class PersonneVisible {
  private final JdbcClient base;

  PersonneVisible(JdbcClient base) {
    this.base = base;
  }

  /** A person. */
  public record Identite(@PersonneMontree long id, String nom, String prenom) {
    /** {@code MARTIN Ana}. */
    public String nomComplet() {
      return Francais.personne(nom, prenom);
    }
  }

  /** Empty when she does not exist, was merged, or is out of the agent's perimeter. */
  @Transactional(readOnly = true)
  public Optional<Identite> de(long personneId) {
    return base.sql("select id, nom, prenom from allocataires.personne where id = ? and fusionnee_dans is null").param(personneId)
        .query(Identite.class).optional();
  }
}
