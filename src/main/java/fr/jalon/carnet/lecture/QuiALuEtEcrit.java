package fr.jalon.carnet.lecture;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wrote in the notebook of a person and who opened it: what she may be given, names and days, no text. */
@Component
public class QuiALuEtEcrit {
  private final JdbcClient base;

  QuiALuEtEcrit(JdbcClient base) {
    this.base = base;
  }

  /**
   * A professional.
   *
   * @param ecrits how many times she wrote; @param ecritEnDernier {@code null} when never
   * @param lectures how many times she opened it; @param luEnDernier {@code null} when never, as far as the journal is kept
   */
  public record Professionnel(String nom, long ecrits, OffsetDateTime ecritEnDernier, long lectures, OffsetDateTime luEnDernier) {}

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Professionnel> de(long personneId) {
    return base.sql("select habilitations.nom_agent(agent) as nom, ecrits, ecrit_en_dernier, lectures, lu_en_dernier from carnet.qui_a_lu_et_ecrit(?)")
        .param(personneId).query((l, _) -> new Professionnel(l.getString("nom"), l.getLong("ecrits"),
            l.getObject("ecrit_en_dernier", OffsetDateTime.class),
            l.getLong("lectures"), l.getObject("lu_en_dernier", OffsetDateTime.class))).list();
  }
}
