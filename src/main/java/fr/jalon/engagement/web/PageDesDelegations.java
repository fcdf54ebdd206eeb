package fr.jalon.engagement.web;

import fr.jalon.ecran.Refus;
import fr.jalon.engagement.application.TenirLesDelegations.Delegable;
import fr.jalon.engagement.application.TenirLesDelegations.Delegation;
import java.time.LocalDate;
import java.util.List;

/**
 * What the page of delegations shows. @param regle what the Département chose; @param servent false where none changes anything; @param toutes the
 * latest first
 */
public record PageDesDelegations(String regle, boolean servent, List<Delegable> agents, List<Delegation> toutes, LocalDate aujourdhui,
    FormulaireDeDelegation saisie, Refus refus) {
  /** Those that stand, or those that ended. */
  public List<Delegation> debout(boolean oui) {
    return toutes.stream().filter(d -> d.debout(aujourdhui) == oui).toList();
  }
}
