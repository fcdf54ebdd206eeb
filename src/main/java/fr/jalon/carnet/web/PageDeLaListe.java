package fr.jalon.carnet.web;

import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.FiltresDuCarnet;
import fr.jalon.carnet.lecture.FiltresDuCarnet.Onglet;
import fr.jalon.carnet.lecture.LigneDuCarnet;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Refus;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.List;

/**
 * What awaits the agent at work in the notebooks.
 *
 * @param cochees rows ticked when the page was refused; @param faites what was just said to be read or done, {@code null} when nothing was
 */
public record PageDeLaListe(Liste<FiltresDuCarnet, Onglet, LigneDuCarnet> liste, List<Theme> themes, List<Territoire> territoires, List<Long> cochees,
    List<Long> faites, LocalDate aujourdhui, Refus refus) {
  /** How many rows of the page may be ticked. */
  public int aCocher() {
    return (int) liste.lignes().stream().filter(LigneDuCarnet::mienne).count();
  }

  /** True in the tab of what is over. */
  public boolean fini() {
    return liste.filtres().onglet() == Onglet.FAITS;
  }
}
