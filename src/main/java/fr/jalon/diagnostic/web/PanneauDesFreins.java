package fr.jalon.diagnostic.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne.Action;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.diagnostic.lecture.FreinsATravailler;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.DonneeDeSante;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the dossier says of the global diagnostic: the freins at work with their level and since when, and each passage in the timeline. */
@Component
public class PanneauDesFreins implements PanneauDossier {
  private static final int ORDRE = 65;
  private final DiagnosticGlobal diagnostics;
  private final ThemesDuDiagnostic themes;
  private final ActionsDUnePersonne actions;
  private final FreinsATravailler aTravailler;
  private final Parametres parametres;
  private final Regard regard;
  private final Clock horloge;

  PanneauDesFreins(DiagnosticGlobal diagnostics, ThemesDuDiagnostic themes, ActionsDUnePersonne actions, FreinsATravailler aTravailler,
      Parametres parametres, Regard regard, Clock horloge) {
    this.diagnostics = diagnostics;
    this.themes = themes;
    this.actions = actions;
    this.aTravailler = aTravailler;
    this.parametres = parametres;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @param sante true when health is told to this agent; @param agissable true when the dossier is read today */
  @DonneeDeSante
  public record Modele(long personneId, EtatDuDiagnostic etat, Themes themes, List<Action> actions, boolean sante, boolean agissable) {
    /** Label of a theme. */
    public String libelle(String theme) {
      return PanneauDesFreins.libelle(themes, theme);
    }

    /** The actions of a theme under way. */
    public List<Action> enRoute(String theme) {
      return actions.stream().filter(a -> a.theme().equals(theme) && a.etat().ouverte()).toList();
    }

    /** The actions under way on a theme without a frein. */
    public List<Action> autres() {
      return actions.stream().filter(a -> a.etat().ouverte() && etat.freinsOuverts().stream().noneMatch(f -> f.theme().equals(a.theme()))).toList();
    }

    /** The métiers she wants, the most wished first, and the one she says in her own words; empty when none is told. */
    public String metiers() {
      Reponses projet = etat.reponses("PROJET");
      return themes.rubrique("PROJET").stream().flatMap(r -> r.champs().stream()).filter(c -> List.of("rome", "metiers").contains(c.code()))
          .filter(c -> projet.a(c.code()) != null).map(c -> c.enClair(projet.a(c.code()))).collect(Collectors.joining(" ; "));
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
        diagnostics.au(personneId, au), themes.au(au), actions.au(personneId, au), regard.peut("SANTE"), !au.isBefore(LocalDate.now(horloge)))));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    int delai = parametres.jours("diagnostic.delai_action", aujourdhui);
    int nouvelles = parametres.jours("diagnostic.nouvelles_action", aujourdhui);
    Themes referentiel = themes.au(aujourdhui);
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    aTravailler.sansAction(personnes).forEach((id, freins) -> {
      LocalDate limite = freins.getFirst().limite(delai);
      String quoi = freins.stream().map(f -> libelle(referentiel, f.theme()).toLowerCase(Locale.FRENCH)).collect(Collectors.joining(", "));
      pas.computeIfAbsent(id, _ -> new ArrayList<>()).add(PasDuDossier.aFaire("FREIN_SANS_ACTION", Rang.HABITUDE, PartieDuDossier.PARCOURS, limite,
          "Prévoir une action avant le " + Francais.longue(limite),
          (freins.size() == 1 ? "Frein ouvert sans action : " : "Freins ouverts sans action : ") + quoi)
          .avec(true, "Prévoir une action", "/diagnostic-global/" + id + "/actions?theme=" + freins.getFirst().theme()));
    });
    aTravailler.attendues(personnes).forEach((id, attendues) -> {
      LocalDate limite = attendues.getFirst().limite(nouvelles);
      pas.computeIfAbsent(id, _ -> new ArrayList<>())
          .add(PasDuDossier.aFaire("ACTION_SANS_NOUVELLES", Rang.HABITUDE, PartieDuDossier.PARCOURS, limite,
          "Prendre des nouvelles d'une action avant le " + Francais.longue(limite),
          "« %s » : dernières nouvelles le %s".formatted(attendues.getFirst().libelle(), Francais.longue(attendues.getFirst().nouvellesLe())))
          .avec(true, "Donner des nouvelles", "/diagnostic-global/" + id + "/actions"));
    });
    return pas;
  }

  private static String libelle(Themes referentiel, String theme) {
    return referentiel.rubrique(theme).map(Rubrique::libelle).orElse(theme);
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    Themes referentiel = themes.au(au);
    List<EvenementDuFil> evenements = new ArrayList<>();
    for (Action a : actions.au(personneId, au)) {
      a.nouvelles().forEach(n -> evenements.add(new EvenementDuFil(n.le(), EvenementDuFil.Theme.SUIVI,
          "Action %s : %s".formatted(n.etat().libelle().toLowerCase(Locale.FRENCH), a.libelle()), n.dit(), "Saisi par " + n.nom())));
    }
    diagnostics.passages(personneId, au).forEach(p -> evenements.add(new EvenementDuFil(p.le(), EvenementDuFil.Theme.SUIVI,
        "Frein " + (p.de() != null && p.vers() == EtatFrein.OUVERT ? "rouvert" : p.vers().libelle().toLowerCase(Locale.FRENCH)) + " : "
            + libelle(referentiel, p.theme()), p.motif(), "Saisi par " + p.par())));
    return evenements;
  }
}
