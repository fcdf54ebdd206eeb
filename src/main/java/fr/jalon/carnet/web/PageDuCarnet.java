package fr.jalon.carnet.web;

import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.Ecrit;
import fr.jalon.carnet.lecture.LecteursDuCarnet.Opposition;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Refus;
import java.time.LocalDate;
import java.util.List;

/**
 * The notebook of a person.
 *
 * @param themes  those in which something is written
 * @param theme   the one shown, {@code null} for all; @param seul true when one entry alone is shown, with its answers
 * @param reponse what was typed and refused, {@code null} when nothing was
 */
public record PageDuCarnet(Identite personne, List<Ecrit> ecrits, Pagination pages, List<Theme> themes, Theme theme, boolean seul,
    List<Opposition> oppositions, Reponse reponse, LocalDate aujourdhui, Refus refus) {
  /** An answer that was refused. */
  public record Reponse(long entree, String texte, String cle) {
    /** True when it is about that entry. */
    public boolean de(Ecrit e) {
      return entree == e.id();
    }
  }
}
