package fr.jalon.diagnostic;

import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.ecran.CaseDExport;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The global diagnostics of many persons, as columns that a list of persons adds to its spreadsheet; health only for who reads it. */
@Component
public class DiagnosticsEnColonnes {
  private static final int COURTE = 18;
  private static final int LARGE = 40;
  private final DiagnosticGlobal diagnostics;
  private final ThemesDuDiagnostic themes;

  DiagnosticsEnColonnes(DiagnosticGlobal diagnostics, ThemesDuDiagnostic themes) {
    this.diagnostics = diagnostics;
    this.themes = themes;
  }

  /** How a person stands; made by {@link #de}, read by the columns. */
  @DonneeDeSante
  public record Point(EtatDuDiagnostic etat) {}

  /** Of these persons that day, in two queries; each has one, empty when nothing was found. */
  public Map<Long, Point> de(Collection<Long> personnes, LocalDate jour) {
    return diagnostics.au(personnes, jour).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> new Point(e.getValue())));
  }

  /** The day it was last brought up to date, the level of each theme, the freins open, then what she has and wants. @param sante she reads SANTE */
  public List<Colonne<Point>> colonnes(LocalDate jour, boolean sante) {
    Themes tous = themes.au(jour);
    List<Rubrique> lues = tous.rubriques().stream().filter(r -> !r.bilan() && (sante || !r.sante())).toList();
    List<Colonne<Point>> colonnes = new ArrayList<>();
    colonnes.add(new Colonne<>("Diagnostic mis à jour le", COURTE, p -> p.etat().constats().values().stream()
        .map(EtatDuDiagnostic.Constat::le).max(LocalDate::compareTo).orElse(null)));
    lues.stream().filter(Rubrique::theme).forEach(t -> colonnes.add(new Colonne<>(t.libelle(), COURTE,
        p -> p.etat().reponses(t.code()).a(Rubrique.NIVEAU) == null ? null : p.etat().enMots(t))));
    colonnes.add(new Colonne<>("Freins ouverts", LARGE, p -> p.etat().freinsOuverts().stream()
        .map(f -> tous.rubrique(f.theme()).map(Rubrique::libelle).orElse(f.theme())).collect(Collectors.joining(", "))));
    lues.stream().filter(r -> !r.theme()).forEach(r -> r.champs().forEach(c -> colonnes.add(new Colonne<>(c.libelle(), LARGE,
        p -> valeur(c, p.etat().reponses(r.code()).a(c.code()))))));
    return colonnes;
  }

  private static Object valeur(Rubrique.Champ champ, String reponse) {
    return reponse == null ? null : champ.genre() == Rubrique.Genre.NOMBRE && champ.connait(reponse) ? (Object) Integer.valueOf(reponse)
        : CaseDExport.sansNir(champ.enClair(reponse));
  }
}
