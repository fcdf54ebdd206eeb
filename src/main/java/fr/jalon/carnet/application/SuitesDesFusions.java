package fr.jalon.carnet.application;

import fr.jalon.allocataires.SuitLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What one person cannot have twice in this room. To whom her entries are closed, PostgreSQL says again as they and her oppositions move. */
@Component("suitesDesFusionsDuCarnet")
class SuitesDesFusions implements SuitLaPersonne {
  @Override
  public List<Table> tables() {
    // both refused the same reader: that of the person kept stands
    return List.of(Table.de("carnet.lecture").saufSi("""
        exists (select from carnet.lecture o where o.personne_id = :vers and o.agent = x.agent)"""), Table.de("carnet.opposition").saufSi("""
        x.levee_le is null and exists (select from carnet.opposition o where o.personne_id = :vers and o.levee_le is null
          and coalesce(o.sorte, o.organisation_id::text) = coalesce(x.sorte, x.organisation_id::text))"""));
  }
}
