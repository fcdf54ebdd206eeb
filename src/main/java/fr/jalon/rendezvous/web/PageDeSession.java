package fr.jalon.rendezvous.web;

import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.EtatSession;
import fr.jalon.rendezvous.lecture.LigneDePresence;
import fr.jalon.rendezvous.lecture.LigneDeSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One session and its persons. @param toutes everyone who has to do with it that the agent may see; @param attente the waiting list, in its order */
public record PageDeSession(LigneDeSession session, List<LigneDePresence> toutes, List<LigneDePresence> attente, LocalDate aujourdhui) {
  /** Those expected, present or absent. */
  public List<LigneDePresence> appel() {
    return toutes.stream().filter(l -> l.etat().attendue() || l.etat().pointee()).toList();
  }

  /** True when she is expected, or on the waiting list. */
  public boolean attendue(long personne) {
    return toutes.stream().anyMatch(l -> l.personneId() == personne && (l.etat().enCours() || l.etat().pointee()));
  }

  /** Those who gave up or whose convocation was undone. */
  public List<LigneDePresence> parties() {
    return toutes.stream().filter(l -> l.etat() == EtatConvocation.DECLINEE || l.etat() == EtatConvocation.ANNULEE).toList();
  }

  /** True while one may still change it. */
  public boolean changeable() {
    return session.etat() == EtatSession.PREVUE && !session.jour().isBefore(aujourdhui);
  }

  /** True once its presence may be entered. */
  public boolean commencee() {
    return session.commencee(aujourdhui);
  }

  /** How many are in each state: what moves while one calls the list. */
  public record Comptes(Map<EtatConvocation, Long> parEtat) {
    /** Number of persons of the list in a state. */
    public long combien(EtatConvocation etat) {
      return parEtat.getOrDefault(etat, 0L);
    }
  }

  /** The counts alone, without anyone. */
  public Comptes comptes() {
    return new Comptes(toutes.stream().collect(Collectors.groupingBy(LigneDePresence::etat, Collectors.counting())));
  }

  /** Number of persons of the list in a state. */
  public long combien(EtatConvocation etat) {
    return toutes.stream().filter(l -> l.etat() == etat).count();
  }
}
