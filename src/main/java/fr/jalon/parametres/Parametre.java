package fr.jalon.parametres;

import java.time.LocalDate;
import java.util.List;

/**
 * A parameter and all its known values.
 *
 * @param cle     key
 * @param libelle what it is, in a French phrase
 * @param unite   {@code jours}, {@code mois}, {@code durée}, {@code choix}…
 * @param choix   the codes allowed when the unit is {@code choix}, else empty
 * @param valeurs every value of every layer, oldest date first within its layer, layers in the order of {@link Origine}
 */
public record Parametre(String cle, String libelle, String unite, List<String> choix, List<Valeur> valeurs) {
  /** Defensive copies. */
  public Parametre {
    choix = List.copyOf(choix);
    valeurs = List.copyOf(valeurs);
  }

  /** True when a text that was read fixes the value: it is changed only on purpose. */
  public boolean fixeParLaLoi() {
    return valeurs.stream().anyMatch(v -> v.origine() == Origine.LOI && v.confiance() == Confiance.H);
  }

  /** The national text that gives the value that day, the first of them for a day before it; {@code null} when none does. */
  public String article(LocalDate le) {
    List<Valeur> textes = valeurs.stream().filter(v -> v.origine() == Origine.LOI).toList();
    return textes.stream().filter(v -> !v.depuis().isAfter(le)).reduce((_, suivant) -> suivant).or(() -> textes.stream().findFirst())
        .map(Valeur::reference).orElse(null);
  }
}
