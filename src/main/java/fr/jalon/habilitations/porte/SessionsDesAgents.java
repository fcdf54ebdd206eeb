package fr.jalon.habilitations.porte;

import fr.jalon.socle.Chiffrement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * How many sessions an account may hold, on all servers: past the limit the oldest end. A session that waits for its last step is short, and
 * counted apart, for each place it was opened from, a known device or a network: who has a stolen password and not the code ends neither the open
 * sessions of the agent nor the one in which she types her code, unless she comes from the same network, on a device nobody knows. The limit of an
 * account over all networks bounds what is kept, and a known device is not counted in it.
 */
@Component
public class SessionsDesAgents {
  private final JdbcClient base;
  private final Chiffrement cle;
  private final int parAgent;
  private final int enAttenteParLieu;
  private final int enAttente;
  private final Duration attente;

  SessionsDesAgents(@Qualifier("chargement") JdbcClient base, Chiffrement cle, @Value("${jalon.session.par-agent:10}") int parAgent,
      @Value("${jalon.session.en-attente-par-lieu:3}") int enAttenteParLieu, @Value("${jalon.session.en-attente-par-agent:100}") int enAttente,
      @Value("${jalon.session.attente:5m}") Duration attente) {
    this.base = base;
    this.cle = cle;
    this.parAgent = parAgent;
    this.enAttenteParLieu = enAttenteParLieu;
    this.enAttente = enAttente;
    this.attente = attente;
  }

  /** Counts a session whose last proof was just accepted. */
  public void compter(HttpServletRequest requete, long compte) {
    HttpSession session = requete.getSession();
    session.setMaxInactiveInterval(session.getServletContext().getSessionTimeout() * 60);
    ranger(session, compte + " ouverte");
    borner(requete, compte + " ouverte", parAgent);
  }

  /**
   * Counts a session in which a step is still to be done.
   *
   * @param requete whose session it is
   * @param lieu  the network or the device it was opened from
   * @param connu true when it is a device the account knows
   */
  public void compterEnAttente(HttpServletRequest requete, long compte, String lieu, boolean connu) {
    HttpSession session = requete.getSession();
    session.setMaxInactiveInterval((int) attente.toSeconds());
    String ensemble = compte + (connu ? " attend sur un appareil connu " : " attend d'un réseau ");
    String ici = ensemble + Base64.getEncoder().encodeToString(cle.empreinte(lieu.getBytes(StandardCharsets.UTF_8)));
    ranger(session, ici);
    borner(requete, ici, enAttenteParLieu);
    if (!connu) {
      borner(requete, ensemble, enAttente);
    }
  }

  /** Kept beside the session when the request ends. */
  private static void ranger(HttpSession session, String ensemble) {
    session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, ensemble);
  }

  /** Leaves room for this one, which the database may still know under the number it came with, among those whose name begins so. */
  private void borner(HttpServletRequest requete, String ensemble, int limite) {
    base.sql("""
        delete from habilitations.session where primary_id in (
          select primary_id from habilitations.session where principal_name ^@ :ensemble and session_id <> all (:elle::text[]) and expiry_time > :maintenant
          order by creation_time desc, primary_id offset :limite)""").param("ensemble", ensemble).param("maintenant", System.currentTimeMillis())
        .param("elle", new String[] {requete.getSession().getId(), String.valueOf(requete.getRequestedSessionId())})
        .param("limite", limite - 1).update();
  }
}
