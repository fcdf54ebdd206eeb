package fr.jalon.allocataires.application;

import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.NumeroDAllocataire;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals the file numbers that are NIR and that a version before this one stored in clear: once, when Jalon starts or before the first file is
 * recorded, whichever comes first. A migration lists them; the key is not within its reach.
 */
@Component
public class NumerosASceller {
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private volatile boolean fait;

  NumerosASceller(@Qualifier("chargement") JdbcClient base, Chiffrement chiffrement) {
    this.base = base;
    this.chiffrement = chiffrement;
  }

  private record Clair(long id, String organisme, String numero) {}

  /** Does nothing when there is nothing left. Safe to repeat and to interrupt: what is sealed is taken off the list in the same statement. */
  @EventListener(ApplicationReadyEvent.class)
  public void traiter() {
    if (fait) {
      return;
    }
    List<Clair> clairs = base.sql("""
        select f.id, f.fonction_organisme organisme, f.matricule numero from allocataires.matricule_a_sceller a join allocataires.foyer f on f.id = a.foyer_id""")
        .query(Clair.class).list();
    if (!clairs.isEmpty()) {
      // a number already sealed stays as it is; one that turns out not to be a NIR too
      base.sql("""
          with traites as (delete from allocataires.matricule_a_sceller returning foyer_id)
          update allocataires.foyer f set matricule = u.numero from unnest(:ids::bigint[], :numeros::text[]) u (id, numero), traites t
          where f.id = u.id and t.foyer_id = f.id""")
          .param("ids", clairs.stream().map(Clair::id).toArray(Long[]::new))
          .param("numeros", clairs.stream().map(c -> NumeroDAllocataire.garder(c.numero(), c.organisme(), List::of, chiffrement))
          .toArray(String[]::new)).update();
    }
    fait = true;
  }
}
