package fr.jalon.accompagnement.application;

import fr.jalon.accompagnement.ContactChange;
import fr.jalon.accompagnement.domaine.NouveauContact;
import fr.jalon.accompagnement.lecture.SuivisEnCours;
import fr.jalon.accompagnement.lecture.SuivisEnCours.SuiviEnCours;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.NoterUneRencontre;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes a contact with a person one follows. Where they see each other it is a meeting too: what the agenda knows of that day is noted with it,
 * and an absence without excuse becomes the fact that duties will read.
 */
@Service
public class NoterUnContact {
  private final JdbcClient base;
  private final SuivisEnCours suivis;
  private final NoterUneRencontre rencontre;
  private final DonnerUnRendezVous rendezVous;
  private final ContactsCommences commences;
  private final MaFiche maFiche;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;
  private final ApplicationEventPublisher evenements;

  NoterUnContact(JdbcClient base, SuivisEnCours suivis, NoterUneRencontre rencontre, DonnerUnRendezVous rendezVous,
      ContactsCommences commences, MaFiche maFiche, AgentCourant agentCourant, Journal journal, Clock horloge,
      ApplicationEventPublisher evenements) {
    this.base = base;
    this.suivis = suivis;
    this.rencontre = rencontre;
    this.rendezVous = rendezVous;
    this.commences = commences;
    this.maFiche = maFiche;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
    this.evenements = evenements;
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
    Optional<Referent> moi = maFiche.referent();
    c.verifier(aujourdhui);
    SuiviEnCours suivi = suivis.de(c.personneId(), aujourdhui)
        .orElseThrow(() -> new RefusMetier("PLUS_SUIVIE", "Personne ne suit plus cette personne, ou elle n'est plus dans ce que vous pouvez "
            + "consulter. Rien n'est noté : copiez votre texte si vous voulez le garder, et ouvrez son dossier pour voir ce qui a changé."));
    new Fautes().exiger(!c.le().isBefore(suivi.depuis()), "le", "CONTACT_AVANT_ORIENTATION",
        (suivi.parcours() == null ? "Son suivi a commencé le %s : un contact d'avant n'en est pas. Vérifiez le jour."
            : "Son orientation lui a été notifiée le %s : un contact d'avant n'est pas de ce suivi. Vérifiez le jour.")
            .formatted(Francais.date(suivi.depuis()))).lever();
    if (creneau != null && !agentCourant.perimetre().peut("RENDEZ_VOUS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet pas de donner un rendez-vous.");
    }
    verifierNouveau(c);
    boolean ecrit = base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, empechement, duree_minutes, dit, decide, referent_id, organisation_id, cle,
          saisi_par, saisi_le) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (cle) do nothing""")
        .params(c.personneId(), c.le(), c.genre().name(), c.presence().name(), c.presence() == EtatEntretien.EXCUSEE ? c.motif().name() : null,
            c.minutes(), c.dit().strip(), c.decide().strip(), moi.map(Referent::id).orElse(null), organisation(moi, suivi),
            c.cle(), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).update() == 1;
    if (!ecrit) {
      verifierQueCEstLui(c);
      commences.effacer(c.personneId());
      return;
    }
    if (c.genre().rencontre()) {
      rencontre.executer(c.personneId(), c.le(), c.presence(), c.motif(), suivi.organisationId());
    }
    if (creneau != null) {
      rendezVous.donner(c.personneId(), creneau);
    }
    commences.effacer(c.personneId());
    evenements.publishEvent(new ContactChange(c.personneId(), c.le()));
    journal.tracer("CONTACT_NOTE", c.personneId(), null, "%s, %s".formatted(c.genre().libelle(), Francais.date(c.le())));
  }

  /**
   * Whose note it is: her own organisation's, that of a partner who follows the person, nobody's for an agent of the Département without a record.
   */
  private Integer organisation(Optional<Referent> moi, SuiviEnCours suivi) {
    Perimetre p = agentCourant.perimetre();
    boolean partenaire = !p.partout() && p.territoires().isEmpty();
    return moi.map(Referent::organisationId).orElse(partenaire ? suivi.organisationId() : null);
  }

  /** The page of the form left and come back to has another number: what is the same in every word was noted already. */
  private void verifierNouveau(NouveauContact c) {
    boolean deja = base.sql("""
        select exists (select from accompagnement.contact where personne_id = ? and le = ? and genre = ? and presence = ? and dit = ? and decide = ?
          and saisi_par = ? and cle <> ? and retire_le is null)""").params(c.personneId(), c.le(), c.genre().name(), c.presence().name(), c.dit().strip(),
        c.decide().strip(), agentCourant.perimetre().agent(), c.cle()).query(Boolean.class).single();
    if (deja) {
      throw new RefusMetier("CONTACT_DEJA_NOTE",
          "Vous avez déjà noté ce contact, mot pour mot. S'il y en a eu deux ce jour-là, dites en un mot lequel.");
    }
  }

  /** The number of a form that served for something else: its text must not vanish behind a success. */
  private void verifierQueCEstLui(NouveauContact c) {
    boolean lui = base.sql("select exists (select from accompagnement.contact where cle = ? and personne_id = ? and dit = ? and decide = ?)")
        .params(c.cle(), c.personneId(), c.dit().strip(), c.decide().strip()).query(Boolean.class).single();
    if (!lui) {
      throw new FormulaireDejaServi();
    }
  }
}
