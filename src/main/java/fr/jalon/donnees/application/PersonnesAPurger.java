package fr.jalon.donnees.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import fr.jalon.allocataires.DonneesDeLaPersonne.Table;
import fr.jalon.parametres.Parametres;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is past the time her dossier is kept: no right open or claimed, no follow-up open, nobody waiting for her, and the last contact and the end of
 * the right both older than {@code conservation.apres_la_fin}.
 */
@Component
public class PersonnesAPurger {
  private final JdbcClient base;
  private final Parametres parametres;
  private final String contacts;

  PersonnesAPurger(@Qualifier("chargement") JdbcClient base, Parametres parametres, ObjectProvider<DonneesDeLaPersonne> pieces) {
    this.base = base;
    this.parametres = parametres;
    this.contacts = pieces.stream().flatMap(p -> p.tables().stream()).filter(t -> t.contact() != null).map(PersonnesAPurger::contact).collect(Collectors.joining(" union all "));
  }

  private static String contact(Table t) {
    return "select %s as id, max(%s) as le from %s x group by 1".formatted(t.nom().equals("allocataires.personne") ? "x.id" : "x.personne_id", t.contact(), t.nom());
  }

  /** Those past the time at this day, the oldest first; persons merged into another follow her. */
  public List<PersonneAPurger> au(LocalDate jour) {
    LocalDate limite = jour.minus(parametres.valeur("conservation.apres_la_fin", jour).duree());
    LocalDate comptes = jour.minus(parametres.valeur("conservation.comptes", jour).duree());
    return base.sql("""
        with contact as (select coalesce(p.fusionnee_dans, p.id) as id, max(c.le) as le from (%s) c join allocataires.personne p on p.id = c.id group by 1),
        -- a right open, suspended or claimed counts until its end; one that has no end is alive
        droit as (select m.personne_id as id, max(least(d.jusqua, m.jusqua)) as fin from allocataires.membre m
          join allocataires.droit d on d.foyer_id = m.foyer_id and d.oublie_le = 'infinity' and d.etat in ('0', '2', '3', '4') and d.depuis < m.jusqua and m.depuis < d.jusqua
          where m.oublie_le = 'infinity' group by 1),
        candidat as (select p.id, greatest(c.le, d.fin) as fin from allocataires.personne p join contact c on c.id = p.id left join droit d on d.id = p.id
          where p.fusionnee_dans is null and greatest(c.le, d.fin) < :limite
            and not exists (select from orientation.suivi s where s.personne_id = p.id and s.etat <> 'CLOS')
            and not exists (select from donnees.purge u where u.personne_id = p.id and u.identite_effacee_le is not null))
        select k.id, k.fin,
          exists (select from donnees.retenue r where r.personne_id = k.id and r.levee_le is null) as contentieux,
          exists (select from allocataires.membre m join allocataires.paiement y on y.foyer_id = m.foyer_id where m.personne_id = k.id and y.mois >= :comptes)
            or exists (select from allocataires.membre m join allocataires.creance e on e.foyer_id = m.foyer_id where m.personne_id = k.id and e.solde > 0
              and e.import_id = (select max(z.import_id) from allocataires.creance z where z.foyer_id = e.foyer_id and z.implantee_le = e.implantee_le and z.nature = e.nature and z.rang = e.rang)) as comptes,
          exists (select from donnees.purge u where u.personne_id = k.id) as deja
        from candidat k order by k.fin, k.id""".formatted(contacts)).param("limite", limite).param("comptes", comptes)
        .query((l, _) -> new PersonneAPurger(l.getLong("id"), l.getObject("fin", LocalDate.class), l.getBoolean("contentieux"), l.getBoolean("comptes"), l.getBoolean("deja"))).list();
  }
}
