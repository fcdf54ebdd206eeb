package fr.jalon.sorties.web;

import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.sorties.domaine.CanalDuRappel;
import fr.jalon.sorties.domaine.EssaiDit;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.ReponseAuRappel;
import fr.jalon.sorties.domaine.ReponseDite;
import fr.jalon.sorties.domaine.ResultatDEssai;
import java.time.LocalDate;
import java.util.UUID;

/** What was typed on a call: a try, an answer, or why an answer is undone. @param cle number of the form */
public record FormulaireDeRappel(String le, String canal, String resultat, String reponse, String contrat, String heures, String motif, String cle) {
  /** Absent texts are empty. */
  public FormulaireDeRappel {
    le = FormulaireDeSortie.propre(le);
    canal = FormulaireDeSortie.propre(canal);
    resultat = FormulaireDeSortie.propre(resultat);
    reponse = FormulaireDeSortie.propre(reponse);
    contrat = FormulaireDeSortie.propre(contrat);
    heures = FormulaireDeSortie.propre(heures);
    motif = FormulaireDeSortie.propre(motif);
    cle = CleDeFormulaire.de(cle);
  }

  /** One that nobody filled. */
  static FormulaireDeRappel vide(LocalDate aujourdhui) {
    return new FormulaireDeRappel(aujourdhui.toString(), CanalDuRappel.TELEPHONE.name(), null, null, null, null, null, null);
  }

  EssaiDit essai() {
    return new EssaiDit(DatesPlausibles.lireOuRien(le), moyen(), FormulaireDeSortie.parmi(ResultatDEssai.class, resultat), UUID.fromString(cle));
  }

  ReponseDite dite() {
    return new ReponseDite(FormulaireDeSortie.parmi(ReponseAuRappel.class, reponse), DatesPlausibles.lireOuRien(le), moyen(),
        FormulaireDeSortie.parmi(GenreDeContrat.class, contrat), FormulaireDeSortie.heures(heures));
  }

  private CanalDuRappel moyen() {
    CanalDuRappel c = FormulaireDeSortie.parmi(CanalDuRappel.class, canal);
    return c != null && c.auChoix() ? c : null;
  }
}
