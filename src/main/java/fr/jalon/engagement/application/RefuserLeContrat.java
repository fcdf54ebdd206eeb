package fr.jalon.engagement.application;

import fr.jalon.engagement.ContratDEngagement;
import fr.jalon.engagement.application.RegistreDesContrats.Contrat;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.domaine.Jours;
import fr.jalon.engagement.domaine.RaisonDeRefus;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that a person does not want to draw up, sign or bring up to date her contract, with what she says of it; and that she came back on it. A fact
 * that duties read (L. 262-37 I 1° CASF): nothing follows from it here, and the way back is open.
 */
@Service
public class RefuserLeContrat {
  private final JdbcClient base;
  private final RegistreDesContrats registre;
  private final ApplicationEventPublisher evenements;
  private final Journal journal;
  private final Clock horloge;

  RefuserLeContrat(JdbcClient base, RegistreDesContrats registre, ApplicationEventPublisher evenements, Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.evenements = evenements;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** @throws fr.jalon.socle.RefusMetier a field is wrong, or the contract moved meanwhile */
  @Transactional
  public void executer(long personneId, long contrat, LocalDate le, String precisions) {
    Contrat c = registre.exiger(personneId, contrat);
    if (c.etat() == EtatContrat.REFUSE) {
      return;
    }
    RegistreDesContrats.exigerEtat(c, Set.of(EtatContrat.A_ELABORER, EtatContrat.A_SIGNER, EtatContrat.SIGNE));
    LocalDate aujourdhui = LocalDate.now(horloge);
    boolean actualise = c.signeLe() != null;
    Fautes fautes = Jours.passe(new Fautes(), "le", le, actualise ? c.signeLe() : c.etatDepuis(), aujourdhui);
    Jours.raison(fautes, "precisions", precisions).lever();
    RaisonDeRefus raison = actualise ? RaisonDeRefus.ACTUALISER : c.etat() == EtatContrat.A_SIGNER ? RaisonDeRefus.SIGNER : RaisonDeRefus.ELABORER;
    base.sql("""
        insert into engagement.refus (personne_id, contrat_id, le, raison, precisions, note_par, note_le) values (?, ?, ?, ?, ?, ?, ?)""")
        .params(personneId, contrat, le, raison.name(), precisions.strip(), registre.moi(), OffsetDateTime.now(horloge)).update();
    registre.passer(c, EtatContrat.REFUSE, PresenterLeContrat.jour(c, le), null);
    evenements.publishEvent(new ContratDEngagement(ContratDEngagement.Genre.REFUSE, personneId, contrat, le));
    journal.tracer("CONTRAT_REFUSE", personneId, null, null);
  }

  /**
   * She came back on it, or it was noted by mistake: the contract is again where it was.
   *
   * @throws fr.jalon.socle.RefusMetier no reason is said, or nothing is refused any more
   */
  @Transactional
  public void retirer(long personneId, long contrat, String motif) {
    Contrat c = registre.exiger(personneId, contrat);
    Jours.raison(new Fautes(), "motif", motif).lever();
    RegistreDesContrats.exigerEtat(c, Set.of(EtatContrat.REFUSE));
    LocalDate aujourdhui = LocalDate.now(horloge);
    base.sql("update engagement.refus set retire_le = ?, retire_par = ?, retire_motif = ? where contrat_id = ? and retire_le is null")
        .params(OffsetDateTime.now(horloge), registre.moi(), motif.strip(), contrat).update();
    // presented meanwhile, it is to be signed; signed once, what was signed stands
    EtatContrat vers = c.signeLe() != null ? EtatContrat.SIGNE
        : registre.preparee(contrat).filter(RegistreDesContrats.Version::presentee).isPresent() ? EtatContrat.A_SIGNER : EtatContrat.A_ELABORER;
    registre.passer(c, vers, PresenterLeContrat.jour(c, aujourdhui), motif.strip());
    evenements.publishEvent(new ContratDEngagement(ContratDEngagement.Genre.REPRIS, personneId, contrat, aujourdhui));
    journal.tracer("CONTRAT_CORRIGE", personneId, null, null);
  }
}
