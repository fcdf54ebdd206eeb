package fr.jalon.rendezvous.web;

import fr.jalon.habilitations.Debit;
import fr.jalon.habilitations.EssaisPartages;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many wrong codes a network address may try: codes are not guessed. Right ones count for nothing there, so that a whole waiting room may
 * answer from one place. And what one right code may write: the journal and the history only grow, whoever holds a code is not to fill them.
 */
@Component
class LimiteDesCodes {
  private final Debit faux;
  private final Debit lectures;
  private final Debit actes;

  LimiteDesCodes(EssaisPartages essais, @Value("${jalon.lien-public.codes-faux-par-adresse:20}") int nombre,
      @Value("${jalon.lien-public.fenetre:15m}") Duration fenetre,
      @Value("${jalon.lien-public.lectures-par-heure:20}") int lectures, @Value("${jalon.lien-public.reponses-par-heure:12}") int reponses) {
    faux = new Debit(essais, "codes faux", nombre, fenetre, false);
    this.lectures = new Debit(essais, "lectures d'un code", lectures, Duration.ofHours(1), false);
    actes = new Debit(essais, "réponses par un code", reponses, Duration.ofHours(1), false);
  }

  /** True when this address tried too many wrong codes. */
  boolean atteinte(String adresse) {
    return !faux.attendre(Debit.reseau(adresse)).isZero();
  }

  /** One wrong code more. */
  void compter(String adresse) {
    faux.essayer(Debit.reseau(adresse));
  }

  /** What the journal says of an opening of that code. */
  enum Trace {
    /** That it was opened. */
    OUVERT,
    /** The same, and that the next ones are not written. */
    DERNIERE,
    /** Nothing. */
    AUCUNE
  }

  /** One opening more. */
  Trace ouvrir(String code) {
    Debit.Essai essai = lectures.essayer(code);
    return !essai.permis() ? Trace.AUCUNE : essai.reste() == 0 ? Trace.DERNIERE : Trace.OUVERT;
  }

  /** One answer more. @return false when this code wrote too many lately */
  boolean repondre(String code) {
    return actes.essayer(code).permis();
  }
}
