package fr.jalon.echanges.tableur.domaine;

import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.NouvelleAction;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a row as a frein of before Jalon, with what became of it and an action; themes and actions by code or by name. */
public final class LectureDeFrein {
  private final Themes themes;
  private final LocalDate aujourdhui;

  /** @param themes those of the Département; @param aujourdhui nothing has happened after this day */
  public LectureDeFrein(Themes themes, LocalDate aujourdhui) {
    this.themes = themes;
    this.aujourdhui = aujourdhui;
  }

  /**
   * A frein as a row states it.
   *
   * @param niveau       SANS, MOYEN or FORT: the first is a finding, and opens nothing
   * @param leveEnPartie day from which it was lifted in part, or {@code null}; @param leve day it was lifted, or {@code null}
   * @param action       what is done about it, or {@code null}
   */
  @DonneeDeSante
  public record FreinLu(Rubrique theme, String niveau, LocalDate ouvertLe, LocalDate leveEnPartie, LocalDate leve, ActionLue action) {
    /** Where it is now. */
    public EtatFrein etat() {
      return leve != null ? EtatFrein.LEVE : leveEnPartie != null ? EtatFrein.LEVE_EN_PARTIE : EtatFrein.OUVERT;
    }

    /** Since when. */
    public LocalDate depuis() {
      return leve != null ? leve : leveEnPartie != null ? leveEnPartie : ouvertLe;
    }

    /** False for a finding that weighs nothing. */
    public boolean pese() {
      return !"SANS".equals(niveau);
    }
  }

  /** @param code one of those of the theme, {@code null} when it is said freely; @param le the day it came to be where it is, or is planned for */
  @DonneeDeSante
  public record ActionLue(String code, String libelle, EtatAction etat, LocalDate le) {}

  /** @return what is read, to be used when nothing is wrong only */
  public FreinLu lire(Cases cases) {
    Rubrique theme = cases.champ(Champ.THEME, this::theme);
    cases.exiger(cases.texte(Champ.THEME) != null, Champ.THEME, "Il manque le thème : écrivez " + liste(themes.themes()) + ".");
    String niveau = cases.champ(Champ.NIVEAU, LectureDeFrein::niveau);
    cases.exiger(cases.texte(Champ.NIVEAU) != null, Champ.NIVEAU, "Il manque le niveau : écrivez sans impact, moyen ou fort.");
    LocalDate ouvert = cases.jourPasse(Champ.OUVERT_LE, aujourdhui, "Ce jour n'est pas encore arrivé : un frein s'ouvre un jour passé.");
    cases.exiger(cases.texte(Champ.OUVERT_LE) != null, Champ.OUVERT_LE, "Il manque le jour où ce frein s'est ouvert.");
    LocalDate enPartie = cases.jourPasse(Champ.LEVE_EN_PARTIE_LE, aujourdhui, "Ce jour n'est pas encore arrivé : écrivez un jour passé.");
    LocalDate leve = cases.jourPasse(Champ.LEVE_LE, aujourdhui, "Ce jour n'est pas encore arrivé : un frein est levé un jour passé.");
    cases.exiger(ouvert == null || enPartie == null || !enPartie.isBefore(ouvert), Champ.LEVE_EN_PARTIE_LE,
        "Ce frein est dit levé en partie avant d'être ouvert : corrigez l'une des deux dates.");
    cases.exiger(ouvert == null || leve == null || !leve.isBefore(ouvert), Champ.LEVE_LE,
        "Ce frein est dit levé avant d'être ouvert : corrigez l'une des deux dates.");
    cases.exiger(enPartie == null || leve == null || !leve.isBefore(enPartie), Champ.LEVE_LE,
        "Ce frein est dit levé avant d'être levé en partie : corrigez l'une des deux dates.");
    cases.exiger(!"SANS".equals(niveau) || enPartie == null && leve == null, Champ.NIVEAU,
        "Un thème sans impact n'est pas un frein, rien n'est à lever : corrigez le niveau, ou videz le jour où il est levé.");
    return new FreinLu(theme, niveau, ouvert, enPartie, leve, action(cases, theme, ouvert));
  }

  private ActionLue action(Cases cases, Rubrique theme, LocalDate ouvert) {
    String dite = cases.texte(Champ.ACTION);
    EtatAction etat = cases.champ(Champ.ACTION_ETAT, LectureDeFrein::etat);
    LocalDate le = cases.champ(Champ.ACTION_LE, cases::jour);
    if (dite == null) {
      cases.exiger(etat == null && le == null, Champ.ACTION, "Dites quelle est l'action, ou videz son état et sa date.");
      return null;
    }
    EtatAction ou = cases.texte(Champ.ACTION_ETAT) == null ? EtatAction.PREVUE : etat;
    cases.exiger(dite.length() <= NouvelleAction.LONG, Champ.ACTION,
        "Cette action est dite trop longuement : %d caractères au plus.".formatted(NouvelleAction.LONG));
    cases.exiger(le == null || !le.isAfter(aujourdhui) || ou == EtatAction.PREVUE && NouvelleAction.plausible(le, aujourdhui), Champ.ACTION_LE,
        ou == EtatAction.PREVUE ? NouvelleAction.JOUR
            : "Ce jour n'est pas encore arrivé : une action en cours, faite ou abandonnée l'est un jour passé.");
    if (theme == null || ou == null) {
      return null;
    }
    String cle = CleDeRecherche.de(dite);
    return theme.actions().entrySet().stream().filter(a -> CleDeRecherche.de(a.getKey()).equals(cle) || CleDeRecherche.de(a.getValue()).equals(cle))
        .findFirst().map(a -> new ActionLue(a.getKey(), a.getValue(), ou, le == null ? ouvert : le))
        .orElseGet(() -> new ActionLue(null, dite, ou, le == null ? ouvert : le));
  }

  private Rubrique theme(String texte) {
    String cle = CleDeRecherche.de(texte);
    List<Rubrique> exacts = themes.themes().stream()
        .filter(t -> cle.equals(CleDeRecherche.de(t.code())) || cle.equals(CleDeRecherche.de(t.libelle()))).toList();
    List<Rubrique> possibles = exacts.isEmpty() && cle.length() > 3 ? themes.themes().stream()
        .filter(t -> CleDeRecherche.de(t.libelle()).contains(cle)).toList() : exacts;
    if (possibles.size() != 1) {
      throw new IllegalArgumentException("« " + texte + " » n'est pas un thème du diagnostic : écrivez " + liste(themes.themes()) + ".");
    }
    return possibles.getFirst();
  }

  private static String liste(List<Rubrique> themes) {
    return themes.stream().map(Rubrique::libelle).collect(Collectors.joining(" ; "));
  }

  private static String niveau(String texte) {
    String niveau = Map.of("sans", "SANS", "sans impact", "SANS", "aucun", "SANS", "aucune", "SANS", "moyen", "MOYEN", "moyenne", "MOYEN", "fort",
        "FORT", "forte", "FORT", "tres fort", "FORT").get(CleDeRecherche.de(texte));
    if (niveau == null) {
      throw new IllegalArgumentException("« " + texte + " » n'est pas un niveau : écrivez sans impact, moyen ou fort.");
    }
    return niveau;
  }

  private static EtatAction etat(String texte) {
    return switch (CleDeRecherche.de(texte)) {
      case "prevue", "prevu", "a faire", "a venir" -> EtatAction.PREVUE;
      case "en cours", "commencee", "commence" -> EtatAction.EN_COURS;
      case "faite", "fait", "terminee", "termine", "realisee", "realise" -> EtatAction.FAITE;
      case "abandonnee", "abandonne", "annulee", "annule" -> EtatAction.ABANDONNEE;
      default -> throw new IllegalArgumentException("« " + texte
          + " » ne dit pas où en est l'action : écrivez prévue, en cours, faite ou abandonnée.");
    };
  }
}
