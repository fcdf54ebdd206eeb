package fr.jalon.rendezvous.application;

import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.PlaceLiberee;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person answers to a convocation, typed by an agent; and what undoes a convocation. */
@Service
public class Repondre {
  private final RegistreDesConvocations registre;
  private final SessionsTenues sessions;
  private final EcrireAuxConvoques ecrire;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  Repondre(RegistreDesConvocations registre, SessionsTenues sessions, EcrireAuxConvoques ecrire, Journal journal,
      ApplicationEventPublisher evenements, Clock horloge) {
    this.registre = registre;
    this.sessions = sessions;
    this.ecrire = ecrire;
    this.journal = journal;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /** She comes. Said twice, it is written once. */
  @Transactional
  public void vient(long convocation) {
    RegistreDesConvocations.Convocation c = aVenir(convocation);
    if (c.etat() != EtatConvocation.CONFIRMEE) {
      registre.passer(List.of(c), EtatConvocation.CONFIRMEE, null, null);
      tracer(c, "Vient à l'information collective");
    }
  }

  /** They all come. */
  @Transactional
  public void viennent(List<Long> convocations) {
    List<RegistreDesConvocations.Convocation> toutes = registre.lire(convocations);
    registre.passer(toutes.stream().filter(c -> c.etat() == EtatConvocation.CONVOQUEE).toList(), EtatConvocation.CONFIRMEE, null, null);
  }

  /** She cannot come: her place is for another, her reminders do not leave. @param motif why; required */
  @Transactional
  public void nePeutPas(long convocation, Empechement motif, String precisions) {
    if (motif == null) {
      throw new RefusMetier("MOTIF_ABSENT", "Choisissez pourquoi la personne ne peut pas venir.");
    }
    RegistreDesConvocations.Convocation c = registre.lire(convocation);
    if (c.etat() == EtatConvocation.DECLINEE) {
      return;
    }
    aVenir(convocation);
    registre.passer(List.of(c), EtatConvocation.DECLINEE, motif.name(), precisions == null || precisions.isBlank() ? null : precisions.strip());
    ecrire.taire(List.of(c.id()));
    tracer(c, "Ne peut pas venir à l'information collective");
    evenements.publishEvent(new PlaceLiberee(c.sessionId()));
  }

  /** The service undoes convocations: the persons who had been told are told. @param motif why; required */
  @Transactional
  public void annuler(List<Long> convocations, String motif) {
    if (motif == null || motif.isBlank()) {
      throw new RefusMetier("MOTIF_ABSENT", "Dites pourquoi la convocation est annulée.");
    }
    List<RegistreDesConvocations.Convocation> toutes = registre.lire(convocations).stream().filter(c -> c.etat() != EtatConvocation.ANNULEE).toList();
    registre.passer(toutes, EtatConvocation.ANNULEE, motif.strip(), null);
    var parId = sessions.lire(toutes.stream().map(RegistreDesConvocations.Convocation::sessionId).distinct().toList());
    LocalDate aujourdhui = LocalDate.now(horloge);
    ecrire.annuler(toutes.stream().filter(c -> c.etat().attendue() && !c.jour().isBefore(aujourdhui))
        .map(c -> new EcrireAuxConvoques.Destinataire(c.id(), c.personneId(), parId.get(c.sessionId()), null)).toList());
    toutes.forEach(c -> tracer(c, "Convocation annulée"));
    parId.keySet().forEach(s -> evenements.publishEvent(new PlaceLiberee(s)));
  }

  private RegistreDesConvocations.Convocation aVenir(long convocation) {
    RegistreDesConvocations.Convocation c = registre.lire(convocation);
    if (!c.jour().atTime(c.debut()).isAfter(LocalDateTime.now(horloge))) {
      throw new RefusMetier("SESSION_PASSEE",
          "La session du %s a commencé ou est passée : saisissez la présence.".formatted(fr.jalon.ecran.Francais.date(c.jour())));
    }
    return c;
  }

  private void tracer(RegistreDesConvocations.Convocation c, String phrase) {
    journal.tracer("CONVOCATION", c.personneId(), null, "%s du %s".formatted(phrase, fr.jalon.ecran.Francais.date(c.jour())));
  }
}
