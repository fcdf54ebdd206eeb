package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.Piece;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons of a session, in alphabetical order: those the agent may see. */
@Component
public class FeuilleDePresence {
  private static final String LIGNES = """
      select c.id, c.personne_id, p.nom, p.prenom, p.date_naissance, p.telephone, coalesce(k.nom, s.nom_commune) as commune, c.etat, c.etat_depuis, c.motif,
        c.precisions, c.hors_liste, c.retard, c.pieces_manquantes, c.limite,
        (select count(*) from rendezvous.fait f where f.personne_id = c.personne_id and f.nature = 'ABSENCE_NON_EXCUSEE' and f.retire_le is null
           and f.convocation_id <> c.id and f.le <= z.jour) as absences,
        (select habilitations.nom_agent(x.par) from rendezvous.passage x where x.objet_id = c.id order by x.id desc limit 1) as par
      from rendezvous.convocation c join allocataires.personne p on p.id = c.personne_id join rendezvous.session z on z.id = c.session_id
      left join allocataires.situation s on s.personne_id = p.id left join structures.commune k on k.code = s.commune
      """;
  private static final RowMapper<LigneDePresence> LIGNE = (l, _) -> new LigneDePresence(l.getLong("id"), l.getLong("personne_id"), l.getString("nom"),
      l.getString("prenom"), l.getObject("date_naissance", LocalDate.class), l.getString("commune"), l.getString("telephone"),
      EtatConvocation.valueOf(l.getString("etat")), l.getObject("etat_depuis", OffsetDateTime.class), l.getString("motif"), l.getString("precisions"),
      l.getBoolean("hors_liste"), l.getBoolean("retard"),
      l.getArray("pieces_manquantes") == null ? null : Piece.de(Arrays.asList((String[]) l.getArray("pieces_manquantes").getArray())),
      l.getInt("absences"),
      l.getObject("limite", LocalDate.class), l.getString("par"));
  private final JdbcClient base;

  FeuilleDePresence(JdbcClient base) {
    this.base = base;
  }

  /** Everyone who has to do with a session, whatever became of her convocation. */
  @Transactional(readOnly = true)
  public List<LigneDePresence> toutes(long session) {
    return base.sql(LIGNES + " where c.session_id = ? order by p.nom, p.prenom, c.id").param(session).query(LIGNE).list();
  }

  /** Those expected, present or absent: the list that is called. */
  @Transactional(readOnly = true)
  public List<LigneDePresence> appel(long session) {
    return toutes(session).stream().filter(l -> l.etat().attendue() || l.etat().pointee()).toList();
  }

  /** The waiting list, in the order people enter. */
  @Transactional(readOnly = true)
  public List<LigneDePresence> attente(long session) {
    return base.sql(LIGNES + " where c.session_id = ? and c.etat = 'EN_ATTENTE' order by c.limite nulls last, c.saisi_le, c.id")
        .param(session).query(LIGNE).list();
  }

  /** One person. */
  @Transactional(readOnly = true)
  public Optional<LigneDePresence> une(long convocation) {
    return base.sql(LIGNES + " where c.id = ?").param(convocation).query(LIGNE).optional();
  }

  /** The session of a convocation. */
  @Transactional(readOnly = true)
  public Optional<Long> session(long convocation) {
    return base.sql("select session_id from rendezvous.convocation where id = ?").param(convocation).query(Long.class).optional();
  }

  /** @return state by person of the whole session, for the reader who wants the present ones */
  @Transactional(readOnly = true)
  public List<Long> presentes(long session) {
    return base.sql("select personne_id from rendezvous.convocation where session_id = ? and etat = ?")
        .params(session, EtatConvocation.PRESENTE.name())
        .query(Long.class).list();
  }
}
