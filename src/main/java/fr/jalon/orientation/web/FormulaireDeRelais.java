package fr.jalon.orientation.web;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.orientation.application.PasserLeRelais.Demande;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.socle.Fautes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A hand-over as typed.
 *
 * @param cle      number of this form
 * @param referent whose persons
 * @param vers     to whom all are given, {@code null} = the best sharing out
 * @param parcours only these persons, or {@code null}
 * @param choix    see {@link LignesAConfier#choisis}
 */
public record FormulaireDeRelais(String cle, Integer referent, Integer vers, Parcours parcours, List<String> choix, String le, String retourLe,
    String raison, String acceptePar, String raisonDuDepassement, Boolean prevenir, Boolean retourSeul, Boolean prevenirAuRetour) {
  /** Absent texts are empty, an unchecked box is false, a form without a number has one. */
  public FormulaireDeRelais {
    cle = CleDeFormulaire.de(cle);
    choix = choix == null ? List.of() : choix.stream().filter(Objects::nonNull).toList();
    le = Objects.requireNonNullElse(le, "");
    retourLe = Objects.requireNonNullElse(retourLe, "");
    raison = Objects.requireNonNullElse(raison, "");
    acceptePar = Objects.requireNonNullElse(acceptePar, "");
    raisonDuDepassement = Objects.requireNonNullElse(raisonDuDepassement, "");
    prevenir = Boolean.TRUE.equals(prevenir);
    retourSeul = Boolean.TRUE.equals(retourSeul);
    prevenirAuRetour = Boolean.TRUE.equals(prevenirAuRetour);
  }

  /** Before anything is typed. */
  static FormulaireDeRelais vide(Integer referent, Integer vers, Parcours parcours, String aujourdhui) {
    return new FormulaireDeRelais(null, referent, vers, parcours, null, aujourdhui, null, null, null, null, true, false, true);
  }

  /** The same under a new number. */
  FormulaireDeRelais sousUneAutreCle() {
    return new FormulaireDeRelais(null, referent, vers, parcours, choix, le, retourLe, raison, acceptePar, raisonDuDepassement, prevenir,
        retourSeul, prevenirAuRetour);
  }

  /** @throws fr.jalon.socle.SaisieRefusee when a date cannot be read */
  Demande demande() {
    Map<Long, Integer> choisis = LignesAConfier.choisis(choix);
    choisis.values().removeIf(Objects::isNull);
    Fautes fautes = new Fautes();
    Demande d = new Demande(UUID.fromString(cle), referent == null ? 0 : referent, choisis, DatesPlausibles.facultatif("le", le, fautes),
        DatesPlausibles.facultatif("retourLe", retourLe, fautes), raison, Depassement.de(acceptePar, raisonDuDepassement), prevenir, retourSeul,
        retourSeul && prevenirAuRetour);
    fautes.lever();
    return d;
  }
}
