package fr.jalon.parametres.web;

import fr.jalon.ecran.Versions;
import fr.jalon.parametres.Parametre;
import fr.jalon.parametres.Valeur;
import java.time.LocalDate;
import java.util.List;

/**
 * The page of the parameters.
 *
 * @param saisie what was typed and refused, or {@code null}
 */
public record PageDesParametres(List<Ligne> lignes, LocalDate aujourdhui, Saisie saisie) {

  /** @param actuelle value today, {@code null} when nobody set one; @param version of its form */
  public record Ligne(Parametre parametre, Valeur actuelle, Versions.EnFormulaire version) {
    /** Identifier for the page: no dot. */
    public String ancre() {
      return parametre.cle().replace('.', '-').replace('_', '-');
    }
  }

  /** What an agent typed. @param refus why it was refused; @param article the text it goes against, or {@code null} */
  public record Saisie(String cle, String depuis, String valeur, String motif, boolean assume, String refus, String article) {}

  /** What was typed for this parameter, or an empty form. */
  public Saisie saisiePour(Ligne ligne) {
    return saisie != null && saisie.cle().equals(ligne.parametre().cle()) ? saisie
        : new Saisie(ligne.parametre().cle(), aujourdhui.toString(), ligne.actuelle() == null ? "" : ligne.actuelle().texte(), "", false, null, null);
  }
}
