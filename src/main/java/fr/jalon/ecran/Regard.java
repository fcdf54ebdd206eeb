package fr.jalon.ecran;

/** Who is looking at the screen; given by {@code habilitations}, which stands above. */
public interface Regard {
  /** True when an agent is logged in. */
  boolean connecte();

  /** Her login; empty when nobody is logged in. */
  String identifiant();

  /** Displayed name of the agent; empty when nobody is logged in. */
  String nom();

  /** Her role in plain words; empty when nobody is logged in. */
  String role();

  /** Page her role opens on, or empty for the first of her menu. */
  default java.util.Optional<String> accueil() {
    return java.util.Optional.empty();
  }

  /** A sentence about the safety of her account, shown on every page until she says she read it. */
  default java.util.Optional<String> alerte() {
    return java.util.Optional.empty();
  }

  /** True when her role opens the resource. */
  boolean peut(String ressource);
}
