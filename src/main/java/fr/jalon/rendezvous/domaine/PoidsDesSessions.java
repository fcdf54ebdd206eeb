package fr.jalon.rendezvous.domaine;

import fr.jalon.structures.Distances;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a session costs a person, in weighted points: from 0 (the best) to 100 (the worst) for each of distance, waiting and deadline.
 *
 * @param horizon days after which waiting costs the worst
 */
public record PoidsDesSessions(int distance, int attente, int limite, int plafondKm, int horizon) {
  private static final int PIRE = 100;

  /** Cost of this session for this person. */
  public long cout(PersonneAConvoquer p, SessionOuverte s, Distances distances, LocalDate aujourdhui) {
    double km = distances.km(p.commune(), s.commune());
    // an unknown place costs the worst: nobody is sent far by ignorance, nor preferred
    long eloignement = Double.isNaN(km) ? PIRE : Math.round(Math.min(km, plafondKm) * PIRE / plafondKm);
    long attend = Math.min(PIRE, ChronoUnit.DAYS.between(aujourdhui, s.jour()) * PIRE / Math.max(1, horizon));
    long depasse = p.limite() != null && s.jour().isAfter(p.limite()) ? PIRE : 0;
    return distance * eloignement + attente * attend + limite * depasse;
  }

  /** More than any session may cost. */
  long plusQueTout() {
    return (long) (distance + attente + limite) * PIRE + 1;
  }
}
