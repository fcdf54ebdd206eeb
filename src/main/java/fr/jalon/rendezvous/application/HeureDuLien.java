package fr.jalon.rendezvous.application;

import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;

/** Until when a person may act by her link: the hour of the Département, and how long before the meeting it closes (parameter). */
@Component
class HeureDuLien {
  private final Parametres parametres;
  private final Clock horloge;

  HeureDuLien(Parametres parametres, Clock horloge) {
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** The hour on the wall, where the persons are received. */
  LocalDateTime ici() {
    return LocalDateTime.now(horloge);
  }

  /** Hours before the meeting. */
  int heures() {
    return parametres.valeur("rendezvous.lien_ferme_heures", LocalDate.now(horloge)).entier();
  }

  /** First day of a session that may still be chosen: announced early enough. */
  LocalDate premierJour() {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return aujourdhui.plusDays(Math.max(1, parametres.jours("rendezvous.prevenance_liste_attente_jours", aujourdhui)));
  }

  /** Last day shown. */
  LocalDate horizon() {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return aujourdhui.plusDays(parametres.jours("rendezvous.horizon_jours", aujourdhui));
  }
}
