package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.socle.DonneeDeSante;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes global diagnostics that were made before, many at once: what was found, the freins with what became of them, their actions. */
@Service
public class ReprendreDesDiagnostics {
  private final JdbcClient base;
  private final Passages passages;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  ReprendreDesDiagnostics(JdbcClient base, Passages passages, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.passages = passages;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /**
   * A theme of a person who had none.
   *
   * @param niveau    SANS, MOYEN or FORT; a frein opens for the last two
   * @param reponses  what else was said, by field; may be empty
   * @param etat      what became of the frein; OUVERT for one still at work
   * @param etatLe    since which day, not before {@code le}
   */
  @DonneeDeSante
  public record Theme(long personneId, Rubrique theme, String niveau, Map<String, String> reponses, LocalDate le, EtatFrein etat, LocalDate etatLe) {
    boolean pese() {
      return !"SANS".equals(niveau);
    }
  }

  /**
   * An action of a person.
   *
   * @param code    one of those of the theme, {@code null} when it is said freely; @param libelle what it is called then, else ignored
   * @param le      the day it was planned; @param etatLe since which day it is where it is, not before
   */
  @DonneeDeSante
  public record Action(long personneId, Rubrique theme, String code, String libelle, LocalDate le, LocalDate pourLe, EtatAction etat,
      LocalDate etatLe) {
    /** One of those of the theme. */
    public Action(long personneId, Rubrique theme, String code, LocalDate le, LocalDate pourLe, EtatAction etat, LocalDate etatLe) {
      this(personneId, theme, code, null, le, pourLe, etat, etatLe);
    }

    String enMots() {
      return code == null ? libelle : theme.actions().get(code);
    }
  }

  /** Numbers of what was written: findings and freins by place in the list of themes ({@code null} for what opens none), actions in their own. */
  public record Ecrits(List<Long> constats, List<Long> freins, List<Long> actions) {}

  /** @return how many themes were written */
  @Transactional
  public int executer(List<Theme> themes, List<Action> actions) {
    return reprendre(themes, actions).constats().size();
  }

  /** The same. @return the numbers of what was written */
  @Transactional
  public Ecrits reprendre(List<Theme> themes, List<Action> actions) {
    Map<String, Long> constats = constater(themes);
    Map<String, Long> freins = ouvrir(themes.stream().filter(Theme::pese).toList());
    return new Ecrits(themes.stream().map(t -> constats.get(cle(t))).toList(), themes.stream().map(t -> freins.get(cle(t))).toList(), agir(actions));
  }

  /** Lifts freins that were lifted in part before. @param leves the day, by number of frein */
  @Transactional
  public void lever(Map<Long, LocalDate> leves) {
    leves.forEach((frein, le) -> passages.passer(EnregistrerDiagnosticGlobal.FREINS, List.of(frein), EtatFrein.LEVE, le, null));
  }

  private static String cle(Theme t) {
    return t.personneId() + t.theme().code();
  }

  private Map<String, Long> constater(List<Theme> themes) {
    Map<String, Long> ids = new HashMap<>();
    base.sql("""
        insert into diagnostic.constat (personne_id, rubrique, sante, niveau, reponses, le, saisi_par, saisi_le)
        select p, r, s, n, jsonb_build_object('niveau', n) || jsonb_object(string_to_array(c, chr(31)), string_to_array(v, chr(31))), le::date, :par,
          :maintenant
        from unnest(:personnes::bigint[], :rubriques::text[], :sante::boolean[], :niveaux::text[], :champs::text[], :valeurs::text[], :jours::text[])
          x (p, r, s, n, c, v, le) returning id, personne_id, rubrique""")
        .param("par", agentCourant.perimetre().agent()).param("maintenant", OffsetDateTime.now(horloge))
        .param("personnes", themes.stream().map(Theme::personneId).toArray(Long[]::new)).param("rubriques", textes(themes, t -> t.theme().code()))
        .param("sante", themes.stream().map(t -> t.theme().sante()).toArray(Boolean[]::new)).param("niveaux", textes(themes, Theme::niveau))
        .param("champs", textes(themes, t -> String.join("\u001f", t.reponses().keySet())))
        .param("valeurs", textes(themes, t -> String.join("\u001f", t.reponses().values())))
        .param("jours", textes(themes, t -> t.le().toString()))
        .query((l, _) -> ids.put(l.getLong("personne_id") + l.getString("rubrique"), l.getLong("id"))).list();
    return ids;
  }

  private Map<String, Long> ouvrir(List<Theme> themes) {
    Map<String, Long> ids = new HashMap<>();
    base.sql("""
        insert into diagnostic.frein (personne_id, theme, sante, etat, etat_depuis)
        select p, t, s, 'OUVERT', le::date from unnest(:personnes::bigint[], :themes::text[], :sante::boolean[], :jours::text[]) x (p, t, s, le)
        returning id, personne_id, theme""")
        .param("personnes", themes.stream().map(Theme::personneId).toArray(Long[]::new)).param("themes", textes(themes, t -> t.theme().code()))
        .param("sante", themes.stream().map(t -> t.theme().sante()).toArray(Boolean[]::new)).param("jours", textes(themes, t -> t.le().toString()))
        .query((l, _) -> ids.put(l.getLong("personne_id") + l.getString("theme"), l.getLong("id"))).list();
    passages("frein", "FREIN", themes, t -> ids.get(cle(t)), Theme::personneId, _ -> "OUVERT", Theme::le,
        t -> t.etat().name(), Theme::etatLe);
    return ids;
  }

  private List<Long> agir(List<Action> actions) {
    Map<String, Long> ids = new HashMap<>();
    List<String> cles = actions.stream().map(_ -> UUID.randomUUID().toString()).toList();
    base.sql("""
        insert into diagnostic.action (personne_id, theme, sante, code, libelle, avec_qui, pour_le, etat, etat_depuis, nouvelles_le, cle, saisie_par,
          saisie_le)
        select p, t, s, c, l, '', pour::date, 'PREVUE', le::date, greatest(le::date, depuis::date), k::uuid, :par, :maintenant
        from unnest(:personnes::bigint[], :themes::text[], :sante::boolean[], :codes::text[], :libelles::text[], :pour::text[], :jours::text[],
          :depuis::text[], :cles::text[]) x (p, t, s, c, l, pour, le, depuis, k) returning id, cle""")
        .param("par", agentCourant.perimetre().agent()).param("maintenant", OffsetDateTime.now(horloge))
        .param("personnes", actions.stream().map(Action::personneId).toArray(Long[]::new)).param("themes", textes(actions, a -> a.theme().code()))
        .param("sante", actions.stream().map(a -> a.theme().sante()).toArray(Boolean[]::new)).param("codes", textes(actions, Action::code))
        .param("libelles", textes(actions, Action::enMots))
        .param("pour", textes(actions, a -> a.pourLe() == null ? null : a.pourLe().toString()))
        .param("jours", textes(actions, a -> a.le().toString()))
        .param("depuis", textes(actions, a -> a.etatLe().toString())).param("cles", cles.toArray(String[]::new))
        .query((l, _) -> ids.put(l.getString("cle"), l.getLong("id"))).list();
    Map<Action, Long> lui = new java.util.IdentityHashMap<>();
    for (int i = 0; i < actions.size(); i++) {
      lui.put(actions.get(i), ids.get(cles.get(i)));
    }
    passages("action", "ACTION", actions, lui::get, Action::personneId, _ -> "PREVUE", Action::le, a -> a.etat().name(), Action::etatLe);
    return actions.stream().map(lui::get).toList();
  }

  /** The first state of each, then where it is now when that is another. */
  private <T> void passages(String table, String objet, List<T> tous, Function<T, Long> id, Function<T, Long> personne, Function<T, String> premier,
      Function<T, LocalDate> le, Function<T, String> etat, Function<T, LocalDate> etatLe) {
    Long[] ids = tous.stream().map(id).toArray(Long[]::new);
    String[] etats = textes(tous, etat);
    String[] depuis = textes(tous, x -> etatLe.apply(x).toString());
    base.sql("""
        insert into diagnostic.%s_passage (objet, objet_id, personne_id, de, vers, le, fait_le, par)
        select :objet, i, p, y.de, y.vers, y.le::date, :maintenant, :par
        from unnest(:ids::bigint[], :personnes::bigint[], :premiers::text[], :jours::text[], :etats::text[], :depuis::text[]) x (i, p, v, le, e, d)
        cross join lateral (values (1, null, x.v, x.le), (2, x.v, x.e, x.d)) y (rang, de, vers, le) where y.rang = 1 or y.vers <> x.v order by i, y.rang"""
        .formatted(table))
        .param("objet", objet).param("maintenant", OffsetDateTime.now(horloge)).param("par", agentCourant.perimetre().agent()).param("ids", ids)
        .param("personnes", tous.stream().map(personne).toArray(Long[]::new)).param("premiers", textes(tous, premier))
        .param("jours", textes(tous, x -> le.apply(x).toString())).param("etats", etats).param("depuis", depuis).update();
    base.sql("""
        update diagnostic.%s m set etat = x.e, etat_depuis = x.d::date from unnest(:ids::bigint[], :etats::text[], :depuis::text[]) x (i, e, d)
        where m.id = x.i and m.etat <> x.e""".formatted(table)).param("ids", ids).param("etats", etats).param("depuis", depuis).update();
  }

  private static <T> String[] textes(List<T> quoi, Function<T, String> texte) {
    return quoi.stream().map(texte).toArray(String[]::new);
  }
}
