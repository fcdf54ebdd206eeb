package fr.jalon.rendezvous.application;

import fr.jalon.rendezvous.FaitConstate;
import fr.jalon.rendezvous.RendezVousConstates;
import fr.jalon.rendezvous.domaine.NatureDeFait;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the facts in step with what is noted: an absence, an excuse, a paper missing. A correction takes a fact back, and both stay readable. */
@Component
class Constater {
  private static final String VOULUS = """
      with voulus as (
        select c.id, c.personne_id, c.session_id, s.jour, 'ABSENCE_NON_EXCUSEE' as nature, '' as detail
        from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id where c.id = any(:ids::bigint[]) and c.etat = 'ABSENTE'
        union all
        select c.id, c.personne_id, c.session_id, s.jour, 'ABSENCE_EXCUSEE', coalesce(c.motif, '')
        from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id where c.id = any(:ids::bigint[]) and c.etat = 'EXCUSEE'
        union all
        select c.id, c.personne_id, c.session_id, s.jour, 'PIECE_MANQUANTE', p
        from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id cross join unnest(c.pieces_manquantes) p
        where c.id = any(:ids::bigint[]) and c.etat = 'PRESENTE'
        union all
        select e.id, e.personne_id, null::bigint, coalesce(c.jour, e.le), 'ABSENCE_NON_EXCUSEE', ''
        from rendezvous.entretien e left join rendezvous.creneau c on c.id = e.creneau_id where e.id = any(:ids::bigint[]) and e.etat = 'ABSENTE'
        union all
        select e.id, e.personne_id, null::bigint, coalesce(c.jour, e.le), 'ABSENCE_EXCUSEE', coalesce(e.motif, '')
        from rendezvous.entretien e left join rendezvous.creneau c on c.id = e.creneau_id where e.id = any(:ids::bigint[]) and e.etat = 'EXCUSEE')
      """;
  private final JdbcClient base;
  private final RegistreDesConvocations registre;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  Constater(JdbcClient base, RegistreDesConvocations registre, ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /** @param convocations numbers of convocations, or of interviews: one numbering */
  void executer(Collection<Long> convocations) {
    if (convocations.isEmpty()) {
      return;
    }
    List<FaitConstate> faits = new ArrayList<>(ecrire("""
        update rendezvous.fait f set retire_le = :maintenant, retire_par = :par where f.convocation_id = any(:ids::bigint[]) and f.retire_le is null
          and not exists (select from voulus v where v.id = f.convocation_id and v.nature = f.nature and v.detail = f.detail)
        returning personne_id, convocation_id, nature, detail, le""", convocations, true));
    faits.addAll(ecrire("""
        insert into rendezvous.fait (personne_id, convocation_id, session_id, nature, detail, le, constate_par, constate_le)
        select v.personne_id, v.id, v.session_id, v.nature, v.detail, v.jour, :par, :maintenant from voulus v
        on conflict (convocation_id, nature, detail) where retire_le is null do nothing
        returning personne_id, convocation_id, nature, detail, le""", convocations, false));
    faits.forEach(evenements::publishEvent);
    evenements.publishEvent(new RendezVousConstates(List.copyOf(convocations)));
  }

  private List<FaitConstate> ecrire(String ordre, Collection<Long> convocations, boolean retire) {
    RowMapper<FaitConstate> fait = (l, _) -> new FaitConstate(l.getLong("personne_id"), l.getLong("convocation_id"),
        NatureDeFait.valueOf(l.getString("nature")),
        l.getString("detail"), l.getObject("le", LocalDate.class), retire);
    return base.sql(VOULUS + ordre).param("ids", RegistreDesConvocations.tableau(convocations)).param("par", registre.par())
        .param("maintenant", OffsetDateTime.now(horloge)).query(fait).list();
  }
}
