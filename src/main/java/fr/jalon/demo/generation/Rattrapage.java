package fr.jalon.demo.generation;

import java.time.LocalDate;

/**
 * Decides for those whom the application holds for new entrants and whose orientation the generator did not foresee: a separation, a right
 * closed and back a month later. They are oriented within the same delays as the others.
 */
public final class Rattrapage {
  private final DepartementDemo demo;
  private final Affectations affectations;
  private final Delais delais;

  /** @param demo the Département */
  public Rattrapage(DepartementDemo demo) {
    this.demo = demo;
    affectations = new Affectations(demo);
    delais = new Delais(demo);
  }

  /**
   * The orientation of a person; the same subject gives the same one.
   *
   * @param personne names her: same text, same draws
   * @param recueLe  reception of the information that makes her wait
   * @param commune  INSEE code of her address, or {@code null}
   */
  public OrientationAJouer pour(String personne, LocalDate recueLe, String commune) {
    String sujet = "rattrapage " + personne + recueLe;
    Affectations.Affectation a = affectations.choisir(new Hasard(demo.graine(), sujet), commune);
    return new OrientationAJouer(null, recueLe, delais.notification(sujet, recueLe), a.parcours(), a.structure(), a.referent(),
        null, null, null, null);
  }
}
