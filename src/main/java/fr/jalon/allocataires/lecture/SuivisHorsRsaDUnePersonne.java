package fr.jalon.allocataires.lecture;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The publics outside the RSA of a person, the latest first, and when files began to speak of her. */
@Component
public class SuivisHorsRsaDUnePersonne {
  private static final String SUIVIS = """
      select h.id, h.personne_id, h.public as public_suivi, h.cohorte, h.depuis, h.fin_le, h.fin_motif, h.fin_precision, o.nom as organisation, r.nom as referent,
        h.ecrit_par, habilitations.nom_agent(h.ecrit_par) as auteur, (h.ecrit_le at time zone :fuseau)::date as ecrit_le
      from allocataires.suivi_hors_rsa h left join structures.organisation o on o.id = h.organisation_id left join structures.referent r on r.id = h.referent_id
      where h.retire_le is null and""";
  private final JdbcClient base;
  private final Clock horloge;

  SuivisHorsRsaDUnePersonne(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** All of hers. */
  @Transactional(readOnly = true)
  public List<SuiviHorsRsa> tous(long personneId) {
    return base.sql(SUIVIS + " h.personne_id = :personne order by h.depuis desc, h.id desc").param("fuseau", horloge.getZone().getId())
        .param("personne", personneId).query(SuiviHorsRsa.class).list();
  }

  /** One; empty when it is out of the perimeter, or was taken back. */
  @Transactional(readOnly = true)
  public Optional<SuiviHorsRsa> un(long id) {
    return base.sql(SUIVIS + " h.id = :id").param("fuseau", horloge.getZone().getId()).param("id", id).query(SuiviHorsRsa.class).optional();
  }

  /** First day a file speaks of somebody registered by an agent; empty for anyone else. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> connueDesFichiers(long personneId) {
    return base.sql("""
        select min(m.depuis) as le from allocataires.membre m where m.personne_id = :personne and m.oublie_le = 'infinity'
          and exists (select from allocataires.inscription i where i.personne_id = :personne) having count(*) > 0""").param("personne", personneId)
        .query(LocalDate.class).optional();
  }

  /** True when a right is open or claimed for her today: she is of the RSA. */
  @Transactional(readOnly = true)
  public boolean auRsa(long personneId) {
    return base.sql("select exists (select from allocataires.situation s where s.personne_id = ? and s.present and s.adulte and allocataires.est_vivant(s.etat))")
        .param(personneId).query(Boolean.class).single();
  }
}
