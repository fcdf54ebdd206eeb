package fr.jalon.engagement.application;

import fr.jalon.engagement.domaine.ActionVoulue;
import fr.jalon.engagement.domaine.Cadre;
import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.engagement.domaine.NouvelObjectif;
import fr.jalon.engagement.domaine.QuiAgit;
import fr.jalon.socle.RefusMetier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A contract that another tool prepares whole, with the rules of the screen: all of it, or nothing. */
@Service
public class ProposerUnContrat {
  private final JdbcClient base;
  private final PreparerUnContrat preparer;
  private final EcrireLeContrat ecrire;

  ProposerUnContrat(JdbcClient base, PreparerUnContrat preparer, EcrireLeContrat ecrire) {
    this.base = base;
    this.preparer = preparer;
    this.ecrire = ecrire;
  }

  /** What it says. @param depuis, jusquAu, intensite, engagementsPersonne, engagementsReferent {@code null} for what Jalon proposes */
  public record Proposition(LocalDate depuis, LocalDate jusquAu, Intensite intensite, String engagementsPersonne, String engagementsReferent,
      List<Objectif> objectifs) {}

  /** An objective. @param theme code, {@code null} for the project */
  public record Objectif(String texte, String theme, List<Action> actions) {}

  /** An action, on the dates of the contract. @param activite code of its kind; @param heures a week, {@code null} for none */
  public record Action(String libelle, String activite, BigDecimal heures) {}

  /**
   * @return the number of the contract
   * @throws RefusMetier those of {@link PreparerUnContrat} and {@link EcrireLeContrat}, or an objective tells of health
   */
  @Transactional
  public long executer(long personneId, Proposition p) {
    long contrat = preparer.executer(personneId, UUID.randomUUID());
    Cadre propose = ecrire.cadre(personneId, contrat).orElseThrow(RegistreDesContrats::aChange);
    Cadre cadre = new Cadre(ou(p.depuis(), propose.depuis()), ou(p.jusquAu(), propose.jusquAu()), ou(p.intensite(), propose.intensite()),
        ou(p.engagementsPersonne(), propose.engagementsPersonne()), ou(p.engagementsReferent(), propose.engagementsReferent()), propose.motif());
    ecrire.cadrer(personneId, contrat, cadre);
    for (Objectif o : p.objectifs()) {
      String theme = o.theme() == null ? "" : o.theme();
      Boolean sante = ecrire.sante(theme);
      if (Boolean.TRUE.equals(sante)) {
        throw new RefusMetier("OBJECTIF_DE_SANTE_HORS_API", "Un objectif de santé ne s'écrit pas par l'API : son référent l'ajoute dans Jalon.");
      }
      ecrire.ecrireUnObjectif(personneId, contrat, 0, new NouvelObjectif(theme, sante != null, false, o.texte()));
      long objectif = base.sql("""
          select max(o.id) from engagement.objectif o join engagement.version v on v.id = o.version_id where v.contrat_id = ?""").param(contrat)
          .query(Long.class).single();
      for (Action a : o.actions()) {
        ecrire.ecrireUneAction(personneId, contrat, objectif, 0, new ActionVoulue(a.libelle(), ecrire.activite(a.activite()), QuiAgit.PERSONNE,
            cadre.depuis(), cadre.jusquAu(), ou(a.heures(), BigDecimal.ZERO)));
      }
    }
    return contrat;
  }

  private static <T> T ou(T dit, T sinon) {
    return dit == null ? sinon : dit;
  }
}
