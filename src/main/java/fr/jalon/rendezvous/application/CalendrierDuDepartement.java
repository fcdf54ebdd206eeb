package fr.jalon.rendezvous.application;

import fr.jalon.rendezvous.domaine.JoursFeries;
import fr.jalon.socle.CeDepartement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public holidays of the Département of this instance. */
@Configuration
class CalendrierDuDepartement {

  @Bean
  JoursFeries joursFeries(CeDepartement ceDepartement) {
    return new JoursFeries(ceDepartement::code);
  }
}
