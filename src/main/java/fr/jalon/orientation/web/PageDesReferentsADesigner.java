package fr.jalon.orientation.web;

import fr.jalon.ecran.Francais;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.List;

/**
 * The persons whose référent is to be named, with the one proposed to each.
 *
 * @param total  how many there are with these filters
 * @param erreur what is missing, or {@code null}
 */
public record PageDesReferentsADesigner(FormulaireDeDesignation formulaire, LignesAConfier liste, int total, List<Territoire> territoires,
    List<Organisation> organisations, LocalDate aujourdhui, String erreur) {
  /** One list at a time. */
  static final int LIMITE = 300;

  /** « 12 personnes sont suivies par une organisation sans référent nommé. » */
  public String resume() {
    return total == 0 ? "Toutes les personnes suivies ont un référent." : Francais.nombre(total)
        + (total < 2 ? " personne est suivie par une organisation où personne ne la tient : "
        : " personnes sont suivies par une organisation où personne ne les tient : ") + "aucun référent nommé, ou un référent parti.";
  }
}
