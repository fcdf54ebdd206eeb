package fr.jalon.rendezvous.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Demande;
import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.domaine.Heures;
import fr.jalon.rendezvous.domaine.LieuDit;
import fr.jalon.rendezvous.domaine.Piece;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the messages of a session and of an interview have in common: when and where, the link, the reminders. */
@Component
class MessagesDeRendezVous {
  static final Set<Canal> TOUS = EnumSet.allOf(Canal.class);
  /** What reaches a telephone or a mailbox at once. */
  static final Set<Canal> RAPIDES = EnumSet.of(Canal.SMS, Canal.COURRIEL);
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;
  private final String adressePublique;

  MessagesDeRendezVous(JdbcClient base, Parametres parametres, Clock horloge, @Value("${jalon.adresse-publique:}") String adressePublique) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
    this.adressePublique = adressePublique.strip().replaceAll("/+$", "");
  }

  LocalDate aujourdhui() {
    return LocalDate.now(horloge);
  }

  /** The page of a code; empty when the instance has no public address. */
  Optional<String> lien(String code) {
    return adressePublique.isEmpty() ? Optional.empty() : Optional.of("%s/r/%s".formatted(adressePublique, code));
  }

  /** Those whom a SMS or an e-mail reaches: a reminder to the others would wait for an address for nothing. */
  Set<Long> joignables(Collection<Long> personnes) {
    return Set.copyOf(base.sql("select id from allocataires.personne where id = any(:ids::bigint[]) and (telephone is not null or courriel is not null)")
        .param("ids", RegistreDesConvocations.tableau(personnes)).query(Long.class).list());
  }

  /** The two reminders of an appointment, those whose day is still to come. */
  List<Demande> rappels(String modele, long personne, long objet, LocalDate jour, Map<String, String> valeurs) {
    LocalDate aujourdhui = aujourdhui();
    return joursDesRappels(jour).filter(le -> le.isAfter(aujourdhui)).map(le -> new Demande(modele, personne, objet, le, valeurs, RAPIDES)).toList();
  }

  /** The two days when the reminders of an appointment leave, past or not. */
  Stream<LocalDate> joursDesRappels(LocalDate jour) {
    LocalDate aujourdhui = aujourdhui();
    return Stream.of("premier_rappel_jours", "second_rappel_jours").map(r -> jour.minusDays(parametres.jours("rendezvous." + r, aujourdhui)));
  }

  /** When and where, and the papers to bring; a map to complete. */
  static Map<String, String> quandEtOu(LocalDate jour, LocalTime debut, LocalTime fin, LieuDit ou) {
    Map<String, String> valeurs = new HashMap<>(ou.valeurs());
    valeurs.put("jour", Heures.jour(jour));
    valeurs.put("heure", Heures.heure(debut));
    valeurs.put("fin", Heures.heure(fin));
    valeurs.put("pieces", Piece.toutes());
    return valeurs;
  }
}
