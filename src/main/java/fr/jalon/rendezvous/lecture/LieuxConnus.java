package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.LieuDeRendezVous;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The places where persons are received. */
@Component
public class LieuxConnus {
  private static final String LIEUX = "select l.*, k.nom as nom_commune from rendezvous.lieu l join structures.commune k on k.code = l.commune";
  private static final RowMapper<LieuDeRendezVous> LIEU = (l, _) -> new LieuDeRendezVous(l.getInt("id"), l.getString("nom"), l.getString("adresse"),
      l.getString("code_postal"), l.getString("commune"), l.getString("nom_commune"), l.getInt("territoire_id"), l.getBoolean("accessible"), l.getInt("capacite"),
      l.getString("telephone"), l.getBoolean("actif"));
  private final JdbcClient base;

  LieuxConnus(JdbcClient base) {
    this.base = base;
  }

  /** All of them, those that serve first. */
  @Transactional(readOnly = true)
  public List<LieuDeRendezVous> tous() {
    return base.sql(LIEUX + " order by not l.actif, l.territoire_id, l.nom").query(LIEU).list();
  }

  /** Those that serve. */
  @Transactional(readOnly = true)
  public List<LieuDeRendezVous> actifs() {
    return tous().stream().filter(LieuDeRendezVous::actif).toList();
  }

  /** One. */
  @Transactional(readOnly = true)
  public Optional<LieuDeRendezVous> un(int id) {
    return base.sql(LIEUX + " where l.id = ?").param(id).query(LIEU).optional();
  }

  /** One, that nobody else changes until the transaction ends; empty when the agent may not change it. */
  @Transactional
  public Optional<LieuDeRendezVous> pourChanger(int id) {
    return base.sql(LIEUX + " where l.id = ? for no key update of l").param(id).query(LIEU).optional();
  }
}
