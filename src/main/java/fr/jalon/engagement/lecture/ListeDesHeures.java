package fr.jalon.engagement.lecture;

import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Pagination;
import fr.jalon.engagement.application.Heures;
import fr.jalon.engagement.domaine.Jauge;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.engagement.domaine.SituationDeSemaine;
import fr.jalon.engagement.lecture.FiltresDHeures.Vue;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.MaFiche;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons followed in one week, as their week was counted: one row each, tabs, filters, spreadsheet. */
@Component
public class ListeDesHeures {
  private static final String LIGNES = """
      with lignes as (
        select w.personne_id, w.cible, w.prevues, w.faites, w.situation, p.nom, p.prenom, p.date_naissance, p.territoire_id, t.nom as territoire,
          o.nom as organisation, f.nom as referent, s.referent_id, a.a_revoir_le
        from engagement.semaine w
        join allocataires.personne p on p.id = w.personne_id and p.fusionnee_dans is null
        left join lateral (select x.organisation_id, x.referent_id from orientation.suivi x where x.personne_id = w.personne_id and x.etat <> 'CLOS'
          order by x.notifie_le desc, x.id desc limit 1) s on true
        left join structures.organisation o on o.id = s.organisation_id
        left join structures.referent f on f.id = s.referent_id
        left join structures.territoire t on t.id = p.territoire_id
        left join engagement.adaptation a on a.personne_id = w.personne_id and a.finie_le is null and a.retiree_le is null
        where w.lundi = :lundi
      ), filtrees as (
        select * from lignes where (:territoire::int is null or territoire_id = :territoire)
          and (:referent::int is null or referent_id = :referent)
          and (:suivies::text is null or case :suivies when 'MIENNES' then referent_id = (select structures.mon_referent()) else referent_id is null end)
          and (:nom::text is null or personne_id in (select allocataires.chercher_par_nom(cast(:mots as text[]))))
      )
      """;
  private static final Map<Vue, String> VUES = vues();
  private static final RowMapper<LigneDHeures> LIGNE = (l, _) -> new LigneDHeures(l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"),
      l.getObject("date_naissance", LocalDate.class), l.getString("territoire"), l.getString("organisation"), l.getString("referent"),
      new Jauge(new Semaine(l.getObject("lundi", LocalDate.class)), l.getObject("cible", Integer.class), l.getInt("prevues"), l.getInt("faites"),
          SituationDeSemaine.valueOf(l.getString("situation"))), parActivite(l), l.getObject("a_revoir_le", LocalDate.class));

  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  ListeDesHeures(JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** A référent who follows somebody of the list. */
  public record Suiveur(int id, String nom) {}

  private static Map<Vue, String> vues() {
    Map<Vue, String> vues = new LinkedHashMap<>();
    vues.put(Vue.TOUS, "true");
    vues.put(Vue.MANQUANTES, "faites < cible");
    vues.put(Vue.SANS_RAISON, "situation = 'SOUS_QUINZE'");
    vues.put(Vue.ADAPTEES, "situation = 'ADAPTEE'");
    vues.put(Vue.DISPENSEES, "situation = 'DISPENSEE'");
    vues.put(Vue.A_REVOIR, "a_revoir_le <= :bientot");
    return vues;
  }

  private static Map<String, Integer> parActivite(ResultSet l) throws SQLException {
    Map<String, Integer> activites = new LinkedHashMap<>();
    if (l.getArray("activites") != null) {
      for (String une : (String[]) l.getArray("activites").getArray()) {
        String[] deux = une.split(":");
        activites.put(deux[0], Integer.valueOf(deux[1]));
      }
    }
    return activites;
  }

  /** One page of the list, with the number of rows of each tab. */
  @Transactional(readOnly = true)
  public Liste<FiltresDHeures, Vue, LigneDHeures> page(FiltresDHeures f) {
    String comptes = VUES.entrySet().stream().map(e -> "count(*) filter (where %s) as %s".formatted(e.getValue(), e.getKey())).collect(Collectors.joining(", "));
    List<Map.Entry<Vue, Long>> lus = base.sql(LIGNES + "select " + comptes + " from filtrees").params(parametres(f)).query((l, _) -> {
      Map<Vue, Long> une = new LinkedHashMap<>();
      for (Vue v : Vue.values()) {
        une.put(v, l.getLong(v.name()));
      }
      return une;
    }).single().entrySet().stream().toList();
    return Liste.de(f, Liste.comptes(Vue.values(), lus), f.vue(), lire(f, Pagination.TAILLE, Liste.saut(f)));
  }

  /** The whole tab, for a spreadsheet. */
  @Transactional(readOnly = true)
  public List<LigneDHeures> toutes(FiltresDHeures f) {
    return lire(f, null, 0);
  }

  /** Who follows somebody of the list, by name. */
  @Transactional(readOnly = true)
  public List<Suiveur> referents(FiltresDHeures f) {
    return base.sql(LIGNES + "select distinct referent_id as id, referent as nom from lignes where referent_id is not null order by nom, id")
        .params(parametres(f)).query(Suiveur.class).list();
  }

  private List<LigneDHeures> lire(FiltresDHeures f, Integer taille, int saut) {
    return base.sql(LIGNES + ", choisies as (select * from filtrees where " + VUES.get(f.vue()) + """
         order by (cible is not null) desc, greatest(cible - faites, 0) desc, nom, prenom, personne_id limit :taille offset :saut)
        select c.*, :lundi::date as lundi, (select array_agg(h.activite || ':' || h.minutes order by h.minutes desc, h.activite) from (
            select x.activite, sum(x.minutes) as minutes from engagement.heure x
            where x.personne_id = c.personne_id and x.lundi = :lundi and x.annulee_le is null group by 1) h) as activites
        from choisies c order by (cible is not null) desc, greatest(cible - faites, 0) desc, nom, prenom, personne_id""")
        .params(parametres(f)).param("taille", taille).param("saut", saut).query(LIGNE).list();
  }

  /** The week of these filters: the one that runs when none is asked, or one to come. */
  public Semaine semaine(FiltresDHeures f) {
    Semaine courante = Semaine.de(LocalDate.now(horloge));
    return Semaine.lire(f.semaine()).filter(s -> !s.lundi().isAfter(courante.lundi())).orElse(courante);
  }

  private Map<String, Object> parametres(FiltresDHeures f) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<String, Object> p = new HashMap<>();
    p.put("lundi", semaine(f).lundi());
    p.put("bientot", aujourdhui.plusDays(parametres.jours(Heures.A_REVOIR, aujourdhui)));
    p.put("territoire", MaFiche.choisi(f.territoire()));
    p.put("referent", f.referent());
    p.put("suivies", f.suivies() == null ? null : f.suivies().name());
    String[] mots = CleDeRecherche.mots(f.nom());
    p.put("nom", mots.length == 0 ? null : f.nom());
    p.put("mots", mots);
    return p;
  }
}
