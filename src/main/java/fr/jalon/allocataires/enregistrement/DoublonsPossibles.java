package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.allocataires.enregistrement.Ressemblances.Cle;
import fr.jalon.allocataires.enregistrement.Ressemblances.Lettres;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The new persons of a file who may be someone the base holds under other letters: a task for an agent, never a merge. Nothing of the file depends
 * on it, so they are looked at once the file is recorded: in whatever order it names them, each pair is found once.
 */
final class DoublonsPossibles {
  private static final int LOT = 1000;
  private final Annuaire annuaire;
  private final Habitations habitations;
  private final TableDesPersonnes personnes;
  private final Runnable compter;
  private final BitSet aRegarder = new BitSet();
  private FoyerConstate foyer;
  private String adresse;

  /** @param compter called for each task made */
  DoublonsPossibles(Annuaire annuaire, Habitations habitations, TableDesPersonnes personnes, Runnable compter) {
    this.annuaire = annuaire;
    this.habitations = habitations;
    this.personnes = personnes;
    this.compter = compter;
  }

  /** A person nobody knew was just recorded, in that foyer as the file states it. */
  void noter(long id, Identite identite, FoyerConstate chez) {
    if (identite.dateNaissance() == null) {
      return;
    }
    if (chez != foyer) {
      foyer = chez;
      adresse = Annuaire.adresse(chez);
    }
    if (annuaire.peutRessembler(Lettres.de(identite), adresse)) {
      aRegarder.set((int) id);
    }
  }

  /** Makes the tasks; all that the file says of these persons must be recorded. */
  void signaler() throws SQLException {
    List<Long> lot = new ArrayList<>(LOT);
    Set<Set<Long>> dites = new HashSet<>();
    for (int id = aRegarder.nextSetBit(0); id >= 0; id = aRegarder.nextSetBit(id + 1)) {
      lot.add((long) id);
      if (lot.size() == LOT) {
        signaler(lot, dites);
        lot.clear();
      }
    }
    signaler(lot, dites);
    aRegarder.clear();
  }

  private void signaler(List<Long> ids, Set<Set<Long>> dites) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    Map<Long, PersonneConnue> nouvelles = annuaire.parId(ids);
    Map<Long, String> leursAdresses = habitations.adresses(ids);
    Map<LocalDate, List<PersonneConnue>> semblables = annuaire.semblables(cles(nouvelles.values(), leursAdresses));
    Map<Long, List<PersonneConnue>> proches = new HashMap<>();
    Set<Long> tous = new HashSet<>();
    for (PersonneConnue elle : nouvelles.values()) {
      List<PersonneConnue> siens = possibles(elle, semblables)
          .filter(autre -> Ressemblances.raison(elle.identite(), autre.identite(), true) != null).toList();
      if (!siens.isEmpty()) {
        proches.put(elle.id(), siens);
        tous.add(elle.id());
        siens.forEach(autre -> tous.add(autre.id()));
      }
    }
    if (proches.isEmpty()) {
      return;
    }
    Map<Long, Set<Long>> foyers = habitations.foyersDe(tous);
    Map<Long, String> adresses = habitations.adresses(tous);
    proches.forEach((id, siens) -> siens.forEach(autre -> {
      String raison = Ressemblances.raison(nouvelles.get(id).identite(), autre.identite(), memeAdresse(adresses.get(id), adresses.get(autre.id())));
      // whoever sits in the same claim is somebody else of it: twins bear close names
      boolean ensemble = !Collections.disjoint(foyers.getOrDefault(id, Set.of()), foyers.getOrDefault(autre.id(), Set.of()));
      if (raison != null && !ensemble && dites.add(Set.of(id, autre.id()))) {
        personnes.ressemble(id, autre.id(), raison);
        compter.run();
      }
    }));
  }

  private static boolean memeAdresse(String a, String b) {
    return a != null && a.equals(b);
  }

  private static Set<Cle> cles(Collection<PersonneConnue> personnes, Map<Long, String> adresses) {
    Set<Cle> cles = new HashSet<>();
    for (PersonneConnue p : personnes) {
      Lettres lettres = Lettres.de(p.identite());
      cles.addAll(lettres.cles(adresses.get(p.id())));
      cles.addAll(lettres.clesInversees());
    }
    return cles;
  }

  /**
   * Born the same day, or with the day and the month inverted; two definitive NIR are two persons, and the same letters were seen when she was
   * recognised.
   */
  private static Stream<PersonneConnue> possibles(PersonneConnue elle, Map<LocalDate, List<PersonneConnue>> semblables) {
    LocalDate inverse = Ressemblances.inverse(elle.identite().dateNaissance());
    Stream<PersonneConnue> memeJour = semblables.getOrDefault(elle.identite().dateNaissance(), List.of()).stream();
    return (inverse == null ? memeJour : Stream.concat(memeJour, semblables.getOrDefault(inverse, List.of()).stream()))
        .filter(autre -> autre.id() != elle.id() && !(elle.aUnNirDefinitif() && autre.aUnNirDefinitif()))
        .filter(autre -> !LotDePersonnes.homonymes(elle.identite(), autre.identite()));
  }
}
