package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A request of réorientation whose follow-up ended waits for nothing: it is withdrawn, and its deadline void; when a file ended it and another
 * one of the same month says that the right never stopped, it waits again. One for each door to PostgreSQL: not through
 * Passages, which is the agents' door and writes that who passes is the agent.
 */
class DemandesSansSuivi {
  private final JdbcClient base;
  private final Echeances echeances;

  DemandesSansSuivi(JdbcClient base, Echeances echeances) {
    this.base = base;
    this.echeances = echeances;
  }

  /** Of these persons only. @param le day the follow-ups ended; @param par who or what ended them. @return how many */
  int retirer(Collection<Long> personnes, LocalDate le, OffsetDateTime faitLe, String par) {
    if (personnes.isEmpty()) {
      return 0;
    }
    List<Long> retirees = base.sql("""
        with retirees as (
          update orientation.reorientation r set etat = 'RETIREE', etat_depuis = greatest(:le, r.demandee_le), decidee_par = :par,
            raison_decision = 'Le suivi a pris fin.'
          from orientation.suivi s where s.id = r.suivi_id and s.etat = 'CLOS' and r.etat = 'DEMANDEE' and r.personne_id = any(:personnes::bigint[])
          returning r.*
        ), traces as (
          insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par, motif)
          select 'REORIENTATION', id, personne_id, 'DEMANDEE', 'RETIREE', etat_depuis, :fait_le, :par, raison_decision
          from retirees
        ) select id from retirees""")
        .param("le", le).param("par", par).param("fait_le", faitLe)
        .param("personnes", personnes.stream().mapToLong(Long::longValue).toArray()).query(Long.class).list();
    echeances.rendreCaduque(Nature.REORIENTATION, retirees, le);
    return retirees.size();
  }

  /** Those that a file withdrew with a follow-up that goes on after all. @param le, par as above. @return how many */
  int reprendre(Collection<Long> personnes, LocalDate le, OffsetDateTime faitLe, String par) {
    if (personnes.isEmpty()) {
      return 0;
    }
    List<Long> reprises = base.sql("""
        with dernieres as (
          select distinct on (r.personne_id) r.id from orientation.reorientation r join orientation.suivi s on s.id = r.suivi_id and s.etat = 'EN_COURS'
          where r.etat = 'RETIREE' and r.decidee_par like 'fichier:%' and r.personne_id = any(:personnes::bigint[])
            and date_trunc('month', r.etat_depuis) = date_trunc('month', :le::date)
            and not exists (select from orientation.reorientation a where a.personne_id = r.personne_id and a.etat = 'DEMANDEE')
          order by r.personne_id, r.id desc
        ), reprises as (
          update orientation.reorientation r set etat = 'DEMANDEE', etat_depuis = r.demandee_le, decidee_par = null, raison_decision = null
          from dernieres d where r.id = d.id returning r.*
        ), traces as (
          insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par, motif)
          select 'REORIENTATION', id, personne_id, 'RETIREE', 'DEMANDEE', :le, :fait_le, :par, 'Le suivi continue : le droit est revenu dans le même mois.' from reprises
        ) select id from reprises""")
        .param("le", le).param("par", par).param("fait_le", faitLe)
        .param("personnes", personnes.stream().mapToLong(Long::longValue).toArray()).query(Long.class).list();
    echeances.rouvrir(Nature.REORIENTATION, reprises, le);
    return reprises.size();
  }
}
