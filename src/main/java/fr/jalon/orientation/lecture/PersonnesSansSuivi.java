package fr.jalon.orientation.lecture;

import fr.jalon.echeances.Balayage;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.orientation.application.Nature;
import fr.jalon.orientation.domaine.CauseSansSuivi;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list that must be empty. Each person soumise with an open right waits, is followed, is suspended, or has a reason written: those who break it
 * are here, whatever let them fall. Read on the facts and not on what movements left behind, and counted each night.
 */
@Component
public class PersonnesSansSuivi implements Balayage {
  /** {@code :jour} today; a reason holds until its day, and not longer than a follow-up that ended since. */
  private static final String ELLES = """
      with soumises as (
        select s.personne_id, s.depuis from allocataires.verses_au('infinity') s where s.sdd
      ), elles as (
        select p.id, p.nom, p.prenom, p.date_naissance, p.territoire_id, s.depuis from soumises s
        join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
        where not exists (select from orientation.suivi v where v.personne_id = p.id and v.etat <> 'CLOS')
          and not exists (select from orientation.entree e where e.personne_id = p.id and e.etat = 'EN_ATTENTE')
          and not exists (select from orientation.raison_sans_suivi r where r.personne_id = p.id and r.a_revoir_le > :jour
            and not exists (select from orientation.suivi v where v.personne_id = p.id and v.fin_le > r.ecrite_le))
          and (:territoire::int is null or p.territoire_id = :territoire)
      )
      """;
  private final JdbcClient base;
  private final Clock horloge;

  PersonnesSansSuivi(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** One page, those left longest first. */
  @Transactional(readOnly = true)
  public Liste<FiltresSansSuivi, ?, PersonneSansSuivi> page(FiltresSansSuivi filtres) {
    return new Liste<>(filtres, Map.of(), compter(filtres.territoire()), lire(filtres.territoire(), Pagination.TAILLE, Liste.saut(filtres)));
  }

  /** All of them, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<PersonneSansSuivi> toutes(Integer territoire) {
    return lire(territoire, null, 0);
  }

  /** How many there are. */
  @Transactional(readOnly = true)
  public int compter(Integer territoire) {
    return base.sql(ELLES + "select count(*) from elles").params(parametres(LocalDate.now(horloge), territoire)).query(Integer.class).single();
  }

  /** True when this person is one of them. */
  @Transactional(readOnly = true)
  public boolean contient(long personneId) {
    return base.sql(ELLES + "select exists (select from elles where id = :personne)").params(parametres(LocalDate.now(horloge), null))
        .param("personne", personneId).query(Boolean.class).single();
  }

  @Override
  public int balayer(LocalDate jour) {
    return 0;
  }

  @Override
  public List<Reste> restes(LocalDate jour) {
    return base.sql(ELLES + "select territoire_id as territoire, count(*)::int as nombre from elles group by 1").params(parametres(jour, null))
        .query((l, _) -> new Reste(Nature.SANS_SUIVI, (Integer) l.getObject("territoire"), l.getInt("nombre"))).list();
  }

  private List<PersonneSansSuivi> lire(Integer territoire, Integer taille, long saut) {
    return base.sql(ELLES + """
        select q.id, q.nom, q.prenom, q.date_naissance, t.nom as territoire, coalesce(c.nom, a.nom_commune) as commune, q.cause, q.quand, q.detail from (
          select e.*,
            case when v.fin_le is not null then 'SUIVI_CLOS' when n.etat = 'SUSPENDUE' then 'PAUSE_RESTEE' when n.etat is not null then 'ENTREE_FINIE' else 'STOCK' end as cause,
            coalesce(v.fin_le, n.etat_depuis, e.depuis) as quand, coalesce(v.motif_fin, x.motif, r.raison) as detail
          from elles e
          left join lateral (select s.fin_le, s.motif_fin from orientation.suivi s where s.personne_id = e.id and s.motif_fin not like 'Saisi par erreur : %'
            order by s.fin_le desc, s.id desc limit 1) v on true
          left join lateral (select o.id, o.etat, o.etat_depuis from orientation.entree o where o.personne_id = e.id and v.fin_le is null order by o.mois desc limit 1) n on true
          left join lateral (select g.motif from orientation.passage g where g.personne_id = e.id and g.objet = 'ENTREE' and g.objet_id = n.id order by g.id desc limit 1) x on true
          left join lateral (select z.raison from orientation.raison_sans_suivi z where z.personne_id = e.id order by z.id desc limit 1) r on true
          order by quand, e.id limit :taille offset :saut) q
        left join structures.territoire t on t.id = q.territoire_id
        left join allocataires.situation a on a.personne_id = q.id
        left join structures.commune c on c.code = a.commune
        order by q.quand, q.id""")
        .params(parametres(LocalDate.now(horloge), territoire)).param("taille", taille).param("saut", saut)
        .query((l, _) -> new PersonneSansSuivi(l.getLong("id"), l.getString("nom"), l.getString("prenom"),
        l.getObject("date_naissance", LocalDate.class),
            l.getString("territoire"), l.getString("commune"), CauseSansSuivi.valueOf(l.getString("cause")), l.getObject("quand", LocalDate.class),
            l.getString("detail"))).list();
  }

  private static Map<String, Object> parametres(LocalDate jour, Integer territoire) {
    Map<String, Object> p = new HashMap<>();
    p.put("jour", jour);
    p.put("territoire", MaFiche.choisi(territoire));
    return p;
  }
}
