package fr.jalon.donnees.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import fr.jalon.allocataires.DonneesDeLaPersonne.Table;
import fr.jalon.parametres.Parametres;
import java.time.LocalDate;
import java.util.Collection;
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
  private final List<Table> contacts;

  PersonnesAPurger(@Qualifier("chargement") JdbcClient base, Parametres parametres, ObjectProvider<DonneesDeLaPersonne> pieces) {
    this.base = base;
    this.parametres = parametres;
    this.contacts = pieces.stream().flatMap(p -> p.tables().stream()).filter(t -> t.contact() != null).toList();
  }

  /** Those past the time at this day, the oldest first; persons merged into another follow her. */
  public List<PersonneAPurger> au(LocalDate jour) {
    return lire(jour, null);
  }

  /** Those among these persons who still are, as things stand now. */
  List<PersonneAPurger> parmi(LocalDate jour, Collection<Long> personnes) {
    Long[] ids = personnes.toArray(Long[]::new);
    return lire(jour, base.sql("select id from allocataires.personne where id = any (?) or fusionnee_dans = any (?)").params(ids, ids)
        .query(Long.class).list().toArray(Long[]::new));
  }

  /** @param seulement these records and those merged into them; {@code null} for everybody */
  private List<PersonneAPurger> lire(LocalDate jour, Long[] seulement) {
    LocalDate limite = jour.minus(parametres.valeur("conservation.apres_la_fin", jour).duree());
    LocalDate comptes = jour.minus(parametres.valeur("conservation.comptes", jour).duree());
    String parmi = seulement == null ? "" : " and %s = any(:seulement::bigint[])";
    String contact = contacts.stream().map(t -> {
      String qui = t.nom().equals("allocataires.personne") ? "x.id" : "x.personne_id";
      return "select %s as id, max(%s) as le from %s x where true%s group by 1".formatted(qui, t.contact(), t.nom(), parmi.formatted(qui));
    }).collect(Collectors.joining(" union all "));
    return base.sql("""
        with contact as (select coalesce(p.fusionnee_dans, p.id) as id, max(c.le) as le from (%s) c join allocataires.personne p on p.id = c.id group by 1),
        -- a right open, suspended or claimed counts until its end; one that has no end is alive
        droit as (select m.personne_id as id, max(least(d.jusqua, m.jusqua)) as fin from allocataires.membre m
          join allocataires.droit d on d.foyer_id = m.foyer_id and d.oublie_le = 'infinity' and allocataires.est_vivant(d.etat) and d.depuis < m.jusqua and m.depuis < d.jusqua
          where m.oublie_le = 'infinity'%s group by 1),
        candidat as (select p.id, greatest(c.le, d.fin) as fin from allocataires.personne p join contact c on c.id = p.id left join droit d on d.id = p.id
          where p.fusionnee_dans is null and greatest(c.le, d.fin) < :limite
            and not exists (select from orientation.suivi s where s.personne_id = p.id and s.etat <> 'CLOS')
            and not exists (select from donnees.purge u where u.personne_id = p.id and u.identite_effacee_le is not null))
        select k.id, k.fin,
          -- hers, or of a record merged into hers
          exists (select from donnees.retenue r join allocataires.personne q on q.id = r.personne_id where (q.id = k.id or q.fusionnee_dans = k.id) and r.levee_le is null) as contentieux,
          exists (select from allocataires.membre m join allocataires.paiement y on y.foyer_id = m.foyer_id where m.personne_id = k.id and y.mois >= :comptes)
            or exists (select from allocataires.membre m join allocataires.creance e on e.foyer_id = m.foyer_id where m.personne_id = k.id and e.solde > 0
              and e.import_id = (select max(z.import_id) from allocataires.creance z where z.foyer_id = e.foyer_id and z.implantee_le = e.implantee_le and z.nature = e.nature and z.rang = e.rang)) as comptes,
          -- erased since her last contact: whoever came back after has something to erase again
          exists (select from donnees.purge u where u.personne_id = k.id and u.suivi_efface_le::date > k.fin) as deja
        from candidat k order by k.fin, k.id""".formatted(contact, parmi.formatted("m.personne_id"))).param("limite", limite).param("comptes", comptes).param("seulement", seulement)
        .query((l, _) -> new PersonneAPurger(l.getLong("id"), l.getObject("fin", LocalDate.class), l.getBoolean("contentieux"),
        l.getBoolean("comptes"), l.getBoolean("deja"))).list();
  }
}
