package fr.jalon.socle;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a secret is sent: scheme, machine, port. A secret kept is only ever sent to the destination it was typed for; another path of the same
 * one is the same one. One rule for every screen that keeps a secret beside an address.
 *
 * @param schema  in small letters: {@code https}, {@code smtp+starttls}…
 * @param machine name or address, in small letters
 * @param port    never absent: the one of the scheme when none is written
 */
public record Destination(String schema, String machine, int port) {
  /** What is said beside the field of the secret. */
  public static final String A_RETAPER =
      "Le serveur change : tapez de nouveau ce secret. Celui qui est gardé n'est jamais envoyé ailleurs que là où il a été donné.";
  private static final Map<String, Integer> PORTS = Map.of("https", 443, "http", 80);
  private static final Set<String> ICI = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** The destination of a web address without user nor fragment; empty for anything else. */
  public static Optional<Destination> web(String adresse) {
    try {
      URI u = URI.create(adresse);
      String schema = u.getScheme() == null ? "" : u.getScheme().toLowerCase(Locale.ROOT);
      if (!PORTS.containsKey(schema) || u.getHost() == null || u.getUserInfo() != null || u.getFragment() != null) {
        return Optional.empty();
      }
      return Optional.of(new Destination(schema, u.getHost().toLowerCase(Locale.ROOT), u.getPort() < 0 ? PORTS.get(schema) : u.getPort()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The destination of a server that is not of the web. */
  public static Destination serveur(String schema, String machine, int port) {
    return new Destination(schema.toLowerCase(Locale.ROOT), machine.toLowerCase(Locale.ROOT), port);
  }

  /** True when it is this very machine, by its name: nobody listens on the way. */
  public boolean ici() {
    return ICI.contains(machine);
  }

  /** True when a secret may go there: encrypted on the way, or not leaving this machine. */
  public boolean sure() {
    return ici() || !"http".equals(schema) && !schema.endsWith("+clair");
  }

  /** True when no partner can be there: the addresses a machine gives itself, among them the one where clouds give their keys away. */
  public static boolean interdite(InetAddress a) {
    return a.isLinkLocalAddress() || a.isAnyLocalAddress() || a.isMulticastAddress();
  }
}
