package fr.jalon.orientation.application;

import fr.jalon.allocataires.constat.Mouvement.Situation;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.domaine.DejaOrientee;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.Position;
import fr.jalon.orientation.lecture.PersonnesAAffecter;
import fr.jalon.structures.Public;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person as she stands when an orientation is recorded.
 *
 * @param foyerId  her foyer, {@code null} when she is in none
 * @param besoin   the public the last file puts her in, or {@code null}
 * @param deja    the follow-up she has and that is not closed, or {@code null}
 * @param entreeId her open entry, {@code null} when she was already there
 */
record PersonneAOrienter(long id, Position position, Long foyerId, Long entreeId, EtatEntree etatEntree, LocalDate recuLe, DejaOrientee deja,
    Public besoin) {

  /** By id; those who do not exist, were merged, or are out of the agent's perimeter are absent. */
  static Map<Long, PersonneAOrienter> lire(JdbcClient base, Collection<Long> personnes) {
    Map<Long, PersonneAOrienter> parId = new HashMap<>();
    base.sql("""
        select p.id, s.etat as etat_droit, s.sdd, s.foyer_id, s.tns, s.payeur, e.id as entree_id, e.etat as etat_entree, e.recu_le,
          v.parcours, v.organisation, v.notifie_le, case when v.saisi_par is not null then habilitations.nom_agent(v.saisi_par) end as saisi_par, v.saisi_le
        from allocataires.personne p
        left join allocataires.place_de(:personnes::bigint[], 'infinity') s on s.personne_id = p.id and s.presente and s.adulte and s.etat is not null
        left join lateral (select x.id, x.etat, x.recu_le from orientation.entree x where x.personne_id = p.id and x.etat in ('EN_ATTENTE', 'SUSPENDUE')
          order by x.mois desc limit 1) e on true
        left join lateral (select o.parcours, g.nom as organisation, o.notifie_le, o.saisi_par, o.saisi_le from orientation.suivi o
          join structures.organisation g on g.id = o.organisation_id where o.personne_id = p.id and o.etat <> 'CLOS') v on true
        where p.id = any(:personnes::bigint[]) and p.fusionnee_dans is null""")
        .param("personnes", personnes.stream().mapToLong(Long::longValue).toArray())
        .query((RowCallbackHandler) l -> {
          Long foyer = (Long) l.getObject("foyer_id");
          Situation situation = foyer == null ? null : new Situation(l.getString("etat_droit"), l.getBoolean("sdd"), null, foyer);
          String etat = l.getString("etat_entree");
          parId.put(l.getLong("id"), new PersonneAOrienter(l.getLong("id"), Position.de(situation), foyer, (Long) l.getObject("entree_id"),
              etat == null ? null : EtatEntree.valueOf(etat), l.getObject("recu_le", LocalDate.class), deja(l),
              PersonnesAAffecter.besoin(l.getBoolean("tns"), l.getString("payeur"))));
        });
    return parId;
  }

  private static DejaOrientee deja(ResultSet l) throws SQLException {
    return l.getString("parcours") == null ? null : new DejaOrientee(Parcours.valueOf(l.getString("parcours")), l.getString("organisation"),
        l.getObject("notifie_le", LocalDate.class), l.getString("saisi_par"), l.getObject("saisi_le", OffsetDateTime.class));
  }
}
