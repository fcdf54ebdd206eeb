package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The persons of a batch, with all that helps to recognise them, read in three questions. */
final class LotDePersonnes {
  private final Map<PersonneConstatee, byte[]> empreintes;
  private final Map<String, PersonneConnue> parNir;
  private final Map<Long, PersonneConnue> membres;
  private final Map<Annuaire.Homonymie, List<PersonneConnue>> homonymes;
  private final Map<Long, List<Annuaire.Place>> places;

  private LotDePersonnes(Map<PersonneConstatee, byte[]> empreintes, Map<String, PersonneConnue> parNir, Map<Long, PersonneConnue> membres,
      Map<Annuaire.Homonymie, List<PersonneConnue>> homonymes, Map<Long, List<Annuaire.Place>> places) {
    this.empreintes = empreintes;
    this.parNir = parNir;
    this.membres = membres;
    this.homonymes = homonymes;
    this.places = places;
  }

  /** A person of a file and who she was found to be ({@code connue} null: new). */
  record Decidee(PersonneConstatee constatee, byte[] nirEmpreinte, PersonneConnue connue, List<PersonneConnue> ressemblances) {}

  /** The persons of a foyer, or why it is rejected. */
  record Reconnus(List<Decidee> decisions, Bilan.Rejet rejet) {}

  static LotDePersonnes charger(Annuaire annuaire, TableDesPersonnes table, List<FoyerConstate> lot,
      Map<Long, List<Annuaire.Place>> places) throws SQLException {
    Map<PersonneConstatee, byte[]> empreintes = new IdentityHashMap<>();
    for (FoyerConstate foyer : lot) {
      for (PersonneConstatee p : foyer.personnes()) {
        byte[] empreinte = table.empreinte(p.identite());
        if (empreinte != null) {
          empreintes.put(p, empreinte);
        }
      }
    }
    Map<String, PersonneConnue> parNir = annuaire.parNir(empreintes.values());
    Set<Long> ids = new HashSet<>();
    places.values().forEach(v -> v.forEach(m -> ids.add(m.origineId())));
    Set<Annuaire.Homonymie> inconnues = new HashSet<>();
    for (FoyerConstate foyer : lot) {
      for (PersonneConstatee p : foyer.personnes()) {
        byte[] empreinte = empreintes.get(p);
        if ((empreinte == null || !parNir.containsKey(HexFormat.of().formatHex(empreinte))) && p.identite().dateNaissance() != null) {
          inconnues.add(Annuaire.Homonymie.de(p.identite()));
        }
      }
    }
    return new LotDePersonnes(empreintes, parNir, annuaire.parId(ids), annuaire.parIdentite(List.copyOf(inconnues)), places);
  }

  Reconnus reconnaitre(FoyerConstate foyer, FoyerConnu connu) {
    List<Annuaire.Place> placesDuFoyer = connu == null ? List.of() : places.getOrDefault(connu.id(), List.of());
    Set<Long> prises = new HashSet<>();
    for (PersonneConstatee p : foyer.personnes()) {
      PersonneConnue parSonNir = parNir(p);
      if (parSonNir != null) {
        prises.add(parSonNir.id());
      }
    }
    List<Decidee> decidees = new ArrayList<>();
    for (PersonneConstatee p : foyer.personnes()) {
      List<Rapprochement.Habitant> habitants = placesDuFoyer.stream()
          .filter(v -> !prises.contains(v.origineId()) && membres.containsKey(v.origineId()))
          .map(v -> new Rapprochement.Habitant(membres.get(v.origineId()), v.role())).distinct().toList();
      List<PersonneConnue> memesNoms = homonymes.getOrDefault(Annuaire.Homonymie.de(p.identite()), List.of()).stream()
          .filter(h -> !prises.contains(h.id())).toList();
      switch (Rapprochement.decider(p, empreintes.get(p), parNir(p), habitants, memesNoms)) {
        case Rapprochement.Decision.Trouvee(PersonneConnue personne) -> {
          prises.add(personne.id());
          decidees.add(new Decidee(p, empreintes.get(p), personne, List.of()));
        }
        case Rapprochement.Decision.Nouvelle(List<PersonneConnue> ressemblances) ->
            decidees.add(new Decidee(p, empreintes.get(p), null, ressemblances));
        case Rapprochement.Decision.Ambigue(String raison) -> {
          return new Reconnus(List.of(), new Bilan.Rejet(foyer, foyer.ligne(), "NIR", null,
              p.identite().prenom() + " " + p.identite().nom() + " : " + raison));
        }
      }
    }
    return new Reconnus(decidees, null);
  }

  private PersonneConnue parNir(PersonneConstatee p) {
    byte[] empreinte = empreintes.get(p);
    return empreinte == null ? null : parNir.get(HexFormat.of().formatHex(empreinte));
  }
}
