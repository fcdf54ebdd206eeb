package fr.jalon.accompagnement.application;

import fr.jalon.accompagnement.domaine.NouveauContact;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.lecture.OrientationDUnePersonne;
import fr.jalon.orientation.lecture.SuiviDUnePersonne;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.NoterUneRencontre;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes a contact with a person one follows. Where they see each other it is a meeting too: what the agenda knows of that day is noted with it,
 * and an absence without excuse becomes the fact that duties will read.
 */
@Service
public class NoterUnContact {
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private final JdbcClient base;
  private final OrientationDUnePersonne orientation;
  private final NoterUneRencontre rencontre;
  private final DonnerUnRendezVous rendezVous;
  private final MaFiche maFiche;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  NoterUnContact(JdbcClient base, OrientationDUnePersonne orientation, NoterUneRencontre rencontre, DonnerUnRendezVous rendezVous, MaFiche maFiche,
      AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.orientation = orientation;
    this.rencontre = rencontre;
    this.rendezVous = rendezVous;
    this.maFiche = maFiche;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Notes it, once.
   *
   * @param creneau the slot of her next appointment, {@code null} when none is given: both are done, or none
   * @throws RefusMetier a field is wrong, nobody follows her any more, the day is before her orientation, or the slot is no longer free
   */
  @Transactional
  public void executer(NouveauContact c, Long creneau) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    c.verifier(aujourdhui);
    SuiviDUnePersonne suivi = Optional.ofNullable(orientation.ouverts(List.of(c.personneId()), aujourdhui).get(c.personneId()))
        .orElseThrow(() -> new RefusMetier("PLUS_SUIVIE", "Personne ne suit plus cette personne, ou elle n'est plus dans ce que vous pouvez "
            + "consulter. Rien n'est noté : copiez votre texte si vous voulez le garder, et ouvrez son dossier pour voir ce qui a changé."));
    new Fautes().exiger(!c.le().isBefore(suivi.notifieLe()), "le", "CONTACT_AVANT_ORIENTATION",
        "Son orientation lui a été notifiée le %s : un contact d'avant n'est pas de ce suivi. Vérifiez le jour.".formatted(JOUR.format(suivi.notifieLe())))
        .lever();
    boolean ecrit = base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, empechement, duree_minutes, dit, decide, referent_id, organisation_id, cle,
          saisi_par, saisi_le) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (cle) do nothing""")
        .params(c.personneId(), c.le(), c.genre().name(), c.presence().name(), c.presence() == EtatEntretien.EXCUSEE ? c.motif().name() : null,
            c.minutes(), c.dit().strip(), c.decide().strip(), maFiche.referent().map(Referent::id).orElse(suivi.referentId()), suivi.organisationId(),
            c.cle(), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).update() == 1;
    if (!ecrit) {
      return;
    }
    if (c.genre().rencontre()) {
      rencontre.executer(c.personneId(), c.le(), c.presence(), c.motif(), suivi.organisationId());
    }
    if (creneau != null) {
      rendezVous.donner(c.personneId(), creneau);
    }
    journal.tracer("CONTACT_NOTE", c.personneId(), null, "%s, %s".formatted(c.genre().libelle(), JOUR.format(c.le())));
  }
}
