package fr.jalon.engagement.application;

import fr.jalon.engagement.ActiviteRealisee;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes among hours done those that other rooms prove ({@link ActiviteRealisee}), and takes back those they prove no more. By the owner's door: who
 * reads the hours of a person may not read what proves them. Doing it twice changes nothing.
 */
@Component
public class RecueillirLesHeures {
  private static final String PROUVEES = "prouvees as materialized (select q.personne_id, q.jour, q.activite, q.minutes, q.reference from (%s) q where q.minutes > 0)";
  private final List<ActiviteRealisee> sources;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  RecueillirLesHeures(List<ActiviteRealisee> sources, @Qualifier("chargement") JdbcClient base,
      @Qualifier("chargement") TransactionTemplate transaction, Clock horloge) {
    this.sources = sources;
    this.base = base;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  /** @param personnes {@code null} for everyone; @param premier, dernier days; @return how many rows were written or taken back */
  public int executer(Collection<Long> personnes, LocalDate premier, LocalDate dernier) {
    return transaction.execute(_ -> sources.stream().mapToInt(s -> recueillir(s, personnes, premier, dernier)).sum());
  }

  private int recueillir(ActiviteRealisee s, Collection<Long> personnes, LocalDate premier, LocalDate dernier) {
    Map<String, Object> p = new HashMap<>();
    p.put("source", s.source());
    p.put("premier", premier);
    p.put("dernier", dernier);
    p.put("personnes", personnes == null ? null : personnes.toArray(Long[]::new));
    p.put("maintenant", OffsetDateTime.now(horloge));
    String prouvees = PROUVEES.formatted(s.sql());
    // who collects at once writes nothing twice: what counts has one row by proof (heure_prouvee_une)
    int retirees = base.sql("with " + prouvees + """

        update engagement.heure h set annulee_le = :maintenant, annulee_par = 'Jalon', annulee_motif = 'Ce qui la prouvait a changé'
        where h.source = :source and h.annulee_le is null and h.jour between :premier and :dernier
          and (:personnes::bigint[] is null or h.personne_id = any(:personnes::bigint[]))
          and not exists (select from prouvees q where q.reference = h.reference and q.personne_id = h.personne_id and q.jour = h.jour
            and q.activite = h.activite and q.minutes = h.minutes)""").params(p).update();
    return retirees + base.sql("with " + prouvees + """

        insert into engagement.heure (personne_id, lundi, jour, activite, minutes, sante, source, reference, saisie_par, saisie_le)
        select q.personne_id, date_trunc('week', q.jour::timestamp)::date, q.jour, q.activite, q.minutes, false, :source, q.reference, 'Jalon', :maintenant
        from prouvees q join allocataires.personne p on p.id = q.personne_id and p.fusionnee_dans is null
        on conflict (source, reference) where annulee_le is null and reference is not null do nothing""").params(p).update();
  }
}
