package fr.jalon.orientation.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.RaisonSansSuivi;
import fr.jalon.orientation.lecture.PersonnesSansSuivi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes why nobody follows a person, and until when: she leaves the list that must be empty, and comes back that day. */
@Service
public class ExpliquerSansSuivi {
  private final PersonnesSansSuivi liste;
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  ExpliquerSansSuivi(PersonnesSansSuivi liste, JdbcClient base, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.liste = liste;
    this.base = base;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * @throws RefusMetier for what it lacks, or when she is not in the list (any more): oriented meanwhile, explained by a colleague, out of the
   * perimeter
   */
  @Transactional
  public void executer(RaisonSansSuivi raison) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    raison.verifier(aujourdhui);
    if (!liste.contient(raison.personneId())) {
      throw new RefusMetier("PAS_DANS_LA_LISTE",
          "Cette personne n'est plus dans la liste : un collègue ou un fichier l'a traitée. Rechargez la page.");
    }
    base.sql("""
        insert into orientation.raison_sans_suivi (personne_id, raison, ecrite_le, a_revoir_le, ecrite_par, saisie_le)
        values (:personne, :raison, :le, :revoir, :par, :maintenant)""")
        .param("raison", raison.raison()).param("le", aujourdhui).param("revoir", raison.aRevoirLe()).param("par", agentCourant.perimetre().agent())
        .param("maintenant", OffsetDateTime.now(horloge)).param("personne", raison.personneId()).update();
    journal.tracer("SANS_SUIVI_EXPLIQUE", raison.personneId(), null, "À revoir le " + fr.jalon.ecran.Francais.date(raison.aRevoirLe()));
  }
}
