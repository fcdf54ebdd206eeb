package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.VerrouDesChargements;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.DossierGarde;
import fr.jalon.echanges.caf.flux.DossierRejete;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Corrects one value of a rejected dossier, then records it as if its file had held it right. */
@Service
public class RejouerRejet {
  private final RejetsGardes rejets;
  private final EnregistrementDuRejet enregistrement;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final DataSource source;

  RejouerRejet(RejetsGardes rejets, EnregistrementDuRejet enregistrement, Journal journal, AgentCourant agentCourant,
      @Qualifier("chargement") JdbcClient base,
      @Qualifier("chargement") TransactionTemplate transaction, @Qualifier("chargement") DataSource source) {
    this.rejets = rejets;
    this.enregistrement = enregistrement;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.base = base;
    this.transaction = transaction;
    this.source = source;
  }

  /** What came of it: recorded, or what is wrong now. */
  public sealed interface Issue {
    /** The dossier is recorded. */
    record Enregistre() implements Issue {}

    /** The dossier still breaks a rule; the correction is kept. */
    record EncoreRejete(String raison) implements Issue {}
  }

  /**
   * @param id       the reject
   * @param nouvelle value to put in the tag refused; {@code null} replays the dossier as it is
   * @throws RefusMetier when the reject is no longer open, when a file is being loaded, or when the tag has no place in the dossier
   */
  public Issue executer(long id, String nouvelle) {
    if (!agentCourant.perimetre().peut("IMPORTS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet pas de rejouer un rejet.");
    }
    Issue issue = rejouer(id, nouvelle);
    journal.tracer(issue instanceof Issue.Enregistre ? "REJET_REJOUE" : "REJET_CORRIGE", null, null, "Rejet " + id
        + (issue instanceof Issue.Enregistre ? " rejoué et enregistré" : " corrigé, encore refusé"));
    return issue;
  }

  /** The work without trace, for many at once. */
  Issue rejouer(long id, String nouvelle) {
    Tentative tentative = new Tentative();
    try {
      transaction.executeWithoutResult(_ -> {
        attendreSonTour();
        tentative.rejet = rejets.prendre(id);
        tentative.preparer(nouvelle);
        enregistrer(tentative);
        rejets.rejoue(tentative.rejet, tentative.xml, tentative.correction, agentCourant.perimetre().agent());
      });
      return new Issue.Enregistre();
    } catch (DossierRejete cause) {
      RejetOuvert r = tentative.rejet;
      int ligne = cause.ligne() == 0 ? r.ligne() : cause.ligne();
      transaction.executeWithoutResult(_ -> rejets.garder(rejets.prendre(id), tentative.dossier.enXml(cause.bloc()), tentative.correction, ligne,
          cause.balise(), cause.valeur(), cause.getMessage()));
      return new Issue.EncoreRejete(cause.getMessage());
    }
  }

  private void attendreSonTour() {
    if (!base.sql("select pg_try_advisory_xact_lock(?)").param(VerrouDesChargements.NUMERO).query(Boolean.class).single()) {
      throw new RefusMetier("CHARGEMENT_EN_COURS", "Un fichier est en cours de chargement. Attendez qu'il soit fini, puis rejouez ce dossier.");
    }
  }

  private void enregistrer(Tentative tentative) {
    try {
      enregistrement.enregistrer(DataSourceUtils.getConnection(source), tentative.rejet, tentative.dossier);
    } catch (SQLException e) {
      throw new IllegalStateException("Le rejet n'a pas pu être rejoué", e);
    }
  }

  private static final class Tentative {
    private RejetOuvert rejet;
    private Dossier dossier;
    private String xml;
    private String correction;

    void preparer(String nouvelle) {
      xml = rejet.xml();
      correction = rejet.correction();
      if (nouvelle == null) {
        dossier = DossierGarde.lire(xml, rejet.reference());
        return;
      }
      dossier = DossierGarde.corrige(xml, rejet.reference(), rejet.ligne(), rejet.balise(), rejet.valeur(), nouvelle);
      if (dossier == null) {
        throw new RefusMetier("BALISE_INTROUVABLE", "La balise " + rejet.balise() + " n'a pas une place sûre à la ligne " + rejet.ligne()
            + " de ce dossier : il ne peut pas être corrigé ici. Demandez la correction à la CAF ou à la MSA, ou écartez le rejet.");
      }
      xml = dossier.enXml(null);
      String faite = "ligne " + rejet.ligne() + ", " + rejet.balise() + (estUnNir(rejet.balise()) ? " corrigé (valeur non affichée)"
          : " : " + (rejet.valeur() == null ? "absent" : "« " + rejet.valeur() + " »") + " → « " + nouvelle.strip() + " »");
      correction = correction == null ? faite : correction + "\n" + faite;
    }

    private static boolean estUnNir(String balise) {
      return balise.startsWith("NIR");
    }
  }
}
