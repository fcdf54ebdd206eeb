package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a foyer must be before it gets names: the draft that the quotas fill. */
final class Fiche {
  final String territoire;
  final TypeFoyer type;
  /** Birth dates of the adults, the claimant first. */
  final List<LocalDate> naissances = new ArrayList<>();
  DepartementDemo.Organisme organisme;
  LocalDate demande;
  /** Activity code of the self-employed claimant, or {@code null}. */
  String tns;

  Fiche(String territoire, TypeFoyer type) {
    this.territoire = territoire;
    this.type = type;
  }

  /** Age of the claimant. */
  int age(LocalDate date) {
    return naissances.getFirst().until(date).getYears();
  }
}
