package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.constat.Suites;
import fr.jalon.socle.Chiffrement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Records one file, batch after batch, in the transaction of the caller. Nothing is visible before the caller commits.
 * First ask which foyers deserve a look ({@link #aRegarder}), then record those ({@link #enregistrer}), then end ({@link #terminer}).
 */
public final class SessionDEnregistrement {
  private final Connection connexion;
  private final Constat constat;
  private final Suites suites;
  private final Annuaire annuaire;
  private final Faits faits;
  private final TableDesPersonnes personnes;
  private final Numeros numerosPersonnes;
  private final Numeros numerosFoyers;
  private final Function<String, Integer> territoireDeLaCommune;
  private final TableDesFoyers foyers;
  private final BitSet adultesTouches = new BitSet();
  private final Situations situations = new Situations();
  private final Bilan bilan = new Bilan();

  /** @param connexion connection of the caller's transaction, through the owner's door */
  public SessionDEnregistrement(Connection connexion, Constat constat, Suites suites, Chiffrement chiffrement, Function<String, Integer> territoireDeLaCommune) {
    this.connexion = connexion;
    this.constat = constat;
    this.suites = suites;
    this.annuaire = new Annuaire(connexion);
    this.faits = new Faits(constat, territoireDeLaCommune);
    this.personnes = new TableDesPersonnes(constat, chiffrement);
    this.numerosPersonnes = new Numeros(connexion, "allocataires.personne_seq");
    this.numerosFoyers = new Numeros(connexion, "allocataires.foyer_seq");
    this.territoireDeLaCommune = territoireDeLaCommune;
    this.foyers = new TableDesFoyers(connexion, constat);
  }

  /** What was counted so far. */
  public Bilan bilan() {
    return bilan;
  }

  /**
   * Tells which foyers of a batch must be recorded; counts the others as unchanged.
   *
   * @param cles       claims of the batch
   * @param empreintes fingerprint of each
   * @param membres    number of persons of each
   * @return bit i set when foyer i must be given to {@link #enregistrer} in the same order
   */
  public BitSet aRegarder(List<CleFoyer> cles, List<byte[]> empreintes, List<Integer> membres) throws SQLException {
    Map<CleFoyer, FoyerConnu> connus = annuaire.foyers(cles);
    Map<CleFoyer, Suites.Suite> apres = suites(cles, connus);
    Set<CleFoyer> enDouble = enDouble(cles);
    BitSet regards = new BitSet(cles.size());
    for (int i = 0; i < cles.size(); i++) {
      FoyerConnu connu = connus.get(cles.get(i));
      boolean inchange = connu != null && connu.empreinte() != null && java.util.Arrays.equals(connu.empreinte(), empreintes.get(i))
          && !apres.containsKey(cles.get(i)) && !enDouble.contains(cles.get(i));
      if (inchange) {
        foyers.tenu(connu.id());
        bilan.foyer(false, false);
        bilan.personnesInchangees(membres.get(i));
      } else {
        regards.set(i);
      }
    }
    return regards;
  }

  private Map<CleFoyer, Suites.Suite> suites(List<CleFoyer> cles, Map<CleFoyer, FoyerConnu> connus) {
    return suites.de(cles, cles.stream().map(c -> connus.containsKey(c) ? Long.valueOf(connus.get(c).id()) : null).toList());
  }

  /** The same claim twice: what the first says changes what the second is compared with. */
  private static Set<CleFoyer> enDouble(List<CleFoyer> cles) {
    Set<CleFoyer> vues = new HashSet<>();
    return cles.stream().filter(c -> !vues.add(c)).collect(Collectors.toSet());
  }

  /** Records a batch. Foyers that cannot be are in the {@link Bilan} as rejects; nothing of them is written. */
  public void enregistrer(List<FoyerConstate> lot) throws SQLException {
    List<FoyerConstate> suite = new ArrayList<>();
    Set<Object> deja = new HashSet<>();
    for (FoyerConstate foyer : lot) {
      Set<Object> identifiants = identifiants(foyer);
      if (identifiants.stream().anyMatch(deja::contains)) {
        traiter(suite);
        suite = new ArrayList<>();
        deja.clear();
      }
      deja.addAll(identifiants);
      suite.add(foyer);
    }
    traiter(suite);
  }

  /** What must not stand twice in the same batch: the claim, each NIR, each name with birth date. */
  private static Set<Object> identifiants(FoyerConstate foyer) {
    Set<Object> ids = new HashSet<>();
    ids.add(foyer.cle());
    for (PersonneConstatee p : foyer.personnes()) {
      if (p.identite().nir() != null) {
        ids.add(p.identite().nir());
      }
      ids.add(Annuaire.Homonymie.de(p.identite()));
    }
    return ids;
  }

  private void traiter(List<FoyerConstate> lot) throws SQLException {
    if (lot.isEmpty()) {
      return;
    }
    Map<CleFoyer, FoyerConnu> connusDuLot = annuaire.foyers(lot.stream().map(FoyerConstate::cle).toList());
    Set<Long> ids = connusDuLot.values().stream().map(FoyerConnu::id).collect(Collectors.toSet());
    Faits.Connus faitsConnus = faits.charger(connexion, ids, constat.reference());
    Map<CleFoyer, Suites.Suite> apres = suites(lot.stream().map(FoyerConstate::cle).toList(), connusDuLot);
    LotDePersonnes lotDePersonnes = LotDePersonnes.charger(annuaire, personnes, lot, annuaire.places(ids));
    for (FoyerConstate foyer : lot) {
      FoyerConnu connu = connusDuLot.get(foyer.cle());
      LotDePersonnes.Reconnus reconnus = lotDePersonnes.reconnaitre(foyer, connu);
      if (reconnus.rejet() != null) {
        bilan.rejeter(reconnus.rejet());
        if (connu != null) {
          foyers.rejete(connu.id());
        }
        continue;
      }
      new EnregistrementDUnFoyer(foyer, connu, reconnus.decisions(), faitsConnus, apres.getOrDefault(foyer.cle(), Suites.Suite.AUCUNE)).faire();
    }
    foyers.envoyer();
    personnes.envoyer(connexion);
    faits.envoyer(connexion);
    foyers.envoyerDemenagements();
  }

  /**
   * Ends a file: foyers that a full file no longer holds become ABSENT. The foyers seen stay in {@code pg_temp.foyer_vu} until commit.
   *
   * @param organismes one claim of each payer of the file
   * @param rejetes    claims rejected: the file holds them, they are not absent
   */
  public void terminer(Collection<CleFoyer> organismes, Collection<CleFoyer> rejetes) throws SQLException {
    foyers.envoyer();
    if (constat.complet()) {
      terminerComplet(organismes, rejetes);
    }
    situations.envoyer(connexion);
  }

  private void terminerComplet(Collection<CleFoyer> organismes, Collection<CleFoyer> rejetes) throws SQLException {
    for (FoyerConnu rejete : annuaire.foyers(List.copyOf(rejetes)).values()) {
      foyers.rejete(rejete.id());
    }
    foyers.envoyer();
    for (CleFoyer organisme : organismes) {
      List<CleFoyer> absents = foyers.absents(organisme);
      for (int i = 0; i < absents.size(); i += 2000) {
        declarerAbsents(absents.subList(i, Math.min(i + 2000, absents.size())));
      }
    }
  }

  /** Dossiers that could not even be identified: the foyers known under this claim number or file number are not gone. */
  public void rejetesSansCle(Collection<String> demandes, Collection<String> matricules) throws SQLException {
    if (!demandes.isEmpty() || !matricules.isEmpty()) {
      foyers.rejetesSansCle(demandes, matricules);
    }
  }

  /** Numbers of the foyers the file holds, recorded or unchanged. */
  public BitSet tenus() {
    return foyers.tenus();
  }

  private void declarerAbsents(List<CleFoyer> cles) throws SQLException {
    Map<CleFoyer, FoyerConnu> connus = annuaire.foyers(cles);
    Map<CleFoyer, Suites.Suite> apres = suites(cles, connus);
    List<Long> absents = connus.values().stream().map(FoyerConnu::id).toList();
    Map<Long, List<Version<Faits.Droit>>> droits = faits.droits.charger(connexion, absents, constat.reference());
    Map<Long, List<Version<Faits.Membre>>> membres = faits.membres.charger(connexion, absents, constat.reference());
    for (CleFoyer cle : cles) {
      FoyerConnu connu = connus.get(cle);
      long id = connu.id();
      LocalDate jusqua = apres.getOrDefault(cle, Suites.Suite.AUCUNE).tenuLe();
      List<Version<Faits.Droit>> versions = droits.getOrDefault(id, List.of());
      versions.stream().filter(v -> v.vautLe(constat.reference())).findFirst().ifPresent(v -> {
        faits.droits.affirmer(new Rattachement(id, 0, 0, connu.territoireId(), connu.organisations()), versions, v.contenu().absent(), jusqua);
        bilan.mouvement("ABSENT");
        situations.changee(id);
        membres.getOrDefault(id, List.of()).stream().filter(m -> m.contenu().adulte() && m.vautLe(constat.reference()))
            .forEach(m -> adultesTouches.set((int) m.personneId()));
      });
    }
    foyers.oublierEmpreintes(connus.entrySet().stream().filter(e -> !apres.getOrDefault(e.getKey(), Suites.Suite.AUCUNE).tardif())
        .map(e -> e.getValue().id()).toList());
    faits.envoyer(connexion);
  }

  /** Movements of the adults whose right or duties changed, by batches, once the file is recorded. */
  public void mouvements(Consumer<List<Mouvement>> suite) throws SQLException {
    new LectureDesMouvements(connexion, constat).lire(adultesTouches, suite);
  }

  /** One foyer of a batch: its facts compared with those known. */
  private final class EnregistrementDUnFoyer {
    private final FoyerConstate foyer;
    private final FoyerConnu connu;
    private final List<LotDePersonnes.Decidee> decisions;
    private final Faits.Connus faitsConnus;
    private final boolean nouveau;
    private final Suites.Suite suite;
    private final boolean tardif;
    private final long id;
    private final LocalDate jusqua;
    private final Integer territoire;

    EnregistrementDUnFoyer(FoyerConstate foyer, FoyerConnu connu, List<LotDePersonnes.Decidee> decisions, Faits.Connus faitsConnus,
        Suites.Suite suite) throws SQLException {
      this.foyer = foyer;
      this.connu = connu;
      this.decisions = decisions;
      this.faitsConnus = faitsConnus;
      this.suite = suite;
      this.nouveau = connu == null;
      this.id = nouveau ? numerosFoyers.suivant() : connu.id();
      this.tardif = suite.tardif();
      this.jusqua = suite.tenuLe();
      Integer territoireConstate = foyer.adresse() == null || foyer.adresse().commune() == null ? null
          : territoireDeLaCommune.apply(foyer.adresse().commune());
      this.territoire = tardif && !nouveau ? connu.territoireId() : territoireConstate;
    }

    void faire() throws SQLException {
      Integer[] organisations = nouveau ? null : connu.organisations();
      Rattachement leFoyer = new Rattachement(id, 0, 0, territoire, organisations);
      Faits.Droit droit = Faits.Droit.de(foyer);
      List<Version<Faits.Droit>> droitsConnus = faitsConnus.droits().getOrDefault(id, List.of());
      Faits.Droit avant = enVigueur(droitsConnus);
      boolean modifie = faits.droits.affirmer(leFoyer, droitsConnus, droits(droit));
      modifie |= faits.montants.affirmer(leFoyer, faitsConnus.montants().getOrDefault(id, List.of()), foyer.montant(), jusqua);
      boolean adresseModifiee = faits.adresses.affirmer(leFoyer, faitsConnus.adresses().getOrDefault(id, List.of()), foyer.adresse(), jusqua);
      boolean droitChange = avant == null || !avant.droit().etat().equals(droit.droit().etat())
          || !java.util.Objects.equals(avant.droit().suspenduDepuis(), droit.droit().suspenduDepuis());
      boolean membresModifies = membres(droitChange);
      compterMouvements(avant, droit, adresseModifiee && !nouveau);
      foyers.retenir(foyer, id, nouveau, suite, territoire);
      foyers.tenu(id);
      if (!nouveau && !tardif && !java.util.Objects.equals(connu.territoireId(), territoire)) {
        foyers.demenager(id, territoire);
      }
      if (nouveau || modifie || adresseModifiee || membresModifies) {
        situations.changee(id);
      }
      bilan.foyer(nouveau, modifie || adresseModifiee || membresModifies);
    }

    /** An open right that a later full file no longer holds is gone from that file on. */
    private List<TableDeFaits.Segment<Faits.Droit>> droits(Faits.Droit droit) {
      if (!suite.absent() || !estOuvert(droit)) {
        return List.of(new TableDeFaits.Segment<>(constat.reference(), jusqua, constat.importId(), droit));
      }
      return List.of(new TableDeFaits.Segment<>(constat.reference(), suite.absentLe(), constat.importId(), droit),
          new TableDeFaits.Segment<>(suite.absentLe(), jusqua, suite.absentSelon(), droit.absent()));
    }

    private boolean membres(boolean droitChange) throws SQLException {
      Map<Long, List<Version<Faits.Membre>>> connusParPersonne = parPersonne(faitsConnus.membres().getOrDefault(id, List.of()));
      Map<Long, List<Version<PersonneConstatee.Ressources>>> ressourcesParPersonne = parPersonne(faitsConnus.ressources().getOrDefault(id, List.of()));
      boolean modifie = false;
      Set<Long> presents = new HashSet<>();
      for (LotDePersonnes.Decidee d : decisions) {
        boolean nouvelle = d.connue() == null;
        long origine = nouvelle ? numerosPersonnes.suivant() : d.connue().id();
        long personne = nouvelle ? origine : d.connue().canonique();
        presents.add(origine);
        boolean change = false;
        if (nouvelle) {
          personnes.creer(origine, d.constatee().identite(), d.nirEmpreinte(), territoire);
          d.ressemblances().forEach(autre -> {
            personnes.ressemble(origine, autre.id());
            bilan.doublonPossible();
          });
        } else {
          change = !tardif && personnes.comparer(d.connue(), d.constatee().identite(), d.nirEmpreinte());
          if (!tardif && !java.util.Objects.equals(d.connue().territoireId(), territoire) && (estOuvert(Faits.Droit.de(foyer)) || d.connue().territoireId() == null)) {
            personnes.territoire(origine, territoire);
          }
        }
        Rattachement elle = new Rattachement(id, personne, origine, territoire, nouvelle ? null : d.connue().organisations());
        Faits.Membre membre = Faits.Membre.de(d.constatee());
        List<Version<Faits.Membre>> versions = connusParPersonne.getOrDefault(origine, List.of());
        Faits.Membre avant = enVigueur(versions);
        change |= faits.membres.affirmer(elle, versions, membre, jusqua);
        change |= faits.ressources.affirmer(elle, ressourcesParPersonne.getOrDefault(origine, List.of()), d.constatee().ressources(), jusqua);
        if (concerne(avant, membre, droitChange)) {
          adultesTouches.set((int) personne);
        }
        bilan.personne(nouvelle, change);
        modifie |= nouvelle || change;
      }
      for (Map.Entry<Long, List<Version<Faits.Membre>>> e : connusParPersonne.entrySet()) {
        if (!presents.contains(e.getKey())) {
          modifie |= partir(e.getValue(), ressourcesParPersonne.getOrDefault(e.getKey(), List.of()));
        }
      }
      return modifie;
    }

    private boolean partir(List<Version<Faits.Membre>> versions, List<Version<PersonneConstatee.Ressources>> ressources) {
      long personne = versions.getFirst().personneId();
      Rattachement elle = new Rattachement(id, personne, versions.getFirst().origineId(), territoire, connu.organisations());
      Faits.Membre avant = enVigueur(versions);
      if (avant != null && avant.adulte()) {
        adultesTouches.set((int) personne);
      }
      faits.ressources.affirmer(elle, ressources, null, jusqua);
      return faits.membres.affirmer(elle, versions, null, jusqua);
    }

    /** Movements are read only for adults whose right, duties or place changed; the stock of a first file is not news. */
    private boolean concerne(Faits.Membre avant, Faits.Membre apres, boolean droitChange) {
      if (!apres.adulte() && (avant == null || !avant.adulte())) {
        return false;
      }
      if (constat.initial() && nouveau) {
        LocalDate debut = constat.reference().withDayOfMonth(1);
        LocalDate arrivee = foyer.droit().arriveeLe();
        return !foyer.cle().dateDemande().isBefore(debut) || arrivee != null && !arrivee.isBefore(debut);
      }
      return droitChange || avant == null || avant.sdd() != apres.sdd() || avant.adulte() != apres.adulte();
    }

    private void compterMouvements(Faits.Droit avant, Faits.Droit apres, boolean adresseModifiee) {
      String etat = apres.droit().etat();
      boolean change = avant == null || !avant.droit().etat().equals(etat);
      if (change && !(constat.initial() && nouveau)) {
        switch (etat) {
          case "2" -> bilan.mouvement("DROIT_OUVERT");
          case "3", "4" -> bilan.mouvement("DROIT_SUSPENDU:" + apres.droit().motifSuspension());
          case "5", "6" -> bilan.mouvement("DROIT_CLOS:" + apres.droit().motifFin());
          case "1" -> bilan.mouvement("DROIT_REFUSE:" + apres.droit().motifRefus());
          default -> bilan.mouvement("DEMANDE_EN_ATTENTE");
        }
      }
      if (adresseModifiee) {
        bilan.mouvement("DEMENAGEMENT");
      }
      if (apres.droit().arriveeLe() != null && (avant == null || avant.droit().arriveeLe() == null) && !constat.initial()) {
        bilan.mouvement("ARRIVEE");
      }
      if (apres.droit().departLe() != null && (avant == null || avant.droit().departLe() == null) && !constat.initial()) {
        bilan.mouvement("DEPART");
      }
    }

    private <C> C enVigueur(List<Version<C>> versions) {
      return versions.stream().filter(v -> v.vautLe(constat.reference())).findFirst().map(Version::contenu).orElse(null);
    }
  }

  private static boolean estOuvert(Faits.Droit droit) {
    return switch (droit.droit().etat()) {
      case "0", "2", "3", "4" -> true;
      default -> false;
    };
  }

  private static <C> Map<Long, List<Version<C>>> parPersonne(List<Version<C>> versions) {
    Map<Long, List<Version<C>>> parPersonne = new HashMap<>();
    versions.forEach(v -> parPersonne.computeIfAbsent(v.origineId(), k -> new ArrayList<>()).add(v));
    return parPersonne;
  }
}
