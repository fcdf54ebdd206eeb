package fr.jalon.habilitations.porte;

import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the server would have to remember of someone who has not logged in yet is given to her browser instead: encrypted, signed, for one
 * usage, until a date. Nobody reads it nor changes it without the key of the instance; every server of the instance opens it.
 */
@Component
public class Scelles {
  /** Longest text that may be sealed, in bytes of UTF-8. */
  public static final int TEXTE_AU_PLUS = 2000;
  private static final int SCELLE_AU_PLUS = 4000;
  private static final int ENVELOPPE = 28;
  private final Chiffrement cle;
  private final Clock horloge;

  /** A key of its own: an anonymous visitor who asks for millions of seals does not wear the key of the data. */
  Scelles(Chiffrement instance, Clock horloge) {
    cle = new Chiffrement(instance.empreinte("jalon.scelles".getBytes(StandardCharsets.US_ASCII)));
    this.horloge = horloge;
  }

  /** What a seal is for: one made for a usage opens for no other. */
  public enum Usage {
    /** The page asked for before the login. */
    SUITE,
    /** The token of the forms shown before the login. */
    FORMULAIRE,
    /** The round trip to the identity provider. */
    FOURNISSEUR,
    /** The challenge a passkey signs. */
    CLE,
    /** The e-mail of a person the provider knows and Jalon does not. */
    INCONNU,
    /** The number of the session of an agent: who reads it in the database cannot use it. */
    SESSION
  }

  /**
   * @param duree how long it opens
   * @param texte at most {@link #TEXTE_AU_PLUS} bytes
   * @return letters, digits, dashes: fits an address and a cookie
   */
  public String sceller(Usage usage, Duration duree, String texte) {
    if (texte.getBytes(StandardCharsets.UTF_8).length > TEXTE_AU_PLUS) {
      throw new IllegalArgumentException("Trop long pour être scellé : " + usage);
    }
    String clair = usage + "\n" + horloge.instant().plus(duree).getEpochSecond() + "\n" + texte;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cle.chiffrer(clair.getBytes(StandardCharsets.UTF_8)));
  }

  /** The text sealed for that usage; empty when there is none, when it was changed, or when its time is past. */
  public Optional<String> ouvrir(Usage usage, String scelle) {
    if (scelle == null || scelle.length() > SCELLE_AU_PLUS) {
      return Optional.empty();
    }
    try {
      byte[] octets = Base64.getUrlDecoder().decode(scelle);
      if (octets.length < ENVELOPPE) {
        return Optional.empty();
      }
      String[] lu = new String(cle.dechiffrer(octets), StandardCharsets.UTF_8).split("\n", 3);
      return usage.name().equals(lu[0]) && Long.parseLong(lu[1]) >= horloge.instant().getEpochSecond() ? Optional.of(lu[2]) : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException _) {
      return Optional.empty();
    }
  }
}
