package fr.jalon.parametres.web;

import fr.jalon.parametres.Origine;
import fr.jalon.parametres.Parametre;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What the form of a parameter shows: every value it has, {@code 45 jours depuis le 2026-01-01}, and those typed on this page. */
public record ParametreVu(List<String> valeurs, List<String> saisies) {
  static ParametreVu de(Parametre p) {
    return new ParametreVu(p.valeurs().stream().map(v -> v.texte() + " depuis le " + v.depuis()).toList(),
        p.valeurs().stream().filter(v -> v.origine() == Origine.SAISIE).map(v -> cle(v.texte(), v.depuis())).toList());
  }

  /** True when the same value was typed for the same day: a second click. */
  boolean tient(String valeur, LocalDate depuis) {
    return !saisies.isEmpty() && saisies.getLast().equals(cle(valeur, depuis));
  }

  private static String cle(String valeur, LocalDate depuis) {
    return valeur.strip().toLowerCase(Locale.ROOT) + "|" + depuis;
  }
}
