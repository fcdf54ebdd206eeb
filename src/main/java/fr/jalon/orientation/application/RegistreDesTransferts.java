package fr.jalon.orientation.application;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.orientation.domaine.EtatTransfert;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.orientation.lecture.Transferts.Transfert;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The portfolios that change organisation, as they are written. */
@Component
class RegistreDesTransferts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient base;
  private final JdbcClient proprietaire;
  private final RegistreDesSuivis suivis;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  RegistreDesTransferts(JdbcClient base, @Qualifier("chargement") JdbcClient proprietaire, RegistreDesSuivis suivis, AgentCourant agentCourant,
      Clock horloge) {
    this.base = base;
    this.proprietaire = proprietaire;
    this.suivis = suivis;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** The one this form asked for already. */
  Optional<Long> du(UUID formulaire) {
    return base.sql("select id from orientation.transfert where formulaire = ?").param(formulaire).query(Long.class).optional();
  }

  /** True while a job moves the persons of this organisation. */
  boolean enCours(int organisation) {
    return base.sql("select exists (select from orientation.transfert where de_id = ? and etat in ('EN_COURS', 'ANNULATION'))").param(organisation)
        .query(Boolean.class).single();
  }

  /** @return its number */
  long creer(TransfererUnPortefeuille.Demande d, String raison, int personnes) {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    return base.sql("""
        insert into orientation.transfert (formulaire, de_id, vers_id, parcours, le, raison, choix, accepte_par, depassement_raison, personnes, etat, etat_depuis,
          fait_par, saisi_le)
        values (:formulaire, :de, :vers, :parcours, :le, :raison, :choix::jsonb, :accepte_par, :depassement, :personnes, 'EN_COURS', :maintenant, :agent, :maintenant)
        returning id""")
        .param("formulaire", d.formulaire()).param("de", d.de()).param("vers", d.vers()).param("parcours", nom(d.parcours())).param("le", d.le())
        .param("raison", raison).param("choix", JSON.writeValueAsString(d.choix()))
        .param("accepte_par", d.depassement() == null ? null : d.depassement().acceptePar())
        .param("depassement", d.depassement() == null ? null : d.depassement().raison()).param("personnes", personnes)
        .param("maintenant", maintenant).param("agent", agentCourant.perimetre().agent()).query(Long.class).single();
  }

  /** The follow-ups that have neither passed nor been left. Those that began since it was asked are not of it. */
  List<Suivi> restants(Transfert t) {
    List<Long> ids = base.sql("""
        select id from orientation.suivi where organisation_id = :de and etat <> 'CLOS' and (:parcours::text is null or parcours = :parcours)
          and saisi_le <= :depuis and id <> all(:laissees::bigint[]) order by id""")
        .param("de", t.deId()).param("parcours", nom(t.parcours())).param("depuis", t.saisiLe())
        .param("laissees", t.laissees().keySet().stream().mapToLong(Long::longValue).toArray()).query(Long.class).list();
    Map<Long, Suivi> lus = suivis.lire(ids);
    return ids.stream().map(lus::get).toList();
  }

  /** Moves to another state. @return false when it stood where this one may not follow */
  @Transactional
  boolean passer(long id, EtatTransfert vers) {
    return base.sql("update orientation.transfert set etat = ?, etat_depuis = ? where id = ? and etat = any(?)")
        .params(vers.name(), OffsetDateTime.now(horloge), id, vers.precedents().toArray(String[]::new)).update() == 1;
  }

  /** To be undone. @return false when it is not done nor stopped */
  @Transactional
  boolean annuler(long id, String raison) {
    return base.sql("update orientation.transfert set etat = 'ANNULATION', etat_depuis = ?, fini_par = ?, fini_raison = ? where id = ? and "
        + "etat = any(?)")
        .params(OffsetDateTime.now(horloge), agentCourant.perimetre().agent(), raison, id,
        EtatTransfert.ANNULATION.precedents().toArray(String[]::new)).update() == 1;
  }

  /** What was refused for one is said, and she is not tried again; for none, those left are tried again. */
  @Transactional
  void laisser(long id, Map<Long, String> refus) {
    base.sql("update orientation.transfert set laissees = case when :vide then '{}' else laissees || :refus::jsonb end where id = :id")
        .param("vide", refus.isEmpty()).param("refus", JSON.writeValueAsString(refus)).param("id", id).update();
  }

  /** It stopped before its end; through the owner's door, because it is said of anybody's. */
  void cesser(long id, EtatTransfert depuis) {
    proprietaire.sql("update orientation.transfert set etat = 'ARRETE', etat_depuis = ? where id = ? and etat = ?")
        .params(OffsetDateTime.now(horloge), id, depuis.name()).update();
  }

  /** Those that no job carries any more. */
  void rendreLesOrphelins(EtatTransfert depuis, String genre) {
    proprietaire.sql("update orientation.transfert set etat = 'ARRETE', etat_depuis = ? where etat = ? and not travaux.vivant(?, id::text)")
        .params(OffsetDateTime.now(horloge), depuis.name(), genre).update();
  }

  /** True on the first day there is: a day to come is none. */
  boolean venu(LocalDate jour) {
    return jour != null && !jour.isAfter(LocalDate.now(horloge));
  }

  private static String nom(Parcours parcours) {
    return parcours == null ? null : parcours.name();
  }
}
