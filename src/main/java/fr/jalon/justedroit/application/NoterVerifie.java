package fr.jalon.justedroit.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that a difference was looked at, or comes back on it. Nothing is decided here about the right. */
@Service
public class NoterVerifie {
  private static final int LONGUEUR = 200;
  private static final BigDecimal PLAFOND = new BigDecimal("100000");
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  NoterVerifie(JdbcClient base, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Notes it. The same difference twice is one note.
   *
   * @param mois  the month looked at
   * @param ecart the difference seen, euros a month
   * @param note  what was found, may be empty
   * @throws RefusMetier when the foyer is out of the agent's perimeter, or what was seen is missing
   */
  @Transactional
  public void executer(long foyer, YearMonth mois, BigDecimal ecart, String note) {
    if (mois == null || ecart == null || ecart.abs().compareTo(PLAFOND) > 0) {
      throw new RefusMetier("ECART_ABSENT", "L'écart que vous aviez sous les yeux n'est pas arrivé jusqu'ici. Rechargez la page, puis recommencez.");
    }
    String net = note == null || note.isBlank() ? null : note.strip();
    if (net != null && net.length() > LONGUEUR) {
      throw new RefusMetier("NOTE_LONGUE", "La note compte au plus %d caractères.".formatted(LONGUEUR));
    }
    Perimetre moi = agentCourant.perimetre();
    boolean visible = base.sql("select exists (select from allocataires.foyer where id = ?)").param(foyer).query(Boolean.class).single();
    if (!visible) {
      throw new RefusMetier("FOYER_INCONNU", "Ce foyer n'existe pas, ou il ne fait pas partie de ce que vous pouvez consulter.");
    }
    // two agents at once, or a second click: the last note of the same difference is kept as it is
    base.sql("select pg_advisory_xact_lock(hashtext('justedroit.verifie'), ?::int)").param((int) (foyer % Integer.MAX_VALUE))
        .query((l, _) -> 0).list();
    int ecrite = base.sql("""
        insert into justedroit.verifie (foyer_id, mois, ecart, note, par, nom, le)
        select :foyer, :mois, :ecart, :note, :par, :nom, :le where not exists (select from justedroit.verifie v where v.foyer_id = :foyer and v.retire_le is null
          and v.ecart = :ecart and v.note is not distinct from :note::text)""").param("foyer", foyer).param("mois", mois.atDay(1))
        .param("ecart", ecart.setScale(2, RoundingMode.HALF_UP)).param("note", net).param("par", moi.agent()).param("nom", moi.nom())
        .param("le", OffsetDateTime.now(horloge)).update();
    if (ecrite == 1) {
      journal.tracer("VERIFICATION", null, foyer, "Écart de droit noté vérifié");
    }
  }

  /** Comes back on it: the foyer is proposed again. */
  @Transactional
  public void annuler(long id) {
    Long foyer = base.sql("update justedroit.verifie set retire_par = ?, retire_le = ? where id = ? and retire_le is null returning foyer_id")
        .params(agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), id).query(Long.class).optional()
        .orElseThrow(() -> new RefusMetier("DEJA_ANNULE",
        "Cette vérification est déjà annulée, ou elle ne fait pas partie de ce que vous pouvez consulter."));
    journal.tracer("VERIFICATION", null, foyer, "Vérification annulée : l'écart est de nouveau à regarder");
  }
}
