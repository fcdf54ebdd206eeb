package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.domaine.OngletHorsRsa;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.MaFiche;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons followed outside the RSA, by name, and those who no longer are, the last first. */
@Component
public class ListeHorsRsa {
  private static final String SUIVIS = """
      with filtres as (
        select h.*, p.nom, p.prenom, p.date_naissance, case when h.fin_le is null then 'EN_COURS' else 'TERMINES' end as onglet
        from allocataires.suivi_hors_rsa h join allocataires.personne p on p.id = h.personne_id and p.fusionnee_dans is null
        where h.retire_le is null and (:territoire::int is null or h.territoire_id = :territoire) and (:public::text is null or h.public = :public)
          and (:nom::text is null or h.personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      )
      """;
  private final JdbcClient base;

  ListeHorsRsa(JdbcClient base) {
    this.base = base;
  }

  /** One page of the list, with the number of each tab. */
  @Transactional(readOnly = true)
  public Liste<FiltresHorsRsa, OngletHorsRsa, LigneHorsRsa> page(FiltresHorsRsa f) {
    return Liste.de(f, Liste.comptes(OngletHorsRsa.values(), base.sql(SUIVIS + "select onglet, count(*) as n from filtres group by 1")
        .params(parametres(f))
        .query((l, _) -> Map.entry(OngletHorsRsa.valueOf(l.getString("onglet")), l.getLong("n"))).list()), f.etat(),
        lire(f, Pagination.TAILLE, Liste.saut(f)));
  }

  /** The whole list, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneHorsRsa> toutes(FiltresHorsRsa f) {
    return lire(f, null, 0);
  }

  private List<LigneHorsRsa> lire(FiltresHorsRsa f, Integer taille, int saut) {
    return base.sql(SUIVIS + """
        select d.id, d.personne_id, d.nom, d.prenom, d.date_naissance as naissance, coalesce(k.nom, s.nom_commune) as commune, t.nom as territoire,
          d.public as public_suivi, d.cohorte, d.depuis, d.fin_le, d.fin_motif, o.nom as organisation, r.nom as referent,
          coalesce(s.present and s.adulte and allocataires.est_vivant(s.etat), false) as au_rsa
        from filtres d
        left join allocataires.situation s on s.personne_id = d.personne_id
        left join lateral allocataires.adresse_inscrite(d.personne_id) i on true
        left join structures.commune k on k.code = coalesce(case when s.present then s.commune end, i.commune, s.commune)
        left join structures.territoire t on t.id = d.territoire_id
        left join structures.organisation o on o.id = d.organisation_id
        left join structures.referent r on r.id = d.referent_id
        where d.onglet = :onglet order by """ + (f.etat() == OngletHorsRsa.EN_COURS ? " " : " d.fin_le desc, ")
        + "d.nom, d.prenom, d.id limit :taille offset :saut")
        .params(parametres(f)).param("onglet", f.etat().name()).param("taille", taille).param("saut", saut).query(LigneHorsRsa.class).list();
  }

  private static Map<String, Object> parametres(FiltresHorsRsa f) {
    Map<String, Object> p = new HashMap<>();
    p.put("territoire", MaFiche.choisi(f.territoire()));
    p.put("public", f.publicSuivi());
    String[] mots = CleDeRecherche.mots(f.nom());
    p.put("nom", mots.length == 0 ? null : f.nom());
    p.put("mots", mots);
    return p;
  }
}
