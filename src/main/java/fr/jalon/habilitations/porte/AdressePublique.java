package fr.jalon.habilitations.porte;

import fr.jalon.demarrage.DemarrageImpossible;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address people type ({@code JALON_ADRESSE_PUBLIQUE}), when it is given. Links and redirects are built on it, never on the
 * {@code Host} that a visitor writes.
 */
@Component
public class AdressePublique {
  private static final Set<String> ICI = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private final URI adresse;

  AdressePublique(@Value("${jalon.adresse-publique:}") String adresse) {
    this.adresse = adresse.isBlank() ? null : lire(adresse.strip().replaceAll("/+$", ""));
  }

  private static URI lire(String adresse) {
    try {
      URI lue = URI.create(adresse);
      if (lue.getHost() != null && Set.of("http", "https").contains(lue.getScheme()) && lue.getRawPath().isEmpty() && lue.getUserInfo() == null) {
        return lue;
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new DemarrageImpossible("JALON_ADRESSE_PUBLIQUE est l'adresse que les gens tapent, par exemple « https://rsa.departement.fr », sans chemin (reçu : « " + adresse + " »).");
  }

  /** True when the instance has a public address that others may reach: then no other host is answered. */
  boolean imposee() {
    return adresse != null && !ici(adresse.getHost());
  }

  /** True for the host, with its port, of the public address. */
  boolean est(String hote, int port) {
    return adresse.getHost().equalsIgnoreCase(hote) && (port <= 0 || port == port());
  }

  /** True for a name of this very machine. */
  static boolean ici(String hote) {
    return hote != null && ICI.contains(hote.toLowerCase(Locale.ROOT));
  }

  /** As browsers write it: small letters, no port when it is the usual one, no slash at the end; empty when no address was given. */
  public String origine() {
    return adresse == null ? "" : schema() + "://" + hote() + (adresse.getPort() > 0 && adresse.getPort() != usuel() ? ":" + adresse.getPort() : "");
  }

  String schema() {
    return adresse.getScheme();
  }

  String hote() {
    return adresse.getHost().toLowerCase(Locale.ROOT);
  }

  int port() {
    return adresse.getPort() > 0 ? adresse.getPort() : usuel();
  }

  private int usuel() {
    return "https".equals(adresse.getScheme()) ? 443 : 80;
  }

  @Override
  public String toString() {
    return String.valueOf(adresse);
  }
}
