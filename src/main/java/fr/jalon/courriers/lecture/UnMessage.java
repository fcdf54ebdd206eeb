package fr.jalon.courriers.lecture;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One message whole: the line, the text as sent, what happened to it, the messages it follows. */
@Component
public class UnMessage {
  private final JdbcClient base;
  private final ListeDesMessages liste;

  UnMessage(JdbcClient base, ListeDesMessages liste) {
    this.base = base;
    this.liste = liste;
  }

  /** A passage from a state to another. */
  public record Passage(String de, String vers, String motif, String par, OffsetDateTime faitLe) {}

  /**
   * @param contenu merged HTML for a letter and an e-mail, plain text for a SMS
   * @param renvois messages that send it again
   */
  public record Lu(LigneDeMessage ligne, String objet, String contenu, String destinataire, String ecritPar, OffsetDateTime ecritLe,
      List<Passage> passages,
      List<Long> renvois) {}

  private record Texte(String objet, String contenu, String destinataire, String ecritPar, OffsetDateTime ecritLe) {}

  /** Empty when it does not exist or is out of the agent's perimeter. */
  @Transactional(readOnly = true)
  public Optional<Lu> lire(long id) {
    return liste.un(id).map(ligne -> {
      Texte t =
          base.sql("select objet, contenu, destinataire, habilitations.nom_agent(ecrit_par) as ecrit_par, ecrit_le from courriers.message where id = ?").param(id).query(Texte.class).single();
      return new Lu(ligne, t.objet(), t.contenu(), t.destinataire(), t.ecritPar(), t.ecritLe(),
          base.sql("select de, vers, motif, habilitations.nom_agent(par) as par, fait_le from courriers.passage where objet_id = ? order by id")
              .param(id).query(Passage.class).list(),
          base.sql("select id from courriers.message where renvoi_de = ? order by id").param(id).query(Long.class).list());
    });
  }
}
