package fr.jalon.orientation.lecture;

import fr.jalon.orientation.application.Nature;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.rendezvous.domaine.PersonneAConvoquer;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is looked at to convoke persons: where they live, and the day before which they must be oriented. */
@Component
public class PersonnesAConvoquer {
  private static final String[] NATURES = {Nature.ORIENTATION, FinDuDelai.PREMIER_RENDEZ_VOUS.name()};
  private final JdbcClient base;

  PersonnesAConvoquer(JdbcClient base) {
    this.base = base;
  }

  /** A person of the list. @param nom {@code MARTIN Ana}; @param commune its name, or {@code null} */
  public record Ligne(PersonneAConvoquer personne, String nom, String commune) {}

  /**
   * In the order of the ids; those out of the agent's perimeter or merged are absent. The deadline is the nearest of those that a session meets,
   * or must come before: to orient, by law or by the Département's own delay; a first meeting, where that is what its delay ends with.
   */
  @Transactional(readOnly = true)
  public List<Ligne> lire(List<Long> personnes) {
    return base.sql("""
        select p.id, p.nom, p.prenom, s.commune, coalesce(c.nom, s.nom_commune) as nom_commune, x.limite
        from unnest(:personnes::bigint[]) with ordinality u(id, rang)
        join allocataires.personne p on p.id = u.id and p.fusionnee_dans is null
        left join allocataires.situation s on s.personne_id = p.id
        left join structures.commune c on c.code = s.commune
        left join lateral (select min(least(y.cible, y.limite_legale)) as limite from orientation.entree e
          join echeances.echeance y on y.nature = any (:natures::text[]) and y.objet_id = e.id and y.etat = 'OUVERTE'
          where e.personne_id = p.id and e.etat = 'EN_ATTENTE' group by e.mois order by e.mois desc limit 1) x on true
        order by u.rang""")
        .param("natures", NATURES).param("personnes", personnes.stream().mapToLong(Long::longValue).toArray())
        .query((l, _) -> new Ligne(new PersonneAConvoquer(l.getLong("id"), l.getString("commune"), l.getObject("limite", LocalDate.class)),
            l.getString("nom") + " " + fr.jalon.ecran.Francais.nom(l.getString("prenom")), l.getString("nom_commune"))).list();
  }
}
