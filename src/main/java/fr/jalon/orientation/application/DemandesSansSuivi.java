package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request of réorientation whose follow-up ended waits for nothing: it is withdrawn, and its deadline void. One for each door to PostgreSQL. */
class DemandesSansSuivi {
  private final JdbcClient base;
  private final Echeances echeances;

  DemandesSansSuivi(JdbcClient base, Echeances echeances) {
    this.base = base;
    this.echeances = echeances;
  }

  /** Of these persons only. @param le day the follow-ups ended; @param par who or what ended them. @return how many */
  int retirer(Collection<Long> personnes, LocalDate le, OffsetDateTime constateLe, String par) {
    List<Long> retirees = base.sql("""
        with retirees as (
          update orientation.reorientation r set etat = 'RETIREE', etat_depuis = greatest(:le, r.demandee_le), decidee_par = :par,
            raison_decision = 'Le suivi a pris fin.'
          from orientation.suivi s where s.id = r.suivi_id and s.etat = 'CLOS' and r.etat = 'DEMANDEE' and r.personne_id = any(:personnes::bigint[])
          returning r.*
        ), traces as (
          insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, constate_le, par, motif, territoire_id, organisation_ids)
          select 'REORIENTATION', id, personne_id, 'DEMANDEE', 'RETIREE', etat_depuis, :constate_le, :par, raison_decision, territoire_id, organisation_ids
          from retirees
        ) select id from retirees""")
        .param("le", le).param("par", par).param("constate_le", constateLe)
        .param("personnes", personnes.stream().mapToLong(Long::longValue).toArray()).query(Long.class).list();
    echeances.rendreCaduque(Nature.REORIENTATION, retirees, le);
    return retirees.size();
  }
}
