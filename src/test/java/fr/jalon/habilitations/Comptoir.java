package fr.jalon.habilitations;

import fr.jalon.habilitations.comptes.Comptes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Makes agents for the tests, and reads what they left in the journal. */
@TestComponent
public class Comptoir {
  /** A password that passes the rule. */
  public static final String MOT_DE_PASSE = "le chat dort au soleil";
  /**
   * Its hash, of the cheapest: at the cost of real ones, three in ten of the samples of the tests of logins were of passwords. A hash says its own
   * cost.
   */
  private static final String EMPREINTE = new Argon2PasswordEncoder(16, 32, 1, 8, 1).encode(MOT_DE_PASSE);
  private static final AtomicInteger NUMERO = new AtomicInteger();
  private final Habilitations habilitations;
  private final Comptes comptes;
  private final AgentSysteme systeme;
  private final JdbcClient base;

  Comptoir(Habilitations habilitations, Comptes comptes, AgentSysteme systeme, @Qualifier("chargement") JdbcClient base) {
    this.habilitations = habilitations;
    this.comptes = comptes;
    this.systeme = systeme;
    this.base = base;
  }

  /** An agent of that role, with a perimeter of one territory and one organisation that hold nobody. */
  public Agent agent(String role) {
    return agent(role, List.of(9001), List.of(9001));
  }

  /** An agent of that role and perimeter, whose password is {@link #MOT_DE_PASSE}. */
  public Agent agent(String role, List<Integer> territoires, List<Integer> organisations) {
    String identifiant = "agent." + role.toLowerCase(java.util.Locale.ROOT) + "." + NUMERO.incrementAndGet();
    systeme.agir("essai", () -> {
      habilitations.creerSansMotDePasse(new SaisieAgent(identifiant, "Camille " + role, identifiant + "@exemple.fr", role, false,
          territoires, organisations));
      return null;
    });
    base.sql("update habilitations.agent set mot_de_passe = ? where identifiant = ?").params(EMPREINTE, identifiant).update();
    return comptes.parIdentifiant(identifiant).orElseThrow();
  }

  /** The account as it is now. */
  public Agent relire(Agent agent) {
    return comptes.parId(agent.id()).orElseThrow();
  }

  /** The acts written in the journal under that name, oldest first. */
  public List<String> actes(String agent) {
    return base.sql("select acte from journal.trace where agent = ? order by id").param(agent).query(String.class).list();
  }

  /** The last trace of that act. */
  public Map<String, Object> derniereTrace(String acte) {
    return base.sql("select * from journal.trace where acte = ? order by id desc limit 1").param(acte).query().singleRow();
  }
}
