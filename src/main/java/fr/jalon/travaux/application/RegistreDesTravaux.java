package fr.jalon.travaux.application;

import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.domaine.EtatTravail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves jobs from state to state, through the owner's door: a server does the jobs of everyone. Each passage is written. */
@Component
class RegistreDesTravaux {
  private static final int MOTIF = 500;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  RegistreDesTravaux(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") TransactionTemplate transaction, Clock horloge) {
    this.base = base;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  /** A job as who does it needs it. */
  record Pris(long id, String genre, byte[] parametres, String demandePar, boolean systeme, int tentatives) {}

  /** The kind of a job. */
  Optional<String> genre(long id) {
    return base.sql("select genre from travaux.travail where id = ?").param(id).query(String.class).optional();
  }

  /** True while the job that asked for this turn waits: the turn must come again. */
  boolean attend(long billet) {
    return base.sql("select exists (select from travaux.travail where id = ? and etat = 'EN_ATTENTE')").param(billet).query(Boolean.class).single();
  }

  /**
   * Takes the oldest job of a kind that this server may do.
   *
   * @param billet the turn it is taken with
   * @return empty when none waits, or when one is under way
   */
  Optional<Pris> prendre(String genre, String serveur, long billet) {
    try {
      return transaction.execute(_ -> {
        Optional<Pris> pris = base.sql("""
            update travaux.travail t set etat = 'EN_COURS', etat_depuis = :le, serveur = :serveur, billet = :billet, tentatives = tentatives + 1
            where t.id = (select a.id from travaux.travail a where a.genre = :genre and a.etat = 'EN_ATTENTE' and (a.lieu is null or a.lieu = :serveur)
              and not exists (select from travaux.travail e where e.genre = a.genre and e.etat = 'EN_COURS' and coalesce(e.lieu, '') = coalesce(a.lieu, ''))
              order by a.id limit 1 for update skip locked)
            returning id, genre, parametres, demande_par, systeme, tentatives""")
            .param("le", OffsetDateTime.now(horloge)).param("serveur", serveur).param("billet", billet).param("genre", genre)
            .query(Pris.class).optional();
        pris.ifPresent(p -> ecrire(p.id(), EtatTravail.EN_ATTENTE, EtatTravail.EN_COURS, serveur, null));
        return pris;
      });
    } catch (DuplicateKeyException _) {
      // another server began one of the same kind at the same moment
      return Optional.empty();
    }
  }

  /** The job that a turn cut short was doing. */
  Optional<Pris> coupe(long billet) {
    return base.sql("""
        select id, genre, parametres, demande_par, systeme, tentatives from travaux.travail
        where billet = ? and etat = 'EN_COURS'""").param(billet).query(Pris.class).optional();
  }

  /**
   * Tells how far a job is.
   *
   * @return empty when it is no longer this server's; else who asked that it stops, or an empty text
   */
  Optional<String> avancer(Pris p, String serveur, long fait, long total) {
    return base.sql("""
        update travaux.travail set fait = ?, total = nullif(?, 0) where id = ? and etat = 'EN_COURS' and serveur = ? and tentatives = ?
        returning coalesce(annulation_par, '')""").params(fait, total, p.id(), serveur, p.tentatives()).query(String.class).optional();
  }

  /**
   * Ends a job, or puts it back in the queue. @param bilan {@code null} to keep what is written @return false when another server has it meanwhile:
   * nothing is written
   */
  boolean passer(Pris p, EtatTravail vers, String serveur, Bilan bilan) {
    return transaction.execute(_ -> {
      int n = base.sql("""
          update travaux.travail set etat = :vers, etat_depuis = :le, compte_rendu = coalesce(:phrase, compte_rendu), laisses = coalesce(:laisses::jsonb, laisses)
          where id = :id and etat = 'EN_COURS' and tentatives = :tentatives""")
          .param("vers", vers.name()).param("le", OffsetDateTime.now(horloge)).param("phrase", bilan == null ? null : bilan.phrase())
          .param("laisses", bilan == null ? null : EnJson.ecrire(bilan.laisses())).param("id", p.id()).param("tentatives", p.tentatives()).update();
      if (n == 1) {
        ecrire(p.id(), EtatTravail.EN_COURS, vers, serveur, bilan == null ? null : bilan.phrase());
      }
      return n == 1;
    });
  }

  /** Ends a job that waits, or that a server was doing when it died and has not taken up since. @return the job, or empty when its turn has come */
  Optional<Pris> annulerAvantSonTour(long id, String qui, String phrase) {
    return transaction.execute(_ -> {
      Optional<Pris> annule = base.sql("""
          update travaux.travail t set etat = 'ANNULE', etat_depuis = :le, annulation_par = :qui, compte_rendu = :phrase
          from travaux.travail a where t.id = :id and a.id = t.id and (a.etat = 'EN_ATTENTE' or a.etat = 'EN_COURS' and exists (
            select from travaux.ordre o where o.task_instance = a.billet::text and o.picked and o.last_heartbeat < now() - interval '2 minutes'))
          returning t.id, t.genre, t.parametres, t.demande_par, t.systeme, t.tentatives""")
          .param("le", OffsetDateTime.now(horloge)).param("qui", qui).param("phrase", phrase).param("id", id).query(Pris.class).optional();
      annule.ifPresent(_ -> ecrire(id, EtatTravail.EN_ATTENTE, EtatTravail.ANNULE, qui, null));
      return annule;
    });
  }

  /** Turns that this server had when it was killed come again at once: it is the only one of its name. */
  int reprendreLesTours(String serveur) {
    return base.sql("""
        update travaux.ordre set picked = false, picked_by = null, last_heartbeat = null, execution_time = now(), version = version + 1
        where picked and picked_by = ?""").param(serveur).update();
  }

  /** Erases jobs that ended before this moment. */
  int oublierAvant(OffsetDateTime moment) {
    return base.sql("delete from travaux.travail where etat not in ('EN_ATTENTE', 'EN_COURS') and etat_depuis < ?").param(moment).update();
  }

  private void ecrire(long id, EtatTravail de, EtatTravail vers, String par, String motif) {
    base.sql("insert into travaux.passage (objet_id, de, vers, fait_le, par, motif) values (?, ?, ?, ?, ?, ?)")
        .params(id, de.name(), vers.name(), OffsetDateTime.now(horloge), par, motif == null
        || motif.length() <= MOTIF ? motif : motif.substring(0, MOTIF)).update();
  }
}
