package fr.jalon.carnet.lecture;

import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Roles;
import fr.jalon.habilitations.Roles.Etendue;
import fr.jalon.habilitations.Roles.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who reads the notebook of a person: the agent at work, her colleagues, those whom the person refuses. */
@Component
public class LecteursDuCarnet {
  private final JdbcClient base;
  private final ThemesDuCarnet themes;
  private final Roles roles;
  private final AgentCourant agentCourant;

  LecteursDuCarnet(JdbcClient base, ThemesDuCarnet themes, Roles roles, AgentCourant agentCourant) {
    this.base = base;
    this.themes = themes;
    this.roles = roles;
    this.agentCourant = agentCourant;
  }

  /** A colleague. @param organisation hers, {@code null} when her account is of no one; @param cles what an opposition may name of her */
  public record Collegue(String identifiant, String nom, String organisation, List<String> sortes, List<String> cles) {
    /** True when she reads that theme, these being closed to whom the person refuses. */
    public boolean lit(Theme theme, List<Opposition> oppositions) {
      return theme.luPar(sortes) && oppositions.stream().noneMatch(o -> cles.contains(o.cle()));
    }

    /** {@code Noura Benali, CMS de Privas}. */
    public String enClair() {
      return organisation == null ? nom : nom + ", " + organisation;
    }
  }

  /**
   * What a person refuses today.
   *
   * @param cle a kind of actor, or {@code organisation:12}; @param nom of the organisation, {@code null} for a kind
   * @param dite the day she said it; @param par who noted it
   */
  public record Opposition(long id, String cle, String nom, java.time.LocalDate dite, String par) {
    /** As said after « elle s'oppose au partage avec ». */
    public String aupresDe() {
      return nom != null ? nom : Arrays.stream(Sorte.values()).filter(s -> s.name().equals(cle)).map(Sorte::libelle).findFirst().orElse(cle);
    }
  }

  /** The themes that the agent at work reads, hence writes in. */
  @Transactional(readOnly = true)
  public List<Theme> miens() {
    List<String> sortes = List.of((String[]) base.sql("select carnet.mes_sortes()").query((l, _) -> l.getArray(1).getArray()).single());
    return themes.tous().stream().filter(t -> t.luPar(sortes)).toList();
  }

  /** The colleagues who may be told something of her, by name, the agent at work left out. Whether one reads a theme, {@link Collegue#lit} says. */
  @Transactional(readOnly = true)
  public List<Collegue> collegues(long personneId) {
    return base.sql("select * from carnet.collegues(?, ?, ?, ?)")
        .params(personneId, codes(r -> r.ressources().contains("CARNET")), codes(r -> r.ressources().contains("INDICATEURS")),
            codes(r -> r.etendue() == Etendue.ORGANISATION))
        .query((l, _) -> new Collegue(l.getString("identifiant"), l.getString("nom"), l.getString("organisation"), textes(l.getArray("sortes")),
            textes(l.getArray("cles")))).list().stream().filter(c -> !c.identifiant().equals(agentCourant.perimetre().agent())).toList();
  }

  /** What she refuses today, the latest last. */
  @Transactional(readOnly = true)
  public List<Opposition> oppositions(long personneId) {
    return base.sql("""
        select x.id, coalesce(x.sorte, 'organisation:' || x.organisation_id) as cle, o.nom, x.dite_le as dite, habilitations.nom_agent(x.ecrit_par) as par
        from carnet.opposition x left join structures.organisation o on o.id = x.organisation_id where x.personne_id = ? and x.levee_le is null order by x.id""")
        .param(personneId).query(Opposition.class).list();
  }

  /** What is said before one writes: who will read. */
  @Transactional(readOnly = true)
  public Lecteurs de(long personneId, String theme) {
    Optional<Theme> choisi = themes.theme(theme).filter(miens()::contains);
    List<Opposition> oppositions = oppositions(personneId);
    return new Lecteurs(personneId, choisi.orElse(null), oppositions,
        choisi.isEmpty() ? List.of() : collegues(personneId).stream().filter(c -> c.lit(choisi.get(), oppositions)).toList());
  }

  private String[] codes(Predicate<Role> lesquels) {
    return roles.tous().stream().filter(lesquels).map(Role::code).toArray(String[]::new);
  }

  private static List<String> textes(java.sql.Array tableau) throws java.sql.SQLException {
    return Stream.of((Object[]) tableau.getArray()).map(String::valueOf).toList();
  }
}
