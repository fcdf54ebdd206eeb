package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.habilitations.Passages;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves messages from state to state through the agents' door; each passage is written. */
@Component
class RegistreDesMessages {
  private static final Passages.Registre MESSAGES = new Passages.Registre("courriers.message", "courriers.passage", null);
  private final JdbcClient base;
  private final Passages passages;

  RegistreDesMessages(JdbcClient base, Passages passages) {
    this.base = base;
    this.passages = passages;
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
    long[] ids = passages.passer(MESSAGES, condition, parametres, vers, ecrire, motif).stream().mapToLong(Passages.Passe::id).toArray();
    return ids.length == 0 ? List.of() : base.sql("""
        select c.id, c.modele, c.personne_id, c.objet_id, c.canal, f.id as renvoi_de from courriers.message c
        left join courriers.message f on f.id = c.renvoi_de and f.envoye_le is not null where c.id = any(:ids::bigint[]) order by c.id""")
        .param("ids", ids).query(Passe.class).list();
  }

  /** Writes what happened to messages that stay in their state. @param motif what, in a sentence */
  void noter(long[] ids, String motif) {
    passages.noter(MESSAGES, LongStream.of(ids).boxed().toList(), motif);
  }
}
