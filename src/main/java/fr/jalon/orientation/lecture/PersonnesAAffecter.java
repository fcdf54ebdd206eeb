package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.domaine.affectation.PersonneAAffecter;
import fr.jalon.structures.Public;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is looked at to give a référent to persons: where they live, the public they belong to, who followed them. */
@Component
public class PersonnesAAffecter {
  private final JdbcClient base;

  PersonnesAAffecter(JdbcClient base) {
    this.base = base;
  }

  /** A person of the list. @param nom {@code MARTIN Ana}; @param commune its name, or {@code null} */
  public record Ligne(PersonneAAffecter personne, String nom, String commune) {}

  /**
   * In the order of the ids; those out of the agent's perimeter or merged are absent. @param besoin public they all belong to, {@code null} = the one
   * each file gives
   */
  @Transactional(readOnly = true)
  public List<Ligne> lire(List<Long> personnes, Parcours parcours, Public besoin) {
    return lire(personnes, _ -> parcours, besoin);
  }

  /** The same, each person in her own pathway. */
  @Transactional(readOnly = true)
  public List<Ligne> lire(List<Long> personnes, LongFunction<Parcours> parcours, Public besoin) {
    return base.sql("""
        select p.id, p.nom, p.prenom, p.territoire_id, s.commune, coalesce(c.nom, s.nom_commune) as nom_commune, s.tns, s.fonction_organisme,
          a.referent_id, a.organisation_id
        from unnest(:personnes::bigint[]) with ordinality u(id, rang)
        join allocataires.personne p on p.id = u.id and p.fusionnee_dans is null
        left join allocataires.situation s on s.personne_id = p.id
        left join structures.commune c on c.code = s.commune
        left join lateral (select x.referent_id, x.organisation_id from orientation.suivi x
          where x.personne_id = p.id and x.etat = 'CLOS' and x.jusqua > x.notifie_le order by x.fin_le desc, x.id desc limit 1) a on true
        order by u.rang""")
        .param("personnes", personnes.stream().mapToLong(Long::longValue).toArray())
        .query((l, _) -> new Ligne(new PersonneAAffecter(l.getLong("id"), parcours.apply(l.getLong("id")), l.getString("commune"),
        (Integer) l.getObject("territoire_id"),
            besoin != null ? besoin : besoin(l.getBoolean("tns"), l.getString("fonction_organisme")), (Integer) l.getObject("referent_id"),
            (Integer) l.getObject("organisation_id")),
            l.getString("nom") + " " + fr.jalon.ecran.Francais.nom(l.getString("prenom")), l.getString("nom_commune"))).list();
  }

  /** What a file says of her: a self-employed person paid by the MSA is a farmer, by the CAF another TNS. */
  public static Public besoin(boolean tns, String payeur) {
    return !tns ? null : "MSA".equals(payeur) ? Public.AGRICULTEURS : Public.TNS;
  }
}
