package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The persons of a batch, with all that helps to recognise them, read in three questions. */
final class LotDePersonnes {
  private final Map<PersonneConstatee, byte[]> empreintes;
  private final Map<String, PersonneConnue> parNir;
  private final Map<Long, PersonneConnue> membres;
  /** Who bears the same names, by birth date. */
  private final Map<LocalDate, List<PersonneConnue>> homonymes;
  private final Map<Long, List<Annuaire.Place>> places;
  private final Map<Long, PersonneConnue> conservees;
  private final Set<Long> ditesApres;

  private LotDePersonnes(Map<PersonneConstatee, byte[]> empreintes, Map<String, PersonneConnue> parNir, Map<Long, PersonneConnue> membres,
      Map<LocalDate, List<PersonneConnue>> homonymes, Map<Long, List<Annuaire.Place>> places, Map<Long, PersonneConnue> conservees,
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
   * @param reconduit    what the file left out, kept from before, or {@code null}
   */
  record Decidee(PersonneConstatee constatee, byte[] nirEmpreinte, PersonneConnue connue, PersonneConnue conservee, boolean depassee,
      List<Rapprochement.Ressemblance> ressemblances, String reconduit) {
    /** The same, with what the file left out of her. */
    Decidee completee(PersonneConstatee complete, String garde) {
      return new Decidee(complete, nirEmpreinte, connue, conservee, depassee, ressemblances, garde);
    }
  }

  /** The persons of a foyer with what was left aside of them, or why it is rejected. */
  record Reconnus(List<Decidee> decisions, Bilan.Rejet rejet, List<String> anomalies) {}

  static LotDePersonnes charger(Annuaire annuaire, Atelier atelier, List<FoyerConstate> lot, Map<Long, List<Annuaire.Place>> places)
      throws SQLException {
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
    List<Identite> inconnues = new ArrayList<>();
    for (FoyerConstate foyer : lot) {
      for (PersonneConstatee p : foyer.personnes()) {
        byte[] empreinte = empreintes.get(p);
        if ((empreinte == null || !parNir.containsKey(HexFormat.of().formatHex(empreinte))) && p.identite().dateNaissance() != null) {
          inconnues.add(p.identite());
        }
      }
    }
    Map<LocalDate, List<PersonneConnue>> homonymes = annuaire.homonymes(inconnues);
    annuaire.retenir(lot, empreintes);
    Map<Long, PersonneConnue> membres = annuaire.parId(ids);
    Set<Long> conservees = java.util.stream.Stream.concat(parNir.values().stream(), membres.values().stream()).filter(p -> p.canonique() != p.id())
        .map(PersonneConnue::canonique).collect(java.util.stream.Collectors.toSet());
    return new LotDePersonnes(empreintes, parNir, membres, homonymes, places, annuaire.parId(conservees),
        atelier.suites.existent() ? annuaire.ditesApres(java.util.stream.Stream.concat(parNir.values().stream(), membres.values().stream())
            .map(PersonneConnue::canonique).distinct().toList(), atelier.constat.reference()) : Set.of());
  }

  /** The same names, as files write them, and the same birth date. */
  static boolean homonymes(Identite a, Identite b) {
    return a.nom().equals(b.nom()) && a.prenom().equals(b.prenom()) && a.dateNaissance().equals(b.dateNaissance());
  }

  Reconnus reconnaitre(FoyerConstate foyer, FoyerConnu connu) {
    List<Annuaire.Place> placesDuFoyer = connu == null ? List.of() : places.getOrDefault(connu.id(), List.of());
    List<String> anomalies = new ArrayList<>(0);
    List<PersonneConstatee> personnes = new ArrayList<>(foyer.personnes().size());
    Set<Long> prises = new HashSet<>();
    for (PersonneConstatee lue : foyer.personnes()) {
      PersonneConnue parSonNir = parNir(lue);
      if (Rapprochement.nirDUneAutrePourUnEnfant(lue, parSonNir)) {
        // it is not needed to tell who the child is, and the right of her parents does not wait for it; whose it is may be in this foyer without it
        personnes.add(lue.sansNir());
        anomalies.add(lue.identite().prenom() + " " + lue.identite().nom()
            + " : son numéro de sécurité sociale est déjà celui d'une autre personne. Cet enfant est enregistré sans lui. Demandez la correction à la CAF ou à la MSA.");
        continue;
      }
      personnes.add(lue);
      if (parSonNir != null) {
        prises.add(parSonNir.id());
      }
    }
    List<Decidee> decidees = new ArrayList<>(personnes.size());
    List<PersonneConstatee> vues = new ArrayList<>(personnes.size());
    for (PersonneConstatee p : personnes) {
      if (vues.stream().anyMatch(autre -> Rapprochement.indiscernables(p.identite(), autre.identite()))) {
        return rejet(foyer, p, "Le dossier contient deux personnes que rien ne distingue : mêmes nom, prénom et date de naissance, sans NIR. "
            + "Complétez le NIR, ou demandez la correction à la CAF ou à la MSA.");
      }
      vues.add(p);
      List<Rapprochement.Habitant> habitants = placesDuFoyer.stream()
          .filter(v -> !prises.contains(v.origineId()) && membres.containsKey(v.origineId()))
          .map(v -> new Rapprochement.Habitant(membres.get(v.origineId()), v.role())).distinct().toList();
      List<PersonneConnue> memesNoms = homonymes.isEmpty() || p.identite().dateNaissance() == null ? List.of()
          : homonymes.getOrDefault(p.identite().dateNaissance(), List.of()).stream()
          .filter(h -> !prises.contains(h.id()) && homonymes(p.identite(), h.identite())).toList();
      switch (Rapprochement.decider(p, parNir(p), habitants, memesNoms)) {
        case Rapprochement.Decision.Trouvee(PersonneConnue personne, boolean nirUtile) -> {
          prises.add(personne.id());
          decidees.add(new Decidee(p, nirUtile ? empreintes.get(p) : null, personne, conservees.get(personne.canonique()),
              ditesApres.contains(personne.canonique()), List.of(), null));
        }
        case Rapprochement.Decision.Nouvelle(List<Rapprochement.Ressemblance> ressemblances, boolean nirUtile) ->
            decidees.add(new Decidee(p, nirUtile ? empreintes.get(p) : null, null, null, false, ressemblances, null));
        case Rapprochement.Decision.Ambigue(String raison) -> {
          return rejet(foyer, p, raison);
        }
      }
    }
    return new Reconnus(decidees, null, anomalies);
  }

  private static Reconnus rejet(FoyerConstate foyer, PersonneConstatee p, String raison) {
    return new Reconnus(List.of(), new Bilan.Rejet(foyer, foyer.ligne(), "NIR", null, p.identite().prenom() + " " + p.identite()
        .nom() + " : " + raison), List.of());
  }

  private PersonneConnue parNir(PersonneConstatee p) {
    byte[] empreinte = empreintes.get(p);
    return empreinte == null ? null : parNir.get(HexFormat.of().formatHex(empreinte));
  }
}
