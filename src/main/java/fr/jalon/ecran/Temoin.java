package fr.jalon.ecran;

import java.util.stream.Stream;

/**
 * Who writes in the journal that persons are about to be shown. The journal is that witness; this room, below it, only knows the interface.
 * Each of these writes before anything leaves, and throws when it cannot write: then nothing is shown.
 */
public interface Temoin {

  /** A page, a fragment or an answer is about to be shown. Nothing is written when it shows nobody. */
  void montrer(Object modele);

  /**
   * A document or a part of a file is about to leave. Written even when nobody is in it.
   *
   * @param quoi   what leaves, a French phrase without a name
   * @param lignes what it holds
   */
  void exporter(String quoi, Object lignes);

  /**
   * The rows of a file, each written in the journal before it leaves; to close.
   *
   * @throws fr.jalon.socle.RefusMetier EXPORTS_EN_COURS when too many files are leaving: each holds connections of the pages
   */
  <T> LignesTracees<T> lignes(String quoi, Stream<T> lignes);
}
