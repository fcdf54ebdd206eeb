package fr.jalon.allocataires.application;

import fr.jalon.allocataires.CoordonneesChangees;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the telephone number and the e-mail address a person gives: the files of the payers do not say them, and reminders need them. */
@Service
public class ChangerLesCoordonnees {
  private final JdbcClient base;
  private final AgentCourant agent;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;

  ChangerLesCoordonnees(JdbcClient base, AgentCourant agent, Journal journal, ApplicationEventPublisher evenements) {
    this.base = base;
    this.agent = agent;
    this.journal = journal;
    this.evenements = evenements;
  }

  /** What is known of a person; {@code null} where nothing is. */
  public record Connues(String nom, String telephone, String courriel) {}

  /** Empty when she does not exist, was merged, or is out of the agent's perimeter. */
  @Transactional(readOnly = true)
  public Optional<Connues> de(long personneId) {
    return base.sql("select nom, prenom, telephone, courriel from allocataires.personne where id = ? and fusionnee_dans is null").param(personneId)
        .query((l, _) -> new Connues(Francais.personne(l.getString(1), l.getString(2)), l.getString(3), l.getString(4))).optional();
  }

  /** The same, that nobody else changes until the transaction ends. */
  @Transactional
  public Optional<Connues> pourChanger(long personneId) {
    base.sql("select id from allocataires.personne where id = ? for no key update").param(personneId).query(Long.class).optional();
    return de(personneId);
  }

  /**
   * @param telephone with its country, or {@code null} to forget it
   * @param courriel  or {@code null} to forget it
   * @throws RefusMetier when the person cannot be written any more (merged, out of the perimeter), or the role does not allow it
   */
  @Transactional
  public void executer(long personneId, String telephone, String courriel) {
    if (!agent.perimetre().peut("RENDEZ_VOUS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet pas de changer les coordonnées d'une personne.");
    }
    int ecrites = base.sql("update allocataires.personne set telephone = ?, courriel = ? where id = ? and fusionnee_dans is null")
        .params(telephone, courriel, personneId).update();
    if (ecrites == 0) {
      throw new RefusMetier("PERSONNE_FERMEE",
          "Ce dossier ne peut plus être changé par vous : il vient d'être fusionné, ou il a quitté votre territoire. Cherchez la personne à nouveau.");
    }
    evenements.publishEvent(new CoordonneesChangees(List.of(personneId)));
    journal.tracer("COORDONNEES", personneId, null, "Téléphone ou courriel changé");
  }
}
