package fr.jalon.orientation.web;

import fr.jalon.ecran.AdresseDePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list to convoke, as the agent sends it.
 *
 * @param personnes ids ticked
 * @param tous      true for all those to convoke of the list with its filters
 * @param filtres   address of the list with its filters
 * @param choix {@code personne:session}, {@code personne:session:A} for its waiting list, {@code personne:} for who is left; empty before the
 *     proposal
 * @param retour    where to go back
 * @param malgre    true to convoke also those for whom an interview is planned
 */
public record FormulaireDeConvocation(List<Long> personnes, Boolean tous, String filtres, List<String> choix, String retour, Boolean malgre) {
  private static final Pattern CHOIX = Pattern.compile("(\\d{1,18}):(?:(\\d{1,18})(:A)?)?");

  /** Absent lists are empty, an absent box is false. */
  public FormulaireDeConvocation {
    personnes = personnes == null ? List.of() : personnes.stream().filter(Objects::nonNull).toList();
    tous = Boolean.TRUE.equals(tous);
    malgre = Boolean.TRUE.equals(malgre);
    choix = choix == null ? List.of() : choix.stream().filter(Objects::nonNull).toList();
  }

  /** A session chosen. */
  record Voulue(long session, boolean enAttente) {}

  /** The session chosen by person; {@code null} for who is left. */
  Map<Long, Voulue> choisies() {
    Map<Long, Voulue> parPersonne = new LinkedHashMap<>();
    for (String c : choix) {
      Matcher m = CHOIX.matcher(c);
      if (m.matches()) {
        parPersonne.put(Long.valueOf(m.group(1)), m.group(2) == null ? null : new Voulue(Long.parseLong(m.group(2)), m.group(3) != null));
      }
    }
    return parPersonne;
  }

  /** Only a page of ours. */
  public String retourSur() {
    return AdresseDePage.localeOu(retour, "/nouveaux-entrants");
  }
}
