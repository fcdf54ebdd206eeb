package fr.jalon.pilotage.web;

import static fr.jalon.pilotage.web.EnParallele.lire;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.pilotage.CatalogueIndicateurs;
import fr.jalon.pilotage.Demande;
import fr.jalon.pilotage.Dimension;
import fr.jalon.pilotage.DonneesChargees;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.pilotage.Objectif;
import fr.jalon.pilotage.ObjectifsDuPlan;
import fr.jalon.pilotage.ValeurIndicateur;
import fr.jalon.pilotage.web.TableauDeBord.Chiffre;
import fr.jalon.pilotage.web.TableauDeBord.LigneMois;
import fr.jalon.pilotage.web.TableauDeBord.LigneTerritoire;
import fr.jalon.pilotage.web.TableauDeBord.Resultat;
import fr.jalon.pilotage.web.TableauDeBord.Ventilation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the figures of the dashboard, the population once for all its breakdowns, the rest beside it. */
@Component
class ComposerTableauDeBord {
  static final List<Dimension> VENTILATIONS = List.of(Dimension.TERRITOIRE, Dimension.FOYER, Dimension.AGE, Dimension.ANCIENNETE, Dimension.PAYEUR,
      Dimension.PARCOURS);
  private static final List<String> ORIENTATION = List.of("ORI-DELAI", "ORI-DELAI-MEDIAN", "ORI-TAUX-15J", "ORI-TAUX-31J",
      "ORI-TAUX-42J", "ORI-ATTENTE", "ORI-REORIENTATIONS", "ORI-SURCHARGE");

  private static final Demande VARIATION = new Demande("POP-VARIATION", Dimension.MOUVEMENT);

  private final Indicateurs indicateurs;
  private final CatalogueIndicateurs catalogue;
  private final DonneesChargees donnees;
  private final ObjectifsDuPlan plan;
  private final EnParallele enParallele;
  private final AgentCourant agentCourant;

  ComposerTableauDeBord(Indicateurs indicateurs, CatalogueIndicateurs catalogue, DonneesChargees donnees, ObjectifsDuPlan plan,
      EnParallele enParallele, AgentCourant agentCourant) {
    this.indicateurs = indicateurs;
    this.catalogue = catalogue;
    this.donnees = donnees;
    this.plan = plan;
    this.enParallele = enParallele;
    this.agentCourant = agentCourant;
  }

  /** The dashboard at a date, as the agent at work may see it. */
  TableauDeBord au(LocalDate au) {
    return au(au, null);
  }

  /** The same of one territory. @param territoire its name, among those the agent reads; {@code null} for all of them */
  TableauDeBord au(LocalDate au, String territoire) {
    LocalDate avant = au.withDayOfMonth(1).minusDays(1);
    var population = demander(au, territoire,
        Stream.concat(VENTILATIONS.stream().map(d -> new Demande("POP-DOV", d)),
        Stream.of(total("POP-DOV"), total("POP-FOYERS"), new Demande("POP-FOYERS", Dimension.TERRITOIRE), total("POP-SDD"),
        new Demande("POP-SDD", Dimension.TERRITOIRE), new Demande("POP-TNS", Dimension.TERRITOIRE), total("POP-TNS"),
        total("PARCOURS-PROFESSIONNEL"))));
    var mouvements = demander(au, territoire, Stream.of(mois("ENT-SORTIES"), mois("ENT-NOUVEAUX"), new Demande("ENT-NOUVEAUX", Dimension.TERRITOIRE),
        VARIATION));
    var versements = enParallele.lancer(() -> indicateurs.croiser("ALL-MONTANT", au, List.of(Dimension.MOIS, Dimension.VERSEMENT), territoire));
    // one reading for the two figures compared, in all and by territory
    var avantCeMois = enParallele.lancer(() -> indicateurs.croiser("POP-DOV", avant, List.of(Dimension.TERRITOIRE, Dimension.SDD), territoire));
    var moyennes = demander(au, territoire, Stream.of(mois("ALL-MOYEN")));
    var orientation = demander(au, territoire, Stream.concat(ORIENTATION.stream().map(ComposerTableauDeBord::total),
        Stream.of(total("ORI-TAUX-CIBLE"), mois("ORI-TAUX-15J"), mois("ORI-TAUX-42J"))));

    Map<Demande, List<ValeurIndicateur>> lus = new HashMap<>();
    Stream.of(population, mouvements, moyennes, orientation).forEach(f -> lus.putAll(lire(f)));
    Avant moisDAvant = new Avant(lire(avantCeMois));
    Map<List<String>, BigDecimal> verses = lire(versements);
    lus.put(mois("ALL-MONTANT"), enMontants(lus.get(mois("ALL-MOYEN")), verses));
    ObjectifsDuPlan.Plan leve = plan.plan();
    return new TableauDeBord(au, territoire, indicateurs.territoires(), donnees.derniereReference(au).orElse(null), avant, leve.source(),
        leve.objectifs().stream().filter(o -> catalogue.connait(o.indicateur())).map(o -> resultat(o, au, territoire, lus)).toList(),
        leve.objectifs().stream().filter(o -> !catalogue.connait(o.indicateur())).toList(),
        chiffres(lus, moisDAvant), territoires(lus, moisDAvant),
        VENTILATIONS.stream().map(d -> new Ventilation(d, lus.get(new Demande("POP-DOV", d)), un(lus, "POP-DOV").valeur())).toList(),
        lus.get(VARIATION), lignesDeMois(au, lus, verses), ORIENTATION.stream().map(code -> chiffre(code, lus, null)).toList());
  }

  /**
   * The sum of the month is that of its parts, read already; what is missing for the mean is missing for the sum, but a month without any foyer paid.
   */
  private List<ValeurIndicateur> enMontants(List<ValeurIndicateur> moyennes, Map<List<String>, BigDecimal> versements) {
    return moyennes.stream().map(m -> {
      List<BigDecimal> parts = versements.entrySet().stream().filter(v -> v.getKey().getFirst().equals(m.valeurDimension()))
          .map(Map.Entry::getValue).toList();
      BigDecimal somme = parts.isEmpty() ? null : parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      return new ValeurIndicateur("ALL-MONTANT", catalogue.indicateur("ALL-MONTANT").libelle(), m.au(), m.dimension(),
          m.valeurDimension(), somme, null, somme,
          m.unite(), 0, m.territoire(), somme == null ? m.manque() : null);
    }).toList();
  }

  private Future<Map<Demande, List<ValeurIndicateur>>> demander(LocalDate au, String territoire, Stream<Demande> demandes) {
    List<Demande> liste = demandes.toList();
    return enParallele.lancer(() -> indicateurs.calculer(liste, au, territoire));
  }

  private Resultat resultat(Objectif objectif, LocalDate au, String territoire, Map<Demande, List<ValeurIndicateur>> lus) {
    String code = objectif.indicateur();
    if (!objectif.douzeMois()) {
      List<ValeurIndicateur> connu = lus.get(total(code));
      ValeurIndicateur v = (connu == null ? indicateurs.calculer(List.of(total(code)), au, territoire).get(total(code)) : connu).getFirst();
      return new Resultat(objectif, v.valeur(), v.manque(), Ecriture.lien(v), comparable(objectif, territoire));
    }
    List<ValeurIndicateur> mois = lus.getOrDefault(mois(code), List.of());
    long connus = mois.stream().filter(v -> v.valeur() != null).count();
    BigDecimal somme = connus == 0 || connus < mois.size() ? null : mois.stream().map(ValeurIndicateur::valeur)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    String manque = somme != null ? null : mois.size() < 2 ? mois.stream().map(ValeurIndicateur::manque).findFirst().orElse("")
        : connus + " mois connus sur " + mois.size() + " : le chiffre d'une année demande les douze.";
    return new Resultat(objectif, somme, manque, Ecriture.lien(code, au, Dimension.MOIS, null, territoire), comparable(objectif, territoire));
  }

  private boolean comparable(Objectif objectif, String territoire) {
    return objectif.vautPourUnePart() || territoire == null && agentCourant.perimetre().partout();
  }

  /** Population at the end of the month before, by territory and by {@link Dimension#SDD}; every sum is {@code null} when nothing is known. */
  private record Avant(Map<List<String>, BigDecimal> parTerritoireEtSdd) {
    BigDecimal somme(String territoire, String sdd) {
      return parTerritoireEtSdd.isEmpty() ? null : parTerritoireEtSdd.entrySet().stream()
          .filter(e -> (territoire == null || e.getKey().getFirst().equals(territoire)) && (sdd == null || e.getKey().getLast().equals(sdd)))
          .map(Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  private List<Chiffre> chiffres(Map<Demande, List<ValeurIndicateur>> lus, Avant avant) {
    List<Chiffre> chiffres = new ArrayList<>(List.of(chiffre("POP-DOV", lus, avant.somme(null, null)), chiffre("POP-FOYERS", lus, null),
        chiffre("POP-SDD", lus, avant.somme(null, "OUI"))));
    for (String code : List.of("ENT-NOUVEAUX", "ENT-SORTIES", "ALL-MONTANT", "ALL-MOYEN")) {
      List<ValeurIndicateur> mois = lus.get(mois(code));
      chiffres.add(new Chiffre(catalogue.indicateur(code).libelle(), ceMois(mois.getLast()),
          mois.size() < 2 ? null : mois.get(mois.size() - 2).valeur()));
    }
    return chiffres;
  }

  /** The figure of the month in progress, as that of the date: its page is the one of the date. */
  private static ValeurIndicateur ceMois(ValeurIndicateur v) {
    return new ValeurIndicateur(v.code(), v.libelle(), v.au(), null, null, v.numerateur(), v.denominateur(), v.valeur(), v.unite(), v.enCours(),
        v.territoire(), v.manque());
  }

  private Chiffre chiffre(String code, Map<Demande, List<ValeurIndicateur>> lus, BigDecimal avant) {
    return new Chiffre(catalogue.indicateur(code).libelle(), un(lus, code), avant);
  }

  private static List<LigneTerritoire> territoires(Map<Demande, List<ValeurIndicateur>> lus, Avant avant) {
    Set<String> noms = new LinkedHashSet<>();
    Stream.of("POP-DOV", "ENT-NOUVEAUX").flatMap(code -> lus.get(new Demande(code, Dimension.TERRITOIRE)).stream())
        .map(ValeurIndicateur::valeurDimension).filter(nom -> nom != null).forEach(noms::add);
    return noms.stream().filter(nom -> ou(lus, "POP-DOV", nom) != null)
        .map(nom -> new LigneTerritoire(nom, ou(lus, "POP-DOV", nom), avant.somme(nom, null), ou(lus, "POP-FOYERS", nom),
        ou(lus, "POP-SDD", nom), ou(lus, "POP-TNS", nom), ou(lus, "ENT-NOUVEAUX", nom))).toList();
  }

  private static List<LigneMois> lignesDeMois(LocalDate au, Map<Demande, List<ValeurIndicateur>> lus, Map<List<String>, BigDecimal> versements) {
    List<LigneMois> lignes = new ArrayList<>();
    for (int reste = 11; reste >= 0; reste--) {
      YearMonth mois = YearMonth.from(au).minusMonths(reste);
      LocalDate fin = reste == 0 ? au : mois.atEndOfMonth();
      Map<String, BigDecimal> verse = new HashMap<>();
      versements.forEach((cle, montant) -> {
        if (cle.getFirst().equals(mois.toString())) {
          verse.put(cle.getLast(), montant);
        }
      });
      String nom = mois.toString();
      lignes.add(new LigneMois(fin, Dimension.MOIS.libelleValeur(nom), auMois(lus, "ENT-NOUVEAUX", nom), auMois(lus, "ENT-SORTIES", nom), verse,
          auMois(lus, "ALL-MONTANT", nom), auMois(lus, "ALL-MOYEN", nom), auMois(lus, "ORI-TAUX-15J", nom), auMois(lus, "ORI-TAUX-42J", nom)));
    }
    return lignes;
  }

  private static ValeurIndicateur un(Map<Demande, List<ValeurIndicateur>> lus, String code) {
    return lus.get(total(code)).getFirst();
  }

  private static ValeurIndicateur ou(Map<Demande, List<ValeurIndicateur>> lus, String code, String territoire) {
    return trouver(lus.get(new Demande(code, Dimension.TERRITOIRE)), territoire);
  }

  private static ValeurIndicateur auMois(Map<Demande, List<ValeurIndicateur>> lus, String code, String mois) {
    return trouver(lus.get(mois(code)), mois);
  }

  private static ValeurIndicateur trouver(List<ValeurIndicateur> valeurs, String valeur) {
    return valeurs.stream().filter(v -> valeur.equals(v.valeurDimension())).findFirst().orElse(null);
  }

  private static Demande total(String code) {
    return new Demande(code, null);
  }

  private static Demande mois(String code) {
    return new Demande(code, Dimension.MOIS);
  }
}
