package fr.jalon.rendezvous.application;

import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.domaine.EtatSession;
import fr.jalon.rendezvous.domaine.LieuDit;
import fr.jalon.rendezvous.domaine.PoidsDesSessions;
import fr.jalon.rendezvous.domaine.SessionOuverte;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions as they stand when an act is done on them, places counted for everyone. Called inside a transaction. */
@Component
class SessionsTenues {
  private static final String SESSIONS = """
      select s.id, s.territoire_id, s.jour, s.debut, s.fin, s.etat, s.capacite, l.id as lieu_id, l.nom as lieu, l.adresse, l.code_postal, l.commune,
        k.nom as nom_commune, l.telephone, l.accessible, s.langues, coalesce(r.prises, 0) as prises, coalesce(r.attente, 0) as attente
      from rendezvous.session s join rendezvous.lieu l on l.id = s.lieu_id join structures.commune k on k.code = l.commune
      left join rendezvous.remplissage(:ids::bigint[]) r on r.session_id = s.id where s.id = any(:ids::bigint[]) order by s.jour, s.debut, s.id""";
  private static final RowMapper<Session> SESSION = (l, _) -> new Session(new SessionOuverte(l.getLong("id"), l.getInt("territoire_id"),
      l.getObject("jour", LocalDate.class), l.getObject("debut", LocalTime.class), l.getString("lieu"), l.getString("commune"),
      l.getString("nom_commune"),
      l.getInt("capacite"), l.getInt("prises"), l.getInt("attente")), EtatSession.valueOf(l.getString("etat")), l.getObject("fin", LocalTime.class),
      l.getInt("lieu_id"), LieuDit.de(l.getString("lieu"), l.getString("adresse"), l.getString("code_postal"), l.getString("nom_commune"),
      l.getBoolean("accessible"),
          l.getString("telephone")), l.getString("langues"));
  private final JdbcClient base;
  private final Parametres parametres;

  SessionsTenues(JdbcClient base, Parametres parametres) {
    this.base = base;
    this.parametres = parametres;
  }

  /** A session and what its messages say of it. */
  record Session(SessionOuverte ouverte, EtatSession etat, LocalTime fin, int lieuId, LieuDit ou, String langues) {
    long id() {
      return ouverte.id();
    }

    /** True when it is over, or its day is not today or later. */
    boolean passee(LocalDate aujourdhui) {
      return ouverte.jour().isBefore(aujourdhui);
    }
  }

  /** By id. */
  Map<Long, Session> lire(Collection<Long> ids) {
    Map<Long, Session> parId = new HashMap<>();
    base.sql(SESSIONS).param("ids", RegistreDesConvocations.tableau(ids)).query(SESSION).list().forEach(s -> parId.put(s.id(), s));
    return parId;
  }

  /** One. @throws RefusMetier when it does not exist */
  Session lire(long id) {
    return lire(List.of(id)).values().stream().findFirst()
        .orElseThrow(() -> new RefusMetier("SESSION_INCONNUE", "Cette session n'existe pas. Revenez à la liste des sessions."));
  }

  /** Those that may be proposed today: announced early enough, and not too far. */
  List<SessionOuverte> aProposer(LocalDate aujourdhui) {
    List<Long> ids = base.sql("select id from rendezvous.session where etat = 'PREVUE' and jour between :de and :a order by jour, debut, id")
        .param("de", aujourdhui.plusDays(parametres.jours("rendezvous.prevenance_jours", aujourdhui)))
        .param("a", aujourdhui.plusDays(parametres.jours("rendezvous.horizon_jours", aujourdhui))).query(Long.class).list();
    Map<Long, Session> parId = lire(ids);
    return ids.stream().map(id -> parId.get(id).ouverte()).toList();
  }

  /** The weights of the Département today. */
  PoidsDesSessions poids(LocalDate au) {
    return new PoidsDesSessions(entier("poids_distance", au), entier("poids_attente", au), entier("poids_limite", au),
        entier("distance_plafond_km", au),
        parametres.jours("rendezvous.horizon_jours", au));
  }

  private int entier(String cle, LocalDate au) {
    return parametres.valeur("rendezvous." + cle, au).entier();
  }
}
