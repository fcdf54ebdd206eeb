package fr.jalon.engagement.web;

/** A delegation, as typed. @param agent login */
public record FormulaireDeDelegation(String agent, String depuis, String jusquAu) {
  /** Absent texts are empty. */
  public FormulaireDeDelegation {
    agent = FormulaireDeContrat.propre(agent);
    depuis = FormulaireDeContrat.propre(depuis);
    jusquAu = FormulaireDeContrat.propre(jusquAu);
  }
}
