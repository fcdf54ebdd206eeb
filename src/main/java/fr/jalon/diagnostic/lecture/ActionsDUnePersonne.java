package fr.jalon.diagnostic.lecture;

import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done about the themes of a person, at any day. What tells of health is not there for who does not hold SANTE: PostgreSQL keeps it. */
@Component
public class ActionsDUnePersonne {
  private final JdbcClient base;

  ActionsDUnePersonne(JdbcClient base) {
    this.base = base;
  }

  /** One news. @param par account of who gave it, @param nom her name; @param dit {@code null} when the state says it all */
  @DonneeDeSante
  public record Nouvelle(long id, EtatAction etat, LocalDate le, String par, String nom, String dit) {}

  /** An action. @param avecQui may be empty; @param pourLe or {@code null}; @param nouvelles the latest first, one at least */
  @DonneeDeSante
  public record Action(long id, String theme, String libelle, String avecQui, LocalDate pourLe, List<Nouvelle> nouvelles) {
    private Action et(Action avant) {
      return new Action(id, theme, libelle, avecQui, pourLe, Stream.concat(nouvelles.stream(), avant.nouvelles.stream()).toList());
    }

    /** The last news by that day. */
    public Nouvelle derniere() {
      return nouvelles.getFirst();
    }

    /** Where it was by that day. */
    public EtatAction etat() {
      return derniere().etat();
    }

    /** Since which day it is there: news that change nothing do not move it. */
    public LocalDate depuis() {
      LocalDate depuis = derniere().le();
      for (Nouvelle n : nouvelles) {
        if (n.etat() != etat()) {
          break;
        }
        depuis = n.le();
      }
      return depuis;
    }

    /** True when it was to be done by a day that is past. */
    public boolean enRetard(LocalDate aujourdhui) {
      return etat().ouverte() && pourLe != null && pourLe.isBefore(aujourdhui);
    }
  }

  /** Those known by that day, as they were: those to come first, then the latest ones. */
  @Transactional(readOnly = true)
  public List<Action> au(long personneId, LocalDate jour) {
    Map<Long, Action> actions = new LinkedHashMap<>();
    base.sql("""
        select a.id, a.theme, a.libelle, a.avec_qui, a.pour_le, p.id as nouvelle, p.vers, p.le, p.par, habilitations.nom_agent(p.par) as nom, p.motif
        from diagnostic.action a join diagnostic.action_passage p on p.objet_id = a.id
        where a.personne_id = ? and p.le <= ? order by a.id desc, p.le desc, p.id desc""").params(personneId, jour)
        .query((l, _) -> new Action(l.getLong("id"), l.getString("theme"), l.getString("libelle"), l.getString("avec_qui"),
            l.getObject("pour_le", LocalDate.class), List.of(new Nouvelle(l.getLong("nouvelle"), EtatAction.valueOf(l.getString("vers")),
            l.getObject("le", LocalDate.class), l.getString("par"), l.getString("nom"), l.getString("motif"))))).list()
        .forEach(a -> actions.merge(a.id(), a, Action::et));
    return actions.values().stream().sorted(Comparator.comparing((Action a) -> !a.etat().ouverte())).toList();
  }
}
