package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for another pathway or another organisation: the référent, the person, or the review of the parcours social. */
@Service
public class DemanderReorientation {
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private final RegistreDesReorientations reorientations;
  private final RegistreDesSuivis suivis;
  private final Echeances echeances;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  DemanderReorientation(RegistreDesReorientations reorientations, RegistreDesSuivis suivis, Echeances echeances,
      Parametres parametres, Journal journal,
      Clock horloge) {
    this.reorientations = reorientations;
    this.suivis = suivis;
    this.echeances = echeances;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * @return id of the request; its answer is due within {@code orientation.reorientation_delai}
   * @throws RefusMetier without a follow-up to change, or when one waits already: the second agent is told who asked and why
   */
  @Transactional
  public long executer(NouvelleDemande demande) {
    demande.verifier(LocalDate.now(horloge));
    return executer(demande, null);
  }

  /** The same as a part of a portfolio that changes organisation: checked as a whole already. */
  long executer(NouvelleDemande demande, Long transfert) {
    Suivi suivi = suivis.ouvert(demande.personneId())
        .orElseThrow(() -> new RefusMetier("SANS_SUIVI",
        "Cette personne n'a pas de suivi ouvert : il n'y a rien à réorienter. Enregistrez une orientation."));
    new Fautes().exiger(!demande.demandeeLe().isBefore(suivi.notifieLe()), "demandeeLe", "DATE_AVANT_ORIENTATION",
        "L'orientation en cours a été notifiée le %s : la demande ne peut pas être plus ancienne.".formatted(JOUR.format(suivi.notifieLe()))).lever();
    reorientations.enAttente(demande.personneId()).ifPresent(r -> {
      throw new RefusMetier("REORIENTATION_DEJA_DEMANDEE",
          "Une réorientation est déjà demandée depuis le %s, saisie par %s. %s. Décidez celle-là, ou retirez-la."
          .formatted(JOUR.format(r.demandeeLe()), r.demandeePar(), r.pourquoi()));
    });
    long id = reorientations.creer(demande, suivi.id(), transfert);
    parametres.chercher("orientation.reorientation_delai", demande.demandeeLe()).ifPresent(v -> echeances.ouvrir(Nature.REORIENTATION,
        List.of(new Echeances.Ouverture(demande.personneId(), id, demande.demandeeLe(), null, null, demande.demandeeLe()
            .plus(v.duree()), v.reference()))));
    journal.tracer("REORIENTATION_DEMANDEE", demande.personneId(), null, demande.origine().libelle());
    return id;
  }
}
