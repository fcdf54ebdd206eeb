package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.TenirLesFiches;
import fr.jalon.allocataires.EnregistrementDeFoyers;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Suites;
import fr.jalon.echanges.VerrouDesChargements;
import fr.jalon.echanges.tableur.application.ResultatsDesLignes.Resultat;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.NouveauxEntrants;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records the rows of a spreadsheet not recorded yet: those that are right, in one transaction, then their follow-ups one by one. Rows that
 * are wrong wait for a correction.
 */
@Service
public class EnregistrerTableur {
  private final Tableurs tableurs;
  private final ReprendreUnTableur reprendre;
  private final ResultatsDesLignes resultatsDesLignes;
  private final RegistreDuTableur registre;
  private final SuivisDuTableur suivis;
  private final CoordonneesAnnoncees coordonnees;
  private final EnregistrementDeFoyers enregistrement;
  private final NouveauxEntrants nouveauxEntrants;
  private final TenirLesFiches fiches;
  private final Structures structures;
  private final Chiffrement chiffrement;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final Clock horloge;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final DataSource source;

  EnregistrerTableur(Tableurs tableurs, ReprendreUnTableur reprendre, ResultatsDesLignes resultatsDesLignes, RegistreDuTableur registre,
      SuivisDuTableur suivis, CoordonneesAnnoncees coordonnees,
      EnregistrementDeFoyers enregistrement,
      NouveauxEntrants nouveauxEntrants, TenirLesFiches fiches, Structures structures, Chiffrement chiffrement, Journal journal,
      AgentCourant agentCourant, Clock horloge, @Qualifier("chargement") JdbcClient base,
      @Qualifier("chargement") TransactionTemplate transaction, @Qualifier("chargement") DataSource source) {
    this.tableurs = tableurs;
    this.reprendre = reprendre;
    this.resultatsDesLignes = resultatsDesLignes;
    this.registre = registre;
    this.suivis = suivis;
    this.coordonnees = coordonnees;
    this.enregistrement = enregistrement;
    this.nouveauxEntrants = nouveauxEntrants;
    this.fiches = fiches;
    this.structures = structures;
    this.chiffrement = chiffrement;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
    this.base = base;
    this.transaction = transaction;
    this.source = source;
  }

  /**
   * Records what can be; waits while a file is being loaded.
   *
   * @throws RefusMetier when the spreadsheet is not the agent's, or has no column matched yet
   */
  public void executer(long id) {
    executer(id, (_, _) -> {});
  }

  /** @param avancer told between two parts, when there are several: rows done, and rows of the file */
  void executer(long id, BiConsumer<Integer, Integer> avancer) {
    Tableur t = lire(id);
    if (t.genre().repris()) {
      reprendre.enregistrer(t, avancer);
    } else {
      enregistrer(id, null);
    }
  }

  /**
   * Writes other values in a row, then records it alone.
   *
   * @param champs new values by field; a field left out keeps its value
   * @return the row as it is now
   * @throws RefusMetier when the row is recorded already, or when a file is being loaded
   */
  public LigneGardee corriger(long id, int rang, Map<Champ, String> champs) {
    Tableur t = lire(id);
    LigneGardee ligne = tableurs.ligne(id, rang).filter(l -> l.statut().aEnregistrer()).orElseThrow(EnregistrerTableur::ligneEnregistree);
    // cells beyond the headers are those the agent puts back in their place
    List<String> valeurs = new ArrayList<>(ligne.valeurs().subList(0, Math.min(ligne.valeurs().size(), t.entetes().size())));
    champs.forEach((champ, valeur) -> {
      Integer colonne = t.correspondance().colonnes().get(champ);
      if (colonne != null) {
        valeurs.set(colonne, valeur.strip());
      }
    });
    if (!tableurs.corriger(id, rang, valeurs)) {
      throw ligneEnregistree();
    }
    if (t.enregistre() && t.genre().repris()) {
      reprendre.enregistrerUne(t, tableurs.ligne(id, rang).orElseThrow());
    } else if (t.enregistre()) {
      enregistrer(id, rang);
    }
    return tableurs.ligne(id, rang).orElseThrow();
  }

  private static RefusMetier ligneEnregistree() {
    return new RefusMetier("LIGNE_ENREGISTREE", "Cette ligne est déjà enregistrée : corrigez la personne dans son dossier.");
  }

  private Tableur lire(long id) {
    Tableur t = tableurs.lire(id).filter(x -> x.correspondance() != null)
        .orElseThrow(() -> new RefusMetier("TABLEUR_INCONNU", "Ce tableur n'existe plus, ou ses colonnes ne sont pas encore associées."));
    DeposerTableur.exiger(agentCourant.perimetre(), t.genre());
    return t;
  }

  /** @param seule rank of the only row to record, {@code null} for all */
  private void enregistrer(long id, Integer seule) {
    Tableur t = lire(id);
    LocalDate aujourdhui = LocalDate.now(horloge);
    LectureDeLigne lecture = t.lecture(aujourdhui);
    List<Resultat> resultats = new ArrayList<>();
    List<RangeeJuste> justes = new ArrayList<>();
    List<LigneGardee> aFaire = seule == null ? tableurs.lignes(id, Set.of(StatutLigne.A_FAIRE, StatutLigne.ERREUR), Integer.MAX_VALUE, 0)
        : List.of(tableurs.ligne(id, seule).orElseThrow());
    for (LigneGardee l : aFaire) {
      LectureDeLigne.Lue lue = lecture.lire(l.valeurs());
      if (lue.juste()) {
        justes.add(new RangeeJuste(l.rang(), lue.personne()));
      } else {
        resultats.add(new Resultat(l.rang(), StatutLigne.ERREUR, phrase(lue.erreurs()), null, false, null, null));
      }
    }
    List<Resultat> enregistrees = justes.isEmpty() ? List.of() : transaction.execute(_ -> {
      prendreLeVerrou(seule == null);
      return enregistrer(t, justes, resultats.size(), aujourdhui);
    });
    if (!justes.isEmpty()) {
      journal.tracer("IMPORT", null, null, "Tableur " + t.fichier() + " : " + justes.size() + (justes.size() < 2 ? " ligne" : " lignes")
          + " (tableur " + id + ")");
    }
    resultats.addAll(suivis.noter(t, justes, enregistrees));
    resultatsDesLignes.garder(id, resultats);
    registre.compterLesErreurs(id);
    coordonnees.annoncer(enregistrees.stream().filter(r -> r.changement() != null && r.changement().autreMoyen()).map(Resultat::personneId).toList());
  }

  private void prendreLeVerrou(boolean attendre) {
    if (attendre) {
      try {
        VerrouDesChargements.attendre(DataSourceUtils.getConnection(source));
      } catch (SQLException e) {
        throw new IllegalStateException("Le tour de ce tableur n'est pas venu", e);
      }
    } else if (!base.sql("select pg_try_advisory_xact_lock(?)").param(VerrouDesChargements.NUMERO).query(Boolean.class).single()) {
      throw new RefusMetier("CHARGEMENT_EN_COURS",
          "Un fichier est en cours de chargement. La correction est gardée ; attendez qu'il soit fini, puis recommencez.");
    }
  }

  static String phrase(List<LectureDeLigne.Erreur> erreurs) {
    return String.join(" ", erreurs.stream().map(LectureDeLigne.Erreur::phrase).toList());
  }

  private List<Resultat> enregistrer(Tableur t, List<RangeeJuste> justes, int erreurs, LocalDate aujourdhui) {
    long debut = System.nanoTime();
    long importId = t.importId() == null ? registre.ouvrir(t, aujourdhui) : t.importId();
    // "initial": a foyer unknown until now is stock, except a right opened in the month; see the page of help
    Constat constat = new Constat(importId, aujourdhui, false, aujourdhui, OffsetDateTime.now(horloge).truncatedTo(ChronoUnit.MICROS), true);
    LotDuTableur lot = new LotDuTableur(base, fiches, chiffrement, constat, justes);
    try {
      int[] entrants = {0};
      var session = enregistrement.ouvrir(DataSourceUtils.getConnection(source), constat, Suites.AUCUNE, structures::territoireDeLaCommune);
      List<Resultat> resultats = lot.enregistrer(session);
      session.terminer(List.of(), List.of());
      session.mouvements(m -> entrants[0] += nouveauxEntrants.examiner(constat, m));
      int enErreur = (int) resultats.stream().filter(r -> r.statut() == StatutLigne.ERREUR).count();
      registre.ajouter(importId, t.lignes(), erreurs + enErreur, session.bilan(), compter(resultats, StatutLigne.MODIFIEE),
          compter(resultats, StatutLigne.A_JOUR), entrants[0],
          (System.nanoTime() - debut) / 1_000_000);
      tableurs.lierImport(t.id(), importId);
      return resultats;
    } catch (SQLException e) {
      throw new IllegalStateException("Le tableur n'a pas pu être enregistré", e);
    }
  }

  private static int compter(List<Resultat> resultats, StatutLigne statut) {
    return (int) resultats.stream().filter(r -> r.statut() == statut).count();
  }
}
