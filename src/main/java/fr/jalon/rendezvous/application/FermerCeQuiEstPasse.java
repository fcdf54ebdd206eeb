package fr.jalon.rendezvous.application;

import fr.jalon.echeances.Balayage;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Each night, what can no longer happen stops holding the person: an invitation to choose that nobody answered in time, a place awaited for a
 * session that is over. She is again to be convoked or invited. An appointment whose day is past is not touched: an agent notes whether she came.
 */
@Component
class FermerCeQuiEstPasse implements Balayage {
  /** Why an invitation stops; shown to agents. */
  static final String SANS_REPONSE = "N'a pas choisi de rendez-vous avant la date limite";
  private static final String SANS_PLACE = "Aucune place ne s'est libérée";
  private static final String AUTEUR = "Jalon, chaque nuit";
  private final RegistreDesEntretiens entretiens;
  private final RegistreDesConvocations convocations;
  private final EcrirePourUnEntretien pourUnEntretien;
  private final Journal journal;
  private final AgentSysteme systeme;

  FermerCeQuiEstPasse(RegistreDesEntretiens entretiens, RegistreDesConvocations convocations, EcrirePourUnEntretien pourUnEntretien, Journal journal,
      AgentSysteme systeme) {
    this.entretiens = entretiens;
    this.convocations = convocations;
    this.pourUnEntretien = pourUnEntretien;
    this.journal = journal;
    this.systeme = systeme;
  }

  @Override
  public int balayer(LocalDate jour) {
    systeme.agir(AUTEUR, () -> {
      List<RegistreDesEntretiens.Entretien> sansReponse = entretiens.invitationsPassees(jour);
      if (!sansReponse.isEmpty()) {
        entretiens.expirer(sansReponse, SANS_REPONSE);
        pourUnEntretien.taire(sansReponse.stream().map(RegistreDesEntretiens.Entretien::id).toList());
        journal.tracer("ENTRETIEN", sansReponse.stream()
            .map(e -> new Journal.Objet(e.personneId(), null, "Invitation finie : " + SANS_REPONSE)).toList());
      }
      List<RegistreDesConvocations.Convocation> sansPlace = convocations.attentesPassees(jour);
      convocations.passer(sansPlace, EtatConvocation.ANNULEE, SANS_PLACE, null);
      if (!sansPlace.isEmpty()) {
        journal.tracer("CONVOCATION", sansPlace.stream()
            .map(c -> new Journal.Objet(c.personneId(), null, "Liste d'attente finie : " + SANS_PLACE)).toList());
      }
      return null;
    });
    return 0;
  }
}
