package fr.jalon.orientation.application;

import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.allocataires.constat.Mouvement.Situation;
import fr.jalon.orientation.application.PersonneExaminee.EntreeLue;
import fr.jalon.orientation.application.PersonneExaminee.Histoire;
import fr.jalon.orientation.application.PersonneExaminee.SuiviLu;
import fr.jalon.orientation.domaine.Antecedents.EntreeConnue;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.Evolution;
import fr.jalon.orientation.domaine.Position;
import fr.jalon.orientation.domaine.Suivi;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads, in a few queries for a whole batch, what is known of the persons of the movements. */
@Component
class ConnaissanceDesPersonnes {
  /**
   * When the suspension she comes back from began: the whole of it, whatever the codes that followed one another (3, 4) and the foyers or payers that
   * stated them. A closed right or a paid one between two suspensions separates them. The start that the payer
   * states is believed when it states it after that paid month: it suspends from a past day.
   */
  private static final String DEBUTS_DE_SUSPENSION = """
      with places as (
        select m.personne_id, d.etat, d.suspendu_depuis, greatest(m.depuis, d.depuis) as du, least(m.jusqua, d.jusqua, :reference::date) as au
        from allocataires.membre m join allocataires.droit d on d.foyer_id = m.foyer_id and d.oublie_le = 'infinity'
          and d.depuis < m.jusqua and m.depuis < d.jusqua and d.depuis < :reference
        where m.personne_id = any(:suspendues::bigint[]) and m.adulte and m.oublie_le = 'infinity' and m.depuis < :reference
      ), payees as (
        select personne_id, max(au) as au from places where allocataires.est_verse(etat) group by 1
      ), suspensions as (
        select p.personne_id, p.du, coalesce(p.du > max(p.au) over (partition by p.personne_id order by p.du, p.au
            rows between unbounded preceding and 1 preceding), true) as rupture,
          case when p.du < v.au then v.au else least(p.du, p.suspendu_depuis) end as debut
        from places p left join payees v on v.personne_id = p.personne_id
        where allocataires.est_suspendu(p.etat) and (v.au is null or p.au > v.au)
      ), suites as (
        select personne_id, debut, count(*) filter (where rupture) over (partition by personne_id order by du) as suite from suspensions
      )
      select distinct on (personne_id) personne_id, min(debut) as debut from suites group by personne_id, suite order by personne_id, suite desc""";
  private final JdbcClient base;

  ConnaissanceDesPersonnes(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  List<PersonneExaminee> lire(Constat constat, Collection<Mouvement> mouvements) {
    long[] personnes = mouvements.stream().mapToLong(Mouvement::personneId).toArray();
    Map<Long, SuiviLu> suivis = suivis(personnes);
    Map<Long, EntreeLue> entrees = entrees(personnes);
    Map<Long, Situation> actuelles = new HashMap<>();
    Map<Long, Boolean> tardifs = constat.initial() ? Map.of() : tardifs(personnes, constat.reference(), actuelles);
    Map<Long, Histoire> histoires = histoires(constat, mouvements.stream().filter(ConnaissanceDesPersonnes::veutLHistoire).toList());
    return mouvements.stream().map(m -> {
      boolean tardif = tardifs.containsKey(m.personneId());
      return new PersonneExaminee(m, Position.de(tardif ? actuelles.get(m.personneId()) : m.apres()), tardif, suivis.get(m.personneId()),
          entrees.get(m.personneId()), histoires.get(m.personneId()));
    }).toList();
  }

  /** She may be a new entrant, or she comes back from a suspension. */
  private static boolean veutLHistoire(Mouvement m) {
    boolean entre = Position.de(m.apres()) == Position.SOUMISE && Position.de(m.finMoisPrecedent()) != Position.SOUMISE;
    return entre || Position.de(m.avant()) == Position.SUSPENDUE && Position.de(m.apres()) != Position.SUSPENDUE;
  }

  private Map<Long, SuiviLu> suivis(long[] personnes) {
    Map<Long, SuiviLu> parPersonne = new HashMap<>();
    base.sql("""
        select distinct on (personne_id) personne_id, id, etat, etat_depuis, coalesce(motif_fin = :fin_de_droit, false) as clos_par_le_droit
        from orientation.suivi
        where personne_id = any(:personnes::bigint[]) and coalesce(motif_fin, '') not like :erreur order by personne_id, (etat <> 'CLOS') desc, id desc""")
        .param("personnes", personnes).param("fin_de_droit", Evolution.FIN_DE_DROIT).param("erreur", Suivi.ERREUR + "%")
        .query((RowCallbackHandler) l -> parPersonne.put(l.getLong("personne_id"),
        new SuiviLu(l.getLong("id"), EtatSuivi.valueOf(l.getString("etat")), l.getObject("etat_depuis", LocalDate.class),
            l.getBoolean("clos_par_le_droit"))));
    return parPersonne;
  }

  private Map<Long, EntreeLue> entrees(long[] personnes) {
    Map<Long, EntreeLue> parPersonne = new HashMap<>();
    base.sql("""
        select distinct on (personne_id) personne_id, id, etat, mois, etat_depuis from orientation.entree
        where personne_id = any(:personnes::bigint[])
        order by personne_id, (etat in ('EN_ATTENTE', 'SUSPENDUE')) desc, mois desc""")
        .param("personnes", personnes).query((RowCallbackHandler) l -> parPersonne.put(l.getLong("personne_id"), new EntreeLue(l.getLong("id"),
            new EntreeConnue(EtatEntree.valueOf(l.getString("etat")), l.getObject("mois", LocalDate.class),
            l.getObject("etat_depuis", LocalDate.class)))));
    return parPersonne;
  }

  /** The persons of whom later files already said something, and where those leave them. */
  private Map<Long, Boolean> tardifs(long[] personnes, LocalDate reference, Map<Long, Situation> actuelles) {
    Map<Long, Boolean> tardifs = new HashMap<>();
    base.sql("""
        with m as (
          select m.personne_id, m.foyer_id, m.depuis, m.jusqua from allocataires.membre m
          where m.personne_id = any(:personnes::bigint[]) and m.adulte and m.oublie_le = 'infinity'
        ), f as (
          select m.*, d.depuis as droit_depuis from m join allocataires.droit d on d.foyer_id = m.foyer_id and d.oublie_le = 'infinity' and d.depuis < m.jusqua and m.depuis < d.jusqua
        )
        select t.personne_id, s.foyer_id, s.etat, s.sdd, s.suspendu_depuis from (select distinct f.personne_id from f
          where f.depuis > :reference or f.droit_depuis > :reference or (f.jusqua > :reference and f.jusqua <> 'infinity')) t
        left join allocataires.place_de(:personnes::bigint[], 'infinity') s on s.personne_id = t.personne_id and s.presente and s.adulte and s.etat is not null""")
        .param("personnes", personnes).param("reference", reference)
        .query((RowCallbackHandler) l -> {
          tardifs.put(l.getLong("personne_id"), true);
          if (l.getObject("foyer_id") != null) {
            actuelles.put(l.getLong("personne_id"), situation(l));
          }
        });
    return tardifs;
  }

  private static Situation situation(ResultSet l) throws SQLException {
    return new Situation(l.getString("etat"), l.getBoolean("sdd"), l.getObject("suspendu_depuis", LocalDate.class), l.getLong("foyer_id"));
  }

  private Map<Long, Histoire> histoires(Constat constat, List<Mouvement> mouvements) {
    Map<Long, Histoire> parPersonne = new HashMap<>();
    if (mouvements.isEmpty()) {
      return parPersonne;
    }
    Map<Long, Mouvement> parId = new HashMap<>();
    mouvements.forEach(m -> parId.put(m.personneId(), m));
    base.sql("""
        select q.personne_id,
          not exists (select from allocataires.droit d where d.foyer_id = q.foyer_id and d.depuis < :reference and d.oublie_le = 'infinity')
            as foyer_nouveau,
          exists (select from allocataires.membre m join allocataires.droit d on d.foyer_id = m.foyer_id
            where m.personne_id = q.personne_id and m.sdd and allocataires.est_verse(d.etat) and m.oublie_le = 'infinity' and d.oublie_le = 'infinity'
              and m.depuis < :reference and d.depuis < :reference and m.depuis < d.jusqua and d.depuis < m.jusqua) as deja_soumise,
          s.debut as debut_suspension
        from unnest(:personnes::bigint[], :foyers::bigint[]) q(personne_id, foyer_id)
        left join (""" + DEBUTS_DE_SUSPENSION + """
        ) s on s.personne_id = q.personne_id""")
        .param("reference", constat.reference())
        .param("personnes", mouvements.stream().mapToLong(Mouvement::personneId).toArray())
        .param("foyers", mouvements.stream().mapToLong(Mouvement::foyerId).toArray())
        .param("suspendues", mouvements.stream().filter(m -> suspendue(m) != null).mapToLong(Mouvement::personneId).toArray())
        .query((RowCallbackHandler) l -> {
          Mouvement m = parId.get(l.getLong("personne_id"));
          LocalDate selonLesFaits = l.getObject("debut_suspension", LocalDate.class);
          LocalDate debut = suspendue(m) == null || selonLesFaits != null ? selonLesFaits : suspendue(m).suspenduDepuis();
          boolean suspendueApresCoup = debut != null && m.dateDemande() != null && YearMonth.from(debut).isAfter(YearMonth.from(m.dateDemande()));
          parPersonne.put(m.personneId(), new Histoire(debut, l.getBoolean("deja_soumise") || suspendueApresCoup, l.getBoolean("foyer_nouveau")));
        });
    return parPersonne;
  }

  /** The suspended situation she comes back from, or {@code null}. */
  private static Situation suspendue(Mouvement m) {
    return m.avant() != null && m.avant().suspendu() ? m.avant() : null;
  }
}
