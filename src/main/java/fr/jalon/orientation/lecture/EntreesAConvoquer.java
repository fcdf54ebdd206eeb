package fr.jalon.orientation.lecture;

import fr.jalon.rendezvous.PersonnesEnAttente;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The new entrants nobody expects at an information collective or at an interview to come, nor met at a session. */
@Component
class EntreesAConvoquer implements PersonnesEnAttente {
  private final JdbcClient base;
  private final Clock horloge;
  private final PersonnesAConvoquer personnes;

  EntreesAConvoquer(JdbcClient base, PersonnesAConvoquer personnes, Clock horloge) {
    this.personnes = personnes;
    this.base = base;
    this.horloge = horloge;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Integer, Integer> aConvoquer() {
    Map<Integer, Integer> parTerritoire = new HashMap<>();
    base.sql("""
        select e.territoire_id, count(*) from orientation.entree e where e.etat = 'EN_ATTENTE' and e.territoire_id is not null
          and not exists (select from orientation.suivi s where s.personne_id = e.personne_id and s.etat <> 'CLOS')
          and not exists (select from rendezvous.convocation c join rendezvous.session z on z.id = c.session_id
            where c.personne_id = e.personne_id and z.jour >= e.recu_le and c.etat in ('CONVOQUEE', 'CONFIRMEE', 'PRESENTE'))
          and not exists (select from rendezvous.entretien n left join rendezvous.creneau k on k.id = n.creneau_id
            where n.personne_id = e.personne_id and n.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE') and coalesce(k.jour, n.code_expire_le) >= :aujourdhui)
        group by 1""").param("aujourdhui", LocalDate.now(horloge)).query((RowCallbackHandler) l -> parTerritoire.put(l.getInt(1), l.getInt(2)));
    return parTerritoire;
  }

  @Override
  public Map<Long, LocalDate> limites(Collection<Long> ids) {
    return personnes.lire(List.copyOf(ids)).stream().filter(l -> l.personne().limite() != null)
        .collect(Collectors.toMap(l -> l.personne().id(), l -> l.personne().limite()));
  }
}
