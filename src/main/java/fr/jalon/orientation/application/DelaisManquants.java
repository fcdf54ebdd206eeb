package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.orientation.domaine.DelaiVise;
import fr.jalon.orientation.domaine.FinDuDelai;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens the deadlines of the Département's delays for those who entered before there were any: an older version, a delay typed since. Who waits
 * gets it whatever its limit; who is followed, while it runs: past, nobody wrote then what would have met it.
 */
@Component
class DelaisManquants {
  private static final List<FinDuDelai> A_PART = Arrays.stream(FinDuDelai.values()).filter(f -> f != FinDuDelai.ORIENTATION).toList();
  private final JdbcClient base;
  private final Echeances echeances;
  private final DelaisDuDepartement delais;

  DelaisManquants(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") Echeances echeances, DelaisDuDepartement delais) {
    this.base = base;
    this.echeances = echeances;
    this.delais = delais;
  }

  private record Entree(long id, long personneId, LocalDate recuLe, LocalDate reference, String etat) {}

  /** @return how many were opened; what the facts say of them since is written by {@link EcheancesVisees} */
  int ouvrir(LocalDate jour) {
    return A_PART.stream().mapToInt(fin -> ouvrir(fin, jour)).sum();
  }

  private int ouvrir(FinDuDelai fin, LocalDate jour) {
    Map<LocalDate, List<Entree>> parReception = base.sql("""
        select e.id, e.personne_id, e.recu_le, e.reference, e.etat from orientation.entree e
        where (e.etat in ('EN_ATTENTE', 'SUSPENDUE') or e.etat = 'ORIENTEE' and e.recu_le > :jour::date - interval '12 months'
            and exists (select from orientation.suivi s where s.entree_id = e.id and s.etat <> 'CLOS'))
          and not exists (select from echeances.echeance x where x.nature = :nature and x.objet_id = e.id)""")
        .param("jour", jour).param("nature", fin.name()).query(Entree.class).list().stream().collect(Collectors.groupingBy(Entree::recuLe));
    return parReception.entrySet().stream().mapToInt(e -> delais.au(e.getKey()).stream().filter(d -> d.fin() == fin).findFirst()
        .map(d -> echeances.ouvrir(fin.name(), ouvertures(d, e.getValue(), jour))).orElse(0)).sum();
  }

  private static List<Echeances.Ouverture> ouvertures(DelaiVise d, List<Entree> entrees, LocalDate jour) {
    return entrees.stream().filter(e -> !e.etat().equals("ORIENTEE") || !d.limite(e.recuLe(), e.reference()).isBefore(jour))
        .map(e -> new Echeances.Ouverture(e.personneId(), e.id(), d.depart().jour(e.recuLe(), e.reference()), null, null,
        d.limite(e.recuLe(), e.reference()), d.reference(), d.cle())).toList();
  }
}
