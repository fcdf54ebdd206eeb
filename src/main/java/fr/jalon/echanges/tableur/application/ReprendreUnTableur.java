package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.application.ApercusDesTableurs.Apercu;
import fr.jalon.echanges.tableur.application.ResultatsDesLignes.Resultat;
import fr.jalon.echanges.tableur.domaine.Cases;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over what a former tool knew of persons, whatever the kind: rows looked at, written by parts that each say at once what their rows gave,
 * undone together. A stop loses the part under way, never a part done.
 */
@Service
public class ReprendreUnTableur {
  private static final int LOT = 500;
  /** Rows looked at while the page waits; more are behind the screen. */
  private static final int EN_DIRECT = 100;
  private static final Set<StatutLigne> A_ECRIRE = Set.of(StatutLigne.A_FAIRE, StatutLigne.ERREUR);
  private final Map<GenreDeTableur, Repreneur<?>> repreneurs = new EnumMap<>(GenreDeTableur.class);
  private final Tableurs tableurs;
  private final ApercusDesTableurs apercus;
  private final ResultatsDesLignes resultats;
  private final OriginauxDesTableurs originaux;
  private final LignesEnregistrees lignes;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  ReprendreUnTableur(List<Repreneur<?>> repreneurs, Tableurs tableurs, ApercusDesTableurs apercus, ResultatsDesLignes resultats,
      OriginauxDesTableurs originaux, LignesEnregistrees lignes, Journal journal, AgentCourant agentCourant,
      TransactionTemplate transaction, Clock horloge) {
    repreneurs.forEach(r -> this.repreneurs.put(r.genre(), r));
    this.tableurs = tableurs;
    this.apercus = apercus;
    this.resultats = resultats;
    this.originaux = originaux;
    this.lignes = lignes;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  /** What a row would give now. @param dejaLa why nothing would be written, or {@code null} */
  public record Examen(List<LectureDeLigne.Erreur> erreurs, String dejaLa) {}

  /** What each row would give now, in the order given. */
  public List<Examen> examiner(Tableur t, List<LigneGardee> lignesGardees) {
    return transaction.execute(_ -> lues(repreneurs.get(t.genre()), t, lignesGardees).stream()
        .map(r -> new Examen(List.copyOf(r.cases.erreurs()), r.dejaLa)).toList());
  }

  /** How many rows are right: all are looked at, so it is kept until a row or the columns change, or the agent asks again. */
  public Apercu apercu(Tableur t) {
    return apercu(t, (_, _) -> {});
  }

  /** True when they are few enough to be looked at while the page waits, or counted already. */
  public boolean apercuPret(Tableur t) {
    return t.lignes() <= EN_DIRECT || apercus.lire(t.id()).isPresent();
  }

  /** @param avancer told before each part: rows looked at, and rows of the file */
  Apercu apercu(Tableur t, BiConsumer<Integer, Integer> avancer) {
    return apercus.lire(t.id()).orElseGet(() -> {
      int[] comptes = {0, 0};
      parLots(t.id(), (lot, faits) -> {
        avancer.accept(faits, t.lignes());
        compter(t, lot, comptes);
      });
      Apercu apercu = new Apercu(comptes[0], comptes[1]);
      apercus.garder(t, apercu);
      return apercu;
    });
  }

  private void compter(Tableur t, List<LigneGardee> lot, int[] comptes) {
    examiner(t, lot).stream().filter(e -> e.erreurs().isEmpty()).forEach(e -> comptes[e.dejaLa() == null ? 0 : 1]++);
  }

  /** @param avancer told after each part: rows done, and rows of the file */
  void enregistrer(Tableur t, BiConsumer<Integer, Integer> avancer) {
    DeposerTableur.exiger(agentCourant.perimetre(), t.genre());
    originaux.effacer(t.id());
    parLots(t.id(), (lot, faits) -> {
      avancer.accept(faits, t.lignes());
      enregistrer(t, lot);
    });
    int ecrites = tableurs.comptes(t.id()).getOrDefault(StatutLigne.CREEE, 0);
    journal.tracer("IMPORT", null, null, "Tableur %s, %s : %d lignes reprises (tableur %d)".formatted(t.fichier(),
        t.genre().libelle().toLowerCase(Locale.FRENCH), ecrites, t.id()));
  }

  /** Records one row, that an agent corrected. */
  void enregistrerUne(Tableur t, LigneGardee ligne) {
    DeposerTableur.exiger(agentCourant.perimetre(), t.genre());
    enregistrer(t, List.of(ligne));
  }

  private void parLots(long id, ObjIntConsumer<List<LigneGardee>> faire) {
    int rang = 0;
    int faits = 0;
    List<LigneGardee> lot;
    do {
      lot = tableurs.suivantes(id, A_ECRIRE, rang, LOT);
      if (!lot.isEmpty()) {
        faire.accept(lot, faits);
        rang = lot.getLast().rang();
        faits += lot.size();
      }
    } while (lot.size() == LOT);
  }

  /** All at once; a part that a rule refuses as a whole is done row by row, so that the refused one alone is left. */
  private void enregistrer(Tableur t, List<LigneGardee> lot) {
    try {
      ecrire(t, lot);
    } catch (RefusMetier refus) {
      if (lot.size() == 1) {
        resultats.garder(t.id(), List.of(new Resultat(lot.getFirst().rang(), StatutLigne.ERREUR, refus.getMessage(), null, false, null, null)));
      } else {
        lot.forEach(l -> enregistrer(t, List.of(l)));
      }
    }
  }

  private void ecrire(Tableur t, List<LigneGardee> lot) {
    transaction.executeWithoutResult(_ -> {
      List<Resultat> resultats = new ArrayList<>();
      ecrire(repreneurs.get(t.genre()), t, lot, resultats);
      this.resultats.garder(t.id(), resultats);
    });
  }

  private <T> void ecrire(Repreneur<T> repreneur, Tableur t, List<LigneGardee> lot, List<Resultat> resultats) {
    List<RangeeReprise<T>> rangees = lues(repreneur, t, lot);
    List<RangeeReprise<T>> aEcrire = rangees.stream().filter(RangeeReprise::aEcrire).toList();
    if (!aEcrire.isEmpty()) {
      repreneur.ecrire(t, aEcrire);
    }
    rangees.forEach(r -> resultats.add(!r.juste()
        ? new Resultat(r.ligne.rang(), StatutLigne.ERREUR, EnregistrerTableur.phrase(r.cases.erreurs()), null, false, null, null)
        : new Resultat(r.ligne.rang(), r.dejaLa == null ? StatutLigne.CREEE : StatutLigne.A_JOUR, r.dejaLa == null ? r.remarque : r.dejaLa,
            null, false, r.personneId, null, r.cree)));
  }

  private <T> List<RangeeReprise<T>> lues(Repreneur<T> repreneur, Tableur t, List<LigneGardee> lot) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    LectureDeLigne lecture = t.lecture(aujourdhui);
    List<RangeeReprise<T>> rangees = lot.stream().map(l -> {
      LectureDeLigne.Lue lue = lecture.lire(l.valeurs());
      Cases cases = new Cases(t.correspondance(), l.valeurs(), t.calendrier1904());
      cases.erreurs().addAll(lue.erreurs());
      T chose = repreneur.lire(cases, aujourdhui);
      return new RangeeReprise<>(l, cases, lue.personne(), chose);
    }).toList();
    List<RangeeReprise<T>> lisibles = rangees.stream().filter(RangeeReprise::juste).toList();
    if (!lisibles.isEmpty()) {
      repreneur.confronter(lisibles);
    }
    return rangees;
  }

  /**
   * Undoes the whole spreadsheet by parts, as long as nobody built on it; a part that is undone says so, and is not undone twice.
   *
   * @param avancer told before each part: rows seen, and rows that wrote something
   * @throws RefusMetier nothing of it is recorded
   */
  AnnulerTableur.Bilan annuler(Tableur t, BiConsumer<Integer, Integer> avancer) {
    DeposerTableur.exiger(agentCourant.perimetre(), t.genre());
    List<Repreneur.Ecrite> ecrites = lignes.ecrites(t.id());
    if (ecrites.isEmpty()) {
      throw AnnulerTableur.rienAAnnuler();
    }
    int reste = 0;
    // what was written last goes first: an action added to a theme found by another row goes before that theme
    List<Repreneur.Ecrite> aDefaire = ecrites.reversed();
    for (int i = 0; i < aDefaire.size(); i += LOT) {
      List<Repreneur.Ecrite> lot = aDefaire.subList(i, Math.min(i + LOT, aDefaire.size()));
      avancer.accept(i, aDefaire.size());
      Map<Integer, String> restent = repreneurs.get(t.genre()).defaire(lot).entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> AnnulerTableur.RESTE + e.getValue() + "."));
      lignes.noter(t.id(), lot.stream().map(Repreneur.Ecrite::rang).filter(r -> !restent.containsKey(r)).toList(), restent);
      reste += restent.size();
    }
    return new AnnulerTableur.Bilan(ecrites.size() - reste, reste);
  }
}
