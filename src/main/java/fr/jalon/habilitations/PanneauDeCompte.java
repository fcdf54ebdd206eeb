package fr.jalon.habilitations;

import java.util.Optional;

/** What a room above adds to the page of an account. Each room declares a bean; this room knows none of them. */
public interface PanneauDeCompte {
  /** The panel of an account, or empty when there is nothing to say. @param agent number of the account */
  Optional<Panneau> panneau(long agent);

  /**
   * One panel.
   *
   * @param gabarit template without extension; it takes {@code ecran} and {@code modele}
   * @param modele  what the template shows
   */
  record Panneau(String gabarit, Object modele) {}
}
