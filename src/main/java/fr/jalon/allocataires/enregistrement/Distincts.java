package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must not stand twice in the same batch, for it is compared with what is recorded: a claim, a NIR, two persons who may be one. */
final class Distincts {
  private final Annuaire annuaire;
  private final Set<Object> numeros = new HashSet<>();
  private final Map<Ressemblances.Cle, List<Identite>> personnes = new HashMap<>();

  Distincts(Annuaire annuaire) {
    this.annuaire = annuaire;
  }

  boolean contient(FoyerConstate foyer) {
    return numeros.contains(foyer.cle()) || foyer.personnes().stream().anyMatch(p -> p.identite().nir() != null && numeros.contains(p.identite().nir()) || seRetrouve(p, foyer));
  }

  private boolean seRetrouve(PersonneConstatee p, FoyerConstate foyer) {
    for (Ressemblances.Cle cle : annuaire.cles(p, foyer)) {
      for (Identite autre : personnes.getOrDefault(cle, List.of())) {
        if (Ressemblances.raison(p.identite(), autre, !cle.exact().isEmpty()) != null) {
          return true;
        }
      }
    }
    return false;
  }

  void ajouter(FoyerConstate foyer) {
    numeros.add(foyer.cle());
    for (PersonneConstatee p : foyer.personnes()) {
      if (p.identite().nir() != null) {
        numeros.add(p.identite().nir());
      }
      annuaire.cles(p, foyer).forEach(cle -> personnes.computeIfAbsent(cle, _ -> new ArrayList<>(1)).add(p.identite()));
    }
  }
}
