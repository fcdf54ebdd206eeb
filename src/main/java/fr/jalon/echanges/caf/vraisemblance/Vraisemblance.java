package fr.jalon.echanges.caf.vraisemblance;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares a file with the one before it. The first of its kind is only looked at for what no file holds. A daily file varies: only one that
 * speaks of a large part of the foyers is strange. A rise that touches everybody (the amounts of April) is not: everything changes, and the
 * amounts with it.
 */
public final class Vraisemblance {
  private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  /**
   * Months. A choice of Jalon, no text: people come and go every month, so tolerances grow with the months without a file; beyond three, any file
   * would pass (three times 20 % fewer dossiers is already more than half).
   */
  private static final int MOIS_D_ECART_AU_PLUS = 3;
  /**
   * Thousandths: a mean amount that moves less has not moved. A choice of Jalon, no text: most rises of the amounts on 1 April (CASF art. L. 262-3)
   * are more than that; when one is not (0.1 % in 2021), an agent reads why the file is held and accepts it.
   */
  private static final int MONTANT_INCHANGE = 5;
  private final Fichier fichier;
  private final Mesures ici;
  private final Seuils seuils;
  private final List<Raison> raisons = new ArrayList<>();

  /**
   * A file.
   *
   * @param genre     what it holds
   * @param mensuel   true for a full monthly file
   * @param reference its reference date
   * @param recuLe    day of reception
   */
  public record Fichier(Genre genre, boolean mensuel, LocalDate reference, LocalDate recuLe) {}

  /** What a file holds. */
  public enum Genre {
    /** Persons and their rights. */
    BENEFICIAIRES,
    /** What was paid. */
    FINANCIER,
    /** Claims transferred. */
    CREANCES
  }

  /**
   * What a full file would do to the foyers of a payer that it names.
   *
   * @param organisme e.g. {@code CAF 071}
   * @param disparus  those it would make absent
   * @param ouverts   those whose right was open before it
   */
  public record Disparition(String organisme, int disparus, int ouverts) {}

  private Vraisemblance(Fichier fichier, Mesures ici, Seuils seuils) {
    this.fichier = fichier;
    this.ici = ici;
    this.seuils = seuils;
  }

  /**
   * @param precedent the file before, or {@code null} for the first of its kind
   * @param stock     foyers of the last full monthly file of the payer, 0 when there is none; looked at for a daily file
   * @param disparus  for a full file of beneficiaries, one for each payer it names, the file before being whose it may
   * @return why it should be held; empty when it looks like a file
   */
  public static List<Raison> raisons(Fichier fichier, Mesures ici, Precedent precedent, int stock, List<Disparition> disparus, Seuils seuils) {
    Vraisemblance v = new Vraisemblance(fichier, ici, seuils);
    v.date();
    Mesures avant = precedent == null ? Mesures.desDossiers(0) : precedent.mesures();
    if (fichier.genre == Genre.BENEFICIAIRES) {
      v.formes(avant);
    }
    if (precedent != null && avant.dossiers() >= seuils.minimum()) {
      v.comparer(precedent, avant, stock);
    }
    v.disparus(disparus, precedent == null ? 1 : v.larges(precedent));
    return v.raisons;
  }

  private void date() {
    if (YearMonth.from(fichier.reference).isAfter(YearMonth.from(fichier.recuLe).plusMonths(1))) {
      dire("DATE", "Le fichier parle d'un mois à venir : tout ce qu'il dit serait daté à tort.", fichier.reference.format(JOUR), null,
          "reçu le " + fichier.recuLe.format(JOUR));
    }
  }

  /** What no file holds, compared or not. */
  private void formes(Mesures avant) {
    part("NAISSANCES", "Des dates de naissance ne peuvent pas être justes.", ici.naissancesImpossibles(), ici.naissances(),
        avant.naissancesImpossibles(), avant.naissances(),
        seuils.datesImpossibles());
    part("MEME_NAISSANCE", "Beaucoup de personnes sont nées le même jour"
        + (ici.memeNaissanceLe() == null ? "." : ", le " + ici.memeNaissanceLe().format(JOUR) + "."),
        ici.memeNaissance() < seuils.minimum() ? 0 : ici.memeNaissance(), ici.naissances(), avant.memeNaissance(), avant.naissances(),
        seuils.memeNaissance());
    part("DEMANDES", "Des dates de demande ne peuvent pas être justes.", ici.demandesImpossibles(), ici.demandes(),
        avant.demandesImpossibles(), avant.demandes(),
        seuils.datesImpossibles());
    if (fichier.mensuel) {
      part("MEME_DEMANDE", "Beaucoup de dossiers ont été demandés le même jour"
          + (ici.memeDemandeLe() == null ? "." : ", le " + ici.memeDemandeLe().format(JOUR) + "."),
          ici.memeDemande(), ici.demandes(), avant.memeDemande(), avant.demandes(), seuils.memeDemande());
    }
    vides("MATRICULES", "Des numéros d'allocataire sont vides ou faits de zéros.", ici.sansMatricule(), ici.dossiers(),
        avant.sansMatricule(), avant.dossiers());
    vides("NIR", "Des NIR sont vides, mal formés ou faits de zéros : les personnes ne seraient plus reconnues.", ici.sansNir(), ici.personnes(),
        avant.sansNir(), avant.personnes());
    vides("COMMUNES",
        "Des communes sont vides ou ne se reconnaissent ni par leur code ni par leur nom : les personnes n'auraient plus de territoire.",
        ici.sansCommune(), ici.dossiers(), avant.sansCommune(),
        avant.dossiers());
    part("DEPARTEMENT", "Des adresses sont dans un autre Département.", ici.communesAilleurs(), ici.communes(), avant.communesAilleurs(),
        avant.communes(), seuils.autreDepartement());
    part("REJETS", "Des dossiers ne se lisent pas et seraient rejetés.", ici.rejetes(), ici.dossiers(), avant.rejetes(),
        avant.dossiers(), seuils.rejetes());
  }

  /** A payer that never gives a number is known for it: only the first of its files is held. */
  private void vides(String code, String constat, int n, int sur, int nAvant, int surAvant) {
    if (surAvant == 0 || nAvant * 100L < (long) surAvant * seuils.numerosVides()) {
      part(code, constat, n, sur, nAvant, surAvant, seuils.numerosVides());
    }
  }

  private void part(String code, String constat, int n, int sur, int nAvant, int surAvant, int seuil) {
    if (sur >= seuils.minimum() && n > 0 && n * 100L >= (long) sur * seuil) {
      dire(code, constat, nombre(n) + " sur " + nombre(sur), surAvant == 0 ? null : nombre(nAvant) + " sur " + nombre(surAvant),
          "moins de " + seuil + " %");
    }
  }

  private void comparer(Precedent precedent, Mesures avant, int stock) {
    if (fichier.genre == Genre.CREANCES) {
      multiple("CREANCES", "Il y a beaucoup plus de créances que dans le fichier précédent.", BigDecimal.valueOf(ici.montants()),
          BigDecimal.valueOf(avant.montants()), "");
      multiple("MONTANT_TOTAL", "Le montant des créances est beaucoup plus grand que dans le fichier précédent.", ici.montant(),
          avant.montant(), " €");
      return;
    }
    if (!fichier.mensuel) {
      if (stock > 0 && ici.dossiers() * 100L >= (long) stock * seuils.journalierFoyers()
          && ici.dossiers() > (long) avant.dossiers() * seuils.facteur()) {
        dire("JOURNALIER", "Un fichier journalier parle d'ordinaire de quelques foyers ; celui-ci parle d'une grande part des " + nombre(stock)
            + " foyers de la caisse.",
            nombre(ici.dossiers()) + " dossiers", nombre(avant.dossiers()) + " dossiers au plus",
            "moins de " + seuils.journalierFoyers() + " % des foyers");
      }
      return;
    }
    long mois = ChronoUnit.MONTHS.between(YearMonth.from(precedent.reference()), YearMonth.from(fichier.reference));
    if (mois == 0) {
      dire("MOIS", "Un autre fichier de ce mois et de cette caisse est déjà chargé (« " + precedent.fichier() + " ») : celui-ci prendrait sa place.",
          fichier.reference.format(MOIS), precedent.reference().format(MOIS), "un fichier par mois");
    }
    int larges = larges(precedent);
    nombre("DOSSIERS", fichier.genre == Genre.FINANCIER ? "Le nombre de dossiers a beaucoup changé." : ici.dossiers() < avant.dossiers()
        ? "Il y a beaucoup moins de dossiers : les foyers qui manquent deviendraient absents." : "Il y a beaucoup plus de dossiers.",
        ici.dossiers(), avant.dossiers(), larges);
    if (avant.personnes() > 0) {
      nombre("PERSONNES", "Le nombre de personnes a beaucoup changé.", ici.personnes(), avant.personnes(), larges);
    }
    montants(avant, larges);
    if (fichier.genre == Genre.BENEFICIAIRES) {
      foyers(avant, larges);
    }
  }

  /** How many times wider tolerances are after months without a file. */
  private int larges(Precedent precedent) {
    return Math.clamp(ChronoUnit.MONTHS.between(YearMonth.from(precedent.reference()), YearMonth.from(fichier.reference)), 1, MOIS_D_ECART_AU_PLUS);
  }

  private void nombre(String code, String constat, int n, int nAvant, int larges) {
    int seuil = (n < nAvant ? seuils.baisse() : seuils.hausse()) * larges;
    if (Math.abs(n - nAvant) >= seuils.minimum() && Math.abs(n - nAvant) * 100L > (long) nAvant * seuil) {
      dire(code, constat, nombre(n), nombre(nAvant), "au plus " + seuil + " % de " + (n < nAvant ? "moins" : "plus"));
    }
  }

  private void montants(Mesures avant, int larges) {
    if (avant.montants() < seuils.minimum()) {
      return;
    }
    ecart("MONTANT_TOTAL", "Le montant total a beaucoup changé.", ici.montant(), avant.montant(), seuils.montantTotal() * larges);
    if (ici.montants() >= seuils.minimum()) {
      ecart("MONTANT_MOYEN", "Le montant moyen a beaucoup changé.", ici.montantMoyen(), avant.montantMoyen(), seuils.montantMoyen() * larges);
    }
  }

  private void foyers(Mesures avant, int larges) {
    part("APPARUS", "Beaucoup de foyers n'étaient pas connus.", ici.apparus() < seuils.minimum() ? 0 : ici.apparus(), ici.dossiers(),
        avant.apparus(), avant.dossiers(),
        seuils.apparus() * larges);
    boolean memesMontants = ici.montants() > 0 && avant.montants() > 0
        && ecartEnMillemes(ici.montantMoyen(), avant.montantMoyen()) < MONTANT_INCHANGE;
    boolean avantPeu = avant.modifies() * 100L < (long) avant.dossiers() * seuils.modifies() / 2;
    if (memesMontants && avantPeu) {
      part("MODIFIES", "Presque tous les dossiers changent, mais pas leurs montants.", ici.modifies(), ici.dossiers(), avant.modifies(),
          avant.dossiers(), seuils.modifies());
    }
  }

  /** Against the foyers open at each payer; payers too small to be looked at alone are looked at together. */
  private void disparus(List<Disparition> payeurs, int larges) {
    int avant = raisons.size();
    payeurs.forEach(p -> disparus("Beaucoup de foyers de la " + p.organisme + " ne sont plus dans le fichier : ils deviendraient absents.",
        p.disparus, p.ouverts, larges));
    if (raisons.size() == avant) {
      disparus("Beaucoup de foyers ne sont plus dans le fichier : ils deviendraient absents.", payeurs.stream().mapToInt(Disparition::disparus).sum(),
          payeurs.stream().mapToInt(Disparition::ouverts).sum(), larges);
    }
  }

  private void disparus(String constat, int n, int ouverts, int larges) {
    part("DISPARUS", constat, n < seuils.minimum() ? 0 : n, ouverts, 0, 0, seuils.disparus() * larges);
  }

  private void ecart(String code, String constat, BigDecimal n, BigDecimal nAvant, int seuil) {
    if (nAvant.signum() != 0 && ecartEnMillemes(n, nAvant) > seuil * 10L) {
      dire(code, constat, nombre(n) + " €", nombre(nAvant) + " €", "au plus " + seuil + " % d'écart");
    }
  }

  private static long ecartEnMillemes(BigDecimal n, BigDecimal avant) {
    return avant.signum() == 0 ? n.signum() == 0 ? 0 : 1000
        : n.subtract(avant).abs().multiply(BigDecimal.valueOf(1000)).divide(avant.abs(), 0, java.math.RoundingMode.HALF_UP).longValue();
  }

  private void multiple(String code, String constat, BigDecimal n, BigDecimal nAvant, String unite) {
    if (nAvant.signum() > 0 && n.compareTo(nAvant.multiply(BigDecimal.valueOf(seuils.facteur()))) > 0) {
      dire(code, constat, nombre(n) + unite, nombre(nAvant) + unite, "au plus " + seuils.facteur() + " fois plus");
    }
  }

  private void dire(String code, String constat, String maintenant, String avant, String seuil) {
    raisons.add(new Raison(code, constat, maintenant, avant, seuil));
  }

  private static String nombre(Number n) {
    return NumberFormat.getNumberInstance(Locale.FRENCH).format(n);
  }
}
