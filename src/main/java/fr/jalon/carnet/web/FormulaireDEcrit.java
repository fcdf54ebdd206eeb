package fr.jalon.carnet.web;

import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import java.util.UUID;

/** An entry as typed. @param lus the theme whose readers the page showed @param cle number of the form */
public record FormulaireDEcrit(String theme, String lus, String le, String texte, String pour, String limite, String cle) {
  /** Absent texts are empty; the ends of lines of the browser are ours. */
  public FormulaireDEcrit {
    theme = theme == null ? "" : theme;
    lus = lus == null ? "" : lus;
    texte = propre(texte);
    pour = pour == null ? "" : pour;
    limite = limite == null ? "" : limite.strip();
    cle = CleDeFormulaire.de(cle);
  }

  /** A text as we keep it. */
  static String propre(String texte) {
    return texte == null ? "" : texte.replace("\r\n", "\n");
  }

  /** As read. @param choisi the theme of that code, {@code null} for none */
  NouvelEcrit ecrit(long personneId, Theme choisi) {
    return new NouvelEcrit(personneId, choisi, DatesPlausibles.lireOuRien(le), texte, pour.isBlank() ? null : pour,
        DatesPlausibles.lireOuRien(limite),
        UUID.fromString(cle));
  }

  boolean limiteIllisible() {
    return !limite.isEmpty() && DatesPlausibles.lireOuRien(limite) == null;
  }

  /** The same under a number that has not served. */
  FormulaireDEcrit sousUneAutreCle() {
    return new FormulaireDEcrit(theme, lus, le, texte, pour, limite, null);
  }
}
