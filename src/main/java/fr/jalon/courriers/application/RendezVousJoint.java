package fr.jalon.courriers.application;

import fr.jalon.courriers.DansLAgenda;
import fr.jalon.courriers.domaine.Modele;
import fr.jalon.ecran.CalendrierIcs.Evenement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The appointment joined to an e-mail, with what the message says the day it leaves. Its title is the object of the e-mail, no more; no link to
 * answer, which opens without an account: calendars are shared in families.
 */
@Component
class RendezVousJoint {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Modeles modeles;
  private final Clock horloge;

  RendezVousJoint(Modeles modeles, Clock horloge) {
    this.modeles = modeles;
    this.horloge = horloge;
  }

  /** As it is kept. @param dit when it was said, which a message sent again does not change: what was said since stays the last said */
  private record Garde(String numero, LocalDateTime debut, LocalDateTime fin, boolean annule, OffsetDateTime dit) {}

  /** What is kept with the message. */
  static String garder(DansLAgenda a, OffsetDateTime dit) {
    return JSON.writeValueAsString(new Garde(a.numero(), a.debut(), a.fin(), a.annule(), dit));
  }

  /** @param l a message: {@code modele, objet, valeurs, agenda}. @return {@code null} when it joins nothing */
  Evenement de(ResultSet l) throws SQLException {
    if (l.getString("agenda") == null) {
      return null;
    }
    Garde a = JSON.readValue(l.getString("agenda"), Garde.class);
    Map<String, String> valeurs = JSON.readValue(l.getString("valeurs"), new TypeReference<Map<String, String>>() { });
    Modele modele = modeles.modele(l.getString("modele"));
    return new Evenement(a.numero(), l.getString("objet"), modele.phrase("agenda_lieu", valeurs), modele.phrase("agenda", valeurs), null,
        a.debut().atZone(horloge.getZone()).toInstant(), a.fin().atZone(horloge.getZone()).toInstant(), a.annule(),
        a.dit().toInstant());
  }
}
