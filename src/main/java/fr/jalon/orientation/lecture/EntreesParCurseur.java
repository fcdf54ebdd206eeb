package fr.jalon.orientation.lecture;

import fr.jalon.echeances.Urgence;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The entries of the perimeter in the order they were received, read from where the reader stopped: for a machine that keeps up to date. The
 * deadline, the target and the urgency are those of the screen ({@link ListeDesEntrees}).
 */
@Component
public class EntreesParCurseur {
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  EntreesParCurseur(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /**
   * What is asked. {@code null} = no filter.
   *
   * @param etats      states wanted
   * @param depuis     received that day or later
   * @param territoire territory id
   * @param apres      last line already read
   */
  public record Demande(Collection<EtatEntree> etats, LocalDate depuis, Integer territoire, Urgence urgence, Curseur apres) {}

  /** Where the reader stopped. */
  public record Curseur(LocalDate recuLe, long entreeId) {}

  /** At most so many lines, oldest first. */
  @Transactional(readOnly = true)
  public List<LigneDEntree> lire(Demande d, int taille) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return base.sql("select * from (" + ListeDesEntrees.LIGNES + """
        where e.etat = any(:etats) and (:depuis::date is null or e.recu_le >= :depuis) and (:territoire::int is null or e.territoire_id = :territoire)
          and (:apres_le::date is null or (e.recu_le, e.id) > (:apres_le::date, :apres_id::bigint))
          and (e.etat not in ('EN_ATTENTE', 'SUSPENDUE') or not exists (select from orientation.suivi s where s.personne_id = e.personne_id and s.etat <> 'CLOS'))
        ) l where :urgence::text is null or urgence = :urgence
        order by recu_le, entree_id limit :taille""")
        .param("aujourdhui", aujourdhui).param("proche", parametres.jours("echeances.proche_jours", aujourdhui))
        .param("etats", d.etats().stream().map(EtatEntree::name).toArray(String[]::new)).param("depuis", d.depuis())
        .param("territoire", d.territoire())
        .param("apres_le", d.apres() == null ? null : d.apres().recuLe()).param("apres_id", d.apres() == null ? null : d.apres().entreeId())
        .param("urgence", d.urgence() == null ? null : d.urgence().name()).param("taille", taille)
        .query(ListeDesEntrees.LIGNE).list();
  }
}
