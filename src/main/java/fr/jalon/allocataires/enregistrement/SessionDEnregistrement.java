package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.allocataires.constat.Suites;
import fr.jalon.socle.Chiffrement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
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
public final class SessionDEnregistrement implements AutoCloseable {
  private static final int CHANGEMENT_NOTABLE = 1000;
  /** One foyer in five, new or changed, makes what the planner knows false. */
  private static final int PART_NOTABLE = 4;
  private final Atelier atelier;
  private final Annuaire annuaire;
  private final IndexDeRecherche index = new IndexDeRecherche();

  /** @param connexion connection of the caller's transaction, through the owner's door */
  public SessionDEnregistrement(Connection connexion, Constat constat, Suites suites, Chiffrement chiffrement,
      Function<String, Integer> territoireDeLaCommune) {
    this.atelier = new Atelier(connexion, constat, suites, chiffrement, territoireDeLaCommune);
    this.annuaire = atelier.annuaire;
  }

  /**
   * From now on, what a batch writes is sent while the caller reads the next one. She must {@link #close()} before her transaction ends.
   */
  public void enAvance() throws SQLException {
    atelier.expedition.enAvance();
    if (annuaire.commencerDeRien()) {
      atelier.numerosFoyers.prevoirBeaucoup();
      atelier.numerosPersonnes.prevoirBeaucoup();
      index.retirer(atelier.expedition.connexion());
    }
  }

  /** Nothing is written any more after this, whatever happened. */
  @Override
  public void close() {
    atelier.expedition.close();
  }

  /** What was counted so far. */
  public Bilan bilan() {
    return atelier.bilan;
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
      boolean depasse = connu != null && apres.getOrDefault(cles.get(i), Suites.Suite.AUCUNE).depasse(atelier.constat.reference());
      boolean inchange = depasse || connu != null && connu.empreinte() != null && java.util.Arrays.equals(connu.empreinte(), empreintes.get(i))
          && !apres.containsKey(cles.get(i)) && !enDouble.contains(cles.get(i));
      if (inchange) {
        atelier.foyers.tenu(connu.id());
        atelier.bilan.foyer(false, false);
        atelier.bilan.personnesInchangees(membres.get(i));
      } else {
        regards.set(i);
      }
    }
    return regards;
  }

  private Map<CleFoyer, Suites.Suite> suites(List<CleFoyer> cles, Map<CleFoyer, FoyerConnu> connus) {
    return atelier.suites.de(cles, cles.stream().map(c -> connus.containsKey(c) ? Long.valueOf(connus.get(c).id()) : null).toList());
  }

  /** The same claim twice: what the first says changes what the second is compared with. */
  private static Set<CleFoyer> enDouble(List<CleFoyer> cles) {
    Set<CleFoyer> vues = new HashSet<>();
    return cles.stream().filter(c -> !vues.add(c)).collect(Collectors.toSet());
  }

  /** Records a batch. Foyers that cannot be are in the {@link Bilan} as rejects; nothing of them is written. */
  public void enregistrer(List<FoyerConstate> lot) throws SQLException {
    List<FoyerConstate> suite = new ArrayList<>();
    Distincts deja = new Distincts();
    for (FoyerConstate foyer : lot) {
      if (deja.contient(foyer)) {
        traiter(suite);
        suite = new ArrayList<>();
        deja = new Distincts();
      }
      deja.ajouter(foyer);
      suite.add(foyer);
    }
    traiter(suite);
  }

  private void traiter(List<FoyerConstate> lot) throws SQLException {
    if (lot.isEmpty()) {
      return;
    }
    Map<CleFoyer, FoyerConnu> connusDuLot = annuaire.foyers(lot.stream().map(FoyerConstate::cle).toList());
    Set<Long> ids = connusDuLot.values().stream().map(FoyerConnu::id).collect(Collectors.toSet());
    Faits.Connus faitsConnus = atelier.faits.charger(atelier.expedition, ids, atelier.constat.reference());
    Map<CleFoyer, Suites.Suite> apres = suites(lot.stream().map(FoyerConstate::cle).toList(), connusDuLot);
    LotDePersonnes lotDePersonnes = LotDePersonnes.charger(annuaire, atelier, lot, annuaire.places(ids));
    List<AEnregistrer> aEnregistrer = new ArrayList<>(lot.size());
    for (FoyerConstate foyer : lot) {
      FoyerConnu connu = connusDuLot.get(foyer.cle());
      if (apres.getOrDefault(foyer.cle(), Suites.Suite.AUCUNE).depasse(atelier.constat.reference())) {
        continue;
      }
      LotDePersonnes.Reconnus reconnus = lotDePersonnes.reconnaitre(foyer, connu);
      if (reconnus.rejet() != null) {
        atelier.bilan.rejeter(reconnus.rejet());
        if (connu != null) {
          atelier.foyers.rejete(connu.id());
        }
        continue;
      }
      foyer.anomalies().forEach(a -> atelier.bilan.signaler(new Bilan.Anomalie(foyer, a.ligne(), a.balise(), a.raison())));
      reconnus.anomalies().forEach(raison -> atelier.bilan.signaler(new Bilan.Anomalie(foyer, foyer.ligne(), "NIR", raison)));
      aEnregistrer.add(new AEnregistrer(foyer, connu, reconnus.decisions()));
    }
    Map<Long, Boolean> soumises = soumises(aEnregistrer);
    for (AEnregistrer a : aEnregistrer) {
      new EnregistrementDUnFoyer(atelier, a.foyer, a.connu, a.decisions, faitsConnus,
          apres.getOrDefault(a.foyer.cle(), Suites.Suite.AUCUNE), soumises).faire();
    }
    atelier.expedier();
  }

  /** A foyer whose persons are recognised. */
  private record AEnregistrer(FoyerConstate foyer, FoyerConnu connu, List<LotDePersonnes.Decidee> decisions) {}

  /** Of the adults whose duties the file does not say, what was last known, in this foyer or another: who changes payer keeps her duties. */
  private Map<Long, Boolean> soumises(List<AEnregistrer> lot) throws SQLException {
    Set<Long> muettes = new HashSet<>();
    for (AEnregistrer a : lot) {
      for (LotDePersonnes.Decidee d : a.decisions) {
        if (d.connue() != null && d.constatee().adulte() && d.constatee().sdd() == null) {
          muettes.add(d.connue().canonique());
        }
      }
    }
    return muettes.isEmpty() ? Map.of() : annuaire.soumises(muettes, atelier.constat.reference());
  }

  /**
   * Ends a file: foyers that a full file no longer holds become ABSENT. The foyers seen stay in {@code pg_temp.foyer_vu} until commit.
   *
   * @param organismes one claim of each payer of the file
   * @param rejetes    claims rejected: the file holds them, they are not absent
   */
  public void terminer(Collection<CleFoyer> organismes, Collection<CleFoyer> rejetes) throws SQLException {
    if (atelier.constat.complet()) {
      terminerComplet(organismes, rejetes);
    } else {
      atelier.foyers.ecrireLesVus();
    }
    atelier.doublons.signaler();
    atelier.expedier();
    index.refaire(atelier.expedition.connexion());
    new CessionDuTableur(atelier).faire();
    informerLePlanificateur();
    atelier.perimetres.envoyer(atelier.expedition.connexion());
    atelier.situations.envoyer(atelier.expedition.connexion());
  }

  /** After a large change the planner must know it now, not when the autovacuum passes. */
  private void informerLePlanificateur() throws SQLException {
    int changes = atelier.bilan.foyersCrees() + atelier.bilan.foyersModifies();
    if (changes < CHANGEMENT_NOTABLE || changes < atelier.bilan.foyersInchanges() / PART_NOTABLE) {
      return;
    }
    try (java.sql.Statement s = atelier.expedition.connexion().createStatement()) {
      // a rough idea, at once; the autovacuum will look closer
      s.execute("set local default_statistics_target = 10");
      for (String table : List.of("personne", "foyer", "droit", "montant", "adresse", "membre", "ressource")) {
        s.execute("analyze allocataires." + table);
      }
    }
  }

  private void terminerComplet(Collection<CleFoyer> organismes, Collection<CleFoyer> rejetes) throws SQLException {
    for (FoyerConnu rejete : annuaire.foyers(List.copyOf(rejetes)).values()) {
      atelier.foyers.rejete(rejete.id());
    }
    atelier.foyers.ecrireLesVus();
    for (CleFoyer organisme : organismes) {
      List<CleFoyer> absents = atelier.foyers.absents(organisme);
      for (int i = 0; i < absents.size(); i += 2000) {
        declarerAbsents(absents.subList(i, Math.min(i + 2000, absents.size())));
      }
    }
  }

  /** Dossiers that could not even be identified: the foyers known under this claim number or file number are not gone. */
  public void rejetesSansCle(Collection<String> demandes, Collection<String> matricules) throws SQLException {
    if (!demandes.isEmpty() || !matricules.isEmpty()) {
      atelier.foyers.rejetesSansCle(demandes, matricules);
    }
  }

  /** Numbers of the foyers the file holds, recorded or unchanged. */
  public BitSet tenus() {
    return atelier.foyers.tenus();
  }

  private void declarerAbsents(List<CleFoyer> cles) throws SQLException {
    Map<CleFoyer, FoyerConnu> connus = annuaire.foyers(cles);
    Map<CleFoyer, Suites.Suite> apres = suites(cles, connus);
    List<Long> absents = connus.values().stream().map(FoyerConnu::id).toList();
    Map<Long, List<Version<Faits.Droit>>> droits = atelier.faits.droits.charger(atelier.expedition.connexion(), absents, atelier.constat.reference());
    Map<Long, List<Version<Faits.Membre>>> membres = atelier.faits.membres.charger(atelier.expedition.connexion(), absents,
        atelier.constat.reference());
    for (CleFoyer cle : cles) {
      FoyerConnu connu = connus.get(cle);
      long id = connu.id();
      LocalDate jusqua = apres.getOrDefault(cle, Suites.Suite.AUCUNE).tenuLe();
      List<Version<Faits.Droit>> versions = droits.getOrDefault(id, List.of());
      versions.stream().filter(v -> v.vautLe(atelier.constat.reference())).findFirst().ifPresent(v -> {
        atelier.faits.droits.affirmer(new Rattachement(id, 0, 0, connu.territoireId(), connu.organisations()), versions,
            v.contenu().absent(), jusqua);
        atelier.bilan.mouvement("ABSENT");
        atelier.situations.changee(id);
        membres.getOrDefault(id, List.of()).stream().filter(m -> m.contenu().adulte() && m.vautLe(atelier.constat.reference()))
            .forEach(m -> atelier.adultesTouches.set((int) m.personneId()));
      });
    }
    atelier.foyers.oublierEmpreintes(connus.entrySet().stream().filter(e -> !apres.getOrDefault(e.getKey(), Suites.Suite.AUCUNE).tardif())
        .map(e -> e.getValue().id()).toList());
    atelier.expedier();
  }

  /** Movements of the adults whose right or duties changed, by batches, once the file is recorded. */
  public void mouvements(Consumer<List<Mouvement>> suite) throws SQLException {
    new LectureDesMouvements(atelier.expedition.connexion(), atelier.constat).lire(atelier.adultesTouches, suite);
  }
}
