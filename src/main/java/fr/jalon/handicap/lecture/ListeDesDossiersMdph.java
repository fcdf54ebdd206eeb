package fr.jalon.handicap.lecture;

import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.lecture.FiltresDeDossiersMdph.File;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.MaFiche;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files and the rights to be asked again, each in one tab with the day it is awaited: the list, what is late, the steps of many persons. */
@Component
public class ListeDesDossiersMdph {
  private static final String LIGNES = """
      with accordees as (
        select distinct on (r.personne_id, r.droit) r.personne_id, r.droit, r.dossier_id, r.decidee_le, r.jusqu_au
        from handicap.reponse r join handicap.dossier d on d.id = r.dossier_id and d.etat <> 'ECARTE'
        where r.sens = 'ACCORDE' and r.annulee_le is null and (:personnes::bigint[] is null or r.personne_id = any(:personnes::bigint[]))
        order by r.personne_id, r.droit, r.depuis desc, r.id desc
      ), toutes as (
        select d.id as dossier_id, d.personne_id, d.etat, d.etat_depuis, d.droits, d.propose_le, d.depose_le, d.decide_le, d.territoire_id,
          d.suites_dites_le is not null as suites_dites, null::date as jusqu_au,
          (d.certificat_le + make_interval(months => :certificat))::date as certificat_fini,
          case d.etat when 'PROPOSE' then 'PROPOSES' when 'A_CONSTITUER' then 'A_CONSTITUER' when 'DEPOSE' then 'ATTENDUS' when 'COMPLET' then 'ATTENDUS'
            when 'CONTESTE' then 'CONTESTES' when 'DECIDE' then 'DECIDES' else 'ARRETES' end as file,
          case d.etat when 'PROPOSE' then d.etat_depuis + :relance::int when 'A_CONSTITUER' then d.etat_depuis + :constitution::int
            when 'DEPOSE' then (d.depose_le + make_interval(months => :decision))::date
            when 'COMPLET' then (coalesce(d.complet_le, d.depose_le) + make_interval(months => :decision))::date
            when 'CONTESTE' then (d.conteste_le + make_interval(months => :reponse_au_recours))::date
            when 'DECIDE' then case when d.suites_dites_le is null then (d.decide_le + make_interval(months => :recours))::date end end as limite
        from handicap.dossier d where d.etat <> 'ECARTE' and (:personnes::bigint[] is null or d.personne_id = any(:personnes::bigint[]))
        union all
        select a.dossier_id, a.personne_id, 'DECIDE', a.decidee_le, array[a.droit], a.decidee_le, null, a.decidee_le, o.territoire_id, true, a.jusqu_au, null,
          'A_RENOUVELER', (a.jusqu_au - make_interval(months => :decision))::date
        from accordees a join handicap.dossier o on o.id = a.dossier_id
        where a.jusqu_au <= (:aujourdhui::date + make_interval(months => :renouveler))::date and a.jusqu_au > (:aujourdhui::date - make_interval(months => :renouveler))::date
          and not exists (select from handicap.dossier n where n.personne_id = a.personne_id and n.id <> a.dossier_id and n.etat <> 'ECARTE'
            and n.propose_le >= a.decidee_le and a.droit = any(n.droits))
      ), lignes as (
        select l.*, p.nom, p.prenom, p.date_naissance, t.nom as territoire, o.nom as organisation, f.nom as referent, s.referent_id
        from toutes l
        join allocataires.personne p on p.id = l.personne_id and p.fusionnee_dans is null
        left join lateral (select x.organisation_id, x.referent_id from orientation.suivi x where x.personne_id = l.personne_id and x.etat <> 'CLOS'
          order by x.notifie_le desc, x.id desc limit 1) s on true
        left join structures.organisation o on o.id = s.organisation_id
        left join structures.referent f on f.id = s.referent_id
        left join structures.territoire t on t.id = p.territoire_id
      ), filtrees as (
        select * from lignes where (:territoire::int is null or territoire_id = :territoire)
          and (:referent::int is null or referent_id = :referent)
          and (:suivies::text is null or case :suivies when 'MIENNES' then referent_id = (select structures.mon_referent()) else referent_id is null end)
          and (:delai::text is null or case :delai when 'EN_RETARD' then limite < :aujourdhui else limite between :aujourdhui and :aujourdhui::date + :proche::int end)
          and (:nom::text is null or personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      )
      """;
  private static final String LUES = """
      select d.*, (select array_agg(distinct r.droit) from handicap.reponse r where r.dossier_id = d.dossier_id and r.sens = 'ACCORDE' and r.annulee_le is null) as accordes,
        exists (select from handicap.reponse r where r.dossier_id = d.dossier_id and r.sens <> 'ACCORDE' and r.annulee_le is null and not exists (
          select from handicap.reponse q where q.dossier_id = r.dossier_id and q.droit = r.droit and q.id > r.id and q.annulee_le is null)) as refuse
      from filtrees d
      """;
  private static final RowMapper<LigneDeDossierMdph> LIGNE = (l, _) -> new LigneDeDossierMdph(l.getLong("dossier_id"), l.getLong("personne_id"),
      l.getString("nom"), l.getString("prenom"), jour(l, "date_naissance"), l.getString("territoire"), l.getString("organisation"),
      l.getString("referent"), File.valueOf(l.getString("file")), EtatDossierMdph.valueOf(l.getString("etat")), jour(l, "etat_depuis"), droits(l,
          "droits"),
      jour(l, "propose_le"), jour(l, "depose_le"), jour(l, "decide_le"), jour(l, "limite"), jour(l, "certificat_fini"), droits(l, "accordes"),
      l.getBoolean("refuse"), l.getBoolean("suites_dites"), jour(l, "jusqu_au"));
  /** A référent who follows somebody of the list. */
  public record Suiveur(int id, String nom) {}

  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  ListeDesDossiersMdph(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** One page of the list, with the number of rows of each tab. */
  @Transactional(readOnly = true)
  public Liste<FiltresDeDossiersMdph, File, LigneDeDossierMdph> page(FiltresDeDossiersMdph f) {
    return Liste.de(f, Liste.comptes(File.values(), base.sql(LIGNES + "select file, count(*) as n from filtrees group by 1").params(parametres(f,
        null))
        .query((l, _) -> Map.entry(File.valueOf(l.getString("file")), l.getLong("n"))).list()), f.file(), lire(f, Pagination.TAILLE, Liste.saut(f)));
  }

  /** The whole tab, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneDeDossierMdph> toutes(FiltresDeDossiersMdph f) {
    return lire(f, null, 0);
  }

  /** Who follows somebody of the list, by name. */
  @Transactional(readOnly = true)
  public List<Suiveur> referents() {
    return base.sql(LIGNES + "select distinct referent_id as id, referent as nom from lignes where referent_id is not null order by nom, id")
        .params(parametres(new FiltresDeDossiersMdph(null, null, null, null, null, null, 1), null)).query(Suiveur.class).list();
  }

  /** What is late in the tabs where something is to be done. */
  @Transactional(readOnly = true)
  public long enRetard(FiltresDeDossiersMdph f) {
    return base.sql(LIGNES + "select count(*) from filtrees where limite < :aujourdhui").params(parametres(f, null)).query(Long.class).single();
  }

  /** What is to be done or awaited for these persons, by person, the nearest day first. */
  @Transactional(readOnly = true)
  public Map<Long, List<LigneDeDossierMdph>> enCours(Collection<Long> personnes) {
    return base.sql(LIGNES + LUES + " where file <> 'ARRETES' and (file <> 'DECIDES' or not suites_dites) order by limite nulls last, dossier_id")
        .params(parametres(new FiltresDeDossiersMdph(null, null, null, null, null, null, 1), personnes)).query(LIGNE).list().stream()
        .collect(Collectors.groupingBy(LigneDeDossierMdph::personneId));
  }

  private List<LigneDeDossierMdph> lire(FiltresDeDossiersMdph f, Integer taille, int saut) {
    String ordre = f.file() == File.DECIDES || f.file() == File.ARRETES ? "d.etat_depuis desc, d.dossier_id desc"
        : "d.limite nulls last, d.dossier_id, d.droits";
    return base.sql(LIGNES + LUES + " where d.file = :file order by " + ordre + " limit :taille offset :saut")
        .params(parametres(f, null)).param("file", f.file().name()).param("taille", taille).param("saut", saut).query(LIGNE).list();
  }

  private Map<String, Object> parametres(FiltresDeDossiersMdph f, Collection<Long> personnes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<String, Object> p = new HashMap<>();
    p.put("aujourdhui", aujourdhui);
    p.put("personnes", personnes == null ? null : personnes.toArray(Long[]::new));
    p.put("certificat", parametres.mois("handicap.validite_du_certificat", aujourdhui));
    p.put("decision", parametres.mois("handicap.delai_de_decision", aujourdhui));
    p.put("recours", parametres.mois("handicap.delai_de_recours", aujourdhui));
    p.put("reponse_au_recours", parametres.mois("handicap.delai_de_reponse_au_recours", aujourdhui));
    p.put("renouveler", parametres.mois("handicap.renouveler_avant", aujourdhui));
    p.put("relance", parametres.jours("handicap.relance_proposition", aujourdhui));
    p.put("constitution", parametres.jours("handicap.delai_de_constitution", aujourdhui));
    p.put("territoire", MaFiche.choisi(f.territoire()));
    p.put("referent", f.referent());
    p.put("suivies", f.suivies() == null ? null : f.suivies().name());
    p.put("delai", f.delai() == null ? null : f.delai().name());
    p.put("proche", parametres.jours("echeances.proche_jours", aujourdhui));
    String[] mots = CleDeRecherche.mots(f.nom());
    p.put("nom", mots.length == 0 ? null : f.nom());
    p.put("mots", mots);
    return p;
  }

  private static List<DroitMdph> droits(ResultSet l, String colonne) throws SQLException {
    return l.getArray(colonne) == null ? List.of() : Arrays.stream((String[]) l.getArray(colonne).getArray()).map(DroitMdph::valueOf).sorted()
        .toList();
  }

  private static LocalDate jour(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, LocalDate.class);
  }
}
