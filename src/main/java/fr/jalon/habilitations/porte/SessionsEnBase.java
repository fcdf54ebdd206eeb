package fr.jalon.habilitations.porte;

import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.habilitations.Roles;
import fr.jalon.habilitations.porte.Scelles.Usage;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.PanneDeLaBase;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The sessions of agents are in PostgreSQL: logged in on a server, she goes on with another, or after a restart. What they hold is sealed; so is the
 * number that the browser brings back: whoever reads the tables, or a copy of them, opens nothing.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SessionsEnBase {
  private static final String TABLE = "habilitations.session";
  /**
   * Each click says that the session lives: it is written once a minute (less often than its end would suffer from), and what is not written locks
   * nothing. A request that left before a proof was accepted does not put back the number of before.
   */
  private static final String VIVRE = """
      update %TABLE_NAME% s set session_id = n.session_id, last_access_time = n.vue, max_inactive_interval = n.duree, expiry_time = n.fin, principal_name = n.nom,
        precedente = case when s.session_id = n.session_id then s.precedente else s.session_id end
      from (values (?::char(36), ?::bigint, ?::int, ?::bigint, ?::varchar, ?::char(36))) n (session_id, vue, duree, fin, nom, primary_id)
      where s.primary_id = n.primary_id and n.session_id is distinct from s.precedente
        and (s.session_id <> n.session_id or s.max_inactive_interval <> n.duree or s.principal_name is distinct from n.nom
          or n.vue >= s.last_access_time + least(60000, s.max_inactive_interval * 250))""";
  /** Before the filter of what is sent, which asks who sends. */
  private static final int AVANT_LES_ENVOIS = Ordered.HIGHEST_PRECEDENCE + 5;

  /** Each statement by itself: a session of which only half would be written is one that must log in. */
  @Bean
  JdbcIndexedSessionRepository sessions(@Qualifier("comptesSource") DataSource comptes, Chiffrement instance, Roles roles,
      @Value("${server.servlet.session.timeout:30m}") Duration duree) {
    JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(comptes), TransactionOperations.withoutTransaction());
    sessions.setTableName(TABLE);
    new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
    sessions.setUpdateSessionQuery(VIVRE);
    sessions.setDefaultMaxInactiveInterval(duree);
    // once for all servers, with the regular work
    sessions.setCleanupCron(Scheduled.CRON_DISABLED);
    String version = roles.empreinte() + Arrays.toString(AgentConnecte.class.getRecordComponents())
        + Arrays.toString(Perimetre.class.getRecordComponents());
    sessions.setConversionService(sceau(new Chiffrement(instance.empreinte(("jalon.sessions " + version).getBytes(StandardCharsets.UTF_8)))));
    return sessions;
  }

  /**
   * A session holds what the roles opened: under another matrix, or written by a version of Jalon that says it otherwise, it is unreadable, that is,
   * over.
   */
  private static GenericConversionService sceau(Chiffrement cle) {
    SerializingConverter ecrire = new SerializingConverter();
    DeserializingConverter lire = new DeserializingConverter(SessionsEnBase.class.getClassLoader());
    GenericConversionService sceau = new GenericConversionService();
    sceau.addConverter(Object.class, byte[].class, valeur -> cle.chiffrer(ecrire.convert(valeur)));
    sceau.addConverter(byte[].class, Object.class, octets -> {
      try {
        return lire.convert(cle.dechiffrer(octets));
      } catch (IllegalStateException | SerializationFailedException _) {
        return null;
      }
    });
    return sceau;
  }

  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsDesRequetes(JdbcIndexedSessionRepository sessions, TemoinsScelles temoins) {
    SessionRepositoryFilter<?> filtre = new SessionRepositoryFilter<>(new SessionsDUnePage(sessions));
    filtre.setHttpSessionIdResolver(new Temoin(temoins));
    FilterRegistrationBean<SessionRepositoryFilter<?>> inscription = new FilterRegistrationBean<>(filtre);
    inscription.setOrder(AVANT_LES_ENVOIS);
    // the page that says an error knows who reads it
    inscription.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC);
    return inscription;
  }

  /** The cookie of a session, until the browser is closed: the database says when the session ends. */
  record Temoin(TemoinsScelles temoins) implements HttpSessionIdResolver {
    private static final Duration AU_PLUS = Duration.ofDays(3650);

    @Override
    public List<String> resolveSessionIds(HttpServletRequest requete) {
      // the page that says that the database does not answer asks it nothing
      return requete.getAttribute(PanneDeLaBase.CLE) != null ? List.of() : temoins.lire(Usage.SESSION, requete).stream().toList();
    }

    @Override
    public void setSessionId(HttpServletRequest requete, HttpServletResponse reponse, String numero) {
      temoins.confier(Usage.SESSION, AU_PLUS, numero, requete, reponse);
    }

    @Override
    public void expireSession(HttpServletRequest requete, HttpServletResponse reponse) {
      temoins.reprendre(Usage.SESSION, requete, reponse);
    }
  }
}
