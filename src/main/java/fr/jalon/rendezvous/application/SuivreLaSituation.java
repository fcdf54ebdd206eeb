package fr.jalon.rendezvous.application;

import fr.jalon.allocataires.SituationsChangees;
import fr.jalon.echeances.Balayage;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.PlaceLiberee;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is to come for a person stops when a file says that it has no object any more: her right is closed, she left the file of the payer or the
 * Département, she is dead. Her place goes to who waits, what was not sent is given up, nothing is written to her; the agents are told
 * ({@code lecture.RendezVousARevoir}). A right that is only suspended, or no duties any more, changes nothing by itself: it is told too. When
 * another file says that the right is open after all, what was cancelled is given back ({@link RendreLesRendezVous}). After each file, and each
 * night.
 */
@Component
public class SuivreLaSituation implements Balayage {
  /** Who did it, as the history names it. */
  public static final String AUTEUR = "Jalon, après un fichier";
  /** How the reason begins of what stopped because she lives in another Département. */
  public static final String AILLEURS = "A déménagé hors du Département";
  private final SansObjet sansObjet;
  private final RendreLesRendezVous rendre;
  private final RegistreDesConvocations convocations;
  private final RegistreDesEntretiens entretiens;
  private final EcrireAuxConvoques auxConvoques;
  private final EcrirePourUnEntretien pourUnEntretien;
  private final ApplicationEventPublisher evenements;
  private final Journal journal;
  private final AgentSysteme systeme;
  private final TransactionTemplate apart;

  SuivreLaSituation(SansObjet sansObjet, RendreLesRendezVous rendre, RegistreDesConvocations convocations, RegistreDesEntretiens entretiens,
      EcrireAuxConvoques auxConvoques,
      EcrirePourUnEntretien pourUnEntretien, ApplicationEventPublisher evenements, Journal journal, AgentSysteme systeme,
      PlatformTransactionManager transactions) {
    this.sansObjet = sansObjet;
    this.rendre = rendre;
    this.convocations = convocations;
    this.entretiens = entretiens;
    this.auxConvoques = auxConvoques;
    this.pourUnEntretien = pourUnEntretien;
    this.evenements = evenements;
    this.journal = journal;
    this.systeme = systeme;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @TransactionalEventListener
  void apresUnFichier(SituationsChangees changees) {
    systeme.agir(AUTEUR, () -> apart.execute(_ -> annuler(changees.personnes())));
    systeme.agir(AUTEUR, () -> apart.execute(_ -> rendre.executer(changees.personnes())));
  }

  @Override
  public int balayer(LocalDate jour) {
    systeme.agir(AUTEUR, () -> annuler(null) + rendre.executer(null));
    auxConvoques.taire(sansObjet.convocationsPassees(jour));
    return 0;
  }

  /** @param personnes {@code null} for everyone. @return how many appointments stopped */
  private int annuler(List<Long> personnes) {
    List<SansObjet.Rendu> rendus = sansObjet.chercher(personnes);
    Map<Long, SansObjet.Rendu> parId = rendus.stream().collect(Collectors.toMap(SansObjet.Rendu::id, r -> r));
    // by reason: one order for all of the same
    Map<String, List<RegistreDesConvocations.Convocation>> parMotif = convocations.lire(rendus.stream().filter(SansObjet.Rendu::collectif)
        .map(SansObjet.Rendu::id).toList())
        .stream().filter(c -> c.etat().enCours()).collect(Collectors.groupingBy(c -> parId.get(c.id()).motif(), TreeMap::new, Collectors.toList()));
    parMotif.forEach((motif, toutes) -> convocations.passer(toutes, EtatConvocation.ANNULEE, motif, null));
    List<RegistreDesConvocations.Convocation> annulees = parMotif.values().stream().flatMap(List::stream).toList();
    auxConvoques.taire(annulees.stream().map(RegistreDesConvocations.Convocation::id).toList());
    annulees.stream().map(RegistreDesConvocations.Convocation::sessionId).distinct().sorted(Comparator.naturalOrder())
        .forEach(s -> evenements.publishEvent(new PlaceLiberee(s)));
    annulees.forEach(c -> journal.tracer("CONVOCATION", c.personneId(), null, "Convocation annulée : " + parId.get(c.id()).motif()));
    int recus = 0;
    for (SansObjet.Rendu r : rendus.stream().filter(r -> !r.collectif()).toList()) {
      RegistreDesEntretiens.Entretien e = entretiens.lire(r.id());
      if (e.etat().enCours()) {
        entretiens.passer(e, EtatEntretien.ANNULEE, r.motif());
        pourUnEntretien.taire(e.id());
        journal.tracer("ENTRETIEN", e.personneId(), null, "Rendez-vous annulé : " + r.motif());
        recus++;
      }
    }
    return annulees.size() + recus;
  }
}
