package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.enregistrement.FichesSemblables.Semblable;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records that may be hers, as an agent who registers her reads them: only what tells them apart. */
@Component
public class FichesRessemblantes {
  private final JdbcClient base;

  FichesRessemblantes(JdbcClient base) {
    this.base = base;
  }

  /**
   * @param auRsa    true when a right is open or claimed for her
   * @param publics  codes of the publics outside the RSA she is followed for
   * @param raison   why she may be the one
   */
  public record Ressemblante(@PersonneMontree long id, String nom, String prenom, LocalDate naissance, String commune, boolean auRsa,
      List<String> publics, String raison) {}

  /** In the perimeter of the agent. */
  @Transactional(readOnly = true)
  public List<Ressemblante> lire(List<Semblable> semblables) {
    Map<Long, String> raisons = semblables.stream().collect(Collectors.toMap(Semblable::id, Semblable::raison));
    return base.sql("""
        select p.id, p.nom, p.prenom, p.date_naissance, coalesce(k.nom, s.nom_commune) as commune, coalesce(s.present and s.adulte and allocataires.est_vivant(s.etat), false) as au_rsa,
          array(select h.public from allocataires.suivi_hors_rsa h where h.personne_id = p.id and h.fin_le is null and h.retire_le is null order by h.public) as publics
        from allocataires.personne p left join allocataires.situation s on s.personne_id = p.id left join lateral allocataires.adresse_inscrite(p.id) i on true
        left join structures.commune k on k.code = coalesce(s.commune, i.commune)
        where p.id = any (?) order by p.nom, p.prenom, p.id""").param(raisons.keySet().toArray(Long[]::new))
        .query((l, _) -> new Ressemblante(l.getLong("id"), l.getString("nom"), l.getString("prenom"), l.getObject("date_naissance", LocalDate.class),
            l.getString("commune"), l.getBoolean("au_rsa"), List.of((String[]) l.getArray("publics").getArray()), raisons.get(l.getLong("id"))))
                .list();
  }
}
