package fr.jalon.sorties.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import fr.jalon.sorties.domaine.EtatSortie;
import fr.jalon.sorties.lecture.SortieDUnePersonne;
import fr.jalon.sorties.lecture.SortiesDUnePersonne;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier says of her exits, her returns to work and the calls after them. */
@Component
public class PanneauDesSorties implements PanneauDossier {
  private static final int ORDRE = 68;
  private final SortiesDUnePersonne sorties;
  private final PasDesSorties pas;
  private final Regard regard;
  private final Clock horloge;

  PanneauDesSorties(SortiesDUnePersonne sorties, PasDesSorties pas, Regard regard, Clock horloge) {
    this.sorties = sorties;
    this.pas = pas;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @param agissable true when the dossier is read today by who may write; @param simule true when she may simulate a job */
  public record Modele(long personneId, List<SortieDUnePersonne> sorties, boolean agissable, boolean simule) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("SORTIES");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    return Optional.of(new Panneau("Sortie et emploi", "box-arrow-up-right", ORDRE, "sorties/panneau", new Modele(personneId, sorties.au(personneId,
        au),
        !au.isBefore(LocalDate.now(horloge)) && regard.peut("RAPPELS"), regard.peut("SIMULATIONS"))));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    return pas.de(personnes, regard.peut("RAPPELS"));
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    List<EvenementDuFil> evenements = new ArrayList<>();
    sorties.au(personneId, au).forEach(s -> {
      if (s.retourLe() != null) {
        evenements.add(new EvenementDuFil(s.retourLe(), EvenementDuFil.Theme.SUIVI, "De nouveau au RSA", "D'après le fichier de la caisse", null));
      }
      s.rappels().stream().filter(r -> r.reponse() != null).forEach(r -> evenements.add(new EvenementDuFil(r.reponduLe(), EvenementDuFil.Theme.SUIVI,
          "Nouvelles " + r.quand() + " : " + r.reponse().libelle().toLowerCase(java.util.Locale.FRENCH), null, "Noté par " + r.par())));
      if (s.etat() == EtatSortie.CONFIRMEE) {
        evenements.add(new EvenementDuFil(s.dite().le(), EvenementDuFil.Theme.SUIVI, titre(s),
            s.fermeeLe() == null ? null : "Droit fermé le " + Francais.longue(s.fermeeLe()), "Dit par " + s.dite().source().libelle()
                + ", saisi par " + s.par()));
      }
    });
    return evenements;
  }

  private static String titre(SortieDUnePersonne s) {
    String raison = s.dite().raison().libelle();
    return s.dite().raison().seRappelle() ? "Reprise : " + raison.substring(0, 1).toLowerCase(java.util.Locale.FRENCH) + raison.substring(1)
        + (s.dite().poste().contrat() == null ? "" : ", " + s.dite().poste().contrat().libelle()) : "Sortie du RSA : " + raison;
  }
}
