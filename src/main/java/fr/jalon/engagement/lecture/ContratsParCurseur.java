package fr.jalon.engagement.lecture;

import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.engagement.domaine.ResultatDObjectif;
import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contracts that an application sees, in the order of their numbers, in two queries whatever the page. */
@Component
public class ContratsParCurseur {
  private final JdbcClient base;

  ContratsParCurseur(JdbcClient base) {
    this.base = base;
  }

  /**
   * One.
   *
   * @param depuis, jusquAu, intensite, empreinte of what is signed, else of what is being prepared; @param changeLe the last time its state moved
   */
  @DonneeDeSante
  public record Lu(long id, long personneId, long suiviId, EtatContrat etat, LocalDate etatDepuis, LocalDate depuis, LocalDate jusquAu,
      LocalDate signeLe,
      LocalDate closLe, Intensite intensite, String empreinte, OffsetDateTime changeLe, List<Objectif> objectifs) {}

  /** An objective; one that tells of health is not there for who may not read it. @param theme code, {@code null} for the project */
  @DonneeDeSante
  public record Objectif(long contratId, String texte, String theme, ResultatDObjectif resultat) {}

  private record Ligne(long id, long personneId, long suiviId, EtatContrat etat, LocalDate etatDepuis, LocalDate depuis, LocalDate jusquAu,
      LocalDate signeLe,
      LocalDate closLe, Long versionId, Intensite intensite, String empreinte, OffsetDateTime changeLe) {}

  /**
   * @param personne one person, {@code null} for all; @param depuis those whose state moved since, {@code null} for all; @param apres number of
   * the last one read
   */
  @Transactional(readOnly = true)
  public List<Lu> lire(Long personne, OffsetDateTime depuis, long apres, int taille) {
    Map<String, Object> p = new HashMap<>();
    p.put("personne", personne);
    p.put("depuis", depuis);
    p.put("apres", apres);
    p.put("taille", taille);
    List<Ligne> lignes = base.sql("""
        select c.id, c.personne_id, c.suivi_id, c.etat, c.etat_depuis, coalesce(c.depuis, v.depuis) as depuis, coalesce(c.jusqu_au, v.jusqu_au) as jusqu_au,
          c.signe_le, c.clos_le, v.id as version_id, v.intensite, v.empreinte, x.change_le
        from engagement.contrat c
        cross join lateral (select max(q.fait_le) as change_le from engagement.passage q where q.objet_id = c.id) x
        left join lateral (select n.* from engagement.version n where n.contrat_id = c.id and n.etat <> 'ABANDONNEE'
          order by n.etat = 'SIGNEE' desc, n.numero desc limit 1) v on true
        where c.etat <> 'ECARTE' and c.id > :apres and (:personne::bigint is null or c.personne_id = :personne)
          and (:depuis::timestamptz is null or x.change_le >= :depuis)
        order by c.id limit :taille""").params(p).query(Ligne.class).list();
    Map<Long, List<Objectif>> objectifs = base.sql("""
        select v.contrat_id, o.texte, o.theme, o.resultat from engagement.objectif o join engagement.version v on v.id = o.version_id
        where o.version_id = any(?) and o.retire_le is null order by o.rang, o.id""").param(lignes.stream().map(Ligne::versionId).toArray(Long[]::new))
        .query(Objectif.class).list().stream().collect(Collectors.groupingBy(Objectif::contratId));
    return lignes.stream().map(l -> new Lu(l.id(), l.personneId(), l.suiviId(), l.etat(), l.etatDepuis(), l.depuis(), l.jusquAu(), l.signeLe(),
        l.closLe(),
        l.intensite(), l.empreinte(), l.changeLe(), objectifs.getOrDefault(l.id(), List.of()))).toList();
  }
}
