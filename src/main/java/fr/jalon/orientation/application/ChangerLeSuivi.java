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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

  ChangerLeSuivi(RegistreDesSuivis suivis, ReexamenDuParcoursSocial reexamen, DemandesSansSuivi demandes, LettresDesSuivis lettres,
      AgentCourant agentCourant, Journal journal,
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
    executer(List.of(avant), acte, motif, transition);
    return avant;
  }

  /** The same for many at once, all or none. */
  void executer(List<Suivi> avant, String acte, String motif, UnaryOperator<Suivi> transition) {
    List<Suivi> apres = avant.stream().map(transition).toList();
    if (apres.stream().anyMatch(s -> s.etatDepuis().isAfter(LocalDate.now(horloge)))) {
      throw new RefusMetier("DATE_FUTURE", "Cette date n'est pas encore arrivée.");
    }
    suivis.ecrire(avant, apres, motif);
    Set<Long> ouverts = avant.stream().filter(s -> s.finLe() == null).map(Suivi::id).collect(Collectors.toSet());
    List<Suivi> finis = apres.stream().filter(s -> s.finLe() != null && ouverts.contains(s.id())).toList();
    finis.stream().collect(Collectors.groupingBy(Suivi::finLe))
        .forEach((fin, ceux) -> demandes.retirer(personnes(ceux), fin, OffsetDateTime.now(horloge), agentCourant.perimetre().agent()));
    lettres.abandonner(finis.stream().map(Suivi::id).toList());
    reexamen.mettreAJour(personnes(avant));
    if (!finis.isEmpty()) {
      suivis.recalculerLePerimetre(personnes(finis));
    }
    journal.tracer(acte, avant.stream().map(s -> new Journal.Objet(s.personneId(), null, motif)).toList());
    if (!finis.isEmpty()) {
      evenements.publishEvent(new FaitDOrientation(ANNULATION.equals(acte) ? FaitDOrientation.Genre.ORIENTATION_ANNULEE
          : FaitDOrientation.Genre.SUIVI_CLOS,
          finis.stream().map(s -> new FaitDOrientation.Objet(s.personneId(), s.id(), s.finLe())).toList(), false));
    }
  }

  private static List<Long> personnes(List<Suivi> suivis) {
    return suivis.stream().map(Suivi::personneId).distinct().toList();
  }
}
