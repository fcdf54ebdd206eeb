package fr.jalon.structures.web;

import fr.jalon.ecran.EtapeDeMiseEnRoute;
import fr.jalon.ecran.Francais;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the structures still need before a Département works. */
@Configuration
class EtapesDesStructures {

  /** Communes in territories. */
  record Territoires(Structures structures) implements EtapeDeMiseEnRoute {
    @Override
    public int ordre() {
      return 10;
    }

    @Override
    public String titre() {
      return "Les territoires";
    }

    @Override
    public String adresse() {
      return "/structures";
    }

    @Override
    public String ressource() {
      return "STRUCTURES";
    }

    @Override
    public Constat constat() {
      int territoires = structures.territoires().size();
      int sans = structures.communes(null).size();
      if (territoires == 0) {
        return new Constat(false, "Jalon ne sait pas encore de quel Département il s'agit : démarrez-le avec JALON_DEPARTEMENT (par exemple 07).");
      }
      return sans > 0 ? new Constat(false, Francais.compte(sans, "commune n'est", "communes ne sont")
          + " dans aucun territoire : leurs habitants ne sont vus que par ceux qui voient tout.")
          : new Constat(true, Francais.compte(territoires, "territoire tient", "territoires tiennent")
          + " toutes les communes. Vérifiez que ce découpage est le vôtre.");
    }
  }

  /** Those who receive and follow. */
  record Referents(Structures structures) implements EtapeDeMiseEnRoute {
    @Override
    public int ordre() {
      return 20;
    }

    @Override
    public String titre() {
      return "Les organisations et les référents";
    }

    @Override
    public String adresse() {
      return "/structures/reprise";
    }

    @Override
    public String ressource() {
      return "STRUCTURES";
    }

    @Override
    public boolean indispensable() {
      return true;
    }

    @Override
    public Constat constat() {
      List<Organisation> organisations = structures.organisations().stream().filter(Organisation::active).toList();
      long referents = structures.referents().stream().filter(Referent::actif).count();
      return referents == 0
          ? new Constat(false,
          "Aucun référent n'est connu : personne ne peut être confié à quelqu'un. Importez un tableur, ou saisissez-les un par un dans Structures et référents.")
          : new Constat(true, Francais.compte(referents, "référent", "référents") + " dans "
          + Francais.compte(organisations.size(), "organisation", "organisations") + ".");
    }
  }

  @Bean
  EtapeDeMiseEnRoute etapeTerritoires(Structures structures) {
    return new Territoires(structures);
  }

  @Bean
  EtapeDeMiseEnRoute etapeReferents(Structures structures) {
    return new Referents(structures);
  }
}
