package fr.jalon.engagement.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.echeances.Echeances.Ouverture;
import fr.jalon.engagement.application.RegistreDesContrats.Contrat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The end of a contract in the register: to be renewed before. */
@Component
class EcheancesDuContrat {
  private static final String AVANT = "engagement.renouveler_avant";
  private final Echeances echeances;
  private final JdbcClient base;

  EcheancesDuContrat(Echeances echeances, JdbcClient base) {
    this.echeances = echeances;
    this.base = base;
  }

  /** It ends that day. */
  void aRenouveler(Contrat c, LocalDate fin, LocalDate aujourdhui) {
    echeances.ouvrir(Nature.RENOUVELLEMENT, List.of(new Ouverture(c.personneId(), c.id(), aujourdhui.isAfter(fin) ? fin : aujourdhui, null, null, fin,
        "Fin du contrat", AVANT)));
  }

  /** Their follow-up sleeps: nothing is due meanwhile. */
  void suspendre(Collection<Long> contrats, LocalDate le) {
    echeances.suspendre(Nature.RENOUVELLEMENT, contrats, le);
  }

  /** They are in force again. */
  void reprendre(Collection<Long> contrats, LocalDate le) {
    echeances.rouvrir(Nature.RENOUVELLEMENT, contrats, le);
  }

  /** What followed is signed. */
  void suivi(long contrat, LocalDate le) {
    echeances.tenir(Nature.RENOUVELLEMENT, List.of(contrat), le);
  }

  /** Contracts that ended and whose person is no longer followed: nobody is late. @param personnes {@code null} for everyone */
  void oublierLesFinis(long[] personnes, LocalDate jour) {
    echeances.rendreCaduque(Nature.RENOUVELLEMENT, base.sql("""
        select x.objet_id from echeances.echeance x join engagement.contrat c on c.id = x.objet_id join orientation.suivi s on s.id = c.suivi_id
        where x.nature = :nature and x.etat = 'OUVERTE' and s.etat = 'CLOS' and c.etat = 'ECHU'
          and (:personnes::bigint[] is null or c.personne_id = any(:personnes::bigint[]))""").param("nature", Nature.RENOUVELLEMENT)
        .param("personnes", personnes).query(Long.class).list(), jour);
  }

  /** It no longer ends: over otherwise, or noted by mistake. */
  void oublier(Collection<Long> contrats, LocalDate le) {
    echeances.rendreCaduque(Nature.RENOUVELLEMENT, contrats, le);
  }
}
