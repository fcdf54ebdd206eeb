package fr.jalon.carnet.web;

import fr.jalon.carnet.application.ChoisirLesLecteurs.Choix;
import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.ecran.Refus;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who reads each theme. @param choix made on screen, by theme, the latest first; @param saisie what was refused, {@code null} when nothing was */
public record PageDesLecteurs(List<Theme> themes, Map<String, List<Choix>> choix, Saisie saisie, Refus refus) {
  /** A choice that was refused. */
  public record Saisie(String theme, Set<Sorte> lecteurs, String motif) {}

  /** The choices made for a theme. */
  public List<Choix> de(Theme theme) {
    return choix.getOrDefault(theme.code(), List.of());
  }

  /** Number of the last one, 0 for none. */
  public long vu(Theme theme) {
    return de(theme).isEmpty() ? 0 : de(theme).getFirst().id();
  }

  /** True when it is the theme whose choice was refused. */
  public boolean refuse(Theme theme) {
    return saisie != null && saisie.theme().equals(theme.code());
  }

  /** True for a box that is ticked. */
  public boolean coche(Theme theme, Sorte sorte) {
    return (refuse(theme) ? saisie.lecteurs() : theme.lecteurs()).contains(sorte);
  }

  /** What was typed as a reason. */
  public String motif(Theme theme) {
    return refuse(theme) ? saisie.motif() : "";
  }
}
