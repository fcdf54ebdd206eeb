package fr.jalon.accompagnement.lecture;

import fr.jalon.accompagnement.domaine.FaitsDuSuivi;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.lecture.PersonnesARencontrer;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of those, among these persons, whom a référent follows. */
@Component
public class FaitsDesSuivis {
  private final JdbcClient base;
  private final PersonnesARencontrer rencontres;
  private final Clock horloge;

  FaitsDesSuivis(JdbcClient base, PersonnesARencontrer rencontres, Clock horloge) {
    this.base = base;
    this.rencontres = rencontres;
    this.horloge = horloge;
  }

  /** Two queries for all of them. @param jour today */
  @Transactional(readOnly = true)
  public List<FaitsDuSuivi> de(Collection<Long> personnes, LocalDate jour) {
    Set<Long> attendues = rencontres.attendues(personnes).keySet();
    return base.sql("""
        with elles as (
          select s.id, s.personne_id, s.parcours, (s.saisi_le at time zone :zone)::date as saisi_le, s.notifie_le, s.referent_id, coalesce(k.intensif, false) as intensif from orientation.suivi s
          left join lateral (select q.intensif from structures.referent_periode q where q.referent_id = s.referent_id and q.depuis <= :jour
            order by q.depuis desc limit 1) k on true
          where s.personne_id = any(:personnes::bigint[]) and s.etat = 'EN_COURS' and not s.a_poster and s.referent_id is not null)
        select e.personne_id, e.parcours, e.intensif, x.dernier, x.essai, x.essai_etat, v.jour as prevu_le, c.le as confiee_le, e.saisi_le
        from elles e
        left join (
          select h.personne_id, max(h.le) filter (where h.presence = 'PRESENTE') as dernier, max(h.le) as essai,
            (array_agg(h.presence order by h.le desc, (h.presence = 'PRESENTE') desc))[1] as essai_etat
          from accompagnement.echange h join elles y on y.personne_id = h.personne_id
          where h.personne_id = any(:personnes::bigint[]) and h.le between y.notifie_le and :jour group by 1) x on x.personne_id = e.personne_id
        left join (
          select p.personne_id, min(p.jour) as jour from (
            select n.personne_id, k.jour from rendezvous.entretien n join rendezvous.creneau k on k.id = n.creneau_id
              where n.personne_id = any(:personnes::bigint[]) and n.etat in ('CONVOQUEE', 'CONFIRMEE')
            union all
            select o.personne_id, s.jour from rendezvous.convocation o join rendezvous.session s on s.id = o.session_id
              where o.personne_id = any(:personnes::bigint[]) and o.etat in ('CONVOQUEE', 'CONFIRMEE')) p
          where p.jour >= :jour group by 1) v on v.personne_id = e.personne_id
        left join lateral (select g.le from orientation.changement_de_referent g where g.suivi_id = e.id and g.apres_id = e.referent_id
            and g.avant_id is not null order by g.le desc, g.id desc limit 1) c on true""")
        .param("personnes", personnes.toArray(Long[]::new)).param("jour", jour).param("zone", horloge.getZone().getId())
        .query((l, _) -> new FaitsDuSuivi(l.getLong("personne_id"), Parcours.valueOf(l.getString("parcours")), l.getBoolean("intensif"),
            l.getObject("dernier", LocalDate.class), l.getObject("essai", LocalDate.class),
            l.getString("essai_etat") == null ? null : EtatEntretien.valueOf(l.getString("essai_etat")), l.getObject("prevu_le", LocalDate.class),
            l.getObject("confiee_le", LocalDate.class),
            attendues.contains(l.getLong("personne_id")) ? null : l.getObject("saisi_le", LocalDate.class))).list();
  }
}
