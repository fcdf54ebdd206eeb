package fr.jalon.travaux;

import fr.jalon.travaux.application.AnnulerUnTravail;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs that others than their author follow: the load of a file interests whoever reads the register of files. Through the owner's door, and only
 * how far they are: the room that asks says who may.
 */
@Component
public class TravauxSuivis {
  private static final String VIVANTS = "etat in ('EN_ATTENTE', 'EN_COURS')";
  private final JdbcClient base;
  private final AnnulerUnTravail annuler;

  TravauxSuivis(@Qualifier("chargement") JdbcClient base, AnnulerUnTravail annuler) {
    this.base = base;
    this.annuler = annuler;
  }

  /**
   * How far a job is.
   *
   * @param avant jobs of its kind before it; 0 when its turn has come
   * @param fait  parts done
   * @param total parts to do, or {@code null}
   */
  public record Avancement(long id, int avant, long fait, Long total) {
    /** 0 to 100; 0 when it is not known. */
    public int pourcent() {
      return total == null || total == 0 ? 0 : (int) Math.min(100, fait * 100 / total);
    }
  }

  /** The job about this, while it waits or is under way. */
  public Optional<Avancement> le(GenreDeTravail<?> genre, String cle) {
    return base.sql("select id, case when etat = 'EN_ATTENTE' then travaux.avant(id) else 0 end as avant, fait, total from travaux.travail where genre = ? and cle = ? and " + VIVANTS
        + " order by id limit 1").params(genre.code(), cle).query(Avancement.class).optional();
  }

  /** What the jobs of a kind that wait or are under way are about. */
  public List<String> vivants(GenreDeTravail<?> genre) {
    return base.sql("select cle from travaux.travail where genre = ? and cle is not null and " + VIVANTS + " order by id").param(genre.code())
        .query(String.class).list();
  }

  /**
   * Asks that a job stops: before its turn nothing is done, in the middle after its part.
   *
   * @param qui displayed name of who asks, whom the room has checked
   * @return false when it is over
   */
  public boolean arreter(GenreDeTravail<?> genre, String cle, String qui) {
    return le(genre, cle).filter(a -> annuler.avantSonTour(a.id(), qui)
        || base.sql("update travaux.travail set annulation_par = ? where id = ? and etat = 'EN_COURS'").params(qui, a.id()).update() == 1)
        .isPresent();
  }
}
