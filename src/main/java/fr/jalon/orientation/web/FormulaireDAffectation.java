package fr.jalon.orientation.web;

import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.Parcours;
import fr.jalon.structures.Public;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list as the agent sends it.
 *
 * @param personnes  ids ticked, in order of urgency
 * @param choix      {@code personne:organisation-referent}, or {@code personne:} for who is left waiting; empty before the first proposal
 * @param besoin     public all the persons of the list belong to, empty when none in particular
 * @param acceptePar who accepts that référents go over their capacity
 * @param retour     where to go back
 */
public record FormulaireDAffectation(List<Long> personnes, List<String> choix, String parcours, String besoin, String notifieLe, String acceptePar,
    String raison, String retour) {
  private static final Pattern CHOIX = Pattern.compile("(\\d{1,18}):(?:(\\d{1,9})-(\\d{1,9}))?");

  /** Absent lists and texts are empty. */
  public FormulaireDAffectation {
    personnes = personnes == null ? List.of() : List.copyOf(personnes);
    choix = choix == null ? List.of() : List.copyOf(choix);
    acceptePar = acceptePar == null ? "" : acceptePar;
    raison = raison == null ? "" : raison;
  }

  /** An organisation and one of its référents. */
  record Destinataire(int organisation, int referent) {}

  /** The référent chosen by person; {@code null} for who is left waiting. */
  Map<Long, Destinataire> choisis() {
    Map<Long, Destinataire> parPersonne = new LinkedHashMap<>();
    for (String c : choix) {
      Matcher m = CHOIX.matcher(c);
      if (m.matches()) {
        parPersonne.put(Long.valueOf(m.group(1)), m.group(2) == null ? null : new Destinataire(Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
      }
    }
    return parPersonne;
  }

  /** The orientations asked for. */
  List<NouvelleOrientation> orientations() {
    Depassement depassement = Depassement.de(acceptePar, raison);
    List<NouvelleOrientation> orientations = new ArrayList<>();
    choisis().forEach((personne, d) -> {
      if (d != null) {
        orientations.add(new NouvelleOrientation(personne, parcoursChoisi(), d.organisation(), d.referent(), jour(), publicChoisi(), depassement));
      }
    });
    return orientations;
  }

  /** {@code null} when none. */
  Parcours parcoursChoisi() {
    for (Parcours p : Parcours.values()) {
      if (p.name().equals(parcours)) {
        return p;
      }
    }
    return null;
  }

  /** {@code null} when none: each person keeps the one her file gives. */
  Public publicChoisi() {
    for (Public p : Public.values()) {
      if (p.name().equals(besoin)) {
        return p;
      }
    }
    return null;
  }

  /** {@code null} when it is not a date. */
  LocalDate jour() {
    try {
      return notifieLe == null || notifieLe.isBlank() ? null : LocalDate.parse(notifieLe);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  /** Only a page of ours. */
  public String retourSur() {
    return retour != null && retour.startsWith("/") && !retour.startsWith("//") ? retour : "/nouveaux-entrants";
  }
}
