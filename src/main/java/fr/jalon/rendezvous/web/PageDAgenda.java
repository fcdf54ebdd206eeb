package fr.jalon.rendezvous.web;

import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.lecture.AgendaDesEntretiens.Manque;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.rendezvous.lecture.LigneDeSession;
import fr.jalon.rendezvous.lecture.PermanencesTenues.Permanence;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A week of the agenda.
 *
 * @param lundi      its Monday
 * @param territoire what is filtered on, as {@code lieu} and {@code permanence}; {@code null} = all
 * @param qui        whose agenda, or that of everyone
 * @param sessions   the informations collectives of the week
 */
public record PageDAgenda(LocalDate lundi, Integer territoire, Integer lieu, Integer permanence, Qui qui,
    List<LigneDAgenda> lignes, List<LigneDeSession> sessions, List<Territoire> territoires,
    List<LieuDeRendezVous> lieux, List<Permanence> permanences, List<Manque> manques, LocalDateTime maintenant) {
  /** Whose agenda: one who is linked to a référent begins with hers. */
  public enum Qui {
    /** Hers: her permanences, her interviews, the sessions she leads. */
    MOI,
    /** Everyone's, of an agent who has her own. */
    TOUS,
    /** Everyone's, of an agent who is no référent. */
    SANS_FICHE
  }

  /** A day: its sessions, then its slots. */
  public record Jour(LocalDate date, List<LigneDeSession> sessions, List<LigneDAgenda> creneaux) {}

  /** The days where something happens, in order. */
  public List<Jour> jours() {
    return Stream.concat(lignes.stream().map(LigneDAgenda::jour), sessions.stream().map(LigneDeSession::jour)).distinct().sorted()
        .map(j -> new Jour(j, sessions.stream().filter(s -> s.jour().equals(j)).toList(), lignes.stream().filter(l -> l.jour().equals(j)).toList()))
        .toList();
  }

  /** True when it is hers alone. */
  public boolean lesMiens() {
    return qui == Qui.MOI;
  }

  /** The same week, hers. */
  public String leMien() {
    return "/agenda?semaine=" + lundi + "&qui=moi";
  }

  /** The same week, everyone's. */
  public String deTous(Integer monTerritoire) {
    return "/agenda?semaine=" + lundi + "&qui=tous" + (monTerritoire == null ? "" : "&territoire=" + monTerritoire);
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
    return "/agenda?semaine=" + lundi.plusWeeks(semaines) + (lesMiens() ? "&qui=moi" : "") + (territoire == null ? "" : "&territoire=" + territoire)
        + (lieu == null ? "" : "&lieu=" + lieu)
        + (permanence == null ? "" : "&permanence=" + permanence);
  }
}
