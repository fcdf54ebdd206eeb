package fr.jalon.allocataires.web;

import fr.jalon.allocataires.EvenementDuFil.Theme;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.lecture.Moment;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.DatesPlausibles;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a dossier is asked for, as the address says it; what cannot be read is as if it were not there.
 *
 * @param au    the day it is read at
 * @param connu what was known that day
 * @param fil   themes of the timeline; {@code null} = those of the part
 * @param n     number of events shown
 */
record DemandeDeDossier(String au, String connu, List<String> fil, String n) {
  /** Events that the timeline shows at first, and adds each time. */
  static final int EVENEMENTS = 20;
  private static final int AU_PLUS = 2000;

  /** The moment it is read at: never after today. */
  Moment moment(LocalDate aujourdhui) {
    LocalDate jour = date(au, aujourdhui);
    LocalDate jourConnu = date(connu, null);
    return new Moment(jour.isAfter(aujourdhui) ? aujourdhui : jour, jourConnu == null || jourConnu.isBefore(aujourdhui) ? jourConnu : null);
  }

  /** Themes of the timeline. @param partie {@code null} for the whole dossier */
  Set<Theme> themes(PartieDuDossier partie) {
    boolean illisible = fil != null && fil.stream().anyMatch(f -> !f.isBlank()) && Arrays.stream(Theme.values())
        .noneMatch(t -> fil.contains(t.name()));
    return fil == null || illisible ? partie == null ? EnumSet.allOf(Theme.class) : partie.themes()
        : Arrays.stream(Theme.values()).filter(t -> fil.contains(t.name())).collect(Collectors.toCollection(() -> EnumSet.noneOf(Theme.class)));
  }

  /** Events shown. @param partie {@code null} for the whole dossier: all of them */
  int evenements(PartieDuDossier partie) {
    return partie == null ? Integer.MAX_VALUE : n == null
        || !n.matches("[0-9]{1,4}") ? EVENEMENTS : Math.clamp(Integer.parseInt(n), EVENEMENTS, AU_PLUS);
  }

  /** The address of this page, or of another part at the same moment. */
  AdresseDePage adresse(String chemin, Moment moment, LocalDate aujourdhui) {
    Map<String, String> parametres = new LinkedHashMap<>();
    parametres.put("au", moment.au().equals(aujourdhui) ? "" : moment.au().toString());
    parametres.put("connu", moment.connu() == null ? "" : moment.connu().toString());
    parametres.put("fil", fil == null ? "" : String.join(",", fil));
    return new AdresseDePage(chemin, parametres);
  }

  private static LocalDate date(String texte, LocalDate sinon) {
    try {
      return texte == null || texte.isBlank() ? sinon : DatesPlausibles.lire(texte);
    } catch (DateTimeParseException illisible) {
      return sinon;
    }
  }
}
