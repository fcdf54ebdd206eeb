package fr.jalon.donnees.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import fr.jalon.allocataires.DonneesDeLaPersonne.Sort;
import fr.jalon.allocataires.DonneesDeLaPersonne.Table;
import fr.jalon.echanges.VerrouDesChargements;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what is past its time, by the owner's door: what was said of a person first, her identity once accounts no longer need it. What stays
 * has no name: the figures of past years do not move. Each hundred persons is one transaction, between two loads of files, with its line in the
 * register of purges; a purge cut short goes on.
 */
@Service
public class Purger {
  private static final int PAR_LOT = 100;
  private final PersonnesAPurger aPurger;
  private final List<Table> tables;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final DataSource source;
  private final AgentSysteme systeme;
  private final Journal journal;
  private final Parametres parametres;
  private final Clock horloge;

  Purger(PersonnesAPurger aPurger, ObjectProvider<DonneesDeLaPersonne> pieces, @Qualifier("chargement") JdbcClient base,
      @Qualifier("chargement") TransactionTemplate transaction,
      @Qualifier("chargement") DataSource source, AgentSysteme systeme, Journal journal, Parametres parametres, Clock horloge) {
    this.aPurger = aPurger;
    this.tables = pieces.stream().flatMap(p -> p.tables().stream()).toList();
    this.base = base;
    this.transaction = transaction;
    this.source = source;
    this.systeme = systeme;
    this.journal = journal;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /**
   * What was erased. @param identites persons who have no name any more; @param suivis those whose identity accounts keep; @param contentieux those
   * kept whole
   */
  public record Bilan(int identites, int suivis, int contentieux) {}

  /** Erases those past the time at this day. @param par who runs it, as the journal will say */
  public Bilan executer(LocalDate jour, String par) {
    List<PersonneAPurger> tous = aPurger.au(jour);
    List<Long> afaire = tous.stream().filter(PersonneAPurger::aFaire).map(PersonneAPurger::personneId).toList();
    List<PersonneAPurger> effacees = new ArrayList<>();
    for (int i = 0; i < afaire.size(); i += PAR_LOT) {
      effacees.addAll(ensemble(jour, afaire.subList(i, Math.min(afaire.size(), i + PAR_LOT)), par));
    }
    int identites = (int) effacees.stream().filter(p -> !p.comptes()).count();
    Bilan bilan = new Bilan(identites, effacees.size() - identites, (int) tous.stream().filter(PersonneAPurger::contentieux).count());
    systeme.agir(par, () -> {
      journal.tracer("PURGE", null, null,
          "Après %s : %d fiches effacées, %d accompagnements effacés dont les comptes gardent l'identité, %d gardées pour un contentieux"
          .formatted(regle(jour), bilan.identites(), bilan.suivis(), bilan.contentieux()));
      return null;
    });
    return bilan;
  }

  /**
   * Erases these persons in one transaction, if their time is still over now that no file is being loaded and nobody is acting on them: since the
   * list was made, a file may have opened a right again, an agent written a litigation. Whoever an agent is acting on waits for the next purge.
   *
   * @return those erased
   */
  public List<PersonneAPurger> ensemble(LocalDate jour, List<Long> personnes, String par) {
    return transaction.execute(_ -> {
      prendreLeVerrou();
      // whatever is written about her points to this row, and waits for the end, or we do not touch her
      List<Long> libres =
          base.sql("select id from allocataires.personne where id = any (?) and fusionnee_dans is null order by id for update skip locked")
          .param(personnes.toArray(Long[]::new)).query(Long.class).list();
      List<PersonneAPurger> lot = aPurger.parmi(jour, libres).stream().filter(PersonneAPurger::aFaire).toList();
      if (!lot.isEmpty()) {
        effacer(lot, par, regle(jour));
      }
      return lot;
    });
  }

  private String regle(LocalDate jour) {
    return parametres.valeur("conservation.apres_la_fin", jour).texte();
  }

  private void prendreLeVerrou() {
    try {
      VerrouDesChargements.attendre(DataSourceUtils.getConnection(source));
    } catch (SQLException e) {
      throw new IllegalStateException("Le tour de cette purge n'est pas venu", e);
    }
  }

  private void effacer(List<PersonneAPurger> lot, String par, String regle) {
    base.sql("select set_config('jalon.purge', 'oui', true)").query(String.class).single();
    List<PersonneAPurger> entieres = lot.stream().filter(p -> !p.comptes()).toList();
    tables.stream().filter(t -> !t.comptes()).forEach(t -> appliquer(t, avecFusionnees(lot), new Long[0]));
    if (!entieres.isEmpty()) {
      Long[] personnes = avecFusionnees(entieres);
      // a foyer loses its numbers once nobody in it has a name any more
      Long[] foyers = base.sql("""
          select distinct m.foyer_id from allocataires.membre m where m.personne_id = any (:personnes::bigint[]) and not exists (
            select from allocataires.membre o where o.foyer_id = m.foyer_id and o.personne_id <> all (:personnes::bigint[])
              and not exists (select from donnees.purge u where u.personne_id = o.personne_id and u.identite_effacee_le is not null))""")
          .param("personnes", personnes).query(Long.class).list().toArray(Long[]::new);
      tables.stream().filter(Table::comptes).forEach(t -> appliquer(t, personnes, foyers));
    }
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    lot.forEach(p -> base.sql("""
        insert into donnees.purge (personne_id, fin, suivi_efface_le, identite_effacee_le, par, regle) values (?, ?, ?, ?, ?, ?)
        on conflict (personne_id) do update set fin = excluded.fin, suivi_efface_le = excluded.suivi_efface_le, identite_effacee_le = excluded.identite_effacee_le,
          par = excluded.par, regle = excluded.regle""")
        .params(p.personneId(), p.fin(), maintenant, p.comptes() ? null : maintenant, par, regle).update());
  }

  private void appliquer(Table t, Long[] personnes, Long[] foyers) {
    if (t.sort() == Sort.EFFACER) {
      base.sql("delete from " + t.nom() + " x where " + t.condition()).param("personnes", personnes).param("foyers", foyers).update();
    } else if (t.sort() == Sort.TAIRE) {
      base.sql("update " + t.nom() + " x set " + String.join(", ", t.affectations()) + " where " + t.condition()).param("personnes", personnes)
          .param("foyers", foyers).update();
    }
  }

  private Long[] avecFusionnees(List<PersonneAPurger> lot) {
    Long[] ids = lot.stream().map(PersonneAPurger::personneId).toArray(Long[]::new);
    return base.sql("select id from allocataires.personne where id = any (?) or fusionnee_dans = any (?)").params(ids, ids).query(Long.class)
        .list().toArray(Long[]::new);
  }
}
