package fr.jalon.habilitations.comptes;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Connexion;
import fr.jalon.habilitations.Debit;
import fr.jalon.habilitations.EssaisRepetes;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is remembered of failed tries until the next login: how many, since when, from how many addresses. Denies nothing: it warns the person,
 * the administration and the journal. In the database, so that every server of the instance counts the same.
 */
@Component
public class EssaisRates {
  /** Codes tried since the last login, one at a time; past that, two in a row are asked for. */
  public static final int CODES_SEULS = 10;
  private static final int ADRESSES_GARDEES = 100;
  private static final int JOURS_GARDES = 30;
  private final JdbcClient base;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;
  private final int seuil;

  EssaisRates(@Qualifier("chargement") JdbcClient base, ApplicationEventPublisher evenements, Clock horloge,
      @Value("${jalon.connexion.alerte:10}") int seuil) {
    this.base = base;
    this.evenements = evenements;
    this.horloge = horloge;
    this.seuil = Math.max(1, seuil);
  }

  /** Failed tries on an account since its last login. @param depuis the first, {@code null} when there is none @param adresses from how many */
  public record Bilan(int nombre, int adresses, OffsetDateTime depuis) {}

  /**
   * Notes a wrong password or a wrong code. An unknown login costs the same order as a known one. At ten, a hundred, a thousand failures the
   * journal and whoever listens to {@link EssaisRepetes} are told.
   *
   * @param agent {@code null} when nobody has the login typed
   */
  public void noter(Agent agent, String adresse) {
    long compte = agent == null ? 0 : agent.id();
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    int nombre = base.sql("""
        with compte as (
          update habilitations.agent set essais_rates = essais_rates + 1, essais_rates_depuis = coalesce(essais_rates_depuis, :maintenant)
          where id = :compte returning essais_rates),
        adresse as (
          insert into habilitations.essai_rate as e (agent_id, reseau, nombre, premier_le, dernier_le)
          select :compte, case when (select count(*) from habilitations.essai_rate where agent_id = :compte) < :gardees
              or exists (select from habilitations.essai_rate where agent_id = :compte and reseau = :reseau) then :reseau else 'autres' end,
            1, :maintenant, :maintenant
          on conflict (agent_id, reseau) do update set nombre = e.nombre + 1, dernier_le = excluded.dernier_le)
        select coalesce((select essais_rates from compte), 0)""")
        .param("maintenant", maintenant).param("compte", compte).param("reseau", Debit.reseau(adresse)).param("gardees", ADRESSES_GARDEES)
        .query(Integer.class).single();
    if (agent != null && marque(nombre)) {
      Bilan bilan = bilan(agent.id());
      evenements.publishEvent(new Connexion("ESSAIS_REPETES", agent.identifiant(), agent.role(),
          "%d essais de connexion ratés depuis la dernière réussie, de %d adresses".formatted(bilan.nombre(), bilan.adresses())));
      evenements.publishEvent(new EssaisRepetes(agent, bilan.nombre(), bilan.adresses(), bilan.depuis()));
    }
  }

  /** What the account has had since its last login. */
  public Bilan bilan(long agent) {
    return base.sql("""
        select essais_rates, (select count(*) from habilitations.essai_rate where agent_id = a.id), essais_rates_depuis
        from habilitations.agent a where id = ?""").param(agent)
        .query((l, _) -> new Bilan(l.getInt(1), l.getInt(2), l.getObject(3, OffsetDateTime.class))).single();
  }

  /** True when there were enough of them to tell the person. */
  public boolean aDire(Bilan bilan) {
    return bilan.nombre() >= seuil;
  }

  /** Counts a code about to be checked: exact whatever the number of servers and of tries at the same time. @return its rank since the last login */
  public int essayerUnCode(long agent) {
    return base.sql("update habilitations.agent set codes_essayes = codes_essayes + 1 where id = ? returning codes_essayes").param(agent)
        .query(Integer.class).single();
  }

  /** True when the next code must come with the one that follows it. */
  public boolean deuxCodes(long agent) {
    return base.sql("select codes_essayes >= ? from habilitations.agent where id = ?").params(CODES_SEULS, agent).query(Boolean.class).single();
  }

  /** The person came in. */
  public void oublier(long agent) {
    base.sql("update habilitations.agent set essais_rates = 0, essais_rates_depuis = null, codes_essayes = 0 where id = ? and (essais_rates > 0 or codes_essayes > 0)")
        .param(agent).update();
    base.sql("delete from habilitations.essai_rate where agent_id = ? or dernier_le < ?")
        .params(agent, OffsetDateTime.now(horloge).minusDays(JOURS_GARDES)).update();
  }

  private boolean marque(int nombre) {
    for (long m = seuil; m <= nombre; m *= 10) {
      if (m == nombre) {
        return true;
      }
    }
    return false;
  }
}
