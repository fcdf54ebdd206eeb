package fr.jalon.accompagnement.application;

import fr.jalon.accompagnement.domaine.GenreDeContact;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes contacts that took place before, many at once: they count for the rhythm of a follow-up, and change nothing else. */
@Service
public class ReprendreDesContacts {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  ReprendreDesContacts(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /**
   * A contact of before.
   *
   * @param motif     why she was excused, or {@code null}; @param minutes its duration, or {@code null}
   * @param referent  who held it, or {@code null}; @param organisation who followed her then
   * @param dit       what was said, may be empty; @param decide what was decided, may be empty
   */
  public record Contact(long personneId, LocalDate le, GenreDeContact genre, EtatEntretien presence, Empechement motif, Integer minutes, String dit,
      String decide, Integer referent, int organisation) {}

  /** @return how many were written */
  @Transactional
  public int executer(List<Contact> contacts) {
    return contacts.isEmpty() ? 0 : base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, empechement, duree_minutes, dit, decide, referent_id, organisation_id, cle,
          saisi_par, saisi_le)
        select p, le::date, g, e, m, d, t, c, r, o, k::uuid, :par, :maintenant from unnest(:personnes::bigint[], :jours::text[], :genres::text[],
          :presences::text[], :motifs::text[], :minutes::int[], :dits::text[], :decides::text[], :referents::int[], :organisations::int[], :cles::text[])
          x (p, le, g, e, m, d, t, c, r, o, k)""")
        .param("par", agentCourant.perimetre().agent()).param("maintenant", OffsetDateTime.now(horloge))
        .param("personnes", contacts.stream().map(Contact::personneId).toArray(Long[]::new)).param("jours", textes(contacts, c -> c.le().toString()))
        .param("genres", textes(contacts, c -> c.genre().name())).param("presences", textes(contacts, c -> c.presence().name()))
        .param("motifs", textes(contacts, c -> c.motif() == null ? null : c.motif().name()))
        .param("minutes", contacts.stream().map(Contact::minutes).toArray(Integer[]::new)).param("dits", textes(contacts, Contact::dit))
        .param("decides", textes(contacts, Contact::decide)).param("referents", contacts.stream().map(Contact::referent).toArray(Integer[]::new))
        .param("organisations", contacts.stream().map(Contact::organisation).toArray(Integer[]::new))
        .param("cles", textes(contacts, _ -> UUID.randomUUID().toString())).update();
  }

  private static String[] textes(List<Contact> contacts, Function<Contact, String> quoi) {
    return contacts.stream().map(quoi).toArray(String[]::new);
  }
}
