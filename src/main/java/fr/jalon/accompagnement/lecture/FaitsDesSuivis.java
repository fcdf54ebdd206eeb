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
  /**
   * What is known on {@code :jour} of each row of {@code suivis}, itself of {@code accompagnement.suivie}: written once, for one person or a list.
   */
  static final String FAITS = """
       faits as (
        select s.*, (s.saisi_le at time zone :zone)::date as suivi_ici_le,
          greatest(s.notifie_le, (s.saisi_le at time zone :zone)::date) as connue_le, k.entre_le as intensif_depuis, x.dernier, x.essai, x.essai_etat,
          v.jour as prevu_le, c.le as confiee_le
        from suivis s
        left join lateral (select i.entre_le from accompagnement.intensif i where i.personne_id = s.personne_id and i.referent_id = s.referent_id and i.etat = 'EN_COURS'
            and i.entre_le <= :jour and exists (select from structures.portefeuille_intensif q where q.referent_id = i.referent_id and q.debut <= :jour
              and coalesce(q.fin, 'infinity') > :jour)) k on true
        left join lateral (
          select max(h.le) filter (where h.presence = 'PRESENTE') as dernier, max(h.le) as essai,
            (array_agg(h.presence order by h.le desc, (h.presence = 'PRESENTE') desc))[1] as essai_etat
          from accompagnement.echange h where h.personne_id = s.personne_id and h.le between s.notifie_le and :jour) x on true
        left join lateral (select min(p.jour) as jour from rendezvous.prevu p where p.personne_id = s.personne_id and p.donne and p.jour >= :jour) v on true
        left join lateral (select g.le from orientation.changement_advenu g where g.suivi_id = s.suivi_id and g.apres_id = s.referent_id
            and g.avant_id is not null order by g.le desc, g.id desc limit 1) c on true
      )
      """;
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
    return base.sql("with suivis as (select * from accompagnement.suivie where personne_id = any(:personnes::bigint[]) and referent_id is not null),"
        + FAITS + "select * from faits")
        .param("personnes", personnes.toArray(Long[]::new)).param("jour", jour).param("zone", horloge.getZone().getId())
        .query((l, _) -> new FaitsDuSuivi(l.getLong("personne_id"), l.getString("parcours") == null ? null
            : Parcours.valueOf(l.getString("parcours")), l.getObject("intensif_depuis", LocalDate.class),
            l.getObject("dernier", LocalDate.class), l.getObject("essai", LocalDate.class),
            l.getString("essai_etat") == null ? null : EtatEntretien.valueOf(l.getString("essai_etat")), l.getObject("prevu_le", LocalDate.class),
            l.getObject("confiee_le", LocalDate.class),
            attendues.contains(l.getLong("personne_id")) ? null : l.getObject("suivi_ici_le", LocalDate.class),
            l.getObject("connue_le", LocalDate.class))).list();
  }
}
