package fr.jalon.rendezvous.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDesRendezVous implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("CONVOCATION", "Convocation ou réponse");
    noms.acte("PRESENCE", "Présence notée");
    noms.acte("ENTRETIEN", "Rendez-vous individuel");
    noms.acte("SESSION", "Information collective changée");
    noms.acte("LIEU", "Lieu de rendez-vous modifié");
    noms.acte("PERMANENCE", "Permanence modifiée");
    noms.ecran("Agenda", "/agenda", "/agenda/creneaux/{id}");
    noms.ecran("Rendez-vous à noter", "/agenda/a-noter");
    noms.ecran("Rendez-vous à revoir", "/agenda/a-revoir");
    noms.ecran("Rendez-vous à donner", "/agenda/personnes/{id}");
    noms.ecran("Un rendez-vous", "/agenda/entretiens/{id}");
    noms.ecran("Informations collectives", "/informations-collectives");
    noms.ecran("Une information collective", "/informations-collectives/{id}", "/informations-collectives/{id}/annuler");
    noms.ecran("Feuille d'émargement", "/informations-collectives/{id}/feuille");
    noms.ecran("Présence à une information collective", "/informations-collectives/{id}/presence",
        "/informations-collectives/{id}/presence/{convocation}");
    noms.ecran("Lien de la personne", "/r/{code}", "/r/{code}/creneau");
    noms.ecran("Agenda lu par son adresse secrète", "/calendrier/{secret}.ics");
  }
}
