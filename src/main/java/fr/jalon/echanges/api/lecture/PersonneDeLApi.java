package fr.jalon.echanges.api.lecture;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who a person is, as little as a partner needs to recognise and reach her. */
@Component
public class PersonneDeLApi {
  private final JdbcClient base;

  PersonneDeLApi(JdbcClient base) {
    this.base = base;
  }

  /**
   * A person.
   *
   * @param id          the one kept when two records were merged
   * @param commune     name, or {@code null}
   * @param codeCommune INSEE code, or {@code null}
   */
  public record Identite(long id, String nom, String prenom, LocalDate naissance, String commune, String codeCommune, String territoire,
      String telephone, String courriel) {}

  /** Empty when she does not exist or is out of the perimeter; the number of a record merged into another finds the one kept. */
  @Transactional(readOnly = true)
  public Optional<Identite> lire(long id) {
    return base.sql("""
        select p.id, p.nom, p.prenom, p.date_naissance as naissance, coalesce(c.nom, s.nom_commune) as commune, s.commune as code_commune, t.nom as territoire,
          p.telephone, p.courriel
        from allocataires.personne p left join allocataires.situation s on s.personne_id = p.id left join structures.commune c on c.code = s.commune
        left join structures.territoire t on t.id = p.territoire_id
        where p.id = (select coalesce(q.fusionnee_dans, q.id) from allocataires.personne q where q.id = ?)""").param(id).query(Identite.class).optional();
  }
}
