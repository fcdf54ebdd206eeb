package fr.jalon.echanges.webhooks.domaine;

import fr.jalon.socle.RefusMetier;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where Jalon accepts to send: https, and only to machines of the public network. The server stands inside the network of the Département: an
 * address typed by somebody else must not make it knock at a door in there.
 *
 * @param locales true in a demonstration: this very machine, without https, is accepted too
 */
public record AdresseDeWebhook(boolean locales, Annuaire annuaire) {
  private static final int LONGUEUR = 500;

  /** From the name of a machine to its addresses. */
  @FunctionalInterface
  public interface Annuaire {
    /** @throws UnknownHostException when nobody has that name */
    InetAddress[] chercher(String machine) throws UnknownHostException;
  }

  /**
   * Reads an address and resolves it: to be called again right before each try, a name may have moved since.
   *
   * @throws RefusMetier ADRESSE_MAL_ECRITE, ADRESSE_SANS_HTTPS, ADRESSE_INTROUVABLE or ADRESSE_PRIVEE
   */
  public URI verifier(String texte) {
    URI uri = lire(texte);
    List<InetAddress> adresses;
    try {
      adresses = List.of(annuaire.chercher(machine(uri)));
    } catch (UnknownHostException e) {
      throw new RefusMetier("ADRESSE_INTROUVABLE", "Aucune machine ne répond au nom « %s ». Vérifiez l'adresse.".formatted(uri.getHost()));
    }
    boolean ici = locales && adresses.stream().allMatch(InetAddress::isLoopbackAddress);
    if (!ici && !"https".equalsIgnoreCase(uri.getScheme())) {
      throw new RefusMetier("ADRESSE_SANS_HTTPS", "L'adresse doit commencer par https:// : ce qui est envoyé concerne des personnes.");
    }
    if (!ici && !adresses.stream().allMatch(AdresseDeWebhook::publique)) {
      throw new RefusMetier("ADRESSE_PRIVEE", "Cette adresse mène à un réseau privé : donnez une adresse joignable depuis internet.");
    }
    return uri;
  }

  private static URI lire(String texte) {
    String net = texte == null ? "" : texte.strip();
    try {
      URI uri = URI.create(net);
      boolean bonne = uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null && net.length() <= LONGUEUR
          && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
      if (bonne) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // refused below
    }
    throw new RefusMetier("ADRESSE_MAL_ECRITE",
        "Donnez une adresse complète, sans nom d'utilisateur ni « # », par exemple https://api.exemple.fr/jalon.");
  }

  private static String machine(URI uri) {
    String hote = uri.getHost();
    return hote.startsWith("[") ? hote.substring(1, hote.length() - 1) : hote;
  }

  private static boolean publique(InetAddress a) {
    if (a.isAnyLocalAddress() || a.isLoopbackAddress() || a.isLinkLocalAddress() || a.isSiteLocalAddress() || a.isMulticastAddress()) {
      return false;
    }
    byte[] o = a.getAddress();
    int premier = o[0] & 0xff;
    int second = o[1] & 0xff;
    if (a instanceof Inet6Address) {
      // only 2000::/3 is routed; in it, 6to4, Teredo and the examples of documentation lead elsewhere
      boolean teredoOuExemple = premier == 0x20 && second == 0x01 && (o[2] == 0 && o[3] == 0 || (o[2] & 0xff) == 0x0d && (o[3] & 0xff) == 0xb8);
      return (premier & 0xe0) == 0x20 && !(premier == 0x20 && second == 0x02) && !teredoOuExemple;
    }
    int troisieme = o[2] & 0xff;
    boolean reservee = premier == 0 || premier >= 240
        || premier == 100 && second >= 64 && second < 128
        || premier == 192 && second == 0 && (troisieme == 0 || troisieme == 2)
        || premier == 198 && (second == 18 || second == 19 || second == 51 && troisieme == 100)
        || premier == 203 && second == 0 && troisieme == 113;
    return !reservee;
  }
}
