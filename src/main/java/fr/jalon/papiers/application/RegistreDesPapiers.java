package fr.jalon.papiers.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.papiers.domaine.EtatPapier;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers as rows: found, locked, moved from state to state through the agents' door; each passage is written. */
@Component
class RegistreDesPapiers {
  static final Passages.Registre PAPIERS = new Passages.Registre("papiers.papier", "papiers.passage", null);
  private final JdbcClient base;
  private final Passages passages;
  private final AgentCourant agentCourant;

  RegistreDesPapiers(JdbcClient base, Passages passages, AgentCourant agentCourant) {
    this.base = base;
    this.passages = passages;
    this.agentCourant = agentCourant;
  }

  /** A paper as it is. @param vuLe {@code null} while it is awaited */
  record Papier(long id, long personneId, String genre, EtatPapier etat, LocalDate vuLe, LocalDate valableJusquAu) {}

  /** Login of the agent at work. */
  String moi() {
    return agentCourant.perimetre().agent();
  }

  /** True when the agent reads and keeps the copies of papers that tell who she is or where she is paid. */
  boolean litLesReservees() {
    return agentCourant.perimetre().peut("PAPIERS_RESERVES");
  }

  /** @throws RefusMetier when the agent may not see her any more */
  void exigerVisible(long personneId) {
    if (!base.sql("select exists (select from allocataires.personne where id = ? and fusionnee_dans is null)").param(personneId)
        .query(Boolean.class).single()) {
      throw new RefusMetier("PAPIERS_D_UNE_PARTIE",
          "Cette personne n'est plus dans ce que vous pouvez consulter : elle a changé de territoire ou d'organisme. Rien n'est noté.");
    }
  }

  /**
   * One, locked until the end of the act.
   *
   * @throws RefusMetier when it is not to be seen, or is of somebody else than the page said
   */
  Papier exiger(long personneId, long papier) {
    return base.sql("select id, personne_id, genre, etat, vu_le, valable_jusqu_au from papiers.papier where id = ? and personne_id = ? for update")
        .params(papier, personneId).query(Papier.class).optional().orElseThrow(() -> new RefusMetier("PAPIER_INCONNU",
            "Ce papier n'est plus dans ce que vous pouvez consulter : rien n'est changé."));
  }

  /**
   * Those awaited of that kind, locked, the oldest first: one, or two when two records of the person were found to be one. Who asks and who receives
   * at the same moment wait for each other.
   */
  List<Long> attendus(long personneId, String genre) {
    base.sql("select pg_advisory_xact_lock(hashtextextended('papiers', ?))").param(personneId).query((_, _) -> 0).list();
    return base.sql("select id from papiers.papier where personne_id = ? and genre = ? and etat = 'ATTENDU' order by id for update")
        .params(personneId, genre).query(Long.class).list();
  }

  /** True when this form was sent already for that kind of paper. @throws FormulaireDejaServi when it served for something else */
  boolean dejaEcrit(long personneId, String genre, UUID cle) {
    return base.sql("select personne_id = ? and genre = ? from papiers.papier where cle = ?").params(personneId, genre, cle).query(Boolean.class)
        .optional().map(sien -> {
          if (!sien) {
            throw new FormulaireDejaServi();
          }
          return true;
        }).orElse(false);
  }

  /** Writes that it was born. */
  void naitre(long papier) {
    passages.naitre(PAPIERS, List.of(papier));
  }

  /** Moves it if its state allows it. @param ecrire columns written besides, or empty; @param motif why, or {@code null}; @return false when not */
  boolean passer(long papier, EtatPapier vers, String ecrire, Map<String, Object> valeurs, String motif) {
    return !passages.passer(PAPIERS, "m.id = " + papier, valeurs, vers, ecrire, motif).isEmpty();
  }
}
