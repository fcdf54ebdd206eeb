package fr.jalon.journal;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The door of the journal: write what was done or read. Written in the transaction of the act: no act without its trace. */
@Component
public class Journal {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  Journal(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /**
   * Writes a trace.
   *
   * @param acte       code of the act: CONSULTATION, NIR_AFFICHE, EXPORT, IMPORT, FUSION, ORIENTATION…
   * @param personneId the person, or {@code null}
   * @param foyerId    the foyer, or {@code null}
   * @param objet      a French phrase without sensitive data, or {@code null}
   */
  @Transactional
  public void tracer(String acte, Long personneId, Long foyerId, String objet) {
    Perimetre p = agentCourant.perimetre();
    ecrire(p.agent(), p.role(), acte, personneId, foyerId, objet);
  }

  /** What an act was about. @see #tracer(String, Long, Long, String) */
  public record Objet(Long personneId, Long foyerId, String phrase) {}

  /** Writes a trace for each of these, in one order: an act on hundreds of persons. */
  @Transactional
  public void tracer(String acte, List<Objet> objets) {
    if (objets.isEmpty()) {
      return;
    }
    Perimetre p = agentCourant.perimetre();
    base.sql("""
        insert into journal.trace (instant, agent, role, acte, personne_id, foyer_id, objet, adresse_ip)
        select :instant, :agent, :role, :acte, o.personne, o.foyer, o.phrase, :adresse
        from unnest(:personnes::bigint[], :foyers::bigint[], :phrases::text[]) with ordinality o(personne, foyer, phrase, rang) order by o.rang""")
        .param("instant", OffsetDateTime.now(horloge)).param("agent", p.agent()).param("role", p.role()).param("acte", acte).param("adresse", adresse())
        .param("personnes", objets.stream().map(Objet::personneId).toArray(Long[]::new)).param("foyers", objets.stream().map(Objet::foyerId).toArray(Long[]::new))
        .param("phrases", objets.stream().map(Objet::phrase).toArray(String[]::new)).update();
  }

  /** Writes a trace before anyone is known (login), in a transaction of its own when there is none. */
  @Transactional
  void tracerAuNomDe(String agent, String role, String acte, String objet) {
    ecrire(agent, role, acte, null, null, objet);
  }

  private void ecrire(String agent, String role, String acte, Long personneId, Long foyerId, String objet) {
    base.sql("""
        insert into journal.trace (instant, agent, role, acte, personne_id, foyer_id, objet, adresse_ip)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(OffsetDateTime.now(horloge), agent, role, acte, personneId, foyerId, objet, adresse()).update();
  }

  /** Network address of the request being answered; none for a command line. */
  private static String adresse() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes requete ? requete.getRequest().getRemoteAddr() : null;
  }
}
