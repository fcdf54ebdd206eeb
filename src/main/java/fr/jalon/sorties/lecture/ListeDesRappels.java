package fr.jalon.sorties.lecture;

import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.sorties.domaine.EtatRappel;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.domaine.ReponseAuRappel;
import fr.jalon.sorties.lecture.FiltresDeRappels.File;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calls to make around this day, late, without an answer, answered in the year: the queue, what is late, what is due for many persons. */
@Component
public class ListeDesRappels {
  private static final String LIGNES = """
      with lignes as (
        select r.id as rappel_id, r.personne_id, p.nom, p.prenom, p.date_naissance, p.telephone, t.nom as territoire, o.nom as organisation, f.nom as referent, s.referent_id,
          r.territoire_id, r.etat, r.rang, r.prevu_le, r.prevu_le + :fenetre::int as limite, x.raison, x.le as sortie_le, x.contrat, x.employeur, r.reponse, r.repondu_le, r.repondu_par,
          case when r.etat = 'REPONDU' then 'FAITS' when r.etat = 'SANS_REPONSE' then 'SANS_REPONSE'
            when r.prevu_le + :fenetre::int < :aujourdhui then 'EN_RETARD' else 'A_APPELER' end as file
        from sorties.rappel r
        join sorties.sortie x on x.id = r.sortie_id and x.etat = 'CONFIRMEE'
        join allocataires.personne p on p.id = r.personne_id and p.fusionnee_dans is null
        left join lateral (select y.organisation_id, y.referent_id from orientation.suivi y where y.personne_id = r.personne_id
          order by y.etat = 'CLOS', y.notifie_le desc, y.id desc limit 1) s on true
        left join structures.organisation o on o.id = s.organisation_id
        left join structures.referent f on f.id = s.referent_id
        left join structures.territoire t on t.id = p.territoire_id
        where r.etat <> 'ANNULE' and (r.etat <> 'REPONDU' or r.repondu_le > :aujourdhui::date - interval '1 year') and r.prevu_le - :fenetre::int <= :aujourdhui and (:personnes::bigint[] is null or r.personne_id = any(:personnes::bigint[]))
      ), filtrees as (
        select * from lignes where (:territoire::int is null or territoire_id = :territoire)
          and (:rang::int is null or rang = :rang)
          and (:suivies::text is null or referent_id = (select structures.mon_referent()))
          and (:nom::text is null or personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      )
      """;
  private static final String LUES = """
      select d.*, habilitations.nom_agent(d.repondu_par) as par, (select count(*) from sorties.essai e where e.rappel_id = d.rappel_id) as essais,
        (select max(e.le) from sorties.essai e where e.rappel_id = d.rappel_id) as dernier
      from filtrees d
      """;
  private static final FiltresDeRappels RIEN = new FiltresDeRappels(null, null, null, null, null, 1);
  private static final RowMapper<LigneDeRappel> LIGNE = (l, _) -> new LigneDeRappel(l.getLong("rappel_id"), l.getLong("personne_id"),
      l.getString("nom"),
      l.getString("prenom"), SortiesDUnePersonne.jour(l, "date_naissance"), l.getString("telephone"), l.getString("territoire"),
      l.getString("organisation"), l.getString("referent"), EtatRappel.valueOf(l.getString("etat")), l.getInt("rang"),
      SortiesDUnePersonne.jour(l, "prevu_le"), SortiesDUnePersonne.jour(l, "limite"), RaisonDeSortie.valueOf(l.getString("raison")),
      SortiesDUnePersonne.jour(l, "sortie_le"), SortiesDUnePersonne.parmi(GenreDeContrat.class, l, "contrat"), l.getString("employeur"),
      l.getInt("essais"), SortiesDUnePersonne.jour(l, "dernier"), SortiesDUnePersonne.parmi(ReponseAuRappel.class, l, "reponse"),
      SortiesDUnePersonne.jour(l, "repondu_le"), l.getString("par"));
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  ListeDesRappels(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** One page of the queue, with the number of rows of each tab. */
  @Transactional(readOnly = true)
  public Liste<FiltresDeRappels, File, LigneDeRappel> page(FiltresDeRappels f) {
    return Liste.de(f, Liste.comptes(File.values(), base.sql(LIGNES + "select file, count(*) as n from filtrees group by 1").params(parametres(f,
        null))
        .query((l, _) -> Map.entry(File.valueOf(l.getString("file")), l.getLong("n"))).list()), f.file(), lire(f, Pagination.TAILLE, Liste.saut(f)));
  }

  /** The whole tab, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneDeRappel> toutes(FiltresDeRappels f) {
    return lire(f, null, 0);
  }

  /** How many are late. */
  @Transactional(readOnly = true)
  public long enRetard(FiltresDeRappels f) {
    return base.sql(LIGNES + "select count(*) from filtrees where file = 'EN_RETARD'").params(parametres(f, null)).query(Long.class).single();
  }

  /** The calls due for these persons, by person, the oldest first. */
  @Transactional(readOnly = true)
  public Map<Long, List<LigneDeRappel>> dus(Collection<Long> personnes) {
    return base.sql(LIGNES + LUES + " where file in ('A_APPELER', 'EN_RETARD') order by limite, rappel_id").params(parametres(RIEN, personnes))
        .query(LIGNE).list().stream().collect(Collectors.groupingBy(LigneDeRappel::personneId));
  }

  private List<LigneDeRappel> lire(FiltresDeRappels f, Integer taille, int saut) {
    String ordre = f.file() == File.FAITS ? "d.repondu_le desc, d.rappel_id desc" : "d.limite, d.rappel_id";
    return base.sql(LIGNES + LUES + " where d.file = :file order by " + ordre + " limit :taille offset :saut").params(parametres(f, null))
        .param("file", f.file().name()).param("taille", taille).param("saut", saut).query(LIGNE).list();
  }

  private Map<String, Object> parametres(FiltresDeRappels f, Collection<Long> personnes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<String, Object> p = new HashMap<>();
    p.put("aujourdhui", aujourdhui);
    p.put("personnes", personnes == null ? null : personnes.toArray(Long[]::new));
    p.put("fenetre", parametres.jours("sorties.fenetre_rappel_jours", aujourdhui));
    p.put("territoire", MaFiche.choisi(f.territoire()));
    p.put("rang", f.rang() == null ? null : f.rang().ordinal() + 1);
    p.put("suivies", f.suivies() == null ? null : f.suivies().name());
    String[] mots = CleDeRecherche.mots(f.nom());
    p.put("nom", mots.length == 0 ? null : f.nom());
    p.put("mots", mots);
    return p;
  }
}
