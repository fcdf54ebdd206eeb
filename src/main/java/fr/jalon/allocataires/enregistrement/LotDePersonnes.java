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
  private final Map<Long, PersonneConnue> conservees;
  private final Set<Long> ditesApres;

  private LotDePersonnes(Map<PersonneConstatee, byte[]> empreintes, Map<String, PersonneConnue> parNir, Map<Long, PersonneConnue> membres,
      Map<Annuaire.Homonymie, List<PersonneConnue>> homonymes, Map<Long, List<Annuaire.Place>> places, Map<Long, PersonneConnue> conservees,
      Set<Long> ditesApres) {
    this.empreintes = empreintes;
    this.parNir = parNir;
    this.membres = membres;
    this.homonymes = homonymes;
    this.places = places;
    this.conservees = conservees;
    this.ditesApres = ditesApres;
  }

  /**
   * A person of a file and who she was found to be.
   *
   * @param nirEmpreinte keyed hash of the NIR the file gives, null when it gives none or one that is not hers
   * @param connue       null when she is new
   * @param conservee    the person she was merged into, null when she was not
   * @param depassee     a file already said who she is as of a later date
   */
  record Decidee(PersonneConstatee constatee, byte[] nirEmpreinte, PersonneConnue connue, PersonneConnue conservee, boolean depassee,
      List<Rapprochement.Ressemblance> ressemblances) {}

  /** The persons of a foyer, or why it is rejected. */
  record Reconnus(List<Decidee> decisions, Bilan.Rejet rejet) {}

  static LotDePersonnes charger(Annuaire annuaire, Atelier atelier, List<FoyerConstate> lot, Map<Long, List<Annuaire.Place>> places) throws SQLException {
    Map<PersonneConstatee, byte[]> empreintes = new IdentityHashMap<>();
    for (FoyerConstate foyer : lot) {
      for (PersonneConstatee p : foyer.personnes()) {
        byte[] empreinte = atelier.personnes.empreinte(p.identite());
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
    Map<Annuaire.Homonymie, List<PersonneConnue>> homonymes = annuaire.parIdentite(inconnues);
    annuaire.retenir(lot, empreintes);
    Map<Long, PersonneConnue> membres = annuaire.parId(ids);
    Set<Long> conservees = java.util.stream.Stream.concat(parNir.values().stream(), membres.values().stream()).filter(p -> p.canonique() != p.id())
        .map(PersonneConnue::canonique).collect(java.util.stream.Collectors.toSet());
    return new LotDePersonnes(empreintes, parNir, membres, homonymes, places, annuaire.parId(conservees),
        atelier.suites.existent() ? annuaire.ditesApres(java.util.stream.Stream.concat(parNir.values().stream(), membres.values().stream())
            .map(PersonneConnue::canonique).distinct().toList(), atelier.constat.reference()) : Set.of());
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
    List<PersonneConstatee> vues = new ArrayList<>();
    for (PersonneConstatee p : foyer.personnes()) {
      if (vues.stream().anyMatch(autre -> Rapprochement.indiscernables(p.identite(), autre.identite()))) {
        return rejet(foyer, p, "Le dossier contient deux personnes que rien ne distingue : mêmes nom, prénom et date de naissance, sans NIR. "
            + "Complétez le NIR, ou demandez la correction à la CAF ou à la MSA.");
      }
      vues.add(p);
      List<Rapprochement.Habitant> habitants = placesDuFoyer.stream()
          .filter(v -> !prises.contains(v.origineId()) && membres.containsKey(v.origineId()))
          .map(v -> new Rapprochement.Habitant(membres.get(v.origineId()), v.role())).distinct().toList();
      List<PersonneConnue> memesNoms = homonymes.getOrDefault(Annuaire.Homonymie.de(p.identite()), List.of()).stream()
          .filter(h -> !prises.contains(h.id())).toList();
      switch (Rapprochement.decider(p, parNir(p), habitants, memesNoms)) {
        case Rapprochement.Decision.Trouvee(PersonneConnue personne, boolean nirUtile) -> {
          prises.add(personne.id());
          decidees.add(new Decidee(p, nirUtile ? empreintes.get(p) : null, personne, conservees.get(personne.canonique()),
              ditesApres.contains(personne.canonique()), List.of()));
        }
        case Rapprochement.Decision.Nouvelle(List<Rapprochement.Ressemblance> ressemblances, boolean nirUtile) ->
            decidees.add(new Decidee(p, nirUtile ? empreintes.get(p) : null, null, null, false, ressemblances));
        case Rapprochement.Decision.Ambigue(String raison) -> {
          return rejet(foyer, p, raison);
        }
      }
    }
    return new Reconnus(decidees, null);
  }

  private static Reconnus rejet(FoyerConstate foyer, PersonneConstatee p, String raison) {
    return new Reconnus(List.of(), new Bilan.Rejet(foyer, foyer.ligne(), "NIR", null, p.identite().prenom() + " " + p.identite().nom() + " : " + raison));
  }

  private PersonneConnue parNir(PersonneConstatee p) {
    byte[] empreinte = empreintes.get(p);
    return empreinte == null ? null : parNir.get(HexFormat.of().formatHex(empreinte));
  }
}
