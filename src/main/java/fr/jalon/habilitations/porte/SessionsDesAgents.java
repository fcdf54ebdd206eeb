package fr.jalon.habilitations.porte;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many sessions an account may hold on this server: past the limit the oldest ends. A session that waits for its last step is short, and
 * counted apart, for each place it was opened from, a known device or a network: who has a stolen password and not the code ends neither the open
 * sessions of the agent nor the one in which she types her code, unless she comes from the same network, on a device nobody knows. The limit of an
 * account over all networks bounds the memory only, and a known device is not counted in it.
 */
@Component
public class SessionsDesAgents implements HttpSessionListener {
  private static final String MARQUE = SessionsDesAgents.class.getName();
  private final int parAgent;
  private final int enAttenteParLieu;
  private final int enAttente;
  private final Duration attente;
  private final AtomicLong numeros = new AtomicLong();
  private final Map<Cle, LinkedHashMap<Long, HttpSession>> ouvertes = new ConcurrentHashMap<>();

  SessionsDesAgents(@Value("${jalon.session.par-agent:10}") int parAgent, @Value("${jalon.session.en-attente-par-lieu:3}") int enAttenteParLieu,
      @Value("${jalon.session.en-attente-par-agent:100}") int enAttente, @Value("${jalon.session.attente:5m}") Duration attente) {
    this.parAgent = parAgent;
    this.enAttenteParLieu = enAttenteParLieu;
    this.enAttente = enAttente;
    this.attente = attente;
  }

  /** Sessions counted together. @param ensemble which ones of the account */
  private record Cle(long compte, String ensemble) {}

  private record Marque(List<Cle> cles, long numero) {}

  /** Counts a session whose last proof was just accepted. */
  public void compter(HttpSession session, long compte) {
    session.setMaxInactiveInterval(session.getServletContext().getSessionTimeout() * 60);
    compter(session, Map.of(new Cle(compte, "ouverte"), parAgent));
  }

  /**
   * Counts a session in which a step is still to be done.
   *
   * @param lieu  the network or the device it was opened from
   * @param connu true when it is a device the account knows
   */
  public void compterEnAttente(HttpSession session, long compte, String lieu, boolean connu) {
    session.setMaxInactiveInterval((int) attente.toSeconds());
    Cle ici = new Cle(compte, "en attente, " + lieu);
    compter(session, connu ? Map.of(ici, enAttenteParLieu) : Map.of(ici, enAttenteParLieu, new Cle(compte, "en attente"), enAttente));
  }

  private void compter(HttpSession session, Map<Cle, Integer> limites) {
    oublier(session);
    Marque marque = new Marque(List.copyOf(limites.keySet()), numeros.incrementAndGet());
    session.setAttribute(MARQUE, marque);
    Set<HttpSession> enTrop = new HashSet<>();
    limites.forEach((cle, limite) -> ouvertes.compute(cle, (_, siennes) -> {
      LinkedHashMap<Long, HttpSession> toutes = siennes == null ? new LinkedHashMap<>() : siennes;
      toutes.put(marque.numero(), session);
      if (toutes.size() > limite) {
        enTrop.add(toutes.pollFirstEntry().getValue());
      }
      return toutes;
    }));
    enTrop.forEach(this::fermer);
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent fin) {
    oublier(fin.getSession());
  }

  private void oublier(HttpSession session) {
    if (session.getAttribute(MARQUE) instanceof Marque m) {
      m.cles().forEach(cle -> ouvertes.computeIfPresent(cle, (_, siennes) -> {
        siennes.remove(m.numero());
        return siennes.isEmpty() ? null : siennes;
      }));
    }
  }

  private void fermer(HttpSession session) {
    try {
      oublier(session);
      session.invalidate();
    } catch (IllegalStateException _) {
      // ended by itself at the same moment
    }
  }
}
