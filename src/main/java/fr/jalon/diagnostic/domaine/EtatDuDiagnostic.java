package fr.jalon.diagnostic.domaine;

import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The global diagnostic of a person at a day.
 *
 * @param constats the last word on each part, by code
 * @param freins   the last frein of each theme, by code, lifted ones included
 */
@DonneeDeSante
public record EtatDuDiagnostic(LocalDate au, Map<String, Constat> constats, Map<String, Frein> freins) {
  /** What was found that day. @param saisiPar name of the agent */
  public record Constat(long id, String rubrique, Reponses reponses, LocalDate le, String saisiPar, OffsetDateTime saisiLe) {}

  /** A frein. @param depuis first day of its state; @param ouvertLe day it was last opened */
  public record Frein(long id, String theme, EtatFrein etat, LocalDate depuis, LocalDate ouvertLe) {
    /** True while it is worked on. */
    public boolean ouvert() {
      return etat != EtatFrein.LEVE;
    }
  }

  /** Nothing said of this part. */
  public Reponses reponses(String rubrique) {
    return constats.containsKey(rubrique) ? constats.get(rubrique).reponses() : Reponses.AUCUNE;
  }

  /** The freins at work, heaviest first. */
  public List<Frein> freinsOuverts() {
    return freins.values().stream().filter(Frein::ouvert).sorted(java.util.Comparator.comparing((Frein f) -> -poids(f.theme()))).toList();
  }

  private int poids(String theme) {
    String niveau = reponses(theme).a(Rubrique.NIVEAU);
    return niveau == null ? -1 : Poids.valueOf(niveau).ordinal();
  }

  /** How one theme stands, in a few words: « fort », « moyen, levé en partie », « levé », « pas encore regardé ». */
  public String enMots(Rubrique theme) {
    String niveau = reponses(theme.code()).a(Rubrique.NIVEAU);
    Frein f = freins.get(theme.code());
    if (niveau == null) {
      return "pas encore regardé";
    }
    String mot = theme.champs().getFirst().enClair(niveau).toLowerCase(java.util.Locale.FRENCH);
    return f == null || f.etat() == EtatFrein.OUVERT || "SANS".equals(niveau) ? mot
        : f.etat() == EtatFrein.LEVE ? "levé" : mot + ", levé en partie";
  }
}
