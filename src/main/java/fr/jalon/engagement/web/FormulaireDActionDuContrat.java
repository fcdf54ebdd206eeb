package fr.jalon.engagement.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.engagement.application.EcrireLeContrat;
import fr.jalon.engagement.domaine.ActionVoulue;
import fr.jalon.engagement.domaine.QuiAgit;
import fr.jalon.socle.Fautes;
import java.math.BigDecimal;
import java.time.LocalDate;

/** An action of a contract, as typed. @param heures a week: {@code 2}, {@code 1,5} */
public record FormulaireDActionDuContrat(String libelle, String activite, String qui, String depuis, String jusquAu, String heures) {
  private static final String NOMBRE = "\\d{1,3}([.,]\\d)?";

  /** Absent texts are empty. */
  public FormulaireDActionDuContrat {
    libelle = FormulaireDeContrat.propre(libelle);
    activite = FormulaireDeContrat.propre(activite);
    qui = FormulaireDeContrat.propre(qui);
    depuis = FormulaireDeContrat.propre(depuis);
    jusquAu = FormulaireDeContrat.propre(jusquAu);
    heures = FormulaireDeContrat.propre(heures);
  }

  /** One that nobody filled, over the whole contract. */
  static FormulaireDActionDuContrat vide(LocalDate depuis, LocalDate jusquAu) {
    return new FormulaireDActionDuContrat("", "", QuiAgit.PERSONNE.name(), depuis.toString(), jusquAu.toString(), "");
  }

  static FormulaireDActionDuContrat de(ActionVoulue a) {
    return new FormulaireDActionDuContrat(a.libelle(), a.activite(), a.qui().name(), a.depuis().toString(), a.jusquAu().toString(),
        nombre(a.heures()));
  }

  /** « 1,5 ». */
  public static String nombre(BigDecimal heures) {
    return heures.stripTrailingZeros().toPlainString().replace('.', ',');
  }

  /** As read. @throws fr.jalon.socle.SaisieRefusee a day cannot be read */
  ActionVoulue action(EcrireLeContrat ecrire) {
    Fautes fautes = new Fautes();
    ActionVoulue a = new ActionVoulue(libelle, ecrire.activite(activite), FormulaireDeContrat.parmi(QuiAgit.class, qui),
        DatesPlausibles.facultatif("depuis", depuis, fautes), DatesPlausibles.facultatif("jusquAu", jusquAu, fautes),
        heures.matches(NOMBRE) ? new BigDecimal(heures.replace(',', '.')) : null);
    fautes.lever();
    return a;
  }
}
