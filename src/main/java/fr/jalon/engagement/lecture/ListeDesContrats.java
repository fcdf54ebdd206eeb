package fr.jalon.engagement.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.lecture.FiltresDeContrats.File;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.MaFiche;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons who have a contract, or whose month to sign runs, each in one tab with the day it is to be done by: the list, and what is late. */
@Component
public class ListeDesContrats {
  private static final String LIGNES = """
      with siens as (
        select distinct on (c.personne_id) c.id as contrat_id, c.personne_id, c.etat, c.etat_depuis, c.depuis, c.jusqu_au, c.signe_le
        from engagement.contrat c where c.etat <> 'ECARTE'
        order by c.personne_id, c.etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE', 'SUSPENDU') desc, c.id desc
      ), delais as (
        select distinct on (x.personne_id) x.personne_id, x.limite_legale from echeances.echeance x
        where x.nature = 'CONTRAT_ENGAGEMENT' and x.etat = 'OUVERTE' order by x.personne_id, x.id desc
      ), rangees as (
        select coalesce(c.personne_id, d.personne_id) as personne_id, c.contrat_id, c.etat, c.etat_depuis, c.depuis, c.jusqu_au, c.signe_le, d.limite_legale,
          v.id as version_id, v.id is not null as en_preparation, s.organisation_id, s.referent_id, s.parcours, s.notifie_le,
          coalesce(s.notifie_le < :loi::date, false) as stock,
          case when c.etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE') and v.presentee_le is not null then 'A_SIGNER'
            when c.etat in ('A_ELABORER', 'SIGNE') and v.validation = 'DEMANDEE' then 'A_VALIDER'
            when c.etat = 'A_ELABORER' or coalesce(c.etat, 'CLOS') in ('CLOS', 'ECHU') and d.limite_legale is not null then 'A_PREPARER'
            when c.etat = 'SIGNE' and c.jusqu_au - :avant::int <= :aujourdhui::date or c.etat = 'ECHU' and s.id is not null then 'A_RENOUVELER'
            when c.etat = 'SIGNE' then 'EN_VIGUEUR' when c.etat = 'REFUSE' then 'REFUSES' when c.etat = 'SUSPENDU' then 'SUSPENDUS' else 'FINIS' end as file
        from siens c full join delais d on d.personne_id = c.personne_id
        left join engagement.version v on v.contrat_id = c.contrat_id and v.etat = 'PREPAREE'
        left join orientation.suivi s on s.personne_id = coalesce(c.personne_id, d.personne_id) and s.etat <> 'CLOS'
      ), lignes as (
        select r.*, p.nom, p.prenom, p.date_naissance, p.territoire_id, t.nom as territoire, o.nom as organisation, f.nom as referent,
          case when r.file in ('A_PREPARER', 'A_VALIDER', 'A_SIGNER') then coalesce(r.limite_legale, r.jusqu_au) when r.file = 'A_RENOUVELER' then r.jusqu_au end
            as limite
        from rangees r join allocataires.personne p on p.id = r.personne_id and p.fusionnee_dans is null
        left join structures.organisation o on o.id = r.organisation_id
        left join structures.referent f on f.id = r.referent_id
        left join structures.territoire t on t.id = p.territoire_id
      ), filtrees as (
        select * from lignes where (:territoire::int is null or territoire_id = :territoire)
          and (:referent::int is null or referent_id = :referent) and (:organisation::int is null or organisation_id = :organisation)
          and (:parcours::text is null or parcours = :parcours)
          and (:suivies::text is null or case :suivies when 'MIENNES' then referent_id = (select structures.mon_referent()) else referent_id is null end)
          and (:anciennete::text is null or stock = (:anciennete = 'STOCK'))
          and (:delai::text is null or case :delai when 'EN_RETARD' then limite < :aujourdhui else limite between :aujourdhui and :aujourdhui::date + :proche::int end)
          and (:nom::text is null or personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      )
      """;
  private static final RowMapper<LigneDeContrat> LIGNE = (l, _) -> new LigneDeContrat(l.getLong("personne_id"), l.getString("nom"),
      l.getString("prenom"), jour(l, "date_naissance"), l.getString("territoire"), l.getString("organisation"), l.getString("referent"),
      l.getString("parcours") == null ? null : Parcours.valueOf(l.getString("parcours")), jour(l, "notifie_le"), l.getBoolean("stock"),
      File.valueOf(l.getString("file")), l.getString("etat") == null ? null : EtatContrat.valueOf(l.getString("etat")), jour(l, "etat_depuis"),
      jour(l, "depuis"), jour(l, "jusqu_au"), jour(l, "signe_le"), jour(l, "limite"), l.getInt("signatures"),
      l.getBoolean("en_preparation") && jour(l, "signe_le") != null);
  /** A référent or an organisation that follows somebody of the list. */
  public record Suiveur(int id, String nom) {}

  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  ListeDesContrats(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** One page of the list, with the number of rows of each tab. */
  @Transactional(readOnly = true)
  public Liste<FiltresDeContrats, File, LigneDeContrat> page(FiltresDeContrats f) {
    return Liste.de(f, Liste.comptes(File.values(), base.sql(LIGNES + "select file, count(*) as n from filtrees group by 1").params(parametres(f))
        .query((l, _) -> Map.entry(File.valueOf(l.getString("file")), l.getLong("n"))).list()), f.file(), lire(f, Pagination.TAILLE, Liste.saut(f)));
  }

  /** The whole tab, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneDeContrat> toutes(FiltresDeContrats f) {
    return lire(f, null, 0);
  }

  /** Référents who follow somebody whom the agent at work sees, by name. */
  @Transactional(readOnly = true)
  public List<Suiveur> referents() {
    return base.sql("""
        select distinct r.id, r.nom from orientation.suivi s join structures.referent r on r.id = s.referent_id where s.etat <> 'CLOS' order by r.nom, r.id""")
        .query(Suiveur.class).list();
  }

  /** Organisations that follow somebody whom the agent at work sees, by name. */
  @Transactional(readOnly = true)
  public List<Suiveur> organisations() {
    return base.sql("""
        select distinct o.id, o.nom from orientation.suivi s join structures.organisation o on o.id = s.organisation_id where s.etat <> 'CLOS' order by o.nom, o.id""")
        .query(Suiveur.class).list();
  }

  /** What is late, in all tabs. */
  @Transactional(readOnly = true)
  public long enRetard(FiltresDeContrats f) {
    return base.sql(LIGNES + "select count(*) from filtrees where limite < :aujourdhui").params(parametres(f)).query(Long.class).single();
  }

  private List<LigneDeContrat> lire(FiltresDeContrats f, Integer taille, int saut) {
    String ordre = switch (f.file()) {
      case A_PREPARER, A_VALIDER, A_SIGNER, A_RENOUVELER -> "l.limite nulls last, l.personne_id";
      case EN_VIGUEUR -> "l.jusqu_au, l.personne_id";
      case REFUSES, SUSPENDUS, FINIS -> "l.etat_depuis desc, l.personne_id desc";
    };
    return base.sql(LIGNES + """
        select l.*, coalesce((select count(*)::int from engagement.signature g where g.version_id = l.version_id and g.annulee_le is null), 0) as signatures
        from filtrees l where l.file = :file order by\s""" + ordre + " limit :taille offset :saut").params(parametres(f))
        .param("file", f.file().name()).param("taille", taille).param("saut", saut).query(LIGNE).list();
  }

  private Map<String, Object> parametres(FiltresDeContrats f) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<String, Object> p = new HashMap<>();
    p.put("aujourdhui", aujourdhui);
    p.put("avant", parametres.jours("engagement.renouveler_avant", aujourdhui));
    p.put("loi", parametres.chercher("engagement.stock", aujourdhui).map(v -> v.depuis()).orElse(null));
    p.put("territoire", MaFiche.choisi(f.territoire()));
    p.put("referent", f.referent());
    p.put("organisation", f.organisation());
    p.put("parcours", f.parcours() == null ? null : f.parcours().name());
    p.put("suivies", f.suivies() == null ? null : f.suivies().name());
    p.put("anciennete", f.anciennete() == null ? null : f.anciennete().name());
    p.put("delai", f.delai() == null ? null : f.delai().name());
    p.put("proche", parametres.jours("echeances.proche_jours", aujourdhui));
    String[] mots = CleDeRecherche.mots(f.nom());
    p.put("nom", mots.length == 0 ? null : f.nom());
    p.put("mots", mots);
    return p;
  }

  private static LocalDate jour(ResultSet l, String colonne) throws SQLException {
    return l.getObject(colonne, LocalDate.class);
  }
}
