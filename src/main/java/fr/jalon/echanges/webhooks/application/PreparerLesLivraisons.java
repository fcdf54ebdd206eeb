package fr.jalon.echanges.webhooks.application;

import fr.jalon.echanges.webhooks.domaine.Evenement;
import fr.jalon.orientation.FaitDOrientation;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what must be told of an act, in the transaction that does it: an act undone tells nothing, an act done is never forgotten. */
@Component
class PreparerLesLivraisons {
  private final JdbcClient agents;
  private final JdbcClient chargement;
  private final Clock horloge;

  PreparerLesLivraisons(JdbcClient agents, @Qualifier("chargement") JdbcClient chargement, Clock horloge) {
    this.agents = agents;
    this.chargement = chargement;
    this.horloge = horloge;
  }

  @EventListener
  void orientation(FaitDOrientation fait) {
    Evenement evenement = Evenement.valueOf(fait.genre().name());
    List<FaitDOrientation.Objet> objets = fait.objets();
    (fait.parLeChargement() ? chargement : agents)
        .sql("select echanges.preparer_livraisons(:fait, :portee, :instant, :personnes::bigint[], :objets::bigint[], :jours::date[])")
        .param("fait", evenement.code()).param("portee", evenement.portee().code()).param("instant", OffsetDateTime.now(horloge))
        .param("personnes", objets.stream().mapToLong(FaitDOrientation.Objet::personneId).toArray())
        .param("objets", objets.stream().mapToLong(FaitDOrientation.Objet::objetId).toArray())
        .param("jours", objets.stream().map(o -> o.le().toString()).toArray(String[]::new)).query(Integer.class).single();
  }
}
