package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.Debit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many times one may try to log in: per login (so that one account is not guessed from everywhere) and per network address (so that
 * one place does not try every account).
 */
@Component
public class LimiteDesEssais {
  private final Clock horloge;
  private final Debit identifiants;
  private final Debit adresses;

  LimiteDesEssais(Clock horloge, @Value("${jalon.connexion.essais-par-identifiant:10}") int parIdentifiant,
      @Value("${jalon.connexion.essais-par-adresse:100}") int parAdresse, @Value("${jalon.connexion.fenetre:15m}") Duration fenetre) {
    this.horloge = horloge;
    identifiants = new Debit(horloge, parIdentifiant, fenetre);
    adresses = new Debit(horloge, parAdresse, fenetre);
  }

  /**
   * Counts an attempt.
   *
   * @param identifiant login typed, or {@code null} when none is
   * @param adresse     network address
   * @return empty when the attempt may go on, else when the next one may
   */
  public Optional<Instant> essayer(String identifiant, String adresse) {
    Optional<Instant> refus = consommer(adresses, Debit.reseau(adresse));
    return refus.isPresent() || identifiant == null ? refus : consommer(identifiants, cle(identifiant));
  }

  /** The agent came in: her failures are forgotten; those of the address are not. */
  public void oublier(String identifiant) {
    identifiants.oublier(cle(identifiant));
  }

  /** Number of keys in memory. */
  int taille() {
    return identifiants.taille() + adresses.taille();
  }

  private Optional<Instant> consommer(Debit debit, String cle) {
    Debit.Essai essai = debit.essayer(cle);
    return essai.permis() ? Optional.empty() : Optional.of(horloge.instant().plus(essai.attendre()));
  }

  private static String cle(String identifiant) {
    String net = identifiant.strip().toLowerCase(Locale.ROOT);
    return net.length() > 100 ? net.substring(0, 100) : net;
  }
}
