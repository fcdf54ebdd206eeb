package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.PublicsHorsRsa;
import fr.jalon.allocataires.enregistrement.FichesSemblables.Semblable;
import fr.jalon.allocataires.lecture.FichesRessemblantes;
import fr.jalon.ecran.Refus;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.structures.Commune;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the forms of this list offer to choose from: publics, communes of the agent, who may follow. */
@Component
class ComposerLInscription {
  private final PublicsHorsRsa publics;
  private final FichesRessemblantes ressemblantes;
  private final Structures structures;
  private final MaFiche maFiche;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  ComposerLInscription(PublicsHorsRsa publics, FichesRessemblantes ressemblantes, Structures structures, MaFiche maFiche, AgentCourant agentCourant,
      Clock horloge) {
    this.publics = publics;
    this.ressemblantes = ressemblantes;
    this.structures = structures;
    this.maFiche = maFiche;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** A public to add, begun today, followed by the référent who writes it. */
  FormulaireDeSuivi suivi() {
    return new FormulaireDeSuivi("", "", LocalDate.now(horloge).toString(), maFiche.referent().filter(r -> r.actif()).map(SuiveurPossible::de).orElse(""), false,
        null);
  }

  PageDInscription inscription(FormulaireDInscription f, List<Semblable> semblables, Refus refus) {
    return new PageDInscription(f, publics, communes(), suiveurs(), semblables.isEmpty() ? List.of() : ressemblantes.lire(semblables),
        LocalDate.now(horloge), refus);
  }

  PageDeSuivi suivi(long personneId, String nom, FormulaireDeSuivi f, Refus refus) {
    return new PageDeSuivi(personneId, nom, f, publics, suiveurs(), LocalDate.now(horloge), refus);
  }

  /** Those of her territories; all of them for who sees organisations, which may follow persons anywhere. */
  List<Commune> communes() {
    Perimetre p = agentCourant.perimetre();
    return p.partout() || !p.organisations().isEmpty() ? structures.communes()
        : p.territoires().stream().flatMap(t -> structures.communes(t).stream()).sorted(Comparator.comparing(Commune::nom)).toList();
  }

  private List<SuiveurPossible.Groupe> suiveurs() {
    return SuiveurPossible.tous(structures.organisations(), structures.referents());
  }
}
