package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.socle.PersonneMontree;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether those who wait have been met since they entered: at an information collective, at an interview, for a diagnostic. */
@Component
public class Rencontres {
  private final JdbcClient base;
  private final Recommandations recommandations;
  private final Clock horloge;

  Rencontres(JdbcClient base, Recommandations recommandations, Clock horloge) {
    this.base = base;
    this.recommandations = recommandations;
    this.horloge = horloge;
  }

  /**
   * What is known of one person; {@code null} where nothing is.
   *
   * @param session    day of the session she came to
   * @param entretien  day of the last interview she came to
   * @param diagnostic day of her last diagnostic, also when it was made before she entered
   * @param recommande the pathway it recommends
   * @param rencontree true when one of them took place since she entered
   */
  public record Rencontre(@PersonneMontree long personneId, LocalDate session, LocalDate entretien, LocalDate diagnostic,
      Parcours recommande, boolean rencontree) {}

  /** By person, for each of these. */
  @Transactional(readOnly = true)
  public Map<Long, Rencontre> de(List<LigneDEntree> entrees) {
    List<Long> ids = entrees.stream().map(LigneDEntree::personneId).toList();
    Map<Long, LocalDate> entretiens = new HashMap<>();
    base.sql("""
        select n.personne_id, max(coalesce(k.jour, n.le)) as jour from rendezvous.entretien n left join rendezvous.creneau k on k.id = n.creneau_id
        where n.etat = 'PRESENTE' and n.personne_id = any(:ids::bigint[]) group by 1""").param("ids", ids.stream().mapToLong(Long::longValue).toArray())
        .query((RowCallbackHandler) l -> entretiens.put(l.getLong("personne_id"), l.getObject("jour", LocalDate.class)));
    Map<Long, Recommandations.Faite> diagnostics = recommandations.dernieres(ids);
    Map<Long, Rencontre> parPersonne = new HashMap<>();
    entrees.forEach(e -> parPersonne.put(e.personneId(), rencontre(e, entretiens.get(e.personneId()), diagnostics.get(e.personneId()))));
    return parPersonne;
  }

  private Rencontre rencontre(LigneDEntree e, LocalDate entretien, Recommandations.Faite faite) {
    LocalDate session = e.convocation() != null && e.convocation().etat() == EtatConvocation.PRESENTE ? e.convocation().jour() : null;
    LocalDate recue = entretien == null || entretien.isBefore(e.recuLe()) ? null : entretien;
    LocalDate diagnostic = faite == null ? null : faite.le().atZoneSameInstant(horloge.getZone()).toLocalDate();
    return new Rencontre(e.personneId(), session, recue, diagnostic, faite == null ? null : faite.parcours(),
        session != null || recue != null || diagnostic != null && !diagnostic.isBefore(e.recuLe()));
  }
}
