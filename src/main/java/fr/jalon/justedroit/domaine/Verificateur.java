package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.CalculDuDroit;
import fr.jalon.calcul.Etape;
import fr.jalon.calcul.Logement;
import fr.jalon.calcul.MenageRefuse;
import fr.jalon.calcul.Resultat;
import fr.jalon.justedroit.domaine.FaitsDuMois.Montants;
import fr.jalon.justedroit.domaine.Verification.Composante;
import fr.jalon.justedroit.domaine.Verification.Piste;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Recalculates the RSA of a month from the facts of the files and compares it with what the payer counted. */
public final class Verificateur {
  private static final BigDecimal UN_EURO = BigDecimal.ONE;
  private static final int MOIS_DE_REVALORISATION = 4;
  private static final int TRIMESTRE = 3;
  private final CalculDuDroit calcul = CalculDuDroit.enVigueur();
  private final boolean raconter;

  private Verificateur(boolean raconter) {
    this.raconter = raconter;
  }

  /** For one foyer: with the steps of the calculation. */
  public static Verificateur detaille() {
    return new Verificateur(true);
  }

  /** For many: without them. */
  public static Verificateur rapide() {
    return new Verificateur(false);
  }

  /**
   * Verifies a month.
   *
   * @param voisins facts of the months before and after, which may hold the resources that the payer counted; may be empty
   */
  public Verification verifier(FaitsDuMois faits, List<FaitsDuMois> voisins) {
    Montants m = faits.montants();
    BigDecimal caisse = m == null ? null : m.avantReduction();
    if (!faits.versable()) {
      return new Verification(faits, null, caisse, null, List.of(), List.of(), List.of());
    }
    MenageDuFichier lu = MenageDuFichier.de(faits);
    Resultat droit;
    List<Etape> etapes;
    try {
      if (lu.menage() == null) {
        return sansCalcul(faits, caisse, "Une date de naissance manque dans le fichier.");
      }
      droit = calcul.calculer(lu.menage(), faits.mois());
      etapes = raconter ? calcul.expliquer(lu.menage(), faits.mois()).stream().filter(e -> e.cle().startsWith("rsa.")).toList() : List.of();
    } catch (MenageRefuse e) {
      return sansCalcul(faits, caisse, e.erreurs().getFirst().phrase());
    }
    BigDecimal recalcule = droit.rsa().setScale(2, RoundingMode.HALF_UP);
    if (caisse == null) {
      return new Verification(faits, recalcule, null, null, List.of(),
          List.of(new Piste(Explication.DONNEE_MANQUANTE, "Le fichier ne donne pas le montant du droit.", true)), etapes);
    }
    BigDecimal ecart = caisse.subtract(recalcule);
    List<Piste> pistes = ecart.signum() == 0 ? List.of() : new Recherche(faits, lu, droit, ecart, voisins).pistes();
    return new Verification(faits, recalcule, caisse, ecart, composantes(m, droit, recalcule, caisse), pistes, etapes);
  }

  private static Verification sansCalcul(FaitsDuMois faits, BigDecimal caisse, String phrase) {
    return new Verification(faits, null, caisse, null, List.of(), List.of(new Piste(Explication.DONNEE_MANQUANTE, phrase, true)), List.of());
  }

  private static BigDecimal forfait(Resultat droit) {
    return droit.socle().max(droit.socleMajore()).setScale(2, RoundingMode.HALF_UP);
  }

  /** Resources but for the family benefits, which have their own line. */
  private static BigDecimal ressources(Resultat droit) {
    return droit.baseRessources().subtract(droit.prestationsFamiliales()).setScale(2, RoundingMode.HALF_UP);
  }

  private static List<Composante> composantes(Montants m, Resultat droit, BigDecimal recalcule, BigDecimal caisse) {
    return List.of(new Composante("Montant du foyer", m.forfait(), forfait(droit)),
        new Composante("Forfait logement retiré", m.logement(), droit.forfaitLogement().setScale(2, RoundingMode.HALF_UP)),
        new Composante("Prestations familiales retirées", m.prestations(), droit.prestationsFamiliales().setScale(2, RoundingMode.HALF_UP)),
        new Composante("Ressources retirées, par mois", m.ressources(), ressources(droit)),
        new Composante("Abattement ajouté par la caisse", m.abattement(), m.abattement() == null ? null : BigDecimal.ZERO),
        new Composante("RSA avant réduction", caisse, recalcule));
  }

  /** Looks for what may explain a difference. */
  private final class Recherche {
    private final FaitsDuMois faits;
    private final Montants m;
    private final MenageDuFichier lu;
    private final Resultat droit;
    private final BigDecimal ecart;
    private final List<FaitsDuMois> voisins;
    private final List<Piste> entieres = new ArrayList<>();
    private final List<Piste> autres = new ArrayList<>();

    Recherche(FaitsDuMois faits, MenageDuFichier lu, Resultat droit, BigDecimal ecart, List<FaitsDuMois> voisins) {
      this.faits = faits;
      m = faits.montants();
      this.lu = lu;
      this.droit = droit;
      this.ecart = ecart;
      this.voisins = voisins;
    }

    List<Piste> pistes() {
      if (ecart.abs().compareTo(UN_EURO) < 0) {
        return List.of(new Piste(Explication.ARRONDI, "La différence est de quelques centimes.", true));
      }
      famille();
      calendrier();
      ressources();
      foyer();
      if (m.reduction() != null && m.reduction().signum() > 0) {
        ajouter(Explication.REDUCTION, "Le Département a réduit ce droit de %s.".formatted(euros(m.reduction())), false);
      }
      List<Piste> toutes = new ArrayList<>(entieres);
      toutes.addAll(autres);
      if (toutes.isEmpty()) {
        toutes.add(new Piste(Explication.A_EXAMINER, "Les chiffres du fichier ne donnent pas ce montant.", false));
      }
      return List.copyOf(toutes);
    }

    private void famille() {
      if (!droit.ouvert() && !droit.majore()) {
        ajouter(Explication.OUVERTURE,
            "Avec les seules données du fichier, le droit ne paraît pas ouvert : personne n'a l'âge demandé ni d'enfant compté.", true);
        return;
      }
      if (m.forfait() == null) {
        return;
      }
      BigDecimal difference = m.forfait().subtract(forfait(droit));
      if (difference.abs().compareTo(UN_EURO) < 0) {
        return;
      }
      boolean tout = proche(difference, ecart);
      if (faits.majore() != droit.majore()) {
        ajouter(Explication.MAJORATION, droit.majore() ? "Jalon trouve une majoration pour parent isolé que la caisse ne compte pas."
            : "La caisse compte une majoration pour parent isolé que Jalon ne trouve pas.", tout);
      } else {
        ajouter(Explication.COMPOSITION, "Jalon compte %s et %s, soit %s ; la caisse part de %s.".formatted(nombre(faits.adultes().size(), "adulte"),
            nombre(droit.enfantsComptes(), "enfant"),
            euros(forfait(droit)), euros(m.forfait())), tout);
      }
    }

    private void ressources() {
      if (m.abattement() != null && m.abattement().signum() > 0) {
        ajouter(Explication.ABATTEMENT, "La caisse a retiré %s des ressources (abattement ou neutralisation).".formatted(euros(m.abattement())),
            proche(m.abattement(), ecart));
      }
      if (lu.neutralises().signum() > 0) {
        ajouter(Explication.NEUTRALISATION, "La caisse ne compte pas %s par mois de revenus déclarés.".formatted(euros(lu.neutralises())), false);
      }
      if (!lu.inconnues().isEmpty()) {
        ajouter(Explication.NATURE_INCONNUE, "Jalon ne sait pas compter la ressource de code %s.".formatted(String.join(", ", lu.inconnues())),
            false);
      }
      BigDecimal declarees = Verificateur.ressources(droit);
      if (m.ressources() != null && m.ressources().subtract(declarees).abs().compareTo(UN_EURO) >= 0) {
        BigDecimal difference = declarees.subtract(m.ressources());
        ajouter(Explication.RESSOURCES, "Les ressources déclarées font %s par mois ; la caisse en a retenu %s.".formatted(euros(declarees),
            euros(m.ressources())), proche(difference, ecart));
      } else if (m.ressources() == null && faits.adultes().stream().allMatch(a -> a.ressources() == null)) {
        ajouter(Explication.DONNEE_MANQUANTE, "Le fichier ne dit rien des ressources du foyer.", false);
      }
      if (lu.sansDetail()) {
        ajouter(Explication.DONNEE_MANQUANTE, "Le fichier ne donne que la moyenne des ressources, sans leur nature.", false);
      }
      if (faits.adultes().stream().anyMatch(a -> a.ressources() != null && a.ressources().montants().stream()
          .anyMatch(d -> d.nature() != null && INDEPENDANT.contains(d.nature())))) {
        ajouter(Explication.INDEPENDANT, "Une partie des ressources est un revenu d'indépendant, évalué par la caisse ou le Département.", false);
      }
    }

    private void foyer() {
      if (droit.rsa().signum() > 0 && !faits.sansDomicile() && (m.logement() == null || m.logement().signum() == 0)) {
        BigDecimal sansDepense = calcul.calculer(lu.menage().avecLogement(Logement.gratuit()), faits.mois()).rsa();
        BigDecimal forfait = droit.rsa().subtract(sansDepense);
        ajouter(Explication.LOGEMENT,
            "Le fichier ne dit rien du logement : Jalon ne retire rien, la caisse peut retirer jusqu'à %s.".formatted(euros(forfait)),
            proche(sansDepense, droit.rsa().add(ecart)));
      }
      if ((m.prestations() == null || m.prestations().signum() == 0) && !faits.enfants().isEmpty()) {
        ajouter(Explication.PRESTATIONS, "Le fichier ne donne pas de prestations familiales pour ce foyer avec enfant.", false);
      }
    }

    private void calendrier() {
      for (FaitsDuMois voisin : lesPlusProches()) {
        if (donneLeMontantDeLaCaisse(faits.avecRessourcesDe(voisin))) {
          ajouter(Explication.MOIS_DE_REFERENCE,
              "Avec les ressources du trimestre connu en %s, le montant est celui de la caisse.".formatted(mois(voisin)), true);
          break;
        }
      }
      if (faits.mois().getMonthValue() >= MOIS_DE_REVALORISATION && faits.mois().getMonthValue() < MOIS_DE_REVALORISATION + 3) {
        FaitsDuMois enMars = new FaitsDuMois(faits.foyerId(), faits.mois().withMonth(MOIS_DE_REVALORISATION - 1), faits.etat(), faits.situation(),
            faits.situationDepuis(),
            faits.sansDomicile(), faits.majore(), m, faits.membres());
        if (donneLeMontantDeLaCaisse(enMars)) {
          ajouter(Explication.REVALORISATION, "Avec les montants d'avant le 1er avril, le RSA est celui de la caisse.", true);
        }
      }
    }

    /** Months of the quarters before and after, the nearest first. */
    private List<FaitsDuMois> lesPlusProches() {
      return voisins.stream().filter(v -> distance(v) > 0 && distance(v) <= TRIMESTRE)
          .sorted(java.util.Comparator.comparingLong(this::distance)).toList();
    }

    private long distance(FaitsDuMois voisin) {
      return Math.abs(java.time.temporal.ChronoUnit.MONTHS.between(faits.mois(), voisin.mois()));
    }

    private boolean donneLeMontantDeLaCaisse(FaitsDuMois autres) {
      try {
        MenageDuFichier essai = MenageDuFichier.de(autres);
        return essai.menage() != null && proche(calcul.calculer(essai.menage(), autres.mois()).rsa(), droit.rsa().add(ecart));
      } catch (MenageRefuse e) {
        return false;
      }
    }

    private void ajouter(Explication explication, String phrase, boolean entiere) {
      (entiere ? entieres : autres).add(new Piste(explication, phrase, entiere));
    }
  }

  private static final java.util.Set<String> INDEPENDANT = java.util.Set.of("030", "031", "032", "033", "034", "100", "205");

  private static boolean proche(BigDecimal a, BigDecimal b) {
    return a.subtract(b).abs().compareTo(UN_EURO) < 0;
  }

  private static String nombre(int combien, String quoi) {
    return combien + " " + quoi + (combien > 1 ? "s" : "");
  }

  private static String euros(BigDecimal montant) {
    return String.format(java.util.Locale.FRENCH, "%,.2f", montant).replace('\u00a0', '\u202f') + "\u00a0€";
  }

  private static String mois(FaitsDuMois faits) {
    return java.time.format.DateTimeFormatter.ofPattern("MMMM yyyy", java.util.Locale.FRENCH).format(faits.mois());
  }
}
