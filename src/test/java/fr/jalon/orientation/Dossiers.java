package fr.jalon.orientation;

import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.allocataires.constat.Mouvement.Situation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Persons, foyers and rights written as the loader would, for the tests of this room. */
@TestComponent
public class Dossiers {
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final NouveauxEntrants nouveauxEntrants;
  private long fichier;

  Dossiers(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") TransactionTemplate transaction, NouveauxEntrants nouveauxEntrants) {
    this.base = base;
    this.transaction = transaction;
    this.nouveauxEntrants = nouveauxEntrants;
    // what they ask that takes time is done under their name: they must have an account
    base.sql("""
        insert into habilitations.agent (identifiant, nom, role, partout) values ('agent', 'agent', 'DIRECTION', true), ('agent.territoire', 'agent.territoire', 'RESPONSABLE_TERRITOIRE', true)
        on conflict do nothing""").update();
  }

  /** A person alone in her foyer. */
  public record Personne(long id, long foyerId, LocalDate dateDemande, Situation derniere, Situation finMoisPrecedent) {}

  /** A person nobody knows yet, in the territory given. */
  public Personne inconnue(String nom, Integer territoire, LocalDate dateDemande) {
    long id = base.sql("select nextval('allocataires.personne_seq')").query(Long.class).single();
    long foyer = base.sql("select nextval('allocataires.foyer_seq')").query(Long.class).single();
    base.sql("""
        insert into allocataires.personne (id, nom, prenom, recherche, territoire_id, creee_le, date_naissance)
        values (?, ?, 'Ana', lower(?), ?, now(), date '1990-01-01')""").params(id, nom, nom + " ana", territoire).update();
    base.sql("""
        insert into allocataires.foyer (id, fonction_organisme, numero_organisme, matricule, numero_demande, date_demande, territoire_id, cree_le)
        values (?, 'CAF', '071', ?, ?, ?, ?, now())""").params(foyer, "" + foyer, "%011d".formatted(foyer), dateDemande, territoire).update();
    return new Personne(id, foyer, dateDemande, null, null);
  }

  /** One file that states one person: the facts, then the examination, as the loader does. */
  public Suite fichier(LocalDate reference, LocalDate recuLe, Personne p, String etat, boolean sdd) {
    return fichier(reference, recuLe, p, etat, sdd, null, false);
  }

  /** A new entrant of this territory, whose first file was received that day: claimed twenty days before, stated three days before. */
  public Personne entrante(String nom, Integer territoire, LocalDate recuLe) {
    return fichier(recuLe.minusDays(3), recuLe, inconnue(nom, territoire, recuLe.minusDays(20)), "2", true).personne();
  }

  /** @param nouveaux number of new entrants; @param personne the person with her new situation */
  public record Suite(int nouveaux, Personne personne) {}

  /** The same with the start of a suspension, or as the first file of the payer. */
  public Suite fichier(LocalDate reference, LocalDate recuLe, Personne p, String etat, boolean sdd, LocalDate suspenduDepuis, boolean initial) {
    long importId = ++fichier;
    Situation apres = new Situation(etat, sdd, suspenduDepuis, p.foyerId());
    Situation finMois = p.derniere() == null ? null : situationAu(p, reference.withDayOfMonth(1).minusDays(1));
    int nouveaux = transaction.execute(_ -> {
      enregistrer(p, reference, importId, etat, sdd, suspenduDepuis);
      Constat constat = new Constat(importId, reference, true, recuLe, recuLe.atTime(8, 0).atOffset(ZoneOffset.UTC), initial);
      return nouveauxEntrants.examiner(constat, List.of(new Mouvement(p.id(), p.foyerId(), p.derniere(), finMois, apres, p.dateDemande(), null)));
    });
    return new Suite(nouveaux, new Personne(p.id(), p.foyerId(), p.dateDemande(), apres, finMois));
  }

  /** A diagnostic made now, that recommends this pathway: the new assessment before a réorientation. */
  public void reevaluer(Personne p, String parcours) {
    base.sql("""
        with d as (insert into diagnostic.diagnostic (personne_id, reponses, referentiel, saisi_par, saisi_le, territoire_id, organisation_ids)
          select id, '{}', '2025-01-01', 'essai', now(), territoire_id, organisation_ids from allocataires.personne where id = ? returning id)
        insert into diagnostic.recommandation (diagnostic_id, personne_id, parcours, reexamen_long, faite_le, territoire_id, organisation_ids)
        select d.id, p.id, ?, false, now(), p.territoire_id, p.organisation_ids from d, allocataires.personne p where p.id = ?""")
        .params(p.id(), parcours, p.id()).update();
  }

  /** A file older than those already read, which still shows the person soumise. @return number of new entrants */
  public int tardif(LocalDate reference, LocalDate recuLe, Personne p) {
    Situation avant = situationAu(p, reference.minusDays(1));
    Situation finMois = situationAu(p, reference.withDayOfMonth(1).minusDays(1));
    Constat constat = new Constat(++fichier, reference, true, recuLe, recuLe.atTime(8, 0).atOffset(ZoneOffset.UTC), false);
    return transaction.execute(_ -> nouveauxEntrants.examiner(constat,
        List.of(new Mouvement(p.id(), p.foyerId(), avant, finMois, new Situation("2", true, null, p.foyerId()), p.dateDemande(), null))));
  }

  private void enregistrer(Personne p, LocalDate reference, long importId, String etat, boolean sdd, LocalDate suspenduDepuis) {
    for (String table : List.of("droit", "membre")) {
      base.sql("update allocataires.%s set jusqua = ?, jusqua_connu_le = now() where foyer_id = ? and jusqua = 'infinity'".formatted(table))
          .params(reference, p.foyerId()).update();
    }
    base.sql("""
        insert into allocataires.droit (foyer_id, depuis, connu_le, import_id, etat, suspendu_depuis, type_foyer, adultes, enfants, territoire_id)
        select ?, ?, now(), ?, ?, ?, 'FEMME_SEULE', 1, 0, territoire_id from allocataires.foyer where id = ?""")
        .params(p.foyerId(), reference, importId, etat, suspenduDepuis, p.foyerId()).update();
    base.sql("""
        insert into allocataires.membre (foyer_id, personne_id, personne_origine_id, depuis, connu_le, import_id, role, adulte, a_charge, sdd,
          territoire_id)
        select ?, ?, ?, ?, now(), ?, 'DEM', true, true, ?, territoire_id from allocataires.foyer where id = ?""")
        .params(p.foyerId(), p.id(), p.id(), reference, importId, sdd, p.foyerId()).update();
  }

  private Situation situationAu(Personne p, LocalDate jour) {
    return base.sql("""
        select d.etat as etat_droit, m.sdd, d.suspendu_depuis, d.foyer_id from allocataires.droit d join allocataires.membre m using (foyer_id)
        where d.foyer_id = ? and d.depuis <= ? and d.jusqua > ? and m.depuis <= ? and m.jusqua > ?""")
        .params(p.foyerId(), jour, jour, jour, jour).query((l, _) -> new Situation(l.getString(1), l.getBoolean(2),
            l.getObject(3, LocalDate.class), l.getLong(4))).optional().orElse(null);
  }
}
