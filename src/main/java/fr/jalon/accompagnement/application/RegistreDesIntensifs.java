package fr.jalon.accompagnement.application;

import fr.jalon.accompagnement.domaine.EtatIntensif;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Passages;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries into portfolios as rows: found, locked, moved from state to state through the agents' door; and who holds which portfolio. */
@Component
class RegistreDesIntensifs {
  static final Passages.Registre ENTREES = new Passages.Registre("accompagnement.intensif", "accompagnement.intensif_passage", null);
  private final JdbcClient base;
  private final Passages passages;
  private final Structures structures;
  private final MaFiche maFiche;
  private final AgentCourant agentCourant;

  RegistreDesIntensifs(JdbcClient base, Passages passages, Structures structures, MaFiche maFiche, AgentCourant agentCourant) {
    this.base = base;
    this.passages = passages;
    this.structures = structures;
    this.maFiche = maFiche;
    this.agentCourant = agentCourant;
  }

  /** An entry as it is. @param sortiLe {@code null} while she is in it; @param suiviePar who follows her today, {@code null} for nobody */
  record Entree(long id, long personneId, int referentId, LocalDate entreLe, EtatIntensif etat, LocalDate sortiLe, String sortieMotif,
      String saisiPar,
      String sortiePar, Integer suiviePar) {}

  private static final String LIRE = """
      select i.id, i.personne_id, i.referent_id, i.entre_le, i.etat, i.sorti_le, i.sortie_motif, i.saisi_par, i.sortie_par,
        (select s.referent_id from accompagnement.suivie s where s.personne_id = i.personne_id) as suivie_par
      from accompagnement.intensif i where i.id\s""";

  /** Those of these the agent sees, locked until the end of the act. */
  List<Entree> verrouiller(Collection<Long> ids) {
    Long[] lesquelles = ids.toArray(Long[]::new);
    base.sql("select id from accompagnement.intensif where id = any(?::bigint[]) order by id for update").param(lesquelles).query(Long.class).list();
    return base.sql(LIRE + "= any(?::bigint[])").param(lesquelles).query(Entree.class).list();
  }

  /** The portfolio of this référent changes once at a time: two agents do not take the same last place. */
  void reserver(int referent) {
    base.sql("select pg_advisory_xact_lock(hashtextextended('intensif', ?))").param(referent).query((_, _) -> 0).list();
  }

  /**
   * True when the agent at work holds this portfolio: it is hers; or she is no référent and answers for the organisation, as for the reviews.
   */
  boolean tient(int referent) {
    Optional<Referent> moi = maFiche.referent();
    if (moi.isPresent()) {
      return moi.get().id() == referent;
    }
    Perimetre p = agentCourant.perimetre();
    return structures.referent(referent).flatMap(r -> structures.organisation(r.organisationId())).filter(o -> o.estDe(p)).isPresent();
  }

  /** Whoever did it, or who reads the figures of the team and answers for it. @param compte account of who did */
  boolean permis(String compte) {
    return agentCourant.perimetre().agent().equals(compte) || agentCourant.perimetre().peut("INDICATEURS");
  }

  /** Login of the agent at work. */
  String moi() {
    return agentCourant.perimetre().agent();
  }

  /** Writes that these were born. */
  void naitre(List<Long> ids) {
    passages.naitre(ENTREES, ids);
  }

  /** Moves one if its state allows it. @return false when not */
  boolean passer(long id, EtatIntensif vers, String ecrire, Map<String, Object> valeurs, String motif) {
    return !passages.passer(ENTREES, "m.id = " + id, valeurs, vers, ecrire, motif).isEmpty();
  }
}
