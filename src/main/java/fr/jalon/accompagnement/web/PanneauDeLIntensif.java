package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.application.SortirDIntensif;
import fr.jalon.accompagnement.domaine.EtatIntensif;
import fr.jalon.accompagnement.lecture.EntreesIntensives;
import fr.jalon.accompagnement.lecture.EntreesIntensives.Entree;
import fr.jalon.accompagnement.lecture.FiltresDuPortefeuille;
import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What the dossier says of the intensive portfolios she is or was in, and what is to settle there. */
@Component
public class PanneauDeLIntensif implements PanneauDossier {
  private static final int ORDRE = 55;
  private final EntreesIntensives entrees;
  private final SortirDIntensif sortir;
  private final Regard regard;
  private final Clock horloge;

  PanneauDeLIntensif(EntreesIntensives entrees, SortirDIntensif sortir, Regard regard, Clock horloge) {
    this.entrees = entrees;
    this.sortir = sortir;
    this.regard = regard;
    this.horloge = horloge;
  }

  /**
   * @param au        the day looked at
   * @param permis    true for the accounts whose entries this agent may take back
   * @param agissable true when the dossier is read today by somebody who follows persons
   */
  public record Modele(long personneId, List<Entree> entrees, LocalDate au, Predicate<String> permis, boolean agissable) {
    /** True when this agent may say that the entry was a mistake. */
    public boolean peutAnnuler(Entree e) {
      return agissable && e.etat() != EtatIntensif.ANNULEE && permis.test(e.saisiPar());
    }

    /** True when this agent may say that the leave was a mistake. */
    public boolean peutRevenir(Entree e) {
      return agissable && e.etat() == EtatIntensif.SORTIE && permis.test(e.sortiePar());
    }

    /** Address of the portfolio. */
    public String portefeuille(Entree e) {
      return new FiltresDuPortefeuille(null, e.referentId(), null, 1).adresse().toString();
    }

    /** True when it was left on the day looked at. */
    public boolean sortie(Entree e) {
      return e.etat() == EtatIntensif.SORTIE && !e.sortiLe().isAfter(au);
    }

    /** As it was on that day. */
    public EtatIntensif etat(Entree e) {
      return e.etat() == EtatIntensif.SORTIE && !sortie(e) ? EtatIntensif.EN_COURS : e.etat();
    }
  }

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("INTENSIF");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    List<Entree> siennes = entrees.de(personneId).stream().filter(e -> !e.entreLe().isAfter(au)).toList();
    return siennes.isEmpty() ? Optional.empty() : Optional.of(new Panneau("Portefeuille intensif", "speedometer2", ORDRE,
        "accompagnement/panneau-intensif",
        new Modele(personneId, siennes, au, sortir::permis, regard.peut("ACCOMPAGNEMENT") && !au.isBefore(LocalDate.now(horloge)))));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    for (EntreesIntensives.ARegler e : entrees.aRegler(personnes, LocalDate.now(horloge))) {
      pas.put(e.personneId(), List.of(PasDuDossier.aFaire("INTENSIF_A_REGLER", Rang.HABITUDE, PartieDuDossier.PARCOURS, null,
          "Portefeuille intensif à régler", "%s : elle est encore notée dans celui de %s, depuis le %s".formatted(e.enClair(), e.referent(),
              Francais.longue(e.entreLe())))
          .avec(regard.peut("ACCOMPAGNEMENT"), "Dire qu'elle en sort", new FiltresDuPortefeuille(FiltresDuPortefeuille.Onglet.A_REGLER,
              e.referentId(), null,
              1).adresse().toString())));
    }
    return pas;
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    List<EvenementDuFil> evenements = new ArrayList<>();
    for (Entree e : entrees.de(personneId)) {
      if (e.etat() == EtatIntensif.SORTIE && !e.sortiLe().isAfter(au)) {
        evenements.add(new EvenementDuFil(e.sortiLe(), EvenementDuFil.Theme.SUIVI, "Sort du portefeuille intensif de " + e.referent(),
            e.sortieMotif().libelle() + (e.sortiePrecision().isEmpty() ? "" : " : " + e.sortiePrecision()), "Noté par " + e.sortieAuteur()));
      }
      if (e.etat() != EtatIntensif.ANNULEE && !e.entreLe().isAfter(au)) {
        evenements.add(new EvenementDuFil(e.entreLe(), EvenementDuFil.Theme.SUIVI, "Entre dans le portefeuille intensif de " + e.referent(),
            e.raison(),
            "Noté par " + e.auteur()));
      }
    }
    return evenements;
  }
}
