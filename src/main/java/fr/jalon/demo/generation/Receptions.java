package fr.jalon.demo.generation;

import fr.jalon.demo.generation.DepartementDemo.Organisme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When the Département learnt a fact: the reception of the first file that tells it. */
final class Receptions {
  private final Calendrier calendrier;
  private final Map<Organisme, List<Envoi>> fichiers = new LinkedHashMap<>();

  Receptions(Calendrier calendrier, List<Envoi> envois) {
    this.calendrier = calendrier;
    for (Envoi envoi : envois) {
      boolean beneficiaires = envoi.nature().equals(Envoi.MENSUEL) || envoi.nature().equals(Envoi.QUOTIDIEN);
      if (beneficiaires && envoi.attendu().equals("CHARGE")) {
        fichiers.computeIfAbsent(envoi.enTete().organisme(), _ -> new ArrayList<>()).add(envoi);
      }
    }
  }

  /** Before the first file, the fifth of the month after the fact. */
  LocalDate de(Dossier dossier, LocalDate fait) {
    if (!fait.isAfter(calendrier.debut())) {
      return Calendrier.finDuMois(fait).plusDays(5);
    }
    for (Envoi envoi : fichiers.get(dossier.organisme)) {
      LocalDate reference = envoi.enTete().reference();
      boolean quotidien = envoi.nature().equals(Envoi.QUOTIDIEN);
      // a daily file tells what happened since the working day before: never more than five days
      if (!fait.isAfter(reference) && (!quotidien || dossier.faits(reference.minusDays(quotidien ? precedent(reference) : 0), reference)
          .stream().anyMatch(f -> f.le().equals(fait)))) {
        return envoi.recuLe();
      }
    }
    return calendrier.reference().plusDays(5);
  }

  private static int precedent(LocalDate jour) {
    return switch (jour.getDayOfWeek()) {
      case MONDAY -> 3;
      default -> 1;
    };
  }
}
