package fr.jalon.rendezvous.lecture;

import fr.jalon.socle.PersonneMontree;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The interviews whose hour is past and of which nobody said whether the person came: until then she is given no other one. Of the agent's perimeter.
 */
@Component
public class EntretiensANoter {
  private static final String PASSES = """
      from rendezvous.entretien e join rendezvous.creneau k on k.id = e.creneau_id join rendezvous.permanence m on m.id = k.permanence_id
      join allocataires.personne p on p.id = e.personne_id
      where e.etat in ('CONVOQUEE', 'CONFIRMEE') and k.jour + k.debut <= :maintenant
      """;
  private final JdbcClient base;
  private final Clock horloge;

  EntretiensANoter(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** One. @param agent who received her */
  public record ANoter(long id, @PersonneMontree long personneId, String nom, String prenom, LocalDate jour, LocalTime debut, String agent) {
    /** {@code MARTIN Ana}. */
    public String nomComplet() {
      return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
    }
  }

  /** How many there are. */
  @Transactional(readOnly = true)
  public int compter() {
    return base.sql("select count(*) " + PASSES).param("maintenant", LocalDateTime.now(horloge)).query(Integer.class).single();
  }

  /** One page, the oldest first. @param page from 1 */
  @Transactional(readOnly = true)
  public List<ANoter> page(int page, int taille) {
    return base.sql("select e.id, e.personne_id, p.nom, p.prenom, k.jour, k.debut, m.agent " + PASSES
        + "order by k.jour, k.debut, e.id limit :taille offset :saut")
        .param("maintenant", LocalDateTime.now(horloge)).param("taille", taille).param("saut", (long) (page - 1) * taille).query(ANoter.class).list();
  }
}
