package fr.jalon.sorties.lecture;

import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.sorties.domaine.ClasseDeSortie;
import fr.jalon.sorties.domaine.EtatSortie;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.domaine.SourceDeSortie;
import fr.jalon.sorties.lecture.FiltresDeSorties.File;
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

/** The exits: the list, what is late to complete, what is to complete for many persons. */
@Component
public class ListeDesSorties {
  private static final String LIGNES = """
      with lignes as (
        select x.id as sortie_id, x.personne_id, p.nom, p.prenom, p.date_naissance, t.nom as territoire, o.nom as organisation, f.nom as referent, s.referent_id, x.territoire_id,
          x.etat, x.raison, x.le, x.source, x.contrat, x.fin_le, x.heures, x.employeur, x.metier, x.classe, x.fermee_le, x.retour_le,
          case when x.etat = 'PROPOSEE' then x.etat_depuis + :completer::int end as limite,
          case when x.etat = 'PROPOSEE' then 'A_COMPLETER' when x.raison in ('EMPLOI', 'INDEPENDANT') then 'EMPLOI' else 'AUTRES' end as file
        from sorties.sortie x
        join allocataires.personne p on p.id = x.personne_id and p.fusionnee_dans is null
        left join lateral (select y.organisation_id, y.referent_id from orientation.suivi y where y.personne_id = x.personne_id
          order by y.etat = 'CLOS', y.notifie_le desc, y.id desc limit 1) s on true
        left join structures.organisation o on o.id = s.organisation_id
        left join structures.referent f on f.id = s.referent_id
        left join structures.territoire t on t.id = p.territoire_id
        where x.etat <> 'ECARTEE' and (:personnes::bigint[] is null or x.personne_id = any(:personnes::bigint[]))
      ), filtrees as (
        select * from lignes where (:territoire::int is null or territoire_id = :territoire)
          and (:suivies::text is null or referent_id = (select structures.mon_referent()))
          and (:raison::text is null or raison = :raison) and (:classe::text is null or classe = :classe and etat = 'CONFIRMEE')
          and (:retour::text is null or (retour_le is not null) = (:retour = 'REVENUE'))
          and (:nom::text is null or personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      )
      """;
  private static final FiltresDeSorties RIEN = new FiltresDeSorties(null, null, null, null, null, null, null, 1);
  private static final RowMapper<LigneDeSortie> LIGNE = (l, _) -> new LigneDeSortie(l.getLong("sortie_id"), l.getLong("personne_id"),
      l.getString("nom"),
      l.getString("prenom"), SortiesDUnePersonne.jour(l, "date_naissance"), l.getString("territoire"), l.getString("organisation"),
      l.getString("referent"), EtatSortie.valueOf(l.getString("etat")), RaisonDeSortie.valueOf(l.getString("raison")), SortiesDUnePersonne.jour(l,
          "le"),
      SourceDeSortie.valueOf(l.getString("source")), SortiesDUnePersonne.parmi(GenreDeContrat.class, l, "contrat"), SortiesDUnePersonne.jour(l,
          "fin_le"),
      l.getBigDecimal("heures"), l.getString("employeur"), l.getString("metier"), ClasseDeSortie.valueOf(l.getString("classe")),
      SortiesDUnePersonne.jour(l, "fermee_le"), SortiesDUnePersonne.jour(l, "retour_le"), SortiesDUnePersonne.jour(l, "limite"));
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  ListeDesSorties(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** One page of the list, with the number of rows of each tab. */
  @Transactional(readOnly = true)
  public Liste<FiltresDeSorties, File, LigneDeSortie> page(FiltresDeSorties f) {
    return Liste.de(f, Liste.comptes(File.values(), base.sql(LIGNES + "select file, count(*) as n from filtrees group by 1").params(parametres(f,
        null))
        .query((l, _) -> Map.entry(File.valueOf(l.getString("file")), l.getLong("n"))).list()), f.file(), lire(f, Pagination.TAILLE, Liste.saut(f)));
  }

  /** The whole tab, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneDeSortie> toutes(FiltresDeSorties f) {
    return lire(f, null, 0);
  }

  /** How many should have been completed. */
  @Transactional(readOnly = true)
  public long enRetard(FiltresDeSorties f) {
    return base.sql(LIGNES + "select count(*) from filtrees where limite < :aujourdhui").params(parametres(f, null))
        .param("aujourdhui", LocalDate.now(horloge)).query(Long.class).single();
  }

  /** What is to complete for these persons, by person. */
  @Transactional(readOnly = true)
  public Map<Long, List<LigneDeSortie>> aCompleter(Collection<Long> personnes) {
    return base.sql(LIGNES + "select * from filtrees where file = 'A_COMPLETER' order by limite, sortie_id").params(parametres(RIEN, personnes))
        .query(LIGNE).list().stream().collect(Collectors.groupingBy(LigneDeSortie::personneId));
  }

  private List<LigneDeSortie> lire(FiltresDeSorties f, Integer taille, int saut) {
    String ordre = f.file() == File.A_COMPLETER ? "limite, sortie_id" : "le desc, sortie_id desc";
    return base.sql(LIGNES + "select * from filtrees where file = :file order by " + ordre + " limit :taille offset :saut").params(parametres(f,
        null))
        .param("file", f.file().name()).param("taille", taille).param("saut", saut).query(LIGNE).list();
  }

  private Map<String, Object> parametres(FiltresDeSorties f, Collection<Long> personnes) {
    Map<String, Object> p = new HashMap<>();
    p.put("personnes", personnes == null ? null : personnes.toArray(Long[]::new));
    p.put("completer", parametres.jours("sorties.completer_jours", LocalDate.now(horloge)));
    p.put("territoire", MaFiche.choisi(f.territoire()));
    p.put("suivies", f.suivies() == null ? null : f.suivies().name());
    p.put("raison", f.raison() == null ? null : f.raison().name());
    p.put("classe", f.classe() == null ? null : f.classe().name());
    p.put("retour", f.retour() == null ? null : f.retour().name());
    String[] mots = CleDeRecherche.mots(f.nom());
    p.put("nom", mots.length == 0 ? null : f.nom());
    p.put("mots", mots);
    return p;
  }
}
