package fr.jalon.handicap.application;

import fr.jalon.handicap.domaine.DroitMdph;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deadlines of the rights that end: met when they are asked again. */
@Component
class RenouvelerDesDroits {
  private final JdbcClient base;
  private final EcheancesMdph echeances;

  RenouvelerDesDroits(JdbcClient base, EcheancesMdph echeances) {
    this.base = base;
    this.echeances = echeances;
  }

  /** These are asked again that day. */
  void demandes(long personneId, List<DroitMdph> droits, LocalDate le) {
    echeances.renouveles(base.sql("""
        select id from handicap.reponse where personne_id = ? and droit = any(?::text[]) and sens = 'ACCORDE' and jusqu_au is not null and annulee_le is null
          and decidee_le <= ?""").params(personneId, droits.stream().map(Enum::name).toArray(String[]::new), le).query(Long.class).list(), le, true);
  }
}
