package fr.jalon.echanges.webhooks.application;

import fr.jalon.carnet.EcritDansLeCarnet;
import fr.jalon.echanges.webhooks.domaine.Evenement;
import fr.jalon.engagement.ContratDEngagement;
import fr.jalon.orientation.FaitDOrientation;
import fr.jalon.rendezvous.PresencesNotees;
import java.time.Clock;
import java.time.LocalDate;
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
    preparer(fait.parLeChargement() ? chargement : agents, Evenement.valueOf(fait.genre().name()), fait.objets().stream()
        .map(o -> new Fait(o.personneId(), o.objetId(), o.le())).toList());
  }

  @EventListener
  void presences(PresencesNotees notees) {
    preparer(agents, Evenement.PRESENCE_NOTEE, notees.personnes().stream().map(p -> new Fait(p, notees.sessionId(), notees.jour())).toList());
  }

  @EventListener
  void carnet(EcritDansLeCarnet ecrit) {
    preparer(agents, Evenement.CARNET, List.of(new Fait(ecrit.personneId(), ecrit.entreeId(), ecrit.le())));
  }

  @EventListener
  void contrat(ContratDEngagement fait) {
    preparer(agents, Evenement.valueOf("CONTRAT_" + fait.genre().name()), List.of(new Fait(fait.personneId(), fait.contratId(), fait.le())));
  }

  private record Fait(long personneId, long objetId, LocalDate le) {}

  private void preparer(JdbcClient base, Evenement evenement, List<Fait> faits) {
    base.sql("select echanges.preparer_livraisons(:fait, :portee, :objet, :instant, :personnes::bigint[], :objets::bigint[], :jours::date[])")
        .param("fait", evenement.code()).param("portee", evenement.portee().code()).param("objet", evenement.objet())
        .param("instant", OffsetDateTime.now(horloge))
        .param("personnes", faits.stream().mapToLong(Fait::personneId).toArray()).param("objets", faits.stream().mapToLong(Fait::objetId).toArray())
        .param("jours", faits.stream().map(f -> f.le().toString()).toArray(String[]::new)).query(Integer.class).single();
  }
}
