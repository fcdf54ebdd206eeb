package fr.jalon.engagement.web;

import fr.jalon.engagement.domaine.Activites;
import fr.jalon.engagement.domaine.DureeSaisie;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.engagement.lecture.LigneDHeures;
import java.util.stream.Collectors;

/** What the list of a week says beside its rows. @param semaine shown; @param enCours the one that runs; @param activites as they were then */
public record PageDesSemaines(Semaine semaine, Semaine enCours, Activites activites) {
  /** {@code Démarches 2 h, Rendez-vous 45 min}. */
  public String enClair(LigneDHeures l) {
    return l.parActivite().entrySet().stream().map(e -> activites.libelle(e.getKey()) + " " + DureeSaisie.enClair(e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
