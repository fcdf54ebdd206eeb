package fr.jalon.sorties.web;

import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.socle.Fautes;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.Poste;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.domaine.SortieDite;
import fr.jalon.sorties.domaine.SourceDeSortie;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/** What was typed of an exit. @param cle number of the form that creates one */
public record FormulaireDeSortie(String raison, String le, String source, String contrat, String finLe, String heures, String employeur,
    String metier,
    String motif, String cle) {
  private static final String NOMBRE = "\\d{1,3}([.,]\\d{1,2})?";

  /** Absent texts are empty. */
  public FormulaireDeSortie {
    raison = propre(raison);
    le = propre(le);
    source = propre(source);
    contrat = propre(contrat);
    finLe = propre(finLe);
    heures = propre(heures);
    employeur = propre(employeur);
    metier = propre(metier);
    motif = propre(motif);
    cle = CleDeFormulaire.de(cle);
  }

  /** One that nobody filled. */
  static FormulaireDeSortie vide() {
    return new FormulaireDeSortie(null, null, SourceDeSortie.PERSONNE.name(), null, null, null, null, null, null, null);
  }

  /** What the page shows of one that exists. */
  static FormulaireDeSortie de(SortieDite d) {
    Poste p = d.poste();
    return new FormulaireDeSortie(d.raison().name(), d.le().toString(), null, p.contrat() == null ? null : p.contrat().name(),
        Objects.toString(p.finLe(), null), p.heures() == null ? null : nombre(p.heures()), p.employeur(), p.metier(), null, null);
  }

  /** {@code 35}, {@code 17,5}. */
  static String nombre(BigDecimal heures) {
    return heures.stripTrailingZeros().toPlainString().replace('.', ',');
  }

  static String propre(String texte) {
    return texte == null ? "" : texte.replace("\r\n", "\n").strip();
  }

  /** One of these, {@code null} for what is none of them. */
  static <E extends Enum<E>> E parmi(Class<E> type, String texte) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(texte)).findFirst().orElse(null);
  }

  /** As read. @throws fr.jalon.socle.SaisieRefusee a day that may be left empty cannot be read */
  SortieDite sortie() {
    return sortie(parmi(SourceDeSortie.class, source));
  }

  /** The same, told by this one. */
  SortieDite sortie(SourceDeSortie par) {
    Fautes fautes = new Fautes();
    LocalDate fin = DatesPlausibles.facultatif("finLe", finLe, fautes);
    fautes.lever();
    return new SortieDite(parmi(RaisonDeSortie.class, raison), DatesPlausibles.lireOuRien(le), par != null && par.auChoix() ? par : null,
        new Poste(parmi(GenreDeContrat.class, contrat), fin, heures(heures), employeur, metier));
  }

  /** Hours a week, to the tenth; {@code null} when none is typed; what is no number is none that may be. */
  static BigDecimal heures(String tapees) {
    return tapees.isEmpty() ? null
        : tapees.matches(NOMBRE) ? new BigDecimal(tapees.replace(',', '.')).setScale(1, RoundingMode.HALF_UP) : BigDecimal.ONE.negate();
  }

  UUID numero() {
    return UUID.fromString(cle);
  }

  /** The same under a number that has not served. */
  FormulaireDeSortie sousUneAutreCle() {
    return new FormulaireDeSortie(raison, le, source, contrat, finLe, heures, employeur, metier, motif, null);
  }
}
