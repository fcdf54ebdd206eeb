package fr.jalon.orientation.application;

import fr.jalon.orientation.application.LongueListe.Demande;
import fr.jalon.orientation.domaine.EtatListe;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.Travaux;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives référents to a list too long for one page, behind the screen: first what is proposed, then, when the agent says so, its recording by
 * parts. What is recorded is recorded, and what is proposed stays, whatever becomes of the server.
 */
@Component
public class AffecterEnFond {
  /** As many as the flow is measured for. */
  public static final int LIMITE = 6_000;
  private static final String PAGE = "/orientations/affectation/longue/";
  private final LonguesListes listes;
  private final ChercherUneRepartition chercher;
  private final EnregistrerUneLongueListe enregistrer;
  private final Travaux travaux;

  AffecterEnFond(LonguesListes listes, ChercherUneRepartition chercher, EnregistrerUneLongueListe enregistrer, Travaux travaux) {
    this.listes = listes;
    this.chercher = chercher;
    this.enregistrer = enregistrer;
    this.travaux = travaux;
  }

  /** Starts the search. @return its number @throws RefusMetier when too many lists wait */
  @Transactional
  public long proposer(Demande demande) {
    long id = listes.creer(demande);
    travaux.demander(chercher, new ChercherUneRepartition.Liste(id), "Chercher un référent pour %d personnes".formatted(demande.personnes().size()),
        PAGE + id, null, Long.toString(id));
    return id;
  }

  /** Records what is proposed. A second click changes nothing. @throws RefusMetier when there is nothing to record */
  @Transactional
  public void enregistrer(long id) {
    LongueListe liste = listes.lire(id)
        .orElseThrow(() -> new RefusMetier("LISTE_INCONNUE",
        "Cette liste n'est plus gardée. Proposez-la de nouveau : ce qui était enregistré l'est toujours."));
    if (listes.passer(id, EtatListe.ENREGISTREMENT)) {
      travaux.demander(enregistrer, new EnregistrerUneLongueListe.Liste(id), "Enregistrer %d orientations".formatted(liste.placees().size()),
          PAGE + id, null, Long.toString(id));
    }
  }

  /** What was recorded of this list has been undone. */
  @Transactional
  public void annulee(long id) {
    listes.passer(id, EtatListe.ANNULEE);
  }

  /** The list of this number, when the agent at work asked for it. */
  @Transactional(readOnly = true)
  public Optional<LongueListe> le(long id) {
    return listes.lire(id);
  }
}
