package fr.jalon.rendezvous.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.Heures;
import fr.jalon.rendezvous.lecture.EntretiensDUnePersonne;
import fr.jalon.rendezvous.lecture.EntretiensDUnePersonne.Recue;
import fr.jalon.rendezvous.lecture.RendezVousDUnePersonne;
import fr.jalon.rendezvous.lecture.RendezVousDUnePersonne.Convoquee;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier of a person says of her appointments: the one to come, those she came to or missed, the papers missing. */
@Component
public class PanneauDesRendezVous implements PanneauDossier {
  private final RendezVousDUnePersonne rendezVous;
  private final EntretiensDUnePersonne entretiens;
  private final Regard regard;
  private final Clock horloge;

  PanneauDesRendezVous(RendezVousDUnePersonne rendezVous, EntretiensDUnePersonne entretiens, Regard regard, Clock horloge) {
    this.rendezVous = rendezVous;
    this.entretiens = entretiens;
    this.regard = regard;
    this.horloge = horloge;
  }

  /**
   * @param enCours   the convocation that runs, or {@code null}
   * @param anciennes the others, the latest first
   * @param entretien the interview, or the invitation to choose one, that runs; or {@code null}
   * @param recus     the other interviews, the latest first
   * @param agissable true when the agent may convoke and the dossier is read today
   */
  public record Modele(long personneId, Convoquee enCours, List<Convoquee> anciennes, int absences, Recue entretien, List<Recue> recus, boolean lisible,
      boolean agissable) {
    /** Where « Convoquer » leads. */
    public String convoquer() {
      return "/nouveaux-entrants/convocation?personne=" + personneId + "&retour=/dossier/" + personneId;
    }
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    boolean present = !au.isBefore(LocalDate.now(horloge));
    List<Convoquee> toutes = rendezVous.convocations(personneId, au);
    boolean agit = present && regard.peut("RENDEZ_VOUS");
    List<Recue> individuels = entretiens.tous(personneId, au);
    if (toutes.isEmpty() && individuels.isEmpty() && !agit) {
      return Optional.empty();
    }
    Convoquee enCours = toutes.stream().filter(c -> c.etat().enCours()).findFirst().orElse(null);
    return Optional.of(new Panneau("Rendez-vous", "calendar-check", 55, "rendezvous/panneau", new Modele(personneId, enCours,
        toutes.stream().filter(c -> !c.etat().enCours()).toList(), rendezVous.absences(personneId, au),
        individuels.stream().filter(e -> e.etat().enCours()).findFirst().orElse(null), individuels.stream().filter(e -> !e.etat().enCours()).toList(), regard.peut("RENDEZ_VOUS"), agit)));
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    List<EvenementDuFil> fil = new ArrayList<>(rendezVous.passages(personneId).stream().filter(p -> !p.le().isAfter(au))
        .map(p -> new EvenementDuFil(p.le(), EvenementDuFil.Theme.SUIVI, "Information collective du %s %s : %s".formatted(Francais.date(p.jour()), Francais.a(p.commune()),
            p.vers() == EtatConvocation.CONVOQUEE ? p.de() == null ? "convocation" : "de nouveau sans réponse" : p.vers().libelle().toLowerCase(java.util.Locale.FRENCH)),
            p.motif() == null ? null : Empechement.libelle(p.motif()), "Saisi par " + p.par())).toList());
    entretiens.passages(personneId).stream().filter(p -> !p.le().isAfter(au)).map(p -> new EvenementDuFil(p.le(), EvenementDuFil.Theme.SUIVI, "Rendez-vous individuel%s : %s"
        .formatted(p.jour() == null ? "" : " du %s%s".formatted(Francais.date(p.jour()), p.commune() == null ? "" : " " + Francais.a(p.commune())), p.vers().libelle().toLowerCase(java.util.Locale.FRENCH)
            + (p.quitte() == null ? "" : ", à la place du %s à %s".formatted(Francais.date(p.quitte()), Heures.heure(p.quitteA())))),
        p.motif() == null ? null : Empechement.libelle(p.motif()), "Saisi par " + p.par())).forEach(fil::add);
    return List.copyOf(fil);
  }
}
