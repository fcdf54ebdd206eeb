package fr.jalon.orientation.application;

import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.rendezvous.application.NoterUneRencontre;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether a person who is followed came to meet who follows her. */
@Service
public class NoterLaRencontre {
  private final RegistreDesSuivis suivis;
  private final NoterUneRencontre noter;

  NoterLaRencontre(RegistreDesSuivis suivis, NoterUneRencontre noter) {
    this.suivis = suivis;
    this.noter = noter;
  }

  /**
   * Notes it.
   *
   * @throws RefusMetier when nobody follows her any more, when the day is before her orientation was notified, and see {@link NoterUneRencontre}
   */
  @Transactional
  public void executer(long personne, LocalDate le, EtatEntretien etat, Empechement motif) {
    Suivi suivi = suivis.ouvert(personne).filter(s -> s.etat() == EtatSuivi.EN_COURS)
        .orElseThrow(() -> new RefusMetier("SANS_SUIVI",
        "Cette personne n'est plus suivie, ou elle ne fait pas partie de ce que vous pouvez consulter."));
    if (le != null && le.isBefore(suivi.notifieLe())) {
      throw new RefusMetier("AVANT_L_ORIENTATION",
          "Son orientation lui a été notifiée le %s : une rencontre d'avant n'est pas la première. Vérifiez le jour."
          .formatted(fr.jalon.ecran.Francais.date(suivi.notifieLe())));
    }
    noter.executer(personne, le, etat, motif, suivi.organisationId());
  }

  /** Takes back a meeting noted by mistake. */
  @Transactional
  public void effacer(long entretien) {
    noter.effacer(entretien);
  }
}
