package fr.jalon.rendezvous.lecture;

import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.rendezvous.domaine.EtatSession;
import fr.jalon.rendezvous.lecture.FiltresDeSessions.Quand;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of information collective. */
@Component
public class ListeDesSessions {
  private static final String FILTRE = """
      from rendezvous.session s where (:territoire::int is null or s.territoire_id = :territoire) and case :quand
        when 'A_VENIR' then s.jour >= :aujourdhui and s.etat <> 'ANNULEE'
        when 'A_SAISIR' then s.jour <= :aujourdhui and s.etat <> 'ANNULEE'
          and exists (select from rendezvous.convocation c where c.session_id = s.id and c.etat in ('CONVOQUEE', 'CONFIRMEE'))
        else s.jour < :aujourdhui or s.etat = 'ANNULEE' end
      """;
  private static final String LIGNES = """
      select s.id, s.jour, s.debut, s.fin, s.etat, s.motif, l.id as lieu_id, l.nom as lieu, l.adresse || ', ' || l.code_postal || ' ' || k.nom as adresse, k.nom as commune, l.telephone,
        l.accessible, s.territoire_id, t.nom as territoire, s.capacite, s.animateur, s.langues, s.commentaire, coalesce(r.prises, 0) as prises,
        coalesce(r.confirmees, 0) as confirmees, coalesce(r.attente, 0) as attente, coalesce(r.presentes, 0) as presentes, coalesce(r.excusees, 0) as excusees,
        coalesce(r.absentes, 0) as absentes
      from choisies x join rendezvous.session s on s.id = x.id join rendezvous.lieu l on l.id = s.lieu_id join structures.commune k on k.code = l.commune
      join structures.territoire t on t.id = s.territoire_id
      left join rendezvous.remplissage((select array_agg(id) from choisies)) r on r.session_id = s.id
      """;
  private static final RowMapper<LigneDeSession> LIGNE = (l, _) -> new LigneDeSession(l.getLong("id"), l.getObject("jour", LocalDate.class),
      l.getObject("debut", LocalTime.class), l.getObject("fin", LocalTime.class), EtatSession.valueOf(l.getString("etat")),
      l.getString("motif"), l.getInt("lieu_id"),
      l.getString("lieu"), l.getString("adresse"), l.getString("commune"), l.getString("telephone"), l.getBoolean("accessible"),
      l.getInt("territoire_id"),
      l.getString("territoire"), l.getInt("capacite"), l.getString("animateur"), l.getString("langues"),
      l.getString("commentaire"), l.getInt("prises"),
      l.getInt("confirmees"), l.getInt("attente"), l.getInt("presentes"), l.getInt("excusees"), l.getInt("absentes"));
  private final JdbcClient base;
  private final Clock horloge;

  ListeDesSessions(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** One page, with the number of sessions of each kind. */
  @Transactional(readOnly = true)
  public Liste<FiltresDeSessions, Quand, LigneDeSession> page(FiltresDeSessions f) {
    return Liste.de(f, Liste.comptes(Quand.values(), Arrays.stream(Quand.values()).map(q -> Map.entry(q,
        base.sql("select count(*) " + FILTRE).params(parametres(f)).param("quand", q.name()).query(Long.class).single())).toList()), f.quand(),
        lignes(f, Pagination.TAILLE));
  }

  /** The sessions of a page alone, the next first, or the last held first. @param taille of the pages */
  @Transactional(readOnly = true)
  public List<LigneDeSession> lignes(FiltresDeSessions f, int taille) {
    String sens = f.quand() == Quand.PASSEES ? "desc" : "asc";
    return base.sql("with choisies as (select s.id " + FILTRE + " order by s.jour " + sens + ", s.debut, s.id limit :taille offset :saut) " + LIGNES
        + " order by s.jour " + sens + ", s.debut, s.id").params(parametres(f)).param("quand", f.quand().name()).param("taille", taille)
        .param("saut", (f.page() - 1) * taille).query(LIGNE).list();
  }

  /** The sessions of seven days from a Monday, cancelled ones left out. @param territoire {@code null} for all; @param lieu {@code null} for all */
  @Transactional(readOnly = true)
  public List<LigneDeSession> semaine(LocalDate lundi, Integer territoire, Integer lieu) {
    return base.sql("""
        with choisies as (select s.id from rendezvous.session s where s.jour between :du and :au and s.etat <> 'ANNULEE'
          and (:territoire::int is null or s.territoire_id = :territoire::int) and (:lieu::int is null or s.lieu_id = :lieu::int))
        """ + LIGNES + " order by s.jour, s.debut, s.id").param("du", lundi).param("au", lundi.plusDays(6)).param("territoire", territoire).param("lieu", lieu).query(LIGNE).list();
  }

  /** One session. */
  @Transactional(readOnly = true)
  public Optional<LigneDeSession> une(long id) {
    return base.sql("with choisies as (select :id::bigint as id) " + LIGNES).param("id", id).query(LIGNE).optional();
  }

  private Map<String, Object> parametres(FiltresDeSessions f) {
    Map<String, Object> p = new java.util.HashMap<>();
    p.put("territoire", MaFiche.choisi(f.territoire()));
    p.put("aujourdhui", LocalDate.now(horloge));
    return p;
  }
}
