package fr.jalon.structures.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.socle.Fautes;
import fr.jalon.structures.Poste;
import fr.jalon.structures.Public;
import fr.jalon.structures.Referent;
import fr.jalon.structures.SaisieDeReferent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A référent as typed. @param id {@code null} for a new one; @param etp as typed, comma or point */
public record FormulaireDeReferent(Integer id, int organisation, String nom, String courriel, String etp, Boolean intensif,
    Boolean actif, String commune,
    List<Public> publics, Boolean reserve, List<String> communes, Integer site, String fonction, String debut, String fin) {
  /** An unchecked box is false, absent lists are empty. */
  public FormulaireDeReferent {
    intensif = Boolean.TRUE.equals(intensif);
    actif = Boolean.TRUE.equals(actif);
    reserve = Boolean.TRUE.equals(reserve);
    commune = commune == null ? "" : commune;
    publics = publics == null ? List.of() : publics.stream().filter(Objects::nonNull).toList();
    communes = communes == null ? List.of() : communes.stream().filter(Objects::nonNull).toList();
    fonction = fonction == null ? "" : fonction;
    debut = debut == null ? "" : debut;
    fin = fin == null ? "" : fin;
  }

  static FormulaireDeReferent de(Referent r) {
    return new FormulaireDeReferent(r.id(), r.organisationId(), r.nom(), r.courriel() == null ? "" : r.courriel(),
        r.etp().stripTrailingZeros().toPlainString().replace('.', ','), r.intensif(), r.actif(), r.poste().siteId() == null ? r.commune() : null,
        r.publics(), r.reserve(), r.communes(), r.poste().siteId(),
        r.poste().fonction() == null ? "" : r.poste().fonction().name(), texte(r.poste().debut()), texte(r.poste().fin()));
  }

  static FormulaireDeReferent vide(int organisation) {
    return new FormulaireDeReferent(null, organisation, "", "", "1", false, true, "", List.of(), false, List.of(), null, "", "", "");
  }

  /** @throws fr.jalon.socle.SaisieRefusee when a day, or the function, is something else */
  SaisieDeReferent saisie() {
    Fautes fautes = new Fautes();
    Poste.Fonction choisie = Arrays.stream(Poste.Fonction.values()).filter(x -> x.name().equals(fonction)).findFirst().orElse(null);
    fautes.exiger(fonction.isBlank() || choisie != null, "fonction", "FONCTION_INCONNUE", "Choisissez la fonction dans la liste.");
    LocalDate premier = DatesPlausibles.facultatif("debut", debut, fautes);
    LocalDate dernier = DatesPlausibles.facultatif("fin", fin, fautes);
    fautes.lever();
    return new SaisieDeReferent(id, organisation, nom, courriel, part(), intensif, actif, commune, publics, reserve, communes,
        new Poste(site, null, choisie, premier, dernier));
  }

  private static String texte(LocalDate jour) {
    return jour == null ? "" : jour.toString();
  }

  /** {@code null} when it is not a number. */
  private BigDecimal part() {
    try {
      return etp == null ? null : new BigDecimal(etp.strip().replace(',', '.'));
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
