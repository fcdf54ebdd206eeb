package fr.jalon.diagnostic.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.ecran.Regard;
import fr.jalon.socle.DonneeDeSante;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier says of the global diagnostic: the freins at work with their level and since when, and each passage in the timeline. */
@Component
public class PanneauDesFreins implements PanneauDossier {
  private static final int ORDRE = 65;
  private final DiagnosticGlobal diagnostics;
  private final ThemesDuDiagnostic themes;
  private final Regard regard;
  private final Clock horloge;

  PanneauDesFreins(DiagnosticGlobal diagnostics, ThemesDuDiagnostic themes, Regard regard, Clock horloge) {
    this.diagnostics = diagnostics;
    this.themes = themes;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @param sante true when health is told to this agent; @param agissable true when the dossier is read today */
  @DonneeDeSante
  public record Modele(long personneId, EtatDuDiagnostic etat, Themes themes, boolean sante, boolean agissable) {
    /** Label of a theme. */
    public String libelle(String theme) {
      return themes.rubrique(theme).map(Rubrique::libelle).orElse(theme);
    }

    /** How it stands. */
    public String enMots(String theme) {
      return themes.rubrique(theme).map(etat::enMots).orElse("");
    }
  }

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("DIAGNOSTICS");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    return Optional.of(new Panneau("Diagnostic global", "list-check", ORDRE, "diagnostic/panneau-freins", new Modele(personneId,
        diagnostics.au(personneId, au), themes.au(au), regard.peut("SANTE"), !au.isBefore(LocalDate.now(horloge)))));
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    Themes referentiel = themes.au(au);
    return diagnostics.passages(personneId, au).stream().map(p -> new EvenementDuFil(p.le(), EvenementDuFil.Theme.SUIVI,
        "Frein " + (p.de() != null && p.vers() == EtatFrein.OUVERT ? "rouvert" : p.vers().libelle().toLowerCase(Locale.FRENCH)) + " : "
            + referentiel.rubrique(p.theme()).map(Rubrique::libelle).orElse(p.theme()),
        p.motif(), "Saisi par " + p.par())).toList();
  }
}
