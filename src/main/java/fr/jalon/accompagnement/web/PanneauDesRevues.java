package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.domaine.DecisionDeRevue;
import fr.jalon.accompagnement.domaine.EtatRevue;
import fr.jalon.accompagnement.lecture.LeRythme;
import fr.jalon.accompagnement.lecture.Revues;
import fr.jalon.accompagnement.lecture.Revues.Decision;
import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier says of the reviews where she was spoken of, and what they decided that is still to be done. */
@Component
public class PanneauDesRevues implements PanneauDossier {
  private static final int ORDRE = 60;
  private static final int MONTREES = 6;
  private final Revues revues;
  private final LeRythme rythme;
  private final Regard regard;
  private final Clock horloge;

  PanneauDesRevues(Revues revues, LeRythme rythme, Regard regard, Clock horloge) {
    this.revues = revues;
    this.rythme = rythme;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @param agissable true when the dossier is read today */
  public record Modele(long personneId, List<Decision> decisions, boolean agissable) {
    /** True when it waits to be said done. */
    public boolean aFaire(Decision d) {
      return agissable && d.decision().aSuivre() && d.faitLe() == null && d.etat() == EtatRevue.CLOSE;
    }
  }

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("REVUES");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    List<Decision> decisions = closes(personneId, au).stream().limit(MONTREES).toList();
    return decisions.isEmpty() ? Optional.empty() : Optional.of(new Panneau("Revues de file active", "list-check", ORDRE,
        "accompagnement/panneau-revues",
        new Modele(personneId, decisions, !au.isBefore(LocalDate.now(horloge)))));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    int jours = rythme.suiteDeRevue(LocalDate.now(horloge));
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    for (Decision d : revues.aFaire(personnes)) {
      boolean demander = d.decision() == DecisionDeRevue.REORIENTATION;
      pas.put(d.personneId(), List.of(PasDuDossier.aFaire("DECIDE_EN_REVUE", Rang.HABITUDE, PartieDuDossier.PARCOURS, d.le().plusDays(jours),
          "Décidé en revue : " + d.decision().libelle().toLowerCase(Locale.FRENCH), "Revue du " + Francais.longue(d.le()) + " : " + d.pourquoi())
          .avec(true, demander ? "Demander la réorientation" : "Dire que c'est fait",
              demander ? "/reorientations/nouvelle?personne=" + d.personneId() : PartieDuDossier.PARCOURS.adresse(d.personneId()))));
    }
    return pas;
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    return closes(personneId, au).stream().map(d -> new EvenementDuFil(d.le(), EvenementDuFil.Theme.SUIVI,
        "Revue de file active : " + d.decision().libelle().toLowerCase(Locale.FRENCH), d.pourquoi().isEmpty() ? null : d.pourquoi(),
        "Noté par " + d.par())).toList();
  }

  /** Of closed reviews: what an open one decides may still change. */
  private List<Decision> closes(long personneId, LocalDate au) {
    return revues.pour(personneId).stream().filter(d -> d.etat() == EtatRevue.CLOSE && !d.le().isAfter(au)).toList();
  }
}
