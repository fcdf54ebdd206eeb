package fr.jalon.orientation.application;

import fr.jalon.allocataires.SuitLaPersonne;
import fr.jalon.socle.RefusMetier;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one person cannot have twice in this room; deadlines go with the entry, the follow-up or the request they are about. */
@Component("suitesDesFusionsDesOrientations")
class SuitesDesFusions implements SuitLaPersonne {
  private final JdbcClient base;

  SuitesDesFusions(JdbcClient base) {
    this.base = base;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        // an entry that the person kept already has for the same month, or already open, stays where it is, unseen
        Table.de("orientation.entree").saufSi("""
            exists (select from orientation.entree o where o.personne_id = :vers
              and (o.mois = x.mois or o.etat in ('EN_ATTENTE', 'SUSPENDUE') and x.etat in ('EN_ATTENTE', 'SUSPENDUE')))""")
            .avec("echeances.echeance", natures(Nature.DES_ENTREES), "objet_id"),
        Table.de("orientation.suivi").uneSeule("x.etat <> 'CLOS'",
            () -> new RefusMetier("DEUX_SUIVIS", "Ces deux fiches ont chacune un suivi ouvert. Closez celui qui ne sert plus, puis réunissez-les.",
            "L. 262-27 CASF"))
            .avec("echeances.echeance", natures(List.of(Nature.REEXAMEN_SOCIAL)), "objet_id").puis(this::recalculerQuiLesVoit),
        // two that wait would need two open follow-ups, refused above
        Table.de("orientation.reorientation").avec("echeances.echeance", natures(List.of(Nature.REORIENTATION)), "objet_id"));
  }

  private void recalculerQuiLesVoit(long[] personnes) {
    base.sql("select orientation.recalculer_organisations(:personnes::bigint[])").param("personnes", personnes).query((_, _) -> 0).list();
  }

  private static String natures(Collection<String> natures) {
    return natures.stream().map(n -> "'" + n + "'").collect(Collectors.joining(", ", "x.nature in (", ")"));
  }
}
