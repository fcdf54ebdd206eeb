package fr.jalon.habilitations.porte;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The sessions as a page uses them. They are written when the answer leaves, once the act is kept: if the database fails just then, the act is
 * done all the same, and to say that it is not would have it sent again. Only what the next page would have said is lost. A session that begins,
 * or whose proof was just given, is written or refused.
 */
final class SessionsDUnePage implements SessionRepository<Session> {
  private static final Logger LOG = LoggerFactory.getLogger(SessionsDUnePage.class);
  private final SessionRepository<Session> sessions;
  private final Map<Session, String> trouvees = Collections.synchronizedMap(new WeakHashMap<>());

  @SuppressWarnings("unchecked")
  SessionsDUnePage(SessionRepository<? extends Session> sessions) {
    this.sessions = (SessionRepository<Session>) sessions;
  }

  @Override
  public Session createSession() {
    return sessions.createSession();
  }

  @Override
  public Session findById(String numero) {
    Session trouvee = sessions.findById(numero);
    if (trouvee != null) {
      trouvees.put(trouvee, numero);
    }
    return trouvee;
  }

  @Override
  public void save(Session session) {
    try {
      sessions.save(session);
    } catch (DataAccessException e) {
      if (!session.getId().equals(trouvees.get(session))) {
        throw e;
      }
      LOG.warn("Une session n'a pas pu être écrite : {}", e.getMostSpecificCause().getMessage());
    }
  }

  @Override
  public void deleteById(String numero) {
    sessions.deleteById(numero);
  }
}
