package fr.jalon.journal;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The door of the journal: write what was done. Written in the transaction of the act: no act without its trace. What is read is written by
 * {@link TemoinDuJournal}, by itself, when it is shown.
 */
@Component
public class Journal {
  private static final int PAR_LIGNE = 1000;
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
   * @param acte       code of the act: IMPORT, FUSION, ORIENTATION…
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
        insert into journal.trace (instant, agent, role, acte, personne_id, foyer_id, objet, adresse_ip, ecran)
        select :instant, :agent, :role, :acte, o.personne, o.foyer, o.phrase, :adresse, :ecran
        from unnest(:personnes::bigint[], :foyers::bigint[], :phrases::text[]) with ordinality o(personne, foyer, phrase, rang) order by o.rang""")
        .param("instant", OffsetDateTime.now(horloge)).param("agent", p.agent()).param("role", p.role()).param("acte", acte)
        .param("adresse", EcranMontre.adresseIp())
        .param("ecran", EcranMontre.ecran())
        .param("personnes", objets.stream().map(Objet::personneId).toArray(Long[]::new))
        .param("foyers", objets.stream().map(Objet::foyerId).toArray(Long[]::new))
        .param("phrases", objets.stream().map(Objet::phrase).toArray(String[]::new)).update();
  }

  /**
   * Says what the answer being made is about: the trace written when it is shown will tell it. Nothing is written if it is not shown.
   *
   * @param acte       CONSULTATION, LISTE or EXPORT
   * @param personneId the person whose page it is, or {@code null}; others may be on it
   * @param foyerId    her foyer, or {@code null}
   * @param objet      a French phrase without sensitive data, or {@code null}
   */
  public void annoncer(String acte, Long personneId, Long foyerId, String objet) {
    RequestAttributes requete = RequestContextHolder.currentRequestAttributes();
    requete.setAttribute(Annonce.CLE, new Annonce(acte, new Objet(personneId, foyerId, objet)), RequestAttributes.SCOPE_REQUEST);
  }

  /** What was said by {@link #annoncer}. */
  record Annonce(String acte, Objet objet) {
    static final String CLE = Annonce.class.getName();

    /** That of the request, or {@code null}. */
    static Annonce presente() {
      RequestAttributes requete = RequestContextHolder.getRequestAttributes();
      return requete == null ? null : (Annonce) requete.getAttribute(CLE, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** Writes a trace before anyone is known (login), in a transaction of its own when there is none. */
  @Transactional
  void tracerAuNomDe(String agent, String role, String acte, String objet) {
    ecrire(agent, role, acte, null, null, objet);
  }

  /** Writes an act about many persons, all named. @param personnes their numbers, any number of them */
  @Transactional
  public void tracer(String acte, String objet, List<Long> personnes) {
    Perimetre p = agentCourant.perimetre();
    ecrire(p.agent(), p.role(), acte, new Objet(null, null, objet), personnes, null, false);
  }

  private void ecrire(String agent, String role, String acte, Long personneId, Long foyerId, String objet) {
    ecrire(agent, role, acte, new Objet(personneId, foyerId, objet), List.of(), null, false);
  }

  /** One row, or one for each thousand persons. */
  void ecrire(String agent, String role, String acte, Objet objet, List<Long> personnes, String filtre, boolean sante) {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    for (int i = 0; i == 0 || i < personnes.size(); i += PAR_LIGNE) {
      List<Long> part = personnes.subList(i, Math.min(personnes.size(), i + PAR_LIGNE));
      base.sql("""
          insert into journal.trace (instant, agent, role, acte, personne_id, foyer_id, objet, adresse_ip, ecran, personnes, filtre, sante)
          values (?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(maintenant, agent, role, acte, objet.personneId(), objet.foyerId(), objet.phrase(), EcranMontre.adresseIp(), EcranMontre.ecran(),
              part.isEmpty() ? null : part.toArray(Long[]::new), filtre, sante).update();
    }
  }
}
