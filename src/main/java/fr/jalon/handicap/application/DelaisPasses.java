package fr.jalon.handicap.application;

import fr.jalon.echeances.Balayage;
import fr.jalon.echeances.Echeances;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The time to contest passed, or the right ended: what was possible no longer is, and nobody is late. */
@Component
class DelaisPasses implements Balayage {
  private final Echeances echeances;
  private final JdbcClient base;

  DelaisPasses(Echeances echeances, JdbcClient base) {
    this.echeances = echeances;
    this.base = base;
  }

  /** @return how many deadlines no longer run */
  @Override
  public int balayer(LocalDate jour) {
    List<Long> dossiers = base.sql("select objet_id from echeances.echeance where nature = ? and etat = 'OUVERTE' and limite_legale < ?")
        .params(Nature.RECOURS, jour).query(Long.class).list();
    List<Long> reponses = base.sql("""
        select x.objet_id from echeances.echeance x join handicap.reponse r on r.id = x.objet_id
        where x.nature = ? and x.etat = 'OUVERTE' and r.jusqu_au < ?""").params(Nature.RENOUVELLEMENT, jour).query(Long.class).list();
    return echeances.rendreCaduque(Nature.RECOURS, dossiers, jour) + echeances.rendreCaduque(Nature.RENOUVELLEMENT, reponses, jour);
  }
}
