package fr.jalon.orientation.application;

import fr.jalon.echeances.Balayage;
import fr.jalon.echeances.Echeances;
import fr.jalon.parametres.Parametres;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows a change of follow-up, through each of the two doors to PostgreSQL: an agent's act, a file. */
@Configuration
class LesDeuxPortes {

  @Bean
  @Primary
  ReexamenDuParcoursSocial reexamenDuParcoursSocial(JdbcClient base, Echeances echeances, Parametres parametres) {
    return new ReexamenDuParcoursSocial(base, echeances, parametres);
  }

  @Bean
  @Qualifier("chargement")
  ReexamenDuParcoursSocial reexamenDeChargement(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") Echeances echeances,
      Parametres parametres) {
    return new ReexamenDuParcoursSocial(base, echeances, parametres);
  }

  @Bean
  @Primary
  DemandesSansSuivi demandesSansSuivi(JdbcClient base, Echeances echeances) {
    return new DemandesSansSuivi(base, echeances);
  }

  @Bean
  @Qualifier("chargement")
  DemandesSansSuivi demandesSansSuiviDeChargement(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") Echeances echeances) {
    return new DemandesSansSuivi(base, echeances);
  }

  /** The daily sweep: a new value of a parameter, a diagnostic made since, reach the deadlines too. */
  @Bean
  Balayage balayageDuReexamen(ReexamenDuParcoursSocial reexamen) {
    return _ -> reexamen.mettreAJour();
  }

  /** The same for the Département's own delays: one that was not there when she entered, a meeting held, a référent named since. */
  @Bean
  Balayage balayageDesDelaisVises(DelaisManquants manquants, EcheancesVisees visees, @Qualifier("chargement") TransactionTemplate chargement) {
    // through the loading door, which the transaction of the sweep does not hold: all or nothing there too
    return jour -> chargement.execute(_ -> manquants.ouvrir(jour) + visees.mettreAJour(null));
  }
}
