package fr.jalon.engagement.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.engagement.domaine.Cadre;
import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.socle.Fautes;
import java.util.Objects;

/** The frame of a version, as typed. */
public record FormulaireDeCadre(String depuis, String jusquAu, String intensite, String engagementsPersonne, String engagementsReferent,
        String motif) {
  /** Absent texts are empty. */
  public FormulaireDeCadre {
    depuis = FormulaireDeContrat.propre(depuis);
    jusquAu = FormulaireDeContrat.propre(jusquAu);
    intensite = FormulaireDeContrat.propre(intensite);
    engagementsPersonne = FormulaireDeContrat.propre(engagementsPersonne);
    engagementsReferent = FormulaireDeContrat.propre(engagementsReferent);
    motif = FormulaireDeContrat.propre(motif);
  }

  static FormulaireDeCadre de(Cadre c) {
    return new FormulaireDeCadre(Objects.toString(c.depuis(), ""), Objects.toString(c.jusquAu(), ""), c.intensite().name(), c.engagementsPersonne(),
        c.engagementsReferent(), c.motif());
  }

  /** As read. @throws fr.jalon.socle.SaisieRefusee a day cannot be read */
  Cadre cadre() {
    Fautes fautes = new Fautes();
    Cadre c = new Cadre(DatesPlausibles.facultatif("depuis", depuis, fautes), DatesPlausibles.facultatif("jusquAu", jusquAu, fautes),
        FormulaireDeContrat.parmi(Intensite.class, intensite), engagementsPersonne, engagementsReferent, motif);
    fautes.lever();
    return c;
  }
}
