package fr.jalon.rendezvous.application;

import fr.jalon.rendezvous.domaine.JoursFeries;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public holidays of the Département of this instance. */
@Configuration
class CalendrierDuDepartement {

  /** Asked to the database, once: an instance never changes of Département. */
  @Bean
  JoursFeries joursFeries(Structures structures) {
    return new JoursFeries(new LUnDesDepartements(structures)::code);
  }

  /** Not known before the instance is created; then the same for ever. */
  private static final class LUnDesDepartements {
    private final Structures structures;
    private volatile String code = "";

    LUnDesDepartements(Structures structures) {
      this.structures = structures;
    }

    String code() {
      if (code.isEmpty()) {
        code = structures.departementConnu().map(Departement::code).orElse("");
      }
      return code;
    }
  }
}
