package fr.jalon.echeances;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The door of the register. There are two of them, as for PostgreSQL: the agents' one, and the loading one
 * ({@code @Qualifier("chargement")}). Every command joins the transaction of its caller and touches many deadlines at once; a command
 * on a deadline whose state does not allow it (see {@link EtatEcheance#suivants()}) leaves it as it is and does not count it.
 */
public class Echeances {
  private static final RowMapper<Echeance> LIGNE = (l, _) -> new Echeance(l.getLong("id"), l.getString("nature"), l.getLong("personne_id"),
      l.getLong("objet_id"), l.getObject("depart", LocalDate.class), l.getObject("limite_legale", LocalDate.class), l.getString("reference_legale"),
      l.getObject("cible", LocalDate.class), l.getString("reference_cible"), EtatEcheance.valueOf(l.getString("etat")),
      l.getObject("etat_depuis", LocalDate.class));
  private final JdbcClient base;

  Echeances(JdbcClient base) {
    this.base = base;
  }

  /**
   * A deadline to open.
   *
   * @param objetId row of the room that opens it: one deadline of a nature for one object
   * @param limiteLegale, cible at least one is given
   * @param cleCible        parameter that sets the target, {@code null} when none does
   */
  public record Ouverture(long personneId, long objetId, LocalDate depart, LocalDate limiteLegale, String referenceLegale, LocalDate cible,
      String referenceCible, String cleCible) {
    /** Refuses a deadline without any date. */
    public Ouverture {
      if (limiteLegale == null && cible == null) {
        throw new IllegalArgumentException("Une échéance a une limite légale ou une cible.");
      }
    }

    /** One whose target, if any, comes from no parameter. */
    public Ouverture(long personneId, long objetId, LocalDate depart, LocalDate limiteLegale, String referenceLegale, LocalDate cible,
        String referenceCible) {
      this(personneId, objetId, depart, limiteLegale, referenceLegale, cible, referenceCible, null);
    }
  }

  /** New dates of a deadline that runs again; {@code null} when there was none. */
  public record Reprise(long objetId, LocalDate limiteLegale, LocalDate cible) {}

  /** Opens deadlines; one that exists for the same object starts again with the new dates. @return how many */
  public int ouvrir(String nature, List<Ouverture> ouvertures) {
    if (ouvertures.isEmpty()) {
      return 0;
    }
    return base.sql("""
        insert into echeances.echeance as e (nature, personne_id, objet_id, depart, limite_legale, reference_legale, cible, reference_cible, cible_cle,
          etat, etat_depuis, territoire_id, organisation_ids)
        select :nature, o.personne, o.objet, o.depart, o.limite, o.reference_limite, o.cible, o.reference_cible, o.cible_cle, 'OUVERTE', o.depart,
          p.territoire_id, p.organisation_ids
        from unnest(:personnes::bigint[], :objets::bigint[], :departs::date[], :limites::date[], :references_limites::text[], :cibles::date[],
          :references_cibles::text[], :cles_cibles::text[]) o(personne, objet, depart, limite, reference_limite, cible, reference_cible, cible_cle)
        join allocataires.personne p on p.id = o.personne
        on conflict (nature, objet_id) do update set depart = excluded.depart, limite_legale = excluded.limite_legale,
          reference_legale = excluded.reference_legale, cible = excluded.cible, reference_cible = excluded.reference_cible, cible_cle = excluded.cible_cle,
          etat = 'OUVERTE', etat_depuis = excluded.depart""")
        .param("nature", nature)
        .param("personnes", ouvertures.stream().mapToLong(Ouverture::personneId).toArray())
        .param("objets", ouvertures.stream().mapToLong(Ouverture::objetId).toArray())
        .param("departs", dates(ouvertures, Ouverture::depart))
        .param("limites", dates(ouvertures, Ouverture::limiteLegale))
        .param("references_limites", ouvertures.stream().map(Ouverture::referenceLegale).toArray(String[]::new))
        .param("cibles", dates(ouvertures, Ouverture::cible))
        .param("references_cibles", ouvertures.stream().map(Ouverture::referenceCible).toArray(String[]::new))
        .param("cles_cibles", ouvertures.stream().map(Ouverture::cleCible).toArray(String[]::new))
        .update();
  }

  /** Stops delays that run: what was met stays met. */
  public int suspendre(String nature, Collection<Long> objets, LocalDate le) {
    return passer(nature, objets, List.of(EtatEcheance.OUVERTE.name()), EtatEcheance.SUSPENDUE, le);
  }

  /** What was due was done. */
  public int tenir(String nature, Collection<Long> objets, LocalDate le) {
    return passer(nature, objets, EtatEcheance.TENUE, le);
  }

  /** What was done was done on another day: the deadline stays met. */
  public int redater(String nature, Collection<Long> objets, LocalDate le) {
    return objets.isEmpty() ? 0
        : base.sql("update echeances.echeance set etat_depuis = :le where nature = :nature and objet_id = any(:objets::bigint[]) and etat = 'TENUE'")
        .param("le", le).param("nature", nature).param("objets", tableau(objets)).update();
  }

  /** What met them was a mistake: they stand again as they stood before, since the day they did and with the dates they had. */
  public int annulerLaTenue(String nature, Collection<Long> objets) {
    return objets.isEmpty() ? 0 : base.sql("""
        update echeances.echeance x set etat = h.etat, etat_depuis = h.le, limite_legale = h.limite_legale, cible = h.cible
        from (select distinct on (i.echeance_id) i.echeance_id, i.etat, i.le, i.limite_legale, i.cible from echeances.histoire i join echeances.echeance e on e.id = i.echeance_id
          where e.nature = :nature and e.objet_id = any(:objets::bigint[]) and i.etat <> 'TENUE' order by i.echeance_id, i.id desc) h
        where x.id = h.echeance_id and x.etat = 'TENUE'""").param("nature", nature).param("objets", tableau(objets)).update();
  }

  /** Nothing is due any more. */
  public int rendreCaduque(String nature, Collection<Long> objets, LocalDate le) {
    return passer(nature, objets, EtatEcheance.CADUQUE, le);
  }

  /** Runs again with the dates it had: an act undone, a right back within the month. */
  public int rouvrir(String nature, Collection<Long> objets, LocalDate le) {
    return passer(nature, objets, EtatEcheance.OUVERTE, le);
  }

  /** Runs again with new dates after a suspension. */
  public int reprendre(String nature, List<Reprise> reprises, LocalDate le) {
    return finirLaPause(nature, reprises, EtatEcheance.OUVERTE, le);
  }

  /** What was due was done while the delay was stopped: met, with the dates that the pause gives. */
  public int tenirPendantLaPause(String nature, List<Reprise> reprises, LocalDate le) {
    return finirLaPause(nature, reprises, EtatEcheance.TENUE, le);
  }

  private int finirLaPause(String nature, List<Reprise> reprises, EtatEcheance vers, LocalDate le) {
    if (reprises.isEmpty()) {
      return 0;
    }
    return base.sql("""
        update echeances.echeance e set etat = :vers, etat_depuis = :le, limite_legale = r.limite, cible = r.cible
        from unnest(:objets::bigint[], :limites::date[], :cibles::date[]) r(objet, limite, cible)
        where e.nature = :nature and e.objet_id = r.objet and e.etat = 'SUSPENDUE'""")
        .param("nature", nature).param("vers", vers.name()).param("le", le)
        .param("objets", reprises.stream().mapToLong(Reprise::objetId).toArray())
        .param("limites", dates(reprises, Reprise::limiteLegale))
        .param("cibles", dates(reprises, Reprise::cible))
        .update();
  }

  /** The deadlines of these objects. */
  public List<Echeance> deObjets(String nature, Collection<Long> objets) {
    return base.sql("select * from echeances.echeance where nature = :nature and objet_id = any(:objets::bigint[]) order by objet_id")
        .param("nature", nature).param("objets", tableau(objets)).query(LIGNE).list();
  }

  /** The deadline of one object. */
  public Optional<Echeance> deObjet(String nature, long objetId) {
    return deObjets(nature, List.of(objetId)).stream().findFirst();
  }

  /** Running deadlines of these persons, the nearest first: their next steps. */
  public Map<Long, List<Echeance>> ouvertesDe(Collection<Long> personnes) {
    return base.sql("""
        select * from echeances.echeance where personne_id = any(:personnes::bigint[]) and etat = 'OUVERTE'
        order by coalesce(limite_legale, cible), id""").param("personnes", tableau(personnes)).query(LIGNE).list().stream()
        .collect(Collectors.groupingBy(Echeance::personneId));
  }

  /**
   * Not through Passages: both doors come here, and a trigger writes each state with its day in {@code echeances.histoire}; who and why are those of
   * what met or stopped it.
   */
  private int passer(String nature, Collection<Long> objets, EtatEcheance vers, LocalDate le) {
    return passer(nature, objets, vers.precedents(), vers, le);
  }

  private int passer(String nature, Collection<Long> objets, List<String> avant, EtatEcheance vers, LocalDate le) {
    if (objets.isEmpty()) {
      return 0;
    }
    return base.sql("""
        update echeances.echeance set etat = :vers, etat_depuis = :le
        where nature = :nature and objet_id = any(:objets::bigint[]) and etat = any(:avant::text[])""")
        .param("vers", vers.name()).param("le", le).param("nature", nature).param("objets", tableau(objets))
        .param("avant", avant.toArray(String[]::new)).update();
  }

  private static long[] tableau(Collection<Long> objets) {
    return objets.stream().mapToLong(Long::longValue).toArray();
  }

  private static <T> String[] dates(List<T> lignes, Function<T, LocalDate> date) {
    return lignes.stream().map(date).map(d -> d == null ? null : d.toString()).toArray(String[]::new);
  }
}
