package fr.jalon.engagement.web;

import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.engagement.domaine.ResultatDObjectif;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * What was typed in one of the short forms of the page of contracts.
 *
 * @param dessin the signature, as the page sends it; @param code received by SMS; @param cle number of the form
 */
public record FormulaireDeContrat(String le, String motif, String precisions, String resultat, String pourquoi, String dessin, String code,
    String cle) {
  /** Absent texts are empty. */
  public FormulaireDeContrat {
    le = propre(le);
    motif = propre(motif);
    precisions = propre(precisions);
    resultat = propre(resultat);
    pourquoi = propre(pourquoi);
    dessin = propre(dessin);
    code = propre(code);
    cle = CleDeFormulaire.de(cle);
  }

  /** One that nobody filled. */
  static FormulaireDeContrat vide(LocalDate aujourdhui) {
    return new FormulaireDeContrat(aujourdhui.toString(), null, null, null, null, null, null, null);
  }

  static String propre(String texte) {
    return texte == null ? "" : texte.replace("\r\n", "\n").strip();
  }

  /** One of these, {@code null} for what is none of them. */
  static <E extends Enum<E>> E parmi(Class<E> type, String texte) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(texte)).findFirst().orElse(null);
  }

  LocalDate jour() {
    return DatesPlausibles.lireOuRien(le);
  }

  ResultatDObjectif resultatDit() {
    return parmi(ResultatDObjectif.class, resultat);
  }

  UUID numero() {
    return UUID.fromString(cle);
  }

  /** The same under a number that has not served. */
  FormulaireDeContrat sousUneAutreCle() {
    return new FormulaireDeContrat(le, motif, precisions, resultat, pourquoi, dessin, code, null);
  }
}
