package fr.jalon.orientation.lecture;

import fr.jalon.ecran.Filtres;

/** What is asked of the list of persons whom nobody follows. @param territoire id, {@code null} or 0 for all */
public record FiltresSansSuivi(Integer territoire, Integer page) implements Filtres {
  /** Defaults. */
  public FiltresSansSuivi {
    page = Filtres.page(page);
  }

  @Override
  public String chemin() {
    return "/sans-suivi";
  }
}
