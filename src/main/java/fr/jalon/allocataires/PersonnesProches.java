package fr.jalon.allocataires;

import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.allocataires.enregistrement.FichesSemblables;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom somebody written otherwise may be, among those the agent may see: for who looks for a person by what another tool said of her. */
@Component
public class PersonnesProches {
  private final FichesSemblables semblables;
  private final JdbcClient base;

  PersonnesProches(FichesSemblables semblables, JdbcClient base) {
    this.semblables = semblables;
    this.base = base;
  }

  /** As another tool wrote her. @param nomNaissance {@code null} where it is not said, as {@code naissance} may be */
  public record Ecrite(String nom, String nomNaissance, String prenom, LocalDate naissance) {}

  /** A person known. @param raison why she may be the one */
  public record Proche(long id, String nom, String prenom, LocalDate naissance, String raison) {}

  /** For each, whom she may be; in the order given. */
  @Transactional(readOnly = true)
  public List<List<Proche>> de(List<Ecrite> ecrites) {
    List<List<FichesSemblables.Semblable>> trouvees = semblables.parmiLesMiennes(ecrites.stream().map(e -> new FichesSemblables.Elle(
        new Identite(null, null, e.nom(), e.nomNaissance(), e.prenom(), null, null, e.naissance(), null, null, null), null, null, null)).toList());
    Map<Long, Proche> connues = new HashMap<>();
    base.sql("select id, nom, prenom, date_naissance from allocataires.personne where id = any (?)")
        .param(trouvees.stream().flatMap(List::stream).map(FichesSemblables.Semblable::id).distinct().toArray(Long[]::new))
        .query((RowCallbackHandler) l -> connues.put(l.getLong(1),
            new Proche(l.getLong(1), l.getString(2), l.getString(3), l.getObject(4, LocalDate.class), null)));
    return trouvees.stream().map(siennes -> siennes.stream().filter(s -> connues.containsKey(s.id())).map(s -> {
      Proche p = connues.get(s.id());
      return new Proche(p.id(), p.nom(), p.prenom(), p.naissance(), s.raison());
    }).toList()).toList();
  }
}
