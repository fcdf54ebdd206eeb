package fr.jalon.accompagnement.lecture;

import fr.jalon.accompagnement.domaine.Blocages;
import fr.jalon.accompagnement.domaine.DiagnosticDu;
import fr.jalon.accompagnement.domaine.RythmeDuSuivi;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.parametres.Parametres;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rhythm that the Département set, on a day. */
@Component
public class LeRythme {
  private final Parametres parametres;

  LeRythme(Parametres parametres) {
    this.parametres = parametres;
  }

  /** In force that day. */
  public RythmeDuSuivi au(LocalDate jour) {
    Map<Parcours, Integer> jours = new EnumMap<>(Parcours.class);
    for (Parcours p : Parcours.values()) {
      jours.put(p, parametres.jours("accompagnement.rythme_" + p.name().toLowerCase(java.util.Locale.ROOT), jour));
    }
    return new RythmeDuSuivi(jours, parametres.jours("accompagnement.rythme_hors_rsa", jour),
        parametres.jours("accompagnement.rythme_intensif", jour),
        parametres.jours("accompagnement.suite_absence", jour), parametres.jours("accompagnement.prise_de_contact", jour),
        parametres.jours("accompagnement.rendez_vous_proche", jour));
  }

  /** When a global diagnostic is due, in force that day. */
  public DiagnosticDu diagnostic(LocalDate jour) {
    return new DiagnosticDu(parametres.jours("accompagnement.diagnostic_a_faire", jour),
        parametres.jours("accompagnement.diagnostic_a_completer", jour),
        parametres.mois("accompagnement.diagnostic_a_revoir", jour));
  }

  /** Days before its limit from which a step shows in the day. */
  public int approche(LocalDate jour) {
    return parametres.jours("accompagnement.approche", jour);
  }

  /** When a file that is reviewed says that a person is stuck. */
  public Blocages blocages(LocalDate jour) {
    return new Blocages(parametres.mois("accompagnement.sans_action", jour), parametres.mois("accompagnement.immobile", jour), longueDuree(jour));
  }

  /** Days to do what a review decided. */
  public int suiteDeRevue(LocalDate jour) {
    return parametres.jours("accompagnement.suite_revue", jour);
  }

  /** Months of RSA, that of the claim included, past which a person has been there for long. */
  public int longueDuree(LocalDate jour) {
    return parametres.mois("accompagnement.longue_duree", jour);
  }
}
