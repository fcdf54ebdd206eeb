package fr.jalon.engagement.web;

import fr.jalon.engagement.application.EcrireLeContrat;
import fr.jalon.engagement.domaine.NouvelObjectif;

/** An objective, as typed. @param theme code, empty for the project */
public record FormulaireDObjectif(String theme, String texte) {
  /** None. */
  static final FormulaireDObjectif VIDE = new FormulaireDObjectif("", "");

  /** Absent texts are empty. */
  public FormulaireDObjectif {
    theme = FormulaireDeContrat.propre(theme);
    texte = FormulaireDeContrat.propre(texte);
  }

  static FormulaireDObjectif de(NouvelObjectif o) {
    return new FormulaireDObjectif(o.theme(), o.texte());
  }

  NouvelObjectif objectif(EcrireLeContrat ecrire) {
    Boolean sante = ecrire.sante(theme);
    return new NouvelObjectif(theme, sante != null, Boolean.TRUE.equals(sante), texte);
  }
}
