package fr.jalon.habilitations;

import fr.jalon.ecran.Francais;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to say who did meanwhile what an agent was about to do: herself in another tab, which is no colleague, or a colleague by name, and
 * when. Forms that edit say it by {@code ecran.Versions}.
 */
@Component
public class QuiLAFait {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  QuiLAFait(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /**
   * « Léa Roux a déjà fait sortir cette personne à 10 h 12 » ; « Vous avez déjà fait sortir cette personne à 10 h 12, peut-être dans un autre
   * onglet ».
   *
   * @param agent login as the act keeps it, {@code null} when nothing says who
   * @param le    when, {@code null} when nothing says it
   * @param fait  what, after the auxiliary « avoir »: {@code déjà fait sortir cette personne}
   */
  @Transactional(readOnly = true)
  public String dire(String agent, OffsetDateTime le, String fait) {
    if (agent != null && agent.equals(agentCourant.perimetre().agent())) {
      return "Vous avez " + fait + quand(le) + ", peut-être dans un autre onglet";
    }
    String nom = agent == null ? "Quelqu'un" : base.sql("select habilitations.nom_agent(?)").param(agent).query(String.class).single();
    return nom + " a " + fait + quand(le);
  }

  /** The same of the last passage of a thing. @param objet its number */
  @Transactional(readOnly = true)
  public String dernier(Passages.Registre registre, long objet, String fait) {
    return base.sql("select par, fait_le from %s where objet_id = ? order by id desc limit 1".formatted(registre.journal())).param(objet)
        .query((l, _) -> dire(l.getString("par"), l.getObject("fait_le", OffsetDateTime.class), fait)).optional()
        .orElseGet(() -> dire(null, null, fait));
  }

  private String quand(OffsetDateTime le) {
    if (le == null) {
      return "";
    }
    ZonedDateTime ici = le.atZoneSameInstant(horloge.getZone());
    String heure = " à %d h %02d".formatted(ici.getHour(), ici.getMinute());
    return ici.toLocalDate().equals(LocalDate.now(horloge)) ? heure : " le " + Francais.date(ici.toLocalDate()) + heure;
  }
}
