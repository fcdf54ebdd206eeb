package fr.jalon.habilitations.porte;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many sessions an account may hold on this server: past the limit the oldest ends. A session that waits for its last step is short, and
 * counted apart: who has a stolen password and not the code does not put the agent out.
 */
@Component
public class SessionsDesAgents implements HttpSessionListener {
  private static final String MARQUE = SessionsDesAgents.class.getName();
  private final int parAgent;
  private final int enAttente;
  private final Duration attente;
  private final AtomicLong numeros = new AtomicLong();
  private final Map<Cle, LinkedHashMap<Long, HttpSession>> ouvertes = new ConcurrentHashMap<>();

  SessionsDesAgents(@Value("${jalon.session.par-agent:10}") int parAgent, @Value("${jalon.session.en-attente-par-agent:3}") int enAttente,
      @Value("${jalon.session.attente:5m}") Duration attente) {
    this.parAgent = parAgent;
    this.enAttente = enAttente;
    this.attente = attente;
  }

  private record Cle(long compte, boolean attend) {}

  private record Marque(Cle cle, long numero) {}

  /**
   * Counts a session whose proof was just accepted.
   *
   * @param attend true when a step is still to be done
   */
  public void compter(HttpSession session, long compte, boolean attend) {
    oublier(session);
    Marque marque = new Marque(new Cle(compte, attend), numeros.incrementAndGet());
    session.setAttribute(MARQUE, marque);
    session.setMaxInactiveInterval(attend ? (int) attente.toSeconds() : session.getServletContext().getSessionTimeout() * 60);
    HttpSession[] ancienne = new HttpSession[1];
    ouvertes.compute(marque.cle(), (_, siennes) -> {
      LinkedHashMap<Long, HttpSession> toutes = siennes == null ? new LinkedHashMap<>() : siennes;
      toutes.put(marque.numero(), session);
      if (toutes.size() > (attend ? enAttente : parAgent)) {
        ancienne[0] = toutes.pollFirstEntry().getValue();
      }
      return toutes;
    });
    if (ancienne[0] != null) {
      fermer(ancienne[0]);
    }
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent fin) {
    oublier(fin.getSession());
  }

  private void oublier(HttpSession session) {
    if (session.getAttribute(MARQUE) instanceof Marque m) {
      ouvertes.computeIfPresent(m.cle(), (_, siennes) -> {
        siennes.remove(m.numero());
        return siennes.isEmpty() ? null : siennes;
      });
    }
  }

  private static void fermer(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException _) {
      // ended by itself at the same moment
    }
  }
}
