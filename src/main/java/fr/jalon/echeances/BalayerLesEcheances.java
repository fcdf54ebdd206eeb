package fr.jalon.echeances;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The daily sweep: each room sets its deadlines right, then the day's counts are kept, so that nobody can be forgotten in silence. */
@Service
public class BalayerLesEcheances {
  private final ObjectProvider<Balayage> balayages;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final AgentSysteme systeme;
  private final Parametres parametres;
  private final Clock horloge;

  BalayerLesEcheances(ObjectProvider<Balayage> balayages, JdbcClient base, TransactionTemplate transaction,
      AgentSysteme systeme, Parametres parametres,
      Clock horloge) {
    this.balayages = balayages;
    this.base = base;
    this.transaction = transaction;
    this.systeme = systeme;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /**
   * How many deadlines of a nature stand how.
   *
   * @param situation EN_RETARD, PROCHE, A_TEMPS or SUSPENDUE
   */
  public record Compte(String nature, String situation, int nombre) {}

  /** What a sweep did. @param changees deadlines set right; @param comptes in the order of urgency */
  public record Bilan(LocalDate jour, int changees, List<Compte> comptes) {}

  /** Sweeps at the day of the clock; again the same day: the counts are replaced. @param nom who asked, as the journal names it */
  public Bilan executer(String nom) {
    LocalDate jour = LocalDate.now(horloge);
    return systeme.agir(nom, () -> transaction.execute(_ -> {
      int changees = balayages.orderedStream().mapToInt(b -> b.balayer(jour)).sum();
      compter(jour);
      ajouter(jour, balayages.orderedStream().flatMap(b -> b.restes(jour).stream()).toList());
      return new Bilan(jour, changees, comptes(jour));
    }));
  }

  /** True when the day of the clock has its counts. */
  public boolean faitAujourdhui() {
    return systeme.agir("balayage", () -> transaction.execute(_ -> base.sql("select exists (select from echeances.releve where jour = ?)")
        .param(LocalDate.now(horloge)).query(Boolean.class).single()));
  }

  private void compter(LocalDate jour) {
    base.sql("update echeances.releve set nombre = 0 where jour = ?").param(jour).update();
    base.sql("""
        insert into echeances.releve (jour, nature, territoire_id, situation, nombre)
        select :jour, nature, territoire_id, case when etat = 'SUSPENDUE' then 'SUSPENDUE'
            when :jour > coalesce(limite_legale, cible) then 'EN_RETARD'
            when :jour > cible or least(cible, limite_legale) - :jour::date <= :proche then 'PROCHE' else 'A_TEMPS' end, count(*)
        from echeances.echeance where etat in ('OUVERTE', 'SUSPENDUE') group by 1, 2, 3, 4
        on conflict (jour, nature, coalesce(territoire_id, 0), situation) do update set nombre = excluded.nombre""")
        .param("jour", jour).param("proche", parametres.jours("echeances.proche_jours", jour)).update();
  }

  private void ajouter(LocalDate jour, List<Balayage.Reste> restes) {
    base.sql("""
        insert into echeances.releve (jour, nature, territoire_id, situation, nombre)
        select :jour, r.nature, r.territoire, 'EN_RETARD', r.nombre from unnest(:natures::text[], :territoires::int[], :nombres::int[]) r(nature, territoire, nombre)
        on conflict (jour, nature, coalesce(territoire_id, 0), situation) do update set nombre = excluded.nombre""")
        .param("jour", jour).param("natures", restes.stream().map(Balayage.Reste::nature).toArray(String[]::new))
        .param("territoires", restes.stream().map(Balayage.Reste::territoire).toArray(Integer[]::new))
        .param("nombres", restes.stream().mapToInt(Balayage.Reste::nombre).toArray()).update();
  }

  private List<Compte> comptes(LocalDate jour) {
    return base.sql("""
        select nature, situation, sum(nombre)::int as nombre from echeances.releve where jour = ? and nombre > 0
        group by 1, 2 order by 1, array_position(array['EN_RETARD', 'PROCHE', 'A_TEMPS', 'SUSPENDUE'], situation)""").param(jour).query(Compte.class).list();
  }
}
