package fr.jalon.accompagnement.application;

import fr.jalon.accompagnement.domaine.GenreDeContact;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes contacts that took place before, many at once: they count for the rhythm of a follow-up, and change nothing else. Those of a spreadsheet say
 * which, and are taken back with it.
 */
@Service
public class ReprendreDesContacts {
  private final JdbcClient base;
  private final JdbcClient proprietaire;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  ReprendreDesContacts(JdbcClient base, @Qualifier("chargement") JdbcClient proprietaire, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.proprietaire = proprietaire;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /**
   * A contact of before.
   *
   * @param motif     why she was excused, or {@code null}; @param minutes its duration, or {@code null}
   * @param referent  who held it, or {@code null}; @param organisation who followed her then, or {@code null}
   * @param dit       what was said, may be empty; @param decide what was decided, may be empty
   */
  public record Contact(long personneId, LocalDate le, GenreDeContact genre, EtatEntretien presence, Empechement motif, Integer minutes, String dit,
      String decide, Integer referent, Integer organisation) {}

  /** @return how many were written */
  @Transactional
  public int executer(List<Contact> contacts) {
    return reprendre(contacts, null).size();
  }

  /** @param tableur name of the spreadsheet they come from, {@code null} for none; @return their numbers, in the order given */
  @Transactional
  public List<Long> reprendre(List<Contact> contacts, String tableur) {
    if (contacts.isEmpty()) {
      return List.of();
    }
    List<String> cles = contacts.stream().map(_ -> UUID.randomUUID().toString()).toList();
    Map<String, Long> ids = new HashMap<>();
    base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, empechement, duree_minutes, dit, decide, referent_id, organisation_id, cle,
          saisi_par, saisi_le, repris_de)
        select p, le::date, g, e, m, d, t, c, r, o, k::uuid, :par, :maintenant, :tableur from unnest(:personnes::bigint[], :jours::text[],
          :genres::text[], :presences::text[], :motifs::text[], :minutes::int[], :dits::text[], :decides::text[], :referents::int[],
          :organisations::int[], :cles::text[]) x (p, le, g, e, m, d, t, c, r, o, k) returning id, cle""")
        .param("par", agentCourant.perimetre().agent()).param("maintenant", OffsetDateTime.now(horloge)).param("tableur", tableur)
        .param("personnes", contacts.stream().map(Contact::personneId).toArray(Long[]::new)).param("jours", textes(contacts, c -> c.le().toString()))
        .param("genres", textes(contacts, c -> c.genre().name())).param("presences", textes(contacts, c -> c.presence().name()))
        .param("motifs", textes(contacts, c -> c.motif() == null ? null : c.motif().name()))
        .param("minutes", contacts.stream().map(Contact::minutes).toArray(Integer[]::new)).param("dits", textes(contacts, Contact::dit))
        .param("decides", textes(contacts, Contact::decide)).param("referents", contacts.stream().map(Contact::referent).toArray(Integer[]::new))
        .param("organisations", contacts.stream().map(Contact::organisation).toArray(Integer[]::new))
        .param("cles", cles.toArray(String[]::new)).query((RowCallbackHandler) l -> ids.put(l.getString("cle"), l.getLong("id")));
    return cles.stream().map(ids::get).toList();
  }

  /** Takes back contacts of a spreadsheet. @return those that stay: an agent said since that they were noted by mistake, and why */
  @Transactional
  public Set<Long> defaire(Collection<Long> contacts) {
    Long[] ids = contacts.toArray(Long[]::new);
    proprietaire.sql("delete from accompagnement.contact where id = any (?) and repris_de is not null and retire_le is null").param(ids).update();
    return new HashSet<>(proprietaire.sql("select id from accompagnement.contact where id = any (?)").param(ids).query(Long.class).list());
  }

  private static String[] textes(List<Contact> contacts, Function<Contact, String> quoi) {
    return contacts.stream().map(quoi).toArray(String[]::new);
  }
}
