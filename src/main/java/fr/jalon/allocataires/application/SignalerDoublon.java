package fr.jalon.allocataires.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agent says that two records may be one human, whether a file saw it or not: the pair becomes a task, to be compared then settled. */
@Component
public class SignalerDoublon {
  private final JdbcClient base;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  SignalerDoublon(JdbcClient base, Journal journal, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /**
   * Opens the task, or opens it again when it was settled otherwise.
   *
   * @return number of the task
   * @throws RefusMetier when it is twice the same record, or when one is out of the perimeter or already merged
   */
  @Transactional
  public long signaler(long personne, long autre) {
    if (personne == autre) {
      throw new RefusMetier("MEME_FICHE", "C'est deux fois la même fiche : choisissez-en une autre.");
    }
    long a = Math.min(personne, autre);
    long b = Math.max(personne, autre);
    List<Map<String, Object>> lues = base.sql("select id, fusionnee_dans from allocataires.personne where id in (?, ?) for share")
        .params(a, b).query().listOfRows();
    if (lues.size() < 2) {
      throw new RefusMetier("PERSONNE_INCONNUE", "L'une des deux fiches n'existe pas dans votre périmètre. Cherchez la personne de nouveau.");
    }
    if (lues.stream().anyMatch(l -> l.get("fusionnee_dans") != null)) {
      throw new RefusMetier("DEJA_FUSIONNEE", "L'une des deux fiches est déjà réunie à une autre. Ouvrez la fiche conservée.");
    }
    base.sql("""
        insert into allocataires.doublon (personne_a, personne_b, raison, signale_le, signale_par, territoire_id, organisation_ids)
        select ?, ?, 'Signalé par un agent', ?, ?, p.territoire_id, p.organisation_ids from allocataires.personne p where p.id = ?
        on conflict (personne_a, personne_b) do nothing""").params(a, b, OffsetDateTime.now(horloge), agentCourant.perimetre().agent(), a).update();
    base.sql("update allocataires.doublon set etat = 'A_EXAMINER', traite_par = null, traite_le = null where personne_a = ? and personne_b = ? and etat <> 'A_EXAMINER'")
        .params(a, b).update();
    long tache = base.sql("select id from allocataires.doublon where personne_a = ? and personne_b = ?").params(a, b).query(Long.class).optional()
        .orElseThrow(() -> new RefusMetier("PERSONNE_INCONNUE",
        "Ce doublon ne peut pas être ouvert dans votre périmètre. Demandez-le à qui voit tout le Département."));
    journal.tracer("DOUBLON_SIGNALE", personne, null, "Fiches " + a + " et " + b + " signalées comme une même personne");
    return tache;
  }
}
