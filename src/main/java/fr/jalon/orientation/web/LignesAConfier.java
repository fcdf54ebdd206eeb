package fr.jalon.orientation.web;

import fr.jalon.orientation.application.DesignerLesReferents.Proposee;
import fr.jalon.orientation.domaine.affectation.Candidat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list where each person is given a référent.
 *
 * @param choisis référents as typed, by follow-up; empty at first: what is proposed
 * @param vers    to whom all are given unless something was typed; {@code null} = the best sharing out
 * @param refus   why a line cannot be recorded, by follow-up
 * @param garder  what the choice of nobody is called
 */
public record LignesAConfier(List<Proposee> lignes, Map<Long, Integer> choisis, Integer vers, Map<Long, String> refus, String garder) {
  private static final Pattern CHOIX = Pattern.compile("(\\d{1,18}):(\\d{1,9})?");

  /**
   * The référent chosen by follow-up. @param choix {@code suivi:referent}, or {@code suivi:} for nobody; @return {@code null} for nobody; a follow-up
   * that is absent was not on the page
   */
  static Map<Long, Integer> choisis(List<String> choix) {
    Map<Long, Integer> parSuivi = new LinkedHashMap<>();
    for (String c : choix == null ? List.<String>of() : choix) {
      Matcher m = CHOIX.matcher(Objects.requireNonNullElse(c, ""));
      if (m.matches()) {
        parSuivi.put(Long.valueOf(m.group(1)), m.group(2) == null ? null : Integer.valueOf(m.group(2)));
      }
    }
    return parSuivi;
  }

  /** True when this référent is the one chosen for the person. */
  public boolean estChoisi(Proposee p, Candidat c) {
    Integer choisi = choisis.containsKey(p.suivi().suiviId()) ? choisis.get(p.suivi().suiviId()) : vers != null ? vers
        : p.choisi() == null ? null : Integer.valueOf(p.choisi().referent().id());
    return choisi != null && choisi == c.referent().id();
  }

  /** Why this line cannot be recorded, or {@code null}. */
  public String refus(Proposee p) {
    return refus.get(p.suivi().suiviId());
  }
}
