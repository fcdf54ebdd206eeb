package fr.jalon.habilitations;

import fr.jalon.socle.Etat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one way to pass many things from a state to another through the agents' door: those whose state allows it are locked and moved, and the
 * passage of each is written: what, from, to, since which day, when, who, why. The others stay as they are and are not returned. Inside a
 * transaction.
 */
@Component
public class Passages {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  Passages(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /**
   * Where the states of one kind are kept, and their passages written.
   *
   * @param table   with {@code id}, {@code personne_id}, {@code etat}, {@code etat_depuis} and the perimeter
   * @param journal table of the passages
   * @param objet what it calls what passed, {@code null} when nothing says it there: its numbers are enough, and a passage takes effect when it
   *     is written
   */
  public record Registre(String table, String journal, String objet) {
    /** A state that takes effect on a day, in the past or not, and not when it is written. */
    boolean parJour() {
      return objet != null;
    }
  }

  /** One that passed. @param de the state it left */
  public record Passe(long id, String de) {}

  /**
   * Those whose state allows it ({@link Etat#suivants()}).
   *
   * @param condition on {@code m}, with named parameters
   * @param ecrire    columns written besides the state, e.g. {@code lot_id = :lot} or {@code tentatives = x.tentatives + 1}, or an empty text
   * @param motif     why, or {@code null}
   */
  public List<Passe> passer(Registre r, String condition, Map<String, ?> parametres, Etat<?> vers, String ecrire, String motif) {
    return passer(r, condition, parametres, vers.precedents(), vers, null, ecrire, motif);
  }

  /** The same for these, from that day on. @param le the day it takes effect */
  public List<Passe> passer(Registre r, Collection<Long> ids, Etat<?> vers, LocalDate le, String motif) {
    return passer(r, "m.id = any(:lesquels::bigint[])", Map.of("lesquels", tableau(ids)), vers.precedents(), vers, le, "", motif);
  }

  /** The same for these now; those that are in this state already say it again, with another reason. */
  public List<Passe> passerOuRedire(Registre r, Collection<Long> ids, Etat<?> vers, String ecrire, Map<String, ?> parametres, String motif) {
    List<String> avant = new ArrayList<>(vers.precedents());
    avant.add(vers.name());
    Map<String, Object> tous = new HashMap<>(parametres);
    tous.put("lesquels", tableau(ids));
    return passer(r, "m.id = any(:lesquels::bigint[])", tous, avant, vers, null, ecrire, motif);
  }

  private List<Passe> passer(Registre r, String condition, Map<String, ?> parametres, List<String> avant, Etat<?> vers, LocalDate le,
      String ecrire, String motif) {
    // three orders and not one: by their numbers, the planner reads the rows it must and no other, however old its statistics
    List<Passe> passes =
        base.sql("select m.id, m.etat as de from %s m where %s and m.etat = any(:avant::text[]) order by m.id for update".formatted(r.table(),
        condition))
        .params(parametres).param("avant", avant.toArray(String[]::new)).query(Passe.class).list();
    if (passes.isEmpty()) {
      return passes;
    }
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("update %s x set etat = :vers, etat_depuis = :depuis%s where x.id = any(:ids::bigint[])".formatted(r.table(),
        ecrire.isEmpty() ? "" : ", " + ecrire))
        .params(parametres).param("vers", vers.name()).param("depuis", r.parJour() ? le : maintenant).param("ids", ids(passes)).update();
    ecrire(r, passes, vers.name(), le, maintenant, motif);
    return passes;
  }

  /** Writes that these were born in the state they are in. */
  public void naitre(Registre r, Collection<Long> ids) {
    naitre(r, ids, null);
  }

  /** The same, from that day on. @param le the day it takes effect, {@code null} where it takes effect when it is written */
  public void naitre(Registre r, Collection<Long> ids, LocalDate le) {
    ecrire(r, ids.stream().map(id -> new Passe(id, null)).toList(), null, le, OffsetDateTime.now(horloge), null);
  }

  /** Writes what happened to some that stay in their state. @param motif what, in a sentence */
  public void noter(Registre r, Collection<Long> ids, String motif) {
    noter(r, ids, null, motif);
  }

  /** The same, on that day. */
  public void noter(Registre r, Collection<Long> ids, LocalDate le, String motif) {
    List<Passe> restent = base.sql("select m.id, m.etat as de from %s m where m.id = any(:ids::bigint[])".formatted(r.table()))
        .param("ids", tableau(ids)).query(Passe.class).list();
    ecrire(r, restent, null, le, OffsetDateTime.now(horloge), motif);
  }

  /** @param vers {@code null} for the state each is in */
  private void ecrire(Registre r, List<Passe> passes, String vers, LocalDate le, OffsetDateTime maintenant, String motif) {
    base.sql("""
        insert into %s (objet_id, personne_id, de, vers, motif, par, fait_le%s)
        select m.id, m.personne_id, c.de, coalesce(:vers::text, m.etat), :motif, :par, :maintenant%s
        from unnest(:ids::bigint[], :de::text[]) with ordinality c(id, de, rang) join %s m on m.id = c.id where m.id = any(:ids::bigint[]) order by c.rang"""
        .formatted(r.journal(), r.parJour() ? ", objet, le" : "", r.parJour() ? ", :objet, :le::date" : "", r.table()))
        .param("vers", vers).param("motif", motif).param("par", agentCourant.perimetre().agent()).param("maintenant", maintenant)
        .param("ids", ids(passes))
        .param("de", passes.stream().map(Passe::de).toArray(String[]::new)).param("objet", r.objet()).param("le", le).update();
  }

  private static long[] ids(List<Passe> passes) {
    return passes.stream().mapToLong(Passe::id).toArray();
  }

  private static long[] tableau(Collection<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
  }
}
