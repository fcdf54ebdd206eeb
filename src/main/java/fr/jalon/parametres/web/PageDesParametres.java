package fr.jalon.parametres.web;

import fr.jalon.ecran.Versions;
import fr.jalon.parametres.Parametre;
import fr.jalon.parametres.Valeur;
import fr.jalon.socle.CleDeRecherche;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page of the parameters.
 *
 * @param lignes those that answer the search
 * @param total  how many there are in all
 * @param q      what is searched, empty for all
 * @param saisie what was typed and refused, or {@code null}
 */
public record PageDesParametres(List<Ligne> lignes, int total, String q, LocalDate aujourdhui, Saisie saisie) {

  /** @param actuelle value today, {@code null} when nobody set one; @param version of its form */
  public record Ligne(Parametre parametre, Valeur actuelle, Versions.EnFormulaire version) {
    /** True when each of these words is somewhere in what the page says of it, whatever the accents: its name, its value, where it comes from. */
    boolean repond(String[] mots) {
      String dit = " " + CleDeRecherche.de(String.join(" ", parametre.libelle(), parametre.cle(), parametre.unite(),
          String.join(" ", parametre.choix()),
          parametre.valeurs().stream().map(v -> v.texte() + " " + v.reference()).collect(Collectors.joining(" "))));
      return Arrays.stream(mots).allMatch(m -> dit.contains(" " + m));
    }

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
