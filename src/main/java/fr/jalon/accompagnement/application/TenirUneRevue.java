package fr.jalon.accompagnement.application;

import fr.jalon.accompagnement.domaine.DecisionDeRevue;
import fr.jalon.accompagnement.lecture.Revues;
import fr.jalon.accompagnement.lecture.Revues.Decision;
import fr.jalon.accompagnement.lecture.Revues.Revue;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the review of a référent's file, writes what it decides, closes it. A référent holds those of her own file and those she opened; an agent who
 * is no référent, those of the files she sees.
 */
@Service
public class TenirUneRevue {
  private static final int JOURS = 31;
  private static final int POURQUOI = 500;
  private final JdbcClient base;
  private final Revues revues;
  private final Structures structures;
  private final MaFiche maFiche;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  TenirUneRevue(JdbcClient base, Revues revues, Structures structures, MaFiche maFiche, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.revues = revues;
    this.structures = structures;
    this.maFiche = maFiche;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Opens it.
   *
   * @return its number
   * @throws RefusMetier the day is not within a month of today, nobody was chosen, the file is not the agent's, or a review of it is open already
   */
  @Transactional
  public long ouvrir(Integer referent, LocalDate le) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Optional<Referent> qui = Optional.ofNullable(referent).flatMap(structures::referent);
    new Fautes().exiger(qui.isPresent(), "referent", "REVUE_DE_QUI", "Choisissez le référent dont la file est revue.")
        .exiger(le != null && !le.isBefore(aujourdhui.minusDays(JOURS)) && !le.isAfter(aujourdhui.plusDays(JOURS)), "le", "JOUR_DE_LA_REVUE",
            "Choisissez un jour à moins d'un mois d'aujourd'hui.").lever();
    if (!maFiche.referent().map(m -> m.id() == qui.get().id()).orElse(true)) {
      throw new RefusMetier("REVUE_D_UN_AUTRE", "Cette file est celle d'un collègue : son responsable ou lui-même en ouvre la revue.");
    }
    Perimetre p = agentCourant.perimetre();
    if (structures.organisation(qui.get().organisationId()).filter(o -> o.estDe(p)).isEmpty()) {
      throw new RefusMetier("REVUE_HORS_PERIMETRE",
          "L'organisation de ce référent ne travaille pas sur vos territoires : choisissez un référent de votre équipe.");
    }
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    String agent = p.agent();
    try {
      long id = base.sql("""
          insert into accompagnement.revue (referent_id, organisation_id, le, etat, etat_depuis, ouverte_par, ouverte_le) values (?, ?, ?, 'OUVERTE', ?, ?, ?)
          returning id""").params(qui.get().id(), qui.get().organisationId(), le, maintenant, agent, maintenant).query(Long.class).single();
      journal.tracer("REVUE_OUVERTE", null, null, "%s, %s".formatted(qui.get().nom(), Francais.date(le)));
      return id;
    } catch (DuplicateKeyException deja) {
      throw new RefusMetier("REVUE_DEJA_OUVERTE", "Une revue de cette file est déjà ouverte : reprenez-la dans la liste, ou faites-la clore.");
    }
  }

  /**
   * Writes what is decided for a person, in place of what was written before.
   *
   * @param vu version of the decision that the page showed, empty when it showed none
   * @throws RefusMetier the review is closed or not the agent's, she is no longer in this file, a reason is missing, or a colleague decided meanwhile
   */
  @Transactional
  public void decider(long revue, long personne, DecisionDeRevue decision, String pourquoi, String vu) {
    Revue r = tenir(revue);
    String mot = pourquoi == null ? "" : pourquoi.strip();
    new Fautes().exiger(decision != null, "decision", "DECISION_DE_REVUE", "Choisissez ce qui est décidé.")
        .exiger(mot.length() <= POURQUOI, "pourquoi", "DECISION_BAVARDE", "C'est trop long : %d caractères au plus.".formatted(POURQUOI))
        .exiger(decision == null || !decision.aSuivre() || !mot.isEmpty(), "pourquoi", "DECISION_SANS_RAISON", "Dites pourquoi, en un mot.").lever();
    boolean dansLaFile = base.sql("select exists (select from accompagnement.suivie where personne_id = ? and referent_id = ?)")
        .params(personne, r.referentId()).query(Boolean.class).single();
    if (!dansLaFile) {
      throw new RefusMetier("PLUS_DANS_LA_FILE",
          "Cette personne n'est plus dans cette file, ou plus dans ce que vous pouvez consulter. Rien n'est noté.");
    }
    Optional<Decision> avant = Optional.ofNullable(revues.decisions(revue).get(personne));
    if (avant.filter(d -> d.parCompte().equals(agentCourant.perimetre().agent()) && d.decision() == decision && d.pourquoi().equals(mot))
        .isPresent()) {
      return;
    }
    if (!avant.map(Decision::version).orElse("").equals(vu == null ? "" : vu)) {
      throw new RefusMetier("DECISION_ENTRE_TEMPS", avant.map(d ->
          "%s a noté entre-temps « %s »%s. Si vous enregistrez de nouveau, la vôtre la remplace."
          .formatted(d.par(), d.decision().libelle(), d.pourquoi().isEmpty() ? "" : " (" + d.pourquoi() + ")")).orElse("Rechargez la page."));
    }
    base.sql("""
        insert into accompagnement.revue_decision (revue_id, personne_id, decision, pourquoi, decide_par, decide_le) values (?, ?, ?, ?, ?, ?)
        on conflict (revue_id, personne_id) do update set decision = excluded.decision, pourquoi = excluded.pourquoi, decide_par = excluded.decide_par,
          decide_le = excluded.decide_le""")
        .params(revue, personne, decision.name(), mot, agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).update();
    journal.tracer("REVUE_DECIDEE", personne, null, decision.libelle());
  }

  /** Closes it, once. @throws RefusMetier it is closed already, its day is to come, or it is not the agent's */
  @Transactional
  public void clore(long revue) {
    Revue r = tenir(revue);
    if (r.le().isAfter(LocalDate.now(horloge))) {
      throw new RefusMetier("REVUE_A_VENIR", "Cette revue est du %s : elle se clôt ce jour-là ou après. Ce que vous y avez noté reste."
          .formatted(Francais.date(r.le())));
    }
    base.sql("update accompagnement.revue set etat = 'CLOSE', etat_depuis = ?, close_par = ? where id = ?")
        .params(OffsetDateTime.now(horloge), agentCourant.perimetre().agent(), revue).update();
    journal.tracer("REVUE_CLOSE", null, null, "%s, %s".formatted(r.referent(), Francais.date(r.le())));
  }

  /** Says that what was decided is done. @throws RefusMetier it was said already, or it is not the agent's to say */
  @Transactional
  public void faite(long decision, long personne) {
    boolean dit = base.sql("""
        update accompagnement.revue_decision d set fait_le = ?, fait_par = ? where d.id = ? and d.personne_id = ? and d.fait_le is null and d.decision <> 'CONTINUER'
          and exists (select from accompagnement.revue v where v.id = d.revue_id and v.etat = 'CLOSE')""")
        .params(OffsetDateTime.now(horloge), agentCourant.perimetre().agent(), decision, personne).update() == 1;
    if (!dit) {
      throw new RefusMetier("DECISION_DEJA_FAITE", "C'était déjà dit, ou cette décision n'est pas à vous. Rechargez la page.");
    }
    journal.tracer("REVUE_SUIVIE", personne, null, null);
  }

  /** True when the agent at work holds this review: she decides in it and closes it. */
  @Transactional(readOnly = true)
  public boolean tient(Revue r) {
    return agentCourant.perimetre().agent().equals(r.ouvreur()) || maFiche.referent().map(m -> m.id() == r.referentId()).orElse(true);
  }

  /** The review, that nobody else changes until the end of the transaction. */
  private Revue tenir(long revue) {
    base.sql("select id from accompagnement.revue where id = ? for update").param(revue).query(Long.class).optional();
    Revue r = revues.une(revue).orElseThrow(() -> new RefusMetier("REVUE_INCONNUE", "Cette revue n'est pas dans ce que vous pouvez consulter."));
    if (!r.ouverte()) {
      throw new RefusMetier("REVUE_CLOSE", "%s a clos cette revue : ce qui y est décidé ne change plus. La prochaine revue dira autre chose."
          .formatted(r.closePar()));
    }
    if (!tient(r)) {
      throw new RefusMetier("REVUE_D_UN_AUTRE", "Cette file est celle d'un collègue : son responsable ou lui-même en ouvre la revue.");
    }
    return r;
  }
}
