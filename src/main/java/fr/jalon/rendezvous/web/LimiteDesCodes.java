package fr.jalon.rendezvous.web;

import fr.jalon.habilitations.Debit;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many wrong codes a network address may try: codes are not guessed. Right ones count for nothing, so that a whole waiting room may
 * answer from one place.
 */
@Component
class LimiteDesCodes {
  private final Debit faux;

  LimiteDesCodes(Clock horloge, @Value("${jalon.lien-public.codes-faux-par-adresse:20}") int nombre, @Value("${jalon.lien-public.fenetre:15m}") Duration fenetre) {
    faux = new Debit(horloge, nombre, fenetre);
  }

  /** True when this address tried too many wrong codes. */
  boolean atteinte(String adresse) {
    return faux.epuise(Debit.reseau(adresse));
  }

  /** One wrong code more. */
  void compter(String adresse) {
    faux.essayer(Debit.reseau(adresse));
  }
}
