package fr.jalon.rendezvous.application;

import fr.jalon.ecran.Francais;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says who came on a day, whatever she was expected at: the session or the interview of that day when there is one, else a meeting that Jalon did not
 * plan, in the office of who follows her.
 */
@Service
public class NoterUneRencontre {
  private final RegistreDesEntretiens entretiens;
  private final RegistreDesConvocations convocations;
  private final SaisirLaPresence presence;
  private final DonnerUnRendezVous donner;
  private final Constater constater;
  private final Journal journal;
  private final Clock horloge;

  NoterUneRencontre(RegistreDesEntretiens entretiens, RegistreDesConvocations convocations, SaisirLaPresence presence,
      DonnerUnRendezVous donner, Constater constater,
      Journal journal, Clock horloge) {
    this.entretiens = entretiens;
    this.convocations = convocations;
    this.presence = presence;
    this.donner = donner;
    this.constater = constater;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Notes it; the same day again corrects what was noted.
   *
   * @param le           the day, not later than today
   * @param etat         PRESENTE, EXCUSEE or ABSENTE
   * @param motif        why she is excused, else ignored
   * @param organisation who received her when it was not at a slot, or {@code null}
   * @throws RefusMetier when the day or the presence is missing, or the person is out of the agent's perimeter
   */
  @Transactional
  public void executer(long personne, LocalDate le, EtatEntretien etat, Empechement motif, Integer organisation) {
    if (le == null || le.isAfter(LocalDate.now(horloge))) {
      throw new RefusMetier("JOUR", le == null ? "Indiquez le jour de la rencontre."
          : "Ce jour n'est pas encore arrivé : la présence se saisit à partir du jour même.");
    }
    if (etat == null || !etat.pointee()) {
      throw new RefusMetier("PRESENCE", "Dites si la personne est venue.");
    }
    if (etat == EtatEntretien.EXCUSEE && motif == null) {
      throw new RefusMetier("MOTIF_ABSENT", "Choisissez la raison de l'absence.");
    }
    RegistreDesEntretiens.Personne p = entretiens.personne(personne);
    Optional<Long> session = convocations.leJour(personne, le);
    Optional<RegistreDesEntretiens.Entretien> deja = entretiens.leJour(personne, le);
    if (deja.isPresent()) {
      donner.noter(deja.get().id(), etat, motif);
    } else if (session.isPresent()) {
      presence.noter(session.get(), EtatConvocation.valueOf(etat.name()), motif, null);
    } else {
      constater.executer(List.of(entretiens.creerHorsPermanence(personne, le, etat,
          etat == EtatEntretien.EXCUSEE ? motif.name() : null, organisation)));
      journal.tracer("ENTRETIEN", personne, p.droit().foyerId(),
          "Rencontre du %s : %s".formatted(Francais.date(le), etat.libelle().toLowerCase(Locale.FRENCH)));
    }
  }

  /** Takes back a meeting that Jalon did not plan, noted by mistake. */
  @Transactional
  public void effacer(long entretien) {
    RegistreDesEntretiens.Entretien e = entretiens.lire(entretien);
    entretiens.effacer(e, "Noté par erreur");
    constater.executer(List.of(entretien));
    journal.tracer("ENTRETIEN", e.personneId(), entretiens.personne(e.personneId()).droit().foyerId(), "Rencontre effacée : notée par erreur");
  }
}
