package fr.jalon.handicap.application;

import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.domaine.NouveauDossier;
import fr.jalon.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a file: proposed to the person, begun with her, or taken up where it is when she filed it before. */
@Service
public class OuvrirUnDossier {
  private final JdbcClient base;
  private final RegistreDesDossiers registre;
  private final EcheancesMdph echeances;
  private final RenouvelerDesDroits droits;
  private final Journal journal;
  private final Clock horloge;

  OuvrirUnDossier(JdbcClient base, RegistreDesDossiers registre, EcheancesMdph echeances, RenouvelerDesDroits droits, Journal journal,
      Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.echeances = echeances;
    this.droits = droits;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Writes it, once.
   *
   * @throws fr.jalon.socle.RefusMetier a field is wrong, she has one open, she is no longer to be seen, or the form served for somebody else
   */
  @Transactional
  public void executer(NouveauDossier d) {
    registre.exigerVisible(d.personneId());
    LocalDate aujourdhui = LocalDate.now(horloge);
    d.verifier(aujourdhui, echeances::connues);
    if (registre.dejaEcrit(d.personneId(), d.cle())) {
      return;
    }
    registre.exigerSansAutreOuvert(d.personneId(), 0);
    boolean depose = d.ou() == EtatDossierMdph.DEPOSE;
    LocalDate le = d.le() == null ? aujourdhui : d.le();
    Optional<Long> ecrit = base.sql("""
        insert into handicap.dossier (personne_id, etat, etat_depuis, renouvelle, droits, aide, maison, reference, propose_le, depose_le, cle, ecrit_par, ecrit_le)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (cle) do nothing returning id""")
        .params(d.personneId(), d.ou().name(), le, d.renouvelle(), d.droits().stream().map(Enum::name).toArray(String[]::new), d.aide().name(),
            depose ? d.depot().maison() : null, depose && !d.depot().reference().isEmpty() ? d.depot().reference() : null, le, depose ? d.le() : null,
            d.cle(), registre.moi(), OffsetDateTime.now(horloge)).query(Long.class).optional();
    if (ecrit.isEmpty()) {
      registre.dejaEcrit(d.personneId(), d.cle());
      return;
    }
    registre.naitre(ecrit.get(), le);
    if (depose) {
      echeances.attendre(d.personneId(), ecrit.get(), d.le());
      droits.demandes(d.personneId(), d.droits(), le);
    }
    journal.tracer("DOSSIER_MDPH_OUVERT", d.personneId(), null, null);
  }
}
