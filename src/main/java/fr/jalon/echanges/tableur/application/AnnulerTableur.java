package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.TenirLesFiches;
import fr.jalon.echanges.VerrouDesChargements;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.ReprisesAnnulees;
import fr.jalon.socle.RefusMetier;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Undoes a whole spreadsheet recorded by mistake, as long as nothing happened since: the persons it created go, with the entry and the follow-up it
 * opened; contact details become again what they were. What cannot be undone stays, and its row says why.
 */
@Service
public class AnnulerTableur {
  static final String RESTE = "Non annulée : ";
  private final Tableurs tableurs;
  private final ReprendreUnTableur reprendre;
  private final LignesEnregistrees lignes;
  private final PersonnesDuTableur personnes;
  private final TenirLesFiches fiches;
  private final ReprisesAnnulees reprises;
  private final CoordonneesAnnoncees coordonnees;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final TransactionTemplate transaction;
  private final DataSource source;

  AnnulerTableur(Tableurs tableurs, ReprendreUnTableur reprendre, LignesEnregistrees lignes, PersonnesDuTableur personnes,
      TenirLesFiches fiches, ReprisesAnnulees reprises,
      CoordonneesAnnoncees coordonnees, Journal journal, AgentCourant agentCourant,
      @Qualifier("chargement") TransactionTemplate transaction, @Qualifier("chargement") DataSource source) {
    this.tableurs = tableurs;
    this.reprendre = reprendre;
    this.lignes = lignes;
    this.personnes = personnes;
    this.fiches = fiches;
    this.reprises = reprises;
    this.coordonnees = coordonnees;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.transaction = transaction;
    this.source = source;
  }

  /**
   * What was undone.
   *
   * @param annulees rows undone
   * @param restees  rows that say why they are not
   */
  public record Bilan(int annulees, int restees) {}

  /** @throws RefusMetier when the spreadsheet is not the agent's, or nothing of it is recorded */
  public Bilan executer(long id) {
    return executer(id, (_, _) -> {});
  }

  /** Refuses at once what would be refused behind the screen. @throws RefusMetier as {@link #executer(long)} */
  void verifier(long id) {
    Tableur t = lire(id);
    if (t.genre().repris() ? lignes.ecrites(id).isEmpty() : lignes.lire(id).isEmpty()) {
      throw rienAAnnuler();
    }
  }

  static RefusMetier rienAAnnuler() {
    return new RefusMetier("RIEN_A_ANNULER", "Ce tableur n'a rien changé, ou tout en est déjà annulé.");
  }

  private Tableur lire(long id) {
    if (!agentCourant.perimetre().peut("IMPORTS") && !agentCourant.perimetre().peut("REPRISE")) {
      throw sansDroit();
    }
    return tableurs.lire(id).filter(x -> (x.enregistre() || x.seDefait()) && (x.importId() != null || x.genre().repris()))
        .orElseThrow(() -> new RefusMetier("RIEN_A_ANNULER", "Ce tableur n'a rien enregistré, ou il est en cours d'enregistrement."));
  }

  /** @param avancer told between two parts, when there are several */
  Bilan executer(long id, BiConsumer<Integer, Integer> avancer) {
    Tableur t = lire(id);
    Bilan bilan = t.genre().repris() ? reprendre.annuler(t, avancer) : annulerLesPersonnes(t);
    journal.tracer("IMPORT_ANNULE", null, null,
        "Tableur %s (tableur %d) : %d lignes annulées, %d restent".formatted(t.fichier(), id, bilan.annulees, bilan.restees));
    return bilan;
  }

  private static RefusMetier sansDroit() {
    return new RefusMetier("HABILITATION", "Votre rôle ne permet pas d'annuler un tableur.");
  }

  private Bilan annulerLesPersonnes(Tableur t) {
    if (!agentCourant.perimetre().peut("IMPORTS")) {
      throw sansDroit();
    }
    List<Long> rendues = new ArrayList<>();
    Bilan bilan = transaction.execute(_ -> {
      prendreLeVerrou();
      return annuler(t, rendues);
    });
    coordonnees.annoncer(rendues);
    return bilan;
  }

  private void prendreLeVerrou() {
    try {
      VerrouDesChargements.attendre(DataSourceUtils.getConnection(source));
    } catch (SQLException e) {
      throw new IllegalStateException("Le tour de cette annulation n'est pas venu", e);
    }
  }

  /** @param rendues receives those whose telephone or e-mail is put back */
  private Bilan annuler(Tableur t, List<Long> rendues) {
    List<LignesEnregistrees.Ligne> aAnnuler = lignes.lire(t.id());
    if (aAnnuler.isEmpty()) {
      throw rienAAnnuler();
    }
    Map<Integer, String> restent = new HashMap<>();
    effacerLesCreees(t, aAnnuler.stream().filter(l -> l.statut() == StatutLigne.CREEE).toList(), restent);
    rendreLesCoordonnees(t, aAnnuler.stream().filter(l -> l.statut() == StatutLigne.MODIFIEE).toList(), restent, rendues);
    lignes.noter(t.id(), aAnnuler.stream().map(LignesEnregistrees.Ligne::rang).filter(r -> !restent.containsKey(r)).toList(), restent);
    return new Bilan(aAnnuler.size() - restent.size(), restent.size());
  }

  /** A foyer goes whole, or stays whole. */
  private void effacerLesCreees(Tableur t, List<LignesEnregistrees.Ligne> creees, Map<Integer, String> restent) {
    Set<Long> ids = creees.stream().map(LignesEnregistrees.Ligne::personneId).collect(Collectors.toSet());
    Map<Long, String> tenues = new HashMap<>(personnes.tenues(t.importId(), ids));
    Map<Long, Contacts> contacts = personnes.contacts(ids);
    creees.stream().filter(l -> !commeEnregistree(l, contacts.get(l.personneId())))
        .forEach(l -> tenues.putIfAbsent(l.personneId(), "ses coordonnées ont changé depuis"));
    // each with her own hour: a row corrected two days later must not hide what an agent did to the others in between
    Map<Long, OffsetDateTime> enregistrees = creees.stream()
        .collect(Collectors.toMap(LignesEnregistrees.Ligne::personneId, LignesEnregistrees.Ligne::enregistreeLe, (a, b) -> a.isBefore(b) ? a : b));
    reprises.bougeesDepuis(enregistrees).forEach(p -> tenues.putIfAbsent(p, "son entrée ou son suivi a changé depuis"));
    Set<Long> parties = new HashSet<>(ids);
    parties.removeAll(tenues.keySet());
    personnes.vivantAvec(parties, tenues.keySet()).forEach(p -> tenues.putIfAbsent(p, "quelqu'un de son foyer reste"));
    parties.removeAll(tenues.keySet());
    reprises.effacer(parties);
    fiches.retirer(parties);
    creees.stream().filter(l -> tenues.containsKey(l.personneId())).forEach(l -> restent.put(l.rang(), RESTE + tenues.get(l.personneId()) + "."));
  }

  private static boolean commeEnregistree(LignesEnregistrees.Ligne l, Contacts maintenant) {
    Contacts dites = l.changement() == null ? new Contacts(null, null, null) : l.changement().apres();
    return maintenant != null && Objects.equals(maintenant.telephone(), dites.telephone()) && Objects.equals(maintenant.courriel(), dites.courriel());
  }

  private void rendreLesCoordonnees(Tableur t, List<LignesEnregistrees.Ligne> modifiees, Map<Integer, String> restent, List<Long> rendues) {
    Set<Long> autresFaits = personnes.situationChangee(t.importId(), modifiees.stream().map(LignesEnregistrees.Ligne::personneId).toList());
    for (LignesEnregistrees.Ligne l : modifiees) {
      List<String> raisons = new ArrayList<>();
      if (l.changement() != null && !fiches.rendreLesMoyens(l.personneId(), l.changement().avant().moyens(), l.changement().apres().moyens())) {
        raisons.add("ses coordonnées ont changé depuis");
      } else if (l.changement() != null && l.changement().autreMoyen()) {
        rendues.add(l.personneId());
      }
      if (autresFaits.contains(l.personneId())) {
        raisons.add("l'adresse, le droit ou l'identité qu'un tableur plus ancien donnait ont été remplacés ; corrigez-les par un nouveau tableur");
      }
      if (l.suiviEnregistre()) {
        raisons.add("le suivi enregistré reste : annulez l'orientation dans son dossier");
      }
      if (!raisons.isEmpty()) {
        restent.put(l.rang(), RESTE + String.join(" ; ", raisons) + ".");
      }
    }
  }
}
