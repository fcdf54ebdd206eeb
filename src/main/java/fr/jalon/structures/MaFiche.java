package fr.jalon.structures;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The référent that the agent at work is: with whose persons, agenda and territory her pages begin. Whatever she may see stays one click away. */
@Component
public class MaFiche {
  /** What a filter holds when every territory was chosen, which is not the same as no choice. */
  public static final int TOUS_LES_TERRITOIRES = 0;
  private final JdbcClient base;
  private final Structures structures;
  private final AgentCourant agentCourant;

  MaFiche(JdbcClient base, Structures structures, AgentCourant agentCourant) {
    this.base = base;
    this.structures = structures;
    this.agentCourant = agentCourant;
  }

  /** Her record, empty when her account is no référent's. */
  @Transactional(readOnly = true)
  public Optional<Referent> referent() {
    // of a query that returns one row, null when nobody is linked
    return base.sql("select structures.mon_referent()").query((l, _) -> Optional.ofNullable((Integer) l.getObject(1))).single()
        .flatMap(structures::referent);
  }

  /**
   * Her territory: where she receives, else the only one her organisation serves, else the only one of her account.
   *
   * @return empty when her account is no référent's, or when it cannot be told
   */
  @Transactional(readOnly = true)
  public Optional<Integer> territoire() {
    Perimetre p = agentCourant.perimetre();
    Integer seul = !p.partout() && p.territoires().size() == 1 ? p.territoires().getFirst() : null;
    return base.sql("""
        select coalesce(k.territoire_id, case when cardinality(o.territoires) = 1 then o.territoires[1] end, :seul::int) as territoire
        from structures.referent r join structures.organisation o on o.id = r.organisation_id left join structures.site s on s.id = r.site_id
        left join structures.commune k on k.code = coalesce(s.commune, r.commune) where r.id = structures.mon_referent()""").param("seul", seul)
        .query((l, _) -> Optional.ofNullable((Integer) l.getObject("territoire"))).optional().flatMap(t -> t);
  }

  /**
   * The territory of a list: the one asked, or hers when she comes to the page without having asked anything.
   *
   * @param demande what the address says, {@code null} when it says nothing
   * @return {@code null} or {@link #TOUS_LES_TERRITOIRES} for all; the second one says that it was chosen
   */
  @Transactional(readOnly = true)
  public Integer territoire(HttpServletRequest requete, Integer demande) {
    return arrive(requete) ? territoire().orElse(null) : demande;
  }

  /** True when the address asks nothing: she comes from the menu. */
  public static boolean arrive(HttpServletRequest requete) {
    return requete.getQueryString() == null || requete.getQueryString().isEmpty();
  }

  /** What a query is limited to: {@code null} for all. */
  public static Integer choisi(Integer territoire) {
    return territoire == null || territoire == TOUS_LES_TERRITOIRES ? null : territoire;
  }
}
