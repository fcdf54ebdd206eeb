package fr.jalon.calcul;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The household whose right is calculated.
 *
 * @param adultes                     one adult, or two who are a couple
 * @param enfants                     children and dependants who live there
 * @param isolementRecent             true when the parent became alone less than 12 months ago
 * @param isoleDepuis                 month of the separation, widowhood or declaration of pregnancy, or null when only the boolean is known
 * @param moisDeMajorationDejaVerses  months already paid with the majoration, or -1 when unknown
 * @param logement                    housing
 * @param prestations                 family benefits as paid
 * @param departementExperimental     true when the Département tried the reference months M-4 to M-2 before 1 March 2025
 */
public record Menage(List<Personne> adultes, List<Personne> enfants, boolean isolementRecent, YearMonth isoleDepuis,
    int moisDeMajorationDejaVerses, Logement logement, Prestations prestations, boolean departementExperimental) {
  /** Nothing is known of the months of majoration already paid. */
  public static final int INCONNU = -1;

  /** Defensive copies. */
  public Menage {
    adultes = List.copyOf(adultes);
    enfants = List.copyOf(enfants);
  }

  /** One or two adults, tenants without housing benefit, nothing else. */
  public static Menage de(Personne... adultes) {
    return new Menage(List.of(adultes), List.of(), false, null, INCONNU, Logement.locataire("0"), Prestations.AUCUNE, false);
  }

  /** The same with these children. */
  public Menage avecEnfants(Personne... nouveaux) {
    return new Menage(adultes, List.of(nouveaux), isolementRecent, isoleDepuis, moisDeMajorationDejaVerses, logement, prestations,
        departementExperimental);
  }

  /** The same, alone since a month. */
  public Menage isoleDepuis(YearMonth mois) {
    return new Menage(adultes, enfants, isolementRecent, mois, moisDeMajorationDejaVerses, logement, prestations, departementExperimental);
  }

  /** The same with the fact of a recent isolation. */
  public Menage avecIsolementRecent(boolean oui) {
    return new Menage(adultes, enfants, oui, isoleDepuis, moisDeMajorationDejaVerses, logement, prestations, departementExperimental);
  }

  /** The same with a number of months already paid with the majoration. */
  public Menage avecMoisDeMajorationVerses(int mois) {
    return new Menage(adultes, enfants, isolementRecent, isoleDepuis, mois, logement, prestations, departementExperimental);
  }

  /** The same, housed otherwise. */
  public Menage avecLogement(Logement neuf) {
    return new Menage(adultes, enfants, isolementRecent, isoleDepuis, moisDeMajorationDejaVerses, neuf, prestations, departementExperimental);
  }

  /** The same with other family benefits. */
  public Menage avecPrestations(Prestations neuves) {
    return new Menage(adultes, enfants, isolementRecent, isoleDepuis, moisDeMajorationDejaVerses, logement, neuves, departementExperimental);
  }

  /** The same in a Département that tried the new reference months, or not. */
  public Menage experimental(boolean oui) {
    return new Menage(adultes, enfants, isolementRecent, isoleDepuis, moisDeMajorationDejaVerses, logement, prestations, oui);
  }

  /** The same with another person in the place of an adult. @param rang 0 or 1 */
  public Menage avecAdulte(int rang, Personne neuf) {
    List<Personne> suite = IntStream.range(0, adultes.size()).mapToObj(i -> i == rang ? neuf : adultes.get(i)).toList();
    return new Menage(suite, enfants, isolementRecent, isoleDepuis, moisDeMajorationDejaVerses, logement, prestations, departementExperimental);
  }

  /** True when two adults live as a couple. */
  public boolean enCouple() {
    return adultes.size() > 1;
  }
}
