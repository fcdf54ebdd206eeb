package fr.jalon.engagement.application;

import fr.jalon.echeances.Balayage;
import fr.jalon.engagement.application.RegistreDesContrats.Contrat;
import fr.jalon.engagement.application.RegistreDesContrats.Version;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.orientation.FaitDOrientation;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens to contracts by itself, as France Travail's life cycle tells it: one ends on its last day; one is suspended while the follow-up
 * sleeps, comes back as it was, is closed after a year; it is closed with the follow-up; another orientation has it drawn up again. Each night, and
 * after each act on the orientation; done twice, it changes nothing more.
 */
@Component
public class VieDesContrats implements Balayage {
  /** Who did it, as the history names it. */
  public static final String AUTEUR = "Jalon, d'après le suivi";
  private static final String FIN_DU_SUIVI = "Fin du suivi";
  private static final String ANNULEE = "La nouvelle orientation est annulée";
  private static final String TROP_LONGTEMPS = "Suspendu depuis trop longtemps";
  private final JdbcClient base;
  private final RegistreDesContrats registre;
  private final PreparerUnContrat preparer;
  private final EcheancesDuContrat echeances;
  private final MoisDuContrat mois;
  private final Parametres parametres;
  private final AgentSysteme systeme;
  private final TransactionTemplate apart;
  private final Clock horloge;

  VieDesContrats(JdbcClient base, RegistreDesContrats registre, PreparerUnContrat preparer, EcheancesDuContrat echeances, MoisDuContrat mois,
      Parametres parametres, AgentSysteme systeme, PlatformTransactionManager transactions, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.preparer = preparer;
    this.echeances = echeances;
    this.mois = mois;
    this.parametres = parametres;
    this.systeme = systeme;
    this.horloge = horloge;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @TransactionalEventListener
  void apresUneOrientation(FaitDOrientation fait) {
    List<Long> personnes = fait.objets().stream().map(FaitDOrientation.Objet::personneId).distinct().toList();
    systeme.agir(AUTEUR, () -> apart.execute(_ -> suivre(personnes, LocalDate.now(horloge))));
  }

  @Override
  public int balayer(LocalDate jour) {
    return systeme.agir(AUTEUR, () -> suivre(null, jour));
  }

  /** @param personnes {@code null} for everyone; @return how many deadlines changed */
  private int suivre(Collection<Long> personnes, LocalDate jour) {
    long[] elles = personnes == null ? null : personnes.stream().mapToLong(Long::longValue).toArray();
    reorienter(elles, jour);
    passer(elles, jour);
    echoir(elles, jour);
    clore(elles, jour);
    echeances.oublierLesFinis(elles, jour);
    return mois.mettreAJour(personnes, jour);
  }

  private record Passage(long id, String vers, LocalDate le) {}

  /** Suspended and back, with the follow-up; closed with it, when no other one runs; open again when its end was undone. */
  private void passer(long[] personnes, LocalDate jour) {
    List<Passage> passages = base.sql("""
        select c.id, case when s.etat = 'CLOS' then 'CLOS' when s.etat = 'EN_VEILLE' then 'SUSPENDU' else a.de end as vers,
          greatest(case when s.etat = 'CLOS' then s.fin_le else s.etat_depuis end, c.etat_depuis) as le
        from engagement.contrat c join orientation.suivi s on s.id = c.suivi_id
        left join lateral (select p.de from engagement.passage p where p.objet_id = c.id and p.vers in ('SUSPENDU', 'CLOS') and p.de not in ('SUSPENDU', 'CLOS')
          order by p.id desc limit 1) a on true
        left join lateral (select p.motif from engagement.passage p where p.objet_id = c.id order by p.id desc limit 1) d on true
        where (:personnes::bigint[] is null or c.personne_id = any(:personnes::bigint[]))
          -- another orientation whose letter has not left closes nothing: the contract waits for it
          and case when c.etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE', 'SUSPENDU') and s.etat = 'CLOS'
              then not exists (select from orientation.suivi n where n.personne_id = c.personne_id and n.etat <> 'CLOS')
            when c.etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE') then s.etat = 'EN_VEILLE'
            when c.etat = 'SUSPENDU' then s.etat = 'EN_COURS' else c.etat = 'CLOS' and s.etat = 'EN_COURS' and d.motif = :fin end""")
        .param("personnes", personnes).param("fin", FIN_DU_SUIVI).query(Passage.class).list();
    passages.stream().collect(Collectors.groupingBy(p -> Map.entry(p.vers(), p.le()))).forEach((ou, memes) -> {
      List<Long> ids = memes.stream().map(Passage::id).toList();
      EtatContrat vers = EtatContrat.valueOf(ou.getKey());
      registre.passer(ids, vers, ou.getValue(), vers == EtatContrat.CLOS ? FIN_DU_SUIVI : vers == EtatContrat.SUSPENDU ? "Suivi en veille"
              : "Le suivi reprend");
      base.sql("update engagement.contrat set clos_le = ? where id = any (?)").params(vers == EtatContrat.CLOS ? ou.getValue() : null,
          ids.toArray(Long[]::new)).update();
      switch (vers) {
        case CLOS -> echeances.oublier(ids, jour);
        case SUSPENDU -> echeances.suspendre(ids, ou.getValue());
        default -> echeances.reprendre(ids, ou.getValue());
      }
    });
  }

  private record Ailleurs(long id, long personneId, long suivi, LocalDate notifieLe) {}

  /** Another orientation: what was signed with the former référent is drawn up again with the new one. */
  private void reorienter(long[] personnes, LocalDate jour) {
    List<Ailleurs> ailleurs = base.sql("""
        select c.id, c.personne_id, n.id as suivi, n.notifie_le from engagement.contrat c join orientation.suivi s on s.id = c.suivi_id and s.etat = 'CLOS'
        join orientation.suivi n on n.personne_id = c.personne_id and n.etat <> 'CLOS' and not n.a_poster
        where c.etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE', 'SUSPENDU') and (:personnes::bigint[] is null or c.personne_id = any(:personnes::bigint[]))""")
        .param("personnes", personnes).query(Ailleurs.class).list();
    for (Ailleurs a : ailleurs) {
      Contrat c = registre.exiger(a.personneId(), a.id());
      LocalDate le = PresenterLeContrat.jour(c, a.notifieLe());
      Optional<Version> signee = registre.signee(a.id());
      boolean signe = signee.isPresent();
      oublierCeQuiSePreparait(a.id(), signe);
      if (signe && signee.get().suiviId() == a.suivi()) {
        revenir(c, a, le, jour);
        continue;
      }
      if (signe) {
        LocalDate fin = c.jusquAu().isBefore(le) ? le : c.jusquAu();
        preparer.reprendreApresUneOrientation(c, a.suivi(), le, fin);
      } else {
        base.sql("update engagement.version set suivi_id = ? where contrat_id = ? and etat = 'PREPAREE'").params(a.suivi(), a.id()).update();
      }
      registre.ecrire(a.id(), "suivi_id = :suivi", Map.of("suivi", a.suivi()));
      if (c.etat() != EtatContrat.A_ELABORER) {
        registre.passer(c, EtatContrat.A_ELABORER, le, "Nouvelle orientation : le contrat est à reprendre avec le nouveau référent");
      }
      echeances.oublier(List.of(a.id()), jour);
    }
  }

  /** What was prepared with the former référent: its signatures were given to another text, its refusal to somebody else. */
  private void oublierCeQuiSePreparait(long contrat, boolean signe) {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("""
        update engagement.signature set annulee_le = ?, annulee_par = ? where annulee_le is null
          and version_id in (select id from engagement.version where contrat_id = ? and etat = 'PREPAREE')""").params(maintenant, registre.moi(), contrat)
        .update();
    base.sql("update engagement.version set " + (signe ? "etat = 'ABANDONNEE'" : "presentee_le = null, empreinte = null, validation = null")
        + " where contrat_id = ? and etat = 'PREPAREE'").param(contrat).update();
    base.sql("""
        update engagement.refus set retire_le = ?, retire_par = ?, retire_motif = 'Nouvelle orientation' where contrat_id = ? and retire_le is null""")
        .params(maintenant, registre.moi(), contrat).update();
  }

  /** The orientation was a mistake: what was signed with this référent stands again, nothing is signed twice. */
  private void revenir(Contrat c, Ailleurs a, LocalDate le, LocalDate jour) {
    registre.ecrire(a.id(), "suivi_id = :suivi", Map.of("suivi", a.suivi()));
    if (c.etat() == EtatContrat.A_ELABORER) {
      registre.passer(List.of(a.id()), EtatContrat.A_SIGNER, le, ANNULEE);
    }
    if (c.etat() != EtatContrat.SIGNE && c.etat() != EtatContrat.SUSPENDU) {
      registre.passer(List.of(a.id()), EtatContrat.SIGNE, le, ANNULEE);
    }
    echeances.aRenouveler(c, c.jusquAu(), jour);
  }

  /** Its last day is past; one whose next version is being prepared waits for it. */
  private void echoir(long[] personnes, LocalDate jour) {
    parJour(base.sql("""
        select id, greatest(jusqu_au + 1, etat_depuis) as le from engagement.contrat where etat = 'SIGNE' and jusqu_au < :jour
          and not exists (select from engagement.version v where v.contrat_id = contrat.id and v.etat = 'PREPAREE')
          and (:personnes::bigint[] is null or personne_id = any(:personnes::bigint[]))""").param("jour", jour).param("personnes", personnes))
        .forEach((le, ids) -> registre.passer(ids, EtatContrat.ECHU, le, null));
  }

  /** Suspended for too long. */
  private void clore(long[] personnes, LocalDate jour) {
    int auPlus = parametres.chercher("engagement.cloture_apres_suspension", jour).map(v -> v.entier()).orElse(0);
    if (auPlus > 0) {
      parJour(base.sql("""
          select id, (etat_depuis + make_interval(months => :mois))::date as le from engagement.contrat where etat = 'SUSPENDU'
            and etat_depuis + make_interval(months => :mois) <= :jour and (:personnes::bigint[] is null or personne_id = any(:personnes::bigint[]))""")
          .param("jour", jour).param("mois", auPlus).param("personnes", personnes))
          .forEach((le, ids) -> {
            registre.passer(ids, EtatContrat.CLOS, le, TROP_LONGTEMPS);
            base.sql("update engagement.contrat set clos_le = ? where id = any (?)").params(le, ids.toArray(Long[]::new)).update();
            echeances.oublier(ids, jour);
          });
    }
  }

  private record Jour(long id, LocalDate le) {}

  private static Map<LocalDate, List<Long>> parJour(JdbcClient.StatementSpec requete) {
    return requete.query(Jour.class).list().stream().collect(Collectors.groupingBy(Jour::le, Collectors.mapping(Jour::id, Collectors.toList())));
  }
}
