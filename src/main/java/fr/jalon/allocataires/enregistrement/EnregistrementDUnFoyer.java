package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.constat.Suites;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One foyer of a batch: its facts compared with those known. */
final class EnregistrementDUnFoyer {
  private final Atelier atelier;
  private final FoyerConstate foyer;
  private final FoyerConnu connu;
  private final List<LotDePersonnes.Decidee> decisions;
  private final Faits.Connus faitsConnus;
  private final boolean nouveau;
  private final Suites.Suite suite;
  private final Map<Long, Boolean> soumises;
  private final Map<Long, List<Version<Faits.Membre>>> membresConnus;
  private final boolean tardif;
  /** Nobody knew this foyer, nor anyone in it, and no later file speaks of it. */
  private final boolean touteNeuve;
  private final long id;
  private final LocalDate jusqua;
  private final Integer territoire;
  private final Faits.Droit droit;
  private final Faits.Adresse adresse;

  /** @param soumises duties last known, in any foyer, of the adults of whom the file does not say them */
  EnregistrementDUnFoyer(Atelier atelier, FoyerConstate constate, FoyerConnu connu, List<LotDePersonnes.Decidee> decisions, Faits.Connus faitsConnus,
      Suites.Suite suite, Map<Long, Boolean> soumises) throws SQLException {
    this.atelier = atelier;
    this.connu = connu;
    this.faitsConnus = faitsConnus;
    this.suite = suite;
    this.soumises = soumises;
    this.nouveau = connu == null;
    this.id = nouveau ? atelier.numerosFoyers.suivant() : connu.id();
    this.tardif = suite.tardif();
    this.touteNeuve = nouveau && !suite.absent() && !tardif && decisions.stream().allMatch(d -> d.connue() == null);
    this.jusqua = suite.tenuLe();
    this.membresConnus = parPersonne(faitsConnus.membres().getOrDefault(id, List.of()));
    this.decisions = completer(decisions);
    Faits.Droit avant = enVigueur(faitsConnus.droits().getOrDefault(id, List.of()));
    Reconduction.Droit complet = Reconduction.completer(constate.droit(), avant == null ? null : avant.droit());
    this.adresse = Reconduction.completer(constate.adresse(), enVigueur(faitsConnus.adresses().getOrDefault(id, List.of())));
    this.foyer = Reconduction.foyer(constate, this.decisions.stream().map(LotDePersonnes.Decidee::constatee).toList(), complet.constate(), adresse);
    this.droit = Faits.Droit.de(foyer, complet.reconduit());
    Integer territoireConstate = foyer.adresse() == null || foyer.adresse().commune() == null ? null
        : atelier.territoireDeLaCommune.apply(foyer.adresse().commune());
    this.territoire = tardif && !nouveau ? connu.territoireId() : territoireConstate;
  }

  /** Each person with what the file leaves out of her. */
  private List<LotDePersonnes.Decidee> completer(List<LotDePersonnes.Decidee> laissees) {
    return laissees.stream().map(d -> {
      Faits.Membre avant = d.connue() == null ? null : enVigueur(membresConnus.getOrDefault(d.connue().id(), List.of()));
      Reconduction.Personne complete = Reconduction.completer(d.constatee(), avant, avant == null && d.connue() != null
          && soumises.getOrDefault(d.connue().canonique(), false));
      return complete.reconduit() == null && complete.constatee() == d.constatee() ? d : d.completee(complete.constatee(), complete.reconduit());
    }).toList();
  }

  void faire() throws SQLException {
    Integer[] organisations = nouveau ? null : connu.organisations();
    Rattachement leFoyer = new Rattachement(id, 0, 0, territoire, organisations);
    List<Version<Faits.Droit>> droitsConnus = faitsConnus.droits().getOrDefault(id, List.of());
    Faits.Droit avant = enVigueur(droitsConnus);
    boolean modifie = atelier.faits.droits.affirmer(leFoyer, droitsConnus, droits());
    modifie |= atelier.faits.montants.affirmer(leFoyer, faitsConnus.montants().getOrDefault(id, List.of()), foyer.montant(), jusqua);
    Faits.Adresse adresseAvant = enVigueur(faitsConnus.adresses().getOrDefault(id, List.of()));
    boolean adresseModifiee = atelier.faits.adresses.affirmer(leFoyer, faitsConnus.adresses().getOrDefault(id, List.of()), adresse, jusqua);
    boolean droitChange = avant == null || !avant.droit().etat().equals(droit.droit().etat())
        || !Objects.equals(avant.droit().suspenduDepuis(), droit.droit().suspenduDepuis());
    boolean membresModifies = membres(droitChange);
    compterMouvements(avant, droit, adresseModifiee && !nouveau && !memeLieu(adresseAvant, adresse));
    atelier.foyers.retenir(foyer, id, nouveau, suite, territoire);
    atelier.foyers.tenu(id);
    if (!nouveau && !tardif && !Objects.equals(connu.territoireId(), territoire)) {
      atelier.foyers.demenager(id, territoire);
      atelier.perimetres.foyer(id);
    }
    if (!touteNeuve && (nouveau || modifie || adresseModifiee || membresModifies)) {
      atelier.situations.changee(id);
    }
    atelier.bilan.foyer(nouveau, modifie || adresseModifiee || membresModifies);
  }

  /** An open right that a later full file no longer holds is gone from that file on. */
  private List<TableDeFaits.Segment<Faits.Droit>> droits() {
    if (!suite.absent() || !estOuvert(droit)) {
      return List.of(new TableDeFaits.Segment<>(atelier.constat.reference(), jusqua, atelier.constat.importId(), droit));
    }
    return List.of(new TableDeFaits.Segment<>(atelier.constat.reference(), suite.absentLe(), atelier.constat.importId(), droit),
        new TableDeFaits.Segment<>(suite.absentLe(), jusqua, suite.absentSelon(), droit.absent()));
  }

  private boolean membres(boolean droitChange) throws SQLException {
    Map<Long, List<Version<PersonneConstatee.Ressources>>> ressourcesParPersonne = parPersonne(faitsConnus.ressources().getOrDefault(id, List.of()));
    boolean modifie = false;
    Set<Long> presents = new HashSet<>();
    for (LotDePersonnes.Decidee d : decisions) {
      boolean nouvelle = d.connue() == null;
      long origine = nouvelle ? atelier.numerosPersonnes.suivant() : d.connue().id();
      long personne = nouvelle ? origine : d.connue().canonique();
      presents.add(origine);
      PersonneConnue presente = d.conservee() != null ? d.conservee() : d.connue();
      boolean change = false;
      // of two foyers, the one whose right is open says where she is: what the other says of her is read there too
      Integer sien = territoire;
      if (nouvelle) {
        atelier.personnes.creer(origine, d.constatee().identite(), d.nirEmpreinte(), territoire);
        atelier.doublons.noter(origine, d.constatee().identite(), foyer);
        d.ressemblances().forEach(autre -> {
          atelier.personnes.ressemble(origine, autre.autre().canonique(), autre.raison());
          atelier.bilan.doublonPossible();
        });
      } else {
        change = atelier.personnes.comparer(d.connue(), d.constatee().identite(), d.nirEmpreinte(), tardif || d.depassee());
        if (!tardif && !d.depassee() && !Objects.equals(presente.territoireId(), territoire)
            && (estOuvert(droit) || presente.territoireId() == null)) {
          // those merged into her follow by themselves
          atelier.personnes.territoire(personne, territoire);
          atelier.perimetres.personne(personne);
        } else {
          sien = presente.territoireId();
        }
      }
      Rattachement elle = new Rattachement(id, personne, origine, sien, nouvelle ? null : presente.organisations());
      Faits.Membre membre = Faits.Membre.de(d.constatee(), d.reconduit());
      List<Version<Faits.Membre>> versions = membresConnus.getOrDefault(origine, List.of());
      Faits.Membre avant = enVigueur(versions);
      if (avant == null && estOuvert(droit) && membre.reconduit() != null && membre.reconduit().contains(Reconduction.SDD)
          && (nouvelle || !soumises.containsKey(personne))) {
        atelier.bilan.mouvement("SDD_INCONNU");
      }
      if (touteNeuve) {
        atelier.situations.nouvelle(personne, id, membre, droit, foyer, sien);
      }
      change |= atelier.faits.membres.affirmer(elle, versions, membre, jusqua);
      change |= atelier.faits.ressources.affirmer(elle, ressourcesParPersonne.getOrDefault(origine, List.of()), d.constatee().ressources(), jusqua);
      if (concerne(avant, membre, droitChange)) {
        atelier.adultesTouches.set((int) personne);
      }
      atelier.bilan.personne(nouvelle, change);
      modifie |= nouvelle || change;
    }
    for (Map.Entry<Long, List<Version<Faits.Membre>>> e : membresConnus.entrySet()) {
      if (!presents.contains(e.getKey())) {
        modifie |= partir(e.getValue(), ressourcesParPersonne.getOrDefault(e.getKey(), List.of()));
      }
    }
    return modifie;
  }

  private boolean partir(List<Version<Faits.Membre>> versions, List<Version<PersonneConstatee.Ressources>> ressources) {
    long personne = versions.getFirst().personneId();
    // she may live elsewhere by now: her rows take her own perimeter at the end of the file
    atelier.perimetres.personne(personne);
    Rattachement elle = new Rattachement(id, personne, versions.getFirst().origineId(), territoire, connu.organisations());
    Faits.Membre avant = enVigueur(versions);
    if (avant != null && avant.adulte()) {
      atelier.adultesTouches.set((int) personne);
    }
    atelier.faits.ressources.affirmer(elle, ressources, null, jusqua);
    return atelier.faits.membres.affirmer(elle, versions, null, jusqua);
  }

  /** Movements are read only for adults whose right, duties or place changed; the stock of a first file is not news. */
  private boolean concerne(Faits.Membre avant, Faits.Membre apres, boolean droitChange) {
    if (!apres.adulte() && (avant == null || !avant.adulte())) {
      return false;
    }
    if (atelier.constat.initial() && nouveau) {
      LocalDate debut = atelier.constat.reference().withDayOfMonth(1);
      LocalDate arrivee = foyer.droit().arriveeLe();
      return !foyer.cle().dateDemande().isBefore(debut) || arrivee != null && !arrivee.isBefore(debut);
    }
    return droitChange || avant == null || avant.sdd() != apres.sdd() || avant.adulte() != apres.adulte();
  }

  private void compterMouvements(Faits.Droit avant, Faits.Droit apres, boolean adresseModifiee) {
    String etat = apres.droit().etat();
    boolean change = avant == null || !avant.droit().etat().equals(etat);
    if (change && !(atelier.constat.initial() && nouveau)) {
      switch (EtatDuDroit.de(etat)) {
        case VERSE -> atelier.bilan.mouvement("DROIT_OUVERT");
        case SUSPENDU -> atelier.bilan.mouvement("DROIT_SUSPENDU:" + apres.droit().motifSuspension());
        case FERME -> atelier.bilan.mouvement("DROIT_CLOS:" + apres.droit().motifFin());
        case REFUSE -> atelier.bilan.mouvement("DROIT_REFUSE:" + apres.droit().motifRefus());
        default -> atelier.bilan.mouvement("DEMANDE_EN_ATTENTE");
      }
    }
    if (adresseModifiee) {
      atelier.bilan.mouvement("DEMENAGEMENT");
    }
    if (apres.droit().arriveeLe() != null && (avant == null || avant.droit().arriveeLe() == null) && !atelier.constat.initial()) {
      atelier.bilan.mouvement("ARRIVEE");
    }
    if (apres.droit().departLe() != null && (avant == null || avant.droit().departLe() == null) && !atelier.constat.initial()) {
      atelier.bilan.mouvement("DEPART");
    }
  }

  /** The same address, whether a file says it again or leaves it out. */
  private static boolean memeLieu(Faits.Adresse avant, Faits.Adresse apres) {
    return avant != null && apres != null && avant.adresse().equals(apres.adresse());
  }

  private <C> C enVigueur(List<Version<C>> versions) {
    return versions.stream().filter(v -> v.vautLe(atelier.constat.reference())).findFirst().map(Version::contenu).orElse(null);
  }

  private static boolean estOuvert(Faits.Droit droit) {
    return EtatDuDroit.de(droit.droit().etat()).vivant();
  }

  private static <C> Map<Long, List<Version<C>>> parPersonne(List<Version<C>> versions) {
    if (versions.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<Version<C>>> parPersonne = new HashMap<>();
    versions.forEach(v -> parPersonne.computeIfAbsent(v.origineId(), k -> new ArrayList<>()).add(v));
    return parPersonne;
  }
}
