package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.Critere;
import fr.jalon.diagnostic.domaine.Recommandation;
import fr.jalon.diagnostic.domaine.Referentiel;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.lecture.DiagnosticFait;
import fr.jalon.diagnostic.lecture.DiagnosticsDUnePersonne;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers the entry diagnostic of a person and the pathway it recommends. The one before stays, unchanged. */
@Service
public class EnregistrerDiagnostic {
  private final JdbcClient base;
  private final Referentiels referentiels;
  private final DiagnosticsDUnePersonne diagnostics;
  private final Brouillons brouillons;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  EnregistrerDiagnostic(JdbcClient base, Referentiels referentiels, DiagnosticsDUnePersonne diagnostics, Brouillons brouillons,
      AgentCourant agentCourant,
      Journal journal, Clock horloge) {
    this.base = base;
    this.referentiels = referentiels;
    this.diagnostics = diagnostics;
    this.brouillons = brouillons;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Registers the answers, complete or not.
   *
   * @param vu id of the diagnostic the agent was shown, {@code null} when there was none
   * @return the recommendation; empty while a needed answer is missing
   * @throws DiagnosticChange when another agent registered one meanwhile: nothing is written
   * @throws RefusMetier      when there is no answer at all, or one that is not in the list
   */
  @Transactional
  public Optional<Recommandation> executer(long personneId, Long vu, Reponses reponses) {
    Referentiel referentiel = referentiels.aujourdhui();
    verifier(referentiel, reponses);
    // one at a time for a person: the second waits here, then sees what the first wrote
    base.sql("select pg_advisory_xact_lock(hashtextextended('diagnostic', ?))").param(personneId).query((_, _) -> 0).list();
    Optional<DiagnosticFait> dernier = diagnostics.dernier(personneId);
    if (dernier.isPresent() && !Long.valueOf(dernier.get().id()).equals(vu)) {
      throw new DiagnosticChange(dernier.get(), vu == null ? Reponses.AUCUNE : diagnostics.un(vu).map(DiagnosticFait::reponses)
          .orElse(Reponses.AUCUNE), referentiel);
    }
    Optional<Recommandation> recommandation = referentiel.recommander(reponses);
    long id = base.sql("""
        insert into diagnostic.diagnostic (personne_id, precedent_id, reponses, referentiel, regle, phrase, saisi_par, saisi_le)
        values (:personne, :precedent, jsonb_object(:criteres::text[], :reponses::text[]), :referentiel, :regle, :phrase, :agent, :maintenant) returning id""")
        .param("personne", personneId).param("precedent", dernier.map(DiagnosticFait::id).orElse(null))
        .param("criteres", reponses.parCritere().keySet().toArray(String[]::new))
        .param("reponses", reponses.parCritere().values().toArray(String[]::new))
        .param("referentiel", referentiel.depuis()).param("regle", recommandation.map(r -> r.regle().code()).orElse(null))
        .param("phrase", recommandation.map(Recommandation::phrase).orElse(null)).param("agent", agentCourant.perimetre().agent())
        .param("maintenant", OffsetDateTime.now(horloge)).query(Long.class).single();
    base.sql("""
        insert into diagnostic.recommandation (diagnostic_id, personne_id, parcours, reexamen_long, faite_le) values (?, ?, ?, ?, ?)""")
        .params(id, personneId, recommandation.map(r -> r.parcours().name()).orElse(null), referentiel.vulnerable(reponses),
        OffsetDateTime.now(horloge)).update();
    brouillons.effacer(personneId);
    journal.tracer("DIAGNOSTIC", personneId, null, recommandation.map(r -> "Diagnostic complet, parcours recommandé : " + r.parcours().court())
        .orElse("Diagnostic incomplet"));
    return recommandation;
  }

  private static void verifier(Referentiel referentiel, Reponses reponses) {
    if (reponses.parCritere().isEmpty()) {
      throw new RefusMetier("DIAGNOSTIC_VIDE", "Répondez au moins à une question avant d'enregistrer.");
    }
    reponses.parCritere().forEach((code, reponse) -> {
      Critere critere = referentiel.critere(code).orElseThrow(() -> new RefusMetier("CRITERE_INCONNU", "Ce critère n'existe pas : " + code + "."));
      if (!critere.reponses().containsKey(reponse)) {
        throw new RefusMetier("REPONSE_INCONNUE", "Choisissez une des réponses proposées pour « " + critere.libelle() + " ».");
      }
    });
  }
}
