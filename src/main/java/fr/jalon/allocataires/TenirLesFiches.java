package fr.jalon.allocataires;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is written of persons by who makes them known otherwise than a payer: how they are reached, who may be one and the same, and their records
 * taken back. By the owner's door, in the transaction of who calls.
 */
@Component
public class TenirLesFiches {
  /** What such a room writes about a foyer. */
  private static final Set<String> FAITS = Set.of("allocataires.membre", "allocataires.droit", "allocataires.adresse");
  private final JdbcClient base;
  private final List<DonneesDeLaPersonne.Table> faits;
  private final Clock horloge;

  TenirLesFiches(@Qualifier("chargement") JdbcClient base, ObjectProvider<DonneesDeLaPersonne> pieces, Clock horloge) {
    this.base = base;
    this.faits = pieces.stream().flatMap(p -> p.tables().stream()).filter(t -> FAITS.contains(t.nom())).toList();
    this.horloge = horloge;
  }

  /**
   * How a person is reached.
   *
   * @param telephone     with its country, or {@code null}
   * @param courriel      or {@code null}
   * @param identifiantFt her France Travail number, or {@code null}
   */
  public record Moyens(String telephone, String courriel, String identifiantFt) {}

  /** Writes how each is reached from now on, whole. */
  public void ecrireLesMoyens(Map<Long, Moyens> moyens) {
    List<Long> ids = List.copyOf(moyens.keySet());
    base.sql("""
        update allocataires.personne p set telephone = u.telephone, courriel = u.courriel, identifiant_ft = u.ft
        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) u (id, telephone, courriel, ft) where p.id = u.id""")
        .params(ids.toArray(Long[]::new), valeurs(ids, moyens, Moyens::telephone), valeurs(ids, moyens, Moyens::courriel),
        valeurs(ids, moyens, Moyens::identifiantFt)).update();
  }

  /** Puts back how a person was reached. @return false when someone changed it since, or merged her: it stays */
  public boolean rendreLesMoyens(long id, Moyens avant, Moyens apres) {
    return base.sql("""
        update allocataires.personne set telephone = ?, courriel = ?, identifiant_ft = ?
        where id = ? and fusionnee_dans is null and (telephone, courriel, identifiant_ft) is not distinct from (?::text, ?::text, ?::text)""")
        .params(avant.telephone(), avant.courriel(), avant.identifiantFt(), id, apres.telephone(), apres.courriel(), apres.identifiantFt())
        .update() == 1;
  }

  /**
   * Two definitive NIR are two persons, or one whose number was wrongly typed: who is created beside a known one of the same names and birth date
   * is a task.
   *
   * @param importId what made them known, and when
   * @return those of the persons created who have one
   */
  public Set<Long> signalerLesHomonymes(Collection<Long> creees, String raison, long importId, OffsetDateTime connuLe) {
    return Set.copyOf(base.sql("""
        with paires as (
          select n.id, least(n.id, p.id) a, greatest(n.id, p.id) b, p.territoire_id, p.organisation_ids from allocataires.personne n
          join allocataires.personne p on p.date_naissance = n.date_naissance and (p.recherche = n.recherche or p.nom = n.nom and p.prenom = n.prenom)
            and p.id <> n.id and p.fusionnee_dans is null and p.nir_empreinte <> n.nir_empreinte and not p.nir_provisoire
          where n.id = any (?) and not n.nir_provisoire),
        taches as (
          insert into allocataires.doublon (personne_a, personne_b, raison, import_id, signale_le, territoire_id, organisation_ids)
          select distinct on (a, b) a, b, ?, ?, ?, territoire_id, organisation_ids from paires on conflict (personne_a, personne_b) do nothing)
        select distinct id from paires""").params(creees.toArray(Long[]::new), raison, importId, connuLe).query(Long.class).list());
  }

  /**
   * What was said of them is forgotten, and their records go with their foyers: nobody should find again persons who should never have been there.
   */
  public void retirer(Collection<Long> ids) {
    Long[] tous = ids.toArray(Long[]::new);
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    Long[] foyers = base.sql("select distinct foyer_id from allocataires.membre where personne_id = any (?)").param(tous).query(Long.class)
        .list().toArray(Long[]::new);
    // a fact is never deleted: it is forgotten, and what could name or tell of her is taken out of it, as a purge does
    for (DonneesDeLaPersonne.Table t : faits) {
      base.sql("update " + t.nom() + " x set oublie_le = least(x.oublie_le, ?), " + String.join(", ", t.affectations())
          + " where x.foyer_id = any (?)").params(maintenant, foyers).update();
    }
    base.sql("delete from allocataires.situation where personne_id = any (?)").param(tous).update();
    base.sql("delete from allocataires.doublon where personne_a = any (?) or personne_b = any (?)").params(tous, tous).update();
    base.sql("delete from allocataires.personne where id = any (?)").param(tous).update();
    base.sql("delete from allocataires.foyer where id = any (?)").param(foyers).update();
  }

  private static String[] valeurs(List<Long> ids, Map<Long, Moyens> moyens, Function<Moyens, String> champ) {
    return ids.stream().map(id -> champ.apply(moyens.get(id))).toArray(String[]::new);
  }
}
