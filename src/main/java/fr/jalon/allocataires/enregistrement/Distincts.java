package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** What must not stand twice in the same batch, for it is compared with what is recorded: a claim, a NIR, a name with its birth date. */
final class Distincts {
  private final Set<Object> vus = new HashSet<>();

  private record Nom(String nom, String prenom, LocalDate naissance) {
    static Nom de(Identite i) {
      return new Nom(i.nom(), i.prenom(), i.dateNaissance());
    }
  }

  boolean contient(FoyerConstate foyer) {
    return vus.contains(foyer.cle())
        || foyer.personnes().stream().anyMatch(p -> p.identite().nir() != null && vus.contains(p.identite().nir())
        || vus.contains(Nom.de(p.identite())));
  }

  void ajouter(FoyerConstate foyer) {
    vus.add(foyer.cle());
    foyer.personnes().forEach(p -> {
      vus.add(Nom.de(p.identite()));
      if (p.identite().nir() != null) {
        vus.add(p.identite().nir());
      }
    });
  }
}
