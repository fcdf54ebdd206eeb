package fr.jalon.engagement.lecture;

import fr.jalon.parametres.Parametres;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the contracts of those who were followed before the law are: they are to be signed by the end of the transition (loi n° 2023-1196), counted
 * on the register of deadlines, whose follow-up is still theirs.
 */
@Component
public class CampagneDesContrats {
  private static final int SEMAINE = 7;
  private static final String LIGNES = """
      with stock as (
        select s.personne_id, s.organisation_id, s.referent_id, p.territoire_id, x.etat, coalesce(c.refuse, false) as refuse
        from orientation.suivi s
        join echeances.echeance x on x.nature = 'CONTRAT_ENGAGEMENT' and x.objet_id = s.id and x.etat in ('OUVERTE', 'TENUE')
        join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
        left join lateral (select true as refuse from engagement.contrat k where k.personne_id = s.personne_id and k.etat = 'REFUSE' limit 1) c on true
        where s.etat <> 'CLOS' and s.notifie_le < :loi::date
          and (:territoire::int is null or p.territoire_id = :territoire) and (not :miennes or s.referent_id = (select structures.mon_referent()))
      )
      """;
  private static final String COMPTES = "count(*)::int as total, (count(*) filter (where k.etat = 'TENUE'))::int as signes, "
      + "(count(*) filter (where k.etat = 'OUVERTE' and k.refuse))::int as refuses ";
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  CampagneDesContrats(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /**
   * A référent, an organisation without one, or a territory.
   *
   * @param id of the référent or of the territory, {@code null} for none; @param nom as shown, {@code null} for none
   * @param organisationId, organisation of a référent, {@code null} for a territory; @param signes among all; @param refuses among those left
   */
  public record Ligne(Integer id, String nom, Integer organisationId, String organisation, int total, int signes, int refuses) {
    /** Not signed. */
    public int restent() {
      return total - signes;
    }

    /** Signed, in whole percents, never 100 while one is left. */
    public int pourcent() {
      return total == 0 ? 100 : (int) Math.floor(100.0 * signes / total);
    }

    /** How many to sign each week to be in time. */
    public int parSemaine(long semaines) {
      return (int) Math.ceil(restent() / (double) Math.max(1, semaines));
    }
  }

  /** The campaign at a day. @param du first day of the law; @param limite its last day; @param semaines left, 0 once past */
  public record Campagne(LocalDate du, LocalDate limite, long semaines, boolean passee, Ligne ensemble, List<Ligne> referents,
      List<Ligne> territoires) {}

  /** @param territoire id, {@code null} or 0 for all; @param miennes those whom the agent at work follows alone; empty before the law */
  @Transactional(readOnly = true)
  public Optional<Campagne> lire(Integer territoire, boolean miennes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return parametres.chercher("engagement.stock", aujourdhui).map(v -> {
      LocalDate limite = v.depuis().plus(v.duree());
      Map<String, Object> p = new HashMap<>();
      p.put("loi", v.depuis());
      p.put("territoire", MaFiche.choisi(territoire));
      p.put("miennes", miennes);
      List<Ligne> referents = base.sql(LIGNES + """
          select f.id, f.nom, o.id as organisation_id, o.nom as organisation,\s""" + COMPTES + """
          from stock k join structures.organisation o on o.id = k.organisation_id left join structures.referent f on f.id = k.referent_id
          group by f.id, f.nom, o.id, o.nom
          order by count(*) filter (where k.etat = 'OUVERTE') desc, o.nom, f.nom nulls first""").params(p).query(Ligne.class).list();
      List<Ligne> territoires = base.sql(LIGNES + """
          select t.id, t.nom, null::int as organisation_id, null::text as organisation,\s""" + COMPTES + """
          from stock k left join structures.territoire t on t.id = k.territoire_id group by t.id, t.nom, t.ordre order by t.ordre nulls last""")
          .params(p).query(Ligne.class).list();
      Ligne ensemble = new Ligne(null, null, null, null, referents.stream().mapToInt(Ligne::total).sum(),
          referents.stream().mapToInt(Ligne::signes).sum(), referents.stream().mapToInt(Ligne::refuses).sum());
      long jours = ChronoUnit.DAYS.between(aujourdhui, limite) + 1;
      return new Campagne(v.depuis(), limite, Math.max(0, (jours + SEMAINE - 1) / SEMAINE), jours <= 0, ensemble, referents, territoires);
    });
  }
}
