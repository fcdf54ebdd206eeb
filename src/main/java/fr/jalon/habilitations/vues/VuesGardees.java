package fr.jalon.habilitations.vues;

import fr.jalon.ecran.VueEnregistree;
import fr.jalon.ecran.VuesDesListes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The views of lists that the agent at work may open. */
@Component
public class VuesGardees implements VuesDesListes {
  private static final String VUE = """
      select v.id, v.liste, v.filtres, v.nom, v.agent = habilitations.agent() as mienne, habilitations.nom_agent(v.agent) as par, v.partagee,
        exists (select from habilitations.vue_par_defaut d where d.agent = habilitations.agent() and d.vue_id = v.id) as par_defaut
      from habilitations.vue v
      """;
  private static final String ORDRE = " order by v.liste, v.agent <> habilitations.agent(), lower(v.nom), v.id";
  private static final RowMapper<VueEnregistree> LIRE = (l, _) -> new VueEnregistree(l.getLong("id"), l.getString("liste"), l.getString("filtres"),
      l.getString("nom"), l.getBoolean("mienne"), l.getString("par"), l.getBoolean("partagee"), l.getBoolean("par_defaut"));
  private final JdbcClient base;

  VuesGardees(JdbcClient base) {
    this.base = base;
  }

  @Override
  @Transactional(readOnly = true)
  public List<VueEnregistree> de(String liste) {
    return base.sql(VUE + " where v.supprimee_le is null and v.liste = ?" + ORDRE).param(liste).query(LIRE).list();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, String> parDefaut() {
    return base.sql(VUE + " where v.supprimee_le is null and exists (select from habilitations.vue_par_defaut d where d.vue_id = v.id)")
        .query(LIRE).list().stream().collect(Collectors.toMap(VueEnregistree::liste, VueEnregistree::ouvrir));
  }

  /** All of them, list by list. */
  @Transactional(readOnly = true)
  public List<VueEnregistree> toutes() {
    return base.sql(VUE + " where v.supprimee_le is null" + ORDRE).query(LIRE).list();
  }

  /** Hers that she deleted, and that can still come back. */
  @Transactional(readOnly = true)
  public List<VueEnregistree> supprimees() {
    return base.sql(VUE + " where v.supprimee_le is not null and v.agent = habilitations.agent()" + ORDRE).query(LIRE).list();
  }

  /** One that she may open. */
  @Transactional(readOnly = true)
  public Optional<VueEnregistree> une(long id) {
    return base.sql(VUE + " where v.supprimee_le is null and v.id = ?").param(id).query(LIRE).optional();
  }

  /** One of hers, locked until the end of the transaction. */
  @Transactional
  public Optional<VueEnregistree> pourChanger(long id) {
    return base.sql(VUE + " where v.supprimee_le is null and v.agent = habilitations.agent() and v.id = ? for update of v").param(id).query(LIRE)
        .optional();
  }
}
