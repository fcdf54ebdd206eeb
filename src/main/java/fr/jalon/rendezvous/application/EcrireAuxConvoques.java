package fr.jalon.rendezvous.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Demande;
import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.domaine.Heures;
import fr.jalon.rendezvous.domaine.Piece;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the persons of a session are told, and when: the convocation, two reminders, a change, a cancellation. */
@Component
class EcrireAuxConvoques {
  static final String CONVOCATION = "CONVOCATION_INFORMATION_COLLECTIVE";
  static final String RAPPEL = "RAPPEL_RENDEZ_VOUS";
  static final String CHANGEMENT = "CHANGEMENT_INFORMATION_COLLECTIVE";
  static final String ANNULATION = "ANNULATION_INFORMATION_COLLECTIVE";
  private static final Set<Canal> TOUS = EnumSet.allOf(Canal.class);
  private static final Set<Canal> RAPIDES = EnumSet.of(Canal.SMS, Canal.COURRIEL);
  private final JdbcClient base;
  private final Courriers courriers;
  private final Parametres parametres;
  private final Clock horloge;
  private final String adressePublique;

  EcrireAuxConvoques(JdbcClient base, Courriers courriers, Parametres parametres, Clock horloge, @Value("${jalon.adresse-publique:}") String adressePublique) {
    this.base = base;
    this.courriers = courriers;
    this.parametres = parametres;
    this.horloge = horloge;
    this.adressePublique = adressePublique.replaceAll("/+$", "");
  }

  /** A message to write. @param code in clear, {@code null} when it cannot be answered */
  record Destinataire(long convocationId, long personneId, SessionsTenues.Session session, String code) {}

  /** Convokes: letter, SMS and e-mail now, reminders later. */
  void convoquer(List<Destinataire> destinataires) {
    ecrire(CONVOCATION, destinataires);
  }

  /** Tells that the session moved: what was said before no longer holds. */
  void deplacer(List<Destinataire> destinataires) {
    taire(destinataires.stream().map(Destinataire::convocationId).toList());
    ecrire(CHANGEMENT, destinataires);
  }

  /** Tells that the session will not take place. */
  void annuler(List<Destinataire> destinataires) {
    taire(destinataires.stream().map(Destinataire::convocationId).toList());
    LocalDate aujourdhui = LocalDate.now(horloge);
    courriers.ecrire(destinataires.stream().map(d -> new Demande(ANNULATION, d.personneId(), d.convocationId(), aujourdhui, valeurs(d), TOUS)).toList());
  }

  /** Reminders and convocations that have not left yet no longer leave. */
  void taire(Collection<Long> convocations) {
    if (!convocations.isEmpty()) {
      courriers.abandonner(RAPPEL, convocations);
      courriers.abandonner(CONVOCATION, convocations);
      courriers.abandonner(CHANGEMENT, convocations);
    }
  }

  private void ecrire(String modele, List<Destinataire> destinataires) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Set<Long> joignables = joignables(destinataires.stream().map(Destinataire::personneId).toList());
    List<Demande> demandes = new ArrayList<>(destinataires.size() * 3);
    for (Destinataire d : destinataires) {
      Map<String, String> valeurs = valeurs(d);
      demandes.add(new Demande(modele, d.personneId(), d.convocationId(), aujourdhui, valeurs, TOUS));
      for (String rappel : List.of("premier_rappel_jours", "second_rappel_jours")) {
        LocalDate le = d.session().ouverte().jour().minusDays(parametres.jours("rendezvous." + rappel, aujourdhui));
        if (le.isAfter(aujourdhui) && joignables.contains(d.personneId())) {
          demandes.add(new Demande(RAPPEL, d.personneId(), d.convocationId(), le, valeurs, RAPIDES));
        }
      }
    }
    courriers.ecrire(demandes);
  }

  /** Those whom a SMS or an e-mail reaches: a reminder to the others would wait for an address for nothing. */
  private Set<Long> joignables(List<Long> personnes) {
    return Set.copyOf(base.sql("select id from allocataires.personne where id = any(:ids::bigint[]) and (telephone is not null or courriel is not null)")
        .param("ids", RegistreDesConvocations.tableau(personnes)).query(Long.class).list());
  }

  private Map<String, String> valeurs(Destinataire d) {
    SessionsTenues.Session s = d.session();
    Map<String, String> valeurs = new HashMap<>();
    valeurs.put("jour", Heures.jour(s.ouverte().jour()));
    valeurs.put("heure", Heures.heure(s.ouverte().debut()));
    valeurs.put("fin", Heures.heure(s.fin()));
    valeurs.put("lieu", s.ouverte().lieu());
    valeurs.put("adresse_du_lieu", s.adresse());
    valeurs.put("acces", s.accessible() ? "Le lieu est accessible en fauteuil roulant." : "Le lieu n'est pas accessible en fauteuil roulant. Appelez-nous si vous en avez besoin.");
    valeurs.put("telephone_du_lieu", s.telephone());
    valeurs.put("pieces", Piece.toutes());
    valeurs.put("code", d.code() == null ? "" : d.code());
    valeurs.put("repondre", d.code() == null || adressePublique.isEmpty() ? "Répondez par téléphone." : "Répondez ici : %s/r/%s".formatted(adressePublique, d.code()));
    return valeurs;
  }
}
