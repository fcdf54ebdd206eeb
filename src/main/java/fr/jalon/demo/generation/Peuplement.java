package fr.jalon.demo.generation;

import fr.jalon.demo.generation.DepartementDemo.Organisme;
import fr.jalon.demo.generation.DepartementDemo.Territoire;
import fr.jalon.demo.generation.DepartementDemo.Tranche;
import fr.jalon.demo.generation.DepartementDemo.Unite;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drafts the foyers of the reference date so that their counts are exact, and others of the same shape for those who left. */
final class Peuplement {
  private static final int AGE_DROIT_SANS_ENFANT = 25;
  private static final int AGE_DROIT_AVEC_ENFANT = 18;
  private final DepartementDemo demo;
  private final Profils profils;
  private final Hasard hasard;
  private final List<TypeFoyer> types = List.of(TypeFoyer.values());
  private final List<Double> partsTypes;

  Peuplement(DepartementDemo demo, Profils profils) {
    this.demo = demo;
    this.profils = profils;
    hasard = new Hasard(demo.graine(), "peuplement");
    partsTypes = types.stream().map(t -> demo.typesDeFoyer().getOrDefault(t, 0.0)).toList();
  }

  /** The foyers with a paid right at the reference date. */
  List<Fiche> stock() {
    List<Fiche> fiches = new ArrayList<>();
    for (Territoire territoire : demo.territoires()) {
      fiches.addAll(parTypes(territoire.code(), demo.effectif().get(territoire.code())));
    }
    hasard.melanger(fiches);
    fiches.sort(Comparator.comparing(f -> f.type));
    attribuerAges(fiches);
    attribuerAnciennetes(fiches);
    attribuerTns(fiches);
    attribuerOrganismes(fiches);
    return hasard.melanger(fiches);
  }

  /** One foyer drawn with the same shares, whose claim is {@code moisMin} to {@code moisMax} months before {@code date}. */
  Fiche tirer(LocalDate date, int moisMin, int moisMax) {
    Map<String, Double> territoires = new LinkedHashMap<>();
    demo.effectif().forEach((t, n) -> territoires.put(t, (double) n));
    Map<TypeFoyer, Double> poids = new LinkedHashMap<>(demo.typesDeFoyer());
    Fiche fiche = new Fiche(hasard.choisir(territoires), hasard.choisir(poids));
    Quotas ages = Quotas.de(demo.ages().stream().map(Tranche::part).toList(), 100_000);
    naitre(fiche, ages);
    int mois = Math.min(hasard.entre(moisMin, moisMax), Math.max(1, moisPossibles(fiche)));
    fiche.demande = demandeIlYA(date, mois);
    fiche.organisme = organisme(fiche, hasard.chance(partMsa()));
    if (hasard.chance(8) && fiche.age(date) >= 25 && !"MSA".equals(fiche.organisme.fonction())) {
      fiche.tns = hasard.chance(65) ? "AEN" : "ETI";
    }
    return fiche;
  }

  private List<Fiche> parTypes(String territoire, int nombre) {
    Quotas quotas = Quotas.de(partsTypes, nombre);
    boolean personnes = demo.unite() == Unite.PERSONNES;
    List<Fiche> fiches = new ArrayList<>();
    for (TypeFoyer type : types) {
      int rang = type.ordinal();
      if (personnes && type.couple() && quotas.reste(rang) % 2 == 1) {
        quotas.deplacer(rang, TypeFoyer.HOMME_SEUL.ordinal());
      }
    }
    for (TypeFoyer type : types) {
      int foyers = quotas.reste(type.ordinal()) / (personnes ? type.adultes : 1);
      for (int i = 0; i < foyers; i++) {
        fiches.add(new Fiche(territoire, type));
      }
    }
    return fiches;
  }

  private void attribuerAges(List<Fiche> fiches) {
    int personnes = fiches.stream().mapToInt(f -> f.type.adultes).sum();
    Quotas quotas = Quotas.de(demo.ages().stream().map(Tranche::part).toList(), personnes);
    fiches.forEach(f -> naitre(f, quotas));
  }

  private void naitre(Fiche fiche, Quotas quotas) {
    double[] affinites = demo.ages().stream().mapToDouble(t -> profils.affinite(fiche.type, Math.max(t.de(), 18))
        + (t.a() > 25 && t.de() < 25 ? profils.affinite(fiche.type, 25) : 0)).toArray();
    int tranche = quotas.tirer(hasard, affinites, 1);
    fiche.naissances.add(naissance(fiche, demo.ages().get(tranche)));
    if (fiche.type.couple()) {
      double[] proches = new double[affinites.length];
      for (int i = Math.max(0, tranche - 1); i <= Math.min(affinites.length - 1, tranche + 1); i++) {
        proches[i] = affinites[i];
      }
      fiche.naissances.add(naissance(fiche, demo.ages().get(quotas.tirer(hasard, proches, 1))));
    }
  }

  private LocalDate naissance(Fiche fiche, Tranche tranche) {
    int minimum = fiche.type.enfants ? AGE_DROIT_AVEC_ENFANT + 1 : AGE_DROIT_SANS_ENFANT;
    int age = hasard.entre(Math.max(tranche.de(), Math.min(minimum, tranche.a())), tranche.a());
    return demo.reference().minusYears(age).minusDays(hasard.entre(1, 360));
  }

  private void attribuerAnciennetes(List<Fiche> fiches) {
    int total = fiches.stream().mapToInt(f -> f.type.adultes).sum();
    Quotas quotas = Quotas.de(demo.anciennete().stream().map(Tranche::part).toList(), total);
    List<Fiche> jeunesDAbord = new ArrayList<>(fiches);
    jeunesDAbord.sort(Comparator.comparingInt(this::moisPossibles));
    for (Fiche fiche : jeunesDAbord) {
      int possibles = moisPossibles(fiche);
      double[] affinites = demo.anciennete().stream().mapToDouble(t -> t.de() <= possibles ? 1 : 0).toArray();
      Tranche tranche = demo.anciennete().get(quotas.tirer(hasard, affinites, fiche.type.adultes));
      int plafond = Math.min(tranche.a(), possibles);
      double tirage = hasard.reel();
      int mois = tranche.de() + (int) Math.floor((plafond - tranche.de() + 1) * (plafond > 60 ? tirage * tirage : tirage));
      fiche.demande = demandeIlYA(demo.reference(), Math.min(mois, plafond));
    }
  }

  /** Months since the claimant could claim. */
  private int moisPossibles(Fiche fiche) {
    int age = fiche.type.enfants ? AGE_DROIT_AVEC_ENFANT : AGE_DROIT_SANS_ENFANT;
    return (int) Math.max(0, ChronoUnit.MONTHS.between(fiche.naissances.getFirst().plusYears(age), demo.reference()));
  }

  private LocalDate demandeIlYA(LocalDate date, int mois) {
    return date.withDayOfMonth(1).minusMonths(mois).plusDays(hasard.entre(0, mois == 0 ? 11 : 27));
  }

  private void attribuerTns(List<Fiche> fiches) {
    for (Map.Entry<String, Integer> quota : demo.tns().entrySet()) {
      List<Fiche> candidats = new ArrayList<>(fiches.stream()
          .filter(f -> f.territoire.equals(quota.getKey()) && f.age(demo.reference()) >= 26 && f.age(demo.reference()) < 64)
          .filter(f -> f.type.couple() || !f.type.enfants || hasard.chance(70)).toList());
      hasard.melanger(candidats);
      candidats.stream().limit(quota.getValue()).forEach(f -> f.tns = hasard.choisir(profils.activitesTns));
    }
  }

  private void attribuerOrganismes(List<Fiche> fiches) {
    long msa = Math.round(fiches.size() * partMsa() / 100);
    List<Fiche> agricolesDAbord = new ArrayList<>(fiches);
    hasard.melanger(agricolesDAbord);
    agricolesDAbord.sort(Comparator.comparing(f -> !"EXP".equals(f.tns)));
    int rang = 0;
    for (Fiche fiche : agricolesDAbord) {
      fiche.organisme = organisme(fiche, rang++ < msa);
    }
  }

  private double partMsa() {
    return demo.organismes().stream().mapToDouble(Organisme::partDesFoyers).sum();
  }

  private Organisme organisme(Fiche fiche, boolean msa) {
    return demo.organismes().stream()
        .filter(o -> msa ? o.partDesFoyers() > 0 : o.territoires().contains(fiche.territoire)).findFirst().orElseThrow();
  }
}
