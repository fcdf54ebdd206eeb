package fr.jalon.orientation.lecture;

import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.orientation.domaine.Avis;
import fr.jalon.orientation.lecture.FiltresDeReexamens.File;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parcours sociaux to review, the most late first: what the register of deadlines says is due. */
@Component
public class ListeDesReexamens {
  private static final String REEXAMENS = """
      with reexamens as (
        select s.id as suivi_id, s.personne_id, p.nom, p.prenom, p.date_naissance, x.territoire_id, s.organisation_id, s.referent_id, s.notifie_le,
          x.limite_legale as limite, x.reference_legale,
          case when :aujourdhui > x.limite_legale then 'RETARD' when x.limite_legale <= :preparer then 'PROCHE' else 'PLUS_TARD' end as file
        from echeances.echeance x
        join orientation.suivi s on s.id = x.objet_id
        join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
        where x.nature = 'REEXAMEN_SOCIAL' and x.etat = 'OUVERTE' and (:territoire::int is null or x.territoire_id = :territoire)
          and (:organisation::int is null or s.organisation_id = :organisation) and (:suivi::bigint is null or s.id = :suivi)
          and (:nom::text is null or p.id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      )
      """;
  private static final String LIRE = """
      select q.*, t.nom as territoire, o.nom as organisation, f.nom as referent, m.fait_le as maintenu_le, m.avis, r.id as reorientation
      from (select * from reexamens where :file = 'A_FAIRE' and file <> 'PLUS_TARD' or file = :file or :suivi::bigint is not null order by limite, personne_id limit :taille offset :saut) q
      join structures.organisation o on o.id = q.organisation_id
      left join structures.referent f on f.id = q.referent_id
      left join structures.territoire t on t.id = q.territoire_id
      left join lateral (select a.fait_le, a.avis from orientation.maintien a where a.suivi_id = q.suivi_id and a.annule_le is null order by a.id desc limit 1) m on true
      left join orientation.reorientation r on r.personne_id = q.personne_id and r.etat = 'DEMANDEE'
      order by q.limite, q.personne_id
      """;
  private static final RowMapper<LigneDeReexamen> LIGNE = (l, _) ->
      new LigneDeReexamen(l.getLong("suivi_id"), l.getLong("personne_id"), l.getString("nom"),
      l.getString("prenom"), l.getObject("date_naissance", LocalDate.class), l.getString("territoire"), l.getString("organisation"),
      l.getString("referent"),
      l.getObject("notifie_le", LocalDate.class), l.getObject("limite", LocalDate.class), l.getString("reference_legale"),
      l.getObject("maintenu_le", LocalDate.class), l.getString("avis") == null ? null : Avis.Sens.valueOf(l.getString("avis")),
      (Long) l.getObject("reorientation"));
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  ListeDesReexamens(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** One page of the list, with the number of reviews in each file. */
  @Transactional(readOnly = true)
  public Liste<FiltresDeReexamens, File, LigneDeReexamen> page(FiltresDeReexamens filtres) {
    Map<File, Long> comptes = comptes(filtres);
    long total = filtres.suivi() == null ? comptes.get(filtres.file()) : comptes.get(File.A_FAIRE) + comptes.get(File.PLUS_TARD);
    return new Liste<>(filtres, comptes, total, lire(filtres, Pagination.TAILLE, Liste.saut(filtres)));
  }

  /** The whole list, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneDeReexamen> toutes(FiltresDeReexamens filtres) {
    return lire(filtres, null, 0);
  }

  /** Number of reviews in each file, with the other filters. */
  @Transactional(readOnly = true)
  public Map<File, Long> comptes(FiltresDeReexamens filtres) {
    return Liste.comptes(File.values(), base.sql(REEXAMENS + """
        select file, count(*) as n from reexamens group by 1 union all select 'A_FAIRE', count(*) from reexamens where file <> 'PLUS_TARD'""").params(parametres(filtres))
        .query((l, _) -> Map.entry(File.valueOf(l.getString("file")), l.getLong("n"))).list());
  }

  private List<LigneDeReexamen> lire(FiltresDeReexamens filtres, Integer taille, int saut) {
    return base.sql(REEXAMENS + LIRE).params(parametres(filtres)).param("file", filtres.file().name()).param("taille", taille)
        .param("saut", saut).query(LIGNE).list();
  }

  private Map<String, Object> parametres(FiltresDeReexamens filtres) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<String, Object> p = new HashMap<>();
    p.put("aujourdhui", aujourdhui);
    p.put("preparer", aujourdhui.plusDays(parametres.jours("orientation.reexamen_preparation_jours", aujourdhui)));
    p.put("territoire", MaFiche.choisi(filtres.territoire()));
    p.put("organisation", filtres.organisation());
    p.put("suivi", filtres.suivi());
    String[] mots = CleDeRecherche.mots(filtres.nom());
    p.put("nom", mots.length == 0 ? null : filtres.nom());
    p.put("mots", mots);
    return p;
  }
}
