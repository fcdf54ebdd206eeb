package fr.jalon.carnet.lecture;

import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.lecture.FiltresDuCarnet.Onglet;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What awaits the agent at work in the notebooks: what colleagues ask of her or she asks of them, and what was written since she last opened the
 * notebook of a person she follows. What she may not read does not leave PostgreSQL.
 */
@Component
public class ListeDuCarnet {
  /** Whom she follows: as a référent; else, for an organisation, whom it follows; for who answers for a team, whose notebook she opened once. */
  private static final String LIGNES = """
      with moi as materialized (select habilitations.agent() as agent, structures.mon_referent() as fiche),
      suivies as materialized (
        select s.personne_id from orientation.suivi s, moi where s.referent_id = moi.fiche and s.etat = 'EN_COURS'
        union select h.personne_id from allocataires.suivi_hors_rsa h, moi where h.referent_id = moi.fiche and h.fin_le is null and h.retire_le is null
        union select c.id from allocataires.confiees() c(id), moi where moi.fiche is null
        union select l.personne_id from carnet.lecture l, moi where moi.fiche is null and l.agent = moi.agent
      ), toutes as (
        select d.id as demande, d.entree_id as entree, d.genre, d.limite, d.demandee_par as auteur, d.pour, d.pour = moi.agent as a_moi,
          d.demandee_par = moi.agent as de_moi, d.demandee_le as quand, d.faite_le, d.faite_par,
          case when d.faite_le is not null then 'FAITS' when d.pour = moi.agent then 'ATTEND' else 'DEMANDES' end as onglet
        from carnet.demande d, moi where d.pour = moi.agent or d.genre = 'TACHE' and d.demandee_par = moi.agent
        union all
        select null, e.id, 'ECRIT', null, e.auteur, null, false, false, e.ecrit_le, null, null, 'NOUVEAUX'
        from moi, suivies s join carnet.entree e on e.personne_id = s.personne_id
        where e.auteur <> moi.agent and e.repris_de is null and e.ecrit_le > :depuis and not exists (select from carnet.lecture l
          where l.personne_id = s.personne_id and l.agent = moi.agent and (l.lue_le >= e.ecrit_le or e.id = any (l.vues)))
      ), filtrees as (
        select t.*, coalesce(e.reponse_a, e.id) as fil, e.theme, e.personne_id, p.nom, p.prenom, p.territoire_id
        from toutes t join carnet.entree e on e.id = t.entree join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
        where (:theme::text is null or e.theme = :theme) and (:territoire::int is null or p.territoire_id = :territoire)
          and (:genre::text is null or (t.genre = 'TACHE') = (:genre = 'A_FAIRE'))
          and (:nom::text is null or p.id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      )
      """;
  private final JdbcClient base;
  private final ThemesDuCarnet themes;
  private final Parametres parametres;
  private final Clock horloge;

  ListeDuCarnet(JdbcClient base, ThemesDuCarnet themes, Parametres parametres, Clock horloge) {
    this.base = base;
    this.themes = themes;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** One page of the list, with the number of rows of each tab. */
  @Transactional(readOnly = true)
  public Liste<FiltresDuCarnet, Onglet, LigneDuCarnet> page(FiltresDuCarnet f) {
    return Liste.de(f, Liste.comptes(Onglet.values(), base.sql(LIGNES + """
        select onglet, count(*) as n from filtrees group by 1
        union all select 'RETARD', count(*) from filtrees where onglet = 'ATTEND' and limite < :aujourdhui""").params(parametres(f))
        .query((l, _) -> Map.entry(Onglet.valueOf(l.getString("onglet")), l.getLong("n"))).list()), f.onglet(),
        lire(f, Pagination.TAILLE, Liste.saut(f)));
  }

  /** The whole tab, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneDuCarnet> toutes(FiltresDuCarnet f) {
    return lire(f, null, 0);
  }

  private List<LigneDuCarnet> lire(FiltresDuCarnet f, Integer taille, int saut) {
    boolean retard = f.onglet() == Onglet.RETARD;
    return base.sql(LIGNES + """
        select q.*, z.nom as territoire, habilitations.nom_agent(q.auteur) as par, habilitations.nom_agent(q.pour) as a_qui,
          habilitations.nom_agent(q.faite_par) as par_qui
        from (select row_number() over (order by\s""" + f.tri().ordre() + """
        , quand, demande, entree) as rang, * from filtrees where onglet = :onglet""" + (retard ? " and limite < :aujourdhui" : "") + """
        \sorder by rang limit :taille offset :saut) q left join structures.territoire z on z.id = q.territoire_id order by q.rang""")
        .params(parametres(f)).param("onglet", (retard ? Onglet.ATTEND : f.onglet()).name()).param("taille", taille).param("saut", saut)
        .query(ligne()).list();
  }

  private RowMapper<LigneDuCarnet> ligne() {
    return (l, _) -> new LigneDuCarnet((Long) l.getObject("demande"), l.getLong("fil"), l.getLong("personne_id"), l.getString("nom"),
        l.getString("prenom"), l.getString("territoire"), themes.libelle(l.getString("theme")), l.getString("genre"),
        l.getObject("limite", LocalDate.class), l.getString("par"), l.getString("a_qui"), l.getBoolean("a_moi"), l.getBoolean("de_moi"),
        l.getObject("quand", OffsetDateTime.class), l.getObject("faite_le", OffsetDateTime.class), l.getString("par_qui"));
  }

  private Map<String, Object> parametres(FiltresDuCarnet f) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<String, Object> p = new HashMap<>();
    p.put("aujourdhui", aujourdhui);
    p.put("depuis", OffsetDateTime.now(horloge).minusDays(parametres.jours("carnet.nouveaux", aujourdhui)));
    p.put("theme", f.theme());
    p.put("territoire", MaFiche.choisi(f.territoire()));
    p.put("genre", f.genre() == null ? null : f.genre().name());
    String[] mots = CleDeRecherche.mots(f.nom());
    p.put("nom", mots.length == 0 ? null : f.nom());
    p.put("mots", mots);
    return p;
  }
}
