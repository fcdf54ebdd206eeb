package fr.jalon.echanges.api.application;

import fr.jalon.habilitations.Debit;
import fr.jalon.habilitations.EssaisPartages;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * How many calls an application may make: so many a minute (parameter {@code api.appels_par_minute}), whatever the server. Calls come back one by
 * one.
 */
@Component
public class LimiteDesAppels {
  private static final Duration FENETRE = Duration.ofMinutes(1);
  private final Parametres parametres;
  private final EssaisPartages essais;
  private final Clock horloge;
  private volatile Reglage reglage;

  LimiteDesAppels(Parametres parametres, EssaisPartages essais, Clock horloge) {
    this.essais = essais;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  private record Reglage(int parMinute, Instant luLe, Debit debit) {}

  /** What is left to an application. @param attendre seconds to wait, 0 when the call may go on */
  public record Reste(int limite, long appels, long attendre) {}

  /** Counts a call. */
  public Reste appeler(String client) {
    Reglage r = reglage();
    Debit.Essai essai = r.debit().essayer(client);
    return new Reste(r.parMinute(), essai.reste(), essai.permis() ? 0 : essai.attendre().toSeconds() + 1);
  }

  /** Read again each minute. The limit changed on screen: every count starts again. */
  private Reglage reglage() {
    Instant maintenant = horloge.instant();
    Reglage r = reglage;
    if (r == null || r.luLe().plus(FENETRE).isBefore(maintenant) || r.luLe().isAfter(maintenant)) {
      int parMinute = Math.max(1, parametres.valeur("api.appels_par_minute", LocalDate.now(horloge)).entier());
      r = new Reglage(parMinute, maintenant, r != null
          && r.parMinute() == parMinute ? r.debit() : new Debit(essais, "appels", parMinute, FENETRE, true));
      reglage = r;
    }
    return r;
  }
}
