package fr.jalon.rendezvous.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.allocataires.PasDuDossier;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier of a person says of her appointments: the one to come, those she came to or missed, the papers missing. */
@Component
public class PanneauDesRendezVous implements PanneauDossier {
  private static final String RENDEZ_VOUS = "RENDEZ_VOUS";
  private static final String PRESENCE_A_NOTER = "PRESENCE_A_NOTER";
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
  public record Modele(long personneId, Convoquee enCours,
      List<Convoquee> anciennes, int absences, Recue entretien, List<Recue> recus, boolean lisible,
      boolean agissable) {
    /** Where « Convoquer » leads. */
    public String convoquer() {
      return "/nouveaux-entrants/convocation?personne=" + personneId + "&retour=" + PartieDuDossier.ECHANGES.adresse(personneId);
    }
  }

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.ECHANGES;
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
        individuels.stream().filter(e -> e.etat().enCours()).findFirst().orElse(null), individuels.stream().filter(e -> !e.etat().enCours()).toList(),
        regard.peut("RENDEZ_VOUS"), agit)));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    boolean note = regard.peut("RENDEZ_VOUS");
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    rendezVous.enCours(personnes).forEach((id, ses) -> ses.forEach(c -> pas.computeIfAbsent(id, _ -> new ArrayList<>())
        .add(convocation(c, note, aujourdhui))));
    entretiens.enCours(personnes).forEach((id, ses) -> ses.forEach(e -> pas.computeIfAbsent(id, _ -> new ArrayList<>())
        .add(entretien(e, aujourdhui).avec(note, e.jour() != null && e.jour().isBefore(aujourdhui) ? "Noter" : "Voir",
            "/agenda/entretiens/" + e.id()))));
    return pas;
  }

  private static PasDuDossier convocation(Convoquee c, boolean note, LocalDate aujourdhui) {
    return c.jour().isBefore(aujourdhui)
        ? PasDuDossier.aFaire(PRESENCE_A_NOTER, Rang.HABITUDE, PartieDuDossier.ECHANGES, c.jour(),
        "Information collective du " + Francais.longue(c.jour()) + " : dire si la personne est venue", lieu(c.lieu(), c.commune()))
            .avec(note, "Faire l'appel", "/informations-collectives/" + c.sessionId() + "/presence")
        : PasDuDossier.prevu(RENDEZ_VOUS, PartieDuDossier.ECHANGES, c.jour(),
        "Information collective le " + Heures.jour(c.jour()) + " à " + Heures.heure(c.debut()),
            lieu(c.lieu(), c.commune()) + ", " + c.etat().libelle().toLowerCase(Locale.FRENCH))
                .avec(note, "Voir la session", "/informations-collectives/" + c.sessionId());
  }

  private static PasDuDossier entretien(Recue e, LocalDate aujourdhui) {
    if (e.jour() == null) {
      return PasDuDossier.prevu(RENDEZ_VOUS, PartieDuDossier.ECHANGES, e.choisirAvant(),
          "Invitation à choisir un rendez-vous avant le " + Francais.longue(e.choisirAvant()), null);
    }
    return e.jour().isBefore(aujourdhui)
        ? PasDuDossier.aFaire(PRESENCE_A_NOTER, Rang.HABITUDE, PartieDuDossier.ECHANGES, e.jour(),
        "Rendez-vous du " + Francais.longue(e.jour()) + " : dire si la personne est venue", "avec " + e.agent())
        : PasDuDossier.prevu(RENDEZ_VOUS, PartieDuDossier.ECHANGES, e.jour(),
        "Rendez-vous le " + Heures.jour(e.jour()) + (e.debut() == null ? "" : " à " + Heures.heure(e.debut())),
            "avec " + e.agent() + (e.lieu() == null ? "" : ", " + lieu(e.lieu(), e.commune())));
  }

  private static String lieu(String lieu, String commune) {
    return lieu + ", " + commune;
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    List<EvenementDuFil> fil = new ArrayList<>(rendezVous.passages(personneId).stream().filter(p -> !p.le().isAfter(au))
        .map(p -> new EvenementDuFil(vrai(p.vers().pointee(), p.jour(), p.le()), EvenementDuFil.Theme.SUIVI,
        "Information collective du %s %s : %s".formatted(Francais.date(p.jour()), Francais.a(p.commune()),
            p.vers() == EtatConvocation.CONVOQUEE ? p.de() == null ? "convocation" : "de nouveau sans réponse" : p.vers().libelle()
                .toLowerCase(Locale.FRENCH)),
            p.motif() == null ? null : Empechement.libelle(p.motif()), saisi(p.vers().pointee(), p.par(), p.jour(), p.le()))).toList());
    entretiens.passages(personneId).stream().filter(p -> !p.le().isAfter(au))
        .map(p -> new EvenementDuFil(vrai(p.vers().pointee(), p.jour(), p.le()), EvenementDuFil.Theme.SUIVI, "Rendez-vous individuel%s : %s"
        .formatted(p.jour() == null ? "" : " du %s%s".formatted(Francais.date(p.jour()), p.commune() == null ? "" : " " + Francais.a(p.commune())),
        p.vers().libelle().toLowerCase(Locale.FRENCH)
            + (p.quitte() == null ? "" : ", à la place du %s à %s".formatted(Francais.date(p.quitte()), Heures.heure(p.quitteA())))),
        p.motif() == null ? null : Empechement.libelle(p.motif()), saisi(p.vers().pointee(), p.par(), p.jour(), p.le()))).forEach(fil::add);
    return List.copyOf(fil);
  }

  /** A presence is true of the day of the meeting, not of the day it was typed. */
  private static LocalDate vrai(boolean pointee, LocalDate jour, LocalDate saisiLe) {
    return pointee && jour != null ? jour : saisiLe;
  }

  private static String saisi(boolean pointee, String par, LocalDate jour, LocalDate le) {
    return "Saisi par " + par + (vrai(pointee, jour, le).equals(le) ? "" : " le " + Francais.date(le));
  }
}
