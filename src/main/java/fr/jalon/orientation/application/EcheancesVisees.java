package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deadlines that the orientation alone does not end: those of the Département's delays (a référent named, a first meeting, the accompaniment
 * begun), and that of an orientation whose letter has not left. Their object is the entry. Set as the facts say, when a file moves the person and
 * each night: met the day of the fact, stopped while she is paused or her follow-up sleeps, void when she leaves. An entry is met by what
 * happened since it was received and while it was hers: not after she left, nor once she came back in another one. An orientation whose letter
 * never left met nothing.
 */
@Component
class EcheancesVisees {
  private static final String ETATS = """
      with faits as materialized (
        select x.objet_id, x.nature, x.etat, x.etat_depuis, e.etat as entree, e.etat_depuis as entree_depuis, s.etat as suivi, s.etat_depuis as suivi_depuis,
          case x.nature
            when 'ORIENTATION' then (select min(o.notifie_le) from orientation.suivi o where o.personne_id = e.personne_id and o.entree_id = e.id and o.notifie_le >= e.recu_le and not o.a_poster)
            when 'REFERENT' then (select min(case when coalesce(c.avant_id, case when c.suivi_id is null then o.referent_id end) is not null then o.notifie_le
                else (select min(d.le) from orientation.changement_de_referent d where d.suivi_id = o.id and d.apres_id is not null and d.le < b.borne) end)
              from orientation.suivi o left join lateral (select d.suivi_id, d.avant_id from orientation.changement_de_referent d where d.suivi_id = o.id
                order by d.le, d.id limit 1) c on true
              where o.personne_id = e.personne_id and o.notifie_le >= e.recu_le and o.notifie_le < b.borne and o.jusqua > o.notifie_le and not o.a_poster)
            else (select min(r.jour) from (
                select z.jour from rendezvous.convocation c join rendezvous.session z on z.id = c.session_id where c.personne_id = e.personne_id and c.etat = 'PRESENTE'
                union all
                select coalesce(z.jour, c.le) from rendezvous.entretien c left join rendezvous.creneau z on z.id = c.creneau_id where c.personne_id = e.personne_id and c.etat = 'PRESENTE') r
              where r.jour < b.borne and r.jour >= case x.nature when 'PREMIER_RENDEZ_VOUS' then e.recu_le else (select min(o.notifie_le) from orientation.suivi o
                where o.personne_id = e.personne_id and o.notifie_le >= e.recu_le and o.notifie_le < b.borne and o.jusqua > o.notifie_le and not o.a_poster) end) end as fait_le
        from echeances.echeance x join orientation.entree e on e.id = x.objet_id
        cross join lateral (select least(coalesce((select min(n.recu_le) from orientation.entree n where n.personne_id = e.personne_id and n.recu_le > e.recu_le), 'infinity'),
          case when e.etat = 'SORTIE' then e.etat_depuis + 1 else 'infinity'::date end) as borne) b
        left join lateral (select o.etat, o.etat_depuis from orientation.suivi o where o.personne_id = e.personne_id and o.notifie_le >= e.recu_le
          and o.notifie_le < b.borne and o.jusqua > o.notifie_le order by o.id desc limit 1) s on true
        where (x.nature in ('REFERENT', 'PREMIER_RENDEZ_VOUS', 'ACCOMPAGNEMENT') or x.nature = 'ORIENTATION' and e.etat = 'ORIENTEE') and (:personnes::bigint[] is null or x.personne_id = any(:personnes::bigint[]))
      ), dits as (
        select f.*, case when fait_le is not null then 'TENUE' when entree = 'SORTIE' or entree = 'ORIENTEE' and coalesce(suivi, 'CLOS') = 'CLOS' then 'CADUQUE'
            when entree = 'SUSPENDUE' or entree = 'ORIENTEE' and suivi = 'EN_VEILLE' then 'SUSPENDUE' else 'OUVERTE' end as vers,
          coalesce(fait_le, case when entree = 'ORIENTEE' then suivi_depuis end, entree_depuis) as le
        from faits f
      )
      select objet_id as objet, nature, etat, vers, le from dits where vers <> etat or vers = 'TENUE' and le <> etat_depuis""";
  private final JdbcClient base;
  private final Echeances echeances;
  private final RepriseDesDelais reprise;

  EcheancesVisees(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") Echeances echeances, RepriseDesDelais reprise) {
    this.base = base;
    this.echeances = echeances;
    this.reprise = reprise;
  }

  private record Ecart(long objet, String nature, String etat, String vers, LocalDate le) {}

  private record Lot(String nature, String etat, String vers, LocalDate le) {}

  /** @param personnes only theirs; {@code null} = all. @return how many changed */
  int mettreAJour(Collection<Long> personnes) {
    List<Ecart> ecarts = base.sql(ETATS).param("personnes", personnes == null ? null : personnes.stream().mapToLong(Long::longValue).toArray())
        .query(Ecart.class).list();
    Map<Lot, List<Long>> lots = ecarts.stream().collect(Collectors.groupingBy(e -> new Lot(e.nature(), e.etat(), e.vers(), e.le()),
        Collectors.mapping(Ecart::objet, Collectors.toList())));
    return lots.entrySet().stream().mapToInt(e -> passer(e.getKey(), e.getValue())).sum();
  }

  private int passer(Lot lot, List<Long> objets) {
    boolean finie = lot.etat().equals("TENUE") || lot.etat().equals("CADUQUE");
    if (finie && !lot.vers().equals(lot.etat())) {
      // what closed it was undone
      echeances.rouvrir(lot.nature(), objets, lot.le());
    } else if (lot.etat().equals("SUSPENDUE")) {
      reprise.executer(echeances, lot.nature(), objets, lot.le());
    }
    return switch (lot.vers()) {
      case "TENUE" -> lot.etat().equals("TENUE") ? echeances.redater(lot.nature(), objets, lot.le())
          : echeances.tenir(lot.nature(), objets, lot.le());
      case "CADUQUE" -> echeances.rendreCaduque(lot.nature(), objets, lot.le());
      case "SUSPENDUE" -> echeances.suspendre(lot.nature(), objets, lot.le());
      default -> objets.size();
    };
  }
}
