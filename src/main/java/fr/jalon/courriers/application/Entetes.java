package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.Entete;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letterhead in force, and those of letters already written. */
@Component
public class Entetes {
  private static final RowMapper<Entete> LIGNE = (l, _) ->
      new Entete(l.getLong("id"), l.getString("expediteur"), l.getString("adresse"), l.getString("contact"),
      l.getString("telephone"), l.getString("signature"), l.getString("recours"), l.getBytes("logo"), l.getString("logo_type"),
      l.getString("logo_texte"));
  private final JdbcClient base;
  private final Structures structures;

  Entetes(JdbcClient base, Structures structures) {
    this.base = base;
    this.structures = structures;
  }

  /** The one that a letter written now takes. */
  public Entete enVigueur() {
    return base.sql("select * from courriers.entete order by id desc limit 1").query(LIGNE).optional()
        .orElseGet(() -> Entete.parDefaut(departement()));
  }

  /** The one of a letter. @param id {@code null} for that of the installation */
  public Entete de(Long id) {
    Optional<Entete> trouvee = id == null ? Optional.empty() : base.sql("select * from courriers.entete where id = ?").param(id)
        .query(LIGNE).optional();
    return trouvee.orElseGet(() -> Entete.parDefaut(departement()));
  }

  /** Name of the Département. */
  public String departement() {
    return structures.departementConnu().map(Departement::nom).orElse("");
  }
}
