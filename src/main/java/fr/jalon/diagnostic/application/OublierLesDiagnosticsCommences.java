package fr.jalon.diagnostic.application;

import fr.jalon.echeances.Balayage;
import fr.jalon.habilitations.SaisiesEnCours;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What was begun and never registered is erased once past its time ({@code conservation.saisies_en_cours}). */
@Component
class OublierLesDiagnosticsCommences implements Balayage {
  /** Same columns, but one part only. */
  private static final SaisiesEnCours.Registre ENTREE = new SaisiesEnCours.Registre("diagnostic.brouillon", false);
  private final SaisiesEnCours saisies;
  private final Parametres parametres;
  private final Clock horloge;

  OublierLesDiagnosticsCommences(SaisiesEnCours saisies, Parametres parametres, Clock horloge) {
    this.saisies = saisies;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** @return 0: these are no deadlines */
  @Override
  public int balayer(LocalDate jour) {
    var avant = jour.minus(parametres.valeur("conservation.saisies_en_cours", jour).duree()).atStartOfDay(horloge.getZone()).toOffsetDateTime();
    saisies.oublier(BrouillonsGlobaux.REGISTRE, avant);
    saisies.oublier(ENTREE, avant);
    return 0;
  }
}
