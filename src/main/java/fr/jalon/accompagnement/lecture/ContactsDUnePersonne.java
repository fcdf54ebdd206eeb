package fr.jalon.accompagnement.lecture;

import fr.jalon.accompagnement.domaine.GenreDeContact;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was noted of the contacts with a person. */
@Component
public class ContactsDUnePersonne {
  private final JdbcClient base;
  private final Clock horloge;

  ContactsDUnePersonne(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /**
   * A contact.
   *
   * @param motif      why she was excused, or {@code null}; @param minutes its duration, or {@code null}
   * @param saisiPar   account of who noted it; @param auteur the same as shown
   * @param retirePar  who took it back, {@code null} while it stands; @param retireMotif why
   * @param reprisDe   spreadsheet it was taken over from, {@code null} when it was noted here; @param tenuPar référent who held it then, if known
   */
  public record Contact(long id, LocalDate le, GenreDeContact genre, EtatEntretien presence, Empechement motif, Integer minutes, String dit,
      String decide, String saisiPar, String auteur, OffsetDateTime saisiLe, String retirePar, String retireMotif, String reprisDe,
      String tenuPar) {
    /** True once it was taken back. */
    public boolean retire() {
      return retirePar != null;
    }
  }

  /** Those known on a day, the latest first; one taken back since is as it was. */
  @Transactional(readOnly = true)
  public List<Contact> tous(long personneId, LocalDate au) {
    return base.sql("""
        select id, le, genre, presence, empechement, duree_minutes, dit, decide, saisi_par, habilitations.nom_agent(saisi_par) as auteur, saisi_le,
          case when (retire_le at time zone :zone)::date <= :au then habilitations.nom_agent(retire_par) end as retire_par, retire_motif, repris_de,
          case when repris_de is not null then (select r.nom from structures.referent r where r.id = referent_id) end as tenu_par
        from accompagnement.contact where personne_id = :personne and (saisi_le at time zone :zone)::date <= :au order by le desc, id desc""")
        .param("personne", personneId).param("au", au).param("zone", horloge.getZone().getId())
        .query((l, _) -> new Contact(l.getLong("id"), l.getObject("le", LocalDate.class), GenreDeContact.valueOf(l.getString("genre")),
            EtatEntretien.valueOf(l.getString("presence")),
            l.getString("empechement") == null ? null : Empechement.valueOf(l.getString("empechement")),
            (Integer) l.getObject("duree_minutes"), l.getString("dit"), l.getString("decide"), l.getString("saisi_par"), l.getString("auteur"),
            l.getObject("saisi_le", OffsetDateTime.class), l.getString("retire_par"), l.getString("retire_motif"),
            l.getString("repris_de"), l.getString("tenu_par"))).list();
  }
}
