package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.Debit;
import fr.jalon.habilitations.EssaisPartages;
import fr.jalon.habilitations.Ralentissement;
import fr.jalon.habilitations.comptes.Comptes;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Failed tries make the next ones wait; right ones count for nothing. An account is slowed for one place only, a network address or a device it
 * knows, so that nobody keeps anybody out from elsewhere. An address that fails on many accounts is slowed too, except for the devices the
 * accounts know. Passwords and codes are counted apart: see {@code docs/decisions/0008}.
 */
@Component
public class LimiteDesEssais {
  private final Preuves motsDePasse;
  private final Preuves codes;
  private final Debit adresses;
  private final Debit refusANoter;

  LimiteDesEssais(EssaisPartages essais, @Value("${jalon.connexion.essais-libres:10}") int libres,
      @Value("${jalon.connexion.essais-par-adresse:300}") int parAdresse, @Value("${jalon.connexion.fenetre:1h}") Duration fenetre) {
    motsDePasse = Preuves.de(essais, "mot de passe", libres, fenetre);
    codes = Preuves.de(essais, "code à usage unique", libres, fenetre);
    adresses = new Debit(essais, "adresse qui se trompe", parAdresse, fenetre, false);
    refusANoter = new Debit(essais, "refus à noter", parAdresse, fenetre, false);
  }

  /** The same waits, asked at two doors. */
  private record Preuves(Ralentissement connus, Ralentissement inconnus) {
    static Preuves de(EssaisPartages essais, String genre, int libres, Duration fenetre) {
      return new Preuves(new Ralentissement(essais, genre, libres, fenetre, true), new Ralentissement(essais, genre, libres, fenetre, false));
    }

    Ralentissement pour(Lieu lieu) {
      return lieu.appareil() == null ? inconnus : connus;
    }
  }

  /**
   * Where a try comes from.
   *
   * @param adresse  network address
   * @param appareil the device, when the account knows it, else {@code null}
   */
  public record Lieu(String adresse, UUID appareil) {
    String cle() {
      return appareil == null ? Debit.reseau(adresse) : "appareil " + appareil;
    }
  }

  /** A try of a password. @param identifiant login typed */
  public Essai essayer(String identifiant, Lieu lieu) {
    return essai(motsDePasse.pour(lieu), identifiant, lieu);
  }

  /** A try of a one-time code. */
  public Essai essayerUnCode(String identifiant, Lieu lieu) {
    return essai(codes.pour(lieu), identifiant, lieu);
  }

  /**
   * A way in that cannot be guessed was refused (a passkey, the identity provider). Nobody waits for it, and it slows no password: it is
   * counted apart.
   *
   * @return true when it is worth a line of the journal: past the limit of the address, strangers would fill it
   */
  boolean aNoter(String adresse) {
    return refusANoter.essayer(Debit.reseau(adresse)).permis();
  }

  /** The administration gave a new password: nobody waits for this account any more. */
  public void oublier(String identifiant) {
    motsDePasse.connus().oublier(Comptes.net(identifiant));
    codes.connus().oublier(Comptes.net(identifiant));
  }

  /** The agent came in from there: her failures there are forgotten, those of the address on other accounts are not. */
  void entree(String identifiant, Lieu lieu) {
    motsDePasse.pour(lieu).oublier(Comptes.net(identifiant), lieu.cle());
    codes.pour(lieu).oublier(Comptes.net(identifiant), lieu.cle());
  }

  private Essai essai(Ralentissement quoi, String identifiant, Lieu lieu) {
    String compte = Comptes.net(identifiant);
    Duration adresse = lieu.appareil() == null ? adresses.attendre(Debit.reseau(lieu.adresse())) : Duration.ZERO;
    return new Essai(quoi, compte, lieu, adresse.isZero() ? quoi.essayer(compte, lieu.cle()) : adresse);
  }

  /** One try: made to wait, or to be told what came of it. A try of which nothing is told counts for nothing. */
  public final class Essai implements AutoCloseable {
    private final Ralentissement quoi;
    private final String compte;
    private final Lieu lieu;
    private final Duration attendre;
    private boolean conclu;

    private Essai(Ralentissement quoi, String compte, Lieu lieu, Duration attendre) {
      this.quoi = quoi;
      this.compte = compte;
      this.lieu = lieu;
      this.attendre = attendre;
      this.conclu = !attendre.isZero();
    }

    /** How long before the next try, zero when this one may go on. */
    public Duration attendre() {
      return attendre;
    }

    /** True when this one may not go on. */
    public boolean refuse() {
      return !attendre.isZero();
    }

    /** Where from. */
    public Lieu lieu() {
      return lieu;
    }

    /** The password or the code was wrong. */
    public void rate() {
      if (!conclu) {
        conclu = true;
        if (lieu.appareil() == null) {
          adresses.essayer(Debit.reseau(lieu.adresse()));
        }
      }
    }

    /** It was right. */
    public void reussi() {
      if (!conclu) {
        conclu = true;
        quoi.oublier(compte, lieu.cle());
      }
    }

    @Override
    public void close() {
      if (!conclu) {
        conclu = true;
        quoi.rendre(compte, lieu.cle());
      }
    }
  }
}
