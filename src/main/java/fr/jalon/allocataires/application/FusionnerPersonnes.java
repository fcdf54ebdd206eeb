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

/**
 * Two records are one human: the one kept receives the places and resources of the other, and what other rooms hold ({@link LignesQuiSuivent}).
 * What moved is remembered, so that {@link DefaireFusion} gives everything back.
 */
@Component
public class FusionnerPersonnes {
  private final JdbcClient base;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final LignesQuiSuivent lignes;
  private final Clock horloge;

  FusionnerPersonnes(JdbcClient base, Journal journal, AgentCourant agentCourant, LignesQuiSuivent lignes, Clock horloge) {
    this.base = base;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.lignes = lignes;
    this.horloge = horloge;
  }

  /**
   * Merges.
   *
   * @param conservee  the person kept
   * @param absorbee   the person who is found to be the same
   * @param motif      why, in the agent's words
   * @param doublonId  the task it comes from, or {@code null}
   * @return number of the merge
   * @throws RefusMetier when one is out of the perimeter or already merged, when both sit in the same foyer at the same time, or when no
   *     reason is given
   */
  @Transactional
  public long fusionner(long conservee, long absorbee, String motif, Long doublonId) {
    if (motif == null || motif.isBlank()) {
      throw new RefusMetier("MOTIF_ABSENT", "Écrivez en quelques mots pourquoi ces deux fiches sont la même personne.");
    }
    if (conservee == absorbee) {
      throw new RefusMetier("MEME_FICHE", "C'est deux fois la même fiche : choisissez-en deux différentes.");
    }
    verrouiller(conservee, absorbee);
    refuserLaVieCommune(conservee, absorbee);
    long fusion = base.sql("""
        insert into allocataires.fusion (conservee, absorbee, motif, faite_par, faite_le, doublon_id, territoire_id, organisation_ids)
        select ?, ?, ?, ?, ?, ?, territoire_id, organisation_ids from allocataires.personne where id = ? returning id""")
        .params(conservee, absorbee, motif.strip(), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), doublonId, conservee)
        .query(Long.class).single();
    // those merged earlier into her follow too: a person is always one step from the one kept
    base.sql("update allocataires.personne set fusionnee_dans = ? where id = ? or fusionnee_dans = ?").params(conservee, absorbee, absorbee).update();
    lignes.suivre(fusion, absorbee, conservee);
    base.sql("""
        update allocataires.doublon set etat = 'FUSIONNE', traite_par = ?, traite_le = ? where etat = 'A_EXAMINER'
          and (id = ? or (personne_a, personne_b) = (least(?, ?), greatest(?, ?)))""")
        .params(agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), doublonId, conservee, absorbee, conservee, absorbee).update();
    Situations.refaire(base, conservee);
    journal.tracer("FUSION", conservee, null, "Fiche " + absorbee + " réunie à la fiche " + conservee);
    journal.tracer("FUSION", absorbee, null, "Fiche " + absorbee + " réunie à la fiche " + conservee);
    return fusion;
  }

  /** Reads both through row-level security and holds them until the end: two agents do not merge the same persons at once. */
  private void verrouiller(long conservee, long absorbee) {
    List<Map<String, Object>> lues = base.sql("select id, fusionnee_dans from allocataires.personne where id in (?, ?) order by id for update")
        .params(conservee, absorbee).query().listOfRows();
    if (lues.size() < 2) {
      throw new RefusMetier("PERSONNE_INCONNUE", "L'une des deux fiches n'existe pas dans votre périmètre. Revenez à la liste des doublons.");
    }
    if (lues.stream().anyMatch(l -> l.get("fusionnee_dans") != null)) {
      throw new RefusMetier("DEJA_FUSIONNEE", "L'une des deux fiches est déjà réunie à une autre. Ouvrez la fiche conservée, ou défaites d'abord "
          + "cette fusion.");
    }
  }

  private void refuserLaVieCommune(long conservee, long absorbee) {
    boolean ensemble = base.sql("""
        select exists (select from allocataires.membre a join allocataires.membre b on b.foyer_id = a.foyer_id
          where a.personne_id = ? and b.personne_id = ? and a.oublie_le = 'infinity' and b.oublie_le = 'infinity'
            and a.depuis < b.jusqua and b.depuis < a.jusqua)""").params(conservee, absorbee).query(Boolean.class).single();
    if (ensemble) {
      throw new RefusMetier("MEME_FOYER", "Ces deux personnes ont été dans le même foyer en même temps : ce sont deux personnes. Si la caisse "
          + "s'est trompée, demandez-lui de corriger le dossier.");
    }
  }
}
