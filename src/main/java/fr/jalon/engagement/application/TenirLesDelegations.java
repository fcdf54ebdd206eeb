package fr.jalon.engagement.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Roles;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agents who have a contract signed without the validation of a responsable, where the Département validates all others
 * ({@code engagement.validation} is {@code SAUF_DELEGATION}): given, ended, never erased.
 */
@Service
public class TenirLesDelegations {
  private static final String VALIDATION = "engagement.validation";
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Roles roles;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  TenirLesDelegations(JdbcClient base, AgentCourant agentCourant, Roles roles, Parametres parametres, Journal journal, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.roles = roles;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** An agent to whom one may be given. @param identifiant login */
  public record Delegable(String identifiant, String nom) {}

  /** One. @param nom, par, retireePar names as shown; @param jusquAu {@code null} without an end; @param retireeLe {@code null} while it stands */
  public record Delegation(long id, String agent, String nom, LocalDate depuis, LocalDate jusquAu, String par, OffsetDateTime donneeLe,
      OffsetDateTime retireeLe, String retireePar) {
    /** True when it is neither ended nor past. */
    public boolean debout(LocalDate jour) {
      return retireeLe == null && (jusquAu == null || !jusquAu.isBefore(jour));
    }
  }

  /** True where delegations change something. */
  public boolean servent() {
    return "SAUF_DELEGATION".equals(regle());
  }

  /** What the Département chose: AUCUNE, TOUS or SAUF_DELEGATION. */
  public String regle() {
    return parametres.valeur(VALIDATION, LocalDate.now(horloge)).texte();
  }

  /** Those of one's perimeter who prepare contracts and do not validate, by name. */
  @Transactional(readOnly = true)
  public List<Delegable> agents() {
    String[] ceux = roles.tous().stream().filter(r -> r.ressources().contains("ENGAGEMENTS") && !r.ressources().contains("VALIDATIONS"))
        .map(Roles.Role::code).toArray(String[]::new);
    return base.sql("select identifiant, nom from engagement.agents_a_deleguer(?) order by nom, identifiant").param(ceux).query(Delegable.class)
        .list();
  }

  /** All of them, the latest first. */
  @Transactional(readOnly = true)
  public List<Delegation> toutes() {
    return base.sql("""
        select id, agent, habilitations.nom_agent(agent) as nom, depuis, jusqu_au, habilitations.nom_agent(donnee_par) as par, donnee_le, retiree_le,
          habilitations.nom_agent(retiree_par) as retiree_par from engagement.delegation order by id desc""").query(Delegation.class).list();
  }

  /** @param agent login; @param jusquAu {@code null} without an end; @throws fr.jalon.socle.SaisieRefusee a field is wrong, or the agent has one */
  @Transactional
  public void donner(String agent, LocalDate depuis, LocalDate jusquAu) {
    base.sql("select pg_advisory_xact_lock(hashtextextended('engagement.delegation', 0))").query((_, _) -> 0).list();
    LocalDate aujourdhui = LocalDate.now(horloge);
    Delegable lui = agents().stream().filter(a -> a.identifiant().equals(agent)).findFirst().orElse(null);
    boolean deja = toutes().stream().anyMatch(d -> d.agent().equals(agent) && d.debout(aujourdhui));
    new Fautes().exiger(lui != null, "agent", "DELEGATION_SANS_AGENT",
        "Choisissez l'agent dans la liste : ceux de votre périmètre qui préparent des contrats.")
        .exiger(!deja, "agent", "DELEGATION_DEJA_DONNEE", "Cet agent a déjà une délégation : retirez-la d'abord pour changer ses dates.")
        .exiger(depuis != null, "depuis", "DELEGATION_SANS_DEBUT", "Indiquez le premier jour de la délégation.")
        .exiger(depuis == null || jusquAu == null || !jusquAu.isBefore(depuis), "jusquAu", "DELEGATION_FINIT_AVANT",
            "Le dernier jour est avant le premier : vérifiez les deux dates, ou laissez le dernier jour vide.")
        .exiger(jusquAu == null || !jusquAu.isBefore(aujourdhui), "jusquAu", "DELEGATION_PASSEE",
            "Ce dernier jour est passé : une délégation vaut pour la suite.")
        .lever();
    // one that ended by its own date makes room for the next
    base.sql("update engagement.delegation set retiree_le = ?, retiree_par = ? where agent = ? and retiree_le is null and jusqu_au < ?")
        .params(OffsetDateTime.now(horloge), moi(), agent, aujourdhui).update();
    Map<String, Object> valeurs = new HashMap<>();
    valeurs.put("fin", jusquAu);
    base.sql("""
        insert into engagement.delegation (agent, depuis, jusqu_au, donnee_par, donnee_le) values (:agent, :depuis, :fin::date, :moi, :le)""").params(valeurs)
        .param("agent", agent).param("depuis", depuis).param("moi", moi()).param("le", OffsetDateTime.now(horloge)).update();
    journal.tracer("DELEGATION_DONNEE", null, null, lui.nom());
  }

  /** It ends now; ended already, nothing changes. */
  @Transactional
  public void retirer(long id) {
    base.sql("""
        update engagement.delegation set retiree_le = ?, retiree_par = ? where id = ? and retiree_le is null returning habilitations.nom_agent(agent)""")
        .params(OffsetDateTime.now(horloge), moi(), id).query(String.class).optional()
        .ifPresent(nom -> journal.tracer("DELEGATION_RETIREE", null, null, nom));
  }

  private String moi() {
    return agentCourant.perimetre().agent();
  }
}
