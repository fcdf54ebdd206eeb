package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.habilitations.AgentCourant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
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

  /** A message that moved, as it was asked. */
  record Passe(long id, String modele, long personneId, long objetId, String canal, Long renvoiDe) {}

  /**
   * Moves those whose state allows it ({@link EtatMessage#suivants()}); the others stay as they are and are not returned.
   *
   * @param condition on {@code m}, with named parameters
   * @param ecrire    columns written besides the state, e.g. {@code lot_id = :lot}, or an empty text
   * @param motif     why, or {@code null}
   */
  List<Passe> passer(String condition, Map<String, ?> parametres, EtatMessage vers, String ecrire, String motif) {
    Map<String, Object> tous = new HashMap<>(parametres);
    tous.put("vers", vers.name());
    tous.put("avant", vers.precedents().toArray(String[]::new));
    tous.put("maintenant", OffsetDateTime.now(horloge));
    tous.put("par", agentCourant.perimetre().agent());
    tous.put("motif", motif);
    return base.sql("""
        with choisis as (select m.id, m.etat from courriers.message m where %s and m.etat = any(:avant::text[]) order by m.id for update),
        change as (update courriers.message x set etat = :vers, etat_depuis = :maintenant%s from choisis c where x.id = c.id
          returning x.id, x.modele, x.personne_id, x.objet_id, x.canal, x.renvoi_de, x.territoire_id, x.organisation_ids, c.etat as de),
        trace as (insert into courriers.passage (message_id, personne_id, de, vers, motif, par, fait_le, territoire_id, organisation_ids)
          select id, personne_id, de, :vers, :motif, :par, :maintenant, territoire_id, organisation_ids from change)
        select id, modele, personne_id, objet_id, canal, renvoi_de from change order by id"""
        .formatted(condition, ecrire.isEmpty() ? "" : ", " + ecrire)).params(tous).query(Passe.class).list();
  }
}
