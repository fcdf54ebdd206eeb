package fr.jalon.courriers.application;

import fr.jalon.courriers.DansLAgenda;
import fr.jalon.courriers.domaine.Modele;
import fr.jalon.ecran.CalendrierIcs.Evenement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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

  /** @param l a message: {@code modele, objet, valeurs, agenda, ecrit_le}. @return {@code null} when it joins nothing */
  Evenement de(ResultSet l) throws SQLException {
    if (l.getString("agenda") == null) {
      return null;
    }
    DansLAgenda a = JSON.readValue(l.getString("agenda"), DansLAgenda.class);
    Map<String, String> valeurs = JSON.readValue(l.getString("valeurs"), new TypeReference<Map<String, String>>() { });
    Modele modele = modeles.modele(l.getString("modele"));
    return new Evenement(a.numero(), l.getString("objet"), modele.phrase("agenda_lieu", valeurs), modele.phrase("agenda", valeurs), null,
        a.debut().atZone(horloge.getZone()).toInstant(), a.fin().atZone(horloge.getZone()).toInstant(), a.annule(),
        l.getObject("ecrit_le", OffsetDateTime.class).toInstant());
  }
}
