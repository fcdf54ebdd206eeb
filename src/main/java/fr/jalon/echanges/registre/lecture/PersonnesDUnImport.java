package fr.jalon.echanges.registre.lecture;

import fr.jalon.ecran.Pagination;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The persons behind the figures of a file, seen through the agent's perimeter. A movement is recognised in the facts the file brought: the
 * version of the right it wrote, beside the one that ended the same day.
 */
@Component
public class PersonnesDUnImport {
  /** Asks for the new entrants instead of a movement. */
  public static final String ENTRANTS = "ENTRANTS";
  private static final String ENTREES = """
       from orientation.entree e join allocataires.personne p on p.id = e.personne_id
      where e.import_id = :id""";
  private static final String DROITS = """
       from (
        select d.foyer_id, d.etat, case allocataires.etat_du_droit(d.etat) when 'VERSE' then 'DROIT_OUVERT' when 'SUSPENDU' then 'DROIT_SUSPENDU:' || coalesce(d.motif_suspension, 'null')
            when 'FERME' then 'DROIT_CLOS:' || coalesce(d.motif_fin, 'null') when 'REFUSE' then 'DROIT_REFUSE:' || coalesce(d.motif_refus, 'null')
            when 'ABSENT' then 'ABSENT' else 'DEMANDE_EN_ATTENTE' end mouvement,
          d.arrivee_le is not null and avant.arrivee_le is null arrivee, d.depart_le is not null and avant.depart_le is null depart,
          avant.etat is distinct from d.etat change
        from echanges.import i join allocataires.droit d on d.import_id = i.id and d.depuis = i.date_reference and d.oublie_le = 'infinity'
        left join allocataires.droit avant on avant.foyer_id = d.foyer_id and avant.jusqua = d.depuis and avant.oublie_le = 'infinity'
        where i.id = :id) c
      join lateral (select m.personne_id from allocataires.membre m where m.foyer_id = c.foyer_id and m.adulte and m.oublie_le = 'infinity'
        order by m.jusqua desc, m.role = 'DEM' desc, m.personne_id limit 1) a on true
      join allocataires.personne p on p.id = a.personne_id
      where case :mouvement when 'ARRIVEE' then c.arrivee when 'DEPART' then c.depart else c.change and c.mouvement = :mouvement end""";
  private static final String DEMENAGEMENTS = """
       from echanges.import i join allocataires.adresse n on n.import_id = i.id and n.depuis = i.date_reference and n.oublie_le = 'infinity'
      join allocataires.adresse avant on avant.foyer_id = n.foyer_id and avant.jusqua = n.depuis and avant.oublie_le = 'infinity'
        and (n.emmenagement, n.lignes, n.code_postal, n.commune, n.nom_commune, n.pays, n.type_adresse, n.etat_adresse) is distinct from
          (avant.emmenagement, avant.lignes, avant.code_postal, avant.commune, avant.nom_commune, avant.pays, avant.type_adresse, avant.etat_adresse)
      join lateral (select m.personne_id from allocataires.membre m where m.foyer_id = n.foyer_id and m.adulte and m.oublie_le = 'infinity'
        order by m.jusqua desc, m.role = 'DEM' desc, m.personne_id limit 1) a on true
      join allocataires.personne p on p.id = a.personne_id
      where i.id = :id""";
  private final JdbcClient base;

  PersonnesDUnImport(JdbcClient base) {
    this.base = base;
  }

  /** A person. */
  public record Ligne(@PersonneMontree long id, String nom, String prenom, LocalDate dateNaissance, String commune, String etat) {}

  @Transactional(readOnly = true)
  public long nombre(long importId, String mouvement) {
    return parametres(base.sql("select count(*)" + ou(mouvement)), importId, mouvement).query(Long.class).single();
  }

  @Transactional(readOnly = true)
  public List<Ligne> page(long importId, String mouvement, int page, int taille) {
    return parametres(base.sql("""
        select t.*, s.nom_commune commune, s.etat from (select p.id, p.nom, p.prenom, p.date_naissance""" + ou(mouvement)
        + " order by p.nom, p.prenom, p.id limit :taille offset :debut) t left join allocataires.situation s on s.personne_id = t.id order by t.nom, t.prenom, t.id"),
        importId, mouvement).param("taille", taille).param("debut", (page - 1L) * taille).query(Ligne.class).list();
  }

  /** The first page. */
  public List<Ligne> premieres(long importId, String mouvement) {
    return page(importId, mouvement, 1, Pagination.TAILLE);
  }

  private static String ou(String mouvement) {
    return switch (mouvement) {
      case ENTRANTS -> ENTREES;
      case "DEMENAGEMENT" -> DEMENAGEMENTS;
      default -> DROITS;
    };
  }

  private static JdbcClient.StatementSpec parametres(JdbcClient.StatementSpec requete, long importId, String mouvement) {
    return requete.param("id", importId).param("mouvement", mouvement);
  }
}
