package fr.jalon.carnet.lecture;

import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.LecteursDuCarnet.Collegue;
import fr.jalon.carnet.lecture.LecteursDuCarnet.Opposition;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who will read what is written under a theme about a person.
 *
 * @param theme       {@code null} while none is chosen
 * @param oppositions what she refuses
 * @param collegues   those who read this theme about her today, the agent at work left out
 */
public record Lecteurs(long personneId, Theme theme, List<Opposition> oppositions, List<Collegue> collegues) {
  /** « les référents du Département, France Travail » : the kinds that read it, without those she refuses whole. */
  public String sortes() {
    return Stream.of(Sorte.values()).filter(s -> theme.lecteurs().contains(s) && oppositions.stream().noneMatch(o -> o.cle().equals(s.name())))
        .map(Sorte::libelle).collect(Collectors.joining(", "));
  }

  /** « les responsables de territoire » : the kinds that do not read it, whatever she says; empty when all do. */
  public String autres() {
    return Stream.of(Sorte.values()).filter(s -> !theme.lecteurs().contains(s)).map(Sorte::libelle).collect(Collectors.joining(", "));
  }
}
