package fr.jalon.accompagnement.application;

import fr.jalon.accompagnement.ContactChange;
import fr.jalon.accompagnement.domaine.GenreDeContact;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.application.NoterUneRencontre;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back a contact noted by mistake: it stays, crossed out, with who did it and why. The meeting it wrote goes with it, and the absence that
 * duties would have read; what was noted at an appointment of the agenda is corrected there.
 */
@Service
public class RetirerUnContact {
  private static final String[] RENCONTRES = Stream.of(GenreDeContact.values()).filter(GenreDeContact::rencontre).map(Enum::name)
      .toArray(String[]::new);
  private static final int RAISON = 300;
  private final JdbcClient base;
  private final NoterUneRencontre rencontre;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;
  private final ApplicationEventPublisher evenements;

  RetirerUnContact(JdbcClient base, NoterUneRencontre rencontre, AgentCourant agentCourant, Journal journal, Clock horloge,
      ApplicationEventPublisher evenements) {
    this.base = base;
    this.rencontre = rencontre;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
    this.evenements = evenements;
  }

  private record Note(long personneId, LocalDate le, boolean rencontre, String saisiPar, boolean retire) {}

  private record Reste(String presence, String empechement) {}

  /**
   * By whoever noted it, or who answers for the team.
   *
   * @param personne whom it is about
   * @throws RefusMetier without a reason, or noted by somebody else
   */
  @Transactional
  public void executer(long contact, long personne, String motif) {
    Note n = base.sql("""
        select personne_id, le, genre = any(:genres) as rencontre, saisi_par, retire_le is not null as retire from accompagnement.contact
        where id = :id and personne_id = :personne for update""").param("genres", RENCONTRES).param("id", contact).param("personne", personne).query(Note.class).optional()
        .orElseThrow(() -> new RefusMetier("CONTACT_INCONNU", "Ce contact n'est pas dans ce que vous pouvez consulter."));
    if (n.retire()) {
      return;
    }
    if (motif == null || motif.isBlank() || motif.length() > RAISON) {
      throw new RefusMetier("RETRAIT_SANS_RAISON",
          "Dites pourquoi ce contact est retiré, en %d caractères au plus : la raison reste avec lui.".formatted(RAISON));
    }
    if (!permis(n.saisiPar())) {
      throw new RefusMetier("CONTACT_D_UN_AUTRE", "Un collègue a noté ce contact : lui seul, ou votre responsable, peut le retirer.");
    }
    base.sql("update accompagnement.contact set retire_le = ?, retire_par = ?, retire_motif = ? where id = ?")
        .params(OffsetDateTime.now(horloge), agentCourant.perimetre().agent(), motif.strip(), contact)
        .update();
    if (n.rencontre()) {
      rendreLaRencontre(n);
    }
    evenements.publishEvent(new ContactChange(n.personneId(), n.le()));
    journal.tracer("CONTACT_RETIRE", n.personneId(), null, motif.strip());
  }

  /** By whoever noted it, or who reads the figures of the team and answers for it. @param saisiPar account of who noted it */
  public boolean permis(String saisiPar) {
    return saisiPar.equals(agentCourant.perimetre().agent()) || agentCourant.perimetre().peut("INDICATEURS");
  }

  /** The meeting of that day is what another contact of that day says; without one, what this one wrote outside the agenda goes. */
  private void rendreLaRencontre(Note n) {
    Optional<Reste> reste = base.sql("""
        select presence, empechement from accompagnement.contact where personne_id = :personne and le = :le and genre = any(:genres) and retire_le is null
        order by id desc limit 1""").param("personne", n.personneId()).param("le", n.le()).param("genres", RENCONTRES).query(Reste.class).optional();
    if (reste.isPresent()) {
      rencontre.executer(n.personneId(), n.le(), EtatEntretien.valueOf(reste.get().presence()), Empechement.de(reste.get().empechement()), null);
      return;
    }
    base.sql("select id from rendezvous.entretien where personne_id = ? and le = ? and etat in ('PRESENTE', 'EXCUSEE', 'ABSENTE')")
        .params(n.personneId(), n.le()).query(Long.class).list().forEach(rencontre::effacer);
  }
}
