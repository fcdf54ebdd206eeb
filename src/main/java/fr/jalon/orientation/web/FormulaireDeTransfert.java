package fr.jalon.orientation.web;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.orientation.application.TransfererUnPortefeuille.Demande;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.socle.Fautes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A portfolio that changes organisation, as typed.
 *
 * @param cle      number of this form
 * @param de       organisation that follows them; @param vers organisation that will
 * @param parcours only these persons, or {@code null}
 * @param choix    « ancien-nouveau », a line each: numbers of référents, 0 for none; without a new one, the best sharing out
 */
public record FormulaireDeTransfert(String cle, Integer de, Integer vers, Parcours parcours, List<String> choix, String le, String raison,
    String acceptePar, String raisonDuDepassement) {
  private static final Pattern CHOIX = Pattern.compile("(\\d{1,9})-(\\d{0,9})");

  /** Absent texts are empty, a form without a number has one. */
  public FormulaireDeTransfert {
    cle = CleDeFormulaire.de(cle);
    choix = choix == null ? List.of() : choix.stream().filter(Objects::nonNull).toList();
    le = Objects.requireNonNullElse(le, "");
    raison = Objects.requireNonNullElse(raison, "");
    acceptePar = Objects.requireNonNullElse(acceptePar, "");
    raisonDuDepassement = Objects.requireNonNullElse(raisonDuDepassement, "");
  }

  /** Before anything is typed. */
  static FormulaireDeTransfert vide(Integer de, Integer vers, Parcours parcours, String aujourdhui) {
    return new FormulaireDeTransfert(null, de, vers, parcours, null, aujourdhui, null, null, null);
  }

  /** The new référent of the persons of each former one; absent for the best sharing out. */
  Map<Integer, Integer> choisis() {
    Map<Integer, Integer> choisis = new LinkedHashMap<>();
    for (String c : choix) {
      Matcher m = CHOIX.matcher(c);
      if (m.matches() && !m.group(2).isEmpty()) {
        choisis.put(Integer.valueOf(m.group(1)), Integer.valueOf(m.group(2)));
      }
    }
    return choisis;
  }

  /** @throws fr.jalon.socle.SaisieRefusee when the day cannot be read */
  Demande demande() {
    Fautes fautes = new Fautes();
    Demande d = new Demande(UUID.fromString(cle), de, vers, parcours, choisis(), DatesPlausibles.facultatif("le", le, fautes), raison,
        Depassement.de(acceptePar, raisonDuDepassement));
    fautes.lever();
    return d;
  }
}
