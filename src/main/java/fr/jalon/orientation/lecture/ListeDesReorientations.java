package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.Urgence;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests of réorientation: those that wait, oldest first; those decided, latest first. */
@Component
public class ListeDesReorientations {
  private static final String DEMANDES = """
      with demandes as (
        select r.*, p.nom, p.prenom, p.date_naissance, t.nom as territoire, s.parcours, o.nom as organisation, f.nom as referent, s.notifie_le,
          v.nom as organisation_voulue, n.parcours as nouveau_parcours, no.nom as nouvelle_organisation, x.cible as limite, s.recommandation_id as fondee_sur,
          case when r.etat <> 'DEMANDEE' or x.cible is null then null when :aujourdhui > x.cible then 'EN_RETARD'
            when x.cible - :aujourdhui::date <= :proche then 'PROCHE' else 'A_TEMPS' end as urgence
        from orientation.reorientation r
        join allocataires.personne p on p.id = r.personne_id and p.fusionnee_dans is null
        join orientation.suivi s on s.id = r.suivi_id
        join structures.organisation o on o.id = s.organisation_id
        left join structures.referent f on f.id = s.referent_id
        left join structures.organisation v on v.id = r.organisation_voulue_id
        left join orientation.suivi n on n.id = r.nouveau_suivi_id
        left join structures.organisation no on no.id = n.organisation_id
        left join structures.territoire t on t.id = r.territoire_id
        left join echeances.echeance x on x.nature = 'REORIENTATION' and x.objet_id = r.id
      ), filtrees as (
        select * from demandes where (:territoire::int is null or territoire_id = :territoire) and (:origine::text is null or origine = :origine)
          and (:nom::text is null or personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      )
      """;
  /** Who typed it and who decided it, by their names: of the rows shown only. */
  private static final String NOMMEE =
      ", habilitations.nom_agent(d.demandee_par) as saisie_par, habilitations.nom_agent(d.decidee_par) as decision_par";
  /** With the day of the latest diagnostic made since the orientation in force, other than the one it rests on: read for the rows shown only. */
  private static final String AVEC_DIAGNOSTIC = """
      , (select max((q.faite_le at time zone :fuseau)::date) from diagnostic.recommandation q
         where q.personne_id = d.personne_id and (q.faite_le at time zone :fuseau)::date >= d.notifie_le and q.id is distinct from d.fondee_sur) as diagnostic_le
      """;
  private static final RowMapper<LigneDeReorientation> LIGNE = (l, _) -> new LigneDeReorientation(
      new Reorientation(l.getLong("id"), l.getLong("personne_id"), l.getLong("suivi_id"), OrigineDeReorientation.valueOf(l.getString("origine")),
          Arrays.stream((String[]) l.getArray("raisons").getArray()).map(RaisonDeReorientation::valueOf).toList(), l.getString("precisions"),
          parcours(l.getString("parcours_voulu")), (Integer) l.getObject("organisation_voulue_id"), l.getObject("demandee_le", LocalDate.class),
          l.getString("saisie_par"), EtatReorientation.valueOf(l.getString("etat")), l.getObject("etat_depuis", LocalDate.class),
          l.getString("decision_par"),
          l.getString("raison_decision"), (Long) l.getObject("recommandation_id"), (Long) l.getObject("nouveau_suivi_id")),
      l.getString("nom"), l.getString("prenom"), l.getObject("date_naissance", LocalDate.class), (Integer) l.getObject("territoire_id"),
      l.getString("territoire"), Parcours.valueOf(l.getString("parcours")), l.getString("organisation"), l.getString("referent"),
      l.getObject("notifie_le", LocalDate.class), l.getString("organisation_voulue"), parcours(l.getString("nouveau_parcours")),
      l.getString("nouvelle_organisation"), l.getObject("diagnostic_le", LocalDate.class), l.getObject("limite", LocalDate.class),
      l.getString("urgence") == null ? null : Urgence.valueOf(l.getString("urgence")));
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  ListeDesReorientations(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** One page of the list, with the number of requests in each state. */
  @Transactional(readOnly = true)
  public Liste<FiltresDeReorientations, EtatReorientation, LigneDeReorientation> page(FiltresDeReorientations filtres) {
    return Liste.de(filtres, Liste.comptes(EtatReorientation.values(), base.sql(DEMANDES + "select etat, count(*) as n from filtrees group by 1")
        .params(parametres(filtres))
        .query((l, _) -> Map.entry(EtatReorientation.valueOf(l.getString("etat")), l.getLong("n"))).list()), filtres.etat(),
        lire(filtres, Pagination.TAILLE, Liste.saut(filtres)));
  }

  /** The whole list, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneDeReorientation> toutes(FiltresDeReorientations filtres) {
    return lire(filtres, null, 0);
  }

  /** Number of requests whose answer is late. */
  @Transactional(readOnly = true)
  public long enRetard(FiltresDeReorientations filtres) {
    return base.sql(DEMANDES + "select count(*) from filtrees where urgence = 'EN_RETARD'").params(parametres(filtres)).query(Long.class).single();
  }

  /** One request; empty when it is out of the agent's perimeter. */
  @Transactional(readOnly = true)
  public Optional<LigneDeReorientation> une(long id) {
    return base.sql(DEMANDES + "select d.*" + NOMMEE + AVEC_DIAGNOSTIC + " from filtrees d where d.id = :id")
        .params(parametres(new FiltresDeReorientations(null, null, null, null, 1)))
        .param("id", id).query(LIGNE).optional();
  }

  /** Those of one person, the latest first. */
  @Transactional(readOnly = true)
  public List<LigneDeReorientation> dePersonne(long personneId) {
    return base.sql(DEMANDES + "select d.*" + NOMMEE + AVEC_DIAGNOSTIC
        + " from filtrees d where d.personne_id = :personne order by d.demandee_le desc, d.id desc")
        .params(parametres(new FiltresDeReorientations(null, null, null, null, 1))).param("personne", personneId).query(LIGNE).list();
  }

  /** Those of these persons that nobody answered, by person. */
  @Transactional(readOnly = true)
  public Map<Long, List<LigneDeReorientation>> sansReponse(Collection<Long> personnes) {
    return base.sql(DEMANDES + "select d.*" + NOMMEE + AVEC_DIAGNOSTIC
        + " from filtrees d where d.personne_id = any(:personnes::bigint[]) and d.etat = 'DEMANDEE' order by d.demandee_le desc, d.id desc")
        .params(parametres(new FiltresDeReorientations(null, null, null, null, 1))).param("personnes", personnes.toArray(Long[]::new)).query(LIGNE)
        .list().stream().collect(Collectors.groupingBy(l -> l.demande().personneId()));
  }

  private List<LigneDeReorientation> lire(FiltresDeReorientations filtres, Integer taille, int saut) {
    String ordre = filtres.etat() == EtatReorientation.DEMANDEE ? "d.demandee_le, d.id" : "d.etat_depuis desc, d.id desc";
    return base.sql(DEMANDES + "select d.*" + NOMMEE + AVEC_DIAGNOSTIC + " from filtrees d where d.etat = :etat order by " + ordre
        + " limit :taille offset :saut")
        .params(parametres(filtres)).param("etat", filtres.etat().name()).param("taille", taille).param("saut", saut).query(LIGNE).list();
  }

  private Map<String, Object> parametres(FiltresDeReorientations filtres) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<String, Object> p = new HashMap<>();
    p.put("aujourdhui", aujourdhui);
    p.put("fuseau", horloge.getZone().getId());
    p.put("proche", parametres.jours("echeances.proche_jours", aujourdhui));
    p.put("territoire", MaFiche.choisi(filtres.territoire()));
    p.put("origine", filtres.origine() == null ? null : filtres.origine().name());
    String[] mots = CleDeRecherche.mots(filtres.nom());
    p.put("nom", mots.length == 0 ? null : filtres.nom());
    p.put("mots", mots);
    return p;
  }

  private static Parcours parcours(String nom) {
    return nom == null ? null : Parcours.valueOf(nom);
  }
}
