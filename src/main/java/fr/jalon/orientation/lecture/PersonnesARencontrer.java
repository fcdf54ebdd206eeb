package fr.jalon.orientation.lecture;

import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.lecture.FiltresDeRencontres.File;
import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.CleDeRecherche;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who, among the persons that an agent follows, waits for a first meeting since her orientation was notified. An agent who sees organisations
 * alone has those of her organisations; a référent linked to her record has her own; others have those of their perimeter.
 */
@Component
public class PersonnesARencontrer {
  /** The last day is the Département's own, when it set a delay that a meeting ends; else so long after the notification. */
  private static final String ELLES = """
      with elles as (
        select s.personne_id, p.nom, p.prenom, p.date_naissance, p.telephone, o.nom as organisation, r.nom as referent, s.notifie_le,
          coalesce((select min(least(y.cible, y.limite_legale)) from echeances.echeance y where y.objet_id = s.entree_id and y.nature in ('PREMIER_RENDEZ_VOUS', 'ACCOMPAGNEMENT')
            and y.personne_id = s.personne_id), (s.notifie_le + make_interval(months => :mois, days => :jours))::date) as limite, v.jour as rencontre, v.effacable
        from orientation.suivi s join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
        join structures.organisation o on o.id = s.organisation_id left join structures.referent r on r.id = s.referent_id
        left join lateral (select x.jour, x.effacable from (
            select z.jour, null::bigint as effacable from rendezvous.convocation c join rendezvous.session z on z.id = c.session_id where c.personne_id = s.personne_id and c.etat = 'PRESENTE'
            union all
            select coalesce(k.jour, e.le), case when e.le is not null then e.id end from rendezvous.entretien e left join rendezvous.creneau k on k.id = e.creneau_id
            where e.personne_id = s.personne_id and e.etat = 'PRESENTE') x
          where x.jour >= s.notifie_le order by x.jour, x.effacable limit 1) v on true
        where s.etat = 'EN_COURS' and not s.a_poster and (:referent::int is null or s.referent_id = :referent)
          -- taken over after its own limit: whoever recorded it did not know whom she had met; the rhythm of her follow-up sees to her
          and (v.jour is not null or (s.saisi_le at time zone :zone)::date <= coalesce((select min(least(y.cible, y.limite_legale)) from echeances.echeance y
            where y.objet_id = s.entree_id and y.nature in ('PREMIER_RENDEZ_VOUS', 'ACCOMPAGNEMENT') and y.personne_id = s.personne_id),
            (s.notifie_le + make_interval(months => :mois, days => :jours))::date))
          and (:siennes::int[] is null or s.organisation_id = any(:siennes::int[]))
          and (:nom::text is null or s.personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      )
      """;
  /** The next appointment of {@code q}, as {@code a}. */
  private static final String PREVUE = """
      left join lateral (select min(x.jour) as jour from rendezvous.prevu x where x.personne_id = q.personne_id and x.donne) a on true""";
  private static final String LIGNES = """
      select q.*, coalesce(k.nom, t.nom_commune) as commune, a.jour as prevue_le, d.jour as derniere_le, d.etat as derniere from (
        select * from elles where %s order by %s, nom, prenom, personne_id limit :taille offset :saut) q
      left join allocataires.situation t on t.personne_id = q.personne_id left join structures.commune k on k.code = t.commune
      """ + PREVUE + """

      left join lateral (select x.jour, x.etat from (
          select z.jour, c.etat from rendezvous.convocation c join rendezvous.session z on z.id = c.session_id where c.personne_id = q.personne_id and c.etat in ('EXCUSEE', 'ABSENTE')
          union all
          select coalesce(n.jour, e.le), e.etat from rendezvous.entretien e left join rendezvous.creneau n on n.id = e.creneau_id
          where e.personne_id = q.personne_id and e.etat in ('EXCUSEE', 'ABSENTE')) x
        where x.jour >= q.notifie_le order by x.jour desc limit 1) d on true
      order by %s, q.nom, q.prenom, q.personne_id""";
  private static final RowMapper<PersonneARencontrer> LIGNE = (l, _) ->
      new PersonneARencontrer(l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"),
      l.getObject("date_naissance", LocalDate.class), l.getString("commune"), l.getString("telephone"), l.getString("organisation"),
      l.getString("referent"),
      l.getObject("notifie_le", LocalDate.class), l.getObject("limite", LocalDate.class), l.getObject("rencontre", LocalDate.class),
      (Long) l.getObject("effacable"),
      l.getObject("prevue_le", LocalDate.class), l.getObject("derniere_le", LocalDate.class),
      l.getString("derniere") == null ? null : EtatEntretien.valueOf(l.getString("derniere")));
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Parametres parametres;
  private final Clock horloge;

  PersonnesARencontrer(JdbcClient base, AgentCourant agentCourant, Parametres parametres, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** One page: the most late first, or the last met first. @param referent whose persons, {@code null} = all of the agent's */
  @Transactional(readOnly = true)
  public Liste<FiltresDeRencontres, File, PersonneARencontrer> page(FiltresDeRencontres filtres, Integer referent) {
    String ordre = filtres.file() == File.RENCONTREES ? "rencontre desc" : "limite";
    String condition = switch (filtres.file()) {
      case A_RENCONTRER -> "rencontre is null";
      case EN_RETARD -> "rencontre is null and limite < :aujourdhui";
      case RENCONTREES -> "rencontre is not null";
    };
    return Liste.de(filtres, comptes(filtres, referent), filtres.file(), base.sql(ELLES + LIGNES.formatted(condition, ordre, "q." + ordre))
        .params(parametres(filtres, referent))
        .param("taille", Pagination.TAILLE).param("saut", Liste.saut(filtres)).query(LIGNE).list());
  }

  /** Number of persons in each file. */
  @Transactional(readOnly = true)
  public Map<File, Long> comptes(FiltresDeRencontres filtres, Integer referent) {
    Map<File, Long> comptes = new EnumMap<>(File.class);
    base.sql(ELLES + """
        select count(*) filter (where rencontre is null) as attendent, count(*) filter (where rencontre is null and limite < :aujourdhui) as retard,
          count(*) filter (where rencontre is not null) as vues from elles""").params(parametres(filtres, referent)).query((l, _) -> {
          comptes.put(File.A_RENCONTRER, l.getLong("attendent"));
          comptes.put(File.EN_RETARD, l.getLong("retard"));
          return comptes.put(File.RENCONTREES, l.getLong("vues"));
        }).list();
    return comptes;
  }

  /**
   * A first meeting that is still awaited. @param limite its last day; @param prevueLe day of the next appointment planned for her, {@code null} when
   * there is none
   */
  public record Attendue(LocalDate limite, LocalDate prevueLe) {}

  /** Those of these persons whose follow-up runs and who were not met yet, by person. */
  @Transactional(readOnly = true)
  public Map<Long, Attendue> attendues(Collection<Long> personnes) {
    return base.sql(ELLES + "select q.personne_id, q.limite, a.jour as prevue_le from elles q " + PREVUE
        + " where q.personne_id = any(:personnes::bigint[]) and q.rencontre is null")
        .params(parametres(new FiltresDeRencontres(null, "", 1), null)).param("personnes", personnes.toArray(Long[]::new))
        .query((l, _) -> Map.entry(l.getLong("personne_id"), new Attendue(l.getObject("limite", LocalDate.class),
            l.getObject("prevue_le", LocalDate.class)))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<String, Object> parametres(FiltresDeRencontres filtres, Integer referent) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Period duree = parametres.valeur("rendezvous.premiere_rencontre", aujourdhui).duree();
    Perimetre perimetre = agentCourant.perimetre();
    String[] mots = CleDeRecherche.mots(filtres.nom());
    Map<String, Object> p = new HashMap<>();
    p.put("aujourdhui", aujourdhui);
    p.put("zone", horloge.getZone().getId());
    p.put("mois", (int) duree.toTotalMonths());
    p.put("jours", duree.getDays());
    p.put("referent", referent);
    p.put("siennes", perimetre.partout() || !perimetre.territoires().isEmpty() ? null : perimetre.organisations().toArray(Integer[]::new));
    p.put("nom", mots.length == 0 ? null : filtres.nom());
    p.put("mots", mots);
    return p;
  }
}
