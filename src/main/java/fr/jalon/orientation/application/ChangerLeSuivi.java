package fr.jalon.orientation.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.FaitDOrientation;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every act on a follow-up shares: the date, the state, the passage, the perimeter, the trace. */
@Component
class ChangerLeSuivi {
  /** Act of an orientation that never was. */
  static final String ANNULATION = "ORIENTATION_ANNULEE";
  private final RegistreDesSuivis suivis;
  private final ReexamenDuParcoursSocial reexamen;
  private final DemandesSansSuivi demandes;
  private final LettresDesSuivis lettres;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  ChangerLeSuivi(RegistreDesSuivis suivis, ReexamenDuParcoursSocial reexamen, DemandesSansSuivi demandes, LettresDesSuivis lettres, AgentCourant agentCourant, Journal journal,
      ApplicationEventPublisher evenements, Clock horloge) {
    this.suivis = suivis;
    this.reexamen = reexamen;
    this.demandes = demandes;
    this.lettres = lettres;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /** @return the follow-up as it was before */
  Suivi executer(long suiviId, String acte, String motif, UnaryOperator<Suivi> transition) {
    Suivi avant = suivis.lire(suiviId);
    Suivi apres = transition.apply(avant);
    if (apres.etatDepuis().isAfter(LocalDate.now(horloge))) {
      throw new RefusMetier("DATE_FUTURE", "Cette date n'est pas encore arrivée.");
    }
    suivis.ecrire(avant, apres, motif);
    if (avant.finLe() == null && apres.finLe() != null) {
      demandes.retirer(List.of(avant.personneId()), apres.finLe(), OffsetDateTime.now(horloge), agentCourant.perimetre().agent());
      lettres.abandonner(List.of(avant.id()));
    }
    reexamen.mettreAJour(List.of(avant.personneId()));
    if (avant.finLe() == null && apres.finLe() != null) {
      suivis.recalculerLePerimetre(List.of(avant.personneId()));
    }
    journal.tracer(acte, avant.personneId(), null, motif);
    if (avant.finLe() == null && apres.finLe() != null) {
      evenements.publishEvent(new FaitDOrientation(ANNULATION.equals(acte) ? FaitDOrientation.Genre.ORIENTATION_ANNULEE : FaitDOrientation.Genre.SUIVI_CLOS,
          List.of(new FaitDOrientation.Objet(avant.personneId(), avant.id(), apres.finLe())), false));
    }
    return avant;
  }
}
