package fr.jalon.engagement.web;

import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import fr.jalon.engagement.application.Heures;
import fr.jalon.engagement.domaine.DureeSaisie;
import fr.jalon.engagement.domaine.Jauge;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.engagement.lecture.HeuresDUnePersonne;
import fr.jalon.engagement.lecture.HeuresDUnePersonne.Adaptation;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier says of her hours of activity, and the two steps they make: a plan to see again, hours that lack week after week. */
@Component
public class PanneauDesHeures implements PanneauDossier {
  private static final int ORDRE = 66;
  private static final int SEMAINES = 12;
  private final HeuresDUnePersonne heures;
  private final Parametres parametres;
  private final Regard regard;
  private final Clock horloge;

  PanneauDesHeures(HeuresDUnePersonne heures, Parametres parametres, Regard regard, Clock horloge) {
    this.heures = heures;
    this.parametres = parametres;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @param jauges her weeks up to the day it is read at, the latest first; @param adaptation {@code null} when none holds that day */
  public record Modele(long personneId, List<Jauge> jauges, Adaptation adaptation, boolean agissable) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("ENGAGEMENTS");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    Adaptation adaptation = heures.adaptations(personneId, au).stream()
        .filter(a -> a.retireePar() == null && (a.finieLe() == null || !a.finieLe().isBefore(au))).findFirst().orElse(null);
    return Optional.of(new Panneau("Heures d'activité", "clock-history", ORDRE, "engagement/heures-panneau",
        new Modele(personneId, heures.semaines(personneId, Semaine.de(au), SEMAINES), adaptation, !au.isBefore(LocalDate.now(horloge)))));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    heures.aRevoir(personnes, aujourdhui.plusDays(parametres.jours(Heures.A_REVOIR, aujourdhui))).forEach(r -> ajouter(pas, r.personneId(),
        PasDuDossier.aFaire("PLAN_A_REVOIR", Rang.HABITUDE, PartieDuDossier.PARCOURS, r.aRevoirLe(),
            "Revoir ses heures avec elle avant le " + Francais.longue(r.aRevoirLe()),
            r.dispense() ? "Son plan n'a pas de durée hebdomadaire, à sa demande : est-ce toujours vrai ?"
                : "Son plan demande moins d'heures : est-ce toujours vrai ?"), "Voir ses heures"));
    int combien = parametres.valeur(Heures.MANQUANTES, aujourdhui).entier();
    heures.manquent(personnes, Semaine.de(aujourdhui).plus(-1), combien).forEach((personne, minutes) -> ajouter(pas, personne,
        PasDuDossier.aFaire("HEURES_MANQUANTES", Rang.HABITUDE, PartieDuDossier.PARCOURS, null,
            "Parler de ses heures : il en manque depuis " + Francais.compte(combien, "semaine", "semaines"),
            "Il manque " + DureeSaisie.enClair((int) Math.min(Integer.MAX_VALUE, minutes))
                + ". Rien n'en découle seul : notez celles qui sont faites, changez le plan, ou adaptez-le."), "Voir ses heures"));
    return pas;
  }

  private static void ajouter(Map<Long, List<PasDuDossier>> pas, long personne, PasDuDossier un, String bouton) {
    pas.computeIfAbsent(personne, _ -> new ArrayList<>()).add(un.avec(true, bouton, "/heures/personnes/" + personne));
  }
}
