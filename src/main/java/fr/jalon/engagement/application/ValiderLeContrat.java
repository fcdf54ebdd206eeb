package fr.jalon.engagement.application;

import fr.jalon.engagement.application.RegistreDesContrats.Contrat;
import fr.jalon.engagement.application.RegistreDesContrats.Version;
import fr.jalon.engagement.domaine.Jours;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The validation by a responsable before a contract is presented, where the Département wants one ({@code engagement.validation}): of all, or of
 * those whose référent has no delegation.
 */
@Service
public class ValiderLeContrat {
  private static final String VALIDATIONS = "VALIDATIONS";
  private final JdbcClient base;
  private final RegistreDesContrats registre;
  private final AgentCourant agentCourant;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  ValiderLeContrat(JdbcClient base, RegistreDesContrats registre, AgentCourant agentCourant, Parametres parametres, Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.agentCourant = agentCourant;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** True when this agent validates. */
  public boolean valide() {
    return agentCourant.perimetre().peut(VALIDATIONS);
  }

  /** True when a version prepared by the agent at work waits for a responsable. */
  public boolean demandee() {
    LocalDate aujourdhui = LocalDate.now(horloge);
    String regle = parametres.valeur("engagement.validation", aujourdhui).texte();
    return !valide() && ("TOUS".equals(regle) || "SAUF_DELEGATION".equals(regle) && !base.sql("""
        select exists (select from engagement.delegation where agent = ? and depuis <= ? and (jusqu_au is null or jusqu_au >= ?) and retiree_le is null)""")
        .params(registre.moi(), aujourdhui, aujourdhui).query(Boolean.class).single());
  }

  /** Before it is presented: asks for the validation when one is needed. @throws RefusMetier it is awaited, or was sent back */
  void exiger(long personneId, Version v) {
    if (!demandee() || "ACCORDEE".equals(v.validation())) {
      return;
    }
    throw new RefusMetier("CONTRAT_A_VALIDER", "RENVOYEE".equals(v.validation())
        ? "Votre responsable demande de revoir ce contrat : corrigez-le, puis demandez de nouveau sa validation."
        : "Votre Département demande la validation d'un responsable avant la signature : demandez-la d'abord.");
  }

  /** Asks for it. @throws RefusMetier the version was presented or signed meanwhile */
  @Transactional
  public void demander(long personneId, long contrat) {
    registre.exiger(personneId, contrat);
    ecrire(registre.exigerEcrivable(contrat), "DEMANDEE", null);
    journal.tracer("CONTRAT_VALIDATION", personneId, null, null);
  }

  /** Gives it. @throws RefusMetier this agent does not validate, or none is asked any more */
  @Transactional
  public void accorder(long personneId, long contrat) {
    repondre(personneId, contrat, "ACCORDEE", null);
  }

  /** Sends it back. @throws RefusMetier besides, nothing is said of what to review */
  @Transactional
  public void renvoyer(long personneId, long contrat, String motif) {
    Jours.raison(new Fautes(), "motif", motif).lever();
    repondre(personneId, contrat, "RENVOYEE", motif.strip());
  }

  private void repondre(long personneId, long contrat, String reponse, String motif) {
    if (!valide()) {
      throw new RefusMetier("CONTRAT_VALIDATION_D_UN_AUTRE", "La validation est donnée par un responsable.");
    }
    Contrat c = registre.exiger(personneId, contrat);
    Version v = registre.exigerEcrivable(contrat);
    if (reponse.equals(v.validation())) {
      return;
    }
    if (!"DEMANDEE".equals(v.validation())) {
      throw RegistreDesContrats.aChange();
    }
    ecrire(v, reponse, motif);
    registre.noter(c, PresenterLeContrat.jour(c, LocalDate.now(horloge)), motif == null ? "Validé par un responsable" : "À revoir : " + motif);
    journal.tracer("CONTRAT_VALIDATION", personneId, null, null);
  }

  private void ecrire(Version v, String etat, String motif) {
    Map<String, Object> valeurs = new HashMap<>();
    valeurs.put("etat", etat);
    valeurs.put("le", OffsetDateTime.now(horloge));
    valeurs.put("par", registre.moi());
    valeurs.put("motif", motif);
    registre.ecrireLaVersion(v.id(), "validation = :etat, validation_le = :le, validation_par = :par, validation_motif = :motif::text", valeurs);
  }
}
