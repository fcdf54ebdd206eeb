package fr.jalon.justedroit.web;

import fr.jalon.calcul.CalculDuDroit;
import fr.jalon.calcul.ErreurDeSaisie;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Regles;
import fr.jalon.calcul.Revenu;
import fr.jalon.justedroit.domaine.EmploiPropose;
import fr.jalon.justedroit.domaine.EmploiPropose.Contrat;
import fr.jalon.justedroit.domaine.FoyerSimule;
import fr.jalon.justedroit.domaine.FoyerSimule.Logis;
import fr.jalon.justedroit.domaine.LigneDeRevenu;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads the form of a simulation. Fields: {@code premier}, {@code trimestre}, {@code a0-naissance}, {@code e0-naissance}, {@code r0-nature},
 * {@code r0-m1} (oldest of the months before the first) to {@code r0-m6}, {@code r0-ensuite}, {@code j-contrat}…
 */
final class FormulaireDeSimulation {
  private static final int ENFANTS_AU_PLUS = 15;
  private static final int REVENUS_AU_PLUS = 12;
  private static final BigDecimal HEURES_AU_PLUS = BigDecimal.valueOf(48);
  private static final Pattern CHEMIN = Pattern.compile("input\\.(adults|children)\\[(\\d+)]\\.birthdate");
  private final Saisie saisie;
  private final LocalDate aujourdhui;
  private final BigDecimal immersionParJour;

  /** @param immersionParJour bonus of a day of immersion, in euros */
  FormulaireDeSimulation(Saisie saisie, LocalDate aujourdhui, BigDecimal immersionParJour) {
    this.saisie = saisie;
    this.aujourdhui = aujourdhui;
    this.immersionParJour = immersionParJour;
  }

  /** Lines of children to show. */
  int enfants() {
    return lignes("enfants", 1, ENFANTS_AU_PLUS);
  }

  /** Lines of income to show. */
  int revenus() {
    return lignes("revenus", 1, REVENUS_AU_PLUS);
  }

  /** First month simulated: within a year of today. */
  YearMonth premier() {
    YearMonth ici = YearMonth.from(aujourdhui);
    YearMonth lu = saisie.mois("premier");
    if (lu != null && (lu.isBefore(ici.minusMonths(12)) || lu.isAfter(ici.plusMonths(12)))) {
      saisie.refuser("premier", "Choisissez un mois à moins d'un an d'aujourd'hui.");
      return ici;
    }
    return lu == null ? ici : lu;
  }

  /** The household; its errors are noted beside their fields. */
  FoyerSimule foyer() {
    YearMonth premier = premier();
    List<Personne> adultes = new ArrayList<>();
    adulte(adultes, 0, true);
    if (!saisie.vide("a1-naissance")) {
      adulte(adultes, 1, true);
    }
    List<Personne> enfants = new ArrayList<>();
    for (int i = 0; i < enfants(); i++) {
      LocalDate naissance = saisie.jour("e" + i + "-naissance");
      if (naissance != null) {
        enfants.add(Personne.nee(naissance).id("e" + i).gardeAlternee(saisie.coche("e" + i + "-alternee")).faite());
      }
    }
    YearMonth isole = saisie.mois("isole");
    if (isole != null && isole.isAfter(premier)) {
      saisie.refuser("isole", "La séparation ne peut pas être après le premier mois simulé.");
    }
    FoyerSimule foyer = new FoyerSimule(premier, trimestre(premier), adultes.isEmpty() ? List.of() : adultes, enfants, isole,
        saisie.choix("logement", Logis.class), saisie.nombre("aide-logement"), saisie.nombre("prestations"), saisie.nombre("asf"),
        lesRevenus(adultes.size()));
    if (saisie.juste()) {
      verifier(foyer);
    }
    return foyer;
  }

  /** The job; its errors are noted beside their fields. */
  EmploiPropose emploi(FoyerSimule foyer) {
    Contrat contrat = saisie.choix("j-contrat", Contrat.class);
    BigDecimal heures = saisie.nombre("j-heures");
    boolean parMois = "MOIS".equals(saisie.texte("j-unite-heures"));
    BigDecimal parSemaine = parMois ? heures.multiply(BigDecimal.valueOf(12)).divide(BigDecimal.valueOf(52), 2, RoundingMode.HALF_UP) : heures;
    if (parSemaine.compareTo(HEURES_AU_PLUS) > 0) {
      saisie.refuser("j-heures", "Plus de 48 heures par semaine : vérifiez le nombre, ou choisissez « par mois ».");
    }
    BigDecimal paie = saisie.nombre("j-paie");
    boolean horaire = "HEURE".equals(saisie.texte("j-unite-paie"));
    if (paie.signum() == 0) {
      saisie.refuser("j-paie", "Écrivez la paie nette : ce que la personne touchera.");
    }
    if (heures.signum() == 0) {
      saisie.refuser("j-heures", "Écrivez le nombre d'heures : la courbe en a besoin.");
    }
    BigDecimal heuresDuMois = parMois ? heures : EmploiPropose.heuresDuMois(heures);
    BigDecimal net = !horaire ? paie : parMois ? heures.multiply(paie).setScale(2, RoundingMode.HALF_UP) : EmploiPropose.netDuMois(heures, paie);
    LocalDate debut = saisie.jour("j-debut");
    LocalDate fin = saisie.jour("j-fin");
    dates(foyer, contrat, debut, fin);
    int adulte = "1".equals(saisie.texte("j-qui")) ? 1 : 0;
    if (adulte >= foyer.adultes().size() && adulte > 0) {
      saisie.refuser("j-qui", "Donnez d'abord la date de naissance du conjoint.");
    }
    int jours = saisie.vide("j-immersion") ? 0 : saisie.entier("j-immersion", 0, 60);
    return new EmploiPropose(adulte, contrat, heuresDuMois, net, debut, fin, immersionParJour.multiply(BigDecimal.valueOf(jours)));
  }

  private void dates(FoyerSimule foyer, Contrat contrat, LocalDate debut, LocalDate fin) {
    if (debut == null) {
      saisie.refuser("j-debut", "Écrivez le premier jour de travail.");
    } else if (YearMonth.from(debut).isBefore(foyer.premier()) || YearMonth.from(debut).isAfter(foyer.dernier())) {
      saisie.refuser("j-debut", "Le travail doit commencer pendant les douze mois simulés.");
    }
    if (fin == null && contrat.aUneFin()) {
      saisie.refuser("j-fin", "Ce contrat a une fin : écrivez son dernier jour.");
    } else if (fin != null && debut != null && fin.isBefore(debut)) {
      saisie.refuser("j-fin", "Le dernier jour est avant le premier.");
    }
  }

  private int lignes(String champ, int minimum, int maximum) {
    try {
      return Math.clamp(Integer.parseInt(saisie.texte(champ)), minimum, maximum);
    } catch (NumberFormatException e) {
      return minimum;
    }
  }

  /** The quarter in progress began this month, or one or two before. */
  private YearMonth trimestre(YearMonth premier) {
    int avant = "1".equals(saisie.texte("trimestre")) ? 1 : "2".equals(saisie.texte("trimestre")) ? 2 : 0;
    return premier.minusMonths(avant);
  }

  private void adulte(List<Personne> adultes, int rang, boolean obligatoire) {
    String champ = "a" + rang + "-naissance";
    LocalDate naissance = saisie.jour(champ);
    if (naissance == null) {
      if (obligatoire) {
        saisie.refuser(champ, "Écrivez la date de naissance.");
      }
      return;
    }
    adultes.add(Personne.nee(naissance).id("a" + rang).enceinte(saisie.coche("a" + rang + "-enceinte"))
        .etudiant(saisie.coche("a" + rang + "-etudiant"))
        .heuresDuRsaJeune(saisie.coche("a" + rang + "-jeune")).faite());
  }

  private List<LigneDeRevenu> lesRevenus(int adultes) {
    List<LigneDeRevenu> lus = new ArrayList<>();
    for (int i = 0; i < revenus(); i++) {
      String r = "r" + i + "-";
      List<BigDecimal> passes = IntStream.rangeClosed(1, LigneDeRevenu.MOIS_PASSES).mapToObj(m -> saisie.nombre(r + "m" + m)).toList();
      BigDecimal ensuite = saisie.nombre(r + "ensuite");
      Revenu nature = Revenu.nomme(saisie.texte(r + "nature"));
      boolean rempli = ensuite.signum() > 0 || passes.stream().anyMatch(m -> m.signum() > 0);
      int qui = "1".equals(saisie.texte(r + "qui")) ? 1 : 0;
      if (rempli && nature == null) {
        saisie.refuser(r + "nature", "Dites quel est ce revenu.");
      } else if (rempli && qui >= adultes && qui > 0) {
        saisie.refuser(r + "qui", "Donnez d'abord la date de naissance du conjoint.");
      } else if (rempli) {
        lus.add(new LigneDeRevenu(qui, nature, passes, ensuite, saisie.coche(r + "arret")));
      }
    }
    return lus;
  }

  /** What the calculation itself refuses is told beside the field it speaks of. */
  private void verifier(FoyerSimule foyer) {
    Menage menage = foyer.sansEmploi();
    for (ErreurDeSaisie e : new CalculDuDroit(Regles.EN_VIGUEUR.prolongees()).verifier(menage, foyer.premier())) {
      Matcher m = CHEMIN.matcher(e.chemin());
      boolean naissance = m.matches();
      int rang = naissance ? Integer.parseInt(m.group(2)) : 0;
      String champ = !naissance ? "premier" : m.group(1).equals("adults") ? "a" + rang + "-naissance" : foyer.enfants().get(rang).id() + "-naissance";
      saisie.refuser(champ, e.phrase());
    }
  }
}
