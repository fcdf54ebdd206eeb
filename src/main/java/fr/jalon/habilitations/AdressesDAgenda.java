package fr.jalon.habilitations;

import fr.jalon.habilitations.clients.Secrets;
import fr.jalon.habilitations.comptes.Comptes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The secret addresses where agents' own calendars read their appointments, one an account ({@code docs/decisions/0029}). The secret is shown
 * once; the database keeps a keyed hash of it, until the agent replaces or revokes it, her password changes or her access is withdrawn.
 */
@Component
public class AdressesDAgenda {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  /** A calendar may read often: the hour of its last reading is written once a minute at most. */
  private static final int MINUTES = 1;
  private final JdbcClient base;
  private final Secrets secrets;
  private final Comptes comptes;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  AdressesDAgenda(@Qualifier("chargement") JdbcClient base, Secrets secrets, Comptes comptes,
      @Qualifier("chargement") TransactionTemplate transaction, ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.secrets = secrets;
    this.comptes = comptes;
    this.transaction = transaction;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /** An address as its agent sees it. @param lueLe {@code null} when no calendar read it yet */
  public record Adresse(OffsetDateTime creeeLe, OffsetDateTime lueLe) {}

  /** What a secret looks like. */
  public static boolean plausible(String secret) {
    return SECRET.matcher(secret).matches();
  }

  /** The address of an account that still opens something. */
  public Optional<Adresse> de(long agent) {
    return base.sql("""
        select d.creee_le, d.lue_le from habilitations.adresse_agenda d
        join habilitations.agent a on a.id = d.agent_id and a.actif and a.version_des_appareils = d.version where d.agent_id = ?""")
        .param(agent).query(Adresse.class).optional();
  }

  /** Gives a new address; the one before opens nothing any more. @return its secret, to be shown once */
  public String donner(Agent agent) {
    String secret = secrets.nouveau();
    transaction.executeWithoutResult(_ -> {
      base.sql("""
          insert into habilitations.adresse_agenda (agent_id, empreinte, version, creee_le)
          select id, ?, version_des_appareils, ? from habilitations.agent where id = ?
          on conflict (agent_id) do update set empreinte = excluded.empreinte, version = excluded.version,
            creee_le = excluded.creee_le, lue_le = null""")
          .params(empreinte(secret), OffsetDateTime.now(horloge), agent.id()).update();
      tracer("ADRESSE_AGENDA_DONNEE", agent);
    });
    return secret;
  }

  /** The address opens nothing any more; nothing is done when there is none. */
  public void revoquer(Agent agent) {
    transaction.executeWithoutResult(_ -> {
      if (base.sql("delete from habilitations.adresse_agenda where agent_id = ?").param(agent.id()).update() == 1) {
        tracer("ADRESSE_AGENDA_RETIREE", agent);
      }
    });
  }

  /** Whose address it is, when it opens something; that it was read is noted. */
  public Optional<Agent> lire(String secret) {
    if (!plausible(secret)) {
      return Optional.empty();
    }
    Optional<Agent> agent = base.sql("""
        select d.agent_id from habilitations.adresse_agenda d
        join habilitations.agent a on a.id = d.agent_id and a.actif and a.version_des_appareils = d.version where d.empreinte = ?""")
        .param(empreinte(secret)).query(Long.class).optional().flatMap(comptes::parId);
    agent.ifPresent(a -> {
      OffsetDateTime maintenant = OffsetDateTime.now(horloge);
      base.sql("update habilitations.adresse_agenda set lue_le = ? where agent_id = ? and (lue_le is null or lue_le < ?)")
          .params(maintenant, a.id(), maintenant.minusMinutes(MINUTES)).update();
    });
    return agent;
  }

  /** Not the hash of another kind of secret. */
  private byte[] empreinte(String secret) {
    return secrets.empreinte("agenda " + secret);
  }

  private void tracer(String acte, Agent agent) {
    evenements.publishEvent(new ActeSurCompte(acte, "Compte " + agent.identifiant()));
  }
}
