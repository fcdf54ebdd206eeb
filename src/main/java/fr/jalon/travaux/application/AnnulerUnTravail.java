package fr.jalon.travaux.application;

import org.springframework.stereotype.Component;

/** Cancels a job whose turn has not come, whichever server was to do it. */
@Component
public class AnnulerUnTravail {
  private final Ouvrier ouvrier;

  AnnulerUnTravail(Ouvrier ouvrier) {
    this.ouvrier = ouvrier;
  }

  /** @param qui who asks, who must have been checked @return false when its turn has come */
  public boolean avantSonTour(long id, String qui) {
    return ouvrier.annulerAvantSonTour(id, qui);
  }
}
