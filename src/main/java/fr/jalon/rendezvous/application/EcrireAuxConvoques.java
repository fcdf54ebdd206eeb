package fr.jalon.rendezvous.application;

import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Demande;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the persons of a session are told, and when: the convocation, two reminders, a change, a cancellation. */
@Component
class EcrireAuxConvoques {
  static final String CONVOCATION = "CONVOCATION_INFORMATION_COLLECTIVE";
  static final String RAPPEL = "RAPPEL_RENDEZ_VOUS";
  static final String CHANGEMENT = "CHANGEMENT_INFORMATION_COLLECTIVE";
  static final String ANNULATION = "ANNULATION_INFORMATION_COLLECTIVE";
  private final Courriers courriers;
  private final MessagesDeRendezVous messages;

  EcrireAuxConvoques(Courriers courriers, MessagesDeRendezVous messages) {
    this.courriers = courriers;
    this.messages = messages;
  }

  /**
   * A message to write. @param code in clear, {@code null} when it cannot be answered; @param confirmee true when she said she comes, and is not
   * asked again
   */
  record Destinataire(long convocationId, long personneId, SessionsTenues.Session session, String code, boolean confirmee) {
    /** One who is asked. */
    Destinataire(long convocationId, long personneId, SessionsTenues.Session session, String code) {
      this(convocationId, personneId, session, code, false);
    }
  }

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
    LocalDate aujourdhui = messages.aujourdhui();
    courriers.ecrire(destinataires.stream().map(d ->
        new Demande(ANNULATION, d.personneId(), d.convocationId(), aujourdhui, valeurs(d), MessagesDeRendezVous.TOUS)).toList());
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
    LocalDate aujourdhui = messages.aujourdhui();
    Set<Long> joignables = messages.joignables(destinataires.stream().map(Destinataire::personneId).toList());
    List<Demande> demandes = new ArrayList<>(destinataires.size() * 3);
    for (Destinataire d : destinataires) {
      Map<String, String> valeurs = valeurs(d);
      demandes.add(new Demande(modele, d.personneId(), d.convocationId(), aujourdhui, valeurs, MessagesDeRendezVous.TOUS));
      if (joignables.contains(d.personneId())) {
        demandes.addAll(messages.rappels(RAPPEL, d.personneId(), d.convocationId(), d.session().ouverte().jour(), valeurs));
      }
    }
    courriers.ecrire(demandes);
  }

  private Map<String, String> valeurs(Destinataire d) {
    SessionsTenues.Session s = d.session();
    Map<String, String> valeurs = MessagesDeRendezVous.quandEtOu(s.ouverte().jour(), s.ouverte().debut(), s.fin(), s.ou());
    valeurs.put("code", d.code() == null ? "" : d.code());
    Optional<String> lien = Optional.ofNullable(d.code()).flatMap(messages::lien);
    valeurs.put("repondre", courriers.phrase(CONVOCATION,
        (d.confirmee() ? "deja_confirmee_" : "repondre_") + (lien.isPresent() ? "par_lien" : "par_telephone"),
        Map.of("lien", lien.orElse(""))));
    return valeurs;
  }
}
