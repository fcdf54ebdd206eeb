package fr.jalon.engagement.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.echeances.Echeances.Ouverture;
import fr.jalon.engagement.application.RegistreDesContrats.Contrat;
import fr.jalon.parametres.Parametres;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The end of a contract in the register: to be renewed before. */
@Component
class EcheancesDuContrat {
  private static final String AVANT = "engagement.renouveler_avant";
  private final Echeances echeances;
  private final Parametres parametres;

  EcheancesDuContrat(Echeances echeances, Parametres parametres) {
    this.echeances = echeances;
    this.parametres = parametres;
  }

  /** It ends that day. */
  void aRenouveler(Contrat c, LocalDate fin, LocalDate aujourdhui) {
    echeances.ouvrir(Nature.RENOUVELLEMENT, List.of(new Ouverture(c.personneId(), c.id(), aujourdhui.isAfter(fin) ? fin : aujourdhui, null, null, fin,
        "Fin du contrat", AVANT)));
  }

  /** Day from which its renewal is to be prepared. */
  LocalDate aPreparer(LocalDate fin, LocalDate aujourdhui) {
    return fin.minusDays(parametres.jours(AVANT, aujourdhui));
  }

  /** It no longer ends: over otherwise, or noted by mistake. */
  void oublier(long contrat, LocalDate le) {
    echeances.rendreCaduque(Nature.RENOUVELLEMENT, List.of(contrat), le);
  }
}
