package fr.jalon.journal;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who saw a person lately, and where: for her dossier, for who may read the journal (resource {@code JOURNAL}); nothing for the others. */
@Component
public class QuiAConsulte {
  private final JdbcClient base;
  private final NomsDuJournal noms;

  QuiAConsulte(JdbcClient base, NomsDuJournal noms) {
    this.base = base;
    this.noms = noms;
  }

  /**
   * What someone saw, or did.
   *
   * @param agent        name; an empty text for the person herself, by her link
   * @param role         code, or {@code null}
   * @param libelle      what was done, in French
   * @param surQuelEcran in French, or {@code null}
   * @param autres       how many other persons were shown with her
   */
  public record Vue(long trace, OffsetDateTime instant, String agent, String role, String libelle, String surQuelEcran, String objet,
      boolean sante, int autres) {}

  /** The latest first. @param nombre at most */
  @Transactional(readOnly = true)
  public List<Vue> dernieres(long personneId, int nombre) {
    return base.sql("""
        select t.id as trace, t.instant, habilitations.nom_agent(t.agent) as agent, t.role, t.acte, t.ecran, t.objet, t.sante, coalesce(cardinality(t.personnes), 0) as autres
        from journal.trace t where t.id = any (array(select journal.traces_sur(?, taille => ?::bigint))) order by t.instant desc, t.id desc""").params(personneId, nombre)
        .query((l, _) -> new Vue(l.getLong("trace"), l.getObject("instant", OffsetDateTime.class), l.getString("agent"), l.getString("role"),
        noms.acte(l.getString("acte")),
            noms.ecran(l.getString("ecran")), l.getString("objet"), l.getBoolean("sante"), l.getInt("autres"))).list();
  }
}
