package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.habilitations.AgentCourant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves messages from state to state through the agents' door; each passage is written. */
@Component
class RegistreDesMessages {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  RegistreDesMessages(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** A message that moved, as it was asked. @param renvoiDe the message that left before it, and that it sends again, or {@code null} */
  record Passe(long id, String modele, long personneId, long objetId, String canal, Long renvoiDe) {}

  /**
   * Moves those whose state allows it ({@link EtatMessage#suivants()}); the others stay as they are and are not returned.
   *
   * @param condition on {@code m}, with named parameters
   * @param ecrire    columns written besides the state, e.g. {@code lot_id = :lot}, or an empty text
   * @param motif     why, or {@code null}
   */
  List<Passe> passer(String condition, Map<String, ?> parametres, EtatMessage vers, String ecrire, String motif) {
    // three orders and not one: by their numbers, the planner reads the rows it must and no other, however old its statistics
    List<Choisi> choisis = base.sql("select m.id, m.etat as de from courriers.message m where %s and m.etat = any(:avant::text[]) order by m.id for update".formatted(condition))
        .params(parametres).param("avant", vers.precedents().toArray(String[]::new)).query(Choisi.class).list();
    if (choisis.isEmpty()) {
      return List.of();
    }
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    long[] ids = choisis.stream().mapToLong(Choisi::id).toArray();
    base.sql("update courriers.message x set etat = :vers, etat_depuis = :maintenant%s where x.id = any(:ids::bigint[])".formatted(ecrire.isEmpty() ? "" : ", " + ecrire))
        .params(parametres).param("vers", vers.name()).param("maintenant", maintenant).param("ids", ids).update();
    base.sql("""
        insert into courriers.passage (message_id, personne_id, de, vers, motif, par, fait_le, territoire_id, organisation_ids)
        select m.id, m.personne_id, c.de, :vers, :motif, :par, :maintenant, m.territoire_id, m.organisation_ids
        from unnest(:ids::bigint[], :de::text[]) c(id, de) join courriers.message m on m.id = c.id where m.id = any(:ids::bigint[])""")
        .param("vers", vers.name()).param("motif", motif).param("par", agentCourant.perimetre().agent()).param("maintenant", maintenant).param("ids", ids)
        .param("de", choisis.stream().map(Choisi::de).toArray(String[]::new)).update();
    return base.sql("""
        select c.id, c.modele, c.personne_id, c.objet_id, c.canal, f.id as renvoi_de from courriers.message c
        left join courriers.message f on f.id = c.renvoi_de and f.envoye_le is not null where c.id = any(:ids::bigint[]) order by c.id""")
        .param("ids", ids).query(Passe.class).list();
  }

  /** Writes what happened to messages that stay in their state. @param motif what, in a sentence */
  void noter(long[] ids, String motif) {
    base.sql("""
        insert into courriers.passage (message_id, personne_id, de, vers, motif, par, fait_le, territoire_id, organisation_ids)
        select m.id, m.personne_id, m.etat, m.etat, :motif, :par, :maintenant, m.territoire_id, m.organisation_ids from courriers.message m where m.id = any(:ids::bigint[])""")
        .param("motif", motif).param("par", agentCourant.perimetre().agent()).param("maintenant", OffsetDateTime.now(horloge)).param("ids", ids).update();
  }

  private record Choisi(long id, String de) {}
}
