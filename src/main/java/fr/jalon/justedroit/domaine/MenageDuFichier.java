package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.Logement;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.ParMois;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Prestations;
import fr.jalon.calcul.Revenu;
import fr.jalon.calcul.StatutDuLogement;
import fr.jalon.justedroit.domaine.FaitsDuMois.Declare;
import fr.jalon.justedroit.domaine.FaitsDuMois.Membre;
import fr.jalon.justedroit.domaine.FaitsDuMois.Ressources;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A foyer of the files as the calculation wants it, for the RSA of one month. The three months declared stand for the reference months of the
 * quarter, whatever they are: their mean is given to each month the calculation may look at. The payer itself says which income it neutralised.
 *
 * @param menage   the household, or {@code null} when a birth is missing
 * @param inconnues codes of resources nobody said how to count
 * @param neutralises euros a month left out because the payer neutralised them
 * @param sansDetail true when the file gives the mean of the resources without their kinds
 */
public record MenageDuFichier(Menage menage, Set<String> inconnues, BigDecimal neutralises, boolean sansDetail) {
  /** Family situations that began with the end of a life together: separated in fact or in law, divorced, alone after a couple, widowed. */
  private static final Set<String> RUPTURES = Set.of("SEF", "SEL", "DIV", "ISO", "VEU");
  private static final BigDecimal TROIS = BigDecimal.valueOf(3);
  private static final int DECIMALES = 6;
  private static final int AVANT = 6;

  /** From the facts of a month. */
  public static MenageDuFichier de(FaitsDuMois faits) {
    Lecture lecture = new Lecture(faits);
    return new MenageDuFichier(lecture.menage(), lecture.inconnues, lecture.neutralises, lecture.sansDetail);
  }

  /** The month of the separation when the family situation tells one. */
  public static Optional<YearMonth> rupture(FaitsDuMois faits) {
    return faits.adultes().size() == 1 && RUPTURES.contains(faits.situation() == null ? "" : faits.situation()) && faits.situationDepuis() != null
        && !YearMonth.from(faits.situationDepuis()).isAfter(faits.mois()) ? Optional.of(YearMonth.from(faits.situationDepuis())) : Optional.empty();
  }

  private static final class Lecture {
    private final FaitsDuMois faits;
    private final Set<String> inconnues = new TreeSet<>();
    private BigDecimal neutralises = BigDecimal.ZERO;
    private boolean sansDetail;

    Lecture(FaitsDuMois faits) {
      this.faits = faits;
    }

    Menage menage() {
      if (faits.membres().stream().anyMatch(m -> m.naissance() == null) || faits.adultes().isEmpty()) {
        return null;
      }
      List<Personne> enfants = new ArrayList<>();
      faits.enfants().forEach(m -> enfants.add(personne(m)));
      Menage menage = Menage.de(faits.adultes().stream().map(this::personne).toArray(Personne[]::new)).avecEnfants(enfants.toArray(Personne[]::new))
          .isoleDepuis(rupture(faits).orElse(null));
      BigDecimal logement = faits.montants() == null ? null : faits.montants().logement();
      BigDecimal prestations = faits.montants() == null ? null : faits.montants().prestations();
      if (faits.sansDomicile()) {
        menage = menage.avecLogement(new Logement(StatutDuLogement.SANS_DOMICILE, BigDecimal.ZERO, false, ParMois.RIEN));
      } else if (logement != null && logement.signum() > 0) {
        menage = menage.avecLogement(Logement.locataire("0").avecAide(ceMois(logement)));
      }
      return prestations == null || prestations.signum() <= 0 ? menage : menage.avecPrestations(Prestations.AUCUNE.avecAf(ceMois(prestations)));
    }

    private Personne personne(Membre m) {
      Personne.Fiche fiche = Personne.nee(m.naissance()).id(String.valueOf(m.personneId())).enceinte(m.enceinte());
      if (m.ressources() != null && !m.ressources().nulles()) {
        moyennes(m.ressources()).forEach((nature, somme) -> fiche.revenu(nature, mensuel(somme)));
      }
      return fiche.faite();
    }

    /** Sums over three months, by kind. */
    private Map<Revenu, BigDecimal> moyennes(Ressources r) {
      Map<Revenu, BigDecimal> sommes = new EnumMap<>(Revenu.class);
      if (r.montants().isEmpty() && r.moyenne() != null && r.moyenne().signum() > 0) {
        sansDetail = true;
        sommes.put(Revenu.SALAIRE_NET, r.moyenne().multiply(TROIS));
      }
      for (Declare d : r.montants()) {
        if (d.montant() == null || d.montant().signum() <= 0) {
          continue;
        }
        if (d.neutralise()) {
          neutralises = neutralises.add(d.montant().divide(TROIS, 2, RoundingMode.HALF_UP));
          continue;
        }
        NaturesDeRessources.connues().de(d.nature()).ifPresentOrElse(n -> {
          if (n.compte()) {
            sommes.merge(n.revenu(), d.montant(), BigDecimal::add);
          }
        }, () -> inconnues.add(d.nature()));
      }
      return sommes;
    }

    private ParMois mensuel(BigDecimal sommeDeTroisMois) {
      return ParMois.constant(faits.mois().minusMonths(AVANT), faits.mois(), sommeDeTroisMois.divide(TROIS, DECIMALES, RoundingMode.HALF_UP));
    }

    private ParMois ceMois(BigDecimal euros) {
      return ParMois.constant(faits.mois().minusMonths(AVANT), faits.mois(), euros);
    }
  }
}
