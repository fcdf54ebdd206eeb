package fr.jalon.rendezvous.web;

import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.lecture.AgendaDesEntretiens.Manque;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.rendezvous.lecture.PermanencesTenues.Permanence;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A week of the agenda. @param lundi its Monday; @param territoire, lieu, permanence what is filtered on, {@code null} = all */
public record PageDAgenda(LocalDate lundi, Integer territoire, Integer lieu, Integer permanence, List<LigneDAgenda> lignes, List<Territoire> territoires,
    List<LieuDeRendezVous> lieux, List<Permanence> permanences, List<Manque> manques, LocalDateTime maintenant) {
  /** By day, in order. */
  public Map<LocalDate, List<LigneDAgenda>> parJour() {
    return lignes.stream().collect(Collectors.groupingBy(LigneDAgenda::jour, LinkedHashMap::new, Collectors.toList()));
  }

  /** How many may still be given. */
  public long libres() {
    return lignes.stream().filter(l -> l.libre(maintenant)).count();
  }

  /** How many are held. */
  public long pris() {
    return lignes.stream().filter(LigneDAgenda::pris).count();
  }

  /** The same agenda, so many weeks later. */
  public String adresse(int semaines) {
    return "/agenda?semaine=" + lundi.plusWeeks(semaines) + (territoire == null ? "" : "&territoire=" + territoire) + (lieu == null ? "" : "&lieu=" + lieu)
        + (permanence == null ? "" : "&permanence=" + permanence);
  }
}
