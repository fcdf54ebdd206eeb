package fr.jalon.orientation.web;

import fr.jalon.ecran.Francais;
import fr.jalon.orientation.application.DesignerLesReferents.Proposee;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The persons whose référent is to be named, with the one proposed to each.
 *
 * @param total   how many there are with these filters
 * @param choisis référents as typed, by follow-up; empty at first: what is proposed
 * @param refus   why a line cannot be recorded, by follow-up; @param erreur what is missing, or {@code null}
 */
public record PageDesReferentsADesigner(FormulaireDeDesignation formulaire, List<Proposee> lignes, int total, List<Territoire> territoires,
    List<Organisation> organisations, LocalDate aujourdhui, Map<Long, Integer> choisis, Map<Long, String> refus, String erreur) {
  /** One list at a time. */
  static final int LIMITE = 300;

  /** True when this référent is the one chosen for the person. */
  public boolean estChoisi(Proposee p, Candidat c) {
    Integer choisi = choisis.containsKey(p.suivi().suiviId()) ? choisis.get(p.suivi().suiviId()) : p.choisi() == null ? null
        : Integer.valueOf(p.choisi().referent().id());
    return choisi != null && choisi == c.referent().id();
  }

  /** « 12 personnes sont suivies par une organisation sans référent nommé. » */
  public String resume() {
    return total == 0 ? "Toutes les personnes suivies ont un référent." : Francais.nombre(total)
        + (total < 2 ? " personne est suivie par une organisation où personne ne la tient : "
        : " personnes sont suivies par une organisation où personne ne les tient : ") + "aucun référent nommé, ou un référent parti.";
  }
}
