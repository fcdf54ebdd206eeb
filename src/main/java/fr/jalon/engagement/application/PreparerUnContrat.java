package fr.jalon.engagement.application;

import fr.jalon.engagement.application.RegistreDesContrats.Contrat;
import fr.jalon.engagement.application.RegistreDesContrats.SuiviOuvert;
import fr.jalon.engagement.application.RegistreDesContrats.Version;
import fr.jalon.engagement.domaine.CauseDeVersion;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.engagement.domaine.Modeles;
import fr.jalon.engagement.domaine.QuiAgit;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a contract, an amendment or a renewal, already filled with what is known: nothing is asked that the diagnostic says. */
@Service
public class PreparerUnContrat {
  private final JdbcClient base;
  private final RegistreDesContrats registre;
  private final ProposerLesObjectifs proposer;
  private final LeReferentiel referentiel;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  PreparerUnContrat(JdbcClient base, RegistreDesContrats registre, ProposerLesObjectifs proposer, LeReferentiel referentiel, Parametres parametres,
      Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.proposer = proposer;
    this.referentiel = referentiel;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * A first contract, or the next one of who had one that ended.
   *
   * @param cle number of the form: sent twice, it is one contract
   * @return its number
   * @throws RefusMetier nobody follows her, her right is closed, or she has one open
   */
  @Transactional
  public long executer(long personneId, UUID cle) {
    SuiviOuvert suivi = registre.exigerSuivie(personneId);
    return registre.dejaEcrit(personneId, cle).orElseGet(() -> commencer(personneId, suivi, cle));
  }

  /** Why none can begin for her now, empty when one can. */
  @Transactional(readOnly = true)
  public Optional<RefusMetier> empechement(long personneId) {
    try {
      registre.exigerSuivie(personneId);
      registre.exigerLeDroit(personneId);
      return Optional.empty();
    } catch (RefusMetier refus) {
      return Optional.of(refus);
    }
  }

  private long commencer(long personneId, SuiviOuvert suivi, UUID cle) {
    registre.exigerLeDroit(personneId);
    registre.exigerSansAutreOuvert(personneId, 0);
    LocalDate aujourdhui = LocalDate.now(horloge);
    Long precedent = base.sql("select max(id) from engagement.contrat where personne_id = ? and signe_le is not null and etat <> 'ECARTE'")
        .param(personneId).query((l, _) -> (Long) l.getObject(1)).list().getFirst();
    long contrat = base.sql("""
        insert into engagement.contrat (personne_id, suivi_id, etat, etat_depuis, precedent_id, cle, ecrit_par, ecrit_le)
        values (?, ?, 'A_ELABORER', ?, ?, ?, ?, ?) returning id""").params(personneId, suivi.id(), aujourdhui, precedent, cle, registre.moi(),
        OffsetDateTime.now(horloge)).query(Long.class).single();
    registre.naitre(contrat, aujourdhui);
    Modeles modeles = referentiel.modeles();
    LocalDate fin = aujourdhui.plusMonths(parametres.mois("engagement.duree", aujourdhui)).minusDays(1);
    long version = version(personneId, contrat, suivi.id(), 1, precedent == null ? CauseDeVersion.PREMIER : CauseDeVersion.RENOUVELLEMENT, aujourdhui,
        fin, Intensite.ORDINAIRE, modeles.engagementsPersonne(), modeles.engagementsReferent());
    remplir(personneId, version, aujourdhui, fin);
    journal.tracer("CONTRAT_COMMENCE", personneId, null, null);
    return contrat;
  }

  private void remplir(long personneId, long version, LocalDate depuis, LocalDate fin) {
    int rang = 0;
    for (ProposerLesObjectifs.Objectif o : proposer.pour(personneId, depuis)) {
      rang++;
      long objectif = base.sql("""
          insert into engagement.objectif (personne_id, version_id, rang, theme, sante, texte) values (?, ?, ?, ?, ?, ?) returning id""")
          .params(personneId, version, rang, o.theme(), o.sante(), o.texte()).query(Long.class).single();
      int i = 0;
      for (ProposerLesObjectifs.Action a : o.actions()) {
        i++;
        base.sql("""
            insert into engagement.action (personne_id, version_id, objectif_id, rang, sante, libelle, activite, qui, depuis, jusqu_au, heures)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(personneId, version, objectif, i, o.sante(), a.libelle(), a.activite(),
            QuiAgit.PERSONNE.name(), depuis, fin, a.heures()).update();
      }
    }
  }

  /**
   * A version more of a contract signed: what it says, ready to be changed; what was signed stays in force meanwhile. There is one at a time.
   *
   * @throws RefusMetier the contract is not signed, or its next version is being prepared already
   */
  @Transactional
  public void amender(long personneId, long contrat) {
    SuiviOuvert suivi = registre.exigerSuivie(personneId);
    Contrat c = registre.exiger(personneId, contrat);
    if (registre.preparee(contrat).isPresent()) {
      return;
    }
    RegistreDesContrats.exigerEtat(c, Set.of(EtatContrat.SIGNE, EtatContrat.REFUSE));
    LocalDate aujourdhui = LocalDate.now(horloge);
    copier(c, suivi.id(), CauseDeVersion.AVENANT, aujourdhui, c.jusquAu() == null || c.jusquAu().isBefore(aujourdhui) ? aujourdhui : c.jusquAu());
    journal.tracer("CONTRAT_AMENDE", personneId, null, null);
  }

  /**
   * The next stretch of a contract that ends soon or ended: what was not reached, from the day after its end or today.
   *
   * @throws RefusMetier it is neither signed nor ended, or its next version is being prepared
   */
  @Transactional
  public void renouveler(long personneId, long contrat) {
    SuiviOuvert suivi = registre.exigerSuivie(personneId);
    Contrat c = registre.exiger(personneId, contrat);
    if (registre.preparee(contrat).isPresent()) {
      return;
    }
    RegistreDesContrats.exigerEtat(c, Set.of(EtatContrat.SIGNE));
    LocalDate aujourdhui = LocalDate.now(horloge);
    LocalDate depuis = c.jusquAu().isBefore(aujourdhui) ? aujourdhui : c.jusquAu().plusDays(1);
    copier(c, suivi.id(), CauseDeVersion.RENOUVELLEMENT, depuis, depuis.plusMonths(parametres.mois("engagement.duree", aujourdhui)).minusDays(1));
    journal.tracer("CONTRAT_RENOUVELE", personneId, null, null);
  }

  /** Another orientation: it is drawn up again from what it said. */
  void reprendreApresUneOrientation(Contrat c, long suivi, LocalDate le, LocalDate fin) {
    copier(c, suivi, CauseDeVersion.REORIENTATION, le, fin);
  }

  /** What was not reached goes on, within the dates of the new version. */
  private void copier(Contrat c, long suivi, CauseDeVersion cause, LocalDate depuis, LocalDate fin) {
    Version v = registre.signee(c.id()).orElseThrow(RegistreDesContrats::aChange);
    registre.exigerToutLu(v.id());
    int numero = base.sql("select max(numero) from engagement.version where contrat_id = ?").param(c.id()).query(Integer.class).single() + 1;
    long neuve = base.sql("""
        insert into engagement.version (personne_id, contrat_id, suivi_id, numero, etat, cause, depuis, jusqu_au, intensite, engagements_personne,
          engagements_referent, ecrite_par, ecrite_le)
        select personne_id, contrat_id, ?, ?, 'PREPAREE', ?, ?, ?, intensite, engagements_personne, engagements_referent, ?, ? from engagement.version where id = ?
        returning id""").params(suivi, numero, cause.name(), depuis, fin, registre.moi(), OffsetDateTime.now(horloge), v.id()).query(Long.class)
        .single();
    base.sql("""
        with avant as (select o.* from engagement.objectif o where o.version_id = :avant and o.retire_le is null and o.resultat is distinct from 'ATTEINT'),
        apres as (insert into engagement.objectif (personne_id, version_id, rang, theme, sante, texte)
          select personne_id, :apres, rang, theme, sante, texte from avant returning id, rang)
        insert into engagement.action (personne_id, version_id, objectif_id, rang, sante, libelle, activite, qui, depuis, jusqu_au, heures)
        select a.personne_id, :apres, n.id, a.rang, a.sante, a.libelle, a.activite, a.qui, greatest(a.depuis, :depuis::date), least(greatest(a.jusqu_au, :depuis::date), :fin::date), a.heures
        from engagement.action a join avant o on o.id = a.objectif_id join apres n on n.rang = o.rang
        where a.version_id = :avant and a.retiree_le is null and (a.jusqu_au >= :depuis or :renouvelle)""")
        .param("avant", v.id()).param("apres", neuve).param("depuis", depuis).param("fin", fin)
        .param("renouvelle", cause == CauseDeVersion.RENOUVELLEMENT).update();
  }

  private long version(long personneId, long contrat, long suivi, int numero, CauseDeVersion cause, LocalDate depuis, LocalDate fin,
      Intensite intensite, String engagementsPersonne, String engagementsReferent) {
    return base.sql("""
        insert into engagement.version (personne_id, contrat_id, suivi_id, numero, etat, cause, depuis, jusqu_au, intensite, engagements_personne,
          engagements_referent, ecrite_par, ecrite_le)
        values (?, ?, ?, ?, 'PREPAREE', ?, ?, ?, ?, ?, ?, ?, ?) returning id""").params(personneId, contrat, suivi, numero, cause.name(), depuis, fin,
        intensite.name(), engagementsPersonne, engagementsReferent, registre.moi(), OffsetDateTime.now(horloge)).query(Long.class).single();
  }
}
