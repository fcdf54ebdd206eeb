package fr.jalon.accompagnement.application;

import fr.jalon.echeances.Balayage;
import fr.jalon.habilitations.SaisiesEnCours;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The note of a contact that an agent began and did not register: kept at each pause, found again by her alone, erased once old. */
@Service
public class ContactsCommences implements Balayage {
  private static final SaisiesEnCours.Registre REGISTRE = new SaisiesEnCours.Registre("accompagnement.brouillon_contact", false);
  private static final String PARTIE = "contact";
  private static final String CLE = "cle";
  private final SaisiesEnCours saisies;
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  ContactsCommences(SaisiesEnCours saisies, JdbcClient base, Parametres parametres, Clock horloge) {
    this.saisies = saisies;
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** The fields the agent at work began for this person; empty when she began nothing, or when it was registered since. */
  @Transactional(readOnly = true)
  public Map<String, String> mien(long personneId) {
    Map<String, String> champs = saisies.miennes(REGISTRE, personneId).getOrDefault(PARTIE, Map.of());
    return servie(champs) ? Map.of() : champs;
  }

  /** Keeps it, in place of the one before; one that left the browser before the note was registered and arrives after is not kept. */
  @Transactional
  public void garder(long personneId, Map<String, String> champs) {
    if (!servie(champs)) {
      saisies.garder(REGISTRE, personneId, PARTIE, false, champs);
    }
  }

  /** Empties it: it is registered, or given up. */
  @Transactional
  public void effacer(long personneId) {
    saisies.effacer(REGISTRE, personneId);
  }

  private boolean servie(Map<String, String> champs) {
    return champs.containsKey(CLE) && base.sql("select exists (select from accompagnement.contact where cle = ?)")
        .param(UUID.fromString(champs.get(CLE))).query(Boolean.class).single();
  }

  /** @return 0: these are no deadlines */
  @Override
  public int balayer(LocalDate jour) {
    saisies.oublier(REGISTRE, jour.minus(parametres.valeur("conservation.saisies_en_cours", jour).duree()).atStartOfDay(horloge.getZone())
        .toOffsetDateTime());
    return 0;
  }
}
