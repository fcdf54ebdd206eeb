package fr.jalon.courriers.lecture;

import fr.jalon.courriers.domaine.EtatLot;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The batches of letters. */
@Component
public class ListeDesLots {
  private static final String LOTS = """
      select l.*, habilitations.nom_agent(l.prepare_par) as preparee_par, habilitations.nom_agent(l.poste_par) as postee_par, (select count(*) from courriers.message m where m.lot_id = l.id and m.etat = 'ABANDONNE') as retirees,
        (select count(*) from courriers.message m where m.lot_id = l.id and m.retour is not null) as revenues
      from courriers.lot l
      """;
  private static final RowMapper<LotDeLettres> LIGNE = (l, _) ->
      new LotDeLettres(l.getLong("id"), EtatLot.valueOf(l.getString("etat")), l.getString("choix"), l.getInt("lettres"),
      l.getInt("faites"), l.getInt("retirees"), l.getInt("revenues"), l.getString("incident"), l.getString("preparee_par"),
      l.getObject("prepare_le", OffsetDateTime.class), l.getObject("poste_le", LocalDate.class), l.getString("postee_par"),
      l.getObject("poste_dit_le", OffsetDateTime.class), l.getBoolean("recto_verso"));
  private final JdbcClient base;

  ListeDesLots(JdbcClient base) {
    this.base = base;
  }

  /** A page of the list, the latest first. */
  @Transactional(readOnly = true)
  public List<LotDeLettres> page(int taille, int saut) {
    return base.sql(LOTS + "order by l.id desc limit ? offset ?").params(taille, saut).query(LIGNE).list();
  }

  /** How many there are in all. */
  @Transactional(readOnly = true)
  public long nombre() {
    return base.sql("select count(*) from courriers.lot").query(Long.class).single();
  }

  /** Those that wait for something: being made, to print, cut short. */
  @Transactional(readOnly = true)
  public List<LotDeLettres> enCours() {
    return base.sql(LOTS + "where l.etat in ('EN_PREPARATION', 'PRET', 'INTERROMPU') order by l.id desc limit 20").query(LIGNE).list();
  }

  /** One, when the agent may see it. */
  @Transactional(readOnly = true)
  public Optional<LotDeLettres> un(long id) {
    return base.sql(LOTS + "where l.id = ?").param(id).query(LIGNE).optional();
  }
}
