package fr.jalon.echanges.webhooks.lecture;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks of an application, with what became of their deliveries. */
@Component
public class WebhooksConnus {
  private final JdbcClient base;

  WebhooksConnus(JdbcClient base) {
    this.base = base;
  }

  /** A webhook. @param aEnvoyer deliveries that wait @param abandonnees deliveries given up */
  public record Webhook(long id, long clientId, String adresse, List<String> evenements, boolean actif, OffsetDateTime creeLe, String creePar,
      OffsetDateTime arreteLe,
      int aEnvoyer, int abandonnees) {}

  /** Those in use first. */
  @Transactional(readOnly = true)
  public List<Webhook> de(long client) {
    return base.sql("""
        select w.id, w.client_id, w.adresse, w.evenements, w.actif, w.cree_le, habilitations.nom_agent(w.cree_par) as cree_par, w.arrete_le,
          (select count(*) from echanges.livraison l where l.webhook_id = w.id and l.etat = 'A_ENVOYER')::int as a_envoyer,
          (select count(*) from echanges.livraison l where l.webhook_id = w.id and l.etat = 'ABANDONNEE')::int as abandonnees
        from echanges.webhook w where w.client_id = ? order by w.actif desc, w.id""").param(client)
        .query((l, _) -> new Webhook(l.getLong("id"), l.getLong("client_id"), l.getString("adresse"),
        List.of((String[]) l.getArray("evenements").getArray()), l.getBoolean("actif"),
            l.getObject("cree_le", OffsetDateTime.class), l.getString("cree_par"), l.getObject("arrete_le", OffsetDateTime.class),
            l.getInt("a_envoyer"), l.getInt("abandonnees"))).list();
  }
}
