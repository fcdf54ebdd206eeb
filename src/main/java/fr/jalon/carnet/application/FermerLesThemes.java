package fr.jalon.carnet.application;

import fr.jalon.carnet.domaine.Theme;
import fr.jalon.echeances.Balayage;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A kind of actor that the Département takes away from a theme reads nothing of it any more, what was written before included: at once
 * when it was chosen on screen, from the next sweep on when a file says it. One that
 * it adds does not read what was written before: its author was told who would.
 */
@Component
class FermerLesThemes implements Balayage {
  private final ThemesDuCarnet themes;
  private final JdbcClient base;
  private final TransactionTemplate transaction;

  FermerLesThemes(ThemesDuCarnet themes, @Qualifier("chargement") JdbcClient base, @Qualifier("chargement") TransactionTemplate transaction) {
    this.themes = themes;
    this.base = base;
    this.transaction = transaction;
  }

  /** Readers were chosen on screen: what closes closes at once. */
  @TransactionalEventListener
  void choisis(LecteursChoisis choisis) {
    transaction.executeWithoutResult(_ -> fermer());
  }

  /** No agent changes who reads: the owner's door does. @return 0: these are no deadlines */
  @Override
  public int balayer(LocalDate jour) {
    transaction.executeWithoutResult(_ -> fermer());
    return 0;
  }

  /** All the themes in one reading of the notebooks. */
  private void fermer() {
    List<Theme> tous = themes.frais();
    base.sql("""
        with fermees as (
          update carnet.entree e set lecteurs = array(select l from unnest(e.lecteurs) l where l = any(string_to_array(t.lecteurs, ',')))
          from unnest(:themes::text[], :lecteurs::text[]) t(code, lecteurs)
          where e.theme = t.code and not e.lecteurs <@ string_to_array(t.lecteurs, ',')
          returning e.id, e.lecteurs),
        versions as (update carnet.version v set lecteurs = f.lecteurs from fermees f where v.entree_id = f.id),
        documents as (update carnet.document d set lecteurs = f.lecteurs from fermees f where d.entree_id = f.id)
        update carnet.demande d set lecteurs = f.lecteurs from fermees f where d.entree_id = f.id""")
        .param("themes", tous.stream().map(Theme::code).toArray(String[]::new))
        .param("lecteurs", tous.stream().map(Theme::annonce).toArray(String[]::new)).update();
  }
}
