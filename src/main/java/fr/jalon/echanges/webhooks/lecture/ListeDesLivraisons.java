package fr.jalon.echanges.webhooks.lecture;

import fr.jalon.echanges.webhooks.domaine.EtatLivraison;
import fr.jalon.socle.PersonneMontree;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The deliveries, the most recent first: those of an application for itself, all of them for the administration. */
@Component
public class ListeDesLivraisons {
  private static final String CHOIX = """
      from echanges.livraison l join echanges.webhook w on w.id = l.webhook_id
      where (:client::bigint is null or w.client_id = :client) and (:webhook::bigint is null or l.webhook_id = :webhook) and (:etat::text is null or l.etat = :etat)
      """;
  private static final RowMapper<Ligne> LIGNE = (l, _) ->
      new Ligne(l.getObject("id", UUID.class), l.getLong("webhook_id"), l.getLong("client_id"), l.getString("client"), l.getString("adresse"),
      l.getString("evenement"), (Long) l.getObject("personne_id"), EtatLivraison.valueOf(l.getString("etat")), l.getInt("tentatives"),
      l.getObject("prochaine_le", OffsetDateTime.class),
      (Integer) l.getObject("reponse"), l.getString("erreur"), l.getObject("creee_le", OffsetDateTime.class),
      l.getObject("finie_le", OffsetDateTime.class));
  private final JdbcClient base;

  ListeDesLivraisons(JdbcClient base) {
    this.base = base;
  }

  /** What the list is limited to; {@code null} limits nothing. */
  public record Filtre(Long client, Long webhook, EtatLivraison etat) {}

  /** A delivery. @param reponse HTTP code of the last try, or {@code null} @param prochaineLe when the next try may be, if there is one */
  public record Ligne(UUID id, long webhookId, long clientId, String client, String adresse, String evenement, @PersonneMontree Long personneId,
      EtatLivraison etat, int tentatives,
      OffsetDateTime prochaineLe, Integer reponse, String erreur, OffsetDateTime creeeLe, OffsetDateTime finieLe) {}

  @Transactional(readOnly = true)
  public List<Ligne> page(Filtre filtre, int page, int taille) {
    return lire(filtre, taille, (page - 1L) * taille);
  }

  @Transactional(readOnly = true)
  public List<Ligne> toutes(Filtre filtre) {
    return lire(filtre, null, 0);
  }

  @Transactional(readOnly = true)
  public long nombre(Filtre filtre) {
    return requete("select count(*) " + CHOIX, filtre).query(Long.class).single();
  }

  /** One delivery, or empty when it is not of what the reader may see. */
  @Transactional(readOnly = true)
  public Optional<Ligne> une(UUID id) {
    return base.sql("select l.*, w.client_id, w.adresse from echanges.livraison l join echanges.webhook w on w.id = l.webhook_id where l.id = ?")
        .param(id).query(LIGNE).optional();
  }

  private List<Ligne> lire(Filtre filtre, Integer taille, long saut) {
    return requete("select l.*, w.client_id, w.adresse " + CHOIX + "order by l.creee_le desc, l.id limit :taille offset :saut", filtre)
        .param("taille", taille).param("saut", saut).query(LIGNE).list();
  }

  private JdbcClient.StatementSpec requete(String sql, Filtre f) {
    return base.sql(sql).param("client", f.client()).param("webhook", f.webhook()).param("etat", f.etat() == null ? null : f.etat().name());
  }
}
