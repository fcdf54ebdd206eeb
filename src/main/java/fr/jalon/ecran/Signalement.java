package fr.jalon.ecran;

import java.util.Optional;

/** A word on every page of an agent logged in; a room contributes it as a bean. Asked at each page: one short question, by an index. */
public interface Signalement {

  /** What is to be told now. */
  Optional<Signal> signal();

  /**
   * A word that leads somewhere.
   *
   * @param libelle the words shown
   * @param adresse page it leads to
   * @param icone   name of a Bootstrap icon without its prefix
   * @param relire  address of this fragment, asked again every few seconds while the word changes by itself; {@code null} when it does not
   */
  record Signal(String libelle, String adresse, String icone, String relire) {}
}
