package fr.jalon.accompagnement.application;

import fr.jalon.echeances.Balayage;
import fr.jalon.habilitations.SaisiesEnCours;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an agent began to decide of a person in a review: kept when she leaves her for the next, found again by her alone, erased once old. */
@Service
public class DecisionsCommencees implements Balayage {
  private static final SaisiesEnCours.Registre REGISTRE = new SaisiesEnCours.Registre("accompagnement.brouillon_revue", false);
  private static final String PARTIE = "decision";
  private static final String REVUE = "revue";
  private static final int POURQUOI = 2_000;
  private final SaisiesEnCours saisies;
  private final Parametres parametres;
  private final Clock horloge;

  DecisionsCommencees(SaisiesEnCours saisies, Parametres parametres, Clock horloge) {
    this.saisies = saisies;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** The fields she began in this review, {@code decision} and {@code pourquoi}; empty when she began nothing there. */
  @Transactional(readOnly = true)
  public Map<String, String> mienne(long revue, long personneId) {
    Map<String, String> champs = saisies.miennes(REGISTRE, personneId).getOrDefault(PARTIE, Map.of());
    return String.valueOf(revue).equals(champs.get(REVUE)) ? champs : Map.of();
  }

  /** Keeps it, in place of the one before. */
  @Transactional
  public void garder(long revue, long personneId, String decision, String pourquoi) {
    saisies.garder(REGISTRE, personneId, PARTIE, false, Map.of(REVUE, String.valueOf(revue), "decision", decision, "pourquoi",
        pourquoi.length() > POURQUOI ? pourquoi.substring(0, POURQUOI) : pourquoi));
  }

  /** Empties it: it is registered, or there is nothing left of it. */
  @Transactional
  public void effacer(long personneId) {
    saisies.effacer(REGISTRE, personneId);
  }

  /** @return 0: these are no deadlines */
  @Override
  public int balayer(LocalDate jour) {
    saisies.oublier(REGISTRE, jour.minus(parametres.valeur("conservation.saisies_en_cours", jour).duree()).atStartOfDay(horloge.getZone())
        .toOffsetDateTime());
    return 0;
  }
}
