package fr.jalon.carnet.domaine;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an entry is about, and who reads it.
 *
 * @param sante  true when it tells of her health
 * @param rappel what may not be written there besides what may be written nowhere, or {@code null}
 */
public record Theme(String code, String libelle, Set<Sorte> lecteurs, boolean sante, String rappel) {
  /** Defensive copy. */
  public Theme {
    lecteurs = Set.copyOf(lecteurs);
  }

  /** Its readers as a Département chose them. @param choisis {@code null} when it chose none: those of the files */
  public Theme avec(Set<Sorte> choisis) {
    return choisis == null ? this : new Theme(code, libelle, choisis, sante, rappel);
  }

  /** {@code PARTENAIRE,REFERENT}: what the page showed of its readers, to know whether they changed since. */
  public String annonce() {
    return lecteurs.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
  }

  /** True for an account of these kinds: each of them must be named. */
  public boolean luPar(Collection<String> sortes) {
    return !sortes.isEmpty() && lecteurs.stream().map(Enum::name).toList().containsAll(sortes);
  }
}
