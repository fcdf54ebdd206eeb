package fr.jalon.engagement.application;

import fr.jalon.engagement.domaine.CaseDHeures;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hours done as rows: found, locked, taken back through the agents' door. */
@Component
class RegistreDesHeures {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  RegistreDesHeures(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** What a cell of the grid holds. */
  record Saisie(long id, String champ, int minutes) {}

  /** A row. @param prouvee true when another room proves it */
  record Ligne(LocalDate lundi, boolean prouvee, boolean annulee) {}

  private record Lue(long id, LocalDate lundi, LocalDate jour, String activite, int minutes) {}

  /** @throws RefusMetier when the agent may not see her any more */
  void exigerVisible(long personneId) {
    if (!base.sql("select exists (select from allocataires.personne where id = ? and fusionnee_dans is null)").param(personneId)
        .query(Boolean.class).single()) {
      throw new RefusMetier("HEURES_D_UNE_PARTIE",
          "Cette personne n'est plus dans ce que vous pouvez consulter : elle a changé de territoire ou d'organisme. Rien n'est noté.");
    }
  }

  /** Two agents at once wait for each other. */
  void verrouiller(long personneId) {
    base.sql("select pg_advisory_xact_lock(hashtextextended('heures', ?))").param(personneId).query((_, _) -> 0).list();
  }

  /** What a référent typed for that week, by name of field. */
  Map<String, Saisie> saisies(long personneId, Semaine semaine) {
    return base.sql("""
        select id, lundi, jour, activite, minutes from engagement.heure where personne_id = ? and lundi = ? and source = 'REFERENT' and annulee_le is null""")
        .params(personneId, semaine.lundi()).query(Lue.class).list().stream().map(l -> new Saisie(l.id(), CaseDHeures.champ(l.activite(),
            l.jour() == null ? CaseDHeures.TOTAL : (int) ChronoUnit.DAYS.between(l.lundi(), l.jour()) + 1), l.minutes()))
        .collect(Collectors.toMap(Saisie::champ, s -> s));
  }

  /** What names the state of the typed hours of a week: another once somebody wrote in it. Rows are never rewritten. */
  String vue(long personneId, Semaine semaine) {
    return base.sql("""
        select coalesce(max(id), 0) || '-' || count(*) filter (where annulee_le is not null) from engagement.heure
        where personne_id = ? and lundi = ? and source = 'REFERENT'""").params(personneId, semaine.lundi()).query(String.class).single();
  }

  /** Minutes of the week that come from elsewhere than the grid. */
  int deLaSemaineAilleurs(long personneId, Semaine semaine) {
    return base.sql("""
        select coalesce(sum(minutes), 0) from engagement.heure where personne_id = ? and lundi = ? and source <> 'REFERENT' and annulee_le is null""")
        .params(personneId, semaine.lundi()).query(Integer.class).single();
  }

  /** Minutes of that day that another room proves. */
  int prouvees(long personneId, String activite, LocalDate jour) {
    return base.sql("""
        select coalesce(sum(minutes), 0) from engagement.heure where personne_id = ? and lundi = ? and jour = ? and activite = ? and reference is not null
          and annulee_le is null""").params(personneId, Semaine.de(jour).lundi(), jour, activite).query(Integer.class).single();
  }

  /** True when she was awaited that day, and noted as absent: excused or not. */
  boolean absente(long personneId, LocalDate jour) {
    return base.sql("""
        select bool_or(presence in ('EXCUSEE', 'ABSENTE')) and not bool_or(presence = 'PRESENTE') from accompagnement.echange
        where personne_id = ? and le = ?""").params(personneId, jour).query((l, _) -> l.getBoolean(1)).single();
  }

  /** One, locked. @throws RefusMetier when it is not to be seen, or is of somebody else than the page said */
  Ligne exiger(long personneId, long heure) {
    return base.sql("""
        select lundi, reference is not null as prouvee, annulee_le is not null as annulee from engagement.heure where id = ? and personne_id = ?""")
        .params(heure, personneId).query(Ligne.class).optional().orElseThrow(() -> new RefusMetier("HEURE_INCONNUE",
            "Cette heure n'est plus dans ce que vous pouvez consulter : rien n'est changé."));
  }

  /** Takes these back. */
  void annuler(Collection<Long> heures, String motif) {
    base.sql("""
        update engagement.heure set annulee_le = :le, annulee_par = :par, annulee_motif = :motif where id = any(:ids::bigint[]) and annulee_le is null""")
        .param("le", OffsetDateTime.now(horloge)).param("par", agentCourant.perimetre().agent()).param("motif", motif)
        .param("ids", heures.toArray(Long[]::new)).update();
  }
}
