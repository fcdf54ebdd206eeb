package fr.jalon.structures;

import fr.jalon.socle.CeDepartement;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The Département of this instance, told to the rooms below: asked until it is there, then kept. By the owner's door: it is asked before anyone is
 * known.
 */
@Component
class DepartementDeLInstance implements CeDepartement {
  private final JdbcClient base;
  private volatile Departement connu;

  DepartementDeLInstance(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  @Override
  public String code() {
    Departement d = lire();
    return d == null ? "" : d.code();
  }

  @Override
  public String nom() {
    Departement d = lire();
    return d == null ? "" : d.nom();
  }

  private Departement lire() {
    if (connu == null) {
      connu = base.sql("select code, nom from structures.departement").query(Departement.class).optional().orElse(null);
    }
    return connu;
  }
}
