package fr.jalon.allocataires.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A merge was wrong: each takes back what was hers, what files said of her since then included. The last merge of a chain is undone first.
 */
@Component
public class DefaireFusion {
  private final JdbcClient base;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final LignesQuiSuivent lignes;
  private final Clock horloge;

  DefaireFusion(JdbcClient base, Journal journal, AgentCourant agentCourant, LignesQuiSuivent lignes, Clock horloge) {
    this.base = base;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.lignes = lignes;
    this.horloge = horloge;
  }

  private record Fusion(long conservee, long absorbee, boolean annulee, Long doublonId) {}

  /**
   * Undoes a merge.
   *
   * @param motif why, in the agent's words
   * @throws RefusMetier when it is unknown or out of the perimeter, already undone, followed by a later merge of the person kept, or when
   *     no reason is given
   */
  @Transactional
  public void defaire(long fusionId, String motif) {
    if (motif == null || motif.isBlank()) {
      throw new RefusMetier("MOTIF_ABSENT", "Écrivez en quelques mots pourquoi cette fusion doit être défaite.");
    }
    Fusion fusion =
        base.sql("select conservee, absorbee, annulee_le is not null annulee, doublon_id from allocataires.fusion where id = ? for update")
        .param(fusionId).query(Fusion.class).optional()
        .orElseThrow(() -> new RefusMetier("FUSION_INCONNUE", "Cette fusion n'existe pas dans votre périmètre. Revenez à la liste."));
    if (fusion.annulee()) {
      throw new RefusMetier("DEJA_DEFAITE", "Cette fusion est déjà défaite.");
    }
    if (base.sql("select fusionnee_dans is not null from allocataires.personne where id = ? for update")
        .param(fusion.conservee()).query(Boolean.class)
        .optional().orElse(true)) {
      throw new RefusMetier("FUSION_SUIVIE", "La fiche conservée a été réunie depuis à une autre : défaites d'abord la fusion la plus récente.");
    }
    rendre(fusionId, fusion);
    String agent = agentCourant.perimetre().agent();
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("update allocataires.fusion set annulee_par = ?, annulee_le = ?, motif_annulation = ? where id = ?")
        .params(agent, maintenant, motif.strip(), fusionId).update();
    base.sql("""
        update allocataires.doublon set etat = 'A_EXAMINER', traite_par = null, traite_le = null where etat = 'FUSIONNE'
          and (id = ? or (personne_a, personne_b) = (least(?, ?), greatest(?, ?)))""")
        .params(fusion.doublonId(), fusion.conservee(), fusion.absorbee(), fusion.conservee(), fusion.absorbee()).update();
    Situations.refaire(base, fusion.conservee(), fusion.absorbee());
    journal.tracer("FUSION_DEFAITE", fusion.conservee(), null, "Fiche " + fusion.absorbee() + " séparée de la fiche " + fusion.conservee());
    journal.tracer("FUSION_DEFAITE", fusion.absorbee(), null, "Fiche " + fusion.absorbee() + " séparée de la fiche " + fusion.conservee());
    // last: whoever undoes may no longer see the one that lives elsewhere
    base.sql("select allocataires.reprendre_sa_place(:personnes::bigint[])").param("personnes", new long[] {fusion.conservee(), fusion.absorbee()})
        .query((_, _) -> 0).list();
  }

  private void rendre(long fusionId, Fusion fusion) {
    // she and those merged into her before: what came from any of them goes back to her
    Long[] elles = base.sql("""
        with recursive elles (id) as (
          values (cast(? as bigint))
          union select f.absorbee from allocataires.fusion f join elles e on f.conservee = e.id where f.annulee_le is null)
        select id from elles""").param(fusion.absorbee()).query(Long.class).list().toArray(Long[]::new);
    base.sql("update allocataires.personne set fusionnee_dans = case when id = ? then null else ? end where id = any (?)")
        .params(fusion.absorbee(), fusion.absorbee(), elles).update();
    lignes.rendre(fusionId, fusion.conservee(), fusion.absorbee());
  }
}
